// The life of the file of a project, as the user sees it in the main window.
#include "gui/dialogs/export_choices.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/merge_dialog.h"
#include "gui/pages/remains.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page_paper.h"
#include "gui/shell/told.h"
#include "gui/widgets/marked_label.h"
#include "shell_desk.h"
#include "support/catch.h"
#include "support/example.h"
#include "support/pdf_text.h"
#include "support/tools.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using namespace shell;
using domain::Value;

namespace
{

// A lettre begun: its porteur is not there yet.
domain::Projet begun()
{
    domain::Projet projet = example();
    *projet.personnes.find(projet.identite.porteur) = {};
    projet.structure = {};
    return projet;
}

} // namespace

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
    CHECK(desk.dossier().projet().identite.nom == u"Mon nom / Leur nom"_s);
    REQUIRE(desk.dossier().undo()); // the merge and its answer at once
    CHECK(desk.dossier().projet().identite.nom == u"Mon nom"_s);
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
    CHECK_FALSE(desk.settings.recents().front().changed); // the file is whole before the window goes
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

TEST_CASE("Ctrl+P prints the document of the page, and the dialog says which, and a page of none asks")
{
    CHECK_FALSE(paperOfPage(paca(), u"tableau-de-bord"_s));
    CHECK_FALSE(paperOfPage(paca(), u"pieces"_s));
    CHECK(paperOfPage(paca(), u"mobilisation"_s)->document == u"annexe-3");
    CHECK(paperOfPage(paca(), u"diagnostic"_s)->document == u"annexe-4");
    CHECK(paperOfPage(paca(), u"fiches"_s)->document == u"annexe-5");

    Desk desk(begun());
    ExportChoices().setMarksGaps(true);
    const std::pair<QString, QString> pages[] = {{u"financement"_s, u"Imprimer : Budget et financements"_s},
                                                 {u"fil-rouge"_s, u"Imprimer : Fil rouge"_s},
                                                 {u"ccopd"_s, u"Imprimer : CCOPD à blanc"_s},
                                                 {u"territoire"_s, u"Imprimer : Lettre d’intention (annexe 3)"_s}};
    for (const auto &[page, title] : pages) {
        INFO(page.toStdString());
        desk.window->findChild<FileDesk *>()->printPage(page);
        auto *dialog = desk.window->findChild<QPrintDialog *>();
        REQUIRE(dialog);
        CHECK(support::plain(dialog->windowTitle()) == title);
        const QString path = desk.folder.filePath(page + u".pdf"_s);
        dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
        dialog->printer()->setOutputFileName(path);
        dialog->done(QDialog::Accepted);
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.peek(5) == "%PDF-");
        // Of the lettre, which is not ready, the paper says what lacks.
        if (support::program(u"pdftotext"_s))
            CHECK(support::pdfText(file.readAll()).contains(u"à compléter"_s) == (page == u"territoire"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

TEST_CASE("What lacks is marked on paper while the document is a draft, unless the user wants it bare")
{
    Desk desk(begun());
    const AppContext context{desk.dossier(), officialData(), paca(), desk.clock, nullptr};
    const ExportRequest lettre{u"annexe-3"_s, report::Content::Filled};
    ExportChoices().setMarksGaps(true);
    CHECK(onPages(context, lettre).draft);
    CHECK_FALSE(onPages(context, {u"annexe-3"_s, report::Content::Blank}).draft);
    desk.window->goTo(u"relire"_s);
    for (auto *tick : desk.window->findChildren<QCheckBox *>())
        if (tick->accessibleName() == u"Marquer ce qui manque sur le papier et dans le PDF"_s)
            QTest::mouseClick(tick, Qt::LeftButton, {}, QPoint(10, tick->height() / 2));
    CHECK_FALSE(ExportChoices().marksGaps());
    CHECK_FALSE(onPages(context, lettre).draft);
    ExportChoices().setMarksGaps(true);
}

TEST_CASE("Ctrl+E proposes the document of the page, as Ctrl+P does")
{
    Desk desk;
    const std::pair<QString, QString> pages[] = {{u"mobilisation"_s, u"annexe-3"_s},
                                                 {u"diagnostic"_s, u"annexe-4"_s},
                                                 {u"fiches"_s, u"annexe-5"_s},
                                                 {u"ccopd"_s, QString()}};
    desk.answer = desk.folder.filePath(u"sortie.docx"_s);
    for (const auto &[page, document] : pages) {
        INFO(page.toStdString());
        bool seen = false;
        QTimer::singleShot(0, desk.window.get(), [&, wanted = document] {
            auto *dialog = qobject_cast<ExportDialog *>(QApplication::activeModalWidget());
            REQUIRE(dialog);
            seen = true;
            CHECK(dialog->request().document == wanted);
            CHECK(dialog->request().content == report::Content::Filled);
            dialog->findChild<QDialogButtonBox *>()->buttons().front()->click();
        });
        desk.window->files().exportDocument(page);
        CHECK(seen);
        QTRY_VERIFY(QFileInfo::exists(desk.answer)); // what the page makes itself is written too
        QFile::remove(desk.answer);
    }
}

namespace
{

// A copy of the project of the desk, as somebody else changed it elsewhere.
QString copyWith(Desk &desk, const QString &name, const QString &organisation)
{
    REQUIRE(desk.dossier().publishNow().ok());
    dossier::Options other;
    other.dataFolder = desk.folder.filePath(u"chez-eux"_s);
    const QString copy = desk.folder.filePath(name);
    REQUIRE(QFile::copy(desk.path(), copy));
    auto theirs = dossier::Dossier::open(copy, dossier::Dossier::Mode::Edit, desk.clock, other);
    REQUIRE(theirs.ok());
    const auto set = [&](const QString &champ, const QString &text) {
        REQUIRE(theirs.value()->edit(
            u"Modifier"_s, domain::settingChamp(theirs.value()->projet(), *domain::parseChamp(champ), Value(text))));
    };
    set(u"rubrique:organisation.texte"_s, organisation);
    set(u"structure.nom"_s, u"Leur association"_s);
    REQUIRE(theirs.value()->publishNow().ok());
    return copy;
}

} // namespace

TEST_CASE("Two copies: the questions are named as on the screen, with the files, and only what differs is marked")
{
    Desk desk;
    const QString organisation =
        desk.dossier().projet().rubriques.find(domain::Id::fromKey(u"rubrique:organisation"_s))->texte;
    desk.answer = copyWith(desk, u"Copie de Lucie.cpts"_s, u"Lucie ajoute ceci. "_s + organisation);
    REQUIRE(
        desk.dossier().edit(u"Modifier"_s, domain::settingChamp(desk.dossier().projet(),
                                                                *domain::parseChamp(u"rubrique:organisation.texte"_s),
                                                                Value(u"Marc ajoute cela. "_s + organisation))));
    REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), u"Nom défait"_s)));
    REQUIRE(desk.dossier().undo());
    desk.window->goTo(u"porteur"_s, {});
    desk.window->files().mergeCopy();
    auto *dialog = desk.window->findChild<MergeDialog *>();
    REQUIRE(dialog);
    REQUIRE(dialog->merge().conflicts.size() == 1);
    QStringList shown, marked;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        shown += support::plain(label->text());
    for (const MarkedLabel *label : dialog->findChildren<MarkedLabel *>())
        marked += label->marked();
    CHECK(shown.contains(u"Calendrier, appui : Mode d’organisation"_s));
    CHECK_FALSE(shown.join(u'\n').contains(u"Rubrique"_s));
    CHECK(shown.join(u'\n').contains(u"« vallees.cpts », ouvert ici"_s));
    CHECK(shown.join(u'\n').contains(u"« Copie de Lucie.cpts », enregistré"_s));
    CHECK(marked == QStringList{u"Marc"_s, u"cela."_s, u"Lucie"_s, u"ceci."_s});

    SECTION("Both are kept, the common lines once, and a bar says it and undoes all of it")
    {
        dialog->choose(0, MergeDialog::Choice::Both);
        dialog->accept();
        const auto text = [&] {
            return desk.dossier().projet().rubriques.find(domain::Id::fromKey(u"rubrique:organisation"_s))->texte;
        };
        CHECK(text() == u"Marc ajoute cela. Lucie ajoute ceci. "_s + organisation);
        CHECK(desk.dossier().projet().structure.nom == u"Leur association"_s);
        REQUIRE(desk.bar(u"reunion"_s));
        CHECK(support::plain(desk.bar(u"reunion"_s)->sentence())
                  .startsWith(u"Versions réunies : 1 modification reprise"_s));
        CHECK(support::plain(desk.bar(u"reunion"_s)->sentence()).endsWith(u"1 réponse donnée."_s));
        desk.press(u"reunion"_s, u"Revenir à ma version"_s);
        CHECK(text() == u"Marc ajoute cela. "_s + organisation);
        CHECK(desk.dossier().projet().structure.nom != u"Leur association"_s);
        CHECK(desk.bar(u"reunion"_s)->sentence().contains(u"Rétablir"_s));
        desk.press(Qt::Key_Y, Qt::ControlModifier);
        CHECK(text() == u"Marc ajoute cela. Lucie ajoute ceci. "_s + organisation);
        CHECK(stepTold(desk.dossier().undoLabel(), {}, desk.dossier()) == u"Versions réunies de nouveau.");
        desk.press(Qt::Key_Z, Qt::ControlModifier);
        CHECK(text() == u"Marc ajoute cela. "_s + organisation);
        CHECK(stepTold(desk.dossier().redoLabel(), {}, desk.dossier()) == u"Vous êtes revenu à votre version.");
    }
    SECTION("The bar goes with the next edit: it would undo that instead")
    {
        dialog->accept();
        REQUIRE(desk.bar(u"reunion"_s));
        REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), u"Autre nom"_s)));
        CHECK_FALSE(desk.bar(u"reunion"_s));
    }
    SECTION("Giving up leaves the project as it was")
    {
        QTest::keyClick(dialog, Qt::Key_Escape);
        CHECK(desk.dossier().projet().structure.nom != u"Leur association"_s);
        REQUIRE(desk.bar(u"reunion"_s));
        CHECK(desk.bar(u"reunion"_s)->sentence().contains(u"comme avant"_s));
        CHECK(desk.dossier().undoLabel() == u"Modifier"_s);
        REQUIRE(desk.dossier().redo()); // what was undone before, nothing of the other version
        CHECK(desk.dossier().projet().identite.nom == u"Nom défait"_s);
        CHECK(desk.dossier().projet().structure.nom != u"Leur association"_s);
        CHECK(desk.window->host().currentCode() == u"porteur"_s); // it leads nowhere
    }
}

TEST_CASE("A copy that brings nothing is told without a window")
{
    Desk desk;
    REQUIRE(desk.dossier().publishNow().ok());
    desk.answer = desk.folder.filePath(u"pareil.cpts"_s);
    REQUIRE(QFile::copy(desk.path(), desk.answer));
    desk.window->files().mergeCopy();
    CHECK_FALSE(desk.window->findChild<MergeDialog *>());
    REQUIRE(desk.bar(u"reunion"_s));
    CHECK(desk.bar(u"reunion"_s)->sentence().contains(u"inchangé"_s));
}
