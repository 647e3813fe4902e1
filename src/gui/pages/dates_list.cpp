#include "gui/pages/dates_list.h"

#include "gui/pages/choices.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

ListCard datesCard(const AppContext &context)
{
    const reference::Reference &reference = context.reference;
    const auto stepTitle = [&reference](const QString &code) {
        const reference::Etape *etape = reference.etapes().etape(code);
        return etape ? etape->titre : code;
    };
    const ListWords words{
        u"Les échéances"_s,
        u"Réunions, dépôt, passage en commission, début des actions : elles paraissent au tableau de bord."_s,
        u"Ajoutez la date de dépôt visée, puis la prochaine réunion."_s,
        u"une échéance"_s,
        u"L’échéance choisie"_s,
        true};
    RepeatSpec list = listSpec(words, models::echeancesTable(stepTitle));
    list.emptyTitle = u"Aucune date pour l’instant"_s;
    list.tableName = u"Échéances"_s;
    return {list,
            {{u"intitule"_s, u"Par exemple « Réunion d’information à Annot »"_s},
             {.name = u"date"_s, .help = u"jj/mm/aaaa"_s, .beside = true},
             {.name = u"etape"_s,
              .help = u"Si cette date est celle d’une étape officielle."_s,
              .label = u"Étape de la démarche"_s,
              .choices = etapeChoices(reference),
              .none = u"Aucune"_s},
             {.name = u"faite"_s, .label = u"C’est fait"_s}}};
}

} // namespace gui
