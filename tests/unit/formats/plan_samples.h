// A project with two actions whose every figure is known to the test.
#pragma once

#include "support/example.h"

namespace plan
{

using namespace Qt::Literals::StringLiterals;
using domain::Id;

inline Id id(const QString &name)
{
    return Id::fromKey(name);
}

inline domain::Projet projet()
{
    domain::Projet projet;
    projet.identite.nom = u"CPTS des Vallées"_s;
    projet.identite.contratLe = QDate(2027, 2, 1);
    domain::Mission &mission = projet.missions.insert(id(u"mission:prevention"_s));
    mission.code = u"prevention"_s;
    mission.retenue = true;
    domain::Personne &person = projet.personnes.insert(id(u"p"_s));
    person.nom = u"Zéphyrin"_s;
    person.email = u"z@exemple.fr"_s;
    person.membre = true;
    domain::FicheAction &first = projet.fiches.insert(id(u"f1"_s));
    first.rang = u"a"_s;
    first.intitule = u"=SOMME(1;2) repérer la fragilité"_s;
    first.mission = id(u"mission:prevention"_s);
    first.coordonnateur = id(u"p"_s);
    first.debut = QDate(2027, 3, 1);
    domain::FicheAction &second = projet.fiches.insert(id(u"f2"_s));
    second.rang = u"b"_s;
    second.intitule = u"Sans indicateur"_s;
    domain::IndicateurAction &indicator = projet.indicateursAction.insert(id(u"i"_s));
    indicator.fiche = id(u"f1"_s);
    indicator.intitule = u"Bilans « réalisés » ; par an"_s;
    indicator.depart = 12.5;
    indicator.cible = 150;
    indicator.echeance = QDate(2028, 12, 31);
    domain::Releve &reached = projet.releves.insert(id(u"r"_s));
    reached.indicateur = id(u"i"_s);
    reached.annee = 2027;
    reached.valeur = 40;
    for (int i = 0; i < 2; ++i) {
        domain::EtapeAction &step = projet.etapesAction.insert(id(u"e%1"_s.arg(i)));
        step.rang = QString::number(i);
        step.fiche = id(u"f1"_s);
        step.intitule = u"Étape %1"_s.arg(i);
        step.debut = QDate(2027, 3, 1).addMonths(i);
        step.fin = i == 0 ? QDate() : QDate(2027, 6, 30);
        step.faite = i == 0;
        domain::LigneBudget &line = projet.budget.insert(id(u"b%1"_s.arg(i)));
        line.fiche = id(u"f1"_s);
        line.prevu = 1000.5;
        line.annee = 2027;
    }
    domain::Echeance &deadline = projet.echeances.insert(id(u"d"_s));
    deadline.intitule =
        u"Dépôt du projet de santé, à l’agence ; virgules, points-virgules et très long intitulé qui dépasse la ligne"_s;
    deadline.date = QDate(2027, 9, 15);
    domain::Reunion &meeting = projet.reunions.insert(id(u"m"_s));
    meeting.intitule = u"Atelier « personnes âgées »"_s;
    meeting.date = QDate(2027, 4, 2);
    meeting.lieu = u"Salle des fêtes\nAllos"_s;
    return projet;
}

} // namespace plan
