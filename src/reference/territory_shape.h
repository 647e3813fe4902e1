// What outlines say of a territory: in one piece or in several, and what it goes round without holding it.
#pragma once

#include "reference/outlines.h"

namespace reference
{

struct TerritoryShape {
    struct Partie {
        QStringList codes;
        bool ile = false; // it touches no other commune: the sea makes it a part, not a choice
    };
    std::vector<Partie> parties;       // the one of most communes first
    std::vector<QStringList> enclaves; // groups of communes that only communes of the territory surround
    QStringList absentes;              // of the territory, without an outline: of another vintage

    // One part, islands aside. True as well for a territory without any outline.
    [[nodiscard]] bool unSeulTenant() const;
};

// `outlines`: see outlinesAround().
[[nodiscard]] TerritoryShape territoryShape(const std::vector<Contour> &outlines, const QStringList &territory);

// "18 communes d’un seul tenant · 1 enclave : Thorame-Basse"; of the names, at most `most` of each list. Empty without
// any outline of the territory.
[[nodiscard]] QString shapeInWords(const TerritoryShape &shape, const std::vector<Contour> &outlines,
                                   const Communes &communes, qsizetype most = 6);
// The names of communes, in French order, at most `most` and then how many more.
[[nodiscard]] QString namesInWords(const QStringList &codes, const std::vector<Contour> &outlines,
                                   const Communes &communes, qsizetype most);

} // namespace reference
