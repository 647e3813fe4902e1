#include "imports/field_rows.h"

#include "base/text.h"
#include "imports/cell_values.h"

#include <algorithm>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int titleRows = 20;    // how far down titles may be
constexpr qsizetype tables = 40; // how many sheets are looked at

struct Head {
    int line = 0;
    QStringList cells;
    ColumnMapping mapping;
    // When no row can be the titles, but one would be if it were cut elsewhere: how it is cut, and how the rows are.
    QString titleSeparator = {};
    QString rowSeparator = {};
};

QStringList texts(const RowSource &row)
{
    QStringList cells;
    for (size_t column = 0; column < row.cells().size(); ++column)
        cells.push_back(plainCell(row.text(column)).simplified());
    return cells;
}

QStringList titlesOfTwoRows(const QStringList &above, const QStringList &below)
{
    QStringList both = below;
    for (qsizetype i = 0; i < above.size(); ++i)
        if (i >= both.size())
            both.push_back(above[i]);
        else if (both[i].isEmpty())
            both[i] = above[i];
    return both;
}

// The titles where a person says they are; the columns are those that are chosen, else those that the titles say.
base::Result<Head> saidHead(RowSource &source, const Profile &profile, const ImportOptions &options)
{
    Head head;
    while (head.line < *options.ligneTitres && source.next())
        head = {source.line(), texts(source), {}};
    if (source.error())
        return *source.error();
    head.mapping = guessMapping(head.cells, profile);
    return head;
}

bool isFigure(const QString &cell)
{
    static const QRegularExpression form(u"^[-+\\d\\s.,/%€]+$"_s);
    return form.match(cell).hasMatch();
}

// Titles that no profile knows: the first row of words only that has figures under it.
class LikelyTitles
{
public:
    void look(int line, const QStringList &cells)
    {
        const bool figures = std::any_of(cells.begin(), cells.end(), isFigure);
        const auto words = cells.size() - cells.count(QString());
        if (figures && m_seen.line > 0 && m_sure.line == 0)
            m_sure = m_seen;
        else if (!figures && words > 1 && m_seen.line == 0)
            m_seen = {line, cells, {}};
    }
    [[nodiscard]] const Head &titles() const { return m_sure; }

private:
    Head m_seen;
    Head m_sure;
};

QString separatorInWords(QChar separator)
{
    return separator == u'\t' ? u"une tabulation"_s : u"« %1 »"_s.arg(separator);
}

// Titles typed with one separator over rows exported with another.
void lookForOtherSeparator(Head &head, const QStringList &cells, const RowSource &source, const Profile &profile,
                           const Layout &layout)
{
    const auto used = source.form().separator;
    if (!used || used->isNull() || !head.titleSeparator.isEmpty())
        return;
    const QString whole = cells.join(*used);
    for (const QChar other : {u';', u',', u'\t', u'|'}) {
        QStringList titles;
        if (other != *used)
            for (const QString &title : whole.split(other))
                titles << title.simplified();
        if (guessMapping(titles, profile).size() < size_t(std::max(2, layout.titlesKnown)))
            continue;
        head.titleSeparator = separatorInWords(other);
        head.rowSeparator = separatorInWords(*used);
        return;
    }
}

// « Commune » beside a title that no profile knows.
bool isIdentified(const QStringList &cells, const ColumnMapping &mapping, const Profile &profile)
{
    return cells.size() - cells.count(QString()) > 1 &&
           std::any_of(mapping.begin(), mapping.end(),
                       [&profile](const auto &each) { return profile.field(each.second)->identifies; });
}

// The row of titles, or the columns that the format fixes; an empty mapping when the table is something else. Titles
// may stand in two rows: what one leaves empty is read in the one above.
base::Result<Head> headOf(RowSource &source, const Profile &profile, const Layout &layout, bool lenient)
{
    Head best;
    LikelyTitles likely;
    QStringList above;
    for (int i = 0; i < titleRows && source.next(); ++i) {
        const QStringList cells = texts(source);
        ColumnMapping mapping = guessMapping(cells, profile);
        const bool titles = mapping.size() >= size_t(layout.titlesKnown) || isIdentified(cells, mapping, profile);
        if (titles && mapping.size() > best.mapping.size())
            best = {source.line(), cells, std::move(mapping)};
        else if (!titles && best.mapping.empty() && !layout.fixedMark.isEmpty() && cells.value(0) == layout.fixedMark)
            return Head{0, {}, layout.fixed};
        if (!titles && best.mapping.empty())
            lookForOtherSeparator(best, cells, source, profile, layout);
        const QStringList both = titlesOfTwoRows(above, cells);
        ColumnMapping ofBoth = both == cells ? ColumnMapping() : guessMapping(both, profile);
        if (ofBoth.size() >= size_t(layout.titlesKnown) && ofBoth.size() > best.mapping.size())
            best = {source.line(), both, std::move(ofBoth)};
        likely.look(source.line(), cells);
        above = cells;
    }
    if (source.error() && best.mapping.empty())
        return *source.error();
    return lenient && best.mapping.empty() ? likely.titles() : best;
}

