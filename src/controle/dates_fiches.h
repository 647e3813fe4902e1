// The dates of one fiche-action. For this room only.
#pragma once

#include "controle/epoque.h"

namespace controle
{

// What all fiches own, put in order once for all of them.
struct Dated {
    Epoque epoque;
    std::vector<std::pair<base::Id, const domain::EtapeAction *>> etapes;
    std::vector<std::pair<base::Id, const domain::IndicateurAction *>> indicateurs;
};
[[nodiscard]] Dated datesDesFiches(const Input &input);

// Its dates that cannot be; without any, the first that does not follow the others. `name`: of the fiche, when the
// sentences are read beside those of others.
[[nodiscard]] Verdicts faultsOfDates(const Input &input, const Dated &dated, const base::Id &id,
                                     const QString &name = {});

} // namespace controle
