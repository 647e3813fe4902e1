#include "gui/pages/choices.h"
#include "gui/pages/projet_cards.h"
#include "gui/pages/projet_pages.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

FormPage *makePageOffre(const AppContext &context, QWidget *parent)
{
    const ListWords words{
        u"Les acteurs du territoire"_s,
        u"Soins, social, médico-social, coordination, institutions : qui est là, et comment la CPTS travaillera avec chacun."_s,
        u"Commencez par le dispositif d’appui à la coordination, le contrat local de santé et l’hôpital de proximité."_s,
        u"un acteur"_s, u"L’acteur choisi"_s};
    const ListCard actors{
        listSpec(words, models::acteursTable()),
        {{u"nom"_s},
         {u"sorte"_s},
         {.name = u"localisation"_s, .beside = true},
         {.name = u"dynamique"_s,
          .help = u"La trame demande de préciser l’articulation avec chacune des quatre."_s,
          .choices = dynamiqueChoices(context.reference),
          .none = u"Aucune des quatre"_s},
         {.name = u"articulation"_s, .help = u"Ce que vous faites ensemble, et par quel circuit."_s, .lines = 4}}};
    const FormCard analysis{u"L’analyse de l’offre"_s,
                            u"Un texte d’ensemble, avant la liste des acteurs."_s,
                            {{.name = u"rubrique:offre.texte"_s,
                              .help = u"Ce qui existe, ce qui manque, ce qui se recoupe."_s,
                              .lines = 6,
                              .label = u"Offre existante et articulation avec la CPTS"_s}}};
    const FormCard work{
        u"Travailler et communiquer aujourd’hui"_s,
        {},
        {{.name = u"rubrique:modalites.texte"_s,
          .help =
              u"Système d’information commun, dossier médical partagé, e-prescription, messagerie sécurisée, protocoles communs…"_s,
          .lines = 5,
          .label = u"Modalités existantes"_s},
         {.name = u"rubrique:besoins-non-couverts.texte"_s,
          .help = u"Partage ou fonctionnalités qui manquent aujourd’hui."_s,
          .lines = 4,
          .label = u"Besoins non couverts"_s}}};
    return new SpecPage(context, u"offre"_s, {{{}, {actors, analysis, work}}}, parent);
}

} // namespace gui
