// Reading of communes-<vintage>.tsv, whose format docs/adr/0004-donnees-communes.md describes.
#include "reference/communes_data.h"
#include "reference/name_key.h"

#include <algorithm>
#include <charconv>
#include <QFile>
#include <QFileInfo>
#include <QMap>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Data = Communes::Data;
constexpr qint64 largestFile = 16 * 1024 * 1024;

// Goes through the lines; the first fault stops everything and is kept with its line.
class Reader
{
public:
    Reader(Data &data, QString name) : m_data(data), m_name(std::move(name)) {}

    base::Result<void> read();

private:
    template <class Row, class Fill>
    bool section(std::string_view title, size_t columns, std::vector<Row> &rows, Fill fill);
    bool nextLine();
    bool split(size_t columns);
    bool header();
    bool sections();
    bool communeRow(Data::CommuneRow &row);
    bool formerRow(Data::FormerRow &row);
    bool fail(const QString &why);
    [[nodiscard]] QString field(const char *name) const { return m_fields.value(QLatin1StringView(name)); }

    Data &m_data;
    QString m_name;
    QMap<QString, QString> m_fields;
    std::string_view m_rest;
    std::string_view m_line;
    std::vector<std::string_view> m_columns;
    int m_lineNumber = 0;
    base::Error m_error;
};

bool Reader::fail(const QString &why)
{
    if (m_error.message.isEmpty())
        m_error = {base::ErrorCode::Damaged,
                   u"Le fichier des communes (%1) est abîmé à la ligne %2 : %3. Vos projets ne sont pas touchés. "
                   "Réinstallez le programme."_s.arg(m_name)
                       .arg(m_lineNumber)
                       .arg(why),
                   {}};
    return false;
}

bool Reader::nextLine()
{
    ++m_lineNumber;
    const size_t end = m_rest.find('\n');
    if (end == std::string_view::npos)
        return fail(u"le fichier s’arrête trop tôt"_s);
    m_line = m_rest.substr(0, end);
    m_rest.remove_prefix(end + 1);
    return true;
}

bool Reader::split(size_t columns)
{
    m_columns.clear();
    std::string_view rest = m_line;
    for (;;) {
        const size_t tab = rest.find('\t');
        m_columns.push_back(rest.substr(0, tab));
        if (tab == std::string_view::npos)
            break;
        rest.remove_prefix(tab + 1);
    }
    if (m_columns.size() == columns)
        return true;
    return fail(u"%1 colonnes au lieu de %2"_s.arg(m_columns.size()).arg(columns));
}

bool Reader::header()
{
    while (!m_rest.empty() && m_rest.front() == '#') {
        if (!nextLine() || !split(2))
            return false;
        m_fields.insert(toText(m_columns[0].substr(1)), toText(m_columns[1]));
    }
    const QString format = field("atelier-communes");
    if (format.isEmpty())
        return fail(u"ce n’est pas un fichier de communes de ce programme"_s);
    if (format != u"1")
        return fail(u"son format (%1) n’est pas celui de cette version du programme"_s.arg(format));
    m_data.vintage = field("millesime");
    m_data.source = field("source");
    m_data.package = field("paquet");
    m_data.licence = field("licence");
    m_data.populationSource = field("population");
    m_data.populationAnnee = field("population-annee").toInt();
    m_data.date = QDate::fromString(field("date"), Qt::ISODate);
    if (m_data.vintage.isEmpty() || m_data.source.isEmpty() || m_data.licence.isEmpty())
        return fail(u"l’en-tête ne dit pas le millésime, la source ou la licence"_s);
    if (!m_data.date.isValid() || m_data.populationAnnee < 1990)
        return fail(u"l’en-tête ne dit pas la date ou l’année des populations"_s);
    return true;
}

bool toNumber(std::string_view text, int &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number >= 0;
}

template <class Row, class Fill>
bool Reader::section(std::string_view title, size_t columns, std::vector<Row> &rows, Fill fill)
{
    if (!nextLine() || !split(2))
        return false;
    int count = 0;
    if (m_columns[0] != title || !toNumber(m_columns[1], count))
        return fail(u"la partie « %1 » n’est pas à sa place"_s.arg(toText(title.substr(1))));
    // A false count must not reserve the memory of the whole computer.
    rows.reserve(std::min(static_cast<size_t>(count), m_rest.size() / columns));
    for (int i = 0; i < count; ++i) {
        Row row{};
        if (!nextLine() || !split(columns))
            return false;
        row.code = m_columns[0];
        if (!rows.empty() && !(rows.back().code < row.code))
            return fail(u"« %1 » n’est pas rangé par code, ou figure deux fois"_s.arg(toText(row.code)));
        if (!fill(row))
            return false;
        rows.push_back(row);
    }
    return true;
}

