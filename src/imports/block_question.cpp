#include "imports/block_question.h"

#include "imports/block_cells.h"
#include "imports/block_columns.h"

#include <algorithm>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using domain::TableDescription;

namespace
{

constexpr size_t mostShown = 20; // rows

qsizetype widthOf(const DelimitedTable &block)
{
    return block.header.isEmpty() ? block.rows.front().cells.size() : block.header.size();
}

bool saysSomething(const DelimitedTable &block, qsizetype column)
{
    return std::any_of(block.rows.begin(), block.rows.end(),
                       [column](const DelimitedRow &row) { return !row.cells.value(column).isEmpty(); });
}

// Most cells of the first column are two words or more.
bool holdsSeveralWords(const DelimitedTable &block)
{
    const auto several = std::count_if(block.rows.begin(), block.rows.end(), [](const DelimitedRow &row) {
        return row.cells.value(0).simplified().contains(u' ');
    });
    return size_t(several) * 2 > block.rows.size();
}

QString labelOf(const TableDescription &table, const BlockField &field)
{
    return table.field(field.name)->label;
}

// What each column seems to be, once the cells are those that an import would read.
QStringList likelyTitles(DelimitedTable block, const BlockList &list, const domain::Projet &projet)
{
    const TableDescription &table = *domain::table(list.table);
    const qsizetype width = widthOf(block);
    if (list.prepare)
        list.prepare(block, projet);
    const std::vector<int> columns = blockColumns(block, table, list.fields);
    const bool cut = block.header.isEmpty() && widthOf(block) > width; // the first column is two
    QStringList likely;
    for (qsizetype column = 0; column < width; ++column) {
        const int field = columns[size_t(cut ? column + 1 : column)];
        if (column == 0 && cut)
            likely << list.wholeTitle;
        else
            likely << (field < 0 ? QString() : labelOf(table, list.fields[size_t(field)]));
    }
    return likely;
}

bool isNamed(const BlockQuestion &question, const BlockList &list)
{
    return question.names.isEmpty() || question.likely.contains(list.wholeTitle) ||
           std::any_of(question.names.begin(), question.names.end(),
                       [&question](const QString &name) { return question.likely.contains(name); });
}

// Titles that are all known; or one column of what the form asks for first.
bool isClear(const BlockQuestion &question, const DelimitedTable &block, const BlockList &list)
{
    qsizetype filled = 0, unknown = 0;
    for (qsizetype column = isNumbering(block) ? 1 : 0; column < question.likely.size(); ++column)
        if (saysSomething(block, column)) {
            ++filled;
            unknown += question.likely[column].isEmpty() ? 1 : 0;
        }
    if (!block.header.isEmpty())
        return unknown == 0 && isNamed(question, list);
    const auto first =
        std::find_if(list.fields.begin(), list.fields.end(), [](const BlockField &field) { return !field.titledOnly; });
    if (filled != 1 || first == list.fields.end())
        return filled == 0;
    if (!list.wholeTitle.isEmpty())
        return question.likely.front() == list.wholeTitle || !holdsSeveralWords(block);
    return question.likely.contains(labelOf(*domain::table(list.table), *first));
}

} // namespace

base::Result<std::optional<BlockQuestion>> questionOf(const QString &pasted, const BlockList &list,
                                                      const domain::Projet &projet)
{
    const TableDescription &table = *domain::table(list.table);
    auto read = readBlock(pasted, table, list.fields);
    if (!read)
        return read.error();
    DelimitedTable &block = read.value();
    takeLikelyTitles(block);
    if (block.rows.empty())
        return std::optional<BlockQuestion>();
    BlockQuestion question{block.header, {}, {}, likelyTitles(block, list, projet), {}};
    if (isClear(question, block, list))
        return std::optional<BlockQuestion>();
    for (size_t row = 0; row < std::min(mostShown, block.rows.size()); ++row)
        question.rows.push_back(block.rows[row].cells);
    if (!list.wholeTitle.isEmpty()) {
        question.choices << list.wholeTitle;
        if (block.header.isEmpty() && question.likely.size() == 1)
            question.likely.front() = list.wholeTitle;
    }
    for (const BlockField &field : list.fields) {
        if (!question.choices.contains(labelOf(table, field)))
            question.choices << labelOf(table, field);
        if (isName(field))
            question.names << labelOf(table, field);
    }
    if (!list.wholeTitle.isEmpty())
        question.names << list.wholeTitle;
    return std::optional(question);
}

void takeTitles(DelimitedTable &block, const BlockTitles &said)
{
    if (said.firstIsTitle && block.header.isEmpty() && !block.rows.empty()) {
        block.rows.erase(block.rows.begin());
    } else if (!said.firstIsTitle && !block.header.isEmpty()) {
        const int below = block.rows.empty() ? 2 : block.rows.front().line;
        block.rows.insert(block.rows.begin(), {below - 1, block.header});
    }
    block.header = said.titles;
    for (DelimitedRow &row : block.rows)
        for (qsizetype column = 0; column < row.cells.size(); ++column)
            if (said.titles.value(column).isEmpty())
                row.cells[column].clear();
}

} // namespace imports
