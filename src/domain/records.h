// What a projet de santé is made of, each fact in one place. A3 = annexe 3 (lettre d'intention) of PACA 2022, and so
// on. What only the projet de santé asks is in diagnostic.h, organisation.h and fiche.h. Fields are described once in
// records.cpp; nothing else lists them.
#pragma once

#include "base/id.h"
#include "domain/conversion.h"

#include <optional>
#include <QDate>
#include <QString>

namespace domain
{

using base::Id;
using base::IdList;
using Answer = std::optional<bool>;    // oui, non, pas de réponse
using Number = std::optional<qint64>;  // a count, or not known
using Decimal = std::optional<double>; // a figure, or not known

enum class Phase { Lettre, Elaboration, Valide, Actualisation };
enum class EtatStatuts { NonRenseigne, Elabores, EnCours, AVenir };
enum class Secteur { NonRenseigne, Sanitaire, MedicoSocial, Social };
enum class Zonage { NonRenseigne, Zip, Zac, Aucun };
enum class SorteMobilisation { Reunion, Mailing, Autre };
// Of a member, person or structure, as the list of annexe 4 (2a) names them.
enum class StatutMembre {
    NonRenseigne,
    Liberal,
    Salarie,
    Mixte,
    Msp,
    CentreSante,
    EquipePrimaire,
    EquipeSpecialisee,
    Etablissement,
    ServiceSocial,
    Autre
};

// The project itself: A3 head and 1.
struct Identite {
    QString nom;
    Phase phase = Phase::Lettre;
    QString trame;     // folder of templates/, "paca-2022"
    QString millesime; // vintage of the commune list the territory was chosen in, "2026"
    QDate creeLe;
    Id porteur;           // Personne
    Id representantLegal; // Personne: A4 head
    Id coordonnateur;     // Personne: A4 head
    QDate etabliLe;       // the projet de santé: A4 head
    QDate contratLe;      // signature of the ACI contract: starts the delays of the missions
};

// The association: A3 3a, A4 head.
struct StructurePorteuse {
    QString nom;
    EtatStatuts etatStatuts = EtatStatuts::NonRenseigne;
    QDate statutsPrevusLe;
    QString formeJuridique;
    QString siret; // as typed
    QString adresse;
    QString telephone;
    QString email;
    QString emailPublic; // the one the ARS shows on its site: A4 head
};

// The population the CPTS declares, beside the sum of its communes: A3 2a.
struct PopulationRetenue {
    Number valeur;
    QString source;
    Number annee;
};

// Help asked for writing the projet de santé: A3 5.
struct Accompagnement {
    Answer souhaite;
    QString structureAppui; // code of reference::StructureAppui
};

// A commune or arrondissement of the territory, as it was in `millesime`: A3 2a. Key: INSEE code.
struct Commune {
    QString code;
    QString nom;
    QString codePostal;
    Number population; // municipale
    QString epci;      // SIREN
    Zonage zonage = Zonage::NonRenseigne;
    Number zonageAnnee;
    Answer sansQpv; // true: the user said that there is none
};

// A quartier prioritaire, with its own zoning, which is not that of its commune: A3 2a.
struct Qpv {
    QString rang;
    QString code; // "QN01314M", may be unknown
    QString nom;
    Zonage zonage = Zonage::NonRenseigne;
    IdList communes;
};

// Somebody named in the project: A3 1 and 3a, A4 head and list of members.
struct Personne {
    QString rang;
    QString nom;
    QString prenom;
    QString profession; // code of reference::Profession, or free text
    QString email;
    QString telephone;
    QString lieuExercice;
    QString structure;
    Secteur secteur = Secteur::NonRenseigne;
    bool equipeProjet = false;
    Answer gouvernance;
    bool membre = false; // a structure that is a member has a `structure` and no name
    StatutMembre statut = StatutMembre::NonRenseigne;
    Answer elaboration; // took part in writing the projet de santé: A4 2a
};

// Head counts of one profession: A3 3b, A4 2a. Key: code of reference::Profession. See effectifDe() in effectifs.h:
// the counts may come from the members instead.
struct Effectif {
    QString profession;
    QString precision; // which ones, for "autres"
    Number identifies;
    Number sollicites;
    Number adherents;
    Number gouvernance; // A4 2a
    Number elaboration; // A4 2a
};

// One of the five contacts taken before the lettre: A3 2c. Key: its code in the trame.
struct Contact {
    QString code;
    Answer pris;
    QString precision;
};

// A meeting, a mailing… that made the project known: A3 3b.
struct ActionMobilisation {
    QString rang;
    SorteMobilisation sorte = SorteMobilisation::Reunion;
    QString description;
    QDate date;
    QString lieu;
    Number invites;
    Number presents;
};

// A service or establishment with which a partnership is built: A3 3b, A4 2e.
struct Partenaire {
    QString rang;
    QString service;
    QString representant;
    QString localisation;
    QString avancement;
    Answer gouvernance;
    Answer convention; // A4 2e: "partenariat formalisé"
    QDate conventionLe;
    IdList missions;
};

// One of the eight missions: A3 3c, A4 3a. Key: code of reference::Mission.
struct Mission {
    QString code;
    QString precision; // which one, for "autres"
    Answer retenue;
    QString description; // A3
    QString objectifsCourtTerme;
    QString objectifsMoyenTerme;
    QString patients;    // what patients gain
    QString publicCible; // the kind of patient that comes first, if any
    QString acteurs;     // what the professionals and partners gain
    QString prs;         // the priorities of the projet régional de santé that it serves
    Id referent;         // Personne
};

// A date of the procedure or of the project's own calendar: A3 4.
struct Echeance {
    QString rang;
    QString etape; // code of reference::Etape, or empty
    QString intitule;
    QDate date;
    bool faite = false; // passed, and not only planned
};

// A long text of a trame. Key: its code ("problematiques", "gouvernance"…).
struct Rubrique {
    QString code;
    QString texte;
};

template <>
struct Choices<Phase> {
    static const std::vector<std::pair<Phase, Choice>> &all();
};
template <>
struct Choices<EtatStatuts> {
    static const std::vector<std::pair<EtatStatuts, Choice>> &all();
};
template <>
struct Choices<Secteur> {
    static const std::vector<std::pair<Secteur, Choice>> &all();
};
template <>
struct Choices<Zonage> {
    static const std::vector<std::pair<Zonage, Choice>> &all();
};
template <>
struct Choices<StatutMembre> {
    static const std::vector<std::pair<StatutMembre, Choice>> &all();
};
template <>
struct Choices<SorteMobilisation> {
    static const std::vector<std::pair<SorteMobilisation, Choice>> &all();
};

} // namespace domain
