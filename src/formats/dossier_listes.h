// Members and partners as two sheets, for the folder that is sent.
#pragma once

#include "domain/projet.h"
#include "formats/spreadsheet.h"
#include "reference/reference.h"

namespace formats
{

// A column a field, named as the domain calls it; those described as personal left out unless `personalData`.
[[nodiscard]] std::vector<Sheet> listsOf(const domain::Projet &projet, const reference::Reference &reference,
                                         bool personalData);

} // namespace formats
