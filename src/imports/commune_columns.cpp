#include "imports/commune_columns.h"

#include "base/text.h"
#include "reference/name_key.h"

#include <algorithm>
#include <QHash>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Titles of columns as fold() leaves them.
const QHash<QString, ColumnRole> &titles()
{
    static const auto table = [] {
        const std::vector<std::pair<ColumnRole, QStringList>> lists{
            {ColumnRole::CodeInsee,
             {u"insee"_s, u"code insee"_s, u"codgeo"_s, u"code geo"_s, u"code commune"_s, u"com"_s, u"cog"_s,
              u"depcom"_s, u"insee com"_s, u"insee commune"_s, u"n insee"_s, u"code"_s,
              u"code officiel geographique"_s}},
            {ColumnRole::CodePostal, {u"cp"_s, u"postal"_s, u"code postal"_s, u"codes postaux"_s}},
            {ColumnRole::Nom,
             {u"commune"_s, u"communes"_s, u"nom"_s, u"nom commune"_s, u"nom de la commune"_s, u"nom des communes"_s,
              u"nom com"_s, u"libelle"_s, u"libelle commune"_s, u"libelle de la commune"_s, u"libgeo"_s, u"ville"_s,
              u"villes"_s, u"localite"_s, u"municipalite"_s}},
            {ColumnRole::Departement,
             {u"departement"_s, u"dep"_s, u"dept"_s, u"dpt"_s, u"code departement"_s, u"code dep"_s,
              u"nom departement"_s}},
            {ColumnRole::Epci,
             {u"epci"_s, u"siren"_s, u"siren epci"_s, u"epci siren"_s, u"code epci"_s, u"nom epci"_s,
              u"nom de l epci"_s, u"libelle epci"_s, u"libepci"_s, u"intercommunalite"_s, u"communaute de communes"_s}},
            {ColumnRole::Zonage, {u"zonage"_s, u"zone"_s, u"zip zac"_s, u"type de zone"_s, u"classement"_s}},
            {ColumnRole::ZonageAnnee, {u"annee"_s, u"annee zonage"_s, u"annee du zonage"_s, u"zonage annee"_s}},
            {ColumnRole::Zip, {u"zip"_s}},
            {ColumnRole::Zac, {u"zac"_s}},
            {ColumnRole::Qpv,
             {u"qpv"_s, u"nom qpv"_s, u"nom du qpv"_s, u"quartier prioritaire"_s, u"quartiers prioritaires"_s}},
            {ColumnRole::Population,
             {u"population"_s, u"habitants"_s, u"nombre d habitants"_s, u"nb habitants"_s, u"pop"_s, u"pmun"_s}}};
        QHash<QString, ColumnRole> all;
        for (const auto &[role, names] : lists)
            for (const QString &name : names)
                all.insert(name, role);
        return all;
    }();
    return table;
}

// Titles that go on after these words ("Population municipale 2023") keep their meaning.
const std::vector<std::pair<QString, ColumnRole>> &titleStarts()
{
    static const std::vector<std::pair<QString, ColumnRole>> starts{{u"code insee "_s, ColumnRole::CodeInsee},
                                                                    {u"code postal "_s, ColumnRole::CodePostal},
                                                                    {u"zonage annee "_s, ColumnRole::ZonageAnnee},
                                                                    {u"zonage "_s, ColumnRole::Zonage},
                                                                    {u"population "_s, ColumnRole::Population},
                                                                    {u"pop "_s, ColumnRole::Population},
                                                                    {u"quartier prioritaire "_s, ColumnRole::Qpv},
                                                                    {u"quartiers prioritaires "_s, ColumnRole::Qpv},
                                                                    {u"qpv "_s, ColumnRole::Qpv}};
    return starts;
}

bool matches(const QString &cell, const QRegularExpression &form)
{
    return form.match(cell).hasMatch();
}

const QRegularExpression &codeForm()
{
    static const QRegularExpression form(u"^(\\d{4,5}|2[ABab]\\d{3})$"_s);
    return form;
}

const QRegularExpression &sirenForm()
{
    static const QRegularExpression form(u"^\\d{9}$"_s);
    return form;
}

QString withoutSpaces(const QString &text)
{
    QString joined;
    for (const QChar c : text)
        if (!c.isSpace())
            joined += c;
    return joined;
}

// Spreadsheets drop the zero of "04039".
QString fiveCharacters(const QString &code)
{
    const QString joined = withoutSpaces(code).toUpper();
    return matches(joined, codeForm()) ? joined.rightJustified(5, u'0') : joined;
}

bool namesCommune(ColumnRole role)
{
    return role == ColumnRole::CodeInsee || role == ColumnRole::CodePostal || role == ColumnRole::Nom;
}

bool isZonage(const QString &cell)
{
    static const QStringList words{u"zip"_s, u"zac"_s, u"hors zonage"_s, u"aucun"_s, u"hors zone"_s};
    return words.contains(base::fold(cell));
}

