#include "gui/widgets/text_area.h"

#include "base/text.h"
#include "gui/widgets/edit_menu.h"

#include <algorithm>
#include <cmath>
#include <QContextMenuEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

namespace gui
{

namespace
{
constexpr int maximumLines = 24; // beyond, the area scrolls: a page of 3,000 words must stay a page
}

TextArea::TextArea(QWidget *parent) : QPlainTextEdit(parent)
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
}

void TextArea::setValue(const domain::Value &value)
{
    const auto *content = std::get_if<QString>(&value);
    const QString wanted = content ? *content : QString();
    if (wanted == toPlainText())
        return;
    m_filling = true;
    setPlainText(wanted);
    m_filling = false;
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
    return base::wordCount(toPlainText());
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

bool TextArea::event(QEvent *event)
{
    if (isUndoRequest(event))
        return false;
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    return QPlainTextEdit::event(event);
}

void TextArea::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight(); // another width, other lines
}

void TextArea::contextMenuEvent(QContextMenuEvent *event)
{
    showEditMenu(this, event->globalPos());
}

bool TextArea::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void TextArea::insertFromMimeData(const QMimeData *source)
{
    QString text = source->text();
    text.replace(QChar::LineSeparator, u'\n').replace(QChar::ParagraphSeparator, u'\n').remove(QChar::Null);
    text.remove(QChar::SoftHyphen).remove(QChar::ByteOrderMark);
    textCursor().insertText(text);
    ensureCursorVisible();
}

} // namespace gui
