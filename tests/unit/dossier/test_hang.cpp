// The place of the user's file stops answering inside a system call, for a while or for ever.
#include "dossier/merging.h"
#include "store/working_copy.h"
#include "unit/dossier/bench.h"
#include "unit/dossier/faulty_vfs.h"
#include "unit/dossier/random_edits.h"
#include "unit/store/hanging_files.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>

using namespace testing;
using namespace std::chrono_literals;
using base::ErrorCode;
using State = dossier::SaveState::Type;

namespace
{

template <class Condition>
bool eventually(Condition condition)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition() && timer.elapsed() < 30'000) {
        QCoreApplication::processEvents();
        QThread::msleep(2);
    }
    return condition();
}

// A bench whose Documents folder can hang. Its own waits are short: so are the tests.
struct HangingBench : Bench {
    HangingBench()
    {
        options.files = place;
        options.prompt = 100ms;
        options.patience = 1000ms;
    }
    ~HangingBench() { CHECK(place->comeBackAndSettle()); }

    [[nodiscard]] domain::Projet filed() const
    {
        const auto bytes = store::FileOperations().read(file());
        REQUIRE(bytes.ok());
        auto opened = store::fromBytes(bytes.value());
        REQUIRE(opened.ok());
        return std::move(opened.value().contents.projet);
    }

    // The place is back, and the threads left behind too; each open project has one of its own.
    [[nodiscard]] bool back(int openProjects) const
    {
        place->comeBack();
        return eventually([&] { return base::errands::running() <= openProjects; });
    }
    // A busy machine may take longer than the short patience of these tests.
    [[nodiscard]] static bool published(Dossier &dossier)
    {
        return eventually([&] { return dossier.publishNow().ok(); });
    }

    std::shared_ptr<HangingFiles> place = std::make_shared<HangingFiles>(user());
};

// Well above the patience, far below for ever: the machine may be busy.
constexpr qint64 bound = 10'000;

} // namespace

TEST_CASE("whatever hangs in a publication, closing is bounded and the next opening has everything")
{
    // What a publication does at the place, in this order.
    for (const QString &operation :
         {u"exists"_s, u"write"_s, u"read"_s, u"rename"_s, u"remove"_s, u"syncFolder"_s, QString()}) {
        CAPTURE(operation);
        HangingBench bench;
        auto dossier = bench.create();
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Avant"_s).ok());
        REQUIRE(HangingBench::published(*dossier));
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Pendant la panne"_s).ok());
        bench.place->hang(operation);
        QElapsedTimer timer;
        timer.start();
        const auto failed = dossier->publishNow();
        REQUIRE_FALSE(failed.ok());
        CHECK(failed.error().code == ErrorCode::Silent);
        CHECK(failed.error().message == u"Le dossier « Documents » ne répond pas. Votre travail est en sécurité sur "
                                        u"cet ordinateur ; il sera enregistré à la prochaine ouverture.");
        CHECK(dossier->saveState().type == State::Failed);
        CHECK_FALSE(dossier->placeAnswers());
        CHECK(bench.place->stuck() == 1);
        REQUIRE(set(*dossier, u"population.source"_s, u"Tapé encore"_s).ok());
        dossier.reset();
        CHECK(timer.elapsed() < bound);

        // Still hanging: opening is bounded too, and changes nothing.
        auto again = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
        if (again) { // it did not need what hangs
            CHECK(textOf(*again.value(), u"population.source"_s) == u"Tapé encore");
            again.value().reset();
        } else {
            CHECK(again.error().code == ErrorCode::Silent);
            CHECK(again.error().message.contains(u"Rien n’a été modifié"_s));
        }
        CHECK(timer.elapsed() < 2 * bound);
        REQUIRE(bench.place->comeBackAndSettle());
        // What hung did or did not happen; the file is one of the two whole versions.
        const QString filed = bench.filed().structure.nom;
        CHECK((filed == u"Avant" || filed == u"Pendant la panne"));
        const bool everything = bench.filed().population.source == u"Tapé encore";
        dossier = bench.open();
        CHECK(dossier->opening().recovered == !everything);
        CHECK(dossier->opening().merge.conflicts.empty());
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Pendant la panne");
        CHECK(textOf(*dossier, u"population.source"_s) == u"Tapé encore");
        REQUIRE(HangingBench::published(*dossier));
        CHECK(bench.filed().population.source == u"Tapé encore");
        dossier.reset();
        CHECK(filesIn(bench.user()) == QStringList{u"vallée.cpts"_s});
        CHECK_FALSE(bench.open()->opening().recovered);
    }
}

