#include "layout/lines.h"

#include <algorithm>
#include <QFontMetricsF>
#include <QTextLayout>

using namespace Qt::Literals::StringLiterals;

namespace layout
{

namespace
{

using look::unitsPerMillimetre;
using report::Run;

constexpr double ruleAtLeast = 30; // mm: a shorter rule at a line's end gets a line of its own below
constexpr double boxGap = 0.8;

bool isSafeLink(const QString &link)
{
    return link.startsWith("https://"_L1, Qt::CaseInsensitive) || link.startsWith("http://"_L1, Qt::CaseInsensitive) ||
           link.startsWith("mailto:"_L1, Qt::CaseInsensitive) || link.startsWith(u'#');
}

// A run's place in the text of the paragraph.
struct Segment {
    int start = 0;
    int length = 0;
    const Run *run = nullptr;
    [[nodiscard]] int end() const { return start + length; }
};

class LineBreaker
{
public:
    explicit LineBreaker(const LineRequest &request)
        : m_request(request), m_box(request.paper ? look::paperBox : look::screenBox),
          m_font(look::font(request.style, false, false)),
          m_ascent(QFontMetricsF(m_font).ascent() / unitsPerMillimetre),
          m_descent(QFontMetricsF(m_font).descent() / unitsPerMillimetre)
    {
        for (const Run &run : request.runs)
            add(run);
        if (m_shown.endsWith(QChar::LineSeparator) && !m_segments.empty() &&
            m_segments.back().run->type == Run::Type::Blank)
            m_shown.chop(1);
    }

    std::vector<Slice> lines()
    {
        QTextLayout layout(m_shown, m_font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(Qt::LeftToRight);
        layout.setTextOption(option);
        layout.setFormats(m_formats);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(m_request.width * unitsPerMillimetre);
            line.setPosition(QPointF(0, -line.ascent()));
        }
        layout.endLayout();
        std::vector<Slice> slices;
        for (int i = 0; i < layout.lineCount(); ++i)
            addLine(layout.lineAt(i), slices);
        return slices;
    }

private:
    void add(const Run &run)
    {
        const int start = int(m_shown.size());
        switch (run.type) {
        case Run::Type::Text:
            addText(run);
            break;
        case Run::Type::LineBreak:
            m_shown += QChar::LineSeparator;
            break;
        case Run::Type::CheckBox: // room for the drawing, kept with the word that follows
            m_shown += QChar::Nbsp;
            break;
        case Run::Type::Blank: // the rule takes the rest of the line
            m_shown += QChar::Nbsp;
            m_shown += QChar::LineSeparator;
            break;
        }
        m_source += QStringView(m_shown).mid(m_source.size());
        const int length = int(m_shown.size()) - start;
        if (length == 0)
            return;
        m_segments.push_back({start, length, &run});
        format(m_segments.back());
        m_afterBox = run.type == Run::Type::CheckBox;
    }

    void addText(const Run &run)
    {
        QString text = printable(run.text);
        if (text.isEmpty())
            return;
        m_source += text;
        if (m_afterBox && text.startsWith(u' '))
            text[0] = QChar::Nbsp;
        m_shown += text;
    }

    void format(const Segment &segment)
    {
        const Run &run = *segment.run;
        const bool box = run.type == Run::Type::CheckBox;
        const bool code = look::isCode(run);
        if (!box && !run.bold && !run.italic && !code)
            return;
        QFont font = code ? look::codeFont(m_request.style) : look::font(m_request.style, run.bold, run.italic);
        if (box) {
            const double advance = QFontMetricsF(font).horizontalAdvance(QChar::Nbsp);
            font.setLetterSpacing(QFont::AbsoluteSpacing, (m_box + boxGap) * unitsPerMillimetre - advance);
        }
        QTextCharFormat charFormat;
        charFormat.setFont(font);
        m_formats.append({segment.start, segment.length, charFormat});
    }

    void addLine(const QTextLine &line, std::vector<Slice> &slices) const
    {
        Slice slice;
        const int from = line.textStart();
        const int to = from + line.textLength();
        slice.height = std::max(m_request.style.pitch(), line.height() / unitsPerMillimetre);
        double baseline = (slice.height - m_ascent - m_descent) / 2 + m_ascent;
        for (const Segment &segment : m_segments) {
            if (segment.start >= to || segment.end() <= from)
                continue;
            if (segment.run->type == Run::Type::Blank && segment.start >= from) {
                slice.height = std::max(slice.height, look::writingLine);
                baseline = slice.height - m_descent - boxGap;
            } else if (segment.run->type == Run::Type::CheckBox && m_request.paper && slice.height < m_box + 2) {
                slice.height = m_box + 2;
                baseline = (slice.height - m_ascent - m_descent) / 2 + m_ascent;
            }
        }
        const double room = m_request.width - line.naturalTextWidth() / unitsPerMillimetre;
        const double dx = m_request.alignment == report::Paragraph::Alignment::Left     ? 0
                          : m_request.alignment == report::Paragraph::Alignment::Center ? room / 2
                                                                                        : room;
        const QPointF origin(dx > 0 ? dx : 0, std::max(baseline, line.ascent() / unitsPerMillimetre));
        slices.push_back(slice);
        for (const Segment &segment : m_segments) {
            if (segment.start < to && segment.end() > from)
                addSegment(line, segment, origin, slices);
        }
    }

