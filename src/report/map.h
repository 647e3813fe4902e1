// The map of the territory as a figure: its communes coloured by what is asked, the limits of intercommunalités, what
// lies around. Without outlines of its communes there is no map.
#pragma once

#include "domain/projet.h"
#include "reference/contours.h"
#include "reference/reference.h"
#include "report/document.h"

#include <array>
#include <map>

namespace report
{

enum class MapColour { Population, Zonage, Intercommunalite, Valeurs };

// What trames and cpts call those that need nothing but the project: "population", "zonage", "intercommunalite".
[[nodiscard]] QStringList mapColourCodes();
[[nodiscard]] std::optional<MapColour> mapColourOfCode(const QString &code);

// One value a commune, of any indicator.
struct MapValues {
    QString title;
    QString unit;
    QString source;
    domain::Number year;
    std::map<QString, double> values; // by Insee code; a commune may have none
};

// The colours of a map. Those of the example are for paper and light screens, and read in greys.
struct MapLook {
    Color ground = 0xFFFFFF;
    Color ink = 0x1B2A33;
    Color inkOnDark = 0xFFFFFF; // for words on colours that `ink` would not be read on
    Color secondary = 0x55656E;
    Color around = 0xF2F4F4;    // communes that are not of the territory
    Color elsewhere = 0xD5DEE1; // those of another CPTS
    Color aroundLine = 0xC3CED1;
    Color line = 0x6B7E87;       // between communes
    Color lineOnDark = 0xBFD9D7; // the same, where `line` would not be seen
    Color limit = 0x1B2A33;      // of intercommunalités and of the territory
    std::array<Color, 5> ramp{0xD9EDEB, 0xA6D0CD, 0x6AAAA6, 0x2A7B78, 0x0A4F4F}; // from little to much
    std::array<Color, 6> families{0x9CCBC7, 0xCBDDF0, 0xEADFBE, 0xDCCDEA, 0xC8E0BE, 0xF3D3C7};
    Color unknown = 0xFFFFFF;
};

struct MapRequest {
    MapColour colour = MapColour::Population;
    const MapValues *values = nullptr; // for MapColour::Valeurs
    bool around = true;                // what lies around, in light grey
    bool names = true;                 // of communes, where they fit
    bool legend = true;
    std::map<QString, QString> autresCpts = {}; // Insee code -> the CPTS it is in already, for what lies around
    QSizeF size{160, 130};                      // mm, at most, of the map without its legend
    double points = 8;                          // of names and legend
    MapLook look = {};
};

// Where a commune is on the figure, in its millimetres: a place is in it when it is in an odd number of its rings.
struct MapArea {
    QString code;
    QString nom;
    std::vector<std::vector<QPointF>> rings;

    [[nodiscard]] bool holds(const QPointF &place) const;
};

struct TerritoryMap {
    Figure figure;
    std::vector<MapArea> areas; // of the territory, then of what it goes round
    QString shape;              // reference::shapeInWords()
};

// Nothing when no commune of the territory has an outline.
[[nodiscard]] std::optional<TerritoryMap> territoryMap(const domain::Projet &projet,
                                                       const reference::Reference &reference,
                                                       const reference::Contours &contours,
                                                       const MapRequest &request = {});

// The figure with its title above and its source below, drawn in it: for a picture that goes by itself.
[[nodiscard]] Figure standalone(Figure figure, const MapLook &look = {});

// The Insee codes of the communes of the project.
[[nodiscard]] QStringList territoryCodes(const domain::Projet &projet);

} // namespace report
