// An outline around what the user was led to and that can't have the keyboard: a field of a project that is only read.
#pragma once

#include <QPointer>
#include <QWidget>

namespace gui
{

class AimFrame final : public QWidget
{
public:
    // Around `target`, over `ground`, which holds it at any depth; the one before goes. It follows the target, and
    // stays until another place is shown, the keyboard comes to the ground or the ground is left.
    static void show(QWidget *target, QWidget *ground);
    static void clear(const QWidget *ground);

    [[nodiscard]] QWidget *target() const { return m_target; }

protected:
    void paintEvent(QPaintEvent *event) override;
    // Of the target and of all that holds it.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    AimFrame(QWidget *target, QWidget *ground);
    void place();

    QPointer<QWidget> m_target;
};

} // namespace gui
