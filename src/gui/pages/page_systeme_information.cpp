#include "gui/pages/projet_cards.h"
#include "gui/pages/projet_pages.h"
#include "gui/pages/services_panel.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

FormPage *makePageSystemeInformation(const AppContext &context, QWidget *parent)
{
    const ListWords words{
        u"Les outils numériques"_s,
        u"Ceux que vous utilisez, ceux qui sont prévus, et les besoins que rien ne couvre."_s,
        u"Ajoutez la messagerie sécurisée de santé, le dossier médical partagé, l’outil de coordination…"_s,
        u"un outil"_s, u"L’outil choisi"_s};
    const ListCard tools{listSpec(words, models::outilsTable()),
                         {{u"service"_s},
                          {u"usage"_s},
                          {.name = u"ouvertATous"_s, .beside = true},
                          {u"utilisateurs"_s, u"Professions, structures."_s},
                          {u"besoin"_s}}};
    const OwnCard base{
        [](const AppContext &each, Binder &binder) -> QWidget * { return new ServicesPanel(each, binder); }};
    const FormCard text{
        u"Le système d’information de la CPTS"_s,
        u"Quels outils les membres utilisent-ils pour communiquer ? Quelles fonctions le projet demande-t-il ?"_s,
        {{.name = u"rubrique:systeme-information.texte"_s,
          .help =
              u"Citez la base nationale : identifiant national de santé, dossier médical partagé, messagerie sécurisée, Pro Santé Connect."_s,
          .lines = 7,
          .label = u"Système d’information"_s}}};
    return new SpecPage(context, u"systeme-information"_s, {{{}, {tools, base, text}}}, parent);
}

} // namespace gui
