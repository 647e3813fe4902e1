// Rows of a list, one at a time, whatever it is written in: text of any size, a sheet of a workbook, an entry of a
// ZIP archive. Nothing is kept: the 1.9 million lines of the RPPS pass in a few megabytes of memory.
#pragma once

#include "imports/delimited.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <QByteArrayView>
#include <QIODevice>

namespace imports
{

// How long work may be watched and stopped; both may be empty.
struct Watch {
    std::function<bool()> cancelled;
    std::function<void(qint64 done, qint64 total)> progress; // bytes
};

// How a text is written: found in its first block, or said by somebody who sees that it was found wrong.
struct TextForm {
    std::optional<Encoding> encoding; // unset: to be found; a sheet has none
    std::optional<QChar> separator;   // unset: to be found; null: one column
};

// Cells are UTF-8 (or the bytes of the file, see text()), trimmed of ordinary spaces, and valid until next().
class RowSource
{
public:
    RowSource() = default;
    virtual ~RowSource() = default;
    RowSource(const RowSource &) = delete;
    RowSource &operator=(const RowSource &) = delete;

    // False at the end, or when error() says why.
    [[nodiscard]] virtual bool next() = 0;
    // A cell as text; beyond the last cell, empty.
    [[nodiscard]] virtual QString text(size_t column) const = 0;
    [[nodiscard]] const std::vector<QByteArrayView> &cells() const { return m_cells; }
    [[nodiscard]] QByteArrayView cell(size_t column) const
    {
        return column < m_cells.size() ? m_cells[column] : QByteArrayView();
    }
    // The line of the text, or the row of the sheet, from 1.
    [[nodiscard]] int line() const { return m_line; }
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }
    [[nodiscard]] const std::vector<Remark> &remarks() const { return m_remarks; }
    // Whether the current cell is merged with one above, which it repeats.
    [[nodiscard]] bool isSpread(size_t column) const
    {
        return std::find(m_spread.begin(), m_spread.end(), column) != m_spread.end();
    }
    // Whether a workbook hides the current row, or a column: what is hidden is read like the rest.
    [[nodiscard]] virtual bool isHidden() const { return false; }
    [[nodiscard]] virtual bool isHiddenColumn(size_t) const { return false; }
    // As it was found or said; nothing for a sheet.
    [[nodiscard]] const TextForm &form() const { return m_form; }

protected:
    std::vector<QByteArrayView> m_cells;
    std::vector<size_t> m_spread; // columns
    int m_line = 0;
    std::optional<base::Error> m_error;
    std::vector<Remark> m_remarks;
    TextForm m_form;
};

// What a list read in pieces may not pass.
struct StreamLimits {
    qint64 bytes = 8LL * 1024 * 1024 * 1024;
    qsizetype row = 4 * 1024 * 1024; // bytes
    size_t columns = 4096;
    qsizetype quoted = 64 * 1024; // bytes: a quote that closes later is taken as a plain character and told
};

// Rows of delimited text; separator, encoding, byte order mark and ends of line are those of the first block. `device`
// is open; `size` is for progress; `said` is stronger than what is found, except for UTF-16, which is certain. Text
// that is no text is an Error that begins with `what`.
[[nodiscard]] base::Result<std::unique_ptr<RowSource>> delimitedRows(std::unique_ptr<QIODevice> device, qint64 size,
                                                                     const QString &what, const Watch &watch = {},
                                                                     const StreamLimits &limits = {},
                                                                     const TextForm &said = {});

} // namespace imports
