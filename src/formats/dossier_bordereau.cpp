#include "formats/dossier_bordereau.h"

#include "base/telephone.h"
#include "base/text.h"
#include "base/typography.h"
#include "domain/effectifs.h"
#include "report/user_text.h"

#include <algorithm>
#include <cmath>
#include <QCryptographicHash>
#include <set>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

bool anyPieceSent(const domain::Projet &projet)
{
    return std::any_of(projet.pieces.begin(), projet.pieces.end(), [](const auto &each) { return each.second.jointe; });
}

QString sizeText(qint64 bytes)
{
    constexpr double kilo = 1024;
    if (bytes < qint64(kilo))
        return base::frenchCount(bytes, u"octet"_s, u"octets"_s);
    if (bytes < qint64(kilo * kilo))
        return base::frenchNumber(std::ceil(double(bytes) / kilo), 0) + u" Ko"_s; // as the page of the pieces says it
    return base::frenchNumber(double(bytes) / kilo / kilo, 1) + u" Mo"_s;
}

// For who prepares the dossier: the points that the criteria still call blocking.
QString blockingLines(const QStringList &bloquants)
{
    if (bloquants.isEmpty())
        return {};
    QString text = u"\r\nÀ régler avant le dépôt : %1\r\n"_s.arg(
        base::frenchCount(bloquants.size(), u"point bloquant"_s, u"points bloquants"_s));
    for (const QString &each : bloquants)
        text += u"– %1.\r\n"_s.arg(base::frenchTypography(each));
    return text;
}

QString fingerprint(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString statutsLine(const std::vector<PieceEnvoyee> &pieces)
{
    const PieceEnvoyee *statuts = statutsOf(pieces);
    return statuts ? u"Les statuts sont joints (pièce n° %1)."_s.arg(statuts->numero)
                   : u"Les statuts ne sont pas joints à cet envoi."_s;
}

// What is inside the PDF of the dossier.
QString insertedLines(const std::vector<PieceEnvoyee> &pieces)
{
    QString text;
    for (const PieceEnvoyee &piece : pieces)
        if (piece.pages > 0)
            text += u"\r\n%1 (%2)\r\n    à la suite du dossier au format PDF, %3\r\n    %4\r\n"_s.arg(
                piece.intitule(), piece.nom, base::frenchCount(piece.pages, u"page"_s, u"pages"_s),
                sizeText(piece.octets.size()));
    return text.isEmpty() ? text : u"\r\nPièces ajoutées dans le PDF du dossier\r\n"_s + text;
}

// The same, in one sentence of the message.
QString insertedSentence(const std::vector<PieceEnvoyee> &pieces)
{
    QStringList names;
    for (const PieceEnvoyee &piece : pieces)
        if (piece.pages > 0)
            names << piece.intitule();
    return names.isEmpty() ? QString() : u"À la suite du dossier au format PDF : %1."_s.arg(base::frenchList(names));
}

// Last: only who doubts a file looks for it. Those of the pieces inside the PDF are of the files that were attached.
QString fingerprintLines(const std::vector<DossierFile> &files, const std::vector<PieceEnvoyee> &pieces)
{
    QString text = u"\r\nEmpreintes SHA-256, pour vérifier qu’un fichier reçu est bien celui qui a été envoyé\r\n"_s;
    const auto add = [&text](const QString &name, const QByteArray &bytes) {
        text += u"\r\n%1\r\n    %2\r\n"_s.arg(name, fingerprint(bytes));
    };
    for (const DossierFile &file : files)
        add(file.name, file.bytes);
    for (const PieceEnvoyee &piece : pieces)
        if (piece.pages > 0)
            add(piece.nom, piece.octets);
    return text;
}

// The addresses of the délégations of the territory.
QStringList recipientsOf(const domain::Projet &projet, const reference::Reference &reference)
{
    std::set<QString> departments;
    for (const auto &[id, commune] : projet.communes)
        departments.insert(commune.code.left(commune.code.startsWith(u"97") ? 3 : 2));
    QStringList addresses;
    for (const QString &department : departments)
        for (const reference::Referent &referent : reference.referents().of(department))
            if (!referent.courriel.isEmpty() && !addresses.contains(referent.courriel))
                addresses << referent.courriel;
    return addresses;
}

// Who writes, by the function the project gives, the first name first as people sign; nobody when it names nobody.
QString signature(const domain::Projet &projet)
{
    const auto named = [&projet](const domain::Id &id) {
        const domain::Personne *person = projet.personnes.find(id);
        return person ? u"%1 %2"_s.arg(person->prenom, person->nom).trimmed() : QString();
    };
    if (const QString name = named(projet.identite.coordonnateur); !name.isEmpty())
        return name + u", coordination de la CPTS"_s;
    if (const QString name = named(projet.identite.porteur); !name.isEmpty())
        return name + u", porteur de projet"_s;
    return {};
}

} // namespace

