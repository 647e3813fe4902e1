// The diagnostic territorial: needs, figures, actors of the offer (A4 1b and 1c).
// Fields are described once in diagnostic.cpp.
#pragma once

#include "domain/records.h"

#include <map>
#include <QStringList>

namespace domain
{

enum class Priorite { NonRenseignee, Haute, Moyenne, Basse };
enum class EtatBesoin { NonRenseigne, Actuel, Nouveau, Regle };
enum class SorteActeur { NonRenseigne, Soins, Sociale, MedicoSociale, Coordination, Institution };

// A problématique de santé, as an object: what missions and fiches answer.
struct Besoin {
    QString rang;
    QString enonce;
    QString publicConcerne;
    bool ditParDonnees = false;
    bool ditParProfessionnels = false;
    bool ditParUsagers = false;
    QString elements;
    Priorite priorite = Priorite::NonRenseignee;
    EtatBesoin etat = EtatBesoin::NonRenseigne; // for the actualisation
    IdList missions;
};

// A figure of the territory beside its comparators; without source or year it is a finding.
struct IndicateurDiagnostic {
    QString rang;
    QString theme;
    QString intitule;
    QString definition;
    QString unite; // "%", "pour 10 000 habitants"…
    Decimal territoire;
    Decimal departement;
    Decimal region;
    Decimal france;
    Decimal objectif;
    Number annee;
    QString source;
    QString commentaire;
    bool graphique = false;
    IdList besoins;
    QString parCommune; // "04006=12.5 04039=9", see valeursParCommune()
};

// Inhabitants of an age band; `ensemble` when women and men are not told apart. Key: lower bound ("0", "15").
struct TrancheAge {
    QString code;
    QString libelle;
    Number femmes;
    Number hommes;
    Number ensemble;
    Number annee;
    QString source;
};

// Another CPTS near this one, from the list the ARS publishes: one CPTS for each territory.
struct CptsVoisine {
    QString rang;
    QString nom;
    QString communes; // INSEE codes separated by spaces, see codesDe()
    QString source;
    Number annee;
};

// An actor of the offer and how the CPTS works with it; `dynamique` is one of the four that A4 1c asks for by name.
struct Acteur {
    QString rang;
    SorteActeur sorte = SorteActeur::NonRenseigne;
    QString dynamique; // code of reference, or empty
    QString nom;
    QString localisation;
    QString articulation;
};

// The values of an indicator by INSEE code; what is not "code=number" is left out.
[[nodiscard]] std::map<QString, double> valeursParCommune(const QString &parCommune);
[[nodiscard]] QString parCommuneDe(const std::map<QString, double> &valeurs);
// The codes of a list separated by spaces, and back: sorted, each once.
[[nodiscard]] QStringList codesDe(const QString &liste);
[[nodiscard]] QString listeDe(QStringList codes);

template <>
struct Choices<Priorite> {
    static const std::vector<std::pair<Priorite, Choice>> &all();
};
template <>
struct Choices<EtatBesoin> {
    static const std::vector<std::pair<EtatBesoin, Choice>> &all();
};
template <>
struct Choices<SorteActeur> {
    static const std::vector<std::pair<SorteActeur, Choice>> &all();
};

} // namespace domain
