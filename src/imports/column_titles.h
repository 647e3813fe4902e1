// What people write in their own tables, beside the words that the program shows: titles above the columns, and choices
// in the cells. imports-titres.json.
#pragma once

#include "imports/block.h"

#include <map>

namespace imports
{

class ColumnTitles
{
public:
    static base::Result<ColumnTitles> load(const QString &folder);

    // A field of the list is filled under any of its titles, besides those it has, and a choice by any of its words.
    void addTo(BlockList &list) const;

private:
    ColumnTitles() = default;
    using Field = std::pair<QString, QString>;             // table and field
    std::map<Field, QStringList> m_words;                  // folded titles, as forms
    std::map<Field, std::map<QString, QString>> m_choices; // folded word -> code
};

} // namespace imports
