#include "layout/body.h"

#include "layout/figure.h"
#include "layout/paragraphs.h"
#include "layout/table.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layout
{

namespace
{

constexpr double afterTable = 3.5;

std::vector<ContentsEntry> headingsOf(const std::vector<report::Block> &blocks)
{
    std::vector<ContentsEntry> headings;
    for (const report::Block &block : blocks)
        if (const auto *heading = std::get_if<report::Heading>(&block))
            headings.push_back({std::clamp(heading->level, 1, 3), oneLine(heading->runs),
                                heading->anchor.isEmpty() ? u"titre-%1"_s.arg(headings.size() + 1) : heading->anchor});
    return headings;
}

} // namespace

Body::Body(const report::Document &document, Composition &composition)
    : m_blocks(document.blocks), m_composition(composition), m_parts(!document.cover.empty()),
      m_after(document.subtitle.isEmpty() ? 0 : look::subtitleStyle().after), m_headings(headingsOf(document.blocks))
{
}

void Body::addNext()
{
    const report::Block &block = m_blocks.at(m_next);
    if (std::holds_alternative<report::Paragraph>(block))
        return addParagraphs();
    if (const auto *heading = std::get_if<report::Heading>(&block))
        add(*heading);
    else if (const auto *table = std::get_if<report::Table>(&block))
        add(*table);
    else if (const auto *figure = std::get_if<report::Figure>(&block))
        add(*figure);
    else
        m_items.push_back({.pageBreak = true});
    ++m_next;
}

void Body::addParagraphs()
{
    std::vector<report::Paragraph> paragraphs;
    for (; !complete(); ++m_next) {
        const auto *paragraph = std::get_if<report::Paragraph>(&m_blocks[m_next]);
        if (!paragraph)
            break;
        paragraphs.push_back(*paragraph);
    }
    addItems(layout::items(layParagraphs(paragraphs, m_composition.sheet.textWidth(), m_composition)),
             look::paragraphStyle(paragraphs.back().role).after);
}

void Body::add(const report::Heading &heading)
{
    const QString &anchor = m_headings[m_headingsLaid++].anchor;
    addItems(layout::items(layHeading(heading, anchor, m_composition, m_parts)),
             look::headingStyle(heading.level - (m_parts ? 1 : 0)).after);
}

void Body::add(const report::Table &table)
{
    const auto *above = m_next > 0 ? std::get_if<report::Heading>(&m_blocks[m_next - 1]) : nullptr;
    addItems(layTable(table, m_composition, above ? oneLine(above->runs) : QString()), afterTable);
}

void Body::add(const report::Figure &figure)
{
    addItems(layout::items(layFigure(figure, m_composition)), afterTable);
    if (figure.showValues)
        addItems(layTable(figure.values, m_composition), afterTable);
}

void Body::addItems(std::vector<Item> items, double after)
{
    if (items.empty())
        return;
    items.front().slice.gap = std::max(items.front().slice.gap, m_after);
    m_items.insert(m_items.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    m_after = after;
}

} // namespace layout