QStringList missing(const Profile &profile, const ColumnMapping &mapping)
{
    QStringList labels;
    for (const ImportField &field : profile.fields)
        if (field.required && std::none_of(mapping.begin(), mapping.end(),
                                           [&](const auto &column) { return column.second == field.code; }))
            labels.push_back(u"« %1 »"_s.arg(field.label));
    return labels;
}

// Which tables to look at, in which order.
std::vector<qsizetype> order(const QStringList &names, const Layout &layout, const ImportOptions &options)
{
    const QString &wanted = options.feuille;
    std::vector<qsizetype> list;
    for (qsizetype i = 0; i < names.size() && list.size() < size_t(tables); ++i)
        if (wanted.isEmpty() || names[i] == wanted)
            list.push_back(i);
    const QRegularExpression preferred(layout.preferred, QRegularExpression::CaseInsensitiveOption);
    const QString year = options.annee ? QString::number(*options.annee) : QString();
    const auto rank = [&](qsizetype i) {
        if (layout.preferred.isEmpty() || !preferred.match(names[i]).hasMatch())
            return 0;
        return !year.isEmpty() && names[i].contains(year) ? 2 : 1;
    };
    std::stable_sort(list.begin(), list.end(), [&](qsizetype a, qsizetype b) {
        if (rank(a) != rank(b))
            return rank(a) > rank(b);
        return rank(a) > 0 && names[a] > names[b];
    });
    return list;
}

// The titles to write: those that are needed, else the first that the profile knows.
QString expectedTitles(const Profile &profile)
{
    constexpr qsizetype examples = 3;
    QStringList needed = missing(profile, {});
    QStringList subjects;
    for (const ImportField &field : profile.fields)
        if (field.identifies)
            subjects.push_back(u"« %1 »"_s.arg(field.label));
    if (!subjects.isEmpty())
        needed.prepend(subjects.join(u" ou "_s));
    if (!needed.isEmpty())
        return u"Titres attendus au moins : %1."_s.arg(base::frenchList(needed));
    QStringList some;
    for (const ImportField &field : profile.fields)
        if (some.size() < examples)
            some.push_back(u"« %1 »"_s.arg(field.label));
    return u"Titres attendus, par exemple : %1."_s.arg(base::frenchList(some));
}

// `unsure`: what a person may choose among.
base::Error missingColumns(const QString &what, const Profile &profile, const Head &head, const QString &unsure)
{
    if (!unsure.isEmpty())
        return {base::ErrorCode::Invalid, u"%1 %2 Rien n’a été modifié."_s.arg(what, unsure), {}};
    if (head.mapping.empty() && head.cells.isEmpty()) {
        QString sentence = u"%1 n’a pas de ligne de titres qui convienne à « %2 ». Rien n’a été modifié. %3"_s.arg(
            what, profile.nom, expectedTitles(profile));
        if (!head.titleSeparator.isEmpty())
            sentence += u" Les titres sont séparés par %1 et les lignes par %2 : employez partout le même signe."_s.arg(
                head.titleSeparator, head.rowSeparator);
        return {base::ErrorCode::Invalid, sentence, {}};
    }
    return {base::ErrorCode::Invalid,
            u"%1 n’a pas de colonne %2. Rien n’a été modifié. Choisissez la colonne qui en tient lieu, ou vérifiez que "
            "c’est le bon fichier (titres lus à la ligne %3 : %4)."_s
                .arg(what, base::frenchList(missing(profile, head.mapping)))
                .arg(head.line)
                .arg(head.cells.mid(0, 12).join(u", "_s)),
            {}};
}

// The first rows of a table.
std::vector<QStringList> rowsUnder(const Tables &of, qsizetype table, int titleLine)
{
    constexpr size_t most = 50;
    std::vector<QStringList> rows;
    const auto source = of.rows(table);
    while (source && rows.size() < most && source.value()->next())
        if (source.value()->line() > titleLine)
            rows.push_back(texts(*source.value()));
    return rows;
}

} // namespace

