// Cells of a wrong type, texts of any origin, entries of the summary: what a file of a later version, or of a hand,
// could hold where ours cannot.
#include "store/file_operations.h"
#include "store/rows.h"
#include "unit/store/sample.h"

#include <QTemporaryDir>
#include <random>

using namespace testing;
using base::ErrorCode;

namespace
{

// The sample as a file of a later version whose tables take anything in their columns, changed by SQL.
QByteArray loose(const QByteArray &table, const QByteArray &sql)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"l.cpts"_s);
    REQUIRE(store::FileOperations().write(path, bytesOf(sampleContents())).ok());
    auto opened = store::Connection::openFile(path);
    REQUIRE(opened.ok());
    store::Connection &file = opened.value();
    const auto done =
        file.execute("PRAGMA user_version = 99; CREATE TABLE copie AS SELECT * FROM \"" + table + "\"; DROP TABLE \"" +
                     table + "\"; ALTER TABLE copie RENAME TO \"" + table + "\";" + sql);
    INFO(done.error().detail.toStdString());
    REQUIRE(done.ok());
    auto bytes = file.serialize();
    REQUIRE(bytes.ok());
    return bytes.value();
}

QString wordsOf(const QString &text)
{
    QString kept;
    for (const QChar each : text)
        if (each == u'a' || each == u'é' || each == QChar(0x200F))
            kept += each;
    return kept;
}

} // namespace

TEST_CASE("a text pasted with a byte order mark is saved, read again the same, and its history with it")
{
    for (const QString &pasted : {u"\uFEFFBonjour"_s, u"\uFEFF\uFEFF"_s, u"au \uFEFFmilieu"_s}) {
        store::Contents contents;
        contents.project = base::Id::fromKey(u"p"_s);
        const domain::ChangeList changes =
            store::cleaned(domain::setting(contents.projet, {u"structure"_s, {}, u"nom"_s}, pasted));
        REQUIRE(store::applyChecked(contents.projet, changes).ok());
        contents.journal.push_back({1, u"u"_s, 1, u"Nommer"_s, {}, changes, false});
        const auto opened = store::fromBytes(bytesOf(contents));
        REQUIRE(opened.ok());
        CHECK(store::logicalHash(opened.value().contents) == store::logicalHash(contents));
        CHECK(opened.value().contents.journal.size() == 1);
    }
}

TEST_CASE("a later file whose cells have another type is left to the later program, never half read")
{
    REQUIRE(store::fromBytes(loose("personne", "SELECT 1")).ok());
    const struct {
        QByteArray table;
        QByteArray sql;
    } cases[] = {
        {"personne", "UPDATE personne SET nom = NULL"},
        {"personne", "UPDATE personne SET nom = x'41'"},
        {"personne", "UPDATE personne SET id = x'41'"},
        {"personne", "UPDATE personne SET id = NULL"},
        {"personne", "UPDATE personne SET equipeProjet = NULL"},
        {"personne", "UPDATE personne SET equipeProjet = 'oui'"},
        {"personne", "UPDATE personne SET gouvernance = 2"},
        {"personne", "UPDATE personne SET gouvernance = 'non'"},
        {"commune", "UPDATE commune SET population = 12.5"},
        {"commune", "UPDATE commune SET population = x'0102'"},
        {"budget", "UPDATE budget SET prevu = '12,5'"},
        {"echeance", "UPDATE echeance SET date = 20270312"},
        {"echeance", "UPDATE echeance SET date = ''"},
        {"qpv", "UPDATE qpv SET communes = NULL"},
        {"qpv", "UPDATE qpv SET communes = 12"},
        {"identite", "UPDATE identite SET porteur = 12"},
        {"identite", "UPDATE identite SET porteur = ''"},
        {"identite", "UPDATE identite SET phase = NULL"},
        {"identite", "INSERT INTO identite SELECT * FROM identite"},
        {"personne", "INSERT INTO personne SELECT * FROM personne"},
    };
    for (const auto &each : cases) {
        INFO(each.sql.toStdString());
        const auto read = store::fromBytes(loose(each.table, each.sql));
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().code == ErrorCode::Newer);
    }
}

