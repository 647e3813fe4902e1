// Titles that people write above the columns of their own tables, beside those that the program shows:
// imports-titres.json.
#pragma once

#include "imports/block.h"

#include <map>

namespace imports
{

class ColumnTitles
{
public:
    static base::Result<ColumnTitles> load(const QString &folder);

    // A field of the list is filled under any of its titles, besides those it has.
    void addTo(BlockList &list) const;

private:
    ColumnTitles() = default;
    std::map<std::pair<QString, QString>, QStringList> m_words; // table and field -> folded titles
};

} // namespace imports
