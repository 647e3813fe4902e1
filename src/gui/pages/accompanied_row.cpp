#include "gui/pages/accompanied_row.h"

#include "gui/theme/theme.h"
#include "gui/widgets/scrolled_part.h"

#include <algorithm>
#include <QEvent>
#include <QGridLayout>

namespace gui
{

namespace
{

constexpr int wideFrom = 680; // pixels, at 100 %: a table and what stands beside it
constexpr int between = 14;
constexpr int edge = 8; // between the page and what stays in sight

int heightOf(const QWidget &widget, int width)
{
    return widget.hasHeightForWidth() ? widget.heightForWidth(width) : widget.sizeHint().height();
}

} // namespace

AccompaniedRow::AccompaniedRow(QWidget *table, QWidget *companion, QWidget *form, QWidget *parent)
    : QWidget(parent), m_table(table), m_companion(companion), m_form(form), m_room(new QWidget(this)),
      m_scrolled(new ScrolledPart(m_room)), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(between);
    m_grid->setVerticalSpacing(10);
    companion->setParent(m_room);
    companion->installEventFilter(this);
    connect(m_scrolled, &ScrolledPart::moved, this, &AccompaniedRow::placeCompanion);
    arrange(true);
    fitRoom();
}

QSize AccompaniedRow::minimumSizeHint() const
{
    const int widest = std::max({m_table->minimumSizeHint().width(), m_companion->minimumSizeHint().width(),
                                 m_form->minimumSizeHint().width()});
    return {widest, QWidget::minimumSizeHint().height()};
}

void AccompaniedRow::arrange(bool wide)
{
    m_wide = wide;
    for (QWidget *part : {m_table, m_room, m_form})
        m_grid->removeWidget(part);
    m_grid->addWidget(m_table, 0, 0);
    if (wide)
        m_grid->addWidget(m_room, 0, 1, 2, 1);
    else
        m_grid->addWidget(m_room, 1, 0);
    m_grid->addWidget(m_form, wide ? 1 : 2, 0);
    m_grid->setColumnStretch(0, 5);
    m_grid->setColumnStretch(1, wide ? 2 : 0);
    m_grid->setRowStretch(wide ? 1 : 2, 1);
    m_grid->setRowStretch(wide ? 2 : 1, 0);
    fitRoom();
}

void AccompaniedRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const bool wide = width() >= zoomed(wideFrom); wide != m_wide)
        arrange(wide);
}

bool AccompaniedRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::ShowToParent ||
        event->type() == QEvent::HideToParent)
        fitRoom();
    return QWidget::eventFilter(watched, event);
}

// As high as its words and its charts are in the width that there is.
void AccompaniedRow::fitRoom()
{
    m_room->setVisible(!m_companion->isHidden());
    m_room->setMinimumWidth(m_companion->minimumSizeHint().width());
    placeCompanion();
}

void AccompaniedRow::placeCompanion()
{
    const int height = heightOf(*m_companion, m_room->width());
    m_room->setMinimumHeight(height);
    const int above = m_wide && m_scrolled->above() > 0 ? m_scrolled->above() + edge : 0;
    m_companion->setGeometry(0, std::clamp(above, 0, std::max(0, m_room->height() - height)), m_room->width(), height);
}

} // namespace gui
