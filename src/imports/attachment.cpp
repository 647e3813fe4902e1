#include "imports/attachment.h"

#include "base/file.h"
#include "base/file_name.h"
#include "base/picture_info.h"
#include "base/text.h"
#include "domain/conversion.h"
#include "domain/rank.h"
#include "imports/attachment_type.h"

#include <QFileInfo>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using base::Error;
using base::ErrorCode;
using domain::SortePiece;

namespace
{

Error refusal(ErrorCode code, const QString &sentence, const QString &name)
{
    return {code, sentence.arg(name), name};
}

Error damaged(const QString &name)
{
    return refusal(ErrorCode::Damaged,
                   u"« %1 » n’est pas ce que son nom annonce : il est sans doute abîmé. Il n’a pas été ajouté ; votre "
                   "projet est intact. Ouvrez-le pour vérifier, enregistrez-le de nouveau, puis réessayez."_s,
                   name);
}

Error tooHeavy(const QString &name)
{
    return refusal(ErrorCode::Invalid,
                   u"« %1 » dépasse %2 Mo. Il n’a pas été ajouté ; votre projet est intact. Réduisez-le, ou joignez-le "
                   "à part."_s.arg(u"%1"_s, QString::number(domain::maximumPiece / (1024 * 1024))),
                   name);
}

// A picture that a text could show, or only a file that weighs little and would fill the memory.
std::optional<Error> pictureFault(const QString &name, const QByteArray &octets)
{
    const auto info = base::pictureInfo(octets);
    if (!info)
        return damaged(name);
    if (info->isReasonable())
        return std::nullopt;
    return refusal(ErrorCode::Hostile,
                   u"L’image « %1 » est trop grande (%2 × %3 points). Elle n’a pas été ajoutée ; votre projet est "
                   u"intact. Réduisez "
                   "l’image, puis réessayez."_s.arg(u"%1"_s, base::frenchNumber(qint64(info->size.width())),
                                                    base::frenchNumber(qint64(info->size.height()))),
                   name);
}

// The extension says what the content is: one that promises something else is not left alone at the end.
QString namedAs(const QString &name, const FileType &type)
{
    if (type.extensions.isEmpty() || type.extensions.contains(base::extensionOfName(name)))
        return name;
    return base::safeName(name + u'.' + type.extensions.front());
}

} // namespace

SortePiece sorteSelonNom(const QString &nom)
{
    const QString folded = u' ' + base::fold(nom) + u' ';
    const std::pair<SortePiece, QStringList> words[] = {
        {SortePiece::Reglement, {u" reglement"_s, u" ri "_s}},
        {SortePiece::Statuts, {u" statuts "_s, u" statut "_s}},
        {SortePiece::CompteRendu,
         {u" compte rendu"_s, u" comptes rendus "_s, u" cr "_s, u" pv "_s, u" proces verbal"_s}},
        {SortePiece::Convention, {u" convention"_s, u" accord "_s, u" partenariat "_s, u" protocole"_s}},
        {SortePiece::Lettre, {u" lettre"_s, u" courrier"_s, u" soutien "_s}},
        {SortePiece::Liste, {u" liste"_s, u" tableau"_s, u" annuaire "_s}}};
    for (const auto &[sorte, starts] : words)
        for (const QString &start : starts)
            if (folded.contains(start))
                return sorte;
    return SortePiece::NonRenseignee;
}

base::Result<Attachment> attachmentOf(const QString &name, const QByteArray &octets)
{
    const QString safe = base::safeName(name);
    if (octets.isEmpty())
        return refusal(ErrorCode::Invalid,
                       u"« %1 » est vide. Il n’a pas été ajouté ; votre projet est intact. Vérifiez le fichier, puis "
                       "réessayez."_s,
                       safe);
    if (octets.size() > domain::maximumPiece)
        return tooHeavy(safe);
    const FileType type = fileTypeOf(safe, octets);
    if (!type.safeToSend)
        return refusal(ErrorCode::Hostile, type.refusal, safe);
    if (type.extensions.isEmpty() && isKnownExtension(base::extensionOfName(safe)))
        return damaged(safe);
    if (type.media.startsWith("image/"_L1))
        if (const auto fault = pictureFault(safe, octets))
            return *fault;
    Attachment attachment{namedAs(safe, type), type.media, sorteSelonNom(safe), octets, {}};
    if (type.extensions.isEmpty())
        attachment.avis = u"« %1 » est d’un format que l’ARS n’ouvrira peut-être pas. Préférez un PDF."_s.arg(safe);
    return attachment;
}

