// The main window on the example project, and the life of its file as the user sees it.
#include "base/file.h"
#include "base/paths.h"
#include "base/text.h"
#include "domain/json.h"
#include "gui/dialogs/backups_dialog.h"
#include "gui/dialogs/data_import_dialog.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/merge_dialog.h"
#include "gui/dialogs/message_dialog.h"
#include "gui/dialogs/new_project_dialog.h"
#include "gui/shell/expectation_pane.h"
#include "gui/shell/file_desk.h"
#include "gui/shell/main_window.h"
#include "gui/shell/navigation_pane.h"
#include "gui/shell/page_host.h"
#include "gui/shell/top_bar.h"
#include "gui/theme/icons.h"
#include "gui/widgets/finding_row.h"
#include "gui/widgets/format_commands.h"
#include "gui/widgets/text_line.h"
#include "support/catch.h"
#include "support/source.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using domain::Value;

namespace
{

const reference::Reference &officialData()
{
    static const reference::Reference loaded = reference::Reference::load().value();
    return loaded;
}

const report::Trame &paca()
{
    static const report::Trame loaded = report::Trame::load(base::templatesFolder() + u"/paca-2022"_s).value();
    return loaded;
}

domain::Projet example()
{
    const auto bytes = base::readFile(support::source(QStringLiteral("resources/exemples/vallees.json")));
    REQUIRE(bytes.ok());
    auto read = domain::projetFromJson(bytes.value());
    REQUIRE(read.ok());
    return read.value().projet;
}

// A window on a project of its own; the questions of the system are answered here.
struct Desk {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    Settings settings{folder.filePath(u"reglages.ini"_s)};
    QString answer; // to the next question about a file
    Environment environment{officialData(), paca(), clock, settings, nullptr, questions()};
    std::unique_ptr<MainWindow> window;

