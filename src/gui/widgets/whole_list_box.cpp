#include "gui/widgets/whole_list_box.h"

#include "gui/theme/theme.h"
#include "gui/widgets/list_keys.h"

#include <algorithm>
#include <QAbstractItemView>
#include <QStylePainter>

namespace gui
{

WholeListBox::WholeListBox(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(12);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setMaxVisibleItems(16);
}

void WholeListBox::showPopup()
{
    const int asked = view()->sizeHintForColumn(modelColumn()) + zoomed(40);
    view()->setMinimumWidth(std::min(asked, window()->width() - mapTo(window(), QPoint()).x()));
    QComboBox::showPopup();
    leaveByTab(*this);
}

void WholeListBox::paintEvent(QPaintEvent *event)
{
    if (isEditable())
        return QComboBox::paintEvent(event);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    const int room = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width();
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, room);
    QStylePainter painter(this);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace gui
