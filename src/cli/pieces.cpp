#include "cli/pieces.h"

#include "base/file.h"
#include "base/text.h"
#include "cli/verbs.h"
#include "formats/pdf_pieces.h"
#include "imports/attachment.h"

namespace cli
{

using namespace Qt::Literals::StringLiterals;
using domain::SortePiece;

namespace
{

std::optional<SortePiece> sorteOfCode(const QString &code)
{
    for (const auto &[sorte, choice] : domain::Choices<SortePiece>::all())
        if (!choice.code.isEmpty() && choice.code == code)
            return sorte;
    return std::nullopt;
}

base::Result<std::vector<imports::Attachment>> readAll(const QStringList &paths, Console &console)
{
    std::vector<imports::Attachment> files;
    qint64 bytes = 0;
    for (const QString &path : paths) {
        auto file = imports::readAttachment(path);
        if (!file)
            return file.error();
        if (!file.value().avis.isEmpty())
            console.err << file.value().avis << '\n';
        if (const QString told = formats::pdf::noticeOf(file.value().nom, file.value().octets); !told.isEmpty())
            console.err << told << '\n';
        bytes += file.value().octets.size();
        files.push_back(std::move(file).value());
    }
    if (bytes > domain::maximumPieces)
        return base::Error{base::ErrorCode::Invalid,
                           u"Ces fichiers dépassent ensemble %1 Mo. Rien n’a été ajouté ; joignez-en moins."_s.arg(
                               domain::maximumPieces / (1024 * 1024)),
                           {}};
    return files;
}

// All the files as one edit, or nothing; tells how many.
base::Result<int> attachAll(const std::vector<imports::Attachment> &files, dossier::Dossier &dossier, Console &console)
{
    const auto hold = [&dossier](const QByteArray &octets) { return dossier.hold(octets); };
    domain::Projet after = dossier.projet();
    domain::ChangeList changes;
    QString told;
    int attached = 0;
    for (const imports::Attachment &file : files) {
        const auto added =
            imports::attachingAlso(after, changes, file, dossier.projet().contenus, hold, console.clock.today());
        if (!added && added.error().code != base::ErrorCode::Conflict)
            return added.error();
        if (!added) {
            console.err << added.error().message << '\n';
            continue;
        }
        told += u"Joint : %1 (%2)\n"_s.arg(
            file.nom, file.sorte == SortePiece::NonRenseignee ? u"type à préciser"_s : choiceOf(file.sorte).label);
        ++attached;
    }
    if (const auto done = dossier.edit(u"Ajouter des pièces jointes"_s, changes); !done)
        return done.error();
    console.out << told;
    return attached;
}

} // namespace

QStringList sorteCodes()
{
    QStringList codes;
    for (const auto &[sorte, choice] : domain::Choices<SortePiece>::all())
        if (!choice.code.isEmpty())
            codes << choice.code;
    return codes;
}

Json piecesToJson(const domain::Projet &projet)
{
    Json list = Json::array();
    for (const auto &[id, piece] : domain::inOrder(projet.pieces)) {
        const QByteArray *octets = projet.contenus.find(piece->empreinte);
        list.push_back({{"nom", utf8(piece->nom)},
                        {"sorte", utf8(choiceOf(piece->sorte).code)},
                        {"legende", utf8(piece->legende)},
                        {"type", utf8(piece->type)},
                        {"taille", octets ? Json(octets->size()) : Json()},
                        {"empreinte", utf8(piece->empreinte)},
                        {"jointe", piece->jointe}});
    }
    return list;
}

Exit exportPiece(const QString &number, const QString &path, const domain::Projet &projet, Console &console)
{
    const auto pieces = domain::inOrder(projet.pieces);
    bool isNumber = false;
    const int asked = number.toInt(&isNumber);
    if (!isNumber || asked < 1 || size_t(asked) > pieces.size()) {
        QStringList names;
        for (const auto &[id, piece] : pieces)
            names << u"%1 (%2)"_s.arg(names.size() + 1).arg(piece->nom);
        return wrong(console, pieces.empty() ? u"Ce projet n’a pas de pièce jointe."_s
                                             : u"La pièce « %1 » n’est pas dans ce projet. Pièces : %2."_s.arg(
                                                   number, names.join(u", "_s)));
    }
    const QByteArray *octets = projet.contenus.find(pieces[size_t(asked) - 1].second->empreinte);
    if (!octets)
        return fail(console, {base::ErrorCode::NotFound,
                              u"Le contenu de cette pièce n’est pas dans ce projet. Rien n’a été écrit ; demandez-la à "
                              "qui vous a envoyé le projet."_s,
                              {}});
    if (const auto written = base::writeFile(path, *octets); !written)
        return fail(console, written.error());
    console.out << u"Écrit : %1"_s.arg(path) << '\n';
    return Exit::Well;
}

Exit joindre(const Arguments &arguments, Console &console)
{
    std::optional<SortePiece> sorte;
    if (arguments.has(u"sorte"_s)) {
        sorte = sorteOfCode(arguments.value(u"sorte"_s));
        if (!sorte)
            return wrong(console, u"Le type « %1 » n’existe pas. Types : %2."_s.arg(arguments.value(u"sorte"_s),
                                                                                    sorteCodes().join(u", "_s)));
    }
    auto files = readAll(arguments.positionals.mid(1), console);
    if (!files)
        return fail(console, files.error());
    if (sorte)
        for (imports::Attachment &file : files.value())
            file.sorte = *sorte;
    const auto opened = openProject(arguments.positionals.front(), dossier::Dossier::Mode::Edit, console);
    if (!opened)
        return fail(console, opened.error());
    dossier::Dossier &dossier = *opened.value();
    if (dossier.isReadOnly()) {
        console.err << u"Ce projet ne peut pas être modifié. Rien n’a été changé."_s << '\n';
        return Exit::File;
    }
    const auto attached = attachAll(files.value(), dossier, console);
    if (!attached)
        return fail(console, attached.error());
    if (attached.value() > 0)
        keepCompleteness(dossier, console);
    const auto published = attached.value() > 0 ? dossier.publishNow() : base::Result<void>();
    return published ? Exit::Well : fail(console, published.error());
}

} // namespace cli
