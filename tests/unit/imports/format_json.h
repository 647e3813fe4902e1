// The generated parts of docs/format-json.md and the whole of docs/format-json.schema.json, from domain::tables().
#pragma once

#include <nlohmann/json.hpp>
#include <QString>

namespace format_json
{

// The chapters of the tables, in Markdown.
[[nodiscard]] QString tables();
// The codes that fields refer to, from the reference data.
[[nodiscard]] QString codes();
// JSON Schema, draft 2020-12.
[[nodiscard]] nlohmann::ordered_json schema();

} // namespace format_json