base::Result<TableChoice> chooseTable(const ImportInput &input, const Profile &profile, const Layout &layout,
                                      const ImportOptions &options, bool lenient)
{
    auto opened = Tables::open(input);
    if (!opened)
        return opened.error();
    const QStringList names = opened.value().names();
    std::optional<base::Error> why;
    std::optional<TableChoice> fallback;
    std::optional<TableChoice> fitting;
    size_t mostKnown = 0;
    for (const qsizetype table : order(names, layout, options)) {
        auto source = opened.value().rows(table, Watch{options.watch.cancelled, {}});
        auto head = !source ? base::Result<Head>(source.error())
                    : options.ligneTitres
                        ? saidHead(*source.value(), profile, options)
                        : headOf(*source.value(), profile, layout, lenient || !options.colonnes.empty());
        if (!head) {
            if (!why || head.error().code == base::ErrorCode::Hostile)
                why = head.error();
            continue;
        }
        if (!options.colonnes.empty())
            head.value().mapping = options.colonnes;
        const ColumnMapping &mapping = head.value().mapping;
        const auto rows = layout.settle && !mapping.empty() ? rowsUnder(opened.value(), table, head.value().line)
                                                            : std::vector<QStringList>();
        const TableLook look{head.value().cells, rows, options};
        if (layout.settle && !mapping.empty())
            layout.settle(head.value().mapping, look);
        TableChoice choice{opened.value(), table, head.value().line, head.value().cells, mapping};
        if (!mapping.empty() && missing(profile, mapping).isEmpty()) {
            if (layout.official)
                return choice; // its order is known
            // A workbook of one's own: members and partners have columns in common, the sheet that has most is meant.
            if (!fitting || mapping.size() > fitting->mapping.size())
                fitting = std::move(choice);
            continue;
        }
        if (!why || why->code != base::ErrorCode::Hostile)
            if (!fallback || mapping.size() > mostKnown) {
                mostKnown = mapping.size();
                why = missingColumns(input.what(), profile, head.value(),
                                     layout.unsure && !mapping.empty() ? layout.unsure(mapping, look) : QString());
                fallback = std::move(choice);
            }
    }
    if (fitting)
        return *fitting;
    if (lenient && fallback)
        return *fallback;
    return why.value_or(
        base::Error{base::ErrorCode::NotFound,
                    u"%1 n’a pas de feuille « %2 ». Rien n’a été modifié."_s.arg(input.what(), options.feuille),
                    {}});
}

base::Result<FieldRows> FieldRows::open(const ImportInput &input, const Profile &profile, const Layout &layout,
                                        const ImportOptions &options)
{
    const auto choice = chooseTable(input, profile, layout, options);
    if (!choice)
        return choice.error();
    auto source = choice.value().tables.rows(choice.value().table, options.watch, !layout.official);
    if (!source)
        return source.error();
    FieldRows rows;
    rows.m_official = layout.official;
    rows.m_source = std::move(source).value();
    rows.m_what = input.what();
    rows.m_table = choice.value().tables.names().value(choice.value().table);
    rows.m_titles = choice.value().titles;
    rows.m_titleLine = choice.value().titleLine;
    rows.m_mostRows = layout.rows;
    for (const auto &[column, field] : choice.value().mapping) {
        rows.m_columns.emplace(field, column);
        rows.m_used.insert(column);
    }
    for (int column = 0; column < rows.m_titles.size(); ++column)
        if (!options.colonne.isEmpty() && base::fold(rows.m_titles[column]) == base::fold(options.colonne))
            rows.m_used.insert(column);
    return rows;
}

bool FieldRows::repeatsTitles() const
{
    if (m_columns.empty() || m_titles.isEmpty())
        return false;
    return std::all_of(m_columns.begin(), m_columns.end(), [this](const auto &field) {
        return at(field.second).simplified() == m_titles.value(field.second);
    });
}

// "Total", "Sous-total :"… in the first cell that is filled. Looked at letter by letter: lists have millions of rows.
bool FieldRows::isTotal() const
{
    for (size_t column = 0; column < m_source->cells().size(); ++column) {
        const QByteArrayView cell = m_source->cell(column);
        if (cell.isEmpty())
            continue;
        if (cell.size() > 60 || !QByteArrayView("tTsSgG").contains(cell.front()))
            return false;
        return isTotalWord(m_source->text(column));
    }
    return false;
}

