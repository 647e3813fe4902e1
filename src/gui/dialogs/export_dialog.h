// Which document, with what in it, in which format: then a file or paper.
#pragma once

#include "gui/dialogs/exporter.h"

#include <functional>
#include <QDialog>

class QButtonGroup;
class QCheckBox;
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

    // The document that is chosen at first. An unknown code changes nothing.
    void propose(const QString &document);
    // A document of a page, that no trame describes: chosen at first, always filled, and without a code in request().
    void proposeOwn(const QString &title);

    [[nodiscard]] ExportRequest request() const;
    [[nodiscard]] Format format() const;
    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    // What the chosen document still lacks, said before it leaves; nothing when the sentence is empty.
    void setRemains(std::function<QString(const ExportRequest &)> remains);
    // What became of the last request, above the buttons: the dialog can be shown again for the next one.
    void tell(const QString &sentence, bool problem = false);

private:
    void addContents(bool blankOnly, QWidget *host);
    void addFormats(QWidget *host);
    void tellRemains();
    void followDocument();
    void finish(Outcome outcome);

    QComboBox *m_documents;
    QButtonGroup *m_contents;
    QButtonGroup *m_formats;
    TextLabel *m_remains;
    QCheckBox *m_gaps = nullptr; // while something lacks
    TextLabel *m_told;
    std::function<QString(const ExportRequest &)> m_remainsOf;
    Outcome m_outcome = Outcome::File;
};

} // namespace gui
