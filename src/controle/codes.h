// The codes of all the criteria, for who names them in data.
#pragma once

#include <QStringList>

namespace controle
{

[[nodiscard]] QStringList criterionCodes();

} // namespace controle
