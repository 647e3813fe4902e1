#include "gui/forms/change_words.h"

#include "base/rich_text.h"
#include "base/text.h"
#include "base/text_compare.h"
#include "models/cell_value.h"

#include <algorithm>
#include <set>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype longestName = 60;

QString cutAtWord(const QString &words, qsizetype longest)
{
    return words.size() <= longest ? words : words.left(words.lastIndexOf(u' ', longest)) + u'…';
}

QString textOf(const domain::FieldAddress &at, const domain::Value &value)
{
    const auto *date = std::get_if<QDate>(&value);
    if (date && date->isValid())
        return base::frenchLongDate(*date);
    const auto *text = std::get_if<QString>(&value);
    if (!text)
        return {};
    const bool paragraphs = domain::table(at.table)->field(at.field)->kind == domain::Kind::LongText;
    return paragraphs ? base::plainLine(*text) : text->simplified();
}

// What a person would call a record: the first of these fields that says something.
QString nameOf(const std::function<QString(const QString &field)> &textOfField)
{
    const QString first = textOfField(u"prenom"_s);
    for (const QString &field :
         {u"nom"_s, u"intitule"_s, u"enonce"_s, u"service"_s, u"description"_s, u"profession"_s, u"fonction"_s,
          u"theme"_s, u"objet"_s, u"financeur"_s, u"type"_s, u"date"_s, u"code"_s}) {
        const QString text = textOfField(field);
        if (!text.isEmpty())
            return cutAtWord(first.isEmpty() || field != "nom"_L1 ? text : first + u' ' + text, longestName);
    }
    return {};
}

QString nameOf(const domain::Projet &projet, const domain::FieldAddress &record)
{
    return nameOf([&](const QString &field) {
        const domain::FieldAddress at{record.table, record.id, field};
        const auto value = domain::valueAt(projet, at);
        return value ? textOf(at, *value) : QString();
    });
}

// Of one that the changes remove: what its fields held before.
QString nameBefore(const domain::ChangeList &changes, const domain::FieldAddress &record)
{
    return nameOf([&](const QString &field) {
        const domain::FieldAddress at{record.table, record.id, field};
        const auto emptied =
            std::find_if(changes.begin(), changes.end(), [&at](const domain::Change &each) { return each.at == at; });
        return emptied != changes.end() ? textOf(at, emptied->before) : QString();
    });
}

QString recordCalled(const QString &table, const QString &name)
{
    const QString label = domain::table(table)->label;
    return name.isEmpty() ? label : u"%1 « %2 »"_s.arg(label, name);
}

constexpr qsizetype longestShown = 200;
constexpr qsizetype shortValue = 60; // always shown, old beside new

QString joined(const std::vector<base::Passage> &passages)
{
    QString words;
    for (const base::Passage &passage : passages)
        words += passage.text;
    return cutAtWord(words, longestShown);
}

// « 12 000 → 13 100 »; what was empty is only told as it now is. Of a long text only what stands beside a difference:
// its beginning may be the same in both, and where something was only added nothing was replaced.
QString stepWords(const domain::Projet &projet, const domain::Change &change)
{
    const QString after = valueWords(projet, change.at, change.after);
    if (domain::isEmpty(change.before))
        return cutAtWord(after, longestShown);
    const QString before = valueWords(projet, change.at, change.before);
    const std::vector<base::Passage> old = base::differences(before, after);
    const bool added = before.size() > shortValue &&
                       std::all_of(old.begin(), old.end(), [](const base::Passage &each) { return each.common; });
    return (added ? QString() : joined(old) + u" → "_s) + joined(base::differences(after, before));
}

const domain::FieldDescription *described(const domain::FieldAddress &at)
{
    const domain::TableDescription *table = domain::table(at.table);
    return table ? table->field(at.field) : nullptr;
}

} // namespace

QString recordWords(const domain::Projet &projet, const domain::FieldAddress &at)
{
    const domain::TableDescription *table = domain::table(at.table);
    if (!table)
        return {};
    return recordCalled(at.table, table->unique ? QString() : nameOf(projet, at));
}

QString fieldWords(const domain::FieldAddress &at)
{
    const domain::FieldDescription *field = described(at);
    return field ? field->label : QString();
}

QString valueWords(const domain::Projet &projet, const domain::FieldAddress &at, const domain::Value &value)
{
    const domain::FieldDescription *field = described(at);
    if (!field || domain::isEmpty(value))
        return u"(vide)"_s;
    QStringList named;
    if (const auto *id = std::get_if<domain::Id>(&value))
        named += nameOf(projet, {field->target, *id, {}});
    if (const auto *ids = std::get_if<domain::IdList>(&value))
        for (const domain::Id &each : *ids)
            named += nameOf(projet, {field->target, each, {}});
    return named.isEmpty() ? models::cellText(*field, value) : base::frenchList(named);
}

QString questionWords(const domain::Projet &projet, const domain::FieldAddress &at, const FieldNaming &naming)
{
    // Of a record as a whole: which one, not only where such records are.
    if (const QString named = naming && !at.field.isEmpty() ? naming(at) : QString(); !named.isEmpty())
        return named;
    const QString field = fieldWords(at);
    return recordWords(projet, at) + (field.isEmpty() ? QString() : u" : "_s + field);
}

QStringList changeLines(const domain::Projet &after, const domain::ChangeList &changes, const FieldNaming &naming)
{
    std::set<std::pair<QString, domain::Id>> whole; // records told once, as a whole
    QStringList lines;
    for (const domain::Change &change : changes) {
        if (change.type == domain::Change::Type::Set)
            continue;
        whole.emplace(change.at.table, change.at.id);
        const bool added = change.type == domain::Change::Type::Insert;
        lines += added ? u"Ajouté : "_s + recordWords(after, change.at)
                       : u"Retiré : "_s + recordCalled(change.at.table, nameBefore(changes, change.at));
    }
    QStringList ranged; // tables, each told once
    for (const domain::Change &change : changes) {
        const domain::FieldDescription *field = described(change.at);
        if (change.type != domain::Change::Type::Set || !field || whole.contains({change.at.table, change.at.id}))
            continue;
        if (field->name == "rang"_L1) {
            ranged << u"Autre ordre de la liste : %1"_s.arg(domain::table(change.at.table)->label);
            continue;
        }
        const QString named = naming ? naming(change.at) : QString();
        lines += u"%1 : %2"_s.arg(named.isEmpty() ? recordWords(after, change.at) + u", "_s + field->label : named,
                                  stepWords(after, change));
    }
    ranged.removeDuplicates();
    return lines + ranged;
}

} // namespace gui
