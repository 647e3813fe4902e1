// Moving and stretching the steps of a calendar: dates first, then change lists, one call, one undo step.
#pragma once

#include "models/operations.h"

#include <QDate>

namespace models
{

// Both days included.
struct Span {
    QDate from;
    QDate to;

    [[nodiscard]] bool isValid() const { return from.isValid() && to.isValid(); }
    friend bool operator==(const Span &, const Span &) = default;
};

// What dates stop at.
enum class CalendarUnit { Day, Week, Month };
// What is held of a bar.
enum class Grip { Whole, Start, End };

// So many units later, or earlier. The last day of a month stays the last day of a month.
[[nodiscard]] QDate shifted(const QDate &date, CalendarUnit unit, int count);
// A bar after its grip was taken by so many units; an end never passes the other one.
[[nodiscard]] Span stretched(const Span &span, Grip grip, CalendarUnit unit, int count);
// How many units a hand that went from one day to another took.
[[nodiscard]] int unitsBetween(const QDate &from, const QDate &to, CalendarUnit unit);
// The whole units that hold two days, in any order: what is drawn with one stroke.
[[nodiscard]] Span wholeUnits(const QDate &a, const QDate &b, CalendarUnit unit);

// Gives a step its dates. A key date has one; a step of one day keeps an empty end.
[[nodiscard]] domain::ChangeList schedulingStep(const Projet &projet, const Id &step, const Span &span);
// A new last step of a fiche.
[[nodiscard]] domain::ChangeList addingStep(const Projet &projet, const Id &fiche, const Id &step, const Span &span);

} // namespace models
