#include "imports/block_cells.h"

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

constexpr double mostCount = 1e12; // more digits are those of a telephone
constexpr QChar noSeparator(0x1F); // in no text
constexpr qsizetype mostRows = 2'000;
constexpr qsizetype longestTitle = 30;
constexpr qsizetype longestTold = 200; // characters of a cell that is quoted

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

bool isYearField(const FieldDescription &described)
{
    return described.kind == Kind::Integer && described.name.endsWith("annee"_L1, Qt::CaseInsensitive);
}

// « 2027 » written whole: neither a sum nor a count, as long as no title says so.
bool isYear(const QString &cell)
{
    bool whole = false;
    const qint64 year = cell.simplified().toLongLong(&whole);
    return whole && base::isYear(year);
}

bool isTelephone(const QString &cell)
{
    static const QRegularExpression form(u"^(?:\\+|00|0)[\\d\\s().\\-/]+$"_s); // neither a RPPS nor a SIRET
    return form.match(cell).hasMatch() && base::looksLikeTelephone(cell);
}

bool isDay(const QString &cell)
{
    return !isFigure(cell) && readDate(cell).isValid();
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

// By the words of the list: the same, else all those that have all the words of the cell ("PSI Anne").
QStringList codesOf(const BlockField &field, const QString &cell)
{
    const QString wanted = base::fold(cell);
    for (const auto &[word, code] : field.words)
        if (base::fold(word) == wanted)
            return {code};
    const QStringList parts = wanted.split(u' ', Qt::SkipEmptyParts);
    QStringList found;
    for (const auto &[word, code] : field.words) {
        const QStringList words = base::fold(word).split(u' ', Qt::SkipEmptyParts);
        if (!parts.isEmpty() &&
            std::all_of(parts.begin(), parts.end(), [&words](const auto &part) { return words.contains(part); }))
            found << code;
    }
    const QString bare = withoutCivility(cell); // « Dr PSI Anne »
    return found.isEmpty() && !bare.isEmpty() && bare != cell.simplified() ? codesOf(field, bare) : found;
}

std::optional<QString> codeOf(const BlockField &field, const QString &cell)
{
    const QStringList found = codesOf(field, cell);
    return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

// "27" in a column of years is 2027; "0" is no year, and a share is no count.
std::optional<Value> readCount(const FieldDescription &described, const QString &cell)
{
    const domain::Decimal number = readDecimal(cell);
    if (!number || cell.contains(u'%') || *number < 0 || *number >= mostCount || *number != std::floor(*number))
        return std::nullopt;
    const bool year = isYearField(described);
    if (year && *number < 10)
        return std::nullopt;
    return Value(year ? base::wholeYear(qint64(*number)) : qint64(*number));
}

// What is done or not: « en cours » is not.
domain::Answer readDone(const QString &cell)
{
    static const QStringList done{u"faite"_s, u"realise"_s, u"realisee"_s, u"termine"_s, u"terminee"_s, u"ok"_s};
    static const QStringList waiting{u"a faire"_s,  u"en cours"_s, u"non fait"_s, u"non commence"_s, u"non commencee"_s,
                                     u"pas fait"_s, u"prevu"_s,    u"prevue"_s,   u"a venir"_s,      u"planifie"_s};
    const QString folded = base::fold(cell);
    return done.contains(folded)      ? domain::Answer(true)
           : waiting.contains(folded) ? domain::Answer(false)
                                      : readAnswer(cell);
}

std::optional<Value> readChoice(const FieldDescription &described, const BlockField &field, const QString &cell)
{
    for (const domain::Choice &choice : described.choices)
        if (!choice.code.isEmpty() && (base::fold(choice.label) == base::fold(cell) || choice.code == cell))
            return Value(choice.code);
    const QString other = field.known ? field.known(cell) : QString();
    return other.isEmpty() ? std::nullopt : std::optional<Value>(other);
}

std::optional<Value> readWords(const FieldDescription &described, const BlockField &field, const QString &cell)
{
    const auto code = codeOf(field, cell);
    if (described.kind == Kind::Reference) {
        const auto id = code ? domain::Id::parse(*code) : std::nullopt;
        return id ? std::optional<Value>(*id) : std::nullopt;
    }
    if (code)
        return Value(*code);
    if (const QString other = field.known ? field.known(cell) : QString(); !other.isEmpty())
        return Value(other);
    if (!field.freeText || isFormula(cell))
        return std::nullopt;
    return Value(described.kind == Kind::LongText ? cell : cell.simplified());
}

// The records that a cell names: one, or several apart by lines, semicolons, commas or "et"; all of them, or nothing.
std::optional<domain::IdList> namedIn(const BlockField &field, const QString &cell, size_t from = 0)
{
    static const std::vector<QRegularExpression> separators{
        QRegularExpression(u"[\\n;|]"_s), QRegularExpression(u"[,/]"_s), QRegularExpression(u"\\s+et\\s+"_s)};
    if (const auto code = codeOf(field, cell)) {
        const auto id = domain::Id::parse(*code);
        return id ? std::optional(domain::IdList{*id}) : std::nullopt;
    }
    for (size_t at = from; at < separators.size(); ++at) {
        const QStringList parts = cell.split(separators[at], Qt::SkipEmptyParts);
        if (parts.size() < 2)
            continue;
        domain::IdList all;
        for (const QString &part : parts) {
            const auto named = namedIn(field, part.simplified(), at + 1);
            if (!named)
                return std::nullopt;
            all.insert(all.end(), named->begin(), named->end());
        }
        return all;
    }
    return std::nullopt;
}

std::optional<Value> readSeveral(const BlockField &field, const QString &cell)
{
    const auto ids = namedIn(field, cell);
    return ids ? std::optional<Value>(domain::normalised(*ids)) : std::nullopt;
}

} // namespace

bool isFigure(const QString &cell)
{
    static const QRegularExpression figure(u"^[-+\\s.,]*\\d[\\d\\s.,]*(?:%|k?€|etp)?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    return figure.match(plainCell(cell)).hasMatch();
}

bool isContactOrDay(const QString &cell)
{
    return base::looksLikeMail(cell) || isTelephone(cell) || isDay(cell);
}

void tellBanner(DelimitedTable &block, const DelimitedRow &banner)
{
    QStringList words = banner.cells;
    words.removeAll(QString());
    block.remarks.push_back({banner.line, u"« %1 » est au-dessus des titres : ligne laissée de côté"_s.arg(
                                              words.value(0).simplified().left(60))});
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
        int filled = 0, figures = 0, others = 0;
        for (size_t row = 1; row < block.rows.size(); ++row)
            if (const QString below = block.rows[row].cells.value(column); !below.isEmpty()) {
                ++filled;
                figures += isFigure(below) ? 1 : 0;
                others += isContactOrDay(below) ? 1 : 0;
            }
        overFigures += filled > 0 && figures == filled ? 1 : 0;
        overOthers += filled > 0 && others == filled ? 1 : 0;
    }
    if (overFigures < 2 && overOthers == 0) // one word may be what somebody wrote for a number
        return;
    takeFirstAsTitles(block);
}

QDate endOfYear(const FieldDescription &described, const QString &cell)
{
    static const QRegularExpression year(u"^20\\d\\d$"_s);
    return described.kind == Kind::Date && described.name == "echeance"_L1 && year.match(cell.simplified()).hasMatch()
               ? QDate(cell.simplified().toInt(), 12, 31)
               : QDate();
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
        for (size_t column = 0; column < columns.size(); ++column)
            for (size_t field = 0; field < fields.size() && columns[column] < 0; ++field)
                if (!used[field] && suits(block.header.value(qsizetype(column)), titles[field])) {
                    columns[column] = int(field);
                    used[field] = true;
                }
    };
    if (!block.header.isEmpty()) {
        // First the very words of the program: other titles may say the same of another column.
        take([](const QString &cell, const Titles &known) { return base::fold(cell) == known.words.value(0); });
        take(isTitle);
        take(isLooseTitle);
        return columns;
    }
    size_t next = 0;
    for (size_t column = isNumbering(block) ? 1 : 0; column < columns.size(); ++column)
        for (size_t field = next; field < fields.size(); ++field)
            if (!fields[field].titledOnly &&
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

std::optional<Value> blockValue(const FieldDescription &described, const BlockField &field, const QString &cell)
{
    const QString content = plainCell(cell);
    switch (described.kind) {
    case Kind::Text:
    case Kind::LongText:
    case Kind::Reference:
        return readWords(described, field, content);
    case Kind::Choice:
        return readChoice(described, field, content);
    case Kind::Integer:
        return readCount(described, content);
    case Kind::Decimal: {
        const bool share = content.contains(u'%');
        if (share && domain::isAmount(described))
            return std::nullopt;
        domain::Decimal number = domain::isAmount(described) ? readAmount(content) : readDecimal(content);
        if (number && share && domain::isWorkTime(described))
            *number /= 100;
        return number ? std::optional<Value>(*number) : std::nullopt;
    }
    case Kind::Date: {
        const QDate read = readDate(content);
        const QDate date = read.isValid() ? read : endOfYear(described, content);
        return date.isValid() ? std::optional<Value>(date) : std::nullopt;
    }
    case Kind::Flag:
    case Kind::Answer: {
        const domain::Answer answer = described.kind == Kind::Flag ? readDone(content) : readAnswer(content);
        return answer ? std::optional<Value>(*answer) : std::nullopt;
    }
    case Kind::References:
        return readSeveral(field, content);
    }
    return std::nullopt;
}

QString notUnderstood(const QString &cell, const QString &field)
{
    return u"« %1 » n’a pas été compris pour « %2 »"_s.arg(cell.simplified().left(longestTold), field);
}

QString notAmongPeople(const QString &cell, const QString &label, const BlockField &field)
{
    const QString written = cell.simplified().left(longestTold);
    return (codesOf(field, cell).size() > 1
                ? u"« %1 » est le nom de plusieurs personnes : choisissez la bonne sous « %2 »"_s
                : u"« %1 » n’est pas parmi les membres ni dans l’équipe : ajoutez cette personne, puis choisissez-la sous « %2 »"_s)
        .arg(written, label);
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
