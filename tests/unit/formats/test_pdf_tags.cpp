// The tagged structure: standard types, headers of tables, every mark known, everything else an artifact.
#include "unit/formats/test_pdf_reading.h"

#include "formats/pdf_structure.h"

using namespace pdfreading;
using namespace samples;
using formats::pdf::Structure;

namespace
{

std::vector<std::pair<const char *, Document>> documents()
{
    Document tall = document();
    tall.blocks.push_back(missions(3000));
    Document small = document();
    small.blocks.push_back(paragraph(u"Une phrase."_s));
    return {{"empty", Document{}}, {"small", small}, {"everything", everything()}, {"tall", tall}};
}

std::string attribute(Object element, const char *key)
{
    Object value = element.getKey("/A").isDictionary() ? element.getKey("/A").getKey(key) : Object::newNull();
    return value.isName() ? value.getName() : value.isInteger() ? std::to_string(value.getIntValue()) : std::string();
}

// (page, mark) of every piece of content in the tree, in reading order.
std::vector<std::pair<QPDFObjGen, int>> contents(Pdf &pdf)
{
    std::vector<std::pair<QPDFObjGen, int>> found;
    for (Object element : pdf.elements()) {
        Object kids = element.getKey("/K");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            Object kid = kids.getArrayItem(i);
            if (kid.isInteger())
                found.emplace_back(element.getKey("/Pg").getObjGen(), int(kid.getIntValue()));
            else if (kid.getKey("/Type").isName() && kid.getKey("/Type").getName() == "/MCR")
                found.emplace_back(kid.getKey("/Pg").getObjGen(), int(kid.getKey("/MCID").getIntValue()));
        }
    }
    return found;
}

} // namespace

TEST_CASE("Only standard types, no role map, every element under its parent")
{
    const std::set<std::string> standard{"/Document", "/H1",    "/H2",    "/H3",   "/H4",      "/P",     "/L",
                                         "/LI",       "/Lbl",   "/LBody", "/TR",   "/TH",      "/TD",    "/TOC",
                                         "/TOCI",     "/Table", "/Link",  "/Span", "/Caption", "/Figure"};
    Pdf pdf(everything());
    CHECK(pdf.structure().getKey("/RoleMap").isNull());
    std::set<std::string> seen;
    for (Object element : pdf.elements()) {
        const std::string type = element.getKey("/S").getName();
        CHECK(standard.contains(type));
        seen.insert(type);
        CHECK(element.getKey("/P").isDictionary());
        CHECK(element.getKey("/Type").getName() == "/StructElem");
    }
    CHECK(seen == standard); // the sample holds one of each
    Object top = pdf.structure().getKey("/K");
    REQUIRE(top.getArrayNItems() == 1);
    CHECK(top.getArrayItem(0).getKey("/S").getName() == "/Document");
}

TEST_CASE("Everything drawn is under a mark or an artifact, and every mark is in the tree once")
{
    for (const auto &[name, sample] : documents()) {
        DYNAMIC_SECTION(name)
        {
            Pdf pdf(sample);
            std::set<std::pair<QPDFObjGen, int>> drawn;
            for (Object page : pdf.pages) {
                int next = 0;
                for (const Drawing &drawing : drawings(page)) {
                    if (paints(drawing.operation))
                        CHECK(drawing.mark != -1);
                    if (drawing.operation == "BDC" && drawing.mark == next) {
                        drawn.emplace(page.getObjGen(), next);
                        ++next;
                    }
                    CHECK(drawing.mark < next);
                }
            }
            const auto listed = contents(pdf);
            CHECK(listed.size() == drawn.size());
            CHECK(std::set<std::pair<QPDFObjGen, int>>(listed.begin(), listed.end()) == drawn);
        }
    }
}

TEST_CASE("Running texts and repeated headers are artifacts of each page")
{
    Pdf pdf(everything());
    for (Object page : pdf.pages) {
        int artifacts = 0;
        for (const Drawing &drawing : drawings(page))
            artifacts += drawing.mark == -2 && (drawing.operation == "TJ" || drawing.operation == "Tj") ? 1 : 0;
        CHECK(artifacts >= 2);
    }
    CHECK(pdf.elements("/TH").size() == 3 + 2 + 3 + 2); // headers, keys, headers, sections: once each
}

TEST_CASE("The parent tree leads from each mark to its element")
{
    Pdf pdf(everything());
    Object numbers = pdf.structure().getKey("/ParentTree").getKey("/Nums");
    std::map<int, Object> byNumber;
    for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2)
        byNumber[int(numbers.getArrayItem(i).getIntValue())] = numbers.getArrayItem(i + 1);
    CHECK(pdf.structure().getKey("/ParentTreeNextKey").getIntValue() == int(byNumber.size()));

    std::map<QPDFObjGen, Object> parentsOfPage;
    for (Object page : pdf.pages)
        parentsOfPage[page.getObjGen()] = byNumber.at(int(page.getKey("/StructParents").getIntValue()));
    for (Object element : pdf.elements()) {
        Object kids = element.getKey("/K");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            Object kid = kids.getArrayItem(i);
            if (kid.isInteger()) {
                Object parent = parentsOfPage[element.getKey("/Pg").getObjGen()].getArrayItem(int(kid.getIntValue()));
                CHECK(parent.getObjGen() == element.getObjGen());
            } else if (kid.getKey("/Type").isName() && kid.getKey("/Type").getName() == "/OBJR") {
                const int number = int(kid.getKey("/Obj").getKey("/StructParent").getIntValue());
                CHECK(byNumber.at(number).getObjGen() == element.getObjGen());
            }
        }
    }
}

