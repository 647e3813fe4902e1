// A long text: how it looks while one reads, and where one writes.
#include "gui/theme/theme.h"
#include "gui/widgets/text_area.h"
#include "long_text.h"
#include "support/catch.h"

#include <QApplication>
#include <QLabel>
#include <QTest>
#include <QTextBlock>

using namespace gui;
using namespace longtext;
using namespace Qt::Literals::StringLiterals;
using domain::Value;

TEST_CASE("The text is shown with its looks, its marks step back")
{
    Page page(u"un **gras** et *penché*\n- item\n| a | **b** |\n2 * 3"_s);
    CHECK(formatAt(*page.area, 0, 5).fontWeight() == QFont::Bold);
    CHECK(formatAt(*page.area, 0, 16).fontItalic());
    const QColor dim = currentPalette().inkSecondary;
    for (const auto &[line, column] : std::initializer_list<std::pair<int, int>>{{1, 0}, {2, 4}})
        CHECK(formatAt(*page.area, line, column).foreground().color() == dim);
    for (const auto &[line, column] : std::initializer_list<std::pair<int, int>>{{0, 3}, {0, 9}, {2, 0}, {2, 10}})
        CHECK(hiddenAt(*page.area, line, column)); // the caret is in another line
    page.area->moveCursor(QTextCursor::Start);
    for (const int column : {3, 9})
        CHECK(formatAt(*page.area, 0, column).foreground().color() == dim);
    CHECK(formatAt(*page.area, 2, 8).fontWeight() == QFont::Bold);
    CHECK_FALSE(formatAt(*page.area, 3, 2).hasProperty(QTextFormat::ForegroundBrush));
    CHECK(page.text() == u"un **gras** et *penché*\n- item\n| a | **b** |\n2 * 3"_s);
}

TEST_CASE("Marks are seen in the line where one writes, and nowhere when one reads")
{
    Page page(u"**gras** ici\nun *autre*\nfin"_s);
    int told = 0;
    page.area->onEdited([&told](FieldEditor::Moment) { ++told; });
    const auto width = [&page](int line) {
        const QTextBlock block = page.area->document()->findBlockByNumber(line);
        static_cast<void>(
            page.area->document()->documentLayout()->blockBoundingRect(block)); // it is laid out when asked
        return block.layout()->lineAt(0).naturalTextWidth();
    };
    page.after->setFocus();
    CHECK(hiddenAt(*page.area, 0, 0));
    CHECK(hiddenAt(*page.area, 1, 3));
    const double read = width(0);
    page.area->moveCursor(QTextCursor::Start);
    page.area->setFocus();
    CHECK_FALSE(hiddenAt(*page.area, 0, 0));
    CHECK_FALSE(hiddenAt(*page.area, 0, 6));
    CHECK(hiddenAt(*page.area, 1, 3));
    CHECK(width(0) > read + 6); // four stars, small
    page.press(Qt::Key_Down);
    CHECK(hiddenAt(*page.area, 0, 0));
    CHECK_FALSE(hiddenAt(*page.area, 1, 3));
    CHECK(width(0) == read);
    page.press(Qt::Key_Return); // the caret goes on in a line of its own
    CHECK(page.text().count(u'\n') == 3);
    CHECK_FALSE(hiddenAt(*page.area, 2, 3));
    page.area->setEditable(false);
    CHECK(hiddenAt(*page.area, 2, 3));
    CHECK(told == 1); // only Enter wrote something
}

TEST_CASE("A table pasted looks like one: a band, bars between cells, its titles bold, no rule of dashes")
{
    Theme theme(*qApp);
    Page page(u"| Indicateur | Région |\n|---|---|\n| Sans médecin | 9 % |\nfin"_s);
    CHECK(hiddenAt(*page.area, 0, 0));
    CHECK_FALSE(hiddenAt(*page.area, 0, 13)); // between the two cells
    CHECK(hiddenAt(*page.area, 0, 22));
    CHECK(hiddenAt(*page.area, 1, 4));
    CHECK(formatAt(*page.area, 0, 4).fontWeight() == QFont::Bold);
    CHECK(formatAt(*page.area, 2, 4).fontWeight() != QFont::Bold);
    for (const int line : {0, 2})
        CHECK(formatAt(*page.area, line, 4).background().color() == currentPalette().surfaceRaised);
    qApp->setStyleSheet(QString());
}

