// What the first bytes of a picture say of it, without decoding anything.
#pragma once

#include <optional>
#include <QByteArray>
#include <QSize>

namespace base
{

// Decoded, a picture takes four bytes a point: 64 MB at most.
inline constexpr qint64 mostPicturePoints = qint64(16) * 1024 * 1024;

struct PictureInfo {
    enum class Type { Png, Jpeg };
    Type type = Type::Png;
    QSize size; // points
    // Whether decoding it is within bounds.
    [[nodiscard]] bool isReasonable() const;
};

// PNG and JPEG only; nothing for anything else, or when the size is not said or is not one.
[[nodiscard]] std::optional<PictureInfo> pictureInfo(const QByteArray &bytes);

} // namespace base
