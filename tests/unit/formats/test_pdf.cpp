// The PDF as a file: metadata, determinism, outline, links, fonts.
#include "unit/formats/test_pdf_reading.h"

#include <fontconfig/fontconfig.h>
#include <QFile>
#include <QRawFont>

using namespace pdfreading;
using namespace samples;

namespace
{

std::string utf8(Object string)
{
    return string.getUTF8Value();
}

// Bookmarks in order with their depth; checks the chain on the way.
void walkOutline(Object parent, int depth, std::vector<std::pair<int, QString>> &found)
{
    Object previous = Object::newNull();
    for (Object item = parent.getKey("/First"); item.isDictionary(); item = item.getKey("/Next")) {
        CHECK(item.getKey("/Parent").getObjGen() == parent.getObjGen());
        if (previous.isDictionary())
            CHECK(item.getKey("/Prev").getObjGen() == previous.getObjGen());
        CHECK(item.getKey("/Dest").isArray());
        found.emplace_back(depth, QString::fromStdString(utf8(item.getKey("/Title"))));
        walkOutline(item, depth + 1, found);
        previous = item;
    }
    if (previous.isDictionary())
        CHECK(parent.getKey("/Last").getObjGen() == previous.getObjGen());
}

// A copy of the installed font with another date inside: a font no file of the system is.
QByteArray strangerFont()
{
    FcPattern *pattern = FcNameParse(reinterpret_cast<const FcChar8 *>("Liberation Sans:style=Regular"));
    FcConfigSubstitute(nullptr, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result = FcResultNoMatch;
    FcPattern *match = FcFontMatch(nullptr, pattern, &result);
    FcChar8 *path = nullptr;
    FcPatternGetString(match, FC_FILE, 0, &path);
    QFile file(QString::fromUtf8(reinterpret_cast<const char *>(path)));
    QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    FcPatternDestroy(match);
    FcPatternDestroy(pattern);
    const qsizetype entry = bytes.indexOf("head");
    quint32 offset = 0;
    for (int i = 0; i < 4; ++i)
        offset = offset << 8 | quint8(bytes.at(entry + 8 + i));
    bytes[qsizetype(offset) + 35] = char(bytes.at(qsizetype(offset) + 35) ^ 0x55); // date of modification
    return bytes;
}

} // namespace

TEST_CASE("The same document gives the same bytes, another one others")
{
    const QByteArray first = written(everything());
    CHECK(written(everything()) == first);
    Document later = everything();
    later.date = later.date.addDays(1);
    CHECK(written(later) != first);
    CHECK(first.startsWith("%PDF-1.5"));
    CHECK(first.size() < 200'000);
}

TEST_CASE("Metadata and language are told")
{
    Pdf pdf(everything());
    CHECK(utf8(pdf.info().getKey("/Title")) == "Trame PACA 2022 – CPTS des Vallées (exemple)");
    CHECK(utf8(pdf.info().getKey("/Author")) == "CPTS des Vallées (exemple)");
    CHECK(utf8(pdf.info().getKey("/Subject")) == "Trame PACA 2022");
    CHECK(utf8(pdf.info().getKey("/CreationDate")) == "D:20270312000000Z");
    CHECK(utf8(pdf.info().getKey("/ModDate")) == "D:20270312000000Z");
    CHECK(utf8(pdf.root().getKey("/Lang")) == "fr-FR");
    CHECK(pdf.root().getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    CHECK(pdf.root().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    for (Object page : pdf.pages)
        CHECK(page.getKey("/Tabs").getName() == "/S");
}

TEST_CASE("A document without a date tells none")
{
    Document sample = everything();
    sample.date = QDate();
    Pdf pdf(sample);
    CHECK(pdf.info().getKey("/CreationDate").isNull());
    CHECK(written(sample) == written(sample));
}

TEST_CASE("The sheet is A4, as many as the layout's pages")
{
    Pdf pdf(everything());
    CHECK(pdf.pages.size() == layout::paginate(everything()).pages.size());
    for (Object page : pdf.pages) {
        Object box = page.getKey("/MediaBox");
        CHECK(box.getArrayItem(2).getNumericValue() == Approx(595.276).margin(0.01));
        CHECK(box.getArrayItem(3).getNumericValue() == Approx(841.89).margin(0.01));
    }
}

TEST_CASE("The outline follows the headings")
{
    Pdf pdf(everything());
    std::vector<std::pair<int, QString>> found;
    walkOutline(pdf.root().getKey("/Outlines"), 1, found);
    const std::vector<std::pair<int, QString>> wanted{{1, u"1) IDENTIFICATION DU PORTEUR DE PROJET"_s},
                                                      {2, u"a) Description du territoire"_s},
                                                      {3, u"Constat"_s},
                                                      {1, u"2) MISSIONS"_s},
                                                      {1, u"PARTIE RÉSERVÉE À L’ARS"_s}};
    CHECK(found == wanted);
    CHECK(pdf.root().getKey("/Outlines").getKey("/Count").getIntValue() == 5);
}

TEST_CASE("Headings that skip a level still make a tree")
{
    Document sample;
    sample.blocks = {heading(3, u"trois"_s), heading(1, u"un"_s), heading(3, u"trois bis"_s), heading(2, u"deux"_s)};
    Pdf pdf(sample);
    std::vector<std::pair<int, QString>> found;
    walkOutline(pdf.root().getKey("/Outlines"), 1, found);
    CHECK(found ==
          std::vector<std::pair<int, QString>>{{1, u"trois"_s}, {1, u"un"_s}, {2, u"trois bis"_s}, {2, u"deux"_s}});
}

TEST_CASE("Without a heading there is no outline")
{
    Document sample;
    sample.blocks = {paragraph(u"texte"_s)};
    CHECK(Pdf(sample).root().getKey("/Outlines").isNull());
}

TEST_CASE("Links lead out by their address and in by their heading")
{
    Pdf pdf(everything());
    int outside = 0;
    int inside = 0;
    for (Object page : pdf.pages) {
        Object annotations = page.getKey("/Annots");
        for (int i = 0; annotations.isArray() && i < annotations.getArrayNItems(); ++i) {
            Object link = annotations.getArrayItem(i);
            CHECK(link.getKey("/Subtype").getName() == "/Link");
            CHECK_FALSE(utf8(link.getKey("/Contents")).empty());
            CHECK(link.getKey("/StructParent").isInteger());
            Object rect = link.getKey("/Rect");
            CHECK(rect.getArrayItem(0).getNumericValue() < rect.getArrayItem(2).getNumericValue());
            CHECK(rect.getArrayItem(1).getNumericValue() < rect.getArrayItem(3).getNumericValue());
            if (link.getKey("/A").isDictionary()) {
                ++outside;
                CHECK(utf8(link.getKey("/A").getKey("/URI")) == "mailto:contact@cpts.fr");
            } else {
                ++inside;
                CHECK(link.getKey("/Dest").getArrayItem(0).getKey("/Type").getName() == "/Page");
            }
        }
    }
    CHECK(outside == 1);
    CHECK(inside == 5); // the contents: every heading
}

TEST_CASE("Nothing active is in the file")
{
    Document sample = everything();
    Paragraph trap;
    trap.runs = {{.text = u"piège"_s, .link = u"javascript:app.alert(1)"_s},
                 {.text = u"autre"_s, .link = u"file:///etc/passwd"_s}};
    sample.blocks.push_back(trap);
    Pdf pdf(sample);
    for (Object object : pdf.objects()) {
        if (!object.isDictionary())
            continue;
        CHECK_FALSE(object.hasKey("/JS"));
        CHECK_FALSE(object.hasKey("/AA"));
        CHECK_FALSE(object.hasKey("/OpenAction"));
        if (object.hasKey("/URI"))
            CHECK(utf8(object.getKey("/URI")).starts_with("mailto:"));
    }
}

TEST_CASE("Every font is embedded")
{
    Pdf pdf(everything());
    int fonts = 0;
    int files = 0;
    for (Object object : pdf.objects()) {
        if (!object.isDictionary() || !object.getKey("/Type").isName())
            continue;
        const std::string type = object.getKey("/Type").getName();
        if (type == "/FontDescriptor") {
            ++fonts;
            files += object.hasKey("/FontFile") || object.hasKey("/FontFile2") || object.hasKey("/FontFile3") ? 1 : 0;
        }
    }
    CHECK(fonts >= 3);
    CHECK(files == fonts);
}

TEST_CASE("No page, no text: still a PDF")
{
    Pdf empty{Document{}};
    CHECK(empty.pages.size() == 1);
    CHECK(empty.structure().isDictionary());
    CHECK(empty.elements().empty());

    const base::Result<QByteArray> none = formats::writePdf(Document{}, {QSizeF(210, 297), {}});
    CHECK((!none.ok() || none.value().startsWith("%PDF")));
}

TEST_CASE("A font whose file can't be found is told, not replaced")
{
    const QRawFont stranger(strangerFont(), 220);
    REQUIRE(stranger.isValid());
    QGlyphRun run;
    run.setRawFont(stranger);
    run.setGlyphIndexes({36});
    run.setPositions({QPointF(0, 0)});
    layout::TextOperation text;
    text.text = u"A"_s;
    text.glyphs = {run};
    text.scale = 56;
    layout::Page page;
    page.operations = {layout::BeginTag{.tag = layout::Tag::P, .element = 1}, text, layout::EndTag{layout::Tag::P}};
    const base::Result<QByteArray> result = formats::writePdf(Document{}, {QSizeF(210, 297), {page}});
    REQUIRE_FALSE(result.ok());
    CHECK(result.error().code == base::ErrorCode::NotFound);
    CHECK(result.error().message.contains(u"Liberation Sans"_s));
    CHECK(result.error().message.contains(u"n’a pas été créé"_s));
}
