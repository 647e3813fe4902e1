// A small file of each profile, in the format of the official one; everything in them is fictional but the communes.
#pragma once

#include "imports/profiles.h"

namespace samples
{

using Rows = std::vector<QStringList>;

struct Sample {
    QString profile;
    Rows rows;
    size_t titles = 0; // index of the row of titles
    QChar separator;   // null: a workbook
    QString sheet;
    QString name;         // of the file
    QString required;     // title of a column without which nothing is read
    bool mark = false;    // byte order mark
    QString colonne = {}; // ImportOptions::colonne
};

[[nodiscard]] std::vector<Sample> all();
[[nodiscard]] Sample of(const QString &profile);

[[nodiscard]] QByteArray bytes(const Sample &sample);
[[nodiscard]] imports::ImportInput input(const Sample &sample);
[[nodiscard]] imports::ImportOptions options(const Sample &sample);

// Castellane, Digne-les-Bains, Forcalquier and the 3rd arrondissement of Marseille.
[[nodiscard]] domain::Projet projet();
[[nodiscard]] base::Result<imports::ImportProposal> proposed(const Sample &sample,
                                                             const domain::Projet &projet = samples::projet());
// The project once the proposal is accepted.
[[nodiscard]] domain::Projet accepted(const Sample &sample, const domain::Projet &projet = samples::projet());
// All the sentences of a proposal, to look for one.
[[nodiscard]] QString told(const imports::ImportProposal &proposal);

} // namespace samples
