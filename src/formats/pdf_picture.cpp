#include "formats/pdf_picture.h"

#include "base/picture_info.h"

#include <cairo-pdf.h>

namespace formats::pdf
{

namespace
{

constexpr double pointsPerMillimetre = 72 / 25.4;

void deleteBytes(void *bytes)
{
    delete static_cast<QByteArray *>(bytes);
}

// The surface reads the bytes when the file is ended: it keeps its own share of them.
void attachJpeg(cairo_surface_t *surface, const QByteArray &bytes)
{
    auto *kept = new QByteArray(bytes);
    const auto *data = reinterpret_cast<const unsigned char *>(kept->constData());
    if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, data, static_cast<unsigned long>(kept->size()),
                                    &deleteBytes, kept) != CAIRO_STATUS_SUCCESS)
        delete kept;
}

cairo_surface_t *surfaceOf(const layout::PictureOperation &picture)
{
    const QImage image = picture.image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const bool opaque = !picture.image.hasAlphaChannel();
    cairo_surface_t *surface =
        cairo_image_surface_create(opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, image.width(), image.height());
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        return surface; // drawing with it tells the page's own status
    unsigned char *to = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (int row = 0; row < image.height(); ++row)
        std::copy_n(image.constScanLine(row), size_t(image.width()) * 4, to + qsizetype(stride) * row);
    cairo_surface_mark_dirty(surface);
    const auto info = base::pictureInfo(picture.bytes);
    if (info && info->type == base::PictureInfo::Type::Jpeg)
        attachJpeg(surface, picture.bytes);
    return surface;
}

} // namespace

void drawPicture(cairo_t *cairo, const layout::PictureOperation &picture)
{
    if (picture.image.isNull())
        return;
    const QRectF place(picture.rect.topLeft() * pointsPerMillimetre, picture.rect.size() * pointsPerMillimetre);
    cairo_surface_t *surface = surfaceOf(picture);
    cairo_save(cairo);
    cairo_translate(cairo, place.x(), place.y());
    cairo_scale(cairo, place.width() / picture.image.width(), place.height() / picture.image.height());
    cairo_set_source_surface(cairo, surface, 0, 0);
    // Filled, not painted: cairo 1.16 aborts on a paint inside a tag.
    cairo_rectangle(cairo, 0, 0, picture.image.width(), picture.image.height());
    cairo_fill(cairo);
    cairo_restore(cairo);
    cairo_surface_destroy(surface);
}

} // namespace formats::pdf
