#include "support/random_edits.h"

#include "domain/json.h"

#include <QStringList>

namespace support
{

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr size_t mostRecords = 30; // of one table

} // namespace

QString RandomEdits::text()
{
    static const QStringList words{
        u"accès"_s,     u"« soins »"_s, u"l’œuvre"_s,     u"non programmés"_s, u"\n"_s,    u"\"; DROP TABLE"_s,
        u"d'accès\t"_s, u"où\nça"_s,    u"<b>gras</b>"_s, u"🙂"_s,           u"à"_s,     u"50 %"_s,
        u"'; --"_s,     u"=1+1"_s,      u"Ⓐ\u202F!"_s,    u"e\u0301"_s,        u"équipe"_s};
    QStringList parts;
    for (int count = upTo(6); count >= 0; --count)
        parts << words.at(upTo(static_cast<int>(words.size())));
    return parts.join(u' ');
}

Id RandomEdits::newId()
{
    return Id::fromKey(u"test:%1"_s.arg(m_random()));
}

Id RandomEdits::anyRecord(const Projet &projet, const QString &tableName)
{
    const auto ids = table(tableName)->ids(projet);
    return ids.empty() ? Id() : ids.at(static_cast<size_t>(upTo(static_cast<int>(ids.size()))));
}

Value RandomEdits::value(const Projet &projet, const FieldDescription &field)
{
    switch (field.kind) {
    case Kind::Text:
    case Kind::LongText:
        return upTo(8) == 0 ? QString() : text();
    case Kind::Choice:
        return field.choices.at(static_cast<size_t>(upTo(static_cast<int>(field.choices.size())))).code;
    case Kind::Flag:
        return upTo(2) == 0;
    case Kind::Answer:
        return upTo(3) == 0 ? Value() : Value(upTo(2) == 0);
    case Kind::Integer:
        return upTo(5) == 0 ? Value() : Value(static_cast<qint64>(upTo(2'000'000)) - 1000);
    case Kind::Decimal:
        return upTo(5) == 0 ? Value() : Value(upTo(1000) / 8.0);
    case Kind::Date:
        return upTo(5) == 0 ? Value() : Value(QDate(2020, 1, 1).addDays(upTo(5000)));
    case Kind::Reference: {
        const Id id = anyRecord(projet, field.target);
        return id.isNull() || upTo(5) == 0 ? Value() : Value(id);
    }
    case Kind::References:
        break;
    }
    IdList ids;
    for (int count = upTo(4); count > 0; --count)
        if (const Id id = anyRecord(projet, field.target); !id.isNull())
            ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

ChangeList RandomEdits::setAField(const Projet &projet, const TableDescription &each)
{
    const Id id = each.unique ? Id() : anyRecord(projet, each.name);
    if (!each.unique && id.isNull())
        return {};
    const auto &field = each.fields.at(static_cast<size_t>(upTo(static_cast<int>(each.fields.size()))));
    if (field.name == each.keyField)
        return {};
    return setting(projet, {each.name, id, field.name}, value(projet, field));
}

ChangeList RandomEdits::addARecord(const Projet &projet, const TableDescription &each)
{
    if (each.unique || each.ids(projet).size() >= mostRecords)
        return {};
    const QString key = u"cle-%1"_s.arg(upTo(60));
    const bool keyed = !each.keyField.isEmpty();
    std::vector<std::pair<QString, Value>> fields;
    for (const FieldDescription &field : each.fields)
        fields.emplace_back(field.name, field.name == each.keyField ? Value(key) : value(projet, field));
    return inserting(projet, each.name, keyed ? Id::fromKey(each.name + u':' + key) : newId(), fields);
}

ChangeList RandomEdits::next(const Projet &projet)
{
    for (;;) {
        const auto &each = tables().at(static_cast<size_t>(upTo(static_cast<int>(tables().size()))));
        const int what = upTo(10);
        ChangeList changes = what < 6   ? setAField(projet, each)
                             : what < 9 ? addARecord(projet, each)
                                        : removing(projet, each.name, anyRecord(projet, each.name));
        if (!changes.empty() && !(each.unique && what == 9))
            return changes;
    }
}

Projet RandomEdits::edited(const Projet &projet, int count)
{
    Projet copy = projet;
    for (int done = 0; done < count; ++done)
        if (!applyChanges(copy, next(copy)))
            --done;
    return copy;
}

QByteArray factsOf(const Projet &projet)
{
    return projetToJson(projet, {});
}

} // namespace support
