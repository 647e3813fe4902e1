// A cover: the title and its lines on a page of their own, then the table of contents on its own, then the text.
#include "layout/page.h"
#include "support/catch.h"
#include "unit/layout/page_reading.h"
#include "written.h"

using namespace Qt::Literals::StringLiterals;
using namespace written;
using formats::XmlNode;

namespace
{

report::Document covered(bool contents)
{
    report::Document document =
        documentOf({samples::heading(1, u"Partie"_s, u"partie"_s), samples::paragraph(u"Texte."_s)});
    document.title = u"Dossier"_s;
    document.cover = {samples::paragraph(u"Territoire."_s), samples::paragraph(u"Version."_s)};
    document.tableOfContents = contents;
    return document;
}

int pageOf(const layout::PagedDocument &paged, const QString &text, bool contents = false)
{
    for (const reading::PlacedText &each : reading::bodyTexts(paged))
        if (each.text.text == text && each.in(layout::Tag::Toc) == contents)
            return each.page;
    return -1;
}

} // namespace

TEST_CASE("a cover has its page, the contents theirs, the text begins on the next")
{
    const auto paged = layout::paginate(covered(true));
    CHECK(paged.pages.size() == 3);
    CHECK(pageOf(paged, u"Dossier"_s) == 0);
    CHECK(pageOf(paged, u"Version."_s) == 0);
    CHECK(pageOf(paged, u"Partie"_s, true) == 1);
    CHECK(pageOf(paged, u"Partie"_s) == 2);
    CHECK(layout::headingPages(paged) == std::vector<int>{3});
    for (const reading::PlacedText &each : reading::bodyTexts(paged))
        if (each.text.text == u"Dossier")
            CHECK(each.text.origin.y() > 80);

    const auto without = layout::paginate(covered(false));
    CHECK(without.pages.size() == 2);
    CHECK(pageOf(without, u"Partie"_s) == 1);
}

TEST_CASE("Word and OpenDocument break the pages of a cover in the same places")
{
    for (const bool contents : {true, false}) {
        INFO(contents);
        const int breaks = contents ? 2 : 1;
        CHECK(count(docxTree(covered(contents)), u"pageBreakBefore"_s) == breaks);
        const QString open = odtContent(covered(contents));
        const XmlNode tree = odtTree(covered(contents));
        int used = 0;
        for (const XmlNode *style : all(tree, u"style"_s)) {
            const XmlNode *properties = style->child(u"paragraph-properties");
            if (properties && properties->attribute(u"break-before") == u"page")
                used += int(open.count(u"text:style-name=\"%1\""_s.arg(style->attribute(u"name"))));
        }
        CHECK(used == breaks);
    }
    report::Document plain = covered(true);
    plain.cover.clear();
    CHECK(count(docxTree(plain), u"pageBreakBefore"_s) == 0);
}
