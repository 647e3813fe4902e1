#include "store/migrations.h"

namespace store
{

using base::Result;

namespace
{

Result<std::vector<QByteArray>> tableNames(Connection &connection)
{
    const auto prepared = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
    if (!prepared)
        return prepared.error();
    std::vector<QByteArray> names;
    for (;;) {
        const auto row = prepared.value()->step();
        if (!row)
            return row.error();
        if (!row.value())
            break;
        names.push_back(prepared.value()->bytes(0));
    }
    prepared.value()->reset();
    return names;
}

Result<void> copyTable(Connection &source, Connection &target, const QByteArray &name)
{
    const auto reading = source.prepare("SELECT * FROM \"" + name + '"');
    if (!reading)
        return reading.error();
    QByteArray sql = "INSERT INTO \"" + name + "\" VALUES (?";
    for (int column = 1; column < reading.value()->columns(); ++column)
        sql += ",?";
    const auto writing = target.prepare(sql + ')');
    if (!writing)
        return writing.error();
    for (;;) {
        const auto row = reading.value()->step();
        if (!row)
            return row.error();
        if (!row.value())
            break;
        writing.value()->bindRow(*reading.value());
        if (auto done = writing.value()->run(); !done)
            return done;
    }
    reading.value()->reset();
    return {};
}

Result<void> copyEverything(Connection &source, Connection &target, const Format &format)
{
    Transaction transaction(target);
    if (auto done = transaction.begin(); !done)
        return done;
    if (auto done = createSchema(target, format); !done)
        return done;
    const auto names = tableNames(target);
    if (!names)
        return names.error();
    for (const QByteArray &name : names.value())
        if (auto done = copyTable(source, target, name); !done)
            return done;
    return transaction.commit();
}

Result<void> stepTo(Connection &connection, const Format &format)
{
    Transaction transaction(connection);
    if (auto done = transaction.begin(); !done)
        return done;
    for (const QByteArray &statement : format.fromPrevious)
        if (auto done = connection.execute(statement); !done)
            return done;
    if (auto done = connection.execute("PRAGMA user_version = " + QByteArray::number(format.version)); !done)
        return done;
    return transaction.commit();
}

} // namespace

Result<Connection> migrated(Connection &source, const Formats &formats, size_t from)
{
    auto target = Connection::openMemory();
    if (!target)
        return target;
    if (auto done = copyEverything(source, target.value(), formats[from]); !done)
        return done.error();
    for (size_t at = from + 1; at < formats.size(); ++at)
        if (auto done = stepTo(target.value(), formats[at]); !done)
            return done.error();
    return target;
}

} // namespace store
