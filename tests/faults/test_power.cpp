// The power goes out at any moment, and the disk forgets, reorders or tears what was not flushed.
// ATELIER_COUPURES=1000 for the long run; a few seconds otherwise.
#include "faults/power_disk.h"
#include "store/working_copy.h"
#include "unit/dossier/bench.h"
#include "unit/dossier/random_edits.h"

#include <algorithm>
#include <iostream>
#include <QElapsedTimer>
#include <QFile>

using namespace testing;

namespace
{

constexpr qint64 shortRun = 6'000; // ms, for each of the two disks

int cuts()
{
    bool given = false;
    const int chosen = qEnvironmentVariableIntValue("ATELIER_COUPURES", &given);
    return given ? chosen : 0;
}

unsigned firstSeed()
{
    bool given = false;
    const int chosen = qEnvironmentVariableIntValue("ATELIER_GRAINE", &given);
    return given ? static_cast<unsigned>(chosen) : std::random_device{}();
}

// The facts of the user's file as it lies there; empty when it can't be read.
QByteArray filed(const Bench &bench)
{
    const auto bytes = store::FileOperations().read(bench.file());
    const auto opened = bytes ? store::fromBytes(bytes.value()) : base::Result<store::Opened>(bytes.error());
    return opened ? factsOf(opened.value().contents.projet) : QByteArray();
}

// One life of the project, from an opening to the cut.
struct Life {
    std::vector<QByteArray> states; // in the order they were reached
    size_t secured = 0;             // states from here on may be lost, those before must be there
    size_t published = 0;           // the same for the user's file
    bool opened = false;

    // Found after the cut: not older than what was promised. The same facts may come twice.
    [[nodiscard]] bool allows(const QByteArray &facts, size_t from) const
    {
        return std::find(states.begin() + static_cast<std::ptrdiff_t>(from), states.end(), facts) != states.end();
    }
};

void plug(Bench &bench, PowerDisk &disk)
{
    bench.options.vfs = PowerDisk::vfs();
    bench.options.files = disk.files();
    bench.options.idleMilliseconds = 100'000; // what happens is what the dice say
}

class Player
{
public:
    Player(Bench &bench, PowerDisk &disk, unsigned seed, const QByteArray &start)
        : m_bench(bench), m_disk(disk), m_random(seed)
    {
        m_life.states.push_back(start);
        plug(m_bench, m_disk);
        // One cut in five may fall on the first opening.
        if (m_random.below(5) == 0)
            m_disk.cutAfter(1 + static_cast<int>(m_random.below(120)));
    }

    Life play()
    {
        for (int acts = 0; acts < 60 && !m_disk.isOff(); ++acts) {
            if (!m_dossier && !open())
                break;
            act();
        }
        m_dossier.reset();
        if (!m_disk.isOff())
            m_life.published = m_life.secured = last();
        return std::move(m_life);
    }

private:
    bool open()
    {
        auto opened = Dossier::open(m_bench.file(), Mode::Edit, m_bench.clock, m_bench.options);
        if (!opened || opened.value()->isReadOnly()) {
            // Only a disk without power refuses.
            CHECK(m_disk.isOff());
            return false;
        }
        m_dossier = std::move(opened.value());
        if (!m_life.opened)
            m_disk.cutAfter(1 + static_cast<int>(m_random.below(300)));
        m_life.opened = true;
        note();
        return true;
    }
    [[nodiscard]] size_t last() const { return m_life.states.size() - 1; }
    void note() { m_life.states.push_back(factsOf(m_dossier->projet())); }

    void act()
    {
        const size_t dice = m_random.below(20);
        if (dice == 0) {
            REQUIRE(m_dossier->undo().ok());
        } else if (dice == 1) {
            REQUIRE(m_dossier->redo().ok());
        } else if (dice == 2) {
            m_dossier->publishSoon();
        } else if (dice == 3) {
            const size_t reached = last();
            if (m_dossier->publishNow().ok() && !m_disk.isOff())
                m_life.published = reached;
        } else if (dice < 6) {
            const size_t reached = last();
            if (m_dossier->secure().ok() && !m_disk.isOff())
                m_life.secured = std::max(m_life.secured, reached);
        } else if (dice == 6) {
            const size_t reached = last();
            m_dossier.reset();
            if (!m_disk.isOff())
                m_life.published = m_life.secured = reached;
            return;
        } else {
            REQUIRE(
                m_dossier->edit(u"Modifier"_s, m_random.next(m_dossier->projet()), dice < 12 ? u"champ"_s : QString())
                    .ok());
        }
        note();
    }

