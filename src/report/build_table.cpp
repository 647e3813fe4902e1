#include "report/build_table.h"

#include "base/typography.h"
#include "domain/effectifs.h"
#include "report/facts.h"
#include "report/trame_blocks.h"
#include "suivi/demarche.h"
#include "suivi/fiches.h"

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
    for (const ColumnSpec &column : columns) {
        row.cells.push_back(headCell(column.title));
        if (column.alignment == Paragraph::Alignment::Right) // figures stand under their title
            row.cells.back().paragraphs.front().alignment = column.alignment;
    }
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
    table.caption = base::frenchTypography(spec.title);
    table.description = base::frenchTypography(spec.description);
    for (const ColumnSpec &column : spec.columns)
        table.columns.push_back(column.width);
    return table;
}

// The order of their dates; those without one last, and those of one day as they were.
std::vector<base::Id> byDate(const BuildContext &context, const domain::TableDescription &table,
                             std::vector<base::Id> ids)
{
    const auto day = [&](const base::Id &id) {
        const auto value = domain::valueAt(context.projet, heldAt(context, {table.name, id, u"date"_s}));
        const QDate *date = value ? std::get_if<QDate>(&*value) : nullptr;
        return date && date->isValid() ? *date : QDate(9999, 12, 31);
    };
    std::stable_sort(ids.begin(), ids.end(), [&day](const base::Id &a, const base::Id &b) { return day(a) < day(b); });
    return ids;
}

// The records of the group of a row, as the user ranged them; what has a date, by date.
std::vector<base::Id> groupOf(const BuildContext &context, const domain::TableDescription &table, const QString &group,
                              const QString &key)
{
    std::vector<base::Id> ids;
    for (const base::Id &id : table.ids(context.projet))
        if (domain::valueAt(context.projet, {table.name, id, group}) == domain::Value(key))
            ids.push_back(id);
    std::vector<base::Id> inOrder = ranged(context, table, std::move(ids));
    return table.field(u"date"_s) ? byDate(context, table, std::move(inOrder)) : inOrder;
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

// Where one record ends and the next begins: what has no date of its own would read as part of the one above.
void markItem(Rendered &record)
{
    if (!record.paragraphs.empty() && record.paragraphs.front().listLevel == 0)
        record.paragraphs.front().listLevel = 1;
}

// All the records of the row's group in one cell, each in its own paragraphs.
Cell groupCell(const BuildContext &context, const ColumnSpec &column, const FixedTableSpec &spec, const FixedRow &row)
{
    const domain::TableDescription *table = domain::table(spec.table);
    Rendered all;
    const auto ids = context.filled() ? groupOf(context, *table, spec.group, row.key) : std::vector<base::Id>();
    for (const base::Id &id : ids) {
        Rendered record = render(context, column.pieces, {table, id, &row}, Paragraph::Role::TableCell, false);
        if (ids.size() > 1)
            markItem(record);
        append(all, std::move(record));
    }
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

bool hasRecords(const BuildContext &context, const FixedTableSpec &spec, const FixedRow &row)
{
    return !groupOf(context, *domain::table(spec.table), spec.group, row.key).empty();
}

bool isBlank(const Row &row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](const Cell &cell) {
        return std::all_of(cell.paragraphs.begin(), cell.paragraphs.end(), [](const Paragraph &paragraph) {
            return std::all_of(paragraph.runs.begin(), paragraph.runs.end(),
                               [](const Run &run) { return run.text.trimmed().isEmpty(); });
        });
    });
}

// In a table of ours, a record just added and not written yet is no line of the document.
void addRecord(const BuildContext &context, const CollectionTableSpec &spec, const base::Id &id, Table &table)
{
    Row row = recordRow(context, spec, id);
    if (!spec.optional || !isBlank(row))
        table.rows.push_back(std::move(row));
}

// Those of the group of the table that are in none of its sections come first, without a title.
void addGroupedRows(const BuildContext &context, const CollectionTableSpec &spec, const std::vector<base::Id> &ids,
                    Table &table)
{
    const QString name = tableOf(spec.collection);
    const auto codeOf = [&](const base::Id &id) {
        const auto value = domain::valueAt(context.projet, {name, id, spec.group});
        const auto *code = value ? std::get_if<QString>(&*value) : nullptr;
        return code ? *code : QString();
    };
    const auto titled = [&spec](const QString &code) {
        return std::any_of(spec.groups.begin(), spec.groups.end(),
                           [&code](const GroupSpec &group) { return group.key == code; });
    };
    for (const base::Id &id : ids)
        if (!titled(codeOf(id)))
            addRecord(context, spec, id, table);
    for (const GroupSpec &group : spec.groups) {
        bool begun = false;
        for (const base::Id &id : ids) {
            if (codeOf(id) != group.key)
                continue;
            if (!begun)
                table.rows.push_back(sectionRow(group.title, spec.columns.size()));
            begun = true;
            addRecord(context, spec, id, table);
        }
    }
}

