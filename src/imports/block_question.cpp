#include "imports/block_question.h"

#include "base/text.h"
#include "imports/block_cells.h"
#include "imports/block_columns.h"
#include "imports/block_values.h"
#include "imports/cell_values.h"

#include <algorithm>
#include <QRegularExpression>

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

// Those that hold something, and that a person said nothing of.
std::vector<qsizetype> columnsAside(const DelimitedTable &block, const BlockTitles &said)
{
    std::vector<qsizetype> aside;
    for (qsizetype column = 0; column < widthOf(block); ++column)
        if (said.titles.value(column).isEmpty() && saysSomething(block, column))
            aside.push_back(column);
    return aside;
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

bool isText(const TableDescription &table, const BlockField &field)
{
    const domain::Kind kind = table.field(field.name)->kind;
    return kind == domain::Kind::Text || kind == domain::Kind::LongText;
}

// A title close to that of a field is no proof: « Objectif » over figures is no « Objectif spécifique ».
void doubtTitles(QStringList &likely, const QStringList &written, const std::vector<int> &columns,
                 const DelimitedTable &block, const BlockList &list)
{
    const TableDescription &table = *domain::table(list.table);
    for (qsizetype column = 0; column < likely.size(); ++column)
        if (const int at = columns[size_t(column)]; at >= 0) {
            const BlockField &field = list.fields[size_t(at)];
            if (!isText(table, field) && saysSomething(block, column) &&
                !isExactTitle(written.value(column), table, field) && !fitsByNature(block, column, table, field))
                likely[column].clear();
        }
}

// Without titles only what a column holds says what it is, and the first words are the name; the place says nothing.
void doubtPlaces(QStringList &likely, const std::vector<int> &columns, const DelimitedTable &block,
                 const BlockList &list)
{
    const TableDescription &table = *domain::table(list.table);
    bool named = !list.wholeTitle.isEmpty(); // « Nom », « Prénom »: either may be first
    for (qsizetype column = 0; column < likely.size(); ++column) {
        const int at = columns[size_t(column)];
        if (at < 0)
            continue;
        const BlockField &field = list.fields[size_t(at)];
        const bool first = !named && isText(table, field);
        named = named || first;
        if (!first && !fitsByNature(block, column, table, field) && field.name != "email"_L1 &&
            field.name != "telephone"_L1)
            likely[column].clear();
    }
}

// « VASSEUR » beside « Jeanne ».
void takeCapitals(QStringList &likely, const DelimitedTable &block, const BlockList &list)
{
    const TableDescription &table = *domain::table(list.table);
    const auto capitals = [&block](qsizetype column) {
        const auto upper = std::count_if(block.rows.begin(), block.rows.end(), [column](const DelimitedRow &row) {
            const QString cell = row.cells.value(column);
            return cell.size() > 1 && cell == cell.toUpper() && cell != cell.toLower();
        });
        return size_t(upper) * 2 > block.rows.size();
    };
    if (likely.size() < 2 || !likely[0].isEmpty() || !likely[1].isEmpty() || capitals(0) == capitals(1))
        return;
    likely[capitals(0) ? 0 : 1] = table.field(u"nom"_s)->label;
    likely[capitals(0) ? 1 : 0] = table.field(u"prenom"_s)->label;
}

// What each column seems to be, once the cells are those that an import would read.
QStringList likelyTitles(DelimitedTable block, const BlockList &list, const domain::Projet &projet)
{
    const TableDescription &table = *domain::table(list.table);
    const qsizetype width = widthOf(block);
    const QStringList written = block.header;
    const DelimitedTable before = block;
    if (list.prepare)
        list.prepare(block, projet);
    std::vector<int> columns = blockColumns(block, table, list.fields);
    const bool cut = written.isEmpty() && widthOf(block) > width; // the first column is two
    if (cut)
        columns.erase(columns.begin());
    QStringList likely;
    for (qsizetype column = 0; column < width; ++column) {
        const int field = columns[size_t(column)];
        likely << (field < 0 ? QString() : labelOf(table, list.fields[size_t(field)]));
    }
    if (!written.isEmpty()) {
        doubtTitles(likely, written, columns, before, list);
        return likely;
    }
    doubtPlaces(likely, columns, before, list);
    if (cut)
        likely.front() = list.wholeTitle;
    else if (!list.wholeTitle.isEmpty())
        takeCapitals(likely, before, list);
    return likely;
}

// Words over a column of figures, or over one of which half at least are days, mails or telephones.
bool standsOverOthers(const DelimitedTable &block)
{
    const QStringList &first = block.rows.front().cells;
    for (qsizetype column = 0; column < first.size(); ++column) {
        const ColumnBelow below = belowFirst(block, column);
        if (!first[column].isEmpty() && below.filled > 0 &&
            (below.figures == below.filled || below.others * 2 >= below.filled))
            return true;
    }
    return false;
}

// Short words over longer rows or over figures: titles perhaps, which nobody knows.
bool mayBeTitles(const DelimitedTable &block, const BlockList &list)
{
    constexpr qsizetype longest = 30;
    if (!block.header.isEmpty() || block.rows.size() < 2)
        return false;
    QStringList words = block.rows.front().cells;
    words.removeAll(QString());
    const qsizetype filled = words.size();
    words.removeDuplicates();
    const bool shortWords = std::all_of(words.begin(), words.end(), [](const QString &cell) {
        return cell.size() <= longest && std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    });
    const bool says = std::any_of(words.begin(), words.end(), [&list](const QString &cell) {
        return cell.contains(u'@') || std::any_of(list.fields.begin(), list.fields.end(), [&cell](const auto &field) {
                   return field.name != "nom"_L1 && field.name != "prenom"_L1 && field.known &&
                          !field.known(cell).isEmpty(); // « infirmière »
               });
    });
    if (words.size() != filled || filled < 2 || !shortWords || says)
        return false;
    const qsizetype size = words.join(QString()).size();
    const auto longer = std::count_if(block.rows.begin() + 1, block.rows.end(), [size](const DelimitedRow &row) {
        return row.cells.join(QString()).size() > size;
    });
    return size_t(longer) == block.rows.size() - 1 || standsOverOthers(block);
}

void takeTitlesAsFirst(DelimitedTable &block)
{
    const int below = block.rows.empty() ? 2 : block.rows.front().line;
    block.rows.insert(block.rows.begin(), {below - 1, block.header});
    block.header.clear();
}

// What each column seems to be when the first row is titles and was read as a record, or the contrary.
QStringList otherwiseTitles(DelimitedTable block, const BlockList &list, const domain::Projet &projet)
{
    if (block.header.isEmpty())
        takeFirstAsTitles(block);
    else
        takeTitlesAsFirst(block);
    return likelyTitles(std::move(block), list, projet);
}

// Pages of a text, of which each line would be a record.
bool isLongText(const DelimitedTable &block)
{
    constexpr size_t most = 40; // rows of one column
    return block.rows.size() > most || std::any_of(block.rows.begin(), block.rows.end(), [](const DelimitedRow &row) {
               constexpr qsizetype longest = 400;
               return row.cells.join(QString()).size() > longest;
           });
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
        return unknown == 0;
    const auto first =
        std::find_if(list.fields.begin(), list.fields.end(), [](const BlockField &field) { return !field.titledOnly; });
    if (filled != 1 || first == list.fields.end() || isLongText(block))
        return filled == 0;
    if (!list.wholeTitle.isEmpty())
        return question.likely.front() == list.wholeTitle || !holdsSeveralWords(block);
    return question.likely.contains(labelOf(*domain::table(list.table), *first));
}

// Most rows begin with a label of the table; the titles above them are no row.
bool namesRows(const DelimitedTable &block, const BlockGrid &grid)
{
    if (block.rows.empty() || block.rows.front().cells.size() < 2)
        return false;
    size_t labels = 0, known = 0;
    for (const DelimitedRow &row : block.rows) {
        const QString label = row.cells.front();
        if (label.isEmpty() || isTotalWord(label))
            continue;
        ++labels;
        known += labelled(grid, label) ? 1 : 0;
    }
    return known > 0 && known * 2 > labels;
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
    settleTitles(block, list);
    if (block.rows.empty())
        return std::optional<BlockQuestion>();
    BlockQuestion question{block.header, {}, {}, likelyTitles(block, list, projet), {}, {}, false};
    if (isClear(question, block, list))
        return std::optional<BlockQuestion>();
    if (mayBeTitles(block, list)) {
        takeFirstAsTitles(block);
        question.titles = block.header;
        question.otherwise = question.likely;
        question.likely = likelyTitles(block, list, projet);
    } else if (!block.header.isEmpty() || block.rows.size() > 1) {
        question.otherwise = otherwiseTitles(block, list, projet);
    }
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

base::Result<std::optional<BlockQuestion>> questionOf(const QString &pasted, const BlockGrid &grid)
{
    const TableDescription &table = *domain::table(grid.table);
    auto read = readBlock(pasted, table, grid.columns, grid.labelTitle);
    if (!read)
        return read.error();
    DelimitedTable &block = read.value();
    takeGridTitles(block, grid);
    if (!namesRows(block, grid))
        return std::optional<BlockQuestion>();
    const qsizetype width = widthOf(block);
    std::vector<int> columns(size_t(width), -1);
    if (!block.header.isEmpty())
        columns = blockColumns(block, table, grid.columns);
    BlockQuestion question{block.header, {}, {grid.labelTitle}, {grid.labelTitle}, {}, {}, true};
    qsizetype unknown = 0;
    for (qsizetype column = 1; column < width; ++column) {
        const int field = columns[size_t(column)];
        question.likely << (field < 0 ? QString() : grid.columns[size_t(field)].titles.value(0));
        unknown += field < 0 && saysSomething(block, column) ? 1 : 0;
    }
    if (unknown == 0 || (block.header.isEmpty() && width == 2)) // one column of figures: where the keyboard is
        return std::optional<BlockQuestion>();
    for (const BlockField &field : grid.columns)
        question.choices << field.titles.value(0);
    for (size_t row = 0; row < std::min(mostShown, block.rows.size()); ++row)
        question.rows.push_back(block.rows[row].cells);
    return std::optional(question);
}

bool isMeantFor(const QString &pasted, const BlockGrid &grid)
{
    auto block = readBlock(pasted, *domain::table(grid.table), grid.columns, grid.labelTitle);
    if (!block)
        return false;
    takeGridTitles(block.value(), grid);
    return namesRows(block.value(), grid);
}

void takeGridTitles(DelimitedTable &block, const BlockGrid &grid)
{
    if (!block.header.isEmpty() || block.rows.size() < 2 || block.rows.front().cells.size() < 2)
        return;
    const QStringList &first = block.rows.front().cells;
    const bool words = std::none_of(first.begin(), first.end(), [](const QString &cell) { return isFigure(cell); });
    if (words && !labelled(grid, first.front()))
        takeFirstAsTitles(block);
}

void settleTitles(DelimitedTable &block, const BlockList &list)
{
    takeLikelyTitles(block);
    if (!block.header.isEmpty() || block.rows.size() < 3 || block.rows.front().cells.size() < 2)
        return;
    QStringList words = block.rows.front().cells;
    words.removeAll(QString());
    DelimitedTable below = block;
    below.rows.erase(below.rows.begin());
    takeLikelyTitles(below);
    if (words.size() == 1 && (!below.header.isEmpty() || mayBeTitles(below, list))) {
        tellBanner(below, block.rows.front());
        block = std::move(below);
    }
}

void tellYears(DelimitedTable &block, const BlockList &list, const std::optional<BlockTitles> &said)
{
    static const QRegularExpression year(u"\\b20\\d\\d\\b"_s);
    const std::vector<int> columns = blockColumns(block, *domain::table(list.table), list.fields);
    for (qsizetype column = 0; column < block.header.size(); ++column) {
        const QString title = block.header[column].simplified();
        const bool read = said ? !said->titles.value(column).isEmpty() : columns[size_t(column)] >= 0;
        if (read && year.match(title).hasMatch())
            block.remarks.push_back({0, u"l’année du titre « %1 » n’est pas reprise"_s.arg(title.left(60))});
    }
}

bool leavesAside(const DelimitedTable &block, const BlockTitles &said)
{
    return !columnsAside(block, said).empty();
}

void takeTitles(DelimitedTable &block, const BlockTitles &said)
{
    QStringList left;
    for (const qsizetype column : columnsAside(block, said))
        left << (said.firstIsTitle && !block.header.value(column).isEmpty()
                     ? u"« %1 »"_s.arg(block.header[column].simplified().left(60))
                     : QString::number(column + 1));
    if (!left.isEmpty())
        block.remarks.push_back(
            {0, (left.size() > 1 ? u"colonnes laissées de côté : "_s : u"colonne laissée de côté : "_s) +
                    base::frenchList(left)});
    if (said.firstIsTitle && block.header.isEmpty() && !block.rows.empty())
        takeFirstAsTitles(block);
    else if (!said.firstIsTitle && !block.header.isEmpty())
        takeTitlesAsFirst(block);
    block.header = said.titles;
    for (DelimitedRow &row : block.rows)
        for (qsizetype column = 0; column < row.cells.size(); ++column)
            if (said.titles.value(column).isEmpty())
                row.cells[column].clear();
}

} // namespace imports
