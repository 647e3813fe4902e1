// A project made link by link along the fil rouge, for the tests of several rooms.
#pragma once

#include "domain/projet.h"

namespace support
{

inline base::Id missionId(const QString &code)
{
    return base::Id::fromKey(QStringLiteral("mission:") + code);
}

// A record of an ordered table, whose identity follows from its key: "besoin:a".
template <class Record>
base::Id addRanked(domain::Records<Record> &records, const char *table, const QString &key, Record record)
{
    const base::Id id = base::Id::fromKey(QString::fromLatin1(table) + u':' + key);
    record.rang = key;
    records.insert(id, std::move(record));
    return id;
}

inline base::Id addBesoin(domain::Projet &projet, const QString &key, const QString &enonce,
                          const domain::IdList &missions = {})
{
    domain::Besoin besoin;
    besoin.enonce = enonce;
    besoin.missions = missions;
    return addRanked(projet.besoins, "besoin", key, besoin);
}

inline base::Id addFiche(domain::Projet &projet, const QString &key, const QString &intitule,
                         const domain::IdList &besoins = {}, const base::Id &mission = {})
{
    domain::FicheAction fiche;
    fiche.intitule = intitule;
    fiche.besoins = besoins;
    fiche.mission = mission;
    return addRanked(projet.fiches, "fiche", key, fiche);
}

inline base::Id addObjectif(domain::Projet &projet, const QString &key, const base::Id &fiche, const QString &enonce)
{
    domain::ObjectifSpecifique objectif;
    objectif.fiche = fiche;
    objectif.enonce = enonce;
    return addRanked(projet.objectifs, "objectif", key, objectif);
}

inline base::Id addIndicateur(domain::Projet &projet, const QString &key, const base::Id &fiche,
                              const QString &intitule, const base::Id &objectif = {})
{
    domain::IndicateurAction indicateur;
    indicateur.fiche = fiche;
    indicateur.intitule = intitule;
    indicateur.objectif = objectif;
    return addRanked(projet.indicateursAction, "indicateurAction", key, indicateur);
}

inline base::Id addDepense(domain::Projet &projet, const QString &key, const base::Id &fiche, const QString &intitule,
                           const QString &financeur = {})
{
    domain::LigneBudget ligne;
    ligne.fiche = fiche;
    ligne.intitule = intitule;
    ligne.financeur = financeur;
    return addRanked(projet.budget, "budget", key, ligne);
}

} // namespace support