bool Reader::communeRow(Data::CommuneRow &row)
{
    row.nom = m_columns[1];
    row.postaux = m_columns[2];
    row.departement = m_columns[3];
    row.epci = m_columns[4];
    row.mere = m_columns[6];
    if (row.code.size() != 5 || row.nom.empty())
        return fail(u"il manque le code ou le nom d’une commune"_s);
    if (!m_data.departementRow(row.departement))
        return fail(u"département inconnu « %1 »"_s.arg(toText(row.departement)));
    if (!m_columns[5].empty() && !toNumber(m_columns[5], row.population))
        return fail(u"« %1 » n’est pas une population"_s.arg(toText(m_columns[5])));
    if (row.epci.empty())
        return true;
    Data::EpciRow *group = rowOf(m_data.epci, row.epci);
    if (!group)
        return fail(u"EPCI inconnu « %1 »"_s.arg(toText(row.epci)));
    if (!row.mere.empty())
        return true;
    if (group->membres++ == 0)
        group->departement = row.departement;
    group->population += std::max(row.population, 0);
    return true;
}

bool Reader::formerRow(Data::FormerRow &row)
{
    row.becomes = m_columns[2];
    row.nom = m_columns[3];
    if (m_columns[1] == "fusionnee")
        row.genre = Successeur::Genre::Fusionnee;
    else if (m_columns[1] == "deleguee")
        row.genre = Successeur::Genre::Deleguee;
    else if (m_columns[1] == "associee")
        row.genre = Successeur::Genre::Associee;
    else
        return fail(u"« %1 » n’est pas une sorte de commune disparue"_s.arg(toText(m_columns[1])));
    if (!m_data.commune(row.becomes))
        return fail(u"commune inconnue « %1 »"_s.arg(toText(row.becomes)));
    return true;
}

bool Reader::sections()
{
    const bool read =
        section("@regions", 2, m_data.regions,
                [this](Data::RegionRow &row) {
                    row.nom = m_columns[1];
                    return true;
                }) &&
        section("@departements", 3, m_data.departements,
                [this](Data::DepartementRow &row) {
                    row.region = m_columns[1];
                    row.nom = m_columns[2];
                    return rowOf(m_data.regions, row.region) != nullptr ||
                           fail(u"région inconnue « %1 »"_s.arg(toText(row.region)));
                }) &&
        section("@epci", 3, m_data.epci,
                [this](Data::EpciRow &row) {
                    row.type = m_columns[1];
                    row.nom = m_columns[2];
                    return true;
                }) &&
        section("@communes", 7, m_data.communes, [this](Data::CommuneRow &row) { return communeRow(row); }) &&
        section("@disparues", 4, m_data.formers, [this](Data::FormerRow &row) { return formerRow(row); });
    if (!read)
        return false;
    std::vector<Data::RegionRow> nothing;
    return section("@fin", 1, nothing, [](Data::RegionRow &) { return true; }) &&
           (m_rest.empty() || fail(u"il y a quelque chose après la fin"_s));
}

base::Result<void> Reader::read()
{
    m_rest = {m_data.bytes.constData(), static_cast<size_t>(m_data.bytes.size())};
    if (header() && sections())
        return {};
    return m_error;
}

void buildIndex(Data &data)
{
    data.starts.reserve(data.communes.size() + data.epci.size() + data.formers.size() + 1);
    data.index.reserve(static_cast<size_t>(data.bytes.size()) / 2);
    const auto add = [&data](std::string_view name) {
        data.starts.push_back(static_cast<uint32_t>(data.index.size()));
        data.index += '\n';
        data.index += nameKey(name);
    };
    for (const Data::CommuneRow &row : data.communes)
        add(row.nom);
    for (const Data::EpciRow &row : data.epci)
        add(row.nom);
    for (size_t i = 0; i < data.formers.size(); ++i) {
        if (data.formers[i].nom.empty())
            continue;
        data.namedFormers.push_back(static_cast<uint32_t>(i));
        add(data.formers[i].nom);
    }
    data.starts.push_back(static_cast<uint32_t>(data.index.size()));
    data.index += '\n';
}

} // namespace

base::Result<std::shared_ptr<Data>> readCommunes(const QString &file)
{
    const QString name = QFileInfo(file).fileName();
    QFile input(file);
    if (!input.exists())
        return base::Error{base::ErrorCode::NotFound,
                           u"Le fichier des communes (%1) manque. Vos projets ne sont pas touchés. "
                           "Réinstallez le programme."_s.arg(name),
                           file};
    if (!input.open(QIODevice::ReadOnly))
        return base::Error{base::ErrorCode::Unreadable,
                           u"Le fichier des communes (%1) ne peut pas être lu. Vos projets ne sont pas touchés. "
                           "Vérifiez que vous avez le droit de le lire, ou réinstallez le programme."_s.arg(name),
                           input.errorString()};
    auto data = std::make_shared<Data>();
    if (input.size() <= largestFile)
        data->bytes = input.readAll();
    if (data->bytes.isEmpty() || !data->bytes.isValidUtf8())
        return base::Error{base::ErrorCode::Damaged,
                           u"Le fichier des communes (%1) est abîmé : ce n’est pas un texte lisible. Vos projets ne "
                           "sont pas touchés. Réinstallez le programme."_s.arg(name),
                           {}};
    if (const auto done = Reader(*data, name).read(); !done)
        return done.error();
    buildIndex(*data);
    return data;
}

} // namespace reference
