#include "layout/contents.h"

#include "layout/lines.h"
#include "layout/paragraphs.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layout
{

namespace
{

using report::Paragraph;

constexpr double numberWidth = 14;
constexpr double headerBottom = 16; // mm from the page's top
constexpr double footerHeight = 15; // from the top of its first line to the page's bottom
constexpr size_t runningLines = 2;

std::vector<Slice> layEntry(const ContentsEntry &entry, Composition &composition)
{
    const look::TextStyle style{.points = entry.level == 1 ? 11.0 : 10.5};
    const double indent = (std::min(entry.level, 3) - 1) * look::listIndent;
    const double textWidth = composition.sheet.textWidth();
    const std::vector<report::Run> title{{.text = entry.text, .bold = entry.level == 1, .link = u'#' + entry.anchor}};
    std::vector<Slice> lines =
        breakIntoLines({.runs = title, .style = style, .width = textWidth - indent - numberWidth});
    for (Slice &line : lines) {
        std::erase_if(line.operations, [](const Operation &operation) {
            return std::holds_alternative<LineOperation>(operation); // not underlined: the whole list is links
        });
        for (Operation &operation : line.operations) {
            shift(operation, indent, 0);
            if (auto *text = std::get_if<TextOperation>(&operation))
                text->color = look::ink;
        }
    }
    const std::vector<report::Run> page{{.text = entry.page > 0 ? QString::number(entry.page) : QString()}};
    const Slice number =
        breakIntoLines({.runs = page, .style = style, .alignment = Paragraph::Alignment::Right, .width = numberWidth})
            .front();
    Slice &last = lines.back();
    append(number, textWidth - numberWidth, 0, last.operations, last.fields);
    last.operations.push_back(
        LineOperation{{indent, last.height, textWidth, last.height}, look::hairline / 2, look::banner});
    keepLinesTogether(lines, false);
    enclose(lines, composition.begin(Tag::P));
    enclose(lines, composition.begin(Tag::TocItem));
    lines.front().gap = 0.8;
    return lines;
}

std::vector<Slice> runningLinesOf(const QString &text, double width)
{
    const std::vector<report::Run> runs{{.text = text}};
    return breakIntoLines(
        {.runs = runs, .style = look::runningStyle(), .alignment = Paragraph::Alignment::Center, .width = width});
}

void addArtifact(Page &page, const std::vector<Slice> &lines, double top)
{
    page.operations.push_back(BeginTag{.tag = Tag::Artifact});
    for (const Slice &line : lines) {
        append(line, look::margin, top, page.operations, page.fields);
        top += line.height;
    }
    page.operations.push_back(EndTag{Tag::Artifact});
}

// As many words as two lines hold: what runs in the margins stands in full in the document.
QString shortened(QString text, const QString &end, double width)
{
    if (runningLinesOf(text + end, width).size() <= runningLines)
        return text + end;
    while (!text.isEmpty() && runningLinesOf(text + u"…"_s + end, width).size() > runningLines)
        text.chop(qMax(1, int(text.size()) / 10));
    return text + u"…"_s + end;
}

} // namespace

std::vector<Slice> layContents(const std::vector<ContentsEntry> &entries, Composition &composition)
{
    std::vector<Slice> slices = layText({{.text = u"Sommaire"_s}}, look::headingStyle(2), Paragraph::Alignment::Left,
                                        composition.begin(Tag::H1), composition);
    std::vector<Slice> list;
    for (const ContentsEntry &entry : entries) {
        const std::vector<Slice> lines = layEntry(entry, composition);
        list.insert(list.end(), lines.begin(), lines.end());
    }
    if (list.empty())
        return {};
    list.front().gap = look::headingStyle(2).after;
    enclose(list, composition.begin(Tag::Toc));
    slices.insert(slices.end(), list.begin(), list.end());
    return slices;
}

void addRunningTexts(std::vector<Page> &pages, const report::Document &document, size_t total, const look::Paper &sheet)
{
    const double width = sheet.textWidth();
    std::vector<Slice> head;
    if (!document.header.isEmpty())
        head = runningLinesOf(shortened(oneLine({{.text = document.header}}), QString(), width), width);
    const QString count = total > 0 ? QString::number(total) : u"…"_s;
    const auto pageText = [&](size_t number) {
        return u"Page %1 sur %2"_s.arg(number).arg(count) + document.afterPages;
    };
    const QString last = pageText(total > 0 ? total : pages.size());
    const QString separator = u" – "_s;
    QString foot = document.footer.isEmpty() ? QString()
                                             : shortened(oneLine({{.text = document.footer}}), separator + last, width);
    foot.chop(foot.isEmpty() ? 0 : last.size());
    for (size_t i = 0; i < pages.size(); ++i) {
        if (!head.empty())
            addArtifact(pages[i], head, headerBottom - stackedHeight(head));
        addArtifact(pages[i], runningLinesOf(foot + pageText(i + 1), width), sheet.height - footerHeight);
    }
}

} // namespace layout
