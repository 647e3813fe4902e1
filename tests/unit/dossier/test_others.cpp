#include "dossier/merging.h"
#include "store/backups.h"
#include "store/sqlite.h"
#include "store/working_copy.h"
#include "unit/dossier/bench.h"
#include "unit/dossier/random_edits.h"

#include <QDirIterator>
#include <QFile>

using namespace testing;
using State = dossier::SaveState::Type;

namespace
{

// The same file opened and changed on another computer: other local data, no lock in common.
void changeElsewhere(const Bench &bench, const QString &champ, const QString &value)
{
    QTemporaryDir other;
    dossier::Options options;
    options.dataFolder = other.path();
    auto opened = Dossier::open(bench.file(), Mode::Edit, bench.clock, options);
    REQUIRE(opened.ok());
    REQUIRE(set(*opened.value(), champ, value).ok());
    REQUIRE(opened.value()->publishNow().ok());
}

} // namespace

TEST_CASE("a second window on the same file is read-only and told who has it")
{
    Bench bench;
    auto first = bench.create();
    auto second = bench.open();
    CHECK(second->isReadOnly());
    REQUIRE(second->opening().other);
    CHECK(second->opening().other->sameComputer);
    CHECK(second->opening().sentence.contains(u"déjà ouvert dans une autre fenêtre"_s));
    CHECK_FALSE(set(*second, u"structure.nom"_s, u"Seconde"_s).ok());
    CHECK_FALSE(second->publishNow().ok());
    CHECK_FALSE(second->canUndo());

    // A copy to be merged later: both works are there in the end.
    REQUIRE(second->saveCopy(bench.file(u"copie.cpts"_s)).ok());
    CHECK(second->saveCopy(bench.file(u"copie.cpts"_s)).error().code == base::ErrorCode::Conflict);
    auto copy = bench.open(bench.file(u"copie.cpts"_s));
    CHECK_FALSE(copy->isReadOnly());
    CHECK(copy->id() != first->id());
    REQUIRE(set(*copy, u"structure.nom"_s, u"Association"_s).ok());
    copy.reset();
    REQUIRE(set(*first, u"population.source"_s, u"INSEE"_s).ok());
    const auto merged = first->mergeWith(bench.file(u"copie.cpts"_s));
    REQUIRE(merged.ok());
    CHECK(merged.value().conflicts.empty());
    CHECK(textOf(*first, u"structure.nom"_s) == u"Association");
    CHECK(textOf(*first, u"population.source"_s) == u"INSEE");
    CHECK(first->undoLabel() == u"Réunir avec « copie.cpts »");
    REQUIRE(first->undo().ok());
    CHECK(textOf(*first, u"structure.nom"_s).isEmpty());
    second.reset();
    first.reset();
    CHECK_FALSE(bench.open()->isReadOnly());
}

TEST_CASE("somebody on another computer has it open")
{
    Bench bench;
    bench.create().reset();
    QFile note(bench.user() + u"/.~vallée.cpts.ouvert"_s);
    REQUIRE(note.open(QIODevice::WriteOnly));
    const QString now = bench.clock.now().toUTC().toString(Qt::ISODate);
    note.write((QStringList{u"martin"_s, u"poste-2"_s, u"1"_s, now, now}.join(u'\n')).toUtf8());
    note.close();
    const auto dossier = bench.open();
    CHECK(dossier->isReadOnly());
    REQUIRE(dossier->opening().other);
    CHECK(dossier->opening().other->who == u"martin (poste-2)");
    CHECK(dossier->opening().sentence.contains(u"14\u00A0h\u00A032"_s));
}

