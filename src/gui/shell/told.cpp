#include "gui/shell/told.h"

#include "base/text.h"
#include "imports/describe.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

QString recordsTold(const domain::ChangeList &changes, const domain::Projet &projet)
{
    domain::ChangeList records;
    for (const domain::Change &change : changes) {
        const domain::TableDescription *table = domain::table(change.at.table);
        if (change.type != domain::Change::Type::Set && table && table->ordered && table->keyField.isEmpty())
            records.push_back(change);
    }
    if (const QString named = imports::describeReturn(records, projet); !named.isEmpty())
        return named + u'.';
    const QStringList lines = imports::describeChanges(records);
    return lines.isEmpty() ? QString() : lines.front() + u'.';
}

QString unreadTold(const std::vector<PageHost::Unread> &unread, const domain::Projet &projet)
{
    QStringList pages;
    for (const PageHost::Unread &each : unread)
        if (!pages.contains(each.label))
            pages << each.label;
    const QString where = base::frenchList(pages);
    if (unread.size() > 1)
        return u"%1 dates ou nombres affichés ne sont pas lisibles (%2) : le document garde ce qui était écrit avant."_s
            .arg(unread.size())
            .arg(where);
    const domain::FieldAddress &at = unread.front().at;
    const domain::TableDescription *table = domain::table(at.table);
    const domain::FieldDescription *field = table ? table->field(at.field) : nullptr;
    const bool date = field && field->kind == domain::Kind::Date;
    const bool empty = domain::isEmpty(domain::valueAt(projet, at).value_or(domain::Value()));
    return (date ? u"La date affichée dans %1 n’est pas lisible : le document "_s
                 : u"Le nombre affiché dans %1 n’est pas lisible : le document "_s)
               .arg(where) +
           (empty ? (date ? u"la laisse vide."_s : u"le laisse vide."_s)
                  : (date ? u"garde l’ancienne."_s : u"garde l’ancien."_s));
}

} // namespace gui
