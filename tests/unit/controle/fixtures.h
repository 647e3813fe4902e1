// The example project, complete, to be spoilt one fact at a time, and the findings seen by criterion.
#pragma once

#include "controle/controle.h"
#include "support/example.h"

#include <algorithm>

namespace fixtures
{

using support::plain;
using support::references;
using support::source;
using support::vallees;

inline const QDate today(2026, 11, 23);

// An empty project but for the text of one rubrique.
inline domain::Projet withRubrique(const QString &code, const QString &text)
{
    domain::Projet projet;
    domain::Rubrique &made = projet.rubriques.insert(base::Id::fromKey(QStringLiteral("rubrique:") + code));
    made.code = code;
    made.texte = text;
    return projet;
}

// The example without its three gaps, as if all that it tells of as done were done today.
inline domain::Projet complete()
{
    static const domain::Projet example = vallees();
    domain::Projet projet = example;
    projet.structure.etatStatuts = domain::EtatStatuts::Elabores;
    domain::PieceJointe &statuts = projet.pieces.insert(base::Id::fromKey(QStringLiteral("statuts")));
    statuts.sorte = domain::SortePiece::Statuts;
    statuts.empreinte = projet.contenus.add("%PDF-1.7");
    projet.identite.etabliLe = today;
    const auto lived = [](const QDate &day) { return std::min(day, today); };
    for (const auto &[id, partner] : example.partenaires)
        projet.partenaires.find(id)->conventionLe = lived(partner.conventionLe);
    for (const auto &[id, meeting] : example.reunions)
        projet.reunions.find(id)->date = lived(meeting.date);
    for (const auto &[id, indicateur] : projet.indicateurs)
        if (!indicateur.annee)
            projet.indicateurs.find(id)->annee = 2023;
    for (const auto &[id, fiche] : projet.fiches)
        if (fiche.coordonnateur.isNull())
            projet.fiches.find(id)->coordonnateur = projet.identite.porteur;
    return projet;
}

inline std::vector<controle::Finding> check(const domain::Projet &projet, const QDate &day = today)
{
    return controle::check(projet, references(), day);
}

// The findings of one criterion, of the lettre or of the projet de santé.
inline std::vector<controle::Finding> of(const domain::Projet &projet, const QString &criterion,
                                         const QDate &day = today)
{
    std::vector<controle::Finding> found;
    for (controle::Finding &finding : controle::checkAll(projet, references(), day))
        if (finding.criterion == criterion)
            found.push_back(std::move(finding));
    return found;
}

// One letter a finding: B, I, F; "" when the criterion does not apply.
inline QString verdict(const domain::Projet &projet, const QString &criterion, const QDate &day = today)
{
    QString letters;
    for (const controle::Finding &finding : of(projet, criterion, day))
        letters += finding.severity == controle::Severity::Blocking      ? u'B'
                   : finding.severity == controle::Severity::Improvement ? u'I'
                                                                         : u'F';
    return letters;
}

inline QString sentence(const domain::Projet &projet, const QString &criterion, const QDate &day = today)
{
    const auto found = of(projet, criterion, day);
    return found.empty() ? QString() : plain(found.front().sentence);
}

inline std::vector<controle::Finding> checkProjet(const domain::Projet &projet, const QDate &day = today)
{
    return controle::check(projet, references(), day, controle::Volet::Projet);
}

inline domain::Personne &porteur(domain::Projet &projet)
{
    return *projet.personnes.find(projet.identite.porteur);
}

inline domain::Commune &commune(domain::Projet &projet, const QString &code)
{
    return *projet.communes.find(base::Id::fromKey(QStringLiteral("commune:") + code));
}

inline domain::Effectif &effectif(domain::Projet &projet, const QString &code)
{
    return *projet.effectifs.find(base::Id::fromKey(QStringLiteral("effectif:") + code));
}

inline domain::Mission &mission(domain::Projet &projet, const QString &code)
{
    return *projet.missions.find(base::Id::fromKey(QStringLiteral("mission:") + code));
}

inline domain::Rubrique &rubrique(domain::Projet &projet, const QString &code)
{
    return *projet.rubriques.find(base::Id::fromKey(QStringLiteral("rubrique:") + code));
}

} // namespace fixtures