// A line that holds nothing else is a heading between the rows.
void FieldRows::noteLeftAside()
{
    const auto &cells = m_source->cells();
    const bool read = std::any_of(m_used.begin(), m_used.end(),
                                  [this](int column) { return !m_source->cell(size_t(column)).isEmpty(); });
    for (size_t column = 0; read && column < cells.size(); ++column)
        if (!cells[column].isEmpty() && !m_used.contains(int(column)))
            m_left.insert(int(column));
}

void FieldRows::noteHidden()
{
    if (m_source->isHidden())
        m_hiddenRows.push_back(m_source->line());
    for (const int column : m_used)
        if (m_source->isHiddenColumn(size_t(column)) && !m_source->cell(size_t(column)).isEmpty())
            m_hiddenColumns.insert(column);
}

// Their owner may believe that nobody sees them.
std::vector<Remark> FieldRows::hiddenTold() const
{
    constexpr size_t most = 20;
    std::vector<Remark> told;
    if (!m_hiddenRows.empty()) {
        const bool several = m_hiddenRows.size() > 1;
        QStringList lines;
        for (size_t at = 0; at < std::min(m_hiddenRows.size(), most); ++at)
            lines << QString::number(m_hiddenRows[at]);
        const QString more = m_hiddenRows.size() > most ? u"…"_s : QString();
        told.push_back(
            {0, (several ? u"%1 dans le classeur ont été lues aussi (lignes %2%3)"_s
                         : u"%1 dans le classeur a été lue aussi (ligne %2%3)"_s)
                    .arg(base::frenchCount(qint64(m_hiddenRows.size()), u"ligne masquée"_s, u"lignes masquées"_s),
                         lines.join(u", "_s), more)});
    }
    QStringList columns;
    for (const int column : m_hiddenColumns)
        columns << u"« %1 »"_s.arg(m_titles.value(column).simplified().left(60));
    if (!columns.isEmpty())
        told.push_back({0, (columns.size() > 1 ? u"colonnes masquées dans le classeur, et lues aussi : %1"_s
                                               : u"colonne masquée dans le classeur, et lue aussi : %1"_s)
                               .arg(base::frenchList(columns))});
    return told;
}

bool FieldRows::next()
{
    while (!m_error && m_source->next()) {
        if (m_source->line() <= m_titleLine)
            continue;
        if (++m_rows > m_mostRows) {
            m_error = base::Error{base::ErrorCode::Hostile,
                                  u"%1 a plus de %2 lignes : ce n’est pas une liste de cette sorte. Rien n’a été "
                                  "modifié."_s.arg(m_what, base::frenchNumber(m_mostRows)),
                                  {}};
            return false;
        }
        if (isTotal()) {
            m_remarks.push_back({m_source->line(), u"c’est une ligne de total ; elle a été laissée de côté"_s});
            continue;
        }
        if (!repeatsTitles()) {
            if (!m_official)
                noteLeftAside();
            noteHidden();
            return true;
        }
        m_remarks.push_back({m_source->line(), u"les titres sont répétés ; cette ligne a été laissée de côté"_s});
    }
    if (!m_error)
        m_error = m_source->error();
    return false;
}

const std::optional<base::Error> &FieldRows::error() const
{
    return m_error;
}

int FieldRows::column(const QString &field) const
{
    const auto found = m_columns.find(field);
    return found == m_columns.end() ? -1 : found->second;
}

QString FieldRows::text(const QString &field) const
{
    return at(column(field));
}

QString FieldRows::at(int column) const
{
    return column < 0 ? QString() : plainCell(m_source->text(size_t(column))).trimmed();
}

QString FieldRows::title(const QString &field) const
{
    const int at = column(field);
    return at < 0 ? QString() : m_titles.value(at);
}

bool FieldRows::isSpread(const QString &field) const
{
    const int at = column(field);
    return at >= 0 && m_source->isSpread(size_t(at));
}

QStringList FieldRows::leftAside() const
{
    constexpr qsizetype longest = 60;
    QStringList names;
    for (const int column : m_left) {
        const QString title = m_titles.value(column).simplified();
        names << (title.isEmpty() ? u"colonne %1 (sans titre)"_s.arg(column + 1) : title.left(longest));
    }
    return names;
}

std::vector<Remark> FieldRows::remarks() const
{
    std::vector<Remark> all = m_source->remarks();
    const std::vector<Remark> hidden = hiddenTold();
    all.insert(all.end(), hidden.begin(), hidden.end());
    all.insert(all.end(), m_remarks.begin(), m_remarks.end());
    return all;
}

} // namespace imports
