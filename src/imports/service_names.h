// Names of services as people write them: « C.H. DIGNE LES BAINS », « Centre hospitalier de Digne-les-Bains ».
#pragma once

#include "reference/sigles.h"

#include <QString>
#include <vector>

namespace imports
{

// Brings the ways of writing one name together, enough to ask a person, never enough to merge two records.
class ServiceNames
{
public:
    explicit ServiceNames(const reference::Sigles &sigles);

    // Without case, accents, dots and articles, acronyms instead of what they stand for; never empty for a name.
    [[nodiscard]] QString key(const QString &name) const;

private:
    std::vector<std::pair<QString, QString>> m_long; // what an acronym stands for -> the acronym; the longest first
};

} // namespace imports
