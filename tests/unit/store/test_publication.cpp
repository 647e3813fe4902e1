#include "store/publication.h"
#include "unit/store/faulty_files.h"
#include "unit/store/sample.h"

#include <QDir>
#include <QTemporaryDir>

using namespace testing;
using namespace Qt::Literals::StringLiterals;
using base::ErrorCode;
using store::Expected;

namespace
{

struct Desk {
    Desk()
    {
        QDir().mkpath(folder.filePath(u"docs"_s));
        older = sampleContents();
        newer = older;
        newer.projet.structure.nom = u"Nouvelle version"_s;
        newer.journal.clear();
        REQUIRE(files.write(target(), bytesOf(older)).ok());
        files.operations = 0;
    }
    QString target() const { return folder.filePath(u"docs/projet.cpts"_s); }
    store::Publication publication() const
    {
        store::Publication publication;
        publication.target = target();
        publication.bytes = bytesOf(newer);
        publication.logicalHash = store::logicalHash(newer);
        publication.expected = {Expected::Type::Known, store::hashOf(bytesOf(older)), store::logicalHash(older)};
        publication.now = QDateTime(QDate(2026, 11, 23), QTime(14, 0));
        return publication;
    }
    base::Result<void> publish(const store::Publication &publication)
    {
        return store::publish(publication, files, backups);
    }
    QByteArray now() const
    {
        const auto bytes = store::FileOperations().read(target());
        return bytes ? bytes.value() : QByteArray();
    }
    QStringList around() const { return QDir(folder.filePath(u"docs"_s)).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir folder;
    FaultyFiles files;
    store::Backups backups{folder.filePath(u"sauvegardes"_s), files};
    store::Contents older;
    store::Contents newer;
};

} // namespace

TEST_CASE("publishing replaces the file and leaves nothing else")
{
    Desk desk;
    REQUIRE(desk.publish(desk.publication()).ok());
    CHECK(desk.now() == bytesOf(desk.newer));
    CHECK(desk.around() == QStringList{u"projet.cpts"_s});
}

TEST_CASE("a file that somebody changed is not replaced, one rewritten with the same facts is")
{
    Desk desk;
    store::Contents theirs = desk.older;
    theirs.projet.structure.nom = u"Leur version"_s;
    theirs.journal.clear();
    REQUIRE(desk.files.write(desk.target(), bytesOf(theirs)).ok());
    const auto refused = desk.publish(desk.publication());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(refused.error().message.contains(u"réunissez"_s));
    CHECK(desk.now() == bytesOf(theirs));

    store::Contents touched = desk.older;
    touched.publishedBy = u"ailleurs"_s;
    REQUIRE(bytesOf(touched) != bytesOf(desk.older));
    REQUIRE(desk.files.write(desk.target(), bytesOf(touched)).ok());
    CHECK(desk.publish(desk.publication()).ok());
}

TEST_CASE("a new file never takes the place of another, unless the user said so")
{
    Desk desk;
    store::Publication publication = desk.publication();
    publication.expected.type = Expected::Type::Absent;
    CHECK(desk.publish(publication).error().code == ErrorCode::Conflict);
    CHECK(desk.now() == bytesOf(desk.older));
    publication.expected.type = Expected::Type::Whatever;
    publication.backup = true;
    CHECK(desk.publish(publication).ok());
    CHECK(desk.backups.list(desk.older.project).size() == 1);
}

TEST_CASE("file gone, folder gone, disk full: a sentence each, and nothing is written")
{
    Desk desk;
    desk.files.room = 1000;
    auto failed = desk.publish(desk.publication());
    CHECK(failed.error().code == ErrorCode::DiskFull);
    CHECK(failed.error().message.contains(u"Mo"_s));
    CHECK(desk.now() == bytesOf(desk.older));
    desk.files.room = -1;
    QFile::remove(desk.target());
    failed = desk.publish(desk.publication());
    CHECK(failed.error().code == ErrorCode::NotFound);
    CHECK(failed.error().message.contains(u"déplacé, renommé ou supprimé"_s));
    QDir(desk.folder.filePath(u"docs"_s)).removeRecursively();
    failed = desk.publish(desk.publication());
    CHECK(failed.error().code == ErrorCode::NotFound);
    CHECK(failed.error().message.contains(u"rebranchez"_s));
    CHECK(failed.error().message.contains(u"conservé"_s));
}

TEST_CASE("what does not read back the same does not replace anything")
{
    Desk desk;
    desk.files.garbles = true;
    const auto failed = desk.publish(desk.publication());
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().message.contains(u"ne se relit pas"_s));
    CHECK(desk.now() == bytesOf(desk.older));
    CHECK(desk.around() == QStringList{u"projet.cpts"_s});
    desk.files.garbles = false;
    store::Publication publication = desk.publication();
    publication.logicalHash = "another";
    CHECK_FALSE(desk.publish(publication).ok());
    CHECK(desk.now() == bytesOf(desk.older));
}

