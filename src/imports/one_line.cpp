#include "imports/one_line.h"

#include "imports/delimited_parser.h"

namespace imports
{

using namespace Qt::Literals::StringLiterals;

OneLine cellsOnOneLine(const QString &pasted)
{
    const auto parsed = parseDelimited(pasted, pasted.contains(u'\t') ? u'\t' : QChar(), {}, {});
    QStringList cells;
    if (parsed)
        for (const DelimitedRow &row : parsed.value().rows)
            for (const QString &cell : row.cells)
                cells << cell.simplified();
    else
        cells << pasted.simplified();
    cells.removeAll(QString());
    return {cells.join(u" ; "_s), int(cells.size())};
}

} // namespace imports
