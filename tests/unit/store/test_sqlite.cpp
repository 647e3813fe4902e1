#include "store/protection.h"
#include "unit/store/sample.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace testing;
using base::ErrorCode;
using store::Connection;

namespace
{

Connection memory(const QByteArray &sql)
{
    auto connection = Connection::openMemory();
    REQUIRE(connection.ok());
    REQUIRE(connection.value().execute(sql).ok());
    return std::move(connection.value());
}

} // namespace

TEST_CASE("values go in and come back")
{
    Connection connection = memory("CREATE TABLE t (a, b, c, d)");
    const auto insert = connection.prepare("INSERT INTO t VALUES (?,?,?,?)");
    REQUIRE(insert.ok());
    insert.value()->bindText(1, u"« œuvre » 𝒜"_s);
    insert.value()->bindInteger(2, -9'000'000'000'000LL);
    insert.value()->bindReal(3, 0.125);
    insert.value()->bindNull(4);
    REQUIRE(insert.value()->run().ok());
    const auto select = connection.prepare("SELECT a, b, c, d FROM t");
    REQUIRE(select.ok());
    REQUIRE(select.value()->step().value());
    CHECK(select.value()->columns() == 4);
    CHECK(select.value()->text(0) == u"« œuvre » 𝒜");
    CHECK(select.value()->integer(1) == -9'000'000'000'000LL);
    CHECK(select.value()->real(2) == 0.125);
    CHECK(select.value()->type(3) == SQLITE_NULL);
    CHECK_FALSE(select.value()->step().value());
}

TEST_CASE("a statement kept prepared comes back empty of what it was bound to")
{
    Connection connection = memory("CREATE TABLE t (a)");
    for (const bool bound : {true, false}) {
        const auto insert = connection.prepare("INSERT INTO t VALUES (?)");
        REQUIRE(insert.ok());
        if (bound)
            insert.value()->bindText(1, u"x"_s);
        REQUIRE(insert.value()->run().ok());
    }
    CHECK(connection.scalar("SELECT count(*) FROM t WHERE a IS NULL").value() == u"1");
    CHECK(connection.prepare("SELECT 1").value() == connection.prepare("SELECT 1").value());
    CHECK(connection.scalar("SELECT a FROM t WHERE a = 'absent'").value().isEmpty());
}

TEST_CASE("a transaction not committed never was")
{
    Connection connection = memory("CREATE TABLE t (a)");
    {
        store::Transaction transaction(connection);
        REQUIRE(transaction.begin().ok());
        REQUIRE(connection.execute("INSERT INTO t VALUES (1)").ok());
    }
    CHECK(connection.scalar("SELECT count(*) FROM t").value() == u"0");
    store::Transaction transaction(connection);
    REQUIRE(transaction.begin().ok());
    CHECK_FALSE(store::Transaction(connection).begin().ok()); // not one inside another
    REQUIRE(connection.execute("INSERT INTO t VALUES (1)").ok());
    REQUIRE(transaction.commit().ok());
    CHECK(connection.scalar("SELECT count(*) FROM t").value() == u"1");
}

TEST_CASE("faults come with a code to act on, a French sentence and the detail for the log")
{
    Connection connection = memory("CREATE TABLE t (a)");
    const auto wrong = connection.execute("INSERT INTO absente VALUES (1)");
    REQUIRE_FALSE(wrong.ok());
    CHECK(wrong.error().code == ErrorCode::Internal);
    CHECK(wrong.error().detail.contains(u"absente"_s));
    CHECK_FALSE(wrong.error().message.contains(u"sqlite"_s, Qt::CaseInsensitive));
    CHECK_FALSE(connection.prepare("n'importe quoi").ok());
    CHECK_FALSE(connection.scalar("SELECT nulle FROM part").ok());
    const std::pair<int, ErrorCode> codes[] = {{SQLITE_FULL, ErrorCode::DiskFull},
                                               {SQLITE_CORRUPT_INDEX, ErrorCode::Damaged},
                                               {SQLITE_NOTADB, ErrorCode::Damaged},
                                               {SQLITE_TOOBIG, ErrorCode::Hostile},
                                               {SQLITE_INTERRUPT, ErrorCode::Hostile},
                                               {SQLITE_IOERR_FSYNC, ErrorCode::Unwritable},
                                               {SQLITE_READONLY_DIRECTORY, ErrorCode::Unwritable},
                                               {SQLITE_MISUSE, ErrorCode::Internal}};
    for (const auto &[code, meaning] : codes) {
        const base::Error error = store::sqliteError(nullptr, code);
        CHECK(error.code == meaning);
        CHECK(error.message.endsWith(u'.'));
    }
    QTemporaryDir folder;
    CHECK(Connection::openFile(folder.filePath(u"absent/x.db"_s)).error().code == ErrorCode::Unwritable);
    CHECK_FALSE(Connection::openFile(folder.filePath(u"x.db"_s), "couche inconnue").ok());
}

TEST_CASE("bytes of a database make the same database")
{
    Connection connection = memory("CREATE TABLE t (a); INSERT INTO t VALUES (42)");
    const auto bytes = connection.serialize();
    REQUIRE(bytes.ok());
    auto other = Connection::openMemory();
    REQUIRE(other.value().deserialize(bytes.value()).ok());
    CHECK(other.value().scalar("SELECT a FROM t").value() == u"42");
    CHECK_FALSE(other.value().execute("INSERT INTO t VALUES (1)").ok()); // read-only
}

TEST_CASE("a guarded connection reads tables and does nothing else")
{
    const QByteArray bytes = bytesOf(sampleContents());
    auto guarded = store::GuardedConnection::open(bytes);
    REQUIRE(guarded.ok());
    Connection &connection = guarded.value()->connection();
    REQUIRE(guarded.value()->checkStructure().ok());
    for (const QByteArray sql : {"INSERT INTO meta VALUES ('x', 'y')", "CREATE TABLE x (y)", "DELETE FROM personne",
                                 "ATTACH '/tmp/x.db' AS x", "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema"})
        CHECK_FALSE(connection.execute(sql).ok());
    guarded.value()->allowReadingOnly();
    CHECK(connection.scalar("SELECT valeur FROM meta WHERE cle = 'projet'").ok());
    for (const QByteArray sql :
         {"SELECT count(*) FROM meta", "SELECT hex(zeroblob(1000))", "SELECT load_extension('x')",
          "PRAGMA user_version", "PRAGMA query_only = OFF", "BEGIN", "SELECT readfile('/etc/passwd')"})
        CHECK_FALSE(connection.scalar(sql).ok());
}

TEST_CASE("an endless question is stopped")
{
    auto guarded = store::GuardedConnection::open(bytesOf(sampleContents()), 1'000'000);
    REQUIRE(guarded.ok());
    QElapsedTimer timer;
    timer.start();
    const auto endless = guarded.value()->connection().scalar(
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c");
    REQUIRE_FALSE(endless.ok());
    CHECK(endless.error().code == ErrorCode::Hostile);
    CHECK(timer.elapsed() < 15'000);
}

TEST_CASE("pages that do not hold together are found")
{
    QByteArray bytes = bytesOf(sampleContents());
    bytes.replace(4096 * 5, 200, QByteArray(200, '\x77'));
    auto guarded = store::GuardedConnection::open(bytes);
    REQUIRE(guarded.ok());
    CHECK(guarded.value()->checkStructure().error().code == ErrorCode::Damaged);
}
