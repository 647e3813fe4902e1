// The n-th write, flush, renaming or reading fails, once or for good, for n = 0, 1, 2… until nothing is left to fail:
// whatever is being done, the user's file is whole, and everything is there once the disk is well again.
// With ATELIER_TESTS_LOURDS every n; otherwise the first ones, then fewer and fewer.
#include "store/backups.h"
#include "support/source.h"
#include "unit/dossier/bench.h"
#include "unit/dossier/faulty_vfs.h"
#include "unit/dossier/random_edits.h"
#include "unit/store/faulty_files.h"

using namespace testing;
using Leaves = FaultyFiles::Leaves;

namespace
{

constexpr int never = std::numeric_limits<int>::max();
constexpr int mostFaults = 1000; // an operation that has more to fail than that is lost in a loop

// What fails: the program's own files, or those of SQLite.
enum class Disk { FileWrites, FileReads, CopyWrites, CopyReads };

struct Fault {
    Disk disk = Disk::FileWrites;
    bool forGood = false;
    Leaves leaves = Leaves::Half;
    int number = 0;
};

// A bench on disks that fail when told, put back into the same state for each fault.
struct FaultBench : Bench {
    FaultBench()
    {
        options.files = files;
        options.vfs = FaultyVfs::name();
        options.idleMilliseconds = 100'000; // nothing happens but what the test does
    }

    // What is on the disks now is what each fault meets.
    void keep()
    {
        QDir(folder.path() + u"/modele"_s).removeRecursively();
        copyFolder(user(), folder.path() + u"/modele/user"_s);
        copyFolder(options.dataFolder, folder.path() + u"/modele/data"_s);
    }
    void putBack() const
    {
        QDir(user()).removeRecursively();
        QDir(options.dataFolder).removeRecursively();
        copyFolder(folder.path() + u"/modele/user"_s, user());
        copyFolder(folder.path() + u"/modele/data"_s, options.dataFolder);
    }
    void arm(const Fault &fault)
    {
        const int until = fault.forGood ? never : fault.number + 1;
        files->leaves = fault.leaves;
        files->operations = 0;
        files->reads = 0;
        vfs.operations = 0;
        vfs.reads = 0;
        switch (fault.disk) {
        case Disk::FileWrites:
            files->failFrom = fault.number;
            files->failUntil = until;
            break;
        case Disk::FileReads:
            files->readFailFrom = fault.number;
            files->readFailUntil = until;
            break;
        case Disk::CopyWrites:
            vfs.failFrom = fault.number;
            vfs.failUntil = until;
            break;
        case Disk::CopyReads:
            vfs.readFailFrom = fault.number;
            vfs.readFailUntil = until;
            break;
        }
    }
    void disarm()
    {
        files->failFrom = files->readFailFrom = never;
        vfs.failFrom = vfs.readFailFrom = never;
    }
    [[nodiscard]] bool reached(const Fault &fault) const
    {
        const int done = fault.disk == Disk::FileWrites   ? files->operations
                         : fault.disk == Disk::FileReads  ? files->reads.load()
                         : fault.disk == Disk::CopyWrites ? vfs.operations.load()
                                                          : vfs.reads.load();
        return done > fault.number;
    }
    [[nodiscard]] QByteArray filed(const QString &path) const
    {
        const auto bytes = store::FileOperations().read(path);
        const auto opened = bytes ? store::fromBytes(bytes.value()) : base::Result<store::Opened>(bytes.error());
        return opened ? factsOf(opened.value().contents.projet) : QByteArray();
    }

    FaultyVfs vfs;
    std::shared_ptr<FaultyFiles> files = std::make_shared<FaultyFiles>();
};

int next(int number)
{
    return qEnvironmentVariableIsSet("ATELIER_TESTS_LOURDS") || number < 3 ? number + 1 : 2 * number + 1;
}

// `act` under every fault, `check` once the disks are well again. Gives how many faults were met.
template <class Act, class Check>
int everyFault(FaultBench &bench, Act act, Check check)
{
    int met = 0;
    for (const Disk disk : {Disk::FileWrites, Disk::FileReads, Disk::CopyWrites, Disk::CopyReads})
        for (const bool forGood : {false, true})
            for (const Leaves leaves : {Leaves::Half, Leaves::Whole, Leaves::Nothing}) {
                if (disk != Disk::FileWrites && leaves != Leaves::Half)
                    continue; // it only matters to what is written
                Fault fault{disk, forGood, leaves, 0};
                bool reached = true;
                for (; reached; fault.number = next(fault.number)) {
                    CAPTURE(static_cast<int>(disk), forGood, static_cast<int>(leaves), fault.number);
                    REQUIRE(fault.number < mostFaults);
                    bench.putBack();
                    bench.arm(fault);
                    act();
                    reached = bench.reached(fault);
                    bench.disarm();
                    met += reached ? 1 : 0;
                    check();
                }
            }
    return met;
}

// A failure says what happened; nothing is told twice or empty.
template <class T>
void checkTold(const base::Result<T> &result)
{
    if (!result)
        CHECK(result.error().message.endsWith(u'.'));
}

void allThere(FaultBench &bench, const QByteArray &expected)
{
    auto dossier = bench.open();
    INFO(dossier->opening().sentence.toStdString());
    CHECK_FALSE(dossier->isReadOnly());
    CHECK_FALSE(dossier->opening().setAside);
    CHECK(dossier->opening().merge.conflicts.empty());
    CHECK(factsOf(dossier->projet()) == expected);
    CHECK(dossier->publishNow().ok());
    dossier.reset();
    CHECK(bench.filed(bench.file()) == expected);
}

} // namespace