    explicit Desk(const domain::Projet &projet = example())
    {
        auto created = dossier::Dossier::create(path(), projet, clock, false, options());
        REQUIRE(created.ok());
        show(std::move(created.value()));
    }
    [[nodiscard]] QString path() const { return folder.filePath(u"vallees.cpts"_s); }
    [[nodiscard]] dossier::Options options() const
    {
        dossier::Options chosen;
        chosen.dataFolder = folder.filePath(u"donnees"_s);
        chosen.prompt = base::milliseconds(30'000); // a loaded computer is not a place that hangs
        return chosen;
    }
    FileQuestions questions()
    {
        const auto reply = [this](QWidget *, const QString &, const QString &, const QString &) { return answer; };
        return {reply, reply};
    }
    void show(std::unique_ptr<dossier::Dossier> dossier, bool isExample = false)
    {
        window = std::make_unique<MainWindow>(std::move(dossier), environment, isExample);
        window->setAttribute(Qt::WA_DeleteOnClose, false);
        window->resize(1366, 768);
        window->show();
        QApplication::setActiveWindow(window.get());
    }
    dossier::Dossier &dossier() { return window->dossier(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus && window->isAncestorOf(focus) ? focus : window.get(), key, modifiers);
    }
    InfoBar *bar(const QString &subject) { return window->host().messages().bar(subject); }
    void press(const QString &subject, const QString &button)
    {
        REQUIRE(bar(subject));
        for (QPushButton *each : bar(subject)->findChildren<QPushButton *>())
            if (each->text() == button) {
                each->click();
                return;
            }
        FAIL("no such button");
    }
};

domain::ChangeList naming(const domain::Projet &projet, const QString &name)
{
    return domain::settingChamp(projet, *domain::parseChamp(u"identite.nom"_s), Value(name));
}

} // namespace

TEST_CASE("Every page of the left pane opens, in order, and nothing dead is there")
{
    Desk desk;
    const auto &items = desk.window->navigation().items();
    REQUIRE(items.size() >= 7);
    for (NavigationItem *item : items) {
        item->click();
        CHECK(desk.window->host().currentCode() == item->page());
        CHECK(item->isChecked());
        CHECK(item->accessibleName().startsWith(item->text()));
    }
}

TEST_CASE("The left pane tells the state of the pages in words")
{
    auto projet = domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    Desk desk(projet);
    bool review = false;
    for (NavigationItem *item : desk.window->navigation().items())
        review = review || item->detail().endsWith(u"à voir"_s);
    const auto states = controle::pageStates(controle::check(projet, officialData(), desk.clock.today()), projet);
    for (NavigationItem *item : desk.window->navigation().items())
        if (const auto state = states.find(item->page()); state != states.end()) {
            const bool empty = state->second.type == controle::PageState::Type::Empty;
            CHECK((item->mark() == Mark::Empty) == empty);
        }
}

TEST_CASE("Next and previous follow the trame, and say where we are")
{
    Desk desk;
    desk.window->goTo(u"territoire"_s);
    QStringList texts;
    for (const QLabel *label : desk.window->host().findChildren<QLabel *>())
        texts += label->text();
    CHECK(texts.contains(u"Page 2 sur 7 de la lettre d’intention"_s));
    desk.press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(desk.window->host().currentCode() == u"partenariats"_s);
    desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    CHECK(desk.window->host().currentCode() == u"territoire"_s);
}

TEST_CASE("After the last page of the lettre it is read again, and a section that is no document has no numbers")
{
    Desk desk;
    PageHost &host = desk.window->host();
    const auto texts = [&host] {
        QStringList all;
        for (const QLabel *label : host.findChildren<QLabel *>())
            all += label->text();
        return all;
    };
    const auto onwards = [&host]() -> QPushButton * {
        for (QPushButton *each : host.findChildren<QPushButton *>())
            if (each->accessibleName().startsWith(u"Page suivante : "_s))
                return each;
        return nullptr;
    };
    desk.window->goTo(u"calendrier"_s);
    REQUIRE(onwards());
    CHECK(onwards()->text() == u"Relire et exporter →"_s);
    onwards()->click();
    CHECK(host.currentCode() == u"relire"_s);
    desk.window->goTo(u"diagnostic"_s); // nothing else is moved
    CHECK(onwards()->text() == u"Offre et articulation →"_s);
    desk.window->goTo(u"pieces"_s);
    CHECK(texts().contains(u"Préparer l’envoi"_s));
    CHECK(texts().filter(u"age 3 sur"_s).isEmpty());
}

TEST_CASE("An import asked by a page opens on its kind of data, and reads the clipboard when that is asked")
{
    Desk desk;
    desk.window->goTo(u"diagnostic"_s);
    QApplication::clipboard()->setText(u"Intitulé\tTerritoire\tSource\tAnnée\nPatients en ALD\t19,7\tREZONE\t2024\n"_s);
    for (const bool pasted : {false, true}) {
        Q_EMIT desk.window->host().currentPage()->importAsked(u"indicateurs"_s, pasted);
        auto *dialog = desk.window->findChild<DataImportDialog *>();
        REQUIRE(dialog);
        REQUIRE(QTest::qWaitFor([dialog] { return !dialog->isRunning(); }, 60'000));
        QStringList words;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            words += label->text();
        CHECK(words.contains(u"Tableau collé"_s) == pasted);
        bool kind = false;
        for (const QComboBox *box : dialog->findChildren<QComboBox *>())
            kind = kind || box->currentData().toString() == u"indicateurs"_s;
        CHECK(kind);
        dialog->reject();
        delete dialog;
    }
}

TEST_CASE("Undo and redo from the keyboard show the field they changed")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s, {u"identite"_s, {}, u"nom"_s});
    QTest::qWait(20);
    auto *name = qobject_cast<TextLine *>(QApplication::focusWidget());
    REQUIRE(name);
    const QString before = name->text();
    QTest::keyClick(name, Qt::Key_End);
    QTest::keyClicks(name, u"!!"_s);
    desk.window->goTo(u"missions"_s); // leaving the page stores
    CHECK(desk.dossier().projet().identite.nom == before + u"!!"_s);
    CHECK(desk.window->actions()[Command::Undo].text().contains(u"Nom du projet"_s));
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(desk.window->host().currentCode() == u"porteur"_s);
    CHECK(name->text() == before);
    QTest::qWait(20);
    CHECK(QApplication::focusWidget() == name);
    desk.press(Qt::Key_Y, Qt::ControlModifier);
    CHECK(name->text() == before + u"!!"_s);
}

TEST_CASE("A page opened again begins at its top, with the keyboard in sight")
{
    Desk desk;
    desk.window->goTo(u"mobilisation"_s);
    QTest::qWait(50);
    auto *scroll = desk.window->host().currentPage()->findChild<QScrollArea *>();
    REQUIRE(scroll);
    REQUIRE(scroll->verticalScrollBar()->maximum() > 0);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    desk.press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(desk.window->host().currentCode() == u"missions"_s);
    desk.press(Qt::Key_PageUp, Qt::ControlModifier);
    QTest::qWait(250);
    const QWidget *at = desk.window->focusWidget();
    REQUIRE(scroll->isAncestorOf(at));
    CHECK(scroll->viewport()->rect().contains(at->mapTo(scroll->viewport(), at->rect().center())));
    CHECK(scroll->verticalScrollBar()->value() == 0);
}

TEST_CASE("A page reached by a link is at its top, with the keyboard in its first field")
{
    Desk desk;
    desk.window->goTo(u"equipe"_s);
    desk.window->host().focusPage();
    desk.window->goTo(u"fiches"_s);
    QTest::qWait(250);
    FormPage *page = desk.window->host().currentPage();
    REQUIRE(page->isAncestorOf(desk.window->focusWidget()));
    CHECK(page->findChild<QScrollArea *>()->verticalScrollBar()->value() == 0);
}

TEST_CASE("After the last field of a page, Tab goes to the buttons below it")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s);
    QTest::qWait(20);
    const FormPage *page = desk.window->host().currentPage();
    desk.window->host().focusPage();
    for (int turn = 0; turn < 50 && page->isAncestorOf(desk.window->focusWidget()); ++turn)
        desk.press(Qt::Key_Tab);
    const auto *button = qobject_cast<QPushButton *>(desk.window->focusWidget());
    REQUIRE(button);
    CHECK(button->accessibleName().startsWith(u"Page précédente"_s));
}

