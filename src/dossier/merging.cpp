#include "dossier/merging.h"

#include "dossier/ancestor.h"
#include "dossier/private.h"

#include <QFileInfo>

namespace dossier
{

using base::Error;
using base::ErrorCode;
using base::Result;
using domain::MergeResult;
using store::Contents;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString mergeWords = u"Réunir avec "_s;

} // namespace

Result<MergeResult> DossierPrivate::mergeIn(const domain::Projet &ancestor, const store::Contents &theirs,
                                            const QString &label)
{
    MergeResult merged = domain::merge(ancestor, projet, theirs.projet);
    takeContenus(theirs.projet.contenus);
    history.closeMerge();
    if (auto done = editMerge(label, merged.fromTheirs); !done)
        return done.error();
    return merged;
}

Result<MergeResult> DossierPrivate::mergeWithBytes(const QByteArray &bytes)
{
    const auto theirs = store::fromBytes(bytes);
    if (!theirs)
        return theirs.error();
    if (theirs.value().newer || theirs.value().contents.project != project)
        return Error{
            ErrorCode::Conflict,
            u"« %1 » contient maintenant un autre projet, ou vient d’une version plus récente du programme. Rien n’a été modifié ; enregistrez votre travail ailleurs."_s
                .arg(QFileInfo(path).fileName()),
            path};
    // An earlier version of ours that came back brings nothing.
    const Contents &other = theirs.value().contents;
    const domain::Projet ancestor =
        isBehind(other, snapshot()) ? other.projet : lastPublished(copyFolder, snapshot(), other, *files);
    auto merged = mergeIn(ancestor, other, mergeWords + u"le fichier modifié ailleurs"_s);
    if (!merged)
        return merged;
    // From here on their version is the one ours is built on.
    expected = {store::Expected::Type::Known, store::hashOf(bytes), store::logicalHash(other)};
    static_cast<void>(store::notes::setBase(copyFolder, bytes, *files));
    return merged;
}

void DossierPrivate::mergeWithFile(Pace pace, const Dossier::ThenMerged &then)
{
    Request request;
    request.type = PublishJob::Type::Read;
    request.path = path;
    request.then = [this, pace, then](const PublishOutcome &outcome) {
        auto merged = outcome.result ? mergeWithBytes(outcome.bytes) : Result<MergeResult>(outcome.result.error());
        if (!merged)
            return then(merged);
        // Whether the file could be written is told by saveState(); the merge itself is done.
        publish(pace, u"fusion"_s, [then, merged](const Result<void> &) { then(merged); });
    };
    ask(pace, std::move(request));
}

void DossierPrivate::readCopy(Pace pace, const QString &otherPath,
                              const std::function<void(const Result<Contents> &)> &then)
{
    const QString other = QFileInfo(otherPath).absoluteFilePath();
    const auto read = [this, pace, then, other](const Result<QByteArray> &bytes) {
        const auto theirs = bytes ? store::fromBytes(bytes.value()) : Result<store::Opened>(bytes.error());
        if (!theirs)
            return then(theirs.error());
        // The state before a merge stays reachable: the published file first, and its backup with the next publication.
        publish(pace, u"fusion"_s, [then, contents = theirs.value().contents](const Result<void> &done) {
            if (!done && done.error().code == ErrorCode::Conflict)
                return then(done.error());
            then(contents);
        });
    };
    aside<Result<QByteArray>>(pace, base::Errand<Result<QByteArray>>([own = files, other] { return own->read(other); }),
                              read, [then, other] { then(silenceWhileOpening(other)); });
}

void DossierPrivate::mergeWith(Pace pace, const QString &otherPath, const Dossier::ThenMerged &then)
{
    readCopy(pace, otherPath, [this, then, otherPath](const Result<Contents> &theirs) {
        then(theirs ? mergeIn(ancestorOf(theirs.value()), theirs.value(), mergeLabel(otherPath))
                    : Result<MergeResult>(theirs.error()));
    });
}

void DossierPrivate::proposeMerge(const QString &otherPath, const Dossier::ThenMerged &then)
{
    readCopy(Pace::Prompt, otherPath, [this, then](const Result<Contents> &theirs) {
        if (!theirs)
            return then(theirs.error());
        history.closeMerge();
        then(domain::merge(ancestorOf(theirs.value()), projet, theirs.value().projet));
    });
}

Result<void> DossierPrivate::editMerge(const QString &label, const domain::ChangeList &changes)
{
    return apply(changes, [&](const domain::ChangeList &clean) {
        return history.pushMerge(store::cleanText(label).left(200), clean, clock.now());
    });
}

void proposeMerge(Dossier &dossier, const QString &otherPath, const Dossier::ThenMerged &then)
{
    DossierPrivate &d = DossierPrivate::of(dossier);
    if (auto refused = d.refuseIfReadOnly(); !refused)
        return then(refused.error());
    d.proposeMerge(otherPath, then);
}

Result<void> editMerge(Dossier &dossier, const QString &label, const domain::ChangeList &changes)
{
    return DossierPrivate::of(dossier).editMerge(label, changes);
}

bool lastIsMerge(const Dossier &dossier)
{
    return dossier.canUndo() && DossierPrivate::of(dossier).history.lastIsMerge();
}

QString mergeLabel(const QString &otherPath)
{
    return mergeWords + u"« %1 »"_s.arg(QFileInfo(otherPath).fileName());
}

bool isMergeLabel(const QString &label)
{
    return label.startsWith(mergeWords);
}

void Dossier::mergeWithFile(const ThenMerged &then)
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return then(refused.error());
    d->mergeWithFile(Pace::Prompt, then);
}

Result<MergeResult> Dossier::mergeWithFile()
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return refused.error();
    Result<MergeResult> result{MergeResult()};
    d->mergeWithFile(Pace::Patient, [&result](const Result<MergeResult> &done) { result = done; });
    return result;
}

void Dossier::mergeWith(const QString &otherPath, const ThenMerged &then)
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return then(refused.error());
    d->mergeWith(Pace::Prompt, otherPath, then);
}

Result<MergeResult> Dossier::mergeWith(const QString &otherPath)
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return refused.error();
    Result<MergeResult> result{MergeResult()};
    d->mergeWith(Pace::Patient, otherPath, [&result](const Result<MergeResult> &done) { result = done; });
    return result;
}

} // namespace dossier
