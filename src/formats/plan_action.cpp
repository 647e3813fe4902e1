#include "formats/plan_action.h"

#include "base/rich_text.h"
#include "domain/effectifs.h"
#include "domain/jours.h"
#include "suivi/budget.h"
#include "suivi/fiches.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using domain::Id;
using domain::Value;
using Type = SheetColumn::Type;

template <class E>
QString choiceLabel(E value)
{
    for (const auto &[each, choice] : domain::Choices<E>::all())
        if (each == value)
            return choice.code.isEmpty() ? QString() : choice.label; // not answered: an empty cell
    return {};
}

template <class T>
Value orNothing(const std::optional<T> &value)
{
    return value ? Value(*value) : Value();
}

Value orNothing(const QDate &date)
{
    return date.isValid() ? Value(date) : Value();
}

// Euros added as they are drift by less than a cent, which a text file shows.
domain::Decimal toTheCent(const domain::Decimal &sum)
{
    return sum ? domain::Decimal(std::round(*sum * 100) / 100) : sum;
}

class Plan
{
public:
    Plan(const domain::Projet &projet, const reference::Reference &reference) : m_projet(projet), m_reference(reference)
    {
        for (const auto &[id, releve] : projet.releves)
            if (releve.annee)
                m_years.insert(*releve.annee);
    }

    [[nodiscard]] Sheet actions() const
    {
        Sheet sheet{u"Actions"_s, actionColumns(), {}};
        forEachFiche([&](qint64 number, const Id &id, const domain::FicheAction &fiche) {
            sheet.rows.push_back(actionCells(number, id, fiche));
        });
        return sheet;
    }

    [[nodiscard]] Sheet indicators() const
    {
        Sheet sheet{u"Indicateurs"_s, {{u"N°"_s, Type::Integer, 5}, {u"Action"_s, Type::Text, 30}}, {}};
        const auto own = indicatorColumns();
        sheet.columns.insert(sheet.columns.end(), own.begin(), own.end());
        addEach(sheet, m_projet.indicateursAction, [this](const Id &id, const domain::IndicateurAction &indicator) {
            return indicatorCells(id, indicator);
        });
        return sheet;
    }

    [[nodiscard]] Sheet steps() const
    {
        Sheet sheet{u"Étapes"_s,
                    {{u"N°"_s, Type::Integer, 5},
                     {u"Action"_s, Type::Text, 30},
                     {u"Étape"_s, Type::Text, 40},
                     {u"Type d’étape"_s, Type::Text, 14},
                     {u"Début"_s, Type::Date, 12},
                     {u"Fin"_s, Type::Date, 12},
                     {u"Référent"_s, Type::Text, 22},
                     {u"Faite"_s, Type::Text, 8}},
                    {}};
        addEach(sheet, m_projet.etapesAction, [this](const Id &, const domain::EtapeAction &step) {
            const bool keyDate = step.sorte == domain::SorteEtape::Jalon && step.debut.isValid();
            return std::vector<Value>{step.intitule,
                                      choiceLabel(step.sorte),
                                      orNothing(step.debut),
                                      orNothing(keyDate ? QDate() : step.fin),
                                      personName(step.referent),
                                      step.faite ? u"Oui"_s : u"Non"_s};
        });
        return sheet;
    }

    [[nodiscard]] Sheet budget() const
    {
        Sheet sheet{u"Budget"_s,
                    {{u"N°"_s, Type::Integer, 5},
                     {u"Action"_s, Type::Text, 30},
                     {u"Type de dépense"_s, Type::Text, 24},
                     {u"Dépense"_s, Type::Text, 34},
                     {u"Année"_s, Type::Year, 8},
                     {u"Équivalents temps plein"_s, Type::Decimal, 14},
                     {u"Prévu"_s, Type::Euros, 14},
                     {u"Réalisé"_s, Type::Euros, 14},
                     {u"Financeur"_s, Type::Text, 20}},
                    {}};
        addEach(sheet, m_projet.budget, [](const Id &, const domain::LigneBudget &line) {
            return std::vector<Value>{choiceLabel(line.sorte), line.intitule,         orNothing(line.annee),
                                      orNothing(line.etp),     orNothing(line.prevu), orNothing(line.realise),
                                      line.financeur};
        });
        return sheet;
    }

