// One field's content, whatever its C++ type: what change lists, the journal, JSON and SQL carry.
#pragma once

#include "base/id.h"

#include <QDate>
#include <QString>
#include <variant>

namespace domain
{

// monostate = not answered. A Text is never unset: its nothing is the empty string.
using Value = std::variant<std::monostate, bool, qint64, double, QString, QDate, base::Id, base::IdList>;

// What a field holds; decides its column type, its widget and its JSON form.
enum class Kind {
    Text,       // one line
    LongText,   // paragraphs, small markup
    Flag,       // yes or no, no by default
    Answer,     // yes, no or not answered
    Integer,    // or not answered
    Decimal,    // or not answered
    Date,       // or not answered
    Choice,     // one code of a fixed list
    Reference,  // the Id of another record, or none
    References, // Ids of other records, sorted, each once
};

// The value a new record has in a field of that kind; Choice fields have their own (their first code).
[[nodiscard]] Value emptyValue(Kind kind);
// As a record holds it: identifiers sorted, each once; an invalid date and a null Id are the unset value.
[[nodiscard]] Value normalised(Value value);
// True for the unset value, the empty text, the empty list.
[[nodiscard]] bool isEmpty(const Value &value);

} // namespace domain
