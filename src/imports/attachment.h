// A file that somebody wants to attach: what it is by its content, under a name that is safe. It is never opened with
// the program of its type, and what a disk could run is refused.
#pragma once

#include "base/result.h"
#include "domain/changes.h"

#include <functional>
#include <QByteArray>

namespace imports
{

struct Attachment {
    QString nom;  // safe, with the extension of its content
    QString type; // media type, from the content: "application/pdf"; "application/octet-stream" when not known
    domain::SortePiece sorte = domain::SortePiece::NonRenseignee; // guessed from the name
    QByteArray octets;
    QString avis; // what to know of a file that is taken as it is; may be empty
};

// Reads the file whole. Errors: a folder, an empty or unreadable file, one above domain::maximumPiece, a program, a
// script, a web page, a document with macros, a damaged document, an archive that could hide anything.
[[nodiscard]] base::Result<Attachment> readAttachment(const QString &path);
[[nodiscard]] base::Result<Attachment> attachmentOf(const QString &name, const QByteArray &octets);

// « statuts » -> Statuts, « PV d’AG » -> CompteRendu; NonRenseignee when the name says nothing.
[[nodiscard]] domain::SortePiece sorteSelonNom(const QString &nom);

// The attachment as the last piece of the project. `empreinte`: as Dossier::hold() told it.
[[nodiscard]] domain::ChangeList attaching(const domain::Projet &projet, const base::Id &id,
                                           const Attachment &attachment, const QString &empreinte, const QDate &today);
// What keeps the bytes of an attachment and tells their print, as Dossier::hold().
using Hold = std::function<base::Result<QString>(const QByteArray &)>;
// One more file of a batch: `ahead` becomes the project with it, `changes` grows by it. Conflict, and nothing more,
// when a piece of `ahead` holds the same bytes and `there` has them; any other Error leaves both as they were too.
[[nodiscard]] base::Result<void> attachingAlso(domain::Projet &ahead, domain::ChangeList &changes,
                                               const Attachment &attachment, const domain::Contenus &there,
                                               const Hold &hold, const QDate &today);
// Another file in place of that of a piece, which keeps its kind, its legend and its place.
[[nodiscard]] domain::ChangeList replacing(const domain::Projet &projet, const base::Id &id,
                                           const Attachment &attachment, const QString &empreinte, const QDate &today);

} // namespace imports
