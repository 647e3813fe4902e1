#include "formats/zip.h"
#include "support/catch.h"

#include <QtEndian>

using namespace Qt::Literals::StringLiterals;
using base::ErrorCode;
using formats::readZip;
using formats::writeZip;
using formats::ZipLimits;
using formats::ZipPart;

namespace
{

QByteArray zip(const std::vector<ZipPart> &parts)
{
    const auto bytes = writeZip(parts);
    REQUIRE(bytes);
    return bytes.value();
}

// Every place where a local or central header names `from` gets `to` (same length): what no honest writer makes.
QByteArray renamed(QByteArray archive, const QByteArray &from, const QByteArray &to)
{
    REQUIRE(from.size() == to.size());
    REQUIRE(archive.contains(from));
    return archive.replace(from, to);
}

ErrorCode refusal(const QByteArray &bytes, const ZipLimits &limits = {})
{
    const auto result = readZip(bytes, limits);
    REQUIRE_FALSE(result);
    CHECK_FALSE(result.error().message.isEmpty());
    return result.error().code;
}

void setFlag(QByteArray &archive, const QByteArray &signature, int offset, quint16 flag)
{
    for (qsizetype at = archive.indexOf(signature); at >= 0; at = archive.indexOf(signature, at + 4))
        qToLittleEndian(quint16(qFromLittleEndian<quint16>(archive.constData() + at + offset) | flag),
                        archive.data() + at + offset);
}

} // namespace

TEST_CASE("a zip reads back as it was written, in order")
{
    const std::vector<ZipPart> parts{
        {u"mimetype"_s, "application/x", false}, {u"a/été.xml"_s, QByteArray(5000, 'x')}, {u"vide"_s, {}}};
    const auto read = readZip(zip(parts));
    REQUIRE(read);
    REQUIRE(read.value().size() == 3);
    for (size_t i = 0; i < parts.size(); ++i) {
        CHECK(read.value()[i].path == parts[i].path);
        CHECK(read.value()[i].bytes == parts[i].bytes);
    }
    CHECK_FALSE(read.value()[0].compressed);
    CHECK(read.value()[1].compressed);
}

TEST_CASE("a long part of XML is packed small, and not at any cost")
{
    QByteArray xml;
    for (int line = 0; line < 4000; ++line)
        xml += "<w:p><w:r><w:t>Ligne " + QByteArray::number(line * 7919 % 10007) + "</w:t></w:r></w:p>";
    CHECK(zip({{u"document.xml"_s, xml}}).size() < xml.size() / 6);
}

TEST_CASE("the same parts give the same bytes, whatever the time zone")
{
    const std::vector<ZipPart> parts{{u"a"_s, "un"}, {u"b"_s, "deux"}};
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Pacific/Kiritimati");
    const QByteArray first = zip(parts);
    qputenv("TZ", "America/Adak");
    CHECK(zip(parts) == first);
    qputenv("TZ", zone);
}

TEST_CASE("an OpenDocument begins with its plain media type")
{
    const QByteArray bytes = zip({{u"mimetype"_s, "application/vnd.oasis.opendocument.text", false}, {u"x"_s, "y"}});
    CHECK(bytes.mid(30, 8) == "mimetype");
    CHECK(bytes.mid(38, 39) == "application/vnd.oasis.opendocument.text"); // no extra field before it
}

TEST_CASE("what is not a whole zip is damaged")
{
    const QByteArray good = zip({{u"a"_s, QByteArray(3000, 'a')}, {u"b"_s, "b"}});
    CHECK(refusal({}) == ErrorCode::Damaged);
    CHECK(refusal("bonjour") == ErrorCode::Damaged);
    for (qsizetype size = 1; size < good.size(); size += 7)
        CHECK(refusal(good.left(size)) == ErrorCode::Damaged);
}

TEST_CASE("flipped bytes never crash the reader")
{
    const QByteArray good = zip({{u"a"_s, QByteArray(300, 'a') + "bcd"}, {u"b/c"_s, "contenu"}});
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = char(bad[i] ^ 0x5a);
        (void)readZip(bad);
    }
    SUCCEED();
}