    [[nodiscard]] Sheet fundings() const
    {
        Sheet sheet{u"Financements"_s,
                    {{u"Type de financement"_s, Type::Text, 24},
                     {u"Financeur"_s, Type::Text, 30},
                     {u"Année"_s, Type::Year, 8},
                     {u"Mission"_s, Type::Text, 24},
                     {u"Part"_s, Type::Text, 14},
                     {u"Attendu"_s, Type::Euros, 14},
                     {u"Versé"_s, Type::Euros, 14},
                     {u"Versé le"_s, Type::Date, 12},
                     {u"Source"_s, Type::Text, 40}},
                    {}};
        for (const auto &[id, each] : domain::inOrder(m_projet.financements))
            sheet.rows.push_back({choiceLabel(each->sorte), each->financeur, orNothing(each->annee),
                                  missionName(each->mission), choiceLabel(each->part), orNothing(each->montant),
                                  orNothing(each->verse), orNothing(each->verseLe), each->source});
        return sheet;
    }

    // What the actions cost beside what is expected, a year a row, and the whole last.
    [[nodiscard]] Sheet balance() const
    {
        Sheet sheet{u"Bilan"_s,
                    {{u"Année"_s, Type::Year, 14},
                     {u"Prévu"_s, Type::Euros, 14},
                     {u"Réalisé"_s, Type::Euros, 14},
                     {u"Attendu"_s, Type::Euros, 14},
                     {u"Versé"_s, Type::Euros, 14},
                     {u"Attendu moins prévu"_s, Type::Euros, 14}},
                    {}};
        const suivi::Bilan sums = suivi::bilan(m_projet, m_reference);
        const auto add = [&sheet](const QString &name, const suivi::Montants &amounts) {
            bool year = false;
            const qint64 number = name.toLongLong(&year);
            sheet.rows.push_back({year ? Value(number) : Value(name), orNothing(amounts.prevu),
                                  orNothing(amounts.realise), orNothing(amounts.attendu), orNothing(amounts.verse),
                                  orNothing(amounts.solde())});
        };
        for (const suivi::Poste &year : sums.annees)
            add(year.nom, year.montants);
        if (!sums.annees.empty())
            add(u"Total"_s, sums.total);
        sheet.total = !sums.annees.empty();
        return sheet;
    }

    [[nodiscard]] Sheet together() const
    {
        Sheet sheet{u"Plan d’action"_s, actionColumns(), {}};
        const auto own = indicatorColumns();
        sheet.columns.insert(sheet.columns.end(), own.begin(), own.end());
        forEachFiche([&](qint64 number, const Id &id, const domain::FicheAction &fiche) {
            const auto action = actionCells(number, id, fiche);
            const size_t before = sheet.rows.size();
            for (const auto &[indicatorId, indicator] : domain::inOrder(m_projet.indicateursAction))
                if (indicator->fiche == id)
                    sheet.rows.push_back(joined(action, indicatorCells(indicatorId, *indicator)));
            if (sheet.rows.size() == before)
                sheet.rows.push_back(joined(action, std::vector<Value>(own.size())));
        });
        return sheet;
    }

private:
    template <class Visit>
    void forEachFiche(const Visit &visit) const
    {
        qint64 number = 0;
        for (const auto &[id, fiche] : suivi::fichesNumerotees(m_projet, m_reference.missions()))
            visit(++number, id, *fiche);
    }

