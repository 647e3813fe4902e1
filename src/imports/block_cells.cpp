#include "imports/block_cells.h"
#include "imports/block_values.h"

#include "base/amount.h"
#include "base/mail.h"
#include "base/telephone.h"
#include "base/text.h"
#include "base/written_date.h"
#include "domain/amounts.h"
#include "imports/cell_values.h"
#include "imports/person_names.h"

#include <algorithm>
#include <cmath>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using domain::FieldDescription;
using domain::Kind;
using domain::TableDescription;
using domain::Value;

namespace
{

constexpr QChar noSeparator(0x1F); // in no text
constexpr qsizetype mostRows = 2'000;
constexpr qsizetype longestTitle = 30;

// What may stand above a field: words, or a form of words.
struct Titles {
    QStringList words;
    QRegularExpression form; // invalid or empty: none
};

QStringList foldedTitles(const TableDescription &table, const BlockField &field)
{
    QStringList titles{base::fold(table.field(field.name)->label)};
    for (const QString &title : field.titles)
        titles << base::fold(title);
    titles.removeAll(QString());
    return titles;
}

Titles titlesOf(const TableDescription &table, const BlockField &field)
{
    return {
        foldedTitles(table, field),
        QRegularExpression(field.pattern.isEmpty() ? QString() : QRegularExpression::anchoredPattern(field.pattern))};
}

bool isTitle(const QString &cell, const Titles &titles)
{
    const QString folded = base::fold(cell);
    if (folded.isEmpty()) // that of labels which have none would be every empty cell
        return false;
    const bool formed = !titles.form.pattern().isEmpty() && titles.form.match(folded).hasMatch();
    return formed || titles.words.contains(folded);
}

// "Date de début" above « Début »; a title of one word has at least four letters to be looked for inside another.
bool isLooseTitle(const QString &cell, const Titles &titles)
{
    const QString folded = base::fold(cell);
    if (folded.isEmpty() || std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); }))
        return false;
    return std::any_of(titles.words.begin(), titles.words.end(), [&folded](const QString &title) {
        return (u' ' + folded + u' ').contains(u' ' + title + u' ') ||
               (folded.size() > 3 && (u' ' + title + u' ').contains(u' ' + folded + u' '));
    });
}

// One title for sure in a row of one or two cells, or two; or words of which most hold a title.
bool areTitles(const QStringList &cells, const std::vector<Titles> &titles)
{
    int sure = 0;
    int likely = 0;
    int filled = 0;
    bool digits = false;
    const auto among = [&titles](const QString &cell, const auto &suits) {
        return std::any_of(titles.begin(), titles.end(), [&](const Titles &each) { return suits(cell, each); });
    };
    for (const QString &cell : cells) {
        filled += cell.isEmpty() ? 0 : 1;
        sure += among(cell, isTitle) ? 1 : 0;
        likely += among(cell, isLooseTitle) ? 1 : 0;
        digits = digits || std::any_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    }
    return sure > 1 || (sure == 1 && (filled == 1 || likely == filled)) ||
           (likely > 1 && likely * 2 > filled && !digits);
}

// Above rows that say more, short words of which one is the very name of a field, whatever the others are.
bool areShortTitles(const DelimitedTable &block, const std::vector<Titles> &titles)
{
    QStringList cells = block.rows.front().cells;
    cells.removeAll(QString());
    const auto isShort = [](const QString &cell) {
        return cell.size() <= longestTitle &&
               std::none_of(cell.begin(), cell.end(), [](QChar c) { return c.isDigit(); });
    };
    const auto isName = [&titles](const QString &cell) {
        return std::any_of(titles.begin(), titles.end(),
                           [&cell](const Titles &each) { return each.words.contains(base::fold(cell)); });
    };
    if (cells.size() < 2 || !std::all_of(cells.begin(), cells.end(), isShort) ||
        !std::any_of(cells.begin(), cells.end(), isName))
        return false;
    const auto longer = std::count_if(block.rows.begin() + 1, block.rows.end(), [&cells](const DelimitedRow &row) {
        return row.cells.join(QString()).size() > cells.join(QString()).size();
    });
    return size_t(longer) * 2 > block.rows.size() - 1;
}

