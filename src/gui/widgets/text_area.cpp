#include "gui/widgets/text_area.h"

#include "base/rich_text.h"
#include "base/text.h"
#include "gui/widgets/edit_menu.h"
#include "gui/widgets/markup_highlighter.h"

#include <algorithm>
#include <cmath>
#include <QScrollBar>
#include <QTextBlock>

namespace gui
{

namespace
{
constexpr int maximumLines = 24; // beyond, the area scrolls: a page of 3,000 words must stay a page
}

TextArea::TextArea(QWidget *parent) : QPlainTextEdit(parent), m_highlighter(new MarkupHighlighter(document()))
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        Q_EMIT wordsChanged(words());
        if (!m_filling)
            tell(Moment::Typing);
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!m_typing)
            m_nextLook.reset();
        Q_EMIT stateChanged();
    });
}

void TextArea::setValue(const domain::Value &value)
{
    const auto *content = std::get_if<QString>(&value);
    const QString wanted = content ? *content : QString();
    if (wanted == toPlainText())
        return;
    const int place = textCursor().position();
    m_filling = true;
    setPlainText(wanted);
    m_filling = false;
    QTextCursor cursor = textCursor(); // somebody who undoes what they typed goes on from there
    cursor.setPosition(std::min(place, document()->characterCount() - 1));
    setTextCursor(cursor);
}

void TextArea::setEditable(bool editable)
{
    setReadOnly(!editable);
    setTextInteractionFlags(editable ? Qt::TextEditorInteraction
                                     : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

void TextArea::setMinimumLines(int lines)
{
    m_minimumLines = std::clamp(lines, 1, maximumLines);
    fitHeight();
}

int TextArea::words() const
{
    return base::wordCount(base::plainText(toPlainText()));
}

int TextArea::heightOf(int lines) const
{
    const QMargins margins = contentsMargins();
    const double frame = 2.0 * (frameWidth() + document()->documentMargin()) + margins.top() + margins.bottom();
    return static_cast<int>(std::ceil(lines * fontMetrics().lineSpacing() + frame)) + 2;
}

QSize TextArea::sizeHint() const
{
    int lines = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next())
        lines += std::max(1, block.lineCount());
    return {fontMetrics().averageCharWidth() * 60, heightOf(std::clamp(lines, m_minimumLines, maximumLines))};
}

QSize TextArea::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, sizeHint().height()};
}

void TextArea::fitHeight()
{
    const int wanted = sizeHint().height();
    if (wanted != height())
        updateGeometry();
}

void TextArea::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight(); // another width, other lines
}

} // namespace gui
