#include "imports/delimited_parser.h"

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

class Parser
{
public:
    Parser(QStringView text, QChar separator, const QString &what, const DelimitedLimits &limits)
        : m_text(text), m_separator(separator), m_what(what), m_limits(limits)
    {
    }

    base::Result<ParsedText> run();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar here() const { return m_text[m_at]; }
    [[nodiscard]] bool atCellEnd() const
    {
        return atEnd() || here() == u'\n' || here() == u'\r' || (here() == m_separator && !m_separator.isNull());
    }
    // False when a limit is passed.
    bool readRow(DelimitedRow &row);
    bool readCell(QString &cell);
    bool readQuoted(QString &cell);
    [[nodiscard]] bool closes(const QString &cell) const;
    void skipLineEnd();
    void keep(DelimitedRow row);
    [[nodiscard]] base::Error tooLarge() const;

    QStringView m_text;
    QChar m_separator;
    const QString &m_what;
    const DelimitedLimits &m_limits;
    qsizetype m_at = 0;
    qsizetype m_cells = 0;
    int m_line = 1;
    bool m_quotesArePlain = false; // since one was found that nothing closes: never look for its end twice
    QString m_passed;              // the limit that was, in words
    ParsedText m_result;
};

// A closing quote is followed by the end of its cell; across lines, one that is not opened another cell.
bool Parser::closes(const QString &cell) const
{
    qsizetype next = m_at;
    while (next < m_text.size() && m_text[next] == u' ')
        ++next;
    const QChar after = next < m_text.size() ? m_text[next] : QChar(u'\n');
    return after == m_separator || after == u'\n' || after == u'\r' || !cell.contains(u'\n');
}

// Reads "…" up to its closing quote. Without one, goes back and tells: false.
bool Parser::readQuoted(QString &cell)
{
    const qsizetype start = m_at;
    const int startLine = m_line;
    bool misplaced = false;
    ++m_at;
    while (!atEnd() && cell.size() <= m_limits.cell) {
        const QChar c = here();
        ++m_at;
        if (c == u'"') {
            if ((atEnd() || here() != u'"') && closes(cell))
                return true;
            if (atEnd() || here() != u'"') {
                misplaced = true;
                break;
            }
            ++m_at;
        } else if (c == u'\r' || c == u'\n') {
            if (c == u'\r' && !atEnd() && here() == u'\n')
                ++m_at;
            ++m_line;
            cell += u'\n';
            continue;
        }
        cell += c;
    }
    m_at = start;
    m_line = startLine;
    cell.clear();
    m_quotesArePlain = !misplaced;
    m_result.remarks.push_back({startLine, u"un guillemet est ouvert et n’est jamais refermé ; il a été lu comme un "
                                           "caractère ordinaire"_s});
    return false;
}

bool Parser::readCell(QString &cell)
{
    if (!atEnd() && here() == u'"' && !m_quotesArePlain)
        readQuoted(cell);
    while (!atCellEnd()) {
        const qsizetype start = m_at;
        while (!atCellEnd())
            ++m_at;
        cell += m_text.mid(start, m_at - start);
    }
    if (cell.size() > m_limits.cell)
        m_passed = u"une cellule de plus de %1 caractères"_s.arg(m_limits.cell);
    cell = cell.trimmed();
    return m_passed.isEmpty();
}

void Parser::skipLineEnd()
{
    if (atEnd())
        return;
    const bool carriage = here() == u'\r';
    ++m_at;
    if (carriage && !atEnd() && here() == u'\n')
        ++m_at;
    ++m_line;
}

bool Parser::readRow(DelimitedRow &row)
{
    row.line = m_line;
    for (;;) {
        QString cell;
        if (!readCell(cell))
            return false;
        row.cells.push_back(std::move(cell));
        if (row.cells.size() > m_limits.columns)
            m_passed = u"plus de %1 colonnes"_s.arg(m_limits.columns);
        if (++m_cells > m_limits.cells)
            m_passed = u"plus de %1 cellules"_s.arg(m_limits.cells);
        if (!m_passed.isEmpty())
            return false;
        if (atEnd() || here() != m_separator)
            break;
        ++m_at;
    }
    skipLineEnd();
    return true;
}

void Parser::keep(DelimitedRow row)
{
    bool blank = true;
    bool damaged = false;
    for (const QString &cell : std::as_const(row.cells)) {
        blank = blank && cell.isEmpty();
        damaged = damaged || cell.contains(QChar::ReplacementCharacter);
    }
    if (blank)
        return;
    if (damaged)
        m_result.remarks.push_back({row.line, u"des caractères n’ont pas pu être lus ; ils sont marqués « � »"_s});
    m_result.rows.push_back(std::move(row));
}

base::Error Parser::tooLarge() const
{
    return {base::ErrorCode::Hostile,
            u"%1 ne peut pas être lu : %2 à la ligne %3. Rien n’a été modifié ; vérifiez que c’est bien une liste."_s
                .arg(m_what, m_passed)
                .arg(m_line),
            {}};
}

base::Result<ParsedText> Parser::run()
{
    while (!atEnd() && qsizetype(m_result.rows.size()) < m_limits.rows) {
        DelimitedRow row;
        if (!readRow(row))
            return tooLarge();
        keep(std::move(row));
    }
    return std::move(m_result);
}

} // namespace

base::Result<ParsedText> parseDelimited(QStringView text, QChar separator, const QString &what,
                                        const DelimitedLimits &limits)
{
    return Parser(text, separator, what, limits).run();
}

} // namespace imports