TEST_CASE("every operation failing in turn, once: the old version or the new, never less")
{
    for (int fault = 0; fault < 12; ++fault) {
        CAPTURE(fault);
        Desk desk;
        desk.files.failFrom = fault;
        desk.files.failUntil = fault + 1;
        store::Publication publication = desk.publication();
        publication.backup = true;
        const bool done = desk.publish(publication).ok();
        CHECK(desk.now() == bytesOf(done ? desk.newer : desk.older));
        CHECK(desk.around() == QStringList{u"projet.cpts"_s});
        if (fault == 11)
            CHECK(done); // past the last operation
    }
}

TEST_CASE("everything failing from an operation on: the original is whole")
{
    for (int fault = 0; fault < 6; ++fault) {
        CAPTURE(fault);
        Desk desk;
        desk.files.failFrom = fault;
        store::Publication publication = desk.publication();
        publication.backup = true;
        const bool done = desk.publish(publication).ok();
        // A place that refuses the rename and then breaks while it is overwritten leaves the backup.
        const auto kept = desk.backups.list(desk.older.project);
        const bool saved = !kept.empty() && desk.backups.verify(kept.front());
        CHECK((desk.now() == bytesOf(done ? desk.newer : desk.older) || saved));
    }
}

TEST_CASE("a place that refuses renaming is overwritten after a backup, and read again")
{
    Desk desk;
    desk.files.renameRefused = true;
    const auto refused = desk.publish(desk.publication());
    // The backups cannot be written either: then nothing is overwritten.
    CHECK_FALSE(refused.ok());
    CHECK(desk.now() == bytesOf(desk.older));

    struct OnlyThere : FaultyFiles {
        base::Result<void> rename(const QString &from, const QString &to) override
        {
            if (to.contains(u"/docs/"_s))
                return base::Error{ErrorCode::Unwritable, u"refusé"_s, {}};
            return store::FileOperations::rename(from, to);
        }
    } files;
    store::Backups backups(desk.folder.filePath(u"sauvegardes"_s), files);
    REQUIRE(store::publish(desk.publication(), files, backups).ok());
    CHECK(desk.now() == bytesOf(desk.newer));
    CHECK(desk.around() == QStringList{u"projet.cpts"_s});
    const auto kept = backups.list(desk.older.project);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].reason == u"remplacement");
    CHECK(store::FileOperations().read(kept[0].path).value() == bytesOf(desk.older));
}

TEST_CASE("A folder that became read-only is told with the user's file, and where the work is")
{
    class ReadOnlyFolder final : public store::FileOperations
    {
    public:
        base::Result<void> write(const QString &path, const QByteArray &) override
        {
            return base::Error{ErrorCode::Unwritable, u"« %1 » n’a pas pu être écrit."_s.arg(path), u"EACCES"_s};
        }
    };
    Desk desk;
    ReadOnlyFolder files;
    const auto refused = store::publish(desk.publication(), files, desk.backups);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.startsWith(u"« projet.cpts » n’a pas pu être écrit dans « docs »"_s));
    CHECK(refused.error().message.contains(u"Votre travail est conservé sur cet ordinateur"_s));
    CHECK_FALSE(refused.error().message.contains(u".tmp"_s));
    CHECK(desk.now() == bytesOf(desk.older));
}
