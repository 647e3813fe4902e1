#include "samples.h"

#include "packages.h"
#include "support/example.h"

namespace samples
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// A row of the RPPS by title; the rest is empty, as in most of the file.
QStringList rppsRow(const QStringList &titles, const std::map<QString, QString> &cells)
{
    QStringList row;
    for (const QString &title : titles) {
        const auto cell = cells.find(title);
        row.push_back(cell == cells.end() ? QString() : cell->second);
    }
    return row;
}

Sample rpps()
{
    const QStringList titles{u"Type d'identifiant PP"_s,
                             u"Identifiant PP"_s,
                             u"Identification nationale PP"_s,
                             u"Nom d'exercice"_s,
                             u"Prénom d'exercice"_s,
                             u"Code profession"_s,
                             u"Libellé profession"_s,
                             u"Code catégorie professionnelle"_s,
                             u"Code type savoir-faire"_s,
                             u"Code savoir-faire"_s,
                             u"Libellé savoir-faire"_s,
                             u"Code mode exercice"_s,
                             u"Code postal (coord. structure)"_s,
                             u"Code commune (coord. structure)"_s,
                             u"Libellé commune (coord. structure)"_s,
                             u"Code secteur d'activité"_s,
                             u"Code section tableau pharmaciens"_s,
                             u""_s};
    Rows rows{titles};
    const auto person = [&](const QString &id, const QString &profession, const QString &skill, const QString &commune,
                            const QString &mode = u"L"_s, const QString &section = {}, const QString &postal = {},
                            const QString &category = u"C"_s) {
        rows.push_back(rppsRow(titles, {{u"Type d'identifiant PP"_s, u"8"_s},
                                        {u"Identifiant PP"_s, id},
                                        {u"Identification nationale PP"_s, u"8"_s + id},
                                        {u"Nom d'exercice"_s, u"NOM"_s + id},
                                        {u"Code profession"_s, profession},
                                        {u"Code catégorie professionnelle"_s, category},
                                        {u"Code savoir-faire"_s, skill},
                                        {u"Code mode exercice"_s, mode},
                                        {u"Code commune (coord. structure)"_s, commune},
                                        {u"Code postal (coord. structure)"_s, postal},
                                        {u"Libellé commune (coord. structure)"_s, u"Hyères"_s},
                                        {u"Code section tableau pharmaciens"_s, section}}));
    };
    person(u"001"_s, u"10"_s, u"SM26"_s, u"04039"_s);
    person(u"001"_s, u"10"_s, u"SM26"_s, u"04070"_s, u"S"_s); // a second place: still one person
    person(u"002"_s, u"10"_s, u"SM54"_s, u"04088"_s);
    person(u"003"_s, u"10"_s, u"SM04"_s, u"04070"_s);
    person(u"003"_s, u"10"_s, u"SM53"_s, u"04070"_s); // also general practice: counts there
    person(u"004"_s, u"10"_s, u"SM20"_s, u"04070"_s, u"S"_s);
    person(u"005"_s, u"10"_s, u"SM03"_s, u"04070"_s);
    person(u"006"_s, u"10"_s, u""_s, u"04070"_s); // no speciality: told, not counted
    person(u"007"_s, u"60"_s, u""_s, u"04039"_s, u"S"_s);
    person(u"007"_s, u"60"_s, u""_s, u"04039"_s, u"L"_s);
    person(u"008"_s, u"69"_s, u""_s, u"04088"_s, u"S"_s);
    person(u"009"_s, u"21"_s, u""_s, u"04039"_s, u"L"_s, u"A"_s);
    person(u"010"_s, u"21"_s, u""_s, u"04039"_s, u"L"_s, u"G"_s);
    person(u"011"_s, u"10"_s, u"SM54"_s, u"04039"_s, u"S"_s, {}, {}, u"E"_s);
    person(u"012"_s, u"93"_s, u""_s, u"04070"_s);
    person(u"013"_s, u"70"_s, u""_s, u"75056"_s); // elsewhere
    person(u"014"_s, u"70"_s, u""_s, u"13203"_s);
    person(u"015"_s, u"70"_s, u""_s, u"13055"_s, u"L"_s, {}, u"13003"_s); // the city; its postal code says which
    person(u"016"_s, u"70"_s, u""_s, u"13055"_s, u"L"_s, {}, u"13008"_s);
    person(u"017"_s, u"50"_s, u""_s, u"04088"_s);
    person(u"017"_s, u"60"_s, u""_s, u"04088"_s); // two professions: counts in both
    return {u"rpps"_s, rows, 0, u'|', {}, u"PS_LibreAcces_Personne_activite_202611010800.txt"_s, u"Code profession"_s};
}

