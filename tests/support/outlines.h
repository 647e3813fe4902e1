// Outlines made up for the tests: no real one comes with the program. Squares of five hundredths of a degree, in rows
// from the south-west, somewhere in the Alps.
#pragma once

#include "reference/contours.h"

#include <random>

namespace outlines
{

using reference::Contour;
using reference::ContourPoint;
using reference::ContourRing;

constexpr qint32 side = 5'000; // hundred-thousandths of a degree
constexpr ContourPoint corner{620'000, 4'390'000};

// Codes of today's communes of one EPCI, in order: for squares that have names and successors.
inline const QStringList &codes()
{
    static const QStringList list{
        QStringLiteral("04005"), QStringLiteral("04006"), QStringLiteral("04007"), QStringLiteral("04008"),
        QStringLiteral("04022"), QStringLiteral("04025"), QStringLiteral("04030"), QStringLiteral("04032"),
        QStringLiteral("04039"), QStringLiteral("04042"), QStringLiteral("04043"), QStringLiteral("04055"),
        QStringLiteral("04059"), QStringLiteral("04061"), QStringLiteral("04069"), QStringLiteral("04076"),
        QStringLiteral("04090"), QStringLiteral("04092"), QStringLiteral("04099"), QStringLiteral("04115"),
        QStringLiteral("04133"), QStringLiteral("04136"), QStringLiteral("04144"), QStringLiteral("04148"),
        QStringLiteral("04170"), QStringLiteral("04171"), QStringLiteral("04173"), QStringLiteral("04174"),
        QStringLiteral("04180"), QStringLiteral("04183"), QStringLiteral("04187"), QStringLiteral("04194"),
        QStringLiteral("04202"), QStringLiteral("04204"), QStringLiteral("04210"), QStringLiteral("04214"),
    };
    return list;
}

// A rectangle; `cuts` places on each of its sides between the corners.
inline ContourRing rectangle(qint32 left, qint32 bottom, qint32 right, qint32 top, int cuts = 0)
{
    const ContourPoint corners[]{{left, bottom}, {right, bottom}, {right, top}, {left, top}};
    ContourRing ring;
    for (int i = 0; i < 4; ++i) {
        const ContourPoint &from = corners[i];
        const ContourPoint &to = corners[(i + 1) % 4];
        for (int k = 0; k <= cuts; ++k)
            ring.push_back({qint32(from.x + qint64(to.x - from.x) * k / (cuts + 1)),
                            qint32(from.y + qint64(to.y - from.y) * k / (cuts + 1))});
    }
    return ring;
}

inline ContourRing cell(int column, int row, int cuts = 0)
{
    const qint32 left = corner.x + column * side;
    const qint32 bottom = corner.y + row * side;
    return rectangle(left, bottom, left + side, bottom + side, cuts);
}

inline Contour square(const QString &code, int column, int row, int cuts = 0)
{
    return {code, QStringLiteral("Commune ") + code, {{cell(column, row, cuts)}}};
}

// Row after row, the codes above.
inline std::vector<Contour> grid(int columns, int rows, int cuts = 0)
{
    std::vector<Contour> cells;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            cells.push_back(square(codes().at(row * columns + column), column, row, cuts));
    return cells;
}

// Every place moved a little, each by itself: as files whose communes were simplified one by one.
inline void jitter(std::vector<Contour> &contours, qint32 most, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<qint32> by(-most, most);
    for (Contour &contour : contours)
        for (auto &polygon : contour.polygons)
            for (ContourRing &ring : polygon)
                for (ContourPoint &point : ring)
                    point = {point.x + by(random), point.y + by(random)};
}

inline reference::Contours contours(std::vector<Contour> communes)
{
    std::sort(communes.begin(), communes.end(), [](const Contour &a, const Contour &b) { return a.code < b.code; });
    const int count = int(communes.size());
    return {{QStringLiteral("essai.geojson"), QStringLiteral("Essai 2026"), QDate(2026, 11, 23), count},
            std::move(communes)};
}

} // namespace outlines
