#include "domain/fiche.h"

#include "domain/table_builders.h"

namespace domain
{

using namespace Qt::Literals::StringLiterals;

bool isAbandoned(const FicheAction &fiche)
{
    return fiche.avancement == Avancement::Abandonnee;
}

bool isAbandoned(const Projet &projet, const Id &fiche)
{
    const FicheAction *found = projet.fiches.find(fiche);
    return found && isAbandoned(*found);
}

bool isAnnounced(const Projet &projet, const EtapeAction &step)
{
    return step.faite || !isAbandoned(projet, step.fiche);
}

template <class E>
using ChoiceList = std::vector<std::pair<E, Choice>>;

const ChoiceList<Avancement> &Choices<Avancement>::all()
{
    static const ChoiceList<Avancement> list{{Avancement::NonCommencee, {u"non-commencee"_s, u"Non commencée"_s}},
                                             {Avancement::EnCours, {u"en-cours"_s, u"En cours"_s}},
                                             {Avancement::Realisee, {u"realisee"_s, u"Réalisée"_s}},
                                             {Avancement::Abandonnee, {u"abandonnee"_s, u"Abandonnée"_s}}};
    return list;
}

const ChoiceList<Decision3C> &Choices<Decision3C>::all()
{
    static const ChoiceList<Decision3C> list{{Decision3C::NonRenseignee, {u""_s, u"Non renseignée"_s}},
                                             {Decision3C::Conserver, {u"conserver"_s, u"Conserver"_s}},
                                             {Decision3C::Cesser, {u"cesser"_s, u"Cesser"_s}},
                                             {Decision3C::Creer, {u"creer"_s, u"Créer"_s}}};
    return list;
}

const ChoiceList<SorteEtape> &Choices<SorteEtape>::all()
{
    static const ChoiceList<SorteEtape> list{{SorteEtape::Etape, {u"etape"_s, u"Étape"_s}},
                                             {SorteEtape::Tache, {u"tache"_s, u"Tâche"_s}},
                                             {SorteEtape::Jalon, {u"jalon"_s, u"Date clé"_s}}};
    return list;
}

const ChoiceList<SorteIndicateur> &Choices<SorteIndicateur>::all()
{
    static const ChoiceList<SorteIndicateur> list{{SorteIndicateur::NonRenseignee, {u""_s, u"Non renseigné"_s}},
                                                  {SorteIndicateur::Aci, {u"aci"_s, u"Indicateur ACI"_s}},
                                                  {SorteIndicateur::Suivi, {u"suivi"_s, u"Suivi"_s}},
                                                  {SorteIndicateur::Resultat, {u"resultat"_s, u"Résultat"_s}},
                                                  {SorteIndicateur::Processus, {u"processus"_s, u"Processus"_s}}};
    return list;
}

const ChoiceList<SorteDepense> &Choices<SorteDepense>::all()
{
    static const ChoiceList<SorteDepense> list{
        {SorteDepense::NonRenseignee, {u""_s, u"Non renseigné"_s}},
        {SorteDepense::Personnel, {u"personnel"_s, u"Temps de travail"_s}},
        {SorteDepense::Indemnites, {u"indemnites"_s, u"Indemnisation des professionnels"_s}},
        {SorteDepense::Prestation, {u"prestation"_s, u"Prestation"_s}},
        {SorteDepense::Materiel, {u"materiel"_s, u"Matériel et logiciels"_s}},
        {SorteDepense::Communication, {u"communication"_s, u"Communication"_s}},
        {SorteDepense::Fonctionnement, {u"fonctionnement"_s, u"Fonctionnement"_s}},
        {SorteDepense::Autre, {u"autre"_s, u"Autre"_s}}};
    return list;
}

TableDescription ficheTable()
{
    auto fields = Fields<FicheAction>()
                      .add(u"rang"_s, &FicheAction::rang, u"Rang"_s)
                      .add(u"intitule"_s, &FicheAction::intitule, u"Intitulé de l’action"_s)
                      .add(u"mission"_s, &FicheAction::mission, u"Mission"_s)
                      .to(u"mission"_s)
                      .add(u"besoins"_s, &FicheAction::besoins, u"Besoins auxquels elle répond"_s)
                      .to(u"besoin"_s)
                      .add(u"diagnostic"_s, &FicheAction::diagnostic, u"Éléments du diagnostic en lien"_s)
                      .paragraphs()
                      .add(u"objectifGeneral"_s, &FicheAction::objectifGeneral, u"Objectif général"_s)
                      .paragraphs()
                      .add(u"publicBeneficiaire"_s, &FicheAction::publicBeneficiaire, u"Public bénéficiaire"_s)
                      .paragraphs()
                      .add(u"actions"_s, &FicheAction::actions, u"Actions envisagées"_s)
                      .paragraphs()
                      .add(u"moyens"_s, &FicheAction::moyens, u"Moyens nécessaires"_s)
                      .paragraphs()
                      .add(u"acteurs"_s, &FicheAction::acteurs, u"Acteurs impliqués et partenaires"_s)
                      .paragraphs()
                      .add(u"professions"_s, &FicheAction::professions, u"Professions impliquées"_s)
                      .to(u"effectif"_s)
                      .add(u"partenaires"_s, &FicheAction::partenaires, u"Partenaires impliqués"_s)
                      .to(u"partenaire"_s)
                      .add(u"coordonnateur"_s, &FicheAction::coordonnateur, u"Coordonnateur de l’action"_s)
                      .to(u"personne"_s)
                      .add(u"debut"_s, &FicheAction::debut, u"Début de la mise en place"_s)
                      .add(u"avancement"_s, &FicheAction::avancement, u"Avancement"_s)
                      .add(u"decision"_s, &FicheAction::decision, u"Conserver, cesser, créer"_s);
    return sinceVersion(2, manyTable(u"fiche"_s, u"Fiche-action"_s, &Projet::fiches, fields));
}

TableDescription objectifTable()
{
    auto fields = Fields<ObjectifSpecifique>()
                      .add(u"rang"_s, &ObjectifSpecifique::rang, u"Rang"_s)
                      .add(u"fiche"_s, &ObjectifSpecifique::fiche, u"Fiche-action"_s)
                      .ownedBy(u"fiche"_s)
                      .add(u"enonce"_s, &ObjectifSpecifique::enonce, u"Objectif spécifique"_s);
    return sinceVersion(2, manyTable(u"objectif"_s, u"Objectif spécifique"_s, &Projet::objectifs, fields));
}

TableDescription etapeActionTable()
{
    auto fields = Fields<EtapeAction>()
                      .add(u"rang"_s, &EtapeAction::rang, u"Rang"_s)
                      .add(u"fiche"_s, &EtapeAction::fiche, u"Fiche-action"_s)
                      .ownedBy(u"fiche"_s)
                      .add(u"intitule"_s, &EtapeAction::intitule, u"Étape"_s)
                      .add(u"debut"_s, &EtapeAction::debut, u"Début"_s)
                      .add(u"fin"_s, &EtapeAction::fin, u"Fin"_s)
                      .add(u"referent"_s, &EtapeAction::referent, u"Référent"_s)
                      .to(u"personne"_s)
                      .add(u"faite"_s, &EtapeAction::faite, u"Faite"_s)
                      .add(u"sorte"_s, &EtapeAction::sorte, u"Étape, tâche ou date clé"_s);
    return sinceVersion(2, manyTable(u"etapeAction"_s, u"Étape d’une action"_s, &Projet::etapesAction, fields));
}

TableDescription indicateurActionTable()
{
    auto fields = Fields<IndicateurAction>()
                      .add(u"rang"_s, &IndicateurAction::rang, u"Rang"_s)
                      .add(u"fiche"_s, &IndicateurAction::fiche, u"Fiche-action"_s)
                      .ownedBy(u"fiche"_s)
                      .add(u"objectif"_s, &IndicateurAction::objectif, u"Objectif spécifique"_s)
                      .to(u"objectif"_s)
                      .add(u"intitule"_s, &IndicateurAction::intitule, u"Indicateur"_s)
                      .add(u"definition"_s, &IndicateurAction::definition, u"Définition"_s)
                      .paragraphs()
                      .add(u"sorte"_s, &IndicateurAction::sorte, u"Type d’indicateur"_s)
                      .add(u"unite"_s, &IndicateurAction::unite, u"Unité"_s)
                      .add(u"depart"_s, &IndicateurAction::depart, u"Valeur de départ"_s)
                      .add(u"departLe"_s, &IndicateurAction::departLe, u"Mesurée le"_s)
                      .add(u"departSource"_s, &IndicateurAction::departSource, u"Source de la valeur de départ"_s)
                      .add(u"cible"_s, &IndicateurAction::cible, u"Cible"_s)
                      .add(u"echeance"_s, &IndicateurAction::echeance, u"À atteindre le"_s)
                      .add(u"justificatif"_s, &IndicateurAction::justificatif, u"Justificatif"_s);
    return sinceVersion(
        2, manyTable(u"indicateurAction"_s, u"Indicateur d’une action"_s, &Projet::indicateursAction, fields));
}

TableDescription releveTable()
{
    auto fields = Fields<Releve>()
                      .add(u"indicateur"_s, &Releve::indicateur, u"Indicateur"_s)
                      .ownedBy(u"indicateurAction"_s)
                      .add(u"annee"_s, &Releve::annee, u"Année"_s)
                      .add(u"valeur"_s, &Releve::valeur, u"Valeur"_s)
                      .add(u"commentaire"_s, &Releve::commentaire, u"Commentaire"_s);
    return sinceVersion(2, manyTable(u"releve"_s, u"Valeur relevée d’un indicateur"_s, &Projet::releves, fields));
}

TableDescription budgetTable()
{
    auto fields = Fields<LigneBudget>()
                      .add(u"rang"_s, &LigneBudget::rang, u"Rang"_s)
                      .add(u"fiche"_s, &LigneBudget::fiche, u"Fiche-action"_s)
                      .ownedBy(u"fiche"_s)
                      .add(u"sorte"_s, &LigneBudget::sorte, u"Type de dépense"_s)
                      .add(u"intitule"_s, &LigneBudget::intitule, u"Dépense"_s)
                      .add(u"annee"_s, &LigneBudget::annee, u"Année"_s)
                      .add(u"etp"_s, &LigneBudget::etp, u"Équivalents temps plein"_s)
                      .add(u"prevu"_s, &LigneBudget::prevu, u"Prévu"_s)
                      .add(u"realise"_s, &LigneBudget::realise, u"Réalisé"_s)
                      .add(u"financeur"_s, &LigneBudget::financeur, u"Financeur"_s);
    return sinceVersion(2, manyTable(u"budget"_s, u"Ligne de budget"_s, &Projet::budget, fields));
}

} // namespace domain
