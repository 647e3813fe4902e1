// Column widths: as the trame says, unless a word would be cut.
#include "support/catch.h"

#include "base/word_width.h"
#include "layout/columns.h"
#include "layout/style.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

#include <numeric>
#include <QFontMetricsF>

using namespace samples;
using layout::columnWidths;

namespace
{

std::vector<double> widths(const Table &table)
{
    const std::vector<double> found = columnWidths(table, 170);
    CHECK(std::accumulate(found.begin(), found.end(), 0.0) == Approx(170));
    for (const double width : found)
        CHECK(width > 0);
    return found;
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

TEST_CASE("Where all words do not fit the longest is cut, not those of the heads nor the short ones")
{
    const QStringList heads{u"Établissement"_s, u"Représentant"_s,  u"Localisation"_s,
                            u"Partenariat"_s,   u"Participation"_s, u"Missions"_s};
    Table sample = table({19, 14, 13, 23, 12, 13}, heads);
    sample.rows[0].role = Row::Role::Header;
    sample.rows.push_back(row({u"Communauté"_s, u"interprofessionnelle.exemple@x.fr"_s, u"Castellane"_s,
                               u"d’hospitalisation"_s, u"Oui"_s, u"Soins non programmés, Accompagnement"_s}));
    for (const QString &word : heads + QStringList{u"Communauté"_s, u"d’hospitalisation"_s, u"programmés,"_s})
        CHECK(wordIsWhole(sample, word));
    CHECK_FALSE(wordIsWhole(sample, u"interprofessionnelle.exemple@x.fr"_s));
    widths(sample);
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

TEST_CASE("A cell that names a body row is not bold, header and section rows are")
{
    using Role = Paragraph::Role;
    CHECK(layout::roleInRow(Role::TableHead, Row::Role::Body) == Role::TableCell);
    CHECK(layout::roleInRow(Role::TableHead, Row::Role::Header) == Role::TableHead);
    CHECK(layout::roleInRow(Role::TableHead, Row::Role::Section) == Role::TableHead);
    CHECK(layout::roleInRow(Role::Note, Row::Role::Body) == Role::Note);
    Table sample = table({1, 30}, {u"Professionnels"_s, u"b"_s});
    const double cell = widths(sample)[0];
    sample.rows[0].cells[0].paragraphs[0].role = Role::TableHead;
    CHECK(widths(sample)[0] == Approx(cell));
    sample.rows[0].role = Row::Role::Header;
    CHECK(widths(sample)[0] != Approx(cell));
}

TEST_CASE("Another sheet, other widths, the same words are whole")
{
    const Table sample = table({1, 6, 6}, {u"Masseurs-kinésithérapeutes"_s, u"a"_s, u"b"_s});
    const std::vector<double> wide = columnWidths(sample, 257);
    const std::vector<double> narrow = columnWidths(sample, 120);
    CHECK(std::accumulate(wide.begin(), wide.end(), 0.0) == Approx(257));
    CHECK(std::accumulate(narrow.begin(), narrow.end(), 0.0) == Approx(120));
    CHECK(narrow[0] == Approx(columnWidths(sample, 170)[0])); // what its word asks
    CHECK(columnWidths({}, 170) == std::vector<double>{170});
}

TEST_CASE("Words are as wide as the font draws them, or a little less than measured")
{
    for (const bool bold : {false, true}) {
        const layout::look::TextStyle style{.points = 50, .bold = bold};
        const QFontMetricsF font(layout::look::font(style, false, false));
        const double em = 50 * layout::look::unitsPerPoint;
        for (const QString &word :
             {u"Masseurs-kinésithérapeutes"_s, u"PHARMACIENS"_s, u"« l’œuvre »"_s, u"l\u2019île"_s, u"ÉQUIPE"_s,
              u"04 92 00 00 00"_s, u"contact@exemple.fr"_s, u"(QPV, ZIP, ZAC)"_s, u"naïveté"_s, u"Ça"_s, u"50 %"_s,
              u"5 000 €"_s, u"Jouques–Peyrolles"_s, u"Æsculape"_s, u"{~}|\\^_`"_s}) {
            INFO(word.toStdString());
            const double drawn = font.horizontalAdvance(word) / em;
            CHECK(base::wordWidth(word, bold) > drawn - 0.01);
            CHECK(base::wordWidth(word, bold) < drawn + 0.06 + drawn * 0.06);
        }
    }
}

TEST_CASE("Marks, joiners and halves of pairs take no room, an unknown letter takes an em")
{
    CHECK(base::wordWidth(u"e\u0301", false) == base::wordWidth(u"e", false));
    CHECK(base::wordWidth(u"a\u200Db\u200B", true) == base::wordWidth(u"ab", true));
    CHECK(base::wordWidth(u"🙂", false) == Approx(1));
    CHECK(base::wordWidth(u"ж", false) == Approx(1));
    CHECK(base::wordWidth(u"", false) == 0);
}
