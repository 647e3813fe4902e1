#include "store/rows.h"
#include "unit/store/sample.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

using namespace testing;
using base::ErrorCode;

namespace
{

// The sample with SQL run on it by somebody who has the sqlite3 shell.
QByteArray tampered(const QByteArray &sql)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"piege.cpts"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytesOf(sampleContents()));
    file.close();
    auto connection = store::Connection::openFile(path);
    REQUIRE(connection.ok());
    const auto done = connection.value().execute(sql);
    INFO(done.error().detail.toStdString());
    REQUIRE(done.ok());
    auto bytes = connection.value().serialize();
    REQUIRE(bytes.ok());
    return bytes.value();
}

const QByteArray unlocked = "PRAGMA writable_schema = ON; PRAGMA foreign_keys = OFF;";

} // namespace

TEST_CASE("anything in the schema that we did not write is refused, before a row is read")
{
    const auto sql = GENERATE(
        as<std::string>(), "CREATE TRIGGER t AFTER UPDATE ON personne BEGIN DELETE FROM personne; END",
        "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM journal; END",
        "CREATE VIEW v AS SELECT * FROM personne",
        "CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x FROM c",
        "DROP TABLE contact; CREATE VIEW contact AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL "
        "SELECT x+1 FROM c) SELECT x AS id, x AS code, x AS pris, x AS precision FROM c",
        "CREATE TABLE de_trop (x)", "CREATE INDEX i ON personne (nom)", "CREATE INDEX i ON personne (upper(nom))",
        "CREATE UNIQUE INDEX i ON commune (code) WHERE length(nom) > 3",
        "ALTER TABLE personne ADD COLUMN gros TEXT AS (hex(zeroblob(400000000))) VIRTUAL",
        "ALTER TABLE contact ADD COLUMN note TEXT", "DROP TABLE rubrique", "ALTER TABLE rubrique RENAME TO rubriques",
        "ANALYZE", "CREATE VIRTUAL TABLE f USING fts5(x)", "CREATE VIRTUAL TABLE r USING rtree(a,b,c)",
        "DROP TABLE rubrique; CREATE TABLE rubrique (id, code, texte)",
        "DROP TABLE rubrique; CREATE TABLE rubrique (id TEXT PRIMARY KEY, code TEXT CHECK "
        "(randomblob(900000000) IS NOT NULL), texte TEXT)",
        "CREATE TEMP TABLE x (y); CREATE TABLE sql_injection AS SELECT * FROM personne",
        "CREATE TABLE \"personne \" (x)");
    CAPTURE(sql);
    QElapsedTimer timer;
    timer.start();
    const auto opened = store::fromBytes(tampered(QByteArray::fromStdString(sql)));
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == ErrorCode::Hostile);
    CHECK(opened.error().message.contains(u"n’a pas été ouvert"_s));
    CHECK(timer.elapsed() < 15'000);
}

TEST_CASE("a schema rewritten by hand is refused")
{
    for (const QByteArray sql : {"UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'rubrique'",
                                 "UPDATE sqlite_schema SET sql = replace(sql, 'TEXT NOT NULL)', 'TEXT NOT NULL AS "
                                 "(1))') WHERE name = 'rubrique'",
                                 "UPDATE sqlite_schema SET type = 'view' WHERE name = 'rubrique'",
                                 "UPDATE sqlite_schema SET rootpage = 1 WHERE name = 'rubrique'",
                                 "UPDATE sqlite_schema SET rootpage = 900000 WHERE name = 'rubrique'",
                                 "UPDATE sqlite_schema SET sql = 'CREATE TABLE rubrique' WHERE name = 'rubrique'",
                                 "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = "
                                 "'contact') WHERE name = 'rubrique'",
                                 "DELETE FROM sqlite_schema WHERE name = 'journal'"}) {
        CAPTURE(sql.toStdString());
        const auto opened = store::fromBytes(tampered(unlocked + sql));
        REQUIRE_FALSE(opened.ok());
        CHECK((opened.error().code == ErrorCode::Hostile || opened.error().code == ErrorCode::Damaged));
    }
}

