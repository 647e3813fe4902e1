// Which glyphs of a line show which characters, so that text can be copied out of the PDF.
#pragma once

#include <functional>
#include <vector>

namespace formats::pdf
{

// `characters` characters are shown by `glyphs` glyphs; either count may be 0, not both.
struct Cluster {
    int characters = 0;
    int glyphs = 0;
    bool operator==(const Cluster &) const = default;
};

// Pairs a text with its glyphs, both from left to right. `isNominal(c, g)` tells whether glyph g is the plain glyph of
// character c. What differs (ligatures, marks, other scripts) becomes the smallest cluster between two sure pairs.
[[nodiscard]] std::vector<Cluster> pairClusters(int characters, int glyphs,
                                                const std::function<bool(int, int)> &isNominal);

} // namespace formats::pdf