TEST_CASE("The size of the text is told when it changes")
{
    Theme theme(*qApp);
    Desk desk;
    desk.environment.theme = &theme;
    const auto said = [&desk](const QString &text) {
        for (const QLabel *label : desk.window->findChildren<QLabel *>())
            if (label->text() == text && label->isVisible())
                return true;
        return false;
    };
    desk.window->actions()[Command::ZoomIn].trigger();
    CHECK(said(u"Texte\u00A0: 110\u00A0%"_s));
    desk.window->actions()[Command::ZoomReset].trigger();
    CHECK(said(u"Texte\u00A0: 100\u00A0%"_s));
    qApp->setStyleSheet(QString());
}

TEST_CASE("Ctrl+Z in a field undoes what is being typed there")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s, {u"identite"_s, {}, u"nom"_s});
    QTest::qWait(20);
    auto *name = qobject_cast<TextLine *>(QApplication::focusWidget());
    REQUIRE(name);
    const QString before = name->text();
    QTest::keyClicks(name, u"zz"_s);
    desk.press(Qt::Key_Z, Qt::ControlModifier);
    CHECK(name->text() == before);
}

TEST_CASE("A finding leads to its field")
{
    auto projet = example();
    projet.identite.nom.clear();
    Desk desk(projet);
    desk.window->goTo(u"porteur"_s);
    FindingRow *open = nullptr;
    for (FindingRow *row : desk.window->findChildren<FindingRow *>())
        if (row->finding().severity != controle::Severity::Fulfilled && row->finding().page == u"porteur"_s)
            open = row;
    REQUIRE(open);
    CHECK(open->accessibleName().contains(open->finding().sentence));
    open->setFocus();
    QTest::keyClick(open, Qt::Key_Return);
    QTest::qWait(20);
    CHECK(qobject_cast<TextLine *>(QApplication::focusWidget()));
}

