#include "imports/draft.h"

#include "base/paths.h"
#include "base/text.h"
#include "domain/rank.h"
#include "imports/cell_values.h"
#include "imports/commune_facts.h"
#include "imports/describe.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr size_t mostRemarks = 100;
constexpr qsizetype mostColumns = 20;

// A column nobody told of is a column that its owner believes read.
QString columnsLeftAside(const QStringList &names)
{
    QString said = names.mid(0, mostColumns).join(u", "_s);
    if (const qsizetype more = names.size() - mostColumns; more > 0)
        said += u" et %1"_s.arg(base::frenchCount(more, u"autre"_s, u"autres"_s));
    return (names.size() > 1 ? u"Colonnes laissées de côté : %1"_s : u"Colonne laissée de côté : %1"_s).arg(said);
}

} // namespace

void Draft::remark(int line, const QString &sentence)
{
    if (m_remarks.size() < mostRemarks)
        m_remarks.push_back({line, sentence});
    else
        ++m_moreRemarks;
}

void Draft::unmatched(const QString &line)
{
    if (m_unmatched.contains(line))
        return;
    if (size_t(m_unmatched.size()) < mostRemarks)
        m_unmatched.push_back(line);
    else
        ++m_moreUnmatched;
}

void Draft::unknownCommune(const QString &text, const std::vector<CommuneCandidate> &candidates)
{
    const bool known = std::any_of(m_communes.begin(), m_communes.end(),
                                   [&text](const UnknownCommune &each) { return each.text == text; });
    if (!known && m_communes.size() < mostRemarks)
        m_communes.push_back({text, candidates});
}

domain::IndicateurDiagnostic &Draft::indicator(const QString &key, const QString &title)
{
    const QString wanted = base::fold(title);
    const domain::Id id = domain::Id::fromKey(u"indicateur:"_s + key);
    for (const auto &[each, record] : after.indicateurs)
        if (base::fold(record.intitule) == wanted)
            return *after.indicateurs.find(each);
    if (auto *known = after.indicateurs.find(id))
        return *known;
    const QString rank = domain::rankBetween(lastRank(after.indicateurs), {});
    auto &added = after.indicateurs.insert(id);
    added.rang = rank;
    added.intitule = title;
    return added;
}

ImportProposal Draft::finish(const std::vector<Remark> &reading, const QStringList &columnsLeft) const
{
    ImportProposal proposal;
    proposal.changes = domain::diff(m_before, after);
    proposal.summary = m_summary;
    for (const QString &line : describeChanges(proposal.changes))
        proposal.summary.push_back(line);
    if (proposal.changes.empty())
        proposal.summary.push_back(u"Rien ne change dans le projet"_s);
    if (!columnsLeft.isEmpty())
        proposal.summary.push_back(columnsLeftAside(columnsLeft));
    proposal.remarks = reading;
    proposal.remarks.insert(proposal.remarks.end(), m_remarks.begin(), m_remarks.end());
    std::stable_sort(proposal.remarks.begin(), proposal.remarks.end(),
                     [](const Remark &a, const Remark &b) { return a.line < b.line; });
    if (m_moreRemarks > 0)
        proposal.remarks.push_back(
            {0, u"et %1"_s.arg(base::frenchCount(m_moreRemarks, u"autre remarque"_s, u"autres remarques"_s))});
    proposal.unmatched = m_unmatched;
    proposal.communes = m_communes;
    if (m_moreUnmatched > 0)
        proposal.unmatched.push_back(u"et %1 de plus"_s.arg(base::frenchNumber(m_moreUnmatched)));
    return proposal;
}

base::Error noTerritory()
{
    return {base::ErrorCode::Invalid,
            u"Le projet n’a encore aucune commune : ce fichier ne peut pas être lu pour son territoire. Rien n’a été "
            "modifié. Choisissez d’abord les communes."_s,
            {}};
}

base::Error nothingFound(const ImportJob &job, const QString &sought)
{
    return {
        base::ErrorCode::Invalid,
        u"%1 : %2. Rien n’a été modifié. Vérifiez que c’est le bon fichier et que les colonnes sont les bonnes."_s.arg(
            job.input.what(), sought),
        {}};
}

domain::Number ImportJob::year(const QStringList &texts) const
{
    if (options.annee)
        return options.annee;
    for (const QString &text : texts)
        if (const auto found = readYear(text))
            return found;
    return readYear(input.name);
}

QString ImportJob::referenceFolder() const
{
    return options.referenceFolder.isEmpty() ? base::referenceFolder() : options.referenceFolder;
}

QString ImportJob::plain(const QString &field) const
{
    const QString text = rows.text(field).simplified();
    return isFormula(text) ? QString() : text;
}

bool saysTheSame(const domain::Value &a, const domain::Value &b)
{
    const QString *one = std::get_if<QString>(&a);
    const QString *other = std::get_if<QString>(&b);
    if (!one || !other)
        return a == b;
    if (one->contains(u'@') || other->contains(u'@'))
        return one->compare(*other, Qt::CaseInsensitive) == 0;
    return *one == *other || (base::fold(*one) == base::fold(*other) && !base::fold(*one).isEmpty());
}

QString keptField(const domain::FieldDescription &field, const domain::Value &said)
{
    const auto *text = std::get_if<QString>(&said);
    const bool quoted = text && (field.name == "email"_L1 || field.name == "telephone"_L1);
    return field.label.toLower() + (quoted ? u" (« %1 »)"_s.arg(text->left(90)) : QString());
}

Completion completeRecord(const domain::TableDescription &table, void *into, const void *from, const QString &identity)
{
    Completion completion;
    for (const domain::FieldDescription &field : table.fields) {
        const domain::Value said = field.get(from);
        const domain::Value there = field.get(into);
        if (said == field.initial || saysTheSame(said, there) || (!identity.isEmpty() && field.name == identity))
            continue;
        if (there == field.initial)
            completion.changed = field.set(into, said) || completion.changed;
        else
            completion.kept.push_back(keptField(field, said));
    }
    return completion;
}

void tellCompletion(ImportJob &job, const Completion &completion, const QString &name, bool twice)
{
    const QString kept = base::frenchList(completion.kept);
    if (twice && kept.isEmpty())
        job.draft.remark(job.rows.line(), u"« %1 » figure deux fois dans la liste"_s.arg(name));
    else if (twice)
        job.draft.remark(
            job.rows.line(),
            u"« %1 » figure deux fois dans la liste, qui diffère : %2 ; ce qui a été lu d’abord est gardé"_s.arg(name,
                                                                                                                 kept));
    else if (!kept.isEmpty())
        job.draft.remark(
            job.rows.line(),
            u"« %1 » est déjà dans le projet, qui dit autre chose : %2 ; le projet est gardé"_s.arg(name, kept));
}

} // namespace imports
