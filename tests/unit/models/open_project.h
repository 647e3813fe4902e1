// A project open in a temporary folder, for the tests of the models.
#pragma once

#include "dossier/dossier.h"
#include "models/tables.h"
#include "support/catch.h"

#include <QTemporaryDir>

struct OpenProject {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;

    explicit OpenProject(const domain::Projet &projet)
    {
        auto created = dossier::Dossier::create(folder.filePath(QStringLiteral("essai.cpts")), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
    }

    [[nodiscard]] const domain::Projet &projet() const { return dossier->projet(); }
    void edit(const domain::ChangeList &changes) const
    {
        REQUIRE(dossier->edit(QStringLiteral("Essai"), changes).ok());
    }
};

inline domain::Projet emptyProject()
{
    return domain::nouveauProjet(QStringLiteral("CPTS d’essai"), QStringLiteral("paca-2022"), QStringLiteral("2026"),
                                 QDate(2026, 11, 23));
}

inline domain::Id addCommune(domain::Projet &projet, const QString &code, const QString &nom, qint64 population)
{
    const domain::Id id = domain::Id::fromKey(QStringLiteral("commune:") + code);
    domain::Commune &commune = projet.communes.insert(id);
    commune.code = code;
    commune.nom = nom;
    commune.codePostal = QStringLiteral("04000");
    commune.population = population;
    return id;
}
