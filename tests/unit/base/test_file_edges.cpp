// Files at the edges of what a disk does: links, rights, limits, places that refuse. What was there is there or
// replaced whole, and the sentence says which file and what to do.
#include "base/file.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace base;
using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList filesOf(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

} // namespace

TEST_CASE("bytes of any kind come back as they were, from none to more than a block")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"octets"_s);
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all += char(i);
    for (const QByteArray &bytes : {QByteArray(), QByteArray(1, '\0'), QByteArray("\r\n\n\r"), all, all.repeated(1'000),
                                    QByteArray("\xEF\xBB\xBF")}) {
        REQUIRE(writeFile(path, bytes).ok());
        const auto read = readFile(path);
        REQUIRE(read.ok());
        CHECK(read.value() == bytes);
        CHECK(filesOf(folder) == QStringList{u"octets"_s});
    }
}

TEST_CASE("a limit is the last size that is read")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"limite"_s);
    constexpr qint64 megabyte = 1024 * 1024;
    REQUIRE(writeFile(path, QByteArray(megabyte, 'x')).ok());
    CHECK(readFile(path, megabyte).ok());
    const auto refused = readFile(path, megabyte - 1);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Hostile);
    REQUIRE(writeFile(path, QByteArray(3 * megabyte, 'x')).ok());
    const QString said = readFile(path, 2 * megabyte).error().message;
    CHECK(said.contains(u"« limite »"_s));
    CHECK(said.contains(u"plus de 2 Mo"_s));
    CHECK(said.contains(u"n’a pas été ouvert"_s));
    REQUIRE(writeFile(path, {}).ok());
    CHECK(readFile(path, 0).ok());
}

TEST_CASE("a file reached through a link is replaced where it is, and the link stays a link")
{
    const QTemporaryDir folder;
    const QTemporaryDir elsewhere;
    const QString target = elsewhere.filePath(u"projet"_s);
    const QString link = folder.filePath(u"raccourci"_s);
    REQUIRE(writeFile(target, "ancien").ok());
    REQUIRE(QFile::link(target, link));
    REQUIRE(writeFile(link, "nouveau").ok());
    CHECK(readFile(target).value() == "nouveau");
    CHECK(QFileInfo(link).isSymLink());
    CHECK(readFile(link).value() == "nouveau");
}

TEST_CASE("who may read a file stays the same when it is replaced")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"privé"_s);
    REQUIRE(writeFile(path, "ancien").ok());
    const QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner;
    REQUIRE(QFile::setPermissions(path, own));
    REQUIRE(writeFile(path, "nouveau").ok());
    CHECK_FALSE(QFile::permissions(path).testFlag(QFile::ReadOther));
    CHECK_FALSE(QFile::permissions(path).testFlag(QFile::ReadGroup));
}

TEST_CASE("a folder in the place of a file is told and left, a folder that is a file too")
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"lettre.pdf"_s);
    REQUIRE(QDir().mkpath(place + u"/dedans"_s));
    const auto refused = writeFile(place, "x");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Unwritable);
    CHECK(refused.error().message.contains(u"« lettre.pdf » n’a pas pu être écrit"_s));
    CHECK(QDir(place).exists(u"dedans"_s));
    REQUIRE(writeFile(folder.filePath(u"fichier"_s), "x").ok());
    CHECK_FALSE(writeFile(folder.filePath(u"fichier/dessous"_s), "x").ok());
    CHECK(readFile(folder.filePath(u"fichier"_s)).value() == "x");
    CHECK(filesOf(folder) == QStringList{u"fichier"_s});
}

TEST_CASE("a place that refuses writing says to close the other program or to go elsewhere")
{
    const QTemporaryDir folder;
    const auto refused = writeFile(folder.filePath(QString(300, u'x') + u".docx"_s), "x"); // no disk takes that name
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Unwritable);
    CHECK(refused.error().message.contains(u"fermez-le"_s));
    CHECK(refused.error().message.contains(u"choisissez un autre endroit"_s));
    CHECK_FALSE(refused.error().detail.isEmpty());
}

TEST_CASE("a reading that stops in the middle is an error, never half a file")
{
    const QString broken = u"/proc/self/mem"_s; // its first page can't be read
    if (!QFileInfo(broken).isFile())
        return;
    const auto read = readFile(broken);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::Unreadable);
    CHECK(read.error().message.contains(u"« mem »"_s));
}

TEST_CASE("a full disk is told with the room it takes, what is safe, and what to do")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"projet.cpts"_s);
    const Error full = diskFull(path, 3 * 1024 * 1024 + 1, u"Votre travail est enregistré."_s);
    CHECK(full.code == ErrorCode::DiskFull);
    CHECK(full.message.contains(u"il faut 4 Mo. Votre travail est enregistré. Libérez"_s));
    CHECK(full.message.contains(diskName(path)));
    CHECK(diskFull(path, 0).message.contains(u"il faut 1 Mo. Libérez"_s)); // never « 0 Mo »
    CHECK_FALSE(diskFull(path, 10).message.contains(u"  "_s));
    CHECK(full.message.endsWith(u'.'));
}

TEST_CASE("a disk is called by its name, the one of the computer by what it is")
{
    CHECK(diskName(QDir::homePath() + u"/x"_s) == u"le disque de cet ordinateur"_s);
    CHECK(diskName(u"/"_s) == u"le disque de cet ordinateur"_s);
    if (QFileInfo(u"/proc/self"_s).isDir()) {
        const QString other = diskName(u"/proc/x"_s);
        CHECK(other.startsWith(u"« "_s));
        CHECK(other.endsWith(u" »"_s));
        CHECK(other.size() > 4);
    }
}
