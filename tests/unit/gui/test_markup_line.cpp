// Where the words of a line stand among its marks, and the line once they change.
#include "gui/widgets/markup_edit_lines.h"
#include "gui/widgets/markup_line.h"
#include "support/catch.h"

#include <QTextDocument>
#include <random>

using namespace gui;
using namespace Qt::Literals::StringLiterals;
using base::StyledText;

namespace
{

QStringList stretches(const QString &line)
{
    QStringList found;
    for (const Stretch &stretch : stretchesOf(line))
        found += line.mid(stretch.start, stretch.length);
    return found;
}

StretchWords wordsOf(const QString &line, size_t stretch = 0)
{
    return {line, stretchesOf(line).at(stretch)};
}

QString randomLine(std::mt19937 &random)
{
    static const QStringList pieces{u"mot"_s, u" "_s,  u"*"_s,   u"**"_s,   u"***"_s, u"é"_s,
                                    u"\\"_s,  u"- "_s, u"1. "_s, u"| a "_s, u"|"_s,   u"."_s};
    QString line;
    for (int count = int(random() % 10); count > 0; --count)
        line += pieces[qsizetype(random() % size_t(pieces.size()))];
    return line;
}

} // namespace

TEST_CASE("The words of a line are those of its paragraph, of its item or of its cells")
{
    CHECK(stretches(u"un mot"_s) == QStringList{u"un mot"_s});
    CHECK(stretches(u"  - un mot"_s) == QStringList{u"un mot"_s});
    CHECK(stretches(u"12. un mot"_s) == QStringList{u"un mot"_s});
    CHECK(stretches(u"\\- un mot"_s) == QStringList{u"- un mot"_s});
    CHECK(stretches(u"| a | **b** |  |"_s) == QStringList{u"a"_s, u"**b**"_s, u""_s});
    CHECK(stretches(u"|---|---|"_s).isEmpty());
    CHECK(stretches(u"![a](piece:7d1c0f9e-2a54-4f0e-9d6c-1b1f6f1f0a11)"_s).isEmpty());
    CHECK(stretches(QString()) == QStringList{QString()});
}

TEST_CASE("Characters shown have their places before and after the marks")
{
    const StretchWords words = wordsOf(u"- a **bc** d"_s); // shown: "a bc d"
    CHECK(words.text().text == u"a bc d");
    CHECK(words.shownBefore(2) == 0);
    CHECK(words.shownBefore(4) == 2);
    CHECK(words.shownBefore(6) == 2); // inside the mark
    CHECK(words.shownBefore(7) == 3);
    CHECK(words.shownBefore(99) == 6);
    CHECK(words.before(2) == 6);
    CHECK(words.after(2) == 4);
    CHECK(words.after(4) == 8);
    CHECK(words.before(4) == 10);
    CHECK(words.before(6) == 12); // the end
    CHECK(words.after(0) == 2);   // the start
}

TEST_CASE("What is typed takes the look of its side of a mark")
{
    const StretchWords words = wordsOf(u"a **b *c***"_s);
    CHECK(words.lookAt(0) == 0);
    CHECK(words.lookAt(2) == 0);
    CHECK(words.lookAt(3) == 0); // between two stars
    CHECK(words.lookAt(4) == StyledText::Bold);
    CHECK(words.lookAt(5) == StyledText::Bold);
    CHECK(words.lookAt(8) == (StyledText::Bold | StyledText::Italic));
    CHECK(words.lookAt(11) == 0);
    CHECK(words.touchesMark(2));
    CHECK(words.touchesMark(4));
    CHECK_FALSE(words.touchesMark(1));
    CHECK(wordsOf(u"**a**"_s).lookAt(0) == 0);
    CHECK(wordsOf(QString()).lookAt(0) == 0);
}

TEST_CASE("A mark tells its look and the words that have it")
{
    const StretchWords words = wordsOf(u"a **bc** *d*"_s); // shown: "a bc d"
    for (const int place : {2, 3, 6, 7}) {
        const auto marked = words.markAt(place);
        CHECK(marked.look == StyledText::Bold);
        CHECK(marked.first == 2);
        CHECK(marked.last == 4);
    }
    CHECK(words.markAt(9).look == StyledText::Italic);
    CHECK(words.markAt(0).look == 0);
    CHECK(words.markAt(4).look == 0);
    CHECK(wordsOf(u"\\*a*"_s).markAt(0).look == 0); // the backslash has no look
    CHECK(wordsOf(u"***a***"_s).markAt(0).look == (StyledText::Bold | StyledText::Italic));
}

