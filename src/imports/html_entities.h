// Character references of HTML: "&eacute;", "&#8217;", "&#x2019;". For this room only.
#pragma once

#include <QString>

namespace imports
{

// The text with its references replaced; what is no known reference stays as it is.
[[nodiscard]] QString withoutEntities(QStringView text);

} // namespace imports