TEST_CASE("What both documents ask of a page is told once")
{
    Desk desk;
    desk.window->goTo(u"territoire"_s);
    QStringList sentences;
    for (const FindingRow *row : desk.window->findChild<ExpectationPane *>()->findChildren<FindingRow *>())
        sentences << row->finding().sentence;
    REQUIRE(sentences.size() > 5);
    CHECK(sentences.removeDuplicates() == 0);
}

TEST_CASE("Beside a fiche, its own check, and below the way to the next fiche, then to the next page")
{
    auto projet = example();
    for (const auto &[id, fiche] : domain::inOrder(projet.fiches))
        projet.fiches.find(id)->coordonnateur = {};
    Desk desk(projet);
    desk.window->goTo(u"fiches"_s);
    const auto *pane = desk.window->findChild<ExpectationPane *>();
    const auto gaps = [&](const QString &criterion) {
        QStringList told;
        for (const FindingRow *row : pane->findChildren<FindingRow *>())
            if (row->finding().criterion == criterion && row->finding().severity != controle::Severity::Fulfilled)
                told << row->finding().sentence;
        return told;
    };
    const auto fiches = qsizetype(projet.fiches.size());
    const QStringList first = gaps(u"projet.fiches-coordonnateur"_s);
    CHECK(first.size() == fiches); // one of them in the check of the fiche, and not once more in the list
    CHECK(first.front() == u"Coordonnateur de l’action : à désigner");
    QPushButton *next = nullptr;
    for (QPushButton *each : desk.window->host().findChildren<QPushButton *>())
        if (each->accessibleName() == u"Fiche suivante")
            next = each;
    REQUIRE(next);
    CHECK(next->text() == u"Fiche suivante →");
    for (qsizetype i = 1; i < fiches; ++i) {
        CHECK(desk.window->host().currentCode() == u"fiches");
        next->click();
    }
    CHECK(next->accessibleName().startsWith(u"Page suivante : "_s));
    next->click();
    CHECK(desk.window->host().currentCode() == u"etapes");
}

TEST_CASE("The keyboard stays on its finding when the list of the page is made again")
{
    auto projet = example();
    projet.identite.nom.clear();
    Desk desk(projet);
    desk.window->goTo(u"porteur"_s);
    auto *pane = desk.window->findChild<ExpectationPane *>();
    pane->focusFirst();
    const auto *before = qobject_cast<FindingRow *>(QApplication::focusWidget());
    REQUIRE(before);
    const controle::Finding held = before->finding();
    const auto other = domain::settingChamp(desk.dossier().projet(),
                                            *domain::parseChamp(u"identite.porteur/telephone"_s), Value(u"04 00"_s));
    REQUIRE(desk.dossier().edit(u"Modifier le téléphone"_s, other).ok());
    QTest::qWait(1500); // the list follows a moment later
    const auto *after = qobject_cast<FindingRow *>(QApplication::focusWidget());
    REQUIRE(after);
    CHECK(pane->isAncestorOf(after));
    CHECK(after->finding().criterion == held.criterion);
}

TEST_CASE("F6 goes round the panes, F1 opens and closes the right one, Escape closes it when folded")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s);
    auto *side = desk.window->findChild<ExpectationPane *>();
    REQUIRE(side->isVisible());
    std::set<const QWidget *> visited;
    for (int i = 0; i < 4; ++i) {
        desk.press(Qt::Key_F6);
        const QWidget *focus = QApplication::focusWidget();
        REQUIRE(focus);
        for (const QWidget *pane : std::initializer_list<const QWidget *>{
                 &desk.window->navigation(), &desk.window->host(), side, &desk.window->topBar()})
            if (pane->isAncestorOf(focus))
                visited.insert(pane);
    }
    CHECK(visited.size() == 4);
    desk.press(Qt::Key_F1);
    CHECK_FALSE(side->isVisible());
    desk.press(Qt::Key_F1);
    CHECK(side->isVisible());
    desk.window->resize(1000, 700);
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(side->isVisible());
}

