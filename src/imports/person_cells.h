// What the cells of one person say, whether the list is imported or pasted.
#pragma once

#include "domain/records.h"
#include "imports/profession_words.h"

namespace imports
{

// The cells where a name may stand, as written.
struct NameCells {
    QString nom;
    QString prenom;
    QString complet; // name and first name in one
    QString structure;
    bool firstNames = false;     // the list has a column of first names
    bool firstNameFirst = false; // what the title of `complet` says
};
struct PersonName {
    QString nom;
    QString prenom;
    QString structure;
    QString remark; // to be told of the row; may be empty
};
// « Dr DUPONT Jean » under « Nom » is DUPONT and Jean; « Pharmacie du Verdon » among the names is a structure.
[[nodiscard]] PersonName readPersonName(const NameCells &cells, const ProfessionWords &words);

// « Infirmiers : », « Total médecins »: alone in its row, a line between people and nobody’s name. Why it is left
// aside, for a remark; empty for anybody.
[[nodiscard]] QString betweenPeople(const QString &name, const ProfessionWords &words);

struct ReadCell {
    QString value;
    QString remark; // may be empty
};
// The first address of the cell, without the spaces around its « @ » or its dot; that, and what else it says, is told.
[[nodiscard]] ReadCell readMailbox(const QString &cell);
[[nodiscard]] ReadCell readTelephone(const QString &cell);
// A role (« Présidente ») says yes, « non membre » says no; what is doubtful or unknown says nothing.
[[nodiscard]] domain::Answer readGovernance(const QString &cell);
// By their labels, or as people write them.
[[nodiscard]] std::optional<domain::StatutMembre> readStatut(const QString &cell);
// What a profession says of it: « infirmière libérale », « IDEL », « médecin salarié ».
[[nodiscard]] std::optional<domain::StatutMembre> statutInProfession(const QString &cell);
[[nodiscard]] std::optional<domain::Secteur> readSecteur(const QString &cell);

} // namespace imports
