// A long text: its keys, its buttons, what is pasted.
#include "gui/theme/theme.h"
#include "gui/widgets/text_area.h"
#include "long_text.h"
#include "support/catch.h"
#include "support/example.h"

#include "gui/dialogs/table_dialog.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>
#include <random>

using namespace gui;
using namespace longtext;
using namespace Qt::Literals::StringLiterals;
using domain::Value;

TEST_CASE("Bold is typed with Ctrl+B, as in a word processor")
{
    Page page;
    page.type(u"un "_s);
    page.press(Qt::Key_B, Qt::ControlModifier);
    CHECK(page.area->state().bold);
    page.type(u"gros mot"_s);
    page.press(Qt::Key_B, Qt::ControlModifier);
    CHECK_FALSE(page.area->state().bold);
    page.type(u" ici"_s);
    CHECK(page.text() == u"un **gros mot** ici"_s);
    page.press(Qt::Key_I, Qt::ControlModifier);
    commit(page.area, u" penché"_s); // the space stays out of the marks
    CHECK(page.text() == u"un **gros mot** ici *penché*"_s);
}

TEST_CASE("A choice made bold and back is one edit each, told once")
{
    Page page(u"un mot"_s);
    int told = 0;
    page.area->onEdited([&told](FieldEditor::Moment) { ++told; });
    page.area->selectAll();
    page.press(Qt::Key_B, Qt::ControlModifier);
    CHECK(page.text() == u"**un mot**"_s);
    CHECK(told == 1);
    page.press(Qt::Key_B, Qt::ControlModifier);
    CHECK(page.text() == u"un mot"_s);
    CHECK(told == 2);
}

TEST_CASE("Keys of the text do not reach the window")
{
    Page page(u"mot"_s);
    for (const FormatCommandInfo &info : formatCommands()) {
        const QKeyCombination keys = info.key[0];
        QKeyEvent asked(QEvent::ShortcutOverride, keys.key(), keys.keyboardModifiers());
        asked.ignore();
        QApplication::sendEvent(page.area, &asked);
        INFO(info.text.toStdString());
        CHECK(asked.isAccepted());
    }
    page.area->setEditable(false);
    QKeyEvent asked(QEvent::ShortcutOverride, Qt::Key_B, Qt::ControlModifier);
    asked.ignore();
    QApplication::sendEvent(page.area, &asked);
    CHECK_FALSE(asked.isAccepted());
    page.press(Qt::Key_B, Qt::ControlModifier);
    CHECK(page.text() == u"mot"_s);
}

