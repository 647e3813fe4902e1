#include "domain/json.h"

#include <limits>

namespace domain
{

using Json = nlohmann::ordered_json;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype maximumBytes = 64 * 1024 * 1024;
constexpr int maximumDepth = 64;

base::Error invalid(const QString &what, const QString &where)
{
    return {
        base::ErrorCode::Invalid,
        u"%1 ne peut pas être lu : %2. Rien n’a été modifié ; corrigez le fichier puis recommencez."_s.arg(what, where),
        where};
}

std::string utf8(const QString &text)
{
    return text.toStdString();
}

QString text(const Json &json)
{
    return QString::fromStdString(json.get_ref<const std::string &>());
}

std::optional<Value> idsFromJson(const Json &json)
{
    if (!json.is_array())
        return std::nullopt;
    base::IdList ids;
    for (const Json &item : json) {
        const auto id = item.is_string() ? Id::parse(text(item)) : std::nullopt;
        if (!id)
            return std::nullopt;
        ids.push_back(*id);
    }
    return ids;
}

std::optional<Value> integerFromJson(const Json &json)
{
    // Beyond the largest, the library would give a negative number.
    const bool tooLarge =
        json.is_number_unsigned() && json.get<quint64>() > quint64(std::numeric_limits<qint64>::max());
    return json.is_number_integer() && !tooLarge ? std::optional<Value>(json.get<qint64>()) : std::nullopt;
}

std::optional<Value> dateFromJson(const Json &json)
{
    // Qt reads "2024-02-29 environ" as a date.
    const QDate date = json.is_string() ? QDate::fromString(text(json), Qt::ISODate) : QDate();
    const bool whole = date.isValid() && date.toString(Qt::ISODate) == text(json);
    return whole ? std::optional<Value>(date) : std::nullopt;
}

Json recordToJson(const TableDescription &table, const void *record)
{
    Json json = Json::object();
    for (const FieldDescription &field : table.fields) {
        const Value value = field.get(record);
        if (value != field.initial)
            json[utf8(field.name)] = toJson(value);
    }
    return json;
}

base::Result<void> recordFromJson(const Json &json, const TableDescription &table, void *record, const QString &where)
{
    if (!json.is_object())
        return invalid(u"Le fichier JSON"_s, u"« %1 » doit être un objet"_s.arg(where));
    for (const auto &[key, content] : json.items()) {
        const QString name = QString::fromStdString(key);
        if (name == u"id" && !table.unique)
            continue;
        const FieldDescription *field = table.field(name);
        if (!field)
            return invalid(u"Le fichier JSON"_s, u"champ inconnu « %1.%2 »"_s.arg(where, name));
        const auto value = valueFromJson(content, field->kind);
        if (!value || !field->set(record, *value))
            return invalid(u"Le fichier JSON"_s, u"valeur inattendue dans « %1.%2 »"_s.arg(where, name));
    }
    return {};
}

// The Id a record says, or the one its key gives, or a new one for a hand-written file. A record whose Id is not its
// key's would be two records at the next merge: refused.
std::optional<Id> recordId(const Json &json, const TableDescription &table)
{
    const bool says = json.is_object() && json.contains("id");
    const auto said = says && json["id"].is_string() ? Id::parse(text(json["id"])) : std::nullopt;
    if (says && !said)
        return std::nullopt;
    if (table.keyField.isEmpty())
        return says ? said : std::optional<Id>(Id::create());
    const std::string key = utf8(table.keyField);
    if (!json.is_object() || !json.contains(key) || !json[key].is_string())
        return std::nullopt;
    const Id own = Id::fromKey(table.name + u':' + text(json[key]));
    return !says || said == own ? std::optional<Id>(own) : std::nullopt;
}

base::Result<void> tableFromJson(const Json &json, const TableDescription &table, Projet &projet)
{
    if (table.unique)
        return recordFromJson(json, table, table.findForEdit(projet, Id()), table.name);
    if (!json.is_array())
        return invalid(u"Le fichier JSON"_s, u"« %1 » doit être une liste"_s.arg(table.name));
    int number = 0;
    for (const Json &item : json) {
        const QString where = u"%1[%2]"_s.arg(table.name).arg(++number);
        const auto id = recordId(item, table);
        if (!id || !table.insert(projet, *id))
            return invalid(u"Le fichier JSON"_s,
                           u"identifiant absent, illisible, en double ou contraire à sa clé dans « %1 »"_s.arg(where));
        if (auto read = recordFromJson(item, table, table.findForEdit(projet, *id), where); !read)
            return read;
    }
    return {};
}

bool exists(const Projet &projet, const QString &target, const Id &id)
{
    return table(target)->find(projet, id) != nullptr;
}

base::Result<void> checkReferences(const Projet &projet)
{
    for (const TableDescription &each : tables())
        for (const FieldDescription &field : each.fields) {
            if (field.target.isEmpty())
                continue;
            for (const Id &id : each.ids(projet)) {
                const Value value = field.get(each.find(projet, id));
                const auto *one = std::get_if<Id>(&value);
                const auto *many = std::get_if<base::IdList>(&value);
                const base::IdList targets = one ? base::IdList{*one} : many ? *many : base::IdList();
                for (const Id &target : targets)
                    if (!exists(projet, field.target, target))
                        return invalid(u"Le fichier JSON"_s,
                                       u"« %1.%2 » renvoie à un élément absent"_s.arg(each.name, field.name));
            }
        }
    return {};
}

Json fichiersToJson(const Contenus &contenus)
{
    Json files = Json::object();
    for (const auto &[empreinte, octets] : contenus)
        files[utf8(empreinte)] = octets.toBase64().toStdString();
    return files;
}

base::Result<void> fichiersFromJson(const Json &json, Contenus &contenus)
{
    if (!json.is_object())
        return invalid(u"Le fichier JSON"_s, u"« fichiers » doit être un objet"_s);
    for (const auto &[key, content] : json.items()) {
        const QString empreinte = QString::fromStdString(key);
        const auto decoded = content.is_string()
                                 ? QByteArray::fromBase64Encoding(QByteArray::fromStdString(content.get<std::string>()),
                                                                  QByteArray::AbortOnBase64DecodingErrors)
                                 : QByteArray::FromBase64Result{{}, QByteArray::Base64DecodingStatus::IllegalCharacter};
        if (!decoded || (*decoded).size() > maximumPiece || Contenus::empreinteDe(*decoded) != empreinte)
            return invalid(u"Le fichier JSON"_s,
                           u"le contenu de « fichiers.%1 » n’est pas celui annoncé"_s.arg(empreinte));
        contenus.add(*decoded);
    }
    return contenus.bytes() > maximumPieces ? invalid(u"Le fichier JSON"_s, u"« fichiers » est trop lourd"_s)
                                            : base::Result<void>();
}

base::Result<Change> changeFromJson(const Json &json)
{
    const auto bad = [] { return invalid(u"L’historique du projet"_s, u"modification illisible"_s); };
    if (!json.is_array() || json.size() < 2 || !json[0].is_string() || !json[1].is_string())
        return bad();
    const auto at = FieldAddress::parse(text(json[1]));
    const TableDescription *described = at ? table(at->table) : nullptr;
    if (!described)
        return bad();
    const QString type = text(json[0]);
    if (type == u"+" || type == u"-")
        return Change{type == u"+" ? Change::Type::Insert : Change::Type::Remove, *at, {}, {}};
    const FieldDescription *field = described->field(at->field);
    if (!field || type != u"=" || json.size() != 4)
        return bad();
    const auto before = valueFromJson(json[2], field->kind);
    const auto after = valueFromJson(json[3], field->kind);
    if (!before || !after)
        return bad();
    return Change{Change::Type::Set, *at, *before, *after};
}

} // namespace

