#include "controle/epoque.h"

#include "base/text.h"
#include "suivi/demarche.h"

#include <algorithm>

namespace controle
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QDate loi(2016, 1, 1);       // the CPTS come from the law of 26 January 2016
constexpr int longestWait = 10;    // years from the first idea to the contract, and more
constexpr int before = 3;          // years: an action that was there, a meeting before the project was opened
constexpr int after = 2;           // years that an action goes on after the contract
constexpr int oldFigure = 20;      // years
constexpr int oldestSeries = 1968; // of the censuses that Insee compares
constexpr int contractMonths = 60;

// What the dates of the steps say; those that can't be are left out.
struct Steps {
    QDate first;
    QDate last;
    bool decided = false; // the deposit or the contract has its date
};

Steps stepsOf(const Input &input, const QDate &now)
{
    Steps steps{now, now};
    for (const suivi::Etape &step : suivi::demarche(input.projet, input.reference, input.today)) {
        const QDate date = step.reelle.date.isValid() ? step.reelle.date : step.prevue.date;
        if (!date.isValid() || date < loi || date > now.addYears(longestWait))
            continue;
        steps.first = std::min(steps.first, date);
        steps.last = std::max(steps.last, date);
        steps.decided = steps.decided || step.officielle->code == u"validation" || step.officielle->code == u"contrat";
    }
    return steps;
}

bool outside(const Moment &moment)
{
    if (moment.date.isValid())
        return moment.date < moment.bornes.first || moment.date > moment.bornes.last;
    return moment.year && (*moment.year < moment.bornes.first.year() || *moment.year > moment.bornes.last.year());
}

Verdict told(const Moment &moment)
{
    const bool dated = moment.date.isValid();
    const qint64 year = dated ? moment.date.year() : *moment.year;
    const bool early = dated ? moment.date < moment.bornes.first : year < moment.bornes.first.year();
    if (moment.bornes.lived && !early)
        return improvement(dated ? u"%1 : le %2 est à venir"_s.arg(moment.subject, base::frenchLongDate(moment.date))
                                 : u"%1 : l’année %2 est à venir"_s.arg(moment.subject, QString::number(year)),
                           moment.field);
    return improvement(u"%1 : %2 ? Vérifiez l’année"_s.arg(moment.subject, QString::number(year)), moment.field);
}

} // namespace

Epoque epoqueDe(const Input &input)
{
    const domain::Identite &identite = input.projet.identite;
    const QDate now = std::max(input.today, identite.creeLe); // a computer may have lost its clock
    const Steps steps = stepsOf(input, now);
    const bool first = identite.phase == domain::Phase::Lettre || identite.phase == domain::Phase::Elaboration;
    const QDate start = identite.creeLe.isValid() ? std::min(identite.creeLe, steps.first) : steps.first;
    const QDate from = first ? std::max(loi, start.addYears(-before)) : loi;
    const QDate signature = steps.decided ? steps.last : steps.last.addYears(before);
    const reference::Delai *contract = input.reference.etapes().delai(u"duree-contrat"_s);
    const QDate end = signature.addMonths(contract ? contract->mois : contractMonths).addYears(after);
    const bool dated = identite.etabliLe.isValid() && identite.etabliLe <= now.addYears(longestWait);
    const QDate lived = dated ? std::max(now, identite.etabliLe) : now; // of a project dated ahead
    const QDate recent = now.addYears(-oldFigure);
    return {{loi, now.addYears(longestWait)},
            {from, first ? signature.addYears(1) : end},
            {from, end},
            {loi, lived, true},
            {recent, end},
            {recent, lived, true},
            {QDate(oldestSeries, 1, 1), end}};
}

Verdicts horsEpoque(const std::vector<Moment> &moments)
{
    constexpr size_t most = 5;
    Verdicts verdicts;
    base::Id last;
    qint64 more = 0;
    for (const Moment &moment : moments) {
        if (!outside(moment) || (!last.isNull() && moment.field.id == last))
            continue;
        last = moment.field.id;
        if (verdicts.size() < most)
            verdicts.push_back(told(moment));
        else
            ++more;
    }
    if (more > 0)
        verdicts.back().sentence += u" ; %1 de plus"_s.arg(base::frenchCount(more, u"date"_s, u"dates"_s));
    return verdicts;
}

Verdicts judgeMoments(const std::vector<Moment> &moments, const Verdict &good)
{
    Verdicts verdicts = horsEpoque(moments);
    const bool any = std::any_of(moments.begin(), moments.end(),
                                 [](const Moment &each) { return each.date.isValid() || each.year; });
    if (verdicts.empty() && any)
        verdicts.push_back(good);
    return verdicts;
}

QString nomCourt(const QString &what, const QString &title)
{
    constexpr qsizetype longest = 40;
    return blank(title) ? what + u" sans titre"_s : u"%1 « %2 »"_s.arg(what, shortened(title, longest));
}

} // namespace controle
