#include "formats/dossier_pieces.h"

#include "base/file_name.h"
#include "base/text.h"
#include "base/typography.h"
#include "formats/pdf_pieces.h"

#include <algorithm>

namespace formats
{

using namespace Qt::Literals::StringLiterals;
using report::Cell;
using report::Paragraph;

namespace
{

const QString folderName = u"Pièces jointes"_s;
const QString pdfType = u"application/pdf"_s;

Paragraph paragraph(const QString &text, Paragraph::Role role = Paragraph::Role::Body)
{
    Paragraph paragraph;
    paragraph.role = role;
    paragraph.runs.push_back({.text = base::frenchTypography(text)});
    return paragraph;
}

Cell cell(const QString &text, bool header = false)
{
    Cell cell;
    cell.header = header;
    cell.paragraphs.push_back(paragraph(text, header ? Paragraph::Role::TableHead : Paragraph::Role::TableCell));
    return cell;
}

QString pagesText(int pages)
{
    return base::frenchCount(pages, u"page"_s, u"pages"_s);
}

// Where a reader finds it; `here`: in the document that says so.
QString placeOf(const PieceEnvoyee &piece, bool here)
{
    if (piece.octets.isEmpty())
        return u"Contenu absent de ce projet : à envoyer à part"_s;
    if (piece.pages > 0)
        return (here ? u"À la suite, "_s : u"À la suite du dossier au format PDF, "_s) + pagesText(piece.pages);
    return u"Fichier « %1 »"_s.arg(piece.fichier().section(u'/', -1)) +
           (piece.aPart.isEmpty() ? QString() : u" : "_s + piece.aPart);
}

report::Table listOf(const std::vector<PieceEnvoyee> &pieces, bool here)
{
    report::Table table;
    table.columns = {8, 46, 26, 60};
    table.description =
        base::frenchTypography(u"Les pièces jointes, dans l’ordre : numéro, intitulé, type, et où trouver chacune."_s);
    report::Row head;
    head.role = report::Row::Role::Header;
    for (const QString &name : {u"N°"_s, u"Pièce"_s, u"Type"_s, u"Où la trouver"_s})
        head.cells.push_back(cell(name, true));
    table.rows.push_back(std::move(head));
    for (const PieceEnvoyee &piece : pieces) {
        report::Row row;
        for (const QString &text : {QString::number(piece.numero), piece.titre, piece.sorte, placeOf(piece, here)})
            row.cells.push_back(cell(text));
        table.rows.push_back(std::move(row));
    }
    return table;
}

report::Heading heading(int level, const QString &text, const QString &anchor)
{
    report::Heading heading;
    heading.level = level;
    heading.anchor = anchor;
    heading.runs.push_back({.text = base::frenchTypography(text)});
    return heading;
}

QString titleOf(const domain::PieceJointe &piece, const QString &name)
{
    const QString legend = piece.legende.simplified();
    if (!legend.isEmpty())
        return legend;
    const QString extension = base::extensionOfName(name);
    return extension.isEmpty() ? name : name.chopped(extension.size() + 1);
}

QString sorteOf(domain::SortePiece sorte)
{
    for (const auto &[each, choice] : domain::Choices<domain::SortePiece>::all())
        if (each == sorte && !choice.code.isEmpty())
            return choice.label;
    return {};
}

} // namespace

QString PieceEnvoyee::intitule() const
{
    return u"Pièce n° %1 – %2"_s.arg(QString::number(numero), titre);
}

QString PieceEnvoyee::fichier() const
{
    return folderName + u'/' + base::safeName(u"%1 - %2"_s.arg(numero, 2, 10, QLatin1Char('0')).arg(nom));
}

std::vector<PieceEnvoyee> piecesEnvoyees(const domain::Projet &projet)
{
    std::vector<PieceEnvoyee> pieces;
    for (const auto &[id, piece] : domain::inOrder(projet.pieces)) {
        if (!piece->jointe)
            continue;
        PieceEnvoyee sent;
        sent.numero = int(pieces.size()) + 1;
        sent.nom = base::safeName(piece->nom);
        sent.titre = titleOf(*piece, sent.nom);
        sent.sorte = sorteOf(piece->sorte);
        sent.statuts = piece->sorte == domain::SortePiece::Statuts;
        if (const QByteArray *octets = projet.contenus.find(piece->empreinte))
            sent.octets = *octets;
        // What the bytes are counts, not what the file of a project says of them.
        if (piece->type == pdfType && !sent.octets.isEmpty()) {
            const pdf::ForeignPages pages = pdf::examine(sent.octets);
            sent.pages = pages.count;
            sent.aPart = pages.fault;
        }
        pieces.push_back(std::move(sent));
    }
    return pieces;
}

const PieceEnvoyee *statutsOf(const std::vector<PieceEnvoyee> &pieces)
{
    const auto found = std::find_if(pieces.begin(), pieces.end(),
                                    [](const PieceEnvoyee &piece) { return piece.statuts && !piece.octets.isEmpty(); });
    return found == pieces.end() ? nullptr : &*found;
}

QString statutsText(const domain::Projet &projet, const std::vector<PieceEnvoyee> &pieces, bool personalData)
{
    if (!personalData)
        return u"Statuts : non joints à cette version"_s;
    if (const PieceEnvoyee *statuts = statutsOf(pieces))
        return u"Statuts : joints (pièce n° %1)"_s.arg(statuts->numero);
    switch (projet.structure.etatStatuts) {
    case domain::EtatStatuts::Elabores:
        return u"Statuts : élaborés, à joindre"_s;
    case domain::EtatStatuts::EnCours:
        return u"Statuts : en cours d’élaboration, à joindre"_s;
    case domain::EtatStatuts::AVenir:
        if (projet.structure.statutsPrevusLe.isValid())
            return u"Statuts : prévus le %1, à joindre"_s.arg(base::frenchLongDate(projet.structure.statutsPrevusLe));
        break;
    case domain::EtatStatuts::NonRenseigne:
        break;
    }
    return u"Statuts : à joindre"_s;
}

std::vector<report::Block> blocksOf(const std::vector<PieceEnvoyee> &pieces, bool separators)
{
    std::vector<report::Block> blocks;
    if (pieces.empty())
        return blocks;
    blocks.emplace_back(report::PageBreak());
    blocks.emplace_back(heading(1, u"Pièces jointes"_s, u"pieces-jointes"_s));
    blocks.emplace_back(listOf(pieces, separators));
    for (const PieceEnvoyee &piece : pieces) {
        if (!separators || piece.pages == 0)
            continue;
        blocks.emplace_back(report::PageBreak());
        blocks.emplace_back(heading(2, piece.intitule(), piece.ancre()));
        blocks.emplace_back(
            paragraph((piece.sorte.isEmpty() ? QString() : piece.sorte + u" : "_s) +
                      u"document ajouté tel quel, %1 à la suite de celle-ci."_s.arg(pagesText(piece.pages))));
    }
    return blocks;
}

} // namespace formats