TEST_CASE("a file changed elsewhere is never overwritten, the merge keeps both")
{
    Bench bench;
    auto dossier = bench.create();
    QStringList told;
    QObject::connect(dossier.get(), &Dossier::fileChangedElsewhere, dossier.get(),
                     [&](const QString &sentence) { told.push_back(sentence); });
    QFile::remove(bench.user() + u"/.~vallée.cpts.ouvert"_s);
    changeElsewhere(bench, u"structure.nom"_s, u"Leur nom"_s);
    const QByteArray theirs = store::FileOperations().read(bench.file()).value();
    REQUIRE(set(*dossier, u"population.source"_s, u"INSEE"_s).ok());
    CHECK(dossier->publishNow().error().code == base::ErrorCode::Conflict);
    CHECK(dossier->publishNow().error().code == base::ErrorCode::Conflict);
    CHECK(told.size() == 1);
    CHECK(dossier->saveState().type == State::Failed);
    CHECK(store::FileOperations().read(bench.file()).value() == theirs);

    SECTION("merged")
    {
        const auto merged = dossier->mergeWithFile();
        REQUIRE(merged.ok());
        CHECK(merged.value().conflicts.empty());
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Leur nom");
        CHECK(textOf(*dossier, u"population.source"_s) == u"INSEE");
        CHECK(dossier->saveState().type == State::Saved);
        dossier.reset();
        dossier = bench.open();
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Leur nom");
        CHECK(textOf(*dossier, u"population.source"_s) == u"INSEE");
        // Their version stays in the backups.
        CHECK_FALSE(QDir(bench.data() + u"/sauvegardes/"_s + dossier->id().toString())
                        .entryList({u"*_fusion_*.cpts"_s})
                        .isEmpty());
    }
    SECTION("the same field: mine stays, theirs is told")
    {
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Mon nom"_s).ok());
        const auto merged = dossier->mergeWithFile();
        REQUIRE(merged.ok());
        REQUIRE(merged.value().conflicts.size() == 1);
        CHECK(merged.value().conflicts[0].theirs == domain::Value(u"Leur nom"_s));
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Mon nom");
    }
    SECTION("closed without merging: the next opening unites them")
    {
        dossier.reset();
        CHECK(store::FileOperations().read(bench.file()).value() == theirs);
        dossier = bench.open();
        CHECK(dossier->opening().recovered);
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Leur nom");
        CHECK(textOf(*dossier, u"population.source"_s) == u"INSEE");
        REQUIRE(dossier->publishNow().ok());
        dossier.reset();
        CHECK_FALSE(bench.open()->opening().recovered);
    }
    SECTION("replaced by another project: not merged")
    {
        REQUIRE(QFile::remove(bench.file()));
        Bench another;
        another.create(u"Autre"_s).reset();
        REQUIRE(QFile::copy(another.file(), bench.file()));
        CHECK(dossier->mergeWithFile().error().message.contains(u"un autre projet"_s));
        CHECK(textOf(*dossier, u"identite.nom"_s) == u"Vallée");
    }
}

TEST_CASE("two copies edited apart share their past")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Commun"_s).ok());
    REQUIRE(dossier->saveCopy(bench.file(u"copie.cpts"_s)).ok());
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Mien"_s).ok());
    auto copy = bench.open(bench.file(u"copie.cpts"_s));
    REQUIRE(set(*copy, u"population.source"_s, u"Copie"_s).ok());
    REQUIRE(copy->undo().ok());
    REQUIRE(copy->redo().ok());
    copy.reset();
    const auto merged = dossier->mergeWith(bench.file(u"copie.cpts"_s));
    REQUIRE(merged.ok());
    CHECK(merged.value().conflicts.empty()); // "Commun" -> "Mien" is mine alone: the ancestor was found
    CHECK(textOf(*dossier, u"structure.nom"_s) == u"Mien");
    CHECK(textOf(*dossier, u"population.source"_s) == u"Copie");
    CHECK_FALSE(dossier->mergeWith(bench.file(u"absent.cpts"_s)).ok());
}

