#include "gui/pages/projet_cards.h"
#include "gui/pages/projet_pages.h"
#include "reference/reference.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

FormCard missionCard(const reference::Mission &mission, const AppContext &context)
{
    const QString place = u"mission:"_s + mission.code + u'.';
    return {
        mission.libelleCourt,
        (mission.socle ? u"Mission socle. "_s : u"Mission complémentaire. "_s) +
            u"Sans objectifs écrits ici, le document reprend la description de la lettre d’intention."_s,
        {{.name = place + u"objectifsCourtTerme"_s, .help = u"Dans les deux premières années."_s, .lines = 3},
         {.name = place + u"objectifsMoyenTerme"_s, .help = u"D’ici la fin du contrat."_s, .beside = true, .lines = 3},
         {.name = place + u"patients"_s, .lines = 2},
         {.name = place + u"acteurs"_s, .beside = true, .lines = 2},
         {place + u"publicCible"_s},
         {.name = place + u"referent"_s, .beside = true, .none = u"À désigner"_s, .options = people(context)},
         {.name = place + u"prs"_s, .help = u"Facultatif : celles auxquelles la mission contribue."_s, .lines = 2}},
        mission.code};
}

} // namespace

FormPage *makePageProjetMissions(const AppContext &context, QWidget *parent)
{
    constexpr size_t inSight = 2; // missions that fill a screen: each has seven fields, most of them long texts
    TabSpec socles{.title = u"Missions socles"_s, .cards = {}, .first = inSight};
    TabSpec others{.title = u"Missions complémentaires"_s, .cards = {}, .first = inSight};
    for (const reference::Mission &mission : context.reference.missions().toutes)
        (mission.socle ? socles : others).cards.emplace_back(missionCard(mission, context));
    const TabSpec rest{
        u"Télémédecine et actions"_s,
        {FormCard{u"Les actions de télémédecine"_s,
                  u"Le cas échéant."_s,
                  {{.name = u"rubrique:telemedecine.texte"_s,
                    .help = u"Téléconsultation, téléexpertise, télésurveillance : où, avec qui, pour quels patients."_s,
                    .lines = 5,
                    .label = u"Télémédecine"_s}}},
         FormCard{
             u"Les actions envisagées"_s,
             u"Les fiches-actions sont listées dans le document ; ce texte les présente."_s,
             {{.name = u"rubrique:actions.texte"_s, .lines = 5, .label = u"Actions envisagées par les acteurs"_s}}}}};
    return new SpecPage(context, u"projet-missions"_s, {socles, others, rest}, parent);
}

} // namespace gui
