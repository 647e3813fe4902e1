// A project made link by link along the fil rouge, for the tests of several rooms.
#pragma once

#include "domain/projet.h"

namespace support
{

inline base::Id missionId(const QString &code)
{
    return base::Id::fromKey(QStringLiteral("mission:") + code);
}

// Identities follow from the keys: "besoin:a".
inline base::Id addBesoin(domain::Projet &projet, const QString &key, const QString &enonce,
                          const domain::IdList &missions = {})
{
    const base::Id id = base::Id::fromKey(QStringLiteral("besoin:") + key);
    domain::Besoin &besoin = projet.besoins.insert(id);
    besoin.rang = key;
    besoin.enonce = enonce;
    besoin.missions = missions;
    return id;
}

inline base::Id addFiche(domain::Projet &projet, const QString &key, const QString &intitule,
                         const domain::IdList &besoins = {}, const base::Id &mission = {})
{
    const base::Id id = base::Id::fromKey(QStringLiteral("fiche:") + key);
    domain::FicheAction &fiche = projet.fiches.insert(id);
    fiche.rang = key;
    fiche.intitule = intitule;
    fiche.besoins = besoins;
    fiche.mission = mission;
    return id;
}

inline base::Id addObjectif(domain::Projet &projet, const QString &key, const base::Id &fiche, const QString &enonce)
{
    const base::Id id = base::Id::fromKey(QStringLiteral("objectif:") + key);
    domain::ObjectifSpecifique &objectif = projet.objectifs.insert(id);
    objectif.rang = key;
    objectif.fiche = fiche;
    objectif.enonce = enonce;
    return id;
}

inline base::Id addIndicateur(domain::Projet &projet, const QString &key, const base::Id &fiche,
                              const QString &intitule, const base::Id &objectif = {})
{
    const base::Id id = base::Id::fromKey(QStringLiteral("indicateurAction:") + key);
    domain::IndicateurAction &indicateur = projet.indicateursAction.insert(id);
    indicateur.rang = key;
    indicateur.fiche = fiche;
    indicateur.intitule = intitule;
    indicateur.objectif = objectif;
    return id;
}

inline base::Id addDepense(domain::Projet &projet, const QString &key, const base::Id &fiche, const QString &intitule,
                           const QString &financeur = {})
{
    const base::Id id = base::Id::fromKey(QStringLiteral("budget:") + key);
    domain::LigneBudget &ligne = projet.budget.insert(id);
    ligne.rang = key;
    ligne.fiche = fiche;
    ligne.intitule = intitule;
    ligne.financeur = financeur;
    return id;
}

} // namespace support
