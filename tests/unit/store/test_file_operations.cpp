#include "store/file_operations.h"
#include "support/catch.h"
#include "unit/store/faulty_files.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using base::ErrorCode;

TEST_CASE("bytes written are the bytes read, names of any kind")
{
    QTemporaryDir folder;
    store::FileOperations files;
    for (const QString &name : {u"simple"_s, u"été à l’œuvre.cpts"_s, u"𝒜 espaces  .cpts"_s}) {
        const QString path = folder.filePath(name);
        CHECK_FALSE(files.exists(path));
        REQUIRE(files.write(path, "un").ok());
        REQUIRE(files.write(path, "deux").ok());
        CHECK(files.exists(path));
        CHECK(files.read(path).value() == "deux");
        REQUIRE(files.rename(path, path + u"x"_s).ok());
        CHECK_FALSE(files.exists(path));
        files.remove(path + u"x"_s);
        CHECK_FALSE(files.exists(path + u"x"_s));
    }
    CHECK(files.freeSpace(folder.filePath(u"x"_s)) > 0);
    CHECK(files.isWritable(folder.filePath(u"x"_s)));
}

TEST_CASE("what cannot be done says which file and what to do")
{
    QTemporaryDir folder;
    store::FileOperations files;
    auto failed = files.write(folder.filePath(u"absent/projet.cpts"_s), "x");
    CHECK(failed.error().code == ErrorCode::NotFound);
    CHECK(failed.error().message.contains(u"n’est plus accessible"_s));
    REQUIRE(QDir().mkpath(folder.filePath(u"dossier.cpts"_s)));
    failed = files.write(folder.filePath(u"dossier.cpts"_s), "x");
    CHECK(failed.error().code == ErrorCode::Unwritable);
    CHECK(failed.error().message.contains(u"dossier.cpts"_s));
    CHECK_FALSE(files.rename(folder.filePath(u"absent"_s), folder.filePath(u"y"_s)).ok());
    CHECK(files.read(folder.filePath(u"absent"_s)).error().code == ErrorCode::NotFound);
    files.syncFolder(folder.filePath(u"absent"_s)); // nothing to say, nothing to break
}

TEST_CASE("replacing a file is old or new, and leaves no temporary, at any fault")
{
    for (int fault = 0; fault < 3; ++fault) {
        QTemporaryDir folder;
        testing::FaultyFiles files;
        const QString path = folder.filePath(u"f"_s);
        REQUIRE(store::FileOperations().write(path, "ancien").ok());
        files.failFrom = fault;
        const bool done = store::replaceFile(files, path, "nouveau").ok();
        CHECK(done == (fault == 2));
        CHECK(files.read(path).value() == (done ? "nouveau" : "ancien"));
        CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
    }
}

TEST_CASE("a full device gives the disk's sentence", "[dev-full]")
{
    store::FileOperations files;
    if (!files.exists(u"/dev/full"_s))
        return;
    const auto failed = files.write(u"/dev/full"_s, QByteArray(100'000, 'x'));
    REQUIRE_FALSE(failed.ok());
    CHECK(failed.error().code == ErrorCode::DiskFull);
    CHECK(failed.error().message.contains(u"Mo"_s));
}
