// The drawing under the months: names at the left, one bar or diamond a line, today and the dates of the contract
// across.
#include "gui/widgets/gantt_view.h"

#include "base/text.h"
#include "base/typography.h"
#include "gui/theme/theme.h"

#include <algorithm>
#include <QPainter>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using models::Span;
using report::CalendarLine;

namespace
{

constexpr double todo = 0.4; // of the colour, for what is not done yet

QColor mixed(const QColor &colour, const QColor &ground, double part)
{
    const auto one = [part](int a, int b) { return qRound(a * part + b * (1 - part)); };
    return {one(colour.red(), ground.red()), one(colour.green(), ground.green()), one(colour.blue(), ground.blue())};
}

QColor colourOf(const CalendarLine &line)
{
    return line.mission.isEmpty() ? currentPalette().inkSecondary : missionColour(currentPalette(), line.mission);
}

QPolygonF diamond(const QRectF &place)
{
    const QPointF middle = place.center();
    return QPolygonF({{middle.x(), place.top()},
                      {place.right(), middle.y()},
                      {middle.x(), place.bottom()},
                      {place.left(), middle.y()}});
}

void drawTick(QPainter &painter, const QRectF &place, const QColor &colour)
{
    painter.setPen(QPen(colour, std::max(1.5, place.height() / 6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{place.left(), place.center().y()},
                                    {place.left() + place.width() * 0.38, place.bottom()},
                                    {place.right(), place.top()}}));
}

} // namespace

void GanttView::paintEvent(QPaintEvent *)
{
    const Palette &palette = currentPalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), palette.surface);
    for (size_t i = 0; i < m_content.lines.size(); ++i) {
        const CalendarLine &line = m_content.lines[i];
        if (line.type == CalendarLine::Type::Mission)
            painter.fillRect(m_places[i], mixed(colourOf(line), palette.surface, 0.14));
        if (!line.id.isNull() && line.id == m_chosen)
            painter.fillRect(m_places[i], palette.accentSoft);
    }
    paintTime(painter);
    for (size_t i = 0; i < m_content.lines.size(); ++i)
        paintLine(painter, i);
    for (size_t i = 0; i < m_content.lines.size(); ++i)
        paintContract(painter, i);
    if (m_content.adding)
        paintEmptyLine(painter);
    const QRectF chosen = m_chosen.isNull() ? QRectF() : lineOf(m_chosen);
    painter.setBrush(Qt::NoBrush);
    if (hasFocus()) {
        painter.setPen(QPen(palette.accent, 2));
        painter.drawRect((chosen.isNull() ? QRectF(rect()) : chosen).adjusted(1, 1, -1, -1));
    }
}

void GanttView::paintTime(QPainter &painter) const
{
    const Palette &palette = currentPalette();
    const double heading = headingHeight();
    for (QDate start = m_scale.from; start < m_scale.to; start = start.addMonths(m_scale.months)) {
        const double x = m_scale.x(start);
        painter.setPen(QPen(palette.hairline, 1));
        painter.drawLine(QPointF(x, 0), QPointF(x, m_height));
    }
    if (m_content.today < m_scale.from || m_content.today >= m_scale.to)
        return;
    const double x = m_scale.x(m_content.today) + m_scale.dayWidth() / 2;
    painter.setPen(QPen(palette.review, 1.5));
    painter.drawLine(QPointF(x, heading), QPointF(x, m_height));
}

void GanttView::paintLine(QPainter &painter, size_t index) const
{
    const Palette &palette = currentPalette();
    const CalendarLine &line = m_content.lines[index];
    const QRectF place = m_places[index];
    const double indent = zoomed(line.type == CalendarLine::Type::Step ? 16 : 8);
    QFont named = font();
    named.setBold(line.type != CalendarLine::Type::Step);
    painter.setFont(named);
    painter.setPen(line.type == CalendarLine::Type::Mission && !line.mission.isEmpty() ? colourOf(line) : palette.ink);
    const double room = labelWidth() - indent - zoomed(8);
    painter.drawText(QRectF(indent, place.top(), room, place.height()),
                     Qt::AlignVCenter | Qt::AlignLeft | wrapping(line.text, named, room),
                     base::frenchTypography(line.text));
    painter.setFont(font());
    painter.setPen(QPen(palette.hairline, 1));
    painter.drawLine(QPointF(0, place.bottom()), QPointF(width(), place.bottom()));
    paintBar(painter, line);
}

