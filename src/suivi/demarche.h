// Where a project stands in the five steps of the procedure, and what is due when: one computation for the pages, the
// dashboard, the calendar file and the criteria.
#pragma once

#include "domain/changes.h"
#include "reference/reference.h"

namespace suivi
{

// A date written by the user; `id` is the Echeance that holds it, null for the signature (Identite::contratLe).
struct DateEtape {
    base::Id id;
    QDate date;
};

// A delay of the reference counted from the date of its step.
struct Terme {
    const reference::Delai *delai = nullptr;
    QString etape;
    QDate depart;
    QDate date;               // while `suspendu`: the earliest it can be
    bool estime = false;      // counted from a planned date, or through a suspension
    bool tenu = false;        // what was awaited came: nothing is due any more
    int joursSuspendus = 0;   // each day once
    QDate suspenduDepuis;     // complements still awaited
    int demandesTardives = 0; // complements asked for after the end of the delay: they stop nothing
};

enum class EtatEtape { AVenir, Prevue, EnCours, Faite };

struct Etape {
    const reference::Etape *officielle = nullptr;
    EtatEtape etat = EtatEtape::AVenir;
    DateEtape prevue; // the earliest of those not marked as done
    DateEtape reelle; // the earliest of those marked as done
    std::vector<Terme> termes;
};

// The steps in order. The real date of a step is when it begins (answer received, project sent, contract signed), but
// for the lettre, done when it is sent. The results point into `reference`.
[[nodiscard]] std::vector<Etape> demarche(const domain::Projet &projet, const reference::Reference &reference,
                                          const QDate &today);
// The number of the step that is going on; one more than the last when all are done.
[[nodiscard]] int etapeEnCours(const std::vector<Etape> &etapes);
// The delay of that code, or nullptr when nothing dates it.
[[nodiscard]] const Terme *terme(const std::vector<Etape> &etapes, const QString &code);

// The region that every known commune is of, by its code; empty without any, or between two: no rule of one is held
// against the project.
[[nodiscard]] QString regionDe(const domain::Projet &projet, const reference::Reference &reference);
// Who says by when missions start, for the region of the project.
[[nodiscard]] QString sourceDesTermes(const domain::Projet &projet, const reference::Reference &reference);
// When a mission of the project has to start and to be deployed, once the contract is signed. Only those that the
// source gives a delay for: that of its region, else the one that says most.
struct TermeMission {
    base::Id mission;
    const reference::Mission *officielle = nullptr;
    QDate demarrage;
    QDate deploiement;
};
// Of one official mission, retained or not; without a date when the contract is not signed.
[[nodiscard]] TermeMission termeMission(const domain::Projet &projet, const reference::Reference &reference,
                                        const reference::Mission &officielle);
[[nodiscard]] std::vector<TermeMission> termesMissions(const domain::Projet &projet,
                                                       const reference::Reference &reference);

// Puts or takes away the planned or the real date of a step, as one list of changes. The signature goes to the
// contract.
[[nodiscard]] domain::ChangeList dater(const domain::Projet &projet, const reference::Reference &reference,
                                       const QString &etape, bool faite, const QDate &date);
// True for what dater() wrote of a step that is done, while another date stands for the same step: a note of when it
// happened, that neither a document nor an agenda shows a second time.
[[nodiscard]] bool noteeSeulement(const domain::Projet &projet, const reference::Reference &reference,
                                  const base::Id &echeance);
// Where the date of an échéance is read, on paper as in an agenda: its own, or for a step that took place the real one.
// The signature is written in one place, Identite::contratLe.
[[nodiscard]] domain::FieldAddress dateTenue(const domain::Projet &projet, const reference::Reference &reference,
                                             const base::Id &echeance);

} // namespace suivi
