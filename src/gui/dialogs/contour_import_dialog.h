// The outlines of communes, once for all projects: where to find the file, what to cite, the import itself, which may
// take a while and can be stopped.
#pragma once

#include "gui/shell/environment.h"
#include "imports/contours_import.h"

#include <atomic>
#include <QDialog>
#include <QTimer>
#include <thread>

class QLineEdit;
class QProgressBar;
class QPushButton;

namespace gui
{

class ContourShelf;
class TextLabel;

class ContourImportDialog final : public QDialog
{
    Q_OBJECT
public:
    ContourImportDialog(ContourShelf &shelf, const reference::Communes &communes, const QDate &today,
                        const FileQuestions &files, QWidget *parent);
    // Stops what runs.
    ~ContourImportDialog() override;

    // Reads a file as if it had been chosen.
    void import(const QString &path);
    [[nodiscard]] bool isRunning() const { return m_running; }
    // Closing keeps the source as it reads now.
    void done(int result) override;

private:
    void makeButtons();
    void chooseFile();
    void proposeSource(const QString &fileName);
    [[nodiscard]] bool keepSource();
    void finish(const base::Result<QStringList> &done);
    void setRunning(bool running);
    void showKnown();
    void fit();

    ContourShelf &m_shelf;
    const reference::Communes &m_communes;
    QDate m_today;
    reference::ContourOrigin m_known; // of the outlines that are there
    FileQuestions m_files;
    QLineEdit *m_source;
    QProgressBar *m_progress;
    TextLabel *m_report;
    QPushButton *m_choose = nullptr;
    QPushButton *m_close = nullptr;
    bool m_running = false;
    QTimer m_poll;
    std::atomic<bool> m_cancelled = false;
    std::atomic<int> m_done = 0; // per thousand
    std::jthread m_worker;       // last: it ends before what it writes to
};

} // namespace gui
