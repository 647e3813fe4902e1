// What an import reads and how: a file or a pasted table, the kind of data that was recognised, the way it is written.
#pragma once

#include "gui/shell/environment.h"
#include "imports/profiles.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QPushButton;

namespace gui
{

class TextLabel;

class ImportSource final : public QWidget
{
    Q_OBJECT
public:
    ImportSource(const Environment &environment, QWidget *parent);

    // The first gesture: « Choisir un fichier… ».
    [[nodiscard]] QWidget *start() const;
    [[nodiscard]] const imports::Profile &profile() const;
    void setProfile(const QString &code);
    // Whether a person chose the kind of data; what is recognised does not change it any more.
    [[nodiscard]] bool isProfileChosen() const { return m_profileChosen; }
    // The name of what was given, and the words under the kind of data.
    void tellGiven(const QString &what, const QString &recognised);
    void tellFault(const QString &sentence);
    // How the table is written, as it was found.
    void showReading(const imports::ImportPreview &preview);
    // What was changed by hand; nothing is set otherwise.
    [[nodiscard]] imports::TextForm form() const;
    [[nodiscard]] QString table() const;
    [[nodiscard]] std::optional<int> titleLine() const;
    void forgetReading();
    // Of the RPPS: who has no liberal practice is not counted.
    [[nodiscard]] bool liberauxSeulement() const;
    // Gives the table of the clipboard.
    void paste();

Q_SIGNALS:
    void given(const imports::ImportInput &input);
    // The kind of data or the way of reading was changed.
    void changed();

private:
    void makeGiven();
    void makeKind();
    void makeReading();
    void chooseFile();
    void showProfile();
    [[nodiscard]] QComboBox *row(const QString &label);

    const Environment &m_environment;
    QFormLayout *m_rows;
    QComboBox *m_profiles = nullptr;
    QPushButton *m_file = nullptr;
    TextLabel *m_given;
    TextLabel *m_recognised;
    TextLabel *m_description;
    TextLabel *m_source;
    TextLabel *m_fault;
    QCheckBox *m_liberaux = nullptr;
    QComboBox *m_tables = nullptr;
    QComboBox *m_titles = nullptr;
    QComboBox *m_separator = nullptr;
    QComboBox *m_encoding = nullptr;
    bool m_profileChosen = false;
    bool m_separatorChosen = false;
    bool m_encodingChosen = false;
    bool m_titlesChosen = false;
    bool m_tableChosen = false;
};

} // namespace gui
