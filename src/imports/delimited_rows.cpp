#include "imports/archive.h"
#include "imports/row_source.h"

#include <algorithm>
#include <cstring>
#include <QStringDecoder>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype firstBlock = 64 * 1024;
constexpr qsizetype block = 256 * 1024;

constexpr int mostOpenQuotes = 20;

QString openQuote()
{
    return u"un guillemet est ouvert et n’est jamais refermé ; il a été lu comme un caractère ordinaire"_s;
}

// Where reading stands inside a row, from its start.
struct QuoteScan {
    qsizetype at = 0;
    bool cellStart = true;
    bool inside = false;
};

class DelimitedSource final : public RowSource
{
public:
    DelimitedSource(std::unique_ptr<QIODevice> device, qint64 size, QString what, Watch watch,
                    const StreamLimits &limits, const TextForm &said)
        : m_device(std::move(device)), m_size(size), m_what(std::move(what)), m_watch(std::move(watch)),
          m_limits(limits)
    {
        m_form = said;
    }

    base::Result<void> start();
    QString settleForm(const QByteArray &sample, const DecodedText &found);
    bool next() override;
    QString text(size_t column) const override;

private:
    bool fill();
    [[nodiscard]] bool isCancelled();
    void append(const QByteArray &bytes);
    bool take(qsizetype length, bool plain);
    qsizetype rowEnd(qsizetype from);
    [[nodiscard]] qsizetype beforeCarriage(qsizetype length) const;
    void cut(QByteArrayView row);
    void cutQuoted(QByteArrayView row);
    void follow(QuoteScan &scan, qsizetype to) const;
    std::optional<qsizetype> quotedLength(qsizetype length, bool &plain);
    void fail(base::ErrorCode code, const QString &why);
    [[nodiscard]] char separator() const { return m_separator.isNull() ? '\0' : char(m_separator.unicode()); }

    std::unique_ptr<QIODevice> m_device;
    qint64 m_size;
    QString m_what;
    Watch m_watch;
    StreamLimits m_limits;
    std::optional<QStringDecoder> m_decoder; // UTF-16 only
    bool m_windows = false;                  // every byte is a letter of Windows-1252
    bool m_utf8 = false;                     // seen: damaged bytes stay damaged
    QChar m_separator;
    char m_lineEnd = '\n';
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_done = 0;
    bool m_ended = false;
    int m_nextLine = 1;
    int m_openQuotes = 0;
    bool m_plainQuotes = false;         // too many were never closed: they are no quotes in this file
    std::vector<QByteArray> m_unquoted; // cells that are not a part of the buffer as they stand
};

void DelimitedSource::fail(base::ErrorCode code, const QString &why)
{
    m_error = base::Error{code, u"%1 %2. Rien n’a été modifié."_s.arg(m_what, why), {}};
}

void DelimitedSource::append(const QByteArray &bytes)
{
    if (m_decoder) {
        const QString decoded = (*m_decoder)(bytes);
        m_buffer += decoded.toUtf8();
    } else {
        m_buffer += bytes;
    }
}

bool DelimitedSource::isCancelled()
{
    if (!m_watch.cancelled || !m_watch.cancelled())
        return false;
    fail(base::ErrorCode::Cancelled, u"n’a pas été lu jusqu’au bout : vous avez arrêté l’import"_s);
    return true;
}

// One more block; false when there is none.
bool DelimitedSource::fill()
{
    if (m_ended || m_error)
        return false;
    if (isCancelled())
        return false;
    if (m_at > 0) {
        m_buffer.remove(0, m_at);
        m_at = 0;
    }
    const QByteArray bytes = m_device->read(block);
    m_done += bytes.size();
    if (const auto *entry = dynamic_cast<const ArchiveDevice *>(m_device.get()); entry && entry->fault()) {
        m_error = entry->fault();
        return false;
    }
    if (m_done > m_limits.bytes) {
        fail(base::ErrorCode::Hostile, u"est beaucoup trop volumineux"_s);
        return false;
    }
    if (bytes.isEmpty()) {
        m_ended = true;
        return false;
    }
    if (m_watch.progress)
        m_watch.progress(std::min(m_done, m_size), m_size);
    append(bytes);
    return true;
}

// The text of the sample in the encoding that was said, if any.
QString DelimitedSource::settleForm(const QByteArray &sample, const DecodedText &found)
{
    const bool certain = found.encoding == Encoding::Utf16LittleEndian || found.encoding == Encoding::Utf16BigEndian;
    const Encoding said = m_form.encoding.value_or(found.encoding);
    const bool possible = said == Encoding::Utf8 || said == Encoding::Windows1252;
    m_form.encoding = certain || !possible ? found.encoding : said;
    if (*m_form.encoding == found.encoding)
        return found.text;
    return said == Encoding::Windows1252 ? decodeWindows1252(sample) : QString::fromUtf8(sample);
}