TEST_CASE("a job left behind replaces nothing and touches no note when it wakes up")
{
    HangingBench bench;
    auto dossier = bench.create();
    const QByteArray before = store::FileOperations().read(bench.file()).value();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Tapé"_s).ok());
    bench.place->hang(u"read"_s, u".tmp"_s); // the temporary is written, and is being read back
    CHECK(dossier->publishNow().error().code == ErrorCode::Silent);
    dossier.reset();
    CHECK(bench.place->stuck() == 1);
    REQUIRE(bench.place->comeBackAndSettle());
    CHECK(store::FileOperations().read(bench.file()).value() == before);
    CHECK(filesIn(bench.user()).filter(u".tmp"_s).isEmpty());
    const auto found = QDir(bench.data() + u"/copies"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    REQUIRE(found.size() == 1);
    const QStringList copies = store::workingCopies(bench.data() + u"/copies/"_s + found.first(), bench.file());
    REQUIRE(copies.size() == 1);
    store::FileOperations files;
    CHECK(store::notes::base(copies.first(), files) == before);
    CHECK(store::notes::next(copies.first(), files).isEmpty());
    CHECK(textOf(*bench.open(), u"structure.nom"_s) == u"Tapé");
}

TEST_CASE("a place that hangs is told while the work goes on, and takes the file when it is back")
{
    HangingBench bench;
    bench.options.idleMilliseconds = 30;
    auto dossier = bench.create();
    bench.place->hang();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Un"_s).ok());
    REQUIRE(eventually([&] { return dossier->saveState().type == State::Failed; }));
    CHECK(dossier->saveState().sentence.contains(u"« Documents » ne répond pas"_s));
    CHECK(dossier->saveState().sentence.contains(u"dès que ce dossier répondra"_s));
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Deux"_s).ok());
    REQUIRE(dossier->undo().ok());
    REQUIRE(dossier->redo().ok());
    bench.place->comeBack();
    REQUIRE(eventually([&] { return dossier->saveState().type == State::Saved; }));
    CHECK(dossier->placeAnswers());
    CHECK(bench.filed().structure.nom == u"Deux");
}

TEST_CASE("a publication asked for by a window is told at once, or later, or that nothing answers")
{
    HangingBench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Un"_s).ok());
    std::vector<ErrorCode> told;
    int well = 0;
    const auto then = [&](const base::Result<void> &done) {
        if (done)
            ++well;
        else
            told.push_back(done.error().code);
    };
    dossier->publish(then);
    // Prompt on any machine but a very busy one, where it comes a little later.
    REQUIRE(eventually([&] { return well == 1; }));

    bench.place->hang();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Deux"_s).ok());
    dossier->publish(then);
    CHECK(well == 1); // the window goes on
    bench.place->comeBack();
    REQUIRE(eventually([&] { return well + static_cast<int>(told.size()) == 2; }));

    bench.place->hang();
    dossier->publish(then); // everything is published: the file alone is looked at
    REQUIRE(eventually([&] { return !told.empty(); }));
    CHECK(told.back() == ErrorCode::Silent);
}

TEST_CASE("the project leaves a place that hangs")
{
    HangingBench bench;
    auto dossier = bench.create();
    const QByteArray before = store::FileOperations().read(bench.file()).value();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Sauvé ailleurs"_s).ok());
    bench.place->hang();
    const QString elsewhere = bench.folder.path() + u"/clé/projet.cpts"_s;
    REQUIRE(QDir().mkpath(bench.folder.path() + u"/clé"_s));
    SECTION("told to a window")
    {
        dossier->publishSoon();
        bool done = false;
        dossier->moveTo(elsewhere, false, [&](const base::Result<void> &moved) { done = moved.ok(); });
        REQUIRE(eventually([&] { return done; }));
    }
    SECTION("waited for, after it was found to hang")
    {
        CHECK_FALSE(dossier->publishNow().ok());
        REQUIRE(eventually([&] { return dossier->moveTo(elsewhere).ok(); }));
    }
    CHECK(dossier->path() == elsewhere);
    CHECK(dossier->saveState().type == State::Saved);
    CHECK(dossier->placeAnswers());
    REQUIRE(bench.back(1));
    CHECK(store::FileOperations().read(bench.file()).value() == before);
    CHECK(filesIn(bench.user()) == QStringList{u"vallée.cpts"_s});
    dossier.reset();
    CHECK(textOf(*bench.open(elsewhere), u"structure.nom"_s) == u"Sauvé ailleurs");
}

TEST_CASE("a place that hangs is no place to go to")
{
    HangingBench bench;
    bench.options.files = bench.place = std::make_shared<HangingFiles>(bench.folder.path() + u"/partage"_s);
    const QString share = bench.folder.path() + u"/partage"_s;
    REQUIRE(QDir().mkpath(share));
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Ici"_s).ok());
    bench.place->hang(u"write"_s);
    const auto silent = [](const auto &result) { return !result && result.error().code == ErrorCode::Silent; };
    CHECK(silent(dossier->moveTo(share + u"/projet.cpts"_s)));
    CHECK(silent(dossier->saveCopy(share + u"/copie.cpts"_s)));
    CHECK(silent(Dossier::create(share + u"/neuf.cpts"_s, {}, bench.clock, false, bench.options)));
    CHECK(dossier->path() == bench.file());
    CHECK(dossier->placeAnswers());
    REQUIRE(HangingBench::published(*dossier));
    CHECK(bench.filed().structure.nom == u"Ici");
    bool told = false;
    auto waiting = Dossier::create(share + u"/autre.cpts"_s, {}, bench.clock, false, bench.options,
                                   [&](const Dossier::Made &) { told = true; });
    REQUIRE(waiting);
    waiting.reset();
    // What was given up does not happen behind the user's back.
    REQUIRE(bench.back(1));
    CHECK(filesIn(share).isEmpty());
    CHECK_FALSE(told);
    REQUIRE(eventually([&] { return dossier->moveTo(share + u"/projet.cpts"_s).ok(); }));
    CHECK(dossier->saveState().type == State::Saved);
}

TEST_CASE("merging with what hangs is bounded, and changes nothing")
{
    HangingBench bench;
    auto dossier = bench.create();
    REQUIRE(dossier->saveCopy(bench.file(u"copie.cpts"_s)).ok());
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Mien"_s).ok());
    const QByteArray mine = factsOf(dossier->projet());
    bench.place->hang(u"read"_s);
    CHECK(dossier->mergeWithFile().error().code == ErrorCode::Silent);
    CHECK(dossier->mergeWith(bench.file(u"copie.cpts"_s)).error().code == ErrorCode::Silent);
    std::vector<ErrorCode> told;
    const auto then = [&](const base::Result<domain::MergeResult> &merged) {
        REQUIRE_FALSE(merged.ok());
        told.push_back(merged.error().code);
    };
    dossier->mergeWith(bench.file(u"copie.cpts"_s), then);
    dossier::proposeMerge(*dossier, bench.file(u"copie.cpts"_s), then);
    dossier->mergeWithFile(then);
    CHECK(told.empty());
    REQUIRE(eventually([&] { return told.size() == 3; }));
    CHECK(told == std::vector<ErrorCode>(3, ErrorCode::Silent));
    CHECK(factsOf(dossier->projet()) == mine);
    REQUIRE(bench.back(1));
    REQUIRE(HangingBench::published(*dossier));
    CHECK(eventually([&] { return dossier->mergeWith(bench.file(u"copie.cpts"_s)).ok(); }));
}

TEST_CASE("opening a file whose place hangs: told, given up, or there when it comes back")
{
    HangingBench bench;
    bench.create().reset();
    bench.place->hang();
    const auto refused = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message == u"Le dossier « Documents » ne répond pas. Rien n’a été modifié ; vérifiez la "
                                     u"connexion, la clé ou le disque, puis réessayez.");
    std::unique_ptr<Dossier> opened;
    bool givenUp = false;
    auto waiting = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options, [&](Dossier::Made made) {
        REQUIRE(made.ok());
        opened = std::move(made.value());
    });
    auto other = Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options,
                               [&](const Dossier::Made &) { givenUp = true; });
    REQUIRE(waiting);
    REQUIRE(other);
    other.reset();
    CHECK(Dossier::orphans(bench.options).empty());
    bench.place->comeBack();
    REQUIRE(eventually([&] { return opened != nullptr; }));
    CHECK_FALSE(opened->isReadOnly());
    CHECK(set(*opened, u"structure.nom"_s, u"Ouvert"_s).ok());
    REQUIRE(bench.back(1));
    QCoreApplication::processEvents();
    CHECK_FALSE(givenUp);
}

