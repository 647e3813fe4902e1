// An XLSX workbook: its sheets, and their rows one at a time. Why it is read by us: docs/adr/0010-lecture-xlsx.md.
// Formulas are never computed: a cell is the value that was stored with it.
#pragma once

#include "imports/archive.h"
#include "imports/row_source.h"

#include <QDate>
#include <QStringList>
#include <set>

namespace imports
{

struct SheetCell {
    enum class Kind { Empty, Text, Number, Date, Boolean, Error };
    Kind kind = Kind::Empty;
    QString text;      // as a person would type it: "12.5", "12/03/2027", "oui", "#N/A"
    double number = 0; // Number; Boolean as 0 or 1
    QDate date;        // Date
};

struct SheetRow {
    int number = 0;      // from 1, as the spreadsheet shows it
    bool hidden = false; // by hand or by a filter
    std::vector<SheetCell> cells;
};

// What a sheet may not pass, beside ArchiveLimits.
struct SheetLimits {
    int columns = 2000; // of cells that hold something
    qint64 cells = 40'000'000;
    qint64 sharedText = 64 * 1024 * 1024; // bytes of the table of texts
    int depth = 256;                      // of XML elements
};

// Cells merged over several rows: what the first holds is said of all.
struct MergedCells {
    int top = 0; // rows, from 1
    int bottom = 0;
    int column = 0; // the first of them, from 0
};

class Workbook;

// Rows of one sheet in their order; rows without any value are passed over.
class SheetReader
{
public:
    SheetReader(const Workbook &workbook, std::unique_ptr<ArchiveDevice> device, const SheetLimits &limits);
    ~SheetReader();
    SheetReader(const SheetReader &) = delete;
    SheetReader &operator=(const SheetReader &) = delete;

    // False at the end, or when error() says why.
    [[nodiscard]] bool next(SheetRow &row);
    [[nodiscard]] const std::optional<base::Error> &error() const;
    // From 0, those that are hidden; known once a row is read.
    [[nodiscard]] const std::set<int> &hiddenColumns() const;
    // Bytes of XML read so far.
    [[nodiscard]] qint64 position() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// Copies share the archive and the table of texts.
class Workbook
{
public:
    // Reads the list of sheets, the styles and the table of texts. An XLSB, ODS, XLS or other document is refused with
    // a sentence that says what to save instead.
    static base::Result<Workbook> open(const std::shared_ptr<Archive> &archive, const QString &what,
                                       const SheetLimits &limits = {});

    [[nodiscard]] QStringList sheets() const { return m_names; }
    [[nodiscard]] base::Result<std::unique_ptr<SheetReader>> read(qsizetype sheet) const;
    // The same as rows of texts; with `spread`, cells merged over rows hold the same text in each of them.
    [[nodiscard]] base::Result<std::unique_ptr<RowSource>> rows(qsizetype sheet, const Watch &watch = {},
                                                                bool spread = false) const;
    // Reads the sheet to its end, where they are said; none of a sheet that can’t be read. Those of one row are no
    // matter.
    [[nodiscard]] std::vector<MergedCells> merged(qsizetype sheet) const;

    // For SheetReader: the meaning of a cell's attributes.
    [[nodiscard]] SheetCell value(QStringView type, qsizetype style, const QString &stored) const;
    [[nodiscard]] const QString &what() const { return m_what; }

private:
    struct Loader;
    std::shared_ptr<Archive> m_archive;
    QString m_what;
    SheetLimits m_limits;
    QStringList m_names;
    QStringList m_parts;    // of m_names
    std::set<int> m_hidden; // indexes in m_names
    bool m_from1904 = false;
    std::shared_ptr<const std::vector<QByteArray>> m_texts; // UTF-8
    std::shared_ptr<const std::vector<bool>> m_dateStyles;  // by index of cell format
};

} // namespace imports
