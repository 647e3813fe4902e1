// A project with something in every table, and its file.
#pragma once

#include "store/container.h"
#include "support/catch.h"

namespace testing
{

using namespace Qt::Literals::StringLiterals;

inline void fillRecord(const domain::TableDescription &table, void *record, const QString &key,
                       const domain::Projet &projet)
{
    using domain::Kind;
    for (const domain::FieldDescription &field : table.fields) {
        domain::Value value;
        if (field.name == table.keyField)
            value = key;
        else if (field.kind == Kind::Text || field.kind == Kind::LongText)
            value = u"« %1 » de %2, l’été\nà 100 % — œ 𝒜"_s.arg(field.name, key);
        else if (field.kind == Kind::Flag || field.kind == Kind::Answer)
            value = true;
        else if (field.kind == Kind::Integer)
            value = qint64(12'345);
        else if (field.kind == Kind::Decimal)
            value = 12.5;
        else if (field.kind == Kind::Date)
            value = QDate(2027, 3, 12);
        else if (field.kind == Kind::Choice)
            value = field.choices.back().code;
        else if (field.kind == Kind::Reference)
            value = domain::table(field.target)->ids(projet).front();
        else
            value = domain::table(field.target)->ids(projet);
        REQUIRE(field.set(record, value));
    }
}

// Deterministic: the same on every run.
inline store::Contents sampleContents()
{
    store::Contents contents;
    contents.project = base::Id::fromKey(u"test:projet"_s);
    contents.publishedBy = u"coordination (poste-1)"_s;
    contents.copy = base::Id::fromKey(u"test:copie"_s);
    contents.publishedAt = QDateTime(QDate(2026, 11, 23), QTime(14, 32), Qt::UTC);
    contents.complete = 62;
    for (const domain::TableDescription &table : domain::tables()) {
        const bool keyed = !table.keyField.isEmpty();
        for (int number = 0; number < (table.unique ? 1 : 3); ++number) {
            const QString key = u"cle-%1"_s.arg(number);
            const base::Id id = table.unique ? base::Id()
                                : keyed      ? base::Id::fromKey(table.name + u':' + key)
                                             : base::Id::fromKey(u"test:%1:%2"_s.arg(table.name).arg(number));
            if (!table.unique)
                REQUIRE(table.insert(contents.projet, id));
            fillRecord(table, table.findForEdit(contents.projet, id), key, contents.projet);
        }
    }
    const domain::ChangeList renamed = domain::setting(contents.projet, {u"structure"_s, {}, u"nom"_s}, u"Après"_s);
    REQUIRE(domain::applyChanges(contents.projet, renamed).ok());
    contents.journal.push_back({1, base::Id::fromKey(u"test:pas"_s).toString(), 1, u"Modifier le nom"_s,
                                contents.publishedAt, renamed, false});
    return contents;
}

inline QByteArray bytesOf(const store::Contents &contents)
{
    auto bytes = store::toBytes(contents);
    REQUIRE(bytes.ok());
    return bytes.value();
}

} // namespace testing