TEST_CASE("Under 1200 px the right pane folds by itself")
{
    Desk desk;
    desk.window->goTo(u"porteur"_s);
    auto *side = desk.window->findChild<ExpectationPane *>();
    CHECK(side->isVisible());
    desk.window->resize(1100, 700);
    CHECK_FALSE(side->isVisible());
    desk.window->resize(1300, 700);
    CHECK(side->isVisible());
}

TEST_CASE("The saved state is always there, and Ctrl+S answers")
{
    Desk desk;
    CHECK(desk.window->topBar().stateText() == u"Enregistré à 14\u00A0h\u00A0"
                                               u"32"_s);
    REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), u"Autre nom"_s)));
    CHECK(desk.window->topBar().stateText() == u"Enregistrement…"_s);
    CHECK(desk.window->windowTitle().contains(u"Autre nom"_s));
    desk.clock.set(QDateTime(QDate(2026, 11, 23), QTime(15, 5)));
    desk.press(Qt::Key_S, Qt::ControlModifier);
    for (int i = 0; i < 500 && desk.dossier().saveState().type != dossier::SaveState::Type::Saved; ++i)
        QTest::qWait(10);
    CHECK(desk.window->topBar().stateText().startsWith(u"Enregistré à 15"_s));
}

TEST_CASE("A copy is saved and told, saving elsewhere moves the project")
{
    Desk desk;
    desk.answer = desk.folder.filePath(u"copie"_s);
    desk.window->files().saveCopy();
    CHECK(QFileInfo::exists(desk.folder.filePath(u"copie.cpts"_s)));
    CHECK(desk.bar(u"copie"_s));
    desk.answer = desk.folder.filePath(u"ailleurs.cpts"_s);
    desk.window->files().saveElsewhere();
    CHECK(desk.dossier().path() == desk.folder.filePath(u"ailleurs.cpts"_s));
    CHECK(desk.settings.recents().front().path == desk.dossier().path());
    desk.answer.clear();
    desk.window->files().saveElsewhere(); // the user changed their mind
    CHECK(desk.dossier().path() == desk.folder.filePath(u"ailleurs.cpts"_s));
}

TEST_CASE("A file changed elsewhere is brought together, disagreements are settled, and all of it is undone")
{
    Desk desk;
    REQUIRE(desk.dossier().publishNow().ok());
    {
        // Somebody else, on another computer.
        dossier::Options other;
        other.dataFolder = desk.folder.filePath(u"autre-ordinateur"_s);
        const QString copy = desk.folder.filePath(u"chez-eux.cpts"_s);
        REQUIRE(QFile::copy(desk.path(), copy));
        auto theirs = dossier::Dossier::open(copy, dossier::Dossier::Mode::Edit, desk.clock, other);
        REQUIRE(theirs.ok());
        REQUIRE(theirs.value()->edit(u"Nommer"_s, naming(theirs.value()->projet(), u"Leur nom"_s)));
        REQUIRE(theirs.value()->edit(u"Structure"_s, domain::settingChamp(theirs.value()->projet(),
                                                                          *domain::parseChamp(u"structure.nom"_s),
                                                                          Value(u"Leur association"_s))));
        REQUIRE(theirs.value()->publishNow());
        theirs.value().reset();
        REQUIRE(QFile::remove(desk.path()));
        REQUIRE(QFile::rename(copy, desk.path()));
    }
    REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), u"Mon nom"_s)));
    CHECK_FALSE(desk.dossier().publishNow());
    QTest::qWait(20);
    REQUIRE(desk.bar(u"conflit"_s));
    desk.press(u"conflit"_s, u"Réunir les deux versions"_s);
    auto *dialog = desk.window->findChild<MergeDialog *>();
    REQUIRE(dialog);
    CHECK(desk.dossier().projet().structure.nom == u"Leur association"_s);
    CHECK(desk.dossier().projet().identite.nom == u"Mon nom"_s);
    REQUIRE(dialog->merge().conflicts.size() == 1);
    dialog->choose(0, MergeDialog::Choice::Both);
    dialog->accept();
    CHECK(desk.dossier().projet().identite.nom == u"Mon nom\nLeur nom"_s);
    REQUIRE(desk.dossier().undo());
    CHECK(desk.dossier().projet().identite.nom == u"Mon nom"_s);
    REQUIRE(desk.dossier().undo());
    CHECK(desk.dossier().projet().structure.nom != u"Leur association"_s);
}

