#include "formats/pdf_clusters.h"

#include <algorithm>

namespace formats::pdf
{

namespace
{

constexpr int farthest = 6; // longer ligatures and stacks of marks go into one cluster up to the end

// A pair is sure when the next one agrees too, or the text ends there.
bool agrees(int characters, int glyphs, int c, int g, const std::function<bool(int, int)> &isNominal)
{
    if (c == characters || g == glyphs)
        return c == characters && g == glyphs;
    if (!isNominal(c, g))
        return false;
    const bool lastCharacter = c + 1 == characters;
    const bool lastGlyph = g + 1 == glyphs;
    return lastCharacter || lastGlyph ? lastCharacter == lastGlyph : isNominal(c + 1, g + 1);
}

} // namespace

std::vector<Cluster> pairClusters(int characters, int glyphs, const std::function<bool(int, int)> &isNominal)
{
    std::vector<Cluster> clusters;
    int c = 0;
    int g = 0;
    const auto next = [&]() -> Cluster {
        if (c < characters && g < glyphs && isNominal(c, g))
            return {1, 1};
        for (int sum = 1; sum <= 2 * farthest; ++sum) {
            for (int dg = std::max(1, sum - farthest); dg <= std::min(sum, farthest); ++dg) {
                const int dc = sum - dg;
                if (c + dc > characters || g + dg > glyphs || dc == 0)
                    continue;
                if (agrees(characters, glyphs, c + dc, g + dg, isNominal))
                    return {dc, dg};
            }
        }
        return {characters - c, glyphs - g};
    };
    while (c < characters || g < glyphs) {
        const Cluster cluster = next();
        c += cluster.characters;
        g += cluster.glyphs;
        if (cluster.glyphs == 0 && !clusters.empty()) // what nothing shows goes with what stands before
            clusters.back().characters += cluster.characters;
        else
            clusters.push_back(cluster);
    }
    return clusters;
}

} // namespace formats::pdf
