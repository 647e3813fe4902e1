// What a Dossier is made of; shared by the files of this folder only.
#pragma once

#include "dossier/dossier.h"
#include "dossier/history.h"
#include "dossier/publisher.h"
#include "dossier/writer.h"
#include "store/holder.h"

#include <deque>
#include <map>
#include <QTimer>

namespace dossier
{

class DossierPrivate;

// How long the caller is ready to wait: a window, then told later; or everything else, to the end of the patience.
enum class Pace { Prompt, Patient };

// Something asked of the place of the user's file: one at a time, in order.
struct Request {
    PublishJob::Type type = PublishJob::Type::Publish;
    QString reason = QStringLiteral("session"); // of a publication; another one is published even without need
    QString path;                               // to be read; of a publication: where the project moves, or empty
    store::Expected expected;                   // at the place it moves to
    std::function<void(const PublishOutcome &)> then;
    bool started = false;

    [[nodiscard]] bool moves() const { return type == PublishJob::Type::Publish && !path.isEmpty(); }
};

// What opening needs of the place of the user's file, read on a thread of its own: that place may hang.
struct Reading {
    base::Result<QByteArray> bytes{QByteArray()};
    QByteArray identity; // of the file
    bool writable = false;
    std::optional<store::Holder> holder; // by the note beside the file
};

// A project about to be, and how making its file went.
struct Draft {
    std::unique_ptr<DossierPrivate> d;
    PublishJob job;
    LeaseHolder holder;
};
struct Creation {
    PublishOutcome outcome;
    std::optional<store::Holder> holder; // of a file of that name: nothing was done then
};

// The place does not answer. `path`: of a file there.
[[nodiscard]] base::Error silenceWhileOpening(const QString &path);
[[nodiscard]] base::Error silenceWhileWriting(const QString &path);

class DossierPrivate
{
public:
    DossierPrivate(const QString &userPath, const base::Clock &theClock, const Options &chosen);
    [[nodiscard]] static DossierPrivate &of(const Dossier &dossier) { return *dossier.d; }

    // opening.cpp, recovery.cpp
    [[nodiscard]] base::Result<void> openForEdit(store::Opened opened, const QByteArray &bytes);
    [[nodiscard]] base::Result<void> recover(const QString &folder, const store::Contents &file,
                                             const QByteArray &fileBytes);
    [[nodiscard]] bool wasMoved(const QString &folder, const QString &user);
    void keepIfLater(const store::Contents &published, const QByteArray &bytes, const store::Contents &file);
    void setAside(const QString &folder);
    [[nodiscard]] domain::Projet ancestorOf(const store::Contents &file) const;
    void uniteWith(const store::Contents &file, const domain::Projet &ancestor, const QByteArray &baseHash);
    void becomeReadOnly(const QString &sentence);
    // False: held by somebody else, see opening.other. `note`: who else has the file open, by their note beside it.
    [[nodiscard]] bool takeProject(const base::Id &id, const std::optional<store::Holder> &note);
    void startWriter(std::unique_ptr<store::WorkingCopy> copy);
    void begin(Dossier *dossier);
    // What follows, here, from work done at the place of the user's file.
    [[nodiscard]] static Dossier::Made opened(const QString &path, Dossier::Mode mode, const base::Clock &clock,
                                              const Options &options, const Reading &reading);
    [[nodiscard]] static base::Result<std::shared_ptr<Draft>> drafted(const QString &path, const domain::Projet &projet,
                                                                      const base::Clock &clock, bool replace,
                                                                      const Options &options);
    [[nodiscard]] static Dossier::Made created(Draft &draft, const Creation &creation);
    [[nodiscard]] static Dossier::Made brought(const QString &newPath, const base::Clock &clock, const Options &options,
                                               const base::Result<Reading> &reading);
    [[nodiscard]] static Dossier::Made made(std::unique_ptr<DossierPrivate> d);

    // dossier.cpp
    [[nodiscard]] base::Result<void> refuseIfReadOnly() const;
    [[nodiscard]] base::Result<void> apply(const domain::ChangeList &changes,
                                           const std::function<store::Step(const domain::ChangeList &)> &push);
    void recordStep(store::Step step);
    [[nodiscard]] std::vector<QByteArray> takeHeld();
    void takeContenus(const domain::Contenus &contenus);
    [[nodiscard]] base::Result<void> walk(const domain::ChangeList &changes, bool back);

