// The two texts of the folder that is sent: the list of its files and the words of the message. For dossier_complet.
#pragma once

#include "formats/dossier_complet.h"
#include "formats/dossier_pieces.h"

namespace formats
{

// The state of the statuts, what blocks, each file with its size and its fingerprint, then the pieces that are inside
// the PDF.
[[nodiscard]] QByteArray manifestOf(const std::vector<DossierFile> &files, const std::vector<PieceEnvoyee> &pieces,
                                    const domain::Projet &projet, const QDate &today, const DossierRequest &request);
[[nodiscard]] QByteArray messageOf(const ExportSource &source, const domain::Projet &projet,
                                   const std::vector<DossierFile> &files, const std::vector<PieceEnvoyee> &pieces,
                                   const DossierRequest &request);

} // namespace formats
