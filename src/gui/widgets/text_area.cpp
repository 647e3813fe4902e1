#include "gui/widgets/text_area.h"

#include "base/rich_text.h"
#include "base/text.h"
#include "gui/widgets/edit_menu.h"
#include "gui/widgets/markup_highlighter.h"
#include "gui/widgets/page_scroll.h"

#include <algorithm>
#include <cmath>
#include <QApplication>
#include <QScrollBar>
#include <QStyle>
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
        if (m_colouring)
            return;
        fitHeight();
        countWords();
        Q_EMIT wordsChanged(words());
        if (!m_filling)
            tell(Moment::Typing);
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (!m_typing)
            m_nextLook.reset();
        followCaret();
        Q_EMIT stateChanged();
    });
    m_seen.setSingleShot(true);
    connect(&m_seen, &QTimer::timeout, this, &TextArea::keepCaretSeen);
    connect(this, &QPlainTextEdit::cursorPositionChanged, &m_seen, qOverload<>(&QTimer::start));
    m_afterClick.setSingleShot(true);
    connect(&m_afterClick, &QTimer::timeout, this, &TextArea::followCaret);
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
    Q_EMIT told({});
}

void TextArea::setEditable(bool editable)
{
    const bool changed = isReadOnly() == editable;
    setReadOnly(!editable);
    setTextInteractionFlags(editable ? Qt::TextEditorInteraction
                                     : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (!changed)
        return;
    followCaret();
    style()->unpolish(this); // the style sheet greys what can't be changed, and reads that once only
    style()->polish(this);
}

void TextArea::setMinimumLines(int lines)
{
    m_minimumLines = std::clamp(lines, 1, maximumLines);
    fitHeight();
}

int TextArea::words() const
{
    return m_words;
}

void TextArea::countWords()
{
    const QString text = toPlainText();
    const QString read = base::plainText(text);
    m_words = base::wordCount(read);
    m_hasMarks = (text.contains(u'*') || text.contains(u'|')) && read != text;
}

// Marks are seen in the line where they may be changed.
void TextArea::followCaret()
{
    if (QApplication::mouseButtons() != Qt::NoButton)
        return;
    const bool here = hasFocus() && !isReadOnly();
    m_colouring = true;
    const bool changed = m_highlighter->showMarksOf(here ? textCursor().blockNumber() : -1);
    m_colouring = false;
    if (changed)
        fitHeight();
}

// The area grows with its words, what is pasted at once: the page goes with the caret.
void TextArea::keepCaretSeen()
{
    if (!hasFocus() || QApplication::mouseButtons() != Qt::NoButton)
        return;
    PageScroll *page = PageScroll::around(this);
    if (!page)
        return;
    const QRect caret(mapTo(page, viewport()->pos() + cursorRect().topLeft()), cursorRect().size());
    if (!page->rect().contains(caret))
        page->bring(this);
}

void TextArea::mouseReleaseEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseReleaseEvent(event);
    m_afterClick.start(QApplication::doubleClickInterval());
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
    if (hasFocus())
        m_seen.start();
}

} // namespace gui