    // saving.cpp
    [[nodiscard]] store::Contents snapshot() const;
    [[nodiscard]] PublishJob job(const QString &reason);
    void startPublication();
    void finish(const PublishOutcome &outcome);
    void finishMove(const PublishOutcome &outcome);
    void writerTold(const base::Result<void> &result);
    void refreshState();
    void close();
    [[nodiscard]] bool isPublished() const { return publishedRevision == revision && !failure; }
    [[nodiscard]] base::Result<void> refuseCopy(const QString &target) const;
    void publish(Pace pace, const QString &reason, const Dossier::Then &then);
    void saveCopy(Pace pace, const QString &target, bool replace, const Dossier::Then &then);
    void moveTo(Pace pace, const QString &target, bool replace, const Dossier::Then &then);

    // place.cpp
    void ask(Pace pace, Request request);
    void pump();
    void launch(PublishJob job);
    void collect();
    void settle(base::milliseconds atMost);
    [[nodiscard]] base::milliseconds patience() const;
    void giveUp();
    void tellSilence();
    [[nodiscard]] base::Error silenceAtClosing();
    template <class T>
    void aside(Pace pace, base::Errand<T> errand, const std::function<void(T)> &then,
               const std::function<void()> &silence);
    void announce();
    void refreshPresence();
    void leavePresence(base::milliseconds atMost);

    // merging.cpp
    [[nodiscard]] base::Result<domain::MergeResult> mergeIn(const domain::Projet &ancestor,
                                                            const store::Contents &theirs, const QString &label);
    void mergeWithFile(Pace pace, const Dossier::ThenMerged &then);
    [[nodiscard]] base::Result<domain::MergeResult> mergeWithBytes(const QByteArray &bytes);
    void readCopy(Pace pace, const QString &otherPath,
                  const std::function<void(const base::Result<store::Contents> &)> &then);
    void mergeWith(Pace pace, const QString &otherPath, const Dossier::ThenMerged &then);
    [[nodiscard]] base::Result<void> editMerge(const QString &label, const domain::ChangeList &changes);
    void proposeMerge(const QString &otherPath, const Dossier::ThenMerged &then);

    [[nodiscard]] QString projectFolder() const { return data + QStringLiteral("/copies/") + project.toString(); }

    [[nodiscard]] QString backupsFolder() const { return data + QStringLiteral("/sauvegardes"); }

    Dossier *q = nullptr;
    const base::Clock &clock;
    Options options;
    QString data;
    std::shared_ptr<store::FileOperations> files;
    store::Backups backups;

    QString path;
    QByteArray identity; // of the user's file as it was opened
    base::Id project;
    base::Id copyId = base::Id::create(); // the working copy, as it is told in the files published from it
    domain::Projet projet;
    History history;
    domain::Contenus held; // attachments that the next step writes
    std::optional<int> complete;
    bool salvaged = false;
    bool readOnly = false;
    bool newer = false;
    OpeningReport opening;

    std::shared_ptr<store::ProjectLock> lock;
    std::shared_ptr<store::Presence> presence;
    std::optional<base::Errand<bool>> presenceErrand;
    QString copyFolder;
    std::unique_ptr<Writer> writer;
    Publisher publisher;
    std::deque<Request> requests;
    bool silent = false;                // the running job has lasted longer than the patience
    std::map<int, base::Waiting> waits; // for other places than that of the user's file
    int lastWait = 0;

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
    QTimer watch; // over the running job
    QTimer presenceTimer;
};

// Work at another place than that of the user's file; `silence` when it lasts.
template <class T>
void DossierPrivate::aside(Pace pace, base::Errand<T> errand, const std::function<void(T)> &then,
                           const std::function<void()> &silence)
{
    if (pace == Pace::Patient) {
        if (errand.wait(options.patience))
            then(errand.take());
        else
            silence();
        return;
    }
    const int number = ++lastWait;
    const auto over = [this, number] {
        if (const auto found = waits.find(number); found != waits.end()) {
            found->second.release()->deleteLater();
            waits.erase(found);
        }
    };
    base::Waiting waiting = base::whenDone<T>(std::move(errand), options.prompt, [over, then](T result) {
        over();
        then(std::move(result));
    });
    if (!waiting)
        return;
    QTimer::singleShot(options.patience, waiting.get(), [over, silence] {
        over();
        silence();
    });
    waits.emplace(number, std::move(waiting));
}

} // namespace dossier