Sample finess()
{
    Rows rows{{u"structureet"_s,       u"nofinesset"_s,      u"nofinessej"_s, u"rs"_s,          u"rslongue"_s,
               u"complrs"_s,           u"compldistrib"_s,    u"numvoie"_s,    u"typvoie"_s,     u"voie"_s,
               u"compvoie"_s,          u"lieuditbp"_s,       u"commune"_s,    u"departement"_s, u"libdepartement"_s,
               u"ligneacheminement"_s, u"telephone"_s,       u"telecopie"_s,  u"categetab"_s,   u"libcategetab"_s,
               u"categagretab"_s,      u"libcategagretab"_s, u"siret"_s}};
    const auto place = [&rows](const QString &number, const QString &name, const QString &commune,
                               const QString &departement, const QString &category, const QString &label) {
        rows.push_back({u"structureet"_s,
                        number,
                        u"040000000"_s,
                        name,
                        u""_s,
                        u""_s,
                        u""_s,
                        u"1"_s,
                        u"R"_s,
                        u"DU PRÉ"_s,
                        u""_s,
                        u""_s,
                        commune,
                        departement,
                        u"ALPES"_s,
                        u"04120 VILLE"_s,
                        u""_s,
                        u""_s,
                        category,
                        label,
                        u"1102"_s,
                        u"Agrégat"_s,
                        u""_s});
    };
    place(u"040000001"_s, u"CH DES TROIS VALLEES"_s, u"39"_s, u"4"_s, u"355"_s, u"Centre Hospitalier (C.H.)"_s);
    place(u"040000002"_s, u"LES TILLEULS"_s, u"070"_s, u"04"_s, u"500"_s, u"EHPAD"_s);
    place(u"040000003"_s, u"PHARMACIE DU PRÉ"_s, u"070"_s, u"04"_s, u"620"_s, u"Pharmacie d'Officine"_s);
    place(u"040000004"_s, u"DAC 04"_s, u"070"_s, u"04"_s, u"606"_s, u"Dispositif d'appui"_s);
    place(u"040000005"_s, u"CHRS LE PONT"_s, u"088"_s, u"04"_s, u"214"_s, u"C.H.R.S."_s);
    place(u"750000001"_s, u"AILLEURS"_s, u"056"_s, u"75"_s, u"355"_s, u"C.H."_s);
    place(u"040000001"_s, u"CH DES TROIS VALLEES"_s, u"39"_s, u"4"_s, u"355"_s, u"Centre Hospitalier (C.H.)"_s);
    return {u"finess"_s, rows, 0, u';', {}, u"etalab-cs1100507-stock-20261101.csv"_s, u"categetab"_s};
}

Sample insee()
{
    Rows rows{{u"CODGEO"_s, u"REG"_s, u"LIBGEO"_s, u"P21_POP"_s, u"P21_POP0014"_s, u"P21_POP1529"_s, u"P21_POP3044"_s,
               u"P21_POP4559"_s, u"P21_POP6074"_s, u"P21_POP7589"_s, u"P21_POP90P"_s}};
    rows.push_back({u"04039"_s, u"93"_s, u"Castellane"_s, u"1600"_s, u"200.4"_s, u"199.6"_s, u"250"_s, u"350"_s,
                    u"350"_s, u"200"_s, u"50"_s});
    rows.push_back({u"04070"_s, u"93"_s, u"Digne-les-Bains"_s, u"1000"_s, u"100"_s, u"100"_s, u"200"_s, u"200"_s,
                    u"200"_s, u"150"_s, u"50"_s});
    rows.push_back({u"04088"_s, u"93"_s, u"Forcalquier"_s, u"1000"_s, u"100"_s, u"100"_s, u"200"_s, u"200"_s, u"200"_s,
                    u"150"_s, u"50"_s});
    rows.push_back({u"13203"_s, u"93"_s, u"Marseille 3e Arrondissement"_s, u"1000"_s, u"300"_s, u"200"_s, u"200"_s,
                    u"150"_s, u"100"_s, u"40"_s, u"10"_s});
    rows.push_back({u"75056"_s, u"11"_s, u"Évry"_s, u"9"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s, u"1"_s});
    return {u"insee"_s, rows, 0, u';', {}, u"base-cc-evol-struct-pop-2021.CSV"_s, u"P21_POP7589"_s};
}

