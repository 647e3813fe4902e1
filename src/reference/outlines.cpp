#include "reference/outlines.h"

#include <algorithm>
#include <set>

namespace reference
{

namespace
{

constexpr qint32 leastAround = 3'000; // hundred-thousandths of a degree, about three kilometres

// Which code an outline counts under, and none when another outline tells the same place.
class Today
{
public:
    Today(const Contours &contours, const QStringList &territory, const Communes &communes)
        : m_communes(communes), m_territory(territory.begin(), territory.end())
    {
        for (const QString &code : territory)
            if (const auto commune = communes.find(code); commune && commune->estArrondissement())
                m_split.insert(commune->communeMere);
        for (const Contour &contour : contours.communes)
            if (const auto commune = communes.find(contour.code); commune && commune->estArrondissement())
                m_withParts.insert(commune->communeMere);
            else
                m_whole.insert(contour.code);
    }

    [[nodiscard]] QString codeOf(const QString &code) const
    {
        const auto commune = m_communes.find(code);
        if (!commune && m_territory.contains(code))
            return code; // an old project speaks of it as it was
        if (!commune) {
            const auto successor = m_communes.successor(code);
            return successor ? successor->code : code;
        }
        if (commune->estArrondissement()) {
            const QString &city = commune->communeMere;
            return m_split.contains(city) ? code : m_whole.contains(city) ? QString() : city;
        }
        return m_split.contains(code) && m_withParts.contains(code) ? QString() : code;
    }

private:
    const Communes &m_communes;
    std::set<QString> m_territory;
    std::set<QString> m_split;     // cities of which the territory has arrondissements
    std::set<QString> m_withParts; // cities whose arrondissements have outlines
    std::set<QString> m_whole;     // codes that have an outline
};

ContourBox frameOf(const std::vector<Contour> &outlines, const QStringList &territory)
{
    ContourBox frame;
    for (const Contour &outline : outlines)
        if (territory.contains(outline.code))
            frame.grow(outline.box());
    return frame;
}

} // namespace

std::vector<Contour> outlinesAround(const Contours &contours, const QStringList &territory, const Communes &communes)
{
    const Today today(contours, territory, communes);
    std::map<QString, Contour> outlines;
    for (const Contour &contour : contours.communes) {
        const QString code = today.codeOf(contour.code);
        if (code.isEmpty())
            continue;
        Contour &outline = outlines[code];
        if (outline.code.isEmpty()) {
            const auto commune = communes.find(code);
            outline.code = code;
            outline.nom = commune ? commune->nom : contour.nom;
        }
        outline.polygons.insert(outline.polygons.end(), contour.polygons.begin(), contour.polygons.end());
    }
    std::vector<Contour> found;
    found.reserve(outlines.size());
    for (auto &[code, outline] : outlines)
        found.push_back(std::move(outline));
    const ContourBox frame = frameOf(found, territory);
    const qint32 wide = std::max({leastAround, (frame.right - frame.left) / 6, (frame.top - frame.bottom) / 6});
    std::erase_if(found, [around = frame.widened(wide)](const Contour &each) { return !around.meets(each.box()); });
    return found;
}

} // namespace reference
