#include "formats/prepared_picture.h"

#include "base/picture_info.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int jpegQuality = 88;

base::Error unusable(const QString &name)
{
    return {base::ErrorCode::Invalid,
            u"« %1 » n’est pas une image PNG ou JPEG que le programme peut montrer. Rien n’a été ajouté ; votre texte "
            "est intact. Enregistrez l’image dans l’un de ces formats, puis réessayez."_s.arg(name),
            {}};
}

// Upright, as the camera was held.
QImage decoded(const QByteArray &bytes, bool jpeg)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, jpeg ? "jpeg"_ba : "png"_ba);
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(int(base::mostPicturePoints * 4 / (1024 * 1024)));
    return reader.read();
}

// Points only: an image carries its author's words along, whatever it is converted to.
QImage pointsOf(const QImage &image, bool jpeg)
{
    const bool transparent = !jpeg && image.hasAlphaChannel();
    QImage points(image.size(), transparent ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    points.fill(transparent ? Qt::transparent : Qt::white);
    QPainter painter(&points);
    painter.drawImage(0, 0, image);
    return points;
}

} // namespace

base::Result<QByteArray> preparedPicture(const QString &name, const QByteArray &bytes)
{
    const auto info = base::pictureInfo(bytes);
    if (!info || !info->isReasonable())
        return unusable(name);
    const bool jpeg = info->type == base::PictureInfo::Type::Jpeg;
    QImage image = decoded(bytes, jpeg);
    if (image.isNull())
        return unusable(name);
    if (std::max(image.width(), image.height()) > longestPictureSide)
        image = image.scaled(longestPictureSide, longestPictureSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    QByteArray prepared;
    QBuffer buffer(&prepared);
    if (!buffer.open(QIODevice::WriteOnly) ||
        !pointsOf(image, jpeg).save(&buffer, jpeg ? "JPEG" : "PNG", jpeg ? jpegQuality : -1))
        return unusable(name);
    return prepared;
}

} // namespace formats
