// One recent project of the start window: name, readiness, day. Opens it.
#pragma once

#include "gui/shell/settings.h"

#include <QAbstractButton>

namespace gui
{

// « copie.cpts, dans Documents »: the file of a project whose name another one of the list has too; else empty.
[[nodiscard]] QString fileTold(const std::vector<RecentProject> &all, const RecentProject &project);

// What a project is called in a list: its name, that of its file while it has none.
[[nodiscard]] QString nameTold(const RecentProject &project);

class RecentRow final : public QAbstractButton
{
    Q_OBJECT
public:
    // `file`: see fileTold().
    RecentRow(const RecentProject &project, const QString &file, const QDate &today, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace gui
