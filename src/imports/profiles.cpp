#include "imports/profiles.h"

#include "base/text.h"
#include "imports/draft.h"

#include <algorithm>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr size_t previewRows = 20;

const Runner *runner(const QString &code)
{
    for (const Runner &each : runners())
        if (each.profile.code == code)
            return &each;
    return nullptr;
}

base::Error unknownProfile(const QString &code)
{
    QStringList known;
    for (const Profile &each : profiles())
        known.push_back(each.code);
    return {base::ErrorCode::Invalid,
            u"Le profil d’import « %1 » n’existe pas. Rien n’a été modifié. Profils possibles : %2."_s.arg(
                code, known.join(u", "_s)),
            {}};
}

const QHash<QString, QStringList> &everydayWords()
{
    static const QHash<QString, QStringList> words{
        {u"personnes"_s, {u"membres"_s, u"professionnels"_s, u"adhérents"_s}},
        {u"partenaires"_s, {u"partenariats"_s}},
        {u"outils"_s, {u"outils numériques"_s}},
        {u"fiches-actions"_s, {u"plan d’action"_s, u"fiches"_s, u"actions"_s}},
        {u"valeurs-communes"_s, {u"valeurs"_s}},
        {u"insee"_s, {u"population"_s}},
        {u"zonage"_s, {u"quartiers"_s}},
        {u"listing-cpts"_s, {u"voisines"_s}}};
    return words;
}

// A whole-title pattern, made ready once: tables are tried against every profile.
const QRegularExpression &titleForm(const QString &pattern)
{
    thread_local QHash<QString, QRegularExpression> forms;
    auto form = forms.find(pattern);
    if (form == forms.end())
        form = forms.insert(pattern, QRegularExpression(QRegularExpression::anchoredPattern(pattern)));
    return *form;
}

// A column beyond the table, or a field that the profile does not have.
std::optional<base::Error> wrongMapping(const ColumnMapping &mapping, const Profile &profile)
{
    QSet<QString> seen;
    for (const auto &[column, field] : mapping) {
        if (column < 0 || !profile.field(field) || seen.contains(field))
            return base::Error{
                base::ErrorCode::Invalid,
                u"Les colonnes choisies ne conviennent pas à « %1 » (« %2 »). Rien n’a été modifié."_s.arg(profile.nom,
                                                                                                           field),
                {}};
        seen.insert(field);
    }
    return std::nullopt;
}

} // namespace

const std::vector<Runner> &runners()
{
    static const std::vector<Runner> all{personnesRunner(), partenairesRunner(), acteursRunner(),     outilsRunner(),
                                         instancesRunner(), fichesRunner(),      indicateursRunner(), valeursRunner(),
                                         rppsRunner(),      finessRunner(),      inseeRunner(),       aplRunner(),
                                         zonageRunner(),    cartosanteRunner(),  listingRunner()};
    return all;
}

const ImportField *Profile::field(const QString &wanted) const
{
    for (const ImportField &each : fields)
        if (each.code == wanted)
            return &each;
    return nullptr;
}

const std::vector<Profile> &profiles()
{
    static const auto all = [] {
        std::vector<Profile> list;
        for (const Runner &each : runners())
            list.push_back(each.profile);
        return list;
    }();
    return all;
}

const Profile *profile(const QString &code)
{
    for (const Profile &each : profiles())
        if (each.code == code)
            return &each;
    return nullptr;
}

QString plainName(const QString &text)
{
    QStringList words = base::fold(text).split(u' ');
    for (QString &each : words)
        if (each.endsWith(u's'))
            each.chop(1);
    return words.join(u' ');
}

QStringList otherNames(const QString &code)
{
    return everydayWords().value(code);
}

const Profile *profileNamed(const QString &word)
{
    const QString wanted = plainName(word);
    for (const Profile &each : profiles())
        for (const QString &name : QStringList{each.code, each.nom} + otherNames(each.code))
            if (plainName(name) == wanted)
                return &each;
    return nullptr;
}

ColumnMapping guessMapping(const QStringList &titles, const Profile &profile)
{
    ColumnMapping mapping;
    QStringList folded;
    for (const QString &title : titles)
        folded.push_back(base::fold(title));
    QSet<int> taken;
    for (const ImportField &field : profile.fields) {
        const QRegularExpression &form = titleForm(field.pattern);
        for (int column = 0; column < folded.size(); ++column) {
            if (folded[column].isEmpty() || taken.contains(column) || !form.match(folded[column]).hasMatch())
                continue;
            mapping.emplace(column, field.code);
            taken.insert(column);
            break;
        }
    }
    return mapping;
}

base::Result<ImportProposal> propose(const QString &profileCode, const ImportInput &input, const domain::Projet &projet,
                                     const reference::Reference &reference, const ImportOptions &options)
{
    const Runner *chosen = runner(profileCode);
    if (!chosen)
        return unknownProfile(profileCode);
    if (const auto wrong = wrongMapping(options.colonnes, chosen->profile))
        return *wrong;
    auto rows = FieldRows::open(input, chosen->profile, chosen->layout, options);
    if (!rows)
        return rows.error();
    Draft draft(projet);
    ImportJob job{chosen->profile, input, projet, reference, options, rows.value(), draft};
    const auto done = chosen->run(job);
    if (rows.value().error())
        return *rows.value().error();
    if (!done)
        return done.error();
    return draft.finish(rows.value().remarks(), rows.value().leftAside());
}

base::Result<ImportPreview> preview(const QString &profileCode, const ImportInput &input, const ImportOptions &options)
{
    const Runner *chosen = runner(profileCode);
    if (!chosen)
        return unknownProfile(profileCode);
    const auto choice = chooseTable(input, chosen->profile, chosen->layout, options, true);
    if (!choice)
        return choice.error();
    auto source = choice.value().tables.rows(choice.value().table, options.watch);
    if (!source)
        return source.error();
    ImportPreview shown;
    shown.tables = choice.value().tables.names();
    shown.table = shown.tables.value(choice.value().table);
    shown.form = source.value()->form();
    shown.titleLine = choice.value().titleLine;
    shown.titles = choice.value().titles;
    shown.mapping = choice.value().mapping;
    while (shown.rows.size() < previewRows && source.value()->next()) {
        if (source.value()->line() <= shown.titleLine)
            continue;
        QStringList cells;
        for (size_t column = 0; column < source.value()->cells().size(); ++column)
            cells.push_back(plainCell(source.value()->text(column)));
        while (shown.titles.size() < cells.size())
            shown.titles.push_back(QString());
        shown.rows.push_back(std::move(cells));
        shown.lines.push_back(source.value()->line());
    }
    if (source.value()->error())
        return *source.value()->error();
    return shown;
}

QString importReport(const ImportProposal &proposal)
{
    QStringList out = proposal.summary;
    if (!proposal.unmatched.isEmpty())
        out.push_back(u"Non reconnus"_s);
    for (const QString &line : proposal.unmatched)
        out.push_back(u"  "_s + line);
    if (!proposal.remarks.empty())
        out.push_back(u"Remarques"_s);
    for (const Remark &remark : proposal.remarks)
        out.push_back(remark.line > 0 ? u"  ligne %1 : %2"_s.arg(remark.line).arg(remark.sentence)
                                      : u"  "_s + remark.sentence);
    return out.join(u'\n') + u'\n';
}

} // namespace imports
