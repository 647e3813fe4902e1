// On which line of a JSON text each value stands: the JSON library forgets it, and whoever writes a trame needs it.
#pragma once

#include <map>
#include <QByteArray>
#include <QStringList>

namespace report
{

struct JsonLines {
    std::map<QString, int> lines; // JSON pointer -> line, from 1
    QStringList duplicates;       // pointers of the keys written twice in one object
};

// `json` must be well formed and not deeply nested: it was parsed before.
[[nodiscard]] JsonLines jsonLines(const QByteArray &json);

} // namespace report
