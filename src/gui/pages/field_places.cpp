#include "gui/pages/field_places.h"

#include "domain/champ.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"

#include <algorithm>
#include <QAbstractProxyModel>

namespace gui
{

namespace
{

const models::RecordTableModel *recordsOf(const RecordTable &table)
{
    const QAbstractItemModel *model = table.model();
    if (const auto *proxy = qobject_cast<const QAbstractProxyModel *>(model))
        model = proxy->sourceModel();
    return qobject_cast<const models::RecordTableModel *>(model);
}

// The named facts of the page, in its order.
template <class Found>
QWidget *firstNamed(const QWidget &page, const Found &found)
{
    for (QWidget *each : page.findChildren<QWidget *>())
        if (const auto champ = domain::parseChamp(each->property("champ").toString()); champ && found(*champ))
            return each;
    return nullptr;
}

} // namespace

QWidget *placeLike(const QWidget &page, const domain::Projet &projet, const domain::FieldAddress &at)
{
    const auto same = [&at](const domain::Champ &champ) { return champ.table == at.table && champ.field == at.field; };
    const auto lacks = [&](const domain::Champ &champ) {
        return same(champ) && domain::isEmpty(domain::valueOf(projet, champ));
    };
    const auto names = [&](const domain::Champ &champ) {
        return !at.id.isNull() && domain::valueOf(projet, champ) == domain::Value(at.id);
    };
    if (QWidget *named = firstNamed(page, names))
        return named;
    if (QWidget *field = firstNamed(page, lacks))
        return field;
    if (QWidget *field = firstNamed(page, same))
        return field;
    for (const RepeatEditor *list : page.findChildren<RepeatEditor *>())
        if (list->model()->spec().table == at.table)
            return list->stop();
    for (RecordTable *table : page.findChildren<RecordTable *>())
        if (const auto *records = recordsOf(*table); records && records->spec().table == at.table)
            return records->rowCount() > 0 ? table : nullptr;
    return nullptr;
}

bool lists(const QWidget &page, const domain::FieldAddress &at)
{
    const QList<RepeatEditor *> all = page.findChildren<RepeatEditor *>();
    return std::any_of(all.begin(), all.end(), [&at](const RepeatEditor *list) {
        return list->model()->spec().table == at.table && (at.id.isNull() || list->model()->rowOf(at.id) >= 0);
    });
}

} // namespace gui
