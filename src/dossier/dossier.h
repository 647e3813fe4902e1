// An open project: its current value, every edit of it, undo, and its safe keeping. The one object the windows and the
// command line edit through.
#pragma once

#include "base/clock.h"
#include "base/errand.h"
#include "domain/changes.h"
#include "domain/merge.h"

#include <memory>
#include <QDateTime>
#include <QObject>

namespace store
{
class FileOperations;
}

namespace dossier
{

// Where and how a project is kept. The defaults are the program's; tests and other tools choose.
struct Options {
    QString dataFolder;                           // working copies and backups; base::localDataFolder() when empty
    std::shared_ptr<store::FileOperations> files; // the system's when null
    QByteArray vfs;                               // SQLite file layer of the working copy, the system's when empty
    int idleMilliseconds = 4000;                  // after the last edit, before the user's file follows
    int longestMilliseconds = 60'000;             // while edits never stop
    int backupMinutes = 30;
    // The place of the user's file may be slow, or hang for ever. A window waits `prompt` without going on, and tells
    // after `patience` (more with heavy attachments) that the place does not answer; nothing waits longer, nor closing.
    base::milliseconds prompt{1000};
    base::milliseconds patience{8000};
};

// Work that an interrupted session left and whose file is gone or damaged: to be offered at the start.
struct Orphan {
    QString folder;   // for recoverOrphan()
    QString userFile; // where the project was
    QString name;
    QDateTime lastEdit;
    int changes = 0; // undo steps that the user's file never held
};

// Where the work stands between the screen and the user's file.
struct SaveState {
    enum class Type {
        Saved,      // the user's file holds everything
        Pending,    // safe in the working copy (or about to be, within a second), the file follows
        Failed,     // the working copy holds it, the file could not be written: `sentence` says what to do
        ReadOnly,   // nothing will be written
        WorkUnsafe, // the working copy itself can't be written (full disk…): `sentence` says what to do
    };
    Type type = Type::Saved;
    QDateTime at; // of the last success
    QString sentence;
};

// Somebody else has the project open, as far as can be known.
struct OtherHolder {
    QString who; // login and computer
    QDateTime since;
    bool sameComputer = false;
};

// What opening met, to be told to the user once.
struct OpeningReport {
    bool recovered = false; // unpublished work of an interrupted session was found and is there
    bool salvaged = false;  // the file was damaged: this is what could be saved, to be reread, in a new file
    bool setAside = false;  // unpublished work of an interrupted session can't be read; it is kept aside
    bool migrated = false;  // an older version of the format
    bool readOnly = false;  // newer format, read-only place, or asked for
    QString sentence;       // French, empty when there is nothing to tell
    std::optional<OtherHolder> other;
    domain::MergeResult merge; // conflicts when recovered work met a file that changed meanwhile
};

class DossierPrivate;

class Dossier final : public QObject
{
    Q_OBJECT
public:
    enum class Mode {
        Edit,
        ReadOnly, // the example, a newer file, a file held by somebody else
    };

    // A new project at `path` (must not exist unless `replace`); published before returning.
    using Made = base::Result<std::unique_ptr<Dossier>>;
    // Told once, in the caller's thread: before the call returns when the place answers promptly, else from the event
    // loop. What waits is given back (null when told already): destroying it gives up, and leaves a thread behind.
    using ThenMade = std::function<void(Made)>;
    using Then = std::function<void(const base::Result<void> &)>;
    using ThenMerged = std::function<void(const base::Result<domain::MergeResult> &)>;

    [[nodiscard]] static base::Result<std::unique_ptr<Dossier>> create(const QString &path,
                                                                       const domain::Projet &projet,
                                                                       const base::Clock &clock, bool replace = false,
                                                                       const Options &options = {});
    [[nodiscard]] static base::Waiting create(const QString &path, const domain::Projet &projet,
                                              const base::Clock &clock, bool replace, const Options &options,
                                              ThenMade then);
    // Opens a file as untrusted data. In Mode::Edit and held by somebody else: opens read-only and says so in
    // opening().
    [[nodiscard]] static base::Result<std::unique_ptr<Dossier>>
    open(const QString &path, Mode mode, const base::Clock &clock, const Options &options = {});
    [[nodiscard]] static base::Waiting open(const QString &path, Mode mode, const base::Clock &clock,
                                            const Options &options, ThenMade then);
    // What can be read of a damaged file, as a new project at `newPath` (must not exist), marked as salvaged. The
    // damaged file is left as it is. Offer the backups first (store::Backups::listFor).
    [[nodiscard]] static base::Result<std::unique_ptr<Dossier>>
    salvage(const QString &damagedPath, const QString &newPath, const base::Clock &clock, const Options &options = {});
    [[nodiscard]] static base::Waiting salvage(const QString &damagedPath, const QString &newPath,
                                               const base::Clock &clock, const Options &options, ThenMade then);
    // Work left by an interrupted session for files that are gone or damaged, and writing it to a new file. A file
    // whose place does not answer is neither.
    [[nodiscard]] static std::vector<Orphan> orphans(const Options &options = {});
    [[nodiscard]] static base::Result<void> recoverOrphan(const Orphan &orphan, const QString &newPath,
                                                          const base::Clock &clock, const Options &options = {});
    [[nodiscard]] static base::Waiting orphans(const Options &options, std::function<void(std::vector<Orphan>)> then);
    [[nodiscard]] static base::Waiting recoverOrphan(const Orphan &orphan, const QString &newPath,
                                                     const base::Clock &clock, const Options &options, Then then);
    // Waits for the working copy, publishes once more, lets the file go. Never asks anything, and never waits longer
    // than Options::patience for a place: what it did not take is then found again at the next opening.
    ~Dossier() override;

