// A calendar of steps on the screen: bars to take with the mouse or to move with the keys. It tells what is asked; who
// holds it edits the project and gives it the lines again. The list beside it shows and edits the same facts.
#pragma once

#include "models/calendar_operations.h"
#include "report/calendar_lines.h"
#include "report/time_scale.h"

#include <QWidget>

class QPainter;

namespace gui
{

class GanttHeading;

class GanttView final : public QWidget
{
    Q_OBJECT
public:
    enum class Zoom { All, Months, Quarters, Years };
    struct Content {
        std::vector<report::CalendarLine> lines;
        QDate today;
        bool editable = false;
        bool adding = false; // an empty line under the others, to draw a new step on
        bool links = false;  // a click on a name opens it, instead of choosing it
    };

    explicit GanttView(QWidget *parent = nullptr);

    void setContent(Content content);
    [[nodiscard]] const Content &content() const { return m_content; }
    void setZoom(Zoom zoom);
    [[nodiscard]] Zoom zoom() const { return m_zoom; }
    // Half of what is seen, earlier (-1) or later (1). Nothing when everything is seen.
    void turn(int by);
    // The chosen line: a step, or a fiche where they are named. Null: none.
    void setChosen(const base::Id &id);
    [[nodiscard]] base::Id chosen() const { return m_chosen; }
    // « Rédiger le protocole : du 4 janvier 2027 au 31 mars 2027, à faire. »
    [[nodiscard]] QString sentenceOf(const base::Id &id) const;

    // What dates stop at, at this scale.
    [[nodiscard]] models::CalendarUnit unit() const;
    [[nodiscard]] const report::TimeScale &scale() const { return m_scale; }
    // The place of a line's bar or diamond; null when it has none.
    [[nodiscard]] QRectF barOf(const base::Id &id) const;
    // The whole line; the empty one for a null id.
    [[nodiscard]] QRectF lineOf(const base::Id &id) const;

    // The months, which stay in sight.
    [[nodiscard]] GanttHeading *heading() const { return m_heading; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged(const base::Id &id);
    // One gesture, or one more key of a movement.
    void moved(const base::Id &step, const models::Span &span, bool byKey);
    void drawn(const models::Span &span);
    // Double click, Enter, or a click on the name: to be shown where it is edited.
    void opened(const base::Id &id);
    void additionAsked();
    void removalAsked(const base::Id &step);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    // What the mouse holds between a press and a release.
    struct Drag {
        base::Id step;        // null: a new one is being drawn
        bool undated = false; // the step gets its first dates
        models::Grip grip = models::Grip::Whole;
        QPointF pressed;
        QDate day;
        models::Span before;
        models::Span now = {};
        bool begun = false;
    };

    [[nodiscard]] static int wrapping(const QString &text, const QFont &font, double room);
    void arrange();
    void arrangeTime();
    [[nodiscard]] models::Span extent() const;
    [[nodiscard]] double labelWidth() const;
    [[nodiscard]] double headingHeight() const;
    [[nodiscard]] int indexAt(const QPointF &place) const; // of a line; lines.size() for the empty one, else -1
    [[nodiscard]] bool isLink(const QPointF &place) const;
    [[nodiscard]] int indexOf(const base::Id &id) const;
    [[nodiscard]] models::Span spanOf(const report::CalendarLine &line) const;
    [[nodiscard]] std::optional<models::Grip> gripAt(const QPointF &place, const report::CalendarLine &line) const;
    [[nodiscard]] std::optional<Drag> dragFrom(const QPointF &place) const;
    void follow(Drag &drag, const QPointF &place) const;
    void cancelDrag();
    void choose(int index);
    void chooseBeside(int by);
    void moveChosen(models::Grip grip, int by);
    void bringIntoView(const QDate &date);
    void tell();
    void paintTime(QPainter &painter) const;
    void paintLine(QPainter &painter, size_t index) const;
    void paintBar(QPainter &painter, const report::CalendarLine &line) const;
    void paintContract(QPainter &painter, size_t mission) const;
    void paintEmptyLine(QPainter &painter) const;

    GanttHeading *m_heading;
    Content m_content;
    Zoom m_zoom = Zoom::All;
    QDate m_start; // of what is seen, when not everything is
    report::TimeScale m_scale;
    std::vector<QRectF> m_places; // one a line, then the empty one
    double m_height = 0;
    base::Id m_chosen;
    std::optional<Drag> m_drag;
};

} // namespace gui
