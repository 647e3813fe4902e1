#include "store/sqlite.h"

namespace store
{

using base::ErrorCode;
using namespace Qt::Literals::StringLiterals;

namespace
{

ErrorCode meaning(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Damaged;
    case SQLITE_TOOBIG:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
    case SQLITE_AUTH:
    case SQLITE_RANGE:
        return ErrorCode::Hostile;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Unwritable;
    default:
        return ErrorCode::Internal;
    }
}

QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::DiskFull:
        return u"Le disque est plein. Ce qui était enregistré est intact ; libérez de l’espace puis réessayez."_s;
    case ErrorCode::Damaged:
        return u"Le fichier est abîmé. Il n’a pas été modifié ; ouvrez une version de secours ou récupérez ce qui peut l’être."_s;
    case ErrorCode::Hostile:
        return u"Le fichier contient des données anormales. Par prudence, il n’a été ni ouvert ni modifié ; ouvrez une version de secours."_s;
    case ErrorCode::Unwritable:
        return u"Le disque de cet ordinateur refuse l’enregistrement. Ce qui était enregistré est intact ; vérifiez l’espace et vos droits, puis réessayez."_s;
    default:
        return u"L’enregistrement n’a pas pu se faire. Ce qui était enregistré est intact ; fermez le projet, rouvrez-le et réessayez."_s;
    }
}

} // namespace

base::Error sqliteError(sqlite3 *handle, int code)
{
    const ErrorCode what = meaning(code);
    const QString detail = handle ? QString::fromUtf8(sqlite3_errmsg(handle)) : QString();
    return {what, sentence(what), u"sqlite %1: %2"_s.arg(code).arg(detail)};
}

void Statement::bindText(int at, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_bind_text64(m_statement, at, utf8.constData(), static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT,
                        SQLITE_UTF8);
}

void Statement::bindBlob(int at, const QByteArray &bytes)
{
    // A null pointer would bind NULL: an empty file has its bytes too, none.
    sqlite3_bind_blob64(m_statement, at, bytes.isEmpty() ? "" : bytes.constData(),
                        static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT);
}

void Statement::bindRow(const Statement &row)
{
    for (int column = 0; column < row.columns(); ++column)
        sqlite3_bind_value(m_statement, column + 1, sqlite3_column_value(row.m_statement, column));
}

base::Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    sqlite3 *handle = sqlite3_db_handle(m_statement);
    return sqliteError(handle, sqlite3_extended_errcode(handle));
}

base::Result<void> Statement::run()
{
    const auto stepped = step();
    reset();
    if (!stepped)
        return stepped.error();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return data ? QByteArray(data, sqlite3_column_bytes(m_statement, column)) : QByteArray();
}

base::Result<Connection> Connection::open(const QByteArray &name, int flags, const QByteArray &vfs)
{
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name.constData(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                     vfs.isEmpty() ? nullptr : vfs.constData());
    Connection connection(handle);
    if (code != SQLITE_OK)
        return sqliteError(handle, code);
    return connection;
}

base::Result<Connection> Connection::openFile(const QString &path, const QByteArray &vfs)
{
    return open(path.toUtf8(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs);
}

base::Result<Connection> Connection::openMemory()
{
    return open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, {});
}

base::Result<void> Connection::execute(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle.get(), sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteError(m_handle.get(), code);
    return {};
}

base::Result<Statement *> Connection::prepare(const QByteArray &sql)
{
    auto &kept = m_statements[sql.toStdString()];
    if (!kept) {
        sqlite3_stmt *statement = nullptr;
        const int code = sqlite3_prepare_v3(m_handle.get(), sql.constData(), static_cast<int>(sql.size()),
                                            SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
        if (code != SQLITE_OK)
            return sqliteError(m_handle.get(), code);
        kept = std::make_unique<Statement>(statement);
    }
    kept->reset();
    return kept.get();
}

base::Result<QString> Connection::scalar(const QByteArray &sql)
{
    const auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    const auto row = statement.value()->step();
    if (!row)
        return row.error();
    const QString text = row.value() ? statement.value()->text(0) : QString();
    statement.value()->reset();
    return text;
}

base::Result<QByteArray> Connection::serialize()
{
    sqlite3_int64 size = 0;
    unsigned char *data = sqlite3_serialize(m_handle.get(), "main", &size, 0);
    if (!data)
        return sqliteError(m_handle.get(), SQLITE_NOMEM);
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    sqlite3_free(data);
    return bytes;
}

base::Result<void> Connection::deserialize(const QByteArray &bytes)
{
    const auto size = static_cast<sqlite3_uint64>(bytes.size());
    auto *data = static_cast<unsigned char *>(sqlite3_malloc64(size));
    if (!data)
        return sqliteError(m_handle.get(), SQLITE_NOMEM);
    std::copy(bytes.begin(), bytes.end(), data);
    const int code = sqlite3_deserialize(m_handle.get(), "main", data, bytes.size(), bytes.size(),
                                         SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
    if (code != SQLITE_OK)
        return sqliteError(m_handle.get(), code);
    return {};
}

Transaction::~Transaction()
{
    if (m_open)
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

base::Result<void> Transaction::begin()
{
    auto begun = m_connection.execute("BEGIN IMMEDIATE");
    m_open = begun.ok();
    return begun;
}

base::Result<void> Transaction::commit()
{
    auto committed = m_connection.execute("COMMIT");
    m_open = m_open && !committed.ok();
    return committed;
}

} // namespace store
