// Official files and the coordinator's own lists into the project, in three steps: which table, what its columns are,
// what would change; then one edit.
#pragma once

#include "gui/dialogs/column_memory.h"
#include "gui/shell/environment.h"
#include "imports/profiles.h"

#include <atomic>
#include <QDialog>
#include <QPointer>
#include <QTimer>

class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace dossier
{
class Dossier;
}

namespace gui
{

class ImportColumns;
class ImportResult;
class ImportSource;
class TextLabel;

// Nothing changes before « Importer ». The clipboard is read only when the button that says so is pressed. Tables are
// read on another thread: the window lives, and « Arrêter l’import » stops at once, even when the file does not answer.
class DataImportDialog final : public QDialog
{
    Q_OBJECT
public:
    // `memory`: the file of ColumnMemory; a test gives its own.
    DataImportDialog(dossier::Dossier &dossier, const Environment &environment, QWidget *parent,
                     const QString &memory = {});
    // Stops what runs.
    ~DataImportDialog() override;

    // Reads a file or a pasted table as if it had been chosen.
    void take(const imports::ImportInput &input);
    // The kind of data that is meant, until the titles of a table say another.
    void suggest(const QString &profile);
    [[nodiscard]] bool isRunning() const { return bool(m_waiting); }
    [[nodiscard]] ImportColumns *columns() const { return m_columns; }

    // What was imported, in one sentence, once accepted.
    [[nodiscard]] QString outcome() const;
    // The first record that was added, else the first that was changed.
    [[nodiscard]] domain::FieldAddress imported() const;
    void accept() override;
    void reject() override;

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Step { Source, Columns, Result };
    struct Seen {
        QString profile;
        base::Result<imports::ImportPreview> preview;
    };
    // What a thread and the window say to each other.
    struct Talk {
        std::atomic<bool> cancelled = false;
        std::atomic<qint64> done = 0;
        std::atomic<qint64> total = 0;
    };

    void makeSteps();
    void makeColumns();
    void makeRunning();
    void makeButtons();
    void look(bool detect);
    void seen(const Seen &seen, bool detected);
    void showColumns();
    void tellColumns();
    void propose();
    void proposed(base::Result<imports::ImportProposal> proposal);
    template <class T>
    void run(const QString &doing, std::function<T(const imports::Watch &)> work, std::function<void(T)> then);
    void setRunning(bool running);
    void stop();
    void goTo(Step step);
    void next();
    void follow();
    [[nodiscard]] imports::ImportOptions options() const;

    dossier::Dossier &m_dossier;
    const Environment &m_environment;
    ColumnMemory m_memory;
    imports::ImportInput m_input;
    std::optional<imports::ImportPreview> m_preview;
    imports::ImportProposal m_proposal;
    std::map<QString, QString> m_communes; // chosen by the user
    bool m_given = false;
    bool m_remembered = false; // the columns shown are those of an earlier import
    Step m_step = Source;
    TextLabel *m_title;
    TextLabel *m_leaving = nullptr; // a first Escape, with a table
    QStackedWidget *m_pages;
    ImportSource *m_source;
    ImportColumns *m_columns = nullptr;
    TextLabel *m_columnsHint = nullptr;
    TextLabel *m_missing = nullptr;
    QWidget *m_memoryLine = nullptr;
    ImportResult *m_result = nullptr;
    QWidget *m_running = nullptr;
    TextLabel *m_doing = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_stop = nullptr;
    QPointer<QWidget> m_left; // had the keyboard when the reading began
    QPushButton *m_back = nullptr;
    QPushButton *m_next = nullptr;
    QTimer m_poll;
    std::shared_ptr<Talk> m_talk;
    base::Waiting m_waiting;
};

} // namespace gui