// « Professionnels engagés 2026 », merged over the titles: it is above all the columns and of none.
void leaveBanner(DelimitedTable &block, const std::vector<Titles> &titles)
{
    if (block.rows.size() < 3 || block.rows.front().cells.size() < 2 || !areTitles(block.rows[1].cells, titles))
        return;
    QStringList words = block.rows.front().cells;
    words.removeAll(QString());
    words.removeDuplicates();
    if (words.size() != 1)
        return;
    tellBanner(block, block.rows.front());
    block.rows.erase(block.rows.begin());
}

// Without a title, « 20 » is any number: a column of years has them written whole. « 20 % » and « 13,8 » are no words,
// « 1 » is no yes.
bool maybeUntitled(const FieldDescription &described, const std::optional<Value> &value, const QString &cell)
{
    const bool share = cell.contains(u'%') || cell.contains(u'€') || cell.contains(u',');
    const bool words = described.kind == Kind::Text || described.kind == Kind::LongText;
    if (words && ((share && isFigure(cell)) || isContactOrDay(cell)))
        return false;
    if ((described.kind == Kind::Flag || described.kind == Kind::Answer) && isFigure(cell))
        return false;
    if (described.kind == Kind::Integer || described.kind == Kind::Decimal)
        return value && isYearField(described) == isYear(cell);
    return value.has_value();
}

struct Suiting {
    int filled = 0;
    int suiting = 0;
    [[nodiscard]] bool half() const { return filled > 0 && suiting * 2 >= filled; }
    [[nodiscard]] bool most() const { return filled > 0 && suiting * 2 > filled; }
};

// How many of the cells of a column that hold something are such.
template <class Suits>
Suiting suitingCells(const DelimitedTable &block, qsizetype column, const Suits &suits)
{
    Suiting count;
    for (const DelimitedRow &row : block.rows)
        if (const QString cell = row.cells.value(column); !cell.isEmpty()) {
            ++count.filled;
            count.suiting += suits(cell) ? 1 : 0;
        }
    return count;
}

bool fits(const DelimitedTable &block, qsizetype column, const FieldDescription &described, const BlockField &field)
{
    return suitingCells(
               block, column,
               [&](const QString &cell) { return maybeUntitled(described, blockValue(described, field, cell), cell); })
        .half();
}

} // namespace

void tellBanner(DelimitedTable &block, const DelimitedRow &banner)
{
    QStringList words = banner.cells;
    words.removeAll(QString());
    block.remarks.push_back({banner.line, u"« %1 » est au-dessus des titres : ligne laissée de côté"_s.arg(
                                              words.value(0).simplified().left(60))});
}

ColumnBelow belowFirst(const DelimitedTable &block, qsizetype column)
{
    ColumnBelow below;
    for (size_t row = 1; row < block.rows.size(); ++row)
        if (const QString cell = block.rows[row].cells.value(column); !cell.isEmpty()) {
            ++below.filled;
            below.figures += isFigure(cell) ? 1 : 0;
            below.others += isContactOrDay(cell) ? 1 : 0;
        }
    return below;
}

void takeFirstAsTitles(DelimitedTable &block)
{
    block.header = block.rows.front().cells;
    block.rows.erase(block.rows.begin());
}

bool isNumbering(const DelimitedTable &block)
{
    constexpr qsizetype longest = 3; // digits
    const QStringList &cells = block.rows.front().cells;
    const int first = cells.front().size() > longest ? 0 : cells.front().toInt();
    if (first < 1 || cells.size() < 2 || cells[1].isEmpty() || isFigure(cells[1]))
        return false;
    for (size_t row = 0; row < block.rows.size(); ++row)
        if (block.rows[row].cells.front() != QString::number(first + int(row)))
            return false;
    return true;
}

bool isExactTitle(const QString &title, const TableDescription &table, const BlockField &field)
{
    return isTitle(title, titlesOf(table, field));
}

bool fitsByNature(const DelimitedTable &block, qsizetype column, const TableDescription &table, const BlockField &field)
{
    const FieldDescription &described = *table.field(field.name);
    const bool text = described.kind == Kind::Text || described.kind == Kind::LongText;
    const bool name = field.name == "nom"_L1 || field.name == "prenom"_L1; // any word may be one
    return suitingCells(block, column,
                        [&](const QString &cell) {
                            const bool known =
                                codeOf(field, cell) || (!name && field.known && !field.known(cell).isEmpty());
                            return text ? known : blockValue(described, field, cell).has_value();
                        })
        .half();
}

