// After two copies were brought together: what came from the other, and each disagreement to settle.
#pragma once

#include "gui/forms/change_words.h"

#include <QDialog>

class QButtonGroup;
class QVBoxLayout;

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
    // Of the step that « Valider » makes of the whole merge: until then nothing is done. Empty: the merge is done
    // already, and its answers go on with its step.
    QString label;

    [[nodiscard]] bool proposed() const { return !label.isEmpty(); }
};

// Whatever is not chosen here stays as it is on this computer.
class MergeDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Choice { Mine, Theirs, Both };

    MergeDialog(dossier::Dossier &dossier, domain::MergeResult merge, MergeSides sides = {}, QWidget *parent = nullptr);

    void choose(size_t conflict, Choice choice);
    [[nodiscard]] const domain::MergeResult &merge() const { return m_merge; }

    // Writes the choices, and the merge that was only proposed, as one step; then closes.
    void accept() override;

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void fill(QVBoxLayout &column);
    [[nodiscard]] QWidget *makeConflict(const domain::MergeConflict &conflict);
    [[nodiscard]] domain::ChangeList changesFor(const domain::Projet &projet, const domain::MergeConflict &conflict,
                                                Choice choice) const;

    dossier::Dossier &m_dossier;
    domain::MergeResult m_merge;
    MergeSides m_sides;
    std::vector<QButtonGroup *> m_choices;
};

// « 12 modifications reprises de l’autre version », « aucune modification reprise ».
[[nodiscard]] QString mergedWords(const domain::MergeResult &merge);
// One sentence: « 12 modifications reprises de l’autre version, 2 désaccords à trancher ».
[[nodiscard]] QString mergeSummary(const domain::MergeResult &merge);

} // namespace gui
