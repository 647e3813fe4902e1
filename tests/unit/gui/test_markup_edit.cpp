// What buttons and keys do to a text with markup. "[" and "]" show what is chosen, "|" where the cursor is.
#include "gui/widgets/markup_edit.h"
#include "support/catch.h"

#include <functional>
#include <QTextBlock>
#include <QTextDocument>
#include <random>

using namespace gui;
using namespace Qt::Literals::StringLiterals;
using base::StyledText;

namespace
{

// A document with a cursor, written as the text with its marks of choice ("¦" for the cursor: bars are of tables).
class Desk
{
public:
    explicit Desk(const QString &shown)
    {
        QString text = shown;
        const qsizetype from = text.indexOf(u'⟦');
        text.remove(u'⟦');
        const qsizetype to = text.indexOf(u'⟧');
        text.remove(u'⟧');
        const qsizetype at = text.indexOf(u'¦');
        text.remove(u'¦');
        document.setPlainText(text);
        cursor = QTextCursor(&document);
        cursor.setPosition(int(from >= 0 ? from : std::max<qsizetype>(at, 0)));
        if (to >= 0)
            cursor.setPosition(int(to), QTextCursor::KeepAnchor);
    }

    [[nodiscard]] QString shown() const
    {
        QString text = document.toPlainText();
        if (!cursor.hasSelection())
            return text.insert(cursor.position(), u'¦');
        text.insert(cursor.selectionEnd(), u'⟧');
        return text.insert(cursor.selectionStart(), u'⟦');
    }

    QTextDocument document;
    QTextCursor cursor;
};

void check(const QString &before, const QString &after, const std::function<void(QTextCursor &)> &edit)
{
    Desk desk(before);
    edit(desk.cursor);
    INFO(before.toStdString());
    CHECK(desk.shown() == after);
}

void bold(QTextCursor &cursor)
{
    toggleLook(cursor, StyledText::Bold);
}
void italic(QTextCursor &cursor)
{
    toggleLook(cursor, StyledText::Italic);
}
void bullets(QTextCursor &cursor)
{
    toggleList(cursor, ListKind::Bullets);
}
void numbers(QTextCursor &cursor)
{
    toggleList(cursor, ListKind::Numbers);
}
void enter(QTextCursor &cursor)
{
    if (!breakLine(cursor))
        cursor.insertBlock();
}
void deeper(QTextCursor &cursor)
{
    shiftItems(cursor, 1);
}
void shallower(QTextCursor &cursor)
{
    shiftItems(cursor, -1);
}

} // namespace

TEST_CASE("Words chosen become bold, and are ordinary again the second time")
{
    check(u"un ⟦mot⟧ ici"_s, u"un **⟦mot⟧** ici"_s, bold);
    check(u"un **⟦mot⟧** ici"_s, u"un ⟦mot⟧ ici"_s, bold);
    check(u"⟦un **mot** ici⟧"_s, u"**⟦un mot ici⟧**"_s, bold);
    check(u"**un ⟦mot⟧ ici**"_s, u"**un** ⟦mot⟧ **ici**"_s, bold);
    check(u"⟦ mot ⟧"_s, u"⟦ **mot** ⟧"_s, bold); // no mark beside a space
    check(u"*⟦penché⟧*"_s, u"***⟦penché⟧***"_s, bold);
    check(u"⟦premier\n- second⟧"_s, u"**⟦premier**\n- **second⟧**"_s, bold);
    check(u"| ⟦a | b⟧ |"_s, u"| **⟦a** | **b⟧** |"_s, bold);
    check(u"2 ⟦* 3⟧"_s, u"2 **\\⟦* 3⟧**"_s, bold);
}

