// What the tests of pasted blocks share: a small project, the list of its steps, a table of counters.
#pragma once

#include "imports/block.h"

#include "domain/projet.h"
#include "support/catch.h"

namespace blocks
{

using namespace Qt::Literals::StringLiterals;
using namespace imports;
using domain::Id;

inline const Id fiche = Id::fromKey(u"fiche:essai"_s);
inline const Id psi = Id::fromKey(u"personne:psi"_s);
inline const Id rho = Id::fromKey(u"personne:rho"_s);

inline domain::Projet project()
{
    auto projet = domain::nouveauProjet(u"CPTS"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
    projet.fiches.insert(fiche).intitule = u"Soins non programmés"_s;
    projet.personnes.insert(psi).nom = u"PSI"_s;
    projet.personnes.insert(rho).nom = u"RHO"_s;
    return projet;
}

inline BlockList steps()
{
    BlockField referent{u"referent"_s};
    referent.words = {{u"Anne PSI, infirmière"_s, psi.toString()}, {u"Léa RHO, pharmacienne"_s, rho.toString()}};
    return {u"etapeAction"_s,
            {{u"intitule"_s, {u"étape"_s}}, {u"sorte"_s}, {u"debut"_s}, {u"fin"_s}, referent, {u"faite"_s}},
            {{u"fiche"_s, fiche}}};
}

inline BlockGrid counts()
{
    BlockGrid grid;
    grid.table = u"effectif"_s;
    for (const QString &code : {u"medecins"_s, u"infirmiers"_s, u"sages-femmes"_s})
        grid.rows.push_back({Id::fromKey(u"effectif:"_s + code), code, code});
    grid.labelTitle = u"Profession"_s;
    grid.columns = {
        {u"identifies"_s, {u"Identifiés"_s}}, {u"sollicites"_s, {u"Sollicités"_s}}, {u"adherents"_s, {u"Adhérents"_s}}};
    return grid;
}

inline QString told(const base::Result<BlockProposal> &proposal)
{
    return proposal ? blockReport(proposal.value()) : proposal.error().message;
}

} // namespace blocks
