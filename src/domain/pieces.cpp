#include "domain/pieces.h"

#include "domain/table_builders.h"

namespace domain
{

using namespace Qt::Literals::StringLiterals;

const std::vector<std::pair<SortePiece, Choice>> &Choices<SortePiece>::all()
{
    static const std::vector<std::pair<SortePiece, Choice>> list{
        {SortePiece::NonRenseignee, {u""_s, u"Non renseigné"_s}},
        {SortePiece::Statuts, {u"statuts"_s, u"Statuts"_s}},
        {SortePiece::Reglement, {u"reglement"_s, u"Règlement intérieur"_s}},
        {SortePiece::Convention, {u"convention"_s, u"Convention"_s}},
        {SortePiece::Lettre, {u"lettre"_s, u"Lettre ou courrier"_s}},
        {SortePiece::CompteRendu, {u"compte-rendu"_s, u"Compte rendu"_s}},
        {SortePiece::Liste, {u"liste"_s, u"Liste ou tableau"_s}},
        {SortePiece::Image, {u"image"_s, u"Image d’un texte"_s}},
        {SortePiece::Autre, {u"autre"_s, u"Autre"_s}}};
    return list;
}

TableDescription pieceTable()
{
    auto fields = Fields<PieceJointe>()
                      .add(u"rang"_s, &PieceJointe::rang, u"Rang"_s)
                      .add(u"nom"_s, &PieceJointe::nom, u"Nom du fichier"_s)
                      .add(u"sorte"_s, &PieceJointe::sorte, u"Type de pièce"_s)
                      .add(u"legende"_s, &PieceJointe::legende, u"Ce que c’est"_s)
                      .add(u"type"_s, &PieceJointe::type, u"Format"_s)
                      .add(u"taille"_s, &PieceJointe::taille, u"Taille en octets"_s)
                      .add(u"empreinte"_s, &PieceJointe::empreinte, u"Empreinte"_s)
                      .add(u"ajouteeLe"_s, &PieceJointe::ajouteeLe, u"Ajoutée le"_s)
                      .add(u"jointe"_s, &PieceJointe::jointe, u"À joindre au dossier"_s);
    return sinceVersion(3, manyTable(u"piece"_s, u"Pièce jointe"_s, &Projet::pieces, fields));
}

} // namespace domain
