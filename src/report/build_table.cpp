#include "report/build_table.h"

#include "base/typography.h"
#include "report/trame_blocks.h"

#include <algorithm>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Cell headCell(const QString &title)
{
    Cell cell;
    cell.header = true;
    Paragraph paragraph;
    paragraph.role = Paragraph::Role::TableHead;
    paragraph.runs.push_back(words(title));
    cell.paragraphs.push_back(std::move(paragraph));
    return cell;
}

Row headRow(const std::vector<ColumnSpec> &columns)
{
    Row row;
    row.role = Row::Role::Header;
    for (const ColumnSpec &column : columns)
        row.cells.push_back(headCell(column.title));
    return row;
}

Row sectionRow(const QString &title, size_t columns)
{
    Row row;
    row.role = Row::Role::Section;
    row.cells.push_back(headCell(title));
    row.cells.back().span = static_cast<int>(columns);
    return row;
}

Cell cellOf(Rendered rendered, bool filled, bool optional)
{
    Cell cell;
    cell.missing = filled && rendered.bound && !rendered.answered && !optional;
    cell.field = rendered.field;
    cell.paragraphs = std::move(rendered.paragraphs);
    return cell;
}

Cell columnCell(const BuildContext &context, const ColumnSpec &column, const RecordScope &scope, bool optional)
{
    Rendered rendered = render(context, column.pieces, scope, Paragraph::Role::TableCell, false);
    for (Paragraph &paragraph : rendered.paragraphs)
        paragraph.alignment = column.alignment;
    return cellOf(std::move(rendered), context.filled(), optional || column.optional);
}

Row recordRow(const BuildContext &context, const CollectionTableSpec &spec, const base::Id &id)
{
    const RecordScope scope{domain::table(tableOf(spec.collection)), id, nullptr};
    Row row;
    for (const ColumnSpec &column : spec.columns)
        row.cells.push_back(columnCell(context, column, scope, false));
    if (!context.filled())
        for (Cell &cell : row.cells) {
            cell.minimumHeight = spec.blankHeight;
            cell.field.clear();
        }
    return row;
}

template <class Spec>
Table emptyTable(const Spec &spec)
{
    Table table;
    table.description = base::frenchTypography(spec.description);
    for (const ColumnSpec &column : spec.columns)
        table.columns.push_back(column.width);
    return table;
}

// The records of the group of a row, as the user ranged them.
std::vector<base::Id> groupOf(const BuildContext &context, const domain::TableDescription &table, const QString &group,
                              const QString &key)
{
    std::vector<std::pair<QString, base::Id>> found;
    for (const base::Id &id : table.ids(context.projet)) {
        const auto value = domain::valueAt(context.projet, {table.name, id, group});
        if (value != domain::Value(key))
            continue;
        const auto rank = table.ordered ? domain::valueAt(context.projet, {table.name, id, u"rang"_s}) : std::nullopt;
        const auto *text = rank ? std::get_if<QString>(&*rank) : nullptr;
        found.emplace_back(text ? *text : QString(), id);
    }
    std::sort(found.begin(), found.end());
    std::vector<base::Id> ids;
    for (const auto &[rank, id] : found)
        ids.push_back(id);
    return ids;
}

void append(Rendered &to, Rendered &&more)
{
    to.paragraphs.insert(to.paragraphs.end(), std::make_move_iterator(more.paragraphs.begin()),
                         std::make_move_iterator(more.paragraphs.end()));
    to.bound = to.bound || more.bound;
    to.answered = to.answered || more.answered;
    if (to.field.isEmpty())
        to.field = more.field;
}

bool showsRecords(const ColumnSpec &column)
{
    return std::any_of(column.pieces.begin(), column.pieces.end(),
                       [](const Piece &piece) { return !piece.field.isEmpty(); });
}

// All the records of the row's group in one cell, each in its own paragraphs.
Cell groupCell(const BuildContext &context, const ColumnSpec &column, const FixedTableSpec &spec, const FixedRow &row)
{
    const domain::TableDescription *table = domain::table(spec.table);
    Rendered all;
    if (context.filled())
        for (const base::Id &id : groupOf(context, *table, spec.group, row.key))
            append(all, render(context, column.pieces, {table, id, &row}, Paragraph::Role::TableCell, false));
    if (all.paragraphs.empty()) {
        all.paragraphs.emplace_back().role = Paragraph::Role::TableCell;
        all.bound = true;
        all.field = domain::FieldAddress{spec.table, {}, spec.group}.toString();
    }
    return cellOf(std::move(all), context.filled(), row.optional || column.optional);
}

