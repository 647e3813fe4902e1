#include "base/file.h"
#include "base/text.h"
#include "cli/common.h"
#include "cli/verbs.h"
#include "store/container.h"

#include <QDir>

namespace cli
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// A project of the folder: its summary, or why it can't be read.
struct Entry {
    QString file;
    bool empty = false; // nothing in the file: a copy that did not come to its end
    base::Result<store::Resume> resume;
    std::optional<controle::Readiness> readiness; // as of today, of what the file holds
};

// Read once, whole, and judged again: what a file says of itself may be older than the criteria, or missing.
Entry entryOf(const QString &name, const QString &path, const reference::Reference &reference, Console &console)
{
    const auto bytes = base::readFile(path, store::maximumFile);
    const auto opened = bytes ? store::fromBytes(bytes.value()) : base::Result<store::Opened>(bytes.error());
    if (!opened)
        return {name, bytes && bytes.value().isEmpty(), opened.error(), {}};
    Entry entry{name, false, store::resumeOf(opened.value().contents), {}};
    entry.readiness = readinessNow(opened.value().contents.projet, reference, console);
    entry.resume.value().complete = entry.readiness->percent;
    return entry;
}

std::vector<Entry> entriesOf(const QDir &folder, const reference::Reference &reference, Console &console)
{
    QStringList names = folder.entryList({u"*.cpts"_s}, QDir::Files | QDir::Hidden);
    std::sort(names.begin(), names.end(), base::frenchLess);
    std::vector<Entry> entries;
    for (const QString &name : names)
        entries.push_back(entryOf(name, folder.filePath(name), reference, console));
    return entries;
}

QString phaseLabel(const QString &code)
{
    for (const auto &[phase, choice] : domain::Choices<domain::Phase>::all())
        if (choice.code == code)
            return choice.label;
    return code;
}

Json numberOrNull(const auto &number)
{
    return number ? Json(*number) : Json();
}

// The fact alone: what can be done about it is said where the file is opened.
QString shortReason(const Entry &entry)
{
    if (entry.empty)
        return u"Ce fichier est vide."_s;
    const QString whole = entry.resume.error().message.simplified();
    const qsizetype end = whole.indexOf(u". "_s);
    return end < 0 ? whole : whole.left(end + 1);
}

Json toJson(const Entry &entry)
{
    Json json = {{"fichier", utf8(entry.file)}};
    if (!entry.resume) {
        json["erreur"] = utf8(shortReason(entry));
        return json;
    }
    const store::Resume &resume = entry.resume.value();
    json["projet"] = utf8(resume.project.toString());
    json["nom"] = utf8(resume.name);
    json["phase"] = utf8(resume.phase);
    json["trame"] = utf8(resume.trame);
    json["departements"] = Json::array();
    for (const QString &each : resume.departements.split(u", "_s, Qt::SkipEmptyParts))
        json["departements"].push_back(utf8(each));
    json["communes"] = resume.communes;
    json["population"] = numberOrNull(resume.population);
    json["pourcentage"] = numberOrNull(resume.complete);
    json["bloquants"] = entry.readiness ? Json(entry.readiness->blocking) : Json();
    json["ameliorations"] = entry.readiness ? Json(entry.readiness->improvements) : Json();
    json["creeLe"] = resume.createdOn.isValid() ? Json(utf8(resume.createdOn.toString(Qt::ISODate))) : Json();
    json["enregistreLe"] =
        resume.publishedAt.isValid() ? Json(utf8(resume.publishedAt.toUTC().toString(Qt::ISODate))) : Json();
    json["recupere"] = resume.salvaged;
    json["erreur"] = Json();
    return json;
}

// "11 bloquants", "2 points à améliorer", "prêt".
QString remaining(const Entry &entry)
{
    if (!entry.readiness)
        return {};
    if (entry.readiness->blocking > 0)
        return base::frenchCount(entry.readiness->blocking, u"bloquant"_s, u"bloquants"_s);
    if (entry.readiness->improvements > 0)
        return base::frenchCount(entry.readiness->improvements, u"point à améliorer"_s, u"points à améliorer"_s);
    return u"prêt"_s;
}

QStringList cellsOf(const Entry &entry)
{
    if (!entry.resume)
        return {entry.file, {}, {}, {}, {}, {}, {}, {}, {}, shortReason(entry)};
    const store::Resume &resume = entry.resume.value();
    return {entry.file,
            resume.name,
            phaseLabel(resume.phase),
            resume.departements,
            base::frenchNumber(resume.communes),
            resume.population ? base::frenchNumber(*resume.population) : QString(),
            resume.complete ? u"%1 %"_s.arg(*resume.complete) : QString(),
            remaining(entry),
            base::frenchShortDate(resume.publishedAt.toLocalTime().date()),
            resume.salvaged ? u"récupéré d’un fichier abîmé"_s : QString()};
}

// Columns as wide as their longest cell; the last one, which may be a sentence, is not padded.
void writeTable(Console &console, const std::vector<QStringList> &rows)
{
    QList<qsizetype> widths(rows.front().size(), 0);
    for (const QStringList &row : rows)
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row[i].leftJustified(widths[i]) + u"  "_s : row[i];
        while (line.endsWith(u' '))
            line.chop(1);
        console.out << line << '\n';
    }
}

} // namespace

Exit lister(const Arguments &arguments, Console &console)
{
    const QString path = arguments.positionals.front();
    const QDir folder(path);
    if (!folder.exists() || !folder.isReadable())
        return fail(console,
                    {base::ErrorCode::NotFound,
                     u"Le dossier « %1 » n’existe pas ou ne peut pas être lu. Vérifiez son nom."_s.arg(path), path});
    const auto reference = loadReference();
    if (!reference)
        return fail(console, reference.error());
    const std::vector<Entry> entries = entriesOf(folder, reference.value(), console);
    const bool unreadable =
        std::any_of(entries.begin(), entries.end(), [](const Entry &entry) { return !entry.resume; });
    if (arguments.has(u"json"_s)) {
        Json json = {{"format", "cpts-lister"}, {"version", 1}};
        json["dossier"] = utf8(path);
        json["projets"] = Json::array();
        for (const Entry &entry : entries)
            json["projets"].push_back(toJson(entry));
        writeJson(console, json);
    } else if (entries.empty()) {
        console.out << u"Aucun projet dans ce dossier."_s << '\n';
    } else {
        std::vector<QStringList> rows{{u"Fichier"_s, u"Projet"_s, u"Étape en cours"_s, u"Départements"_s, u"Communes"_s,
                                       u"Habitants"_s, u"Rempli"_s, u"Reste"_s, u"Enregistré"_s, u"Remarque"_s}};
        for (const Entry &entry : entries)
            rows.push_back(cellsOf(entry));
        writeTable(console, rows);
    }
    return unreadable ? Exit::File : Exit::Well;
}

} // namespace cli
