#include "imports/column_titles.h"

#include "base/text.h"
#include "reference/data_file.h"

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const domain::FieldDescription *fieldOf(const reference::DataEntry &entry)
{
    const domain::TableDescription *table = domain::table(entry.text("table"));
    const domain::FieldDescription *field = table ? table->field(entry.text("champ")) : nullptr;
    if (!field)
        entry.fault(u"ce n’est pas un champ connu"_s);
    return field;
}

} // namespace

base::Result<ColumnTitles> ColumnTitles::load(const QString &folder)
{
    ColumnTitles titles;
    const auto read = reference::readDataFile(folder, u"imports-titres.json"_s, [&](const reference::DataEntry &root) {
        root.each("titres", [&](const reference::DataEntry &entry) {
            if (!fieldOf(entry))
                return;
            const QString after = entry.optionalText("suivi_de");
            if (!after.isEmpty() && after != "annee"_L1)
                entry.fault(u"« suivi_de » vaut « annee » ou n’est pas là"_s);
            const QString year = after.isEmpty() ? QString() : u"(?: 20\\d\\d)?"_s;
            for (const QString &word : entry.texts("mots"))
                titles.m_words[{entry.text("table"), entry.text("champ")}] << base::fold(word) + year;
        });
        root.each("choix", [&](const reference::DataEntry &entry) {
            const domain::FieldDescription *field = fieldOf(entry);
            QStringList codes;
            for (const domain::Choice &choice : field ? field->choices : std::vector<domain::Choice>())
                codes << choice.code;
            const QString code = entry.choice("code", codes);
            for (const QString &word : entry.texts("mots"))
                titles.m_choices[{entry.text("table"), entry.text("champ")}][base::fold(word)] = code;
        });
    });
    if (!read)
        return read.error();
    return titles;
}

// In the form of a whole title: « poste » alone, never inside « Poste informatique », which is no title.
void ColumnTitles::addTo(BlockList &list) const
{
    for (BlockField &field : list.fields) {
        if (const auto choices = m_choices.find({list.table, field.name}); choices != m_choices.end() && !field.known)
            field.known = [words = choices->second](const QString &cell) {
                const auto found = words.find(base::fold(cell));
                return found == words.end() ? QString() : found->second;
            };
        const auto known = m_words.find({list.table, field.name});
        if (known == m_words.end())
            continue;
        QStringList forms = known->second;
        if (!field.pattern.isEmpty())
            forms.prepend(field.pattern);
        field.pattern = forms.join(u'|');
    }
}

} // namespace imports
