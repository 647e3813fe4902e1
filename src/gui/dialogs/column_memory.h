// What the user said that the columns of a table are, for the next table with the same titles. Kept on this computer,
// beside the settings of the program, never in a project.
#pragma once

#include "imports/profiles.h"

#include <QSettings>

namespace gui
{

// Titles are kept as a fingerprint only: they may say more of a team than its settings should.
class ColumnMemory
{
public:
    // In the local data folder; a test gives its own file.
    explicit ColumnMemory(const QString &file = {});

    // Empty when nothing is known.
    [[nodiscard]] imports::ColumnMapping columns(const QString &profile, const QStringList &titles) const;
    void remember(const QString &profile, const QStringList &titles, const imports::ColumnMapping &columns);
    void forget(const QString &profile, const QStringList &titles);

private:
    QSettings m_settings;
};

} // namespace gui
