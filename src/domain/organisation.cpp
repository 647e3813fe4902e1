#include "domain/organisation.h"

#include "domain/table_builders.h"

namespace domain
{

using namespace Qt::Literals::StringLiterals;

template <class E>
using ChoiceList = std::vector<std::pair<E, Choice>>;

const ChoiceList<Comptage> &Choices<Comptage>::all()
{
    static const ChoiceList<Comptage> list{
        {Comptage::Saisi, {u"saisi"_s, u"Nombres saisis à la main"_s}},
        {Comptage::Membres, {u"membres"_s, u"Nombres comptés dans la liste des membres"_s}}};
    return list;
}

const ChoiceList<UsageOutil> &Choices<UsageOutil>::all()
{
    static const ChoiceList<UsageOutil> list{{UsageOutil::NonRenseigne, {u""_s, u"Non renseigné"_s}},
                                             {UsageOutil::Utilise, {u"utilise"_s, u"Utilisé"_s}},
                                             {UsageOutil::Prevu, {u"prevu"_s, u"Prévu"_s}},
                                             {UsageOutil::Manquant, {u"manquant"_s, u"Besoin non couvert"_s}}};
    return list;
}

const ChoiceList<SorteReunion> &Choices<SorteReunion>::all()
{
    static const ChoiceList<SorteReunion> list{{SorteReunion::NonRenseignee, {u""_s, u"Non renseignée"_s}},
                                               {SorteReunion::Travail, {u"travail"_s, u"Réunion de travail"_s}},
                                               {SorteReunion::Atelier, {u"atelier"_s, u"Atelier"_s}},
                                               {SorteReunion::Instance, {u"instance"_s, u"Réunion d’instance"_s}},
                                               {SorteReunion::Ccopd, {u"ccopd"_s, u"Présentation en CCOPD"_s}},
                                               {SorteReunion::Dialogue, {u"dialogue"_s, u"Dialogue de gestion"_s}}};
    return list;
}

const ChoiceList<PartFinancement> &Choices<PartFinancement>::all()
{
    static const ChoiceList<PartFinancement> list{{PartFinancement::NonRenseignee, {u""_s, u"Non renseignée"_s}},
                                                  {PartFinancement::Fixe, {u"fixe"_s, u"Part fixe"_s}},
                                                  {PartFinancement::Variable, {u"variable"_s, u"Part variable"_s}}};
    return list;
}

const ChoiceList<SorteFinancement> &Choices<SorteFinancement>::all()
{
    static const ChoiceList<SorteFinancement> list{
        {SorteFinancement::NonRenseigne, {u""_s, u"Non renseigné"_s}},
        {SorteFinancement::Demarrage, {u"demarrage"_s, u"Aide au démarrage"_s}},
        {SorteFinancement::Appui, {u"appui"_s, u"Aide à l’appui méthodologique"_s}},
        {SorteFinancement::AciFonctionnement, {u"aci-fonctionnement"_s, u"ACI, fonctionnement"_s}},
        {SorteFinancement::AciMission, {u"aci-mission"_s, u"ACI, mission"_s}},
        {SorteFinancement::Autre, {u"autre"_s, u"Autre"_s}}};
    return list;
}

TableDescription organisationTable()
{
    auto fields = Fields<Organisation>().add(u"comptage"_s, &Organisation::comptage, u"Effectifs des professions"_s);
    return sinceVersion(2, uniqueTable(u"organisation"_s, u"Organisation"_s, &Projet::organisation, fields));
}

TableDescription instanceTable()
{
    auto fields = Fields<Instance>()
                      .add(u"rang"_s, &Instance::rang, u"Rang"_s)
                      .add(u"nom"_s, &Instance::nom, u"Instance"_s)
                      .add(u"role"_s, &Instance::role, u"Rôle"_s)
                      .paragraphs()
                      .add(u"composition"_s, &Instance::composition, u"Composition"_s)
                      .add(u"rythme"_s, &Instance::rythme, u"Rythme des réunions"_s)
                      .add(u"membres"_s, &Instance::membres, u"Personnes"_s)
                      .to(u"personne"_s);
    return sinceVersion(2, manyTable(u"instance"_s, u"Instance"_s, &Projet::instances, fields));
}

TableDescription outilTable()
{
    auto fields = Fields<Outil>()
                      .add(u"rang"_s, &Outil::rang, u"Rang"_s)
                      .add(u"service"_s, &Outil::service, u"Outil ou service"_s)
                      .add(u"usage"_s, &Outil::usage, u"Usage"_s)
                      .add(u"utilisateurs"_s, &Outil::utilisateurs, u"Utilisé par"_s)
                      .add(u"besoin"_s, &Outil::besoin, u"À quoi il sert"_s)
                      .add(u"ouvertATous"_s, &Outil::ouvertATous, u"Ouvert à tous"_s);
    return sinceVersion(2, manyTable(u"outil"_s, u"Outil numérique"_s, &Projet::outils, fields));
}

TableDescription posteTable()
{
    auto fields = Fields<Poste>()
                      .add(u"rang"_s, &Poste::rang, u"Rang"_s)
                      .add(u"fonction"_s, &Poste::fonction, u"Fonction occupée"_s)
                      .add(u"nombre"_s, &Poste::nombre, u"Nombre"_s)
                      .add(u"etp"_s, &Poste::etp, u"Équivalents temps plein"_s);
    return sinceVersion(2, manyTable(u"poste"_s, u"Poste salarié"_s, &Projet::postes, fields));
}

TableDescription prestationTable()
{
    auto fields = Fields<Prestation>()
                      .add(u"rang"_s, &Prestation::rang, u"Rang"_s)
                      .add(u"type"_s, &Prestation::type, u"Type de prestation"_s)
                      .add(u"temps"_s, &Prestation::temps, u"Temps estimé"_s);
    return sinceVersion(2, manyTable(u"prestation"_s, u"Prestation"_s, &Projet::prestations, fields));
}

TableDescription reunionTable()
{
    auto fields = Fields<Reunion>()
                      .add(u"rang"_s, &Reunion::rang, u"Rang"_s)
                      .add(u"sorte"_s, &Reunion::sorte, u"Type de réunion"_s)
                      .add(u"intitule"_s, &Reunion::intitule, u"Objet"_s)
                      .add(u"date"_s, &Reunion::date, u"Date"_s)
                      .add(u"lieu"_s, &Reunion::lieu, u"Lieu"_s)
                      .add(u"presents"_s, &Reunion::presents, u"Participants"_s)
                      .add(u"personnes"_s, &Reunion::personnes, u"Personnes présentes"_s)
                      .to(u"personne"_s)
                      .add(u"decisions"_s, &Reunion::decisions, u"Décisions"_s)
                      .paragraphs();
    return sinceVersion(2, manyTable(u"reunion"_s, u"Réunion"_s, &Projet::reunions, fields));
}

TableDescription financementTable()
{
    auto fields = Fields<Financement>()
                      .add(u"rang"_s, &Financement::rang, u"Rang"_s)
                      .add(u"sorte"_s, &Financement::sorte, u"Type de financement"_s)
                      .add(u"financeur"_s, &Financement::financeur, u"Financeur"_s)
                      .add(u"annee"_s, &Financement::annee, u"Année"_s)
                      .add(u"montant"_s, &Financement::montant, u"Montant"_s)
                      .add(u"source"_s, &Financement::source, u"Source"_s)
                      .add(u"mission"_s, &Financement::mission, u"Mission"_s)
                      .to(u"mission"_s)
                      .add(u"part"_s, &Financement::part, u"Part fixe ou variable"_s)
                      .add(u"verse"_s, &Financement::verse, u"Montant versé"_s)
                      .add(u"verseLe"_s, &Financement::verseLe, u"Versé le"_s);
    return sinceVersion(2, manyTable(u"financement"_s, u"Financement"_s, &Projet::financements, fields));
}

TableDescription protocoleTable()
{
    auto fields = Fields<Protocole>()
                      .add(u"rang"_s, &Protocole::rang, u"Rang"_s)
                      .add(u"theme"_s, &Protocole::theme, u"Thème du protocole"_s)
                      .add(u"professions"_s, &Protocole::professions, u"Professions concernées"_s)
                      .to(u"effectif"_s)
                      .add(u"etapes"_s, &Protocole::etapes, u"Étapes"_s)
                      .paragraphs()
                      .add(u"outils"_s, &Protocole::outils, u"Outils"_s)
                      .paragraphs()
                      .add(u"evaluation"_s, &Protocole::evaluation, u"Évaluation"_s)
                      .paragraphs()
                      .add(u"fiche"_s, &Protocole::fiche, u"Fiche-action qui le porte"_s)
                      .to(u"fiche"_s);
    return sinceVersion(3, manyTable(u"protocole"_s, u"Protocole pluriprofessionnel"_s, &Projet::protocoles, fields));
}

} // namespace domain
