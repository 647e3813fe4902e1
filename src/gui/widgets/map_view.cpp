#include "gui/widgets/map_view.h"

#include "gui/theme/map_look.h"
#include "gui/theme/theme.h"
#include "layout/figure.h"
#include "layout/painter.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextDocument>
#include <QToolTip>

namespace gui
{

namespace
{

constexpr int leastWidth = 160;
constexpr double chosenLine = 3;

double pixelsPerMillimetre()
{
    return zoomed(1'000) / 1'000.0 * 96 / 25.4;
}

QPainterPath pathOf(const report::MapArea &area, double scale)
{
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const std::vector<QPointF> &ring : area.rings) {
        QPolygonF polygon(QList<QPointF>(ring.begin(), ring.end()));
        for (QPointF &point : polygon)
            point *= scale;
        path.addPolygon(polygon);
        path.closeSubpath();
    }
    return path;
}

} // namespace

MapView::MapView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &MapView::make);
}

void MapView::setMaker(Maker maker, int mostHeight)
{
    m_maker = std::move(maker);
    m_mostHeight = mostHeight;
    refresh();
}

void MapView::refresh()
{
    m_madeFor = -1;
    if (isVisible())
        m_soon.start();
}

void MapView::make()
{
    m_soon.stop();
    if (!m_maker || width() < 1)
        return;
    m_madeFor = width();
    const double scale = pixelsPerMillimetre();
    m_map = m_maker({width() / scale, zoomed(m_mostHeight) / scale}, mapLook(currentPalette()));
    setAccessibleName(m_map ? m_map->figure.title : QString());
    setAccessibleDescription(m_map ? m_map->figure.description : QString());
    updateGeometry();
    update();
    Q_EMIT made();
}

void MapView::setChosen(const QStringList &codes)
{
    if (codes == m_chosen)
        return;
    m_chosen = codes;
    update();
}

const report::MapArea *MapView::areaAt(const QPointF &place) const
{
    if (!m_map)
        return nullptr;
    for (const report::MapArea &area : m_map->areas)
        if (area.holds(place / pixelsPerMillimetre()))
            return &area;
    return nullptr;
}

QString MapView::codeAt(const QPointF &place) const
{
    const report::MapArea *area = areaAt(place);
    return area ? area->code : QString();
}

QPointF MapView::placeOf(const QString &code) const
{
    if (m_map)
        for (const report::MapArea &area : m_map->areas)
            if (area.code == code)
                return pathOf(area, pixelsPerMillimetre()).boundingRect().center();
    return {};
}

QSize MapView::sizeHint() const
{
    const int height = m_map ? qRound(m_map->figure.size.height() * pixelsPerMillimetre()) : zoomed(m_mostHeight);
    return {zoomed(2 * leastWidth), height};
}

QSize MapView::minimumSizeHint() const
{
    return {zoomed(leastWidth), sizeHint().height()};
}

void MapView::paintEvent(QPaintEvent *)
{
    if (!m_map)
        return;
    QPainter painter(this);
    const double scale = pixelsPerMillimetre();
    layout::paint(painter, layout::drawingOf(m_map->figure), {scale, false, {}});
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const report::MapArea &area : m_map->areas) {
        if (!m_chosen.contains(area.code))
            continue;
        const QPainterPath path = pathOf(area, scale);
        painter.setPen(QPen(currentPalette().surface, 2 * chosenLine, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPath(path);
        painter.setPen(QPen(currentPalette().review, chosenLine, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
}

void MapView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (width() != m_madeFor)
        m_soon.start();
}

void MapView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        refresh(); // other colours, or another scale
}

void MapView::mousePressEvent(QMouseEvent *event)
{
    if (const QString code = codeAt(event->position()); !code.isEmpty() && event->button() == Qt::LeftButton)
        Q_EMIT clicked(code);
}

void MapView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const QString code = codeAt(event->position()); !code.isEmpty() && event->button() == Qt::LeftButton)
        Q_EMIT doubleClicked(code);
}

bool MapView::event(QEvent *event)
{
    if (event->type() == QEvent::Show && width() != m_madeFor)
        m_soon.start();
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const report::MapArea *area = areaAt(help->pos());
    // A name may come from anybody's file, and tool tips guess whether they are HTML.
    const bool plain = area && !Qt::mightBeRichText(area->nom);
    QToolTip::showText(help->globalPos(), plain ? area->nom : QString(), this);
    return true;
}

} // namespace gui