    Bench &m_bench;
    PowerDisk &m_disk;
    RandomEdits m_random;
    Life m_life;
    std::unique_ptr<Dossier> m_dossier;
};

constexpr int fewestCuts = 20; // however loaded the computer

// Until enough cuts were made, or the time is over.
template <class Round>
int rounds(Round round)
{
    QElapsedTimer timer;
    timer.start();
    int made = 0;
    for (unsigned seed = firstSeed(); cuts() > 0 ? made < cuts() : made < fewestCuts || timer.elapsed() < shortRun;
         ++seed, ++made) {
        CAPTURE(seed);
        round(seed);
    }
    return made;
}

QByteArray created(Bench &bench)
{
    QDir(bench.folder.path()).removeRecursively();
    QDir().mkpath(bench.user());
    QDir().mkpath(bench.data());
    PowerDisk calm(bench.folder.path(), 0);
    plug(bench, calm);
    return factsOf(bench.create()->projet());
}

// One life on a disk of its own, from the state of the file; then what the platter held.
Life lived(Bench &bench, unsigned seed, PowerDisk::Honesty honesty, const QByteArray &start)
{
    PowerDisk disk(bench.folder.path(), seed, honesty);
    Life life = Player(bench, disk, seed, start).play();
    // On a busy computer what the program left behind may still be at work on that disk.
    REQUIRE(base::errands::waitForAll(std::chrono::minutes(1)));
    disk.reboot();
    return life;
}

} // namespace

TEST_CASE("power cuts: what was promised is there, the file is whole, nothing is asked")
{
    Bench bench;
    QByteArray state;
    int lives = 0; // of the same project
    int recovered = 0;
    int beforeOpening = 0;
    const int made = rounds([&](unsigned seed) {
        if (lives++ % 8 == 0)
            state = created(bench);
        const Life life = lived(bench, seed, PowerDisk::Honesty::Honest, state);
        PowerDisk calm(bench.folder.path(), seed);
        plug(bench, calm);
        beforeOpening += life.opened ? 0 : 1;

        const QByteArray inFile = filed(bench);
        REQUIRE_FALSE(inFile.isEmpty());
        CHECK(life.allows(inFile, life.published));
        auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
        INFO((opened ? QString() : opened.error().message + opened.error().detail).toStdString());
        REQUIRE(opened.ok());
        Dossier &dossier = *opened.value();
        INFO(dossier.opening().sentence.toStdString());
        CHECK_FALSE(dossier.isReadOnly());
        CHECK_FALSE(dossier.opening().setAside);
        CHECK(dossier.opening().merge.conflicts.empty());
        recovered += dossier.opening().recovered ? 1 : 0;
        state = factsOf(dossier.projet());
        CHECK(life.allows(state, life.secured));
        REQUIRE(dossier.publishNow().ok());
        if (seed % 4 == 0) {
            while (dossier.canUndo())
                REQUIRE(dossier.undo().ok()); // the journal fits the value
            while (dossier.canRedo())
                REQUIRE(dossier.redo().ok());
            state = factsOf(dossier.projet());
        }
        opened.value().reset();
        CHECK(filed(bench) == state);
    });
    std::cout << made << " power cuts, " << recovered << " recoveries, " << beforeOpening
              << " before the opening ended\n";
    CHECK(recovered > 0);
}

TEST_CASE("a disk that lies about its flushes: an older state, or damage that is told, never a mixture")
{
    Bench bench;
    int older = 0;
    int told = 0;
    int damaged = 0;
    int latest = 0;
    const int made = rounds([&](unsigned seed) {
        // A fresh project each time: what a liar lost stays lost.
        const Life life = lived(bench, seed, PowerDisk::Honesty::Liar, created(bench));
        PowerDisk calm(bench.folder.path(), seed);
        plug(bench, calm);

        const auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
        if (!opened) {
            // Told, with something to do about it.
            INFO(opened.error().message.toStdString());
            const base::ErrorCode code = opened.error().code;
            CHECK((code == base::ErrorCode::Damaged || code == base::ErrorCode::NotFound ||
                   code == base::ErrorCode::Foreign)); // its first page gone, it could be any file
            ++damaged;
            return;
        }
        const QByteArray found = factsOf(opened.value()->projet());
        INFO(opened.value()->opening().sentence.toStdString());
        CHECK(life.allows(found, 0));
        told += opened.value()->opening().setAside ? 1 : 0;
        ++(life.allows(found, life.secured) ? latest : older);
    });
    std::cout << made << " cuts of a lying disk: " << latest << " with what was promised, " << older << " older, "
              << told << " with remains set aside, " << damaged << " files told damaged or gone\n";
}
