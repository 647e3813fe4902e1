// Every date of a project that is not a step of an action: typed, or computed from a delay.
#pragma once

#include "suivi/demarche.h"

namespace suivi
{

struct Date {
    enum class Genre { Echeance, Mobilisation, Reunion, Terme, Mission };
    Genre genre = Genre::Echeance;
    QString cle; // the same for the same thing from one day to the next, whatever its date
    QDate date;
    QString titre;
    QString lieu = {};
    QString details = {};
    QString page;                    // where it is written, or explained
    domain::FieldAddress champ = {}; // null for a computed date
    bool estime = false;
    bool faite = false;
};

// By date; those without any date are left out, and so are the delays that are over or stopped.
[[nodiscard]] std::vector<Date> echeancier(const domain::Projet &projet, const reference::Reference &reference,
                                           const QDate &today);

} // namespace suivi
