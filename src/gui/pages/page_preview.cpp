#include "gui/pages/page_preview.h"

#include "gui/theme/theme.h"
#include "layout/pagination.h"
#include "layout/painter.h"

#include <algorithm>
#include <QDeadlineTimer>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double margin = 16;   // around and between the sheets, pixels at 100 %
constexpr double mostScale = 6; // pixels per millimetre that filling the width may give: 1.6 times the paper at 96 dpi
constexpr QSizeF fallbackSize(210, 297);
constexpr double paperScale = 96 / 25.4; // pixels per millimetre at 100 %
constexpr int zooms[] = {50, 75, 100, 125, 150, 200, 300};
constexpr double overlap = 40; // of what was read, pixels at 100 %
constexpr int turn = 5;        // milliseconds that a key may wait while the other pages are laid out

} // namespace

struct PagePreview::Reading {
    explicit Reading(report::Document read) : document(std::move(read)), pagination(document) {}
    report::Document document;
    layout::Pagination pagination;
};

PagePreview::PagePreview(QWidget *parent) : QAbstractScrollArea(parent)
{
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &PagePreview::goOn);
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the width does not depend on the height
    viewport()->setMouseTracking(true);
    setMinimumSize(zoomed(260), zoomed(380));
}

PagePreview::~PagePreview() = default;

void PagePreview::setDocument(report::Document document)
{
    m_title = document.title;
    m_hovered = {};
    m_reading = std::make_unique<Reading>(std::move(document));
    measure();
    m_reading->pagination.reach(size_t((verticalScrollBar()->value() + viewport()->height()) / pageHeight()) + 1);
    if (m_reading->pagination.whole())
        return finish();
    setPages(m_reading->pagination.pages());
    m_turn.start();
}

void PagePreview::goOn()
{
    layout::Pagination &pagination = m_reading->pagination;
    for (const QDeadlineTimer end(turn); !pagination.whole() && !end.hasExpired();)
        pagination.advance();
    if (pagination.whole())
        finish();
}

void PagePreview::finish()
{
    m_turn.stop();
    if (isWhole())
        return;
    const std::unique_ptr<Reading> reading = std::move(m_reading);
    while (!reading->pagination.whole())
        reading->pagination.advance();
    setPages(reading->pagination.pages());
    Q_EMIT finished();
}

void PagePreview::setPages(layout::PagedDocument pages)
{
    const int before = verticalScrollBar()->value();
    m_pages = std::move(pages);
    measure();
    verticalScrollBar()->setValue(before);
    scrollContentsBy(0, 0);
}

void PagePreview::setShadesMissing(bool shades)
{
    m_shadesMissing = shades;
    viewport()->update();
}

