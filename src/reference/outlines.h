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
    [[nodiscard]] double perimeter(size_t outline) const;
    [[nodiscard]] double open(size_t outline) const;

private:
    struct Place {
        double x = 0; // metres
        double y = 0;
    };
    struct Segment {
        Place from;
        Place to;
        bool shared = false; // another outline has the very same
    };
    struct Metric {
        double left = 0, bottom = 0, right = 0, top = 0;
        std::vector<Segment> segments;
    };

    void measure(const std::vector<Contour> &outlines);
    void shareSegments(const std::vector<Contour> &outlines);
    void compareNear();
    // How much of the segments of one follows the border of the other, in metres; stops at `enough`.
    [[nodiscard]] static double followed(const Metric &one, const Metric &other, double enough);
    [[nodiscard]] static bool follows(const Place &place, const Place &direction, const Metric &other);
    void join(size_t a, size_t b);

    std::vector<Metric> m_outlines;
    std::vector<std::vector<size_t>> m_neighbours;
};

} // namespace reference
