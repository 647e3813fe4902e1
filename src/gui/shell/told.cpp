#include "gui/shell/told.h"

#include "dossier/merging.h"
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

QString stepTold(const QString &label, const domain::ChangeList &changes, const dossier::Dossier &dossier)
{
    if (!dossier::isMergeLabel(label))
        return recordsTold(changes, dossier.projet());
    return dossier.redoLabel() == label ? u"Vous êtes revenu à votre version."_s : u"Versions réunies de nouveau."_s;
}

} // namespace gui
