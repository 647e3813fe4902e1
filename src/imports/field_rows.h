// The rows of a table by field instead of column: finds the table that fits a profile, its row of titles, its columns.
#pragma once

#include "imports/profiles.h"

#include <set>

namespace imports
{

// A table seen before its columns are settled.
struct TableLook {
    const QStringList &titles;
    const std::vector<QStringList> &rows; // the first ones under the titles
    const ImportOptions &options;
    // A person chose the columns.
    [[nodiscard]] bool said() const { return !options.colonnes.empty(); }
};

// How the files of a profile are laid out.
struct Layout {
    int titlesKnown = 2;   // fields that a row needs to be the titles
    QString preferred;     // pattern of the names of sheets or files to look at first, the last by name first
    qint64 rows = 100'000; // more is not a list of that sort
    ColumnMapping fixed;   // without titles: the columns of the format…
    QString fixedMark;     // …when the first cell is this
    bool official = true;  // a published file; not a list that somebody keeps
    // Of such a list: what the cells say of the columns, after their titles.
    void (*settle)(ColumnMapping &mapping, const TableLook &look) = nullptr;
    // When a needed column has not been found: what to choose among, a sentence after « Le fichier « … » », or nothing.
    QString (*unsure)(const ColumnMapping &mapping, const TableLook &look) = nullptr;
};

// The table of a file that a profile reads.
struct TableChoice {
    Tables tables;
    qsizetype table = 0;
    int titleLine = 0; // 0: without titles
    QStringList titles;
    ColumnMapping mapping;
};

// The table where every required field has a column: the first of an official file, of a list of one’s own the one that
// has most of them. An Error names the missing ones and the titles read. With `lenient`, the most likely table even so,
// for a preview.
[[nodiscard]] base::Result<TableChoice> chooseTable(const ImportInput &input, const Profile &profile,
                                                    const Layout &layout, const ImportOptions &options,
                                                    bool lenient = false);

class FieldRows
{
public:
    static base::Result<FieldRows> open(const ImportInput &input, const Profile &profile, const Layout &layout,
                                        const ImportOptions &options);

    // False at the end, or when error() says why. Titles met again are passed over and told.
    [[nodiscard]] bool next();
    [[nodiscard]] const std::optional<base::Error> &error() const;
    // -1 when no column has that field.
    [[nodiscard]] int column(const QString &field) const;
    // Of the current row; empty without such a column. Guards of spreadsheets are taken off; never a calculation.
    [[nodiscard]] QString text(const QString &field) const;
    [[nodiscard]] QString at(int column) const;
    [[nodiscard]] QByteArrayView raw(int column) const { return m_source->cell(size_t(column)); }
    [[nodiscard]] size_t width() const { return m_source->cells().size(); }
    [[nodiscard]] int line() const { return m_source->line(); }
    // The title above a field, as written, spaces simplified; empty when there is none.
    [[nodiscard]] QString title(const QString &field) const;
    [[nodiscard]] const QStringList &titles() const { return m_titles; }
    [[nodiscard]] QString table() const { return m_table; }
    // Whether the cell of that field repeats the one above, with which it is merged.
    [[nodiscard]] bool isSpread(const QString &field) const;
    // The columns of a list of one’s own that fill nothing and hold something, beside rows that were read.
    [[nodiscard]] QStringList leftAside() const;
    // Of reading itself.
    [[nodiscard]] std::vector<Remark> remarks() const;

private:
    FieldRows() = default;
    [[nodiscard]] bool repeatsTitles() const;
    [[nodiscard]] bool isTotal() const;
    void noteLeftAside();
    void noteHidden();
    [[nodiscard]] std::vector<Remark> hiddenTold() const;

    std::unique_ptr<RowSource> m_source;
    QString m_what;
    QString m_table;
    QStringList m_titles;
    int m_titleLine = 0;
    std::map<QString, int> m_columns;
    bool m_official = true;
    std::set<int> m_used; // columns that a field or the profile reads
    std::set<int> m_left;
    std::vector<int> m_hiddenRows; // lines that were read
    std::set<int> m_hiddenColumns; // that fill a field, beside rows that were read
    std::optional<base::Error> m_error;
    std::vector<Remark> m_remarks;
    qint64 m_rows = 0;
    qint64 m_mostRows = 0;
};

} // namespace imports
