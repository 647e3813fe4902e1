#include "layout/paragraphs.h"

#include "layout/lines.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layout
{

namespace
{

using report::Paragraph;

constexpr int deepestList = 4;

std::vector<Slice> paragraphLines(const Paragraph &paragraph, const look::TextStyle &style, double width, bool paper)
{
    std::vector<Slice> lines = breakIntoLines(
        {.runs = paragraph.runs, .style = style, .alignment = paragraph.alignment, .width = width, .paper = paper});
    lines.front().gap += style.before;
    keepLinesTogether(lines, paragraph.keepWithNext);
    return lines;
}

void moveRight(std::vector<Slice> &lines, double by)
{
    for (Slice &line : lines) {
        for (Operation &operation : line.operations)
            shift(operation, by, 0);
        for (FieldArea &area : line.fields)
            area.rect.translate(by, 0);
    }
}

// Lists inside a sequence of paragraphs. Tags that close are added to the last slice made, tags that open to the next.
class ListTags
{
public:
    ListTags(std::vector<Slice> &slices, Composition &composition) : m_slices(slices), m_composition(composition) {}

    // Before an item of `level`; its begin tags wait in takePending().
    void item(int level, const Paragraph &paragraph)
    {
        while (depth() > level)
            closeLevel();
        if (depth() == level) {
            close(Tag::LBody);
            close(Tag::LI);
        } else {
            m_counters.push_back(0);
            m_pending.push_back(m_composition.begin(Tag::L));
        }
        if (paragraph.numbered)
            m_counters.back() = paragraph.number > 0 ? paragraph.number : m_counters.back() + 1;
        m_pending.push_back(m_composition.begin(Tag::LI));
    }

    void end()
    {
        while (depth() > 0)
            closeLevel();
    }

    [[nodiscard]] int depth() const { return int(m_counters.size()); }
    [[nodiscard]] int number() const { return m_counters.back(); }
    [[nodiscard]] std::vector<Operation> takePending() { return std::exchange(m_pending, {}); }

private:
    void closeLevel()
    {
        close(Tag::LBody);
        close(Tag::LI);
        close(Tag::L);
        m_counters.pop_back();
    }
    void close(Tag tag) { m_slices.back().operations.push_back(EndTag{tag}); }

    std::vector<Slice> &m_slices;
    Composition &m_composition;
    std::vector<int> m_counters;
    std::vector<Operation> m_pending;
};

QString listMark(const Paragraph &paragraph, int level, int number)
{
    if (paragraph.numbered)
        return QString::number(number) + u'.';
    return level % 2 == 1 ? u"•"_s : u"–"_s;
}

// The item's lines moved right of their mark, with the list's tags around.
std::vector<Slice> layItem(const Paragraph &paragraph, const look::TextStyle &style, double width, ListTags &tags,
                           Composition &composition)
{
    const int level = std::min({paragraph.listLevel, tags.depth() + 1, deepestList});
    tags.item(level, paragraph);
    const double indent = level * look::listIndent;
    std::vector<Slice> lines =
        paragraphLines(paragraph, style, std::max(width - indent, look::listIndent), composition.paper);
    moveRight(lines, indent);
    enclose(lines, composition.begin(Tag::P));

    const std::vector<report::Run> mark{{.text = listMark(paragraph, level, tags.number())}};
    const Slice label = breakIntoLines({.runs = mark, .style = style}).front();
    std::vector<Operation> operations = tags.takePending();
    std::vector<FieldArea> fields;
    operations.push_back(composition.begin(Tag::Lbl));
    append(label, indent - look::listIndent + 1, lines.front().height - label.height, operations, fields);
    operations.push_back(EndTag{Tag::Lbl});
    operations.push_back(composition.begin(Tag::LBody));
    std::vector<Operation> &first = lines.front().operations;
    first.insert(first.begin(), operations.begin(), operations.end());
    return lines;
}

void paintBand(std::vector<Slice> &lines, const QColor &color, double above, double below, double width)
{
    for (Slice &line : lines) {
        const bool first = &line == &lines.front();
        const bool last = &line == &lines.back();
        if (first) {
            for (Operation &operation : line.operations)
                shift(operation, 0, above);
            for (FieldArea &area : line.fields)
                area.rect.translate(0, above);
            line.height += above;
        }
        if (last)
            line.height += below;
        line.operations.insert(line.operations.begin(), FillOperation{QRectF(0, 0, width, line.height), color});
    }
}

// On a draft, what lacks says so.
std::optional<Paragraph> withNote(const Paragraph &paragraph, double width, const Composition &composition)
{
    if (composition.missingNote.isEmpty())
        return std::nullopt;
    std::vector<Paragraph> marked{paragraph};
    addMissingNote(marked, paragraph.field, width, composition);
    return marked.front();
}

// As wide as the column: a click anywhere leads to the form. Under the areas of the words, which are more precise.
void markMissing(std::vector<Slice> &lines, const report::FieldTag &field, double width, const Composition &composition)
{
    for (Slice &line : lines) {
        const QRectF all(0, 0, width, line.height);
        line.fields.insert(line.fields.begin(), {all, field, true});
        if (!composition.missingNote.isEmpty())
            line.operations.insert(line.operations.begin(), FillOperation{all, look::gap});
    }
}

Tag headingTag(int level)
{
    return level <= 1 ? Tag::H1 : level == 2 ? Tag::H2 : Tag::H3;
}

} // namespace

void keepLinesTogether(std::vector<Slice> &lines, bool keepWithNext)
{
    constexpr size_t sentence = 8; // lines: what announces a table is not cut in two above a blank
    const bool whole = keepWithNext && lines.size() <= sentence;
    for (size_t i = 0; i < lines.size(); ++i)
        lines[i].glued = i + 1 == lines.size() ? keepWithNext : (whole || i == 0 || i + 2 == lines.size());
}

QString oneLine(const std::vector<report::Run> &runs)
{
    QString text;
    for (const report::Run &run : runs)
        text += run.type == report::Run::Type::Text ? printable(run.text) : u" "_s;
    return text.replace(QChar::LineSeparator, u' ').simplified();
}

void addMissingNote(std::vector<Paragraph> &paragraphs, const report::FieldTag &field, double width,
                    const Composition &composition)
{
    if (paragraphs.empty())
        return;
    Paragraph &last = paragraphs.back();
    const bool alone = oneLine(last.runs).isEmpty();
    const Paragraph::Role role = alone && last.role == Paragraph::Role::TableCell ? Paragraph::Role::Note : last.role;
    std::vector<report::Run> note{{.text = composition.missingNote, .italic = true, .field = field}};
    if (breakIntoLines({.runs = note, .style = look::paragraphStyle(role), .width = width}).size() > 1)
        return;
    if (!alone)
        last.runs.push_back({.text = u"  "_s});
    last.role = role;
    last.runs.push_back(std::move(note.front()));
}

std::vector<Slice> layParagraphs(const std::vector<Paragraph> &paragraphs, double width, Composition &composition,
                                 const std::optional<look::TextStyle> &style)
{
    std::vector<Slice> slices;
    ListTags tags(slices, composition);
    double after = 0; // of the paragraph above
    bool afterItem = false;
    for (const Paragraph &each : paragraphs) {
        const bool told = &each != &paragraphs.front() && (&each - 1)->missing && (&each - 1)->field == each.field;
        const auto noted = each.missing && !told ? withNote(each, width, composition) : std::nullopt;
        const Paragraph &paragraph = noted ? *noted : each;
        const look::TextStyle own = style.value_or(look::paragraphStyle(paragraph.role));
        std::vector<Slice> lines;
        if (paragraph.listLevel > 0) {
            lines = layItem(paragraph, own, width, tags, composition);
        } else {
            tags.end();
            const double inset = look::isCode(paragraph) ? look::listIndent : 0; // a command stands by itself
            lines = paragraphLines(paragraph, own, width - inset, composition.paper);
            moveRight(lines, inset);
            enclose(lines, composition.begin(Tag::P));
        }
        if (paragraph.missing)
            markMissing(lines, paragraph.field, width, composition);
        const bool item = paragraph.listLevel > 0;
        lines.front().gap += item && afterItem ? after / 2 : after;
        after = own.after;
        afterItem = item;
        slices.insert(slices.end(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    }
    tags.end();
    return slices;
}

std::vector<Slice> layText(const std::vector<report::Run> &runs, const look::TextStyle &style,
                           Paragraph::Alignment alignment, const BeginTag &tag, Composition &composition,
                           std::optional<double> width)
{
    std::vector<Slice> lines = breakIntoLines({.runs = runs,
                                               .style = style,
                                               .alignment = alignment,
                                               .width = width.value_or(composition.sheet.textWidth()),
                                               .paper = composition.paper});
    lines.front().gap += style.before;
    for (Slice &line : lines)
        line.glued = true;
    enclose(lines, tag);
    return lines;
}

std::vector<Slice> layHeading(const report::Heading &heading, const QString &anchor, Composition &composition,
                              bool raised)
{
    const int level = heading.level - (raised ? 1 : 0);
    const bool banner = heading.banner || level < 1;
    const look::TextStyle style = look::headingStyle(level);
    const bool band = banner || level <= 1;
    BeginTag tag = composition.begin(headingTag(heading.level));
    tag.anchor = anchor;
    tag.title = oneLine(heading.runs);
    const double inset = band ? look::cellPaddingX : 0;
    std::vector<Slice> lines =
        layText(heading.runs, style, banner ? Paragraph::Alignment::Center : Paragraph::Alignment::Left, tag,
                composition, composition.sheet.textWidth() - 2 * inset);
    moveRight(lines, inset);
    if (band)
        paintBand(lines, banner ? look::banner : look::band, 0.9, 0.9, composition.sheet.textWidth());
    return lines;
}

} // namespace layout
