// The words can be taken out of the PDF again.
#include "unit/formats/test_pdf_reading.h"

#include "formats/pdf_clusters.h"
#include "support/pdf_text.h"
#include "support/tools.h"

using namespace pdfreading;
using namespace samples;
using formats::pdf::Cluster;
using formats::pdf::pairClusters;

namespace
{

// Glyphs named by the text they show: "fi" is a ligature, "a" the plain glyph of a.
std::vector<Cluster> pair(const QString &text, const QStringList &glyphs)
{
    return pairClusters(int(text.size()), int(glyphs.size()),
                        [&](int c, int g) { return glyphs[g] == QString(text[c]); });
}

constexpr Cluster plain{1, 1};

// The text of each page as poppler reads it, in the order it was drawn.
QStringList extracted(const QByteArray &pdf)
{
    QStringList pages = support::pdfText(pdf).split(u'\f');
    pages.removeLast(); // after the last form feed
    return pages;
}

// What each page draws: decoration first, then the content.
QStringList drawnText(const Document &sample)
{
    const layout::PagedDocument paged = layout::paginate(sample);
    QStringList pages(qsizetype(paged.pages.size()));
    for (const bool artifact : {true, false}) {
        for (const reading::PlacedText &text : reading::texts(paged)) {
            if (text.in(layout::Tag::Artifact) == artifact)
                pages[text.page] += text.text.text;
        }
    }
    return pages;
}

void checkExtraction(const Document &sample)
{
    const QStringList wanted = drawnText(sample);
    const QStringList found = extracted(written(sample));
    REQUIRE(found.size() == wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        CHECK(reading::withoutSpaces(found[i]).normalized(QString::NormalizationForm_C) ==
              reading::withoutSpaces(wanted[i]).normalized(QString::NormalizationForm_C));
    }
}

} // namespace

TEST_CASE("Plain text pairs one by one")
{
    CHECK(pair(u"été"_s, {u"é"_s, u"t"_s, u"é"_s}) == std::vector<Cluster>{plain, plain, plain});
    CHECK(pair(QString(), {}).empty());
}

TEST_CASE("A ligature is one cluster, its neighbours stay plain")
{
    CHECK(pair(u"fin"_s, {u"fi"_s, u"n"_s}) == std::vector<Cluster>{{2, 1}, plain});
    CHECK(pair(u"enfi"_s, {u"e"_s, u"n"_s, u"fi"_s}) == std::vector<Cluster>{plain, plain, {2, 1}});
    CHECK(pair(u"afifib"_s, {u"a"_s, u"fi"_s, u"fi"_s, u"b"_s}).size() < 5);
    CHECK(pair(u"efficace fine"_s,
               {u"e"_s, u"f"_s, u"fi"_s, u"c"_s, u"a"_s, u"c"_s, u"e"_s, u" "_s, u"fi"_s, u"n"_s, u"e"_s}) ==
          std::vector<Cluster>{plain, plain, {2, 1}, plain, plain, plain, plain, plain, {2, 1}, plain, plain});
}

TEST_CASE("Marks, splits and other scripts end in one cluster that loses nothing")
{
    CHECK(pair(u"ae\u0301b"_s, {u"a"_s, u"é"_s, u"b"_s}) == std::vector<Cluster>{plain, {2, 1}, plain});
    CHECK(pair(u"xyz"_s, {u"x"_s, u"1"_s, u"2"_s, u"z"_s}) == std::vector<Cluster>{plain, {1, 2}, plain});
    CHECK(pair(u"cba"_s, {u"1"_s, u"2"_s, u"3"_s, u"4"_s}) == std::vector<Cluster>{{3, 4}});
}

TEST_CASE("What has no glyph goes with what stands before it")
{
    CHECK(pair(u"ab "_s, {u"a"_s, u"b"_s}) == std::vector<Cluster>{plain, {2, 1}});
    CHECK(pair(u"a"_s, {u"a"_s, u"-"_s}) == std::vector<Cluster>{plain, {0, 1}});
    CHECK(pair(u"abc"_s, {}) == std::vector<Cluster>{{3, 0}});
}

