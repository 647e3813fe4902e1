#include "base/file.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace base;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("a written file is read back, and replaced whole")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"é à.txt"_s);
    REQUIRE(writeFile(path, "un").ok());
    REQUIRE(writeFile(path, "deux").ok());
    const auto read = readFile(path);
    REQUIRE(read.ok());
    CHECK(read.value() == "deux");
    CHECK(QDir(folder.path()).entryList(QDir::Files).size() == 1);
}

TEST_CASE("a missing folder, a missing file and a file too large are told in French")
{
    QTemporaryDir folder;
    const auto written = writeFile(folder.filePath(u"absent/x.txt"_s), "x");
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code == ErrorCode::NotFound);
    CHECK(written.error().message.contains(u"n’existe pas"_s));
    CHECK(readFile(folder.filePath(u"rien"_s)).error().code == ErrorCode::NotFound);
    // Where it was looked for: a name alone may be meant in another folder.
    CHECK(readFile(folder.filePath(u"rien"_s))
              .error()
              .message.contains(u"« rien » est introuvable dans « %1 »"_s.arg(folder.path())));
    REQUIRE(writeFile(folder.filePath(u"grand"_s), QByteArray(2048, 'x')).ok());
    CHECK(readFile(folder.filePath(u"grand"_s), 1024).error().code == ErrorCode::Hostile);
    CHECK(readFile(folder.path()).error().code == ErrorCode::NotFound);
}

#ifdef Q_OS_UNIX
TEST_CASE("what is not a file is not replaced by one, and a place that holds no files is not a full disk")
{
    QTemporaryDir folder;
    const QString pipe = folder.filePath(u"tuyau"_s);
    REQUIRE(mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0);
    const auto refused = writeFile(pipe, "x");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Unwritable);
    CHECK(refused.error().message.contains(u"n’est pas un fichier"_s));
    CHECK((QFileInfo::exists(pipe) && !QFileInfo(pipe).isFile()));
    const auto nowhere = writeFile(u"/proc/x.docx"_s, "x");
    REQUIRE_FALSE(nowhere.ok());
    CHECK(nowhere.error().code == ErrorCode::Unwritable);
}
#endif

TEST_CASE("a failed write leaves the old file as it was")
{
    const auto refused = writeFile(u"/dev/full/x"_s, "x");
    CHECK_FALSE(refused.ok());
}
