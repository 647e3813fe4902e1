#include "gui/pages/page_etapes.h"

#include "base/clock.h"
#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/pages/dates_list.h"
#include "gui/pages/projet_cards.h"
#include "gui/pages/steps_panel.h"
#include "gui/pages/territory_facts.h"
#include "gui/widgets/date_field.h"
#include "models/tables_suivi.h"
#include "suivi/couverture.h"
#include "suivi/mots.h"
#include "suivi/reunions.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

TabSpec procedure()
{
    const ListWords words{u"Les demandes de compléments"_s,
                          u"Elles suspendent les deux mois de l’étape 4, jusqu’à la réception du projet complété."_s,
                          u"Ajoutez une demande si l’ARS vous écrit pour obtenir des compléments."_s,
                          u"une demande"_s,
                          u"La demande choisie"_s,
                          true};
    const OwnCard steps{
        [](const AppContext &context, Binder &binder) -> QWidget * { return new StepsPanel(context, binder); }};
    return {u"La démarche"_s,
            {FormCard{u"Où en est le projet"_s,
                      u"Le tableau de bord montre d’abord ce qui manque à l’étape en cours."_s,
                      {{.name = u"identite.phase"_s, .label = u"Étape en cours"_s}}},
             steps,
             ListCard{listSpec(words, models::suspensionsTable()),
                      {{u"debut"_s},
                       {.name = u"fin"_s, .help = u"Vide tant que le délai est suspendu."_s, .beside = true},
                       {.name = u"motif"_s, .lines = 3}}}}};
}

QString coverageInWords(const domain::Projet &projet)
{
    const auto count = [](const QString &codes) { return qint64(domain::codesDe(codes).size()); };
    const QString population = projet.contrat.population ? u", "_s + base::frenchCount(*projet.contrat.population,
                                                                                       u"habitant"_s, u"habitants"_s)
                                                         : QString();
    return u"Le contrat couvre %1 et %2%3."_s.arg(
        base::frenchCount(count(projet.contrat.communes), u"commune"_s, u"communes"_s),
        base::frenchCount(count(projet.contrat.missions), u"mission"_s, u"missions"_s), population);
}

void tellEnd(Notice &notice, const domain::Projet &projet, const reference::Reference &reference, const QDate &today)
{
    const auto steps = suivi::demarche(projet, reference, today);
    const suivi::Terme *end = suivi::terme(steps, u"duree-contrat"_s);
    if (!end)
        return;
    notice.lines.emplace_back(u"Signé le %1, jusqu’au %2."_s.arg(base::frenchLongDate(projet.identite.contratLe),
                                                                 base::frenchLongDate(end->date)),
                              TextRole::Strong);
    if (today >= end->date)
        notice.lines.emplace_back(u"Le contrat est arrivé à son terme."_s, TextRole::Warning);
    else if (today >= end->date.addYears(-1))
        notice.lines.emplace_back(u"Dernière année du contrat : préparez l’actualisation du projet de santé."_s,
                                  TextRole::Warning);
}

Notice contractNotice(const domain::Projet &projet, const reference::Reference &reference, const QDate &today)
{
    Notice notice;
    if (!projet.identite.contratLe.isValid()) {
        notice.lines.emplace_back(u"Le contrat n’est pas encore signé. Sa date se note à l’étape 5 de la démarche."_s,
                                  TextRole::Secondary);
        return notice;
    }
    tellEnd(notice, projet, reference, today);
    if (!suivi::contratRetenu(projet)) {
        notice.lines.emplace_back(
            u"Retenez ce que couvre le contrat : le programme dira ensuite ce qui demande un avenant."_s,
            TextRole::Secondary);
        notice.button = u"Retenir le territoire et les missions du contrat"_s;
        return notice;
    }
    notice.lines.emplace_back(coverageInWords(projet), TextRole::Body);
    const QString changed = suivi::ecartEnMots(suivi::ecartAuContrat(projet, reference));
    if (changed.isEmpty()) {
        notice.lines.emplace_back(u"Le projet est celui du contrat."_s, TextRole::Done);
        return notice;
    }
    notice.lines.emplace_back(u"Ce qui a changé depuis : %1."_s.arg(changed), TextRole::Warning);
    notice.lines.emplace_back(
        u"Un changement de territoire ou une nouvelle mission fait l’objet d’un avenant (cahier "
        "des charges, p. 19). « Ajouter un avenant » reprend ce qui a changé. Une fois l’avenant signé, mettez à jour "
        "ce que couvre le contrat."_s,
        TextRole::Hint);
    notice.button = u"Mettre à jour ce que couvre le contrat"_s;
    return notice;
}

