#include "base/file.h"
#include "base/text.h"
#include "base/written_date.h"
#include "cli/common.h"
#include "cli/verbs.h"
#include "imports/communes.h"
#include "imports/correspondence.h"
#include "imports/json_import.h"
#include "imports/profiles.h"

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
    domain::Contenus contenus = {};
};

bool isJson(const QString &path, const QByteArray &bytes)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) || bytes.left(512).trimmed().startsWith('{');
}

// Two projects under one name are told apart by nobody: both are named, and the way back.
QString otherProjectWarning(const imports::JsonProposal &proposal, const domain::Projet &projet)
{
    const QString here = projet.identite.nom;
    if (proposal.name.isEmpty() || proposal.name == here)
        return u"Attention : ce fichier vient d’un autre projet."_s;
    QString sentence = u"Attention : ce fichier vient d’un autre projet, « %1 »."_s.arg(proposal.name);
    if (here.isEmpty())
        return sentence;
    return sentence +
           u" Le projet « %1 » en prend le nom et le contenu. « Annuler », dans le programme, le défait."_s.arg(here);
}

base::Result<Import> importJson(const QByteArray &bytes, const dossier::Dossier &dossier, bool replace)
{
    const auto mode = replace ? imports::JsonMode::Replace : imports::JsonMode::Complete;
    const auto proposal = imports::proposeJson(bytes, dossier.projet(), dossier.id(), mode);
    if (!proposal)
        return proposal.error();
    Import result{u"Importer un projet JSON"_s, {}, proposal.value().changes, {}, proposal.value().contenus};
    for (const QString &line : proposal.value().summary)
        result.report += line + u'\n';
    if (!proposal.value().overwritten.isEmpty())
        result.report += u"Remplacé par ce que dit le fichier\n"_s;
    for (const QString &line : proposal.value().overwritten)
        result.report += u"  "_s + line + u'\n';
    if (result.changes.empty())
        result.report = u"Le projet dit déjà tout cela\n"_s;
    if (proposal.value().otherProject)
        result.warning = otherProjectWarning(proposal.value(), dossier.projet());
    return result;
}

base::Result<Import> importCommunes(const imports::ImportInput &input, const dossier::Dossier &dossier)
{
    using Outcome = imports::CommuneLine::Outcome;
    const auto reference = loadReference();
    if (!reference)
        return reference.error();
    const auto &communes = reference.value().communes();
    const auto proposal = imports::proposeCommunes(input, communes, dossier.projet());
    if (!proposal)
        return proposal.error();
    const QString report = imports::communeReport(proposal.value(), communes, dossier.projet());
    if (proposal.value().count(Outcome::Matched) == 0)
        return base::Error{
            base::ErrorCode::Invalid,
            report + u"%1 : aucune commune n’a été reconnue avec certitude. Rien n’a été modifié."_s.arg(input.what()),
            {}};
    Import result{u"Importer une liste de communes"_s,
                  report,
                  imports::communeChanges(proposal.value(), communes, dossier.projet()),
                  {}};
    const qint64 left = qint64(proposal.value().lines.size()) - proposal.value().count(Outcome::Matched);
    if (left > 0)
        result.warning = u"Attention : %1 de côté. Précisez le code Insee dans la liste, puis recommencez."_s.arg(
            base::frenchCount(left, u"ligne laissée"_s, u"lignes laissées"_s));
    return result;
}

