#include "store/backups.h"
#include "unit/dossier/bench.h"
#include "unit/dossier/faulty_vfs.h"
#include "unit/dossier/random_edits.h"
#include "unit/store/faulty_files.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>

using namespace testing;
using State = dossier::SaveState::Type;

namespace
{

// Runs the event loop until the dossier says so, at most thirty seconds: machines can be busy.
bool waitFor(const Dossier &dossier, State type)
{
    QElapsedTimer timer;
    timer.start();
    while (dossier.saveState().type != type && timer.elapsed() < 30'000) {
        QCoreApplication::processEvents();
        QThread::msleep(5);
    }
    return dossier.saveState().type == type;
}

QByteArray published(const Bench &bench)
{
    const auto bytes = store::FileOperations().read(bench.file());
    const auto opened = bytes ? store::fromBytes(bytes.value()) : base::Result<store::Opened>(bytes.error());
    return opened ? factsOf(opened.value().contents.projet) : QByteArray();
}

} // namespace

TEST_CASE("each write of the working copy failing once: nothing is lost")
{
    int reached = 0;
    for (int fault = 0; fault < 40; ++fault) {
        CAPTURE(fault);
        FaultyVfs vfs;
        Bench bench;
        bench.options.vfs = FaultyVfs::name();
        auto dossier = bench.create();
        vfs.operations = 0;
        vfs.failFrom = fault;
        vfs.failUntil = fault + 1;
        for (int count = 0; count < 5; ++count)
            REQUIRE(set(*dossier, u"structure.nom"_s, u"Nom %1"_s.arg(count)).ok());
        REQUIRE(dossier->undo().ok());
        const QByteArray expected = factsOf(dossier->projet());
        REQUIRE(dossier->publishNow().ok());
        CHECK(published(bench) == expected);
        dossier.reset();
        reached += vfs.operations > fault ? 1 : 0;
        dossier = bench.open();
        CHECK(factsOf(dossier->projet()) == expected);
        CHECK(dossier->canUndo());
        CHECK(dossier->canRedo());
    }
    CHECK(reached >= 5);
}

TEST_CASE("a working copy that can't be written is told, and the work goes on as soon as it can")
{
    FaultyVfs vfs;
    Bench bench;
    bench.options.vfs = FaultyVfs::name();
    auto files = std::make_shared<FaultyFiles>();
    bench.options.files = files;
    auto dossier = bench.create();
    vfs.failFrom = 0; // every write from now on
    files->failFrom = 0;
    files->operations = 0;
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Un"_s).ok());
    REQUIRE(waitFor(*dossier, State::WorkUnsafe));
    CHECK(dossier->saveState().sentence.contains(u"ne peuvent pas être mises en sécurité"_s));
    CHECK_FALSE(dossier->publishNow().ok());
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Un");
    vfs.failFrom = std::numeric_limits<int>::max();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Deux"_s).ok());
    REQUIRE(waitFor(*dossier, State::Failed)); // safe here, the file still not
    files->failFrom = std::numeric_limits<int>::max();
    REQUIRE(dossier->publishNow().ok());
    CHECK(dossier->saveState().type == State::Saved);
    CHECK(published(bench) == factsOf(dossier->projet()));
}

TEST_CASE("each file operation of a publication failing, once or for good: the file is whole, the work is kept")
{
    for (const bool forGood : {false, true})
        for (int fault = 0; fault < 10; ++fault) {
            CAPTURE(forGood, fault);
            Bench bench;
            auto files = std::make_shared<FaultyFiles>();
            bench.options.files = files;
            auto dossier = bench.create();
            const QByteArray before = published(bench);
            REQUIRE(set(*dossier, u"structure.nom"_s, u"Association"_s).ok());
            const QByteArray after = factsOf(dossier->projet());
            files->operations = 0;
            files->failFrom = fault;
            files->failUntil = forGood ? std::numeric_limits<int>::max() : fault + 1;
            const auto done = dossier->publishNow();
            if (done)
                CHECK(published(bench) == after);
            else {
                CHECK_FALSE(done.error().message.isEmpty());
                CHECK(dossier->saveState().type == State::Failed);
                CHECK(dossier->saveState().sentence == done.error().message);
                const bool backedUp = !QDir(bench.data() + u"/sauvegardes/"_s + dossier->id().toString())
                                           .entryList({u"*.cpts"_s}, QDir::Files)
                                           .isEmpty();
                CHECK((published(bench) == before || backedUp));
            }
            files->failFrom = std::numeric_limits<int>::max();
            if (forGood && !done && published(bench).isEmpty())
                continue; // overwritten half-way by a place that broke: the backup and the working copy hold it
            REQUIRE(dossier->publishNow().ok());
            CHECK(published(bench) == after);
            CHECK(dossier->saveState().type == State::Saved);
        }
}

