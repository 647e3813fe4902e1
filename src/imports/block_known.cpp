#include "imports/block_known.h"

#include "domain/amounts.h"
#include "imports/block_columns.h"
#include "imports/draft.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using domain::FieldDescription;
using domain::Value;

namespace
{

const Value *said(const BlockList::Fields &fields, const QString &name)
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&name](const auto &each) { return each.first == name; });
    return found == fields.end() ? nullptr : &found->second;
}

bool tellsByName(const domain::TableDescription &table, const BlockList &list)
{
    return std::none_of(table.fields.begin(), table.fields.end(), domain::isAmount) &&
           std::any_of(list.fields.begin(), list.fields.end(), isName);
}

} // namespace

KnownRecords::KnownRecords(const BlockList &list, const domain::Projet &before)
    : m_list(list), m_table(*domain::table(list.table)), m_before(before), m_ids(m_table.ids(before)),
      m_byName(tellsByName(m_table, list))
{
}

Value KnownRecords::valueOf(const void *record, const QString &field) const
{
    return m_table.field(field)->get(record);
}

// Of the same fiche, say.
bool KnownRecords::ofOwner(const void *record) const
{
    return std::all_of(m_list.initial.begin(), m_list.initial.end(),
                       [&](const auto &each) { return valueOf(record, each.first) == each.second; });
}

bool KnownRecords::sameName(const void *record, const BlockList::Fields &fields) const
{
    bool named = false;
    for (const BlockField &field : m_list.fields)
        if (const Value *name = isName(field) ? said(fields, field.name) : nullptr) {
            named = true;
            if (!saysTheSame(valueOf(record, field.name), *name))
                return false;
        }
    return named;
}

// A day that the row does not say is one that the record does not say either.
bool KnownRecords::sameDays(const void *record, const BlockList::Fields &fields) const
{
    return std::all_of(m_list.fields.begin(), m_list.fields.end(), [&](const BlockField &field) {
        const FieldDescription &described = *m_table.field(field.name);
        if (described.kind != domain::Kind::Date && described.name != "annee"_L1)
            return true;
        const Value *day = said(fields, field.name);
        return valueOf(record, field.name) == (day ? *day : described.initial);
    });
}

std::optional<domain::Id> KnownRecords::same(const BlockList::Fields &fields, bool partly) const
{
    if (!m_byName && (partly || fields.size() < m_list.initial.size() + 2))
        return std::nullopt;
    const auto saysAll = [&](const void *record) {
        return std::all_of(fields.begin(), fields.end(),
                           [&](const auto &each) { return saysTheSame(valueOf(record, each.first), each.second); });
    };
    const auto found = std::find_if(m_ids.begin(), m_ids.end(), [&](const domain::Id &id) {
        const void *record = m_table.find(m_before, id);
        return ofOwner(record) && (m_byName ? sameName(record, fields) && sameDays(record, fields) : saysAll(record));
    });
    return found == m_ids.end() ? std::nullopt : std::optional(*found);
}

bool KnownRecords::bearsName(const BlockList::Fields &fields) const
{
    return m_byName && std::any_of(m_ids.begin(), m_ids.end(), [&](const domain::Id &id) {
               const void *record = m_table.find(m_before, id);
               return ofOwner(record) && sameName(record, fields);
           });
}

} // namespace imports