TEST_CASE("the note beside the file hangs alone: the work does not wait for it")
{
    HangingBench bench;
    bench.create().reset();
    bench.place->hang({}, u".ouvert"_s);
    SECTION("at the opening")
    {
        CHECK(Dossier::open(bench.file(), Mode::Edit, bench.clock, bench.options).error().code == ErrorCode::Silent);
        bench.place->hang(u"write"_s, u".ouvert"_s);
        auto dossier = bench.open();
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Sans attendre"_s).ok());
        CHECK(HangingBench::published(*dossier));
        QElapsedTimer timer;
        timer.start();
        dossier.reset();
        CHECK(timer.elapsed() < bound);
        CHECK(bench.filed().structure.nom == u"Sans attendre");
    }
    SECTION("at the closing")
    {
        bench.place->comeBack();
        auto dossier = bench.open();
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Fermé"_s).ok());
        bench.place->hang({}, u".ouvert"_s);
        QElapsedTimer timer;
        timer.start();
        dossier.reset();
        CHECK(timer.elapsed() < bound);
        CHECK(bench.filed().structure.nom == u"Fermé");
    }
    // The late writer takes its own note away.
    REQUIRE(bench.place->comeBackAndSettle());
    CHECK(filesIn(bench.user()) == QStringList{u"vallée.cpts"_s});
    CHECK_FALSE(bench.open()->isReadOnly());
}