TEST_CASE("a merge is one step with its answers, and one that is given up leaves what can be redone")
{
    Bench bench;
    const QString copyPath = bench.file(u"copie.cpts"_s);
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Commun"_s).ok());
    REQUIRE(dossier->saveCopy(copyPath).ok());
    {
        const auto copy = bench.open(copyPath);
        REQUIRE(set(*copy, u"structure.nom"_s, u"Leur"_s).ok());
        REQUIRE(set(*copy, u"population.source"_s, u"Copie"_s).ok());
    }
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Mien"_s).ok());
    REQUIRE(set(*dossier, u"structure.adresse"_s, u"Défait"_s).ok());
    REQUIRE(dossier->undo().ok());
    const QString undone = dossier->redoLabel();
    std::optional<domain::MergeResult> merge;
    dossier::proposeMerge(*dossier, copyPath, [&merge](const base::Result<domain::MergeResult> &proposed) {
        REQUIRE(proposed.ok());
        merge = proposed.value();
    });
    REQUIRE(merge);
    REQUIRE(merge->conflicts.size() == 1);
    CHECK(textOf(*dossier, u"population.source"_s).isEmpty());
    CHECK(dossier->undoLabel() == u"Modifier structure.nom");
    CHECK(dossier->redoLabel() == undone);
    CHECK_FALSE(undone.isEmpty());

    SECTION("the answers go on with it, even when it has left for the file")
    {
        const auto done = dossier->mergeWith(copyPath);
        REQUIRE(done.ok());
        REQUIRE(dossier->publishNow().ok());
        dossier->closeStep();
        REQUIRE(dossier::editMerge(*dossier, u"Trancher"_s,
                                   domain::takeTheirs(dossier->projet(), done.value().conflicts[0])));
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Leur");
        CHECK(dossier->undoLabel() == u"Réunir avec « copie.cpts »");
        REQUIRE(dossier->undo().ok());
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Mien");
        CHECK(textOf(*dossier, u"population.source"_s).isEmpty());
        CHECK_FALSE(dossier::lastIsMerge(*dossier));
        REQUIRE(dossier->redo().ok());
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Leur");
        CHECK(dossier::lastIsMerge(*dossier));
    }
    SECTION("an edit comes between: the answers are a step of their own")
    {
        REQUIRE(dossier->mergeWith(copyPath).ok());
        REQUIRE(set(*dossier, u"structure.adresse"_s, u"Ensuite"_s).ok());
        REQUIRE(
            dossier::editMerge(*dossier, u"Trancher"_s, domain::takeTheirs(dossier->projet(), merge->conflicts[0])));
        REQUIRE(dossier->undo().ok());
        CHECK(textOf(*dossier, u"structure.adresse"_s) == u"Ensuite");
    }
}

TEST_CASE("without a common past every difference is shown, nothing is lost")
{
    Bench bench;
    Bench another;
    auto dossier = bench.create(u"A"_s);
    another.create(u"B"_s).reset();
    const auto merged = dossier->mergeWith(another.file());
    REQUIRE(merged.ok());
    CHECK(textOf(*dossier, u"identite.nom"_s) == u"A");
    REQUIRE(merged.value().conflicts.size() == 1);
    CHECK(merged.value().conflicts[0].theirs == domain::Value(u"B"_s));
}

