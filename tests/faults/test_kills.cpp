#include "store/container.h"
#include "store/working_copy.h"
#include "unit/dossier/bench.h"
#include "unit/dossier/random_edits.h"

#include <csignal>
#include <ctime>
#include <iostream>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>
#include <QThread>
#include <random>

using namespace testing;

namespace
{

constexpr qint64 lastSecond = 1'000'000; // microseconds

struct Told {
    qint64 at;
    QByteArray hash;
};

qint64 microseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000;
}

QByteArray hashOf(const domain::Projet &projet)
{
    return QCryptographicHash::hash(factsOf(projet), QCryptographicHash::Sha256).toHex();
}

// Starts the child on the file, kills it after a random while, gives what it told and when it died.
struct Death {
    std::vector<Told> told;
    qint64 at = 0;
    bool closedByItself = false;
    int code = 0;
};
Death runAndKill(const Bench &bench, quint32 seed, int milliseconds)
{
    QProcess child;
    child.start(QStringLiteral(FAULTS_CHILD), {bench.file(), bench.data(), QString::number(seed)});
    REQUIRE(child.waitForStarted());
    Death death;
    death.closedByItself = child.waitForFinished(milliseconds);
    death.at = microseconds();
    if (!death.closedByItself) {
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        child.waitForFinished();
    }
    death.code = child.exitStatus() == QProcess::NormalExit ? child.exitCode() : 0;
    for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() == 2 && parts[1].size() == 64)
            death.told.push_back({parts[0].toLongLong(), parts[1]});
    }
    return death;
}

// How long before the end the first edit that was told and is not there had been made; 0 when nothing is lost. A state
// never told is one made in the very last instant: the child was killed before it could tell it.
qint64 lost(const Death &death, const QByteArray &found)
{
    auto reached = death.told.end();
    for (auto each = death.told.begin(); each != death.told.end(); ++each)
        if (each->hash == found)
            reached = each;
    if (reached == death.told.end() || ++reached == death.told.end())
        return 0;
    return std::max<qint64>(1, death.at - reached->at);
}

int kills()
{
    bool given = false;
    const int chosen = qEnvironmentVariableIntValue("ATELIER_MORTS", &given);
    return given ? chosen : 60;
}

} // namespace

TEST_CASE("killed at any moment: the file is whole, the project opens, a second of typing at most is lost")
{
    Bench bench;
    std::mt19937 random(std::random_device{}());
    QByteArray state = hashOf(bench.create()->projet());
    QElapsedTimer timer;
    timer.start();
    int killed = 0;
    int recovered = 0;
    int closed = 0;
    qint64 edits = 0;
    qint64 longestLoss = 0;
    for (quint32 round = 0; killed < kills(); ++round) {
        // Most sessions are short, to meet openings and closings; one in six is long enough to lose a second.
        const int milliseconds = round % 6 == 5 ? std::uniform_int_distribution<int>(1200, 2400)(random)
                                                : std::uniform_int_distribution<int>(15, 400)(random);
        CAPTURE(round, milliseconds);
        const Death death = runAndKill(bench, round + static_cast<quint32>(random()), milliseconds);
        REQUIRE(death.code == 0);
        killed += death.closedByItself ? 0 : 1;
        closed += death.closedByItself ? 1 : 0;
        edits += static_cast<qint64>(death.told.size());

        // The user's file as it lies there: the old version or the new, whole.
        const auto bytes = store::FileOperations().read(bench.file());
        REQUIRE(bytes.ok());
        const auto whole = store::fromBytes(bytes.value());
        INFO((whole ? QString() : whole.error().detail).toStdString());
        REQUIRE(whole.ok());

        auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
        INFO((opened ? QString() : opened.error().message + opened.error().detail).toStdString());
        REQUIRE(opened.ok());
        REQUIRE_FALSE(opened.value()->isReadOnly());
        CHECK(opened.value()->opening().merge.conflicts.empty());
        recovered += opened.value()->opening().recovered ? 1 : 0;
        const QByteArray found = hashOf(opened.value()->projet());
        const qint64 loss = lost(death, found);
        CHECK(loss < lastSecond);
        longestLoss = std::max(longestLoss, loss);
        if (death.told.empty())
            CHECK(found == state);
        if (death.closedByItself && !death.told.empty())
            CHECK(found == death.told.back().hash);
        state = found;
        REQUIRE(opened.value()->publishNow().ok());
        opened.value().reset();
        CHECK(hashOf(store::fromBytes(store::FileOperations().read(bench.file()).value()).value().contents.projet) ==
              state);
        CHECK(QDir(bench.data() + u"/illisibles"_s).isEmpty());
    }
    std::cout << killed << " kills, " << closed << " closings, " << recovered << " recoveries, " << edits
              << " edits told, longest loss " << longestLoss / 1000 << " ms, " << timer.elapsed() / 1000 << " s\n";
}
