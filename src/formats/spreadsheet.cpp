#include "formats/spreadsheet.h"

#include "base/file.h"
#include "base/text.h"
#include "formats/sheet_rows.h"
#include "formats/xmltree.h"
#include "formats/zip.h"

#include <array>
#include <cmath>
#include <QLocale>
#include <QTemporaryDir>
#include <xlsxwriter.h>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Type = SheetColumn::Type;
using domain::Value;

constexpr qsizetype longestCell = 32'000; // Excel refuses a file with more than 32,767 in one
constexpr double filterButton = 4.5;      // mm, on each title
constexpr double widestOnA4 = 200;        // characters; more would be printed smaller than 7 points
constexpr uint8_t paperA4 = 9;
constexpr uint8_t paperA3 = 8;
constexpr double sideMargin = 0.4; // inches

// Amounts below zero have the sign of typography: a hyphen is lost beside a figure.
constexpr const char *yearPattern = "0";
constexpr const char *wholePattern = "#,##0;\"−\"#,##0";
constexpr const char *decimalPattern = "#,##0.##;\"−\"#,##0.##";
constexpr const char *eurosPattern = "#,##0.00\\ [$€-40C];\"−\"#,##0.00\\ [$€-40C]";

base::Error failed(const QString &detail)
{
    return {base::ErrorCode::Unwritable,
            u"Le classeur n’a pas pu être créé. Votre projet n’est pas touché. "
            u"Vérifiez qu’il reste de la place sur le disque, puis recommencez."_s,
            detail};
}

QByteArray cellText(const QString &text)
{
    QString safe = xmlSafe(text);
    if (safe.size() > longestCell)
        safe = safe.left(longestCell) + u"… (la suite est dans le projet)"_s;
    return safe.toUtf8();
}

// A workbook being filled; libxlsxwriter owns what it made and frees it when the book is closed.
class Workbook
{
public:
    Workbook(const QString &path, const QString &folder) : m_folder(folder.toUtf8())
    {
        lxw_workbook_options options{};
        options.tmpdir = m_folder.data();
        m_book = workbook_new_opt(path.toUtf8().constData(), &options);
        m_head = look(Look{.bold = true});
        format_set_align(m_head, LXW_ALIGN_VERTICAL_CENTER);
        format_set_bg_color(m_head, 0xEEF3F3);
        format_set_border(m_head, LXW_BORDER_THIN);
        for (const bool total : {false, true}) {
            Looks &looks = m_looks[total ? 1 : 0];
            looks[size_t(Type::Text)] = look({.bold = total, .total = total});
            looks[size_t(Type::Date)] = look({"dd/mm/yyyy", LXW_ALIGN_CENTER, total, total});
            looks[size_t(Type::Year)] = look({yearPattern, LXW_ALIGN_CENTER, total, total});
            looks[size_t(Type::Integer)] = look({wholePattern, LXW_ALIGN_CENTER, total, total});
            looks[size_t(Type::Decimal)] = look({decimalPattern, LXW_ALIGN_RIGHT, total, total});
            looks[size_t(Type::Euros)] = look({eurosPattern, LXW_ALIGN_RIGHT, total, total});
            m_whole[total ? 1 : 0] = look({wholePattern, LXW_ALIGN_RIGHT, total, total});
        }
    }

    void describe(const SheetProperties &properties)
    {
        QByteArray title = cellText(properties.title);
        QByteArray author = cellText(properties.author);
        lxw_doc_properties about{};
        about.title = title.data();
        about.author = author.data();
        about.created = properties.date.startOfDay(Qt::UTC).toSecsSinceEpoch();
        m_whose = properties.author;
        m_date = properties.date;
        workbook_set_properties(m_book, &about);
    }

