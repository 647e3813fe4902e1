#include "imports/column_titles.h"

#include "base/text.h"
#include "reference/data_file.h"

namespace imports
{

using namespace Qt::Literals::StringLiterals;

base::Result<ColumnTitles> ColumnTitles::load(const QString &folder)
{
    ColumnTitles titles;
    const auto read = reference::readDataFile(folder, u"imports-titres.json"_s, [&](const reference::DataEntry &root) {
        root.each("titres", [&](const reference::DataEntry &entry) {
            const QString name = entry.text("table"), field = entry.text("champ");
            const domain::TableDescription *table = domain::table(name);
            if (!table || !table->field(field))
                entry.fault(u"ce n’est pas un champ connu"_s);
            for (const QString &word : entry.texts("mots"))
                titles.m_words[{name, field}] << base::fold(word);
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
