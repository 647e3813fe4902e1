// The numbered disc of a step.
#pragma once

#include <QWidget>

namespace gui
{

class StepBadge final : public QWidget
{
    Q_OBJECT
public:
    StepBadge(int number, bool current, QWidget *parent = nullptr);
    void setCurrent(bool current);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number;
    bool m_current;
};

} // namespace gui
