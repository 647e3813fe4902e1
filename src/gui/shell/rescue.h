// Work in danger: a damaged file, or work whose file is gone. Tells what can be done, and never writes over anything.
#pragma once

#include "dossier/dossier.h"
#include "gui/shell/environment.h"
#include "gui/shell/waits.h"
#include "store/backups.h"

namespace gui
{

class StartWindow;

class Rescue final : public QObject
{
    Q_OBJECT
public:
    // What to do with a project that was brought back: open a file, or show one that is open already.
    struct Outcome {
        std::function<void(const QString &)> open;
        std::function<void(std::unique_ptr<dossier::Dossier>)> present;
    };
    Rescue(StartWindow &start, Settings &settings, const base::Clock &clock, FileQuestions files,
           dossier::Options options, Waits &waits, Outcome outcome);

    // In the start window: what happened to a damaged file, its earlier versions, what can still be read of it.
    void explainDamage(const QString &path);
    // In the start window: one card for each work whose file is gone or damaged.
    void showFound();

private:
    // `versions`: there are earlier ones to offer.
    void tellDamage(const QString &sentence, const QString &path, bool versions);
    void chooseVersion(const QString &path);
    void restore(const store::Backup &backup, const QString &path);
    void salvage(const QString &path, bool versions);
    void recover(const dossier::Orphan &orphan);
    void setAside(const dossier::Orphan &orphan);
    void foundAre(std::vector<dossier::Orphan> found);
    [[nodiscard]] std::vector<store::Backup> versionsOf(const QString &path);
    [[nodiscard]] QString newFile(const QString &title, const QString &beside, const QString &name) const;

    StartWindow &m_start;
    Settings &m_settings;
    const base::Clock &m_clock;
    FileQuestions m_files;
    dossier::Options m_options;
    Waits &m_waits;
    Outcome m_outcome;
    std::shared_ptr<store::FileOperations> m_disk;
    QString m_versions; // their folder
    store::Backups m_backups;
    base::Waiting m_search; // for work whose file is gone
};

} // namespace gui
