#include "base/text.h"
#include "cli/common.h"
#include "cli/verbs.h"
#include "imports/contours_import.h"

#include <QFileInfo>

namespace cli
{

using namespace Qt::Literals::StringLiterals;

Exit contours(const Arguments &arguments, Console &console)
{
    const QString path = arguments.positionals.front();
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    imports::ContourOptions options;
    options.today = console.clock.today();
    options.source = arguments.has(u"source"_s) ? arguments.value(u"source"_s)
                                                : imports::guessedContourSource(QFileInfo(path).fileName());
    const auto done = imports::importContours(path, reference::ContourStore(), reference.value().communes(), options);
    if (!done) {
        const bool wrongFile = done.error().code == base::ErrorCode::Foreign;
        fail(console, done.error());
        if (wrongFile)
            console.err << imports::contourGuide() << '\n';
        return Exit::File;
    }
    for (const QString &line : done.value())
        console.out << line << '\n';
    console.out << u"Les contours sont enregistrés sur cet ordinateur, pour tous les projets."_s << '\n';
    return Exit::Well;
}

} // namespace cli
