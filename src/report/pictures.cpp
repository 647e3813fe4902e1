#include "report/pictures.h"

#include "base/picture_info.h"
#include "base/typography.h"

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double millimetresPerPoint = 25.4 / 96; // of a screen: how large its author saw it

} // namespace

PictureLookup picturesOf(const domain::Projet &projet)
{
    return [&projet](const base::RichPicture &picture) -> std::optional<Figure> {
        const domain::PieceJointe *piece = projet.pieces.find(picture.piece);
        const QByteArray *bytes = piece ? projet.contenus.find(piece->empreinte) : nullptr;
        const auto info = bytes ? base::pictureInfo(*bytes) : std::nullopt;
        if (!info || !info->isReasonable())
            return std::nullopt;
        Figure figure;
        figure.size = QSizeF(info->size) * millimetresPerPoint;
        figure.picture = *bytes;
        figure.source = base::frenchTypography(picture.caption);
        figure.description =
            base::frenchTypography(picture.alternative.isEmpty() ? u"Image sans description"_s : picture.alternative);
        return figure;
    };
}

} // namespace report