TEST_CASE("A project opened read-only says why and offers a copy")
{
    Desk desk;
    REQUIRE(desk.dossier().publishNow());
    int asked = 0; // the session then asks a name and a place
    desk.window.reset();
    auto opened = dossier::Dossier::open(desk.path(), dossier::Dossier::Mode::ReadOnly, desk.clock, desk.options());
    REQUIRE(opened.ok());
    desk.show(std::move(opened.value()), true);
    QObject::connect(desk.window.get(), &MainWindow::startFromExample, desk.window.get(), [&asked] { ++asked; });
    CHECK(desk.window->topBar().stateText() == u"Lecture seule"_s);
    CHECK_FALSE(desk.window->actions()[Command::Undo].isEnabled());
    desk.press(u"ouverture"_s, u"Repartir de cet exemple…"_s);
    CHECK(asked == 1);
}

TEST_CASE("Closing keeps everything, remembers the project and its sentence")
{
    Desk desk;
    REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), u"Nom de la fin"_s)));
    CHECK(desk.window->close());
    const auto recents = desk.settings.recents();
    REQUIRE(recents.size() == 1);
    CHECK(recents.front().name == u"Nom de la fin"_s);
    CHECK_FALSE(recents.front().sentence.isEmpty());
    desk.window.reset();
    auto again = dossier::Dossier::open(desk.path(), dossier::Dossier::Mode::Edit, desk.clock, desk.options());
    REQUIRE(again.ok());
    CHECK(again.value()->projet().identite.nom == u"Nom de la fin"_s);
}

TEST_CASE("A file that can't be written keeps the window open, once, with remedies")
{
    Desk desk;
    REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), u"En danger"_s)));
    REQUIRE(QFile::remove(desk.path()));
    REQUIRE(QDir().mkpath(desk.path() + u"/occupe"_s)); // a folder of that name is in the way
    CHECK_FALSE(desk.window->close());
    REQUIRE(desk.bar(u"fermeture"_s));
    desk.answer = desk.folder.filePath(u"sauf.cpts"_s);
    desk.press(u"fermeture"_s, u"Enregistrer ailleurs…"_s);
    CHECK(desk.dossier().path() == desk.answer);
    CHECK(desk.window->close());
}

TEST_CASE("Every shortcut belongs to one command, and the commands of the rules are there")
{
    std::set<QString> seen;
    for (const CommandInfo &info : commands()) {
        CHECK_FALSE(info.text.isEmpty());
        for (const QKeySequence &keys : info.keys) {
            INFO(keys.toString().toStdString());
            CHECK(seen.insert(keys.toString()).second);
        }
    }
    for (const QString &keys : {u"Ctrl+S"_s, u"Ctrl+Z"_s, u"Ctrl+Y"_s, u"Ctrl+F"_s, u"Ctrl+P"_s, u"Ctrl+N"_s,
                                u"Ctrl+O"_s, u"Ctrl+W"_s, u"F6"_s, u"F1"_s, u"Ctrl+PgUp"_s, u"Ctrl+PgDown"_s})
        CHECK(seen.contains(keys));
}