TEST_CASE("a file removed while open: told, kept, published again when it comes back")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(QFile::rename(bench.file(), bench.file(u"ailleurs.cpts"_s)));
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Association"_s).ok());
    const auto failed = dossier->publishNow();
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().code == base::ErrorCode::NotFound);
    CHECK(failed.error().message.contains(u"Votre travail est conservé"_s));
    CHECK(dossier->saveState().type == State::Failed);
    CHECK_FALSE(QFile::exists(bench.file()));

    SECTION("put back")
    {
        REQUIRE(QFile::rename(bench.file(u"ailleurs.cpts"_s), bench.file()));
        REQUIRE(dossier->publishNow().ok());
        CHECK(published(bench) == factsOf(dossier->projet()));
    }
    SECTION("saved elsewhere")
    {
        REQUIRE(dossier->moveTo(bench.file(u"neuf.cpts"_s)).ok());
        CHECK(dossier->path() == bench.file(u"neuf.cpts"_s));
        CHECK(dossier->saveState().type == State::Saved);
        dossier.reset();
        CHECK(textOf(*bench.open(bench.file(u"neuf.cpts"_s)), u"structure.nom"_s) == u"Association");
    }
    SECTION("saved again at the same place")
    {
        REQUIRE(dossier->moveTo(bench.file()).ok());
        CHECK(published(bench) == factsOf(dossier->projet()));
    }
    SECTION("closed, then opened where it was moved to: the work is there")
    {
        dossier.reset();
        dossier = bench.open(bench.file(u"ailleurs.cpts"_s));
        CHECK(dossier->opening().recovered);
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Association");
        dossier.reset();
        dossier = bench.open(bench.file(u"ailleurs.cpts"_s));
        CHECK_FALSE(dossier->opening().recovered);
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Association");
    }
    SECTION("closed, the file lost for good: the work is offered")
    {
        dossier.reset();
        QFile::remove(bench.file(u"ailleurs.cpts"_s));
        const auto orphans = Dossier::orphans(bench.options);
        REQUIRE(orphans.size() == 1);
        CHECK(orphans[0].userFile == bench.file());
        CHECK(orphans[0].name == u"Vallée");
        CHECK(orphans[0].changes == 1); // the file never held it
        REQUIRE(Dossier::recoverOrphan(orphans[0], bench.file(u"retrouvé.cpts"_s), bench.clock, bench.options).ok());
        CHECK(Dossier::orphans(bench.options).empty());
        CHECK(textOf(*bench.open(bench.file(u"retrouvé.cpts"_s)), u"structure.nom"_s) == u"Association");
    }
}

TEST_CASE("the folder gone, the disk full, the place read-only")
{
    Bench bench;
    auto files = std::make_shared<FaultyFiles>();
    bench.options.files = files;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Association"_s).ok());
    files->room = 100;
    auto failed = dossier->publishNow();
    CHECK(failed.error().code == base::ErrorCode::DiskFull);
    CHECK(dossier->saveState().sentence.contains(u"Libérez de l’espace"_s, Qt::CaseInsensitive));
    files->room = -1;
    const QString away = bench.folder.path() + u"/parti"_s;
    REQUIRE(QDir().rename(bench.user(), away));
    failed = dossier->publishNow();
    CHECK(failed.error().code == base::ErrorCode::NotFound);
    CHECK(failed.error().message.contains(u"rebranchez"_s));
    REQUIRE(QDir().rename(away, bench.user()));
    REQUIRE(dossier->publishNow().ok());
    dossier.reset();

    files->writable = false;
    dossier = bench.open();
    CHECK(dossier->isReadOnly());
    CHECK(dossier->saveState().type == State::ReadOnly);
    CHECK(dossier->opening().sentence.contains(u"endroit protégé"_s));
    const auto refused = set(*dossier, u"structure.nom"_s, u"x"_s);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.contains(u"lecture seule"_s));
    CHECK(dossier->saveCopy(bench.file(u"copie.cpts"_s)).ok());
    CHECK(filesIn(bench.user()) == QStringList{u"copie.cpts"_s, u"vallée.cpts"_s});
}

TEST_CASE("a damaged file is an error, its backups are there, and salvaging makes a new file")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Association"_s).ok());
    const auto id = dossier->id();
    REQUIRE(dossier->publishNow().ok());
    bench.clock.set(bench.clock.now().addSecs(60));
    dossier.reset();
    QFile file(bench.file());
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.seek(16'384);
    file.write(QByteArray(1024, '\xA5'));
    file.seek(4096 * 5);
    file.write(QByteArray(4096, '\xA5'));
    file.close();
    const QByteArray damaged = store::FileOperations().read(bench.file()).value();

    const auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().code == base::ErrorCode::Damaged);
    CHECK(opened.error().message.contains(u"version de secours"_s));
    store::FileOperations files;
    store::Backups backups(bench.data() + u"/sauvegardes"_s, files);
    REQUIRE(backups.listFor(bench.file()).size() == 2);
    REQUIRE(backups.restore(backups.listFor(bench.file())[0], bench.file(u"restauré.cpts"_s)).ok());
    CHECK(bench.open(bench.file(u"restauré.cpts"_s))->id() == id);
    CHECK(textOf(*bench.open(bench.file(u"restauré.cpts"_s), Mode::ReadOnly), u"structure.nom"_s) == u"Association");

    auto salvaged = Dossier::salvage(bench.file(), bench.file(u"récupéré.cpts"_s), bench.clock, bench.options);
    REQUIRE(salvaged.ok());
    CHECK(salvaged.value()->opening().salvaged);
    CHECK(salvaged.value()->opening().sentence.contains(u"Relisez"_s));
    CHECK(salvaged.value()->id() != id);
    CHECK(store::readResume(bench.file(u"récupéré.cpts"_s)).value().salvaged);
    CHECK(store::FileOperations().read(bench.file()).value() == damaged);
    CHECK_FALSE(Dossier::salvage(bench.file(), bench.file(u"récupéré.cpts"_s), bench.clock, bench.options).ok());
}

TEST_CASE("a published file left alone is published by itself, soon after the last edit")
{
    Bench bench;
    bench.options.idleMilliseconds = 50;
    auto dossier = bench.create();
    int told = 0;
    QObject::connect(dossier.get(), &Dossier::saveStateChanged, dossier.get(), [&] { ++told; });
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Association"_s).ok());
    CHECK(dossier->saveState().type == State::Pending);
    REQUIRE(waitFor(*dossier, State::Saved));
    CHECK(published(bench) == factsOf(dossier->projet()));
    CHECK(told >= 2);
}