Sample cartosante()
{
    Rows rows{{u"CartoSanté - Rapport"_s},
              {u"Indicateur : offre de soins"_s},
              {u"Découpage : communes"_s},
              {u"Source : 2024"_s}};
    rows.push_back(
        {u"Code commune"_s, u"Libellé"_s, u"Part des patients sans médecin traitant (%)"_s, u"Nombre de kinés"_s});
    rows.push_back({u"04039"_s, u"Castellane"_s, u"12,5"_s, u"2"_s});
    rows.push_back({u"04070"_s, u"Digne-les-Bains"_s, u"8"_s, u"20"_s});
    rows.push_back({u"04088"_s, u"Forcalquier"_s, u"10,0"_s, u"5"_s});
    rows.push_back({u"13203"_s, u"Marseille 3e"_s, u"15"_s, u"13"_s});
    rows.push_back({u"06088"_s, u"Nice"_s, u"9"_s, u"400"_s});
    return {u"cartosante"_s,
            rows,
            4,
            u';',
            {},
            u"cartosante_2024.csv"_s,
            u"Code commune"_s,
            true,
            u"Part des patients sans médecin traitant (%)"_s};
}

Sample apl()
{
    Rows rows{{u"Indicateur d'accessibilité potentielle localisée (APL) 2023 aux médecins généralistes"_s}};
    for (const QString &line :
         {u"x"_s, u"Millésime : 2023"_s, u"Sources : DREES"_s, u"Champ : France"_s, u"Lecture"_s, u"Note"_s, u"."_s})
        rows.push_back({line});
    rows.push_back({u"Code commune INSEE"_s, u"Commune"_s, u"APL aux médecins généralistes"_s,
                    u"APL aux médecins généralistes de 65 ans et moins "_s,
                    u"Population standardisée 2021 pour la médecine générale "_s, u"Population totale 2021"_s});
    rows.push_back({u""_s, u""_s, u"En nombre de consultations"_s, u"En nombre"_s, u"En nombre d'habitants"_s, u""_s});
    rows.push_back({u"04039"_s, u"Castellane"_s, u"2"_s, u"1.5"_s, u"1000"_s, u"1600"_s});
    rows.push_back({u"04070"_s, u"Digne-les-Bains"_s, u"4"_s, u"3"_s, u"3000"_s, u"17000"_s});
    rows.push_back({u"04088"_s, u"Forcalquier"_s, u"3"_s, u"2.5"_s, u"1000"_s, u"5000"_s});
    rows.push_back({u"13203"_s, u"Marseille 3e"_s, u"5"_s, u"4"_s, u"5000"_s, u"50000"_s});
    rows.push_back({u"75056"_s, u"Paris"_s, u"9"_s, u"9"_s, u"5000"_s, u"50000"_s});
    return {u"apl"_s,
            rows,
            8,
            {},
            u"APL 2023"_s,
            u"Indicateur APL aux médecins généralistes.xlsx"_s,
            u"Population standardisée 2021 pour la médecine générale "_s};
}

Sample zonage()
{
    Rows rows{{u"dép"_s, u"Département"_s, u"Code INSEE"_s, u"Commune"_s, u"EPCI"_s, u"Pop"_s, u"Code QPV"_s,
               u"Libellé QPV"_s, u"Zonage 2025"_s}};
    rows.push_back({u"04"_s, u"AHP"_s, u"04070"_s, u"Digne-les-Bains"_s, u""_s, u""_s, u"QN00401M"_s,
                    u"Barbejas, Pigeonnier"_s, u"ZIP"_s});
    rows.push_back({u"13"_s, u"BdR"_s, u"13203,13202"_s, u"Marseille 3e, Marseille 2e"_s, u""_s, u""_s, u"QN01301M"_s,
                    u"Fonscolombes"_s, u"ZAC"_s});
    rows.push_back({u"83"_s, u"Var"_s, u"83137"_s, u"Toulon"_s, u""_s, u""_s, u"QN08301M"_s, u"Centre"_s, u"ZAC"_s});
    return {u"zonage"_s, rows, 0, {}, u"ZD_QPV"_s, u"zonage-qpv.xlsx"_s, u"Code QPV"_s};
}

