#include "gui/pages/page_preview.h"

#include "gui/theme/theme.h"
#include "layout/painter.h"

#include <algorithm>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double margin = 16;   // around and between the sheets, pixels at 100 %
constexpr double mostScale = 6; // pixels per millimetre: 1.6 times the paper at 96 dpi
constexpr double fallbackWidth = 210;

} // namespace

PagePreview::PagePreview(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the width does not depend on the height
    viewport()->setMouseTracking(true);
    setMinimumSize(zoomed(260), zoomed(300));
}

void PagePreview::setPages(layout::PagedDocument pages, const QString &title)
{
    const int before = verticalScrollBar()->value();
    m_pages = std::move(pages);
    m_title = title;
    m_hovered = {};
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
    const double width = m_pages.size.width() > 0 ? m_pages.size.width() : fallbackWidth;
    const int room = viewport()->width() - 2 * zoomed(margin);
    const double former = m_scale;
    m_scale = std::clamp(room / width, 0.5, mostScale);
    const double pageHeight = m_pages.size.height() * m_scale + zoomed(margin);
    const int whole = int(pageHeight * pageCount()) + zoomed(margin);
    const double place = former > 0 ? verticalScrollBar()->value() / former : 0;
    verticalScrollBar()->setRange(0, std::max(0, whole - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(zoomed(40));
    verticalScrollBar()->setValue(int(place * m_scale));
    viewport()->update();
}

QRectF PagePreview::sheet(int page) const
{
    const QSizeF size = m_pages.size * m_scale;
    const double top = zoomed(margin) + page * (size.height() + zoomed(margin)) - verticalScrollBar()->value();
    return {(viewport()->width() - size.width()) / 2, top, size.width(), size.height()};
}

int PagePreview::currentPage() const
{
    const double middle = viewport()->height() / 3.0;
    for (int page = 0; page < pageCount(); ++page)
        if (sheet(page).bottom() > middle)
            return page;
    return std::max(0, pageCount() - 1);
}

void PagePreview::showPage(int page)
{
    verticalScrollBar()->setValue(int(sheet(page).top()) + verticalScrollBar()->value() - zoomed(margin));
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
        painter.drawRect(m_hovered.translated(0, -verticalScrollBar()->value()));
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

QRect PagePreview::placeOf(const report::FieldTag &field) const
{
    for (int page = 0; page < pageCount(); ++page)
        for (const layout::FieldArea &area : m_pages.pages[size_t(page)].fields)
            if (area.field == field)
                return QRectF(sheet(page).topLeft() + area.rect.topLeft() * m_scale, area.rect.size() * m_scale)
                    .toRect();
    return {};
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_hovered = {};
    measure();
}

void PagePreview::mouseMoveEvent(QMouseEvent *event)
{
    QRectF where;
    const bool leads = areaAt(event->position().toPoint(), &where) != nullptr;
    viewport()->setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_hovered = leads ? where.translated(0, verticalScrollBar()->value()) : QRectF();
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
        bar->setValue(bar->maximum());
        return;
    case Qt::Key_PageDown:
        showPage(std::min(currentPage() + 1, pageCount() - 1));
        return;
    case Qt::Key_PageUp:
        showPage(std::max(currentPage() - 1, 0));
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PagePreview::scrollContentsBy(int, int)
{
    viewport()->update();
    const int page = currentPage();
    setAccessibleName(u"Aperçu : %1, page %2 sur %3"_s.arg(m_title).arg(page + 1).arg(pageCount()));
    Q_EMIT currentPageChanged(page);
}

} // namespace gui
