#include "models/fiche_operations.h"

#include <algorithm>
#include <map>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using domain::Value;

namespace
{

Id missionId(const QString &code)
{
    return code.isEmpty() ? Id() : Id::fromKey(u"mission:"_s + code);
}

// The mission of that code is there; nothing for an empty code.
bool ensureMission(ChangeBuilder &builder, const QString &code)
{
    const Id id = missionId(code);
    if (id.isNull() || builder.projet().missions.find(id))
        return true;
    return builder.add(domain::inserting(builder.projet(), u"mission"_s, id, {{u"code"_s, code}}));
}

// What a copy takes from a record: everything but what names its owner (given), and what is left out.
FieldValues copied(const domain::TableDescription &table, const void *record, const QStringList &leftOut,
                   const std::map<Id, Id> &renamed)
{
    FieldValues fields;
    for (const domain::FieldDescription &field : table.fields) {
        if (leftOut.contains(field.name))
            continue;
        Value value = field.get(record);
        if (const auto *id = std::get_if<Id>(&value))
            if (const auto at = renamed.find(*id); at != renamed.end())
                value = at->second;
        fields.emplace_back(field.name, value);
    }
    return fields;
}

// Copies the records of a table that belong to `original`, as those of its copy.
bool copyOwned(ChangeBuilder &builder, const QString &tableName, std::map<Id, Id> &renamed, const Id &original,
               const QStringList &leftOut)
{
    const domain::TableDescription &table = *domain::table(tableName);
    const domain::FieldDescription *owner = table.field(u"fiche"_s);
    for (const Id &id : table.ids(builder.projet())) {
        const void *record = table.find(builder.projet(), id);
        if (owner->get(record) != Value(original))
            continue;
        renamed[id] = Id::create();
        if (!builder.add(
                domain::inserting(builder.projet(), tableName, renamed[id], copied(table, record, leftOut, renamed))))
            return false;
    }
    return true;
}

} // namespace

std::vector<Id> fichesOf(const Projet &projet, const QString &mission)
{
    const Id wanted = missionId(mission);
    std::vector<Id> ids;
    for (const auto &[id, fiche] : domain::inOrder(projet.fiches))
        if (fiche->mission == wanted)
            ids.push_back(id);
    return ids;
}

domain::ChangeList newFiche(const Projet &projet, const Id &id, const QString &mission, const Id &besoin)
{
    ChangeBuilder builder(projet);
    FieldValues fields;
    if (!ensureMission(builder, mission))
        return {};
    if (!mission.isEmpty())
        fields.emplace_back(u"mission"_s, missionId(mission));
    if (const domain::Besoin *need = projet.besoins.find(besoin)) {
        fields.emplace_back(u"intitule"_s, need->enonce);
        fields.emplace_back(u"publicBeneficiaire"_s, need->publicConcerne);
        fields.emplace_back(u"besoins"_s, base::IdList{besoin});
    }
    return builder.add(appending(builder.projet(), u"fiche"_s, id, fields)) ? builder.changes() : domain::ChangeList();
}

domain::ChangeList copyFiche(const Projet &projet, const Id &original, const Id &copy)
{
    const domain::FicheAction *fiche = projet.fiches.find(original);
    if (!fiche)
        return {};
    ChangeBuilder builder(projet);
    std::map<Id, Id> renamed{{original, copy}};
    FieldValues fields = copied(*domain::table(u"fiche"_s), fiche, {u"rang"_s, u"intitule"_s, u"avancement"_s}, {});
    fields.emplace_back(u"intitule"_s, fiche->intitule + u" (copie)"_s);
    if (!builder.add(appending(builder.projet(), u"fiche"_s, copy, fields)))
        return {};
    for (const auto &[table, leftOut] :
         {std::pair(u"objectif"_s, QStringList()), std::pair(u"etapeAction"_s, QStringList{u"faite"_s}),
          std::pair(u"indicateurAction"_s, QStringList()), std::pair(u"budget"_s, QStringList{u"realise"_s})})
        if (!copyOwned(builder, table, renamed, original, leftOut))
            return {};
    // Just after the original.
    const auto all = ranged(builder.projet(), u"fiche"_s);
    const auto at = std::find(all.begin(), all.end(), original);
    if (at != all.end() && at + 1 != all.end() && *(at + 1) != copy)
        builder.add(movingBefore(builder.projet(), u"fiche"_s, copy, *(at + 1)));
    return builder.changes();
}

domain::ChangeList moveFiche(const Projet &projet, const Id &fiche, int by)
{
    const domain::FicheAction *record = projet.fiches.find(fiche);
    if (!record)
        return {};
    const domain::Mission *mission = projet.missions.find(record->mission);
    const std::vector<Id> ids = fichesOf(projet, mission ? mission->code : QString());
    const auto at = std::find(ids.begin(), ids.end(), fiche) - ids.begin();
    const auto to = at + by;
    if (to < 0 || to >= std::ssize(ids))
        return {};
    if (by < 0)
        return movingBefore(projet, u"fiche"_s, fiche, ids[size_t(to)]);
    return movingBefore(projet, u"fiche"_s, ids[size_t(to)], fiche);
}

domain::ChangeList moveFicheTo(const Projet &projet, const Id &fiche, const QString &mission)
{
    ChangeBuilder builder(projet);
    if (!projet.fiches.find(fiche) || !ensureMission(builder, mission) ||
        !builder.set(u"fiche"_s, fiche, u"mission"_s, mission.isEmpty() ? Value() : Value(missionId(mission))))
        return {};
    const domain::ChangeList last = movingBefore(builder.projet(), u"fiche"_s, fiche, {});
    if (!last.empty())
        builder.add(last);
    return builder.changes();
}

std::optional<domain::FieldAddress> takenFromDiagnostic(const Projet &projet, const Id &fiche, const QString &field)
{
    const domain::FicheAction *record = projet.fiches.find(fiche);
    if (!record)
        return std::nullopt;
    const auto same = [](const QString &a, const QString &b) {
        return !a.trimmed().isEmpty() && a.trimmed() == b.trimmed();
    };
    for (const Id &id : record->besoins) {
        const domain::Besoin *need = projet.besoins.find(id);
        if (!need)
            continue;
        if (field == "besoins"_L1 || (field == "intitule"_L1 && same(record->intitule, need->enonce)))
            return domain::FieldAddress{u"besoin"_s, id, u"enonce"_s};
        if (field == "publicBeneficiaire"_L1 && same(record->publicBeneficiaire, need->publicConcerne))
            return domain::FieldAddress{u"besoin"_s, id, u"public"_s};
    }
    return std::nullopt;
}

} // namespace models
