#include "store/container.h"

#include "base/file.h"
#include "domain/description.h"
#include "store/migrations.h"
#include "store/protection.h"
#include "store/rows.h"

#include <map>
#include <mutex>
#include <QtEndian>

namespace store
{

using base::Error;
using base::ErrorCode;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype headerSize = 100;
const QByteArray magic("SQLite format 3\0", 16);

quint32 big32(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

qint64 pageSize(const QByteArray &bytes)
{
    const quint16 size = qFromBigEndian<quint16>(bytes.constData() + 16);
    return size == 1 ? 65536 : size;
}

Error foreign()
{
    return {
        ErrorCode::Foreign,
        u"Ce fichier n’est pas un projet d’Atelier CPTS. Il n’a pas été modifié ; choisissez un fichier « .cpts »."_s,
        {}};
}

Error damaged(const QString &detail)
{
    return {
        ErrorCode::Damaged,
        u"Ce projet est abîmé ou incomplet. Le fichier n’a pas été modifié ; ouvrez une version de secours ou récupérez ce qui peut l’être."_s,
        detail};
}

Error hostile(const QString &detail)
{
    return {
        ErrorCode::Hostile,
        u"Ce fichier contient des éléments qu’Atelier CPTS n’écrit jamais. Par prudence, il n’a pas été ouvert ; demandez un nouvel exemplaire à la personne qui vous l’a envoyé."_s,
        detail};
}

Error newer()
{
    return {
        ErrorCode::Newer,
        u"Ce projet a été enregistré avec une version plus récente d’Atelier CPTS. Il n’a pas été modifié ; mettez le programme à jour pour l’ouvrir."_s,
        {}};
}

// A fault found while reading says what to do with the file, whichever call met it.
Error whileReading(const Error &error)
{
    if (error.code == ErrorCode::Damaged || error.code == ErrorCode::Internal || error.code == ErrorCode::Unwritable)
        return damaged(error.detail);
    return error.code == ErrorCode::Hostile ? hostile(error.detail) : error;
}

// What schemaOf() says of a file of this format. Making its tables takes as long as reading a small project: once a
// program is enough.
base::Result<std::vector<QByteArray>> expectedSchema(const Format &format)
{
    static std::mutex one;                                                   // files are read by threads
    static std::map<std::vector<QByteArray>, std::vector<QByteArray>> known; // by what makes it
    const std::lock_guard lock(one);
    if (const auto found = known.find(format.schema); found != known.end())
        return found->second;
    auto reference = Connection::openMemory();
    if (!reference)
        return reference.error();
    if (auto made = createSchema(reference.value(), format); !made)
        return made.error();
    auto expected = schemaOf(reference.value());
    if (expected)
        known.emplace(format.schema, expected.value());
    return expected;
}

base::Result<void> requireSchema(Connection &connection, const Format &format)
{
    const auto found = schemaOf(connection);
    if (!found)
        return found.error();
    const auto expected = expectedSchema(format);
    if (!expected)
        return expected.error();
    if (found.value() != expected.value())
        return hostile(u"schema differs from version %1"_s.arg(format.version));
    return {};
}

// A later version may have more tables and columns, but nothing that computes, and says from which version on it can
// be read.
base::Result<void> requireReadable(Connection &connection)
{
    const auto lines = schemaOf(connection);
    if (!lines)
        return lines.error();
    for (const QByteArray &line : lines.value()) {
        const bool plainTable = line.startsWith("table|") && line.contains("|CREATE TABLE ") &&
                                !line.toUpper().contains("GENERATED") && !line.toUpper().contains(" AS ");
        if (!plainTable && !line.startsWith("index|"))
            return hostile(QString::fromUtf8(line));
    }
    const auto minimum = readEntry(connection, "meta", u"min_lecture"_s);
    if (!minimum || minimum.value().isEmpty() || minimum.value().toInt() > formatVersion)
        return newer();
    return {};
}

base::Result<Opened> readNewer(GuardedConnection &guarded)
{
    if (auto readable = requireReadable(guarded.connection()); !readable)
        return readable.error();
    if (auto whole = guarded.checkStructure(); !whole)
        return whole.error();
    guarded.allowReadingOnly();
    auto contents = readContents(guarded.connection());
    if (!contents)
        return newer();
    return Opened{std::move(contents.value()), false, true};
}

base::Result<Opened> readKnown(GuardedConnection &guarded, const Formats &formats, size_t at)
{
    Connection &connection = guarded.connection();
    if (auto known = requireSchema(connection, formats[at]); !known)
        return known.error();
    if (auto whole = guarded.checkStructure(); !whole)
        return whole.error();
    guarded.allowReadingOnly();
    if (at + 1 < formats.size()) {
        auto today = migrated(connection, formats, at);
        auto contents = today ? readContents(today.value()) : base::Result<Contents>(today.error());
        if (!contents)
            return contents.error();
        return Opened{std::move(contents.value()), true, false};
    }
    auto contents = readContents(connection);
    if (!contents)
        return contents.error();
    // Pages can hold together and a letter of a text be wrong all the same.
    const auto fingerprint = readEntry(connection, "meta", u"empreinte"_s);
    if (!fingerprint)
        return fingerprint.error();
    if (fingerprint.value().toLatin1() != factsHash(contents.value()))
        return damaged(u"fingerprint"_s);
    return Opened{std::move(contents.value()), false, false};
}

base::Result<Opened> readGuarded(GuardedConnection &guarded, int version, const Formats &formats)
{
    if (version > formats.back().version)
        return readNewer(guarded);
    if (version < formats.front().version)
        return damaged(u"version"_s);
    return readKnown(guarded, formats, static_cast<size_t>(version - formats.front().version));
}

} // namespace

base::Result<Header> readHeader(const QByteArray &bytes)
{
    const bool named = bytes.size() >= headerSize && big32(bytes, 68) == applicationId;
    if (!bytes.startsWith(magic)) {
        // Zeros instead of a file is what some disks leave after a power cut.
        const bool blank = bytes.count('\0') == bytes.size();
        return named || blank ? damaged(u"magic"_s) : foreign();
    }
    if (bytes.size() < headerSize)
        return damaged(u"cut in the header"_s);
    if (!named)
        return foreign();
    const qint64 size = pageSize(bytes);
    const bool powerOfTwo = size >= 512 && (size & (size - 1)) == 0;
    if (!powerOfTwo || big32(bytes, 56) != 1 || bytes.size() < qint64(big32(bytes, 28)) * size)
        return damaged(u"header or length"_s);
    const quint32 version = big32(bytes, 60);
    if (version == 0 || version > 10'000)
        return damaged(u"version"_s);
    return Header{static_cast<int>(version)};
}

base::Result<QByteArray> toBytes(const Contents &contents)
{
    auto opened = Connection::openMemory();
    if (!opened)
        return opened.error();
    Connection &connection = opened.value();
    if (auto set = connection.execute("PRAGMA foreign_keys = ON"); !set)
        return set.error();
    Transaction transaction(connection);
    if (auto done = transaction.begin(); !done)
        return done.error();
    if (auto done = createSchema(connection); !done)
        return done.error();
    if (auto done = writeContents(connection, contents); !done)
        return done.error();
    if (auto done = transaction.commit(); !done)
        return done.error();
    return connection.serialize();
}

base::Result<Opened> fromBytes(const QByteArray &bytes, const Formats &formats)
{
    const auto header = readHeader(bytes);
    if (!header)
        return header.error();
    if (bytes.size() > maximumFile)
        return hostile(u"size"_s);
    auto guarded = GuardedConnection::open(bytes);
    if (!guarded)
        return whileReading(guarded.error());
    auto opened = readGuarded(*guarded.value(), header.value().version, formats);
    if (!opened)
        return whileReading(opened.error());
    return opened;
}

base::Result<Resume> resumeFromBytes(const QByteArray &bytes)
{
    const auto header = readHeader(bytes);
    if (!header)
        return header.error();
    auto guarded = GuardedConnection::open(bytes, 10'000'000);
    if (!guarded)
        return whileReading(guarded.error());
    Connection &connection = guarded.value()->connection();
    const int version = header.value().version;
    auto known = version > formatVersion
                     ? requireReadable(connection)
                     : requireSchema(connection, knownFormats().at(static_cast<size_t>(version) - 1));
    if (!known)
        return whileReading(known.error());
    guarded.value()->allowReadingOnly();
    auto resume = readResumeRows(connection);
    if (!resume)
        return whileReading(resume.error());
    return resume;
}

base::Result<Resume> readResume(const QString &path)
{
    const auto bytes = base::readFile(path, maximumFile);
    return bytes ? resumeFromBytes(bytes.value()) : base::Result<Resume>(bytes.error());
}

} // namespace store