// The share of the filled cells of a column that pass a test, and whether there are any.
template <class Test>
double share(const std::vector<DelimitedRow> &rows, qsizetype column, Test test)
{
    int filled = 0;
    int passed = 0;
    for (const DelimitedRow &row : rows) {
        const QString cell = plainCell(row.cells[column]);
        if (cell.isEmpty())
            continue;
        ++filled;
        passed += test(cell) ? 1 : 0;
    }
    return filled == 0 ? 0 : double(passed) / filled;
}

ColumnRole guessRole(const std::vector<DelimitedRow> &rows, qsizetype column, const reference::Communes &communes)
{
    static const QRegularExpression yearForm(u"^20\\d\\d$"_s);
    static const QRegularExpression numberForm(u"^[\\d\\s]+$"_s);
    static const QRegularExpression departementForm(u"^(\\d{1,3}|2[ABab])$"_s);
    const auto mostly = [&](const auto &test) { return share(rows, column, test) > 0.6; };
    const auto ofForm = [](const QRegularExpression &form) {
        return [&form](const QString &cell) { return matches(cell, form); };
    };
    if (mostly([](const QString &cell) { return matches(withoutSpaces(cell), sirenForm()); }))
        return ColumnRole::Epci;
    if (mostly(ofForm(yearForm)))
        return ColumnRole::ZonageAnnee;
    if (mostly(ofForm(codeForm()))) {
        const double known = share(rows, column, [&communes](const QString &cell) {
            const QString code = fiveCharacters(cell);
            return communes.find(code).has_value() || communes.successor(code).has_value();
        });
        return known > 0.9 ? ColumnRole::CodeInsee : ColumnRole::CodePostal;
    }
    if (mostly(isZonage))
        return ColumnRole::Zonage;
    if (mostly(ofForm(departementForm)))
        return ColumnRole::Departement;
    if (mostly(ofForm(numberForm)))
        return ColumnRole::Population;
    return share(rows, column, [](const QString &) { return true; }) > 0 ? ColumnRole::Nom : ColumnRole::Ignored;
}

// Beside names, a code is an INSEE one when it is that of the commune so named.
bool codesAgreeWithNames(const std::vector<DelimitedRow> &rows, qsizetype codes, qsizetype names,
                         const reference::Communes &communes)
{
    int agreeing = 0;
    for (const DelimitedRow &row : rows) {
        const auto commune = communes.find(fiveCharacters(plainCell(row.cells[codes])));
        if (commune && reference::nameKey(commune->nom.toStdString()) ==
                           reference::nameKey(plainCell(row.cells[names]).toStdString()))
            ++agreeing;
    }
    return size_t(agreeing) * 2 >= rows.size();
}

std::vector<ColumnRole> guessRoles(const DelimitedTable &table, const reference::Communes &communes)
{
    std::vector<ColumnRole> roles;
    for (qsizetype column = 0; column < table.rows.front().cells.size(); ++column)
        roles.push_back(guessRole(table.rows, column, communes));
    const auto names = std::find(roles.begin(), roles.end(), ColumnRole::Nom);
    for (auto role = roles.begin(); role != roles.end(); ++role) {
        if (*role == ColumnRole::Nom && role != names)
            *role = ColumnRole::Ignored;
        if (names == roles.end() || (*role != ColumnRole::CodeInsee && *role != ColumnRole::CodePostal))
            continue;
        const bool insee = codesAgreeWithNames(table.rows, role - roles.begin(), names - roles.begin(), communes);
        *role = insee ? ColumnRole::CodeInsee : ColumnRole::CodePostal;
    }
    return roles;
}

// Of several columns of names, that of communes: the one that says so, else the first ("Nom" may be that of a person).
void keepOneName(std::vector<ColumnRole> &roles, const QStringList &header)
{
    qsizetype kept = -1;
    for (qsizetype column = 0; column < header.size(); ++column) {
        if (roles[size_t(column)] != ColumnRole::Nom)
            continue;
        const bool explicitly = base::fold(header[column]).contains("commune"_L1);
        const bool better = kept < 0 || (explicitly && !base::fold(header[kept]).contains("commune"_L1));
        if (better && kept >= 0)
            roles[size_t(kept)] = ColumnRole::Ignored;
        if (better)
            kept = column;
        else
            roles[size_t(column)] = ColumnRole::Ignored;
    }
}

bool isNaming(ColumnRole role)
{
    return role == ColumnRole::CodeInsee || role == ColumnRole::CodePostal || role == ColumnRole::Nom ||
           role == ColumnRole::Epci;
}

bool isCross(const QString &cell)
{
    static const QStringList crosses{u"x"_s, u"oui"_s, u"1"_s, u"vrai"_s, u"true"_s, u"zip"_s, u"zac"_s};
    return crosses.contains(base::fold(cell));
}

