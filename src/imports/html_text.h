// What a person copied in Word, in a spreadsheet or on a page of the web, as a long text with our own markup.
#pragma once

#include "base/result.h"

namespace imports
{

// Longer HTML is refused.
constexpr qsizetype mostHtml = 4'000'000;

// Words, bold, italic, lists and tables of the HTML; nothing else is read of it: no file, no address, no script, no
// hidden text. An error only when it is too long.
[[nodiscard]] base::Result<QString> richTextFromHtml(const QString &html);

} // namespace imports
