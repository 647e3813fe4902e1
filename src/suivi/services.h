// The digital services of the national base and of the region in front of what a project says of its own.
#pragma once

#include "domain/projet.h"
#include "reference/services.h"

namespace suivi
{

struct ServiceSuivi {
    const reference::ServiceNumerique *service = nullptr;
    base::Id outil; // the first tool of the project that names it; null: none does
    domain::UsageOutil usage = domain::UsageOutil::NonRenseigne;
    bool ecrit = false; // a text about the information system names it

    [[nodiscard]] bool mentionne() const { return ecrit || !outil.isNull(); }
};

// One for each service, in the order of the reference.
[[nodiscard]] std::vector<ServiceSuivi> servicesSuivis(const domain::Projet &projet,
                                                       const reference::ServicesNumeriques &services);

} // namespace suivi