QString departementCode(const QString &cell, const reference::Communes &communes)
{
    const QString code = cell.size() == 1 && cell.front().isDigit() ? u'0' + cell : cell.toUpper();
    if (communes.departement(code))
        return code;
    for (const reference::Departement &each : communes.departements())
        if (base::fold(each.nom) == base::fold(cell))
            return each.code;
    return {};
}

void take(CommuneEntry &entry, ColumnRole role, const QString &cell, const reference::Communes &communes)
{
    switch (role) {
    case ColumnRole::Ignored:
        return;
    case ColumnRole::CodeInsee:
        entry.insee = fiveCharacters(cell);
        return;
    case ColumnRole::CodePostal:
        entry.postal = fiveCharacters(cell);
        return;
    case ColumnRole::Nom:
        entry.nom = cell;
        return;
    case ColumnRole::Departement:
        entry.departement = departementCode(cell, communes);
        return;
    case ColumnRole::Epci:
        entry.epci = cell;
        return;
    case ColumnRole::Zonage:
        entry.zonage = cell;
        return;
    case ColumnRole::ZonageAnnee:
        entry.zonageAnnee = cell;
        return;
    case ColumnRole::Zip:
    case ColumnRole::Zac:
        if (isCross(cell))
            entry.zonage = role == ColumnRole::Zip ? u"ZIP"_s : u"ZAC"_s;
        return;
    case ColumnRole::Qpv:
        entry.qpv = cell;
        return;
    case ColumnRole::Population:
        entry.population = cell;
        return;
    }
}

// A code typed where names are expected.
void sortName(CommuneEntry &entry, const reference::Communes &communes)
{
    const QString joined = withoutSpaces(entry.nom);
    if (matches(joined, sirenForm())) {
        entry.epci = joined;
        entry.nom.clear();
    } else if (matches(joined, codeForm())) {
        const QString code = fiveCharacters(joined);
        (communes.find(code) || communes.successor(code) ? entry.insee : entry.postal) = code;
        entry.nom.clear();
    }
}

bool isEnumeration(const DelimitedTable &table)
{
    if (!table.header.isEmpty() || table.rows.size() != 1 || table.rows.front().cells.size() < 2)
        return false;
    const QStringList &cells = table.rows.front().cells;
    return std::none_of(cells.begin(), cells.end(), [](const QString &cell) {
        return isZonage(cell) || (!cell.isEmpty() && cell.front().isDigit());
    });
}

} // namespace

bool CommuneEntry::namesNothing() const
{
    return insee.isEmpty() && postal.isEmpty() && nom.isEmpty() && epci.isEmpty();
}

QString CommuneEntry::asWritten() const
{
    if (!written.isEmpty())
        return written;
    QStringList parts{insee, postal, nom};
    parts.removeAll(QString());
    return parts.isEmpty() ? epci : parts.join(u' ');
}

ColumnRole roleOfTitle(const QString &title)
{
    const QString folded = base::fold(title);
    if (const auto exact = titles().constFind(folded); exact != titles().constEnd())
        return *exact;
    for (const auto &[start, role] : titleStarts())
        if (folded.startsWith(start))
            return role;
    return ColumnRole::Ignored;
}

base::Result<std::vector<ColumnRole>> columnRoles(const DelimitedTable &table, const reference::Communes &communes)
{
    std::vector<ColumnRole> roles;
    for (const QString &title : table.header)
        roles.push_back(roleOfTitle(title));
    keepOneName(roles, table.header);
    if (roles.empty() && !table.rows.empty())
        roles = guessRoles(table, communes);
    if (std::none_of(roles.begin(), roles.end(), isNaming))
        return base::Error{base::ErrorCode::Invalid,
                           u"Aucune colonne de cette liste ne nomme des communes. Rien n’a été modifié ; donnez à une "
                           "colonne le titre « Commune » ou « Code Insee », puis recommencez."_s,
                           {}};
    return roles;
}

base::Result<std::vector<CommuneEntry>> communeEntries(const DelimitedTable &table, const reference::Communes &communes)
{
    std::vector<CommuneEntry> entries;
    if (isEnumeration(table)) {
        for (const QString &cell : table.rows.front().cells)
            if (!cell.isEmpty()) {
                entries.emplace_back();
                entries.back().line = table.rows.front().line;
                entries.back().nom = plainCell(cell);
            }
        return entries;
    }
    const auto roles = columnRoles(table, communes);
    if (!roles)
        return roles.error();
    for (const DelimitedRow &row : table.rows) {
        CommuneEntry entry;
        entry.line = row.line;
        QStringList naming;
        for (size_t column = 0; column < roles.value().size(); ++column)
            if (const QString cell = plainCell(row.cells[qsizetype(column)]); !cell.isEmpty()) {
                take(entry, roles.value()[column], cell, communes);
                if (namesCommune(roles.value()[column]))
                    naming << cell.simplified();
            }
        sortName(entry, communes);
        if (!entry.namesNothing()) {
            entry.written = naming.join(u' ');
            entries.push_back(std::move(entry));
        }
    }
    return entries;
}

} // namespace imports
