// All the reference data of the program, loaded once at start and read by everybody.
#pragma once

#include "base/paths.h"
#include "reference/communes.h"
#include "reference/contacts.h"
#include "reference/dynamiques.h"
#include "reference/etapes.h"
#include "reference/indicateurs.h"
#include "reference/missions.h"
#include "reference/professions.h"
#include "reference/services.h"
#include "reference/sigles.h"
#include "reference/tailles.h"

namespace reference
{

// Immutable; copies share the data.
class Reference
{
public:
    // Reads every file of the folder; the communes of the latest vintage present. The first fault is the error.
    static base::Result<Reference> load(const QString &folder = base::referenceFolder());

    [[nodiscard]] const Communes &communes() const;
    [[nodiscard]] const Professions &professions() const;
    [[nodiscard]] const Missions &missions() const;
    [[nodiscard]] const Sigles &sigles() const;
    [[nodiscard]] const Etapes &etapes() const;
    [[nodiscard]] const StructuresAppui &structuresAppui() const;
    [[nodiscard]] const Referents &referents() const;
    [[nodiscard]] const Tailles &tailles() const;
    [[nodiscard]] const Dynamiques &dynamiques() const;
    [[nodiscard]] const IndicateursTypes &indicateurs() const;
    [[nodiscard]] const ServicesNumeriques &services() const;

private:
    struct Data;
    explicit Reference(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}
    std::shared_ptr<const Data> m_data;
};

} // namespace reference
