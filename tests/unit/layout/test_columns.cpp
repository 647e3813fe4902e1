// Column widths: as the trame says, unless a word would be cut.
#include "support/catch.h"

#include "layout/columns.h"
#include "layout/style.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

using namespace samples;
using layout::columnEdges;

namespace
{

std::vector<double> widths(const Table &table)
{
    const std::vector<double> edges = columnEdges(table);
    CHECK(edges.front() == 0);
    CHECK(edges.back() == Approx(170));
    std::vector<double> result;
    for (size_t i = 1; i < edges.size(); ++i) {
        CHECK(edges[i] >= edges[i - 1]);
        result.push_back(edges[i] - edges[i - 1]);
    }
    return result;
}

Table table(const std::vector<double> &columns, const QStringList &texts)
{
    Table result;
    result.columns = columns;
    result.rows = {row(texts)};
    return result;
}

bool wordIsWhole(const Table &sample, const QString &word)
{
    Document document;
    document.blocks.push_back(sample);
    for (const reading::PlacedText &text : reading::bodyTexts(layout::paginate(document))) {
        if (text.text.text.contains(word))
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("Relative widths are kept when words fit")
{
    const std::vector<double> found = widths(table({1, 2, 1}, {u"a"_s, u"b"_s, u"c"_s}));
    REQUIRE(found.size() == 3);
    CHECK(found[0] == Approx(42.5));
    CHECK(found[1] == Approx(85));
}

TEST_CASE("Without widths columns are equal")
{
    for (const std::vector<double> &none :
         {std::vector<double>{}, std::vector<double>{0, 0}, std::vector<double>{-1}}) {
        const std::vector<double> found = widths(table(none, {u"a"_s, u"b"_s}));
        REQUIRE(found.size() == 2);
        CHECK(found[0] == Approx(85));
    }
}

TEST_CASE("A column grows for its longest word, the others keep their proportions")
{
    const QString word = u"Participation"_s;
    Table sample = table({1, 6, 6}, {word, u"a"_s, u"b"_s});
    sample.rows.push_back(row({u"Masseurs-kinésithérapeutes"_s, u"c"_s, u"d"_s}));
    CHECK(wordIsWhole(sample, word));
    CHECK(wordIsWhole(sample, u"kinésithérapeutes"_s));
    const std::vector<double> found = widths(sample);
    CHECK(found[0] > 25);
    CHECK(found[0] < 45); // a line may end after a hyphen
    CHECK(found[1] == Approx(found[2]));
}

TEST_CASE("Bold words are measured bold")
{
    Table light = table({1, 9}, {u"professionnels"_s, u"b"_s});
    Table bold = light;
    bold.rows[0].cells[0].paragraphs[0].runs[0].bold = true;
    CHECK(widths(bold)[0] > widths(light)[0]);
    CHECK(wordIsWhole(bold, u"professionnels"_s));
}

TEST_CASE("A word no column should grow for is cut")
{
    Table sample = table({1, 3}, {u"x"_s.repeated(120), u"b"_s});
    CHECK(widths(sample)[0] == Approx(42.5));
    // Nor when all together ask for more than the page.
    QStringList many;
    for (int i = 0; i < 8; ++i)
        many += u"anticonstitutionnellement"_s;
    for (double width : widths(table({}, many)))
        CHECK(width == Approx(170 / 8.0));
}

TEST_CASE("A spanning cell asks nothing of the columns it crosses")
{
    Table sample = table({1, 1, 8}, {u"a"_s, u"b"_s, u"c"_s});
    sample.rows.push_back(section(u"COMPLÉMENTAIRES"_s, 3));
    CHECK(widths(sample)[0] == Approx(17));
}

TEST_CASE("More cells than fit still have their columns")
{
    QStringList many;
    for (int i = 0; i < 60; ++i)
        many += QString::number(i);
    CHECK(widths(table({1}, many)).size() == 60);
    Table wide = table({1, 1}, {u"a"_s});
    wide.rows[0].cells[0].span = 100000;
    CHECK(widths(wide).size() == 100);
}
