#include "domain/jours.h"

#include <algorithm>

namespace domain
{

Jours joursSaisis(const EtapeAction &etape)
{
    const QDate from = etape.debut.isValid() ? etape.debut : etape.fin;
    const QDate to = etape.fin.isValid() && etape.sorte != SorteEtape::Jalon ? etape.fin : from;
    return {from, to};
}

Jours joursDe(const EtapeAction &etape)
{
    const auto [from, to] = joursSaisis(etape);
    return {std::min(from, to), std::max(from, to)};
}

} // namespace domain
