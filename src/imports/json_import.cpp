#include "imports/json_import.h"

#include "imports/describe.h"

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// `into` with everything that `from` says; a field that `from` leaves at its initial value says nothing.
domain::Projet completed(const domain::Projet &into, const domain::Projet &from)
{
    domain::Projet result = into;
    for (const domain::TableDescription &table : domain::tables())
        for (const domain::Id &id : table.ids(from)) {
            const void *source = table.find(from, id);
            if (!table.find(result, id))
                table.insert(result, id);
            void *target = table.findForEdit(result, id);
            for (const domain::FieldDescription &field : table.fields)
                if (const domain::Value value = field.get(source); value != field.initial)
                    field.set(target, value);
        }
    return result;
}

// The fields that lose something the user may have written.
QStringList overwrittenFields(const domain::ChangeList &changes)
{
    QStringList lines;
    for (const domain::Change &change : changes) {
        if (change.type != domain::Change::Type::Set || domain::isEmpty(change.before))
            continue;
        const domain::TableDescription *table = domain::table(change.at.table);
        const domain::FieldDescription *field = table->field(change.at.field);
        if (change.before != field->initial)
            lines.push_back(u"%1 : %2"_s.arg(table->label, field->label));
    }
    return lines;
}

} // namespace

base::Result<JsonProposal> proposeJson(const QByteArray &bytes, const domain::Projet &current,
                                       const domain::Id &currentId, JsonMode mode)
{
    const auto read = domain::projetFromJson(bytes);
    if (!read)
        return read.error();
    const domain::Projet &told = read.value().projet;
    JsonProposal proposal;
    proposal.changes = domain::diff(current, mode == JsonMode::Replace ? told : completed(current, told));
    proposal.contenus = told.contenus;
    proposal.summary = describeChanges(proposal.changes);
    if (mode == JsonMode::Complete)
        proposal.overwritten = overwrittenFields(proposal.changes);
    proposal.otherProject = read.value().projectId && *read.value().projectId != currentId;
    proposal.name = told.identite.nom;
    return proposal;
}

} // namespace imports
