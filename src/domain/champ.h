// How a form, a trame and a criterion name a field: "structure.nom", "mission:prevention.description",
// "identite.porteur/telephone" (through a reference). One syntax everywhere.
#pragma once

#include "domain/changes.h"

namespace domain
{

// A parsed name. Grammar: table[:key].field[/field]
struct Champ {
    QString table;
    QString key; // of a keyed table
    QString field;
    QString referred; // field of the record that `field` refers to

    [[nodiscard]] QString toString() const;
};

// Nothing when the text is not a name, or names a table or field that does not exist.
[[nodiscard]] std::optional<Champ> parseChamp(const QString &text);
// Where the fact is now; nothing when the name goes through a reference that is not set yet.
[[nodiscard]] std::optional<FieldAddress> resolve(const Projet &projet, const Champ &champ);
[[nodiscard]] Value valueOf(const Projet &projet, const Champ &champ);
// The field a name leads to (its kind, label, choices).
[[nodiscard]] const FieldDescription *describe(const Champ &champ);
// The changes that give it a value; creates the keyed or referred record when it is missing.
[[nodiscard]] ChangeList settingChamp(const Projet &projet, const Champ &champ, const Value &value);

} // namespace domain
