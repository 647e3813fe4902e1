#include "reference/reference.h"

#include <QDir>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

struct Reference::Data {
    Communes communes;
    Professions professions;
    Missions missions;
    Sigles sigles;
    Etapes etapes;
    StructuresAppui structuresAppui;
    Referents referents;
    Tailles tailles;
    Dynamiques dynamiques;
    IndicateursTypes indicateurs;
    ServicesNumeriques services;
};

namespace
{

base::Result<QString> communesFile(const QString &folder)
{
    const QDir dir(folder);
    const QStringList files =
        folder.isEmpty() ? QStringList() : dir.entryList({u"communes-*.tsv"_s}, QDir::Files, QDir::Name);
    if (files.isEmpty())
        return base::Error{base::ErrorCode::NotFound,
                           u"Les données de référence du programme (communes, professions, missions) manquent. "
                           "Vos projets ne sont pas touchés. Réinstallez le programme."_s,
                           folder};
    return dir.filePath(files.last());
}

} // namespace

base::Result<Reference> Reference::load(const QString &folder)
{
    const auto file = communesFile(folder);
    if (!file)
        return file.error();
    auto communes = Communes::load(file.value());
    if (!communes)
        return communes.error();
    auto professions = Professions::load(folder);
    if (!professions)
        return professions.error();
    auto missions = Missions::load(folder);
    if (!missions)
        return missions.error();
    auto sigles = Sigles::load(folder);
    if (!sigles)
        return sigles.error();
    auto etapes = Etapes::load(folder);
    if (!etapes)
        return etapes.error();
    auto structures = StructuresAppui::load(folder);
    if (!structures)
        return structures.error();
    auto referents = Referents::load(folder);
    if (!referents)
        return referents.error();
    auto tailles = Tailles::load(folder);
    if (!tailles)
        return tailles.error();
    auto dynamiques = Dynamiques::load(folder);
    if (!dynamiques)
        return dynamiques.error();
    auto indicateurs = IndicateursTypes::load(folder);
    if (!indicateurs)
        return indicateurs.error();
    auto services = ServicesNumeriques::load(folder);
    if (!services)
        return services.error();
    return Reference(std::make_shared<const Data>(
        Data{std::move(communes).value(), std::move(professions).value(), std::move(missions).value(),
             std::move(sigles).value(), std::move(etapes).value(), std::move(structures).value(),
             std::move(referents).value(), std::move(tailles).value(), std::move(dynamiques).value(),
             std::move(indicateurs).value(), std::move(services).value()}));
}

const Communes &Reference::communes() const
{
    return m_data->communes;
}

const Professions &Reference::professions() const
{
    return m_data->professions;
}

const Missions &Reference::missions() const
{
    return m_data->missions;
}

const Sigles &Reference::sigles() const
{
    return m_data->sigles;
}

const Etapes &Reference::etapes() const
{
    return m_data->etapes;
}

const StructuresAppui &Reference::structuresAppui() const
{
    return m_data->structuresAppui;
}

const Referents &Reference::referents() const
{
    return m_data->referents;
}

const Tailles &Reference::tailles() const
{
    return m_data->tailles;
}

const Dynamiques &Reference::dynamiques() const
{
    return m_data->dynamiques;
}

const IndicateursTypes &Reference::indicateurs() const
{
    return m_data->indicateurs;
}

const ServicesNumeriques &Reference::services() const
{
    return m_data->services;
}

} // namespace reference
