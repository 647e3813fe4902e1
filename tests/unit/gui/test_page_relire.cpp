#include "driving.h"
#include "gui/dialogs/export_choices.h"
#include "gui/pages/page_preview.h"
#include "gui/pages/page_relire.h"
#include "gui/pages/send_pane.h"
#include "gui/widgets/info_bar.h"
#include "support/example.h"
#include "support/pdf_text.h"
#include "support/tools.h"
#include "test_page_support.h"

#include <chrono>
#include <QButtonGroup>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::PageRelire;

namespace
{

QByteArray startOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.read(4);
}

} // namespace

TEST_CASE("The preview shows the pages of the document, and a click leads to the field")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    gui::PagePreview *preview = shown.page->preview();
    REQUIRE(preview->pageCount() > 1);
    const domain::FieldAddress name{u"identite"_s, {}, u"nom"_s};
    const QRect place = preview->placeOf(name.toString());
    REQUIRE_FALSE(place.isNull());
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    QTest::mouseClick(preview->viewport(), Qt::LeftButton, {}, place.center());
    REQUIRE(goTo.size() == 1);
    CHECK(goTo.at(0).at(0).toString() == u"porteur"_s);
    CHECK(goTo.at(0).at(1).value<domain::FieldAddress>() == name);
    CHECK(preview->fieldAt(QPoint(1, 1)).isEmpty());
}

TEST_CASE("Keys turn the pages of the preview")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    gui::PagePreview *preview = shown.page->preview();
    preview->setFocus();
    preview->finish();
    for (int frames = 0; frames < 5 && preview->currentPage() == 0; ++frames)
        press(preview, Qt::Key_PageDown);
    CHECK(preview->currentPage() == 1);
    CHECK(preview->accessibleName().contains(u"page 2 sur"_s));
    press(preview, Qt::Key_End);
    CHECK(preview->verticalScrollBar()->value() == preview->verticalScrollBar()->maximum());
    press(preview, Qt::Key_Home);
    CHECK(preview->currentPage() == 0);
}

TEST_CASE("A page taller than its frame is read frame by frame, and nothing of it is passed over")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 560});
    gui::PagePreview *preview = shown.page->preview();
    preview->setFocus();
    preview->finish();
    const QScrollBar *bar = preview->verticalScrollBar();
    const int frame = preview->viewport()->height();
    for (const Qt::Key key : {Qt::Key_PageDown, Qt::Key_Space}) {
        const int before = bar->value();
        press(preview, key);
        CHECK(bar->value() > before + frame / 2);
        CHECK(bar->value() < before + frame);
    }
    press(preview, Qt::Key_PageUp);
    press(preview, Qt::Key_Space, Qt::ShiftModifier);
    CHECK(bar->value() == 0);
}

TEST_CASE("An edit is in the preview soon after, where the reader was")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    gui::PagePreview *preview = shown.page->preview();
    preview->showPage(1);
    const int place = preview->verticalScrollBar()->value();
    const auto at = domain::FieldAddress{u"structure"_s, {}, u"nom"_s};
    REQUIRE(shown.dossier->edit(u"Essai"_s, domain::setting(shown.projet(), at, u"Association"_s)).ok());
    QTest::qWait(400);
    CHECK(std::abs(preview->verticalScrollBar()->value() - place) <= 1); // of a page that is not a whole number of dots
    CHECK_FALSE(preview->placeOf(at.toString()).isNull());
}

