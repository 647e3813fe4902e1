// Mail addresses as people write them.
#pragma once

#include <QString>

namespace base
{

// Whether `text` may be one mail address: a name, @, a domain that ends with two characters at least. Nothing is sent.
[[nodiscard]] bool looksLikeMail(const QString &text);

} // namespace base
