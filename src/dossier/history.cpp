#include "dossier/history.h"

#include <algorithm>

namespace dossier
{

using domain::Change;
using domain::ChangeList;
using store::JournalRow;
using store::Step;

namespace
{

qint64 textSize(const domain::Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text ? text->size() : 0;
}

qint64 weightOf(const JournalRow &row)
{
    qint64 weight = 0;
    for (const Change &change : row.changes)
        weight += 100 + textSize(change.before) + textSize(change.after);
    return weight;
}

// One list that does what both do in turn: a field set twice is set once.
ChangeList composed(ChangeList first, const ChangeList &second)
{
    for (const Change &change : second) {
        const auto same =
            std::find_if(first.rbegin(), first.rend(), [&](const Change &each) { return each.at == change.at; });
        if (same == first.rend())
            first.push_back(change);
        else
            same->after = change.after;
    }
    std::erase_if(first,
                  [](const Change &each) { return each.type == Change::Type::Set && each.before == each.after; });
    return first;
}

bool all(const ChangeList &changes, bool (*test)(const Change &))
{
    return std::all_of(changes.begin(), changes.end(), test);
}

} // namespace

History::History(store::Journal journal) : m_rows(std::move(journal))
{
    qint64 last = 0;
    for (const JournalRow &row : m_rows) {
        m_applied += row.undone ? 0 : 1;
        m_nextSequence = std::max(m_nextSequence, row.sequence + 1);
        m_nextGroup = std::max(m_nextGroup, row.group + 1);
        m_weight += weightOf(row);
        m_steps += row.group != last ? 1 : 0;
        last = row.group;
    }
}

bool History::joins(const ChangeList &changes, const QString &mergeKey) const
{
    return !mergeKey.isEmpty() && mergeKey == m_key && m_applied > 0 && m_applied == m_rows.size() &&
           all(changes, [](const Change &each) { return each.type == Change::Type::Set; });
}

Step History::push(const QString &label, const ChangeList &changes, const QString &mergeKey, const QDateTime &at)
{
    const bool sameStep = joins(changes, mergeKey);
    const bool canGrow = sameStep && !m_sealed && all(m_rows.back().changes, [](const Change &each) {
                             return each.type != Change::Type::Remove;
                         });
    m_key = mergeKey;
    return canGrow ? join(changes, at) : append(label, changes, sameStep, at);
}

Step History::pushMerge(const QString &label, const ChangeList &changes, const QDateTime &at)
{
    closeStep();
    const bool answers = lastIsMerge();
    Step step = append(answers ? undoLabel() : label, changes, answers, at);
    m_merge = m_rows.back().group;
    return step;
}

Step History::append(const QString &label, const ChangeList &changes, bool sameStep, const QDateTime &at)
{
    Step step;
    dropUndone(step);
    const qint64 group = sameStep ? m_rows.back().group : m_nextGroup++;
    m_rows.push_back({m_nextSequence++, base::Id::create().toString(), group, label, at, changes, false});
    m_applied = m_rows.size();
    m_weight += weightOf(m_rows.back());
    m_steps += sameStep ? 0 : 1;
    m_sealed = false;
    step.changes = changes;
    step.rows.push_back(m_rows.back());
    dropOldest(step);
    return step;
}

Step History::join(const ChangeList &changes, const QDateTime &at)
{
    JournalRow &row = m_rows.back();
    m_weight -= weightOf(row);
    row.changes = composed(std::move(row.changes), changes);
    row.uid = base::Id::create().toString(); // not the row that another copy may hold any more
    row.at = at;
    m_weight += weightOf(row);
    Step step;
    step.changes = changes;
    if (!row.changes.empty()) {
        step.rows.push_back(row);
        dropOldest(step);
        return step;
    }
    // Typed, then erased: nothing is left to undo.
    step.removed.push_back(row.sequence);
    const qint64 group = row.group;
    m_rows.pop_back();
    m_applied = m_rows.size();
    m_steps -= m_rows.empty() || m_rows.back().group != group ? 1 : 0;
    closeStep();
    return step;
}

void History::dropUndone(Step &step)
{
    qint64 last = m_applied > 0 ? m_rows[m_applied - 1].group : 0;
    for (size_t at = m_applied; at < m_rows.size(); ++at) {
        step.removed.push_back(m_rows[at].sequence);
        m_weight -= weightOf(m_rows[at]);
        m_steps -= m_rows[at].group != last ? 1 : 0;
        last = m_rows[at].group;
    }
    m_rows.resize(m_applied);
}

void History::dropOldest(Step &step)
{
    while (m_steps > 1 && (m_steps > maximumSteps || m_weight > maximumWeight)) {
        const size_t count = stepEnd(0);
        for (size_t at = 0; at < count; ++at) {
            step.removed.push_back(m_rows[at].sequence);
            m_weight -= weightOf(m_rows[at]);
        }
        m_rows.erase(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(count));
        m_applied -= count;
        --m_steps;
    }
}

size_t History::stepBegin(size_t end) const
{
    size_t begin = end;
    while (begin > 0 && m_rows[begin - 1].group == m_rows[end - 1].group)
        --begin;
    return begin;
}

size_t History::stepEnd(size_t begin) const
{
    size_t end = begin;
    while (end < m_rows.size() && m_rows[end].group == m_rows[begin].group)
        ++end;
    return end;
}

ChangeList History::undoing() const
{
    ChangeList changes;
    for (size_t at = m_applied; at > stepBegin(m_applied); --at) {
        const ChangeList back = domain::invert(m_rows[at - 1].changes);
        changes.insert(changes.end(), back.begin(), back.end());
    }
    return changes;
}

ChangeList History::redoing() const
{
    ChangeList changes;
    for (size_t at = m_applied; at < stepEnd(m_applied); ++at)
        changes.insert(changes.end(), m_rows[at].changes.begin(), m_rows[at].changes.end());
    return changes;
}

Step History::confirmUndo()
{
    Step step;
    step.changes = undoing();
    const size_t begin = stepBegin(m_applied);
    while (m_applied > begin) {
        m_rows[--m_applied].undone = true;
        step.undone.emplace_back(m_rows[m_applied].sequence, true);
    }
    closeStep();
    return step;
}

Step History::confirmRedo()
{
    Step step;
    step.changes = redoing();
    const size_t end = stepEnd(m_applied);
    while (m_applied < end) {
        m_rows[m_applied].undone = false;
        step.undone.emplace_back(m_rows[m_applied++].sequence, false);
    }
    closeStep();
    return step;
}

} // namespace dossier
