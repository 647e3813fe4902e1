// Reads pages back: what text stands where, under which tags.
#pragma once

#include "layout/page.h"

#include <QRegularExpression>

namespace reading
{

using layout::BeginTag;
using layout::EndTag;
using layout::Operation;
using layout::Page;
using layout::PagedDocument;
using layout::Tag;
using layout::TextOperation;

// A text operation with the tags around it, outermost first.
struct PlacedText {
    int page = 0;
    TextOperation text;
    std::vector<BeginTag> tags;

    [[nodiscard]] bool in(Tag tag) const
    {
        return std::any_of(tags.begin(), tags.end(), [tag](const BeginTag &open) { return open.tag == tag; });
    }
    [[nodiscard]] int element(Tag tag) const
    {
        for (const BeginTag &open : tags) {
            if (open.tag == tag)
                return open.element;
        }
        return 0;
    }
};

inline std::vector<PlacedText> texts(const PagedDocument &paged)
{
    std::vector<PlacedText> result;
    for (size_t i = 0; i < paged.pages.size(); ++i) {
        std::vector<BeginTag> open;
        for (const Operation &operation : paged.pages[i].operations) {
            if (const auto *begin = std::get_if<BeginTag>(&operation))
                open.push_back(*begin);
            else if (std::holds_alternative<EndTag>(operation))
                open.pop_back();
            else if (const auto *text = std::get_if<TextOperation>(&operation))
                result.push_back({int(i), *text, open});
        }
    }
    return result;
}

inline std::vector<PlacedText> bodyTexts(const PagedDocument &paged)
{
    std::vector<PlacedText> result = texts(paged);
    std::erase_if(result, [](const PlacedText &text) { return text.in(Tag::Artifact); });
    return result;
}

inline QString withoutSpaces(QString text)
{
    static const QRegularExpression spaces(QStringLiteral("[\\s\\x{00A0}\\x{202F}\\x{2028}]+"));
    return text.remove(spaces);
}

// What the pages say, without artifacts, list marks and contents, white space apart.
inline QString letters(const PagedDocument &paged)
{
    QString result;
    for (const PlacedText &text : bodyTexts(paged)) {
        if (!text.in(Tag::Lbl) && !text.in(Tag::Toc))
            result += text.text.text;
    }
    return withoutSpaces(result);
}

inline QString lettersOf(const std::vector<report::Run> &runs)
{
    QString result;
    for (const report::Run &run : runs)
        result += run.type == report::Run::Type::Text ? run.text : QString();
    return result;
}

inline QString lettersOf(const report::Block &block)
{
    QString result;
    if (const auto *heading = std::get_if<report::Heading>(&block))
        result = lettersOf(heading->runs);
    else if (const auto *paragraph = std::get_if<report::Paragraph>(&block))
        result = lettersOf(paragraph->runs);
    const auto *figure = std::get_if<report::Figure>(&block);
    if (figure) {
        result += figure->title;
        for (const report::Drawing &drawing : figure->drawings)
            if (const auto *label = std::get_if<report::Label>(&drawing))
                result += label->text;
        result += figure->source;
    }
    const auto *table = figure && figure->showValues ? &figure->values : std::get_if<report::Table>(&block);
    if (!table)
        return result;
    result += table->caption;
    for (const report::Row &row : table->rows) {
        for (const report::Cell &cell : row.cells) {
            for (const report::Paragraph &paragraph : cell.paragraphs)
                result += lettersOf(paragraph.runs);
        }
    }
    return result;
}

// What the document says, in the same form as letters().
inline QString lettersOf(const report::Document &document)
{
    QString result = document.title + document.subtitle;
    for (const report::Paragraph &paragraph : document.cover)
        result += lettersOf(paragraph.runs);
    if (document.tableOfContents)
        result += QStringLiteral("Sommaire");
    for (const report::Block &block : document.blocks)
        result += lettersOf(block);
    return withoutSpaces(result);
}

template <class Kind>
std::vector<Kind> all(const PagedDocument &paged)
{
    std::vector<Kind> result;
    for (const Page &page : paged.pages) {
        for (const Operation &operation : page.operations) {
            if (const auto *found = std::get_if<Kind>(&operation))
                result.push_back(*found);
        }
    }
    return result;
}

inline std::vector<BeginTag> begins(const PagedDocument &paged, Tag tag)
{
    std::vector<BeginTag> result = all<BeginTag>(paged);
    std::erase_if(result, [tag](const BeginTag &begin) { return begin.tag != tag; });
    return result;
}

// Distinct elements of a kind: those that go on over several pages count once.
inline size_t elementCount(const PagedDocument &paged, Tag tag)
{
    std::vector<int> elements;
    for (const BeginTag &begin : begins(paged, tag))
        elements.push_back(begin.element);
    std::sort(elements.begin(), elements.end());
    return size_t(std::distance(elements.begin(), std::unique(elements.begin(), elements.end())));
}

} // namespace reading
