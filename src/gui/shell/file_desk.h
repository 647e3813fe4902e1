// The life of the project's file as the user sees it: every trouble is a message with what can be done about it.
#pragma once

#include "dossier/dossier.h"
#include "formats/dossier_complet.h"
#include "gui/context.h"
#include "gui/dialogs/exporter.h"
#include "gui/shell/environment.h"
#include "gui/shell/waits.h"
#include "gui/widgets/info_bar.h"

namespace gui
{

class DataImportDialog;
class MergeDialog;
struct MergeSides;
struct PagePaper;

class FileDesk final : public QObject
{
    Q_OBJECT
public:
    // `flush` stores what is typed; called before anything that reads the project.
    FileDesk(dossier::Dossier &dossier, const Environment &environment, InfoBarStack &messages,
             std::function<void()> flush, QWidget *window);

    void setExample(bool example) { m_example = example; }
    // What the screen calls a field, for the questions about two versions of it.
    void setNaming(std::function<QString(const domain::FieldAddress &)> naming) { m_naming = std::move(naming); }
    // Tells once what opening met.
    void tellOpening();
    // Another window has this very project, in another file: which, and the way to bring the two together.
    void tellTwin(const QString &openFile, const std::function<void()> &merge);

    void saveNow();
    void saveCopy();
    void saveElsewhere();
    void mergeCopy();
    // With this copy.
    void mergeWith(const QString &path);
    void mergeWithFile();
    void openBackup();
    // What the page is about is proposed, or `document` where one is already chosen.
    void exportDocument(const QString &page = {}, const QString &document = {});
    // What the page is about; a page about no document asks which one.
    void printPage(const QString &page);
    // Official files and own lists into the project, see DataImportDialog; of a file that was dropped, say.
    void importData(const QString &path = {});
    // The same from the page of one list: its profile is proposed.
    void importWith(const QString &profile);
    // The outlines of communes, for the maps of every project.
    void importContours();
    // Everything that is sent, once DossierDialog has told what that is.
    void exportDossier();
    // Into a folder that is asked.
    void sendDossier(const formats::DossierRequest &request);
    void exportPlan();
    void exportCalendar();
    // Publishes for the last time. False: a message tells why, with « Fermer quand même »; or the place is slow, and
    // `close` is called when it has taken the file.
    [[nodiscard]] bool readyToClose(const std::function<void()> &close);

Q_SIGNALS:
    // A closing that was asked for will not happen by itself.
    void stayed();
    // « Fermer quand même »: it happens after all.
    void leavesAnyway();
    // The project lives at another path now.
    void moved();
    // Another file is to be opened (a copy to work on, a backup).
    void openRequested(const QString &path);
    // The copy that was made to work on is to be opened, on the same page.
    void copyRequested(const QString &path);
    // What was imported is to be seen.
    void pageAsked(const QString &page, const domain::FieldAddress &field);
    // What a document still lacks is to be seen: « Relire et exporter », with that document.
    void reviewAsked(const QString &document);
    // The example is to become a project.
    void startFromExample();

private:
    [[nodiscard]] DataImportDialog *openImport();
    void tellImported(const DataImportDialog &dialog);
    void tell(const QString &subject, const base::Error &error, const std::vector<InfoBar::Action> &actions = {});
    void followState();
    void showMerge(const base::Result<domain::MergeResult> &result);
    void showMerge(const base::Result<domain::MergeResult> &result, const MergeSides &sides);
    void tellMerged(const MergeDialog &dialog);
    void undoMerge();
    void workOnCopy();
    void keepCopy(const QString &path, const std::function<void()> &then, const std::function<void()> &again);
    [[nodiscard]] std::vector<InfoBar::Action> remedies(const InfoBar::Action &again);
    // Asks where the file is now; only one of the same project will do.
    void findAgain();
    void settleAt(const QString &path);
    void movedHere();
    void refuseClosing(const base::Error &error, const std::function<void()> &close);
    // Something at a place that may be slow: `then` is told how it went, unless the user stops waiting.
    void elsewhere(const QString &path, std::function<base::Result<void>()> work,
                   std::function<void(const base::Result<void> &)> then);
    using Bytes = std::function<base::Result<QByteArray>()>;
    // Asks where, makes the bytes, writes them; a failure offers to try again.
    // What is told of a document that has left, besides where it is.
    struct Leaving {
        QString remains; // see remainsOf
        std::vector<InfoBar::Action> ways;
    };
    [[nodiscard]] Leaving leaving(const ExportRequest &request);
    [[nodiscard]] Leaving leaving(const QString &remains, const QString &document);
    void saveAs(const QString &title, const QString &name, const QString &filter, const Bytes &make,
                const Leaving &leaving = {});
    void exportFile(const ExportRequest &request, Format format);
    void print(const ExportRequest &request);
    // A document that a page makes itself.
    void exportOwn(const PagePaper &paper, Format format);
    void printOwn(const PagePaper &paper);
    [[nodiscard]] QString nameOf(const PagePaper &paper) const; // of its file
    // The dialog says which document it is about; `name`: of the file, when the paper is a PDF.
    void askPaper(const QString &title, const QString &name, const std::function<base::Result<void>(QPrinter &)> &print,
                  const Leaving &leaving = {});
    void tellDossier(const QString &folder, int files);
    [[nodiscard]] ExportSource source() const;
    [[nodiscard]] AppContext context() const;
    [[nodiscard]] QString nextTo(const QString &suffix) const;

    dossier::Dossier &m_dossier;
    const Environment &m_environment;
    InfoBarStack &m_messages;
    std::function<void()> m_flush;
    QWidget *m_window;
    std::function<QString(const domain::FieldAddress &)> m_naming;
    Waits m_waits;
    bool m_example = false;
    QString m_imported; // label of the import that was told: its message goes once it is undone
    // Asked to close, and waiting for the place; told that it does not answer: asking again closes.
    enum class Closing { No, Waiting, Silent } m_closing = Closing::No;
};

} // namespace gui
