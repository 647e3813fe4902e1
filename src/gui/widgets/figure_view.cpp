#include "gui/widgets/figure_view.h"

#include "gui/theme/theme.h"
#include "layout/figure.h"
#include "layout/painter.h"

#include <QPainter>

namespace gui
{

namespace
{

constexpr int margin = 8;
constexpr int leastWidth = 208; // a small chart keeps words of 10 pixels
constexpr double largest = 4.6; // pixels per millimetre, at 100 %: texts as large as the page's own

} // namespace

FigureView::FigureView(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FigureView::setFigure(const std::optional<report::Figure> &figure)
{
    m_figure = figure;
    setAccessibleName(figure ? figure->title : QString());
    setAccessibleDescription(figure ? figure->description : QString());
    updateGeometry();
    update();
}

double FigureView::scaleFor(int width) const
{
    const double most = zoomed(largest * 100) / 100.0;
    return m_figure ? std::min(most, (width - 2 * zoomed(margin)) / std::max(1.0, m_figure->size.width())) : most;
}

int FigureView::heightForWidth(int width) const
{
    return m_figure ? qRound(m_figure->size.height() * scaleFor(width)) + 2 * zoomed(margin) : 0;
}

QSize FigureView::sizeHint() const
{
    const int width = zoomed(2 * leastWidth);
    return {width, heightForWidth(width)};
}

QSize FigureView::minimumSizeHint() const
{
    return {zoomed(leastWidth), heightForWidth(zoomed(leastWidth))};
}

void FigureView::paintEvent(QPaintEvent *)
{
    if (!m_figure)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Paper: its colours are made for white, in the dark too.
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(rect(), zoomed(6), zoomed(6));
    painter.translate(zoomed(margin), zoomed(margin));
    layout::paint(painter, layout::drawingOf(*m_figure), {scaleFor(width()), false, {}});
}

} // namespace gui