// The instruction stands under what it explains: in the answer's cell it would take the room to write, and without an
// answer the reader would take it for one.
Cell labelCell(const BuildContext &context, const KeyValueRow &line)
{
    Cell cell = headCell(line.label);
    for (const QString &item : line.items) {
        Paragraph paragraph = cell.paragraphs.front();
        paragraph.listLevel = 1;
        paragraph.runs = {words(item)};
        cell.paragraphs.push_back(std::move(paragraph));
    }
    if (line.instruction.isEmpty() || context.content != Content::BlankWithGuidance)
        return cell;
    Paragraph instruction;
    instruction.role = Paragraph::Role::Note;
    instruction.runs.push_back(words(line.instruction));
    instruction.runs.back().italic = true;
    cell.paragraphs.push_back(std::move(instruction));
    return cell;
}

Cell answerCell(const BuildContext &context, const KeyValueRow &line, const RecordScope &scope)
{
    Rendered rendered = render(context, line.pieces, scope, Paragraph::Role::TableCell, false);
    return cellOf(std::move(rendered), context.filled(), line.optional);
}

std::vector<base::Id> allOf(const BuildContext &context, Collection collection)
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
    case Collection::Besoins:
    case Collection::Indicateurs:
    case Collection::Acteurs:
    case Collection::Instances:
    case Collection::Outils:
    case Collection::Contacts:
    case Collection::Missions:
    case Collection::Effectifs:
    case Collection::Protocoles:
    case Collection::IndicateursActions:
    case Collection::Postes:
    case Collection::Prestations: {
        const domain::TableDescription *table = domain::table(tableOf(collection));
        return recordsOf(context, *table);
    }
    case Collection::Membres:
        for (const auto &[id, personne] : domain::membres(projet))
            ids.push_back(id);
        break;
    case Collection::Fiches:
        for (const auto &[id, fiche] : suivi::fichesNumerotees(projet, context.reference.missions()))
            ids.push_back(id);
        break;
    case Collection::Echeances:
    case Collection::Reunions:
    case Collection::Mobilisations: {
        const domain::TableDescription *table = domain::table(tableOf(collection));
        ids = byDate(context, *table, recordsOf(context, *table));
        if (collection == Collection::Echeances)
            std::erase_if(ids,
                          [&](const base::Id &id) { return suivi::noteeSeulement(projet, context.reference, id); });
        break;
    }
    }
    return ids;
}

} // namespace

std::vector<base::Id> recordsOf(const BuildContext &context, Collection collection, const Filter &filter)
{
    std::vector<base::Id> ids = allOf(context, collection);
    const domain::TableDescription *table = domain::table(tableOf(collection));
    std::erase_if(ids, [&](const base::Id &id) { return !passes(context, filter, *table, id); });
    return ids;
}

Table buildTable(const BuildContext &context, const CollectionTableSpec &spec)
{
    Table table = emptyTable(spec);
    const auto ids = context.filled() ? recordsOf(context, spec.collection, spec.filter) : std::vector<base::Id>();
    if (spec.optional && ids.empty())
        return table;
    table.rows.push_back(headRow(spec.columns));
    if (!context.filled()) {
        for (int i = 0; i < spec.blankRows; ++i)
            table.rows.push_back(recordRow(context, spec, {}));
        return table;
    }
    addGroupedRows(context, spec, ids, table);
    if (spec.optional && table.rows.size() == 1)
        table.rows.clear();
    else if (table.rows.size() == 1) // nothing yet: one row that says so and leads to the form
        table.rows.push_back(recordRow(context, spec, {}));
    return table;
}

Table buildTable(const BuildContext &context, const FixedTableSpec &spec)
{
    Table table = emptyTable(spec);
    table.rowHeaders = true;
    for (const FixedRow &row : spec.rows)
        if (!spec.optional || (context.filled() && hasRecords(context, spec, row)))
            table.rows.push_back(fixedRow(context, spec, row));
    if (spec.header && !table.rows.empty())
        table.rows.insert(table.rows.begin(), headRow(spec.columns));
    return table;
}

Table buildTable(const BuildContext &context, const KeyValueSpec &spec, const RecordScope &scope)
{
    Table table;
    table.description = base::frenchTypography(spec.description);
    table.columns = spec.widths;
    table.rowHeaders = true;
    for (const KeyValueRow &line : spec.rows) {
        Row row;
        row.cells.push_back(labelCell(context, line));
        row.cells.push_back(answerCell(context, line, scope));
        if (!context.filled())
            for (Cell &cell : row.cells) {
                cell.minimumHeight = context.content == Content::Blank ? line.blankHeight : line.guidedHeight;
                cell.field.clear();
            }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace report
