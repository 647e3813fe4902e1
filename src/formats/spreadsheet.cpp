#include "formats/spreadsheet.h"

#include "base/file.h"
#include "base/text.h"
#include "formats/xmltree.h"

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
constexpr double rowHeight = 15;

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
        m_head = format(false);
        format_set_bold(m_head);
        format_set_bg_color(m_head, 0xEEF3F3);
        format_set_border(m_head, LXW_BORDER_THIN);
        m_text = format(true);
        m_formats[size_t(Type::Text)] = m_text;
        m_formats[size_t(Type::Date)] = numbers("dd/mm/yyyy");
        m_formats[size_t(Type::Integer)] = numbers("#,##0");
        m_formats[size_t(Type::Decimal)] = numbers("#,##0.##");
        m_formats[size_t(Type::Euros)] = numbers("#,##0.00\\ [$€-40C]");
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
        for (size_t i = 0; i < sheet.columns.size(); ++i) {
            const auto column = lxw_col_t(i);
            worksheet_set_column(target, column, column, sheet.columns[i].width, nullptr);
            check(worksheet_write_string(target, 0, column, cellText(sheet.columns[i].title).constData(), m_head));
        }
        for (size_t row = 0; row < sheet.rows.size(); ++row)
            for (size_t i = 0; i < sheet.columns.size(); ++i)
                write(target, lxw_row_t(row + 1), lxw_col_t(i), sheet.columns[i].type, sheet.rows[row][i]);
        worksheet_freeze_panes(target, 1, 1);
        const auto last = lxw_col_t(std::max<size_t>(1, sheet.columns.size()) - 1);
        worksheet_autofilter(target, 0, 0, lxw_row_t(std::max<size_t>(1, sheet.rows.size())), last);
        worksheet_set_row(target, 0, 2 * rowHeight, nullptr);
        worksheet_set_landscape(target);
        worksheet_set_paper(target, 9); // A4
        worksheet_fit_to_pages(target, 1, 0);
        worksheet_repeat_rows(target, 0, 0);
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

    lxw_format *format(bool wrapped)
    {
        lxw_format *made = workbook_add_format(m_book);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(made);
        if (!wrapped)
            format_set_align(made, LXW_ALIGN_VERTICAL_CENTER);
        return made;
    }

    lxw_format *numbers(const char *pattern)
    {
        lxw_format *made = workbook_add_format(m_book);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_num_format(made, pattern);
        return made;
    }

    void check(lxw_error error)
    {
        if (error != LXW_NO_ERROR && m_error.isEmpty())
            m_error = QString::fromUtf8(lxw_strerror(error));
    }

    void write(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, Type type, const Value &value)
    {
        lxw_format *look = m_formats[size_t(type)];
        if (const auto *text = std::get_if<QString>(&value); text && !text->isEmpty()) {
            check(worksheet_write_string(sheet, row, column, cellText(*text).constData(), m_text));
        } else if (const auto *count = std::get_if<qint64>(&value)) {
            check(worksheet_write_number(sheet, row, column, double(*count), look));
        } else if (const auto *number = std::get_if<double>(&value); number && std::isfinite(*number)) {
            check(worksheet_write_number(sheet, row, column, *number, look));
        } else if (const auto *date = std::get_if<QDate>(&value); date && date->isValid()) {
            if (date->year() < 1901 || date->year() > 9999) { // before the calendar of Excel
                check(worksheet_write_string(sheet, row, column, base::frenchShortDate(*date).toUtf8().constData(),
                                             m_text));
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
    lxw_format *m_text = nullptr;
    std::array<lxw_format *, 5> m_formats{};
    QString m_error;
};

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
    return base::readFile(path);
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
