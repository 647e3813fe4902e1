// The fiche-action (A5) and what belongs to one: objectives, steps, indicators, budget. A child names its parent.
// Fields are described once in fiche.cpp.
#pragma once

#include "domain/records.h"

namespace domain
{

enum class Avancement { NonCommencee, EnCours, Realisee, Abandonnee };
enum class Decision3C { NonRenseignee, Conserver, Cesser, Creer };
enum class SorteEtape { Etape, Tache, Jalon };
enum class SorteIndicateur { NonRenseignee, Aci, Suivi, Resultat, Processus };
enum class SorteDepense {
    NonRenseignee,
    Personnel,
    Indemnites,
    Prestation,
    Materiel,
    Communication,
    Fonctionnement,
    Autre
};

// A5: one action of a mission.
struct FicheAction {
    QString rang;
    QString intitule;
    Id mission;
    IdList besoins;
    QString diagnostic; // beside the linked needs
    QString objectifGeneral;
    QString publicBeneficiaire;
    QString actions;
    QString moyens;
    QString acteurs;
    IdList professions; // the rows of the counters: a record per profession
    IdList partenaires;
    Id coordonnateur;
    QDate debut;
    Avancement avancement = Avancement::NonCommencee;
    Decision3C decision = Decision3C::NonRenseignee;
};

// Simple, measurable, realistic: A5.
struct ObjectifSpecifique {
    QString rang;
    Id fiche;
    QString enonce;
};

// A step or a task of the calendar; one day when `fin` is unset.
struct EtapeAction {
    QString rang;
    Id fiche;
    QString intitule;
    QDate debut;
    QDate fin;
    Id referent;
    bool faite = false;
    SorteEtape sorte = SorteEtape::Etape; // a jalon has one date, `debut`
};

// How one knows that the action works: start value, target, evidence.
struct IndicateurAction {
    QString rang;
    Id fiche;
    Id objectif;
    QString intitule;
    QString definition;
    SorteIndicateur sorte = SorteIndicateur::NonRenseignee;
    QString unite;
    Decimal depart;
    QDate departLe;
    QString departSource;
    Decimal cible;
    QDate echeance;
    QString justificatif;
};

// What was reached a given year.
struct Releve {
    Id indicateur;
    Number annee;
    Decimal valeur;
    QString commentaire;
};

// Planned and real cost of a fiche, in euros a year.
struct LigneBudget {
    QString rang;
    Id fiche;
    SorteDepense sorte = SorteDepense::NonRenseignee;
    QString intitule;
    Number annee;
    Decimal etp;
    Decimal prevu;
    Decimal realise;
    QString financeur;
};

struct Projet;
// Given up: what it had still to do is neither asked for nor announced any more.
[[nodiscard]] bool isAbandoned(const FicheAction &fiche);
// The same of the fiche that owns a record; false for one that is not in the project.
[[nodiscard]] bool isAbandoned(const Projet &projet, const Id &fiche);
// Whether calendars have this step: of an abandoned fiche, only what was done.
[[nodiscard]] bool isAnnounced(const Projet &projet, const EtapeAction &step);

template <>
struct Choices<Avancement> {
    static const std::vector<std::pair<Avancement, Choice>> &all();
};
template <>
struct Choices<Decision3C> {
    static const std::vector<std::pair<Decision3C, Choice>> &all();
};
template <>
struct Choices<SorteEtape> {
    static const std::vector<std::pair<SorteEtape, Choice>> &all();
};
template <>
struct Choices<SorteIndicateur> {
    static const std::vector<std::pair<SorteIndicateur, Choice>> &all();
};
template <>
struct Choices<SorteDepense> {
    static const std::vector<std::pair<SorteDepense, Choice>> &all();
};

} // namespace domain