TEST_CASE("what is salvaged leaves out the cell of a wrong type, and keeps the record and all the others")
{
    const store::Contents sample = sampleContents();
    const struct {
        QByteArray table;
        QByteArray sql;
        int lost;
    } cases[] = {
        {"personne", "UPDATE personne SET nom = x'41' WHERE rowid = 1", 1},
        {"personne", "UPDATE personne SET nom = x'41', telephone = NULL WHERE rowid = 2", 2},
        {"commune", "UPDATE commune SET population = 'beaucoup' WHERE rowid = 1", 1},
        {"echeance", "UPDATE echeance SET date = 'demain' WHERE rowid = 3", 1},
        {"budget", "UPDATE budget SET prevu = 'beaucoup'", 3},
        {"identite", "UPDATE identite SET phase = 'inconnue'", 1},
    };
    for (const auto &each : cases) {
        INFO(each.sql.toStdString());
        const auto salvaged = store::salvage(loose(each.table, each.sql));
        REQUIRE(salvaged.ok());
        CHECK(salvaged.value().lost == each.lost);
        const domain::ChangeList changes = domain::diff(sample.projet, salvaged.value().contents.projet);
        CHECK(int(changes.size()) == each.lost);
        for (const domain::Change &change : changes) {
            INFO(change.at.toString().toStdString());
            CHECK(change.type == domain::Change::Type::Set);
            CHECK(change.at.table == QString::fromLatin1(each.table));
            CHECK(change.after == domain::table(change.at.table)->field(change.at.field)->initial);
        }
    }
}

TEST_CASE("a record of a wrong key or twice the same is left out of what is salvaged, once")
{
    const auto keyed = store::salvage(loose("commune", "UPDATE commune SET code = 'autre' WHERE rowid = 1"));
    REQUIRE(keyed.ok());
    CHECK(keyed.value().contents.projet.communes.size() == 2);
    const auto twice = store::salvage(loose("partenaire", "INSERT INTO partenaire SELECT * FROM partenaire"));
    REQUIRE(twice.ok());
    CHECK(twice.value().contents.projet.partenaires.size() == 3);
    // Nothing that refers to what was left out leads nowhere.
    const auto again = store::fromBytes(bytesOf(keyed.value().contents));
    CHECK(again.ok());
}

TEST_CASE("cleaning any text is done once, and leaves what UTF-8 and XML can hold")
{
    std::mt19937 random(8);
    const char16_t parts[] = {u'a',   u'é',   u' ',   u'\n',  u'\r',  u'\t',  0,      1,      0x1F,   0x7F,
                              0xD83D, 0xDE42, 0xDC00, 0xD800, 0xFFFE, 0xFFFF, 0xFEFF, 0x200F, 0x2028, 0xFFFD};
    for (int round = 0; round < 3000; ++round) {
        QString text;
        for (unsigned count = random() % 12; count > 0; --count)
            text += QChar(parts[random() % std::size(parts)]);
        const QString clean = store::cleanText(text);
        CHECK(store::cleanText(clean) == clean);
        CHECK(clean.size() <= text.size());
        CHECK(QString::fromUtf8(clean.toUtf8()) == clean);
        for (const QChar each : clean)
            CHECK((each >= u' ' || each == u'\n' || each == u'\t'));
        // What can be held stays, in order.
        CHECK(wordsOf(clean) == wordsOf(text));
    }
}

TEST_CASE("the départements of a project are those of its codes, whatever else is written there")
{
    const auto of = [](const QStringList &codes) {
        store::Contents contents;
        for (const QString &code : codes)
            contents.projet.communes.insert(base::Id::fromKey(u"commune:"_s + code)).code = code;
        return store::resumeOf(contents).departements;
    };
    CHECK(of({u"04039"_s, u"04006"_s, u"2A004"_s, u"2B033"_s}) == u"04, 2A, 2B");
    CHECK(of({u"97105"_s, u"97411"_s, u"01001"_s}) == u"01, 971, 974");
    CHECK(of({u""_s, u"4039"_s, u"ABCDE"_s, u"040390"_s}).isEmpty());
}

TEST_CASE("a summary written by anybody is read for what it is worth")
{
    QTemporaryDir folder;
    const auto tampered = [&folder](const QByteArray &sql) {
        const QString path = folder.filePath(u"r.cpts"_s);
        REQUIRE(store::FileOperations().write(path, bytesOf(sampleContents())).ok());
        {
            auto connection = store::Connection::openFile(path);
            REQUIRE(connection.ok());
            REQUIRE(connection.value().execute(sql).ok());
        }
        return store::readResume(path);
    };
    auto resume = tampered("UPDATE resume SET valeur = 'beaucoup' WHERE cle IN ('communes', 'population')");
    REQUIRE(resume.ok());
    CHECK(resume.value().communes == 0);
    resume = tampered("DELETE FROM resume");
    REQUIRE(resume.ok());
    CHECK(resume.value().name.isEmpty());
    CHECK_FALSE(resume.value().population);
    CHECK_FALSE(resume.value().complete);
    resume = tampered("UPDATE resume SET valeur = 'a' || char(13) || char(10) || 'b' WHERE cle = 'nom'");
    REQUIRE(resume.ok());
    CHECK(resume.value().name == u"a\nb");
    CHECK_FALSE(tampered("UPDATE resume SET valeur = printf('%.*c', 20000, 'a') WHERE cle = 'nom'").ok());
    CHECK_FALSE(tampered("UPDATE meta SET valeur = '' WHERE cle = 'projet'").ok());
    CHECK_FALSE(tampered("CREATE TABLE autre (x)").ok());
}
