// What is expected and paid, the amounts that a source gives, and the budget of the actions.
#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/pages/budget_panel.h"
#include "gui/pages/choices.h"
#include "gui/pages/projet_cards.h"
#include "gui/pages/projet_pages.h"
#include "models/tables_suivi.h"
#include "reference/aci.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString euros(qint64 amount)
{
    return base::frenchNumber(amount) + u"\u00A0€"_s;
}

domain::SorteFinancement kindOf(const reference::Aide &aide)
{
    return aide.code == u"aide-demarrage" ? domain::SorteFinancement::Demarrage : domain::SorteFinancement::Appui;
}

std::vector<reference::Aide> missingAids(const domain::Projet &projet, const reference::Reference &reference)
{
    std::vector<reference::Aide> missing;
    for (const reference::Aide &aide : reference.etapes().aides)
        if (std::none_of(projet.financements.begin(), projet.financements.end(),
                         [&aide](const auto &each) { return each.second.sorte == kindOf(aide); }))
            missing.push_back(aide);
    return missing;
}

QString sourceOf(const reference::Aide &aide)
{
    return u"Cahier des charges PACA %1, p. %2"_s.arg(aide.annee).arg(aide.page);
}

Notice aidsNotice(const domain::Projet &projet, const reference::Reference &reference)
{
    Notice notice;
    for (const reference::Aide &aide : reference.etapes().aides)
        notice.lines.emplace_back(u"%1 : %2, pour %3. %4."_s.arg(
                                      aide.libelle, euros(aide.montantEuros),
                                      aide.beneficiaire.left(1).toLower() + aide.beneficiaire.mid(1), sourceOf(aide)),
                                  TextRole::Body);
    if (!missingAids(projet, reference).empty())
        notice.button = u"Ajouter les aides de l’ARS"_s;
    return notice;
}

domain::ChangeList addingAids(const domain::Projet &projet, const reference::Reference &reference)
{
    models::ChangeBuilder builder(projet);
    for (const reference::Aide &aide : missingAids(projet, reference)) {
        QString kind;
        for (const auto &[each, choice] : domain::Choices<domain::SorteFinancement>::all())
            if (each == kindOf(aide))
                kind = choice.code;
        builder.add(models::appending(builder.projet(), u"financement"_s, base::Id::create(),
                                      {{u"sorte"_s, kind},
                                       {u"financeur"_s, aide.financeur},
                                       {u"annee"_s, qint64(aide.annee)},
                                       {u"montant"_s, double(aide.montantEuros)},
                                       {u"source"_s, sourceOf(aide)}}));
    }
    return builder.changes();
}

// « Fonctionnement de la CPTS : 50 000 € à 90 000 € par an selon la taille (ACI 2019) »; only what a source
// establishes.
QString lineInWords(const reference::LigneAci &ligne, const std::optional<int> &taille)
{
    std::optional<qint64> least;
    std::optional<qint64> most;
    for (const auto &[size, amount] : ligne.montants) {
        if (amount && (!least || *amount < *least))
            least = amount;
        if (amount && (!most || *amount > *most))
            most = amount;
    }
    if (!least)
        return ligne.libelle + u" : non publié, à recopier de votre contrat."_s;
    const auto own = taille ? ligne.montant(*taille) : std::nullopt;
    return u"%1 : %2 à %3 par an selon la taille%4 (%5)."_s.arg(
        ligne.libelle, euros(*least), euros(*most),
        own ? u", %1 pour la taille %2"_s.arg(euros(*own)).arg(*taille) : QString(), ligne.texte);
}

Notice aciNotice(const domain::Projet &projet, const reference::Reference &reference,
                 const base::Result<reference::Aci> &aci)
{
    Notice notice;
    if (!aci) {
        notice.lines.emplace_back(aci.error().message, TextRole::Warning);
        return notice;
    }
    const auto size = reference.tailles().taille(domain::populationRetenue(projet).value_or(0));
    for (const reference::LigneAci &ligne : aci.value().lignes) {
        if (ligne.statut == reference::LigneAci::Statut::Propose)
            continue;
        notice.lines.emplace_back(lineInWords(ligne, size), TextRole::Body);
        notice.lines.emplace_back(u"Source : "_s + ligne.source, TextRole::Hint);
    }
    notice.lines.emplace_back(u"Relevé du %1. Ces repères peuvent avoir changé : seul votre contrat fait foi."_s.arg(
                                  base::frenchLongDate(aci.value().provenance.luLe)),
                              TextRole::Secondary);
    return notice;
}

TabSpec fundings(const AppContext &context)
{
    const reference::Reference &reference = context.reference;
    const auto missionLabel = [&reference](const QString &code) {
        const reference::Mission *mission = reference.missions().find(code);
        return mission ? mission->libelleCourt : code;
    };
    const ListWords words{
        u"Les financements"_s,
        u"Chaque montant avec la source qui le donne : le contrat, une lettre, le cahier des charges."_s,
        u"Commencez par les aides de l’ARS, ci-dessous ; ajoutez ensuite celles du contrat."_s, u"un financement"_s,
        u"Le financement choisi"_s};
    return {
        u"Financements"_s,
        {ListCard{listSpec(words, models::financementsTable(missionLabel)),
                  {{u"financeur"_s},
                   {.name = u"sorte"_s, .label = u"Type"_s},
                   {.name = u"annee"_s, .beside = true},
                   {.name = u"montant"_s, .help = u"En euros."_s, .label = u"Montant attendu"_s},
                   {.name = u"source"_s, .help = u"Le document qui le dit."_s, .beside = true},
                   {.name = u"mission"_s, .none = u"Toute la CPTS"_s, .options = missions(context)},
                   {.name = u"part"_s, .help = u"Pour une mission de l’ACI."_s, .beside = true},
                   {.name = u"verse"_s, .help = u"En euros."_s},
                   {.name = u"verseLe"_s, .help = u"jj/mm/aaaa"_s, .beside = true}}},
         noticeCard(
             u"Les aides de l’ARS avant le contrat"_s,
             [&reference](const auto &projet) { return aidsNotice(projet, reference); },
             [&reference](const auto &projet) { return addingAids(projet, reference); }),
         noticeCard(u"L’accord conventionnel (ACI)"_s, [&reference, aci = reference::Aci::load()](const auto &projet) {
             return aciNotice(projet, reference, aci);
         })}};
}

} // namespace

FormPage *makePageFinancement(const AppContext &context, QWidget *parent)
{
    const OwnCard budget{[](const AppContext &shared, Binder &) -> QWidget * { return new BudgetPanel(shared); }};
    const auto tie = [](SpecPage &page) {
        QObject::connect(page.findChild<BudgetPanel *>(), &BudgetPanel::goTo, &page, &FormPage::goTo);
    };
    return new SpecPage(context, u"financement"_s, {fundings(context), {u"Budget des actions"_s, {budget}, tie}},
                        parent);
}

} // namespace gui