Sample listing()
{
    Rows rows{{u"Liste des CPTS de la région au 1er novembre"_s},
              {u"Nom CPTS"_s, u"Territoire CPTS"_s, u"dpt"_s, u"Président-e"_s, u"Coordonnateur-rice"_s, u"Contact"_s,
               u"Site"_s}};
    rows.push_back({u"CPTS du Pays de Haute-Provence"_s, u"FORCALQUIER"_s, u"04"_s, u""_s, u""_s,
                    u"contact@example.org"_s, u""_s});
    rows.push_back({u"CPTS du Pays de Haute-Provence"_s, u"Mane, Saint-Maime"_s, u"04"_s, u""_s, u""_s, u""_s, u""_s});
    rows.push_back({u"CPTS du Pays de Haute-Provence"_s, u"Catsellane"_s, u"04"_s, u""_s, u""_s, u""_s, u""_s});
    rows.push_back({u"CPTS des Essais"_s, u"Castellane"_s, u"04"_s, u""_s, u""_s, u""_s, u""_s});
    rows.push_back({u"CPTS Marseille Nord"_s, u"Marseille"_s, u"13"_s, u""_s, u""_s, u""_s, u""_s});
    rows.push_back({u"CPTS de l’Étoile"_s, u"Allauch"_s, u"13"_s, u""_s, u""_s, u""_s, u""_s});
    return {u"listing-cpts"_s, rows, 1, {}, u"Listing"_s, u"listing.xlsx"_s, u"Territoire CPTS"_s};
}

Sample indicateurs()
{
    Rows rows{{u"Indicateur"_s, u"Territoire"_s, u"Département"_s, u"Région"_s, u"France"_s, u"Objectif"_s, u"Unité"_s,
               u"Source"_s, u"Année"_s}};
    rows.push_back({u"Patients sans médecin traitant"_s, u"11,2 %"_s, u"10,1"_s, u"10,8"_s, u"11"_s, u"8"_s, u""_s,
                    u"Assurance Maladie, REZONE"_s, u"2024"_s});
    rows.push_back({u"Vaccination contre la grippe"_s, u"49,8"_s, u"51"_s, u"nd"_s, u"53"_s, u""_s, u"%"_s,
                    u"Santé publique France"_s, u"saison 2023"_s});
    rows.push_back({u"Passages aux urgences"_s, u"1 234"_s, u""_s, u""_s, u""_s, u""_s, u"passages"_s, u""_s, u""_s});
    return {u"indicateurs"_s, rows, 0, u'\t', {}, u"indicateurs.tsv"_s, u"Indicateur"_s};
}

Sample personnes()
{
    Rows rows{{u"Nom"_s, u"Prénom"_s, u"Profession"_s, u"Structure"_s, u"Statut"_s, u"Mail"_s, u"Téléphone"_s,
               u"Commune d’exercice"_s, u"Gouvernance"_s, u"Participation à l’élaboration"_s}};
    rows.push_back({u"ALPHA"_s, u"Zoé"_s, u"Médecin généraliste"_s, u"MSP des Lavandes"_s, u"libéral"_s,
                    u"alpha@example.org"_s, u"612345678"_s, u"Castellane"_s, u"Présidente"_s, u"oui"_s});
    rows.push_back({u"BETA"_s, u"Yann"_s, u"IDEL"_s, u""_s, u"Libérale"_s, u"beta@example.org"_s, u"04 92 00 00 01"_s,
                    u"Digne-les-Bains"_s, u"non"_s, u"oui"_s});
    rows.push_back({u"GAMMA"_s, u"Éva"_s, u"Kiné"_s, u""_s, u"Salarié"_s, u"pas une adresse"_s, u""_s, u"Forcalquier"_s,
                    u""_s, u""_s});
    rows.push_back({u""_s, u""_s, u""_s, u"Centre hospitalier des Essais"_s, u"Établissement ou service de santé"_s,
                    u""_s, u""_s, u"Digne-les-Bains"_s, u"oui"_s, u"non"_s});
    rows.push_back({u"Beta"_s, u"Yann"_s, u"Infirmier"_s, u"Cabinet du Pré"_s, u""_s, u"BETA@example.org"_s, u""_s,
                    u""_s, u""_s, u""_s});
    rows.push_back({u"DELTA"_s, u"Ugo"_s, u"Orthofoniste"_s, u""_s, u""_s, u""_s, u""_s, u""_s, u""_s, u""_s});
    return {u"personnes"_s, rows, 0, u';', {}, u"membres.csv"_s, u"Nom"_s};
}