base::Result<DelimitedTable> readBlock(const QString &pasted, const TableDescription &table,
                                       const std::vector<BlockField> &fields, const QString &labelTitle)
{
    const QChar separator = pasted.contains(u'\t')            ? QChar(u'\t')
                            : detectSeparator(pasted) == u';' ? QChar(u';')
                                                              : noSeparator;
    // Without a title known, or figures under words would be taken for titles.
    auto read = readDelimited(u"sep="_s + separator + u'\n' + pasted, u"Ce qui a été copié"_s,
                              [](const QString &) { return false; });
    if (!read)
        return read.error();
    DelimitedTable &block = read.value();
    if (block.rows.empty())
        return base::Error{
            base::ErrorCode::Invalid, u"Il n’y a rien à coller. Copiez d’abord des lignes dans votre tableau."_s, {}};
    if (qsizetype(block.rows.size()) > mostRows)
        return base::Error{
            base::ErrorCode::Invalid,
            u"Ce tableau a %1 lignes, et %2 au plus se collent. Rien n’a été modifié ; copiez-le en plusieurs fois."_s
                .arg(base::frenchNumber(qint64(block.rows.size())), base::frenchNumber(mostRows)),
            {}};
    for (DelimitedRow &row : block.rows)
        --row.line; // the one that says the separator
    for (Remark &remark : block.remarks)
        --remark.line;
    std::vector<Titles> titles{{{base::fold(labelTitle)}, {}}};
    for (const BlockField &field : fields)
        titles.push_back(titlesOf(table, field));
    leaveBanner(block, titles);
    if (areTitles(block.rows.front().cells, titles) || areShortTitles(block, titles)) {
        takeFirstAsTitles(block);
    }
    return read;
}

void takeLikelyTitles(DelimitedTable &block)
{
    if (!block.header.isEmpty() || block.rows.size() < 2)
        return;
    const QStringList &first = block.rows.front().cells;
    QStringList words;
    int overFigures = 0, overOthers = 0;
    for (qsizetype column = 0; column < first.size(); ++column) {
        const QString &cell = first[column];
        if (cell.isEmpty())
            continue;
        if (words.contains(base::fold(cell)) || isFigure(cell) || isContactOrDay(cell))
            return;
        words << base::fold(cell);
        const ColumnBelow below = belowFirst(block, column);
        overFigures += below.filled > 0 && below.figures == below.filled ? 1 : 0;
        overOthers += below.filled > 0 && below.others == below.filled ? 1 : 0;
    }
    if (overFigures < 2 && overOthers == 0) // one word may be what somebody wrote for a number
        return;
    takeFirstAsTitles(block);
}

namespace
{

// Several columns of figures and no title: nothing says which is which, and a figure in the place of another is a lie.
void leaveUnnamed(std::vector<int> &columns, const TableDescription &table, const std::vector<BlockField> &fields)
{
    const auto isCount = [&](int field) {
        const FieldDescription &described = *table.field(fields[size_t(std::max(0, field))].name);
        return field >= 0 && !isYearField(described) &&
               (described.kind == Kind::Integer || described.kind == Kind::Decimal);
    };
    if (std::count_if(columns.begin(), columns.end(), isCount) > 1)
        std::replace_if(columns.begin(), columns.end(), isCount, -1);
}

// Words of which most are choices of one field are that field, wherever they stand; those of its text are no name.
void takeChoices(std::vector<int> &columns, const DelimitedTable &block, const TableDescription &table,
                 const std::vector<BlockField> &fields)
{
    for (size_t column = 0; column < columns.size(); ++column)
        for (size_t field = 0; field < fields.size() && columns[column] < 0; ++field) {
            const FieldDescription &described = *table.field(fields[field].name);
            const bool free = std::count(columns.begin(), columns.end(), int(field)) == 0;
            if (described.kind == Kind::Choice && free && !fields[field].titledOnly && block.rows.size() > 1 &&
                suitingCells(block, qsizetype(column), [&](const QString &cell) {
                    return readChoice(described, fields[field], cell).has_value();
                }).most())
                columns[column] = int(field);
        }
}

// The only sum of a row is what is planned, before what is paid.
void takeFirstAmount(std::vector<int> &columns, const TableDescription &table, const std::vector<BlockField> &fields)
{
    const auto isSum = [&](int field) {
        return field >= 0 && domain::isAmount(*table.field(fields[size_t(field)].name));
    };
    const auto column = std::find_if(columns.begin(), columns.end(), isSum);
    if (std::count_if(columns.begin(), columns.end(), isSum) != 1)
        return;
    for (int field = 0; field < *column; ++field)
        if (isSum(field)) {
            *column = field;
            return;
        }
}

// A mail, a telephone or a day stands in no order: it goes to the one field that holds such a thing.
void takeContacts(std::vector<int> &columns, const DelimitedTable &block, const TableDescription &table,
                  const std::vector<BlockField> &fields)
{
    const auto give = [&](const auto &suits, const auto &holds) {
        int into = -1, fieldsLeft = 0, column = -1, columnsLeft = 0;
        for (size_t field = 0; field < fields.size(); ++field)
            if (holds(*table.field(fields[field].name)) &&
                std::find(columns.begin(), columns.end(), int(field)) == columns.end()) {
                into = int(field);
                ++fieldsLeft;
            }
        for (size_t each = 0; each < columns.size(); ++each)
            if (columns[each] < 0 && suitingCells(block, qsizetype(each), suits).most()) {
                column = int(each);
                ++columnsLeft;
            }
        if (fieldsLeft == 1 && columnsLeft == 1)
            columns[size_t(column)] = into;
    };
    give([](const QString &cell) { return base::looksLikeMail(cell); },
         [](const FieldDescription &each) { return each.name == "email"_L1; });
    give(isTelephone, [](const FieldDescription &each) { return each.name == "telephone"_L1; });
    give(isDay, [](const FieldDescription &each) { return each.kind == Kind::Date; });
    give(isYear, isYearField);
}

} // namespace

