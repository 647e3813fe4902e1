// A connection on bytes of unknown origin, with everything SQLite offers against hostile files switched on.
#pragma once

#include "store/sqlite.h"

namespace store
{

// The connection and the work it may still do. Nothing it reads can write, call functions or run for long. Work is
// counted in SQLite's own steps (some tens of millions a second): a slow or busy computer refuses nothing by mistake.
class GuardedConnection
{
public:
    // Takes the bytes into memory: the user's file itself is never opened by SQLite.
    [[nodiscard]] static base::Result<std::unique_ptr<GuardedConnection>> open(const QByteArray &bytes,
                                                                               qint64 allowedSteps = 100'000'000);
    GuardedConnection(const GuardedConnection &) = delete;
    GuardedConnection &operator=(const GuardedConnection &) = delete;

    [[nodiscard]] Connection &connection() { return m_connection; }
    // Damaged unless the pages and indexes hold together.
    [[nodiscard]] base::Result<void> checkStructure();
    // From now on only SELECT on tables that exist.
    void allowReadingOnly();

private:
    GuardedConnection(Connection connection, qint64 allowedSteps);
    [[nodiscard]] base::Result<void> protect();

    Connection m_connection;
    qint64 m_remaining; // in units of thousands
};

} // namespace store
