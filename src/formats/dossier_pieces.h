// The attachments that leave with the dossier: their numbers, titles and names, and what the document says of them.
#pragma once

#include "domain/projet.h"
#include "report/document.h"

namespace formats
{

struct PieceEnvoyee {
    int numero = 0; // from 1, as the user ranged them
    QString titre;  // the legend, else the name without its extension
    QString sorte;  // « Statuts »; may be empty
    bool statuts = false;
    QString nom;                            // safe, with an extension
    QByteArray octets;                      // empty: the project came without them
    int pages = 0;                          // put after the PDF of the dossier; 0: the file goes beside
    QString aPart;                          // why a PDF goes beside
    [[nodiscard]] QString intitule() const; // « Pièce n° 3 – Statuts signés »
    [[nodiscard]] QString ancre() const { return QStringLiteral("piece-%1").arg(numero); }
    // Where the file goes, beside the documents: « Pièces jointes/03 - Statuts signés.docx ».
    [[nodiscard]] QString fichier() const;
};

// Those to be sent, PDFs examined.
[[nodiscard]] std::vector<PieceEnvoyee> piecesEnvoyees(const domain::Projet &projet);

// The statuts among them, when their content is there; else null.
[[nodiscard]] const PieceEnvoyee *statutsOf(const std::vector<PieceEnvoyee> &pieces);
// Whether the statuts leave with the dossier, and which piece they are; else what is known of them. Without full stop.
[[nodiscard]] QString statutsText(const domain::Projet &projet, const std::vector<PieceEnvoyee> &pieces,
                                  bool personalData);

// Their list, as a part of the dossier. `separators`: then a page for each that is put after it, under its own heading.
[[nodiscard]] std::vector<report::Block> blocksOf(const std::vector<PieceEnvoyee> &pieces, bool separators);

} // namespace formats
