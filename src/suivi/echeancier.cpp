#include "suivi/echeancier.h"

#include "suivi/mots.h"

#include <algorithm>

namespace suivi
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Genre = Date::Genre;

QString cle(const QString &table, const base::Id &id)
{
    return table + u'-' + id.toString();
}

// The first that is written.
QString titre(const QStringList &candidats)
{
    for (const QString &each : candidats)
        if (!each.trimmed().isEmpty())
            return each;
    return {};
}

QString nomDe(domain::SorteReunion sorte)
{
    for (const auto &[each, choice] : domain::Choices<domain::SorteReunion>::all())
        if (each == sorte && !choice.code.isEmpty())
            return choice.label;
    return {};
}

void ecrites(std::vector<Date> &dates, const domain::Projet &projet, const reference::Reference &reference)
{
    for (const auto &[id, echeance] : domain::inOrder(projet.echeances)) {
        if (noteeSeulement(projet, reference, id))
            continue;
        const reference::Etape *etape = reference.etapes().etape(echeance->etape);
        dates.push_back({.genre = Genre::Echeance,
                         .cle = cle(u"echeance"_s, id),
                         .date = echeance->date,
                         .titre = titre({echeance->intitule, etape ? etape->titre : QString(), u"Échéance"_s}),
                         .details = etape ? etape->resume : QString(),
                         .page = u"etapes"_s,
                         .champ = {u"echeance"_s, id, u"date"_s},
                         .faite = echeance->faite});
    }
    for (const auto &[id, reunion] : domain::inOrder(projet.reunions))
        dates.push_back({.genre = Genre::Reunion,
                         .cle = cle(u"reunion"_s, id),
                         .date = reunion->date,
                         .titre = titre({reunion->intitule, nomDe(reunion->sorte), u"Réunion"_s}),
                         .lieu = reunion->lieu,
                         .page = u"etapes"_s,
                         .champ = {u"reunion"_s, id, u"date"_s}});
    for (const auto &[id, action] : domain::inOrder(projet.mobilisations))
        dates.push_back(
            {.genre = Genre::Mobilisation,
             .cle = cle(u"mobilisation"_s, id),
             .date = action->date,
             .titre = action->lieu.isEmpty() ? u"Action de mobilisation"_s : u"Mobilisation, "_s + action->lieu,
             .lieu = action->lieu,
             .page = u"mobilisation"_s,
             .champ = {u"mobilisation"_s, id, u"date"_s}});
}

// A step that took place keeps its name and takes its real date: the planned one is history.
void tenues(std::vector<Date> &dates, const domain::Projet &projet, const reference::Reference &reference)
{
    for (Date &each : dates) {
        if (each.genre != Genre::Echeance)
            continue;
        const domain::FieldAddress held = dateTenue(projet, reference, each.champ.id);
        if (held == each.champ)
            continue;
        each.date = std::get<QDate>(domain::valueAt(projet, held).value());
        each.faite = true;
    }
}

void calculees(std::vector<Date> &dates, const domain::Projet &projet, const reference::Reference &reference,
               const QDate &today)
{
    for (const Etape &etape : demarche(projet, reference, today))
        for (const Terme &each : etape.termes) {
            if (each.tenu || each.suspenduDepuis.isValid())
                continue;
            const QString name = nomDuTerme(each.delai->code);
            dates.push_back({.genre = Genre::Terme,
                             .cle = cle(u"terme"_s, base::Id::fromKey(u"terme:"_s + each.delai->code)),
                             .date = each.date,
                             .titre = (name.isEmpty() ? each.delai->libelle : name) +
                                      (each.estime ? u" (estimation)"_s : QString()),
                             .details = titre({each.delai->note, each.delai->libelle}),
                             .page = u"etapes"_s,
                             .estime = each.estime});
        }
    const auto due = [&](const QString &what, const TermeMission &mission, const QDate &date, const QString &name) {
        if (date.isValid())
            dates.push_back({.genre = Genre::Mission,
                             .cle = cle(what, mission.mission),
                             .date = date,
                             .titre = name.arg(mission.officielle->libelleCourt),
                             .details = sourceDesTermes(projet, reference),
                             .page = u"etapes"_s});
    };
    for (const TermeMission &mission : termesMissions(projet, reference)) {
        due(u"demarrage"_s, mission, mission.demarrage, u"Démarrage attendu : %1"_s);
        due(u"deploiement"_s, mission, mission.deploiement, u"Déploiement attendu : %1"_s);
    }
}

} // namespace

std::vector<Date> echeancier(const domain::Projet &projet, const reference::Reference &reference, const QDate &today)
{
    std::vector<Date> dates;
    ecrites(dates, projet, reference);
    tenues(dates, projet, reference);
    calculees(dates, projet, reference, today);
    std::erase_if(dates, [](const Date &each) { return !each.date.isValid(); });
    std::stable_sort(dates.begin(), dates.end(), [](const Date &a, const Date &b) { return a.date < b.date; });
    return dates;
}

} // namespace suivi
