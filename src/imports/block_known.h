// Whether the project has already what a row of a pasted block says: a table is pasted once more with new rows in it.
#pragma once

#include "imports/block.h"

namespace imports
{

// The records that a list had before the block.
class KnownRecords
{
public:
    KnownRecords(const BlockList &list, const domain::Projet &before);

    // The record that a row is about: of the same name, dates and year; where names do not tell records apart, one that
    // says all of the row. `partly`: cells of the row are read by nobody, and two rows may differ by them.
    [[nodiscard]] std::optional<domain::Id> same(const BlockList::Fields &fields, bool partly) const;
    // Where records have a name of their own, whether one bears that of the row.
    [[nodiscard]] bool bearsName(const BlockList::Fields &fields) const;

private:
    [[nodiscard]] bool ofOwner(const void *record) const;
    [[nodiscard]] bool sameName(const void *record, const BlockList::Fields &fields) const;
    [[nodiscard]] bool sameDays(const void *record, const BlockList::Fields &fields) const;
    [[nodiscard]] domain::Value valueOf(const void *record, const QString &field) const;

    const BlockList &m_list;
    const domain::TableDescription &m_table;
    const domain::Projet &m_before;
    domain::IdList m_ids;
    bool m_byName; // not where sums are: two expenses may have one name
};

} // namespace imports
