// The state of a page or a criterion, by shape first and colour second.
#pragma once

#include <QWidget>

class QPainter;

namespace gui
{

enum class Mark {
    None,     // rounded square: a page without a state
    Empty,    // ring: nothing yet
    ToReview, // half disc
    Done,     // disc with a tick
    Blocking, // disc with a bar
};

// What a screen reader says: « à compléter », « à voir »…
[[nodiscard]] QString spoken(Mark mark);
// Draws the mark in the middle of `area`, in the colours of the current theme.
void paintMark(QPainter &painter, const QRectF &area, Mark mark);

// A mark in a layout; 16 px at 100 %.
class StateMark final : public QWidget
{
    Q_OBJECT
public:
    explicit StateMark(Mark mark = Mark::Empty, QWidget *parent = nullptr);

    [[nodiscard]] Mark mark() const { return m_mark; }
    void setMark(Mark mark);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Mark m_mark;
};

} // namespace gui