// What each column is, as the option says it: in words, or by the name of a JSON file. Titles that no profile knows are
// the first row that holds those that are named.
base::Result<void> setColumns(const Arguments &arguments, const imports::Profile &profile,
                              const imports::ImportInput &input, imports::ImportOptions &options)
{
    QString text = arguments.value(u"correspondance"_s);
    if (text.endsWith(".json"_L1, Qt::CaseInsensitive)) {
        const auto bytes = base::readFile(text);
        if (!bytes)
            return bytes.error();
        text = QString::fromUtf8(bytes.value());
    }
    const auto seen = imports::preview(profile.code, input, options);
    if (!seen)
        return seen.error();
    const auto &rows = seen.value().rows;
    const bool titled = seen.value().titleLine > 0 || rows.empty();
    auto mapping = imports::readCorrespondence(text, seen.value().titles, profile);
    // Told of the first row: what is under it is no title.
    const auto told = titled || mapping ? mapping : imports::readCorrespondence(text, rows.front(), profile);
    for (size_t i = 0; !mapping && !titled && i < rows.size(); ++i) {
        mapping = imports::readCorrespondence(text, rows[i], profile);
        if (mapping)
            options.ligneTitres = seen.value().lines[i];
    }
    if (!mapping)
        return told.error();
    options.colonnes = std::move(mapping).value();
    return {};
}

// The profiles, what they bring and the columns they know; those that are needed bear a star.
Exit listProfiles(Console &console)
{
    for (const imports::Profile &profile : imports::profiles()) {
        QStringList fields;
        for (const imports::ImportField &field : profile.fields)
            fields.push_back(u"%1%2 (%3)"_s.arg(field.code, field.required ? u"*"_s : QString(), field.label));
        console.out << profile.code << u" : "_s << profile.nom << '\n'
                    << u"  "_s << profile.description << '\n'
                    << u"  "_s << profile.source << '\n'
                    << u"  Champs : "_s << fields.join(u", "_s) << '\n';
    }
    console.out << u"* colonne nécessaire"_s << '\n';
    return Exit::Well;
}

base::Result<Import> importProfile(const Arguments &arguments, const dossier::Dossier &dossier)
{
    const auto reference = loadReference();
    if (!reference)
        return reference.error();
    const imports::Profile &profile = *imports::profileNamed(arguments.value(u"profil"_s));
    imports::ImportOptions options;
    options.colonne = arguments.value(u"colonne"_s);
    options.choice = u"Ajoutez : --colonne \"TITRE\"."_s;
    options.feuille = arguments.value(u"feuille"_s);
    options.liberauxSeulement = arguments.has(u"liberaux"_s);
    if (arguments.has(u"annee"_s))
        options.annee = arguments.value(u"annee"_s).toLongLong();
    const auto input = imports::ImportInput::file(arguments.positionals.at(1));
    if (arguments.has(u"correspondance"_s))
        if (const auto said = setColumns(arguments, profile, input, options); !said)
            return said.error();
    const auto proposal = imports::propose(profile.code, input, dossier.projet(), reference.value(), options);
    if (!proposal)
        return proposal.error();
    Import result{
        u"Importer : "_s + profile.nom, imports::importReport(proposal.value()), proposal.value().changes, {}};
    if (const auto left = qint64(proposal.value().unmatched.size()); left > 0)
        result.warning =
            u"Attention : %1."_s.arg(base::frenchCount(left, u"élément non reconnu"_s, u"éléments non reconnus"_s));
    return result;
}

// « --profil communes » is what is done without the option, whatever the titles look like.
bool asksCommunes(const Arguments &arguments)
{
    const QString asked = base::fold(arguments.value(u"profil"_s));
    return asked == u"communes" || asked == u"commune";
}

QString unknownProfile(const QString &asked)
{
    QStringList names{u"communes"_s};
    for (const imports::Profile &each : imports::profiles()) {
        const QString other = imports::otherNames(each.code).value(0);
        names.push_back(other.isEmpty() ? each.code : u"%1 (ou %2)"_s.arg(each.code, other));
    }
    return u"Le profil « %1 » n’existe pas. Profils : %2."_s.arg(asked, names.join(u", "_s));
}

// Members would be lost, and the communes where they work added.
QString otherListFault(const QString &path)
{
    const imports::Profile *list = imports::listTakenForCommunes(imports::ImportInput::file(path));
    if (!list)
        return {};
    const QString one = u"Liste des "_s;
    return u"Le fichier « %1 » ressemble à %2 : ajoutez --profil %3. Rien n’a été modifié. Si ce sont des communes : "
           u"--profil communes."_s.arg(QFileInfo(path).fileName(),
                                       list->nom.startsWith(one) ? u"une liste de "_s + list->nom.mid(one.size())
                                                                 : u"une liste « %1 »"_s.arg(list->nom),
                                       list->code);
}