    // A row for each of the records that belong to an action, led by the number and the name of that action; then those
    // of none, which a merge or a foreign file leaves: the sums hold them.
    template <class Records, class Cells>
    void addEach(Sheet &sheet, const Records &records, const Cells &cells) const
    {
        const auto ordered = domain::inOrder(records);
        forEachFiche([&](qint64 number, const Id &id, const domain::FicheAction &fiche) {
            for (const auto &[recordId, record] : ordered)
                if (record->fiche == id)
                    sheet.rows.push_back(joined({number, fiche.intitule}, cells(recordId, *record)));
        });
        for (const auto &[recordId, record] : ordered)
            if (!m_projet.fiches.find(record->fiche))
                sheet.rows.push_back(joined({Value(), u"Sans fiche-action"_s}, cells(recordId, *record)));
    }

    static std::vector<Value> joined(std::vector<Value> first, const std::vector<Value> &second)
    {
        first.insert(first.end(), second.begin(), second.end());
        return first;
    }

    static std::vector<SheetColumn> actionColumns()
    {
        return {{u"N°"_s, Type::Integer, 5},
                {u"Mission"_s, Type::Text, 18},
                {u"Action"_s, Type::Text, 32},
                {u"Besoins"_s, Type::Text, 32},
                {u"Objectif général"_s, Type::Text, 36},
                {u"Public bénéficiaire"_s, Type::Text, 24},
                {u"Coordonnateur"_s, Type::Text, 18},
                {u"Professions"_s, Type::Text, 24},
                {u"Partenaires"_s, Type::Text, 24},
                {u"Début"_s, Type::Date, 12},
                {u"Fin de la dernière étape"_s, Type::Date, 14},
                {u"Avancement"_s, Type::Text, 14},
                {u"Étapes"_s, Type::Integer, 9},
                {u"Étapes faites"_s, Type::Integer, 9},
                {u"Budget prévu"_s, Type::Euros, 13},
                {u"Budget réalisé"_s, Type::Euros, 13}};
    }

    [[nodiscard]] std::vector<Value> actionCells(qint64 number, const Id &id, const domain::FicheAction &fiche) const
    {
        QDate end;
        qint64 steps = 0;
        qint64 done = 0;
        for (const auto &[stepId, step] : m_projet.etapesAction) {
            if (step.fiche != id)
                continue;
            ++steps;
            done += step.faite ? 1 : 0;
            end = std::max(end, domain::joursDe(step).fin);
        }
        domain::Decimal planned;
        domain::Decimal spent;
        for (const auto &[lineId, line] : m_projet.budget) {
            if (line.fiche != id)
                continue;
            planned = line.prevu ? planned.value_or(0) + *line.prevu : planned;
            spent = line.realise ? spent.value_or(0) + *line.realise : spent;
        }
        return {number,
                missionName(fiche.mission),
                fiche.intitule,
                listed(fiche.besoins, [this](const Id &each) { return needText(each); }),
                base::plainText(fiche.objectifGeneral),
                base::plainText(fiche.publicBeneficiaire),
                personName(fiche.coordonnateur),
                listed(inTrameOrder(fiche.professions), [this](const Id &each) { return professionName(each); }),
                listed(fiche.partenaires, [this](const Id &each) { return partnerName(each); }),
                orNothing(fiche.debut),
                orNothing(end),
                choiceLabel(fiche.avancement),
                steps,
                done,
                orNothing(toTheCent(planned)),
                orNothing(toTheCent(spent))};
    }

    [[nodiscard]] std::vector<SheetColumn> indicatorColumns() const
    {
        std::vector<SheetColumn> columns{{u"Objectif spécifique"_s, Type::Text, 34},
                                         {u"Indicateur"_s, Type::Text, 34},
                                         {u"Définition"_s, Type::Text, 30},
                                         {u"Type d’indicateur"_s, Type::Text, 16},
                                         {u"Unité"_s, Type::Text, 12},
                                         {u"Valeur de départ"_s, Type::Decimal, 12},
                                         {u"Mesurée le"_s, Type::Date, 12},
                                         {u"Source"_s, Type::Text, 20},
                                         {u"Cible"_s, Type::Decimal, 12},
                                         {u"À atteindre le"_s, Type::Date, 12}};
        for (const qint64 year : m_years)
            columns.push_back({u"Valeur %1"_s.arg(year), Type::Decimal, 12});
        columns.push_back({u"Justificatif"_s, Type::Text, 30});
        return columns;
    }

