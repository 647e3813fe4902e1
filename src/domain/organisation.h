// How the CPTS works: instances, tools, staff, meetings, funding (A4 2, actualisation).
// Fields are described once in organisation.cpp.
#pragma once

#include "domain/records.h"

namespace domain
{

enum class Comptage { Saisi, Membres };
enum class UsageOutil { NonRenseigne, Utilise, Prevu, Manquant };
enum class SorteReunion { NonRenseignee, Travail, Atelier, Instance, Ccopd, Dialogue };
enum class PartFinancement { NonRenseignee, Fixe, Variable };
enum class SorteFinancement { NonRenseigne, Demarrage, Appui, AciFonctionnement, AciMission, Autre };

// Choices that concern the whole organisation.
struct Organisation {
    Comptage comptage = Comptage::Saisi;
};

// A bureau, a conseil d'administration, a committee: A4 2b.
struct Instance {
    QString rang;
    QString nom;
    QString role;
    QString composition;
    QString rythme;
    IdList membres;
};

// A digital service in use, planned or missing: A4 1d, 2c, 2d.
struct Outil {
    QString rang;
    QString service;
    UsageOutil usage = UsageOutil::NonRenseigne;
    QString utilisateurs;
    QString besoin;
    Answer ouvertATous;
};

// Salaried staff; etp = équivalents temps plein.
struct Poste {
    QString rang;
    QString fonction;
    Number nombre;
    Decimal etp;
};

// Work done by a provider.
struct Prestation {
    QString rang;
    QString type;
    QString temps;
};

// A meeting of the procedure or of the work: A4 2d, calendar.
struct Reunion {
    QString rang;
    SorteReunion sorte = SorteReunion::NonRenseignee;
    QString intitule;
    QDate date;
    QString lieu;
    Number presents;
    IdList personnes;
    QString decisions;
};

// An amount granted or expected, in euros, with the source that says so.
struct Financement {
    QString rang;
    SorteFinancement sorte = SorteFinancement::NonRenseigne;
    QString financeur;
    Number annee;
    Decimal montant;
    QString source;
    Id mission;
    PartFinancement part = PartFinancement::NonRenseignee; // of the ACI of a mission
    Decimal verse;                                         // what was paid
    QDate verseLe;
};

// How several professions act together in a given case: point 7 of what a projet de santé defines.
struct Protocole {
    QString rang;
    QString theme;
    IdList professions; // the rows of the counters
    QString etapes;
    QString outils;
    QString evaluation;
    Id fiche; // the action that carries it, if any
};

template <>
struct Choices<Comptage> {
    static const std::vector<std::pair<Comptage, Choice>> &all();
};
template <>
struct Choices<UsageOutil> {
    static const std::vector<std::pair<UsageOutil, Choice>> &all();
};
template <>
struct Choices<SorteReunion> {
    static const std::vector<std::pair<SorteReunion, Choice>> &all();
};
template <>
struct Choices<PartFinancement> {
    static const std::vector<std::pair<PartFinancement, Choice>> &all();
};
template <>
struct Choices<SorteFinancement> {
    static const std::vector<std::pair<SorteFinancement, Choice>> &all();
};

} // namespace domain
