// The three annexes word for word, written from the official documents, not from the trame: what each format must
// carry. Apostrophes are typographic; everything else, missing accents included, is as the ARS published it.
#pragma once

#include <QStringList>
#include <vector>

namespace official
{

using namespace Qt::Literals::StringLiterals;

namespace annexe3
{

inline const QStringList headings{
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

inline const QStringList sentences{
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
inline const std::vector<QStringList> tables{
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

} // namespace annexe3

namespace annexe4
{

inline const QStringList headings{
    u"Structure juridique porteuse du projet de la CPTS"_s,
    u"1) CARACTÉRISTIQUES DU TERRITOIRE DE LA CPTS"_s,
    u"a) Description du territoire du projet"_s,
    u"b) Problématiques de santé identifiées sur le territoire"_s,
    u"c) Identification et analyse de l’offre existante du territoire qui sera en lien avec la CPTS et articulation "
    u"avec "
    u"la CPTS"_s,
    u"d) Modalités existantes de travail et de communication entre la CPTS et les autres acteurs impliqués"_s,
    u"2) ORGANISATION DE LA CPTS"_s,
    u"a) Les professionnels de santé membres de la CPTS"_s,
    u"b) Description de l’organisation de la gouvernance du projet : bureau, conseil d’administration..."_s,
    u"c) Système d’information"_s,
    u"d) Dynamique d’inclusion et d’ouverture de la CPTS"_s,
    u"e) Liste des services / établissements partenaires de la CPTS"_s,
    u"3) CONTENU DU PROJET DE LA CPTS"_s,
    u"a) Les missions de la CPTS"_s,
    u"b) Le cas échéant, détaillez les actions de télémédecine envisagées dans votre projet"_s,
    u"c) Quelles sont les actions envisagées par les acteurs impliqués pour mener à bien les actions ?"_s,
    u"ANNEXES"_s,
    u"Liste des membres de la CPTS avec leurs statuts"_s,
};

// Everything the form says, rubric by rubric, down to the annexes of the document. Those marked "?" are
// instructions, which the bare blank form leaves out.
inline const QStringList phrases{
    u"Projet de santé établi en date du :"_s,
    u"Structure juridique porteuse du projet de la CPTS"_s,
    u"Nom de la structure :"_s,
    u"N° SIRET :"_s,
    u"Coordonnées de la structure"_s,
    u"Adresse postale :"_s,
    u"Téléphone :"_s,
    u"Email :"_s,
    u"Email à diffuser sur le site de l’ARS :"_s,
    u"Représentant légal de la structure (nom, prénom, profession, téléphone, email)"_s,
    u"Coordonnateur de la CPTS (nom, prénom, profession, téléphone, email)"_s,
    u"Il conviendra de joindre en annexe au projet de santé les statuts de la structure porteuse."_s,
    u"Au moins une fiche-actions par mission socle doit être jointe au projet de santé (cf. document annexe 3 « modèle "
    u"de "
    u"fiche-actions » ci-après). Les autres fiches-actions seront communiquées ultérieurement et au fur et à mesure de "
    u"l’évolution du projet, elles compléteront le projet de santé."_s,
    u"1) CARACTÉRISTIQUES DU TERRITOIRE DE LA CPTS"_s,
    u"a) Description du territoire du projet"_s,
    u"COMMUNES"_s,
    u"CODE POSTAL"_s,
    u"Particularité du territoire (QPV, ZIP, ZAC)"_s,
    u"Evaluation de la population concernée par le projet (nombre d’habitants) :"_s,
    u"Taille de la CPTS :"_s,
    u"Taille 1 : moins de 40 000 habitants"_s,
    u"Taille 2 : entre 40 000 et 80 000 habitants"_s,
    u"Taille 3 : entre 80 000 et 175 000 habitants"_s,
    u"Taille 4 : Plus de 175 000 habitants"_s,
    u"b) Problématiques de santé identifiées sur le territoire"_s,
    u"?Le diagnostic territorial doit identifier les besoins et l’offre de santé du territoire de la CPTS. Il doit se "
    u"construire en prenant en compte les réalités de terrain et en intégrant les spécificités locales. Il s’agit "
    u"d’identifier les diverses problématiques et/ou de continuité des parcours de santé identifiées par les acteurs "
    u"sur "
    u"leur territoire (descriptif de la prise en charge et/ou du type de parcours posant problème, spécificité du "
    u"territoire, indicateurs d’état des lieux...)."_s,
    u"?Le diagnostic devra nécessairement être partagé entre toutes les parties prenantes du projet (ce qui "
    u"sous-entend "
    u"une démarche de communication et de mobilisation des partenaires du territoire)."_s,
    u"c) Identification et analyse de l’offre existante du territoire qui sera en lien avec la CPTS et articulation "
    u"avec "
    u"la CPTS"_s,
    u"Identification de l’offre de soins, l’offre sociale et médico-sociale, l’offre de coordination, les "
    u"institutions..."_s,
    u"Description du lien et des articulations avec les acteurs identifiés"_s,
    u"S’il y a une plate-forme territoriale d’appui (PTA), un contrat local de santé (CLS), un hôpital de proximité, "
    u"et/ou "
    u"un projet territorial de santé intervenant sur le territoire, préciser particulièrement l’articulation prévue "
    u"entre "
    u"la CPTS et chacune de ces dynamiques."_s,
    u"d) Modalités existantes de travail et de communication entre la CPTS et les autres acteurs impliqués"_s,
    u"Modalités existantes : système d’information commun, dossier médical partagé, e-prescription, messagerie "
    u"sécurisée, "
    u"protocoles de prise en charge communs etc..."_s,
    u"Y a-t-il un besoin de partage et/ou fonctionnalités aujourd’hui non couvert ?"_s,
    u"2) ORGANISATION DE LA CPTS"_s,
    u"a) Les professionnels de santé membres de la CPTS"_s,
    u"(la liste des membres de la CPTS avec leurs statuts - professionnels de santé libéraux, maisons de santé "
    u"pluri-professionnelles, équipes de soins primaires, équipes de soins spécialisés, centres de santé, "
    u"établissements "
    u"services de santé et services sociaux, etc. - devra être mise en annexe)"_s,
    u"?La dynamique de la CPTS est inclusive, c’est-à-dire que celle-ci est ouverte à toutes les catégories de "
    u"professionnels de santé. Cette exigence est reflétée par ses statuts et sa méthode d’élaboration du projet de "
    u"santé "
    u": il s’agit d’un critère important de validation du projet de santé."_s,
    u"Profession"_s,
    u"Nombre de professionnels ayant adhéré à la CPTS"_s,
    u"Nombre de professionnels participant à la gouvernance"_s,
    u"Nombre de professionnels ayant participé à l’élaboration du projet de santé"_s,
    u"Médecins généralistes"_s,
    u"Médecins spécialistes"_s,
    u"Infirmiers"_s,
    u"Pharmaciens"_s,
    u"Masseurs-kinésithérapeutes"_s,
    u"Biologistes"_s,
    u"Sages-femmes"_s,
    u"Orthophonistes"_s,
    u"Orthoptistes"_s,
    u"Dentistes"_s,
    u"Pédicures-Podologues"_s,
    u"Autres (précisez)"_s,
    u"b) Description de l’organisation de la gouvernance du projet : bureau, conseil d’administration..."_s,
    u"Il est rappelé que les statuts devront être mis en annexe."_s,
    u"c) Système d’information"_s,
    u"Quels sont les systèmes d’information actuellement utilisés par les membres de la CPTS pour communiquer entre "
    u"eux ? "
    u"Le projet induit-il un besoin de partage et/ou fonctionnalités qui seraient nécessaires pour la mise en œuvre du "
    u"projet ?"_s,
    u"d) Dynamique d’inclusion et d’ouverture de la CPTS"_s,
    u"Quelles ont été les actions mises en place à destination des professionnels du territoire pour les informer du "
    u"projet ? Combien de professionnels ont participé/été touchés par ces actions ? Les outils numériques éventuels "
    u"déployés par la CPTS sont-ils ouverts à tous, sans exclusion de statut juridique ou professionnel ?"_s,
    u"e) Liste des services / établissements partenaires de la CPTS"_s,
    u"(liste pouvant être mise en annexe)"_s,
    u"?Les acteurs indispensables à la mise en œuvre de chacune des missions projetées sont partie prenantes au projet "
    u"de "
    u"santé. La participation de ces acteurs-clé est un critère de validation du projet de santé."_s,
    u"Service / Etablissement"_s,
    u"Nom du représentant"_s,
    u"Localisation"_s,
    u"Partenariat formalisé (oui/non)"_s,
    u"Participation à la gouvernance (oui/non)"_s,
    u"3) CONTENU DU PROJET DE LA CPTS"_s,
    u"a) Les missions de la CPTS"_s,
    u"Missions"_s,
    u"Description synthétique des objectifs attendus à court et moyen terme (préciser à chaque fois les objectifs en "
    u"faveur des patients, et s’il y a un type de patient ciblé/prioritaire, et les objectifs pour les acteurs "
    u"impliqués)"_s,
    u"MISSIONS SOCLES (OBLIGATOIRES) – si ces missions ne sont pas remplies, le projet ne pourra pas être reconnu "
    u"comme "
    u"CPTS et ne pourra pas être financé au titre de l’ACI"_s,
    u"Améliorer l’accès aux soins : faciliter l’accès au médecin traitant"_s,
    u"Améliorer l’accès aux soins : améliorer la prise en charge des soins non programmés en ville"_s,
    u"Organisation de parcours pluri-professionnels autour du patient"_s,
    u"Développer des actions territoriales de prévention"_s,
    u"Répondre aux crises sanitaires graves"_s,
    u"MISSIONS COMPLEMENTAIRES ET OPTIONNELLES"_s,
    u"Développer la qualité et la pertinence des soins"_s,
    u"Accompagner les professionnels de santé sur le territoire"_s,
    u"Autres (précisez)"_s,
    u"b) Le cas échéant, détaillez les actions de télémédecine envisagées dans votre projet"_s,
    u"c) Quelles sont les actions envisagées par les acteurs impliqués pour mener à bien les actions ?"_s,
    u"Lors de la validation du projet de santé, au moins une fiche-actions par mission socle doit être jointe."_s,
};

} // namespace annexe4

namespace annexe5
{

inline const QStringList rubrics{
    u"Mission socle/complémentaire de l’ACI à laquelle les actions se rattachent"_s,
    u"Principaux éléments du diagnostic territorial en lien avec les actions"_s,
    u"Objectif général et objectifs spécifiques"_s,
    u"Public bénéficiaire"_s,
    u"Actions envisagées"_s,
    u"Moyens nécessaires (outils)"_s,
    u"Acteurs impliqués et Partenaires"_s,
    u"Coordonnateur de l’action"_s,
    u"Calendrier indicatif :\nDébut de la mise en place\nEtapes clé"_s,
};

// The instruction of each rubric, as the form prints it: under the rubric, so that the room to write is whole.
inline const QStringList instructions{
    {},
    {},
    u"L’objectif général formule les orientations à poursuivre et se décline en objectifs spécifiques. Ces derniers "
    u"donnent "
    u"le cap à moyen terme et permettent de définir les actions à mettre en place. Ils doivent être simples, "
    u"mesurables et "
    u"réalistes."_s,
    {},
    u"Actions envisagées pour atteindre les objectifs spécifiques."_s,
    u"Ils sont définis en fonctions des actions envisagées. Les modalités de travail entre les acteurs impliqués "
    u"doivent "
    u"notamment être décrites, tout comme les systèmes d’information utilisés."_s,
    u"La pluri-professionnalité dans la mise en œuvre des actions est un critère indispensable pour la validation du "
    u"projet de santé."_s,
    u"Membre de la CPTS qui coordonne l’action. Il est le référent et s’assure de la mise en œuvre de l’action et de "
    u"son "
    u"suivi. Il assure le lien avec les instances de gouvernance et la coordination générale de la CPTS."_s,
    {},
};

} // namespace annexe5

} // namespace official
