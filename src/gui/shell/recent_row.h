// One recent project of the start window: name, readiness, day. Opens it.
#pragma once

#include "gui/shell/settings.h"

#include <QAbstractButton>

namespace gui
{

class RecentRow final : public QAbstractButton
{
    Q_OBJECT
public:
    RecentRow(const RecentProject &project, const QDate &today, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace gui
