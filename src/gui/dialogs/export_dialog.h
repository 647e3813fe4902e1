// Which document, with what in it, in which format: then a file or paper.
#pragma once

#include "gui/dialogs/exporter.h"

#include <QDialog>

class QButtonGroup;
class QComboBox;

namespace gui
{

class TextLabel;

class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Outcome { File, Paper };
    // `blankOnly`: for « Imprimer une trame vierge », there is no project to fill it with.
    ExportDialog(const report::Trame &trame, bool blankOnly, QWidget *parent = nullptr);

    [[nodiscard]] ExportRequest request() const;
    [[nodiscard]] Format format() const;
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    // What became of the last request, above the buttons: the dialog can be shown again for the next one.
    void tell(const QString &sentence, bool problem = false);

private:
    void addContents(bool blankOnly, QWidget *host);
    void addFormats(QWidget *host);
    void finish(Outcome outcome);

    QComboBox *m_documents;
    QButtonGroup *m_contents;
    QButtonGroup *m_formats;
    TextLabel *m_told;
    Outcome m_outcome = Outcome::File;
};

} // namespace gui
