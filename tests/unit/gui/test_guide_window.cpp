// The guide in its window: contents, search, moves, links, PDF.
#include "base/text.h"
#include "gui/dialogs/document_menu.h"
#include "gui/shell/guide_view.h"
#include "gui/shell/guide_window.h"
#include "support/catch.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTextTable>

using namespace Qt::Literals::StringLiterals;
using namespace gui;

namespace
{

const QDate today(2026, 11, 27);

struct Opened {
    GuideWindow window{today};
    QLineEdit *search = window.findChild<QLineEdit *>();
    QListWidget *contents = window.findChild<QListWidget *>();
    GuideView *view = window.findChild<GuideView *>();

    Opened()
    {
        window.show();
        REQUIRE(QTest::qWaitForWindowExposed(&window));
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : window.findChildren<QPushButton *>())
            if (each->text() == text)
                return each;
        return nullptr;
    }
};

} // namespace

TEST_CASE("The guide opens at its first page, with its parts and all its pages at the left")
{
    Opened guide;
    CHECK(guide.window.currentCode() == u"prendre-en-main"_s);
    CHECK(guide.view->toPlainText().startsWith(u"Prendre en main"_s));
    CHECK(guide.contents->item(0)->text() == u"Commencer"_s);
    CHECK_FALSE(guide.contents->item(0)->flags().testFlag(Qt::ItemIsSelectable));
    CHECK(guide.contents->currentItem()->text() == u"Prendre en main"_s);
    CHECK(guide.contents->count() > 20);
    CHECK_FALSE(guide.button(u"← Page précédente"_s)->isEnabled());
}

TEST_CASE("A line of the guide is of about eighty characters, however wide the window")
{
    Opened guide;
    const auto longest = [&guide] {
        int most = 0;
        for (QTextBlock block = guide.view->document()->begin(); block.isValid(); block = block.next())
            for (int line = 0; line < block.layout()->lineCount(); ++line)
                most = std::max(most, block.layout()->lineAt(line).textLength());
        return most;
    };
    guide.window.resize(1920, 1000);
    QTest::qWait(20);
    CHECK(longest() > 60);
    CHECK(longest() <= 92);
    const QRect first = guide.view->cursorRect(QTextCursor(guide.view->document()));
    CHECK(first.left() > 300); // in the middle of the room
    guide.window.resize(700, 500);
    QTest::qWait(20);
    CHECK(guide.view->cursorRect(QTextCursor(guide.view->document())).left() < 60);
}

TEST_CASE("Keys of the guide: next, previous, search, close")
{
    Opened guide;
    QTest::keyClick(&guide.window, Qt::Key_Right, Qt::AltModifier);
    CHECK(guide.window.currentCode() == u"travailler-a-plusieurs"_s);
    QTest::keyClick(&guide.window, Qt::Key_Left, Qt::AltModifier);
    CHECK(guide.window.currentCode() == u"prendre-en-main"_s);
    QTest::keyClick(&guide.window, Qt::Key_Left, Qt::AltModifier);
    CHECK(guide.window.currentCode() == u"prendre-en-main"_s);
    guide.view->setFocus();
    QTest::keyClick(guide.view, Qt::Key_F, Qt::ControlModifier);
    CHECK(guide.search->hasFocus());
    QTest::keyClick(guide.search, Qt::Key_Escape);
    CHECK_FALSE(guide.window.isVisible());
}

TEST_CASE("Searching the guide lists the pages found and shows the words in the first")
{
    Opened guide;
    QTest::keyClicks(guide.search, u"communes-100m"_s);
    CHECK(guide.window.currentCode() == u"carte"_s);
    CHECK(guide.contents->count() == 1);
    CHECK(guide.view->textCursor().selectedText() == u"communes-100m"_s);
    CHECK_FALSE(guide.view->extraSelections().isEmpty());
    QTest::keyClick(guide.search, Qt::Key_Return);
    CHECK(guide.view->hasFocus());
    guide.search->setText(u"xylophone"_s);
    CHECK(guide.contents->item(0)->text().startsWith(u"Aucune page"_s));
    CHECK(guide.window.currentCode() == u"carte"_s); // still there to be read
    guide.search->clear();
    CHECK(guide.contents->currentItem()->text() == u"Afficher la carte"_s);
    CHECK(guide.view->extraSelections().isEmpty());
    guide.search->setText(u"ECHEANCE"_s); // every place, without the accents and capitals
    const auto marks = guide.view->extraSelections();
    REQUIRE_FALSE(marks.isEmpty());
    for (const QTextEdit::ExtraSelection &each : marks)
        CHECK(base::fold(each.cursor.selectedText()) == u"echeance"_s);
    guide.window.resize(700, 500); // the page is laid out anew, its words stay marked
    QTest::qWait(20);
    CHECK(guide.view->extraSelections().size() == marks.size());
}

