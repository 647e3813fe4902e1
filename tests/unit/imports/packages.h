// ZIP archives and XLSX workbooks made by the tests: good ones, and every sort of bad one.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace packages
{

struct Part {
    QString name;
    QByteArray bytes;
};

// Deflated, in that order.
[[nodiscard]] QByteArray zip(const std::vector<Part> &parts);

// Cells of a sheet: "12.5" is a number, "=A1|25" a formula and its stored value, "@45000" a date serial, "t:x" a
// text in the cell itself, "b:1" a boolean, "e:#N/A" an error; anything else is a text of the table.
struct Sheet {
    QString name;
    std::vector<QStringList> rows;
    QStringList merged = {};             // "A3:A4"
    std::vector<int> hiddenRows = {};    // from 1
    std::vector<int> hiddenColumns = {}; // from 1
    bool hidden = false;
};
[[nodiscard]] std::vector<Part> workbookParts(const std::vector<Sheet> &sheets);
[[nodiscard]] QByteArray workbook(const std::vector<Sheet> &sheets);
// The same with one part replaced.
[[nodiscard]] QByteArray workbookWith(const std::vector<Sheet> &sheets, const QString &name, const QByteArray &bytes);

// An archive of one entry of that many zero bytes.
[[nodiscard]] QByteArray bomb(const QString &name, qsizetype size);

} // namespace packages
