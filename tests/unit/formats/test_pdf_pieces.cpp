// Pages of somebody else's PDF among ours: their drawing comes, nothing that acts, links or hides does.
#include "unit/formats/test_pdf_reading.h"

#include "foreign_pdf.h"
#include "formats/pdf_pieces.h"

using namespace Qt::Literals::StringLiterals;
using namespace formats::pdf;
using pdfreading::Object;
using pdfreading::Pdf;

namespace
{

QByteArray ours(int pages)
{
    report::Document document;
    document.title = u"Dossier"_s;
    for (int i = 1; i <= pages; ++i) {
        if (i > 1)
            document.blocks.emplace_back(report::PageBreak());
        document.blocks.emplace_back(samples::heading(1, u"Partie %1"_s.arg(i), u"partie-%1"_s.arg(i)));
        document.blocks.emplace_back(samples::paragraph(u"Texte"_s));
    }
    return pdfreading::written(document);
}

std::string contentOf(Object page)
{
    const auto buffer = page.getKey("/Contents").getStreamData();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize()};
}

// "4": the fourth of our pages; "a1": the first of a foreign one.
QStringList orderOf(Pdf &pdf, int own)
{
    QStringList order;
    int ourPage = 0;
    for (const Object &page : pdf.pages) {
        const std::string content = contentOf(page);
        const size_t at = content.find("(mot ");
        order << (at == std::string::npos ? QString::number(++ourPage)
                                          : u"a"_s + QChar::fromLatin1(content.at(at + 5)));
    }
    CHECK(ourPage == own);
    return order;
}

QByteArray with(const QByteArray &whole, const std::vector<Insertion> &insertions)
{
    const auto result = withPages(whole, insertions);
    REQUIRE(result);
    return result.value();
}

} // namespace

TEST_CASE("pages of others stand after the page that announces them, in order")
{
    Pdf pdf(with(ours(4), {{1, foreign::pdf(2), u"Pièce 1, p. "_s}, {3, foreign::pdf(1), u"Pièce 2, p. "_s}}));
    CHECK(orderOf(pdf, 4) == QStringList{u"1"_s, u"2"_s, u"a1"_s, u"a2"_s, u"3"_s, u"4"_s, u"a1"_s});
    Object page = pdf.pages[2];
    CHECK(page.getKey("/MediaBox").getArrayItem(3).getNumericValue() == 600);
    CHECK(page.getKey("/Resources").getKey("/Font").getKey("/F").isDictionary());
    CHECK(page.getKey("/Resources").getKey("/Font").getKey("/A").isDictionary());
    CHECK(with(ours(2), {}) == ours(2));
    CHECK(with(ours(2), {{1, foreign::pdf(1), {}}}) == with(ours(2), {{1, foreign::pdf(1), {}}}));
}

TEST_CASE("our pages keep their printed number, those of others have their own, the outline still leads to ours")
{
    Pdf pdf(with(ours(3), {{1, foreign::pdf(2), u"Pièce 1, p. "_s}}));
    Object numbers = pdf.root().getKey("/PageLabels").getKey("/Nums");
    REQUIRE(numbers.getArrayNItems() == 6);
    const auto label = [&](int i) { return numbers.getArrayItem(2 * i + 1); };
    CHECK(numbers.getArrayItem(0).getIntValue() == 0);
    CHECK(numbers.getArrayItem(2).getIntValue() == 2);
    CHECK(label(1).getKey("/P").getUTF8Value() == "Pièce 1, p. ");
    CHECK(label(1).getKey("/St").getIntValue() == 1);
    CHECK(numbers.getArrayItem(4).getIntValue() == 4);
    CHECK(label(2).getKey("/St").getIntValue() == 3);
    CHECK_FALSE(label(2).hasKey("/P"));
    Object third = pdf.root().getKey("/Outlines").getKey("/Last");
    CHECK(third.getKey("/Title").getUTF8Value() == "Partie 3");
    CHECK(third.getKey("/Dest").getArrayItem(0).getObjGen() == pdf.pages[4].getObjGen());
}