TEST_CASE("Header cells have their scope, wide ones their span, tables their summary")
{
    Pdf pdf(everything());
    int columns = 0;
    int rows = 0;
    int wide = 0;
    for (Object header : pdf.elements("/TH")) {
        CHECK(header.getKey("/A").getKey("/O").getName() == "/Table");
        columns += attribute(header, "/Scope") == "/Column" ? 1 : 0;
        rows += attribute(header, "/Scope") == "/Row" ? 1 : 0;
        wide += attribute(header, "/ColSpan") == "3" ? 1 : 0;
    }
    CHECK(columns == 6);
    CHECK(rows == 4);
    CHECK(wide == 2);
    std::vector<std::string> summaries;
    for (Object table : pdf.elements("/Table")) {
        summaries.push_back(table.getKey("/A").getKey("/Summary").getUTF8Value());
        CHECK(table.getKey("/Alt").isNull()); // it would be read in place of the table
    }
    CHECK(summaries ==
          std::vector<std::string>{"Identification du porteur", "Communes du territoire", "Missions et objectifs"});
}

TEST_CASE("A table over several pages is one table, its rows in order")
{
    Document sample;
    sample.blocks.push_back(communes(120));
    Pdf pdf(sample);
    REQUIRE(pdf.pages.size() > 2);
    CHECK(pdf.elements("/Document").size() == 1);
    CHECK(pdf.elements("/Table").size() == 1);
    CHECK(pdf.elements("/TR").size() == 121);
    for (Object tableRow : pdf.elements("/TR"))
        CHECK(tableRow.getKey("/K").getArrayNItems() == 3);
}

TEST_CASE("A cell over several pages is one cell with content of each page")
{
    Document sample;
    sample.blocks.push_back(missions(3000));
    Pdf pdf(sample);
    std::set<QPDFObjGen> pages;
    int parts = 0;
    for (Object text : pdf.elements("/P")) {
        Object kids = text.getKey("/K");
        if (kids.getArrayNItems() < 3)
            continue;
        ++parts;
        pages.insert(text.getKey("/Pg").getObjGen());
        for (int i = 0; i < kids.getArrayNItems(); ++i) {
            if (kids.getArrayItem(i).isDictionary())
                pages.insert(kids.getArrayItem(i).getKey("/Pg").getObjGen());
        }
    }
    CHECK(parts == 1);
    CHECK(pages.size() == pdf.pages.size());
}

TEST_CASE("Empty cells stay, empty paragraphs don't")
{
    Document sample;
    Table table = keyValues();
    table.rows[0].cells[1] = cell(QString());
    sample.blocks.push_back(table);
    sample.blocks.push_back(paragraph(QString()));
    Pdf pdf(sample);
    CHECK(pdf.elements("/TD").size() == 2);
    CHECK(pdf.elements("/P").size() == 3);
    for (Object element : pdf.elements("/P"))
        CHECK(element.getKey("/K").getArrayNItems() > 0);
}

TEST_CASE("Check boxes are spoken")
{
    Pdf pdf(everything());
    std::vector<std::string> spoken;
    for (Object span : pdf.elements("/Span"))
        spoken.push_back(span.getKey("/Alt").getUTF8Value());
    CHECK(spoken == std::vector<std::string>{"case cochée", "case non cochée"});
}

TEST_CASE("The structure keeps one element per layout number")
{
    Structure structure;
    const layout::BeginTag root{.tag = layout::Tag::Document, .element = 1};
    const layout::BeginTag text{.tag = layout::Tag::P, .element = 2};
    const layout::BeginTag hollow{.tag = layout::Tag::P, .element = 3};
    for (int page = 0; page < 2; ++page) {
        CHECK_FALSE(structure.inside());
        structure.enter(root, 0);
        structure.enter(text, 0);
        structure.addContent(structure.current(), page);
        structure.leave();
        structure.enter(hollow, 0);
        structure.leave();
        structure.leave();
    }
    structure.leave(); // one too many changes nothing
    CHECK(structure.elements().size() == 3);
    CHECK(structure.element(0).kids.size() == 2);
    structure.prune();
    REQUIRE(structure.element(0).kids.size() == 1);
    const formats::pdf::Element &kept = structure.element(structure.element(0).kids[0].index);
    CHECK(kept.type == "P");
    REQUIRE(kept.kids.size() == 2);
    CHECK(kept.kids[1].page == 1);
    CHECK(kept.kids[1].index == 0); // numbered page by page
    CHECK(structure.contentCount(0) == 1);
    CHECK(structure.contentCount(7) == 0);
}

TEST_CASE("The title is the first heading, the table of contents has one, and no level is skipped")
{
    const auto levels = [](const Document &sample) {
        Pdf pdf(sample);
        std::string found;
        for (Object element : pdf.elements())
            if (const std::string type = element.getKey("/S").getName(); type.size() == 3 && type[1] == 'H')
                found += type[2];
        return found;
    };
    Document sample = document();
    sample.blocks = {heading(1, u"Une"_s), heading(2, u"Sous"_s), heading(3, u"Bas"_s), heading(1, u"Deux"_s)};
    CHECK(levels(sample) == "12342");
    sample.tableOfContents = true;
    sample.cover = {paragraph(u"Territoire."_s)};
    CHECK(levels(sample) == "122342");
    sample.tableOfContents = false;
    sample.blocks = {heading(2, u"D’abord bas"_s), heading(1, u"Puis haut"_s), heading(3, u"Deux plus bas"_s)};
    CHECK(levels(sample) == "1223");
    sample.title.clear();
    CHECK(levels(sample) == "112");
    CHECK(levels(Document{}).empty());
}