base::Result<void> DelimitedSource::start()
{
    const QByteArray head = m_device->read(firstBlock);
    if (const auto *entry = dynamic_cast<const ArchiveDevice *>(m_device.get()); entry && entry->fault())
        return *entry->fault();
    m_done = head.size();
    // A block may end inside a letter.
    const qsizetype lastLine = head.size() < firstBlock ? head.size() : head.lastIndexOf('\n') + 1;
    QByteArray sample = lastLine > 0 ? head.left(lastLine) : head;
    while (lastLine <= 0 && !sample.isEmpty() && (static_cast<unsigned char>(sample.back()) & 0x80U) != 0)
        sample.chop(1);
    if (sample.size() % 2 != 0 && (sample.startsWith("\xFF\xFE") || sample.contains('\0')))
        sample = head.left(sample.size() + 1);
    const auto decoded = decodeText(sample, m_what);
    if (!decoded)
        return decoded.error();
    const QString text = settleForm(sample, decoded.value());
    if (std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); }))
        return base::Error{base::ErrorCode::Invalid, u"%1 est vide. Rien n’a été modifié."_s.arg(m_what), {}};
    const Encoding encoding = *m_form.encoding;
    m_windows = encoding == Encoding::Windows1252;
    m_utf8 = encoding == Encoding::Utf8 &&
             std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x80; });
    if (encoding == Encoding::Utf16LittleEndian)
        m_decoder.emplace(QStringDecoder::Utf16LE);
    else if (encoding == Encoding::Utf16BigEndian)
        m_decoder.emplace(QStringDecoder::Utf16BE);
    append(head);
    if (m_buffer.startsWith("\xEF\xBB\xBF"))
        m_at = 3;
    const auto declared = declaredSeparator(text);
    m_separator = m_form.separator ? *m_form.separator : declared ? *declared : detectSeparator(text);
    if (m_separator.unicode() >= 0x80)
        m_separator = QChar();
    m_form.separator = m_separator;
    if (!text.contains(u'\n') && text.contains(u'\r'))
        m_lineEnd = '\r';
    if (declared) {
        m_at = m_buffer.indexOf('\n') + 1;
        m_nextLine = 2;
    }
    return {};
}

QString DelimitedSource::text(size_t column) const
{
    const QByteArrayView bytes = cell(column);
    if (m_windows || (!m_utf8 && !m_decoder && !bytes.isValidUtf8()))
        return decodeWindows1252(bytes);
    return QString::fromUtf8(bytes);
}

// The end of the line that begins there, reading on when needed; the end of the text when nothing ends it; -1 when the
// row is too long.
qsizetype DelimitedSource::rowEnd(qsizetype from)
{
    for (qsizetype searched = from;;) {
        const qsizetype end = m_buffer.indexOf(m_lineEnd, searched);
        if (end >= 0)
            return end;
        const qsizetype known = m_buffer.size() - m_at;
        const qsizetype offset = from - m_at;
        if (known > m_limits.row) {
            fail(base::ErrorCode::Hostile, u"ne peut pas être lu : la ligne %1 est beaucoup trop longue"_s.arg(m_line));
            return -1;
        }
        if (!fill())
            return m_error ? -1 : m_buffer.size();
        from = m_at + offset; // filling moves what is left to the start
        searched = m_at + known;
    }
}

// Follows the quoted cells of the row at m_at, from where it stopped up to `to`.
void DelimitedSource::follow(QuoteScan &scan, qsizetype to) const
{
    const char *const row = m_buffer.constData() + m_at;
    for (; scan.at < to; ++scan.at) {
        const char c = row[scan.at];
        if (!scan.inside) {
            scan.inside = scan.cellStart && c == '"';
            scan.cellStart = c == separator();
        } else if (c == '"') {
            const char after = scan.at + 1 < to ? row[scan.at + 1] : '\n';
            if (after == '"')
                ++scan.at;
            else
                scan.inside = after != separator() && after != '\n' && after != '\r';
        }
    }
}

// Where the row at m_at really ends, its first line ending at `length`: a quoted cell may hold ends of line. Unset when
// reading failed. `plain` is set when a quote is never closed.
std::optional<qsizetype> DelimitedSource::quotedLength(qsizetype length, bool &plain)
{
    QuoteScan scan;
    for (qsizetype end = length;;) {
        follow(scan, end);
        if (!scan.inside)
            return end;
        const bool last = m_at + end >= m_buffer.size() && m_ended;
        if (end > m_limits.quoted || last) {
            plain = true;
            m_plainQuotes = ++m_openQuotes > mostOpenQuotes;
            m_remarks.push_back({m_line, openQuote()});
            return length;
        }
        const qsizetype next = rowEnd(m_at + end + 1);
        if (next < 0)
            return std::nullopt;
        end = next - m_at;
    }
}

