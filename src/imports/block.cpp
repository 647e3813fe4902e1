#include "imports/block.h"

#include "base/text.h"
#include "domain/rank.h"
#include "imports/block_cells.h"
#include "imports/block_columns.h"
#include "imports/block_known.h"
#include "imports/block_question.h"
#include "imports/block_report.h"
#include "imports/block_totals.h"
#include "imports/block_values.h"
#include "imports/cell_values.h"
#include "imports/describe.h"
#include "imports/draft.h"

#include <algorithm>
#include <map>
#include <set>

namespace imports
{

using namespace Qt::Literals::StringLiterals;
using domain::TableDescription;
using domain::Value;

namespace
{

constexpr qsizetype longestName = 60; // characters of a label that is quoted

QString lastRank(const TableDescription &table, const domain::Projet &projet)
{
    QString last;
    if (!table.ordered)
        return last;
    for (const domain::Id &id : table.ids(projet)) {
        const Value rank = table.field(u"rang"_s)->get(table.find(projet, id));
        last = std::max(last, std::get<QString>(rank));
    }
    return last;
}

// Adds changes that were made against `after`, which they bring up to date.
bool append(domain::ChangeList &changes, domain::Projet &after, const domain::ChangeList &more)
{
    if (!domain::applyChanges(after, more))
        return false;
    changes.insert(changes.end(), more.begin(), more.end());
    return true;
}

// What a cell that was refused still shows: « 4 », or nothing.
QString shown(const Value &value)
{
    const auto *number = std::get_if<qint64>(&value);
    return number ? base::frenchNumber(*number) : QString();
}

// A first column may be empty.
QString firstFilled(const DelimitedRow &row)
{
    const auto filled =
        std::find_if(row.cells.begin(), row.cells.end(), [](const QString &cell) { return !cell.isEmpty(); });
    return filled == row.cells.end() ? QString() : *filled;
}

// What a row is about, for a sentence.
QString shortRow(const DelimitedRow &row)
{
    QStringList cells = row.cells;
    cells.removeAll(QString());
    return cells.mid(0, 2).join(u' ').simplified().left(60);
}

// « Diététiciens » among others; « IPA » as it is.
QString inSentence(const QString &name)
{
    const bool word = name.size() > 1 && name[1].isLower();
    return word ? name.left(1).toLower() + name.mid(1) : name;
}

QString labelOf(const domain::FieldDescription &described, const Value &code)
{
    for (const domain::Choice &choice : described.choices)
        if (code == Value(choice.code) && !choice.code.isEmpty())
            return choice.label;
    return {};
}

// The rows of a block, each a new record or more about one that is there.
class Rows
{
public:
    Rows(const BlockList &list, const DelimitedTable &block, const domain::Projet &projet,
         const std::map<int, QString> &between, bool partly)
        : m_list(list), m_block(block), m_between(between), m_table(*domain::table(list.table)), m_after(projet),
          m_known(list, projet), m_partly(partly), m_rank(m_table.ordered ? lastRank(m_table, projet) : QString())
    {
    }

    base::Result<BlockProposal> take();

private:
    [[nodiscard]] BlockList::Fields read(const DelimitedRow &row, const std::vector<int> &columns);
    void readCell(const DelimitedRow &row, const QString &cell, const BlockField &field, BlockList::Fields &fields);
    void chooseNearest(const DelimitedRow &row, const BlockField &field, BlockList::Fields &fields);
    void complete(const DelimitedRow &row, const domain::Id &id, const BlockList::Fields &fields);
    [[nodiscard]] std::optional<domain::Id> alreadyThere(const BlockList::Fields &fields) const;
    void insert(const DelimitedRow &row, BlockList::Fields fields);
    void tell(int line, const QString &sentence) { m_proposal.remarks.push_back({line, sentence}); }
    void keepRefused(const domain::Id &id);

