// Classes with round bounds for the values of a map. For this room only.
#pragma once

#include <QStringList>
#include <vector>

namespace report::maps
{

// The lowest value of each class but the first: rising, none that would leave a class empty, at most `most` - 1. Spread
// values (inhabitants) are cut at 1, 2 and 5 times a power of ten, near the same number in each class; the others at
// even steps. Nothing when all values are the same.
[[nodiscard]] std::vector<double> roundBounds(std::vector<double> values, int most = 5);

// The class of a value, from 0.
[[nodiscard]] size_t classOf(double value, const std::vector<double> &bounds);

// "moins de 200", "200 à 499", "1 000 et plus" for whole numbers; "20 à moins de 25" for others. The unit comes with
// the first and the last; one class says its only bounds: "12 à 14".
[[nodiscard]] QStringList classNames(const std::vector<double> &values, const std::vector<double> &bounds,
                                     const QString &unit);

} // namespace report::maps
