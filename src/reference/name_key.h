// What is left of the name of a place once everything people write differently is gone.
#pragma once

#include <QString>
#include <string>
#include <string_view>

namespace reference
{

// base::fold for UTF-8, fast on the letters of French names; the result is the same, in UTF-8.
[[nodiscard]] std::string foldUtf8(std::string_view text);

// Replaces whole words: st -> saint, ste -> sainte, "communaute de communes" -> cc and the like. Takes folded text.
[[nodiscard]] std::string expandWords(std::string_view folded);

// A name without its leading article; what it was, if any ("la", "l"). Takes folded text; never leaves nothing.
struct Bare {
    std::string_view article;
    std::string_view rest;
};
[[nodiscard]] Bare withoutArticle(std::string_view folded);

// fold + expand + without article: "L'Île-St-Denis" -> "ile saint denis". The key of the index and of queries.
[[nodiscard]] std::string nameKey(std::string_view text);

// Number of letters to add, remove, change or swap with the next, or limit + 1 as soon as it is more than limit.
[[nodiscard]] int editDistance(std::string_view a, std::string_view b, int limit);

} // namespace reference
