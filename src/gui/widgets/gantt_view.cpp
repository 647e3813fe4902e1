// Places of the lines and of time, the chosen line, the keys. Mouse and drawing have files of their own.
#include "gui/widgets/gantt_view.h"

#include "base/text.h"
#include "base/typography.h"
#include "gui/theme/theme.h"
#include "gui/widgets/gantt_heading.h"

#include <algorithm>
#include <QAccessible>
#include <QEvent>
#include <QKeyEvent>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using models::CalendarUnit;
using models::Grip;
using models::Span;
using report::CalendarLine;

namespace
{

constexpr double leastBar = 10; // a short step can still be taken

// How many months are seen at once.
int monthsSeen(GanttView::Zoom zoom)
{
    return zoom == GanttView::Zoom::Months ? 6 : zoom == GanttView::Zoom::Quarters ? 24 : 72;
}

} // namespace

// Between words; inside them only when one is too long by itself.
int GanttView::wrapping(const QString &text, const QFont &font, double room)
{
    const QFontMetricsF metrics(font);
    const QStringList words = base::frenchTypography(text).split(u' ');
    const bool fits = std::all_of(words.begin(), words.end(),
                                  [&](const QString &word) { return metrics.horizontalAdvance(word) <= room; });
    return fits ? Qt::TextWordWrap : Qt::TextWrapAnywhere;
}