TEST_CASE("work of a session that died is found again")
{
    Bench bench;
    dieWhileEditing(bench, bench.create(), u"structure.nom"_s, u"Tapé avant la panne"_s);

    SECTION("silently when the file is the same")
    {
        auto dossier = bench.open();
        CHECK(dossier->opening().recovered);
        CHECK(dossier->opening().merge.conflicts.empty());
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Tapé avant la panne");
        CHECK(dossier->canUndo());
        dossier.reset();
        dossier = bench.open();
        CHECK_FALSE(dossier->opening().recovered);
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Tapé avant la panne");
    }
    SECTION("united with what somebody else did meanwhile")
    {
        changeElsewhere(bench, u"population.source"_s, u"INSEE"_s);
        auto dossier = bench.open();
        CHECK(dossier->opening().recovered);
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Tapé avant la panne");
        CHECK(textOf(*dossier, u"population.source"_s) == u"INSEE");
        CHECK(dossier->publishNow().ok());
    }
    SECTION("with the conflict told when both changed the same field")
    {
        changeElsewhere(bench, u"structure.nom"_s, u"Ailleurs"_s);
        auto dossier = bench.open();
        REQUIRE(dossier->opening().merge.conflicts.size() == 1);
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Tapé avant la panne");
    }
    SECTION("even when the working copy is ruined: the file opens, the remains are set aside")
    {
        const QString copies = bench.options.dataFolder + u"/copies"_s;
        QDirIterator each(copies, {u"travail.db*"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (each.hasNext())
            REQUIRE(store::FileOperations().write(each.next(), QByteArray(9000, 'x')).ok());
        auto dossier = bench.open();
        CHECK_FALSE(dossier->opening().recovered);
        CHECK(textOf(*dossier, u"structure.nom"_s).isEmpty());
        CHECK(QDir(bench.options.dataFolder + u"/illisibles"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() ==
              1);
        dossier.reset();
        CHECK_FALSE(bench.open()->isReadOnly());
    }
    SECTION("but not in a copy of the file that is elsewhere")
    {
        REQUIRE(QFile::copy(bench.file(), bench.file(u"double.cpts"_s)));
        CHECK_FALSE(bench.open(bench.file(u"double.cpts"_s))->opening().recovered);
        CHECK(bench.open()->opening().recovered);
    }
}

TEST_CASE("work on a copy whose support is unplugged waits for that copy, the original takes none of it")
{
    Bench bench;
    bench.create().reset();
    const QString support = bench.file(u"clé"_s);
    const QString copy = support + u"/double.cpts"_s;
    REQUIRE(QDir().mkpath(support));
    REQUIRE(QFile::copy(bench.file(), copy));
    dieWhileEditing(bench, bench.open(copy), u"structure.nom"_s, u"Version de la clé"_s);
    const QString away = bench.folder.path() + u"/clé retirée"_s;
    REQUIRE(QDir().rename(support, away));

    auto original = bench.open();
    CHECK_FALSE(original->opening().recovered);
    CHECK(original->opening().sentence.contains(u"« double.cpts »"_s));
    CHECK(textOf(*original, u"structure.nom"_s).isEmpty());
    original.reset();
    REQUIRE(Dossier::orphans(bench.options).size() == 1);
    REQUIRE(QDir().rename(away, support));
    auto again = bench.open(copy);
    CHECK(again->opening().recovered);
    CHECK(textOf(*again, u"structure.nom"_s) == u"Version de la clé");
    again.reset();
    CHECK(bench.open()->opening().sentence.isEmpty());
}

TEST_CASE("work on an unplugged support whose folder stays is not poured into a copy of the same bytes")
{
    Bench bench;
    bench.create().reset();
    const QString support = bench.file(u"clé"_s);
    const QString onSupport = support + u"/projet.cpts"_s;
    REQUIRE(QDir().mkpath(support));
    REQUIRE(QFile::rename(bench.file(), onSupport));
    // The last version of the support, copied before the session that could not write there any more.
    REQUIRE(QFile::copy(onSupport, bench.file()));
    dieWhileEditing(bench, bench.open(onSupport), u"structure.nom"_s, u"Version de la clé"_s);
    const QByteArray copied = store::FileOperations().read(bench.file()).value();
    // The support as it was before it left: `die` lets the session write there.
    REQUIRE(QFile::remove(onSupport));

    auto copy = bench.open();
    CHECK_FALSE(copy->opening().recovered);
    CHECK(copy->opening().sentence.contains(u"« projet.cpts », qui n’est plus à sa place"_s));
    CHECK(textOf(*copy, u"structure.nom"_s).isEmpty());
    copy.reset();
    CHECK(store::FileOperations().read(bench.file()).value() == copied);
    CHECK(Dossier::orphans(bench.options).size() == 1);
    // The support comes back with the file as it was.
    REQUIRE(store::FileOperations().write(onSupport, copied).ok());
    CHECK(textOf(*bench.open(onSupport), u"structure.nom"_s) == u"Version de la clé");
}

TEST_CASE("a version of ours that holds a step undone since is nobody else’s work, even without the notes")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Un"_s).ok());
    REQUIRE(set(*dossier, u"population.source"_s, u"Deux"_s).ok());
    REQUIRE(dossier->publishNow().ok());
    const QByteArray earlier = store::FileOperations().read(bench.file()).value();
    const QString folder = store::workingCopyFolder(u"/copies/"_s + dossier->id().toString(), bench.file());

    SECTION("the file is the earlier one")
    {
        REQUIRE(dossier->undo().ok());
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Trois"_s).ok());
        die(bench, std::move(dossier));
        REQUIRE(store::FileOperations().write(bench.file(), earlier).ok());
        REQUIRE(QFile::remove(bench.options.dataFolder + folder + u"/base.cpts"_s));
        dossier = bench.open();
        CHECK(dossier->opening().recovered);
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Trois");
        CHECK(textOf(*dossier, u"population.source"_s).isEmpty());
    }
    SECTION("the work found again is the earlier one")
    {
        REQUIRE(dossier->secure().ok());
        const QString remains = bench.folder.path() + u"/restes"_s;
        copyFolder(bench.options.dataFolder, remains);
        REQUIRE(QFile::remove(remains + folder + u"/base.cpts"_s));
        QFile::remove(remains + u"/copies/"_s + dossier->id().toString() + u"/verrou"_s);
        REQUIRE(dossier->undo().ok());
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Trois"_s).ok());
        dossier.reset();
        bench.options.dataFolder = remains;
        dossier = bench.open();
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Trois");
        CHECK(textOf(*dossier, u"population.source"_s).isEmpty());
        CHECK(dossier->opening().merge.conflicts.empty());
    }
    REQUIRE(dossier->publishNow().ok());
}

TEST_CASE("an earlier version of the file that comes back takes nothing away")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Un"_s).ok());
    REQUIRE(dossier->publishNow().ok());
    const QByteArray earlier = store::FileOperations().read(bench.file()).value();
    bench.clock.set(bench.clock.now().addSecs(60));
    REQUIRE(set(*dossier, u"population.source"_s, u"Deux"_s).ok());
    REQUIRE(dossier->publishNow().ok());

    SECTION("under a session that died with work to be published")
    {
        dieWhileEditing(bench, std::move(dossier), u"structure.nom"_s, u"Trois"_s);
        REQUIRE(store::FileOperations().write(bench.file(), earlier).ok());
        dossier = bench.open();
        CHECK(dossier->opening().recovered);
        CHECK(dossier->opening().merge.conflicts.empty());
        CHECK(dossier->opening().sentence.contains(u"plus ancienne"_s));
        CHECK(textOf(*dossier, u"structure.nom"_s) == u"Trois");
        CHECK(textOf(*dossier, u"population.source"_s) == u"Deux");
        REQUIRE(dossier->publishNow().ok());
        // The version met is kept, as every version that is replaced.
        store::FileOperations files;
        CHECK_FALSE(store::Backups(bench.options.dataFolder + u"/sauvegardes"_s, files).listFor(bench.file()).empty());
    }
    SECTION("under a session that died with everything published: the later version is kept within reach")
    {
        const QString remains = bench.folder.path() + u"/restes"_s;
        copyFolder(bench.options.dataFolder, remains);
        const auto id = dossier->id();
        dossier.reset();
        QFile::remove(remains + u"/copies/"_s + id.toString() + u"/verrou"_s);
        bench.options.dataFolder = remains;
        REQUIRE(store::FileOperations().write(bench.file(), earlier).ok());
        dossier = bench.open();
        CHECK_FALSE(dossier->opening().recovered);
        CHECK(textOf(*dossier, u"population.source"_s).isEmpty()); // what the file holds is what the user sees
        CHECK(dossier->opening().sentence.contains(u"versions de secours"_s));
        store::FileOperations files;
        store::Backups backups(remains + u"/sauvegardes"_s, files);
        REQUIRE(backups.listFor(bench.file()).size() == 2); // with the one of the first publication
        CHECK(backups.listFor(bench.file())[0].reason == u"retrouve");
        const auto kept = store::fromBytes(files.read(backups.listFor(bench.file())[0].path).value());
        CHECK(kept.value().contents.projet.population.source == u"Deux");
    }
    SECTION("while it is open: bringing the two together keeps what was done since")
    {
        REQUIRE(store::FileOperations().write(bench.file(), earlier).ok());
        REQUIRE(set(*dossier, u"structure.nom"_s, u"Trois"_s).ok());
        CHECK(dossier->publishNow().error().code == base::ErrorCode::Conflict);
        const auto merged = dossier->mergeWithFile();
        REQUIRE(merged.ok());
        CHECK(merged.value().fromTheirs.empty());
        CHECK(textOf(*dossier, u"population.source"_s) == u"Deux");
        CHECK(dossier->saveState().type == State::Saved);
    }
}

TEST_CASE("what somebody undid elsewhere is a change of theirs, not an earlier version")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"À défaire"_s).ok());
    REQUIRE(dossier->publishNow().ok());
    QFile::remove(bench.user() + u"/.~vallée.cpts.ouvert"_s);
    {
        QTemporaryDir other;
        dossier::Options options;
        options.dataFolder = other.path();
        auto theirs = Dossier::open(bench.file(), Mode::Edit, bench.clock, options);
        REQUIRE(theirs.ok());
        REQUIRE(theirs.value()->undo().ok());
        REQUIRE(theirs.value()->publishNow().ok());
    }
    REQUIRE(set(*dossier, u"population.source"_s, u"INSEE"_s).ok());
    const auto merged = dossier->mergeWithFile();
    REQUIRE(merged.ok());
    CHECK(textOf(*dossier, u"structure.nom"_s).isEmpty());
    CHECK(textOf(*dossier, u"population.source"_s) == u"INSEE");
}

