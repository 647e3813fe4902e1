// After two copies were brought together: what came from the other, and each disagreement to settle.
#pragma once

#include "gui/forms/change_words.h"

#include <QDialog>

class QButtonGroup;

namespace dossier
{
class Dossier;
}

namespace gui
{

// What the window says of the two versions.
struct MergeSides {
    QString mine;   // « Vallees.cpts », ouvert ici
    QString theirs; // « Vallees-Lucie.cpts », enregistré hier à 17 h 42
    FieldNaming naming;
    // Giving up is offered: rejected() then means that the merge is to be undone.
    bool cancellable = false;
};

// The merge is already done and can be undone; whatever is not chosen here stays as it is on this computer.
class MergeDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Choice { Mine, Theirs, Both };

    MergeDialog(dossier::Dossier &dossier, domain::MergeResult merge, MergeSides sides = {}, QWidget *parent = nullptr);

    void choose(size_t conflict, Choice choice);
    [[nodiscard]] const domain::MergeResult &merge() const { return m_merge; }

    // Whether the choices changed anything in the project.
    [[nodiscard]] bool edited() const { return m_edited; }
    // Writes the choices as one edit, then closes.
    void accept() override;

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    [[nodiscard]] QWidget *makeContent();
    [[nodiscard]] QWidget *makeConflict(const domain::MergeConflict &conflict);
    [[nodiscard]] domain::ChangeList changesFor(const domain::Projet &projet, const domain::MergeConflict &conflict,
                                                Choice choice) const;

    dossier::Dossier &m_dossier;
    domain::MergeResult m_merge;
    MergeSides m_sides;
    bool m_edited = false;
    std::vector<QButtonGroup *> m_choices;
};

// « 12 modifications reprises de l’autre version », « aucune modification reprise ».
[[nodiscard]] QString mergedWords(const domain::MergeResult &merge);
// One sentence: « 12 modifications reprises de l’autre version, 2 désaccords à trancher ».
[[nodiscard]] QString mergeSummary(const domain::MergeResult &merge);

} // namespace gui
