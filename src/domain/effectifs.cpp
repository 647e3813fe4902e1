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
    const auto add = [](Number &number, bool one) { number = number.value_or(0) + (one ? 1 : 0); };
    add(effectif.adherents, true);
    add(effectif.gouvernance, personne.gouvernance.value_or(false));
    add(effectif.elaboration, personne.elaboration.value_or(false));
}

} // namespace

std::map<QString, Effectif> effectifs(const Projet &projet, const LigneOf &ligneOf)
{
    const bool counted = projet.organisation.comptage == Comptage::Membres;
    std::map<QString, Effectif> all;
    for (const auto &[id, typed] : projet.effectifs) {
        Effectif &effectif = all[typed.profession] = typed;
        if (counted)
            effectif.adherents = effectif.gouvernance = effectif.elaboration = 0;
    }
    if (!counted)
        return all;
    for (const auto &[id, personne] : projet.personnes) {
        if (!personne.membre)
            continue;
        const QString ligne = ligneOf ? ligneOf(personne.profession) : personne.profession;
        if (ligne.isEmpty())
            continue;
        Effectif &effectif = all[ligne];
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
        none.adherents = none.gouvernance = none.elaboration = 0;
    return none;
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
