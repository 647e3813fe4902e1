// The months above a calendar on the screen: while the page scrolls they stay at its top.
#pragma once

#include "report/time_scale.h"

#include <QWidget>

namespace gui
{

class ScrolledPart;

// Lies on the calendar that it is given, at its top or, once that is out of sight, where the page begins to be seen.
// The mouse goes through it.
class GanttHeading final : public QWidget
{
    Q_OBJECT
public:
    explicit GanttHeading(QWidget *calendar);

    void setTime(const report::TimeScale &scale, int height);
    // Scrolls the page until a line of the calendar shows, and not under this.
    void reveal(const QRectF &line);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    ScrolledPart *m_scrolled;
    report::TimeScale m_scale;
};

} // namespace gui