Sample partenaires()
{
    Rows rows{{u"Structure"_s, u"Représentant"_s, u"Localisation"_s, u"Avancement"_s, u"Gouvernance"_s, u"Convention"_s,
               u"Date de la convention"_s}};
    rows.push_back({u"Centre hospitalier des Essais"_s, u"Direction"_s, u"Digne-les-Bains"_s, u"Rencontre faite"_s,
                    u"oui"_s, u"oui"_s, u"12/03/2026"_s});
    rows.push_back({u"DAC 04"_s, u""_s, u"Digne-les-Bains"_s, u"À rencontrer"_s, u"non"_s, u"en cours"_s, u""_s});
    rows.push_back(
        {u"Service d’aide à domicile"_s, u""_s, u"Castellane"_s, u""_s, u""_s, u"signée le 05/01/2026"_s, u""_s});
    rows.push_back({u"dac 04"_s, u"Coordination"_s, u"Digne-les-Bains"_s, u""_s, u""_s, u""_s, u""_s});
    return {u"partenaires"_s, rows, 0, {}, u"Feuil1"_s, u"partenaires.xlsx"_s, u"Structure"_s};
}

Sample acteurs()
{
    Rows rows{{u"Acteur"_s, u"Type d’offre"_s, u"Localisation"_s, u"Lien avec la CPTS"_s}};
    rows.push_back({u"Centre hospitalier des Essais"_s, u"Soins"_s, u"Digne-les-Bains"_s, u"Sorties\npréparées"_s});
    rows.push_back({u"EHPAD des Lavandes"_s, u"médico-social"_s, u"Castellane"_s, u""_s});
    rows.push_back({u"Épicerie solidaire"_s, u"inconnu"_s, u"Forcalquier"_s, u""_s});
    return {u"acteurs"_s, rows, 0, u';', {}, u"acteurs.csv"_s, u"Acteur"_s};
}

Sample outils()
{
    Rows rows{{u"Outil"_s, u"Usage"_s, u"Utilisateurs"_s, u"Besoin"_s, u"Ouvert à tous"_s}};
    rows.push_back({u"Messagerie sécurisée"_s, u"en place"_s, u"médecins"_s, u"Échanger"_s, u"oui"_s});
    rows.push_back({u"Agenda partagé"_s, u"prévu en 2027"_s, u""_s, u"Planifier"_s, u"non"_s});
    return {u"outils"_s, rows, 0, {}, u"Outils"_s, u"outils.xlsx"_s, u"Outil"_s};
}

Sample instances()
{
    Rows rows{{u"Instance"_s, u"Rôle"_s, u"Composition"_s, u"Fréquence"_s}};
    rows.push_back({u"Bureau"_s, u"Décide"_s, u"6 membres"_s, u"une fois par mois"_s});
    rows.push_back({u"Conseil d’administration"_s, u"Oriente"_s, u"12 membres"_s, u"trois fois par an"_s});
    return {u"instances"_s, rows, 0, u'\t', {}, u"instances.tsv"_s, u"Instance"_s};
}

