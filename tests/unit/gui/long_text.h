// A long text in its frame with the keyboard in it, and what one does to it.
#pragma once

#include "gui/widgets/field_frame.h"
#include "gui/widgets/format_bar.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace longtext
{

using namespace gui;
using namespace Qt::Literals::StringLiterals;
using domain::Value;

// A long text in its frame, between two other fields, with the keyboard in it.
struct Page {
    QWidget window;
    TextLine *before = new TextLine;
    TextArea *area = new TextArea;
    FieldFrame *frame = new FieldFrame(u"Gouvernance"_s, area);
    TextLine *after = new TextLine;

    explicit Page(const QString &text = {})
    {
        auto *column = new QVBoxLayout(&window);
        for (QWidget *each : std::initializer_list<QWidget *>{before, frame, after})
            column->addWidget(each);
        frame->assemble();
        area->setValue(Value(text));
        window.resize(700, 500);
        window.show();
        QApplication::setActiveWindow(&window);
        area->setFocus();
        area->moveCursor(QTextCursor::End);
    }

    [[nodiscard]] QString text() const { return area->toPlainText(); }
    [[nodiscard]] FormatBar *bar() const { return frame->findChild<FormatBar *>(); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
    }
    void type(const QString &words) { QTest::keyClicks(area, words); }
    void click(FormatCommand command) { QTest::mouseClick(bar()->button(command), Qt::LeftButton); }
};

inline void commit(QWidget *field, const QString &words)
{
    QInputMethodEvent event;
    event.setCommitString(words);
    QApplication::sendEvent(field, &event);
}

inline void copy(const QString &html, const QString &text = {})
{
    auto *mime = new QMimeData;
    mime->setHtml(html);
    if (!text.isEmpty())
        mime->setText(text);
    QApplication::clipboard()->setMimeData(mime);
}

// The weight and slant with which the character at that place of a line is shown, and whether it steps back.
inline QTextCharFormat formatAt(const TextArea &area, int line, int column)
{
    const QTextBlock block = area.document()->findBlockByNumber(line);
    for (const QTextLayout::FormatRange &range : block.layout()->formats())
        if (column >= range.start && column < range.start + range.length)
            return range.format;
    return {};
}

// A mark of a line where nobody writes: it can't be seen and takes no room.
inline bool hiddenAt(const TextArea &area, int line, int column)
{
    const QTextCharFormat format = formatAt(area, line, column);
    return format.intProperty(QTextFormat::FontPixelSize) == 1 && format.foreground().color().alpha() == 0;
}

} // namespace longtext
