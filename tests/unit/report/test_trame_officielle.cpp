// Annexe 3 word for word: these lists were written from the official document, not from the trame. Apostrophes are
// typographic; everything else, missing accents included, is as the ARS published it.
#include "unit/report/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

const QStringList headings{
    u"PARTIE RÉSERVÉE AU PORTEUR DE PROJET"_s,
    u"1) IDENTIFICATION DU PORTEUR DE PROJET"_s,
    u"2) CARACTÉRISTIQUES DU TERRITOIRE ENVISAGÉ"_s,
    u"a) Description du territoire"_s,
    u"Délimitation géographique actuelle du projet"_s,
    u"b) Diagnostic territorial – Problématiques de santé identifiées sur le territoire"_s,
    u"c) Partenariat et réseaux existants"_s,
    u"3) LE PROJET DE CPTS"_s,
    u"a) La gouvernance de la CPTS"_s,
    u"Equipe projet de la CPTS"_s,
    u"Descriptif de la structure juridique porteuse du projet de la CPTS"_s,
    u"Description de l’organisation de la gouvernance : bureau, conseil d’administration..."_s,
    u"b) La mobilisation autour du projet de CPTS"_s,
    u"Professionnels informés et sollicités sur le territoire"_s,
    u"Liste des services / établissements avec lesquels un partenariat est en cours de construction"_s,
    u"c) Missions et objectifs visés par le projet"_s,
    u"d) Mode d’organisation"_s,
    u"4) CALENDRIER ENVISAGÉ"_s,
    u"5) ACCOMPAGNEMENT ENVISAGÉ POUR L’ECRITURE DU PROJET DE SANTÉ"_s,
    u"PARTIE RÉSERVÉE À L’ARS ET À L’ASSURANCE MALADIE"_s,
    u"Pertinence du projet :"_s,
    u"Avis sur opportunité du passage en CCOPD"_s,
    u"Avis sur la lettre d’intention après passage en CCOPD :"_s,
    u"Attribution des aides :"_s,
};

const QStringList sentences{
    u"Indiquez le(s) nom(s) des communes et/ou arrondissements"_s,
    u"Indiquez si la commune / arrondissement se situe dans une zone d’intervention prioritaire (ZIP), une zone "
    u"d’action complémentaire (ZAC) ou une zone quartier prioritaire de la politique de la ville (QPV)."_s,
    u"Evaluation de la population concernée par le projet (nombre d’habitants) : "_s,
    u"Taille de la CPTS :"_s,
    u"☐ Taille 1 : moins de 40 000 habitants"_s,
    u"☐ Taille 2 : entre 40 000 et 80 000 habitants"_s,
    u"☐ Taille 3 : entre 80 000 et 175 000 habitants"_s,
    u"☐ Taille 4 : Plus de 175 000 habitants"_s,
    u"D’après vos premiers éléments de diagnostic, décrire la (les) prise(s) en charge et ou le(s) type(s) de parcours "
    u"posant des difficultés sur le territoire (dysfonctionnements ou ruptures de parcours éventuels observés)."_s,
    u"Avez-vous pris contact avec les structures ci-dessous."_s,
    u"Quelles actions ont été mises en place pour informer de l’existence du projet ?"_s,
    u"Quels sont aujourd’hui les liens de coordination / modalités de travail existants entre les acteurs impliqués "
    u"(réunions communes, protocoles de prise en charge communs, messagerie sécurisée etc.) ?"_s,
    u"Quel est le calendrier de réalisation du projet envisagé (phase de construction, dépôt du projet de santé, début "
    u"de mise en œuvre) ?"_s,
    u"Souhaitez-vous être accompagné dans la rédaction du projet de santé :"_s,
    u"☐ Oui ☐ Non"_s,
    u"Si oui, quelle structure est envisagée ?"_s,
    u"☐ Acsantis : 15 rue du Caire, 75002 Paris, 01 42 33 04 83"_s,
    u"☐ Mazars : sante@mazars.fr"_s,
    u"☐ Hippocrate développement : contact@hippocrate-developpement.fr"_s,
    u"☐ URPS Médecins Libéraux : 37 et 39 bd Vincent Delpuech, 13006 Marseille, 04 96 20 60 80"_s,
    u"Date du passage en CCOPD : "_s,
};

