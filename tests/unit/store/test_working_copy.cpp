#include "store/working_copy.h"
#include "unit/store/sample.h"

#include <QDir>
#include <QTemporaryDir>

using namespace testing;

namespace
{

store::Step naming(const domain::Projet &projet, const QString &name, qint64 sequence)
{
    store::Step step;
    step.changes = domain::setting(projet, {u"structure"_s, {}, u"nom"_s}, name);
    step.rows.push_back({sequence, u"u%1"_s.arg(sequence), sequence, u"Nommer"_s, {}, step.changes, false});
    return step;
}

} // namespace

TEST_CASE("steps recorded are there after taking the copy up again")
{
    QTemporaryDir folder;
    store::FileOperations files;
    const QString place = folder.filePath(u"copie"_s);
    store::Contents contents = sampleContents();
    const store::Step step = naming(contents.projet, u"Un"_s, 2);
    {
        auto copy = store::WorkingCopy::create(place, contents, u"/x/projet.cpts"_s, "octets", files);
        REQUIRE(copy.ok());
        REQUIRE(copy.value()->record({step}).ok());
    }
    REQUIRE(domain::applyChanges(contents.projet, step.changes).ok());
    contents.journal.push_back(step.rows[0]);
    {
        auto copy = store::WorkingCopy::resume(place);
        REQUIRE(copy.ok());
        auto read = copy.value()->read();
        REQUIRE(read.ok());
        CHECK(store::logicalHash(read.value()) == store::logicalHash(contents));
        store::Step undo;
        undo.changes = domain::invert(step.changes);
        undo.undone = {{2, true}};
        store::Step forget;
        forget.removed = {1};
        REQUIRE(copy.value()->record({undo, forget}).ok());
        read = copy.value()->read();
        REQUIRE(read.ok());
        REQUIRE(read.value().journal.size() == 1);
        CHECK(read.value().journal[0].undone);
        CHECK(read.value().projet.structure.nom == u"Après");
        copy.value()->purge(files);
    }
    CHECK_FALSE(QDir(place).exists());
    CHECK(store::WorkingCopy::resume(place).error().code == base::ErrorCode::NotFound);
}

TEST_CASE("a step that does not fit leaves nothing of the steps before it")
{
    QTemporaryDir folder;
    store::FileOperations files;
    const store::Contents contents = sampleContents();
    auto copy = store::WorkingCopy::create(folder.filePath(u"c"_s), contents, u"/x.cpts"_s, {}, files);
    REQUIRE(copy.ok());
    store::Step wrong;
    wrong.changes = {{domain::Change::Type::Set, {u"identite"_s, {}, u"porteur"_s}, {}, base::Id::create()}};
    CHECK_FALSE(copy.value()->record({naming(contents.projet, u"Un"_s, 2), wrong}).ok());
    const store::Step good = naming(contents.projet, u"Deux"_s, 3);
    REQUIRE(copy.value()->record({good}).ok());
    const auto read = copy.value()->read();
    REQUIRE(read.ok());
    CHECK(read.value().projet.structure.nom == u"Deux");
    CHECK(read.value().journal.size() == 2);
}

TEST_CASE("notes are whole or absent")
{
    QTemporaryDir folder;
    store::FileOperations files;
    const QString place = folder.path();
    CHECK(store::notes::base(place, files).isEmpty());
    REQUIRE(store::notes::setBase(place, "un", files).ok());
    REQUIRE(store::notes::setNext(place, "deux", files).ok());
    CHECK(store::notes::base(place, files) == "un");
    REQUIRE(store::notes::confirmNext(place, files).ok());
    CHECK(store::notes::base(place, files) == "deux");
    CHECK(store::notes::next(place, files).isEmpty());
    REQUIRE(store::notes::setUserFile(place, u"/là/projet été.cpts"_s, files).ok());
    CHECK(store::notes::userFile(place) == u"/là/projet été.cpts");
}

TEST_CASE("the copy of this file comes first among those of the project")
{
    QTemporaryDir folder;
    const QString own = store::workingCopyFolder(folder.path(), u"/b.cpts"_s);
    CHECK(own != store::workingCopyFolder(folder.path(), u"/a.cpts"_s));
    for (const QString &user : {u"/a.cpts"_s, u"/b.cpts"_s, u"/c.cpts"_s})
        QDir().mkpath(store::workingCopyFolder(folder.path(), user));
    const QStringList all = store::workingCopies(folder.path(), u"/b.cpts"_s);
    REQUIRE(all.size() == 3);
    CHECK(all.first() == own);
}
