#include "store/rows.h"
#include "unit/store/sample.h"

#include <QElapsedTimer>
#include <random>

using namespace testing;
using base::ErrorCode;

namespace
{

ErrorCode refusal(const QByteArray &bytes)
{
    const auto opened = store::fromBytes(bytes);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().message.contains(u"pas été"_s)); // says that nothing was changed
    return opened.error().code;
}

QByteArray with(QByteArray bytes, qsizetype at, const QByteArray &patch)
{
    return bytes.replace(at, patch.size(), patch);
}

} // namespace

TEST_CASE("what is written is read again, every field of every table")
{
    const store::Contents contents = sampleContents();
    const auto opened = store::fromBytes(bytesOf(contents));
    INFO((opened ? QString() : opened.error().detail).toStdString());
    REQUIRE(opened.ok());
    const store::Contents &again = opened.value().contents;
    CHECK(domain::diff(contents.projet, again.projet).empty());
    CHECK(store::logicalHash(again) == store::logicalHash(contents));
    CHECK(again.project == contents.project);
    CHECK(again.publishedBy == contents.publishedBy);
    CHECK(again.copy == contents.copy);
    CHECK(again.publishedAt == contents.publishedAt);
    CHECK(again.complete == contents.complete);
    REQUIRE(again.journal.size() == 1);
    CHECK(again.journal[0].label == u"Modifier le nom");
    CHECK(again.journal[0].changes == contents.journal[0].changes);
    CHECK_FALSE(opened.value().migrated);
    CHECK_FALSE(opened.value().newer);
}

TEST_CASE("an empty project is a project")
{
    store::Contents contents;
    contents.project = base::Id::create();
    const auto opened = store::fromBytes(bytesOf(contents));
    REQUIRE(opened.ok());
    CHECK(domain::diff({}, opened.value().contents.projet).empty());
}

TEST_CASE("the same contents give the same bytes")
{
    CHECK(bytesOf(sampleContents()) == bytesOf(sampleContents()));
}

TEST_CASE("a published file needs no side file and says who it is")
{
    const QByteArray bytes = bytesOf(sampleContents());
    CHECK(bytes.startsWith(QByteArray("SQLite format 3\0", 16)));
    CHECK(bytes[18] == 1); // rollback journal, not WAL
    CHECK(bytes[19] == 1);
    CHECK(bytes.mid(68, 4) == "ACPT");
    CHECK(bytes.mid(60, 4) == QByteArray("\0\0\0", 3) + char(store::formatVersion));
}

TEST_CASE("a file left in WAL mode by another tool opens")
{
    CHECK(store::fromBytes(with(bytesOf(sampleContents()), 18, QByteArray("\2\2", 2))).ok());
}

TEST_CASE("headers that are not ours, or not whole")
{
    const QByteArray good = bytesOf(sampleContents());
    CHECK(refusal({}) == ErrorCode::Damaged);
    CHECK(refusal("MZ executable renamed .cpts") == ErrorCode::Foreign);
    CHECK(refusal(QByteArray(5000, 'x')) == ErrorCode::Foreign);
    CHECK(refusal(QByteArray("PK\3\4") + QByteArray(200, '\0')) == ErrorCode::Foreign);
    CHECK(refusal(with(good, 68, "GPKG")) == ErrorCode::Foreign);
    CHECK(refusal(with(good, 0, QByteArray(16, '\0'))) == ErrorCode::Damaged);
    CHECK(refusal(with(good, 60, QByteArray(4, '\0'))) == ErrorCode::Damaged);
    CHECK(refusal(with(good, 60, QByteArray("\x7F\0\0\1", 4))) == ErrorCode::Damaged);
    CHECK(refusal(with(good, 16, QByteArray("\0\3", 2))) == ErrorCode::Damaged);
    CHECK(refusal(with(good, 56, QByteArray("\0\0\0\2", 4))) == ErrorCode::Damaged);
    CHECK(refusal(good.left(40)) == ErrorCode::Damaged);
    CHECK(refusal(good.left(good.size() / 2)) == ErrorCode::Damaged);
    CHECK(refusal(good.left(good.size() - 1)) == ErrorCode::Damaged);
}

