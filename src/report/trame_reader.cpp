#include "report/trame_reader.h"

#include "base/file.h"

#include <algorithm>
#include <QDir>

namespace report
{

using namespace Qt::Literals::StringLiterals;
using nlohmann::json;

namespace
{

constexpr qint64 largestFile = 1024 * 1024;
constexpr int deepest = 24;
constexpr size_t longestList = 2000;
constexpr qsizetype longestText = 8000;

QString name(const char *key)
{
    return QString::fromUtf8(key);
}

QString atPlace(const QString &file, int line, const QString &pointer, const QString &why)
{
    const QString inside = pointer.isEmpty() ? QString() : u" (%1)"_s.arg(pointer);
    return u"%1, ligne %2%3 : %4"_s.arg(file, QString::number(line), inside, why);
}

QString withoutPath(const base::Error &error, const QString &file)
{
    return error.code == base::ErrorCode::NotFound ? u"%1 : le fichier manque"_s.arg(file)
                                                   : u"%1 : le fichier ne peut pas être lu"_s.arg(file);
}

} // namespace

std::optional<TrameFile> readTrameFile(const QString &folder, const QString &fileName, Faults &faults)
{
    const auto bytes = base::readFile(QDir(folder).filePath(fileName), largestFile);
    if (!bytes) {
        faults << withoutPath(bytes.error(), fileName);
        return std::nullopt;
    }
    bool tooDeep = false;
    const auto guard = [&tooDeep](int depth, json::parse_event_t, json &) {
        tooDeep = tooDeep || depth > deepest;
        return !tooDeep;
    };
    try {
        TrameFile file{fileName, json::parse(bytes.value().begin(), bytes.value().end(), guard), {}};
        if (tooDeep) {
            faults << u"%1 : trop de niveaux imbriqués"_s.arg(fileName);
            return std::nullopt;
        }
        file.lines = jsonLines(bytes.value());
        for (const QString &pointer : file.lines.duplicates)
            faults << atPlace(fileName, file.lines.lines.at(pointer), pointer, u"cette clé est écrite deux fois"_s);
        return file;
    } catch (const json::parse_error &error) {
        const auto end = bytes.value().begin() + std::min(qsizetype(error.byte), bytes.value().size());
        const auto line = 1 + std::count(bytes.value().begin(), end, '\n');
        faults << atPlace(fileName, static_cast<int>(line), {}, u"ce n’est plus du JSON à partir d’ici"_s);
    } catch (const json::exception &) {
        faults << u"%1 : ce n’est pas du JSON"_s.arg(fileName);
    }
    return std::nullopt;
}

void Node::faultAt(const QString &pointer, const QString &why) const
{
    const auto at = m_file->lines.lines.find(pointer);
    const int line = at == m_file->lines.lines.end() ? 1 : at->second;
    *m_faults << atPlace(m_file->name, line, pointer, why);
}

void Node::faultAtKey(const char *key, const QString &why) const
{
    faultAt(has(key) ? m_pointer + u'/' + name(key) : m_pointer, why);
}

const json *Node::find(const char *key) const
{
    if (!m_json->is_object())
        return nullptr;
    const auto at = m_json->find(key);
    return at == m_json->end() ? nullptr : &*at;
}

bool Node::has(const char *key) const
{
    return find(key) != nullptr;
}

QString Node::stringAt(const char *key, const json &value) const
{
    if (!value.is_string()) {
        faultAtKey(key, u"un texte est attendu pour « %1 »"_s.arg(name(key)));
        return {};
    }
    QString text = QString::fromStdString(value.get_ref<const std::string &>());
    if (text.size() > longestText) {
        faultAtKey(key, u"« %1 » est trop long (8 000 caractères au plus)"_s.arg(name(key)));
        text.truncate(longestText);
    }
    return text;
}

QString Node::optionalText(const char *key) const
{
    const json *value = find(key);
    return value ? stringAt(key, *value) : QString();
}

QString Node::text(const char *key) const
{
    if (!has(key)) {
        fault(u"« %1 » manque"_s.arg(name(key)));
        return {};
    }
    const QString text = optionalText(key);
    if (text.trimmed().isEmpty() && find(key)->is_string())
        faultAtKey(key, u"« %1 » est vide"_s.arg(name(key)));
    return text;
}

bool Node::flag(const char *key) const
{
    const json *value = find(key);
    if (value && !value->is_boolean())
        faultAtKey(key, u"true ou false est attendu pour « %1 »"_s.arg(name(key)));
    return value && value->is_boolean() && value->get<bool>();
}

int Node::integer(const char *key, int least, int most, int absent) const
{
    const json *value = find(key);
    if (!value)
        return absent;
    const bool fits = value->is_number_integer() && value->get<double>() >= least && value->get<double>() <= most;
    if (!fits)
        faultAtKey(key, u"un nombre entier de %1 à %2 est attendu pour « %3 »"_s.arg(least).arg(most).arg(name(key)));
    return fits ? value->get<int>() : absent;
}

double Node::length(const char *key, double absent) const
{
    const json *value = find(key);
    if (!value)
        return absent;
    const bool fits = value->is_number() && value->get<double>() >= 0 && value->get<double>() <= 1000;
    if (!fits)
        faultAtKey(key, u"un nombre de 0 à 1000 est attendu pour « %1 »"_s.arg(name(key)));
    return fits ? value->get<double>() : absent;
}

std::vector<double> Node::lengths(const char *key) const
{
    std::vector<double> found;
    const json *value = find(key);
    if (!value || !value->is_array()) {
        faultAtKey(key, u"une liste de nombres est attendue pour « %1 »"_s.arg(name(key)));
        return found;
    }
    for (const json &item : *value)
        if (item.is_number() && item.get<double>() > 0 && item.get<double>() <= 1000)
            found.push_back(item.get<double>());
        else
            faultAtKey(key, u"« %1 » ne peut contenir que des nombres positifs"_s.arg(name(key)));
    return found;
}

QStringList Node::texts(const char *key) const
{
    QStringList found;
    const json *value = find(key);
    if (!value)
        return found;
    if (!value->is_array() || value->size() > longestList) {
        faultAtKey(key, u"une liste de textes est attendue pour « %1 »"_s.arg(name(key)));
        return found;
    }
    for (const json &item : *value)
        found << stringAt(key, item);
    return found;
}

QString Node::choice(const char *key, const QStringList &words) const
{
    const QString word = text(key);
    if (words.contains(word))
        return word;
    if (!word.isEmpty())
        faultAtKey(key, u"« %1 » n’est pas connu ici ; possible : %2"_s.arg(word, words.join(u", "_s)));
    return words.first();
}

std::vector<Node> Node::list(const char *key) const
{
    std::vector<Node> nodes;
    const json *value = find(key);
    if (!value || !value->is_array()) {
        faultAtKey(key,
                   value ? u"une liste est attendue pour « %1 »"_s.arg(name(key)) : u"« %1 » manque"_s.arg(name(key)));
        return nodes;
    }
    if (value->size() > longestList) {
        faultAtKey(key, u"« %1 » a trop d’éléments"_s.arg(name(key)));
        return nodes;
    }
    const QString start = m_pointer + u'/' + name(key) + u'/';
    for (size_t i = 0; i < value->size(); ++i) {
        nodes.push_back(Node(*m_file, *m_faults, &value->at(i), start + QString::number(i)));
        if (!value->at(i).is_object()) {
            nodes.back().fault(u"un objet { } est attendu"_s);
            nodes.pop_back();
        }
    }
    return nodes;
}

Node Node::object(const char *key) const
{
    static const json none = json::object();
    const json *value = find(key);
    const bool fits = value && value->is_object();
    if (!fits)
        faultAtKey(key, u"un objet { } est attendu pour « %1 »"_s.arg(name(key)));
    return Node(*m_file, *m_faults, fits ? value : &none, m_pointer + u'/' + name(key));
}

std::map<QString, QString> Node::words(const char *key, const QStringList &asked) const
{
    object(key).only(asked);
    std::map<QString, QString> found = textMap(key);
    for (const QString &each : asked)
        if (found[each].trimmed().isEmpty())
            faultAtKey(key, u"le mot « %1 » manque"_s.arg(each));
    return found;
}

std::map<QString, QString> Node::textMap(const char *key) const
{
    std::map<QString, QString> found;
    const json *value = find(key);
    if (!value)
        return found;
    if (!value->is_object()) {
        faultAtKey(key, u"un objet { } est attendu pour « %1 »"_s.arg(name(key)));
        return found;
    }
    for (const auto &[each, content] : value->items())
        found.emplace(QString::fromStdString(each), stringAt(key, content));
    return found;
}

void Node::only(const QStringList &keys) const
{
    if (!m_json->is_object())
        return;
    for (const auto &[key, value] : m_json->items())
        if (!keys.contains(QString::fromStdString(key)))
            faultAtKey(key.c_str(), u"clé inconnue « %1 »"_s.arg(QString::fromStdString(key)));
}

} // namespace report
