// The start window, what is remembered, the new project, documents in files, the words of a merge.
#include "base/file.h"
#include "base/paths.h"
#include "domain/json.h"
#include "gui/dialogs/exporter.h"
#include "gui/dialogs/merge_dialog.h"
#include "gui/dialogs/new_project_dialog.h"
#include "gui/forms/change_words.h"
#include "gui/shell/drop.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page_host.h"
#include "gui/shell/recent_row.h"
#include "gui/shell/session.h"
#include "gui/shell/start_window.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/text_line.h"
#include "support/catch.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using domain::Value;

namespace
{

const QDate today(2026, 11, 23);

QPushButton *button(const QWidget &in, const QString &text)
{
    for (QPushButton *each : in.findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    return nullptr;
}

QString textsOf(const QWidget &in)
{
    QStringList texts;
    for (const QLabel *each : in.findChildren<QLabel *>())
        texts += each->text();
    return texts.join(u'\n');
}

} // namespace

TEST_CASE("Days in words")
{
    CHECK(dayInWords(today, today) == u"aujourd’hui"_s);
    CHECK(dayInWords(today.addDays(-1), today) == u"hier"_s);
    CHECK(dayInWords(QDate(2026, 11, 3), today) == u"3\u00A0nov."_s);
    CHECK(dayInWords(QDate(2025, 9, 1), today) == u"1er\u00A0sept. 2025"_s);
    CHECK(dayInWords({}, today).isEmpty());
    CHECK(momentInWords(QDateTime(today.addDays(-1), QTime(17, 42)), today).startsWith(u"hier à 17"_s));
}

TEST_CASE("Recent projects: latest first, ten at most, each once, the vanished left out")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"reglages.ini"_s);
    Settings settings(file);
    for (int i = 0; i < 13; ++i) {
        const QString path = folder.filePath(u"%1.cpts"_s.arg(i));
        REQUIRE(base::writeFile(path, "x"));
        settings.remember({path, u"Projet %1"_s.arg(i), u"prête"_s, QDateTime(today, QTime(10, i))});
    }
    settings.remember({folder.filePath(u"5.cpts"_s), u"Projet 5 renommé"_s, {}, QDateTime(today, QTime(12, 0))});
    const auto recents = Settings(file).recents();
    REQUIRE(recents.size() == 10);
    CHECK(recents.front().name == u"Projet 5 renommé"_s);
    CHECK(recents[1].name == u"Projet 12"_s);
    REQUIRE(QFile::remove(folder.filePath(u"12.cpts"_s)));
    CHECK(settings.recents().size() == 9);
    settings.forget(folder.filePath(u"5.cpts"_s));
    CHECK(settings.recents().front().name == u"Projet 11"_s);
}

TEST_CASE("Settings out of bounds are brought back")
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"reglages.ini"_s));
    CHECK(settings.zoom() == 100);
    CHECK(settings.theme() == Theme::Mode::Light);
    settings.setZoom(9000);
    CHECK(settings.zoom() == Theme::mostZoom);
    QSettings(folder.filePath(u"reglages.ini"_s), QSettings::IniFormat).setValue(u"apparence/theme"_s, 42);
    CHECK(Settings(folder.filePath(u"reglages.ini"_s)).theme() == Theme::Mode::Light);
}

