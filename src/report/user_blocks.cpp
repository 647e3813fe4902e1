// The markup of long texts as runs, paragraphs and tables of the document.
#include "report/user_text.h"

#include "base/text.h"
#include "base/typography.h"

#include <algorithm>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString betweenCells = u" · "_s;

// French typography of a line, cut where its spans were: a rule may look over the edge of a bold word. Typography moves
// spaces and no other character, so that these count the places.
QStringList typeset(const base::Spans &spans)
{
    const QString shown = base::frenchTypography(base::plainText(spans));
    QStringList parts;
    qsizetype from = 0;
    for (const base::Span &span : spans) {
        const bool last = &span == &spans.back();
        const auto visible = std::count_if(span.text.begin(), span.text.end(), [](QChar c) { return !c.isSpace(); });
        qsizetype to = from;
        for (qsizetype count = 0; to < shown.size() && (last || count < visible); ++to)
            count += shown[to].isSpace() ? 0 : 1;
        if (span.text.endsWith(u' '))
            while (to < shown.size() && shown[to].isSpace())
                ++to;
        parts += shown.mid(from, to - from);
        from = to;
    }
    return parts;
}

void addRuns(std::vector<Run> &runs, const base::Spans &spans, const TextSource &source)
{
    const QStringList texts = typeset(spans);
    for (size_t i = 0; i < spans.size(); ++i)
        runs.push_back({Run::Type::Text,
                        texts[qsizetype(i)],
                        spans[i].bold,
                        spans[i].italic,
                        false,
                        source.field,
                        source.label,
                        {}});
}

// What stands for a picture that can't be drawn.
base::Spans spansOf(const base::RichPicture &picture)
{
    const QString shown = picture.alternative.isEmpty() ? u"image sans description"_s : picture.alternative;
    base::Spans spans{{u'[' + shown + u']', false, true}};
    if (!picture.caption.isEmpty())
        spans.push_back({u' ' + picture.caption});
    return spans;
}

// The cells of a row one after the other; those that name the columns in bold.
base::Spans spansOf(const std::vector<base::Spans> &row, bool header)
{
    base::Spans spans;
    for (const base::Spans &cell : row) {
        if (cell.empty())
            continue;
        if (!spans.empty())
            spans.push_back({betweenCells});
        for (const base::Span &span : cell)
            spans.push_back({span.text, header || span.bold, span.italic});
    }
    return spans;
}

// A block on one line: an item keeps its mark.
base::Spans spansOf(const base::RichBlock &block)
{
    if (const auto *picture = std::get_if<base::RichPicture>(&block))
        return spansOf(*picture);
    base::Spans spans;
    const auto add = [&spans](const base::Spans &more) { spans.insert(spans.end(), more.begin(), more.end()); };
    if (const auto *line = std::get_if<base::RichParagraph>(&block)) {
        if (line->level > 0)
            spans.push_back({line->number > 0 ? QString::number(line->number) + u". "_s : u"- "_s});
        add(line->spans);
    } else if (const auto *table = std::get_if<base::RichTable>(&block)) {
        for (const auto &row : table->rows) {
            if (!spans.empty())
                spans.push_back({u" "_s});
            add(spansOf(row, table->header && &row == &table->rows.front()));
        }
    }
    return spans;
}

class Converter
{
public:
    Converter(Paragraph::Role role, const TextSource &source) : m_role(role), m_source(source) {}

    [[nodiscard]] Paragraph paragraph(const base::Spans &spans) const
    {
        Paragraph paragraph;
        paragraph.role = m_role;
        addRuns(paragraph.runs, spans, m_source);
        return paragraph;
    }

    [[nodiscard]] Paragraph paragraph(const base::RichParagraph &line) const
    {
        Paragraph built = paragraph(line.spans);
        built.listLevel = line.level;
        built.numbered = line.number > 0;
        built.number = line.number;
        return built;
    }

    [[nodiscard]] Paragraph empty() const { return paragraph(base::Spans{{QString()}}); }

    [[nodiscard]] std::vector<Paragraph> lines(const base::RichTable &table) const
    {
        std::vector<Paragraph> paragraphs;
        for (const auto &row : table.rows)
            if (const auto spans = spansOf(row, table.header && &row == &table.rows.front()); !spans.empty())
                paragraphs.push_back(paragraph(spans));
        return paragraphs;
    }

