// The days of a file: other computers, clocks that jump, backups, crashes at awkward instants.
#include "store/backups.h"
#include "store/working_copy.h"
#include "unit/dossier/bench.h"
#include "unit/dossier/random_edits.h"

#include <QDirIterator>
#include <QFile>
#include <set>

using namespace testing;
using State = dossier::SaveState::Type;

namespace
{

store::Contents contentsOf(const QString &path)
{
    const auto bytes = store::FileOperations().read(path);
    REQUIRE(bytes.ok());
    auto opened = store::fromBytes(bytes.value());
    REQUIRE(opened.ok());
    return std::move(opened.value().contents);
}

QString workingCopyOf(const Bench &bench, const Dossier &dossier)
{
    return store::workingCopyFolder(bench.data() + u"/copies/"_s + dossier.id().toString(), bench.file());
}

// One coordinator of two, each on a computer of their own, on the same shared file.
struct Desk {
    explicit Desk(const Bench &bench, quint32 seed) : random(seed)
    {
        options.dataFolder = folder.path();
        auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, options);
        REQUIRE(opened.ok());
        REQUIRE_FALSE(opened.value()->isReadOnly());
        dossier = std::move(opened.value());
        // The presence note would make the other read-only: this is the case where it did not get through.
        QFile::remove(bench.user() + u"/.~vallée.cpts.ouvert"_s);
    }
    // Writes a sentence nobody else writes into a record of this desk's own.
    void write(int number)
    {
        const QString text = u"%1 %2"_s.arg(folder.path()).arg(number);
        const base::Id id = base::Id::create();
        REQUIRE(dossier
                    ->edit(u"Ajouter"_s, domain::inserting(dossier->projet(), u"partenaire"_s, id,
                                                           {{u"service"_s, domain::Value(text)}}))
                    .ok());
        written.insert(text);
    }
    void save()
    {
        if (dossier->publishNow())
            return;
        const auto merged = dossier->mergeWithFile();
        REQUIRE(merged.ok());
        conflicts += static_cast<int>(merged.value().conflicts.size());
        REQUIRE(dossier->saveState().type == State::Saved);
    }

    QTemporaryDir folder;
    dossier::Options options;
    RandomEdits random;
    std::unique_ptr<Dossier> dossier;
    std::set<QString> written;
    int conflicts = 0;
};

} // namespace

TEST_CASE("two people on one file, saving in turn or not: nothing either wrote is lost")
{
    Bench bench;
    bench.create().reset();
    Desk one(bench, 1);
    Desk two(bench, 2);
    for (int round = 0; round < 12; ++round) {
        for (Desk *desk : {&one, &two}) {
            desk->write(round);
            REQUIRE(
                set(*desk->dossier, desk == &one ? u"structure.nom"_s : u"population.source"_s, u"tour %1"_s.arg(round))
                    .ok());
            if (desk->random.below(3) != 0)
                desk->save();
        }
    }
    one.save();
    two.save();
    one.save();
    CHECK(one.conflicts + two.conflicts == 0);
    CHECK(factsOf(one.dossier->projet()) == factsOf(contentsOf(bench.file()).projet));
    std::set<QString> found;
    for (const auto &[id, partenaire] : contentsOf(bench.file()).projet.partenaires)
        found.insert(partenaire.service);
    std::set<QString> expected = one.written;
    expected.insert(two.written.begin(), two.written.end());
    CHECK(found == expected);
    CHECK(textOf(*one.dossier, u"structure.nom"_s) == u"tour 11");
    CHECK(textOf(*one.dossier, u"population.source"_s) == u"tour 11");
}

TEST_CASE("both changed the same field: each keeps their own until told, and the other's is in the conflict")
{
    Bench bench;
    bench.create().reset();
    Desk one(bench, 1);
    Desk two(bench, 2);
    REQUIRE(set(*one.dossier, u"structure.nom"_s, u"De l’une"_s).ok());
    one.save();
    REQUIRE(set(*two.dossier, u"structure.nom"_s, u"De l’autre"_s).ok());
    CHECK(two.dossier->publishNow().error().code == base::ErrorCode::Conflict);
    const auto merged = two.dossier->mergeWithFile();
    REQUIRE(merged.ok());
    REQUIRE(merged.value().conflicts.size() == 1);
    REQUIRE(
        two.dossier
            ->edit(u"Prendre l’autre"_s, domain::takeTheirs(two.dossier->projet(), merged.value().conflicts.front()))
            .ok());
    CHECK(textOf(*two.dossier, u"structure.nom"_s) == u"De l’une");
    REQUIRE(two.dossier->undo().ok());
    CHECK(textOf(*two.dossier, u"structure.nom"_s) == u"De l’autre");
}