TEST_CASE("The first pages are there at once, the others soon after, or as soon as somebody goes there")
{
    Shown<PageRelire> shown(support::vallees(), {1000, 700});
    gui::PagePreview *preview = shown.page->preview();
    const auto *document = shown.page->findChild<QButtonGroup *>();
    const auto first = [&] { // of another document: nothing is laid beforehand
        shown.page->showDocument(u"annexe-3"_s);
        shown.page->showDocument(u"annexe-4"_s);
        REQUIRE_FALSE(preview->isWhole());
        return preview->pageCount();
    };
    const int known = first();
    CHECK(known >= 2);
    CHECK(preview->pageWords() == u"Page 1 sur …");
    CHECK_FALSE(document->checkedButton()->text().contains(u" pages"));
    QSignalSpy finished(preview, &gui::PagePreview::finished);
    REQUIRE(QTest::qWaitFor([preview] { return preview->isWhole(); }, 30000));
    CHECK(finished.size() == 1);
    const int all = preview->pageCount();
    CHECK(all > known);
    CHECK(preview->pageWords() == u"Page 1 sur %1"_s.arg(all));
    CHECK(support::plain(document->checkedButton()->text()).endsWith(u"%1 pages"_s.arg(all)));
    CHECK(preview->currentPage() == 0);

    first();
    preview->showPage(all - 1); // before anybody knows that there is one
    CHECK(preview->isWhole());
    CHECK(preview->currentPage() == all - 1);
    preview->showPage(all - 2); // the last one has the values of charts only
    report::FieldTag far;
    for (int y = 0; y < preview->viewport()->height() && far.isEmpty(); y += 4)
        far = preview->fieldAt({preview->viewport()->width() / 2, y});
    REQUIRE_FALSE(far.isEmpty());
    const int place = preview->verticalScrollBar()->value();
    shown.page->showDocument(u"annexe-4"_s); // made anew: the reader is far, and stays there
    CHECK(preview->verticalScrollBar()->value() == place);
    preview->showPage(0);
    first();
    press(preview, Qt::Key_End);
    CHECK(preview->pageCount() == all);
    CHECK(preview->verticalScrollBar()->value() == preview->verticalScrollBar()->maximum());
    preview->showPage(0);
    first();
    CHECK_FALSE(preview->placeOf(far).isNull());
    CHECK(preview->isWhole());
}

TEST_CASE("The three contents give three documents")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    gui::PagePreview *preview = shown.page->preview();
    const domain::FieldAddress name{u"identite"_s, {}, u"nom"_s};
    shown.page->setContent(report::Content::Blank);
    preview->finish();
    const int blank = preview->pageCount();
    shown.page->setContent(report::Content::BlankWithGuidance);
    preview->finish();
    CHECK(preview->pageCount() >= blank);
    auto choices = shown.page->findChildren<QRadioButton *>();
    REQUIRE(choices.size() == 3);
    QTest::mouseClick(choices.front(), Qt::LeftButton, {}, QPoint(10, 10));
    CHECK(shown.page->content() == report::Content::Filled);
    CHECK_FALSE(preview->placeOf(name.toString()).isNull());
}

TEST_CASE("Acronyms are developed in the preview and the files, until the tick is taken off, and the choice is kept")
{
    domain::Projet projet = projectOfOneCommune();
    domain::Rubrique &text = projet.rubriques.insert(base::Id::fromKey(u"rubrique:organisation"_s));
    text.code = u"organisation"_s;
    text.texte = u"Chaque MSP suit ses patients."_s;
    const auto file = [](Shown<PageRelire> &shown) {
        const QString path = shown.folder.filePath(u"lettre.docx"_s);
        REQUIRE(shown.page->exportTo(path, gui::Format::Docx));
        return QFileInfo(path).size();
    };
    gui::ExportChoices().setDevelopSigles(true);
    qint64 developed = 0;
    {
        Shown<PageRelire> shown(projet, {1000, 700});
        auto *tick = shown.page->findChild<QCheckBox *>();
        REQUIRE(tick);
        CHECK(tick->isChecked());
        CHECK(tick->accessibleName() == u"Développer les sigles à leur première apparition");
        developed = file(shown);
        QTest::mouseClick(tick, Qt::LeftButton, {}, QPoint(10, tick->height() / 2));
        CHECK_FALSE(gui::ExportChoices().developSigles());
        CHECK(file(shown) < developed);
        CHECK(shown.projet().rubriques.find(base::Id::fromKey(u"rubrique:organisation"_s))->texte == text.texte);
        shown.page->setContent(report::Content::Blank);
        CHECK_FALSE(tick->isEnabled());
    }
    Shown<PageRelire> again(projet, {1000, 700});
    CHECK_FALSE(again.page->findChild<QCheckBox *>()->isChecked());
    CHECK(file(again) < developed);
    gui::ExportChoices().setDevelopSigles(true);
}

