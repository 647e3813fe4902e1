// Paragraphs, lists and headings with their tags.
#include "support/catch.h"

#include "layout/contents.h"
#include "layout/paragraphs.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

using namespace reading;
using namespace samples;
using layout::Composition;
using layout::FillOperation;
using layout::Slice;

namespace
{

// The nesting of tags as letters: "L(LI(Lbl LBody(P)))".
QString outlineOf(const std::vector<Slice> &slices)
{
    static const std::map<Tag, QString> names{
        {Tag::P, u"P"_s},   {Tag::L, u"L"_s},   {Tag::LI, u"LI"_s}, {Tag::Lbl, u"b"_s},   {Tag::LBody, u"LBody"_s},
        {Tag::H1, u"H1"_s}, {Tag::H2, u"H2"_s}, {Tag::H3, u"H3"_s}, {Tag::Toc, u"TOC"_s}, {Tag::TocItem, u"TOCI"_s}};
    QString result;
    for (const Slice &slice : slices) {
        for (const Operation &operation : slice.operations) {
            if (const auto *begin = std::get_if<BeginTag>(&operation))
                result += names.at(begin->tag) + u'(';
            else if (std::holds_alternative<EndTag>(operation))
                result += u')';
        }
    }
    return result;
}

QStringList textsOf(const std::vector<Slice> &slices)
{
    QStringList result;
    for (const Slice &slice : slices) {
        for (const Operation &operation : slice.operations) {
            if (const auto *text = std::get_if<TextOperation>(&operation))
                result += text->text;
        }
    }
    return result;
}

std::vector<Slice> lay(const std::vector<Paragraph> &paragraphs, double width = 170)
{
    Composition composition;
    return layout::layParagraphs(paragraphs, width, composition);
}

} // namespace

TEST_CASE("A paragraph is one element, however many lines")
{
    const std::vector<Slice> slices = lay({paragraph(words(100))});
    CHECK(slices.size() > 4);
    CHECK(outlineOf(slices) == u"P()"_s);
    CHECK(lay({}).empty());
}

TEST_CASE("Two lines stay together at both ends of a paragraph")
{
    const auto glue = [](size_t count, bool keep) {
        std::vector<Slice> slices(count);
        layout::keepLinesTogether(slices, keep);
        QString result;
        for (const Slice &slice : slices)
            result += slice.glued ? u'+' : u'.';
        return result;
    };
    CHECK(glue(1, false) == u"."_s);
    CHECK(glue(2, false) == u"+."_s);
    CHECK(glue(3, false) == u"++."_s);
    CHECK(glue(4, false) == u"+.+."_s);
    CHECK(glue(6, false) == u"+...+."_s);
    CHECK(glue(1, true) == u"+"_s);
    CHECK(glue(4, true) == u"++++"_s); // what announces a table stays whole
    CHECK(glue(9, true) == u"+......++"_s);
}

TEST_CASE("Space stands between paragraphs, not above the first")
{
    const std::vector<Slice> slices = lay({paragraph(u"un"_s), paragraph(u"deux"_s)});
    REQUIRE(slices.size() == 2);
    CHECK(slices[0].gap == 0);
    CHECK(slices[1].gap > 1);
}

TEST_CASE("Roles have their looks")
{
    const auto textOf = [](Paragraph::Role role) {
        const std::vector<Slice> slices = lay({paragraph(u"Consigne"_s, role)});
        for (const Operation &operation : slices[0].operations) {
            if (const auto *text = std::get_if<TextOperation>(&operation))
                return *text;
        }
        return TextOperation{};
    };
    CHECK(textOf(Paragraph::Role::Guidance).glyphs[0].rawFont().styleName() == u"Italic"_s);
    CHECK(textOf(Paragraph::Role::TableHead).glyphs[0].rawFont().styleName() == u"Bold"_s);
    CHECK(textOf(Paragraph::Role::Body).glyphs[0].rawFont().styleName() == u"Regular"_s);
    CHECK(textOf(Paragraph::Role::Note).area.height() < textOf(Paragraph::Role::Body).area.height());
}

TEST_CASE("Lists nest in their items")
{
    CHECK(outlineOf(lay({item(u"a"_s, 1)})) == u"L(LI(b()LBody(P())))"_s);
    CHECK(outlineOf(lay({item(u"a"_s, 1), item(u"b"_s, 1)})) == u"L(LI(b()LBody(P()))LI(b()LBody(P())))"_s);
    CHECK(outlineOf(lay({item(u"a"_s, 1), item(u"b"_s, 2), item(u"c"_s, 1)})) ==
          u"L(LI(b()LBody(P()L(LI(b()LBody(P())))))LI(b()LBody(P())))"_s);
    CHECK(outlineOf(lay({item(u"a"_s, 1), paragraph(u"texte"_s), item(u"b"_s, 1)})) ==
          u"L(LI(b()LBody(P())))P()L(LI(b()LBody(P())))"_s);
    CHECK(outlineOf(lay({item(u"trop profond"_s, 3)})) == u"L(LI(b()LBody(P())))"_s);
}

