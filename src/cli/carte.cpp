#include "cli/carte.h"

#include "base/text.h"
#include "formats/carte.h"
#include "imports/contours_import.h"
#include "report/map_project.h"

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The indicator known by commune whose title is, or else alone holds, those words; a sentence when there is none such.
base::Result<const report::MapValues *> valuesNamed(const std::vector<report::MapValues> &offered, const QString &asked)
{
    const QString wanted = base::fold(asked);
    std::vector<const report::MapValues *> found;
    QStringList known = report::mapColourCodes();
    for (const report::MapValues &each : offered) {
        const QString title = base::fold(each.title);
        if (title == wanted)
            return &each;
        if (!wanted.isEmpty() && title.contains(wanted))
            found.push_back(&each);
        known << u"« %1 »"_s.arg(each.title);
    }
    if (found.size() == 1)
        return found.front();
    const QString problem =
        found.empty() ? u"La couleur « %1 » n’existe pas."_s : u"Plusieurs indicateurs ont « %1 » dans leur titre."_s;
    return base::Error{base::ErrorCode::NotFound, problem.arg(asked) + u" Couleurs : %1."_s.arg(known.join(u", "_s)),
                       asked};
}

Exit noContours(const base::Error &error, Console &console)
{
    const Exit code = fail(console, error);
    if (error.code == base::ErrorCode::NotFound)
        console.err << imports::contourGuide() << u" Puis : cpts contours communes-100m.geojson."_s << '\n';
    return code;
}

} // namespace

Exit exportCarte(const Arguments &arguments, const domain::Projet &projet, Console &console)
{
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    const std::vector<report::MapValues> offered = report::mapValuesOf(projet);
    report::MapRequest request;
    request.autresCpts = report::autresCptsDe(projet);
    if (const QString asked = arguments.value(u"couleur"_s); arguments.has(u"couleur"_s)) {
        const auto known = report::mapColourOfCode(asked);
        const auto values = known ? base::Result<const report::MapValues *>(nullptr) : valuesNamed(offered, asked);
        if (!values)
            return wrong(console, values.error().message);
        request.values = values.value();
        request.colour = known.value_or(report::MapColour::Valeurs);
    }
    const auto contours = reference::ContourStore().around(report::territoryCodes(projet));
    if (!contours)
        return noContours(contours.error(), console);
    const QString format = arguments.has(u"format"_s) ? arguments.value(u"format"_s) : formats::mapFormats().front();
    if (format != u"svg")
        warnOfMissingFonts(console);
    const auto bytes =
        formats::exportedMap({reference.value(), contours.value(), console.clock.today()}, projet, request, format,
                             arguments.has(u"a3"_s) ? formats::Paper::A3 : formats::Paper::A4);
    if (!bytes)
        return fail(console, bytes.error());
    const auto map = report::territoryMap(projet, reference.value(), contours.value());
    console.out << (map ? map->shape : QString()) << '\n';
    return save(bytes.value(), arguments.value(u"sortie"_s), console);
}

} // namespace cli
