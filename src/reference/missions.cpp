#include "reference/missions.h"

#include "reference/data_file.h"

#include <algorithm>
#include <QRegularExpression>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString colour(const DataEntry &entry, const char *key)
{
    static const QRegularExpression form(u"^#[0-9A-F]{6}$"_s);
    const QString value = entry.text(key);
    if (!form.match(value).hasMatch())
        entry.fault(u"« %1 » n’est pas une couleur comme #1F6FB2"_s.arg(value));
    return value;
}

Mission readMission(const DataEntry &entry)
{
    Mission mission;
    mission.code = entry.text("code");
    mission.socle = entry.choice("type", {u"socle"_s, u"complementaire"_s}) == u"socle";
    mission.missionAci = entry.text("mission_aci");
    mission.libelleLettre = entry.text("libelle_lettre");
    mission.libelleProjet = entry.text("libelle_projet");
    mission.libelleCourt = entry.text("libelle_court");
    mission.reperes = entry.texts("reperes");
    mission.section = entry.text("section");
    mission.page = static_cast<int>(entry.number("page"));
    mission.couleurClaire = colour(entry, "couleur_claire");
    mission.couleurSombre = colour(entry, "couleur_sombre");
    mission.demarrageMois = entry.optionalNumber("demarrage_mois");
    mission.deploiementMois = entry.optionalNumber("deploiement_mois");
    return mission;
}

} // namespace

const Mission *Missions::find(const QString &code) const
{
    const auto at = std::find_if(toutes.begin(), toutes.end(), [&code](const Mission &m) { return m.code == code; });
    return at == toutes.end() ? nullptr : &*at;
}

QStringList Missions::codesSocle() const
{
    QStringList codes;
    for (const Mission &mission : toutes)
        if (mission.socle)
            codes += mission.code;
    return codes;
}

base::Result<Missions> Missions::load(const QString &folder)
{
    Missions missions;
    auto provenance = readDataFile(folder, u"missions.json"_s, [&missions](const DataEntry &root) {
        missions.sourceDelais = root.text("source_delais");
        missions.regionDelais = root.text("region_delais");
        missions.sourceProgressive = root.text("source_progressive");
        missions.regionProgressive = root.text("region_progressive");
        missions.progressiveMois = static_cast<int>(root.number("progressive_mois"));
        root.each("missions", [&missions](const DataEntry &entry) {
            Mission mission = readMission(entry);
            if (missions.find(mission.code))
                entry.fault(u"ce code figure deux fois"_s);
            missions.toutes.push_back(std::move(mission));
        });
    });
    if (!provenance)
        return provenance.error();
    missions.provenance = std::move(provenance).value();
    return missions;
}

} // namespace reference
