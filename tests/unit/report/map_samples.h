// Territories of squares with names, figures and outlines, for the tests of maps and of what shows them.
#pragma once

#include "report/map.h"
#include "support/example.h"
#include "support/outlines.h"

namespace maps
{

using namespace Qt::Literals::StringLiterals;

// The squares of a grid that make the territory; populations 100, 200, 300…; zonings in turn.
inline domain::Projet territory(const std::vector<int> &squares)
{
    domain::Projet projet;
    projet.identite.nom = u"CPTS des Carrés"_s;
    qint64 population = 0;
    for (const int square : squares) {
        const QString code = outlines::codes().at(square);
        const auto known = support::references().communes().find(code);
        REQUIRE(known);
        domain::Commune &commune = projet.communes.insert(domain::Id::fromKey(u"commune:"_s + code));
        commune.code = code;
        commune.nom = known->nom;
        commune.epci = known->epci;
        commune.codePostal = known->codesPostaux.value(0);
        commune.population = population += 100;
        commune.zonage = std::array{domain::Zonage::Zip, domain::Zonage::Zac, domain::Zonage::Aucun,
                                    domain::Zonage::NonRenseigne}[size_t(square % 4)];
        commune.zonageAnnee = 2022;
    }
    return projet;
}

inline std::vector<int> block(int columns, int rows, int of = 6)
{
    std::vector<int> squares;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            squares.push_back(row * of + column);
    return squares;
}

inline reference::Contours contours(int cuts = 3)
{
    return outlines::contours(outlines::grid(6, 6, cuts));
}

inline report::TerritoryMap map(const domain::Projet &projet, const report::MapRequest &request = {},
                                const reference::Contours &with = contours())
{
    auto made = report::territoryMap(projet, support::references(), with, request);
    REQUIRE(made);
    return std::move(*made);
}

} // namespace maps