// The row at m_at, up to a carriage return alone: an end of line of another system, in a part of the file that came
// from elsewhere. Two lines would else be one, and the second be lost.
qsizetype DelimitedSource::beforeCarriage(qsizetype length) const
{
    const qsizetype at = QByteArrayView(m_buffer).sliced(m_at, length).indexOf('\r');
    return at >= 0 && at + 1 < length ? at : length;
}

void DelimitedSource::cut(QByteArrayView row)
{
    const char mark = separator();
    const char *at = row.data();
    const char *const end = at + row.size();
    while (mark != '\0') {
        const auto *found = static_cast<const char *>(std::memchr(at, mark, size_t(end - at)));
        if (!found)
            break;
        m_cells.push_back(QByteArrayView(at, found - at).trimmed());
        at = found + 1;
    }
    m_cells.push_back(QByteArrayView(at, end - at).trimmed());
}

// A row in which some cell begins with a quote; its quotes are known to be closed inside it, or to be plain.
void DelimitedSource::cutQuoted(QByteArrayView row)
{
    qsizetype at = 0;
    const char mark = separator();
    const auto sameCell = [&](qsizetype i) { return i < row.size() && !(row[i] == mark && mark != '\0'); };
    while (at <= row.size()) {
        qsizetype end = at;
        bool closed = false;
        if (at < row.size() && row[at] == '"') {
            QByteArray content;
            qsizetype i = at + 1;
            for (; i < row.size(); ++i) {
                if (row[i] == '"' && i + 1 < row.size() && row[i + 1] == '"')
                    ++i;
                else if (row[i] == '"' && !sameCell(i + 1))
                    break;
                content += row[i];
            }
            closed = i < row.size();
            if (closed) {
                m_unquoted.push_back(content.trimmed());
                m_cells.push_back(m_unquoted.back());
                end = i + 1;
            }
        }
        if (!closed) {
            while (sameCell(end))
                ++end;
            m_cells.push_back(row.sliced(at, end - at).trimmed());
        }
        at = end + 1;
    }
}

bool DelimitedSource::next()
{
    constexpr int between = 1024; // rows from one look at the watch to the next: a block may take long
    while (!m_error) {
        if (m_nextLine % between == 0 && isCancelled())
            return false;
        if (m_at >= m_buffer.size() && !fill())
            return false;
        m_line = m_nextLine;
        const qsizetype end = rowEnd(m_at);
        if (end < 0)
            return false;
        qsizetype length = end - m_at;
        bool plain =
            m_plainQuotes || m_separator.isNull() || QByteArrayView(m_buffer).sliced(m_at, length).indexOf('"') < 0;
        if (!plain) {
            const auto whole = quotedLength(length, plain);
            if (!whole)
                return false;
            length = *whole;
        }
        if (plain)
            length = beforeCarriage(length);
        if (!take(length, plain))
            return false;
        if (std::any_of(m_cells.begin(), m_cells.end(), [](QByteArrayView cell) { return !cell.isEmpty(); }))
            return true;
    }
    return false;
}

// Makes the cells of the row at m_at, and passes it.
bool DelimitedSource::take(qsizetype length, bool plain)
{
    QByteArrayView row = QByteArrayView(m_buffer).sliced(m_at, length);
    m_nextLine = m_line + 1 + (plain ? 0 : int(std::count(row.begin(), row.end(), m_lineEnd)));
    if (row.endsWith('\r'))
        row.chop(1);
    m_cells.clear();
    m_unquoted.clear();
    if (plain)
        cut(row);
    else
        cutQuoted(row);
    m_at = std::min(m_at + length + 1, m_buffer.size());
    if (m_cells.size() <= m_limits.columns)
        return true;
    fail(base::ErrorCode::Hostile,
         u"ne peut pas être lu : plus de %1 colonnes à la ligne %2"_s.arg(m_limits.columns).arg(m_line));
    return false;
}

} // namespace

base::Result<std::unique_ptr<RowSource>> delimitedRows(std::unique_ptr<QIODevice> device, qint64 size,
                                                       const QString &what, const Watch &watch,
                                                       const StreamLimits &limits, const TextForm &said)
{
    auto source = std::make_unique<DelimitedSource>(std::move(device), size, what, watch, limits, said);
    if (auto started = source->start(); !started)
        return started.error();
    return std::unique_ptr<RowSource>(std::move(source));
}

} // namespace imports
