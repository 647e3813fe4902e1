#include "domain/effectifs.h"

#include <algorithm>

namespace domain
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Adds one member to the counters of its profession.
void count(Effectif &effectif, const Personne &personne)
{
    const auto add = [](Number &number, bool one) {
        if (number)
            *number += one ? 1 : 0;
    };
    add(effectif.adherents, true);
    add(effectif.gouvernance, personne.gouvernance.value_or(false));
    add(effectif.elaboration, personne.elaboration.value_or(false));
}

// Of a line where nobody counts. As long as no member answers a question, its count is not known: 0 would be said.
void startCounting(const Projet &projet, Effectif &effectif)
{
    const auto answered = [&projet](Answer Personne::*answer) {
        return std::any_of(projet.personnes.begin(), projet.personnes.end(), [answer](const auto &each) {
            return each.second.membre && (each.second.*answer).has_value();
        });
    };
    effectif.adherents = 0;
    effectif.gouvernance = answered(&Personne::gouvernance) ? Number(0) : Number();
    effectif.elaboration = answered(&Personne::elaboration) ? Number(0) : Number();
}

} // namespace

std::map<QString, Effectif> effectifs(const Projet &projet, const LigneOf &ligneOf)
{
    const bool counted = projet.organisation.comptage == Comptage::Membres;
    std::map<QString, Effectif> all;
    Effectif start;
    if (counted)
        startCounting(projet, start);
    for (const auto &[id, typed] : projet.effectifs) {
        Effectif &effectif = all[typed.profession] = typed;
        if (!counted)
            continue;
        effectif.adherents = start.adherents;
        effectif.gouvernance = start.gouvernance;
        effectif.elaboration = start.elaboration;
    }
    if (!counted)
        return all;
    for (const auto &[id, personne] : projet.personnes) {
        if (!personne.membre)
            continue;
        const QString ligne = ligneOf ? ligneOf(personne.profession) : personne.profession;
        if (ligne.isEmpty())
            continue;
        Effectif &effectif = all.try_emplace(ligne, start).first->second;
        effectif.profession = ligne;
        count(effectif, personne);
    }
    return all;
}

Effectif effectifDe(const Projet &projet, const QString &ligne, const LigneOf &ligneOf)
{
    const auto all = effectifs(projet, ligneOf);
    const auto at = all.find(ligne);
    if (at != all.end())
        return at->second;
    Effectif none;
    none.profession = ligne;
    if (projet.organisation.comptage == Comptage::Membres)
        startCounting(projet, none);
    return none;
}

QStringList professionsComptees(const Projet &projet, const QString &ligne, const LigneOf &ligneOf)
{
    QStringList professions;
    if (projet.organisation.comptage == Comptage::Membres)
        for (const auto &[id, personne] : membres(projet))
            if ((ligneOf ? ligneOf(personne->profession) : personne->profession) == ligne &&
                !professions.contains(personne->profession))
                professions << personne->profession;
    return professions;
}

QString nomDe(const Personne &personne)
{
    const QString name = u"%1 %2"_s.arg(personne.nom, personne.prenom).trimmed();
    return name.isEmpty() ? personne.structure.trimmed() : name;
}

std::vector<std::pair<Id, const Personne *>> membres(const Projet &projet)
{
    std::vector<std::pair<Id, const Personne *>> list;
    for (const auto &[id, personne] : inOrder(projet.personnes))
        if (personne->membre)
            list.emplace_back(id, personne);
    return list;
}

} // namespace domain
