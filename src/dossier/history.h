// The steps of a project in memory: what can be undone and redone, and what the working copy must be told of it.
#pragma once

#include "store/working_copy.h"

namespace dossier
{

// Steps kept, in number and in characters of text (a long text typed over and over fills a file quickly).
inline constexpr int maximumSteps = 500;
inline constexpr qint64 maximumWeight = 4'000'000;

class History
{
public:
    History() = default;
    // `journal` as read: undone rows last.
    explicit History(store::Journal journal);

    // An edit that was just applied. With the same non-empty key as the one before it, it joins its step.
    [[nodiscard]] store::Step push(const QString &label, const domain::ChangeList &changes, const QString &mergeKey,
                                   const QDateTime &at);
    // What two versions brought together changes, or the answers given after it: these go on with its step.
    [[nodiscard]] store::Step pushMerge(const QString &label, const domain::ChangeList &changes, const QDateTime &at);
    // Whether the last step done is such a one; the next merge is another step.
    [[nodiscard]] bool lastIsMerge() const { return canUndo() && m_rows[m_applied - 1].group == m_merge; }
    void closeMerge() { m_merge = 0; }
    // The next edit starts a new step.
    void closeStep() { m_key.clear(); }
    // Rows so far have left for another file: they don't change any more, though their step may go on.
    void seal() { m_sealed = true; }

    [[nodiscard]] bool canUndo() const { return m_applied > 0; }
    [[nodiscard]] bool canRedo() const { return m_applied < m_rows.size(); }
    [[nodiscard]] QString undoLabel() const { return canUndo() ? m_rows[m_applied - 1].label : QString(); }
    [[nodiscard]] QString redoLabel() const { return canRedo() ? m_rows[m_applied].label : QString(); }

    // The changes of the step before or after; the caller applies them, then confirms.
    [[nodiscard]] domain::ChangeList undoing() const;
    [[nodiscard]] domain::ChangeList redoing() const;
    [[nodiscard]] store::Step confirmUndo();
    [[nodiscard]] store::Step confirmRedo();

    // Oldest first, undone rows last.
    [[nodiscard]] const store::Journal &rows() const { return m_rows; }

private:
    [[nodiscard]] bool joins(const domain::ChangeList &changes, const QString &mergeKey) const;
    [[nodiscard]] store::Step join(const domain::ChangeList &changes, const QDateTime &at);
    [[nodiscard]] store::Step append(const QString &label, const domain::ChangeList &changes, bool sameStep,
                                     const QDateTime &at);
    void dropUndone(store::Step &step);
    void dropOldest(store::Step &step);
    // First row of the step that ends before `end`, and first row after the step that starts at `begin`.
    [[nodiscard]] size_t stepBegin(size_t end) const;
    [[nodiscard]] size_t stepEnd(size_t begin) const;

    store::Journal m_rows;
    size_t m_applied = 0; // rows before this one are done, the others undone
    qint64 m_nextSequence = 1;
    qint64 m_nextGroup = 1;
    qint64 m_merge = 0; // group of the last merge
    qint64 m_weight = 0;
    int m_steps = 0;
    QString m_key; // of the step that typing may go on with
    bool m_sealed = true;
};

} // namespace dossier
