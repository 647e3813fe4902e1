// The acronyms of the field and what they stand for.
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <map>
#include <QStringList>

namespace reference
{

struct Sigles {
    Provenance provenance;
    std::map<QString, QStringList> sens;  // several for an ambiguous one (ETP): then nobody chooses for the user
    std::map<QString, QString> telsQuels; // those never developed in a document, with the reason

    // Empty when the acronym is not known; capitals count ("CA" is not "ca").
    [[nodiscard]] QStringList expansions(const QString &sigle) const;
    [[nodiscard]] bool ambiguous(const QString &sigle) const { return expansions(sigle).size() > 1; }
    // What a document may write after the acronym; empty when it is not known, ambiguous, to be left as it is, or of
    // two letters, which are too often something else.
    [[nodiscard]] QString development(const QString &sigle) const;

    static base::Result<Sigles> load(const QString &folder);
};

} // namespace reference
