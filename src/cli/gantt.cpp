#include "cli/gantt.h"

#include "formats/gantt.h"

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QDate dateOf(const Arguments &arguments, const QString &option)
{
    return QDate::fromString(arguments.value(option), Qt::ISODate);
}

} // namespace

QString ganttFault(const Arguments &arguments)
{
    if (!arguments.has(u"gantt"_s)) {
        for (const QString &option : {u"du"_s, u"au"_s})
            if (arguments.has(option))
                return u"--%1 ne vaut que pour le calendrier en barres : --gantt --%1."_s.arg(option);
        return {};
    }
    for (const QString &option :
         {u"plan-action"_s, u"calendrier"_s, u"carte"_s, u"fil-rouge"_s, u"ccopd"_s, u"budget"_s})
        if (arguments.has(option))
            return u"Le calendrier en barres s’écrit à part : choisissez entre --gantt et --%1."_s.arg(option);
    if (arguments.has(u"du"_s) != arguments.has(u"au"_s))
        return u"Donnez les deux dates de la période : --du AAAA-MM-JJ --au AAAA-MM-JJ."_s;
    for (const QString &option : {u"du"_s, u"au"_s})
        if (arguments.has(option) && !dateOf(arguments, option).isValid())
            return u"« %1 » n’est pas une date du calendrier, écrite AAAA-MM-JJ. Par exemple : --%2 2027-01-01."_s.arg(
                arguments.value(option), option);
    if (arguments.has(u"du"_s) && dateOf(arguments, u"au"_s) < dateOf(arguments, u"du"_s))
        return u"La période finit avant de commencer : --du est la première date, --au la dernière."_s;
    return {};
}

base::Result<QByteArray> ganttBytes(const Arguments &arguments, const domain::Projet &projet, Console &console)
{
    const auto trame = loadTrame(projet.identite.trame);
    if (!trame)
        return trame.error();
    const auto reference = loadReference();
    if (!reference)
        return reference.error();
    const formats::GanttRequest request{.paper = arguments.has(u"a3"_s) ? formats::Paper::A3 : formats::Paper::A4,
                                        .from = dateOf(arguments, u"du"_s),
                                        .to = dateOf(arguments, u"au"_s)};
    const QString format = arguments.has(u"format"_s) ? arguments.value(u"format"_s) : formats::ganttFormats().front();
    return formats::exportedGantt({trame.value(), reference.value(), console.clock.today()}, projet, request, format);
}

} // namespace cli
