// The time a project is about. A date outside it comes from a slip of the hand: the bounds are a judgement of
// plausibility, wide on purpose. For this room only.
#pragma once

#include "controle/criteria.h"

namespace controle
{

// The days that a field may hold, both ends included.
struct Bornes {
    QDate first;
    QDate last;
    bool lived = false; // what happened: a later day is told as one to come
};

// The bounds of each nature of field, from the dates of the procedure.
struct Epoque {
    Bornes demarche; // steps of the procedure
    Bornes prepare;  // what prepares the contract: the meetings that inform
    Bornes prevu;    // actions, money
    Bornes vecu;     // what is told as done
    Bornes depart;   // the day of a start value, which may come from before the CPTS
    Bornes chiffre;  // the year of a figure that describes the territory as it is
    Bornes serie;    // the year of a figure that may be one of a series
};
[[nodiscard]] Epoque epoqueDe(const Input &input);

// One date or one year of the project.
struct Moment {
    domain::FieldAddress field;
    QString subject; // "Étape « … »"
    Bornes bornes;
    QDate date;
    domain::Number year = {}; // of a field that holds no more
};

// "Étape « … » : 2040 ? Vérifiez l’année" of each record that has a date out of its bounds: a handful of them, and how
// many more.
[[nodiscard]] Verdicts horsEpoque(const std::vector<Moment> &moments);
// The same; `good` when there are dates and all are within their bounds.
[[nodiscard]] Verdicts judgeMoments(const std::vector<Moment> &moments, const Verdict &good);

// "Étape « … »", short enough for a sentence that says more; « sans titre » when it has none.
[[nodiscard]] QString nomCourt(const QString &what, const QString &title);

} // namespace controle
