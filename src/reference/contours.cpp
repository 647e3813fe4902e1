#include "reference/contours.h"

#include "base/text.h"

#include <algorithm>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

void ContourBox::grow(const ContourPoint &point)
{
    grow(ContourBox{point.x, point.y, point.x, point.y});
}

void ContourBox::grow(const ContourBox &box)
{
    if (box.isEmpty())
        return;
    if (isEmpty()) {
        *this = box;
        return;
    }
    left = std::min(left, box.left);
    bottom = std::min(bottom, box.bottom);
    right = std::max(right, box.right);
    top = std::max(top, box.top);
}

bool ContourBox::meets(const ContourBox &other) const
{
    return !isEmpty() && !other.isEmpty() && left <= other.right && other.left <= right && bottom <= other.top &&
           other.bottom <= top;
}

bool ContourBox::holds(const ContourBox &other) const
{
    return !isEmpty() && !other.isEmpty() && left <= other.left && other.right <= right && bottom <= other.bottom &&
           other.top <= top;
}

ContourBox Contour::box() const
{
    ContourBox box;
    for (const ContourPolygon &polygon : polygons)
        for (const ContourRing &ring : polygon)
            for (const ContourPoint &point : ring)
                box.grow(point);
    return box;
}

QString ContourOrigin::citation() const
{
    if (!source.trimmed().isEmpty())
        return source.trimmed();
    return importeLe.isValid() ? u"fichier importé le %1"_s.arg(base::frenchLongDate(importeLe)) : fichier;
}

const Contour *Contours::find(const QString &code) const
{
    const auto at = std::lower_bound(communes.begin(), communes.end(), code,
                                     [](const Contour &each, const QString &wanted) { return each.code < wanted; });
    return at != communes.end() && at->code == code ? &*at : nullptr;
}

QString departementOfCode(const QString &insee)
{
    return insee.left(insee.startsWith(u"97") || insee.startsWith(u"98") ? 3 : 2);
}

} // namespace reference
