// Outlines as today's communes see them: the ground of every question about a territory's shape, and of every map.
#pragma once

#include "reference/communes.h"
#include "reference/contours.h"

namespace reference
{

// The outlines under today's codes and names: a commune that has merged counts in the one it has become. Of Paris, Lyon
// and Marseille, the arrondissements when the territory has some of them, else the whole city; never both. Those of the
// territory, and those that lie in its frame or around it.
[[nodiscard]] std::vector<Contour> outlinesAround(const Contours &contours, const QStringList &territory,
                                                  const Communes &communes);

// Which outlines have a border in common, of some length: a corner is not enough. Borders need not be drawn with the
// very same points: files are simplified, each commune by itself at times.
class Borders
{
public:
    explicit Borders(const std::vector<Contour> &outlines);

    // By place in the list given.
    [[nodiscard]] const std::vector<size_t> &neighbours(size_t outline) const { return m_neighbours[outline]; }
    // The length of its border, in metres: all of it, and what no other outline follows (the sea, abroad, what is not
    // in the list).
    [[nodiscard]] double perimeter(size_t outline) const { return m_perimeters[outline]; }
    [[nodiscard]] double open(size_t outline) const { return m_open[outline]; }

private:
    void join(size_t a, size_t b);

    std::vector<std::vector<size_t>> m_neighbours;
    std::vector<double> m_perimeters;
    std::vector<double> m_open;
};

} // namespace reference
