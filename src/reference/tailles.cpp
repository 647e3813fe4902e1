#include "reference/tailles.h"

#include "reference/data_file.h"

namespace reference
{

using namespace Qt::Literals::StringLiterals;

std::optional<int> Tailles::taille(qint64 population) const
{
    std::optional<int> found;
    if (population <= 0)
        return found;
    for (const Taille &each : toutes)
        if (population >= each.minimum)
            found = each.numero;
    return found;
}

std::optional<SeuilProche> Tailles::proche(qint64 population) const
{
    std::optional<SeuilProche> nearest;
    if (population <= 0)
        return nearest;
    for (size_t i = 1; i < toutes.size(); ++i) {
        const Taille &above = toutes[i];
        const qint64 gap = qAbs(population - above.seuil);
        const double percent = 100.0 * double(gap) / double(above.seuil);
        if (percent > proximitePourcent || (nearest && nearest->ecart <= gap))
            continue;
        const int other = population >= above.minimum ? toutes[i - 1].numero : above.numero;
        nearest = SeuilProche{above.seuil, gap, percent, other};
    }
    return nearest;
}

base::Result<Tailles> Tailles::load(const QString &folder)
{
    Tailles tailles;
    auto provenance = readDataFile(folder, u"tailles.json"_s, [&tailles](const DataEntry &root) {
        tailles.proximitePourcent = root.decimal("proximite_pourcent");
        root.each("tailles", [&tailles](const DataEntry &entry) {
            const Taille taille{static_cast<int>(entry.number("numero")), entry.number("minimum"),
                                entry.number("seuil")};
            const bool first = tailles.toutes.empty();
            if (first ? taille.minimum != 0 : taille.minimum <= tailles.toutes.back().minimum || taille.seuil <= 0)
                entry.fault(u"les tailles doivent aller de la plus petite, à partir de 0, à la plus grande"_s);
            tailles.toutes.push_back(taille);
        });
        if (tailles.toutes.empty())
            root.fault(u"« tailles » est une liste vide"_s);
    });
    if (!provenance)
        return provenance.error();
    tailles.provenance = std::move(provenance).value();
    return tailles;
}

} // namespace reference
