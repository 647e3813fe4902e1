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

    // The record that a row is about, as it is in `after`: of the same name, dates and year; where names do not tell
    // records apart, one of the same sums that says nothing else. `partly`: cells of the row are read by nobody, and
    // two rows may differ by them.
    [[nodiscard]] std::optional<domain::Id> same(const domain::Projet &after, const BlockList::Fields &fields,
                                                 bool partly) const;
    // Whether a row that is not same() could be taken for one that is there: what to tell, after what the row is about.
    [[nodiscard]] QString resemblance(const BlockList::Fields &fields) const;
    // Of what has sums: a row too many is money too much.
    [[nodiscard]] bool byName() const { return m_way == Way::Name; }

    enum class Way {
        Name,  // its name tells a record from another
        Sums,  // two may have one name, and their sums tell them
        Whole, // neither
    };

private:
    [[nodiscard]] bool ofOwner(const void *record) const;
    [[nodiscard]] bool sameName(const void *record, const BlockList::Fields &fields) const;
    [[nodiscard]] bool sameDays(const void *record, const BlockList::Fields &fields) const;
    // One sum of the row at least, and no other than those of the record.
    [[nodiscard]] bool sameSums(const void *record, const BlockList::Fields &fields) const;
    [[nodiscard]] domain::Value valueOf(const void *record, const QString &field) const;

    const BlockList &m_list;
    const domain::TableDescription &m_table;
    const domain::Projet &m_before;
    domain::IdList m_ids;
    QStringList m_names; // the fields that a record is called by
    Way m_way;
};

} // namespace imports
