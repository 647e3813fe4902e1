// What a map shows: the shade of each commune, and the words about it. For this room only.
#pragma once

#include "report/map.h"

namespace report::maps
{

struct Shade {
    QString name; // in the legend
    Color fill = 0;
    bool hatched = false;
    QString mark = {}; // a letter written on one of its communes
};

struct Theme {
    QString title;
    QString source;                    // "Source : …" without the outlines
    std::vector<Shade> shades;         // in the order of the legend; only those that some commune has
    std::map<QString, size_t> shadeOf; // by Insee code, every commune of the project
    QString heading;                   // of the column of values
    std::map<QString, QString> values; // as text, by Insee code
};

[[nodiscard]] Theme themeOf(const MapRequest &request, const domain::Projet &projet,
                            const reference::Reference &reference);

// The colour of words, of lines, whichever is seen best on a fill.
[[nodiscard]] Color readableOn(Color fill, const MapLook &look);
[[nodiscard]] Color lineOn(Color fill, const MapLook &look);

} // namespace report::maps