void GanttView::paintBar(QPainter &painter, const CalendarLine &line) const
{
    const QRectF bar = barOf(line.id);
    const QRectF plot(m_scale.left, 0, m_scale.right - m_scale.left, m_height);
    if (bar.isNull() || !bar.intersects(plot))
        return;
    const Palette &palette = currentPalette();
    const QColor colour = colourOf(line);
    painter.save();
    painter.setClipRect(plot);
    painter.setPen(QPen(colour, 1.2));
    painter.setBrush(line.done ? colour : mixed(colour, palette.surface, todo));
    const Span span = spanOf(line);
    const bool point = line.keyDate || span.from == span.to;
    if (point)
        painter.drawPolygon(diamond(bar));
    else
        painter.drawRoundedRect(bar, 3, 3);
    if (line.done) {
        const double side = bar.height() * 0.5;
        const bool inside = !point && bar.width() > 2.5 * side;
        const double x = inside ? bar.left() + side * 0.6 : bar.right() + side * 0.5;
        drawTick(painter, QRectF(x, bar.center().y() - side / 2.4, side, side * 0.8),
                 inside ? palette.surface : colour);
    }
    painter.restore();
}

// A line down the steps of the mission; its word in the mission's own line, at the side where there is room.
void GanttView::paintContract(QPainter &painter, size_t mission) const
{
    const std::vector<QDate> &dates = m_content.lines[mission].milestones;
    if (dates.empty())
        return;
    size_t last = mission;
    while (last + 1 < m_content.lines.size() && m_content.lines[last + 1].type != CalendarLine::Type::Mission)
        ++last;
    const QRectF place = m_places[mission];
    const QFontMetricsF metrics(font());
    double free = m_scale.left; // what words may begin at
    for (size_t i = 0; i < dates.size(); ++i) {
        if (dates[i] < m_scale.from || dates[i] >= m_scale.to)
            continue;
        const double x = m_scale.x(dates[i]);
        painter.setPen(QPen(currentPalette().ink, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(x, place.top()), QPointF(x, m_places[last].bottom()));
        const QString &word = report::milestoneNames()[qsizetype(i)];
        const double width = metrics.horizontalAdvance(word) + zoomed(8);
        const double next = i + 1 < dates.size() && dates[i + 1] < m_scale.to ? m_scale.x(dates[i + 1]) : m_scale.right;
        const bool after = x + width <= next;
        if (!after && x - width < free)
            continue;
        const QRectF room(after ? x + zoomed(4) : x - width + zoomed(4), place.top(), width, place.height());
        painter.setPen(currentPalette().ink);
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, word);
        free = after ? x + width : x;
    }
}

void GanttView::paintEmptyLine(QPainter &painter) const
{
    const Palette &palette = currentPalette();
    const QRectF place = m_places.back();
    if (m_drag && m_drag->begun && m_drag->step.isNull()) {
        const double x = m_scale.x(m_drag->now.from);
        const double end = m_scale.x(m_drag->now.to.addDays(1));
        painter.setPen(QPen(palette.accent, 1.5, Qt::DashLine));
        painter.setBrush(palette.accentSoft);
        painter.drawRoundedRect(QRectF(x, place.center().y() - zoomed(7), end - x, zoomed(14)), 3, 3);
        return;
    }
    painter.setPen(palette.inkSecondary);
    const QString hint = u"Tracez ici une nouvelle étape."_s;
    const double room = m_scale.right - m_scale.left - zoomed(12);
    const QString words = fontMetrics().elidedText(hint, Qt::ElideRight, int(room));
    const QRectF written(m_scale.left + zoomed(6), place.top() + 1, room, place.height() - 2);
    // No line of the time runs through the words.
    QRectF ground = written;
    ground.setWidth(fontMetrics().horizontalAdvance(words) + zoomed(4));
    painter.fillRect(ground, palette.surface);
    painter.drawText(written, Qt::AlignVCenter | Qt::AlignLeft, words);
}

} // namespace gui
