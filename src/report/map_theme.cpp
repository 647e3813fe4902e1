#include "report/map_theme.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/charts_pieces.h"
#include "report/map_classes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace report::maps
{

using namespace Qt::Literals::StringLiterals;

namespace
{

double luminance(Color color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(((color >> 16) & 0xFF) / 255.0) + 0.7152 * linear(((color >> 8) & 0xFF) / 255.0) +
           0.0722 * linear((color & 0xFF) / 255.0);
}

double contrast(Color a, Color b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

// Places on the ramp for so many classes, as far from each other as can be.
size_t rampAt(size_t index, size_t count, size_t size)
{
    if (count < 2)
        return size / 2;
    return size_t(std::lround(double(index) * double(size - 1) / double(count - 1)));
}

using Communes = std::vector<std::pair<domain::Id, const domain::Commune *>>;

void dropUnused(Theme &theme)
{
    std::set<size_t> used;
    for (const auto &[code, shade] : theme.shadeOf)
        used.insert(shade);
    std::vector<Shade> kept;
    std::map<size_t, size_t> renumbered;
    for (const size_t each : used) {
        renumbered[each] = kept.size();
        kept.push_back(theme.shades[each]);
    }
    for (auto &[code, shade] : theme.shadeOf)
        shade = renumbered.at(shade);
    theme.shades = std::move(kept);
}

// Shades by classes of numbers; communes without one have a shade of their own.
void classify(Theme &theme, const std::map<QString, double> &numbers, const QString &unit, const Communes &communes,
              const MapLook &look)
{
    std::vector<double> values;
    for (const auto &[id, commune] : communes)
        if (const auto at = numbers.find(commune->code); at != numbers.end() && std::isfinite(at->second))
            values.push_back(at->second);
    const std::vector<double> bounds = roundBounds(values);
    const QStringList names = classNames(values, bounds, unit);
    for (qsizetype i = 0; i < names.size(); ++i)
        theme.shades.push_back({names[i], look.ramp[rampAt(size_t(i), size_t(names.size()), look.ramp.size())]});
    theme.shades.push_back({u"Non renseigné"_s, look.unknown});
    for (const auto &[id, commune] : communes) {
        const auto at = numbers.find(commune->code);
        const bool known = at != numbers.end() && std::isfinite(at->second);
        theme.shadeOf[commune->code] = known ? classOf(at->second, bounds) : theme.shades.size() - 1;
        theme.values[commune->code] = known ? charts::valueText(at->second, unit) : QString();
    }
}

Theme population(const Communes &communes, const reference::Communes &known, const MapLook &look)
{
    Theme theme;
    theme.title = u"Habitants des communes du territoire"_s;
    theme.heading = u"Habitants"_s;
    theme.source = base::frenchTypography(u"Source : %1."_s.arg(known.populationSource()));
    std::map<QString, double> numbers;
    for (const auto &[id, commune] : communes)
        if (commune->population)
            numbers[commune->code] = double(*commune->population);
    classify(theme, numbers, u"habitants"_s, communes, look);
    return theme;
}

Theme values(const MapValues &given, const Communes &communes, const MapLook &look)
{
    Theme theme;
    const QString unit = given.unit.trimmed();
    const bool told = unit.isEmpty() || charts::isShortUnit(unit);
    theme.title = base::frenchTypography(told ? given.title : u"%1 (%2)"_s.arg(given.title, unit));
    theme.heading = given.title;
    theme.source =
        charts::sourceText({given.source}, given.year ? std::vector<qint64>{*given.year} : std::vector<qint64>());
    classify(theme, given.values, told ? unit : QString(), communes, look);
    return theme;
}

Theme zonage(const Communes &communes, const MapLook &look)
{
    Theme theme;
    theme.title = u"Zonage des communes du territoire"_s;
    theme.heading = u"Zonage"_s;
    const auto shade = [&look](domain::Zonage zonage) -> Shade {
        switch (zonage) {
        case domain::Zonage::Zip:
            return {u"ZIP, zone d’intervention prioritaire"_s, look.ramp[3]};
        case domain::Zonage::Zac:
            return {u"ZAC, zone d’action complémentaire"_s, look.ramp[1], true};
        case domain::Zonage::Aucun:
            return {u"Hors zonage"_s, look.ramp[0]};
        case domain::Zonage::NonRenseigne:
            break;
        }
        return {u"À préciser"_s, look.unknown};
    };
    const std::array order{domain::Zonage::Zip, domain::Zonage::Zac, domain::Zonage::Aucun,
                           domain::Zonage::NonRenseigne};
    for (const domain::Zonage each : order)
        theme.shades.push_back(shade(each));
    std::set<qint64> years;
    for (const auto &[id, commune] : communes) {
        theme.shadeOf[commune->code] = size_t(std::find(order.begin(), order.end(), commune->zonage) - order.begin());
        for (const auto &[each, choice] : domain::Choices<domain::Zonage>::all())
            if (each == commune->zonage)
                theme.values[commune->code] = choice.label;
        if (commune->zonageAnnee && commune->zonage != domain::Zonage::NonRenseigne)
            years.insert(*commune->zonageAnnee);
    }
    QStringList told;
    for (const qint64 year : years)
        told << QString::number(year);
    if (!told.isEmpty())
        theme.source = base::frenchTypography(u"Zonage de %1."_s.arg(base::frenchList(told)));
    return theme;
}

// The official list has straight quotes: CC Alpes-Provence-Verdon "Sources de lumière".
QString inGuillemets(QString name)
{
    for (bool opens = true; name.contains(u'"'); opens = !opens)
        name.replace(name.indexOf(u'"'), 1, opens ? u"« "_s : u" »"_s);
    return base::frenchTypography(name);
}

Theme intercommunalites(const Communes &communes, const reference::Communes &known, const MapLook &look)
{
    Theme theme;
    theme.title = u"Intercommunalités du territoire"_s;
    theme.heading = u"Intercommunalité"_s;
    theme.source = base::frenchTypography(
        u"Source : intercommunalités (DGCL) et Code officiel géographique (Insee) de %1."_s.arg(known.vintage()));
    std::map<QString, int> members;
    for (const auto &[id, commune] : communes)
        ++members[commune->epci];
    std::vector<QString> sirens;
    for (const auto &[siren, count] : members)
        sirens.push_back(siren);
    std::stable_sort(sirens.begin(), sirens.end(),
                     [&](const QString &a, const QString &b) { return members[a] > members[b]; });
    for (size_t i = 0; i < sirens.size(); ++i) {
        const auto epci = known.epci(sirens[i]);
        const QString name = epci                  ? inGuillemets(epci->nom)
                             : sirens[i].isEmpty() ? u"Sans intercommunalité"_s
                                                   : sirens[i];
        const QString count = base::frenchCount(members[sirens[i]], u"commune"_s, u"communes"_s);
        theme.shades.push_back({u"%1 (%2)"_s.arg(name, count), look.families[i % look.families.size()], false,
                                sirens.size() > 1 ? QString(QChar(u'A' + int(i % 26))) : QString()});
        for (const auto &[id, commune] : communes)
            if (commune->epci == sirens[i]) {
                theme.shadeOf[commune->code] = i;
                theme.values[commune->code] = name;
            }
    }
    return theme;
}

} // namespace

Color readableOn(Color fill, const MapLook &look)
{
    return contrast(look.ink, fill) >= contrast(look.inkOnDark, fill) ? look.ink : look.inkOnDark;
}

Color lineOn(Color fill, const MapLook &look)
{
    return contrast(look.line, fill) >= contrast(look.lineOnDark, fill) ? look.line : look.lineOnDark;
}

Theme themeOf(const MapRequest &request, const domain::Projet &projet, const reference::Reference &reference)
{
    const Communes communes = domain::communesParNom(projet);
    Theme theme;
    if (request.colour == MapColour::Zonage)
        theme = zonage(communes, request.look);
    else if (request.colour == MapColour::Intercommunalite)
        theme = intercommunalites(communes, reference.communes(), request.look);
    else if (request.colour == MapColour::Valeurs && request.values)
        theme = values(*request.values, communes, request.look);
    else
        theme = population(communes, reference.communes(), request.look);
    dropUnused(theme);
    return theme;
}

} // namespace report::maps
