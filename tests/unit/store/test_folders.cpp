// Folders that the program makes and takes away: whole, or gone at once, whatever stands in them.
#include "store/file_operations.h"
#include "store/holder.h"
#include "support/catch.h"
#include "unit/store/faulty_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

void put(const QString &path)
{
    REQUIRE(QDir().mkpath(QFileInfo(path).absolutePath()));
    REQUIRE(store::FileOperations().write(path, "x").ok());
}

QStringList entries(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

TEST_CASE("a folder goes with all that is in it, hidden files and folders too, and nothing beside it")
{
    const QTemporaryDir folder;
    store::FileOperations files;
    put(folder.filePath(u"projet/travail.db"_s));
    put(folder.filePath(u"projet/.cache/a/b/c"_s));
    put(folder.filePath(u"projet-autre/travail.db"_s));
    store::removeFolder(files, folder.filePath(u"projet"_s));
    store::emptyTrash(folder.path());
    CHECK(entries(folder) == QStringList{u"projet-autre"_s});
    CHECK(QFile::exists(folder.filePath(u"projet-autre/travail.db"_s)));
    store::removeFolder(files, folder.filePath(u"absent"_s)); // nothing to say, nothing to break
    CHECK(entries(folder) == QStringList{u"projet-autre"_s});
}

TEST_CASE("a link inside a folder goes, and what it leads to stays")
{
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    store::FileOperations files;
    put(elsewhere.filePath(u"important"_s));
    REQUIRE(QDir().mkpath(folder.filePath(u"projet"_s)));
    REQUIRE(QFile::link(elsewhere.path(), folder.filePath(u"projet/lien"_s)));
    store::removeFolder(files, folder.filePath(u"projet"_s));
    store::emptyTrash(folder.path());
    CHECK(entries(folder).isEmpty());
    CHECK(QFile::exists(elsewhere.filePath(u"important"_s)));
}

TEST_CASE("a folder that can't be moved aside is not taken half away")
{
    const QTemporaryDir folder;
    put(folder.filePath(u"projet/travail.db"_s));
    testing::FaultyFiles files;
    files.failFrom = 0;
    store::removeFolder(files, folder.filePath(u"projet"_s));
    const QStringList left = entries(folder);
    for (const QString &name : left)
        if (!store::isTrash(name))
            CHECK(QFile::exists(folder.filePath(name + u"/travail.db"_s)));
    store::emptyTrash(folder.path());
}

TEST_CASE("only what was put in the trash is emptied from it")
{
    const QTemporaryDir folder;
    for (const QString &name :
         {u"projet"_s, u"corbeille"_s, u"supprime"_s, u"6f1d2c64-0c1b-4b53-9a5e-4174656c6972"_s, u".cache"_s}) {
        put(folder.filePath(name + u"/travail.db"_s));
        CHECK_FALSE(store::isTrash(name));
    }
    const QStringList before = entries(folder);
    store::emptyTrash(folder.path());
    CHECK(entries(folder) == before);
    store::emptyTrash(folder.filePath(u"absent"_s));
    CHECK_FALSE(store::isTrash({}));
}

TEST_CASE("folders are made with those above them, and again without harm")
{
    const QTemporaryDir folder;
    store::FileOperations files;
    const QString deep = folder.filePath(u"a/é/œuvre/d"_s);
    REQUIRE(files.makeFolder(deep).ok());
    CHECK(QDir(deep).exists());
    put(deep + u"/x"_s);
    REQUIRE(files.makeFolder(deep).ok());
    CHECK(QFile::exists(deep + u"/x"_s));
    put(folder.filePath(u"fichier"_s));
    const auto refused = files.makeFolder(folder.filePath(u"fichier/dessous"_s));
    REQUIRE_FALSE(refused.ok());
    CHECK_FALSE(refused.error().message.isEmpty());
    CHECK(refused.error().message.endsWith(u'.'));
    CHECK(QFileInfo(folder.filePath(u"fichier"_s)).isFile());
}

TEST_CASE("whoever holds a project is told as a person and a computer, and a note goes with its writer only")
{
    CHECK(store::ourselves().contains(u'('));
    CHECK(store::ourselves().endsWith(u')'));
    CHECK(store::ourselves() == store::ourselves());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"projet.cpts"_s);
    put(file);
    const auto files = std::make_shared<store::FileOperations>();
    const QDateTime now(QDate(2027, 3, 12), QTime(14, 32));
    {
        store::Presence presence(file, files);
        presence.refresh(now);
        CHECK(entries(folder).size() == 2);
        CHECK_FALSE(store::Presence::other(file, now, *files)); // it is ours
        presence.leave();
        CHECK(entries(folder) == QStringList{u"projet.cpts"_s});
        presence.refresh(now); // it has left
        CHECK(entries(folder) == QStringList{u"projet.cpts"_s});
    }
    CHECK(files->read(file).value() == "x");
}