    [[nodiscard]] std::vector<Value> indicatorCells(const Id &id, const domain::IndicateurAction &indicator) const
    {
        const domain::ObjectifSpecifique *goal = m_projet.objectifs.find(indicator.objectif);
        std::vector<Value> cells{
            goal ? goal->enonce : QString(), indicator.intitule,     base::plainText(indicator.definition),
            choiceLabel(indicator.sorte),    indicator.unite,        orNothing(indicator.depart),
            orNothing(indicator.departLe),   indicator.departSource, orNothing(indicator.cible),
            orNothing(indicator.echeance)};
        for (const qint64 year : m_years) {
            Value reached;
            for (const auto &[releveId, releve] : m_projet.releves)
                if (releve.indicateur == id && releve.annee == year && releve.valeur)
                    reached = *releve.valeur;
            cells.push_back(reached);
        }
        cells.emplace_back(indicator.justificatif);
        return cells;
    }

    template <class Ids, class Name>
    static QString listed(const Ids &ids, const Name &name)
    {
        QStringList names;
        for (const Id &id : ids)
            if (const QString each = name(id); !each.isEmpty())
                names << each;
        return names.join(u" ; "_s);
    }

    // As the documents name them; those that the trame does not know come last.
    [[nodiscard]] std::vector<Id> inTrameOrder(const domain::IdList &professions) const
    {
        std::vector<Id> ordered(professions.begin(), professions.end());
        const auto &trame = m_reference.professions().trame;
        const auto place = [&trame](const Id &id) {
            return std::find_if(trame.begin(), trame.end(),
                                [&id](const auto &each) { return Id::fromKey(u"effectif:"_s + each.code) == id; }) -
                   trame.begin();
        };
        std::stable_sort(ordered.begin(), ordered.end(),
                         [&place](const Id &a, const Id &b) { return place(a) < place(b); });
        return ordered;
    }

    [[nodiscard]] QString missionName(const Id &id) const
    {
        return suivi::nomDeMission(m_projet, m_reference.missions(), id);
    }
    [[nodiscard]] QString personName(const Id &id) const
    {
        const domain::Personne *person = m_projet.personnes.find(id);
        return person ? domain::nomDe(*person) : QString();
    }
    [[nodiscard]] QString needText(const Id &id) const
    {
        const domain::Besoin *need = m_projet.besoins.find(id);
        return need ? need->enonce : QString();
    }
    [[nodiscard]] QString partnerName(const Id &id) const
    {
        const domain::Partenaire *partner = m_projet.partenaires.find(id);
        return partner ? partner->service : QString();
    }
    [[nodiscard]] QString professionName(const Id &id) const
    {
        const domain::Effectif *count = m_projet.effectifs.find(id);
        if (!count)
            return {};
        const reference::Profession *official = m_reference.professions().find(count->profession);
        return official ? official->pluriel : count->profession;
    }

    const domain::Projet &m_projet;
    const reference::Reference &m_reference;
    std::set<qint64> m_years;
};

} // namespace

std::vector<Sheet> planAction(const domain::Projet &projet, const reference::Reference &reference)
{
    const Plan plan(projet, reference);
    return {plan.actions(), plan.indicators(), plan.steps(), plan.budget(), plan.fundings(), plan.balance()};
}

Sheet planActionInOneSheet(const domain::Projet &projet, const reference::Reference &reference)
{
    return Plan(projet, reference).together();
}

} // namespace formats