TEST_CASE("Marks of lists: bullets by depth, numbers from one in each list")
{
    const QStringList texts = textsOf(lay({item(u"a"_s, 1), item(u"b"_s, 2, true), item(u"c"_s, 2, true),
                                           item(u"d"_s, 1), item(u"e"_s, 2, true), item(u"f"_s, 2)}));
    CHECK(texts == QStringList{u"•"_s, u"a"_s, u"1."_s, u"b"_s, u"2."_s, u"c"_s, u"•"_s, u"d"_s, u"1."_s, u"e"_s,
                               u"–"_s, u"f"_s});
}

TEST_CASE("An item shows the number it asks for, and those after it count from there")
{
    const auto numbered = [](const QString &text, int level, int number) {
        Paragraph asked = item(text, level, true);
        asked.number = number;
        return asked;
    };
    const QStringList texts =
        textsOf(lay({numbered(u"a"_s, 1, 3), numbered(u"b"_s, 1, 0), paragraph(u"pause"_s), numbered(u"c"_s, 1, 5),
                     numbered(u"d"_s, 2, 7), numbered(u"e"_s, 1, 9), numbered(u"f"_s, 2, 0)}));
    CHECK(texts == QStringList{u"3."_s, u"a"_s, u"4."_s, u"b"_s, u"pause"_s, u"5."_s, u"c"_s, u"7."_s, u"d"_s, u"9."_s,
                               u"e"_s, u"1."_s, u"f"_s});
}

TEST_CASE("Lines of an item stand right of its mark, inside the column")
{
    const std::vector<Slice> slices = lay({item(words(40), 1), item(words(40), 2)}, 90);
    double mark = 0;
    for (const Slice &slice : slices) {
        for (const Operation &operation : slice.operations) {
            const auto *text = std::get_if<TextOperation>(&operation);
            if (!text)
                continue;
            CHECK(text->area.right() <= 90.01);
            if (text->text == u"•"_s || text->text == u"–"_s)
                mark = text->area.right();
            else
                CHECK(text->area.left() > mark);
        }
    }
    CHECK(mark > 6); // the second level is further right
}

TEST_CASE("Level 1 headings and banners are bands, all hold to what follows")
{
    Composition composition;
    for (int level = 1; level <= 3; ++level) {
        const std::vector<Slice> slices = layout::layHeading(heading(level, words(40)), u"ancre"_s, composition);
        REQUIRE(slices.size() > 1);
        double grounds = 0;
        for (const Slice &slice : slices) {
            CHECK(slice.glued);
            for (const Operation &operation : slice.operations) {
                if (const auto *fill = std::get_if<FillOperation>(&operation)) {
                    CHECK(fill->rect.width() == Approx(170));
                    grounds += fill->rect.height();
                }
            }
        }
        CHECK(grounds == Approx(level == 1 ? layout::stackedHeight(slices) : 0));
        CHECK(outlineOf(slices) == QStringList({u"H1()"_s, u"H2()"_s, u"H3()"_s})[level - 1]);
    }
    report::Heading banner = heading(2, u"PARTIE RÉSERVÉE À L’ARS"_s);
    banner.banner = true;
    const std::vector<Slice> slices = layout::layHeading(banner, u"ars"_s, composition);
    CHECK(std::holds_alternative<FillOperation>(slices[0].operations[0]));
    CHECK(outlineOf(slices) == u"H2()"_s);
}

TEST_CASE("An outline entry is one line of plain words")
{
    CHECK(layout::oneLine({{.text = u"a)  Description\ndu"_s},
                           {.type = Run::Type::LineBreak},
                           {.text = u"territoire "_s, .bold = true},
                           {.type = Run::Type::CheckBox}}) == u"a) Description du territoire"_s);
}

TEST_CASE("The contents list three levels, with room for numbers not known yet")
{
    Composition composition;
    const std::vector<layout::ContentsEntry> entries{
        {1, u"PARTIE"_s, u"p"_s, 3}, {2, u"Rubrique"_s, u"r"_s, 4}, {3, u"Détail"_s, u"d"_s, 5}};
    const std::vector<Slice> slices = layout::layContents(entries, composition);
    CHECK(textsOf(slices) ==
          QStringList{u"Sommaire"_s, u"PARTIE"_s, u"3"_s, u"Rubrique"_s, u"4"_s, u"Détail"_s, u"5"_s});
    CHECK(outlineOf(slices) == u"H1()TOC(TOCI(P())TOCI(P())TOCI(P()))"_s);
    std::vector<layout::ContentsEntry> unknown = entries;
    for (layout::ContentsEntry &entry : unknown)
        entry.page = 0;
    CHECK(layout::stackedHeight(layout::layContents(unknown, composition)) == Approx(layout::stackedHeight(slices)));
    CHECK(layout::layContents({}, composition).empty());
    CHECK(textsOf(layout::layContents({{3, u"Détail"_s, u"d"_s, 5}}, composition)).contains(u"Détail"_s));
}
