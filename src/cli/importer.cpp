#include "base/file.h"
#include "base/text.h"
#include "cli/common.h"
#include "cli/verbs.h"
#include "imports/communes.h"
#include "imports/json_import.h"

#include <QFileInfo>

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// What an import would do, whatever it comes from.
struct Import {
    QString label; // of the edit
    QString report;
    domain::ChangeList changes;
    QString warning; // for the error stream; may be empty
};

bool isJson(const QString &path, const QByteArray &bytes)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) || bytes.left(512).trimmed().startsWith('{');
}

base::Result<Import> importJson(const QByteArray &bytes, const dossier::Dossier &dossier, bool replace)
{
    const auto mode = replace ? imports::JsonMode::Replace : imports::JsonMode::Complete;
    const auto proposal = imports::proposeJson(bytes, dossier.projet(), dossier.id(), mode);
    if (!proposal)
        return proposal.error();
    Import result{u"Importer un projet JSON"_s, {}, proposal.value().changes, {}};
    for (const QString &line : proposal.value().summary)
        result.report += line + u'\n';
    if (!proposal.value().overwritten.isEmpty())
        result.report += u"Remplacé par ce que dit le fichier\n"_s;
    for (const QString &line : proposal.value().overwritten)
        result.report += u"  "_s + line + u'\n';
    if (result.changes.empty())
        result.report = u"Le projet dit déjà tout cela\n"_s;
    if (proposal.value().otherProject)
        result.warning = u"Attention : ce fichier vient d’un autre projet."_s;
    return result;
}

base::Result<Import> importCommunes(const QByteArray &bytes, const QString &what, const dossier::Dossier &dossier)
{
    using Outcome = imports::CommuneLine::Outcome;
    const auto reference = loadReference();
    if (!reference)
        return reference.error();
    const auto &communes = reference.value().communes();
    const auto proposal = imports::proposeCommunes(bytes, what, communes, dossier.projet());
    if (!proposal)
        return proposal.error();
    const QString report = imports::communeReport(proposal.value(), communes, dossier.projet());
    if (proposal.value().count(Outcome::Matched) == 0)
        return base::Error{
            base::ErrorCode::Invalid,
            report + u"%1 : aucune commune n’a été reconnue avec certitude. Rien n’a été modifié."_s.arg(what),
            {}};
    Import result{u"Importer une liste de communes"_s,
                  report,
                  imports::communeChanges(proposal.value(), communes, dossier.projet()),
                  {}};
    const qint64 left = qint64(proposal.value().lines.size()) - proposal.value().count(Outcome::Matched);
    if (left > 0)
        result.warning = u"Attention : %1 de côté. Précisez le code INSEE dans la liste, puis recommencez."_s.arg(
            base::frenchCount(left, u"ligne laissée"_s, u"lignes laissées"_s));
    return result;
}

Exit apply(const Import &import, dossier::Dossier &dossier, Console &console)
{
    if (dossier.isReadOnly()) {
        console.err << u"Ce projet ne peut pas être modifié. Rien n’a été changé."_s << '\n';
        return Exit::File;
    }
    if (const auto edited = dossier.edit(import.label, import.changes); !edited)
        return fail(console, edited.error());
    if (const auto published = dossier.publishNow(); !published)
        return fail(console, published.error());
    return Exit::Well;
}

} // namespace

Exit importer(const Arguments &arguments, Console &console)
{
    const QString path = arguments.positionals.at(1);
    const bool dry = arguments.has(u"a-blanc"_s);
    const auto bytes = base::readFile(path);
    if (!bytes)
        return fail(console, bytes.error());
    const bool json = isJson(path, bytes.value());
    if (!json && arguments.has(u"remplacer"_s))
        return wrong(console, u"L’option « --remplacer » ne vaut que pour un projet JSON."_s);
    const auto mode = dry ? dossier::Dossier::Mode::ReadOnly : dossier::Dossier::Mode::Edit;
    const auto opened = openProject(arguments.positionals.front(), mode, console);
    if (!opened)
        return fail(console, opened.error());
    const QString what = u"Le fichier « %1 »"_s.arg(QFileInfo(path).fileName());
    const auto import = json ? importJson(bytes.value(), *opened.value(), arguments.has(u"remplacer"_s))
                             : importCommunes(bytes.value(), what, *opened.value());
    if (!import)
        return fail(console, import.error());
    console.out << import.value().report;
    if (!import.value().warning.isEmpty())
        console.err << import.value().warning << '\n';
    if (dry) {
        console.out << u"Essai à blanc : rien n’a été modifié."_s << '\n';
        return Exit::Well;
    }
    return apply(import.value(), *opened.value(), console);
}

} // namespace cli
