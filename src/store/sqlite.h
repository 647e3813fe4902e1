// A thin ownership layer over the SQLite C interface: what is opened is closed, what fails says so.
#pragma once

#include "base/result.h"

#include <memory>
#include <QByteArray>
#include <QString>
#include <sqlite3.h>
#include <string>
#include <unordered_map>

namespace store
{

// One prepared statement. Parameters and columns count from 1 and 0, as in SQLite.
class Statement
{
public:
    explicit Statement(sqlite3_stmt *statement) : m_statement(statement) {}
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement() { sqlite3_finalize(m_statement); }

    void bindNull(int at) { sqlite3_bind_null(m_statement, at); }
    void bindInteger(int at, qint64 value) { sqlite3_bind_int64(m_statement, at, value); }
    void bindReal(int at, double value) { sqlite3_bind_double(m_statement, at, value); }
    void bindText(int at, const QString &text);
    void bindBlob(int at, const QByteArray &bytes);
    // Every column of the row another statement stands on, to the same parameters.
    void bindRow(const Statement &row);

    // True: a row is there. False: the end was reached.
    [[nodiscard]] base::Result<bool> step();
    // To the end, for statements without rows; ready to be bound again.
    [[nodiscard]] base::Result<void> run();
    void reset();

    [[nodiscard]] int columns() const { return sqlite3_column_count(m_statement); }
    [[nodiscard]] int type(int column) const { return sqlite3_column_type(m_statement, column); }
    [[nodiscard]] qint64 integer(int column) const { return sqlite3_column_int64(m_statement, column); }
    [[nodiscard]] double real(int column) const { return sqlite3_column_double(m_statement, column); }
    // The stored bytes of a text, unchecked: may hold NUL or broken UTF-8 in a file of unknown origin.
    [[nodiscard]] QByteArray bytes(int column) const;
    // A text that we wrote ourselves.
    [[nodiscard]] QString text(int column) const { return QString::fromUtf8(bytes(column)); }

private:
    sqlite3_stmt *m_statement;
};

// One connection and the statements it keeps prepared. Used by one thread at a time.
class Connection
{
public:
    // `vfs`: name of a registered file layer, the system's when empty.
    [[nodiscard]] static base::Result<Connection> openFile(const QString &path, const QByteArray &vfs = {});
    [[nodiscard]] static base::Result<Connection> openMemory();

    // Runs statements without results.
    [[nodiscard]] base::Result<void> execute(const QByteArray &sql);
    // Kept and given back reset; valid as long as the connection.
    [[nodiscard]] base::Result<Statement *> prepare(const QByteArray &sql);
    // The first column of the first row as text, for pragmas.
    [[nodiscard]] base::Result<QString> scalar(const QByteArray &sql);

    // The whole content as the bytes of a file, and back (read-only; main is replaced).
    [[nodiscard]] base::Result<QByteArray> serialize();
    [[nodiscard]] base::Result<void> deserialize(const QByteArray &bytes);

    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }

private:
    struct Close {
        void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
    };
    explicit Connection(sqlite3 *handle) : m_handle(handle) {}
    [[nodiscard]] static base::Result<Connection> open(const QByteArray &name, int flags, const QByteArray &vfs);

    std::unique_ptr<sqlite3, Close> m_handle;
    std::unordered_map<std::string, std::unique_ptr<Statement>> m_statements;
};

// Rolls back unless committed.
class Transaction
{
public:
    explicit Transaction(Connection &connection) : m_connection(connection) {}
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    [[nodiscard]] base::Result<void> begin();
    [[nodiscard]] base::Result<void> commit();

private:
    Connection &m_connection;
    bool m_open = false;
};

// The error of the last call on a connection, with a general French sentence that the caller may replace.
[[nodiscard]] base::Error sqliteError(sqlite3 *handle, int code);

} // namespace store
