#include "gui/shell/told.h"

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

} // namespace gui
