#include "reference/territory_shape.h"

#include "base/text.h"

#include <algorithm>
#include <set>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// What is open of an enclave must be an accident of drawing: so many metres, or so much of its border.
constexpr double openLength = 300;
constexpr double openShare = 0.03;

using Group = std::vector<size_t>;

// The outlines that `taken` accepts, each with those it reaches through borders.
template <class Taken>
std::vector<Group> groups(const Borders &borders, size_t count, Taken taken)
{
    std::vector<Group> found;
    std::vector<bool> seen(count, false);
    for (size_t start = 0; start < count; ++start) {
        if (seen[start] || !taken(start))
            continue;
        Group group{start};
        seen[start] = true;
        for (size_t i = 0; i < group.size(); ++i)
            for (const size_t next : borders.neighbours(group[i]))
                if (!seen[next] && taken(next)) {
                    seen[next] = true;
                    group.push_back(next);
                }
        found.push_back(std::move(group));
    }
    return found;
}

QStringList codesOf(const Group &group, const std::vector<Contour> &outlines)
{
    QStringList codes;
    for (const size_t each : group)
        codes << outlines[each].code;
    codes.sort();
    return codes;
}

bool touchesNothingElse(const Group &group, const Borders &borders)
{
    return std::all_of(group.begin(), group.end(), [&](size_t each) {
        const auto &around = borders.neighbours(each);
        return std::all_of(around.begin(), around.end(), [&group](size_t next) {
            return std::find(group.begin(), group.end(), next) != group.end();
        });
    });
}

// Nothing of its border is open, as far as a drawing can tell. It has neighbours: a lone island is no enclave.
bool isClosed(const Group &group, const Borders &borders)
{
    double open = 0;
    double whole = 0;
    for (const size_t each : group) {
        open += borders.open(each);
        whole += borders.perimeter(each);
    }
    return open <= std::max(openLength, openShare * whole) && !touchesNothingElse(group, borders);
}

// The first of a long list, then how many more.
QString someOf(QStringList items, qsizetype most, const QString &one, const QString &several)
{
    const qint64 left = items.size() - most;
    if (left > 1) {
        items = items.first(most);
        items << base::frenchCount(left, one, several);
    }
    return items.join(u" ; "_s);
}

QString nameOf(const QString &code, const std::vector<Contour> &outlines, const Communes &communes)
{
    if (const auto commune = communes.find(code))
        return commune->nom;
    for (const Contour &outline : outlines)
        if (outline.code == code && !outline.nom.isEmpty())
            return outline.nom;
    return code;
}

} // namespace

bool TerritoryShape::unSeulTenant() const
{
    return std::count_if(parties.begin(), parties.end(), [](const Partie &each) { return !each.ile; }) <= 1;
}

TerritoryShape territoryShape(const std::vector<Contour> &outlines, const QStringList &territory)
{
    const std::set<QString> codes(territory.begin(), territory.end());
    TerritoryShape shape;
    std::set<QString> drawn;
    std::vector<bool> inside(outlines.size(), false);
    ContourBox frame;
    for (size_t i = 0; i < outlines.size(); ++i)
        if (codes.contains(outlines[i].code)) {
            inside[i] = true;
            drawn.insert(outlines[i].code);
            frame.grow(outlines[i].box());
        }
    std::set_difference(codes.begin(), codes.end(), drawn.begin(), drawn.end(), std::back_inserter(shape.absentes));
    if (drawn.empty())
        return shape;

    const Borders borders(outlines);
    const bool others = drawn.size() < outlines.size();
    for (const Group &group : groups(borders, outlines.size(), [&](size_t i) { return inside[i]; }))
        shape.parties.push_back({codesOf(group, outlines), others && touchesNothingElse(group, borders)});
    std::stable_sort(shape.parties.begin(), shape.parties.end(),
                     [](const auto &a, const auto &b) { return a.codes.size() > b.codes.size(); });
    for (const Group &group : groups(borders, outlines.size(), [&](size_t i) { return !inside[i]; })) {
        // What the territory goes round lies in its frame.
        const bool within =
            std::all_of(group.begin(), group.end(), [&](size_t each) { return frame.holds(outlines[each].box()); });
        if (within && isClosed(group, borders))
            shape.enclaves.push_back(codesOf(group, outlines));
    }
    return shape;
}

QString namesInWords(const QStringList &codes, const std::vector<Contour> &outlines, const Communes &communes,
                     qsizetype most)
{
    QStringList names;
    for (const QString &code : codes)
        names << nameOf(code, outlines, communes);
    std::sort(names.begin(), names.end(), base::frenchLess);
    const qsizetype left = names.size() - most;
    if (left > 1) { // one more takes no more room than "1 autre"
        names = names.first(most);
        names << base::frenchCount(left, u"autre"_s, u"autres"_s);
    }
    return base::frenchList(names);
}

QString shapeInWords(const TerritoryShape &shape, const std::vector<Contour> &outlines, const Communes &communes,
                     qsizetype most)
{
    if (shape.parties.empty())
        return {};
    qint64 count = 0;
    for (const TerritoryShape::Partie &part : shape.parties)
        count += part.codes.size();
    const QString all = base::frenchCount(count, u"commune"_s, u"communes"_s);
    QStringList sentences;
    if (shape.parties.size() == 1) {
        sentences << (count == 1 ? all : u"%1 d’un seul tenant"_s.arg(all));
    } else {
        QStringList parts;
        for (const TerritoryShape::Partie &part : shape.parties)
            parts << namesInWords(part.codes, outlines, communes, most) +
                         (part.ile ? (part.codes.size() > 1 ? u" (isolées)"_s : u" (isolée)"_s) : QString());
        sentences << u"%1 en %2 parties : %3"_s.arg(all, base::frenchNumber(qint64(shape.parties.size())),
                                                    someOf(parts, most, u"autre"_s, u"autres"_s));
    }
    QStringList enclaves;
    for (const QStringList &group : shape.enclaves)
        enclaves << namesInWords(group, outlines, communes, most);
    if (!enclaves.isEmpty())
        sentences << base::frenchCount(enclaves.size(), u"enclave"_s, u"enclaves"_s) + u" : "_s +
                         someOf(enclaves, most, u"autre"_s, u"autres"_s);
    if (!shape.absentes.isEmpty())
        sentences << base::frenchCount(shape.absentes.size(), u"commune absente"_s, u"communes absentes"_s) +
                         u" des contours importés : "_s + namesInWords(shape.absentes, outlines, communes, most);
    return sentences.join(u" · "_s);
}

} // namespace reference
