// What a list says of a commune beside its name: zoning, year, QPV, population.
#pragma once

#include "domain/records.h"

#include <QStringList>

namespace imports
{

// "ZIP", "Zone d’action complémentaire", "Hors zonage"… Nothing when the text is not a zoning.
[[nodiscard]] std::optional<domain::Zonage> readZonage(const QString &text);
// A whole number however it is spaced: "11 274". Nothing for anything else.
[[nodiscard]] domain::Number readCount(const QString &text);
// The four digits of a year between 1990 and 2100 anywhere in the text: "Zonage 2022".
[[nodiscard]] domain::Number readYear(const QString &text);

// What a QPV cell says: none, some that it does not name, or their names and codes.
struct QpvAnswer {
    domain::Answer none; // true: it says that there is none
    QStringList names;
};
[[nodiscard]] QpvAnswer readQpv(const QString &text);
// The official code inside a QPV's name ("QN00401M Barbejas"), upper case; empty when there is none.
[[nodiscard]] QString qpvCode(const QString &text);
// The name without its code.
[[nodiscard]] QString qpvName(const QString &text);

} // namespace imports