TEST_CASE("A click in the contents, on the next button, on a link of a page")
{
    Opened guide;
    QListWidgetItem *item = guide.contents->findItems(u"Faire le diagnostic"_s, Qt::MatchExactly).value(0);
    REQUIRE(item);
    guide.contents->scrollToItem(item);
    QTest::mouseClick(guide.contents->viewport(), Qt::LeftButton, {}, guide.contents->visualItemRect(item).center());
    CHECK(guide.window.currentCode() == u"diagnostic"_s);
    QTest::mouseClick(guide.button(u"Page suivante →"_s), Qt::LeftButton);
    CHECK(guide.window.currentCode() == u"organisation"_s);
    Q_EMIT guide.view->anchorClicked(QUrl(u"#importer"_s));
    CHECK(guide.window.currentCode() == u"importer"_s);
}

TEST_CASE("A page on the screen has headings, lists, tables, links and described pictures, and loads nothing else")
{
    Opened guide;
    guide.window.open(u"missions-fiches"_s);
    int headings = 0;
    int items = 0;
    QStringList described;
    const QTextDocument &text = *guide.view->document();
    for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
        headings += block.blockFormat().headingLevel() > 0;
        items += block.textList() != nullptr;
        for (auto part = block.begin(); !part.atEnd(); ++part)
            if (part.fragment().charFormat().isImageFormat())
                described << part.fragment().charFormat().property(QTextFormat::ImageAltText).toString();
    }
    CHECK(headings == 5);
    CHECK(items == 10);
    REQUIRE(described.size() == 1);
    CHECK(described[0].startsWith(u"La page Fiches-actions"_s));
    CHECK(text.rootFrame()->childFrames().size() == 1);
    CHECK(guide.view->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s)).isNull());
}

TEST_CASE("A page of the program leads to the page of the guide that explains it, in one window")
{
    QWidget owner;
    owner.show();
    GuideWindow *guide = GuideWindow::showOver(&owner, today, u"ccopd"_s);
    CHECK(guide->currentCode() == u"fil-rouge-ccopd"_s);
    CHECK(GuideWindow::showOver(&owner, today, u"territoire"_s) == guide);
    CHECK(guide->currentCode() == u"territoire"_s);
    guide->close();
    CHECK(GuideWindow::showOver(&owner, today) == guide);
    CHECK(guide->isVisible());
    CHECK(guide->currentCode() == u"territoire"_s); // where one was
}

TEST_CASE("This page or the whole guide goes to paper and PDF")
{
    Opened guide;
    QStringList texts;
    for (const QAction *action : guide.window.documents().menu()->actions())
        texts << QString(action->text()).replace(QChar::Nbsp, u' ');
    CHECK(texts == QStringList{u"Cette page : imprimer…"_s, u"Cette page : PDF…"_s, u"Tout le guide : imprimer…"_s,
                               u"Tout le guide : PDF…"_s});
    QTemporaryDir folder;
    const QString path = folder.filePath(u"guide.pdf"_s);
    const auto whole = guide::Guide::load();
    CHECK(guide.window.documents().writeTo(
        path, Format::Pdf, [&whole]() -> base::Result<report::Document> { return guide::documentOf(whole, today); }));
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    CHECK(file.size() > 100'000);
}

TEST_CASE("The contents of the guide leave the page its room in a small window, and cut no title")
{
    Opened guide;
    QWidget *left = guide.contents->parentWidget();
    guide.window.resize(1366, 768);
    const int wide = left->width();
    guide.window.resize(640, 480);
    CHECK(left->width() < wide);
    CHECK(left->width() <= 640 * 36 / 100);
    CHECK(guide.contents->textElideMode() == Qt::ElideNone);
}
