// The thread of the project: need -> action -> objective -> indicator, with what each action costs; and what hangs in
// the air along it.
#pragma once

#include "domain/champ.h"
#include "reference/reference.h"

namespace controle
{

// A null `id` holds the indicators of the fiche that measure no objective of it.
struct FilObjectif {
    base::Id id;
    std::vector<base::Id> indicateurs;
};

// A fiche that answers several needs is under each of them.
struct FilFiche {
    base::Id id;
    QString mission; // code of reference::Mission, or empty
    std::vector<FilObjectif> objectifs;
    std::vector<base::Id> etapes; // of an abandoned one, those that were done
    std::vector<base::Id> budget;
    int numero = 0; // see suivi::fichesNumerotees
};

// A null `id` holds the fiches that answer no need; it comes last.
struct FilBesoin {
    base::Id id;
    QStringList missions; // codes, in the order of the reference
    std::vector<FilFiche> fiches;
};

// The needs and what the fiches own, each in the order of the user; the fiches in that of their numbers.
[[nodiscard]] std::vector<FilBesoin> filRouge(const domain::Projet &projet, const reference::Reference &reference);

// Whether a fiche that is not abandoned answers the need; whether an indicator measures the objective.
[[nodiscard]] bool hasAction(const domain::Projet &projet, const base::Id &besoin);
// Whether a mission answers a need: one that it names, or that of a fiche about it.
[[nodiscard]] bool hasMission(const domain::Projet &projet, const base::Id &besoin);
[[nodiscard]] bool hasIndicator(const domain::Projet &projet, const base::Id &objectif);

// One thing that hangs in the air, and the field that would hold it.
struct Suspens {
    QString name; // "Besoin « Trouver un médecin traitant »"
    domain::FieldAddress field;
};

// All those of one sort.
struct SortesSuspens {
    QString code;  // "besoin-sans-action"
    QString words; // "2 besoins sans action"
    std::vector<Suspens> all;
};

// In the order of the thread; a sort without any is not there. A need that is settled asks nothing.
[[nodiscard]] std::vector<SortesSuspens> enSuspens(const domain::Projet &projet, const reference::Reference &reference);

} // namespace controle
