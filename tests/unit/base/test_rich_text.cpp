// Whole texts with markup: blocks, the way back, and what a reader sees.
#include "base/rich_text.h"
#include "base/text.h"
#include "support/catch.h"

#include <QElapsedTimer>
#include <random>

using namespace base;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString pieceId = u"7d1c0f9e-2a54-4f0e-9d6c-1b1f6f1f0a11"_s;

RichParagraph plain(const QString &text, int level = 0, int number = 0)
{
    return {{{text}}, level, number};
}

std::vector<Spans> row(const QStringList &cells)
{
    std::vector<Spans> built;
    for (const QString &cell : cells)
        built.push_back(cell.isEmpty() ? Spans() : Spans{{cell}});
    return built;
}

// Texts made of pieces that mean something, so that every rule meets every other.
class Texts
{
public:
    explicit Texts(unsigned seed) : m_random(seed) {}

    QString text()
    {
        static const QStringList pieces{u"mot"_s,
                                        u"été"_s,
                                        u" "_s,
                                        u" "_s,
                                        u"*"_s,
                                        u"**"_s,
                                        u"***"_s,
                                        u"\\"_s,
                                        u"|"_s,
                                        u"- "_s,
                                        u"  - "_s,
                                        u"1. "_s,
                                        u"42. "_s,
                                        u"\n"_s,
                                        u"\n"_s,
                                        u"| a | b |"_s,
                                        u"|---|"_s,
                                        u"|"_s,
                                        u"|---|---|"_s,
                                        u"2 * 3"_s,
                                        u"!"_s,
                                        u"\r"_s,
                                        u"\u2028"_s,
                                        QString(QChar(0xD83D)),
                                        u"![carte](piece:%1)"_s.arg(pieceId)};
        QString text;
        for (int count = below(25); count > 0; --count)
            text += pieces[below(int(pieces.size()))];
        return text;
    }

    RichText blocks()
    {
        RichText blocks;
        for (int count = below(6); count > 0; --count) {
            const int kind = below(5);
            if (kind == 0)
                blocks.emplace_back(table());
            else if (kind == 1)
                blocks.emplace_back(RichPicture{*Id::parse(pieceId), words(3), below(2) ? words(2) : QString()});
            else
                blocks.emplace_back(paragraph());
        }
        return blocks;
    }

private:
    int below(int bound) { return int(m_random() % unsigned(bound)); }

    QString words(int most)
    {
        static const QStringList stems{u"mot"_s, u"l’été"_s, u"2*3"_s,   u"-"_s,    u"1."_s, u"a|b"_s,
                                       u"\\x"_s, u"*"_s,     u"(fin)"_s, u"![a]"_s, u"---"_s};
        QStringList all;
        for (int count = 1 + below(most); count > 0; --count)
            all += stems[below(int(stems.size()))];
        return all.join(u' ');
    }

    // Looks change between words only, as the markup can say.
    Spans spans()
    {
        Spans spans;
        for (int count = 1 + below(3); count > 0; --count) {
            if (!spans.empty())
                spans.push_back({u" "_s});
            spans.push_back({u"m"_s + words(3) + u"m"_s, below(2) == 1, below(2) == 1});
        }
        Spans merged; // neighbours of one look are one
        for (const Span &span : spans) {
            if (!merged.empty() && merged.back().bold == span.bold && merged.back().italic == span.italic)
                merged.back().text += span.text;
            else
                merged.push_back(span);
        }
        return merged;
    }

    RichParagraph paragraph()
    {
        const int level = below(3);
        return {spans(), level, level > 0 && below(2) ? 1 + below(999) : 0};
    }

    RichTable table()
    {
        RichTable table{below(2) == 1, {}};
        const int columns = 2 + below(mostColumns - 1);
        for (int count = 1 + below(4); count > 0; --count) {
            auto &row = table.rows.emplace_back();
            for (int column = 0; column < columns; ++column)
                row.push_back(below(3) ? spans() : below(2) ? Spans{{u"---"_s}} : Spans());
        }
        table.rows.front().front() = spans();
        return table;
    }

    std::mt19937 m_random;
};

// Without what may be a mark.
QString lettersOf(QString text)
{
    return text.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
}

} // namespace

TEST_CASE("A text is read as paragraphs, items, tables and pictures")
{
    const RichText blocks = parseRichText(u"Un **mot** fort.\n\n- un\n  - deux\n3. trois\n"
                                          "| Nom | Rôle |\n|---|---|\n| Durand | *pilote* |\n| Petit |  | en trop |\n"
                                          "![La carte](piece:%1 \"Le territoire\")\nFin"_s.arg(pieceId));
    REQUIRE(blocks.size() == 7);
    CHECK(std::get<RichParagraph>(blocks[0]) == RichParagraph{{{u"Un "_s}, {u"mot"_s, true}, {u" fort."_s}}});
    CHECK(std::get<RichParagraph>(blocks[1]) == plain(u"un"_s, 1));
    CHECK(std::get<RichParagraph>(blocks[2]) == plain(u"deux"_s, 2));
    CHECK(std::get<RichParagraph>(blocks[3]) == plain(u"trois"_s, 1, 3));
    const auto &table = std::get<RichTable>(blocks[4]);
    CHECK(table.header);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0] == row({u"Nom"_s, u"Rôle"_s, {}}));
    CHECK(table.rows[1] == std::vector<Spans>{{{u"Durand"_s}}, {{u"pilote"_s, false, true}}, {}});
    CHECK(table.rows[2] == row({u"Petit"_s, {}, u"en trop"_s}));
    CHECK(std::get<RichPicture>(blocks[5]).caption == u"Le territoire"_s);
    CHECK(std::get<RichParagraph>(blocks[6]) == plain(u"Fin"_s));
}

