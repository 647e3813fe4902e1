#include "formats/dossier_listes.h"

#include "domain/effectifs.h"
#include "reference/profession_forms.h"

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using domain::FieldDescription;
using domain::Id;
using domain::Value;

QString shownValue(const domain::Projet &projet, const reference::Reference &reference, const FieldDescription &field,
                   const Value &value)
{
    if (const auto *flag = std::get_if<bool>(&value))
        return *flag ? u"Oui"_s : u"Non"_s;
    if (const auto *text = std::get_if<QString>(&value)) {
        for (const domain::Choice &choice : field.choices)
            if (choice.code == *text)
                return choice.code.isEmpty() ? QString() : choice.label;
        const reference::Profession *profession =
            field.name == u"profession" ? reference.professions().find(*text) : nullptr;
        return profession ? reference::professionForms(profession->singulier).commun : *text;
    }
    if (const auto *ids = std::get_if<domain::IdList>(&value)) {
        QStringList names; // in the order of the documents
        for (const reference::Mission &official : reference.missions().toutes)
            for (const Id &id : *ids)
                if (const domain::Mission *mission = projet.missions.find(id);
                    mission && mission->code == official.code)
                    names << official.libelleCourt;
        return names.join(u" ; "_s);
    }
    return {};
}

// The records of a table, a column a field, as the domain calls it.
Sheet listOf(const domain::Projet &projet, const reference::Reference &reference, const QString &name,
             const QString &tableName, const std::vector<Id> &ids, const QStringList &fieldNames, bool personalData)
{
    Sheet sheet;
    sheet.name = name;
    const domain::TableDescription &table = *domain::table(tableName);
    std::vector<const FieldDescription *> fields;
    for (const QString &fieldName : fieldNames) {
        const FieldDescription *field = table.field(fieldName);
        if (!personalData && field->sensitivity == domain::Sensitivity::Personal)
            continue;
        fields.push_back(field);
        const bool date = field->kind == domain::Kind::Date;
        sheet.columns.push_back({field->label, date ? SheetColumn::Type::Date : SheetColumn::Type::Text, 24});
    }
    for (const Id &id : ids) {
        std::vector<Value> row;
        for (const FieldDescription *field : fields) {
            const Value value = field->get(table.find(projet, id));
            row.push_back(std::holds_alternative<QDate>(value) ? value
                                                               : Value(shownValue(projet, reference, *field, value)));
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

} // namespace

std::vector<Sheet> listsOf(const domain::Projet &projet, const reference::Reference &reference, bool personalData)
{
    std::vector<Id> members;
    for (const auto &[id, person] : domain::membres(projet))
        members.push_back(id);
    std::vector<Id> partners;
    for (const auto &[id, partner] : domain::inOrder(projet.partenaires))
        partners.push_back(id);
    return {listOf(projet, reference, u"Membres"_s, u"personne"_s, members,
                   {u"nom"_s, u"prenom"_s, u"profession"_s, u"statut"_s, u"structure"_s, u"lieuExercice"_s,
                    u"gouvernance"_s, u"elaboration"_s},
                   personalData),
            listOf(projet, reference, u"Partenaires"_s, u"partenaire"_s, partners,
                   {u"service"_s, u"representant"_s, u"localisation"_s, u"avancement"_s, u"convention"_s,
                    u"conventionLe"_s, u"gouvernance"_s, u"missions"_s},
                   personalData)};
}

} // namespace formats