TEST_CASE("Keys of long texts are no commands of the window, and the list of keys tells them all")
{
    std::set<QString> window;
    for (const CommandInfo &info : commands())
        for (const QKeySequence &keys : info.keys)
            window.insert(keys.toString());
    const ShortcutsDialog dialog;
    const auto *table = dialog.findChild<QTableWidget *>();
    REQUIRE(table);
    QStringList told;
    for (int row = 0; row < table->rowCount(); ++row)
        told += table->item(row, 0)->text() + u' ' + table->item(row, 1)->text();
    std::set<QString> seen;
    for (const FormatCommandInfo &info : formatCommands()) {
        const QString keys = info.key.toString();
        INFO(keys.toStdString());
        CHECK(window.count(keys) == 0);
        CHECK(seen.insert(keys).second);
        CHECK(told.filter(info.key.toString(QKeySequence::NativeText) + u' ').filter(u"texte long"_s).size() == 1);
        CHECK((info.icon.isEmpty() || !icon(info.icon).isNull()));
    }
}

TEST_CASE("Two versions of a text that differ by their marks only are shown with them")
{
    Desk desk;
    const domain::Id id = domain::Id::fromKey(u"rubrique:gouvernance"_s);
    const domain::FieldAddress text{u"rubrique"_s, id, u"texte"_s};
    const auto words = [&](const QString &mine, const QString &theirs) {
        domain::MergeResult merge;
        merge.merged = desk.dossier().projet();
        domain::MergeConflict conflict;
        conflict.at = text;
        conflict.mine = domain::Value(mine);
        conflict.theirs = domain::Value(theirs);
        merge.conflicts = {conflict};
        const MergeDialog dialog(desk.dossier(), merge);
        QStringList shown;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            shown += label->text();
        return shown.join(u'\n');
    };
    const QString alike = words(u"Le **bureau**"_s, u"Le bureau"_s);
    CHECK(alike.contains(u"Le **bureau**"_s));
    CHECK(alike.contains(u"Prendre l’autre\u00A0: Le bureau"_s));
    const QString apart = words(u"Le **bureau**"_s, u"Le *conseil*"_s);
    CHECK(apart.contains(u"Garder la mienne\u00A0: Le bureau"_s));
    CHECK(apart.contains(u"Prendre l’autre\u00A0: Le conseil"_s));
    CHECK_FALSE(apart.contains(u'*'));
}

TEST_CASE("Everything that takes the keyboard has a name, on every page and in every dialog")
{
    Desk desk;
    const auto check = [](const QWidget &root, const QString &where) {
        for (const QWidget *each : root.findChildren<QWidget *>()) {
            if (!(each->focusPolicy() & Qt::TabFocus) || !each->isVisibleTo(&root) || each->focusProxy())
                continue;
            const QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(each));
            INFO(where.toStdString() << ": " << each->metaObject()->className() << " "
                                     << each->objectName().toStdString());
            CHECK((spoken && !spoken->text(QAccessible::Name).isEmpty()));
        }
    };
    for (const PageEntry &entry : desk.window->host().entries()) {
        desk.window->goTo(entry.code);
        check(*desk.window, entry.code);
    }
    check(NewProjectDialog(officialData().professions(), desk.folder.path()), u"nouveau"_s);
    check(ExportDialog(paca(), false), u"exporter"_s);
    check(ShortcutsDialog(), u"raccourcis"_s);
    check(AboutDialog(), u"à propos"_s);
    check(BackupsDialog({}, QDate(2026, 11, 23)), u"secours"_s);
}

TEST_CASE("No label of the program is in automatic format once shown")
{
    Desk desk;
    for (const PageEntry &entry : desk.window->host().entries()) {
        desk.window->goTo(entry.code);
        for (const QLabel *label : desk.window->findChildren<QLabel *>()) {
            INFO(entry.code.toStdString() << ": " << label->text().toStdString());
            CHECK(label->textFormat() != Qt::RichText);
        }
    }
}
