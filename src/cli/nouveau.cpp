#include "base/file.h"
#include "base/paths.h"
#include "cli/common.h"
#include "cli/verbs.h"
#include "domain/json.h"

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString defaultTrame = u"paca-2022"_s;

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

base::Result<domain::Projet> empty(const QDate &today)
{
    const auto reference = loadReference();
    if (!reference)
        return reference.error();
    return domain::nouveauProjet({}, defaultTrame, reference.value().communes().vintage(), today);
}

} // namespace

Exit nouveau(const Arguments &arguments, Console &console)
{
    auto projet = arguments.has(u"exemple"_s) ? example() : empty(console.clock.today());
    if (!projet)
        return fail(console, projet.error());
    if (arguments.has(u"nom"_s))
        projet.value().identite.nom = arguments.value(u"nom"_s);
    const QString path = arguments.positionals.front();
    const auto created = dossier::Dossier::create(path, projet.value(), console.clock);
    if (!created)
        return fail(console, created.error());
    console.out << u"Projet créé : %1"_s.arg(path) << '\n';
    return Exit::Well;
}

} // namespace cli
