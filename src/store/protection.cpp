#include "store/protection.h"

namespace store
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int stepsBetweenCounts = 1000;
constexpr sqlite3_int64 memoryAllowed = 384 * 1024 * 1024; // of the whole program's SQLite

struct Limit {
    int what;
    int value;
};
// SQLite's own table for hostile files (security.html), but LENGTH: one step of the journal may hold a long text twice.
constexpr Limit limits[] = {{SQLITE_LIMIT_LENGTH, 8'000'000},   {SQLITE_LIMIT_SQL_LENGTH, 100'000},
                            {SQLITE_LIMIT_COLUMN, 100},         {SQLITE_LIMIT_EXPR_DEPTH, 10},
                            {SQLITE_LIMIT_COMPOUND_SELECT, 3},  {SQLITE_LIMIT_VDBE_OP, 25'000},
                            {SQLITE_LIMIT_FUNCTION_ARG, 8},     {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50},
                            {SQLITE_LIMIT_VARIABLE_NUMBER, 10}, {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
                            {SQLITE_LIMIT_ATTACHED, 0}};

int isExhausted(void *remaining)
{
    return --*static_cast<qint64 *>(remaining) < 0 ? 1 : 0;
}

int readOnlyAuthorizer(void *, int action, const char *, const char *, const char *, const char *)
{
    return action == SQLITE_SELECT || action == SQLITE_READ ? SQLITE_OK : SQLITE_DENY;
}

} // namespace

GuardedConnection::GuardedConnection(Connection connection, qint64 allowedSteps)
    : m_connection(std::move(connection)), m_remaining(allowedSteps / stepsBetweenCounts)
{
}

base::Result<std::unique_ptr<GuardedConnection>> GuardedConnection::open(const QByteArray &bytes, qint64 allowedSteps)
{
    sqlite3_hard_heap_limit64(memoryAllowed);
    auto opened = Connection::openMemory();
    if (!opened)
        return opened.error();
    std::unique_ptr<GuardedConnection> guarded(new GuardedConnection(std::move(opened.value()), allowedSteps));
    // Bytes 18 and 19: a file that another tool left in WAL mode can be read as well; memory has no WAL.
    QByteArray content = bytes;
    if (content.size() > 19) {
        content[18] = 1;
        content[19] = 1;
    }
    if (auto done = guarded->m_connection.deserialize(content); !done)
        return done.error();
    if (auto done = guarded->protect(); !done)
        return done.error();
    return guarded;
}

base::Result<void> GuardedConnection::protect()
{
    sqlite3 *handle = m_connection.handle();
    const std::pair<int, int> options[] = {{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                           {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                           {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                           {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
                                           {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0}};
    for (const auto &[option, value] : options)
        if (sqlite3_db_config(handle, option, value, nullptr) != SQLITE_OK)
            return sqliteError(handle, SQLITE_ERROR);
    for (const Limit &limit : limits)
        sqlite3_limit(handle, limit.what, limit.value);
    sqlite3_progress_handler(handle, stepsBetweenCounts, isExhausted, &m_remaining);
    return m_connection.execute("PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0");
}

base::Result<void> GuardedConnection::checkStructure()
{
    const auto verdict = m_connection.scalar("PRAGMA quick_check(1)");
    if (!verdict)
        return verdict.error();
    if (verdict.value() != u"ok") {
        base::Error error = sqliteError(nullptr, SQLITE_CORRUPT);
        error.detail = verdict.value();
        return error;
    }
    return {};
}

void GuardedConnection::allowReadingOnly()
{
    sqlite3_set_authorizer(m_connection.handle(), readOnlyAuthorizer, nullptr);
}

} // namespace store