TEST_CASE("The start window: first time, then with a project to go on with")
{
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"reglages.ini"_s));
    StartWindow start(settings);
    start.refresh(today);
    CHECK_FALSE(textsOf(start).contains(u"Reprendre"_s));
    CHECK(textsOf(start).contains(u"Rien ne quitte cet ordinateur. Ne saisissez aucune donnée de patient."_s));
    int asked = 0;
    QString opened;
    QObject::connect(&start, &StartWindow::newRequested, &start, [&asked] { ++asked; });
    QObject::connect(&start, &StartWindow::exampleRequested, &start, [&asked] { ++asked; });
    QObject::connect(&start, &StartWindow::blankRequested, &start, [&asked] { ++asked; });
    QObject::connect(&start, &StartWindow::openRequested, &start, [&](const QString &path) {
        ++asked;
        opened = path;
    });
    for (const QString &text : {u"Commencer"_s, u"Ouvrir l’exemple"_s, u"Choisir"_s, u"Parcourir"_s}) {
        REQUIRE(button(start, text));
        button(start, text)->click();
    }
    CHECK(asked == 4);
    CHECK(start.focusWidget() == button(start, u"Commencer"_s)); // Enter does what comes first

    const QString path = folder.filePath(u"vallees.cpts"_s);
    REQUIRE(base::writeFile(path, "x"));
    settings.remember({path, u"CPTS <b>des</b> Vallées"_s, u"Lettre d’intention : prête sauf 3 points"_s,
                       QDateTime(today.addDays(-1), QTime(17, 42))});
    start.refresh(today);
    CHECK(textsOf(start).contains(u"Reprendre"_s));
    CHECK(textsOf(start).contains(u"prête sauf 3 points à votre dernière visite, hier à 17"_s));
    CHECK(start.focusWidget() == button(start, u"Continuer →"_s));
    button(start, u"Continuer →"_s)->click();
    CHECK(opened == path);
    opened.clear();
    auto *row = start.findChild<RecentRow *>();
    REQUIRE(row);
    CHECK(row->accessibleName().contains(u"hier"_s));
    CHECK(row->accessibleDescription() == u"Lettre d’intention : prête sauf 3 points (hier)"_s);
    QTest::keyClick(row, Qt::Key_Return);
    CHECK(opened == path);

    // The file of somebody else since: its state is not told any more.
    REQUIRE(base::writeFile(path, "autre chose"));
    start.refresh(today);
    CHECK_FALSE(textsOf(start).contains(u"sauf 3 points"_s));
    CHECK(textsOf(start).contains(u"Fichier modifié depuis votre dernière visite, hier à 17"_s));
    CHECK(start.findChild<RecentRow *>()->accessibleDescription() == u"Fichier modifié depuis votre dernière visite"_s);
    // Their own work, when the program was stopped.
    RecentProject stopped{path, u"CPTS des Vallées"_s, {}, QDateTime(today, QTime(9, 0))};
    stopped.unclosed = true;
    settings.remember(stopped);
    REQUIRE(base::writeFile(path, "encore autre chose"));
    start.refresh(today);
    CHECK(textsOf(start).contains(u"Non refermé la dernière fois"_s));
}

TEST_CASE("Only project files can be dropped")
{
    QMimeData data;
    CHECK(droppedProject(&data).isEmpty());
    data.setUrls({QUrl(u"https://exemple.fr/x.cpts"_s), QUrl::fromLocalFile(u"/tmp/photo.png"_s),
                  QUrl::fromLocalFile(u"/tmp/Projet.CPTS"_s)});
    CHECK(droppedProject(&data) == u"/tmp/Projet.CPTS"_s);
}

TEST_CASE("A new project: a name is enough, the file is named after it, nothing is overwritten")
{
    QTemporaryDir folder;
    const auto professions = reference::Reference::load().value().professions();
    NewProjectDialog dialog(professions, folder.path());
    const auto lines = dialog.findChildren<TextLine *>();
    REQUIRE(lines.size() >= 4);
    dialog.accept();
    CHECK(dialog.result() != QDialog::Accepted);
    CHECK_FALSE(FieldFrame::around(lines[0])->message().isEmpty());
    REQUIRE(base::writeFile(folder.filePath(u"cpts-de-l-etoile-d-or.cpts"_s), "x"));
    lines[0]->setText(u"CPTS de l’Étoile d’Or"_s);
    CHECK(dialog.path() == folder.filePath(u"cpts-de-l-etoile-d-or-2.cpts"_s));
    lines[1]->setText(u"Camille"_s);
    lines[2]->setText(u"Exemple"_s);
    dialog.accept();
    CHECK(dialog.result() == QDialog::Accepted);
    domain::Projet projet;
    dialog.writeInto(projet);
    CHECK(projet.identite.nom == u"CPTS de l’Étoile d’Or"_s);
    REQUIRE(domain::porteur(projet));
    CHECK(domain::porteur(projet)->prenom == u"Camille"_s);
    CHECK(fileNameFor(u"../../ ?*"_s) == u"projet-cpts.cpts"_s);
}

