// What the user chose for every document that is written, previewed or printed. Kept on this computer, among the
// settings of the program, never in a project.
#pragma once

#include <QSettings>

namespace gui
{

class ExportChoices
{
public:
    // In the local data folder; a test gives its own file.
    explicit ExportChoices(const QString &file = {});

    // Acronyms in full where a document first uses them; yes until told otherwise.
    [[nodiscard]] bool developSigles() const;
    void setDevelopSigles(bool wanted);
    // What lacks, marked on the paper of a draft; yes until told otherwise.
    [[nodiscard]] bool marksGaps() const;
    void setMarksGaps(bool wanted);

private:
    QSettings m_settings;
};

} // namespace gui
