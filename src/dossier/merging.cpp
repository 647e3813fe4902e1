#include "dossier/ancestor.h"
#include "dossier/private.h"

#include <QFileInfo>

namespace dossier
{

using base::Error;
using base::ErrorCode;
using base::Result;
using domain::MergeResult;
using namespace Qt::Literals::StringLiterals;

Result<MergeResult> DossierPrivate::mergeIn(const domain::Projet &ancestor, const store::Contents &theirs,
                                            const QString &label)
{
    MergeResult merged = domain::merge(ancestor, projet, theirs.projet);
    takeContenus(theirs.projet.contenus);
    history.closeStep();
    if (auto done = q->edit(label, merged.fromTheirs); !done)
        return done.error();
    history.closeStep();
    return merged;
}

Result<MergeResult> Dossier::mergeWithFile()
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return refused.error();
    d->publisher.wait();
    d->collect();
    const auto bytes = d->files->read(d->path);
    if (!bytes)
        return bytes.error();
    const auto theirs = store::fromBytes(bytes.value());
    if (!theirs)
        return theirs.error();
    if (theirs.value().newer || theirs.value().contents.project != d->project)
        return Error{
            ErrorCode::Conflict,
            u"« %1 » contient maintenant un autre projet, ou vient d’une version plus récente du logiciel. Rien n’a été modifié ; enregistrez votre travail ailleurs."_s
                .arg(QFileInfo(d->path).fileName()),
            d->path};
    const domain::Projet ancestor = lastPublished(d->copyFolder, d->snapshot(), theirs.value().contents, *d->files);
    auto merged = d->mergeIn(ancestor, theirs.value().contents, u"Fusionner avec le fichier modifié ailleurs"_s);
    if (!merged)
        return merged;
    // From here on their version is the one ours is built on.
    d->expected = {store::Expected::Type::Known, store::hashOf(bytes.value()),
                   store::logicalHash(theirs.value().contents)};
    static_cast<void>(store::notes::setBase(d->copyFolder, bytes.value(), *d->files));
    // Whether the file could be written is told by saveState(); the merge itself is done.
    static_cast<void>(d->publishAndWait(u"fusion"_s));
    return merged;
}

Result<MergeResult> Dossier::mergeWith(const QString &otherPath)
{
    if (auto refused = d->refuseIfReadOnly(); !refused)
        return refused.error();
    const auto bytes = d->files->read(QFileInfo(otherPath).absoluteFilePath());
    if (!bytes)
        return bytes.error();
    const auto theirs = store::fromBytes(bytes.value());
    if (!theirs)
        return theirs.error();
    // The state before a merge stays reachable: the published file first, and its backup with the next publication.
    if (auto published = d->publishAndWait(u"fusion"_s); !published && published.error().code == ErrorCode::Conflict)
        return published.error();
    const domain::Projet ancestor = commonAncestor(d->snapshot(), theirs.value().contents).value_or(domain::Projet());
    return d->mergeIn(ancestor, theirs.value().contents,
                      u"Fusionner avec « %1 »"_s.arg(QFileInfo(otherPath).fileName()));
}

} // namespace dossier
