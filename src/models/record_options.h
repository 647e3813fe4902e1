// The records that a field of another record may refer to, with the words a person reads for each.
#pragma once

#include "models/tables.h"

namespace models
{

// One record to choose. `key` is the code of a keyed record that may not be there yet: choosing it creates it.
struct RecordOption {
    Id id;
    QString label;
    QString key;
};
// Made again each time the list is shown.
using RecordOptions = std::function<std::vector<RecordOption>(const Projet &)>;

// Everybody named in the project, by name, with their profession.
[[nodiscard]] RecordOptions personneOptions(const LabelOf &profession);
[[nodiscard]] RecordOptions besoinOptions();
[[nodiscard]] RecordOptions partenaireOptions();
[[nodiscard]] RecordOptions ficheOptions();
// The specific objectives of one fiche, numbered.
[[nodiscard]] RecordOptions objectifOptions(const Id &fiche);
// Records of a keyed table, one per code of the reference: missions, professions of the counters.
[[nodiscard]] RecordOptions keyedOptions(const QString &table, const std::vector<Labelled> &codes);

// What has to be added before a field may refer to these records: keyed ones that are not there yet.
[[nodiscard]] domain::ChangeList missingRecords(const Projet &projet, const QString &table,
                                                const std::vector<RecordOption> &chosen);

} // namespace models