base::Result<Attachment> readAttachment(const QString &path)
{
    const QFileInfo file(path);
    const QString name = base::safeName(file.fileName());
    if (file.isDir())
        return refusal(ErrorCode::Invalid,
                       u"« %1 » est un dossier. Rien n’a été ajouté ; votre projet est intact. Ouvrez-le, puis "
                       "choisissez ses documents."_s,
                       name);
    if (file.exists() && !file.isFile())
        return refusal(ErrorCode::Invalid,
                       u"« %1 » n’est pas un document. Rien n’a été ajouté ; votre projet est intact. Choisissez un "
                       "fichier."_s,
                       name);
    if (file.size() > domain::maximumPiece)
        return tooHeavy(name);
    const auto octets = base::readFile(path, domain::maximumPiece);
    return octets ? attachmentOf(file.fileName(), octets.value()) : base::Result<Attachment>(octets.error());
}

namespace
{

std::vector<std::pair<QString, domain::Value>> facts(const Attachment &attachment, const QString &empreinte,
                                                     const QDate &today)
{
    return {{u"nom"_s, attachment.nom},
            {u"type"_s, attachment.type},
            {u"taille"_s, qint64(attachment.octets.size())},
            {u"empreinte"_s, empreinte},
            {u"ajouteeLe"_s, today}};
}

} // namespace

domain::ChangeList attaching(const domain::Projet &projet, const base::Id &id, const Attachment &attachment,
                             const QString &empreinte, const QDate &today)
{
    QString last;
    for (const auto &[each, piece] : projet.pieces)
        last = std::max(last, piece.rang);
    auto fields = facts(attachment, empreinte, today);
    fields.emplace_back(u"rang"_s, domain::rankBetween(last, {}));
    fields.emplace_back(u"sorte"_s, domain::Conversion<SortePiece>::toValue(attachment.sorte));
    // What only illustrates a text is already in the document.
    fields.emplace_back(u"jointe"_s, attachment.sorte != SortePiece::Image);
    return domain::inserting(projet, u"piece"_s, id, fields);
}

base::Result<void> attachingAlso(domain::Projet &ahead, domain::ChangeList &changes, const Attachment &attachment,
                                 const domain::Contenus &there, const Hold &hold, const QDate &today)
{
    const QString empreinte = domain::Contenus::empreinteDe(attachment.octets);
    for (const auto &[id, piece] : ahead.pieces)
        if (piece.empreinte == empreinte && there.find(empreinte))
            return Error{
                ErrorCode::Conflict,
                u"« %1 » est déjà parmi les pièces jointes, sous le nom « %2 »."_s.arg(attachment.nom, piece.nom),
                {}};
    const auto held = hold(attachment.octets);
    if (!held)
        return Error{held.error().code, attachment.nom + u" : "_s + held.error().message, held.error().detail};
    const auto added = attaching(ahead, base::Id::create(), attachment, held.value(), today);
    if (auto applied = domain::applyChanges(ahead, added); !applied)
        return applied.error();
    changes.insert(changes.end(), added.begin(), added.end());
    return {};
}

domain::ChangeList replacing(const domain::Projet &projet, const base::Id &id, const Attachment &attachment,
                             const QString &empreinte, const QDate &today)
{
    domain::ChangeList changes;
    for (const auto &[field, value] : facts(attachment, empreinte, today)) {
        const domain::ChangeList one = domain::setting(projet, {u"piece"_s, id, field}, value);
        changes.insert(changes.end(), one.begin(), one.end());
    }
    return changes;
}

} // namespace imports