TEST_CASE("A list is made, goes on and ends with the keyboard alone")
{
    Page page;
    page.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    page.type(u"un"_s);
    page.press(Qt::Key_Return);
    page.type(u"deux"_s);
    page.press(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    page.press(Qt::Key_Return);
    page.press(Qt::Key_Return);
    page.press(Qt::Key_Return);
    page.type(u"fin"_s);
    page.press(Qt::Key_Return, Qt::ShiftModifier);
    page.type(u"vraiment"_s);
    CHECK(page.text() == u"- un\n  - deux\nfin\nvraiment"_s);
    page.press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    page.press(Qt::Key_Enter, Qt::KeypadModifier);
    CHECK(page.text() == u"- un\n  - deux\nfin\n1. vraiment\n2. "_s);
}

TEST_CASE("The buttons come with the keyboard and go with it, and nothing moves")
{
    Page page(u"mot"_s);
    REQUIRE(page.bar());
    CHECK(page.bar()->isVisible());
    const int height = page.frame->height();
    const QPoint place = page.after->pos();
    page.after->setFocus();
    CHECK_FALSE(page.bar()->isVisible());
    QTest::qWait(10);
    CHECK(page.frame->height() == height);
    CHECK(page.after->pos() == place);
    page.area->setFocus(Qt::MouseFocusReason);
    CHECK(page.bar()->isVisible());
    QFocusEvent menu(QEvent::FocusOut, Qt::PopupFocusReason); // a menu of the text leaves them there
    QApplication::sendEvent(page.area, &menu);
    CHECK(page.bar()->isVisible());
    Page other;
    other.area->setEditable(false);
    other.before->setFocus();
    other.area->setFocus();
    CHECK((!other.bar() || !other.bar()->isVisible()));
}

TEST_CASE("Buttons do what their keys do, say what they are, and show how the text is")
{
    Page page(u"un mot"_s);
    page.area->selectAll();
    page.click(FormatCommand::Bold);
    CHECK(page.text() == u"**un mot**"_s);
    CHECK(page.area->hasFocus());
    CHECK(page.bar()->button(FormatCommand::Bold)->isChecked());
    page.click(FormatCommand::Bold);
    CHECK(page.text() == u"un mot"_s);
    CHECK_FALSE(page.bar()->button(FormatCommand::Bold)->isChecked());
    page.click(FormatCommand::Numbers);
    CHECK(page.text() == u"1. un mot"_s);
    CHECK(page.bar()->button(FormatCommand::Numbers)->isChecked());
    CHECK(page.bar()->button(FormatCommand::Deeper)->isEnabled());
    CHECK_FALSE(page.bar()->button(FormatCommand::Shallower)->isEnabled());
    page.click(FormatCommand::Deeper);
    CHECK(page.text() == u"  1. un mot"_s);
    for (const QToolButton *button : page.bar()->findChildren<QToolButton *>()) {
        CHECK_FALSE(button->accessibleName().isEmpty());
        CHECK(button->toolTip().contains(u"("_s)); // its key
        CHECK_FALSE(button->icon().isNull());
        CHECK(button->width() >= 24);
    }
}

TEST_CASE("The keyboard reaches the buttons and comes back, and Tab never stops there")
{
    Page page(u"mot"_s);
    page.area->selectAll();
    page.press(Qt::Key_F10, Qt::AltModifier);
    CHECK(page.bar()->button(FormatCommand::Bold)->hasFocus());
    page.press(Qt::Key_Right);
    CHECK(page.bar()->button(FormatCommand::Italic)->hasFocus());
    page.press(Qt::Key_Space);
    CHECK(page.text() == u"*mot*"_s);
    page.press(Qt::Key_Left);
    page.press(Qt::Key_Return);
    CHECK(page.text() == u"***mot***"_s);
    CHECK(page.bar()->isVisible());
    page.press(Qt::Key_Escape);
    CHECK(page.area->hasFocus());
    page.press(Qt::Key_Tab);
    CHECK(page.after->hasFocus());
    page.area->setFocus();
    page.press(Qt::Key_F10, Qt::AltModifier);
    page.press(Qt::Key_Tab);
    CHECK(page.after->hasFocus());
    CHECK_FALSE(page.bar()->isVisible());
    page.area->setFocus();
    page.press(Qt::Key_Tab, Qt::ShiftModifier);
    CHECK(page.before->hasFocus());
}

TEST_CASE("An undone text keeps the place of the cursor")
{
    Page page(u"un mot, deux mots"_s);
    QTextCursor cursor = page.area->textCursor();
    cursor.setPosition(6);
    page.area->setTextCursor(cursor);
    page.area->setValue(Value(u"un **mot**, deux mots"_s));
    CHECK(page.area->textCursor().position() == 6);
    page.area->setValue(Value(u"un"_s));
    CHECK(page.area->textCursor().position() == 2);
}

TEST_CASE("Words are counted without their marks")
{
    Page page(u"**tr**ois *mots*\n| a |\n- ici"_s);
    CHECK(page.area->words() == 4);
    QStringList shown;
    for (const QLabel *label : page.frame->findChildren<QLabel *>())
        shown += label->text();
    CHECK(shown.contains(u"4 mots"_s));
}

TEST_CASE("Word and Excel are pasted with their looks, or without when asked")
{
    Page page(u"Avant "_s);
    copy(u"<p>le <b>diagnostic</b></p><ul><li>un</li></ul>"_s, u"le diagnostic\nun"_s);
    page.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text() == u"Avant le **diagnostic**\n- un"_s);
    page.area->clear();
    page.press(Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(page.text() == u"le diagnostic\nun"_s);
    page.area->clear();
    copy(u"<table><tr><td><b>A</b></td><td><b>B</b></td></tr><tr><td>1</td><td>2</td></tr></table>"_s);
    page.area->paste();
    QTest::keyClicks(page.area, u"suite"_s); // no row of the table
    CHECK(page.text() == u"| A | B |\n|---|---|\n| 1 | 2 |\nsuite"_s);
}

TEST_CASE("What is pasted loads nothing")
{
    Page page;
    copy(u"<b>gras</b><img src=\"file:///etc/passwd\"><link href='//serveur/x.css'><script>x()</script>"
         "<p style='background:url(file:///etc/passwd)'>reste</p>"_s);
    page.area->paste();
    CHECK(page.text() == u"**gras**\nreste"_s);
    for (QTextBlock block = page.area->document()->begin(); block.isValid(); block = block.next())
        CHECK_FALSE(block.text().contains(QChar::ObjectReplacementCharacter));
}

TEST_CASE("Too much is refused with a sentence under the field")
{
    Page page(u"mot"_s);
    QSignalSpy refused(page.area, &TextArea::refused);
    auto *mime = new QMimeData;
    mime->setText(QString(600'000, u'x'));
    QApplication::clipboard()->setMimeData(mime);
    page.area->paste();
    CHECK(refused.count() == 1);
    CHECK(page.text() == u"mot"_s);
    CHECK(page.frame->message().contains(u"trop long"_s));
    copy(QString(4'000'001, u'x'));
    page.area->paste();
    CHECK(refused.count() == 2);
    CHECK(page.text() == u"mot"_s);
}

TEST_CASE("Cut and pasted inside the program, a text keeps its marks, elsewhere it has none")
{
    Page page(u"un **gras** \\*x*\n- item"_s);
    page.area->selectAll();
    page.press(Qt::Key_X, Qt::ControlModifier);
    CHECK(page.text().isEmpty());
    CHECK(QApplication::clipboard()->text() == u"un gras *x*\n- item"_s);
    page.press(Qt::Key_V, Qt::ControlModifier);
    CHECK(page.text() == u"un **gras** \\*x*\n- item"_s);
}

TEST_CASE("A table is made in a window of its own, and changed there")
{
    Page page(u"Avant"_s);
    page.click(FormatCommand::Table);
    auto *dialog = page.window.findChild<TableDialog *>();
    REQUIRE(dialog);
    auto *grid = dialog->findChild<QTableWidget *>();
    REQUIRE(grid->columnCount() == 3);
    grid->item(0, 0)->setText(u"Nom"_s);
    grid->item(0, 2)->setText(u"**Rôle**"_s);
    grid->item(2, 0)->setText(u"a | b"_s);
    dialog->accept();
    CHECK(page.text() == u"Avant\n| Nom | **Rôle** |\n|---|---|\n| a \\| b |  |"_s);
    QTest::qWait(1);
    QApplication::setActiveWindow(&page.window);
    page.area->setFocus();
    page.press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    dialog = page.window.findChild<TableDialog *>();
    REQUIRE(dialog);
    grid = dialog->findChild<QTableWidget *>();
    CHECK(grid->rowCount() == 2);
    CHECK(grid->item(0, 1)->text() == u"**Rôle**"_s);
    CHECK(grid->item(1, 0)->text() == u"a | b"_s);
    grid->item(1, 1)->setText(u"pilote"_s);
    dialog->accept();
    CHECK(page.text() == u"Avant\n| Nom | **Rôle** |\n|---|---|\n| a \\| b | pilote |"_s);
}

TEST_CASE("Rows and columns of a table are added and taken away")
{
    TableDialog dialog({true, {{{{u"a"_s}}, {{u"b"_s}}}, {{{u"c"_s}}, {}}}});
    const auto press = [&dialog](const QString &text) {
        for (QAbstractButton *button : dialog.findChildren<QAbstractButton *>())
            if (button->text() == text)
                return button->click();
        FAIL(text.toStdString());
    };
    auto *grid = dialog.findChild<QTableWidget *>();
    grid->setCurrentCell(1, 1);
    press(u"Ajouter une colonne"_s);
    press(u"Ajouter une ligne"_s);
    CHECK(grid->rowCount() == 3);
    CHECK(grid->columnCount() == 3);
    CHECK(dialog.table().rows.size() == 2); // what is empty is not kept
    press(u"Retirer la colonne"_s);
    press(u"Retirer la ligne"_s);
    CHECK(grid->rowCount() == 2);
    CHECK(grid->columnCount() == 2);
    CHECK(dialog.table().header);
    grid->setRowCount(0);
    CHECK(dialog.table().rows.empty());
}

TEST_CASE("Typing in a text of 3,000 words takes less than a frame a key")
{
    Page page;
    QString text;
    for (int word = 0; word < 3000; ++word)
        text += (word % 7 == 0 ? u"**mot%1**"_s : u"mot%1"_s).arg(word) + (word % 60 == 59 ? u"\n- "_s : u" "_s);
    page.area->setValue(Value(text));
    page.area->moveCursor(QTextCursor::Start);
    page.area->moveCursor(QTextCursor::EndOfBlock);
    QElapsedTimer timer;
    timer.start();
    constexpr int keys = 60;
    for (int i = 0; i < keys; ++i)
        QTest::keyClick(page.area, i % 6 == 5 ? Qt::Key_Space : Qt::Key_A);
    const double perKey = double(timer.elapsed()) / keys;
    INFO(perKey << " ms a key");
    CHECK(perKey < 60); // 16 are the rule; this is an unoptimised build under the sanitizers
}

TEST_CASE("Keys of all keyboards type, and keys of commands do not")
{
    Page page;
    page.press(Qt::Key_B, Qt::ControlModifier);
    QKeyEvent altGr(QEvent::KeyPress, Qt::Key_At, Qt::ControlModifier | Qt::AltModifier, u"@"_s); // Alt Gr
    QApplication::sendEvent(page.area, &altGr);
    QKeyEvent accent(QEvent::KeyPress, Qt::Key_Eacute, Qt::NoModifier, u"é"_s);
    QApplication::sendEvent(page.area, &accent);
    CHECK(page.text() == u"**@é**"_s);
    QKeyEvent control(QEvent::KeyPress, Qt::Key_G, Qt::ControlModifier, u"\u0007"_s);
    QApplication::sendEvent(page.area, &control);
    CHECK(page.text() == u"**@é**"_s);
}

TEST_CASE("A look asked for is forgotten when the cursor goes elsewhere")
{
    Page page(u"un deux"_s);
    page.press(Qt::Key_B, Qt::ControlModifier);
    CHECK(page.area->state().bold);
    page.press(Qt::Key_Home);
    CHECK_FALSE(page.area->state().bold);
    page.type(u"x"_s);
    CHECK(page.text() == u"xun deux"_s);
    page.press(Qt::Key_End);
    page.press(Qt::Key_I, Qt::ControlModifier);
    page.press(Qt::Key_I, Qt::ControlModifier); // and taken back
    page.type(u" y"_s);
    CHECK(page.text() == u"xun deux y"_s);
}

TEST_CASE("Bold over several words, with corrections on the way")
{
    Page page;
    page.press(Qt::Key_B, Qt::ControlModifier);
    page.type(u"un  deux"_s);
    CHECK(page.text() == u"**un  deux**"_s);
    page.press(Qt::Key_Backspace);
    page.press(Qt::Key_Backspace);
    CHECK(page.text() == u"**un  de**"_s);
    page.type(u"s"_s);
    page.press(Qt::Key_Return);
    page.type(u"suite"_s);
    CHECK(page.text() == u"**un  des**\nsuite"_s);
    page.press(Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    page.press(Qt::Key_I, Qt::ControlModifier);
    CHECK(page.text() == u"**un  des**\n*suite*"_s);
    page.type(u"x"_s); // what is chosen is replaced, inside the marks
    CHECK(page.text() == u"**un  des**\n*x*"_s);
}

TEST_CASE("Marks typed by hand are marks, and stay under the hand")
{
    Page page;
    page.type(u"un **gras** et *italique*, 2 * 3"_s);
    CHECK(page.text() == u"un **gras** et *italique*, 2 * 3"_s);
    CHECK(formatAt(*page.area, 0, 6).fontWeight() == QFont::Bold);
    page.press(Qt::Key_Return);
    page.type(u"- item"_s);
    page.press(Qt::Key_Return);
    page.type(u"suite"_s);
    CHECK(page.text().endsWith(u"\n- item\n- suite"_s));
}

TEST_CASE("Keys at random never break a pair nor lose a letter")
{
    std::mt19937 random(23);
    for (int turn = 0; turn < 12; ++turn) {
        Page page(u"un **deux** trois"_s);
        QString typed = u"undeuxtrois"_s;
        for (int step = 0; step < 60; ++step) {
            switch (random() % 9) {
            case 0:
                page.press(Qt::Key_B, Qt::ControlModifier);
                break;
            case 1:
                page.press(Qt::Key_I, Qt::ControlModifier);
                break;
            case 2:
                page.press(Qt::Key_Return);
                break;
            case 3:
                page.press(random() % 2 ? Qt::Key_Left : Qt::Key_Right);
                break;
            case 4:
                page.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
                break;
            case 5:
                page.press(random() % 2 ? Qt::Key_Up : Qt::Key_End);
                break;
            case 6:
                page.press(Qt::Key_Space);
                break;
            default:
                page.type(u"abcdefgh"_s.mid(qsizetype(random() % 8), 1));
                typed += u'x';
                break;
            }
            INFO(page.text().toStdString());
            QString letters = base::plainText(page.text());
            letters.removeIf([](QChar c) { return !c.isLetter(); });
            REQUIRE(letters.size() == typed.size());
        }
        // Stars left alone can only be between two of them, where a key put the words of somebody.
        CHECK(page.area->words() > 0);
    }
}

TEST_CASE("Buttons are whole at every size of text")
{
    Theme theme(*qApp);
    for (const int zoom : {80, 100, 150, 200}) {
        theme.setZoom(zoom);
        Page page(u"mot"_s);
        QTest::qWait(20);
        INFO(zoom);
        REQUIRE(page.bar());
        const int height = page.frame->height();
        for (const QToolButton *button : page.bar()->findChildren<QToolButton *>()) {
            CHECK(button->width() >= button->sizeHint().width());
            CHECK(button->height() >= button->sizeHint().height());
            CHECK(page.frame->rect().contains(QRect(button->mapTo(page.frame, QPoint()), button->size())));
        }
        page.after->setFocus();
        QTest::qWait(10);
        CHECK(page.frame->height() == height);
    }
    theme.setZoom(100);
    qApp->setStyleSheet(QString());
}

TEST_CASE("The menu of a text offers to paste without looks")
{
    Page page(u"mot"_s);
    copy(u"<b>gras</b>"_s, u"gras"_s);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(5, 5), page.area->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(page.area, &asked);
    QMenu *menu = page.area->findChild<QMenu *>();
    REQUIRE(menu);
    QAction *plain = nullptr;
    for (QAction *action : menu->actions())
        if (action->text().contains(u"sans mise en forme"_s))
            plain = action;
    REQUIRE(plain);
    CHECK(plain->isEnabled());
    page.area->moveCursor(QTextCursor::End);
    plain->trigger();
    CHECK(page.text() == u"motgras"_s);
    menu->close();
}

TEST_CASE("Text alone is pasted as it is typed: its marks are marks")
{
    Page page;
    auto *mime = new QMimeData;
    mime->setText(u"**gras**\r\n- item\u2029fin"_s);
    QApplication::clipboard()->setMimeData(mime);
    page.area->paste();
    CHECK(page.text() == u"**gras**\n- item\nfin"_s);
    CHECK(page.area->state().list == std::nullopt);
}

TEST_CASE("What of a paste was left aside is told under the text, until the text is another")
{
    auto *area = new TextArea;
    FieldFrame frame(u"Texte"_s, area);
    frame.show();
    const auto paste = [&](const QString &html) {
        auto *copied = new QMimeData;
        copied->setHtml(html);
        QApplication::clipboard()->setMimeData(copied);
        area->paste();
        return support::plain(frame.pasteNote());
    };
    CHECK(paste(u"<p>Un <s>vieux</s> texte<img src=x.png></p>"_s) ==
          u"Le texte barré n’a pas été collé. Une image n’a pas été collée : ajoutez-la avec le bouton « Image… »."_s);
    CHECK(area->toPlainText() == u"Un texte"_s);
    CHECK(paste(u"<img src=x.png>"_s) == u"Une image n’a pas été collée : ajoutez-la avec le bouton « Image… »."_s);
    CHECK(area->toPlainText() == u"Un texte"_s);
    area->setValue(Value(QString()));
    CHECK(frame.pasteNote().isEmpty());
    auto *picture = new QMimeData;
    picture->setImageData(QImage(4, 4, QImage::Format_RGB32));
    QApplication::clipboard()->setMimeData(picture);
    area->paste();
    CHECK(support::plain(frame.pasteNote()).startsWith(u"Une image n’a pas été collée"_s));
    CHECK(area->toPlainText().isEmpty());
    CHECK(paste(u"<p>mots</p>"_s).isEmpty());
}