RecordScope scopeOf(const FixedTableSpec &spec, const FixedRow &row)
{
    if (spec.table.isEmpty())
        return {nullptr, {}, &row};
    return {domain::table(spec.table), base::Id::fromKey(spec.table + u':' + row.key), &row};
}

Row fixedRow(const BuildContext &context, const FixedTableSpec &spec, const FixedRow &row)
{
    if (!row.section.isEmpty())
        return sectionRow(row.section, spec.columns.size());
    Row built;
    for (const ColumnSpec &column : spec.columns) {
        const bool label = !column.pieces.empty() && column.pieces.front().type == Piece::Type::RowLabel;
        Cell cell = !spec.group.isEmpty() && showsRecords(column)
                        ? groupCell(context, column, spec, row)
                        : columnCell(context, column, scopeOf(spec, row), row.optional || label);
        cell.header = label;
        cell.minimumHeight = context.filled() ? row.height : std::max(row.height, spec.blankHeight);
        if (!context.filled())
            cell.field.clear();
        built.cells.push_back(std::move(cell));
    }
    return built;
}

} // namespace

std::vector<base::Id> recordsOf(const BuildContext &context, Collection collection)
{
    const domain::Projet &projet = context.projet;
    std::vector<base::Id> ids;
    switch (collection) {
    case Collection::Communes:
        for (const auto &[id, commune] : domain::communesParNom(projet))
            ids.push_back(id);
        break;
    case Collection::EquipeProjet:
        for (const auto &[id, personne] : domain::inOrder(projet.personnes))
            if (personne->equipeProjet || id == projet.identite.porteur)
                ids.push_back(id);
        break;
    case Collection::Partenaires:
        for (const auto &[id, partenaire] : domain::inOrder(projet.partenaires))
            ids.push_back(id);
        break;
    case Collection::Echeances: {
        auto dated = domain::inOrder(projet.echeances);
        std::stable_sort(dated.begin(), dated.end(), [](const auto &a, const auto &b) {
            const QDate never(9999, 12, 31);
            const auto day = [&never](const QDate &date) { return date.isValid() ? date : never; };
            return day(a.second->date) < day(b.second->date);
        });
        for (const auto &[id, echeance] : dated)
            ids.push_back(id);
        break;
    }
    }
    return ids;
}

Table buildTable(const BuildContext &context, const CollectionTableSpec &spec)
{
    Table table = emptyTable(spec);
    table.rows.push_back(headRow(spec.columns));
    if (!context.filled()) {
        for (int i = 0; i < spec.blankRows; ++i)
            table.rows.push_back(recordRow(context, spec, {}));
        return table;
    }
    for (const base::Id &id : recordsOf(context, spec.collection))
        table.rows.push_back(recordRow(context, spec, id));
    if (table.rows.size() == 1) // nothing yet: one row that says so and leads to the form
        table.rows.push_back(recordRow(context, spec, {}));
    return table;
}

Table buildTable(const BuildContext &context, const FixedTableSpec &spec)
{
    Table table = emptyTable(spec);
    table.rowHeaders = true;
    if (spec.header)
        table.rows.push_back(headRow(spec.columns));
    for (const FixedRow &row : spec.rows)
        table.rows.push_back(fixedRow(context, spec, row));
    return table;
}

Table buildTable(const BuildContext &context, const KeyValueSpec &spec)
{
    Table table;
    table.description = base::frenchTypography(spec.description);
    table.columns = spec.widths;
    table.rowHeaders = true;
    for (const KeyValueRow &line : spec.rows) {
        Row row;
        row.cells.push_back(headCell(line.label));
        row.cells.push_back(cellOf(render(context, line.pieces, {}, Paragraph::Role::TableCell, false),
                                   context.filled(), line.optional));
        if (!context.filled())
            for (Cell &cell : row.cells) {
                cell.minimumHeight = 9;
                cell.field.clear();
            }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace report
