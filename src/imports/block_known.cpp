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

KnownRecords::Way wayOf(const domain::TableDescription &table, const BlockList &list)
{
    if (std::any_of(table.fields.begin(), table.fields.end(), domain::isAmount))
        return KnownRecords::Way::Sums;
    return std::any_of(list.fields.begin(), list.fields.end(), isName) ? KnownRecords::Way::Name
                                                                       : KnownRecords::Way::Whole;
}

// What records are called by; without any such field, by the first of the form: who pays.
QStringList nameFields(const domain::TableDescription &table, const BlockList &list)
{
    QStringList names;
    for (const BlockField &field : list.fields)
        if (isName(field))
            names << field.name;
    if (names.isEmpty() && !list.fields.empty() && table.field(list.fields.front().name)->kind == domain::Kind::Text)
        names << list.fields.front().name;
    return names;
}

} // namespace

KnownRecords::KnownRecords(const BlockList &list, const domain::Projet &before)
    : m_list(list), m_table(*domain::table(list.table)), m_before(before), m_ids(m_table.ids(before)),
      m_names(nameFields(m_table, list)), m_way(wayOf(m_table, list))
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
    for (const QString &field : m_names)
        if (const Value *name = said(fields, field)) {
            named = true;
            if (!saysTheSame(valueOf(record, field), *name))
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

bool KnownRecords::sameSums(const void *record, const BlockList::Fields &fields) const
{
    size_t same = 0, others = 0;
    for (const auto &[name, value] : fields) {
        const FieldDescription &described = *m_table.field(name);
        if (!domain::isAmount(described))
            continue;
        const Value there = described.get(record);
        if (there == value)
            ++same;
        else if (there != described.initial)
            ++others;
    }
    return same > 0 && others == 0;
}

std::optional<domain::Id> KnownRecords::same(const domain::Projet &after, const BlockList::Fields &fields,
                                             bool partly) const
{
    if (m_way != Way::Name && (partly || fields.size() < m_list.initial.size() + 2))
        return std::nullopt;
    const auto agrees = [&](const void *record, bool orNone) {
        return std::all_of(fields.begin(), fields.end(), [&](const auto &each) {
            const Value there = valueOf(record, each.first);
            return saysTheSame(there, each.second) || (orNone && there == m_table.field(each.first)->initial);
        });
    };
    const auto found = std::find_if(m_ids.begin(), m_ids.end(), [&](const domain::Id &id) {
        const void *record = m_table.find(after, id);
        if (!ofOwner(record))
            return false;
        if (m_way == Way::Name)
            return sameName(record, fields) && sameDays(record, fields);
        return agrees(record, false) ||
               (m_way == Way::Sums && sameName(record, fields) && sameSums(record, fields) && agrees(record, true));
    });
    return found == m_ids.end() ? std::nullopt : std::optional(*found);
}

QString KnownRecords::resemblance(const BlockList::Fields &fields) const
{
    const bool any = m_way != Way::Whole && std::any_of(m_ids.begin(), m_ids.end(), [&](const domain::Id &id) {
                         const void *record = m_table.find(m_before, id);
                         return ofOwner(record) && sameName(record, fields) &&
                                (m_way == Way::Name || (sameDays(record, fields) && sameSums(record, fields)));
                     });
    return !any       ? QString()
           : byName() ? u"s’ajoute à une ligne du même nom, qui reste"_s
                      : u"ressemble à une ligne de la liste, et s’y ajoute : gardez les deux, ou retirez-en une"_s;
}

} // namespace imports
