#include "reference/data_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <QDir>
#include <QFile>

namespace reference
{

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace
{

constexpr qint64 largestFile = 4 * 1024 * 1024;

base::Error broken(base::ErrorCode code, const QString &file, const QString &why, const QString &detail = {})
{
    return {code,
            u"Le fichier de référence « %1 » %2. Vos projets ne sont pas touchés. Réinstallez le programme."_s.arg(file,
                                                                                                                   why),
            detail};
}

QString keyName(const char *key)
{
    return u"« %1 »"_s.arg(QLatin1StringView(key));
}

base::Result<json> parse(const QByteArray &bytes, const QString &name)
{
    try {
        return json::parse(bytes.constBegin(), bytes.constEnd());
    } catch (const json::parse_error &error) {
        const auto end = bytes.constBegin() + std::min(qsizetype(error.byte), bytes.size());
        const auto line = 1 + std::count(bytes.constBegin(), end, '\n');
        return broken(base::ErrorCode::Damaged, name, u"ne peut pas être compris à partir de la ligne %1"_s.arg(line),
                      QString::fromUtf8(error.what()));
    } catch (const json::exception &error) {
        return broken(base::ErrorCode::Damaged, name, u"ne peut pas être compris"_s, QString::fromUtf8(error.what()));
    }
}

// Names an entry the way its author would: by its code, its acronym or its number.
QString entryName(const json &object)
{
    for (const char *key : {"code", "sigle", "departement", "numero"}) {
        const auto at = object.is_object() ? object.find(key) : object.end();
        if (!object.is_object() || at == object.end())
            continue;
        if (at->is_string())
            return u" (%1)"_s.arg(QString::fromStdString(at->get<std::string>()));
        if (at->is_number_integer())
            return u" (%1)"_s.arg(at->get<qint64>());
    }
    return {};
}

} // namespace

void DataFault::report(const QString &place, const QString &why)
{
    if (!error)
        error = broken(base::ErrorCode::Damaged, file, u"est incorrect, %1 : %2"_s.arg(place, why));
}

DataEntry::DataEntry(const json &object, QString place, DataFault &fault)
    : m_object(object), m_place(std::move(place)), m_fault(fault)
{
    if (!object.is_object())
        this->fault(u"on attendait un objet"_s);
}

void DataEntry::fault(const QString &why) const
{
    m_fault.report(m_place, why);
}

const json *DataEntry::member(const char *key, bool required) const
{
    if (!m_object.is_object())
        return nullptr;
    const auto at = m_object.find(key);
    if (at != m_object.end())
        return &*at;
    if (required)
        fault(keyName(key) + u" manque"_s);
    return nullptr;
}

QString DataEntry::optionalText(const char *key) const
{
    const json *value = member(key, false);
    if (!value)
        return {};
    if (!value->is_string()) {
        fault(keyName(key) + u" n’est pas un texte"_s);
        return {};
    }
    return QString::fromStdString(value->get<std::string>());
}

QString DataEntry::text(const char *key) const
{
    if (!member(key, true))
        return {};
    const QString text = optionalText(key);
    if (text.trimmed().isEmpty())
        fault(keyName(key) + u" est vide"_s);
    return text;
}

qint64 DataEntry::number(const char *key) const
{
    const json *value = member(key, true);
    if (!value)
        return 0;
    if (!value->is_number_unsigned()) {
        fault(keyName(key) + u" n’est pas un nombre entier positif"_s);
        return 0;
    }
    return value->get<qint64>();
}

std::optional<int> DataEntry::optionalNumber(const char *key) const
{
    const json *value = member(key, false);
    if (!value || value->is_null())
        return {};
    return static_cast<int>(number(key));
}

double DataEntry::decimal(const char *key) const
{
    const json *value = member(key, true);
    if (!value)
        return 0;
    if (!value->is_number() || value->get<double>() < 0) {
        fault(keyName(key) + u" n’est pas un nombre positif"_s);
        return 0;
    }
    return value->get<double>();
}

QDate DataEntry::date(const char *key) const
{
    const QString written = text(key);
    const QDate date = QDate::fromString(written, Qt::ISODate);
    if (!date.isValid())
        fault(u"%1 n’est pas une date comme 2026-11-22"_s.arg(keyName(key)));
    return date;
}

QStringList DataEntry::list(const char *key, bool required) const
{
    const json *value = member(key, required);
    if (!value)
        return {};
    QStringList texts;
    const bool wellFormed = value->is_array() && std::all_of(value->begin(), value->end(), [](const json &item) {
                                return item.is_string() && !item.get<std::string>().empty();
                            });
    if (!wellFormed) {
        fault(keyName(key) + u" n’est pas une liste de textes"_s);
        return {};
    }
    for (const json &item : *value)
        texts += QString::fromStdString(item.get<std::string>());
    if (required && texts.isEmpty())
        fault(keyName(key) + u" est une liste vide"_s);
    return texts;
}

QStringList DataEntry::texts(const char *key) const
{
    return list(key, true);
}

QStringList DataEntry::optionalTexts(const char *key) const
{
    return list(key, false);
}

QString DataEntry::choice(const char *key, const QStringList &values) const
{
    const QString value = text(key);
    if (!values.contains(value))
        fault(u"%1 vaut « %2 », on attendait : %3"_s.arg(keyName(key), value, values.join(u", "_s)));
    return value;
}

void DataEntry::each(const char *list, const std::function<void(const DataEntry &)> &visit) const
{
    const json *items = member(list, true);
    if (!items)
        return;
    if (!items->is_array()) {
        fault(keyName(list) + u" n’est pas une liste"_s);
        return;
    }
    int rank = 0;
    for (const json &item : *items)
        visit(DataEntry(item, u"liste %1, entrée %2%3"_s.arg(keyName(list)).arg(++rank).arg(entryName(item)), m_fault));
}

base::Result<Provenance> readDataFile(const QString &folder, const QString &name,
                                      const std::function<void(const DataEntry &)> &read)
{
    QFile file(QDir(folder).filePath(name));
    if (!file.exists())
        return broken(base::ErrorCode::NotFound, name, u"manque"_s, file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return broken(base::ErrorCode::Unreadable, name, u"ne peut pas être lu"_s, file.errorString());
    if (file.size() > largestFile)
        return broken(base::ErrorCode::Damaged, name, u"est beaucoup trop gros"_s);
    const auto parsed = parse(file.readAll(), name);
    if (!parsed)
        return parsed.error();
    DataFault fault{name, {}};
    const DataEntry root(parsed.value(), u"au début"_s, fault);
    const Provenance provenance{root.text("source"), root.text("version"), root.date("lu_le"),
                                root.optionalText("note")};
    read(root);
    if (fault.error)
        return *fault.error;
    return provenance;
}

} // namespace reference
