#include "store/rows.h"

#include <map>

namespace store
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Under the length that a guarded connection allows for one value.
constexpr qsizetype partSize = 4 * 1024 * 1024;

// One row more, in order: false when it is not what we write.
bool takePart(const Statement &statement, std::map<QString, QByteArray> &parts)
{
    if (statement.type(0) != SQLITE_TEXT || statement.type(2) != SQLITE_BLOB)
        return false;
    const QByteArray name = statement.bytes(0);
    if (name.size() != 64 || statement.integer(1) < 0)
        return false;
    QByteArray &octets = parts[QString::fromLatin1(name)];
    const QByteArray part = statement.bytes(2);
    if (octets.size() != statement.integer(1) * partSize || octets.size() + part.size() > domain::maximumPiece)
        return false;
    octets += part;
    return true;
}

} // namespace

base::Result<void> writeContenu(Connection &connection, const QByteArray &octets)
{
    const QString empreinte = domain::Contenus::empreinteDe(octets);
    const auto statement = connection.prepare("INSERT OR REPLACE INTO \"contenu\" VALUES (?,?,?)");
    if (!statement)
        return statement.error();
    qint64 number = 0;
    for (qsizetype at = 0; at < octets.size() || number == 0; at += partSize) {
        statement.value()->bindText(1, empreinte);
        statement.value()->bindInteger(2, number++);
        statement.value()->bindBlob(3, octets.mid(at, partSize));
        if (auto done = statement.value()->run(); !done)
            return done;
    }
    return {};
}

base::Result<domain::Contenus> readContenus(Connection &connection, int *lost)
{
    const auto prepared =
        connection.prepare(R"(SELECT "empreinte","partie","octets" FROM "contenu" ORDER BY "empreinte","partie")");
    if (!prepared)
        return prepared.error();
    std::map<QString, QByteArray> parts;
    base::Result<bool> row(true);
    bool whole = true;
    for (row = prepared.value()->step(); row && row.value(); row = prepared.value()->step())
        whole = takePart(*prepared.value(), parts) && whole;
    prepared.value()->reset();
    domain::Contenus contenus;
    for (const auto &[empreinte, octets] : parts) {
        const bool right = domain::Contenus::empreinteDe(octets) == empreinte;
        whole = whole && right;
        if (right)
            contenus.add(octets);
    }
    if (row && whole)
        return contenus;
    *lost += static_cast<int>(parts.size()) + 1;
    return contenus;
}

} // namespace store
