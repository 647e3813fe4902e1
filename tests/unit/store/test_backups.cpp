#include "store/backups.h"
#include "unit/store/faulty_files.h"
#include "unit/store/sample.h"

#include <QFile>
#include <QTemporaryDir>

using namespace testing;

namespace
{
const QDateTime start(QDate(2026, 11, 23), QTime(14, 0));
}

TEST_CASE("a backup is listed, verified, and restored as a new file")
{
    QTemporaryDir folder;
    FaultyFiles files;
    store::Backups backups(folder.filePath(u"s"_s), files);
    const QByteArray bytes = bytesOf(sampleContents());
    const QString user = folder.filePath(u"projet.cpts"_s);
    const auto kept = backups.keep(bytes, user, u"session"_s, start);
    REQUIRE(kept.ok());
    const auto list = backups.listFor(user);
    REQUIRE(list.size() == 1);
    CHECK(list[0].at == start);
    CHECK(list[0].size == bytes.size());
    CHECK(list[0].reason == u"session");
    CHECK(list[0].name == u"projet");
    CHECK(list[0].project == sampleContents().project);
    CHECK(backups.verify(list[0]));
    CHECK(backups.listFor(folder.filePath(u"autre.cpts"_s)).empty());

    REQUIRE(backups.restore(list[0], user).ok());
    CHECK(files.read(user).value() == bytes);
    const auto again = backups.restore(list[0], user);
    CHECK(again.error().code == base::ErrorCode::Conflict);
    CHECK(backups.list(sampleContents().project).size() == 1);
}

TEST_CASE("a backup says which file it was of: copies of a project share their backups")
{
    QTemporaryDir folder;
    FaultyFiles files;
    store::Backups backups(folder.filePath(u"s"_s), files);
    const QByteArray bytes = bytesOf(sampleContents());
    REQUIRE(backups.keep(bytes, folder.filePath(u"Vallées_de Lucie.cpts"_s), u"session"_s, start).ok());
    REQUIRE(backups.keep(bytes, folder.filePath(u"Vallées.cpts"_s), u"fermeture"_s, start.addSecs(60)).ok());
    auto list = backups.list(sampleContents().project);
    REQUIRE(list.size() == 2);
    CHECK(list[0].name == u"Vallées");
    CHECK(list[0].reason == u"fermeture");
    CHECK(list[1].name == u"Vallées_de Lucie");
    CHECK(list[1].reason == u"session");
    // One of an earlier version of the program, which wrote no name.
    const QString old = QString(list[1].path).replace(u"_Vallées_de Lucie"_s, QString());
    REQUIRE(QFile::rename(list[1].path, old));
    list = backups.list(sampleContents().project);
    CHECK(list[1].name.isEmpty());
    CHECK(list[1].reason == u"session");
    CHECK(backups.verify(list[1]));
}

TEST_CASE("what does not open is not a backup")
{
    QTemporaryDir folder;
    FaultyFiles files;
    store::Backups backups(folder.filePath(u"s"_s), files);
    const QByteArray good = bytesOf(sampleContents());
    CHECK_FALSE(backups.keep(good.left(5000), u"x.cpts"_s, u"session"_s, start).ok());
    CHECK(backups.list(sampleContents().project).empty());
    const auto kept = backups.keep(good, u"x.cpts"_s, u"session"_s, start);
    REQUIRE(kept.ok());
    REQUIRE(files.write(kept.value().path, good.left(5000)).ok());
    CHECK_FALSE(backups.verify(kept.value()));
    CHECK_FALSE(backups.restore(kept.value(), folder.filePath(u"neuf.cpts"_s)).ok());
    CHECK_FALSE(QFile::exists(folder.filePath(u"neuf.cpts"_s)));
}

TEST_CASE("a disk that fails gives an error and no half backup")
{
    QTemporaryDir folder;
    FaultyFiles files;
    files.failFrom = 0;
    store::Backups backups(folder.filePath(u"s"_s), files);
    CHECK_FALSE(backups.keep(bytesOf(sampleContents()), u"x.cpts"_s, u"session"_s, start).ok());
    CHECK(backups.list(sampleContents().project).empty());
}

TEST_CASE("thinning: all of a day, one a day for a month, one a week for half a year, then one a month")
{
    std::vector<QDateTime> moments;
    for (int halfHours = 0; halfHours < 48 * 500; ++halfHours)
        moments.push_back(start.addSecs(-1800LL * halfHours));
    const auto kept = store::keptMoments(moments, start);
    CHECK(kept.front() == start);
    CHECK(std::is_sorted(kept.rbegin(), kept.rend()));
    const auto between = [&](int from, int to) {
        return std::count_if(kept.begin(), kept.end(), [&](const QDateTime &each) {
            const qint64 age = each.daysTo(start);
            return age >= from && age < to;
        });
    };
    CHECK(between(0, 1) >= 28);
    CHECK(between(2, 31) == 29);
    CHECK(between(32, 183) >= 20);
    CHECK(between(32, 183) <= 24);
    CHECK(between(184, 600) <= 12);
    CHECK(between(184, 600) >= 10);
    CHECK(store::keptMoments(kept, start) == kept);
    CHECK(store::keptMoments({}, start).empty());
}

TEST_CASE("keeping thins the files too")
{
    QTemporaryDir folder;
    FaultyFiles files;
    store::Backups backups(folder.filePath(u"s"_s), files);
    const QByteArray bytes = bytesOf(sampleContents());
    for (int hours = 100; hours >= 0; hours -= 10)
        REQUIRE(backups.keep(bytes, u"x.cpts"_s, u"session"_s, start.addSecs(-3600LL * hours)).ok());
    const auto list = backups.list(sampleContents().project);
    CHECK(list.size() < 9);
    CHECK(list.size() >= 6);
    CHECK(list.front().at == start);
}
