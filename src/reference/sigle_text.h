// Acronyms in running text: where one stands as a word of its own, and whether what it stands for is written.
#pragma once

#include <QString>
#include <vector>

namespace reference
{

struct SigleWord {
    qsizetype at = 0;
    QString word;
};

// The words with a capital letter that may be an acronym, in order. A hyphen belongs to its word ("e-CPS",
// "inter-CPTS"); parts of an address or of a pair ("www.MSP.fr", "DAC/PTA") are left out.
[[nodiscard]] std::vector<SigleWord> sigleWords(const QString &text);

// The words of a text without accents nor the endings of plural and feminine, each between spaces: what `stems(a)`
// holds of `stems(b)` says whether a text writes an expression. "Maisons de santé" -> " maison d sant ".
[[nodiscard]] QString stems(const QString &text);

} // namespace reference
