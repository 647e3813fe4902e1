// What people typed, made ready for any format.
#pragma once

#include "report/document.h"

namespace report
{

// Without what no document can carry (control characters, lone surrogates, direction overrides that would turn the
// text around them); line breaks of any origin become '\n', tabs become spaces.
[[nodiscard]] QString cleanText(const QString &typed);

// One line, cleaned, with French typography.
[[nodiscard]] QString printedText(const QString &typed);

// A paragraph a line; empty lines are left out; lines that start with "- ", "– " or "• " are list items, of level 2
// when they are indented. Never empty: without text, one paragraph with one empty run that carries the field.
[[nodiscard]] std::vector<Paragraph> paragraphsOf(const QString &typed, Paragraph::Role role, const FieldTag &field,
                                                  const QString &label);

} // namespace report