TEST_CASE("From the example: another name is asked, and what is kept")
{
    QTemporaryDir folder;
    const auto professions = reference::Reference::load().value().professions();
    NewProjectDialog dialog(professions, folder.path());
    dialog.startFrom(u"CPTS des Vallées"_s);
    CHECK_FALSE(dialog.keepsPeopleAndFigures());
    auto *name = dialog.findChildren<TextLine *>().front();
    name->setText(u"cpts des vallees"_s);
    dialog.accept();
    CHECK(dialog.result() == QDialog::Rejected); // it is the example's
    name->setText(u"CPTS du Haut-Verdon"_s);
    const auto choices = dialog.findChildren<QRadioButton *>();
    REQUIRE(choices.size() == 2);
    choices.back()->click();
    CHECK(dialog.keepsPeopleAndFigures());
    dialog.accept();
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(dialog.path().endsWith(u"cpts-du-haut-verdon.cpts"_s));
}

TEST_CASE("A session opens, says why it can't, and shows the example read-only")
{
    QTemporaryDir folder;
    base::FixedClock clock(QDateTime(today, QTime(9, 0)));
    Settings settings(folder.filePath(u"reglages.ini"_s));
    Session session(settings, clock, nullptr);
    CHECK(session.openFile(folder.filePath(u"absent.cpts"_s)) == nullptr);
    const QString foreign = folder.filePath(u"photo.cpts"_s);
    REQUIRE(base::writeFile(foreign, "ceci n’est pas un projet"));
    CHECK(session.openFile(foreign) == nullptr);
    CHECK(base::readFile(foreign).value() == "ceci n’est pas un projet");

    MainWindow *window = session.createProject(folder.filePath(u"neuf.cpts"_s),
                                               domain::nouveauProjet(u"Neuf"_s, u"paca-2022"_s, u"2026"_s, today));
    REQUIRE(window);
    CHECK(window->host().currentCode() == u"porteur"_s);
    CHECK(session.openFile(folder.filePath(u"neuf.cpts"_s)) == window); // once, not twice
    MainWindow *example = session.openExample();
    REQUIRE(example);
    CHECK(example->dossier().isReadOnly());
    CHECK(settings.recents().size() == 1);
    CHECK(session.windows().size() == 2);
}

TEST_CASE("The box to open a file begins in the folder of the project in front, else of the last one")
{
    QTemporaryDir folder;
    base::FixedClock clock(QDateTime(today, QTime(9, 0)));
    Settings settings(folder.filePath(u"reglages.ini"_s));
    REQUIRE(QDir(folder.path()).mkpath(u"un/deux"_s));
    QStringList asked;
    const auto note = [&asked](QWidget *, const QString &, const QString &path, const QString &) {
        asked << path;
        return QString();
    };
    {
        Session session(settings, clock, nullptr, {note, note});
        session.showStart();
        Q_EMIT session.start().openRequested({});
        REQUIRE(session.openExample()); // is not where somebody works
        Q_EMIT session.windows().front()->openRequested({});
        CHECK(asked == QStringList{documentsFolder(), documentsFolder()});
        MainWindow *window = session.createProject(folder.filePath(u"un/deux/neuf.cpts"_s),
                                                   domain::nouveauProjet(u"Neuf"_s, u"paca-2022"_s, u"2026"_s, today));
        REQUIRE(window);
        QApplication::setActiveWindow(window);
        Q_EMIT window->openRequested({});
        CHECK(asked.back() == folder.filePath(u"un/deux"_s));
    }
    Session next(settings, clock, nullptr, {note, note});
    next.showStart();
    QApplication::setActiveWindow(&next.start());
    Q_EMIT next.start().openRequested({});
    CHECK(asked.back() == folder.filePath(u"un/deux"_s));
    REQUIRE(QDir(folder.filePath(u"un/deux"_s)).removeRecursively());
    Q_EMIT next.start().openRequested({});
    CHECK(asked.back() == documentsFolder());
}