TEST_CASE("Bars that make no table are text")
{
    for (const QString &typed :
         {u"| a"_s, u"|---|---|"_s, u"| | |"_s, u"|||\n|---|---|"_s, u"a | b"_s, u"| seul |"_s}) {
        INFO(typed.toStdString());
        QString shown;
        for (const RichBlock &block : parseRichText(typed)) {
            REQUIRE(std::holds_alternative<RichParagraph>(block));
            shown += plainText(std::get<RichParagraph>(block).spans) + u'\n';
        }
        CHECK(shown.chopped(1) == typed);
        CHECK(plainText(typed) == typed);
    }
    // A rule is one under the first row only: elsewhere its dashes are words.
    const auto twice = parseRichText(u"|---|---|\n| a | b |\n|---|---|"_s);
    REQUIRE(twice.size() == 1);
    CHECK_FALSE(std::get<RichTable>(twice[0]).header);
    CHECK(std::get<RichTable>(twice[0]).rows.size() == 3);
}

TEST_CASE("What is written reads back the same")
{
    Texts texts(3);
    for (int turn = 0; turn < 2'000; ++turn) {
        const RichText blocks = texts.blocks();
        const QString text = writeRichText(blocks);
        INFO(text.toStdString());
        REQUIRE(parseRichText(text) == blocks);
    }
}

TEST_CASE("Whatever is typed can be read, and what was read is written and read the same")
{
    Texts texts(4);
    for (int turn = 0; turn < 8'000; ++turn) {
        const QString text = texts.text();
        const RichText blocks = parseRichText(text);
        INFO(text.toStdString());
        REQUIRE(parseRichText(writeRichText(blocks)) == blocks);
    }
}

TEST_CASE("No letter of any text is lost to its reader, and none is added")
{
    Texts texts(5);
    for (int turn = 0; turn < 8'000; ++turn) {
        const QString text = texts.text();
        INFO(text.toStdString());
        if (!text.contains(u"piece:"_s)) // the identity of a picture is a mark
            REQUIRE(lettersOf(plainText(text)) == lettersOf(text));
    }
}

TEST_CASE("A text without marks comes out as it is")
{
    for (const QString &text :
         {u""_s, u"Un paragraphe.\n\n  Un autre, à 50 % !\n- un\n  - deux\n1. trois\n– quatre\n\n"_s,
          u"2 * 3 = 6 ; C:\\dossier ; a | b ; (*) voir (*)"_s, u"* remarque\n** autre"_s})
        CHECK(plainText(text) == text);
    CHECK(plainLine(u" Un\n\n- deux "_s) == u"Un - deux"_s);
}

TEST_CASE("A reader sees no marks")
{
    const QString text = u"**Gras** et *penché*\n- **un**\n\\- deux\n| Nom | Rôle |\n|---|---|\n| Durand |  |\n"
                         "| a \\| b | *c* |\n![La carte](piece:%1)"_s.arg(pieceId);
    CHECK(plainText(text) == u"Gras et penché\n- un\n- deux\nNom · Rôle\nDurand\na | b · c\nLa carte"_s);
    CHECK(wordCount(plainText(u"| un | deux |\n|---|---|\n**tr**ois"_s)) == 3);
}

TEST_CASE("A table that the markup can't hold is written as lines")
{
    RichTable wide;
    wide.rows.push_back(row(QStringList(13, u"x"_s)));
    CHECK(writeRichText({wide}) == QStringList(13, u"x"_s).join(u" · "_s));
    CHECK(writeRichText({RichTable{false, {row({u"seul"_s}), row({u"- tiret"_s})}}}) == u"seul\n\\- tiret"_s);
    CHECK(writeRichText({RichTable{true, {row({{}, {}})}}}).isEmpty());
}

TEST_CASE("Hostile texts are read in no time")
{
    constexpr qsizetype length = 100'000;
    for (const QString &unit :
         {u"*"_s, u"**a "_s, u"a** "_s, u"*a **b "_s, u"\\"_s, u"\\*"_s, u"|"_s, u"| "_s, u"\\|"_s, u"- "_s,
          u"\n|a|b|"_s, u"\n|||"_s, u"\n- *a"_s, u"![a](piece:"_s, u"***a "_s}) {
        QString text = unit.repeated(length / unit.size());
        QElapsedTimer timer;
        timer.start();
        const RichText blocks = parseRichText(text);
        CHECK(parseRichText(writeRichText(blocks)) == blocks);
        INFO(unit.toStdString());
        CHECK_FALSE((plainText(text).isEmpty() && blocks.empty() && !text.trimmed().isEmpty()));
        CHECK(timer.elapsed() < 10'000); // half a second here, hours if a rule were quadratic
    }
}