TEST_CASE("A picture in a text is its description, not its address")
{
    const QString line = u"![Carte des communes](piece:0b6f2f0e-5b0a-4d5e-9c61-3f1f6d1c2a11 \"Carte\")"_s;
    Page page(line + u"\nfin"_s);
    REQUIRE(base::readPicture(line));
    CHECK(hiddenAt(*page.area, 0, 0));
    CHECK(hiddenAt(*page.area, 0, 30));
    CHECK_FALSE(hiddenAt(*page.area, 0, 4));
    page.area->moveCursor(QTextCursor::Start);
    CHECK_FALSE(hiddenAt(*page.area, 0, 30));
}

TEST_CASE("A line says what the signs are, while there are some and one writes")
{
    Page page(u"du **gras**"_s);
    const auto said = [&page] {
        for (const QLabel *label : page.frame->findChildren<QLabel *>())
            if (label->text().startsWith(u"Les signes"_s))
                return label->isVisible();
        return false;
    };
    page.window.resize(900, 500);
    QTest::qWait(10);
    CHECK(said());
    const int height = page.frame->height();
    page.after->setFocus();
    CHECK_FALSE(said());
    QTest::qWait(10);
    CHECK(page.frame->height() == height);
    page.area->setFocus();
    page.area->selectAll();
    page.press(Qt::Key_Delete);
    page.type(u"2 * 3"_s); // a star that is printed
    CHECK_FALSE(said());
    page.press(Qt::Key_B, Qt::ControlModifier);
    page.type(u" a"_s);
    CHECK(said());
}

TEST_CASE("A text that can't be changed any more is grey at once")
{
    Theme theme(*qApp);
    Page page;
    page.after->setFocus();
    QTest::qWait(10);
    const auto ground = [&page] { return page.area->grab().toImage().pixelColor(page.area->rect().center()); };
    CHECK(ground() == currentPalette().surface);
    page.area->setEditable(false);
    CHECK(ground() == currentPalette().surfaceRaised);
    page.area->setEditable(true);
    CHECK(ground() == currentPalette().surface);
    qApp->setStyleSheet(QString());
}

TEST_CASE("Showing a text and colouring it edits nothing")
{
    TextArea area;
    int told = 0;
    area.onEdited([&told](FieldEditor::Moment) { ++told; });
    area.setValue(Value(u"un **gras**"_s));
    area.resize(300, 200);
    area.show();
    QTest::qWait(20);
    QEvent style(QEvent::StyleChange);
    QApplication::sendEvent(&area, &style);
    CHECK(told == 0);
    CHECK(std::get<QString>(*area.value()) == u"un **gras**"_s);
}

TEST_CASE("The colours of the marks follow the theme")
{
    Theme theme(*qApp);
    Page page(u"un **gras**"_s);
    CHECK(formatAt(*page.area, 0, 3).foreground().color() == lightPalette().inkSecondary);
    theme.setMode(Theme::Mode::Dark);
    QTest::qWait(10);
    CHECK(formatAt(*page.area, 0, 3).foreground().color() == darkPalette().inkSecondary);
    CHECK(formatAt(*page.area, 0, 6).fontWeight() == QFont::Bold);
    CHECK(contrastRatio(darkPalette().inkSecondary, darkPalette().surface) >= 4.5);
    CHECK(contrastRatio(lightPalette().inkSecondary, lightPalette().surface) >= 4.5);
    theme.setMode(Theme::Mode::Light);
    qApp->setStyleSheet(QString());
}

TEST_CASE("A read-only text shows its looks and offers nothing")
{
    Page page(u"un **gras**"_s);
    page.area->setEditable(false);
    page.area->run(FormatCommand::Bold);
    page.area->selectAll();
    page.press(Qt::Key_Return);
    page.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    copy(u"<b>x</b>"_s);
    page.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text() == u"un **gras**"_s);
    CHECK(formatAt(*page.area, 0, 6).fontWeight() == QFont::Bold);
    page.press(Qt::Key_C, Qt::ControlModifier);
    CHECK(QApplication::clipboard()->text() == u"un gras"_s);
}
