#include "store/container.h"
#include "store/protection.h"
#include "store/rows.h"

#include <QtEndian>

namespace store
{

using base::ErrorCode;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype pageSize = 4096; // of every file we write

base::Result<Salvaged> readRemains(const QByteArray &bytes)
{
    auto guarded = GuardedConnection::open(bytes);
    if (!guarded)
        return guarded.error();
    guarded.value()->allowReadingOnly();
    Salvaged salvaged;
    auto contents = readContents(guarded.value()->connection(), Reading::Salvage, &salvaged.lost);
    if (!contents)
        return contents.error();
    salvaged.contents = std::move(contents.value());
    return salvaged;
}

base::Result<QByteArray> emptyTables()
{
    auto connection = Connection::openMemory();
    if (!connection)
        return connection.error();
    Transaction transaction(connection.value());
    if (auto done = transaction.begin(); !done)
        return done.error();
    if (auto done = createSchema(connection.value()); !done)
        return done.error();
    if (auto done = transaction.commit(); !done)
        return done.error();
    return connection.value().serialize();
}

// Our files always begin by making the same tables: a lost page of the list of tables can be that of any other file.
QByteArray withListOfTables(const QByteArray &bytes)
{
    static const auto fresh = emptyTables();
    if (!fresh)
        return {};
    QByteArray content = bytes;
    content.resize(std::max(content.size(), fresh.value().size()), '\0');
    content.resize(content.size() + (pageSize - content.size() % pageSize) % pageSize, '\0');
    for (qsizetype page = 0; page < fresh.value().size(); page += pageSize) {
        const bool empty = fresh.value().at(page + 3) == 0 && fresh.value().at(page + 4) == 0;
        if (page == 0 || !empty) // what is empty there is the first page of a table, full here
            content.replace(page, pageSize, fresh.value().mid(page, pageSize));
    }
    qToBigEndian<quint32>(static_cast<quint32>(content.size() / pageSize), content.data() + 28);
    return content;
}

bool holdsSomething(const base::Result<Salvaged> &salvaged)
{
    return salvaged && !domain::diff(domain::Projet(), salvaged.value().contents.projet).empty();
}

qsizetype amount(const base::Result<Salvaged> &salvaged)
{
    return salvaged ? static_cast<qsizetype>(domain::diff(domain::Projet(), salvaged.value().contents.projet).size())
                    : 0;
}

} // namespace

base::Result<Salvaged> salvage(const QByteArray &bytes)
{
    auto asItIs = readRemains(bytes);
    auto repaired = readRemains(withListOfTables(bytes));
    auto &best = amount(repaired) > amount(asItIs) ? repaired : asItIs;
    if (!holdsSomething(best))
        return base::Error{
            ErrorCode::Damaged,
            u"Rien n’a pu être récupéré dans ce fichier. Il n’a pas été modifié ; ouvrez une version de secours ou demandez un autre exemplaire."_s,
            best ? QString() : best.error().detail};
    best.value().contents.project = Id::create();
    best.value().contents.salvaged = true;
    return std::move(best);
}

} // namespace store