Notice missionsNotice(const domain::Projet &projet, const reference::Reference &reference)
{
    Notice notice;
    for (const suivi::TermeMission &mission : suivi::termesMissions(projet, reference)) {
        QStringList parts;
        if (mission.demarrage.isValid())
            parts << u"démarrage avant le "_s + base::frenchLongDate(mission.demarrage);
        if (mission.deploiement.isValid())
            parts << u"déploiement avant le "_s + base::frenchLongDate(mission.deploiement);
        notice.lines.emplace_back(u"%1 : %2."_s.arg(mission.officielle->libelleCourt, parts.join(u", "_s)),
                                  TextRole::Body);
    }
    if (!notice.lines.empty())
        notice.lines.emplace_back(suivi::sourceDesTermes(projet, reference), TextRole::Hint);
    return notice;
}

// What changed since the contract is not typed a second time.
models::FieldValues amendment(const domain::Projet &projet, const reference::Reference &reference)
{
    const domain::Avenant avenant = suivi::avenantAPreparer(projet, reference);
    models::FieldValues fields;
    for (const QString &name : {u"objet"_s, u"motif"_s})
        fields.emplace_back(name, domain::table(u"avenant"_s)->field(name)->get(&avenant));
    return fields;
}

TabSpec contract(const AppContext &context)
{
    const reference::Reference &reference = context.reference;
    const base::Clock &clock = context.clock;
    const ListWords words{u"Les avenants"_s, u"Ce qui a changé le contrat depuis sa signature."_s,
                          u"Ajoutez un avenant quand le territoire ou les missions changent."_s, u"un avenant"_s,
                          u"L’avenant choisi"_s};
    RepeatSpec amendments = listSpec(words, models::avenantsTable());
    amendments.known = [&reference](const domain::Projet &projet) { return amendment(projet, reference); };
    return {u"Contrat"_s,
            {noticeCard(
                 u"Ce que couvre le contrat"_s,
                 [&reference, &clock](const auto &projet) { return contractNotice(projet, reference, clock.today()); },
                 suivi::retenirContrat),
             noticeCard(u"Mise en œuvre des missions"_s,
                        [&reference](const auto &projet) { return missionsNotice(projet, reference); }, {}),
             ListCard{amendments,
                      {{.name = u"objet"_s, .help = u"Communes et missions ajoutées ou retirées."_s, .lines = 3},
                       {u"motif"_s},
                       {.name = u"signeLe"_s, .beside = true}}}}};
}

Notice attendanceNotice(const domain::Projet &projet, const QDate &today)
{
    QStringList names;
    for (const base::Id &id : suivi::presentsNonComptes(projet, today))
        names << domain::nomDe(*projet.personnes.find(id));
    Notice notice;
    if (names.isEmpty())
        return notice;
    notice.lines.emplace_back(
        names.size() == 1
            ? u"1 personne présente aux réunions n’est pas comptée dans l’élaboration du projet."_s
            : u"%1 personnes présentes aux réunions ne sont pas comptées dans l’élaboration du projet."_s.arg(
                  names.size()),
        TextRole::Body);
    notice.lines.emplace_back(base::frenchList(names), TextRole::Hint);
    notice.button = u"Les compter dans l’élaboration"_s;
    return notice;
}