TEST_CASE("Clusters always add up")
{
    const QString alphabet = u"fiab"_s;
    for (int seed = 0; seed < 400; ++seed) {
        QString text;
        QStringList glyphs;
        for (int i = 0, state = seed * 7919 + 1; i < 1 + seed % 23; ++i) {
            state = int((qint64(state) * 1103515 + 12345) & 0x7fffffff);
            text += alphabet[(state >> 8) % 4];
            if ((state >> 4) % 5 != 0)
                glyphs += (state >> 12) % 6 == 0 ? u"?"_s : QString(text.back());
        }
        int characters = 0;
        int shown = 0;
        for (const Cluster &cluster : pair(text, glyphs)) {
            CHECK(cluster.characters + cluster.glyphs > 0);
            characters += cluster.characters;
            shown += cluster.glyphs;
        }
        CHECK(characters == text.size());
        CHECK(shown == glyphs.size());
    }
}

TEST_CASE("Every word comes out of the PDF in its order")
{
    if (!support::program(u"pdftotext"_s))
        return;
    Document tall = document();
    tall.blocks.push_back(missions(3000));
    Document small = document();
    small.blocks.push_back(paragraph(u"Une phrase."_s));
    for (const Document &sample : {Document{}, small, tall, everything(), twelvePages()})
        checkExtraction(sample);
}

TEST_CASE("French signs and ligatures come out as they were written")
{
    if (!support::program(u"pdftotext"_s))
        return;
    Document sample;
    sample.blocks = {paragraph(u"efficacité, affichage, flux, fioul, œuvre, Œdème, ça, àéèêëîïôùûüÿ, ÀÉÈÇ"_s),
                     paragraph(u"« L’été » : 12\u00A0% – 11\u202F274\u00A0€ ; n°\u00A03… 1er et 2e, m², ½, §, †"_s),
                     paragraph(u"e\u0301te\u0301 → Σ ☎ co\u2011animation"_s)};
    checkExtraction(sample);
    const QString text = extracted(written(sample)).join(u' ');
    for (const QString &word : {u"efficacité"_s, u"affichage"_s, u"fioul"_s, u"œuvre"_s, u"n° 3…"_s, u"12 %"_s})
        CHECK(text.contains(word)); // also as somebody would search it, with a plain space
}

TEST_CASE("Bold, italic and linked words follow their neighbours")
{
    if (!support::program(u"pdftotext"_s))
        return;
    Document sample;
    Paragraph mixed;
    mixed.runs = {{.text = u"un "_s},
                  {.text = u"mot gras"_s, .bold = true},
                  {.text = u" et "_s},
                  {.text = u"un lien"_s, .link = u"https://exemple.fr/?a=(1)&b='2'"_s},
                  {.text = u", fin."_s, .italic = true}};
    sample.blocks = {mixed};
    CHECK(extracted(written(sample)).join(u' ').contains(u"un mot gras et un lien, fin."_s));
}

TEST_CASE("Signs that no font has, other scripts and odd characters stop neither the PDF nor the words around them")
{
    const QStringList hard{u"🙂👩🏽‍⚕️"_s,
                           u"שלום עולם"_s,
                           u"مرحبا"_s,
                           u"𝒜𝓂𝒾"_s,
                           u"a\u0000b"_s,
                           u"\u200B\u200D\uFEFF"_s,
                           u"\U0010FFFD"_s,
                           u"x\u0301\u0302\u0303"_s,
                           u"\u202Eenvers\u202C"_s,
                           QString(QChar(0xD800)),
                           u"日本語"_s,
                           u"\t\n\r"_s};
    Document sample;
    for (const QString &text : hard)
        sample.blocks.push_back(paragraph(u"avant "_s + text + u" après"_s));
    Pdf pdf(sample);
    CHECK(pdf.pages.size() == layout::paginate(sample).pages.size());
    if (!support::program(u"pdftotext"_s))
        return;
    const QString text = extracted(written(sample)).join(u' ');
    INFO(text.toStdString());
    CHECK(text.count(u"avant"_s) == hard.size());
    CHECK(text.count(u"après"_s) == hard.size());
}

TEST_CASE("A cell of 5,000 words gives all its words, page after page")
{
    if (!support::program(u"pdftotext"_s))
        return;
    QStringList words;
    for (int i = 0; i < 5000; ++i)
        words << u"mot%1"_s.arg(i);
    Document sample;
    Table table;
    table.columns = {1, 4};
    table.rows = {row({u"clé"_s, words.join(u' ')})};
    sample.blocks = {table};
    QStringList found = extracted(written(sample)).join(u' ').simplified().split(u' ');
    found.removeIf([](const QString &word) { return !word.startsWith(u"mot"_s); });
    CHECK(found == words);
}
