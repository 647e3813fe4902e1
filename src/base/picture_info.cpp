#include "base/picture_info.h"

#include <QtEndian>

namespace base
{

namespace
{

quint32 bigEndian32(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

quint16 bigEndian16(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.constData() + at);
}

std::optional<QSize> pngSize(const QByteArray &bytes)
{
    constexpr qsizetype header = 24; // signature, length, "IHDR", width, height
    constexpr quint32 most = 0x7FFFFFFF;
    if (bytes.size() < header || bytes.mid(12, 4) != "IHDR")
        return std::nullopt;
    const quint32 width = bigEndian32(bytes, 16);
    const quint32 height = bigEndian32(bytes, 20);
    if (width > most || height > most)
        return std::nullopt;
    return QSize(int(width), int(height));
}

// Start of frame: C0 to CF, but for the tables and the arithmetic marker that share the range.
bool isFrame(uchar marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

std::optional<QSize> jpegSize(const QByteArray &bytes)
{
    qsizetype at = 2;
    while (at + 9 <= bytes.size() && uchar(bytes[at]) == 0xFF) {
        const auto marker = uchar(bytes[at + 1]);
        if (marker == 0xFF) { // padding
            ++at;
            continue;
        }
        if (isFrame(marker))
            return QSize(bigEndian16(bytes, at + 7), bigEndian16(bytes, at + 5));
        const quint16 length = bigEndian16(bytes, at + 2);
        if (length < 2)
            return std::nullopt;
        at += 2 + length;
    }
    return std::nullopt;
}

} // namespace

bool PictureInfo::isReasonable() const
{
    return qint64(size.width()) * size.height() <= mostPicturePoints;
}

std::optional<PictureInfo> pictureInfo(const QByteArray &bytes)
{
    std::optional<PictureInfo> info;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n")) {
        if (const auto size = pngSize(bytes))
            info = PictureInfo{PictureInfo::Type::Png, *size};
    } else if (bytes.startsWith("\xFF\xD8\xFF")) {
        if (const auto size = jpegSize(bytes))
            info = PictureInfo{PictureInfo::Type::Jpeg, *size};
    }
    return info && !info->size.isEmpty() ? info : std::nullopt;
}

} // namespace base