// What is wrong with the options, if anything.
QString fault(const Arguments &arguments)
{
    const bool profile = arguments.has(u"profil"_s) && !asksCommunes(arguments);
    if (profile && !imports::profileNamed(arguments.value(u"profil"_s)))
        return unknownProfile(arguments.value(u"profil"_s));
    if (profile && arguments.has(u"remplacer"_s))
        return u"L’option « --remplacer » ne vaut que pour un projet JSON."_s;
    for (const QString &option : {u"annee"_s, u"colonne"_s, u"feuille"_s, u"liberaux"_s, u"correspondance"_s})
        if (!profile && arguments.has(option))
            return u"L’option « --%1 » ne vaut qu’avec --profil."_s.arg(option);
    if (arguments.has(u"annee"_s) && !base::isYear(arguments.value(u"annee"_s).toLongLong()))
        return u"L’année « %1 » n’en est pas une. Exemple : --annee 2024."_s.arg(arguments.value(u"annee"_s));
    return {};
}

void tell(const Import &import, Console &console)
{
    console.out << import.report;
    if (!import.warning.isEmpty())
        console.err << import.warning << '\n';
}

// Nothing is told as added before it is kept.
Exit apply(const Import &import, dossier::Dossier &dossier, Console &console)
{
    if (dossier.isReadOnly()) {
        console.err << u"Ce projet ne peut pas être modifié. Rien n’a été changé."_s << '\n';
        return Exit::File;
    }
    dossier.holdAll(import.contenus);
    if (const auto edited = dossier.edit(import.label, import.changes); !edited)
        return fail(console, edited.error());
    keepCompleteness(dossier, console);
    if (const auto published = dossier.publishNow(); !published)
        return fail(console, published.error());
    tell(import, console);
    return Exit::Well;
}

} // namespace

Exit importer(const Arguments &arguments, Console &console)
{
    if (const QString sentence = fault(arguments); !sentence.isEmpty())
        return wrong(console, sentence);
    if (arguments.has(u"profils"_s))
        return listProfiles(console);
    const QString path = arguments.positionals.at(1);
    const bool dry = arguments.has(u"a-blanc"_s);
    const bool profile = arguments.has(u"profil"_s) && !asksCommunes(arguments);
    // Official files may be larger than the memory: a profile reads them by itself.
    const auto bytes = profile ? base::Result<QByteArray>(QByteArray()) : base::readFile(path);
    if (!bytes)
        return fail(console, bytes.error());
    const bool json = !arguments.has(u"profil"_s) && isJson(path, bytes.value());
    if (!json && arguments.has(u"remplacer"_s))
        return wrong(console, u"L’option « --remplacer » ne vaut que pour un projet JSON."_s);
    if (!json && !arguments.has(u"profil"_s))
        if (const QString sentence = otherListFault(path); !sentence.isEmpty())
            return wrong(console, sentence);
    const auto mode = dry ? dossier::Dossier::Mode::ReadOnly : dossier::Dossier::Mode::Edit;
    const auto opened = openProject(arguments.positionals.front(), mode, console);
    if (!opened)
        return fail(console, opened.error());
    const auto input = imports::ImportInput::memory(bytes.value(), QFileInfo(path).fileName());
    const auto import = profile ? importProfile(arguments, *opened.value())
                        : json  ? importJson(bytes.value(), *opened.value(), arguments.has(u"remplacer"_s))
                                : importCommunes(input, *opened.value());
    if (!import)
        return fail(console, import.error());
    if (dry) {
        tell(import.value(), console);
        console.out << u"Essai à blanc : rien n’a été modifié."_s << '\n';
        return Exit::Well;
    }
    return apply(import.value(), *opened.value(), console);
}

} // namespace cli
