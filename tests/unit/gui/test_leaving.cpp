// What is told when a document leaves the project: what it lacks, and where it is.
#include "gui/dialogs/dossier_dialog.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/pages/page_relire.h"
#include "gui/pages/remains.h"
#include "gui/pages/send_pane.h"
#include "gui/widgets/labels.h"
#include "shell_desk.h"
#include "support/example.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QRadioButton>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using namespace shell;

namespace
{

domain::Projet bare()
{
    return domain::nouveauProjet(u"CPTS Neuve"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
}

QString texts(const QWidget &shown)
{
    QStringList all;
    for (const auto *label : shown.findChildren<TextLabel *>())
        if (!label->isHidden())
            all << support::plain(label->text());
    return all.join(u'\n');
}

} // namespace

TEST_CASE("What remains is said in one sentence, and only when something blocks")
{
    const auto said = [](int blocking, int improvements) {
        controle::Readiness readiness;
        readiness.blocking = blocking;
        readiness.improvements = improvements;
        return support::plain(remainsSentence(readiness));
    };
    CHECK(said(10, 13) == u"Il reste 23 points, dont 10 bloquants.");
    CHECK(said(1, 1) == u"Il reste 2 points, dont 1 bloquant.");
    CHECK(said(1, 0) == u"Il reste 1 point bloquant.");
    CHECK(said(0, 4).isEmpty());
}

TEST_CASE("Blank documents and single fiches lack nothing")
{
    Desk desk(bare());
    const AppContext context{desk.dossier(), officialData(), paca(), desk.clock};
    CHECK(support::plain(remainsOf(context, ExportRequest{u"annexe-3"_s})).contains(u"bloquant"_s));
    CHECK(remainsOf(context, ExportRequest{u"annexe-3"_s, report::Content::Blank}).isEmpty());
    ExportRequest fiche{u"annexe-5"_s};
    fiche.fiche = base::Id::create();
    CHECK(remainsOf(context, fiche).isEmpty());
}

TEST_CASE("The fiches-actions alone lack what is to be seen in them, not in the whole project")
{
    domain::Projet projet = bare();
    projet.fiches.insert(base::Id::create()).intitule = u"Une permanence"_s;
    Desk desk(projet);
    const AppContext context{desk.dossier(), officialData(), paca(), desk.clock};
    const auto points = [](const QString &sentence) { return support::plain(sentence).section(u' ', 2, 2).toInt(); };
    const int ofFiches = points(remainsOf(context, ExportRequest{u"annexe-5"_s}));
    const int ofAll = points(remainsOf(context, ExportRequest{u"annexe-4"_s}));
    CHECK(ofAll > ofFiches + 5);
    int there = 0;
    for (const auto &each : controle::check(projet, officialData(), desk.clock.today(), controle::Volet::Projet))
        there += each.page == u"fiches" && each.severity != controle::Severity::Fulfilled;
    CHECK((ofFiches == there || ofFiches == 0));
}

TEST_CASE("The window to export says what the document lacks, as it is chosen")
{
    ExportDialog dialog(paca(), false);
    dialog.setRemains([](const ExportRequest &request) {
        return request.content == report::Content::Filled ? u"Il reste 2 points bloquants. "_s + request.document
                                                          : QString();
    });
    CHECK(texts(dialog).contains(u"Il reste 2 points bloquants. annexe-3"_s));
    dialog.findChild<QComboBox *>()->setCurrentIndex(1);
    CHECK(texts(dialog).contains(u"bloquants. annexe-4"_s));
    for (auto *choice : dialog.findChildren<QRadioButton *>())
        if (choice->text().startsWith(u"Vierge, à remplir"_s))
            choice->click();
    CHECK_FALSE(texts(dialog).contains(u"Il reste"_s));
}

TEST_CASE("What the window to print has done moves no button, and goes with another choice")
{
    ExportDialog dialog(paca(), true);
    dialog.show();
    const auto closes = [&dialog] {
        for (auto *each : dialog.findChildren<QPushButton *>())
            if (each->text() == u"Fermer")
                return each->mapTo(&dialog, QPoint());
        return QPoint();
    };
    QTest::qWait(20);
    const QPoint before = closes();
    dialog.tell(u"Document enregistré : « annexe 3, vierge.docx », dans le dossier Documents de cet ordinateur."_s);
    QTest::qWait(20);
    CHECK(texts(dialog).contains(u"annexe 3, vierge"_s));
    CHECK(closes() == before);
    for (auto *choice : dialog.findChildren<QRadioButton *>())
        if (choice->text().startsWith(u"Vierge, avec"_s))
            choice->click();
    CHECK_FALSE(texts(dialog).contains(u"annexe 3, vierge"_s));
    CHECK(closes() == before);
}

TEST_CASE("A PDF printed with Ctrl+P is proposed beside the project, then told with what lacks and the way to it")
{
    Desk desk(bare());
    desk.window->findChild<FileDesk *>()->printPage(u"territoire"_s);
    auto *dialog = desk.window->findChild<QPrintDialog *>();
    REQUIRE(dialog);
    QTest::qWait(50);
    if (auto *field = dialog->findChild<QLineEdit *>(u"filename"_s)) {
        CHECK(QFileInfo(field->text()).absolutePath() == QFileInfo(desk.path()).absolutePath());
        CHECK(QFileInfo(field->text()).fileName().contains(u"CPTS Neuve"_s));
        CHECK(field->text().endsWith(u".pdf"_s));
    }
    const QString path = desk.folder.filePath(u"lettre.pdf"_s);
    dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
    dialog->printer()->setOutputFileName(path);
    dialog->done(QDialog::Accepted);
    REQUIRE(desk.bar(u"export"_s));
    const QString said = support::plain(desk.bar(u"export"_s)->sentence());
    CHECK(said.startsWith(u"Document enregistré : « lettre.pdf », dans "_s));
    CHECK(said.contains(u"Il reste "_s));
    CHECK(said.contains(u"bloquant"_s));
    QStringList buttons;
    for (const QPushButton *each : desk.bar(u"export"_s)->findChildren<QPushButton *>())
        buttons << each->text();
    CHECK(buttons == QStringList{u"Voir ce qui manque"_s, u"Ouvrir le dossier"_s});
    desk.press(u"export"_s, u"Voir ce qui manque"_s);
    CHECK(desk.window->host().currentCode() == u"relire");
    auto *pane = desk.window->findChild<SendPane *>();
    REQUIRE(pane);
    CHECK(pane->isVisible());
}

TEST_CASE("A list that is no official document is told without points")
{
    Desk desk(bare());
    desk.answer = desk.folder.filePath(u"dates.ics"_s);
    desk.window->files().exportCalendar();
    for (int i = 0; i < 300 && !desk.bar(u"export"_s); ++i)
        QTest::qWait(10);
    REQUIRE(desk.bar(u"export"_s));
    CHECK(desk.bar(u"export"_s)->sentence().contains(u"dates.ics"_s));
    CHECK_FALSE(desk.bar(u"export"_s)->sentence().contains(u"Il reste"_s));
}

TEST_CASE("The dossier says that the lettre is sent alone")
{
    const DossierDialog dialog(bare(), paca(), {});
    CHECK(texts(dialog).contains(u"La lettre d’intention n’y est pas : elle s’envoie seule"_s));
}

TEST_CASE("Before sending: the points name their document, and the lettre tells what blocks the dossier")
{
    Desk desk(bare());
    desk.window->goTo(u"relire"_s);
    auto *page = qobject_cast<PageRelire *>(desk.window->host().currentPage());
    auto *pane = desk.window->findChild<SendPane *>();
    REQUIRE(page);
    REQUIRE(pane);
    CHECK(texts(*pane).contains(u"Lettre : "_s));
    CHECK(texts(*pane).contains(u"Dossier complet : "_s));
    QPushButton *see = nullptr;
    for (QPushButton *each : pane->findChildren<QPushButton *>())
        if (each->text().startsWith(u"Voir le projet de santé"_s))
            see = each;
    REQUIRE(see);
    see->click();
    QTest::qWait(20);
    CHECK(texts(*pane).contains(u"Projet de santé : "_s));
    CHECK_FALSE(texts(*pane).contains(u"Dossier complet : "_s));
    CHECK(pane->isAncestorOf(desk.window->focusWidget())); // what was pressed is gone
    pane->setFindings({}, u"Lettre"_s);
    CHECK(texts(*pane).contains(u"Lettre : aucun point bloquant"_s));
    QTest::qWait(20);
    for (const QLabel *label : pane->findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(u"bloquant"_s))
            CHECK(label->height() < 2 * label->fontMetrics().height()); // on one line
}
