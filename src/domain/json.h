// A project and its changes as JSON, documented in docs/format-json.md: another program can write it.
#pragma once

#include "domain/changes.h"

#include <nlohmann/json.hpp>

namespace domain
{

// The JSON format's own version, raised when a reader of the old one could misread the new one.
inline constexpr int jsonVersion = 1;

[[nodiscard]] nlohmann::ordered_json toJson(const Value &value);
// Reads a value of that kind; nothing when the JSON is of another type.
[[nodiscard]] std::optional<Value> valueFromJson(const nlohmann::ordered_json &json, Kind kind);

// Tables in the order of tables(), records by Id, only fields that are not initial; same project, same bytes.
[[nodiscard]] nlohmann::ordered_json toJson(const Projet &projet);
// Strict: an unknown table or field, a wrong type, a dangling reference, another version is an error that names the
// place. `projectId` is the "projet" key, absent in a hand-written file.
struct ProjetJson {
    Projet projet;
    std::optional<Id> projectId;
};
[[nodiscard]] base::Result<ProjetJson> projetFromJson(const QByteArray &bytes);
// Whether the bytes of the attachments are written with the facts, in base64, under "fichiers".
enum class Fichiers { Without, With };
[[nodiscard]] QByteArray projetToJson(const Projet &projet, const Id &projectId, Fichiers fichiers = Fichiers::Without);

[[nodiscard]] nlohmann::ordered_json toJson(const ChangeList &changes);
[[nodiscard]] base::Result<ChangeList> changesFromJson(const nlohmann::ordered_json &json);

// Text of any origin to JSON: size and depth (64) limits, no exception. The error names the place.
[[nodiscard]] base::Result<nlohmann::ordered_json> parseJson(const QByteArray &bytes, const QString &what);

} // namespace domain