    // What of `segment` stands in `line`, into the last slice; a rule may ask for one more slice.
    void addSegment(const QTextLine &line, const Segment &segment, const QPointF &origin,
                    std::vector<Slice> &slices) const
    {
        const int from = std::max(segment.start, line.textStart());
        const int to = std::min(segment.end(), line.textStart() + line.textLength());
        const double start = line.cursorToX(from);
        const double left = origin.x() + start / unitsPerMillimetre;
        const double right = origin.x() + std::min(line.cursorToX(to), line.naturalTextWidth()) / unitsPerMillimetre;
        Slice &slice = slices.back();
        QRectF area(left, 0, std::max(0.0, right - left), slice.height);
        if (segment.run->type == Run::Type::Blank) {
            if (segment.start < from)
                return;
            area.setRight(m_request.width);
            if (area.width() < std::min(ruleAtLeast, m_request.width)) {
                addRuleLine(slices, segment);
                return;
            }
            addRule(slice, area, origin.y());
        } else if (segment.run->type == Run::Type::CheckBox) {
            area.setWidth(m_box);
            const double top = origin.y() - m_ascent * 0.38 - m_box / 2;
            slice.operations.push_back(CheckBoxOperation{QRectF(left, top, m_box, m_box), segment.run->checked});
        } else {
            addGlyphs(line, {from, to, start}, segment,
                      QRectF(left, origin.y() - m_ascent, area.width(), m_ascent + m_descent), slice);
        }
        if (!segment.run->field.isEmpty() && area.width() > 0)
            slice.fields.push_back({area, segment.run->field, false});
    }

    // What is taken of a line: its characters, and where the first of them stands.
    struct Part {
        int from = 0;
        int to = 0;
        double start = 0;
    };

    void addGlyphs(const QTextLine &line, const Part &part, const Segment &segment, const QRectF &area,
                   Slice &slice) const
    {
        const auto [from, to, start] = part;
        TextOperation text;
        text.text = m_source.mid(from, to - from).remove(QChar::LineSeparator);
        const QList<QGlyphRun> runs = line.glyphRuns(from, to - from);
        if (text.text.isEmpty() || runs.isEmpty())
            return;
        for (QGlyphRun run : runs) {
            QList<QPointF> positions = run.positions();
            for (QPointF &position : positions)
                position.rx() -= start;
            run.setPositions(positions);
            text.glyphs.push_back(run);
        }
        text.origin = QPointF(area.left(), area.top() + m_ascent);
        text.scale = unitsPerMillimetre;
        text.area = area;
        text.color = m_request.style.color;
        if (isSafeLink(segment.run->link)) {
            text.link = segment.run->link;
            text.color = look::accent;
            const double below = text.origin.y() + m_descent / 2;
            slice.operations.push_back(LineOperation{{area.left(), below, area.right(), below}, 0.15, look::accent});
        }
        slice.operations.push_back(std::move(text));
    }

    void addRule(Slice &slice, const QRectF &area, double baseline) const
    {
        const double y = baseline + m_descent / 2;
        slice.operations.push_back(LineOperation{{area.left(), y, area.right(), y}, look::hairline, look::secondary});
    }

    void addRuleLine(std::vector<Slice> &slices, const Segment &segment) const
    {
        Slice slice;
        slice.height = look::writingLine;
        const QRectF area(0, 0, m_request.width, slice.height);
        addRule(slice, area, slice.height - m_descent - boxGap);
        if (!segment.run->field.isEmpty())
            slice.fields.push_back({area, segment.run->field, false});
        slices.push_back(slice);
    }

    const LineRequest &m_request;
    double m_box;
    QFont m_font;
    double m_ascent;
    double m_descent;
    QString m_shown;  // what is laid out
    QString m_source; // what it says, character for character
    std::vector<Segment> m_segments;
    QList<QTextLayout::FormatRange> m_formats;
    bool m_afterBox = false;
};

bool isLineEnd(QChar c)
{
    return (c >= u'\n' && c <= u'\r') || c == QChar(0x85) || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

bool isUnprintable(QChar c)
{
    return (c.category() == QChar::Other_Control) || c == QChar::SoftHyphen || c == QChar::ObjectReplacementCharacter ||
           c == QChar::ByteOrderMark || (c >= QChar(0x200E) && c <= QChar(0x200F)) ||
           (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
}

// Nearly every character of a document: the costly questions are for the others.
bool printedAsItIs(QChar character)
{
    const char16_t c = character.unicode();
    return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x200E && c != 0xAD) || (c > 0x200F && c < 0x2028) ||
           (c > 0x202E && c < 0x2066) || (c > 0x2069 && c < 0xD800);
}

} // namespace

QString printable(const QString &text)
{
    if (std::all_of(text.begin(), text.end(), printedAsItIs))
        return text;
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            result += c;
            result += text[++i];
        } else if (c.isSurrogate()) {
            result += QChar::ReplacementCharacter;
        } else if (isLineEnd(c)) {
            if (c != u'\r' || i + 1 == text.size() || text[i + 1] != u'\n')
                result += QChar::LineSeparator;
        } else if (c == u'\t') {
            result += u' ';
        } else if (!isUnprintable(c)) {
            result += c;
        }
    }
    return result;
}

std::vector<Slice> breakIntoLines(const LineRequest &request)
{
    return LineBreaker(request).lines();
}

} // namespace layout
