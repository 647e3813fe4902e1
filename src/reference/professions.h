// The professions of a CPTS: the twelve lines of the trame, and what else a person may be.
#pragma once

#include "base/result.h"
#include "reference/provenance.h"

#include <QStringList>
#include <vector>

namespace reference
{

struct Profession {
    QString code; // stable, ASCII: "medecins-generalistes"
    QString pluriel;
    QString singulier;
    QStringList rpps; // codes TRE_G15; empty when there is none
    QString ligne;    // code of the line of the trame where a person of it counts; empty: in none
    QString note;
};

struct Professions {
    Provenance provenance;
    std::vector<Profession> trame;     // the twelve, in the order of the annexes
    std::vector<Profession> personnes; // the others

    // Among both lists; null when there is no such code.
    [[nodiscard]] const Profession *find(const QString &code) const;
    // A profession written by hand or read in a file, singular or plural, without accents or case:
    // "Infirmière" -> infirmiers. Null when it is not known.
    [[nodiscard]] const Profession *recognise(const QString &name) const;

    // The line of the trame where a person of that profession counts: what domain::effectifs() asks. "autres" for one
    // typed by hand, empty for none.
    [[nodiscard]] QString ligneDe(const QString &profession) const;

    static base::Result<Professions> load(const QString &folder);
};

} // namespace reference
