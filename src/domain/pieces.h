// The attachments of the dossier: statuts, conventions, pictures of the texts. Described once in pieces.cpp.
#pragma once

#include "domain/records.h"

namespace domain
{

enum class SortePiece { NonRenseignee, Statuts, Reglement, Convention, Lettre, CompteRendu, Liste, Image, Autre };

// An attached file. Its bytes are in Projet::contenus under `empreinte`; its name is shown, never used as a path.
struct PieceJointe {
    QString rang;
    QString nom; // of the file, as it was added: "Statuts signés.pdf"
    SortePiece sorte = SortePiece::NonRenseignee;
    QString legende; // what it is; the alternative text of a picture
    QString type;    // media type, "application/pdf"
    Number taille;   // bytes
    QString empreinte;
    QDate ajouteeLe;
    bool jointe = true; // leaves with the dossier complet
};

template <>
struct Choices<SortePiece> {
    static const std::vector<std::pair<SortePiece, Choice>> &all();
};

} // namespace domain