Json toJson(const Value &value)
{
    struct Visitor {
        Json operator()(std::monostate) const { return nullptr; }
        Json operator()(bool flag) const { return flag; }
        Json operator()(qint64 number) const { return number; }
        Json operator()(double number) const { return number; }
        Json operator()(const QString &content) const { return utf8(content); }
        Json operator()(const QDate &date) const { return utf8(date.toString(Qt::ISODate)); }
        Json operator()(const Id &id) const { return utf8(id.toString()); }
        Json operator()(const base::IdList &ids) const
        {
            Json list = Json::array();
            for (const Id &id : ids)
                list.push_back(utf8(id.toString()));
            return list;
        }
    };
    return std::visit(Visitor(), value);
}

std::optional<Value> valueFromJson(const Json &json, Kind kind)
{
    if (kind == Kind::Text || kind == Kind::LongText || kind == Kind::Choice)
        return json.is_string() ? std::optional<Value>(text(json)) : std::nullopt;
    if (kind == Kind::References)
        return idsFromJson(json);
    if (kind == Kind::Flag)
        return json.is_boolean() ? std::optional<Value>(json.get<bool>()) : std::nullopt;
    if (json.is_null())
        return Value();
    if (kind == Kind::Answer)
        return json.is_boolean() ? std::optional<Value>(json.get<bool>()) : std::nullopt;
    if (kind == Kind::Integer)
        return integerFromJson(json);
    if (kind == Kind::Decimal)
        return json.is_number() ? std::optional<Value>(json.get<double>()) : std::nullopt;
    if (kind == Kind::Date)
        return dateFromJson(json);
    const auto id = json.is_string() ? Id::parse(text(json)) : std::nullopt;
    return id ? std::optional<Value>(*id) : std::nullopt;
}