TEST_CASE("With nothing chosen, the word under the cursor takes the look, beside it nothing does")
{
    check(u"un m¦ot ici"_s, u"un **m¦ot** ici"_s, bold);
    check(u"un **m¦ot** ici"_s, u"un m¦ot ici"_s, bold);
    check(u"l’a¦ccès"_s, u"**l’a¦ccès**"_s, bold);
    for (const QString &place : {u"un¦ mot"_s, u"un ¦mot"_s, u"¦"_s, u"un mot¦"_s})
        check(place, place, bold);
    check(u"re⟦lir⟧e"_s, u"*⟦relire⟧*"_s, italic); // the markup has no italic inside a word
}

TEST_CASE("The look told to the buttons is that of what is typed next, or of all that is chosen")
{
    const auto state = [](const QString &text) { return stateAt(Desk(text).cursor); };
    CHECK(state(u"**mot¦**"_s).bold);
    CHECK_FALSE(state(u"**mot**¦"_s).bold);
    CHECK(state(u"**¦mot**"_s).bold);
    CHECK_FALSE(state(u"¦**mot**"_s).bold);
    CHECK(state(u"**⟦un mot⟧**"_s).bold);
    CHECK_FALSE(state(u"⟦un **mot**⟧"_s).bold);
    CHECK(state(u"  - a¦"_s).list == ListKind::Bullets);
    CHECK(state(u"  - a¦"_s).level == 2);
    CHECK(state(u"3. a¦"_s).list == ListKind::Numbers);
    CHECK_FALSE(state(u"a¦"_s).list);
    CHECK(state(u"| a¦ | b |"_s).table);
}

TEST_CASE("Lines become items, items become lines")
{
    check(u"un¦"_s, u"- un¦"_s, bullets);
    check(u"- un¦"_s, u"un¦"_s, bullets);
    check(u"⟦un\n\ndeux⟧"_s, u"⟦- un\n\n- deux⟧"_s, bullets);
    check(u"⟦- un\ndeux⟧"_s, u"⟦- un\n- deux⟧"_s, bullets);
    check(u"⟦un\ndeux\ntrois⟧"_s, u"⟦1. un\n2. deux\n3. trois⟧"_s, numbers);
    check(u"⟦- un\n  - deux⟧"_s, u"⟦1. un\n  1. deux⟧"_s, numbers);
    check(u"1. un\ndeux¦\n2. trois"_s, u"1. un\n2. deux¦\n3. trois"_s, numbers);
    check(u"1. un\n2. ¦deux\n3. trois"_s, u"1. un\n¦deux\n3. trois"_s, numbers); // what was typed after a pause stays
    check(u"¦"_s, u"- ¦"_s, bullets);
    check(u"| a¦ | b |"_s, u"| a¦ | b |"_s, bullets);
    check(u"⟦un\n⟧deux"_s, u"⟦- un\n⟧deux"_s, bullets);
}

TEST_CASE("Items go one level deeper and come back, with their numbers")
{
    check(u"1. a\n2. b¦\n3. c"_s, u"1. a\n  1. b¦\n2. c"_s, deeper);
    check(u"1. a\n  1. b¦\n2. c"_s, u"1. a\n2. b¦\n3. c"_s, shallower);
    check(u"- a¦"_s, u"  - a¦"_s, deeper);
    check(u"  - a¦"_s, u"  - a¦"_s, deeper);
    check(u"a¦"_s, u"a¦"_s, deeper);
    check(u"- a¦"_s, u"- a¦"_s, shallower);
    check(u"⟦- a\n- b⟧"_s, u"⟦  - a\n  - b⟧"_s, deeper);
}

TEST_CASE("Enter goes on with the list, and ends it on an empty item")
{
    check(u"- un¦"_s, u"- un\n- ¦"_s, enter);
    check(u"– un¦"_s, u"– un\n– ¦"_s, enter);
    check(u"- un\n- ¦"_s, u"- un\n¦"_s, enter);
    check(u"  - un\n  - ¦"_s, u"  - un\n- ¦"_s, enter);
    check(u"- un¦ deux"_s, u"- un\n- ¦deux"_s, enter);
    check(u"9. neuf¦\n10. dix"_s, u"9. neuf\n10. ¦\n11. dix"_s, enter);
    check(u"¦- un"_s, u"\n¦- un"_s, enter);
    check(u"- ⟦un⟧ deux"_s, u"-  \n- ¦deux"_s, enter);
    check(u"un¦ deux"_s, u"un\n¦ deux"_s, enter);
}

