#include "dossier/ancestor.h"
#include "dossier/publisher.h"
#include "dossier/writer.h"
#include "unit/dossier/bench.h"
#include "unit/dossier/faulty_vfs.h"
#include "unit/store/sample.h"

#include <QElapsedTimer>

using namespace testing;

namespace
{

constexpr auto longest = std::chrono::seconds(60);

store::Step naming(domain::Projet &projet, const QString &name, qint64 sequence)
{
    store::Step step;
    step.changes = domain::setting(projet, {u"structure"_s, {}, u"nom"_s}, name);
    step.rows.push_back({sequence, u"u%1"_s.arg(sequence), sequence, u"Nommer"_s, {}, step.changes, false});
    REQUIRE(domain::applyChanges(projet, step.changes).ok());
    return step;
}

std::unique_ptr<store::WorkingCopy> workingCopy(const QString &place, const store::Contents &contents,
                                                const QByteArray &vfs = {})
{
    store::FileOperations files;
    auto copy = store::WorkingCopy::create(place, contents, u"/x.cpts"_s, {}, files, vfs);
    REQUIRE(copy.ok());
    return std::move(copy.value());
}

// Applied rows of a history over a project, as a copy of it would hold them.
store::Contents withSteps(store::Contents contents, const QStringList &names, const QString &prefix)
{
    for (const QString &name : names) {
        const auto sequence = static_cast<qint64>(contents.journal.size()) + 1;
        store::Step step = naming(contents.projet, name, sequence);
        step.rows[0].uid = prefix + name;
        contents.journal.push_back(step.rows[0]);
    }
    return contents;
}

} // namespace

