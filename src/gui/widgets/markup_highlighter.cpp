#include "gui/widgets/markup_highlighter.h"

#include "gui/theme/theme.h"
#include "gui/widgets/markup_line.h"

#include <QTextBlock>
#include <QTextDocument>
#include <utility>

namespace gui
{

using base::LineMark;

namespace
{

constexpr double markSize = 10; // pixels, at 100 %: small enough to step back, and still read

int sizeOfMarks()
{
    return zoomed(markSize);
}

} // namespace

MarkupHighlighter::MarkupHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document), m_markColour(currentPalette().inkSecondary), m_markSize(sizeOfMarks())
{
}

void MarkupHighlighter::followTheme()
{
    if (m_markColour == currentPalette().inkSecondary && m_markSize == sizeOfMarks())
        return;
    m_markColour = currentPalette().inkSecondary;
    m_markSize = sizeOfMarks();
    rehighlight();
}

bool MarkupHighlighter::showMarksOf(int block)
{
    if (block == m_shown)
        return false;
    const int before = std::exchange(m_shown, block);
    for (const int changed : {before, m_shown})
        if (const QTextBlock at = document()->findBlockByNumber(changed); changed >= 0 && at.isValid())
            rehighlightBlock(at);
    return true;
}

QTextCharFormat MarkupHighlighter::dimmed() const
{
    QTextCharFormat format = m_ground;
    format.setForeground(m_markColour);
    return format;
}

void MarkupHighlighter::dim(int start, int length)
{
    setFormat(start, length, dimmed());
}

// What is not printed.
void MarkupHighlighter::mark(int start, int length)
{
    QTextCharFormat format = dimmed();
    const bool shown = currentBlock().blockNumber() == m_shown;
    format.setProperty(QTextFormat::FontPixelSize, shown ? m_markSize : 1);
    if (!shown)
        format.setForeground(QColor(Qt::transparent));
    setFormat(start, length, format);
}

void MarkupHighlighter::highlightBlock(const QString &line)
{
    const LineMark lineMark = base::readMark(line);
    m_ground = QTextCharFormat();
    m_heading = false;
    if (lineMark.kind == LineMark::Kind::Row)
        highlightRow(line);
    else if (lineMark.kind == LineMark::Kind::Rule)
        mark(0, int(line.size()));
    else if (lineMark.kind == LineMark::Kind::Picture)
        highlightPicture(line);
    else if (lineMark.isItem())
        dim(0, int(lineMark.content));
    else if (lineMark.escaped)
        mark(0, int(lineMark.content));
    highlightWords(line);
}

// The bars between cells stay, or the words of two cells would run into each other.
void MarkupHighlighter::highlightRow(const QString &line)
{
    m_ground.setBackground(currentPalette().surfaceRaised);
    const QTextBlock next = currentBlock().next();
    m_heading = next.isValid() && base::readMark(next.text()).kind == LineMark::Kind::Rule;
    const std::vector<Stretch> cells = stretchesOf(line);
    dim(0, int(line.size()));
    if (cells.empty())
        return;
    mark(0, cells.front().start);
    mark(cells.back().end(), int(line.size()) - cells.back().end());
}

// Its description in place of it: the picture itself is in the document.
void MarkupHighlighter::highlightPicture(const QString &line)
{
    dim(0, int(line.size()));
    const int words = int(line.indexOf(u'[')) + 1;
    const int end = int(line.lastIndexOf(QStringLiteral("](")));
    if (currentBlock().blockNumber() == m_shown || words <= 0 || end <= words)
        return;
    mark(0, words);
    QTextCharFormat description = dimmed();
    description.setFontItalic(true);
    setFormat(words, end - words, description);
    mark(end, int(line.size()) - end);
}

void MarkupHighlighter::highlightWords(const QString &line)
{
    for (const Stretch &stretch : stretchesOf(line)) {
        setFormat(stretch.start, stretch.length, m_ground);
        const QStringView words = QStringView(line).mid(stretch.start, stretch.length);
        for (const base::InlinePiece &piece : base::readInline(words, stretch.place)) {
            const int start = stretch.start + int(piece.start);
            const bool bold = piece.bold || m_heading;
            if (piece.mark)
                mark(start, int(piece.length));
            if (piece.mark || (!bold && !piece.italic))
                continue;
            QTextCharFormat format = m_ground;
            format.setFontWeight(bold ? QFont::Bold : QFont::Normal);
            format.setFontItalic(piece.italic);
            setFormat(start, int(piece.length), format);
        }
    }
}

} // namespace gui