    const BlockList &m_list;
    const DelimitedTable &m_block;
    const std::map<int, QString> &m_between; // lines that are no records, and why
    const TableDescription &m_table;
    domain::Projet m_after;
    KnownRecords m_known;
    bool m_partly; // cells of the block are read by nobody
    QString m_rank;
    bool m_anyKnown = false;
    std::vector<RefusedCell> m_refused; // of the row that is read, whose record is not known yet
    QString m_refusal;                  // why the row that is read can't be taken
    std::map<QString, QString> m_words; // of that row, by field: what is no choice of it
    BlockProposal m_proposal;
};

void Rows::readCell(const DelimitedRow &row, const QString &cell, const BlockField &field, BlockList::Fields &fields)
{
    const domain::FieldDescription &described = *m_table.field(field.name);
    const auto value = blockValue(described, field, cell);
    if (!value && field.nearest && !isFormula(cell)) {
        m_words[field.name] = cell;
        return;
    }
    if (!value) {
        const QString instead = labelOf(described, described.initial); // of a choice that is never left out
        const QString sentence = described.target == "personne"_L1 ? notAmongPeople(cell, described.label, field)
                                 : instead.isEmpty()
                                     ? notUnderstood(cell, described.label)
                                     : notUnderstood(cell, described.label) + u" : « %1 » y est noté"_s.arg(instead);
        m_proposal.lost.push_back({row.line, sentence});
        m_refused.push_back({{m_list.table, {}, field.name}, cell, sentence});
        return;
    }
    if (const QDate last = endOfYear(described, cell); last.isValid())
        tell(row.line, u"« %1 » est lu comme le %2 pour « %3 »"_s.arg(cell.simplified(), base::frenchShortDate(last),
                                                                      described.label));
    const auto *several = std::get_if<domain::IdList>(&*value);
    if (several && field.missing)
        append(m_proposal.changes, m_after, field.missing(m_after, *several));
    fields.emplace_back(field.name, *value);
}

// A choice that a row does not make in its own words: by those words, which are kept, else by the text of the row.
void Rows::chooseNearest(const DelimitedRow &row, const BlockField &field, BlockList::Fields &fields)
{
    const auto of = [&fields](const QString &name) {
        return std::find_if(fields.begin(), fields.end(), [&name](const auto &each) { return each.first == name; });
    };
    if (of(field.name) != fields.end())
        return;
    const QString written = m_words[field.name];
    const auto text = of(field.wordsIn);
    QString words = text == fields.end() ? QString() : std::get<QString>(text->second);
    if (written.isEmpty() && words.isEmpty())
        return;
    const domain::FieldDescription &described = *m_table.field(field.name);
    const Value chosen = field.nearest(written.isEmpty() ? words : written);
    QString sentence = u"« %1 » est noté « %2 » sous « %3 »"_s.arg(
        (written.isEmpty() ? words : written).simplified().left(longestName), labelOf(described, chosen),
        described.label);
    if (!written.isEmpty()) {
        words = words.isEmpty() ? written : written + u'\n' + words;
        text == fields.end() ? void(fields.emplace_back(field.wordsIn, words)) : void(text->second = words);
        sentence += u", et ses mots sont gardés sous « %1 »"_s.arg(m_table.field(field.wordsIn)->label);
    }
    fields.emplace_back(field.name, chosen);
    tell(row.line, sentence);
}

BlockList::Fields Rows::read(const DelimitedRow &row, const std::vector<int> &columns)
{
    BlockList::Fields fields = m_list.initial;
    m_refused.clear();
    m_refusal.clear();
    m_words.clear();
    bool percent = false;
    for (size_t column = 0; column < columns.size(); ++column)
        if (const QString cell = row.cells.value(qsizetype(column)); columns[column] >= 0 && !cell.isEmpty()) {
            const BlockField &field = m_list.fields[size_t(columns[column])];
            if (const QString why = field.refusal ? field.refusal(cell) : QString(); !why.isEmpty())
                m_refusal = why;
            if (!field.onlyJudged)
                readCell(row, cell, field, fields);
            percent = percent || (cell.endsWith(u'%') && m_table.field(field.name)->kind == domain::Kind::Decimal);
        }
    for (const BlockField &field : m_list.fields)
        if (field.nearest)
            chooseNearest(row, field, fields);
    // « 20 % »: the sign of the cell is the unit of the row, unless a column says it.
    const auto isUnit = [](const auto &each) { return each.first == "unite"_L1; };
    if (percent && m_table.field(u"unite"_s) && std::none_of(fields.begin(), fields.end(), isUnit))
        fields.emplace_back(u"unite"_s, u"%"_s);
    return fields;
}

// As an import does: what the record lacks; what it says otherwise is kept, and told.
void Rows::complete(const DelimitedRow &row, const domain::Id &id, const BlockList::Fields &fields)
{
    m_anyKnown = true;
    domain::ChangeList changes;
    QStringList filled, kept;
    for (size_t at = 0; at < fields.size(); ++at) {
        const auto &[name, value] = fields[at];
        const domain::FieldDescription &described = *m_table.field(name);
        const Value there = described.get(m_table.find(m_after, id));
        const bool joining = at < m_list.initial.size();
        if (there == value || saysTheSame(there, value))
            continue;
        if (!joining && there != described.initial) {
            kept << keptField(described, value);
            continue;
        }
        const auto more = domain::setting(m_after, {m_list.table, id, name}, value);
        changes.insert(changes.end(), more.begin(), more.end());
        if (!joining)
            filled << described.label.toLower();
    }
    if (!kept.isEmpty())
        tell(row.line, u"« %1 » est déjà dans la liste, qui dit autre chose : %2 ; la liste est gardée"_s.arg(
                           shortRow(row), base::frenchList(kept)));
    if (changes.empty() || !append(m_proposal.changes, m_after, changes)) {
        if (kept.isEmpty())
            tell(row.line, u"« %1 » est déjà dans la liste, sa ligne n’a pas été ajoutée"_s.arg(shortRow(row)));
        return;
    }
    m_proposal.added.push_back(id);
    keepRefused(id);
    if (!filled.isEmpty())
        tell(row.line, u"« %1 » est déjà là : ligne complétée (%2)"_s.arg(shortRow(row), base::frenchList(filled)));
}

// A field that holds something keeps it: only what is empty shows what was written.
void Rows::keepRefused(const domain::Id &id)
{
    for (RefusedCell &each : m_refused) {
        each.at.id = id;
        if (domain::isEmpty(domain::valueAt(m_after, each.at).value_or(Value())))
            m_proposal.refused.push_back(each);
    }
}

// One row alone is a copy that somebody wants.
std::optional<domain::Id> Rows::alreadyThere(const BlockList::Fields &fields) const
{
    if (m_list.already)
        return m_list.already(m_after, fields);
    return m_block.rows.size() > 1 ? m_known.same(m_after, fields, m_partly || !m_refused.empty()) : std::nullopt;
}

void Rows::insert(const DelimitedRow &row, BlockList::Fields fields)
{
    if (const QString close = m_list.already ? QString() : m_known.resemblance(fields); !close.isEmpty())
        (m_known.byName() ? m_proposal.remarks : m_proposal.lost)
            .push_back({row.line, u"« %1 » %2"_s.arg(shortRow(row), close)});
    if (m_table.ordered)
        fields.emplace_back(u"rang"_s, m_rank = domain::rankBetween(m_rank, {}));
    const domain::Id id = domain::Id::create();
    if (!append(m_proposal.changes, m_after, domain::inserting(m_after, m_list.table, id, fields)))
        return;
    m_proposal.added.push_back(id);
    keepRefused(id);
}

base::Result<BlockProposal> Rows::take()
{
    const std::vector<int> columns = blockColumns(m_block, m_table, m_list.fields);
    if (auto strange = strangeTitles(m_block, columns, m_table, m_list.fields))
        return std::move(*strange);
    if (auto nameless = namelessTitles(m_block, columns, m_table, m_list.fields))
        return std::move(*nameless);
    m_proposal.remarks = m_block.remarks;
    tellOrder(m_block, columns, m_table, m_list.fields, m_proposal.remarks);
    tellColumns(m_block, columns, 0, true, m_proposal.lost);
    m_partly = m_partly || !m_proposal.lost.empty();
    for (const DelimitedRow &row : m_block.rows) {
        if (isTotalWord(firstFilled(row))) {
            tell(row.line, u"ligne de total laissée de côté"_s);
            continue;
        }
        if (const auto why = m_between.find(row.line); why != m_between.end()) {
            m_proposal.lost.push_back({row.line, why->second + u" : ligne laissée de côté"_s});
            continue;
        }
        const BlockList::Fields fields = read(row, columns);
        if (!m_refusal.isEmpty())
            m_proposal.lost.push_back(
                {row.line, u"« %1 » : %2 ; ligne laissée de côté"_s.arg(shortRow(row), m_refusal)});
        else if (fields.size() == m_list.initial.size())
            tell(row.line, u"ligne laissée de côté"_s);
        else if (const auto there = alreadyThere(fields))
            complete(row, *there, fields);
        else
            insert(row, fields);
    }
    if (m_proposal.added.empty() && m_anyKnown)
        return base::Error{base::ErrorCode::Invalid, nothingNew(m_proposal.remarks), {}};
    if (m_proposal.added.empty())
        return nothingPasted(toldOf(m_proposal));
    // The records that had to be there first are no news.
    domain::ChangeList own = m_proposal.changes;
    std::erase_if(own, [this](const domain::Change &each) { return each.at.table != m_list.table; });
    m_proposal.taken = describeChanges(own).join(u", "_s) + u'.';
    return std::move(m_proposal);
}

class Filler
{
public:
    Filler(const BlockGrid &grid, const DelimitedTable &block, const domain::Projet &projet)
        : m_grid(grid), m_block(block), m_table(*domain::table(grid.table)), m_after(projet), m_labelled(hasLabels())
    {
    }