TEST_CASE("rows that our own program could not have written are refused")
{
    for (const QByteArray sql :
         {"UPDATE personne SET nom = CAST(x'41C328' AS TEXT)",       // broken UTF-8
          "UPDATE personne SET nom = CAST(x'410042' AS TEXT)",       // NUL
          "UPDATE personne SET nom = CAST(x'EDA080' AS TEXT)",       // half of a character
          "UPDATE rubrique SET texte = printf('%.*c', 600000, 'a')", // longer than a field
          "UPDATE personne SET id = upper(id)",
          "UPDATE personne SET id = 'x' WHERE rowid = 1",
          "UPDATE personne SET id = '' WHERE rowid = 1",
          "UPDATE personne SET secteur = 'inconnu'",
          "UPDATE personne SET equipeProjet = 2",
          "UPDATE personne SET gouvernance = -1",
          "UPDATE commune SET code = 'autre'",
          "UPDATE echeance SET date = '2026-02-30'",
          "UPDATE echeance SET date = 'demain'",
          "UPDATE qpv SET communes = 'pas un identifiant'",
          "UPDATE qpv SET communes = '0e8d0a5e-6fd4-4e2e-9ad5-222222222222'",
          "UPDATE identite SET porteur = '0e8d0a5e-6fd4-4e2e-9ad5-222222222222'",
          "UPDATE identite SET porteur = 'x'",
          "DELETE FROM identite",
          "INSERT INTO accompagnement VALUES ('autre', NULL, '')",
          "UPDATE structure SET id = 'x'",
          "DELETE FROM personne",
          "UPDATE meta SET valeur = 'x' WHERE cle = 'projet'",
          "DELETE FROM meta",
          "UPDATE meta SET valeur = '' WHERE cle = 'empreinte'",
          "UPDATE personne SET nom = 'un autre nom'", // the fingerprint
          "UPDATE journal SET changements = '['",
          "UPDATE journal SET changements = '[[\"=\",\"a/-/b\",1,2]]'",
          "UPDATE journal SET libelle = printf('%.*c', 5000, 'a')",
          "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c WHERE x < 25000) INSERT INTO rubrique SELECT "
          "x, x, x FROM c"}) {
        CAPTURE(sql.toStdString());
        const auto opened = store::fromBytes(tampered(unlocked + sql));
        REQUIRE_FALSE(opened.ok());
        CHECK((opened.error().code == ErrorCode::Hostile || opened.error().code == ErrorCode::Damaged));
    }
}

TEST_CASE("a value beyond the limits is refused at once")
{
    QElapsedTimer timer;
    const QByteArray bytes = tampered("UPDATE rubrique SET texte = printf('%.*c', 20000000, 'a') WHERE rowid = 1");
    timer.start();
    const auto opened = store::fromBytes(bytes);
    REQUIRE_FALSE(opened.ok());
    CHECK(timer.elapsed() < 15'000);
}

TEST_CASE("a very deep history is refused, not followed")
{
    const QByteArray deep = QByteArray(5000, '[') + QByteArray(5000, ']');
    CHECK_FALSE(store::fromBytes(tampered("UPDATE journal SET changements = '" + deep + "'")).ok());
}

TEST_CASE("a newer file is read when it allows it, never taken for ours")
{
    const QByteArray newer =
        "PRAGMA user_version = 99; ALTER TABLE contact ADD COLUMN note TEXT; CREATE TABLE nouveaute (id TEXT);";
    auto opened = store::fromBytes(tampered(newer));
    REQUIRE(opened.ok());
    CHECK(opened.value().newer);
    CHECK(domain::diff(opened.value().contents.projet, sampleContents().projet).empty());
    CHECK(store::resumeFromBytes(tampered(newer)).ok());

    for (const QByteArray more :
         {"UPDATE meta SET valeur = '99' WHERE cle = 'min_lecture'", "DELETE FROM meta WHERE cle = 'min_lecture'",
          "DROP TABLE rubrique", "UPDATE personne SET secteur = 'nouveau'"}) {
        const auto refused = store::fromBytes(tampered(newer + more));
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::Newer);
        CHECK(refused.error().message.contains(u"mettez le programme à jour"_s));
    }
    for (const QByteArray trap :
         {"CREATE VIEW v AS SELECT 1", "CREATE TRIGGER t AFTER DELETE ON nouveaute BEGIN SELECT 1; END",
          "CREATE TABLE g (a, b AS (a + 1))", "CREATE VIRTUAL TABLE f USING fts5(x)"})
        CHECK(store::fromBytes(tampered(newer + trap)).error().code == ErrorCode::Hostile);
}