TEST_CASE("killed between the switch of the file and its note: no false conflict")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Un"_s).ok());
    const QString place = workingCopyOf(bench, *dossier);
    store::FileOperations files;
    const QByteArray before = store::notes::base(place, files);
    REQUIRE(dossier->publishNow().ok());
    const QByteArray after = store::notes::base(place, files);
    REQUIRE(before != after);
    CHECK(after == files.read(bench.file()).value());
    // Typed on after the publication, then dead; the notes are those of the instant of the switch.
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Deux"_s).ok());
    QFile::remove(bench.file());
    dossier.reset();
    REQUIRE(files.write(bench.file(), after).ok());
    REQUIRE(store::notes::setBase(place, before, files).ok());

    SECTION("the next version had been noted")
    {
        REQUIRE(store::notes::setNext(place, after, files).ok());
        dossier = bench.open();
        CHECK(dossier->opening().recovered);
        CHECK(dossier->opening().merge.conflicts.empty());
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Deux");
    }
    SECTION("without that note the journals tell that the file is an earlier state of this work")
    {
        dossier = bench.open();
        CHECK(dossier->opening().recovered);
        CHECK(dossier->opening().merge.conflicts.empty());
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Deux");
        CHECK(dossier->publishNow().ok());
    }
    SECTION("the note of a version that never got there counts for nothing")
    {
        REQUIRE(store::notes::setNext(place, "une version jamais publiée", files).ok());
        dossier = bench.open();
        CHECK(dossier->opening().recovered);
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Deux");
    }
    SECTION("without any note the journals find where they parted")
    {
        QFile::remove(place + u"/base.cpts"_s);
        dossier = bench.open();
        CHECK(dossier->opening().recovered);
        CHECK(dossier->opening().merge.conflicts.empty());
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Deux");
    }
}