    [[nodiscard]] Table table(const base::RichTable &typed) const
    {
        Table built;
        built.columns = widths(typed);
        built.description = description(typed);
        for (const auto &cells : typed.rows) {
            const bool header = typed.header && built.rows.empty();
            Row &row = built.rows.emplace_back();
            row.role = header ? Row::Role::Header : Row::Role::Body;
            for (const base::Spans &spans : cells)
                row.cells.push_back(cell(spans, header));
        }
        return built;
    }

private:
    [[nodiscard]] Cell cell(const base::Spans &spans, bool header) const
    {
        const auto role = header ? Paragraph::Role::TableHead : Paragraph::Role::TableCell;
        const Converter inCell(role, m_source);
        Cell cell;
        cell.header = header;
        cell.field = m_source.field;
        cell.paragraphs.push_back(spans.empty() ? inCell.empty() : inCell.paragraph(spans));
        return cell;
    }

    // As each column's longest cell, within bounds: a long one takes more lines, a short one keeps room for its words.
    static std::vector<double> widths(const base::RichTable &typed)
    {
        constexpr qsizetype narrow = 6;
        constexpr qsizetype wide = 40;
        std::vector<double> widths(typed.rows.front().size(), narrow);
        for (const auto &row : typed.rows)
            for (size_t i = 0; i < row.size(); ++i)
                widths[i] = std::max(widths[i], double(std::min(base::plainText(row[i]).size(), wide)));
        return widths;
    }

    static QString description(const base::RichTable &typed)
    {
        const auto lines = qint64(typed.rows.size()) - (typed.header ? 1 : 0);
        const QString size = u"Tableau de "_s + base::frenchCount(lines, u"ligne"_s, u"lignes"_s);
        QStringList names;
        if (typed.header)
            for (const base::Spans &cell : typed.rows.front())
                names += base::plainText(cell);
        names.removeAll(QString());
        const auto columns = qint64(typed.rows.front().size());
        const QString told = names.isEmpty() ? u" et "_s + base::frenchCount(columns, u"colonne"_s, u"colonnes"_s)
                                             : u" ; colonnes : "_s + base::frenchList(names);
        return base::frenchTypography(size + told + u'.');
    }

    Paragraph::Role m_role;
    const TextSource &m_source;
};

} // namespace

std::vector<Run> runsOf(const QString &typed, const TextSource &source)
{
    base::Spans line;
    for (const base::RichBlock &block : base::parseRichText(cleanText(typed))) {
        const base::Spans spans = spansOf(block);
        if (!line.empty())
            line.push_back({u" "_s});
        line.insert(line.end(), spans.begin(), spans.end());
    }
    std::vector<Run> runs;
    addRuns(runs, line, source);
    return runs;
}

std::vector<Paragraph> paragraphsOf(const QString &typed, Paragraph::Role role, const TextSource &source)
{
    const Converter convert(role, source);
    std::vector<Paragraph> paragraphs;
    for (const base::RichBlock &block : base::parseRichText(cleanText(typed))) {
        if (const auto *line = std::get_if<base::RichParagraph>(&block)) {
            paragraphs.push_back(convert.paragraph(*line));
        } else if (const auto *table = std::get_if<base::RichTable>(&block)) {
            const std::vector<Paragraph> lines = convert.lines(*table);
            paragraphs.insert(paragraphs.end(), lines.begin(), lines.end());
        } else if (const auto *picture = std::get_if<base::RichPicture>(&block)) {
            paragraphs.push_back(convert.paragraph(spansOf(*picture)));
        }
    }
    if (paragraphs.empty())
        paragraphs.push_back(convert.empty());
    return paragraphs;
}

std::vector<Block> blocksOf(const QString &typed, const TextSource &source, const PictureLookup &pictures)
{
    const Converter convert(Paragraph::Role::Body, source);
    std::vector<Block> blocks;
    for (const base::RichBlock &block : base::parseRichText(cleanText(typed))) {
        if (const auto *line = std::get_if<base::RichParagraph>(&block)) {
            blocks.emplace_back(convert.paragraph(*line));
        } else if (const auto *table = std::get_if<base::RichTable>(&block)) {
            if (auto *before = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.back()))
                before->keepWithNext = !before->runs.empty() && before->runs.back().text.endsWith(u':');
            blocks.emplace_back(convert.table(*table));
        } else if (const auto *picture = std::get_if<base::RichPicture>(&block)) {
            if (std::optional<Figure> figure = pictures ? pictures(*picture) : std::nullopt) {
                figure->field = source.field;
                blocks.emplace_back(*std::move(figure));
            } else {
                blocks.emplace_back(convert.paragraph(spansOf(*picture)));
            }
        }
    }
    if (blocks.empty())
        blocks.emplace_back(convert.empty());
    return blocks;
}

} // namespace report