TEST_CASE("nothing of the project stays in the program's folder after closing, but the backups")
{
    Bench bench;
    auto dossier = bench.create();
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Secret"_s).ok());
    dossier.reset();
    CHECK(QDir(bench.data() + u"/copies"_s).isEmpty());
    CHECK(filesIn(bench.user()) == QStringList{u"vallée.cpts"_s});
}

TEST_CASE("a link to the file stays a link")
{
    Bench bench;
    bench.create().reset();
    const QString link = bench.file(u"lien.cpts"_s);
    REQUIRE(QFile::link(bench.file(), link));
    auto dossier = bench.open(link);
    REQUIRE(set(*dossier, u"structure.nom"_s, u"Par le lien"_s).ok());
    dossier.reset();
    CHECK(QFileInfo(link).isSymLink());
    CHECK(textOf(*bench.open(), u"structure.nom"_s) == u"Par le lien");
}

TEST_CASE("a newer file opens read-only and is not copied with a part missing")
{
    Bench bench;
    bench.create().reset();
    auto connection = store::Connection::openFile(bench.file());
    REQUIRE(connection.ok());
    REQUIRE(connection.value().execute("PRAGMA user_version = 99; CREATE TABLE nouveaute (id TEXT)").ok());
    auto dossier = bench.open();
    CHECK(dossier->isReadOnly());
    CHECK(dossier->opening().sentence.contains(u"plus récente"_s));
    CHECK(dossier->saveCopy(bench.file(u"copie.cpts"_s)).error().code == base::ErrorCode::Newer);
}
