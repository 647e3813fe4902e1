// The backups over a life of the project: which are kept, what is in the folder beside, and a disk that fails.
#include "store/backups.h"
#include "unit/store/faulty_files.h"
#include "unit/store/sample.h"

#include <QDir>
#include <QTemporaryDir>
#include <random>
#include <set>

using namespace testing;
using base::ErrorCode;

namespace
{

const QDateTime now(QDate(2026, 11, 23), QTime(14, 0));

std::vector<QDateTime> randomMoments(std::mt19937 &random, int count, qint64 days)
{
    std::vector<QDateTime> moments;
    for (int each = 0; each < count; ++each)
        moments.push_back(now.addSecs(-qint64(random() % (days * 24 * 3600))));
    return moments;
}

} // namespace

TEST_CASE("whatever the moments, the newest of each period is kept, in order, and thinning twice is thinning once")
{
    std::mt19937 random(3);
    for (int round = 0; round < 40; ++round) {
        const auto moments = randomMoments(random, 1 + int(random() % 200), 1 + qint64(random() % 900));
        const auto kept = store::keptMoments(moments, now);
        REQUIRE_FALSE(kept.empty());
        CHECK(kept.front() == *std::max_element(moments.begin(), moments.end()));
        CHECK(std::is_sorted(kept.rbegin(), kept.rend()));
        CHECK(store::keptMoments(kept, now) == kept);
        const std::set<QDateTime> left(kept.begin(), kept.end());
        std::set<QDate> keptDays;
        for (const QDateTime &each : kept)
            keptDays.insert(each.date());
        for (const QDateTime &each : moments) {
            if (each.secsTo(now) < 24 * 3600)
                CHECK(left.contains(each));
            if (each.daysTo(now) <= 30) // no day of the month is without a backup that had one
                CHECK(keptDays.contains(each.date()));
        }
    }
}

TEST_CASE("a clock that was set back loses no backup of the day")
{
    const std::vector<QDateTime> future{now.addDays(40), now.addDays(2), now.addSecs(60)};
    CHECK(store::keptMoments(future, now) == future);
}

TEST_CASE("weeks are counted from Monday over the turn of a year, and a month keeps one")
{
    const QDateTime later(QDate(2027, 3, 15), QTime(12, 0));
    // Monday 28 December 2026 to Sunday 3 January 2027 are one week of two years.
    std::vector<QDateTime> week;
    for (int day = 0; day < 7; ++day)
        week.emplace_back(QDate(2026, 12, 28).addDays(day), QTime(9, 0));
    CHECK(store::keptMoments(week, later) == std::vector<QDateTime>{week.back()});
    std::vector<QDateTime> month;
    for (int day = 1; day <= 31; ++day)
        month.emplace_back(QDate(2026, 1, day), QTime(9, 0));
    CHECK(store::keptMoments(month, later) == std::vector<QDateTime>{month.back()});
}

TEST_CASE("what somebody else put in the folder is neither listed nor taken away")
{
    QTemporaryDir folder;
    store::FileOperations files;
    store::Backups backups(folder.filePath(u"s"_s), files);
    const QByteArray bytes = bytesOf(sampleContents());
    const auto kept = backups.keep(bytes, folder.filePath(u"p.cpts"_s), u"session"_s, now);
    REQUIRE(kept.ok());
    const QString place = QFileInfo(kept.value().path).absolutePath();
    const QStringList others{u"copie.cpts"_s, u"2026-11-23.cpts"_s, u"2026-13-45T00-00-00.000_x.cpts"_s, u"note.txt"_s};
    for (const QString &name : others)
        REQUIRE(files.write(place + u'/' + name, "x").ok());
    REQUIRE(QDir().mkpath(folder.filePath(u"s/pas un identifiant"_s)));
    REQUIRE(QDir().mkpath(folder.filePath(u"s/"_s + base::Id::create().toString())));
    REQUIRE(backups.keep(bytes, folder.filePath(u"p.cpts"_s), u"session"_s, now.addDays(400)).ok());
    CHECK(backups.list(sampleContents().project).size() == 2);
    CHECK(backups.listFor(folder.filePath(u"p.cpts"_s)).size() == 2);
    for (const QString &name : others)
        CHECK(files.exists(place + u'/' + name));
}

