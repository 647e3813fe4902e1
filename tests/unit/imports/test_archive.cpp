// Archives that anybody may have made.
#include "imports/archive.h"
#include "packages.h"
#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using base::ErrorCode;
using imports::Archive;

namespace
{

base::Result<std::shared_ptr<Archive>> opened(const QByteArray &bytes, const imports::ArchiveLimits &limits = {})
{
    return Archive::open(bytes, u"Le fichier « x.zip »"_s, limits);
}

ErrorCode codeOf(const QByteArray &bytes, const imports::ArchiveLimits &limits = {})
{
    const auto archive = opened(bytes, limits);
    REQUIRE_FALSE(archive);
    CHECK(archive.error().message.startsWith(u"Le fichier « x.zip » "_s));
    CHECK(archive.error().message.contains(u"Rien n’a été modifié"_s));
    return archive.error().code;
}

} // namespace

TEST_CASE("Entries of an archive, in memory and on the disk")
{
    const QByteArray bytes = packages::zip({{u"a.txt"_s, "bonjour"}, {u"dossier/B.csv"_s, QByteArray(70'000, 'x')}});
    QTemporaryDir folder;
    const QString path = folder.filePath(u"liste été.zip"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    for (const auto &archive : {opened(bytes), Archive::open(path, u"Le fichier"_s)}) {
        REQUIRE(archive);
        CHECK(archive.value()->entries().size() == 2);
        const auto entry = archive.value()->find(u"dossier/b.csv"_s);
        REQUIRE(entry);
        CHECK(entry->declared == 70'000);
        CHECK_FALSE(archive.value()->find(u"absent"_s));
        auto device = Archive::openEntry(archive.value(), *entry);
        REQUIRE(device);
        CHECK(device.value()->readAll() == QByteArray(70'000, 'x'));
        CHECK_FALSE(device.value()->fault());
    }
}

TEST_CASE("Names that lead elsewhere, twice the same name, too many entries")
{
    for (const QString &name : {u"/etc/passwd"_s, u"../x"_s, u"a/../../x"_s, u"a\\..\\x"_s, u"c:x"_s})
        CHECK(codeOf(packages::zip({{u"bon.txt"_s, "x"}, {name, "x"}})) == ErrorCode::Hostile);
    CHECK(codeOf(packages::zip({{u"A.txt"_s, "x"}, {u"a.TXT"_s, "y"}})) == ErrorCode::Hostile);
    imports::ArchiveLimits two;
    two.entries = 2;
    CHECK(codeOf(packages::zip({{u"1"_s, "x"}, {u"2"_s, "x"}, {u"3"_s, "x"}}), two) == ErrorCode::Hostile);
}

TEST_CASE("What is no archive, or half of one")
{
    const QByteArray whole = packages::zip({{u"a.txt"_s, "bonjour"}});
    CHECK(codeOf({}) == ErrorCode::Damaged);
    CHECK(codeOf("PK\x03\x04 et puis rien") == ErrorCode::Damaged);
    CHECK(codeOf(whole.left(whole.size() / 2)) == ErrorCode::Damaged);
    const auto absent = Archive::open(u"/nulle/part.zip"_s, u"Le fichier"_s);
    CHECK_FALSE(absent);
}

TEST_CASE("Bombs stop while they inflate")
{
    const QByteArray bytes = packages::bomb(u"a.csv"_s, 20 * 1024 * 1024);
    CHECK(bytes.size() < 100'000);
    const auto archive = opened(bytes);
    REQUIRE(archive);
    auto device = Archive::openEntry(archive.value(), archive.value()->entries().front());
    REQUIRE(device);
    CHECK(device.value()->readAll().size() < 4 * 1024 * 1024);
    REQUIRE(device.value()->fault());
    CHECK(device.value()->fault()->code == ErrorCode::Hostile);
    // Together, too: each entry is small enough.
    imports::ArchiveLimits limits;
    limits.total = 100'000;
    const auto many =
        opened(packages::zip({{u"a"_s, QByteArray(60'000, 'a')}, {u"b"_s, QByteArray(60'000, 'b')}}), limits);
    REQUIRE(many);
    qint64 total = 0;
    bool stopped = false;
    for (const auto &entry : many.value()->entries()) {
        auto each = Archive::openEntry(many.value(), entry);
        REQUIRE(each);
        total += each.value()->readAll().size();
        stopped = stopped || each.value()->fault().has_value();
    }
    CHECK(stopped);
    CHECK(total <= 100'000 + 16'384);
}
