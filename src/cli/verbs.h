// The functions of the verbs, one file each.
#pragma once

#include "cli/verb.h"

namespace cli
{

Exit nouveau(const Arguments &arguments, Console &console);
Exit info(const Arguments &arguments, Console &console);
Exit verifier(const Arguments &arguments, Console &console);
Exit exporter(const Arguments &arguments, Console &console);
Exit importer(const Arguments &arguments, Console &console);
Exit joindre(const Arguments &arguments, Console &console);
Exit contours(const Arguments &arguments, Console &console);
Exit guide(const Arguments &arguments, Console &console);
// What is asked of `exporter`, its format told by the name of the file when no option says it.
[[nodiscard]] Arguments withFormatOfName(Arguments arguments);
Exit lister(const Arguments &arguments, Console &console);

} // namespace cli