TEST_CASE("a project that was moved is found at its new place, and its backups with it")
{
    QTemporaryDir folder;
    store::FileOperations files;
    store::Backups backups(folder.filePath(u"s"_s), files);
    const QByteArray bytes = bytesOf(sampleContents());
    const QString before = folder.filePath(u"avant.cpts"_s);
    const QString after = folder.filePath(u"dossier/après.cpts"_s);
    REQUIRE(backups.keep(bytes, before, u"session"_s, now).ok());
    CHECK(backups.listFor(before).size() == 1);
    REQUIRE(backups.keep(bytes, after, u"session"_s, now.addSecs(60)).ok());
    CHECK(backups.listFor(before).empty());
    const auto list = backups.listFor(folder.filePath(u"dossier/../dossier/après.cpts"_s));
    REQUIRE(backups.listFor(after).size() == 2);
    CHECK(list.size() <= 2);
    CHECK(backups.listFor(after).front().at == now.addSecs(60));
}

TEST_CASE("two projects never mix their backups, nor thin each other's")
{
    QTemporaryDir folder;
    store::FileOperations files;
    store::Backups backups(folder.filePath(u"s"_s), files);
    store::Contents other = sampleContents();
    other.project = base::Id::fromKey(u"test:autre"_s);
    for (int day = 0; day < 3; ++day) {
        REQUIRE(backups.keep(bytesOf(sampleContents()), u"/a.cpts"_s, u"un"_s, now.addDays(-day)).ok());
        REQUIRE(backups.keep(bytesOf(other), u"/b.cpts"_s, u"deux"_s, now.addDays(-day)).ok());
    }
    for (const store::Backup &each : backups.list(other.project)) {
        CHECK(each.reason == u"deux");
        CHECK(each.of == u"/b.cpts");
    }
    CHECK(backups.list(other.project).size() == 3);
    CHECK(backups.list(sampleContents().project).size() == 3);
    CHECK(backups.list(base::Id::create()).empty());
}

TEST_CASE("every operation of a disk failing in turn leaves only backups that open")
{
    const QByteArray bytes = bytesOf(sampleContents());
    int failures = 0;
    using Leaves = FaultyFiles::Leaves;
    const std::pair<int, Leaves> faults[]{{0, Leaves::Half}, {0, Leaves::Whole}, {0, Leaves::Nothing},
                                          {1, Leaves::Half}, {2, Leaves::Half},  {3, Leaves::Half}};
    for (const auto &[fault, leaves] : faults) {
        QTemporaryDir folder;
        FaultyFiles files;
        store::Backups backups(folder.filePath(u"s"_s), files);
        REQUIRE(backups.keep(bytes, u"/a.cpts"_s, u"avant"_s, now.addDays(-1)).ok());
        files.failFrom = files.operations + fault;
        files.failUntil = files.failFrom + 1;
        files.leaves = leaves;
        const auto kept = backups.keep(bytes, u"/a.cpts"_s, u"apres"_s, now);
        failures += kept.ok() ? 0 : 1;
        const auto list = backups.list(sampleContents().project);
        INFO(fault);
        CHECK(list.size() == (kept ? 2 : 1));
        for (const store::Backup &each : list)
            CHECK(backups.verify(each));
    }
    CHECK(failures >= 4);
}

TEST_CASE("a backup that reads back otherwise is no backup")
{
    QTemporaryDir folder;
    FaultyFiles files;
    store::Backups backups(folder.filePath(u"s"_s), files);
    files.readFailFrom = files.reads;
    const auto kept = backups.keep(bytesOf(sampleContents()), u"/a.cpts"_s, u"session"_s, now);
    REQUIRE_FALSE(kept.ok());
    CHECK(kept.error().code == ErrorCode::Unwritable);
    CHECK(kept.error().message.contains(u"Votre fichier n’a pas été modifié"_s));
    files.readFailFrom = std::numeric_limits<int>::max();
    CHECK(backups.list(sampleContents().project).empty());
}

TEST_CASE("restoring where it can't be leaves nothing, and the backup stays")
{
    QTemporaryDir folder;
    FaultyFiles files;
    store::Backups backups(folder.filePath(u"s"_s), files);
    const auto kept = backups.keep(bytesOf(sampleContents()), u"/a.cpts"_s, u"session"_s, now);
    REQUIRE(kept.ok());
    const auto nowhere = backups.restore(kept.value(), folder.filePath(u"absent/neuf.cpts"_s));
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.error().code == ErrorCode::NotFound);
    files.failFrom = files.operations;
    CHECK_FALSE(backups.restore(kept.value(), folder.filePath(u"neuf.cpts"_s)).ok());
    CHECK_FALSE(QFile::exists(folder.filePath(u"neuf.cpts"_s)));
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    CHECK(backups.verify(kept.value()));
    REQUIRE(QFile::remove(kept.value().path));
    CHECK_FALSE(backups.verify(kept.value()));
    CHECK(backups.restore(kept.value(), folder.filePath(u"neuf.cpts"_s)).error().code == ErrorCode::NotFound);
}
