// Reading of the JSON files of a trame: every fault is noted with its place, and reading goes on. For this room only.
#pragma once

#include "base/result.h"
#include "report/json_lines.h"

#include <nlohmann/json.hpp>
#include <vector>

namespace report
{

// The faults of all the files of a trame, as sentences: "pages.json, ligne 12 (/sections/0/code) : …".
using Faults = QStringList;

// One file, parsed. It must outlive its nodes.
struct TrameFile {
    QString name;
    nlohmann::json root;
    JsonLines lines;
};

// Nothing, and a fault, when the file is missing, too big, nested too deep or not JSON.
[[nodiscard]] std::optional<TrameFile> readTrameFile(const QString &folder, const QString &name, Faults &faults);

// One value of the file. What is missing or of the wrong type is a fault and reads as empty.
class Node
{
public:
    Node(const TrameFile &file, Faults &faults) : Node(file, faults, &file.root, {}) {}

    [[nodiscard]] QString text(const char *key) const; // required and not blank
    [[nodiscard]] QString optionalText(const char *key) const;
    [[nodiscard]] bool flag(const char *key) const; // false when absent
    [[nodiscard]] int integer(const char *key, int least, int most, int absent) const;
    [[nodiscard]] double length(const char *key, double absent) const; // 0 to 1000
    [[nodiscard]] std::vector<double> lengths(const char *key) const;
    [[nodiscard]] QStringList texts(const char *key) const; // of an optional list
    // One of the words; the first one, and a fault, when it is another.
    [[nodiscard]] QString choice(const char *key, const QStringList &words) const;
    [[nodiscard]] std::vector<Node> list(const char *key) const; // required, may be empty
    // A required object; an empty one, and a fault, when it is something else.
    [[nodiscard]] Node object(const char *key) const;
    [[nodiscard]] std::map<QString, QString> textMap(const char *key) const;
    // A required object of sentences: a key of `asked` that is missing or blank, or another key, is a fault.
    [[nodiscard]] std::map<QString, QString> words(const char *key, const QStringList &asked) const;
    [[nodiscard]] bool has(const char *key) const;
    [[nodiscard]] const nlohmann::json *find(const char *key) const;

    // Faults for the keys that are not in the list: a slip of the pen must not pass for nothing.
    void only(const QStringList &keys) const;
    void fault(const QString &why) const { faultAt(m_pointer, why); }
    void faultAtKey(const char *key, const QString &why) const;

private:
    Node(const TrameFile &file, Faults &faults, const nlohmann::json *json, QString pointer)
        : m_file(&file), m_faults(&faults), m_json(json), m_pointer(std::move(pointer))
    {
    }
    void faultAt(const QString &pointer, const QString &why) const;
    [[nodiscard]] QString stringAt(const char *key, const nlohmann::json &value) const;

    const TrameFile *m_file;
    Faults *m_faults;
    const nlohmann::json *m_json;
    QString m_pointer;
};

} // namespace report
