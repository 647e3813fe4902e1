#include "report/charts.h"

#include "base/text.h"
#include "base/typography.h"
#include "base/written_date.h"
#include "report/charts_pieces.h"
#include "report/user_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace report
{

using namespace Qt::Literals::StringLiterals;
using namespace charts;

namespace
{

constexpr double gap = 2;
constexpr double textSize = 9;
constexpr double widestName = 36;

struct Bar {
    QString name;
    double value = 0;
    Color color = 0;
    bool target = false; // dashed, without a ground: it is not a measure
};

std::vector<Bar> barsOf(const domain::IndicateurDiagnostic &indicateur)
{
    std::vector<Bar> bars;
    const auto add = [&bars](const QString &name, const domain::Decimal &value, Color color, bool target = false) {
        if (value && std::isfinite(*value))
            bars.push_back({name, *value, color, target});
    };
    add(u"Territoire"_s, indicateur.territoire, 0x0B6E6E);
    add(u"Département"_s, indicateur.departement, 0x8FB8B5);
    add(u"Région"_s, indicateur.region, 0xA6B8C4);
    add(u"France"_s, indicateur.france, 0xC9D3D6);
    add(u"Objectif"_s, indicateur.objectif, 0xA84B0B, true);
    return bars;
}

// "Généralistes (pour 10 000 habitants)".
QString titleOf(const domain::IndicateurDiagnostic &indicateur)
{
    const QString title = printedText(indicateur.intitule);
    const QString unit = printedText(indicateur.unite);
    const bool told = isShortUnit(unit) || base::fold(title).contains(base::fold(unit));
    return told ? title : u"%1 (%2)"_s.arg(title, unit);
}

QString shown(const QString &name, double points)
{
    return fittedLines(name, widestName, points, false, 1).join(QString());
}

// Bars one under the other: names, bars from the zero line, values after them.
struct Bars {
    double rowHeight = 8.5;
    double points = textSize;
    double width = pageChart;
};

void drawBars(const std::vector<Bar> &bars, const QStringList &values, const Bars &look, Figure &figure)
{
    QStringList names;
    double low = 0;
    double high = 0;
    for (const Bar &bar : bars) {
        names << shown(bar.name, look.points);
        low = std::min(low, bar.value);
        high = std::max(high, bar.value);
    }
    const double left = widest(names, look.points) + gap;
    const double span = look.width - left - gap - widest(values, look.points, true);
    // Divided before being subtracted: the largest numbers must not overflow.
    const double reach = std::max({high, -low, std::numeric_limits<double>::min()});
    const double unit = high > low ? span / (high / reach - low / reach) : 0;
    const double zero = left - low / reach * unit;
    figure.size = {look.width, double(bars.size()) * look.rowHeight};
    for (size_t i = 0; i < bars.size(); ++i) {
        const Bar &bar = bars[i];
        const double middle = (double(i) + 0.5) * look.rowHeight;
        const double end = zero + bar.value / reach * unit;
        const double height = look.rowHeight * 0.6;
        const QRectF rect(std::min(zero, end), middle - height / 2, std::abs(end - zero), height);
        if (bar.target)
            figure.drawings.push_back(Rectangle{rect, {}, Stroke{bar.color, 0.4, true}});
        else
            figure.drawings.push_back(Rectangle{rect, bar.color, Stroke{tint(ink, 0.6), 0.15}});
        figure.drawings.push_back(labelAt(0, middle, names[qsizetype(i)], look.points));
        figure.drawings.push_back(
            labelAt(rect.right() + gap, middle, values[qsizetype(i)], look.points, Label::Anchor::Left, true));
    }
    figure.drawings.push_back(line({zero, 0}, {zero, figure.size.height()}, {tint(ink, 0.6), 0.25}));
}

QString spoken(const QString &kind, const QString &title, const QStringList &facts)
{
    return base::frenchTypography(u"%1 : %2. %3."_s.arg(kind, title, facts.join(u" ; "_s)));
}

// A band of ages with its numbers, as far as they are known.
struct Band {
    qint64 from = 0;
    QString name;
    double men = 0;
    double women = 0;
    double all = 0;
    bool told = false; // men and women apart
};

std::vector<Band> bandsOf(const std::vector<domain::TrancheAge> &tranches)
{
    std::vector<Band> bands;
    for (const domain::TrancheAge &tranche : tranches) {
        const bool told = tranche.femmes && tranche.hommes;
        if (!told && !tranche.ensemble)
            continue;
        const auto count = [](const domain::Number &number) { return double(std::max<qint64>(0, number.value_or(0))); };
        Band band{tranche.code.toLongLong(), printedText(tranche.libelle), count(tranche.hommes),
                  count(tranche.femmes),     count(tranche.ensemble),      told};
        if (band.name.isEmpty())
            band.name = printedText(tranche.code);
        if (!tranche.ensemble)
            band.all = band.men + band.women;
        bands.push_back(band);
    }
    std::stable_sort(bands.begin(), bands.end(), [](const Band &a, const Band &b) { return a.from > b.from; });
    return bands;
}

// As many ages as there are hold on a page.
Bars lookFor(size_t bands)
{
    const double height = std::clamp(180.0 / double(bands), 2.2, 7.0);
    return {height, std::min(textSize, height * 1.9)};
}

QString countText(double count)
{
    return base::frenchNumber(count, 0); // the sum of two counts may be more than an integer holds
}

void drawPyramid(const std::vector<Band> &bands, Figure &figure)
{
    constexpr double heading = 7;
    const Bars look = lookFor(bands.size());
    QStringList names;
    QStringList values;
    double most = 1;
    for (const Band &band : bands) {
        names << shown(band.name, look.points);
        values << countText(band.men) << countText(band.women);
        most = std::max({most, band.men, band.women});
    }
    const double half = widest(names, look.points) / 2 + gap;
    const double middle = pageChart / 2;
    const double unit = (middle - half - gap - widest(values, look.points)) / most;
    figure.size = {pageChart, heading + double(bands.size()) * look.rowHeight};
    figure.drawings.push_back(labelAt(middle - half, heading / 2, u"Hommes"_s, textSize, Label::Anchor::Right, true));
    figure.drawings.push_back(labelAt(middle + half, heading / 2, u"Femmes"_s, textSize, Label::Anchor::Left, true));
    for (size_t i = 0; i < bands.size(); ++i) {
        const Band &band = bands[i];
        const double row = heading + (double(i) + 0.5) * look.rowHeight;
        const double height = look.rowHeight * 0.76;
        const QRectF men(middle - half - band.men * unit, row - height / 2, band.men * unit, height);
        const QRectF women(middle + half, row - height / 2, band.women * unit, height);
        const Stroke outline{tint(ink, 0.6), 0.15};
        figure.drawings.push_back(Rectangle{men, 0xA6B8C4, outline});
        figure.drawings.push_back(Rectangle{women, 0x0B6E6E, outline});
        figure.drawings.push_back(labelAt(middle, row, names[qsizetype(i)], look.points, Label::Anchor::Center));
        figure.drawings.push_back(
            labelAt(men.left() - gap / 2, row, countText(band.men), look.points, Label::Anchor::Right));
        figure.drawings.push_back(labelAt(women.right() + gap / 2, row, countText(band.women), look.points));
    }
}

// The numbers of the figure, as its table and in words.
void tell(const std::vector<Band> &bands, bool told, Figure &figure)
{
    std::vector<QStringList> rows;
    QStringList facts;
    for (const Band &band : bands) {
        if (told) {
            rows.push_back({band.name, countText(band.men), countText(band.women), countText(band.all)});
            facts << u"%1 : %2 hommes, %3 femmes"_s.arg(band.name, countText(band.men), countText(band.women));
        } else {
            rows.push_back({band.name, countText(band.all)});
            facts << u"%1 : %2"_s.arg(band.name, countText(band.all));
        }
    }
    const QStringList header =
        told ? QStringList{u"Âge"_s, u"Hommes"_s, u"Femmes"_s, u"Ensemble"_s} : QStringList{u"Âge"_s, u"Habitants"_s};
    figure.values = tableOf(header, rows, figure.title);
    figure.description = spoken(told ? u"Pyramide des âges"_s : u"Graphique en barres"_s, figure.title, facts);
}

} // namespace

std::optional<Figure> barChart(const domain::IndicateurDiagnostic &indicateur, double width)
{
    const std::vector<Bar> bars = barsOf(indicateur);
    if (bars.empty())
        return std::nullopt;
    Figure figure;
    figure.title = titleOf(indicateur);
    QStringList values;
    QStringList facts;
    std::vector<QStringList> rows;
    for (const Bar &bar : bars) {
        values << valueText(bar.value, indicateur.unite);
        facts << u"%1 : %2"_s.arg(bar.name, values.back());
        rows.push_back({bar.name, values.back()});
    }
    drawBars(bars, values, {.width = width}, figure);
    figure.source =
        sourceText({indicateur.source},
                   base::isYear(indicateur.annee) ? std::vector<qint64>{*indicateur.annee} : std::vector<qint64>());
    figure.description = spoken(u"Graphique en barres"_s, figure.title, facts);
    figure.values = tableOf({u"Zone"_s, u"Valeur"_s}, rows, figure.title);
    return figure;
}

namespace
{

// Folded once, compared many times.
QString measureOf(const domain::IndicateurDiagnostic &indicator)
{
    return base::fold(indicator.intitule) + u'\n' + base::fold(indicator.unite);
}

} // namespace

bool sameIndicator(const domain::IndicateurDiagnostic &a, const domain::IndicateurDiagnostic &b)
{
    return measureOf(a) == measureOf(b);
}

std::optional<Figure> evolutionChart(const domain::Projet &projet, const domain::IndicateurDiagnostic &of, double width)
{
    std::map<qint64, const domain::IndicateurDiagnostic *> years;
    const QString measure = measureOf(of);
    for (const auto &[id, each] : domain::inOrder(projet.indicateurs))
        if (base::isYear(each->annee) && each->territoire && std::isfinite(*each->territoire) &&
            measureOf(*each) == measure)
            years[*each->annee] = each;
    if (years.size() < 2)
        return std::nullopt;
    Figure figure;
    figure.title = base::frenchTypography(u"Évolution : "_s) + titleOf(of);
    std::vector<Bar> bars;
    QStringList values;
    QStringList facts;
    QStringList sources;
    std::vector<qint64> dates;
    std::vector<QStringList> rows;
    const auto put = [&](const QString &name, double value, const QString &unit, Color color, bool target) {
        bars.push_back({name, value, color, target});
        values << valueText(value, unit);
        facts << u"%1 : %2"_s.arg(name, values.back());
        rows.push_back({name, values.back()});
    };
    for (const auto &[year, each] : years) {
        put(QString::number(year), *each->territoire, each->unite, year == years.rbegin()->first ? 0x0B6E6E : 0x8FB8B5,
            false);
        sources << each->source;
        dates.push_back(year);
    }
    const domain::IndicateurDiagnostic &last = *years.rbegin()->second;
    if (last.objectif && std::isfinite(*last.objectif))
        put(u"Objectif"_s, *last.objectif, last.unite, 0xA84B0B, true);
    drawBars(bars, values, {.width = width}, figure);
    figure.source = sourceText(sources, dates);
    figure.description = spoken(u"Graphique en barres"_s, figure.title, facts);
    figure.values = tableOf({u"Année"_s, u"Territoire"_s}, rows, figure.title);
    return figure;
}

std::optional<Figure> agePyramid(const std::vector<domain::TrancheAge> &tranches)
{
    const std::vector<Band> bands = bandsOf(tranches);
    if (bands.empty())
        return std::nullopt;
    const bool told = std::all_of(bands.begin(), bands.end(), [](const Band &band) { return band.told; });
    Figure figure;
    figure.title = told ? u"Population par âge et par sexe"_s : u"Population par âge"_s;
    if (told) {
        drawPyramid(bands, figure);
    } else {
        std::vector<Bar> bars;
        QStringList values;
        for (const Band &band : bands) {
            bars.push_back({band.name, band.all, 0x0B6E6E});
            values << countText(band.all);
        }
        drawBars(bars, values, lookFor(bands.size()), figure);
    }
    tell(bands, told, figure);
    QStringList sources;
    std::vector<qint64> years;
    for (const domain::TrancheAge &tranche : tranches) {
        sources << tranche.source;
        if (base::isYear(tranche.annee))
            years.push_back(*tranche.annee);
    }
    figure.source = sourceText(sources, years);
    return figure;
}

} // namespace report