TabSpec meetings(const AppContext &context)
{
    const base::Clock &clock = context.clock;
    const ListWords words{
        u"Les réunions"_s,
        u"Travail, ateliers, instances, commission, dialogues de gestion : qui était là, ce qui a été décidé."_s,
        u"Ajoutez la dernière réunion, avec les présents."_s,
        u"une réunion"_s,
        u"La réunion choisie"_s,
        true};
    return {u"Réunions"_s,
            {ListCard{listSpec(words, models::reunionsTable()),
                      {{u"intitule"_s},
                       {u"sorte"_s},
                       {.name = u"date"_s, .beside = true},
                       {u"lieu"_s},
                       {.name = u"presents"_s, .help = u"Le nombre, même sans les noms."_s, .beside = true},
                       {.name = u"personnes"_s, .none = u"Personne n’est nommé"_s, .options = people(context)},
                       {.name = u"decisions"_s, .lines = 4}}},
             noticeCard(
                 u"Les présents et l’élaboration"_s,
                 [&clock](const auto &projet) { return attendanceNotice(projet, clock.today()); },
                 [&clock](const auto &projet) { return suivi::compterPresents(projet, clock.today()); })}};
}

// Those of the reference that the list does not have yet.
std::vector<reference::Referent> missingContacts(const domain::Projet &projet, const reference::Reference &reference)
{
    std::vector<reference::Referent> missing;
    for (const reference::Referent &each : reference.referents().of(mainDepartement(projet, reference.communes())))
        if (std::none_of(projet.interlocuteurs.begin(), projet.interlocuteurs.end(),
                         [&each](const auto &one) { return one.second.email == each.courriel; }))
            missing.push_back(each);
    return missing;
}

TabSpec contacts(const AppContext &context)
{
    const reference::Reference &reference = context.reference;
    const auto tell = [&reference](const domain::Projet &projet) {
        Notice notice;
        for (const reference::Referent &each : missingContacts(projet, reference))
            notice.lines.emplace_back(each.organisme + u" : "_s + each.courriel, TextRole::Body);
        if (notice.lines.empty())
            return notice;
        notice.lines.emplace_back(u"Adresses de %1 : vérifiez qu’elles sont toujours en service."_s.arg(
                                      reference.referents().provenance.version),
                                  TextRole::Hint);
        notice.button = u"Ajouter ces adresses à la liste"_s;
        return notice;
    };
    const auto add = [&reference](const domain::Projet &projet) {
        models::ChangeBuilder builder(projet);
        for (const reference::Referent &each : missingContacts(projet, reference))
            builder.add(models::appending(builder.projet(), u"interlocuteur"_s, base::Id::create(),
                                          {{u"organisme"_s, each.organisme}, {u"email"_s, each.courriel}}));
        return builder.changes();
    };
    const ListWords words{
        u"Les interlocuteurs"_s, u"À l’ARS et à l’Assurance Maladie : qui suit votre projet, et comment le joindre."_s,
        u"Ajoutez le référent de la délégation départementale."_s, u"un interlocuteur"_s, u"L’interlocuteur choisi"_s};
    return {u"Interlocuteurs"_s,
            {ListCard{listSpec(words, models::interlocuteursTable()),
                      {{u"organisme"_s},
                       {u"fonction"_s},
                       {.name = u"nom"_s, .beside = true},
                       {u"telephone"_s},
                       {.name = u"email"_s, .beside = true}}},
             noticeCard(u"Les adresses de votre département"_s, tell, add)}};
}

} // namespace

PageEtapes::PageEtapes(const AppContext &context, QWidget *parent)
    : SpecPage(context, u"etapes"_s,
               {procedure(),
                contract(context),
                meetings(context),
                {u"Échéances"_s, {datesCard(context)}},
                contacts(context)},
               parent),
      m_steps(findChild<StepsPanel *>())
{
}

std::vector<domain::FieldAddress> PageEtapes::unread() const
{
    std::vector<domain::FieldAddress> found = m_steps->unread();
    for (const domain::FieldAddress &at : SpecPage::unread())
        found.push_back(at);
    return found;
}

// A date that can't be read is among the five steps, and not in the list of the deadlines.
bool PageEtapes::goToField(const domain::FieldAddress &at)
{
    DateField *unread = m_steps->unreadAt(at);
    if (!unread)
        return SpecPage::goToField(at);
    showTabOf(unread);
    reveal(unread);
    return true;
}

bool PageEtapes::goToStep(const QString &label, const domain::ChangeList &changes)
{
    DateField *typed = m_steps->typedIn(label, changes);
    if (!typed)
        return false;
    showTabOf(typed);
    reveal(typed);
    return true;
}

void PageEtapes::flush()
{
    m_steps->flush();
    SpecPage::flush();
}

} // namespace gui