TEST_CASE("A program whose data files are wrong says it in two sentences, and keeps the detail to be copied")
{
    QTemporaryDir folder;
    REQUIRE(QDir(folder.path()).mkpath(u"reference"_s));
    base::FixedClock clock(QDateTime(today, QTime(9, 0)));
    Settings settings(folder.filePath(u"reglages.ini"_s));
    qputenv("ATELIER_DONNEES", folder.path().toUtf8());
    Session session(settings, clock, nullptr);
    session.showStart();
    const auto said = [&session] {
        const auto *bar = session.start().messages().bar(u"accueil"_s);
        return bar ? bar->sentence() : QString();
    };
    CHECK(session.openExample() == nullptr);
    CHECK(said() == u"Le programme n’est pas installé entièrement : réinstallez-le. Vos projets sont intacts."_s);
    CHECK(session.openFile(folder.filePath(u"vallees.cpts"_s)) == nullptr);
    qunsetenv("ATELIER_DONNEES");
    CHECK(
        said() ==
        u"Le programme n’est pas installé entièrement : réinstallez-le. « vallees.cpts » n’a pas été ouvert, il est intact."_s);
    QGuiApplication::clipboard()->clear();
    QPushButton *copy = button(session.start(), u"Copier le détail"_s);
    REQUIRE(copy);
    copy->click();
    CHECK_FALSE(QGuiApplication::clipboard()->text().isEmpty());
    CHECK_FALSE(said().contains(QGuiApplication::clipboard()->text()));
    CHECK(session.start().messages().bar(u"detail"_s));
}

TEST_CASE("Documents as files: three formats, filled and blank, with safe names")
{
    const auto reference = reference::Reference::load().value();
    const auto trame = report::Trame::load(base::templatesFolder() + u"/paca-2022"_s).value();
    const base::FixedClock clock(QDateTime(today, QTime(9, 0)));
    const ExportSource source{trame, reference, clock};
    const domain::Projet empty;
    for (const Format format : {Format::Docx, Format::Pdf, Format::Odt})
        for (const auto content : {report::Content::Filled, report::Content::Blank}) {
            const auto bytes = exported(source, empty, {u"annexe-3"_s, content}, format);
            INFO((bytes ? std::string() : bytes.error().message.toStdString()));
            REQUIRE(bytes.ok());
            CHECK(bytes.value().startsWith(format == Format::Pdf ? "%PDF" : "PK"));
        }
    CHECK_FALSE(exported(source, empty, {u"annexe-99"_s, report::Content::Filled}, Format::Docx));
    const QString name = suggestedName(trame, {u"annexe-3"_s, report::Content::Filled}, u"A/B:C\\..\\D"_s, Format::Odt);
    CHECK(name.endsWith(u".odt"_s));
    CHECK_FALSE(name.contains(u'/'));
    CHECK_FALSE(name.contains(u'\\'));
    CHECK(filterOf(Format::Docx) == u"Word (*.docx)"_s);
}

