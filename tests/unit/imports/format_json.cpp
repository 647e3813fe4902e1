#include "format_json.h"

#include "domain/json.h"
#include "reference/reference.h"
#include "support/source.h"

namespace format_json
{

using namespace Qt::Literals::StringLiterals;
using domain::Kind;
using Json = nlohmann::ordered_json;

namespace
{

constexpr const char *uuidPattern = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";

QString choices(const domain::FieldDescription &field)
{
    QStringList parts;
    for (const domain::Choice &choice : field.choices)
        parts.push_back(u"`\"%1\"` (%2)"_s.arg(choice.code, choice.label));
    return u"un de : "_s + parts.join(u", "_s);
}

QString form(const domain::FieldDescription &field)
{
    switch (field.kind) {
    case Kind::Text:
        return u"texte d’une ligne"_s;
    case Kind::LongText:
        return u"texte ; `\\n` sépare les paragraphes"_s;
    case Kind::Flag:
        return u"`true` ou `false`"_s;
    case Kind::Answer:
        return u"`true`, `false`, ou `null` (pas de réponse)"_s;
    case Kind::Integer:
        return u"nombre entier, ou `null`"_s;
    case Kind::Decimal:
        return u"nombre, ou `null`"_s;
    case Kind::Date:
        return u"date `\"AAAA-MM-JJ\"`, ou `null`"_s;
    case Kind::Choice:
        return choices(field);
    case Kind::Reference:
        return u"`id` d’un élément de `%1`, ou `null`"_s.arg(field.target);
    case Kind::References:
        return u"liste d’`id` d’éléments de `%1`"_s.arg(field.target);
    }
    return {};
}

QString chapter(const domain::TableDescription &table)
{
    QString text = u"### `%1` : %2\n\n"_s.arg(table.name, table.label);
    if (table.unique)
        text += u"Un seul objet, sans `id`.\n\n"_s;
    else if (!table.keyField.isEmpty())
        text += u"Liste d’objets. Clé : `%1`, qui dispense d’`id`.\n\n"_s.arg(table.keyField);
    else if (table.ordered)
        text += u"Liste d’objets, rangés par `rang`.\n\n"_s;
    else
        text += u"Liste d’objets.\n\n"_s;
    text += u"| champ | contenu | forme | donnée personnelle |\n|---|---|---|---|\n"_s;
    for (const domain::FieldDescription &field : table.fields)
        text += u"| `%1` | %2 | %3 | %4 |\n"_s.arg(field.name, field.label, form(field),
                                                   field.sensitivity == domain::Sensitivity::Personal ? u"oui"_s
                                                                                                      : QString());
    return text + u'\n';
}

Json fieldSchema(const domain::FieldDescription &field)
{
    const auto orNull = [](const char *type) { return Json::array({type, "null"}); };
    Json schema = {{"description", field.label.toStdString()}};
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
        schema["type"] = "string";
        break;
    case Kind::Flag:
        schema["type"] = "boolean";
        break;
    case Kind::Answer:
        schema["type"] = orNull("boolean");
        break;
    case Kind::Integer:
        schema["type"] = orNull("integer");
        break;
    case Kind::Decimal:
        schema["type"] = orNull("number");
        break;
    case Kind::Date:
        schema["type"] = orNull("string");
        schema["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
        break;
    case Kind::Choice:
        schema["enum"] = Json::array();
        for (const domain::Choice &choice : field.choices)
            schema["enum"].push_back(choice.code.toStdString());
        break;
    case Kind::Reference:
        schema["type"] = orNull("string");
        schema["pattern"] = uuidPattern;
        break;
    case Kind::References:
        schema["type"] = "array";
        schema["items"] = {{"$ref", "#/$defs/id"}};
        break;
    }
    return schema;
}

Json recordSchema(const domain::TableDescription &table)
{
    Json schema = {{"description", table.label.toStdString()}, {"type", "object"}, {"additionalProperties", false}};
    Json properties = Json::object();
    if (!table.unique)
        properties["id"] = {{"$ref", "#/$defs/id"}};
    for (const domain::FieldDescription &field : table.fields)
        properties[field.name.toStdString()] = fieldSchema(field);
    schema["properties"] = properties;
    if (!table.keyField.isEmpty())
        schema["anyOf"] = {{{"required", Json::array({"id"})}},
                           {{"required", Json::array({table.keyField.toStdString()})}}};
    return table.unique ? schema : Json{{"type", "array"}, {"items", schema}};
}

template <class List, class Text>
QString codeTable(const QString &title, const List &list, const Text &text)
{
    QString rows = u"### %1\n\n| code | ce que c’est |\n|---|---|\n"_s.arg(title);
    for (const auto &each : list)
        rows += u"| `%1` | %2 |\n"_s.arg(each.code, text(each));
    return rows + u'\n';
}

} // namespace

QString tables()
{
    QString text;
    for (const domain::TableDescription &table : domain::tables())
        text += chapter(table);
    return text;
}

QString codes()
{
    const auto loaded = reference::Reference::load(support::source(QStringLiteral("resources/reference")));
    const reference::Reference &reference = loaded.value();
    return codeTable(u"Professions (`effectif.profession`, `personne.profession`)"_s, reference.professions().trame,
                     [](const reference::Profession &each) { return each.pluriel; }) +
           codeTable(u"Autres professions (`personne.profession`)"_s, reference.professions().personnes,
                     [](const reference::Profession &each) { return each.pluriel; }) +
           codeTable(u"Missions (`mission.code`)"_s, reference.missions().toutes,
                     [](const reference::Mission &each) { return each.libelleCourt; }) +
           codeTable(u"Étapes (`echeance.etape`)"_s, reference.etapes().etapes,
                     [](const reference::Etape &each) { return each.titre; }) +
           codeTable(u"Structures d’appui (`accompagnement.structureAppui`)"_s, reference.structuresAppui().toutes,
                     [](const reference::StructureAppui &each) { return each.nom; });
}

Json schema()
{
    Json contents = {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}};
    for (const domain::TableDescription &table : domain::tables())
        contents["properties"][table.name.toStdString()] = recordSchema(table);
    const Json files = {{"description", "Fichiers joints, par empreinte SHA-256"},
                        {"type", "object"},
                        {"propertyNames", {{"pattern", "^[0-9a-f]{64}$"}}},
                        {"additionalProperties", {{"type", "string"}, {"contentEncoding", "base64"}}}};
    Json root = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"title", "Projet d’Atelier CPTS"},
                 {"type", "object"},
                 {"additionalProperties", false},
                 {"required", Json::array({"format", "version", "contenu"})}};
    root["properties"] = {{"$schema", {{"type", "string"}}},
                          {"format", {{"const", "atelier-cpts"}}},
                          {"version", {{"const", domain::jsonVersion}}},
                          {"projet", {{"$ref", "#/$defs/id"}}},
                          {"contenu", contents},
                          {"fichiers", files}};
    root["$defs"]["id"] = {{"type", "string"}, {"pattern", uuidPattern}};
    return root;
}

} // namespace format_json