void PagePreview::measure()
{
    const double width = (m_pages.size.isEmpty() ? fallbackSize : m_pages.size).width();
    const int room = viewport()->width() - 2 * zoomed(margin);
    const double former = m_scale;
    m_scale = fitsWidth() ? std::clamp(room / width, 0.5, mostScale) : zoomed(m_zoom * 100) / 1e4 * paperScale;
    const int spare = std::max(0, int(width * m_scale) - room);
    const double across = horizontalScrollBar()->maximum() > 0
                              ? double(horizontalScrollBar()->value()) / horizontalScrollBar()->maximum()
                              : 0.5; // the middle of the page first
    setHorizontalScrollBarPolicy(spare > 0 ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    horizontalScrollBar()->setRange(0, spare);
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(zoomed(40));
    horizontalScrollBar()->setValue(int(across * spare));
    const int whole = int(pageHeight() * pageCount()) + zoomed(margin);
    const double place = former > 0 ? verticalScrollBar()->value() / former : 0;
    verticalScrollBar()->setRange(0, std::max(0, whole - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(zoomed(40));
    verticalScrollBar()->setValue(int(place * m_scale));
    viewport()->update();
}

double PagePreview::pageHeight() const
{
    return (m_pages.size.isEmpty() ? fallbackSize : m_pages.size).height() * m_scale + zoomed(margin);
}

QRectF PagePreview::sheet(int page) const
{
    const QSizeF size = m_pages.size * m_scale;
    const double top = zoomed(margin) + page * pageHeight() - verticalScrollBar()->value();
    const double left = horizontalScrollBar()->maximum() > 0 ? zoomed(margin) - horizontalScrollBar()->value()
                                                             : (viewport()->width() - size.width()) / 2;
    return {left, top, size.width(), size.height()};
}

int PagePreview::currentPage() const
{
    const double middle = viewport()->height() / 3.0;
    for (int page = 0; page < pageCount(); ++page)
        if (sheet(page).bottom() > middle)
            return page;
    return std::max(0, pageCount() - 1);
}

QString PagePreview::pageWords() const
{
    return u"Page %1 sur %2"_s.arg(currentPage() + 1).arg(isWhole() ? QString::number(pageCount()) : u"…"_s);
}

void PagePreview::showPage(int page)
{
    if (page >= pageCount())
        finish();
    page = std::clamp(page, 0, std::max(0, pageCount() - 1));
    verticalScrollBar()->setValue(int(sheet(page).top()) + verticalScrollBar()->value() - zoomed(margin));
}

int PagePreview::zoom() const
{
    const double whole = zoomed(1e4) / 1e4 * paperScale;
    return qRound(m_scale / whole * 100);
}

void PagePreview::zoomBy(int steps)
{
    const int now = zoom();
    const auto above = std::upper_bound(std::begin(zooms), std::end(zooms), now);
    const auto below = std::lower_bound(std::begin(zooms), std::end(zooms), now);
    if (steps > 0 ? above == std::end(zooms) : below == std::begin(zooms))
        return;
    m_zoom = steps > 0 ? *above : *(below - 1);
    measure();
    scrollContentsBy(0, 0);
    Q_EMIT zoomChanged();
}

void PagePreview::fitWidth()
{
    m_zoom = 0;
    measure();
    scrollContentsBy(0, 0);
    Q_EMIT zoomChanged();
}

void PagePreview::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (const int turned = event->angleDelta().y(); turned != 0)
        zoomBy(turned > 0 ? 1 : -1);
    event->accept();
}

void PagePreview::paintEvent(QPaintEvent *)
{
    const Palette &colours = currentPalette();
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), colours.hairline);
    for (int page = 0; page < pageCount(); ++page) {
        const QRectF place = sheet(page);
        if (place.bottom() < 0 || place.top() > viewport()->height())
            continue;
        // Paper is white and its ink black in every theme: this is what will be printed.
        painter.fillRect(place, Qt::white);
        painter.save();
        painter.translate(place.topLeft());
        layout::PaintOptions options;
        options.pixelsPerMillimetre = m_scale;
        options.showMissing = m_shadesMissing;
        layout::paint(painter, m_pages.pages[size_t(page)], options);
        painter.restore();
    }
    if (!m_hovered.isNull()) {
        painter.setPen(QPen(lightPalette().accent, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_hovered.translated(-horizontalScrollBar()->value(), -verticalScrollBar()->value()));
    }
    if (hasFocus()) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

const layout::FieldArea *PagePreview::areaAt(const QPoint &place, QRectF *where) const
{
    for (int page = 0; page < pageCount(); ++page) {
        const QRectF paper = sheet(page);
        if (!paper.contains(place))
            continue;
        const QPointF at = (place - paper.topLeft()) / m_scale;
        const auto &fields = m_pages.pages[size_t(page)].fields;
        // Areas nest: the last that holds the point is the most precise.
        for (auto area = fields.rbegin(); area != fields.rend(); ++area)
            if (area->rect.contains(at) && !area->field.isEmpty()) {
                if (where)
                    *where = {paper.topLeft() + area->rect.topLeft() * m_scale, area->rect.size() * m_scale};
                return &*area;
            }
    }
    return nullptr;
}

report::FieldTag PagePreview::fieldAt(const QPoint &place) const
{
    const layout::FieldArea *area = areaAt(place);
    return area ? area->field : report::FieldTag();
}

QRect PagePreview::placeOf(const report::FieldTag &field)
{
    for (int page = 0; page < pageCount(); ++page)
        for (const layout::FieldArea &area : m_pages.pages[size_t(page)].fields)
            if (area.field == field)
                return QRectF(sheet(page).topLeft() + area.rect.topLeft() * m_scale, area.rect.size() * m_scale)
                    .toRect();
    if (isWhole())
        return {};
    finish();
    return placeOf(field);
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_hovered = {};
    measure();
    Q_EMIT zoomChanged();
}

void PagePreview::mouseMoveEvent(QMouseEvent *event)
{
    QRectF where;
    const bool leads = areaAt(event->position().toPoint(), &where) != nullptr;
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_hovered = leads ? where.translated(horizontalScrollBar()->value(), verticalScrollBar()->value()) : QRectF();
    viewport()->update();
}

void PagePreview::leaveEvent(QEvent *event)
{
    QAbstractScrollArea::leaveEvent(event);
    m_hovered = {};
    viewport()->update();
}

void PagePreview::mouseReleaseEvent(QMouseEvent *event)
{
    const report::FieldTag field = fieldAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !field.isEmpty())
        Q_EMIT fieldClicked(field);
}

void PagePreview::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Home:
        bar->setValue(0);
        return;
    case Qt::Key_End:
        finish();
        bar->setValue(bar->maximum());
        return;
    case Qt::Key_Space:
        readOn(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
        return;
    case Qt::Key_PageDown:
        readOn(1);
        return;
    case Qt::Key_PageUp:
        readOn(-1);
        return;
    case Qt::Key_Plus:
        zoomBy(1);
        return;
    case Qt::Key_Minus:
        zoomBy(-1);
        return;
    case Qt::Key_0:
        fitWidth();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

// A page that is seen whole gives way to the next; of a taller one, what is below comes, with a line of what was read.
void PagePreview::readOn(int direction)
{
    if (pageHeight() <= viewport()->height())
        return showPage(currentPage() + direction);
    QScrollBar *bar = verticalScrollBar();
    const int wanted = bar->value() + direction * (viewport()->height() - zoomed(overlap));
    if (wanted > bar->maximum())
        finish();
    bar->setValue(wanted);
}

void PagePreview::scrollContentsBy(int, int)
{
    viewport()->update();
    setAccessibleName(u"Aperçu : %1, %2"_s.arg(m_title, pageWords().toLower()));
    Q_EMIT currentPageChanged(currentPage());
}

} // namespace gui