QByteArray manifestOf(const std::vector<DossierFile> &files, const std::vector<PieceEnvoyee> &pieces,
                      const domain::Projet &projet, const QDate &today, const DossierRequest &request)
{
    const QString name = report::printedText(projet.identite.nom);
    QString text = u"Bordereau du dossier"_s + (name.isEmpty() ? QString() : u" : "_s + name) + u"\r\n"_s +
                   u"Version du "_s + base::frenchLongDate(today) + u"\r\n"_s;
    if (!request.personalData)
        text += (anyPieceSent(projet) ? u"Version sans données personnelles ni pièces jointes"_s
                                      : u"Version sans données personnelles"_s) +
                u"\r\n"_s;
    text += base::frenchTypography(statutsText(projet, pieces, request.personalData)) + u"\r\n"_s +
            blockingLines(request.bloquants);
    for (const DossierFile &file : files)
        text += u"\r\n%1\r\n    %2\r\n    %3\r\n"_s.arg(file.name, file.content, sizeText(file.bytes.size()));
    text += insertedLines(pieces) + fingerprintLines(files, pieces);
    return "\xEF\xBB\xBF" + text.toUtf8();
}

QByteArray messageOf(const ExportSource &source, const domain::Projet &projet, const std::vector<DossierFile> &files,
                     const std::vector<PieceEnvoyee> &pieces, const DossierRequest &request)
{
    const QString own = report::printedText(projet.identite.nom);
    const QString name = own.isEmpty() ? u"CPTS"_s : own;
    QStringList lines;
    // Without personal data it is for others than the ARS, which awaits the whole dossier.
    if (const QStringList to = recipientsOf(projet, source.reference); request.personalData && !to.isEmpty())
        lines << u"À : "_s + to.join(u", "_s);
    // What still blocks the deposit is no business of the reader's, but that this is not the deposit is.
    const bool draft = !request.bloquants.isEmpty();
    lines << u"Objet : Projet de santé – "_s + name + (draft ? u" – pour relecture"_s : QString()) << QString()
          << u"Madame, Monsieur,"_s << QString()
          << (draft
                  ? u"Veuillez trouver ci-joint, pour relecture, notre projet de santé en cours de rédaction, dans sa "
                    "version du %1 :"_s
                  : u"Veuillez trouver ci-joint notre projet de santé, dans sa version du %1 :"_s)
                 .arg(base::frenchLongDate(source.today));
    for (const DossierFile &file : files)
        lines << u"– %1 : %2 ;"_s.arg(file.name, file.content);
    lines.back().chop(2);
    lines.back() += u'.';
    if (const QString inserted = insertedSentence(pieces); !inserted.isEmpty())
        lines << QString() << inserted;
    if (request.personalData)
        lines << QString() << statutsLine(pieces);
    if (!request.personalData)
        lines << QString() << u"Cette version ne comporte pas les données personnelles des membres et partenaires."_s;
    if (!request.personalData && anyPieceSent(projet))
        lines << u"Les pièces jointes n’y sont pas non plus."_s;
    lines << QString() << u"Nous restons à votre disposition pour tout complément."_s << QString() << u"Cordialement,"_s
          << QString();
    for (const QString &each : {request.personalData ? signature(projet) : QString(),
                                projet.structure.nom.isEmpty() ? projet.identite.nom : projet.structure.nom,
                                projet.structure.email, base::frenchTelephone(projet.structure.telephone)})
        if (const QString line = report::printedText(each); !line.isEmpty()) // one line each, whatever was pasted there
            lines << line;
    // No byte order mark: it would be copied with the first address.
    return (base::frenchTypography(lines.join(u'\n')).replace(u'\n', u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

} // namespace formats
