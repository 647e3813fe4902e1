// The versions kept on this computer, and bringing one back as another file.
#pragma once

#include "store/backups.h"

#include <QDialog>

class QListWidget;

namespace gui
{

// Never writes over the project: the chosen version is copied where the user says, then opened from there.
class BackupsDialog final : public QDialog
{
    Q_OBJECT
public:
    BackupsDialog(std::vector<store::Backup> backups, const QDate &today, QWidget *parent = nullptr);
    // The version chosen, after accept().
    [[nodiscard]] const store::Backup &chosen() const;

private:
    std::vector<store::Backup> m_backups;
    QListWidget *m_list;
};

} // namespace gui