TEST_CASE("Enter inside bold words leaves bold words on both lines")
{
    check(u"**un¦ deux**"_s, u"**un**\n¦**deux**"_s, enter);
    check(u"- **un¦ deux**"_s, u"- **un**\n- ¦**deux**"_s, enter);
    check(u"**un**¦"_s, u"**un**\n¦"_s, enter);
}

TEST_CASE("Enter in a table makes a row, and ends the table on an empty one")
{
    check(u"| a | b¦ |"_s, u"| a | b |\n| ¦ |  |"_s, enter);
    check(u"| a¦ | b |\n|---|---|\n| c | d |"_s, u"| a | b |\n|---|---|\n| ¦ |  |\n| c | d |"_s, enter);
    check(u"| a | b |\n| ¦ |  |"_s, u"| a | b |\n¦"_s, enter);
    check(u"¦| a | b |"_s, u"¦\n| a | b |"_s, enter);
}

TEST_CASE("Typing beside marks keeps them in pairs")
{
    const auto type = [](const QString &words, quint8 look) {
        return [=](QTextCursor &cursor) {
            if (!typeWithLook(cursor, words, look))
                cursor.insertText(words);
        };
    };
    check(u"**un¦**"_s, u"**un** ¦"_s, type(u" "_s, StyledText::Bold));
    check(u"**un** ¦"_s, u"**un d¦**"_s, type(u"d"_s, StyledText::Bold)); // the space comes back in
    check(u"**un¦**"_s, u"**un**x¦"_s, type(u"x"_s, 0));
    check(u"un ¦"_s, u"un **x¦**"_s, type(u"x"_s, StyledText::Bold));
    check(u"*un*¦"_s, u"*unx¦*"_s, type(u"x"_s, 0)); // or the italic would be lost
    check(u"*un*¦"_s, u"*un*.¦"_s, type(u"."_s, 0));
    check(u"un¦"_s, u"unx¦"_s, type(u"x"_s, 0));
    check(u"**un**¦"_s, u"**un***¦"_s, type(u"*"_s, 0)); // stars are typed as they are
    check(u"**un¦**"_s, u"**un** : 2 * 3¦"_s, type(u" : 2 * 3"_s, 0));
}

TEST_CASE("Deleting a mark takes its look off, deleting a letter deletes a letter")
{
    const auto backspace = [](QTextCursor &cursor) {
        if (!eraseMark(cursor, true))
            cursor.deletePreviousChar();
    };
    const auto erase = [](QTextCursor &cursor) {
        if (!eraseMark(cursor, false))
            cursor.deleteChar();
    };
    check(u"un **mot**¦ ici"_s, u"un mot¦ ici"_s, backspace);
    check(u"un **¦mot** ici"_s, u"un ¦mot ici"_s, backspace);
    check(u"un ¦**mot** ici"_s, u"un ¦mot ici"_s, erase);
    check(u"***les deux***¦"_s, u"les deux¦"_s, backspace);
    check(u"**mot¦**"_s, u"**mo¦**"_s, backspace);
    check(u"2 *¦ 3"_s, u"2 ¦ 3"_s, backspace);
    check(u"**a¦**"_s, u"**¦**"_s, backspace); // four stars in a row are stars
}

