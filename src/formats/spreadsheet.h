// Tables of typed cells as files of a spreadsheet.
#pragma once

#include "base/result.h"
#include "domain/value.h"

#include <QByteArray>
#include <QStringList>
#include <vector>

namespace formats
{

struct SheetColumn {
    enum class Type { Text, Date, Year, Integer, Decimal, Euros }; // a year has no thousands
    QString title;
    Type type = Type::Text;
    double width = 14; // characters
};

// Each row has a cell for each column: text, date, qint64 or double, or nothing.
struct Sheet {
    QString name;
    std::vector<SheetColumn> columns;
    std::vector<std::vector<domain::Value>> rows;
    bool total = false; // the last row sums up the others
};

struct SheetProperties {
    QString title;
    QString author; // the name of the CPTS
    QDate date;     // same sheets and date, same bytes
};

// A workbook: titles that stay in sight, filters, widths, numbers, dates and euros as such, rows as tall as their
// texts. Printed with rules, on A3 when A4 would be too small to read. A text is never a formula.
[[nodiscard]] base::Result<QByteArray> writeXlsx(const std::vector<Sheet> &sheets, const SheetProperties &properties);

// Text that Excel opens as a table: UTF-8 with its mark, semicolons, decimal commas, dates as 31/12/2027. A text that a
// spreadsheet would run as a formula comes after an apostrophe.
[[nodiscard]] QByteArray writeCsv(const Sheet &sheet);

} // namespace formats