    void add(const Sheet &sheet)
    {
        lxw_worksheet *target = workbook_add_worksheet(m_book, cellText(sheet.name.left(31)).constData());
        if (!target) {
            m_error = u"sheet "_s + sheet.name;
            return;
        }
        writeTitles(target, sheet.columns);
        for (size_t row = 0; row < sheet.rows.size(); ++row)
            writeRow(target, sheet, row);
        worksheet_freeze_panes(target, 1, 1);
        const auto last = lxw_col_t(std::max<size_t>(1, sheet.columns.size()) - 1);
        worksheet_autofilter(target, 0, 0, lxw_row_t(std::max<size_t>(1, sheet.rows.size())), last);
        setPrinting(target, sheet);
        check(worksheet_set_header(target, u"&C&B%1"_s.arg(runningText(sheet.name)).toUtf8().constData()));
        const QString version = m_date.isValid() ? u"version du "_s + base::frenchLongDate(m_date) : QString();
        check(worksheet_set_footer(
            target, u"&L%1&C%2&RPage &P sur &N"_s.arg(runningText(m_whose), version).toUtf8().constData()));
    }

    // Nothing when all went well. The book can't be used any more.
    [[nodiscard]] QString close()
    {
        check(workbook_close(m_book));
        return m_error;
    }

private:
    // In a header or footer « & » begins a code, and 255 characters are the most.
    static QString runningText(const QString &text)
    {
        constexpr qsizetype longest = 120;
        QString shown = xmlSafe(text).simplified();
        shown = shown.size() > longest ? shown.left(longest) + u'…' : shown;
        return shown.replace(u'&', u"&&"_s);
    }

    struct Look {
        const char *pattern = nullptr; // of a text: none, and its lines wrap
        uint8_t alignment = LXW_ALIGN_LEFT;
        bool bold = false;
        bool total = false;
    };
    using Looks = std::array<lxw_format *, 6>; // by type

    lxw_format *look(const Look &wanted)
    {
        lxw_format *made = workbook_add_format(m_book);
        format_set_font_name(made, "Arial");
        format_set_font_size(made, sheetFontSize);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_align(made, wanted.alignment);
        if (wanted.pattern)
            format_set_num_format(made, wanted.pattern);
        else
            format_set_text_wrap(made);
        if (wanted.bold)
            format_set_bold(made);
        if (wanted.total) {
            format_set_top(made, LXW_BORDER_MEDIUM);
            format_set_bg_color(made, 0xEEF3F3);
        }
        return made;
    }

    void writeTitles(lxw_worksheet *target, const std::vector<SheetColumn> &columns)
    {
        int lines = 1;
        for (size_t i = 0; i < columns.size(); ++i) {
            const auto column = lxw_col_t(i);
            worksheet_set_column(target, column, column, columns[i].width, nullptr);
            check(worksheet_write_string(target, 0, column, cellText(columns[i].title).constData(), m_head));
            lines = std::max(lines, sheetLines(columns[i].title, columns[i].width, true, filterButton));
        }
        worksheet_set_row(target, 0, sheetRowHeight(std::max(2, lines)), nullptr);
    }

    void writeRow(lxw_worksheet *target, const Sheet &sheet, size_t row)
    {
        const bool total = sheet.total && row + 1 == sheet.rows.size();
        int lines = 1;
        for (size_t i = 0; i < sheet.columns.size(); ++i) {
            const Value &value = sheet.rows[row][i];
            if (total) // the rule above goes across
                check(worksheet_write_blank(target, lxw_row_t(row + 1), lxw_col_t(i), m_looks[1].front()));
            write(target, lxw_row_t(row + 1), lxw_col_t(i), sheet.columns[i].type, value, total);
            if (const auto *text = std::get_if<QString>(&value))
                lines = std::max(lines, sheetLines(QString::fromUtf8(cellText(*text)), sheet.columns[i].width, total));
        }
        worksheet_set_row(target, lxw_row_t(row + 1), sheetRowHeight(lines), nullptr);
    }

    static void setPrinting(lxw_worksheet *target, const Sheet &sheet)
    {
        double width = 0;
        for (const SheetColumn &column : sheet.columns)
            width += column.width;
        worksheet_set_landscape(target);
        worksheet_set_paper(target, width > widestOnA4 ? paperA3 : paperA4);
        worksheet_set_margins(target, sideMargin, sideMargin, -1, -1);
        worksheet_fit_to_pages(target, 1, 0);
        worksheet_repeat_rows(target, 0, 0);
        worksheet_gridlines(target, LXW_SHOW_ALL_GRIDLINES); // rules between rows and columns on paper too
    }

    void check(lxw_error error)
    {
        if (error != LXW_NO_ERROR && m_error.isEmpty())
            m_error = QString::fromUtf8(lxw_strerror(error));
    }

