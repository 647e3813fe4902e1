// The lines of a calendar of actions: what the documents draw, and what the window shows and edits.
#pragma once

#include "base/id.h"
#include "domain/projet.h"
#include "reference/reference.h"
#include "report/figure.h"

namespace report
{

struct CalendarLine {
    enum class Type { Mission, Fiche, Step };
    Type type = Type::Step;
    base::Id id = {};     // of the fiche or of the step; null for a mission
    base::Id fiche = {};  // the line belongs to; null for a mission
    QString mission = {}; // code; empty without mission
    QString text = {};    // as typed, and that an action is abandoned
    QDate from = {};      // null: nothing is drawn on the line
    QDate to = {};
    Color color = 0; // of the mission, on a white ground
    bool done = false;
    bool keyDate = false;               // a step that is one date by its nature
    std::vector<QDate> milestones = {}; // of a mission: start, then deployment, as expected after the signature
};

struct CalendarScope {
    std::optional<base::Id> fiche = {}; // only its steps; else every fiche under its mission
    bool steps = true;                  // of the whole project: each step of each fiche, or one line a fiche
    bool undated = false;               // to be edited: also what has no date, and the mission of a fiche alone
};

// The line of a fiche goes from its beginning, or from its first step when that is earlier, to the end of its last one.
// An abandoned fiche has only what was done; without any of it, none of its lines is printed.
[[nodiscard]] std::vector<CalendarLine>
calendarLines(const domain::Projet &projet, const reference::Reference &reference, const CalendarScope &scope);

// "démarrage attendu", "déploiement attendu": what the dates of the contract are, in the order of `milestones`.
[[nodiscard]] const QStringList &milestoneNames();

// Only what happens between two days, its dates cut there; missions and fiches without anything left go.
[[nodiscard]] std::vector<CalendarLine> within(const std::vector<CalendarLine> &lines, const QDate &from,
                                               const QDate &to);

} // namespace report
