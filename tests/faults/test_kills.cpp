#include "faults/child/telling.h"
#include "store/container.h"
#include "unit/dossier/bench.h"

#include <csignal>
#include <iostream>
#include <QElapsedTimer>
#include <QProcess>
#include <random>

using namespace testing;
using faults::hashOf;

namespace
{

constexpr qint64 lastSecond = 1'000'000; // microseconds

struct Told {
    qint64 at;
    QByteArray hash;
};

// Starts the child on the file, kills it after a random while, gives what it told and when it died.
struct Death {
    std::vector<Told> told;
    QByteArray underWay; // the hash its last act leads to, "undo" or "redo"; empty when it had told where that led
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
    death.at = faults::microseconds();
    if (!death.closedByItself) {
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
        child.waitForFinished();
    }
    death.code = child.exitStatus() == QProcess::NormalExit ? child.exitCode() : 0;
    for (const QByteArray &line : child.readAllStandardOutput().split('\n')) {
        const QList<QByteArray> parts = line.split(' ');
        if (parts.size() != 3)
            continue;
        if (parts[1] == "at")
            death.told.push_back({parts[0].toLongLong(), parts[2]});
        death.underWay = parts[1] == "to" ? parts[2] : QByteArray();
    }
    return death;
}

// How long before the end the first edit that was told and is not there had been made; 0 when nothing is lost, nothing
// for a state that was never told.
std::optional<qint64> lost(const Death &death, const QByteArray &found)
{
    auto reached = death.told.end();
    for (auto each = death.told.begin(); each != death.told.end(); ++each)
        if (each->hash == found)
            reached = each;
    if (reached == death.told.end())
        return {};
    return ++reached == death.told.end() ? 0 : std::max<qint64>(1, death.at - reached->at);
}

// Whether the project is what the act under way led to, from the last state told: nothing else may be there that was
// never told. One step back (or forth) from where an undo (or a redo) led, there is that state again.
bool wasUnderWay(const Death &death, Dossier &opened)
{
    const QByteArray found = hashOf(opened.projet());
    if (death.underWay != "undo" && death.underWay != "redo")
        return death.underWay == found;
    const bool undone = death.underWay == "undo";
    if (undone ? !opened.canRedo() : !opened.canUndo())
        return false;
    const auto step = [&opened](bool back) { return back ? opened.undo() : opened.redo(); };
    REQUIRE(step(!undone).ok());
    const bool known = hashOf(opened.projet()) == death.told.back().hash;
    REQUIRE(step(undone).ok());
    return known && hashOf(opened.projet()) == found;
}

int kills()
{
    bool given = false;
    const int chosen = qEnvironmentVariableIntValue("ATELIER_MORTS", &given);
    return given ? chosen : 60;
}

} // namespace

TEST_CASE("only a state that was told counts as found again")
{
    Death death{{{100, "a"}, {200, "b"}, {300, "c"}}, "d", 1000};
    CHECK(lost(death, "c") == 0);
    CHECK(lost(death, "a") == 800);
    CHECK(lost(death, "a and c without b") == std::nullopt);
    Bench bench;
    const auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Un"_s).ok());
    const QByteArray one = hashOf(dossier->projet());
    CHECK_FALSE(wasUnderWay(death, *dossier));
    death.underWay.clear();
    CHECK_FALSE(wasUnderWay(death, *dossier));
    death.underWay = one;
    CHECK(wasUnderWay(death, *dossier));
    death.underWay = "undo";
    CHECK_FALSE(wasUnderWay(death, *dossier)); // nothing was undone
    REQUIRE(dossier->undo().ok());
    CHECK_FALSE(wasUnderWay(death, *dossier)); // not from the last state told
    death.told.push_back({400, one});
    CHECK(wasUnderWay(death, *dossier));
}

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
    int underWay = 0;
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
        const auto loss = lost(death, found);
        INFO(death.underWay.toStdString() << ", lost for " << loss.value_or(-1) << " us");
        if (death.told.empty()) {
            CHECK(found == state);
        } else if (loss != 0 && wasUnderWay(death, *opened.value())) {
            ++underWay;
        } else {
            CHECK((loss && *loss < lastSecond));
            longestLoss = std::max(longestLoss, loss.value_or(0));
        }
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
              << " edits told, " << underWay << " under way, longest loss " << longestLoss / 1000 << " ms, "
              << timer.elapsed() / 1000 << " s\n";
}
