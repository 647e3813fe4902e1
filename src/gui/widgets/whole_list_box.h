// A box of choice in a narrow place: what it shows says that it is cut, what it opens is read whole.
#pragma once

#include <QComboBox>

namespace gui
{

class WholeListBox : public QComboBox
{
public:
    explicit WholeListBox(QWidget *parent);

    // Its entries are read whole, within the window, wherever the box is narrow.
    void showPopup() override;

protected:
    // What its width cuts ends in « … ».
    void paintEvent(QPaintEvent *event) override;
};

} // namespace gui
