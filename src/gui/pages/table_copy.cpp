#include "gui/pages/table_copy.h"

#include <map>
#include <QHeaderView>
#include <QRegularExpression>
#include <QTableView>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString asCell(QString text)
{
    // The spaces of the thousands are no-break ones.
    static const auto all = QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression figure(u"^[-−]?\\d[\\d\\s]*(?:,\\d+)?$"_s, all);
    static const QRegularExpression spaces(u"\\s"_s, all);
    if (figure.match(text).hasMatch())
        return text.remove(spaces).replace(QChar(0x2212), u'-');
    return text.simplified(); // a cell holds one line
}

} // namespace

QString copiedCells(const QTableView &table, const QModelIndexList &cells)
{
    if (cells.size() == 1)
        return cells.front().data().toString();
    std::map<int, std::map<int, QString>> rows; // by their places on the screen
    std::map<int, QString> titles;
    for (const QModelIndex &cell : cells) {
        if (table.isColumnHidden(cell.column()))
            continue;
        const int column = table.horizontalHeader()->visualIndex(cell.column());
        titles[column] = asCell(table.model()->headerData(cell.column(), Qt::Horizontal).toString());
        rows[cell.row()][column] = asCell(cell.data().toString());
    }
    const auto line = [&titles](const std::map<int, QString> &texts) {
        QStringList all;
        for (const auto &[column, title] : titles)
            all << (texts.contains(column) ? texts.at(column) : QString());
        return all.join(u'\t') + u'\n';
    };
    QString text = line(titles);
    for (const auto &[row, texts] : rows)
        text += line(texts);
    return text;
}

QModelIndexList shownCells(const QTableView &table)
{
    QModelIndexList cells;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        for (int column = 0; column < table.model()->columnCount(); ++column)
            if (!table.isRowHidden(row) && !table.isColumnHidden(column))
                cells << table.model()->index(row, column);
    return cells;
}

} // namespace gui