GanttView::GanttView(QWidget *parent) : QWidget(parent), m_heading(new GanttHeading(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(u"Calendrier des étapes"_s);
}

void GanttView::setContent(Content content)
{
    m_drag.reset();
    m_content = std::move(content);
    if (indexOf(m_chosen) < 0)
        m_chosen = {};
    arrange();
    tell();
}

void GanttView::setZoom(Zoom zoom)
{
    m_zoom = zoom;
    const int chosen = indexOf(m_chosen);
    const Span all = extent();
    m_start =
        chosen >= 0 && m_content.lines[size_t(chosen)].from.isValid() ? m_content.lines[size_t(chosen)].from : all.from;
    arrange();
}

void GanttView::turn(int by)
{
    if (m_zoom == Zoom::All)
        return;
    m_start = m_scale.from.addMonths(by * monthsSeen(m_zoom) / 2);
    arrange();
}

// Everything that has a date; from today while no step has one, for the first one to be drawn.
Span GanttView::extent() const
{
    Span all;
    const auto add = [&all](const QDate &date) {
        all.from = all.from.isValid() ? std::min(all.from, date) : date;
        all.to = all.to.isValid() ? std::max(all.to, date) : date;
    };
    for (const CalendarLine &line : m_content.lines)
        if (line.from.isValid()) {
            add(line.from);
            add(line.to);
        }
    if (!all.from.isValid())
        all = {m_content.today, m_content.today.addMonths(11)};
    for (const CalendarLine &line : m_content.lines)
        for (const QDate &date : line.milestones)
            add(date);
    // Room to draw the next step in.
    if (m_content.editable)
        all.to = std::max(all.to.addMonths(1), all.from.addMonths(5));
    return all;
}

double GanttView::labelWidth() const
{
    return std::clamp(width() * 0.3, double(zoomed(110)), double(zoomed(260)));
}

double GanttView::headingHeight() const
{
    return fontMetrics().height() + zoomed(10);
}

void GanttView::arrangeTime()
{
    const double left = labelWidth();
    const double right = std::max(left + 20, width() - 1.0);
    const double narrowest = fontMetrics().horizontalAdvance(u"sept. 2027"_s) + zoomed(12);
    const Span all = extent();
    if (m_zoom == Zoom::All) {
        m_scale = report::timeScale(all.from, all.to, left, right, narrowest, 1);
        return;
    }
    const QDate first = report::startOfUnit(m_start.isValid() ? m_start : all.from, m_zoom == Zoom::Years ? 12 : 1);
    m_scale = report::timeScale(first, first.addMonths(monthsSeen(m_zoom)).addDays(-1), left, right, narrowest, 1);
}

void GanttView::arrange()
{
    arrangeTime();
    m_heading->setTime(m_scale, qRound(headingHeight()));
    m_places.clear();
    double y = headingHeight();
    const auto put = [&](double height) {
        m_places.emplace_back(0, y, width(), height);
        y += height;
    };
    for (const CalendarLine &line : m_content.lines) {
        QFont named = font();
        named.setBold(line.type != CalendarLine::Type::Step);
        const double indent = zoomed(line.type == CalendarLine::Type::Step ? 16 : 8);
        const double room = labelWidth() - indent - zoomed(8);
        const QRectF text = QFontMetricsF(named).boundingRect(
            QRectF(0, 0, room, 10'000), wrapping(line.text, named, room), base::frenchTypography(line.text));
        put(std::max(text.height() + zoomed(8), double(zoomed(28))));
    }
    if (m_content.adding)
        put(zoomed(34));
    m_height = y + 1;
    updateGeometry();
    update();
}

QSize GanttView::sizeHint() const
{
    return {zoomed(520), qRound(m_height)};
}

QSize GanttView::minimumSizeHint() const
{
    return {zoomed(260), qRound(m_height)};
}

void GanttView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void GanttView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        arrange();
}

int GanttView::indexOf(const base::Id &id) const
{
    for (size_t i = 0; i < m_content.lines.size() && !id.isNull(); ++i)
        if (m_content.lines[i].id == id)
            return int(i);
    return -1;
}

Span GanttView::spanOf(const CalendarLine &line) const
{
    return m_drag && m_drag->begun && m_drag->step == line.id && !line.id.isNull() ? m_drag->now
                                                                                   : Span{line.from, line.to};
}

QRectF GanttView::barOf(const base::Id &id) const
{
    const int index = indexOf(id);
    if (index < 0)
        return {};
    const CalendarLine &line = m_content.lines[size_t(index)];
    const Span span = spanOf(line);
    if (!span.isValid())
        return {};
    const QRectF place = m_places[size_t(index)];
    const double height = zoomed(14);
    const double top = place.center().y() - height / 2;
    const double x = m_scale.x(span.from);
    if (line.keyDate || span.from == span.to)
        return {x + m_scale.dayWidth() / 2 - height / 2, top, height, height};
    return {x, top, std::max(m_scale.x(span.to.addDays(1)) - x, leastBar), height};
}

QRectF GanttView::lineOf(const base::Id &id) const
{
    if (id.isNull())
        return m_content.adding && !m_places.empty() ? m_places.back() : QRectF();
    const int index = indexOf(id);
    return index < 0 ? QRectF() : m_places[size_t(index)];
}

CalendarUnit GanttView::unit() const
{
    const double day = m_scale.dayWidth();
    return day >= 2 ? CalendarUnit::Day : day >= 0.6 ? CalendarUnit::Week : CalendarUnit::Month;
}

QString GanttView::sentenceOf(const base::Id &id) const
{
    const int index = indexOf(id);
    if (index < 0)
        return {};
    const CalendarLine &line = m_content.lines[size_t(index)];
    const Span span = spanOf(line);
    const QString dates = !span.isValid() ? u"sans date"_s
                          : span.from == span.to
                              ? u"le "_s + base::frenchLongDate(span.from)
                              : u"du %1 au %2"_s.arg(base::frenchLongDate(span.from), base::frenchLongDate(span.to));
    if (line.type == CalendarLine::Type::Fiche)
        return base::frenchTypography(span.isValid() ? u"%1 : %2."_s.arg(line.text, dates) : line.text + u'.');
    return base::frenchTypography(u"%1 : %2, %3."_s.arg(line.text, dates, line.done ? u"fait"_s : u"à faire"_s));
}

void GanttView::setChosen(const base::Id &id)
{
    if (id == m_chosen || (!id.isNull() && indexOf(id) < 0))
        return;
    m_chosen = id;
    tell();
    update();
}

void GanttView::choose(int index)
{
    const base::Id id =
        index >= 0 && size_t(index) < m_content.lines.size() ? m_content.lines[size_t(index)].id : base::Id();
    if (id.isNull() || id == m_chosen)
        return;
    setChosen(id);
    if (const CalendarLine &line = m_content.lines[size_t(index)]; line.from.isValid())
        bringIntoView(line.from);
    Q_EMIT chosenChanged(id);
}

void GanttView::chooseBeside(int by)
{
    const int count = int(m_content.lines.size());
    const int from = indexOf(m_chosen);
    for (int at = from < 0 ? (by > 0 ? 0 : count - 1) : from + by; at >= 0 && at < count; at += by)
        if (!m_content.lines[size_t(at)].id.isNull()) {
            choose(at);
            m_heading->reveal(lineOf(m_chosen));
            return;
        }
}

void GanttView::bringIntoView(const QDate &date)
{
    if (m_zoom == Zoom::All || (date >= m_scale.from && date < m_scale.to))
        return;
    m_start = date;
    arrange();
}

// A step without dates gets today's: the keys alone can build a whole calendar.
void GanttView::moveChosen(Grip grip, int by)
{
    const int index = indexOf(m_chosen);
    if (index < 0 || !m_content.editable)
        return;
    const CalendarLine &line = m_content.lines[size_t(index)];
    if (line.type != CalendarLine::Type::Step)
        return;
    const Span before{line.from, line.to};
    const Span now = before.isValid() ? models::stretched(before, line.keyDate ? Grip::Whole : grip, unit(), by)
                                      : Span{m_content.today, m_content.today};
    if (now == before)
        return;
    bringIntoView(grip == Grip::End ? now.to : now.from);
    Q_EMIT moved(line.id, now, true);
}

// What is chosen, for who does not see it: also after each movement.
void GanttView::tell()
{
    const QString sentence = m_chosen.isNull() ? u"Aucune étape choisie."_s : sentenceOf(m_chosen);
    if (sentence == accessibleDescription())
        return;
    setAccessibleDescription(sentence);
    if (!hasFocus())
        return;
    QAccessibleEvent spokenNow(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spokenNow);
}

bool GanttView::event(QEvent *event)
{
    // Before the shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool arrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
        if ((arrow && key->modifiers().testFlag(Qt::AltModifier)) || (key->key() == Qt::Key_Escape && m_drag)) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void GanttView::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int by = event->key() == Qt::Key_Left ? -1 : 1;
        if (alt)
            moveChosen(shift ? Grip::End : Grip::Whole, by);
        else
            turn(by);
        return;
    }
    case Qt::Key_Up:
        return chooseBeside(-1);
    case Qt::Key_Down:
        return chooseBeside(1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_chosen.isNull())
            Q_EMIT opened(m_chosen);
        return;
    case Qt::Key_Insert:
        if (m_content.editable && m_content.adding)
            Q_EMIT additionAsked();
        return;
    case Qt::Key_Delete: {
        const int index = indexOf(m_chosen);
        if (index >= 0 && m_content.editable && m_content.lines[size_t(index)].type == CalendarLine::Type::Step)
            Q_EMIT removalAsked(m_chosen);
        return;
    }
    case Qt::Key_Escape:
        if (m_drag)
            return cancelDrag();
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace gui
