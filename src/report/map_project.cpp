#include "report/map_project.h"

#include "base/typography.h"
#include "base/written_date.h"
#include "report/charts_pieces.h"
#include "report/user_text.h"

#include <cmath>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString oneLine(const QString &typed)
{
    return cleanText(typed).simplified();
}

} // namespace

std::optional<MapValues> mapValuesOf(const domain::Projet &projet, const domain::IndicateurDiagnostic &indicateur)
{
    MapValues values{
        oneLine(indicateur.intitule), oneLine(indicateur.unite), oneLine(indicateur.source), indicateur.annee, {}};
    if (!base::isYear(values.year))
        values.year.reset(); // half typed: no source says that
    const auto known = domain::valeursParCommune(indicateur.parCommune);
    for (const auto &[commune, record] : projet.communes)
        if (const auto value = known.find(record.code); value != known.end())
            values.values.insert(*value);
    return values.values.empty() || values.title.isEmpty() ? std::nullopt : std::optional(std::move(values));
}

std::vector<MapValues> mapValuesOf(const domain::Projet &projet)
{
    std::vector<MapValues> all;
    for (const auto &[id, indicateur] : domain::inOrder(projet.indicateurs))
        if (auto values = mapValuesOf(projet, *indicateur))
            all.push_back(*std::move(values));
    return all;
}

QString valuesHeading(const MapValues &values)
{
    QStringList precisions;
    if (const QString unit = values.unit.trimmed(); !unit.isEmpty() && !charts::isShortUnit(unit))
        precisions << unit;
    if (values.year)
        precisions << QString::number(*values.year);
    return base::frenchTypography(precisions.isEmpty() ? values.title
                                                       : u"%1 (%2)"_s.arg(values.title, precisions.join(u", "_s)));
}

QString valueInWords(const MapValues &values, const QString &commune)
{
    const auto found = values.values.find(commune);
    const QString unit = values.unit.trimmed();
    return found == values.values.end() || !std::isfinite(found->second)
               ? QString()
               : charts::valueText(found->second, charts::isShortUnit(unit) ? unit : QString());
}

std::map<QString, QString> autresCptsDe(const domain::Projet &projet)
{
    std::map<QString, QString> all;
    for (const auto &[id, voisine] : domain::inOrder(projet.voisines))
        for (const QString &code : domain::codesDe(voisine->communes))
            all.emplace(code, oneLine(voisine->nom));
    return all;
}

} // namespace report
