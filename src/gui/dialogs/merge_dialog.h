// After two copies were brought together: what came from the other, and each disagreement to settle.
#pragma once

#include "domain/merge.h"

#include <QDialog>

class QButtonGroup;

namespace dossier
{
class Dossier;
}

namespace gui
{

// The merge is already done and can be undone; whatever is not chosen here stays as it is on this computer.
class MergeDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Choice { Mine, Theirs, Both };

    MergeDialog(dossier::Dossier &dossier, domain::MergeResult merge, QWidget *parent = nullptr);

    void choose(size_t conflict, Choice choice);
    [[nodiscard]] const domain::MergeResult &merge() const { return m_merge; }

    // Writes the choices as one edit, then closes.
    void accept() override;

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    [[nodiscard]] QWidget *makeConflict(const domain::MergeConflict &conflict);
    [[nodiscard]] domain::ChangeList changesFor(const domain::Projet &projet, const domain::MergeConflict &conflict,
                                                Choice choice) const;

    dossier::Dossier &m_dossier;
    domain::MergeResult m_merge;
    std::vector<QButtonGroup *> m_choices;
};

// One sentence: « 12 modifications reprises de l’autre version, 2 désaccords à trancher ».
[[nodiscard]] QString mergeSummary(const domain::MergeResult &merge);

} // namespace gui