TEST_CASE("Word, PDF and OpenDocument files are written, and the place is told")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    const QString docx = shown.folder.filePath(u"lettre é.docx"_s);
    REQUIRE(shown.page->exportTo(docx, gui::Format::Docx));
    CHECK(startOf(docx).startsWith("PK"));
    REQUIRE(shown.page->messages()->bar(u"export"_s));
    CHECK(shown.page->messages()->bar(u"export"_s)->sentence().contains(u"lettre é.docx"_s));
    const QString pdf = shown.folder.filePath(u"lettre.pdf"_s);
    REQUIRE(shown.page->exportTo(pdf, gui::Format::Pdf));
    CHECK(startOf(pdf) == "%PDF");
    const QString odt = shown.folder.filePath(u"lettre.odt"_s);
    REQUIRE(shown.page->exportTo(odt, gui::Format::Odt));
    CHECK(startOf(odt).startsWith("PK"));
}

TEST_CASE("The PDF of a draft says what lacks when the tick asks so, Word never, and the count follows what is mended")
{
    gui::ExportChoices().setMarksGaps(true);
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    const auto button = [&shown] { // of the pane, that says it as the page does
        for (auto *each : shown.page->sidePane()->findChildren<QPushButton *>())
            if (each->text().contains(u"P&DF"_s))
                return each->text();
        return QString();
    };
    const QString path = shown.folder.filePath(u"lettre.pdf"_s);
    const auto marks = [&] {
        REQUIRE(shown.page->exportTo(path, gui::Format::Pdf));
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return support::pdfText(file.readAll()).contains(u"à compléter"_s);
    };
    CHECK(button() == u"P&DF (brouillon)");
    shown.page->askExport(gui::Format::Pdf);
    auto *chooser = shown.page->findChild<QFileDialog *>();
    REQUIRE(chooser);
    CHECK(chooser->selectedFiles().front().contains(u"Lettre d’intention - brouillon"_s));
    chooser->reject();
    if (support::program(u"pdftotext"_s))
        CHECK(marks());
    REQUIRE(shown.page->exportTo(path, gui::Format::Pdf));
    const QString told = shown.page->messages()->bar(u"export"_s)->sentence();
    const domain::FieldAddress at{u"accompagnement"_s, {}, u"souhaite"_s};
    REQUIRE(shown.dossier->edit(u"Essai"_s, domain::setting(shown.projet(), at, false)).ok());
    QTRY_VERIFY(shown.page->messages()->bar(u"export"_s)->sentence() != told); // one point less
    CHECK(shown.page->messages()->bar(u"export"_s)->sentence().contains(u"lettre.pdf"_s));
    for (auto *tick : shown.page->findChildren<QCheckBox *>())
        if (tick->accessibleName().startsWith(u"Marquer"_s))
            QTest::mouseClick(tick, Qt::LeftButton, {}, QPoint(10, tick->height() / 2));
    CHECK(button() == u"P&DF");
    if (support::program(u"pdftotext"_s))
        CHECK_FALSE(marks());
    gui::ExportChoices().setMarksGaps(true);
}

TEST_CASE("A place where nothing can be written is told in words, and nothing is lost")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    CHECK_FALSE(shown.page->exportTo(shown.folder.filePath(u"absent/lettre.docx"_s), gui::Format::Docx));
    gui::InfoBar *bar = shown.page->messages()->bar(u"export"_s);
    REQUIRE(bar);
    CHECK(bar->tone() == gui::InfoBar::Tone::Problem);
    CHECK_FALSE(bar->sentence().isEmpty());
    CHECK(bar->findChild<QPushButton *>());
}

TEST_CASE("The dossier and the plan are asked for beside the documents")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    QList<gui::FormPage::Sending> asked;
    QObject::connect(shown.page.get(), &gui::FormPage::sendingAsked, shown.page.get(),
                     [&asked](gui::FormPage::Sending what) { asked << what; });
    for (QPushButton *button : shown.page->sidePane()->findChildren<QPushButton *>())
        if (button->text().startsWith(u"Dossier"_s) || button->text().contains(u"an d’action"_s))
            button->click();
    CHECK(asked == QList{gui::FormPage::Sending::Dossier, gui::FormPage::Sending::Plan});
}