TEST_CASE("names that leave the archive are refused")
{
    const QByteArray good = zip({{u"aaaaaaaa"_s, "x"}});
    for (const QByteArray name :
         {"/etc/pwd", "../../aa", "a/../../", "C:\\aaaaa", "aa\\..\\bb", "a//bbbbb", "./aaaaaa", "aa\nbbbbb"}) {
        INFO(name.toStdString());
        CHECK(refusal(renamed(good, "aaaaaaaa", name)) == ErrorCode::Hostile);
    }
}

TEST_CASE("the writer refuses such names too")
{
    CHECK_FALSE(writeZip({{u"../a"_s, "x"}}));
    CHECK_FALSE(writeZip({{u"/a"_s, "x"}}));
    CHECK_FALSE(writeZip({{QString(), "x"}}));
}

TEST_CASE("two entries of one name are refused, letter case apart too")
{
    const QByteArray good = zip({{u"word/aaaa.xml"_s, "un"}, {u"word/bbbb.xml"_s, "deux"}});
    CHECK_FALSE(readZip(renamed(good, "bbbb", "aaaa")));
    CHECK(refusal(renamed(good, "bbbb", "AAAA")) == ErrorCode::Hostile);
}

TEST_CASE("a bomb is stopped while it inflates")
{
    const QByteArray bomb = zip({{u"a"_s, QByteArray(4 * 1024 * 1024, '\0')}});
    REQUIRE(bomb.size() < 10000);
    CHECK(refusal(bomb) == ErrorCode::Hostile);
    // Many small ones: each within the ratio threshold, too much together.
    std::vector<ZipPart> parts;
    for (int i = 0; i < 50; ++i)
        parts.push_back({u"p%1"_s.arg(i), QByteArray(50000, 'a')});
    ZipLimits limits;
    limits.total = 1000000;
    CHECK(refusal(zip(parts), limits) == ErrorCode::Hostile);
    limits.total = 3000000;
    CHECK(readZip(zip(parts), limits));
    limits.entries = 49;
    CHECK(refusal(zip(parts), limits) == ErrorCode::Hostile);
}

TEST_CASE("a directory that lies about sizes changes nothing")
{
    QByteArray bomb = zip({{u"a"_s, QByteArray(2 * 1024 * 1024, '\0')}});
    const qsizetype central = bomb.indexOf("PK\x01\x02");
    REQUIRE(central > 0);
    qToLittleEndian(quint32(10), bomb.data() + central + 24); // declared size
    qToLittleEndian(quint32(10), bomb.data() + 22);
    CHECK_FALSE(readZip(bomb));
}

TEST_CASE("encrypted entries and archives inside the archive are refused")
{
    QByteArray encrypted = zip({{u"a"_s, "secret secret secret"}});
    setFlag(encrypted, "PK\x03\x04", 6, 1);
    setFlag(encrypted, "PK\x01\x02", 8, 1);
    CHECK(refusal(encrypted) == ErrorCode::Hostile);
    CHECK(refusal(zip({{u"dedans.zip"_s, zip({{u"a"_s, "x"}})}})) == ErrorCode::Hostile);
}

TEST_CASE("entries that share their bytes are refused")
{
    // Two central headers that point to one local entry: the trick of overlapping bombs.
    const QByteArray noise = QByteArray::fromBase64("bG9uZyBlbm91Z2ggdG8gbm90IHNocmluayBhdCBhbGw=");
    QByteArray archive = zip({{u"aaaa"_s, noise}, {u"bbbb"_s, noise}});
    const qsizetype first = archive.indexOf("PK\x01\x02");
    const qsizetype second = archive.indexOf("PK\x01\x02", first + 4);
    REQUIRE(second > first);
    qToLittleEndian(quint32(0), archive.data() + second + 42); // offset of the local header
    CHECK_FALSE(readZip(archive));
}