Json toJson(const Projet &projet)
{
    Json json = Json::object();
    for (const TableDescription &each : tables()) {
        if (each.unique) {
            Json record = recordToJson(each, each.find(projet, Id()));
            if (each.since == 1 || !record.empty())
                json[utf8(each.name)] = std::move(record);
            continue;
        }
        if (each.since > 1 && each.ids(projet).empty())
            continue; // an older file, once migrated, says exactly what it said
        Json records = Json::array();
        for (const Id &id : each.ids(projet)) {
            Json record = Json::object();
            record["id"] = utf8(id.toString());
            record.update(recordToJson(each, each.find(projet, id)));
            records.push_back(std::move(record));
        }
        json[utf8(each.name)] = std::move(records);
    }
    return json;
}

QByteArray projetToJson(const Projet &projet, const Id &projectId, Fichiers fichiers)
{
    Json json = {{"format", "atelier-cpts"}, {"version", jsonVersion}, {"projet", utf8(projectId.toString())}};
    json["contenu"] = toJson(projet);
    if (fichiers == Fichiers::With && !projet.contenus.empty())
        json["fichiers"] = fichiersToJson(projet.contenus);
    return QByteArray::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

base::Result<Json> parseJson(const QByteArray &bytes, const QString &what)
{
    if (bytes.size() > maximumBytes)
        return base::Error{
            base::ErrorCode::Hostile, u"%1 est trop volumineux (plus de 64 Mo). Rien n’a été modifié."_s.arg(what), {}};
    bool tooDeep = false;
    const auto depthGuard = [&tooDeep](int depth, Json::parse_event_t, Json &) {
        tooDeep = tooDeep || depth > maximumDepth;
        return !tooDeep;
    };
    const QByteArray content = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;
    Json json = Json::parse(content.begin(), content.end(), depthGuard, false);
    if (tooDeep)
        return invalid(what, u"trop de niveaux imbriqués"_s);
    if (json.is_discarded())
        return invalid(what, u"ce n’est pas du JSON, ou il est incomplet"_s);
    return json;
}

base::Result<ProjetJson> projetFromJson(const QByteArray &bytes)
{
    auto parsed = parseJson(bytes, u"Le fichier JSON"_s);
    if (!parsed)
        return parsed.error();
    const Json &json = parsed.value();
    if (!json.is_object() || json.value("format", Json()) != "atelier-cpts" || !json.contains("contenu"))
        return invalid(u"Le fichier JSON"_s, u"ce n’est pas un projet d’Atelier CPTS"_s);
    if (json.value("version", Json()) != jsonVersion)
        return invalid(u"Le fichier JSON"_s, u"sa version n’est pas connue de ce programme"_s);
    for (const auto &[key, value] : json.items())
        if (key != "format" && key != "version" && key != "projet" && key != "contenu" && key != "fichiers" &&
            key != "$schema")
            return invalid(u"Le fichier JSON"_s, u"clé inconnue « %1 »"_s.arg(QString::fromStdString(key)));
    ProjetJson result;
    if (json.contains("projet") && json["projet"].is_string())
        result.projectId = Id::parse(text(json["projet"]));
    if (!json["contenu"].is_object())
        return invalid(u"Le fichier JSON"_s, u"« contenu » doit être un objet"_s);
    for (const auto &[key, content] : json["contenu"].items()) {
        const TableDescription *described = table(QString::fromStdString(key));
        if (!described)
            return invalid(u"Le fichier JSON"_s, u"clé inconnue « %1 »"_s.arg(QString::fromStdString(key)));
        if (auto read = tableFromJson(content, *described, result.projet); !read)
            return read.error();
    }
    if (auto checked = checkReferences(result.projet); !checked)
        return checked.error();
    if (json.contains("fichiers"))
        if (auto read = fichiersFromJson(json["fichiers"], result.projet.contenus); !read)
            return read.error();
    return result;
}

Json toJson(const ChangeList &changes)
{
    Json list = Json::array();
    for (const Change &change : changes) {
        const char *sign = change.type == Change::Type::Insert ? "+" : change.type == Change::Type::Remove ? "-" : "=";
        Json item = Json::array({sign, utf8(change.at.toString())});
        if (change.type == Change::Type::Set) {
            item.push_back(toJson(change.before));
            item.push_back(toJson(change.after));
        }
        list.push_back(std::move(item));
    }
    return list;
}

base::Result<ChangeList> changesFromJson(const Json &json)
{
    if (!json.is_array())
        return invalid(u"L’historique du projet"_s, u"liste attendue"_s);
    ChangeList changes;
    for (const Json &item : json) {
        auto change = changeFromJson(item);
        if (!change)
            return change.error();
        changes.push_back(std::move(change.value()));
    }
    return changes;
}

} // namespace domain
