#include "reference/communes_data.h"

#include <algorithm>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QStringList postalCodes(std::string_view joined)
{
    return joined.empty() ? QStringList() : toText(joined).split(u' ');
}

} // namespace

std::string_view Communes::Data::keys(const Range &range) const
{
    return std::string_view(index).substr(starts[range.first], starts[range.last] - starts[range.first] + 1);
}

std::string_view Communes::Data::key(size_t entry) const
{
    return std::string_view(index).substr(starts[entry] + 1, starts[entry + 1] - starts[entry] - 1);
}

size_t Communes::Data::entryAt(size_t position) const
{
    const auto after = std::upper_bound(starts.begin(), starts.end(), position);
    return static_cast<size_t>(after - starts.begin()) - 1;
}

const Communes::Data::CommuneRow *Communes::Data::commune(std::string_view code) const
{
    return rowOf(communes, code);
}

const Communes::Data::EpciRow *Communes::Data::group(std::string_view siren) const
{
    return rowOf(epci, siren);
}

const Communes::Data::DepartementRow *Communes::Data::departementRow(std::string_view code) const
{
    return rowOf(departements, code);
}

Commune Communes::Data::record(const CommuneRow &row) const
{
    Commune commune;
    commune.code = toText(row.code);
    commune.nom = toText(row.nom);
    commune.codesPostaux = postalCodes(row.postaux);
    commune.departement = toText(row.departement);
    commune.region = toText(departementRow(row.departement)->region);
    commune.epci = toText(row.epci);
    if (row.population >= 0)
        commune.population = row.population;
    commune.communeMere = toText(row.mere);
    return commune;
}

Successeur Communes::Data::successor(const FormerRow &row) const
{
    return {row.genre, toText(row.code), toText(row.nom), toText(row.becomes), toText(commune(row.becomes)->nom)};
}

QString Successeur::phrase() const
{
    const QString today = u"sa commune est aujourd’hui « %1 »"_s.arg(nom);
    switch (genre) {
    case Genre::Fusionnee:
        break;
    case Genre::Deleguee:
        return u"est devenue une commune déléguée ; "_s + today;
    case Genre::Associee:
        return u"est devenue une commune associée ; "_s + today;
    }
    return u"n’existe plus : elle a fusionné ; "_s + today;
}

base::Result<Communes> Communes::load(const QString &file)
{
    auto read = readCommunes(file);
    if (!read)
        return read.error();
    return Communes(std::move(read).value());
}

QString Communes::vintage() const
{
    return m_data->vintage;
}

QString Communes::source() const
{
    return u"%1 (%2), %3"_s.arg(m_data->source, m_data->package, m_data->licence);
}

QDate Communes::date() const
{
    return m_data->date;
}

QString Communes::populationSource() const
{
    return m_data->populationSource;
}

int Communes::populationAnnee() const
{
    return m_data->populationAnnee;
}

size_t Communes::count() const
{
    return m_data->communes.size();
}

std::optional<Commune> Communes::find(const QString &code) const
{
    const auto *row = m_data->commune(code.toStdString());
    return row ? std::optional(m_data->record(*row)) : std::nullopt;
}

QStringList Communes::arrondissements(const QString &code) const
{
    const std::string mother = code.toStdString();
    QStringList codes;
    for (const Data::CommuneRow &row : m_data->communes)
        if (!mother.empty() && row.mere == mother)
            codes += toText(row.code);
    return codes;
}

std::optional<Epci> Communes::epci(const QString &siren) const
{
    const auto *group = m_data->group(siren.toStdString());
    if (!group)
        return {};
    Epci epci{toText(group->code), toText(group->type), toText(group->nom), {}, group->population};
    for (const Data::CommuneRow &row : m_data->communes)
        if (row.epci == group->code && row.mere.empty())
            epci.membres += toText(row.code);
    return epci;
}

std::optional<Departement> Communes::departement(const QString &code) const
{
    const auto *row = m_data->departementRow(code.toStdString());
    return row ? std::optional(Departement{toText(row->code), toText(row->nom), toText(row->region)}) : std::nullopt;
}

std::optional<Region> Communes::region(const QString &code) const
{
    const std::string wanted = code.toStdString();
    const auto *row = rowOf(m_data->regions, wanted);
    return row ? std::optional(Region{toText(row->code), toText(row->nom)}) : std::nullopt;
}

std::vector<Departement> Communes::departements() const
{
    std::vector<Departement> all;
    for (const Data::DepartementRow &row : m_data->departements)
        all.push_back({toText(row.code), toText(row.nom), toText(row.region)});
    return all;
}

std::optional<Successeur> Communes::successor(const QString &oldCode) const
{
    const std::string code = oldCode.toStdString();
    const auto *row = rowOf(m_data->formers, code);
    if (!row || m_data->commune(code))
        return {};
    return m_data->successor(*row);
}

} // namespace reference
