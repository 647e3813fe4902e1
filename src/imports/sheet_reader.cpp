#include "imports/workbook.h"
#include "imports/xml_part.h"

#include <map>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int lastRow = 1'048'576;
constexpr int lastColumn = 16'384;

// "BC12" -> 54; -1 when it is no address.
int columnOf(QStringView address)
{
    int column = 0;
    for (const QChar c : address) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > lastColumn)
            return -1;
    }
    return column - 1;
}

} // namespace

struct SheetReader::State {
    State(const Workbook &of, std::unique_ptr<ArchiveDevice> device, const SheetLimits &bars)
        : book(of), limits(bars), part(std::move(device), of.what(), bars.depth)
    {
    }

    void readCell(SheetRow &row);
    void startRow(SheetRow &row);
    void noteColumns();
    [[nodiscard]] bool isHidden() const;
    void fail(const QString &detail);

    Workbook book;
    SheetLimits limits;
    XmlPart part;
    std::optional<base::Error> error;
    int row = 0;
    int column = -1;
    qint64 cells = 0;
    std::set<int> hiddenColumns;
};

// The element that is read.
bool SheetReader::State::isHidden() const
{
    const QString said = part.attribute("hidden"_L1);
    return said == u"1" || said == u"true";
}

// A range of columns, before the rows.
void SheetReader::State::noteColumns()
{
    const int first = part.attribute("min"_L1).toInt();
    const int last = std::min(part.attribute("max"_L1).toInt(), limits.columns);
    for (int each = std::max(first, 1); each <= last && isHidden(); ++each)
        hiddenColumns.insert(each - 1);
}

void SheetReader::State::fail(const QString &detail)
{
    error = base::Error{base::ErrorCode::Hostile,
                        u"%1 ne peut pas être lu : la ligne %2 a des cellules hors de toute feuille. Rien n’a été "
                        "modifié ; vérifiez que c’est bien une liste."_s.arg(book.what())
                            .arg(row),
                        detail};
}

void SheetReader::State::startRow(SheetRow &into)
{
    const QString number = part.attribute("r"_L1);
    bool known = false;
    const int said = number.toInt(&known);
    row = known ? said : row + 1;
    column = -1;
    into.number = row;
    into.hidden = isHidden();
    if (row < 1 || row > lastRow)
        fail(u"row"_s);
}

// From <c> to </c>: its stored value, or its text in place.
void SheetReader::State::readCell(SheetRow &into)
{
    const QString address = part.attribute("r"_L1);
    const QString type = part.attribute("t"_L1);
    bool styled = false;
    const int style = part.attribute("s"_L1).toInt(&styled);
    column = address.isEmpty() ? column + 1 : columnOf(address);
    QString stored;
    bool inValue = false;
    bool phonetic = false;
    while (part.next() && !part.ends("c"_L1)) {
        if (part.starts("rPh"_L1) || part.ends("rPh"_L1))
            phonetic = part.xml().isStartElement();
        else if (part.starts("v"_L1) || part.starts("t"_L1))
            inValue = true;
        else if (part.ends("v"_L1) || part.ends("t"_L1))
            inValue = false;
        else if (part.xml().isCharacters() && inValue && !phonetic)
            stored += part.xml().text();
    }
    if (column < 0)
        return fail(u"address"_s);
    SheetCell cell = book.value(type, styled ? style : -1, stored);
    if (cell.kind == SheetCell::Kind::Empty)
        return;
    if (column >= limits.columns)
        return fail(u"columns"_s);
    if (into.cells.size() <= size_t(column))
        into.cells.resize(size_t(column) + 1);
    into.cells[size_t(column)] = std::move(cell);
}

SheetReader::SheetReader(const Workbook &workbook, std::unique_ptr<ArchiveDevice> device, const SheetLimits &limits)
    : m_state(std::make_unique<State>(workbook, std::move(device), limits))
{
}

SheetReader::~SheetReader() = default;

const std::optional<base::Error> &SheetReader::error() const
{
    return m_state->error;
}

const std::set<int> &SheetReader::hiddenColumns() const
{
    return m_state->hiddenColumns;
}

qint64 SheetReader::position() const
{
    return m_state->part.xml().characterOffset();
}

