// Outlines for the windows under test, in a folder of their own.
#pragma once

#include "gui/contour_shelf.h"
#include "support/catch.h"
#include "support/outlines.h"

#include <QTemporaryDir>

namespace pagetest
{

// Empty until it is filled, by default with a grid of six columns.
struct Shelf {
    QTemporaryDir folder;
    gui::ContourShelf shelf{folder.filePath(QStringLiteral("contours.dat"))};

    void fill(const std::vector<reference::Contour> &contours = outlines::grid(6, 6))
    {
        reference::ContourBuilder builder;
        for (const reference::Contour &each : contours)
            builder.add(each);
        REQUIRE(shelf.store().replace(
            builder, {QStringLiteral("essai.geojson"), QStringLiteral("Essai 2026"), QDate(2026, 11, 23), 0}));
        shelf.replaced();
    }
    [[nodiscard]] QString path(const QString &name) const { return folder.filePath(name); }
};

} // namespace pagetest
