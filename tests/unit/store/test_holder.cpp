#include "store/holder.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

const QDateTime now(QDate(2026, 11, 23), QTime(14, 32));

void leaveNote(const QString &folder, const QStringList &lines)
{
    QFile file(folder + u"/.~p.cpts.ouvert"_s);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(lines.join(u'\n').toUtf8());
}

QString utc(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODate);
}

} // namespace

TEST_CASE("one project, one holder at a time")
{
    QTemporaryDir folder;
    auto first = store::ProjectLock::take(folder.path());
    REQUIRE(first.lock);
    const auto second = store::ProjectLock::take(folder.path());
    CHECK_FALSE(second.lock);
    REQUIRE(second.holder);
    CHECK(second.holder->sameComputer);
    CHECK(second.holder->since.isValid());
    first.lock.reset();
    CHECK(store::ProjectLock::take(folder.path()).lock);
}

TEST_CASE("the lock of a dead process is nobody's")
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"verrou"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("999999999\natelier-cpts\n" + QSysInfo::machineHostName().toUtf8() + '\n');
    file.close();
    CHECK(store::ProjectLock::take(folder.path()).lock);

    // Died between making the lock and signing it.
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.close();
    CHECK(store::ProjectLock::take(folder.path()).lock);
}

TEST_CASE("the note tells other computers, and goes with us")
{
    QTemporaryDir folder;
    const auto files = std::make_shared<store::FileOperations>();
    const QString user = folder.filePath(u"p.cpts"_s);
    {
        store::Presence presence(user, files);
        presence.refresh(now);
        CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
        // Our own is not "somebody else".
        CHECK_FALSE(store::Presence::other(user, now, *files));
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

TEST_CASE("somebody else's note counts while it shows signs of life")
{
    QTemporaryDir folder;
    const auto files = std::make_shared<store::FileOperations>();
    const QString user = folder.filePath(u"p.cpts"_s);
    const QStringList note{u"martin"_s, u"poste-2"_s, u"12"_s, utc(now.addSecs(-3600)), utc(now.addSecs(-60))};
    leaveNote(folder.path(), note);
    const auto holder = store::Presence::other(user, now, *files);
    REQUIRE(holder);
    CHECK(holder->who == u"martin (poste-2)");
    CHECK(holder->since == now.addSecs(-3600));
    CHECK_FALSE(holder->sameComputer);
    CHECK_FALSE(store::Presence::other(user, now.addSecs(600), *files));

    SECTION("ours does not erase theirs")
    {
        {
            store::Presence mine(user, files);
            mine.refresh(now);
            leaveNote(folder.path(), note);
        }
        CHECK(store::Presence::other(user, now, *files));
    }
    SECTION("another login of this computer, gone")
    {
        leaveNote(folder.path(), {u"autre-compte"_s, QSysInfo::machineHostName(), u"999999999"_s, utc(now), utc(now)});
        CHECK_FALSE(store::Presence::other(user, now, *files));
    }
    SECTION("anything else is no note")
    {
        leaveNote(folder.path(), {u"n’importe quoi"_s});
        CHECK_FALSE(store::Presence::other(user, now, *files));
        leaveNote(folder.path(), {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
        CHECK_FALSE(store::Presence::other(user, now, *files));
    }
}
