// Work that an interrupted session left: found again, united with a file that changed meanwhile, or set aside.
#include "dossier/ancestor.h"
#include "dossier/private.h"

#include <QDir>
#include <QFileInfo>
#include <utility>

namespace dossier
{

using base::Error;
using base::ErrorCode;
using base::Result;
using store::Contents;
using store::Expected;
using store::WorkingCopy;
using namespace Qt::Literals::StringLiterals;

namespace
{

// The same facts and the same place in the same history.
bool sameWork(const Contents &a, const Contents &b)
{
    return store::logicalHash(a) == store::logicalHash(b);
}

// A disk that may be better in a moment: what cannot be read now is not ruined.
bool isPassing(const Error &error)
{
    return error.code == ErrorCode::Unwritable || error.code == ErrorCode::DiskFull ||
           error.code == ErrorCode::Unreadable || error.code == ErrorCode::Silent;
}

Error notNow(const QString &folder, const Error &why)
{
    return {
        why.code,
        u"Votre dernier travail est sur cet ordinateur, mais le disque ne permet pas encore de le relire. Rien n’a été modifié ; vérifiez l’espace du disque, puis réessayez."_s,
        folder + u' ' + why.detail};
}

} // namespace

// Work on another file of the same project stays for that file, told when that file is not there. It was this one only
// when the system knows it for the same file under another name: the same bytes may be a copy, and where the other
// should be may be the empty folder of a support that is not plugged in.
bool DossierPrivate::wasMoved(const QString &folder, const QString &user)
{
    if (store::hashOf(store::notes::base(folder, *files)) != expected.bytesHash &&
        store::hashOf(store::notes::next(folder, *files)) != expected.bytesHash)
        return false;
    enum class Place { File, Folder, Nothing };
    base::Errand<Place> place([user, own = files] {
        return own->exists(user)                             ? Place::File
               : own->exists(QFileInfo(user).absolutePath()) ? Place::Folder
                                                             : Place::Nothing;
    });
    if (!place.wait(options.prompt))
        return false; // a place that does not answer is not a file that is gone
    const Place found = place.take();
    if (found == Place::File)
        return false;
    if (found == Place::Folder && !identity.isEmpty() && store::notes::identity(folder, *files) == identity)
        return true;
    opening.sentence =
        u"Un travail fait dans « %1 », %2, n’y est pas encore écrit. Il est gardé sur cet ordinateur : il revient avec ce fichier, ou à l’accueil par « Travail retrouvé »."_s
            .arg(QFileInfo(user).fileName(),
                 found == Place::Folder ? u"qui n’est plus à sa place"_s : u"dont le dossier n’est pas accessible"_s);
    return false;
}

Result<void> DossierPrivate::openForEdit(store::Opened opened, const QByteArray &bytes)
{
    expected = {Expected::Type::Known, store::hashOf(bytes), store::logicalHash(opened.contents)};
    store::emptyTrash(projectFolder());
    const QString own = store::workingCopyFolder(projectFolder(), path);
    for (const QString &folder : store::workingCopies(projectFolder(), path)) {
        const QString user = store::notes::userFile(folder);
        if (folder != own && user != path && !wasMoved(folder, user))
            continue;
        const auto recovered = recover(folder, opened.contents, bytes);
        if (recovered || isPassing(recovered.error()))
            return recovered;
    }
    opened.contents.copy = copyId;
    auto copy = WorkingCopy::create(own, opened.contents, path, bytes, *files, options.vfs);
    if (!copy)
        return copy.error();
    static_cast<void>(store::notes::setIdentity(own, identity, *files));
    startWriter(std::move(copy.value()));
    return {};
}

Result<void> DossierPrivate::recover(const QString &folder, const Contents &file, const QByteArray &fileBytes)
{
    auto copy = WorkingCopy::resume(folder, options.vfs);
    auto work = copy ? copy.value()->read() : Result<Contents>(copy.error());
    if (!work) {
        if (copy)
            copy.value().reset();
        if (isPassing(work.error()))
            return notNow(folder, work.error());
        // Not to be read, but not to be lost either: set aside, and never in the way.
        if (work.error().code != ErrorCode::NotFound)
            setAside(folder);
        return work.error();
    }
    const QByteArray next = store::notes::next(folder, *files);
    const bool nextWasPublished = !next.isEmpty() && store::hashOf(next) == expected.bytesHash;
    const QByteArray base = nextWasPublished ? next : store::notes::base(folder, *files);
    const auto published = store::fromBytes(base);
    if (published && sameWork(published.value().contents, work.value())) {
        keepIfLater(published.value().contents, base, file);
        copy.value()->purge(*files);
        return Error{ErrorCode::NotFound, u"Aucun travail en attente."_s, folder};
    }
    copyId = work.value().copy.value_or(copyId);
    projet = work.value().projet;
    history = History(std::move(work.value().journal));
    opening.recovered = true;
    opening.sentence = u"Le travail interrompu la dernière fois a été retrouvé : rien n’est perdu."_s;
    ++revision;
    static_cast<void>(store::notes::setUserFile(folder, path, *files));
    static_cast<void>(store::notes::setIdentity(folder, identity, *files));
    startWriter(std::move(copy.value()));
    const bool sameFile = published && store::hashOf(base) == expected.bytesHash;
    const bool behind = !sameFile && isBehind(file, snapshot());
    if (behind && published)
        opening.sentence =
            u"Le travail interrompu la dernière fois a été retrouvé. Le fichier était revenu à une version plus ancienne : votre travail va le remettre à jour."_s;
    else if (!sameFile && !behind)
        uniteWith(file,
                  isBehind(snapshot(), file) ? projet
                  : published                ? published.value().contents.projet
                                             : ancestorOf(file),
                  store::hashOf(base));
    if (writer->flush(options.patience))
        static_cast<void>(store::notes::setBase(folder, fileBytes, *files));
    return {};
}

// All that the interrupted session did had left for the file; but the file went back to an earlier version since (a
// support that lied, a copy put back by hand). What it lost stays within reach.
void DossierPrivate::keepIfLater(const Contents &published, const QByteArray &bytes, const Contents &file)
{
    if (published.publishedAt <= file.publishedAt || sameWork(published, file))
        return;
    if (backups.keep(bytes, path, u"retrouve"_s, clock.now()))
        opening.sentence =
            u"Ce fichier est plus ancien que votre dernier travail sur cet ordinateur. La version la plus récente est gardée dans les versions de secours."_s;
}

void DossierPrivate::setAside(const QString &folder)
{
    const QString place = data + u"/illisibles/"_s;
    static_cast<void>(files->makeFolder(place));
    opening.setAside = true;
    opening.sentence =
        u"Le travail non enregistré de la dernière fois ne peut pas être relu : il est gardé à part. Voici la dernière version enregistrée ; vérifiez vos dernières modifications."_s;
    static_cast<void>(
        files->rename(folder, place + clock.now().toString(u"yyyy-MM-ddTHH-mm-ss-"_s) + project.toString()));
    files->syncFolder(place);
    files->syncFolder(projectFolder());
}

domain::Projet DossierPrivate::ancestorOf(const Contents &file) const
{
    return commonAncestor(snapshot(), file).value_or(domain::Projet());
}

// Work found again meets a file that changed meanwhile.
void DossierPrivate::uniteWith(const Contents &file, const domain::Projet &ancestor, const QByteArray &baseHash)
{
    opening.merge = domain::merge(ancestor, projet, file.projet);
    if (!store::applyChecked(projet, opening.merge.fromTheirs)) {
        // The file is then somebody else's: the next publication finds it and proposes the merge.
        opening.merge = {};
        expected = {Expected::Type::Known, baseHash, {}};
        return;
    }
    ++revision;
    takeContenus(file.projet.contenus);
    if (!opening.merge.fromTheirs.empty()) {
        auto step =
            history.pushMerge(u"Réunir avec le fichier modifié ailleurs"_s, opening.merge.fromTheirs, clock.now());
        step.contenus = takeHeld();
        writer->add(std::move(step));
    }
    opening.sentence =
        u"Le travail interrompu la dernière fois a été retrouvé et réuni avec les modifications faites ailleurs dans le fichier."_s;
}

} // namespace dossier
