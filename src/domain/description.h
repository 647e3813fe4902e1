// The one description of every record: SQL schema, JSON, change lists, merge, forms and search all read it.
#pragma once

#include "domain/conversion.h"

#include <functional>
#include <type_traits>

namespace domain
{

struct Projet;

// Whether a field may leave in a version without personal data.
enum class Sensitivity { Ordinary, Personal };

// One field of a record type. `get` and `set` take the address of a record of that type.
struct FieldDescription {
    QString name;  // column, JSON key, last part of a form's `champ`
    QString label; // French, as a person would call it
    Kind kind = Kind::Text;
    Sensitivity sensitivity = Sensitivity::Ordinary;
    std::vector<Choice> choices; // Choice kind only, the default first
    QString target;              // Reference kinds: the table they point to
    bool owner = false;          // Reference kind: the record goes when the one it points to goes
    Value initial;               // the value in a new record
    std::function<Value(const void *)> get;
    std::function<bool(void *, const Value &)> set; // false when the value has another type or an unknown code
};

// One record type and how to reach its records inside a Projet.
struct TableDescription {
    QString name;     // SQL table, JSON key
    QString label;    // French singular
    bool unique;      // exactly one record, whose Id is null; it can be neither inserted nor removed
    QString keyField; // when set, Id = Id::fromKey("table:key"): the same record on every computer
    bool ordered;     // has a `rang` field
    std::vector<FieldDescription> fields;
    int since =
        1; // format version that brought it: a table that old files lack is written only when it holds something

    std::function<const void *(const Projet &, const base::Id &)> find; // nullptr when there is none
    std::function<void *(Projet &, const base::Id &)> findForEdit;
    std::function<bool(Projet &, const base::Id &)> insert; // false when it is already there
    std::function<bool(Projet &, const base::Id &)> remove; // false when it is not there
    std::function<std::vector<base::Id>(const Projet &)> ids;

    [[nodiscard]] const FieldDescription *field(const QString &fieldName) const;
};

// Every table, in the order in which they can be written (a table after those it refers to).
[[nodiscard]] const std::vector<TableDescription> &tables();
// nullptr for an unknown name.
[[nodiscard]] const TableDescription *table(const QString &name);

// Builds the fields of record type T from member pointers; see records.cpp.
template <class T>
class Fields
{
public:
    template <class M>
    Fields &add(const QString &name, M T::*member, const QString &label)
    {
        using Convert = Conversion<M>;
        FieldDescription field;
        field.name = name;
        field.label = label;
        field.kind = Convert::kind;
        field.initial = Convert::toValue(T().*member);
        field.get = [member](const void *record) { return Convert::toValue(static_cast<const T *>(record)->*member); };
        field.set = [member](void *record, const Value &value) {
            return Convert::fromValue(value, static_cast<T *>(record)->*member);
        };
        if constexpr (std::is_enum_v<M>)
            for (const auto &[code, choice] : Choices<M>::all())
                field.choices.push_back(choice);
        m_fields.push_back(std::move(field));
        return *this;
    }
    // The next four qualify the field just added.
    Fields &paragraphs()
    {
        m_fields.back().kind = Kind::LongText;
        return *this;
    }
    Fields &personal()
    {
        m_fields.back().sensitivity = Sensitivity::Personal;
        return *this;
    }
    Fields &to(const QString &tableName)
    {
        m_fields.back().target = tableName;
        return *this;
    }
    Fields &ownedBy(const QString &tableName)
    {
        m_fields.back().owner = true;
        return to(tableName);
    }
    [[nodiscard]] std::vector<FieldDescription> take() { return std::move(m_fields); }

private:
    std::vector<FieldDescription> m_fields;
};

} // namespace domain