TEST_CASE("a clock that jumps back a day or forward a year changes no order")
{
    Bench bench;
    auto dossier = bench.create();
    const QDateTime start = bench.clock.now();
    int number = 0;
    for (const qint64 shift : {0LL, -86'400LL, 31'536'000LL, -3600LL}) {
        bench.clock.set(start.addSecs(shift));
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Nom %1"_s.arg(++number)).ok());
        REQUIRE(dossier->publishNow().ok());
    }
    dossier.reset();
    dossier = bench.open();
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Nom 4");
    for (const QString &expected : {u"Nom 3"_s, u"Nom 2"_s, u"Nom 1"_s, QString()}) {
        REQUIRE(dossier->undo().ok());
        CHECK(textOf(*dossier, u"structure.nom"_s) == expected);
    }
}

TEST_CASE("in a session, the first version met is kept, then one each half hour, and the last at closing")
{
    Bench bench;
    bench.create().reset();
    store::FileOperations files;
    store::Backups backups(bench.data() + u"/sauvegardes"_s, files);
    const auto count = [&] { return backups.listFor(bench.file()).size(); };
    CHECK(count() == 0); // nothing came before a new project
    auto dossier = bench.open();
    const auto saveAfter = [&](int minutes, const QString &name) {
        bench.clock.set(bench.clock.now().addSecs(60 * minutes));
        REQUIRE(set(*dossier, u"structure.nom"_s, name).ok());
        REQUIRE(dossier->publishNow().ok());
    };
    saveAfter(1, u"A"_s);
    CHECK(count() == 1);
    saveAfter(5, u"B"_s);
    saveAfter(20, u"C"_s);
    CHECK(count() == 1);
    saveAfter(10, u"D"_s);
    CHECK(count() == 2);
    CHECK(contentsOf(backups.listFor(bench.file())[0].path).projet.structure.nom == u"C");
    bench.clock.set(bench.clock.now().addSecs(60));
    dossier.reset();
    REQUIRE(count() == 3);
    CHECK(backups.listFor(bench.file())[0].reason == u"fermeture");
    CHECK(contentsOf(backups.listFor(bench.file())[0].path).projet.structure.nom == u"D");
    for (const store::Backup &backup : backups.listFor(bench.file()))
        CHECK(backups.verify(backup));
    // Looking without touching leaves no trace.
    bench.open().reset();
    CHECK(count() == 3);
}

TEST_CASE("what lists show is written with the file")
{
    Bench bench;
    auto dossier = bench.create(u"CPTS des Vallées"_s);
    dossier->setCompleteness(140);
    REQUIRE(set(*dossier, u"population.valeur"_s, qint64(25'310)).ok());
    REQUIRE(dossier->publishNow().ok());
    auto resume = store::readResume(bench.file());
    REQUIRE(resume.ok());
    CHECK(resume.value().name == u"CPTS des Vallées");
    CHECK(resume.value().complete == 100);
    CHECK(resume.value().population == 25'310);
    CHECK(resume.value().project == dossier->id());
    CHECK(resume.value().publishedAt == bench.clock.now());
    dossier->setCompleteness(62);
    REQUIRE(set(*dossier, u"population.annee"_s, qint64(2023)).ok());
    dossier.reset();
    CHECK(store::readResume(bench.file()).value().complete == 62);
}

TEST_CASE("looking only: no lock, no note, no copy, the same file")
{
    Bench bench;
    bench.create().reset();
    const QByteArray before = store::FileOperations().read(bench.file()).value();
    {
        auto reader = bench.open(bench.file(), Mode::ReadOnly);
        CHECK(reader->isReadOnly());
        CHECK(reader->opening().sentence.isEmpty());
        CHECK_FALSE(reader->mergeWithFile().ok());
        CHECK_FALSE(reader->mergeWith(bench.file()).ok());
        CHECK_FALSE(reader->moveTo(bench.file(u"x.cpts"_s)).ok());
        CHECK_FALSE(reader->undo().ok());
        reader->publishSoon();
        CHECK(filesIn(bench.user()) == QStringList{u"vallée.cpts"_s});
        CHECK_FALSE(bench.open()->isReadOnly());
    }
    CHECK(store::FileOperations().read(bench.file()).value() == before);
}

TEST_CASE("saving elsewhere leaves the former file, and follows the new one")
{
    Bench bench;
    auto dossier = bench.create();
    const QByteArray former = store::FileOperations().read(bench.file()).value();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Après"_s).ok());
    const QString elsewhere = bench.folder.path() + u"/clé USB/projet.cpts"_s;
    CHECK(dossier->moveTo(elsewhere).error().code == base::ErrorCode::NotFound);
    CHECK(dossier->path() == bench.file());
    REQUIRE(QDir().mkpath(bench.folder.path() + u"/clé USB"_s));
    REQUIRE(dossier->moveTo(elsewhere).ok());
    CHECK(store::FileOperations().read(bench.file()).value() == former);
    CHECK(dossier->moveTo(bench.file()).error().code == base::ErrorCode::Conflict);
    REQUIRE(set(*dossier, u"population.source"_s, u"INSEE"_s).ok());
    dossier.reset();
    CHECK(contentsOf(elsewhere).projet.population.source == u"INSEE");
    CHECK(contentsOf(bench.file()).projet.structure.nom.isEmpty());
}

TEST_CASE("opening what is not there, not ours or empty")
{
    Bench bench;
    const auto code = [&](const QString &name) {
        const auto opened = Dossier::open(bench.file(name), Mode::Edit, bench.clock, bench.options);
        REQUIRE_FALSE(opened.ok());
        CHECK(opened.error().message.endsWith(u'.'));
        return opened.error().code;
    };
    CHECK(code(u"absent.cpts"_s) == base::ErrorCode::NotFound);
    store::FileOperations files;
    REQUIRE(files.write(bench.file(u"vide.cpts"_s), {}).ok());
    CHECK(code(u"vide.cpts"_s) == base::ErrorCode::Damaged);
    REQUIRE(files.write(bench.file(u"texte.cpts"_s), "Bonjour,\nvoici le projet.\n").ok());
    CHECK(code(u"texte.cpts"_s) == base::ErrorCode::Foreign);
    REQUIRE(QDir().mkpath(bench.file(u"dossier.cpts"_s)));
    CHECK(code(u"dossier.cpts"_s) == base::ErrorCode::NotFound);
    QDirIterator left(bench.data(), QDir::Files, QDirIterator::Subdirectories);
    CHECK_FALSE(left.hasNext());
}
