// The eight missions of the trame.
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <optional>
#include <QStringList>
#include <vector>

namespace reference
{

struct Mission {
    QString code; // "medecin-traitant"
    bool socle = false;
    QString missionAci; // two lines of the trame (médecin traitant, soins non programmés) are one mission of the ACI
    QString libelleLettre;
    QString libelleProjet; // the official documents differ
    QString libelleCourt;
    QStringList reperes; // what the cahier des charges expects, one sentence each
    QString section;     // of the cahier des charges
    int page = 0;
    QString couleurClaire; // "#1F6FB2", on a light ground
    QString couleurSombre;
    std::optional<int> demarrageMois; // after the signature of the contract, see Missions::sourceDelais
    std::optional<int> deploiementMois;
};

struct Missions {
    Provenance provenance;
    QString sourceDelais;
    QString regionDelais; // code of the region that the delays of each mission were written for
    QString sourceProgressive;
    QString regionProgressive; // and of the one whose cahier des charges gives a single time for all missions
    int progressiveMois = 0;
    std::vector<Mission> toutes; // in the order of the trame

    [[nodiscard]] const Mission *find(const QString &code) const;
    [[nodiscard]] QStringList codesSocle() const;

    static base::Result<Missions> load(const QString &folder);
};

} // namespace reference
