// What a Dossier is made of; shared by the files of this folder only.
#pragma once

#include "dossier/dossier.h"
#include "dossier/history.h"
#include "dossier/publisher.h"
#include "dossier/writer.h"
#include "store/holder.h"

#include <QTimer>

namespace dossier
{

class DossierPrivate
{
public:
    DossierPrivate(const QString &userPath, const base::Clock &theClock, const Options &chosen);

    // opening.cpp
    [[nodiscard]] base::Result<void> openForEdit(store::Opened opened, const QByteArray &bytes);
    [[nodiscard]] base::Result<void> recover(const QString &folder, const store::Contents &file,
                                             const QByteArray &fileBytes);
    void setAside(const QString &folder);
    [[nodiscard]] domain::Projet ancestorOf(const store::Contents &file) const;
    void uniteWith(const store::Contents &file, const domain::Projet &ancestor, const QByteArray &baseHash);
    void becomeReadOnly(const QString &sentence);
    [[nodiscard]] bool takeProject(const base::Id &id); // false: held by somebody else, see opening.other
    void startWriter(std::unique_ptr<store::WorkingCopy> copy);
    void begin(Dossier *dossier);

    // dossier.cpp
    [[nodiscard]] base::Result<void> refuseIfReadOnly() const;
    void recordStep(store::Step step);
    void takeContenus(const domain::Contenus &contenus);
    [[nodiscard]] base::Result<void> walk(const domain::ChangeList &changes, bool back);

    // saving.cpp
    [[nodiscard]] store::Contents snapshot() const;
    [[nodiscard]] PublishJob job(const QString &reason);
    void startPublication();
    void collect();
    void finish(const PublishOutcome &outcome);
    [[nodiscard]] base::Result<void> publishAndWait(const QString &reason);
    [[nodiscard]] base::Result<void> checkTarget();
    void writerTold(const base::Result<void> &result);
    void refreshState();
    void close();
    [[nodiscard]] bool isPublished() const { return publishedRevision == revision && !failure; }

    // merging.cpp
    [[nodiscard]] base::Result<domain::MergeResult> mergeIn(const domain::Projet &ancestor,
                                                            const store::Contents &theirs, const QString &label);

    [[nodiscard]] QString projectFolder() const { return data + QStringLiteral("/copies/") + project.toString(); }

    Dossier *q = nullptr;
    const base::Clock &clock;
    Options options;
    QString data;
    std::shared_ptr<store::FileOperations> files;
    store::Backups backups;

    QString path;
    base::Id project;
    domain::Projet projet;
    History history;
    std::vector<QByteArray> held; // attachments that the next step writes
    std::optional<int> complete;
    bool salvaged = false;
    bool readOnly = false;
    bool newer = false;
    OpeningReport opening;

    std::unique_ptr<store::ProjectLock> lock;
    std::unique_ptr<store::Presence> presence;
    QString copyFolder;
    std::unique_ptr<Writer> writer;
    Publisher publisher;

    quint64 revision = 0; // counts edits, undos and redos
    quint64 publishedRevision = 0;
    store::Expected expected;
    QDateTime lastSuccess;
    QDateTime lastBackup;
    std::optional<base::Error> failure;       // of the last publication
    std::optional<base::Error> writerFailure; // of the working copy, now
    SaveState state;

    QTimer idle;
    QTimer longest;
    QTimer retry;
    QTimer presenceTimer;
};

} // namespace dossier