std::vector<int> blockColumns(const DelimitedTable &block, const TableDescription &table,
                              const std::vector<BlockField> &fields)
{
    const qsizetype width = block.rows.empty() ? block.header.size() : block.rows.front().cells.size();
    std::vector<int> columns(size_t(width), -1);
    std::vector<bool> used(fields.size(), false);
    std::vector<Titles> titles;
    for (const BlockField &field : fields)
        titles.push_back(titlesOf(table, field));
    const auto take = [&](const auto &suits) {
        const auto stands = [&](size_t column, size_t field) {
            return columns[column] < 0 && !used[field] && suits(block.header.value(qsizetype(column)), titles[field]);
        };
        const auto alone = [&](size_t column, size_t field) { // no other title stands above that field
            for (size_t other = 0; other < columns.size(); ++other)
                if (other != column && stands(other, field))
                    return false;
            return true;
        };
        for (size_t column = 0; column < columns.size(); ++column) {
            int best = -1;
            for (size_t field = 0; field < fields.size(); ++field)
                if (stands(column, field) && (best < 0 || (alone(column, field) && !alone(column, size_t(best)))))
                    best = int(field);
            if (best >= 0)
                used[size_t(columns[column] = best)] = true;
        }
    };
    if (!block.header.isEmpty()) {
        // First the very words of the program: other titles may say the same of another column.
        take([](const QString &cell, const Titles &known) { return base::fold(cell) == known.words.value(0); });
        take(isTitle);
        take(isLooseTitle);
        return columns;
    }
    takeChoices(columns, block, table, fields);
    size_t next = 0;
    for (size_t column = isNumbering(block) ? 1 : 0; column < columns.size(); ++column)
        for (size_t field = next; field < fields.size() && columns[column] < 0; ++field)
            if (!fields[field].titledOnly && std::count(columns.begin(), columns.end(), int(field)) == 0 &&
                fits(block, qsizetype(column), *table.field(fields[field].name), fields[field])) {
                columns[column] = int(field);
                next = field + 1;
                break;
            }
    takeContacts(columns, block, table, fields);
    takeFirstAmount(columns, table, fields);
    leaveUnnamed(columns, table, fields);
    return columns;
}

base::Error nothingPasted(const std::vector<Remark> &remarks)
{
    QString sentence = u"Rien n’a été compris dans ce tableau, et rien n’a été modifié."_s;
    if (!remarks.empty())
        sentence += remarks.front().line > 0
                        ? u" Ligne %1 : %2."_s.arg(remarks.front().line).arg(remarks.front().sentence)
                        : u" "_s + remarks.front().sentence.left(1).toUpper() + remarks.front().sentence.mid(1) + u'.';
    return {base::ErrorCode::Invalid, sentence, {}};
}

} // namespace imports