    void write(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, Type type, const Value &value, bool total)
    {
        const Looks &looks = m_looks[total ? 1 : 0];
        lxw_format *look = looks[size_t(type)];
        lxw_format *words = looks[size_t(Type::Text)];
        if (const auto *text = std::get_if<QString>(&value); text && !text->isEmpty()) {
            check(worksheet_write_string(sheet, row, column, cellText(*text).constData(), words));
        } else if (const auto *count = std::get_if<qint64>(&value)) {
            check(worksheet_write_number(sheet, row, column, double(*count), look));
        } else if (const auto *number = std::get_if<double>(&value); number && std::isfinite(*number)) {
            const bool whole = type == Type::Decimal && *number == std::floor(*number); // « 150 », never « 150, »
            check(worksheet_write_number(sheet, row, column, *number, whole ? m_whole[total ? 1 : 0] : look));
        } else if (const auto *date = std::get_if<QDate>(&value); date && date->isValid()) {
            if (date->year() < 1901 || date->year() > 9999) { // before the calendar of Excel
                check(worksheet_write_string(sheet, row, column, base::frenchShortDate(*date).toUtf8().constData(),
                                             words));
                return;
            }
            lxw_datetime day{date->year(), date->month(), date->day(), 0, 0, 0};
            check(worksheet_write_datetime(sheet, row, column, &day, look));
        }
    }

    QByteArray m_folder;
    QString m_whose;
    QDate m_date;
    lxw_workbook *m_book = nullptr;
    lxw_format *m_head = nullptr;
    std::array<Looks, 2> m_looks{};        // of a row, of the row of totals
    std::array<lxw_format *, 2> m_whole{}; // decimals that have none
    QString m_error;
};

// The library can't say the language of a file.
base::Result<QByteArray> inFrench(const QByteArray &book)
{
    const ZipLimits ours{.total = 1LL << 32, .ratio = 1'000'000};
    auto parts = readZip(book, ours);
    if (!parts)
        return failed(parts.error().message);
    for (ZipPart &part : parts.value())
        if (part.path == u"docProps/core.xml")
            part.bytes.replace("</cp:coreProperties>", "<dc:language>fr-FR</dc:language></cp:coreProperties>");
    return writeZip(parts.value());
}

QString csvText(QString text)
{
    // A semicolon or a line break inside quotes is fine, but Excel runs what begins with one of these as a formula.
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

QString csvNumber(double number)
{
    QLocale locale(QLocale::French, QLocale::France);
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'f', QLocale::FloatingPointShortest); // 'g' writes a million as 1E+06
}

QString csvCell(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return text->isEmpty() ? QString() : csvText(*text);
    if (const auto *count = std::get_if<qint64>(&value))
        return QString::number(*count);
    if (const auto *number = std::get_if<double>(&value))
        return std::isfinite(*number) ? csvNumber(*number) : QString();
    if (const auto *date = std::get_if<QDate>(&value))
        return base::frenchShortDate(*date);
    return {};
}

} // namespace

base::Result<QByteArray> writeXlsx(const std::vector<Sheet> &sheets, const SheetProperties &properties)
{
    const QTemporaryDir folder; // the library writes to a file
    if (!folder.isValid())
        return failed(folder.errorString());
    const QString path = folder.filePath(u"classeur.xlsx"_s);
    Workbook book(path, folder.path());
    book.describe(properties);
    for (const Sheet &sheet : sheets)
        book.add(sheet);
    if (const QString problem = book.close(); !problem.isEmpty())
        return failed(problem);
    const auto written = base::readFile(path);
    return written ? inFrench(written.value()) : written;
}

QByteArray writeCsv(const Sheet &sheet)
{
    QStringList lines;
    QStringList titles;
    for (const SheetColumn &column : sheet.columns)
        titles << csvText(column.title);
    lines << titles.join(u';');
    for (const auto &row : sheet.rows) {
        QStringList cells;
        for (const Value &value : row)
            cells << csvCell(value);
        lines << cells.join(u';');
    }
    return "\xEF\xBB\xBF" + (lines.join(u"\r\n"_s) + u"\r\n"_s).toUtf8();
}

} // namespace formats
