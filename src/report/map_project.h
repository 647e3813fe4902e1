// What a project itself brings to its map, beside its communes.
#pragma once

#include "report/map.h"

namespace report
{

// The indicators of the diagnostic that have a value for some commune of the territory, as maps take them.
[[nodiscard]] std::vector<MapValues> mapValuesOf(const domain::Projet &projet);
// The same of one indicator; nothing when it has no title or no value there.
[[nodiscard]] std::optional<MapValues> mapValuesOf(const domain::Projet &projet,
                                                   const domain::IndicateurDiagnostic &indicateur);
// What heads a column of these values: « Médecins pour 10 000 habitants (2023) », with its unit where the values have
// none.
[[nodiscard]] QString valuesHeading(const MapValues &values);
// The value of a commune in words: « 12,5 % »; empty where it has none.
[[nodiscard]] QString valueInWords(const MapValues &values, const QString &commune);
// The communes of the neighbouring CPTS, as MapRequest::autresCpts takes them.
[[nodiscard]] std::map<QString, QString> autresCptsDe(const domain::Projet &projet);

} // namespace report