TEST_CASE("Before sending: what blocks, with the way to it")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    auto *pane = qobject_cast<gui::SendPane *>(shown.page->sidePane());
    REQUIRE(pane);
    CHECK(shown.page->side() == gui::FormPage::Side::Own);
    bool told = false;
    for (const QLabel *label : pane->findChildren<QLabel *>())
        told = told || label->text().contains(u"bloquant"_s);
    CHECK(told);
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    QPushButton *jump = nullptr;
    for (QPushButton *button : pane->findChildren<QPushButton *>())
        if (!jump && button->accessibleName().startsWith(u"Corriger : "_s))
            jump = button;
    REQUIRE(jump);
    jump->click();
    CHECK(goTo.size() == 1);
}

TEST_CASE("The buttons to send follow a short list, and stay in sight under a long one")
{
    gui::SendPane pane;
    pane.resize(120, 640); // narrow before it takes its place in the window
    pane.show();
    pane.setFindings({});
    QTest::qWait(20);
    pane.resize(312, 640);
    const auto list = [&pane] { return pane.findChild<QScrollArea *>(); };
    pane.setFindings({});
    QTest::qWait(20);
    CHECK(list()->height() < 80);
    std::vector<controle::Finding> many(30);
    for (controle::Finding &finding : many) {
        finding.severity = controle::Severity::Blocking;
        finding.sentence = u"Une phrase assez longue pour tenir sur deux lignes du volet"_s;
    }
    pane.setFindings(many);
    QTest::qWait(20);
    CHECK(list()->verticalScrollBar()->maximum() > 0);
    CHECK(list()->height() > 240);
    for (const QPushButton *button : pane.findChildren<QPushButton *>())
        if (!button->accessibleName().startsWith(u"Corriger"_s))
            CHECK(button->mapTo(&pane, button->rect().bottomLeft()).y() < pane.height());
    CHECK_FALSE(pane.isLow());
}

TEST_CASE("The buttons to export and print are on the page while the pane that has them is closed")
{
    Shown<PageRelire> shown(projectOfOneCommune(), {1000, 700});
    QWidget *pane = shown.page->sidePane();
    pane->show();
    CHECK_FALSE(shown.page->commands()->isVisible());
    pane->hide();
    CHECK(shown.page->commands()->isVisible());
    QStringList texts;
    for (const QPushButton *button : shown.page->commands()->findChildren<QPushButton *>())
        texts << button->text();
    CHECK(texts.front().startsWith(u"Voir "_s));
    CHECK(texts.front().endsWith(u" points →"_s));
    CHECK(texts.sliced(1) == QStringList{u"Word (.docx)"_s, u"PDF (brouillon)"_s, u"OpenDocument"_s, u"Imprimer…"_s,
                                         u"Dossier complet…"_s, u"Plan d’action (Excel)…"_s});
    QSignalSpy sending(shown.page.get(), &gui::FormPage::sendingAsked);
    shown.page->commands()->findChildren<QPushButton *>().back()->click();
    CHECK(sending.size() == 1);
    QSignalSpy side(shown.page.get(), &gui::FormPage::sideAsked);
    shown.page->commands()->findChildren<QPushButton *>().front()->click();
    CHECK(side.size() == 1);
}

TEST_CASE("With texts of 150 % the pages are wide enough to be read, and the points have the whole pane")
{
    driving::Look look;
    look.theme->setZoom(150);
    Shown<PageRelire> shown(support::vallees(), {930, 640});
    QTest::qWait(20);
    gui::PagePreview *preview = shown.page->preview();
    CHECK(preview->width() > 800);
    CHECK(preview->zoom() >= 60);
    auto *pane = qobject_cast<gui::SendPane *>(shown.page->sidePane());
    REQUIRE(pane);
    pane->setFixedSize(468, 620);
    pane->show();
    QTest::qWait(20);
    CHECK(pane->isLow());
    CHECK(shown.page->commands()->isVisible());
    std::vector<controle::Finding> many(19);
    for (controle::Finding &finding : many) {
        finding.severity = controle::Severity::Improvement;
        finding.sentence = u"Une phrase assez longue pour tenir sur deux lignes du volet"_s;
    }
    pane->setFindings(many);
    QTest::qWait(20);
    CHECK(pane->findChild<QScrollArea *>()->height() > 12 * pane->fontMetrics().lineSpacing());
    pane->setFixedSize(468, 1100);
    QTest::qWait(20);
    CHECK_FALSE(pane->isLow());
    CHECK_FALSE(shown.page->commands()->isVisible());
}