// ATELIER_DEGATS=10000 for the long run, from ATELIER_GRAINE.
TEST_CASE("truncated, flipped and zeroed at random: never a crash, a hang or a project silently changed")
{
    const store::Contents contents = sampleContents();
    const QByteArray good = bytesOf(contents);
    const QByteArray hash = store::factsHash(contents);
    const auto setting = [](const char *name, int otherwise) {
        bool given = false;
        const int chosen = qEnvironmentVariableIntValue(name, &given);
        return given ? chosen : otherwise;
    };
    const int rounds = setting("ATELIER_DEGATS", 700);
    std::mt19937 random(static_cast<unsigned>(setting("ATELIER_GRAINE", 20261123)));
    const auto below = [&](qsizetype bound) { return std::uniform_int_distribution<qsizetype>(0, bound - 1)(random); };
    QElapsedTimer timer;
    int opened = 0;
    for (int round = 0; round < rounds; ++round) {
        QByteArray bad = good;
        if (round % 3 == 0)
            bad.truncate(below(good.size()));
        else if (round % 3 == 1)
            for (qsizetype count = 1 + below(8); count > 0; --count)
                bad[below(bad.size())] = static_cast<char>(below(256));
        else {
            const qsizetype from = below(bad.size());
            const qsizetype length = std::min<qsizetype>(bad.size() - from, 1 + below(3000));
            bad.replace(from, length, QByteArray(length, '\0'));
        }
        timer.start();
        const auto result = store::fromBytes(bad);
        static_cast<void>(store::resumeFromBytes(bad));
        static_cast<void>(store::salvage(bad));
        CHECK(timer.elapsed() < 15'000);
        if (!result)
            continue;
        // Unused bytes and the history may change without consequence; the facts may not.
        ++opened;
        if (store::factsHash(result.value().contents) != hash)
            FAIL("opened with other facts, round " << round);
    }
    CHECK(opened > 0);
    CHECK(opened < rounds / 2 + 50);
}

TEST_CASE("a history that does not lead to the present is cut, the facts stay")
{
    store::Contents contents = sampleContents();
    store::JournalRow wrong = contents.journal[0];
    wrong.sequence = 2;
    wrong.changes = {{domain::Change::Type::Set, {u"structure"_s, {}, u"nom"_s}, u"x"_s, u"pas la valeur"_s}};
    contents.journal.push_back(wrong);
    auto opened = store::fromBytes(bytesOf(contents));
    REQUIRE(opened.ok());
    CHECK(opened.value().contents.journal.empty());
    CHECK(domain::diff(contents.projet, opened.value().contents.projet).empty());

    // A step that would bring back a reference to nobody is not replayable either.
    contents = sampleContents();
    const domain::Value porteur = contents.projet.identite.porteur;
    contents.journal = {{1,
                         u"u"_s,
                         1,
                         u"?"_s,
                         {},
                         {{domain::Change::Type::Set, {u"identite"_s, {}, u"porteur"_s}, base::Id::create(), porteur}},
                         false}};
    opened = store::fromBytes(bytesOf(contents));
    REQUIRE(opened.ok());
    CHECK(opened.value().contents.journal.empty());
}

TEST_CASE("the tables of a file are compared with those of its own version, whichever was read before")
{
    const QByteArray good = bytesOf(sampleContents());
    for (int round = 0; round < 2; ++round) {
        CHECK(store::fromBytes(good).ok());
        for (const char version : {1, 2})
            CHECK(refusal(with(good, 63, QByteArray(1, version))) == ErrorCode::Hostile);
        store::Formats same = store::knownFormats();
        same[1].schema = same[2].schema; // another program: its version 2 has these tables
        CHECK(store::fromBytes(with(good, 63, QByteArray(1, 2)), {same[0], same[1]}).ok());
    }
}

TEST_CASE("the summary is read without the project")
{
    store::Contents contents = sampleContents();
    contents.projet.identite.nom = u"CPTS des Vallées"_s;
    contents.projet.population.valeur = 25'310;
    for (const QString &code : {u"04039"_s, u"05061"_s, u"97411"_s})
        contents.projet.communes.insert(base::Id::fromKey(u"commune:"_s + code)).code = code;
    const auto resume = store::resumeFromBytes(bytesOf(contents));
    REQUIRE(resume.ok());
    CHECK(resume.value().name == u"CPTS des Vallées");
    CHECK(resume.value().project == contents.project);
    CHECK(resume.value().communes == 6);
    CHECK(resume.value().departements == u"04, 05, 974");
    CHECK(resume.value().population == 25'310);
    CHECK(resume.value().complete == 62);
    CHECK(resume.value().createdOn == QDate(2027, 3, 12));
    CHECK(resume.value().publishedBy == contents.publishedBy);
    CHECK_FALSE(resume.value().salvaged);
    CHECK_FALSE(store::resumeFromBytes("rien").ok());
    CHECK(store::readResume(u"/nulle/part.cpts"_s).error().code == ErrorCode::NotFound);
}

TEST_CASE("texts are cleaned of what no document can hold, and only of that")
{
    const QString good = u"« Œuvre » d’été\n\tà 50 % 𝒜"_s;
    CHECK(store::cleanText(good) == good);
    CHECK(store::cleanText(u"a\r\nb\rc"_s) == u"a\nb\nc");
    CHECK(store::cleanText(QString(QChar(0)) + u'x' + QChar(0xDC00) + QChar(0xFFFF)) == u"x\uFFFD"_s);
    CHECK(store::cleanText(QString(QChar(0xD835))) == u"\uFFFD"_s);
}
