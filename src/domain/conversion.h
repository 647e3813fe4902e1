// How each C++ member type of a record becomes a Value and comes back. The kind of a field follows from its type.
#pragma once

#include "domain/value.h"

#include <optional>
#include <vector>

namespace domain
{

// One code of an enumerated field, as stored, with its French label.
struct Choice {
    QString code;
    QString label;
};

// Specialised beside each enum: `static std::vector<std::pair<E, Choice>> all()`, the default value first.
template <class E>
struct Choices;

template <class T>
struct Conversion;

template <>
struct Conversion<QString> {
    static constexpr Kind kind = Kind::Text;
    static Value toValue(const QString &text) { return text; }
    static bool fromValue(const Value &value, QString &text)
    {
        const auto *content = std::get_if<QString>(&value);
        if (content)
            text = *content;
        return content != nullptr;
    }
};

template <>
struct Conversion<bool> {
    static constexpr Kind kind = Kind::Flag;
    static Value toValue(bool flag) { return flag; }
    static bool fromValue(const Value &value, bool &flag)
    {
        const auto *content = std::get_if<bool>(&value);
        if (content)
            flag = *content;
        return content != nullptr;
    }
};

// Optional scalars: unset is monostate.
template <class T, class Stored, Kind K>
struct OptionalConversion {
    static constexpr Kind kind = K;
    static Value toValue(const std::optional<T> &content)
    {
        return content ? Value(static_cast<Stored>(*content)) : Value();
    }
    static bool fromValue(const Value &value, std::optional<T> &content)
    {
        if (std::holds_alternative<std::monostate>(value)) {
            content.reset();
            return true;
        }
        const auto *stored = std::get_if<Stored>(&value);
        if (stored)
            content = static_cast<T>(*stored);
        return stored != nullptr;
    }
};
template <>
struct Conversion<std::optional<bool>> : OptionalConversion<bool, bool, Kind::Answer> {
};
template <>
struct Conversion<std::optional<qint64>> : OptionalConversion<qint64, qint64, Kind::Integer> {
};
template <>
struct Conversion<std::optional<double>> : OptionalConversion<double, double, Kind::Decimal> {
};

template <>
struct Conversion<QDate> {
    static constexpr Kind kind = Kind::Date;
    static Value toValue(const QDate &date) { return date.isValid() ? Value(date) : Value(); }
    static bool fromValue(const Value &value, QDate &date)
    {
        const auto *content = std::get_if<QDate>(&value);
        if (!content && !std::holds_alternative<std::monostate>(value))
            return false;
        date = content ? *content : QDate();
        return true;
    }
};

template <>
struct Conversion<base::Id> {
    static constexpr Kind kind = Kind::Reference;
    static Value toValue(const base::Id &id) { return id.isNull() ? Value() : Value(id); }
    static bool fromValue(const Value &value, base::Id &id)
    {
        const auto *content = std::get_if<base::Id>(&value);
        if (!content && !std::holds_alternative<std::monostate>(value))
            return false;
        id = content ? *content : base::Id();
        return true;
    }
};

template <>
struct Conversion<base::IdList> {
    static constexpr Kind kind = Kind::References;
    static Value toValue(const base::IdList &ids) { return normalised(ids); }
    static bool fromValue(const Value &value, base::IdList &ids)
    {
        const auto *content = std::get_if<base::IdList>(&value);
        if (content)
            ids = std::get<base::IdList>(normalised(*content));
        return content != nullptr;
    }
};

template <class E>
requires std::is_enum_v<E>
struct Conversion<E> {
    static constexpr Kind kind = Kind::Choice;
    static Value toValue(E content)
    {
        for (const auto &[each, choice] : Choices<E>::all())
            if (each == content)
                return choice.code;
        return QString();
    }
    static bool fromValue(const Value &value, E &content)
    {
        const auto *code = std::get_if<QString>(&value);
        if (!code)
            return false;
        for (const auto &[each, choice] : Choices<E>::all())
            if (choice.code == *code) {
                content = each;
                return true;
            }
        return false;
    }
};

} // namespace domain
