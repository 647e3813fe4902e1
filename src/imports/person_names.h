// Names of people as lists write them, and the columns that hold them.
#pragma once

#include "imports/profiles.h"

namespace imports
{

// « Dr Paul MARTIN » -> « Paul MARTIN ».
[[nodiscard]] QString withoutCivility(const QString &text);
// Name and first name of a person: « MARTIN Paul », « Paul MARTIN », « Martin, Paul ». Without capitals to tell them,
// `firstNameFirst` is what the title of the column says.
[[nodiscard]] std::pair<QString, QString> splitName(const QString &text, bool firstNameFirst);
// « BERNARD Paul et BERNARD Lucie »: nobody can say how to cut it, so a person is asked.
[[nodiscard]] bool namesSeveral(const QString &cell);
// « linh » -> « Linh », « de la tour » -> « de la Tour »; what has any capital, figure or mark is left as typed.
[[nodiscard]] QString withCapitals(const QString &name);
// What stands under « Adhérent ? »: yes, no, or neither (« en cours »). A date of joining says yes.
[[nodiscard]] domain::Answer readMembership(const QString &cell);

// What titles alone can't say of the columns of people, by the cells under them: « Nom » that holds first names too,
// « Membre » that holds names. Never leaves two columns of whole names.
void settleNameColumns(ColumnMapping &mapping, const std::vector<QStringList> &rows);
// What is wrong with columns that a person chose for that profile: a sentence, or nothing.
[[nodiscard]] QString columnsFault(const Profile &profile, const ColumnMapping &mapping);

// Whether whole names under that title begin with the first name, where capitals don't say it.
[[nodiscard]] bool isFirstNameFirst(const QString &title);

} // namespace imports
