// Official files and the coordinator's own lists into the project: which kind, which file or pasted table, what it
// would change, then one edit.
#pragma once

#include "gui/shell/environment.h"
#include "imports/profiles.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace dossier
{
class Dossier;
}

namespace gui
{

class TextLabel;

// Nothing changes before « Ajouter au projet ». The clipboard is read only when the button that says so is pressed.
class DataImportDialog final : public QDialog
{
    Q_OBJECT
public:
    DataImportDialog(dossier::Dossier &dossier, const Environment &environment, QWidget *parent);

private:
    void makeChoices();
    void makeButtons();
    [[nodiscard]] const imports::Profile &chosen() const;
    void showProfile();
    void chooseFile();
    void paste();
    void take(const imports::ImportInput &input);
    void propose();
    void accept() override;

    dossier::Dossier &m_dossier;
    const Environment &m_environment;
    imports::ImportInput m_input;
    imports::ImportProposal m_proposal;
    bool m_given = false; // a file or a table was given
    QComboBox *m_profiles;
    TextLabel *m_description;
    TextLabel *m_source;
    QComboBox *m_columns; // the column that becomes an indicator, for the profiles that ask it
    QPlainTextEdit *m_report;
    QPushButton *m_add = nullptr;
};

} // namespace gui
