#include "imports/block_columns.h"

#include "base/text.h"
#include "imports/block_cells.h"
#include "imports/block_values.h"
#include "imports/cell_values.h"

#include <algorithm>
#include <set>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using domain::TableDescription;

namespace
{

constexpr qsizetype mostOfColumn = 30; // cells of a column that was not taken

// The cells of a column that hold something, each once.
QStringList wordsOf(const DelimitedTable &block, size_t column)
{
    QStringList words;
    for (const DelimitedRow &row : block.rows)
        if (const QString cell = row.cells.value(qsizetype(column)).simplified(); !cell.isEmpty())
            words << u"« %1 »"_s.arg(cell);
    words.removeDuplicates();
    return words;
}

bool holdsFigures(const DelimitedTable &block, size_t column)
{
    const auto figures = std::count_if(block.rows.begin(), block.rows.end(), [column](const DelimitedRow &row) {
        return isFigure(row.cells.value(qsizetype(column)));
    });
    return figures * 2 >= qsizetype(block.rows.size());
}

} // namespace

void tellColumns(const DelimitedTable &block, const std::vector<int> &columns, size_t from, bool words,
                 std::vector<Remark> &remarks)
{
    int figures = 0;
    for (size_t column = from; column < columns.size(); ++column) {
        QStringList cells = wordsOf(block, column);
        if (columns[column] >= 0 || cells.isEmpty())
            continue;
        const QString title = block.header.value(qsizetype(column));
        QString sentence = title.isEmpty() ? u"la colonne %1 n’a pas été reprise"_s.arg(column + 1)
                                           : u"la colonne « %1 » n’a pas été reprise"_s.arg(title.left(60));
        figures += title.isEmpty() && holdsFigures(block, column) ? 1 : 0;
        if (const qsizetype more = cells.size() - mostOfColumn; more > 0)
            cells = cells.mid(0, mostOfColumn) << base::frenchCount(more, u"autre"_s, u"autres"_s);
        remarks.push_back({0, words ? sentence + u" : "_s + base::frenchList(cells) : sentence});
    }
    if (words && figures > 1)
        remarks.push_back({0, u"rien ne dit ce que sont ces chiffres : donnez des titres aux colonnes"_s});
}

std::optional<base::Error> strangeTitles(const DelimitedTable &block, const std::vector<int> &columns,
                                         const TableDescription &table, const std::vector<BlockField> &fields)
{
    QStringList unknown;
    qsizetype held = 0;
    for (size_t column = 0; column < columns.size(); ++column) {
        const QString title = block.header.value(qsizetype(column)).simplified();
        if (title.isEmpty() && wordsOf(block, column).isEmpty())
            continue;
        ++held;
        if (columns[column] < 0)
            unknown << (title.isEmpty() ? u"la colonne %1"_s.arg(column + 1) : u"« %1 »"_s.arg(title.left(60)));
    }
    if (block.header.isEmpty() || unknown.size() * 2 <= held)
        return std::nullopt;
    QStringList expected;
    for (const BlockField &field : fields)
        if (!field.titledOnly)
            expected << u"« %1 »"_s.arg(table.field(field.name)->label);
    return base::Error{
        base::ErrorCode::Invalid,
        u"%1 colonnes sur %2 n’ont pas été reconnues, et rien n’a été modifié : %3.\n"
        "Les titres attendus sont %4. Changez les titres dans votre tableau, ou copiez moins de colonnes."_s
            .arg(unknown.size())
            .arg(held)
            .arg(base::frenchList(unknown), base::frenchList(expected)),
        {}};
}

void tellOrder(const DelimitedTable &block, const std::vector<int> &columns, const TableDescription &table,
               const std::vector<BlockField> &fields, std::vector<Remark> &remarks)
{
    constexpr qsizetype longest = 24; // characters of a cell
    QStringList places;
    for (size_t column = 0; column < columns.size(); ++column)
        if (const QStringList cells = wordsOf(block, column); columns[column] >= 0 && !cells.isEmpty()) {
            QString cell = cells.front().sliced(2).chopped(2); // without its quotes
            if (cell.size() > longest)
                cell = cell.left(longest).trimmed() + u'…';
            places << u"« %1 » → %2"_s.arg(cell, table.field(fields[size_t(columns[column])].name)->label);
        }
    if (!block.header.isEmpty() || columns.size() < 2 || places.isEmpty())
        return;
    remarks.push_back({0, u"sans ligne de titres, rangé dans l’ordre : %1. Annulez si c’est faux, et copiez avec les "
                          "titres"_s.arg(places.join(u", "_s))});
}

std::optional<size_t> labelled(const BlockGrid &grid, const QString &label)
{
    for (size_t at = 0; at < grid.rows.size(); ++at)
        if (base::fold(grid.rows[at].label) == base::fold(label))
            return at;
    return grid.rowOf ? grid.rowOf(label) : std::nullopt;
}

bool isName(const BlockField &field)
{
    static const QStringList names{u"intitule"_s, u"nom"_s,       u"enonce"_s,  u"service"_s,
                                   u"prenom"_s,   u"structure"_s, u"fonction"_s};
    return names.contains(field.name);
}

std::optional<base::Error> namelessTitles(const DelimitedTable &block, const std::vector<int> &columns,
                                          const TableDescription &table, const std::vector<BlockField> &fields)
{
    const auto asked = std::find_if(fields.begin(), fields.end(), isName);
    const bool named = std::any_of(columns.begin(), columns.end(),
                                   [&](int column) { return column >= 0 && isName(fields[size_t(column)]); });
    if (block.header.isEmpty() || named || asked == fields.end())
        return std::nullopt;
    return base::Error{
        base::ErrorCode::Invalid,
        u"Aucune colonne n’a le titre « %1 », et rien n’a été modifié. Donnez ce titre à une colonne, puis collez à "
        "nouveau."_s.arg(table.field(asked->name)->label),
        {}};
}

} // namespace imports