TEST_CASE("every fault of an opening: told, and the next one is as if nothing had happened")
{
    FaultBench bench;
    bench.create().reset();
    bench.keep();
    const QByteArray expected = bench.filed(bench.file());
    const int met = everyFault(
        bench,
        [&] {
            const auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
            checkTold(opened);
            if (opened)
                CHECK(factsOf(opened.value()->projet()) == expected);
        },
        [&] { allThere(bench, expected); });
    CHECK(met > 15);
}

TEST_CASE("every fault while the work of a dead session is recovered: it is still there afterwards")
{
    FaultBench bench;
    dieWhileEditing(bench, bench.create(), u"structure.nom"_s, u"Tapé avant la panne"_s);
    const QByteArray before = bench.filed(bench.file());
    bench.keep();
    const QByteArray expected = factsOf(bench.open()->projet());
    const int met = everyFault(
        bench,
        [&] {
            const auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
            checkTold(opened);
            // Never the file alone, in silence.
            if (opened)
                CHECK(factsOf(opened.value()->projet()) == expected);
        },
        [&] {
            const QByteArray filed = bench.filed(bench.file());
            CHECK((filed == before || filed == expected));
            allThere(bench, expected);
        });
    CHECK(met > 15);
}

TEST_CASE("every fault while recovered work meets a file that changed meanwhile: both are there afterwards")
{
    FaultBench bench;
    dieWhileEditing(bench, bench.create(), u"structure.nom"_s, u"Tapé avant la panne"_s);
    {
        QTemporaryDir other;
        dossier::Options options;
        options.dataFolder = other.path();
        auto theirs = Dossier::open(bench.file(), Mode::Edit, bench.clock, options);
        REQUIRE(theirs.ok());
        REQUIRE(set(*theirs.value(), u"population.source"_s, u"INSEE"_s).ok());
    }
    bench.keep();
    const QByteArray expected = factsOf(bench.open()->projet());
    everyFault(
        bench, [&] { checkTold(Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options)); },
        [&] {
            const auto dossier = bench.open();
            CHECK(factsOf(dossier->projet()) == expected);
            CHECK(dossier->opening().merge.conflicts.empty());
        });
}

TEST_CASE("every fault of a session: typing, undo, publication, closing")
{
    FaultBench bench;
    bench.create().reset();
    bench.keep();
    const QByteArray before = bench.filed(bench.file());
    QByteArray published;
    QByteArray expected;
    bool opened = false;
    const int met = everyFault(
        bench,
        [&] {
            auto made = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
            checkTold(made);
            opened = made.ok();
            if (!made)
                return;
            Dossier &dossier = *made.value();
            REQUIRE(set(dossier, u"structure.nom"_s, u"Un"_s).ok());
            const auto done = dossier.publishNow();
            checkTold(done);
            published = factsOf(dossier.projet());
            if (done)
                CHECK(bench.filed(bench.file()) == published);
            REQUIRE(set(dossier, u"structure.nom"_s, u"Deux"_s).ok());
            REQUIRE(set(dossier, u"population.source"_s, u"INSEE"_s).ok());
            REQUIRE(dossier.undo().ok());
            expected = factsOf(dossier.projet());
        },
        [&] {
            const QByteArray filed = bench.filed(bench.file());
            CHECK((filed == before || filed == published || filed == expected));
            if (!opened)
                return allThere(bench, before);
            // A disk that refused everything to the very end kept what it had accepted.
            const auto again = bench.open();
            const QByteArray found = factsOf(again->projet());
            CHECK((found == expected || found == filed));
            CHECK(again->opening().merge.conflicts.empty());
        });
    CHECK(met > 25);
}

