// A connection on bytes of unknown origin, with everything SQLite offers against hostile files switched on.
#pragma once

#include "store/sqlite.h"

#include <chrono>

namespace store
{

// The connection and the time it has left. Nothing it reads can write, call functions or run for long.
class GuardedConnection
{
public:
    // Takes the bytes into memory: the user's file itself is never opened by SQLite.
    [[nodiscard]] static base::Result<std::unique_ptr<GuardedConnection>>
    open(const QByteArray &bytes, std::chrono::milliseconds allowed = std::chrono::seconds(5));
    GuardedConnection(const GuardedConnection &) = delete;
    GuardedConnection &operator=(const GuardedConnection &) = delete;

    [[nodiscard]] Connection &connection() { return m_connection; }
    // Damaged unless the pages and indexes hold together.
    [[nodiscard]] base::Result<void> checkStructure();
    // From now on only SELECT on tables that exist.
    void allowReadingOnly();

private:
    GuardedConnection(Connection connection, std::chrono::milliseconds allowed);
    [[nodiscard]] base::Result<void> protect();

    Connection m_connection;
    std::chrono::steady_clock::time_point m_deadline;
};

} // namespace store