TEST_CASE("A table is found around the cursor, and put back or put in")
{
    Desk desk(u"avant\n| a | b |\n|---|---|\n| c¦ | d |\naprès"_s);
    const auto place = tableAt(desk.cursor);
    REQUIRE(place);
    CHECK(place->first == 1);
    CHECK(place->last == 3);
    CHECK(place->table.header);
    base::RichTable table = place->table;
    table.rows[1][0] = {{u"x | y"_s, true}};
    putTable(desk.cursor, table);
    CHECK(desk.document.toPlainText() == u"avant\n| a | b |\n|---|---|\n| **x \\| y** | d |\naprès"_s);
    CHECK_FALSE(tableAt(Desk(u"avant¦"_s).cursor));
    const auto put = [&table](QTextCursor &cursor) { putTable(cursor, table); };
    check(u"un¦ deux"_s, u"un\n| a | b |\n|---|---|\n| **x \\| y** | d |\n¦ deux"_s, put);
    check(u"¦"_s, u"| a | b |\n|---|---|\n| **x \\| y** | d |¦"_s, put);
}

TEST_CASE("What is pasted joins the line, or stands on lines of its own")
{
    const auto paste = [](const QString &markup) {
        return [markup](QTextCursor &cursor) { insertMarkup(cursor, markup); };
    };
    check(u"un ¦ trois"_s, u"un **deux¦** trois"_s, paste(u"**deux**"_s));
    check(u"un ⟦x⟧ trois"_s, u"un deux¦ trois"_s, paste(u"deux"_s));
    check(u"un ¦fin"_s, u"un deux\ntrois ¦fin"_s, paste(u"deux\ntrois "_s));
    check(u"un¦ fin"_s, u"un\n- a\n- b\n¦ fin"_s, paste(u"- a\n- b"_s));
    check(u"- ¦"_s, u"- a\n- b¦"_s, paste(u"- a\n- b"_s));
    check(u"¦"_s, u"- a\n- b¦"_s, paste(u"- a\n- b"_s));
    check(u"**un¦deux**"_s, u"**un**\n- a\n¦**deux**"_s, paste(u"- a"_s));
    check(u"| a¦ | b |"_s, u"| ax - y \\| z¦ | b |"_s, paste(u"x\n- y | z"_s));
    check(u"| a | b |\n¦"_s, u"| a | b |\n\n| c | d |¦"_s, paste(u"| c | d |"_s));
}

// Whatever is pressed anywhere, words stay: nothing of these edits removes a letter, and each leaves pairs of marks.
TEST_CASE("Random edits lose no letter")
{
    std::mt19937 random(9);
    const QStringList starts{u"un **deux** trois *quatre*\n- cinq\n  - **six**\n1. sept\n2. *huit*"_s,
                             u"| a | **b** |\n|---|---|\n| c | d |\nfin ***très*** forte"_s,
                             u"2 * 3\n* remarque\n\\- x"_s};
    for (int turn = 0; turn < 400; ++turn) {
        Desk desk(starts[qsizetype(random() % size_t(starts.size()))]);
        const auto letters = [&desk] {
            return base::plainText(desk.document.toPlainText()).removeIf([](QChar c) { return !c.isLetter(); });
        };
        const QString before = letters();
        for (int step = 0; step < 12; ++step) {
            const int size = desk.document.characterCount();
            desk.cursor.setPosition(int(random() % unsigned(size)));
            if (random() % 2)
                desk.cursor.setPosition(int(random() % unsigned(size)), QTextCursor::KeepAnchor);
            switch (random() % 6) {
            case 0:
                bold(desk.cursor);
                break;
            case 1:
                italic(desk.cursor);
                break;
            case 2:
                bullets(desk.cursor);
                break;
            case 3:
                numbers(desk.cursor);
                break;
            case 4:
                shiftItems(desk.cursor, random() % 2 ? 1 : -1);
                break;
            default:
                desk.cursor.clearSelection();
                enter(desk.cursor);
                break;
            }
            INFO(desk.shown().toStdString());
            REQUIRE(letters() == before);
        }
    }
}
