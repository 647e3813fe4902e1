#include "imports/block_totals.h"

#include "base/text.h"
#include "imports/block_cells.h"
#include "imports/block_values.h"
#include "imports/cell_values.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList filledOf(const DelimitedRow &row)
{
    QStringList cells = row.cells;
    cells.removeAll(QString());
    return cells;
}

bool onlyFiguresBeside(const QStringList &cells)
{
    return std::all_of(cells.begin() + 1, cells.end(), [](const QString &cell) { return isFigure(cell); });
}

// What a row sums up, folded: « Total État » -> « etat ». Nothing but figures stands beside it.
QString summedBy(const DelimitedRow &row)
{
    const QStringList cells = filledOf(row);
    return cells.isEmpty() || !onlyFiguresBeside(cells) ? QString() : summedUp(cells.front());
}

// The only cell of a row that has room for more.
QString alone(const DelimitedRow &row)
{
    const QStringList cells = filledOf(row);
    return row.cells.size() > 1 && cells.size() == 1 ? base::fold(cells.front()) : QString();
}

// Of each column, the figures of the rows above: since the sum before, and since the first row.
class Running
{
public:
    explicit Running(size_t columns) : m_since(columns), m_all(columns) {}

    void add(const DelimitedRow &row)
    {
        for (size_t column = 0; column < m_all.size(); ++column)
            if (const domain::Decimal figure = readAmount(row.cells.value(qsizetype(column)))) {
                m_since[column].add(*figure);
                m_all[column].add(*figure);
            }
    }
    // Every figure of the row, years aside, is the sum of two rows or more; of one when nothing else is said.
    [[nodiscard]] bool isSummedBy(const DelimitedRow &row) const
    {
        bool any = false;
        const size_t least = onlyFiguresBeside(filledOf(row)) ? 1 : 2;
        for (size_t column = 0; column < m_all.size(); ++column) {
            const domain::Decimal figure = readAmount(row.cells.value(qsizetype(column)));
            if (!figure || (isYear(*figure) && m_all[column].years))
                continue;
            if (!m_since[column].gives(*figure, least) && !m_all[column].gives(*figure, least))
                return false;
            any = true;
        }
        return any;
    }
    void begin() { m_since.assign(m_since.size(), {}); }

private:
    static bool isYear(double figure) { return figure >= 1990 && figure <= 2100 && figure == std::floor(figure); }

    struct Sum {
        double value = 0;
        size_t rows = 0;
        bool years = true; // nothing but

        void add(double figure)
        {
            value += figure;
            ++rows;
            years = years && isYear(figure);
        }
        [[nodiscard]] bool gives(double figure, size_t least) const
        {
            return rows >= least && std::abs(value - figure) < 0.005;
        }
    };
    std::vector<Sum> m_since;
    std::vector<Sum> m_all;
};

// The lines that begin with « Total » and are the sums of those above, whatever they are called.
std::set<int> sumsOfAbove(const DelimitedTable &block)
{
    std::set<int> lines;
    qsizetype columns = 0;
    for (const DelimitedRow &row : block.rows)
        columns = std::max(columns, row.cells.size());
    Running above{size_t(columns)};
    for (const DelimitedRow &row : block.rows) {
        const QStringList cells = filledOf(row);
        const bool known = !cells.isEmpty() && isTotalWord(cells.front());
        if (!known && !cells.isEmpty() && !summedUp(cells.front()).isEmpty() && above.isSummedBy(row))
            lines.insert(row.line);
        if (known || lines.contains(row.line))
            above.begin();
        else
            above.add(row);
    }
    return lines;
}

} // namespace

std::map<int, QString> betweenRecords(const DelimitedTable &block, const QString &table)
{
    static const QStringList companies{u"acteur"_s,      u"partenaire"_s, u"personne"_s, u"budget"_s,
                                       u"financement"_s, u"prestation"_s}; // « Total Énergies » may be in them
    std::set<QString> titles, sums;
    for (const DelimitedRow &row : block.rows) {
        titles.insert(alone(row));
        sums.insert(summedBy(row));
    }
    std::set<int> computed = sumsOfAbove(block);
    std::map<int, QString> between;
    for (const DelimitedRow &row : block.rows) {
        const QString title = alone(row), summed = summedBy(row);
        if (const QStringList cells = filledOf(row);
            !cells.isEmpty() && !companies.contains(table) && !summedUp(cells.front()).isEmpty())
            computed.insert(row.line);
        const QString shown = u"« %1 »"_s.arg(row.cells.join(u' ').simplified().left(60));
        if ((!summed.isEmpty() && titles.contains(summed)) || computed.contains(row.line))
            between.emplace(row.line, shown + u" est un total"_s);
        else if (!title.isEmpty() && sums.contains(title))
            between.emplace(row.line, shown + u" est un titre"_s);
    }
    return between;
}

} // namespace imports