    [[nodiscard]] const domain::Projet &projet() const;
    [[nodiscard]] domain::Id id() const;
    [[nodiscard]] QString path() const;
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] const OpeningReport &opening() const;
    [[nodiscard]] const Options &options() const; // as chosen, the data folder filled in

    // One edit: applied, journalled, told. An empty list does nothing. Edits with the same non-empty `mergeKey` that
    // follow each other (typing in one field) make one undo step. `label`: "Modifier le nom du projet".
    [[nodiscard]] base::Result<void> edit(const QString &label, const domain::ChangeList &changes,
                                          const QString &mergeKey = {});
    // Takes the bytes of an attachment and tells their fingerprint, for the edit that follows to name them
    // (PieceJointe::empreinte). Invalid when the file or all the files together are too heavy.
    [[nodiscard]] base::Result<QString> hold(const QByteArray &octets);
    // The same for all those of another project that is brought in.
    void holdAll(const domain::Contenus &contenus);
    // Everything done so far is on the disk of this computer when this returns: after that, nothing loses it.
    [[nodiscard]] base::Result<void> secure();
    // Ends the current typing step: the next edit starts a new one.
    void closeStep();

    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    [[nodiscard]] QString undoLabel() const; // empty when there is nothing to undo
    [[nodiscard]] QString redoLabel() const;
    [[nodiscard]] base::Result<void> undo();
    [[nodiscard]] base::Result<void> redo();

    [[nodiscard]] SaveState saveState() const;
    // Ctrl+S, focus loss, close: writes the user's file now. Asynchronous; saveStateChanged() tells.
    void publishSoon();
    // The same, waiting for the end (command line, tests) or told (closing a window). A Conflict error: the file
    // changed meanwhile, see mergeWithFile(). Silent: the place does not answer; the work is safe in the working copy.
    [[nodiscard]] base::Result<void> publishNow();
    void publish(const Then &then);
    // False when the place of the user's file has not answered for long: better not lead the user there.
    [[nodiscard]] bool placeAnswers() const;
    // "Enregistrer une copie": another file with another project identity. This dossier stays where it was. An
    // existing file is an error (Conflict) unless `replace`.
    [[nodiscard]] base::Result<void> saveCopy(const QString &path, bool replace = false);
    void saveCopy(const QString &path, bool replace, const Then &then);
    // "Enregistrer ailleurs": from now on the project lives at `path`. The former file stays as it is. The same path
    // is allowed when the file is not there any more.
    [[nodiscard]] base::Result<void> moveTo(const QString &path, bool replace = false);
    void moveTo(const QString &path, bool replace, const Then &then);
    // The user's file was changed by somebody else: brings their changes in as one undoable edit and publishes.
    [[nodiscard]] base::Result<domain::MergeResult> mergeWithFile();
    void mergeWithFile(const ThenMerged &then);
    // Brings in another copy of the project (workshop); base is found in the journals, else the common ancestor is
    // empty.
    [[nodiscard]] base::Result<domain::MergeResult> mergeWith(const QString &otherPath);
    void mergeWith(const QString &otherPath, const ThenMerged &then);
    // The percentage that lists of projects show, computed by the criteria; written with the next publication.
    void setCompleteness(int percent);

Q_SIGNALS:
    // After every edit, undo, redo or merge, with exactly what changed.
    void changed(const domain::ChangeList &changes);
    // After an undo or redo: the field to show to the user.
    void steppedTo(const domain::FieldAddress &field);
    void saveStateChanged();
    // The user's file is not the one we opened any more: propose the merge.
    void fileChangedElsewhere(const QString &sentence);

private:
    friend class DossierPrivate;
    explicit Dossier(std::unique_ptr<DossierPrivate> content);
    std::unique_ptr<DossierPrivate> d;
};

} // namespace dossier