TEST_CASE("What another copy brings, in words")
{
    domain::Projet before = domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, today);
    domain::Projet after = before;
    after.structure.nom = u"Association « Santé »"_s;
    const domain::Id id = domain::Id::create();
    domain::Personne &person = after.personnes.insert(id);
    person.nom = u"Exemple"_s;
    person.prenom = u"Camille"_s;
    after.identite.porteur = id;
    const QString lines = changeLines(after, domain::diff(before, after)).join(u'\n');
    CHECK(lines.contains(u"Ajouté : Personne « Camille Exemple »"_s));
    CHECK(lines.contains(u"Structure porteuse, Nom de la structure : Association « Santé »"_s));
    CHECK(lines.contains(u"Porteur du projet : Camille Exemple"_s));
    CHECK_FALSE(lines.contains(id.toString()));
    const domain::Projet earlier = after;
    after.structure.nom = u"Association « Soin »"_s;
    CHECK(changeLines(after, domain::diff(earlier, after)) ==
          QStringList{u"Structure porteuse, Nom de la structure : Association « Santé » → Association « Soin »"_s});
    const QString longText = u"Une phrase que les deux versions ont en commun, mot pour mot. "_s.repeated(6);
    domain::Projet longer = after;
    longer.structure.nom = longText + u"La fin."_s;
    domain::Projet longest = after;
    longest.structure.nom = longText + u"La suite."_s;
    const QString change = changeLines(longest, domain::diff(longer, longest)).join(u'\n');
    CHECK(change.endsWith(u"La suite."_s));
    CHECK(change.contains(u"La fin. → … "_s));
    CHECK(valueWords(after, {u"structure"_s, {}, u"statutsPrevusLe"_s}, Value()) == u"(vide)"_s);
    after.mobilisations.insert(domain::Id::create()).description = u"**Réunion**\ndu *soir*"_s;
    CHECK(changeLines(after, domain::diff(before, after))
              .join(u'\n')
              .contains(u"Action de mobilisation « Réunion du soir »"_s));
    domain::Projet gone = after;
    const domain::Id meeting = domain::Id::create();
    gone.reunions.insert(meeting).date = QDate(2027, 3, 1);
    gone.postes.insert(domain::Id::create()).fonction = u"Coordination"_s;
    const QStringList removed = changeLines(after, domain::diff(gone, after));
    CHECK(removed.contains(u"Retiré : Réunion « 1er mars 2027 »"_s));
    CHECK(removed.contains(u"Retiré : Poste salarié « Coordination »"_s));
    domain::Projet turned = gone;
    for (const auto &[each, post] : gone.postes)
        turned.postes.find(each)->rang = u"z"_s + each.toString();
    CHECK(changeLines(turned, domain::diff(gone, turned)) ==
          QStringList{u"Autre ordre de la liste : Poste salarié"_s}); // once, however many moved
    domain::MergeResult merge;
    merge.fromTheirs = domain::diff(gone, after);
    CHECK(mergeSummary(merge) == u"2 modifications reprises de l’autre version."_s); // as many as the lines below it
    merge.fromTheirs.clear();
    CHECK(mergeSummary(merge) == u"L’autre version n’apporte rien de plus."_s);
}

TEST_CASE("A copy of a project that is open says which file has it, and is brought together with it")
{
    QTemporaryDir folder;
    base::FixedClock clock(QDateTime(today, QTime(9, 0)));
    Settings settings(folder.filePath(u"reglages.ini"_s));
    Session session(settings, clock, nullptr);
    MainWindow *open = session.createProject(folder.filePath(u"vallees.cpts"_s),
                                             domain::nouveauProjet(u"Neuf"_s, u"paca-2022"_s, u"2026"_s, today));
    REQUIRE(open);
    REQUIRE(open->dossier().publishNow().ok());
    const QString copy = folder.filePath(u"lucie.cpts"_s);
    REQUIRE(QFile::copy(open->dossier().path(), copy));
    MainWindow *second = session.openFile(copy);
    REQUIRE(second);
    CHECK(second->dossier().isReadOnly());
    InfoBar *bar = second->host().messages().bar(u"ouverture"_s);
    REQUIRE(bar);
    CHECK(bar->sentence().contains(u"« lucie.cpts » est une copie de « vallees.cpts »"_s));
    const auto buttons = bar->findChildren<QPushButton *>();
    REQUIRE(buttons.size() == 2);
    CHECK(buttons.front()->text() == u"Réunir avec « vallees.cpts »…"_s);
    buttons.front()->click();
    CHECK(QTest::qWaitFor([&] { return open->host().messages().bar(u"reunion"_s) != nullptr; }, 5000));
}

