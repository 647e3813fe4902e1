// How the tables of this room describe their columns and rows.
#pragma once

#include "models/record_table_model.h"

namespace models
{

// A count or a figure, at the right. Without a header, the field's own label.
[[nodiscard]] Column number(const QString &field, const QString &header, bool editable = true);
[[nodiscard]] Column words(const QString &field, const QString &header = {}, bool editable = false);
// A text made from the record and others, never edited.
[[nodiscard]] Column derived(const QString &header, std::function<QString(const Projet &, const Id &)> text);
// Adds a count to a sum that starts unset, so that no total pretends to be known. Whatever a foreign file holds, the
// sum does not overflow.
void addCount(domain::Number &sum, const domain::Number &count);
// Every record of an ordered table, as the user ranged them.
[[nodiscard]] TableSpec rangedTable(const QString &table, std::vector<Column> columns);

} // namespace models