TEST_CASE("the structure of our pages is untouched: every mark of ours is still in the tree")
{
    Pdf before(ours(3));
    Pdf after(with(before.bytes(), {{0, foreign::pdf(2), {}}, {2, foreign::pdf(1, foreign::arm), {}}}));
    CHECK(after.elements().size() == before.elements().size());
    CHECK(after.root().getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    CHECK(after.root().getKey("/Lang").getStringValue() == "fr-FR");
    const size_t mine[] = {0, 3, 4};
    for (size_t i = 0; i < 3; ++i) {
        CHECK(after.pages[mine[i]].getKey("/StructParents").getIntValue() ==
              before.pages[i].getKey("/StructParents").getIntValue());
        CHECK(contentOf(after.pages[mine[i]]) == contentOf(before.pages[i]));
    }
    CHECK_FALSE(after.pages[1].hasKey("/StructParents"));
}

TEST_CASE("nothing that acts, links elsewhere or hides a file comes along")
{
    const QByteArray armed = foreign::pdf(2, foreign::arm);
    CHECK(examine(armed).count == 2);
    Pdf pdf(with(ours(1), {{0, armed, {}}}));
    CHECK_FALSE(pdf.root().hasKey("/OpenAction"));
    CHECK_FALSE(pdf.root().hasKey("/AA"));
    CHECK_FALSE(pdf.root().hasKey("/Names"));
    for (const char *key : {"/AA", "/AF", "/Annots"})
        CHECK_FALSE(pdf.pages[1].hasKey(key));
    int forms = 0;
    for (Object object : pdf.objects()) {
        Object facts = object.isStream() ? object.getDict() : object;
        if (!facts.isDictionary())
            continue;
        for (const char *key : {"/JS", "/EF", "/OpenAction", "/AF", "/Ref"})
            CHECK_FALSE(facts.hasKey(key));
        if (facts.getKey("/S").isName())
            CHECK(facts.getKey("/S").getName() != "/Launch");
        forms +=
            object.isStream() && facts.getKey("/Subtype").isName() && facts.getKey("/Subtype").getName() == "/Form";
    }
    CHECK(forms == 1); // the drawing itself is there
    for (const char *word : {"calc.exe", "cache.exe", "contenu cache", "exemple.fr", "autre.pdf"})
        CHECK_FALSE(pdf.bytes().contains(word));
}

TEST_CASE("a stamp on a page becomes part of its drawing")
{
    const QByteArray stamped = foreign::pdf(1, [](QPDF &made) {
        Object look = made.makeIndirectObject(Object::newStream(&made, "0 0 50 20 re f % cachet\n"));
        look.getDict().replaceKey("/Type", Object::newName("/XObject"));
        look.getDict().replaceKey("/Subtype", Object::newName("/Form"));
        look.getDict().replaceKey("/BBox", Object::parse("[ 0 0 50 20 ]"));
        Object stamp = made.makeIndirectObject(
            Object::parse("<< /Type /Annot /Subtype /Stamp /Rect [ 100 100 150 120 ] /AP << >> >>"));
        stamp.getKey("/AP").replaceKey("/N", look);
        Object all = Object::newArray();
        all.appendItem(stamp);
        foreign::firstPage(made).replaceKey("/Annots", all);
    });
    Pdf pdf(with(ours(1), {{0, stamped, {}}}));
    CHECK_FALSE(pdf.pages[1].hasKey("/Annots"));
    CHECK(pdf.pages[1].getKey("/Resources").getKey("/XObject").isDictionary());
    int stamps = 0;
    for (Object object : pdf.objects())
        if (object.isStream() && object.getDict().getKey("/BBox").isArray()) {
            const auto data = object.getStreamData();
            stamps += std::string(reinterpret_cast<const char *>(data->getBuffer()), data->getSize()).find("cachet") !=
                      std::string::npos;
        }
    CHECK(stamps == 1);
}

TEST_CASE("what would be lost, or can't be read, is told and left beside")
{
    const auto fault = [](const QByteArray &bytes) {
        const ForeignPages pages = examine(bytes);
        CHECK(pages.count == 0);
        return pages.fault;
    };
    CHECK(examine(foreign::pdf(3)).count == 3);
    CHECK(examine(foreign::pdf(3)).fault.isEmpty());
    CHECK(fault(foreign::pdf(1, {}, "secret")) == u"ce PDF est protégé par un mot de passe");
    CHECK(fault(foreign::pdf(1, {}, "")) == u"ce PDF est protégé par un mot de passe");
    CHECK(fault(foreign::pdf(1, [](QPDF &made) {
              made.getRoot().replaceKey("/AcroForm", Object::parse("<< /SigFlags 3 /Fields [] >>"));
          })).contains(u"signature électronique"_s));
    CHECK(fault(foreign::pdf(1, [](QPDF &made) {
              made.getRoot().replaceKey("/AcroForm", Object::parse("<< /XFA (x) /Fields [] >>"));
          })).contains(u"formulaire dynamique"_s));
    CHECK(fault(foreign::pdf(1, [](QPDF &made) {
              made.getRoot().replaceKey("/OCProperties", Object::parse("<< /D << /OFF [ << >> ] >> >>"));
          })).contains(u"calques masqués"_s));
    CHECK(fault(foreign::pdf(1, [](QPDF &made) {
              made.getRoot().replaceKey("/Collection", Object::newDictionary());
          })).contains(u"porte-documents"_s));
    CHECK(fault(foreign::pdf(0)) == u"ce PDF est abîmé");
    CHECK(fault({}) == u"ce PDF est abîmé");
    CHECK(fault("%PDF-1.7\nrien") == u"ce PDF est abîmé");
    CHECK(noticeOf(u"statuts.pdf"_s, "%PDF-1.7\nrien").startsWith(u"« statuts.pdf » est gardé, mais ne pourra pas"_s));
    CHECK(noticeOf(u"statuts.pdf"_s, foreign::pdf(3)).isEmpty());
    CHECK(noticeOf(u"liste.txt"_s, "rien").isEmpty());
}

TEST_CASE("a PDF cut or spoilt anywhere never stops the dossier")
{
    const QByteArray whole = foreign::pdf(2, foreign::arm);
    for (qsizetype length = 0; length < whole.size(); length += 37)
        CHECK(examine(whole.left(length)).count == 0);
    int taken = 0;
    for (qsizetype at = 9; at < whole.size(); at += 11) {
        QByteArray spoilt = whole;
        spoilt[at] = char(spoilt[at] ^ 0x15);
        if (examine(spoilt).count == 0)
            continue;
        ++taken;
        INFO(at);
        CHECK(withPages(ours(1), {{0, spoilt, {}}}));
    }
    CHECK(taken > 0);
}
