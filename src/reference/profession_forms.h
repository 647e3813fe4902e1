// The name of a profession for one person: masculine, feminine, or short for both.
#pragma once

#include <QString>

namespace reference
{

struct ProfessionForms {
    QString masculin; // "Infirmier en pratique avancée"
    QString feminin;  // "Infirmière en pratique avancée"
    QString commun;   // when the project does not tell: "Infirmier(ère) en pratique avancée"
};

// Of a name of professions.json, "Infirmier ou infirmière en pratique avancée". Three times the same name when it has
// no gender ("Psychologue") or joins two things ("Usager ou aidant").
[[nodiscard]] ProfessionForms professionForms(const QString &singulier);

} // namespace reference
