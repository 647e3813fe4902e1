// What the head of a picture says, and pictures that lie or stop short.
#include "base/picture_info.h"
#include "support/catch.h"

#include <QtEndian>

using namespace base;

namespace
{

QByteArray png(quint32 width, quint32 height)
{
    QByteArray bytes("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16);
    for (const quint32 length : {width, height}) {
        char big[4];
        qToBigEndian(length, big);
        bytes.append(big, 4);
    }
    return bytes + QByteArray("\x08\x06\0\0\0", 5);
}

QByteArray jpeg(quint16 width, quint16 height, const QByteArray &before = {})
{
    QByteArray bytes = QByteArray("\xFF\xD8", 2) + before + QByteArray("\xFF\xC0\0\x11\x08", 5);
    for (const quint16 length : {height, width}) {
        char big[2];
        qToBigEndian(length, big);
        bytes.append(big, 2);
    }
    return bytes + QByteArray("\x03", 1);
}

} // namespace

TEST_CASE("the size of a picture is read in its head, tables and comments passed over")
{
    const auto drawn = pictureInfo(png(640, 480));
    REQUIRE(drawn);
    CHECK(drawn->type == PictureInfo::Type::Png);
    CHECK(drawn->size == QSize(640, 480));
    const QByteArray tables = QByteArray("\xFF\xE0\0\x04xx\xFF\xFF\xC4\0\x03y", 12);
    for (const QByteArray &before : {QByteArray("\xFF\xE0\0\x04xx", 6), tables}) {
        const auto photo = pictureInfo(jpeg(4000, 3000, before));
        REQUIRE(photo);
        CHECK(photo->type == PictureInfo::Type::Jpeg);
        CHECK(photo->size == QSize(4000, 3000));
        CHECK(photo->isReasonable());
    }
}

TEST_CASE("a picture that would fill the memory is seen before it is decoded")
{
    CHECK_FALSE(pictureInfo(png(50'000, 50'000))->isReasonable());
    CHECK_FALSE(pictureInfo(png(0x7FFFFFFF, 0x7FFFFFFF))->isReasonable());
    CHECK_FALSE(pictureInfo(jpeg(65'000, 65'000, QByteArray("\xFF\xE0\0\x04xx", 6)))->isReasonable());
    CHECK(pictureInfo(png(4096, 4096))->isReasonable());
}

TEST_CASE("what is no picture, or a piece of one, says nothing")
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("GIF89a\1\0\1\0"), png(0, 10), png(10, 0),
                                    png(0xFFFFFFFF, 1), jpeg(0, 5, QByteArray("\xFF\xE0\0\x04xx", 6)),
                                    QByteArray("\xFF\xD8\xFF\xE0\0\0\xFF\xC0\0\x11\x08\0\1\0\1", 15)})
        CHECK_FALSE(pictureInfo(bytes));
    const QByteArray whole = png(640, 480);
    for (qsizetype length = 0; length < 24; ++length)
        CHECK_FALSE(pictureInfo(whole.left(length)));
    const QByteArray photo = jpeg(640, 480, QByteArray("\xFF\xE0\0\x04xx", 6));
    for (qsizetype length = 0; length < 16; ++length)
        CHECK_FALSE(pictureInfo(photo.left(length)));
}