TEST_CASE("the writer takes thousands of steps without making anyone wait, in order")
{
    QTemporaryDir folder;
    store::Contents contents;
    contents.project = base::Id::create();
    dossier::Writer writer(workingCopy(folder.filePath(u"c"_s), contents));
    QElapsedTimer timer;
    timer.start();
    for (qint64 count = 1; count <= 5000; ++count)
        writer.add(naming(contents.projet, QString::number(count), count));
    REQUIRE(writer.flush().ok());
    CHECK(timer.elapsed() < 60'000);
    auto copy = writer.stop();
    const auto read = copy->read();
    REQUIRE(read.ok());
    CHECK(read.value().projet.structure.nom == u"5000");
    CHECK(read.value().journal.size() == 5000);
    store::FileOperations files;
    copy->purge(files);
}

TEST_CASE("the writer says when it fails, keeps the steps, and says when they are safe")
{
    FaultyVfs vfs;
    QTemporaryDir folder;
    store::Contents contents;
    contents.project = base::Id::create();
    dossier::Writer writer(workingCopy(folder.filePath(u"c"_s), contents, FaultyVfs::name()));
    std::mutex mutex;
    std::vector<bool> told;
    writer.listen([&](const base::Result<void> &result) {
        const std::lock_guard lock(mutex);
        told.push_back(result.ok());
    });
    vfs.failFrom = 0;
    writer.add(naming(contents.projet, u"Un"_s, 1));
    CHECK_FALSE(writer.flush().ok());
    writer.add(naming(contents.projet, u"Deux"_s, 2));
    CHECK_FALSE(writer.flush().ok());
    std::vector<bool> late;
    writer.listen([&](const base::Result<void> &result) {
        const std::lock_guard lock(mutex);
        late.push_back(result.ok());
    });
    vfs.failFrom = std::numeric_limits<int>::max();
    writer.add(naming(contents.projet, u"Trois"_s, 3));
    QElapsedTimer timer;
    timer.start();
    while (!writer.flush() && timer.elapsed() < 30'000) {
    }
    auto copy = writer.stop();
    CHECK(told == std::vector<bool>{false});
    CHECK(late == std::vector<bool>{false, true});
    const auto read = copy->read();
    REQUIRE(read.ok());
    CHECK(read.value().journal.size() == 3);
    CHECK(read.value().projet.structure.nom == u"Trois");
}

TEST_CASE("stopping the writer writes what is still waiting")
{
    QTemporaryDir folder;
    store::Contents contents;
    contents.project = base::Id::create();
    dossier::Writer writer(workingCopy(folder.filePath(u"c"_s), contents));
    for (qint64 count = 1; count <= 50; ++count)
        writer.add(naming(contents.projet, QString::number(count), count));
    CHECK(writer.stop()->read().value().journal.size() == 50);
}

TEST_CASE("the publisher gives each outcome once")
{
    QTemporaryDir folder;
    const auto files = std::make_shared<store::FileOperations>();
    dossier::Publisher publisher(files, folder.filePath(u"s"_s));
    CHECK_FALSE(publisher.take());
    CHECK_FALSE(publisher.isBusy());
    dossier::PublishJob job;
    job.contents = sampleContents();
    job.revision = 7;
    job.target = folder.filePath(u"p.cpts"_s);
    job.expected.type = store::Expected::Type::Absent;
    std::atomic<int> told = 0;
    publisher.start(job, [&] { ++told; });
    REQUIRE(publisher.wait(longest));
    const auto outcome = publisher.take();
    REQUIRE(outcome);
    CHECK(outcome->result.ok());
    CHECK(outcome->revision == 7);
    CHECK(outcome->bytes == files->read(job.target).value());
    CHECK(outcome->bytesHash == store::hashOf(outcome->bytes));
    CHECK(outcome->logicalHash == store::logicalHash(job.contents));
    CHECK_FALSE(publisher.take());
    CHECK_FALSE(publisher.isBusy());
    publisher.start(job, [&] { ++told; }); // it exists now
    REQUIRE(publisher.wait(longest));
    CHECK(publisher.take()->result.error().code == base::ErrorCode::Conflict);
    CHECK(told == 2);

    job.type = dossier::PublishJob::Type::Read;
    publisher.start(job, [] {});
    REQUIRE(publisher.wait(longest));
    CHECK(publisher.take()->bytes == outcome->bytes);
    job.type = dossier::PublishJob::Type::Check;
    job.expected = {store::Expected::Type::Known, outcome->bytesHash, outcome->logicalHash};
    publisher.start(job, [] {});
    REQUIRE(publisher.wait(longest));
    CHECK(publisher.take()->result.ok());
    job.expected.bytesHash = job.expected.logicalHash = "autre";
    publisher.start(job, [] {});
    REQUIRE(publisher.wait(longest));
    CHECK(publisher.take()->result.error().code == base::ErrorCode::Conflict);
}

TEST_CASE("the common ancestor of two copies is where their journals part")
{
    const store::Contents origin = withSteps({}, {u"A"_s, u"B"_s}, u"commun-"_s);
    const store::Contents mine = withSteps(origin, {u"M1"_s, u"M2"_s}, u"m-"_s);
    store::Contents theirs = withSteps(origin, {u"T1"_s}, u"t-"_s);
    auto ancestor = dossier::commonAncestor(mine, theirs);
    REQUIRE(ancestor);
    CHECK(ancestor->structure.nom == u"B");

    SECTION("one of them did nothing more")
    {
        CHECK(dossier::commonAncestor(mine, origin)->structure.nom == u"B");
        CHECK(dossier::commonAncestor(origin, mine)->structure.nom == u"B");
        CHECK(dossier::commonAncestor(mine, mine)->structure.nom == u"M2");
    }
    SECTION("they undid a shared step")
    {
        theirs = origin;
        theirs.journal.back().undone = true;
        REQUIRE(domain::applyChanges(theirs.projet, domain::invert(theirs.journal.back().changes)).ok());
        ancestor = dossier::commonAncestor(mine, theirs);
        REQUIRE(ancestor);
        CHECK(ancestor->structure.nom == u"A");
    }
    SECTION("the shared steps were cut from one journal: the start of both is not the same")
    {
        theirs.journal.erase(theirs.journal.begin(), theirs.journal.begin() + 2);
        CHECK_FALSE(dossier::commonAncestor(mine, theirs));
    }
    SECTION("the oldest steps alone were cut")
    {
        theirs.journal.erase(theirs.journal.begin());
        CHECK(dossier::commonAncestor(mine, theirs)->structure.nom == u"B");
    }
    SECTION("nothing in common")
    {
        CHECK_FALSE(dossier::commonAncestor(mine, sampleContents()));
    }
    SECTION("both from the same empty start")
    {
        const auto start = dossier::commonAncestor(withSteps({}, {u"X"_s}, u"x-"_s), withSteps({}, {u"Y"_s}, u"y-"_s));
        REQUIRE(start);
        CHECK(start->structure.nom.isEmpty());
    }
}
