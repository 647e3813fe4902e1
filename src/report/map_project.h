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
// The communes of the neighbouring CPTS, as MapRequest::autresCpts takes them.
[[nodiscard]] std::map<QString, QString> autresCptsDe(const domain::Projet &projet);

} // namespace report
