// A project by its dates only.
#pragma once

#include "suivi/demarche.h"
#include "support/example.h"

namespace suivitest
{

using namespace Qt::Literals::StringLiterals;
using domain::Id;
using support::plain;
using support::references;

inline const QDate today(2027, 3, 12);

inline Id dated(domain::Projet &projet, const QString &etape, const QDate &date, bool faite)
{
    const Id id = Id::create();
    domain::Echeance &echeance = projet.echeances.insert(id);
    echeance.etape = etape;
    echeance.date = date;
    echeance.faite = faite;
    return id;
}

inline Id suspended(domain::Projet &projet, const QDate &from, const QDate &to)
{
    const Id id = Id::create();
    domain::Suspension &suspension = projet.suspensions.insert(id);
    suspension.debut = from;
    suspension.fin = to;
    return id;
}

inline std::vector<suivi::Etape> steps(const domain::Projet &projet, const QDate &day = today)
{
    return suivi::demarche(projet, references(), day);
}

// The computed date of a delay; invalid when nothing dates it.
inline QDate due(const domain::Projet &projet, const QString &delai, const QDate &day = today)
{
    const auto all = steps(projet, day);
    const suivi::Terme *found = suivi::terme(all, delai);
    return found ? found->date : QDate();
}

inline domain::Mission &mission(domain::Projet &projet, const QString &code, bool retenue = true)
{
    domain::Mission &mission = projet.missions.insert(Id::fromKey(u"mission:"_s + code));
    mission.code = code;
    mission.retenue = retenue;
    return mission;
}

inline domain::Commune &commune(domain::Projet &projet, const QString &code, const QString &nom, qint64 population)
{
    domain::Commune &commune = projet.communes.insert(Id::fromKey(u"commune:"_s + code));
    commune.code = code;
    commune.nom = nom;
    commune.population = population;
    return commune;
}

} // namespace suivitest
