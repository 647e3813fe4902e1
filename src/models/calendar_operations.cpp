#include "models/calendar_operations.h"

#include <algorithm>

namespace models
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int daysOfWeek = 7;

int monthsOf(const QDate &date)
{
    return date.year() * 12 + date.month();
}

} // namespace

QDate shifted(const QDate &date, CalendarUnit unit, int count)
{
    if (unit != CalendarUnit::Month)
        return date.addDays(unit == CalendarUnit::Day ? count : daysOfWeek * count);
    const QDate moved = date.addMonths(count);
    return date.day() == date.daysInMonth() ? QDate(moved.year(), moved.month(), moved.daysInMonth()) : moved;
}

Span stretched(const Span &span, Grip grip, CalendarUnit unit, int count)
{
    Span result = span;
    if (grip != Grip::End)
        result.from = shifted(span.from, unit, count);
    if (grip != Grip::Start)
        result.to = shifted(span.to, unit, count);
    if (grip == Grip::Start)
        result.from = std::min(result.from, span.to);
    // A month is shorter than another: what is moved may not turn over.
    result.to = std::max(result.from, result.to);
    return result;
}

int unitsBetween(const QDate &from, const QDate &to, CalendarUnit unit)
{
    if (unit == CalendarUnit::Month)
        return monthsOf(to) - monthsOf(from);
    const int days = int(from.daysTo(to));
    return unit == CalendarUnit::Day ? days : qRound(double(days) / daysOfWeek);
}

Span wholeUnits(const QDate &a, const QDate &b, CalendarUnit unit)
{
    Span span{std::min(a, b), std::max(a, b)};
    if (unit == CalendarUnit::Week) {
        span.from = span.from.addDays(1 - span.from.dayOfWeek());
        span.to = span.to.addDays(daysOfWeek - span.to.dayOfWeek());
    } else if (unit == CalendarUnit::Month) {
        span.from = QDate(span.from.year(), span.from.month(), 1);
        span.to = QDate(span.to.year(), span.to.month(), span.to.daysInMonth());
    }
    return span;
}

domain::ChangeList schedulingStep(const Projet &projet, const Id &step, const Span &span)
{
    const domain::EtapeAction *former = projet.etapesAction.find(step);
    if (!former || !span.isValid())
        return {};
    const bool oneDate = former->sorte == domain::SorteEtape::Jalon || (span.from == span.to && !former->fin.isValid());
    ChangeBuilder builder(projet);
    if (!builder.set(u"etapeAction"_s, step, u"debut"_s, span.from) ||
        !builder.set(u"etapeAction"_s, step, u"fin"_s, oneDate ? QDate() : span.to))
        return {};
    return builder.changes();
}

domain::ChangeList addingStep(const Projet &projet, const Id &fiche, const Id &step, const Span &span)
{
    FieldValues fields{{u"fiche"_s, fiche}, {u"debut"_s, span.from}};
    if (span.to != span.from)
        fields.emplace_back(u"fin"_s, span.to);
    return appending(projet, u"etapeAction"_s, step, fields);
}

} // namespace models
