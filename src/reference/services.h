// The digital services that the information system of a CPTS has to join, and those that its region offers.
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <QStringList>
#include <vector>

namespace reference
{

struct ServiceNumerique {
    QString code;    // "mss"
    QString libelle; // as the source names it
    bool national = false;
    QString rappel;       // what the source says of it, one sentence; may be empty
    QStringList reconnuA; // words that name it in a text, as base::fold() writes them
};

struct ServicesNumeriques {
    Provenance provenance;
    QString section; // of the source
    int page = 0;
    std::vector<ServiceNumerique> tous; // the national ones first

    // Whether a text names the service, by any of its names.
    [[nodiscard]] static bool nomme(const QString &texte, const ServiceNumerique &service);

    static base::Result<ServicesNumeriques> load(const QString &folder);
};

} // namespace reference