    BlockProposal fill();

private:
    [[nodiscard]] bool hasLabels() const;
    [[nodiscard]] std::vector<int> columns() const;
    [[nodiscard]] std::optional<size_t> rowOf(const DelimitedRow &row);
    void fillCell(int line, size_t row, size_t column, const QString &cell);
    [[nodiscard]] bool isAmongOthers(const DelimitedRow &line, size_t row) const;
    [[nodiscard]] QString othersNamed() const;
    [[nodiscard]] bool bringsOtherNames() const;
    [[nodiscard]] bool isTwice(const DelimitedRow &line, size_t row);
    [[nodiscard]] Value added(const Value &value, size_t row, const QString &field) const;
    void nameOthers();
    void tell(int line, const QString &sentence) { m_proposal.remarks.push_back({line, sentence}); }

    const BlockGrid &m_grid;
    const DelimitedTable &m_block;
    const TableDescription &m_table;
    domain::Projet m_after;
    bool m_labelled;
    int m_filled = 0;
    std::map<QString, int> m_lines;               // what was filled -> line that filled it
    std::set<std::pair<size_t, QString>> m_cells; // row and field that this block filled
    QStringList m_others;                         // names that have no row of their own
    bool m_addsToOthers = false;                  // none of them is named there yet: what is counted there stays
    BlockProposal m_proposal;
};

// Words in the first of several columns.
bool Filler::hasLabels() const
{
    int words = 0, figures = 0;
    for (const DelimitedRow &row : m_block.rows)
        if (!row.cells.front().isEmpty())
            ++(readDecimal(row.cells.front()) ? figures : words);
    return words > figures && m_block.rows.front().cells.size() > 1;
}

std::vector<int> Filler::columns() const
{
    const size_t first = m_labelled ? 1 : 0;
    if (!m_block.header.isEmpty()) {
        std::vector<int> byTitle = blockColumns(m_block, m_table, m_grid.columns);
        if (m_labelled)
            byTitle.front() = -1;
        return byTitle;
    }
    std::vector<int> found(size_t(m_block.rows.front().cells.size()), -1);
    for (size_t column = first; column < found.size(); ++column)
        if (const size_t at = column - first + m_grid.column; at < m_grid.columns.size())
            found[column] = int(at);
    return found;
}

// By its label; else as far under the cell where it is pasted as in the block, where blank lines count.
std::optional<size_t> Filler::rowOf(const DelimitedRow &row)
{
    if (!m_labelled) {
        const size_t at = m_grid.row + size_t(row.line - (m_block.header.isEmpty() ? 1 : 2));
        if (at < m_grid.rows.size())
            return at;
        tell(row.line, u"au-delà de la dernière ligne du tableau"_s);
        return std::nullopt;
    }
    const QString label = row.cells.front();
    if (label.isEmpty() || isTotalWord(label))
        return std::nullopt;
    const auto found = labelled(m_grid, label);
    if (!found)
        tell(row.line, u"« %1 » n’est pas une ligne du tableau"_s.arg(label.simplified().left(60)));
    return found;
}

void Filler::fillCell(int line, size_t row, size_t column, const QString &cell)
{
    const BlockField &field = m_grid.columns[column];
    const domain::FieldDescription &described = *m_table.field(field.name);
    const QString title = field.titles.value(0, described.label);
    const auto value = blockValue(described, field, cell);
    if (!value) {
        const void *record = m_table.find(m_after, m_grid.rows[row].id);
        const QString kept = record ? shown(described.get(record)) : QString();
        tell(line, notUnderstood(cell, title) + (kept.isEmpty() ? QString() : u" : « %1 » y reste"_s.arg(kept)));
    } else if (m_grid.editable && !m_grid.editable(row, column)) {
        tell(line, u"« %1 » ne se remplit pas ici"_s.arg(title));
    } else {
        const BlockGrid::Row &at = m_grid.rows[row];
        const Value whole = added(*value, row, field.name);
        const auto change = domain::setting(m_after, {m_grid.table, at.id, field.name}, whole, at.key);
        if (append(m_proposal.changes, m_after, change))
            m_filled += m_cells.emplace(row, field.name).second ? 1 : 0;
    }
}

// A second profession of the row is counted with the first.
Value Filler::added(const Value &value, size_t row, const QString &field) const
{
    const void *record = m_table.find(m_after, m_grid.rows[row].id);
    const Value there = record ? m_table.field(field)->get(record) : Value();
    const auto *before = std::get_if<qint64>(&there);
    const auto *more = std::get_if<qint64>(&value);
    const bool beside = m_grid.others == row && m_addsToOthers;
    return before && more && (beside || m_cells.contains({row, field})) ? Value(*before + *more) : value;
}

bool Filler::isAmongOthers(const DelimitedRow &line, size_t row) const
{
    const QString name = base::fold(line.cells.front());
    const QString label = base::fold(m_grid.rows[row].label); // « Autres : ergothérapeutes »
    const bool own = label.startsWith(name) || name.startsWith(base::fold(m_grid.rows[row].key));
    return m_labelled && m_grid.others == row && !own;
}

// A row is filled once; that of the others once by each name.
bool Filler::isTwice(const DelimitedRow &line, size_t row)
{
    const bool shared = m_labelled && m_grid.others == row;
    const QString name = shared ? base::fold(line.cells.front()) : QString();
    const auto [before, first] = m_lines.emplace(QString::number(row) + u'/' + name, line.line);
    if (!first)
        tell(line.line, u"« %1 » est déjà à la ligne %2 : « %3 » est laissé de côté"_s
                            .arg(shared ? line.cells.front().simplified().left(longestName) : m_grid.rows[row].label)
                            .arg(before->second)
                            .arg(shortRow(line)));
    return !first;
}

// What is written already of those who have no row of their own.
QString Filler::othersNamed() const
{
    const void *record = m_table.find(m_after, m_grid.rows[*m_grid.others].id);
    const Value there = record ? m_table.field(m_grid.othersField)->get(record) : Value();
    const QString *written = std::get_if<QString>(&there);
    return written ? written->trimmed() : QString();
}

// « ergothérapeutes, diététiciens »: those that are written there stay.
void Filler::nameOthers()
{
    if (m_others.isEmpty())
        return;
    const BlockGrid::Row &row = m_grid.rows[*m_grid.others];
    QStringList names{othersNamed()};
    names.removeAll(QString());
    for (const QString &name : m_others)
        if (!(u' ' + base::fold(names.join(u' ')) + u' ').contains(u' ' + base::fold(name) + u' '))
            names << name;
    append(m_proposal.changes, m_after,
           domain::setting(m_after, {m_grid.table, row.id, m_grid.othersField}, names.join(u", "_s), row.key));
    m_proposal.remarks.push_back({0, (m_addsToOthers ? u"sans ligne à leur nom, et ajoutés à ceux de « %1 » : %2"_s
                                                     : u"sans ligne à leur nom, et comptés dans « %1 » : %2"_s)
                                         .arg(row.label, base::frenchList(m_others))});
}

// The same names again are the same people; other names are more of them.
bool Filler::bringsOtherNames() const
{
    if (!m_labelled || !m_grid.others)
        return false;
    const QString written = othersNamed();
    if (written.isEmpty())
        return false;
    const QString named = u' ' + base::fold(written) + u' ';
    bool any = false;
    for (const DelimitedRow &line : m_block.rows) {
        const auto row = labelled(m_grid, line.cells.front());
        if (!row || !isAmongOthers(line, *row))
            continue;
        any = true;
        if (named.contains(u' ' + base::fold(line.cells.front()) + u' '))
            return false;
    }
    return any;
}

BlockProposal Filler::fill()
{
    const std::vector<int> fields = columns();
    m_addsToOthers = bringsOtherNames();
    m_proposal.remarks = m_block.remarks;
    tellColumns(m_block, fields, m_labelled ? 1 : 0, false, m_proposal.remarks);
    for (const DelimitedRow &line : m_block.rows) {
        const auto row = rowOf(line);
        if (!row || isTwice(line, *row))
            continue;
        const qsizetype before = qsizetype(m_proposal.changes.size());
        for (size_t column = 0; column < fields.size(); ++column)
            if (const QString cell = line.cells.value(qsizetype(column)); fields[column] >= 0 && !cell.isEmpty())
                fillCell(line.line, *row, size_t(fields[column]), cell);
        if (qsizetype(m_proposal.changes.size()) > before && isAmongOthers(line, *row))
            m_others << inSentence(line.cells.front().simplified().left(longestName));
    }
    nameOthers();
    m_proposal.taken = base::frenchCount(m_filled, u"case remplie"_s, u"cases remplies"_s) + u'.';
    return std::move(m_proposal);
}

} // namespace

base::Result<BlockProposal> proposeRows(const QString &pasted, const BlockList &list, const domain::Projet &projet,
                                        const std::optional<BlockTitles> &said)
{
    auto block = readBlock(pasted, *domain::table(list.table), list.fields);
    if (!block)
        return block.error();
    settleTitles(block.value(), list);
    // Before what is left aside is cleared: an amount that fills nothing says that a row is a sum.
    const std::map<int, QString> between = betweenRecords(block.value(), list.table);
    const bool partly = said && leavesAside(block.value(), *said);
    tellYears(block.value(), list, said);
    if (said)
        takeTitles(block.value(), *said);
    if (list.prepare)
        list.prepare(block.value(), projet);
    return Rows(list, block.value(), projet, between, partly).take();
}

base::Result<BlockProposal> proposeCells(const QString &pasted, const BlockGrid &grid, const domain::Projet &projet,
                                         const std::optional<BlockTitles> &said)
{
    auto block = readBlock(pasted, *domain::table(grid.table), grid.columns, grid.labelTitle);
    if (!block)
        return block.error();
    takeGridTitles(block.value(), grid);
    if (said)
        takeTitles(block.value(), *said);
    if (block.value().rows.empty())
        return nothingPasted({});
    BlockProposal proposal = Filler(grid, block.value(), projet).fill();
    if (proposal.changes.empty() && !proposal.remarks.empty())
        return nothingPasted(proposal.remarks);
    return proposal;
}

} // namespace imports
