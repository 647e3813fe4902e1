// The list of criteria and what they are judged with. For this room only.
#pragma once

#include "controle/controle.h"
#include "domain/effectifs.h"

namespace controle
{

struct Input {
    const domain::Projet &projet;
    const reference::Reference &reference;
    QDate today;
    const reference::TerritoryShape *shape = nullptr; // of the territory, when outlines were imported
};

// One answer of a criterion.
struct Verdict {
    Severity severity = Severity::Fulfilled;
    QString sentence;
    domain::FieldAddress field;
    QString page = {};   // of the field, when it is not the criterion's
    QString reason = {}; // when what is told is not what the criterion is there for
};
using Verdicts = std::vector<Verdict>;

// A pure function with what does not depend on the project. No verdict: the criterion does not apply.
struct Criterion {
    QString code;
    QString page;
    QString reason;
    QString source;
    Verdicts (*judge)(const Input &);
};

[[nodiscard]] std::vector<Criterion> porteurCriteria();
[[nodiscard]] std::vector<Criterion> territoireCriteria();
[[nodiscard]] std::vector<Criterion> populationCriteria();
[[nodiscard]] std::vector<Criterion> contactCriteria();
[[nodiscard]] std::vector<Criterion> equipeCriteria();
[[nodiscard]] std::vector<Criterion> mobilisationCriteria();
[[nodiscard]] std::vector<Criterion> missionCriteria();
[[nodiscard]] std::vector<Criterion> calendrierCriteria();
[[nodiscard]] std::vector<Criterion> resteExempleCriteria();
[[nodiscard]] std::vector<Criterion> plausibiliteCriteria();
[[nodiscard]] std::vector<Criterion> donneesPatientCriteria();
[[nodiscard]] std::vector<Criterion> passagesAttenteCriteria();
// All those of the lettre, in the order of the pages.
[[nodiscard]] const std::vector<Criterion> &criteria();

[[nodiscard]] std::vector<Criterion> projetTerritoireCriteria();
[[nodiscard]] std::vector<Criterion> projetDiagnosticCriteria();
[[nodiscard]] std::vector<Criterion> projetOffreCriteria();
[[nodiscard]] std::vector<Criterion> projetStructureCriteria();
[[nodiscard]] std::vector<Criterion> projetMembresCriteria();
[[nodiscard]] std::vector<Criterion> projetSystemeCriteria();
[[nodiscard]] std::vector<Criterion> projetMissionCriteria();
[[nodiscard]] std::vector<Criterion> projetFicheCriteria();
[[nodiscard]] std::vector<Criterion> projetValidationCriteria();
[[nodiscard]] std::vector<Criterion> projetSuiviCriteria();
[[nodiscard]] std::vector<Criterion> projetSigleCriteria();
[[nodiscard]] std::vector<Criterion> projetCoherenceCriteria();
[[nodiscard]] std::vector<Criterion> projetPlausibiliteCriteria();
[[nodiscard]] std::vector<Criterion> projetResteExempleCriteria();
[[nodiscard]] std::vector<Criterion> projetDonneesPatientCriteria();
[[nodiscard]] std::vector<Criterion> projetPassagesAttenteCriteria();
// The order of the steps of the procedure, and their dates, which both documents are judged by.
[[nodiscard]] Criterion ordreDemarche(const QString &code);
[[nodiscard]] Criterion datesDemarche(const QString &code);
// The years of the population, the dates of the meetings that inform: in both documents too.
[[nodiscard]] Criterion anneesTerritoire(const QString &code);
[[nodiscard]] Criterion datesMobilisation(const QString &code);
// The dates of each fiche: possible, and in their order.
[[nodiscard]] Criterion datesFiches();
// All those of the projet de santé, in the order of the pages.
[[nodiscard]] const std::vector<Criterion> &projetCriteria();

[[nodiscard]] Verdict fulfilled(const QString &sentence, const domain::FieldAddress &field);
[[nodiscard]] Verdict blocking(const QString &sentence, const domain::FieldAddress &field);
[[nodiscard]] Verdict improvement(const QString &sentence, const domain::FieldAddress &field);
// The same, for a reason of its own.
[[nodiscard]] Verdict because(Verdict verdict, const QString &reason);

// Addresses of the field of a unique table, and of a keyed record whether it exists or not.
[[nodiscard]] domain::FieldAddress uniqueField(const QString &table, const QString &field);
[[nodiscard]] domain::FieldAddress keyedField(const QString &table, const QString &key, const QString &field);
// The collection itself, when it has no record to point at.
[[nodiscard]] domain::FieldAddress newRecord(const QString &table, const QString &field);

// The text of a rubric as a reader sees it, without the marks of its look.
[[nodiscard]] QString textOf(const domain::Projet &projet, const QString &rubrique);
// A text long typed by somebody, short enough for a sentence.
[[nodiscard]] QString shortened(const QString &text, qsizetype longest = 60);
// "Allos, Annot, Barrême et 3 autres".
[[nodiscard]] QString someOf(const QStringList &names);
[[nodiscard]] bool blank(const QString &text);
// The same text for two ways of writing one profession; physicians of any specialty are one. Empty for an empty text.
[[nodiscard]] QString professionKey(const reference::Reference &reference, const QString &profession);

// A share, by its unit, out of 0 to 100; what grows or is occupied may go beyond.
[[nodiscard]] bool impossibleShare(const QString &unite, const QString &words, double value);

template <class Indicateur>
[[nodiscard]] bool impossibleShare(const Indicateur &indicateur, const domain::Decimal &value)
{
    return value && impossibleShare(indicateur.unite, indicateur.intitule + u' ' + indicateur.definition, *value);
}

// The counters of a line of the trame, from the members when the project says so.
[[nodiscard]] domain::LigneOf ligneOf(const Input &input);
[[nodiscard]] domain::Effectif countsOf(const Input &input, const QString &ligne);

// A text expected at some length: `severity` when empty, an improvement when under `fewWords`.
struct TextRule {
    QString rubrique;
    QString empty;   // sentence
    QString subject; // "Premiers éléments de diagnostic"
    int fewWords = 0;
    Severity severity = Severity::Improvement;
};
[[nodiscard]] Verdicts judgeText(const Input &input, const TextRule &rule);

// The fiches-actions in the order of the user, and what to call one, or a need, in a sentence.
using Fiches = std::vector<std::pair<base::Id, const domain::FicheAction *>>;
[[nodiscard]] Fiches fichesOf(const domain::Projet &projet, const reference::Reference &reference);
// Those that are still to be completed and carried out: not the abandoned ones.
[[nodiscard]] Fiches fichesVivantes(const domain::Projet &projet, const reference::Reference &reference);
[[nodiscard]] QString nameOf(const domain::FicheAction &fiche);
[[nodiscard]] QString nameOf(const domain::Besoin &besoin);
// "Prénom Nom", else the structure that is a member.
[[nodiscard]] QString nameOf(const domain::Personne &person);
// Whether a fiche that is not abandoned serves the mission of this code.
[[nodiscard]] bool hasFiche(const domain::Projet &projet, const QString &mission);
// The mission it serves; nullptr when it serves none, or one that the reference data do not know.
[[nodiscard]] const reference::Mission *missionOf(const Input &input, const domain::FicheAction &fiche);

} // namespace controle