TEST_CASE("A project that another window holds is told as open, not as changed by somebody")
{
    QTemporaryDir folder;
    base::FixedClock clock(QDateTime(today, QTime(9, 0)));
    Settings settings(folder.filePath(u"reglages.ini"_s));
    Session session(settings, clock, nullptr);
    const auto make = [&](const QString &name) {
        return session.createProject(folder.filePath(name + u".cpts"_s),
                                     domain::nouveauProjet(name, u"paca-2022"_s, u"2026"_s, today));
    };
    MainWindow *kept = make(u"Ternois"_s);
    MainWindow *closed = make(u"Flandre"_s);
    REQUIRE(kept);
    REQUIRE(closed);
    const domain::FieldAddress name{u"structure"_s, {}, u"nom"_s};
    REQUIRE(kept->dossier().edit(u"Nommer"_s, domain::setting(kept->dossier().projet(), name, u"Association"_s)).ok());
    REQUIRE(kept->dossier().publishNow().ok());
    const auto told = [&session](const QString &project) {
        for (const RecentRow *row : session.start().findChildren<RecentRow *>())
            if (row->isVisibleTo(&session.start()) && row->accessibleName().startsWith(project))
                return row->accessibleDescription();
        return QString();
    };
    closed->actions()[Command::Close].trigger();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    REQUIRE(session.start().isVisible());
    CHECK(told(u"Ternois"_s) == u"Ouvert dans une autre fenêtre"_s);
    CHECK(told(u"Flandre"_s).startsWith(u"Lettre d’intention"_s)); // left: its own window is no other one
    REQUIRE(kept->close());
    session.showStart();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK(told(u"Ternois"_s).startsWith(u"Lettre d’intention"_s));
}

TEST_CASE("Two recent projects of one name are told apart by their files")
{
    const QDateTime now(today, QTime(9, 0));
    const std::vector<RecentProject> recents{{u"/documents/vallees.cpts"_s, u"CPTS des Vallées"_s, {}, now},
                                             {u"/documents/lucie.cpts"_s, u"CPTS des Vallées"_s, {}, now},
                                             {u"/documents/verdon.cpts"_s, u"CPTS du Verdon"_s, {}, now}};
    CHECK(fileTold(recents, recents[0]) == u"vallees.cpts, dans documents"_s);
    CHECK(fileTold(recents, recents[1]) == u"lucie.cpts, dans documents"_s);
    CHECK(fileTold(recents, recents[2]).isEmpty());
    // Where that is the same too, the whole way.
    const std::vector<RecentProject> alike{{u"/a/documents/v.cpts"_s, u"CPTS"_s, {}, now},
                                           {u"/b/documents/v.cpts"_s, u"CPTS"_s, {}, now}};
    CHECK(fileTold(alike, alike[0]) == u"v.cpts, dans /a/documents"_s);

    QTemporaryDir folder;
    Settings settings(folder.filePath(u"reglages.ini"_s));
    for (const QString &name : {u"un.cpts"_s, u"deux.cpts"_s}) {
        REQUIRE(base::writeFile(folder.filePath(name), "x"));
        settings.remember({folder.filePath(name), u"CPTS"_s, {}, now});
    }
    StartWindow start(settings);
    start.refresh(today);
    const auto rows = start.findChildren<RecentRow *>();
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]->accessibleName().contains(u"deux.cpts"_s));
    CHECK(rows[1]->accessibleName().contains(u"un.cpts"_s));
}

TEST_CASE("The day of a recent project is whole, however long the name of its file")
{
    const RecentProject project{u"/d/CPTS-des-Vallees-du-Verdon-copie-de-la-presidente.cpts"_s,
                                u"CPTS des Vallées du Verdon"_s,
                                u"Lettre d’intention : prête sauf 3 points"_s,
                                {today, QTime(9, 0)}};
    RecentRow row(project, u"CPTS-des-Vallees-du-Verdon-copie-de-la-presidente.cpts, dans Documents"_s, today);
    row.resize(300, 200);
    row.show();
    CHECK(row.minimumSizeHint().width() <= 300);
    for (const QLabel *each : row.findChildren<QLabel *>()) {
        INFO(each->text().toStdString());
        CHECK(each->geometry().right() < 300);
        if (each->text() == u"aujourd’hui")
            CHECK(each->width() >= each->sizeHint().width());
    }
}
