#include "report/map_classes.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/charts_pieces.h"

#include <algorithm>
#include <cmath>

namespace report::maps
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr double spread = 8; // largest over smallest: from there on, classes grow with the values
constexpr double slack = 1e-9;

// 1, 2 and 5 times powers of ten, above `low` and up to `high`.
std::vector<double> seriesBetween(double low, double high)
{
    std::vector<double> series;
    for (double power = std::pow(10, std::floor(std::log10(low))); power <= high; power *= 10)
        for (const double factor : {1.0, 2.0, 5.0})
            if (const double bound = factor * power; bound > low && bound <= high)
                series.push_back(bound);
    return series;
}

std::vector<double> growing(const std::vector<double> &sorted, double low, int most)
{
    const std::vector<double> series = seriesBetween(low, sorted.back());
    std::vector<double> bounds;
    for (int i = 1; i < most && !series.empty(); ++i) {
        const double wanted = std::max(low, sorted[sorted.size() * size_t(i) / size_t(most)]);
        bounds.push_back(*std::min_element(series.begin(), series.end(), [wanted](double a, double b) {
            return std::abs(std::log(a / wanted)) < std::abs(std::log(b / wanted));
        }));
    }
    return bounds;
}

// The least round step that makes at most `most` classes; a whole one for what is counted.
double evenStep(double low, double high, int most, bool whole)
{
    const double least = std::max((high - low) / most, whole ? 1.0 : 0.0);
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0}) {
        const double step = factor * power;
        const bool fits = !whole || step == std::round(step);
        if (fits && std::floor(high / step + slack) - std::floor(low / step + slack) < most)
            return step;
    }
    return 50 * power;
}

std::vector<double> even(double low, double high, int most, bool whole)
{
    const double step = evenStep(low, high, most, whole);
    std::vector<double> bounds;
    const double first = std::floor(low / step + slack) + 1;
    for (int i = 0; i < most - 1; ++i)
        if (const double bound = (first + i) * step; bound <= high)
            bounds.push_back(bound);
    return bounds;
}

bool allWhole(const std::vector<double> &values)
{
    return std::all_of(values.begin(), values.end(), [](double value) { return value == std::round(value); });
}

} // namespace

size_t classOf(double value, const std::vector<double> &bounds)
{
    return size_t(std::upper_bound(bounds.begin(), bounds.end(), value) - bounds.begin());
}

std::vector<double> roundBounds(std::vector<double> values, int most)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    std::sort(values.begin(), values.end());
    if (values.empty() || values.front() == values.back())
        return {};
    const auto positive = std::upper_bound(values.begin(), values.end(), 0.0);
    const bool grows = values.front() >= 0 && positive != values.end() && values.back() / *positive >= spread;
    std::vector<double> bounds =
        grows ? growing(values, *positive, most) : even(values.front(), values.back(), most, allWhole(values));
    std::sort(bounds.begin(), bounds.end());
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    // A bound with nothing before or after it is of no use.
    std::vector<double> kept;
    auto from = values.begin();
    for (const double bound : bounds) {
        const auto at = std::lower_bound(from, values.end(), bound);
        if (at == from || at == values.end())
            continue;
        kept.push_back(bound);
        from = at;
    }
    return kept;
}

QStringList classNames(const std::vector<double> &values, const std::vector<double> &bounds, const QString &unit)
{
    const bool whole = allWhole(values);
    const auto number = [](double value) { return charts::valueText(value, {}); };
    const auto withUnit = [&unit](const QString &text, const QString &after = {}) {
        return base::frenchTypography(text + (unit.isEmpty() ? QString() : u' ' + unit) + after);
    };
    if (values.empty())
        return {};
    if (bounds.empty()) {
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        return {withUnit(*low == *high ? number(*low) : u"%1 à %2"_s.arg(number(*low), number(*high)))};
    }
    QStringList names{withUnit(u"Moins de "_s + number(bounds.front()))};
    for (size_t i = 1; i < bounds.size(); ++i)
        names << (!whole ? u"%1 à moins de %2"_s.arg(number(bounds[i - 1]), number(bounds[i]))
                  : bounds[i] - bounds[i - 1] <= 1.0 ? number(bounds[i - 1])
                                                     : u"%1 à %2"_s.arg(number(bounds[i - 1]), number(bounds[i] - 1)));
    names << withUnit(number(bounds.back()), u" et plus"_s);
    return names;
}

} // namespace report::maps