// The tables of the annex in order, empty.
const std::vector<QStringList> officialTables{
    {u"Nom du projet | "_s, u"Nom du porteur de projet (leader) | "_s, u"Profession du porteur (leader) | "_s,
     u"Adresse mail | "_s, u"Numéro de téléphone | "_s},
    {u"COMMUNES | CODE POSTAL | Particularité du territoire (QPV, ZIP, ZAC)"_s, u" |  | "_s},
    {u"Structures d’exercices coordonnées (ESP, MSP...) | ☐ non | ☐ Oui, précisez lesquelles :"_s,
     u"Dispositif d’appui à la coordination (PTA...) | ☐ non | ☐ Oui, précisez lesquels :"_s,
     u"Collectivités territoriales | ☐ non | ☐ Oui, précisez lesquelles :"_s,
     u"Centre hospitalier | ☐ non | ☐ Oui, précisez lesquels :"_s, u"Autres | ☐ non | ☐ Oui, précisez lesquels :"_s},
    {u"Nom Prénom | Profession | Lieu d’exercice | Structure d’appartenance (le cas échéant. Etablissement de santé, "
     u"EHPAD, MSP...) | Secteur activité (Sanitaire, médico-social, social) | Participation à la gouvernance (oui/non)"_s,
     u" |  |  |  |  | "_s},
    {u"Nom de la structure | "_s, u"Statuts : | ☐ Elaborés ☐ En cours ☐ Ecriture à venir :"_s},
    {u" | Description (moyens de contacts, nombre de professionnels contactés/invités, date et lieux des réunions, "
     u"nombre de participants...)"_s,
     u"Réunions d’information | "_s, u"Mailing | "_s, u"Autres | "_s},
    {u"Profession | Nombre de professionnels identifiés | Nombre de professionnels sollicités | Nombre de "
     u"professionnels adhérents à la CPTS"_s,
     u"Médecins généralistes |  |  | "_s, u"Médecins spécialistes |  |  | "_s, u"Infirmiers |  |  | "_s,
     u"Pharmaciens |  |  | "_s, u"Masseurs-kinésithérapeutes |  |  | "_s, u"Biologistes |  |  | "_s,
     u"Sages-femmes |  |  | "_s, u"Orthophonistes |  |  | "_s, u"Orthoptistes |  |  | "_s, u"Dentistes |  |  | "_s,
     u"Pédicures-Podologues |  |  | "_s, u"Autres (précisez) |  |  | "_s},
    {u"Service / Etablissement | Représentant | Localisation | Etat d’avancement du partenariat | Participation à la "
     u"gouvernance (oui/non)"_s,
     u" |  |  |  | "_s},
    {u"Mission | Oui / Non | Description (objectifs, premières pistes d’actions envisagées, parcours priorités...)"_s,
     u"MISSIONS SOCLES (OBLIGATOIRES)"_s,
     u"Améliorer l’accès aux soins : faciliter l’accès au médecin traitant |  | "_s,
     u"Améliorer l’accès aux soins : améliorer la prise en charge des soins non programmés en ville |  | "_s,
     u"Organisation de parcours pluri professionnels autour du patient |  | "_s,
     u"Développer des actions territoriales de prévention |  | "_s, u"Réponses aux crises sanitaires graves |  | "_s,
     u"MISSIONS COMPLEMENTAIRES ET OPTIONNELLES"_s, u"Développer la qualité et la pertinence des soins |  | "_s,
     u"Accompagner les professionnels de santé sur le territoire |  | "_s, u"Autres |  | "_s},
    {u"Critères | Commentaires"_s,
     u"Implantation géographique (cohérence du territoire, chevauchement avec un autre projet, zone blanche...) | "_s,
     u"Composition de la CPTS (importance de la pluri-professionnalité) | "_s,
     u"Partenariats créés/envisagés avec les acteurs du territoire | "_s, u"Capacité à fédérer et à mobiliser | "_s,
     u"Ouverture de la démarche | "_s,
     u"Adéquation des actions proposées avec les missions socles de l’Accord conventionnel interprofessionnel | "_s,
     u"Adéquations des actions proposées au regard des besoins identifiés du territoire | "_s},
    {u"Délégation départementale | Assurance Maladie"_s, u" | "_s},
    {u"Délégation départementale | Assurance Maladie"_s, u" | "_s},
    {u"Aide au démarrage (40 000 €) | ☐ Oui ☐ Non"_s,
     u"Aide à l’appui méthodologique pour l’élaboration du projet de santé (25 000 €) | ☐ Oui ☐ Non"_s},
};

QStringList sentencesOf(const report::Document &document)
{
    QStringList found;
    for (const report::Paragraph &paragraph : paragraphs(document))
        if (const QString text = textOf(paragraph.runs); !text.isEmpty())
            found << text;
    return found;
}

} // namespace

TEST_CASE("The trame says what it is")
{
    CHECK(trame().id() == u"paca-2022");
    CHECK(trame().region() == u"Provence-Alpes-Côte d’Azur");
    CHECK(trame().version() == u"2022");
    CHECK_FALSE(trame().title().isEmpty());
    CHECK_FALSE(trame().source().isEmpty());
    REQUIRE(trame().documents().size() == 3);
    CHECK(trame().documents().front().code == u"annexe-3");
    CHECK(trame().documents().front().title == u"Lettre d’intention");
    CHECK(trame().documents().at(1).code == u"annexe-4");
    CHECK(trame().documents().at(2).code == u"annexe-5");
}

TEST_CASE("Title and headings of annexe 3, in order")
{
    const report::Document empty = document({});
    CHECK(empty.title == u"LETTRE D’INTENTION - Projet de CPTS 2022");
    CHECK(headingsOf(empty) == headings);
}

TEST_CASE("Sentences and boxes of annexe 3, in order")
{
    CHECK(sentencesOf(document({})) == sentences);
}

TEST_CASE("Tables of annexe 3: columns, rows and boxes, in order")
{
    const auto found = tables(document({}));
    REQUIRE(found.size() == officialTables.size());
    for (size_t i = 0; i < found.size(); ++i)
        CHECK(rows(found.at(i)) == officialTables.at(i));
}

TEST_CASE("Filled or not, the words of the annex are the same")
{
    CHECK(headingsOf(document(vallees())) == headings);
    CHECK(headingsOf(document({}, report::Content::Blank)) == headings);
    const auto full = tables(document(vallees()));
    REQUIRE(full.size() == officialTables.size());
    for (size_t i = 0; i < full.size(); ++i) {
        const QStringList expected = officialTables.at(i);
        CHECK(rows(full.at(i)).first().section(u'|', 0, 0) == expected.first().section(u'|', 0, 0));
    }
}