Sample fiches()
{
    Rows rows{{u"Intitulé de l’action"_s, u"Mission"_s, u"Objectif"_s, u"Public"_s, u"Coordonnateur"_s, u"Début"_s,
               u"Avancement"_s, u"Indicateur"_s, u"Cible"_s}};
    rows.push_back({u"Trouver un médecin traitant"_s, u"Médecin traitant"_s, u"Moins de patients sans médecin"_s,
                    u"Patients en ALD"_s, u"Zoé ALPHA"_s, u"01/03/2027"_s, u"en cours"_s, u"Patients orientés"_s,
                    u"60"_s});
    rows.push_back({u"Trouver un médecin traitant"_s, u""_s, u""_s, u""_s, u""_s, u""_s, u""_s,
                    u"Part des demandes abouties"_s, u"80 %"_s});
    rows.push_back({u"Semaine de la prévention"_s, u"Mission inconnue"_s, u""_s, u"Habitants"_s, u""_s, u"printemps"_s,
                    u""_s, u""_s, u""_s});
    return {u"fiches-actions"_s, rows, 0, {}, u"Plan"_s, u"plan.xlsx"_s, u"Intitulé de l’action"_s};
}

Sample valeurs()
{
    Rows rows{{u"Commune"_s, u"Département"_s, u"Taux de patients sans médecin traitant (%)"_s}};
    rows.push_back({u"Castellane"_s, u"4"_s, u"12,5"_s});
    rows.push_back({u"DIGNE LES BAINS"_s, u"4"_s, u"9"_s});
    rows.push_back({u"Forcalqier"_s, u"4"_s, u"7"_s});
    rows.push_back({u"Nice"_s, u"6"_s, u"5"_s});
    return {
        u"valeurs-communes"_s, rows, 0, u';', {}, u"taux-2024.csv"_s, u"Taux de patients sans médecin traitant (%)"_s};
}

QString csvCell(const QString &cell, QChar separator)
{
    if (!cell.contains(separator) && !cell.contains(u'"') && !cell.contains(u'\n'))
        return cell;
    return u'"' + QString(cell).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

std::vector<Sample> all()
{
    return {rpps(),      finess(),      insee(),   cartosante(), apl(),       zonage(), listing(), indicateurs(),
            personnes(), partenaires(), acteurs(), outils(),     instances(), fiches(), valeurs()};
}

Sample of(const QString &profile)
{
    for (const Sample &sample : all())
        if (sample.profile == profile)
            return sample;
    FAIL("no such sample");
    return {};
}

QByteArray bytes(const Sample &sample)
{
    if (sample.separator.isNull())
        return packages::workbook({{u"Lisez-moi"_s, {{u"Notes"_s}}}, {sample.sheet, sample.rows}});
    QString text;
    for (const QStringList &row : sample.rows) {
        QStringList cells;
        for (const QString &cell : row)
            cells.push_back(csvCell(cell, sample.separator));
        text += cells.join(sample.separator) + u'\n';
    }
    return (sample.mark ? QByteArray("\xEF\xBB\xBF") : QByteArray()) + text.toUtf8();
}

imports::ImportInput input(const Sample &sample)
{
    return imports::ImportInput::memory(bytes(sample), sample.name);
}

imports::ImportOptions options(const Sample &sample)
{
    imports::ImportOptions options;
    options.colonne = sample.colonne;
    options.referenceFolder = support::source(u"resources/reference"_s);
    return options;
}

domain::Projet projet()
{
    auto made = domain::nouveauProjet(u"CPTS des Essais"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 1));
    for (const QString &code : {u"04039"_s, u"04070"_s, u"04088"_s, u"13203"_s}) {
        const auto known = support::references().communes().find(code);
        auto &commune = made.communes.insert(domain::Id::fromKey(u"commune:"_s + code));
        commune.code = code;
        commune.nom = known->nom;
        commune.population = *known->population;
    }
    return made;
}

base::Result<imports::ImportProposal> proposed(const Sample &sample, const domain::Projet &projet)
{
    return imports::propose(sample.profile, input(sample), projet, support::references(), options(sample));
}

domain::Projet accepted(const Sample &sample, const domain::Projet &projet)
{
    const auto proposal = proposed(sample, projet);
    if (!proposal)
        FAIL(proposal.error().message.toStdString());
    domain::Projet after = projet;
    REQUIRE(domain::applyChanges(after, proposal.value().changes));
    return after;
}

QString told(const imports::ImportProposal &proposal)
{
    return support::plain(imports::importReport(proposal));
}

} // namespace samples