TEST_CASE("work whose file's place hangs is not work whose file is gone")
{
    HangingBench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"En attente"_s).ok());
    bench.place->hang();
    dossier.reset();
    CHECK(Dossier::orphans(bench.options).empty());
    std::optional<size_t> found;
    const auto waiting =
        Dossier::orphans(bench.options, [&](const std::vector<dossier::Orphan> &all) { found = all.size(); });
    REQUIRE(eventually([&] { return found.has_value(); }));
    CHECK(*found == 0);
    REQUIRE(bench.place->comeBackAndSettle());
    CHECK(Dossier::orphans(bench.options).empty()); // the file is there
    REQUIRE(QFile::remove(bench.file()));
    const auto gone = Dossier::orphans(bench.options);
    REQUIRE(gone.size() == 1);
    bench.place->hang();
    CHECK(Dossier::recoverOrphan(gone[0], bench.file(u"neuf.cpts"_s), bench.clock, bench.options).error().code ==
          ErrorCode::Silent);
    REQUIRE(bench.place->comeBackAndSettle());
    CHECK(filesIn(bench.user()).isEmpty());
    REQUIRE(Dossier::orphans(bench.options).size() == 1);
    REQUIRE(Dossier::recoverOrphan(gone[0], bench.file(u"neuf.cpts"_s), bench.clock, bench.options).ok());
    CHECK(textOf(*bench.open(bench.file(u"neuf.cpts"_s)), u"structure.nom"_s) == u"En attente");
}

TEST_CASE("the disk of this computer hangs: closing is bounded, and nobody takes the project meanwhile")
{
    FaultyVfs vfs;
    HangingBench bench;
    bench.options.vfs = FaultyVfs::name();
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Écrit"_s).ok());
    REQUIRE(HangingBench::published(*dossier));
    vfs.hang(true);
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Bloqué"_s).ok());
    bench.place->hang();
    const auto failed = dossier->publishNow();
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().message.contains(u"ne sont pas encore en sécurité"_s));
    QElapsedTimer timer;
    timer.start();
    dossier.reset();
    CHECK(timer.elapsed() < bound);
    bench.place->comeBack();
    CHECK(bench.open()->isReadOnly()); // the thread that writes still has it
    vfs.hang(false);
    REQUIRE(bench.place->comeBackAndSettle());
    dossier = bench.open();
    CHECK_FALSE(dossier->isReadOnly());
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Bloqué");
}