TEST_CASE("A line takes other words and stays what it is")
{
    StyledText words;
    words.append(u"x | y", 0);
    const auto with = [&words](const QString &line, size_t stretch = 0) {
        return withWords(line, stretchesOf(line).at(stretch), words);
    };
    CHECK(with(u"  - un"_s) == u"  - x | y");
    CHECK(with(u"| a | b |"_s, 1) == u"| a | x \\| y |");
    CHECK(with(u"un"_s) == u"x | y");
    words = {};
    words.append(u"- x", 0);
    CHECK(with(u"un"_s) == u"\\- x"); // or the paragraph would become an item
    CHECK(with(u"- un"_s) == u"- - x");
    words = {};
    words.append(u"---", 0);
    CHECK(with(u"| a | b |"_s, 0) == u"| \\--- | b |");
}

TEST_CASE("Marks of items are made and taken off")
{
    CHECK(itemStart(1, 0) == u"- ");
    CHECK(itemStart(2, 7) == u"  7. ");
    CHECK(withoutItem(u"  7. mot"_s) == u"mot");
    CHECK(withoutItem(u"\\- mot"_s) == u"- mot");
    CHECK(withoutItem(u"  mot "_s) == u"mot");
}

TEST_CASE("Any line: places and characters agree, and the same words give the same look")
{
    std::mt19937 random(13);
    for (int turn = 0; turn < 4000; ++turn) {
        const QString line = randomLine(random);
        INFO(line.toStdString());
        for (const Stretch &stretch : stretchesOf(line)) {
            const StretchWords words(line, stretch);
            for (int shown = 0; shown < words.size(); ++shown) {
                REQUIRE(line[words.before(shown)] == words.text().text[shown]);
                REQUIRE(line[words.after(shown + 1) - 1] == words.text().text[shown]);
                REQUIRE(words.shownBefore(words.before(shown)) == shown);
                REQUIRE(words.shownBefore(words.after(shown + 1)) == shown + 1);
                REQUIRE(words.lookAt(words.after(shown + 1)) == words.text().looks[size_t(shown)]);
            }
            const QString same = withWords(line, stretch, words.text());
            REQUIRE(base::readMark(same).kind == base::readMark(line).kind);
        }
    }
}

TEST_CASE("A line is replaced where it differs only")
{
    std::mt19937 random(17);
    for (int turn = 0; turn < 500; ++turn) {
        const QString before = randomLine(random) + u"😀"_s;
        const QString after = randomLine(random) + u"😃"_s;
        QTextDocument document(u"avant\n"_s + before + u"\naprès"_s);
        int changed = 0;
        QObject::connect(&document, &QTextDocument::contentsChange, [&changed](int, int, int) { ++changed; });
        replaceLine(document.findBlockByNumber(1), after);
        REQUIRE(document.toPlainText() == u"avant\n"_s + after + u"\naprès"_s);
        REQUIRE(changed <= 1);
        replaceLine(document.findBlockByNumber(1), after);
        REQUIRE(changed <= 1); // nothing to change
    }
}

TEST_CASE("Items are numbered from the first of their list, level by level")
{
    const auto renumbered = [](const QString &text, int line) {
        QTextDocument document(text);
        renumber(document.findBlockByNumber(line));
        return document.toPlainText();
    };
    CHECK(renumbered(u"3. a\n9. b\n9. c"_s, 1) == u"3. a\n4. b\n5. c");
    CHECK(renumbered(u"1. a\n  5. b\n  5. c\n1. d\n  4. e"_s, 4) == u"1. a\n  1. b\n  2. c\n2. d\n  1. e");
    CHECK(renumbered(u"1. a\n- b\n7. c\n7. d"_s, 0) == u"1. a\n- b\n7. c\n8. d"); // after a bullet, another list
    CHECK(renumbered(u"1. a\n\n1. b"_s, 2) == u"1. a\n\n1. b");
    CHECK(renumbered(u"1. a\n2. **b**\n2. c"_s, 0) == u"1. a\n2. **b**\n3. c");
}

TEST_CASE("A line is cut where the cursor is, its looks on both sides")
{
    const auto cut = [](const QString &line, int at, const QString &start) {
        QTextDocument document(line);
        QTextCursor cursor(&document);
        cursor.setPosition(at);
        splitLine(cursor, start);
        return document.toPlainText().insert(cursor.position(), u'¦');
    };
    CHECK(cut(u"- **un deux**"_s, 6, u"- "_s) == u"- **un**\n- ¦**deux**");
    CHECK(cut(u"un deux"_s, 3, {}) == u"un \n¦deux");
    CHECK(cut(u"a 1. b"_s, 2, {}) == u"a \n¦\\1. b"); // what was words stays words
    CHECK(cut(u"*a b*"_s, 0, {}) == u"\n¦*a b*");
}
