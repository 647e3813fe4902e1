// Annexe 3 word for word.
#include "unit/report/fixtures.h"
#include "unit/report/official_words.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using official::annexe3::headings;
using official::annexe3::sentences;

namespace
{

QStringList sentencesOf(const report::Document &document)
{
    QStringList found;
    for (const report::Paragraph &paragraph : paragraphs(document))
        if (const QString text = textOf(paragraph.runs); !text.isEmpty())
            found << text;
    return found;
}

} // namespace

TEST_CASE("The trame says what it is")
{
    CHECK(trame().id() == u"paca-2022");
    CHECK(trame().region() == u"Provence-Alpes-Côte d’Azur");
    CHECK(trame().version() == u"2022");
    CHECK_FALSE(trame().title().isEmpty());
    CHECK_FALSE(trame().source().isEmpty());
    REQUIRE(trame().documents().size() == 3);
    CHECK(trame().documents().front().code == u"annexe-3");
    CHECK(trame().documents().front().title == u"Lettre d’intention");
    CHECK(trame().documents().at(1).code == u"annexe-4");
    CHECK(trame().documents().at(2).code == u"annexe-5");
}

TEST_CASE("Title and headings of annexe 3, in order")
{
    const report::Document empty = document({});
    CHECK(empty.title == u"LETTRE D’INTENTION - Projet de CPTS 2022");
    CHECK(headingsOf(empty) == headings);
}

TEST_CASE("Sentences and boxes of annexe 3, in order")
{
    CHECK(sentencesOf(document({})) == sentences);
}

TEST_CASE("Tables of annexe 3: columns, rows and boxes, in order")
{
    const auto found = tables(document({}));
    REQUIRE(found.size() == official::annexe3::tables.size());
    for (size_t i = 0; i < found.size(); ++i)
        CHECK(rows(found.at(i)) == official::annexe3::tables.at(i));
}

TEST_CASE("Filled or not, the words of the annex are the same")
{
    CHECK(headingsOf(document(vallees())) == headings);
    CHECK(headingsOf(document({}, report::Content::Blank)) == headings);
    const auto full = tables(document(vallees()));
    REQUIRE(full.size() == official::annexe3::tables.size());
    for (size_t i = 0; i < full.size(); ++i) {
        const QStringList expected = official::annexe3::tables.at(i);
        CHECK(rows(full.at(i)).first().section(u'|', 0, 0) == expected.first().section(u'|', 0, 0));
    }
}
