// Every criterion, one fact spoilt: it is met before, told after, with its words, and leads to the field of the record
// that was spoilt, on a page that exists.
#include "unit/controle/spoils.h"

#include <nlohmann/json.hpp>
#include <set>

using namespace spoils;

namespace
{

std::vector<Case> porteurCases()
{
    const auto spoilt = [](void (*change)(domain::Personne &)) {
        return [change](Projet &projet) {
            change(porteur(projet));
            return projet.identite.porteur;
        };
    };
    return {
        {u"lettre.nom-projet"_s, B, u"Le projet n’a pas de nom"_s, u"identite.nom"_s, u"porteur"_s,
         [](Projet &p) { return p.identite.nom = u" "_s, Id(); }},
        {u"lettre.porteur-nom"_s, B, u"Le porteur du projet n’est pas nommé"_s, u"personne.nom"_s, u"porteur"_s,
         spoilt([](domain::Personne &each) { each.nom.clear(); })},
        {u"lettre.porteur-profession"_s, I, u"La profession du porteur n’est pas indiquée"_s, u"personne.profession"_s,
         u"porteur"_s, spoilt([](domain::Personne &each) { each.profession = u" "_s; })},
        {u"lettre.porteur-mail"_s, B, u"n’est pas complète : « camille@exemple »"_s, u"personne.email"_s, u"porteur"_s,
         spoilt([](domain::Personne &each) { each.email = u"camille@exemple"_s; })},
        {u"lettre.porteur-telephone"_s, I, u"n’est pas complet : « 04 00 »"_s, u"personne.telephone"_s, u"porteur"_s,
         spoilt([](domain::Personne &each) { each.telephone = u"04 00"_s; })},
        {u"lettre.contacts"_s, I, u"1 ligne de contact sans réponse"_s, u"contact.pris"_s, u"partenariats"_s,
         [](Projet &p) {
             const Id id = Id::fromKey(u"contact:collectivites"_s);
             p.contacts.find(id)->pris.reset();
             return id;
         }},
        {u"lettre.contacts-precises"_s, I, u"Contact pris sans préciser avec qui : collectivités territoriales"_s,
         u"contact.precision"_s, u"partenariats"_s,
         [](Projet &p) {
             const Id id = Id::fromKey(u"contact:collectivites"_s);
             p.contacts.find(id)->pris = true;
             p.contacts.find(id)->precision.clear();
             return id;
         }},
    };
}

std::vector<Case> territoireCases()
{
    const auto castellane = [](void (*change)(domain::Commune &)) {
        return [change](Projet &p) {
            change(commune(p, u"04039"_s));
            return Id::fromKey(u"commune:04039"_s);
        };
    };
    const Id voisine = Id::fromKey(u"voisine"_s);
    const Spoil noZoning = castellane([](domain::Commune &c) { c.zonage = domain::Zonage::NonRenseigne; });
    const Spoil tooMany = [](Projet &p) { return p.population.valeur = 100'000, Id(); };
    const Spoil nobody = [](Projet &p) { return p.communes = {}, p.population.valeur.reset(), Id(); };
    std::vector<Case> cases{
        {u"lettre.problematiques"_s, B, u"Les premiers éléments de diagnostic manquent"_s, u"rubrique.texte"_s,
         u"territoire"_s, emptied({u"problematiques"_s})},
    };
    for (const QString &document : {u"lettre."_s, u"projet."_s}) {
        cases.push_back({document + u"communes"_s, B, u"Aucune commune n’est choisie"_s, u"commune.nom"_s,
                         u"territoire"_s, none(&Projet::communes)});
        cases.push_back({document + u"zonage"_s, I, u"1 commune sans zonage renseigné : Castellane"_s,
                         u"commune.zonage"_s, u"territoire"_s, noZoning});
        cases.push_back({document + u"population"_s, B, u"La population concernée n’est pas indiquée"_s,
                         u"population.valeur"_s, u"territoire"_s, nobody});
        cases.push_back({document + u"population-source"_s, I,
                         u"La source de la population retenue n’est pas indiquée"_s, u"population.source"_s,
                         u"territoire"_s, [](Projet &p) { return p.population.source.clear(), Id(); }});
        cases.push_back(
            {document + u"population-somme"_s, I, u"Écart de"_s, u"population.valeur"_s, u"territoire"_s, tooMany});
        cases.push_back({document + u"autres-cpts"_s, B, u"Castellane : déjà dans la CPTS « Voisine »"_s,
                         u"commune.code"_s, u"territoire"_s,
                         [voisine](Projet &p) {
                             p.voisines.find(voisine)->communes = u"13001 04039"_s;
                             return Id::fromKey(u"commune:04039"_s);
                         },
                         [voisine](Projet &p) {
                             p.voisines.insert(voisine, {{}, u"Voisine"_s, u"13001"_s, {}, {}});
                         }});
        cases.push_back({document + u"communes-actuelles"_s, I,
                         u"(code « 04999 ») n’est pas dans la liste des communes"_s, u"commune.code"_s, u"territoire"_s,
                         castellane([](domain::Commune &c) { c.code = u"04999"_s; })});
        cases.push_back({document + u"communes-doublons"_s, I, u"est deux fois dans le territoire"_s, u"commune.code"_s,
                         u"territoire"_s, [](Projet &p) {
                             p.communes.insert(Id::create(), commune(p, u"04039"_s));
                             return Id();
                         }});
        cases.push_back({document + u"region"_s, I, u"Hors de la région de la trame : Castellane"_s, u"commune.code"_s,
                         u"territoire"_s, castellane([](domain::Commune &c) { c.code = u"26362"_s; })});
        cases.push_back({document + u"effectifs-coherents"_s, I, u"plus de sollicités (5) que d’identifiés (1)"_s,
                         u"effectif.sollicites"_s, u"mobilisation"_s, [](Projet &p) {
                             const Id id = Id::fromKey(u"effectif:"_s + firstProfession());
                             p.effectifs.find(id)->identifies = 1;
                             p.effectifs.find(id)->sollicites = 5;
                             p.effectifs.find(id)->adherents = 0;
                             return id;
                         }});
        cases.push_back({document + u"taille"_s, I, u"La population retenue donne la taille"_s, u"population.valeur"_s,
                         u"territoire"_s, tooMany});
    }
    return cases;
}

std::vector<Case> equipeCases()
{
    return {
        {u"lettre.equipe-pluriprofessionnelle"_s, B, u"L’équipe projet ne compte qu’une seule profession"_s,
         u"personne.profession"_s, u"equipe"_s,
         [](Projet &p) {
             for (const auto &[id, each] : p.personnes)
                 p.personnes.find(id)->equipeProjet = false;
             return Id();
         }},
        {u"lettre.equipe-complete"_s, I, u"1 membre de l’équipe projet est présenté en partie"_s,
         u"personne.lieuExercice"_s, u"equipe"_s,
         first<domain::Personne>(
             &Projet::personnes, [](domain::Personne &each) { each.lieuExercice.clear(); },
             [](const domain::Personne &each) { return each.equipeProjet; })},
        {u"lettre.structure"_s, I, u"La structure juridique porteuse n’est pas nommée"_s, u"structure.nom"_s,
         u"equipe"_s, [](Projet &p) { return p.structure.nom.clear(), Id(); }},
        {u"lettre.statuts"_s, I, u"Statuts à venir, sans date prévue"_s, u"structure.statutsPrevusLe"_s, u"equipe"_s,
         [](Projet &p) { return p.structure.etatStatuts = domain::EtatStatuts::AVenir, Id(); }},
        {u"lettre.gouvernance"_s, I, u"L’organisation de la gouvernance n’est pas décrite"_s, u"rubrique.texte"_s,
         u"equipe"_s, emptied({u"gouvernance"_s})},
    };
}

std::vector<Case> mobilisationCases()
{
    const auto row = [](void (*change)(domain::Effectif &)) {
        return [change](Projet &p) {
            const Id id = Id::fromKey(u"effectif:"_s + firstProfession());
            domain::Effectif &each = p.effectifs.insert(id);
            each.profession = firstProfession();
            change(each);
            return id;
        };
    };
    return {
        {u"lettre.actions"_s, I, u"Aucune action de mobilisation n’est décrite"_s, u"mobilisation.description"_s,
         u"mobilisation"_s, none(&Projet::mobilisations)},
        {u"lettre.actions-precises"_s, I, u"Une réunion d’information n’a pas de lieu"_s, u"mobilisation.lieu"_s,
         u"mobilisation"_s,
         first<domain::ActionMobilisation>(
             &Projet::mobilisations, [](domain::ActionMobilisation &each) { each.lieu.clear(); },
             [](const domain::ActionMobilisation &each) { return each.sorte == domain::SorteMobilisation::Reunion; })},
        {u"lettre.professions-sollicitees"_s, I, u"Profession jamais sollicitée"_s, u"effectif.sollicites"_s,
         u"mobilisation"_s, row([](domain::Effectif &each) { each.identifies = 3; })},
        {u"lettre.adherents-pluriprofessionnels"_s, I, u"Aucun professionnel adhérent n’est indiqué"_s,
         u"effectif.adherents"_s, u"mobilisation"_s, none(&Projet::effectifs)},
        {u"lettre.partenaires"_s, I, u"partenariat présenté en partie"_s, u"partenaire.localisation"_s,
         u"mobilisation"_s,
         first<domain::Partenaire>(&Projet::partenaires, [](domain::Partenaire &each) { each.localisation.clear(); })},
    };
}

std::vector<Case> calendrierCases()
{
    std::vector<Case> cases{
        {u"lettre.missions-complementaires"_s, I, u"retenue, mais non décrite"_s, u"mission.description"_s,
         u"missions"_s,
         [](Projet &p) {
             mission(p, u"accompagnement"_s).description.clear();
             return missionId(u"accompagnement"_s);
         }},
        {u"lettre.organisation"_s, I, u"Le mode d’organisation n’est pas décrit"_s, u"rubrique.texte"_s,
         u"calendrier"_s, emptied({u"organisation"_s})},
        {u"lettre.calendrier"_s, I, u"Le calendrier du projet n’est pas indiqué"_s, u"rubrique.texte"_s,
         u"calendrier"_s,
         [](Projet &p) {
             p.echeances = {};
             rubrique(p, u"calendrier"_s).texte.clear();
             return rubriqueId(u"calendrier"_s);
         }},
        {u"lettre.duree-elaboration"_s, I, u"durerait plus de 12 mois"_s, u"echeance.date"_s, u"calendrier"_s,
         echeance(u"validation"_s, [](domain::Echeance &each) { each.date = each.date.addYears(5); })},
        {u"lettre.echeances-passees"_s, I, u"est passée"_s, u"echeance.date"_s, u"calendrier"_s,
         echeance(u"elaboration"_s, [](domain::Echeance &each) { each.date = today.addDays(-1); })},
        {u"lettre.accompagnement"_s, I, u"La demande d’accompagnement n’a pas de réponse"_s,
         u"accompagnement.souhaite"_s, u"calendrier"_s,
         [](Projet &p) { return p.accompagnement.souhaite.reset(), Id(); }},
    };
    for (int number = 0; number < 5; ++number)
        cases.push_back({u"lettre.socle-%1"_s.arg(number + 1), B, u"non retenue, alors qu’elle est obligatoire"_s,
                         u"mission.retenue"_s, u"missions"_s, socleRefused(number)});
    return cases;
}

std::vector<Case> diagnosticCases()
{
    return {
        {u"projet.diagnostic"_s, I, u"Le diagnostic est encore celui de la lettre d’intention"_s, u"rubrique.texte"_s,
         u"diagnostic"_s, emptied({u"problematiques-projet"_s})},
        {u"projet.besoins"_s, I, u"Aucun besoin n’est énoncé"_s, u"besoin.enonce"_s, u"diagnostic"_s,
         none(&Projet::besoins)},
        {u"projet.besoins-relies"_s, I, u"relié à aucune mission"_s, u"besoin.missions"_s, u"diagnostic"_s,
         [](Projet &projet) {
             const base::Id need = domain::inOrder(projet.besoins).front().first;
             projet.besoins.find(need)->missions.clear();
             for (const auto &[id, fiche] : Projet(projet).fiches)
                 projet.fiches.find(id)->mission = {};
             return need;
         }},
        {u"projet.indicateurs"_s, I, u"Le diagnostic n’a aucun indicateur"_s, u"indicateur.intitule"_s, u"diagnostic"_s,
         none(&Projet::indicateurs)},
        {u"projet.indicateurs-sources"_s, I, u": sans source"_s, u"indicateur.source"_s, u"diagnostic"_s,
         first<domain::IndicateurDiagnostic>(&Projet::indicateurs,
                                             [](domain::IndicateurDiagnostic &each) { each.source.clear(); })},
        {u"projet.ages-sources"_s, I, u"1 tranche d’âge sans source ou sans année : 0 à 14 ans"_s, u"tranche.source"_s,
         u"diagnostic"_s,
         [](Projet &p) {
             const Id id = Id::fromKey(u"tranche:0"_s);
             p.tranches.find(id)->source.clear();
             return id;
         }},
        {u"projet.offre"_s, I, u"L’offre existante du territoire n’est pas décrite"_s, u"acteur.nom"_s, u"offre"_s,
         [](Projet &p) { return p.acteurs = {}, rubrique(p, u"offre"_s).texte.clear(), Id(); }},
        {u"projet.articulations"_s, I, u"non mentionné ; s’il n’y en a pas, dites-le"_s, u"acteur.dynamique"_s,
         u"offre"_s,
         [](Projet &p) {
             p.acteurs = {};
             rubrique(p, u"offre"_s).texte.clear();
             rubrique(p, u"modalites"_s).texte.clear();
             return Id();
         }},
        {u"projet.modalites"_s, I, u"Les modalités de travail et de communication ne sont pas décrites"_s,
         u"rubrique.texte"_s, u"offre"_s, emptied({u"modalites"_s, u"organisation"_s})},
    };
}

std::vector<Case> organisationCases()
{
    return {
        {u"projet.statuts"_s, B, u"Les statuts, à joindre au projet, ne sont pas élaborés"_s,
         u"structure.etatStatuts"_s, u"organisation"_s,
         [](Projet &p) {
             p.pieces = {};
             return p.structure.etatStatuts = domain::EtatStatuts::EnCours, Id();
         }},
        {u"projet.forme-juridique"_s, B, u"La structure porteuse n’est pas une association loi 1901 : « SISA »"_s,
         u"structure.formeJuridique"_s, u"organisation"_s,
         [](Projet &p) { return p.structure.formeJuridique = u"SISA"_s, Id(); }},
        {u"projet.etabli-le"_s, I, u"une date à venir"_s, u"identite.etabliLe"_s, u"organisation"_s,
         [](Projet &p) { return p.identite.etabliLe = today.addDays(1), Id(); }},
        {u"projet.siret"_s, B, u"n’a pas 14 chiffres : « 123 »"_s, u"structure.siret"_s, u"organisation"_s,
         [](Projet &p) { return p.structure.siret = u"123"_s, Id(); }},
        {u"projet.coordonnees"_s, I, u"Structure porteuse : il manque l’adresse mail"_s, u"structure.email"_s,
         u"organisation"_s, [](Projet &p) { return p.structure.email.clear(), Id(); }},
        {u"projet.representant-legal"_s, B, u"Le représentant légal n’est pas nommé"_s, u"identite.representantLegal"_s,
         u"organisation"_s, [](Projet &p) { return p.identite.representantLegal = {}, Id(); }},
        {u"projet.coordonnateur"_s, I, u"Le coordonnateur de la CPTS : il manque l’adresse mail"_s, u"personne.email"_s,
         u"organisation"_s,
         [](Projet &p) {
             p.personnes.find(p.identite.coordonnateur)->email.clear();
             return p.identite.coordonnateur;
         }},
        {u"projet.gouvernance"_s, I, u"La gouvernance n’est pas décrite"_s, u"rubrique.texte"_s, u"organisation"_s,
         [](Projet &p) {
             p.instances = {};
             return emptied({u"gouvernance-projet"_s, u"gouvernance"_s})(p);
         }},
        {u"projet.inclusion"_s, I, u"La dynamique d’inclusion n’est pas décrite"_s, u"rubrique.texte"_s,
         u"organisation"_s, emptied({u"inclusion"_s})},
        {u"projet.partenaires"_s, I, u"partenariat formalisé ou non ?"_s, u"partenaire.convention"_s, u"organisation"_s,
         first<domain::Partenaire>(&Projet::partenaires, [](domain::Partenaire &each) { each.convention.reset(); })},
        {u"projet.usagers"_s, I, u"Les usagers n’apparaissent nulle part dans le projet"_s, u"instance.composition"_s,
         u"organisation"_s, nothingLeft},
        {u"projet.membres-pluriprofessionnels"_s, B, u"Aucun professionnel n’a adhéré à la CPTS"_s,
         u"personne.membre"_s, u"organisation"_s, nothingLeft},
        {u"projet.liste-membres"_s, I, u"1 membre sans statut"_s, u"personne.statut"_s, u"organisation"_s,
         first<domain::Personne>(
             &Projet::personnes, [](domain::Personne &each) { each.statut = domain::StatutMembre::NonRenseigne; },
             [](const domain::Personne &each) { return each.membre; })},
        {u"projet.effectifs"_s, I, u"Le tableau des membres par profession n’est pas rempli"_s,
         u"effectif.elaboration"_s, u"organisation"_s, nothingLeft},
        {u"projet.liste-tableau"_s, I, u"2 membres dans la liste, pour 1 adhérent au tableau"_s,
         u"effectif.adherents"_s, u"organisation"_s,
         [](Projet &p) {
             effectif(p, u"medecins-generalistes"_s).adherents = 1;
             return Id::fromKey(u"effectif:medecins-generalistes"_s);
         }},
        {u"projet.ouverture"_s, B, u"Infirmiers : 31 identifiés, et personne n’a été sollicité"_s,
         u"effectif.sollicites"_s, u"organisation"_s,
         [](Projet &p) {
             effectif(p, u"infirmiers"_s).sollicites = 0;
             effectif(p, u"infirmiers"_s).adherents = 0;
             return Id::fromKey(u"effectif:infirmiers"_s);
         }},
    };
}

std::vector<Case> systemeEtMissionCases()
{
    return {
        {u"projet.systeme-information"_s, I, u"Le système d’information n’est pas décrit"_s, u"rubrique.texte"_s,
         u"systeme-information"_s, [](Projet &p) { return p.outils = {}, emptied({u"systeme-information"_s})(p); }},
        {u"projet.outils"_s, I, u"utilisé, prévu ou manquant ?"_s, u"outil.usage"_s, u"systeme-information"_s,
         first<domain::Outil>(&Projet::outils,
                              [](domain::Outil &each) { each.usage = domain::UsageOutil::NonRenseigne; })},
        {u"projet.services-nationaux"_s, I, u"Base nationale, à mentionner : Dossier médical partagé (DMP)"_s,
         u"outil.service"_s, u"systeme-information"_s,
         [](Projet &p) {
             for (const auto &[id, each] : Projet(p).outils)
                 p.outils.find(id)->service = u"Outil maison"_s;
             emptied({u"modalites"_s, u"besoins-non-couverts"_s})(p);
             return Id();
         }},
        {u"projet.socles"_s, B, u"non retenue, alors qu’elle est obligatoire"_s, u"mission.retenue"_s,
         u"projet-missions"_s, socleRefused(2)},
        {u"projet.objectifs"_s, I, u"aucun objectif pour les patients"_s, u"mission.patients"_s, u"projet-missions"_s,
         [](Projet &p) {
             mission(p, u"crises"_s).patients.clear();
             return missionId(u"crises"_s);
         }},
        {u"projet.acteurs-cles"_s, B, u"aucun acteur-clé ni partenaire indiqué"_s, u"mission.acteurs"_s,
         u"projet-missions"_s,
         [](Projet &p) {
             p.partenaires = {};
             for (const auto &[id, each] : vallees().fiches) {
                 p.fiches.find(id)->partenaires.clear();
                 p.fiches.find(id)->professions.clear();
             }
             return Id();
         }},
    };
}

std::vector<Case> ficheCases()
{
    using Fiche = domain::FicheAction;
    return {
        {u"projet.fiches-socles"_s, B, u": aucune fiche-action"_s, u"fiche.mission"_s, u"fiches"_s,
         none(&Projet::fiches)},
        {u"projet.fiches-lignes"_s, I, u"Ligne « "_s, u"fiche.mission"_s, u"fiches"_s,
         [](Projet &p) {
             for (const auto &[id, each] : p.fiches)
                 if (each.mission == missionId(u"soins-non-programmes"_s))
                     p.fiches.find(id)->mission = missionId(u"prevention"_s);
             return Id();
         }},
        {u"projet.fiches-pluriprofessionnelles"_s, B, u": une seule profession"_s, u"fiche.professions"_s, u"fiches"_s,
         fiche([](Fiche &each) { each.professions.resize(1); })},
        {u"projet.fiches-mission"_s, I, u": rattachée à aucune mission"_s, u"fiche.mission"_s, u"fiches"_s,
         fiche([](Fiche &each) { each.mission = {}; })},
        {u"projet.fiches-besoin"_s, I, u": aucun besoin du diagnostic en lien"_s, u"fiche.besoins"_s, u"fiches"_s,
         fiche([](Fiche &each) { each.besoins.clear(); })},
        {u"projet.fiches-objectif"_s, I, u": aucun objectif"_s, u"fiche.objectifGeneral"_s, u"fiches"_s,
         [](Projet &p) {
             p.objectifs = {};
             return fiche([](Fiche &each) { each.objectifGeneral.clear(); })(p);
         }},
        {u"projet.objectifs-mesures"_s, I, u": aucun indicateur"_s, u"objectif.enonce"_s, u"fiches"_s,
         [](Projet &p) {
             p.indicateursAction = {};
             return domain::inOrder(p.objectifs).front().first;
         }},
        {u"projet.fiches-indicateur"_s, I, u": aucun indicateur"_s, u"fiche.objectifGeneral"_s, u"fiches"_s,
         [](Projet &p) {
             p.indicateursAction = {};
             return domain::inOrder(p.fiches).front().first;
         }},
        {u"projet.evaluation"_s, I, u"aucun indicateur n’a de cible datée"_s, u"indicateurAction.cible"_s, u"fiches"_s,
         [](Projet &p) {
             for (const auto &[id, each] : vallees().indicateursAction)
                 p.indicateursAction.find(id)->cible.reset();
             return vallees().indicateursAction.begin()->first;
         }},
        {u"projet.indicateurs-suivis"_s, I, u"1 indicateur sans source ou sans date"_s,
         u"indicateurAction.departSource"_s, u"fiches"_s,
         first<domain::IndicateurAction>(
             &Projet::indicateursAction, [](domain::IndicateurAction &each) { each.departSource.clear(); },
             [](const domain::IndicateurAction &each) { return each.depart.has_value(); })},
        {u"projet.fiches-public"_s, I, u": public bénéficiaire non précisé"_s, u"fiche.publicBeneficiaire"_s,
         u"fiches"_s, fiche([](Fiche &each) { each.publicBeneficiaire = u"\n"_s; })},
        {u"projet.fiches-coordonnateur"_s, I, u": aucun coordonnateur"_s, u"fiche.coordonnateur"_s, u"fiches"_s,
         fiche([](Fiche &each) { each.coordonnateur = {}; })},
        {u"projet.fiches-calendrier"_s, I, u": date de début non précisée"_s, u"fiche.debut"_s, u"fiches"_s,
         fiche([](Fiche &each) { each.debut = {}; })},
        {u"projet.mise-en-place"_s, I, u"commence plus de"_s, u"fiche.debut"_s, u"fiches"_s,
         fiche([](Fiche &each) { each.debut = QDate(2040, 1, 1); }),
         [](Projet &p) { p.identite.contratLe = QDate(2032, 1, 1); }},
        {u"projet.delais"_s, I, u"commence après les"_s, u"fiche.debut"_s, u"fiches"_s,
         fiche([](Fiche &each) { each.debut = QDate(2040, 1, 1); }),
         [](Projet &p) {
             p.identite.contratLe = QDate(2032, 1, 1);
             p.communes = {};
             p.communes.insert(Id::fromKey(u"lille"_s)).code = u"59350"_s;
         }},
        {u"projet.financement-source"_s, I, u"Financement « ARS » sans source"_s, u"financement.source"_s,
         u"financement"_s,
         first<domain::Financement>(&Projet::financements, [](domain::Financement &each) { each.source.clear(); })},
        {u"projet.budget-equilibre"_s, I, u"prévus de plus que les financements attendus"_s, u"financement.montant"_s,
         u"financement"_s,
         [](Projet &p) {
             p.budget.find(Id::fromKey(u"ligne"_s))->prevu = 1'000'000;
             return Id();
         },
         [](Projet &p) {
             domain::LigneBudget &line = p.budget.insert(Id::fromKey(u"ligne"_s));
             line.fiche = p.fiches.begin()->first;
             line.annee = 2027;
             line.prevu = 1;
         }},
    };
}

std::vector<Case> plausibiliteCases()
{
    std::vector<Case> cases{
        {u"projet.diagnostic-annees"_s, I, u": 1924 ? Vérifiez l’année"_s, u"indicateur.annee"_s, u"diagnostic"_s,
         first<domain::IndicateurDiagnostic>(&Projet::indicateurs,
                                             [](domain::IndicateurDiagnostic &each) { each.annee = 1924; })},
        {u"projet.conventions-dates"_s, I, u": le 1er janvier 2035 est à venir"_s, u"partenaire.conventionLe"_s,
         u"organisation"_s,
         first<domain::Partenaire>(
             &Projet::partenaires, [](domain::Partenaire &each) { each.conventionLe = QDate(2035, 1, 1); },
             [](const domain::Partenaire &each) { return each.convention == true; })},
        {u"projet.fiches-objectif-general"_s, I, u"Fiche sans objectif général : « "_s, u"fiche.objectifGeneral"_s,
         u"fiches"_s, fiche([](domain::FicheAction &each) { each.objectifGeneral.clear(); })},
        {u"projet.indicateurs-cibles"_s, I, u"Indicateur sans cible : « "_s, u"indicateurAction.cible"_s, u"fiches"_s,
         first<domain::IndicateurAction>(&Projet::indicateursAction,
                                         [](domain::IndicateurAction &each) { each.cible.reset(); })},
        {u"projet.budget-annees"_s, I, u"Dépense sans année : « "_s, u"budget.annee"_s, u"fiches"_s,
         first<domain::LigneBudget>(&Projet::budget, [](domain::LigneBudget &each) { each.annee.reset(); })},
        {u"projet.suivi-dates"_s, I, u": le 24 novembre 2026 est à venir"_s, u"reunion.date"_s, u"etapes"_s,
         first<domain::Reunion>(&Projet::reunions, [](domain::Reunion &each) { each.date = today.addDays(1); })},
        {u"projet.financement-annees"_s, I, u"Financement « ARS » : 2072 ? Vérifiez l’année"_s, u"financement.annee"_s,
         u"financement"_s,
         first<domain::Financement>(&Projet::financements, [](domain::Financement &each) { each.annee = 2072; })},
    };
    for (const QString &document : {u"lettre."_s, u"projet."_s}) {
        cases.push_back({document + u"territoire-annees"_s, I, u"Année de la population : 1923 ? Vérifiez l’année"_s,
                         u"population.annee"_s, u"territoire"_s,
                         [](Projet &p) { return p.population.annee = 1923, Id(); }});
        cases.push_back(
            {document + u"mobilisation-dates"_s, I, u": le 24 novembre 2026 est à venir"_s, u"mobilisation.date"_s,
             u"mobilisation"_s,
             first<domain::ActionMobilisation>(
                 &Projet::mobilisations, [](domain::ActionMobilisation &each) { each.date = today.addDays(1); },
                 [](const domain::ActionMobilisation &each) { return each.presents.has_value(); })});
        cases.push_back({document + u"demarche-dates"_s, I, u"« Dépôt du projet de santé » : étape sans date"_s,
                         u"echeance.date"_s, u"calendrier"_s,
                         echeance(u"validation"_s, [](domain::Echeance &each) { each.date = {}; })});
    }
    return cases;
}

std::vector<Case> allCases()
{
    std::vector<Case> all;
    for (const auto &part :
         {porteurCases(), territoireCases(), equipeCases(), mobilisationCases(), calendrierCases(), diagnosticCases(),
          organisationCases(), systemeEtMissionCases(), ficheCases(), plausibiliteCases()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

// Criteria that need outlines, a later day, a contract or a word with two meanings: each has a test file of its own.
const QStringList elsewhere{
    u"lettre.continuite"_s, u"projet.continuite"_s, u"lettre.appui-label"_s, u"projet.phase"_s,
    u"projet.reponse-ccopd"_s, u"projet.avenant"_s, u"projet.presents"_s, u"projet.delai-validation"_s,
    u"projet.sigles"_s, u"lettre.passages-attente"_s, u"projet.passages-attente"_s, u"lettre.donnees-patient"_s,
    u"projet.donnees-patient"_s, u"lettre.missions-distinctes"_s,
    // test_coherence.cpp
    u"lettre.demarche-ordre"_s, u"projet.demarche-ordre"_s, u"lettre.participants"_s, u"lettre.population-communes"_s,
    u"projet.indicateurs-possibles"_s, u"projet.ages-population"_s, u"projet.membres-doubles"_s,
    u"projet.temps-plein"_s, u"projet.partenaires-doubles"_s, u"projet.fiches-titres"_s, u"projet.fiches-dates"_s,
    u"projet.montants"_s, u"projet.releves-doubles"_s, u"lettre.exemple-porteur"_s, u"lettre.exemple-contacts"_s,
    u"lettre.exemple-equipe"_s, u"lettre.exemple-partenaires"_s, u"projet.exemple-diagnostic"_s,
    u"projet.exemple-offre"_s, u"projet.exemple-organisation"_s, u"projet.exemple-fiches"_s};

// By the document of the criterion alone: it is asked some hundred times.
std::vector<controle::Finding> judged(const Projet &projet, const QString &code)
{
    const auto volet = code.startsWith(u"lettre."_s) ? controle::Volet::Lettre : controle::Volet::Projet;
    std::vector<controle::Finding> found = controle::check(projet, references(), today, volet);
    std::erase_if(found, [&code](const controle::Finding &finding) { return finding.criterion != code; });
    return found;
}

std::set<QString> pagesOfTrame()
{
    const auto bytes = base::readFile(source(u"templates/paca-2022/pages.json"_s));
    REQUIRE(bytes);
    std::set<QString> codes;
    const auto json = nlohmann::json::parse(bytes.value().toStdString());
    for (const auto &section : json.at("sections"))
        for (const auto &page : section.at("pages"))
            codes.insert(QString::fromStdString(page.at("code").get<std::string>()));
    return codes;
}

} // namespace

TEST_CASE("Each criterion is met by the whole example, and told in its words once its fact is spoilt")
{
    const std::set<QString> pages = pagesOfTrame();
    for (const Case &each : allCases()) {
        INFO(each.code.toStdString());
        Projet projet = complete();
        if (each.prepare)
            each.prepare(projet);
        const auto before = judged(projet, each.code);
        CHECK_FALSE(before.empty());
        for (const controle::Finding &finding : before)
            CHECK(finding.severity == Severity::Fulfilled);

        const Id spoilt = each.spoil(projet);
        std::vector<controle::Finding> told;
        for (const controle::Finding &finding : judged(projet, each.code))
            if (finding.severity != Severity::Fulfilled)
                told.push_back(finding);
        REQUIRE_FALSE(told.empty());
        const controle::Finding &finding = told.front();
        INFO(finding.sentence.toStdString());
        CHECK(finding.severity == each.severity);
        CHECK(plain(finding.sentence).contains(each.says));
        CHECK((finding.field.table + u'.' + finding.field.field) == each.field);
        if (!spoilt.isNull())
            CHECK(finding.field.id == spoilt);
        CHECK(finding.page == each.page);
        CHECK(pages.contains(finding.page));
        CHECK_FALSE(finding.reason.isEmpty());
        CHECK_FALSE(finding.source.isEmpty());
    }
}

TEST_CASE("Every criterion of the program is in the table, or in a test of its own")
{
    std::set<QString> tested(elsewhere.begin(), elsewhere.end());
    for (const Case &each : allCases())
        CHECK(tested.insert(each.code).second);
    const QStringList codes = controle::criterionCodes();
    const std::set<QString> known(codes.begin(), codes.end());
    CHECK(known.size() == size_t(codes.size()));
    for (const QString &code : known) {
        INFO(code.toStdString());
        CHECK(tested.contains(code));
    }
    CHECK(tested.size() == known.size());
}

TEST_CASE("A fact spoilt is told of by its criterion alone, or by those that read the same fact")
{
    const Projet whole = complete();
    const auto before = controle::checkAll(whole, references(), today);
    int alone = 0;
    for (const Case &each : allCases()) {
        Projet projet = whole;
        if (each.prepare)
            each.prepare(projet);
        each.spoil(projet);
        std::set<QString> told;
        for (const controle::Finding &finding : controle::checkAll(projet, references(), today))
            if (finding.severity != Severity::Fulfilled)
                told.insert(finding.criterion);
        for (const controle::Finding &finding : before)
            if (finding.severity != Severity::Fulfilled)
                told.erase(finding.criterion);
        alone += told == std::set<QString>{each.code} ? 1 : 0;
        INFO(each.code.toStdString());
        CHECK(told.contains(each.code));
    }
    CHECK(alone > 20);
}
