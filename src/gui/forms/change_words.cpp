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

QString textOf(const domain::Projet &projet, const domain::FieldAddress &record, const QString &field)
{
    const auto value = domain::valueAt(projet, {record.table, record.id, field});
    const auto *text = value ? std::get_if<QString>(&*value) : nullptr;
    if (!text)
        return {};
    const bool paragraphs = domain::table(record.table)->field(field)->kind == domain::Kind::LongText;
    return paragraphs ? base::plainLine(*text) : text->simplified();
}

// What a person would call the record: the first of these fields that says something.
QString nameOf(const domain::Projet &projet, const domain::FieldAddress &record)
{
    const QString first = textOf(projet, record, u"prenom"_s);
    for (const QString &field :
         {u"nom"_s, u"intitule"_s, u"enonce"_s, u"service"_s, u"description"_s, u"profession"_s, u"code"_s}) {
        const QString text = textOf(projet, record, field);
        if (!text.isEmpty())
            return first.isEmpty() || field != "nom"_L1 ? text.left(60) : first + u' ' + text;
    }
    return {};
}

constexpr qsizetype longestShown = 200;
constexpr qsizetype shortValue = 60; // always shown, old beside new

QString cutAtWord(const QString &words)
{
    return words.size() <= longestShown ? words : words.left(words.lastIndexOf(u' ', longestShown)) + u'…';
}

QString joined(const std::vector<base::Passage> &passages)
{
    QString words;
    for (const base::Passage &passage : passages)
        words += passage.text;
    return cutAtWord(words);
}

// « 12 000 → 13 100 »; what was empty is only told as it now is. Of a long text only what stands beside a difference:
// its beginning may be the same in both, and where something was only added nothing was replaced.
QString stepWords(const domain::Projet &projet, const domain::Change &change)
{
    const QString after = valueWords(projet, change.at, change.after);
    if (domain::isEmpty(change.before))
        return cutAtWord(after);
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
    const QString name = table->unique ? QString() : nameOf(projet, at);
    return name.isEmpty() ? table->label : u"%1 « %2 »"_s.arg(table->label, name);
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
        lines += (added ? u"Ajouté : "_s : u"Retiré : "_s) + recordWords(after, change.at);
    }
    for (const domain::Change &change : changes) {
        const domain::FieldDescription *field = described(change.at);
        if (change.type != domain::Change::Type::Set || !field || field->name == "rang"_L1 ||
            whole.contains({change.at.table, change.at.id}))
            continue;
        const QString named = naming ? naming(change.at) : QString();
        lines += u"%1 : %2"_s.arg(named.isEmpty() ? recordWords(after, change.at) + u", "_s + field->label : named,
                                  stepWords(after, change));
    }
    return lines;
}

} // namespace gui
