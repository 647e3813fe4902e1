#include "base/file.h"
#include "base/paths.h"
#include "cli/common.h"
#include "cli/verbs.h"
#include "domain/json.h"

#include <QFileInfo>

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

base::Result<domain::Projet> example()
{
    const auto bytes = base::readFile(base::referenceFolder() + u"/../exemples/vallees.json"_s);
    if (!bytes)
        return bytes.error();
    const auto read = domain::projetFromJson(bytes.value());
    if (!read)
        return read.error();
    return read.value().projet;
}

base::Result<domain::Projet> empty(const QString &trame, const QDate &today)
{
    if (trame.isEmpty())
        return base::Error{base::ErrorCode::NotFound,
                           u"Aucune trame n’est installée. Rien n’a été écrit ; réinstallez le programme."_s,
                           base::templatesFolder()};
    const auto reference = loadReference();
    if (!reference)
        return reference.error();
    return domain::nouveauProjet({}, trame, reference.value().communes().vintage(), today);
}

} // namespace

Exit nouveau(const Arguments &arguments, Console &console)
{
    const bool fromExample = arguments.has(u"exemple"_s);
    const QStringList trames = base::installedTrames();
    const QString asked = arguments.value(u"trame"_s);
    if (fromExample && !asked.isEmpty())
        return wrong(console, u"L’exemple a déjà sa trame : choisissez entre --exemple et --trame."_s);
    if (!asked.isEmpty() && !trames.contains(asked))
        return wrong(console, u"La trame « %1 » n’est pas installée. Trames : %2."_s.arg(asked, trames.join(u", "_s)));
    auto projet = fromExample ? example() : empty(asked.isEmpty() ? trames.value(0) : asked, console.clock.today());
    if (!projet)
        return fail(console, projet.error());
    if (arguments.has(u"nom"_s))
        projet.value().identite.nom = arguments.value(u"nom"_s);
    // Without the suffix, neither `lister` nor the file manager would know it.
    const QString name = arguments.positionals.front();
    const QString path = QFileInfo(name).suffix().isEmpty() ? name + u".cpts"_s : name;
    const auto created = dossier::Dossier::create(path, projet.value(), console.clock, false, patientOptions());
    if (!created)
        return fail(console, created.error());
    console.out << u"Projet créé : %1"_s.arg(path) << '\n';
    return Exit::Well;
}

} // namespace cli
