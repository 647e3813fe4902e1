#include "domain/value.h"

#include <algorithm>

namespace domain
{

Value emptyValue(Kind kind)
{
    switch (kind) {
    case Kind::Text:
    case Kind::LongText:
    case Kind::Choice:
        return QString();
    case Kind::Flag:
        return false;
    case Kind::References:
        return base::IdList();
    case Kind::Answer:
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Date:
    case Kind::Reference:
        break;
    }
    return std::monostate();
}

Value normalised(Value value)
{
    if (auto *ids = std::get_if<base::IdList>(&value)) {
        std::sort(ids->begin(), ids->end());
        ids->erase(std::unique(ids->begin(), ids->end()), ids->end());
    } else if (const auto *date = std::get_if<QDate>(&value); date && !date->isValid()) {
        value = Value();
    } else if (const auto *id = std::get_if<base::Id>(&value); id && id->isNull()) {
        value = Value();
    }
    return value;
}

bool isEmpty(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return text->isEmpty();
    if (const auto *list = std::get_if<base::IdList>(&value))
        return list->empty();
    return std::holds_alternative<std::monostate>(value);
}

} // namespace domain
