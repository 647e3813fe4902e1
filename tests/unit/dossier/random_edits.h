// Edits such as a hurried coordinator makes: any field of any record, records added and removed, seeded.
#pragma once

#include "domain/changes.h"
#include "domain/json.h"

#include <random>

namespace testing
{

class RandomEdits
{
public:
    explicit RandomEdits(quint32 seed) : m_random(seed) {}

    // A list that changes the project (rarely empty), always applicable.
    domain::ChangeList next(const domain::Projet &projet)
    {
        const auto &tables = domain::tables();
        const domain::TableDescription &table = tables[below(tables.size())];
        const auto ids = table.ids(projet);
        const size_t dice = below(10);
        if (!table.unique && (ids.empty() || (dice < 2 && ids.size() < 30)))
            return insertion(projet, table);
        if (ids.empty())
            return {};
        const base::Id id = ids[below(ids.size())];
        if (!table.unique && dice == 2)
            return domain::removing(projet, table.name, id);
        const domain::FieldDescription &field = table.fields[below(table.fields.size())];
        if (field.name == table.keyField)
            return {};
        return domain::setting(projet, {table.name, id, field.name}, value(projet, field));
    }

    size_t below(size_t bound) { return std::uniform_int_distribution<size_t>(0, bound - 1)(m_random); }

private:
    domain::ChangeList insertion(const domain::Projet &projet, const domain::TableDescription &table)
    {
        const QString key = QStringLiteral("code-%1").arg(below(60));
        const base::Id id = table.keyField.isEmpty() ? randomId() : base::Id::fromKey(table.name + u':' + key);
        std::vector<std::pair<QString, domain::Value>> fields;
        if (!table.keyField.isEmpty())
            fields.emplace_back(table.keyField, key);
        return domain::inserting(projet, table.name, id, fields);
    }

    base::Id randomId() { return base::Id::fromKey(QString::number(m_random()) + QString::number(m_random())); }

    domain::Value value(const domain::Projet &projet, const domain::FieldDescription &field)
    {
        using domain::Kind;
        switch (field.kind) {
        case Kind::Text:
        case Kind::LongText:
            return text();
        case Kind::Flag:
            return below(2) == 1;
        case Kind::Answer:
            return below(3) == 0 ? domain::Value() : domain::Value(below(2) == 1);
        case Kind::Integer:
            return below(4) == 0 ? domain::Value() : domain::Value(static_cast<qint64>(below(100'000)));
        case Kind::Decimal:
            return static_cast<double>(below(1000)) / 8;
        case Kind::Date:
            return below(4) == 0 ? domain::Value()
                                 : domain::Value(QDate(2026, 1, 1).addDays(static_cast<qint64>(below(900))));
        case Kind::Choice:
            return field.choices[below(field.choices.size())].code;
        case Kind::Reference:
        case Kind::References:
            break;
        }
        const auto targets = domain::table(field.target)->ids(projet);
        if (field.kind == Kind::Reference)
            return targets.empty() ? domain::Value() : domain::Value(targets[below(targets.size())]);
        base::IdList list;
        for (const base::Id &id : targets)
            if (below(4) == 0)
                list.push_back(id);
        return list;
    }

    QString text()
    {
        static const QStringList words{QStringLiteral("santé"),     QStringLiteral("l’équipe"),
                                       QStringLiteral("« cœur »"),  QStringLiteral("où\nça"),
                                       QStringLiteral("100 %"),     QStringLiteral("𝒜mi"),
                                       QStringLiteral("d'accès\t"), QStringLiteral("\"; DROP TABLE")};
        QStringList picked;
        for (size_t count = below(8); count > 0; --count)
            picked.push_back(words.at(static_cast<qsizetype>(below(static_cast<size_t>(words.size())))));
        return picked.join(u' ');
    }

    std::mt19937 m_random;
};

// Same facts, to the byte.
inline QByteArray factsOf(const domain::Projet &projet)
{
    return domain::projetToJson(projet, base::Id());
}

} // namespace testing
