#include "gui/widgets/markup_highlighter.h"

#include "gui/theme/theme.h"
#include "gui/widgets/markup_line.h"

namespace gui
{

using base::LineMark;

MarkupHighlighter::MarkupHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document), m_markColour(currentPalette().inkSecondary)
{
}

void MarkupHighlighter::followTheme()
{
    if (m_markColour == currentPalette().inkSecondary)
        return;
    m_markColour = currentPalette().inkSecondary;
    rehighlight();
}

void MarkupHighlighter::dim(int start, int length)
{
    QTextCharFormat format;
    format.setForeground(m_markColour);
    setFormat(start, length, format);
}

void MarkupHighlighter::highlightBlock(const QString &line)
{
    const LineMark mark = base::readMark(line);
    if (mark.isTable() || mark.kind == LineMark::Kind::Picture)
        dim(0, int(line.size()));
    else if (mark.isItem() || mark.escaped)
        dim(0, int(mark.content));
    for (const Stretch &stretch : stretchesOf(line)) {
        setFormat(stretch.start, stretch.length, QTextCharFormat());
        const QStringView words = QStringView(line).mid(stretch.start, stretch.length);
        for (const base::InlinePiece &piece : base::readInline(words, stretch.place)) {
            const int start = stretch.start + int(piece.start);
            if (piece.mark)
                dim(start, int(piece.length));
            if (piece.mark || (!piece.bold && !piece.italic))
                continue;
            QTextCharFormat format;
            format.setFontWeight(piece.bold ? QFont::Bold : QFont::Normal);
            format.setFontItalic(piece.italic);
            setFormat(start, int(piece.length), format);
        }
    }
}

} // namespace gui