bool SheetReader::next(SheetRow &row)
{
    State &state = *m_state;
    row.cells.clear();
    while (!state.error && state.part.next()) {
        if (state.part.starts("row"_L1))
            state.startRow(row);
        else if (state.part.starts("col"_L1))
            state.noteColumns();
        else if (state.part.starts("c"_L1))
            state.readCell(row);
        else if (state.part.ends("row"_L1) && !row.cells.empty()) {
            state.cells += qint64(row.cells.size());
            if (state.cells > state.limits.cells)
                state.fail(u"cells"_s);
            return !state.error;
        }
    }
    if (!state.error && state.part.error())
        state.error = state.part.error();
    return false;
}

namespace
{

// The rows of a sheet as texts.
class SheetSource final : public RowSource
{
public:
    SheetSource(std::unique_ptr<SheetReader> reader, QString what, Watch watch, qint64 size,
                const std::vector<MergedCells> &merged, const QString &hiddenSheet)
        : m_reader(std::move(reader)), m_what(std::move(what)), m_watch(std::move(watch)), m_size(size)
    {
        for (const MergedCells &each : merged)
            m_merged.emplace(each.top, each);
        if (!hiddenSheet.isEmpty())
            m_remarks.push_back({0, u"la feuille « %1 », masquée dans le classeur, est celle qui a été lue"_s.arg(
                                        hiddenSheet.left(60))});
    }

    bool next() override;
    QString text(size_t column) const override { return QString::fromUtf8(cell(column)); }
    bool isHidden() const override { return m_row.hidden; }
    bool isHiddenColumn(size_t column) const override { return m_reader->hiddenColumns().contains(int(column)); }

private:
    struct Spread {
        int bottom = 0;
        QByteArray text;
    };
    void spread();

    std::unique_ptr<SheetReader> m_reader;
    std::multimap<int, MergedCells> m_merged; // by their first row
    std::map<size_t, Spread> m_below;         // by column: what the rows under the first one hold
    QString m_what;
    Watch m_watch;
    qint64 m_size;
    SheetRow m_row;
    qint64 m_rows = 0;
    std::vector<QByteArray> m_texts;
};

// Fills the empty cells of the row that are merged with one above, and keeps what goes to the rows below.
void SheetSource::spread()
{
    m_spread.clear();
    std::erase_if(m_below, [this](const auto &each) { return each.second.bottom < m_line; });
    for (const auto &[column, above] : m_below) {
        if (m_texts.size() <= column)
            m_texts.resize(column + 1);
        if (!m_texts[column].isEmpty())
            continue;
        m_texts[column] = above.text;
        m_spread.push_back(column);
    }
    const auto [first, last] = m_merged.equal_range(m_line);
    for (auto each = first; each != last; ++each)
        if (const size_t column = size_t(each->second.column); column < m_texts.size() && !m_texts[column].isEmpty())
            m_below[column] = {each->second.bottom, m_texts[column]};
}

bool SheetSource::next()
{
    constexpr int between = 1024; // rows from one look at the watch to the next
    if (m_rows++ % between == 0) {
        if (m_watch.cancelled && m_watch.cancelled()) {
            m_error = base::Error{
                base::ErrorCode::Cancelled,
                u"%1 n’a pas été lu jusqu’au bout : vous avez arrêté l’import. Rien n’a été modifié."_s.arg(m_what),
                {}};
            return false;
        }
        if (m_watch.progress)
            m_watch.progress(std::min(m_reader->position(), m_size), m_size);
    }
    if (!m_reader->next(m_row)) {
        m_error = m_reader->error();
        return false;
    }
    m_line = m_row.number;
    m_cells.clear();
    m_texts.clear();
    m_texts.reserve(m_row.cells.size());
    for (const SheetCell &each : m_row.cells)
        m_texts.push_back(each.text.trimmed().toUtf8());
    if (!m_merged.empty())
        spread();
    m_cells.assign(m_texts.begin(), m_texts.end());
    return true;
}

} // namespace

base::Result<std::unique_ptr<RowSource>> Workbook::rows(qsizetype sheet, const Watch &watch, bool spread) const
{
    // What can't be read of them can't be read of the rows either, which say it better.
    const auto merged = spread ? this->merged(sheet) : std::vector<MergedCells>();
    auto reader = read(sheet);
    if (!reader)
        return reader.error();
    const qint64 size = m_archive->find(m_parts.value(sheet))->declared;
    return std::unique_ptr<RowSource>(
        std::make_unique<SheetSource>(std::move(reader).value(), m_what, watch, size, merged,
                                      m_hidden.contains(int(sheet)) ? m_names.value(sheet) : QString()));
}

} // namespace imports
