// A projet de santé as one value: copy it, compare it, keep an old one.
#pragma once

#include "domain/contenus.h"
#include "domain/description.h"
#include "domain/diagnostic.h"
#include "domain/fiche.h"
#include "domain/organisation.h"
#include "domain/pieces.h"
#include "domain/records.h"
#include "domain/suivi.h"

#include <map>

namespace domain
{

// The records of one type, by identity. Iteration order is the identities'; inOrder() gives the user's.
template <class T>
class Records
{
public:
    [[nodiscard]] const T *find(const Id &id) const
    {
        const auto at = m_records.find(id);
        return at == m_records.end() ? nullptr : &at->second;
    }
    [[nodiscard]] T *find(const Id &id)
    {
        const auto at = m_records.find(id);
        return at == m_records.end() ? nullptr : &at->second;
    }
    T &insert(const Id &id, T record = {}) { return m_records.insert_or_assign(id, std::move(record)).first->second; }
    bool remove(const Id &id) { return m_records.erase(id) > 0; }
    [[nodiscard]] size_t size() const { return m_records.size(); }
    [[nodiscard]] bool empty() const { return m_records.empty(); }
    [[nodiscard]] auto begin() const { return m_records.begin(); }
    [[nodiscard]] auto end() const { return m_records.end(); }

private:
    std::map<Id, T> m_records;
};

// All the facts of one CPTS. Equality is field by field, through the descriptions (see changes.h: diff is empty).
struct Projet {
    Identite identite;
    StructurePorteuse structure;
    PopulationRetenue population;
    Accompagnement accompagnement;
    Records<Personne> personnes;
    Records<Commune> communes;
    Records<Qpv> qpv;
    Records<Effectif> effectifs;
    Records<Contact> contacts;
    Records<ActionMobilisation> mobilisations;
    Records<Partenaire> partenaires;
    Records<Mission> missions;
    Records<Echeance> echeances;
    Records<Rubrique> rubriques;
    Records<Besoin> besoins;
    Records<IndicateurDiagnostic> indicateurs;
    Records<TrancheAge> tranches;
    Records<Acteur> acteurs;
    Organisation organisation;
    Records<Instance> instances;
    Records<Outil> outils;
    Records<Poste> postes;
    Records<Prestation> prestations;
    Records<Reunion> reunions;
    Records<Financement> financements;
    Records<FicheAction> fiches;
    Records<ObjectifSpecifique> objectifs;
    Records<EtapeAction> etapesAction;
    Records<IndicateurAction> indicateursAction;
    Records<Releve> releves;
    Records<LigneBudget> budget;
    Records<Protocole> protocoles;
    Records<CptsVoisine> voisines;
    Records<Suspension> suspensions;
    Records<Avenant> avenants;
    Records<Interlocuteur> interlocuteurs;
    Records<PieceJointe> pieces;
    Contrat contrat;
    Contenus contenus; // the bytes of `pieces`; outside equality and change lists, see contenus.h
};

// A new project: everything empty but its name, trame, vintage and date.
[[nodiscard]] Projet nouveauProjet(const QString &nom, const QString &trame, const QString &millesime, const QDate &le);

// The records of an ordered type as the user ranged them (then by identity).
template <class T>
[[nodiscard]] std::vector<std::pair<Id, const T *>> inOrder(const Records<T> &records)
{
    std::vector<std::pair<Id, const T *>> list;
    list.reserve(records.size());
    for (const auto &[id, record] : records)
        list.emplace_back(id, &record);
    std::stable_sort(list.begin(), list.end(),
                     [](const auto &a, const auto &b) { return a.second->rang < b.second->rang; });
    return list;
}

// The keyed record of that code, or nullptr: find(projet.missions, "mission", "prevention").
template <class T>
[[nodiscard]] const T *findKey(const Records<T> &records, const QString &tableName, const QString &key)
{
    return records.find(Id::fromKey(tableName + u':' + key));
}

// The communes by name, French order: what every table of the territory shows.
[[nodiscard]] std::vector<std::pair<Id, const Commune *>> communesParNom(const Projet &projet);
// The sum of the communes' populations, without those that have none.
[[nodiscard]] qint64 populationDesCommunes(const Projet &projet);
// The declared population when there is one, else the sum; unset without any commune.
[[nodiscard]] Number populationRetenue(const Projet &projet);
// The inhabitants of a band of ages: without its whole, both sexes; unset while it has no number.
[[nodiscard]] Number habitants(const TrancheAge &tranche);
// Those of all bands; unset while none has a number.
[[nodiscard]] Number habitantsParAge(const Projet &projet);
// The text of a rubrique, empty when it was never written.
[[nodiscard]] QString texteRubrique(const Projet &projet, const QString &code);
// The person in charge, or nullptr.
[[nodiscard]] const Personne *porteur(const Projet &projet);

} // namespace domain