TEST_CASE("every fault of a creation: told, and the file is not there or whole")
{
    FaultBench bench;
    bench.keep();
    const domain::Projet projet = domain::nouveauProjet(u"Neuf"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    const int met = everyFault(
        bench, [&] { checkTold(Dossier::create(bench.file(), projet, bench.clock, false, bench.options)); },
        [&] {
            if (QFile::exists(bench.file())) {
                CHECK(factsOf(bench.open()->projet()) == factsOf(projet));
                return;
            }
            const auto again = Dossier::create(bench.file(), projet, bench.clock, false, bench.options);
            CHECK(again.ok());
        });
    CHECK(met > 15);
}

TEST_CASE("every fault of an older version's first opening and publication: the migration is whole or not done")
{
    FaultBench bench;
    REQUIRE(QFile::copy(support::source(u"tests/fixtures/format/v1-rempli.cpts"_s), bench.file()));
    REQUIRE(QFile::setPermissions(bench.file(), QFile::ReadOwner | QFile::WriteOwner));
    bench.keep();
    QByteArray expected;
    {
        auto dossier = bench.open();
        CHECK(dossier->opening().migrated);
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Migré"_s).ok());
        expected = factsOf(dossier->projet());
    }
    const QByteArray before = [&] {
        bench.putBack();
        return bench.filed(bench.file());
    }();
    everyFault(
        bench,
        [&] {
            auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
            checkTold(opened);
            if (opened && set(*opened.value(), u"structure.nom"_s, u"Migré"_s))
                checkTold(opened.value()->publishNow());
        },
        [&] {
            const QByteArray filed = bench.filed(bench.file());
            CHECK((filed == before || filed == expected));
            CHECK_FALSE(bench.open()->opening().setAside);
        });
}

TEST_CASE("every fault of a move, a copy and a merge: told, nothing lost")
{
    FaultBench bench;
    auto made = bench.create();
    REQUIRE(made->saveCopy(bench.file(u"copie.cpts"_s)).ok());
    REQUIRE(set(*made, u"structure.nom"_s, u"Mien"_s).ok());
    REQUIRE(made->publishNow().ok());
    made.reset();
    bench.keep();
    const QByteArray expected = bench.filed(bench.file());
    const QByteArray copy = bench.filed(bench.file(u"copie.cpts"_s));
    QString lives;
    everyFault(
        bench,
        [&] {
            lives = bench.file();
            auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
            if (!opened)
                return;
            checkTold(opened.value()->saveCopy(bench.file(u"autre.cpts"_s)));
            checkTold(opened.value()->moveTo(bench.file(u"neuf.cpts"_s)));
            checkTold(opened.value()->mergeWith(bench.file(u"copie.cpts"_s)));
            lives = opened.value()->path();
        },
        [&] {
            CHECK(bench.filed(bench.file()) == expected);
            CHECK(bench.filed(bench.file(u"copie.cpts"_s)) == copy);
            for (const QString &name : {u"autre.cpts"_s, u"neuf.cpts"_s})
                if (QFile::exists(bench.file(name)))
                    CHECK(bench.filed(bench.file(name)) == expected);
            CHECK(factsOf(bench.open(lives)->projet()) == expected);
        });
}

TEST_CASE("every fault while found work goes to a new file: it is in one place or the other")
{
    FaultBench bench;
    dieWhileEditing(bench, bench.create(), u"structure.nom"_s, u"Retrouvé"_s);
    bench.keep();
    const QByteArray expected = factsOf(bench.open()->projet());
    bench.putBack();
    REQUIRE(QFile::remove(bench.file()));
    bench.keep();
    const QString target = bench.file(u"retrouvé.cpts"_s);
    everyFault(
        bench,
        [&] {
            const auto found = Dossier::orphans(bench.options);
            if (!found.empty())
                checkTold(Dossier::recoverOrphan(found[0], target, bench.clock, bench.options));
        },
        [&] {
            if (QFile::exists(target)) {
                CHECK(bench.filed(target) == expected);
                return;
            }
            const auto found = Dossier::orphans(bench.options);
            REQUIRE(found.size() == 1);
            REQUIRE(Dossier::recoverOrphan(found[0], target, bench.clock, bench.options).ok());
            CHECK(bench.filed(target) == expected);
        });
}

TEST_CASE("every fault of keeping and restoring a backup: whole or nothing, and what was there stays")
{
    FaultBench bench;
    bench.create().reset();
    const QByteArray bytes = store::FileOperations().read(bench.file()).value();
    const QString versions = bench.options.dataFolder + u"/sauvegardes"_s;
    store::Backups backups(versions, *bench.files);
    const auto first = backups.keep(bytes, bench.file(), u"session"_s, bench.clock.now());
    REQUIRE(first.ok());
    bench.keep();
    const QString target = bench.file(u"restauré.cpts"_s);
    const int met = everyFault(
        bench,
        [&] {
            checkTold(backups.keep(bytes, bench.file(), u"session"_s, bench.clock.now().addSecs(60)));
            checkTold(backups.restore(first.value(), target));
        },
        [&] {
            REQUIRE_FALSE(backups.listFor(bench.file()).empty());
            for (const store::Backup &each : backups.listFor(bench.file()))
                CHECK(backups.verify(each));
            if (QFile::exists(target))
                CHECK(store::FileOperations().read(target).value() == bytes);
            else
                CHECK(backups.restore(first.value(), target).ok());
        });
    CHECK(met > 5);
}
