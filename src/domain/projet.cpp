#include "domain/projet.h"

#include "base/text.h"

namespace domain
{

Projet nouveauProjet(const QString &nom, const QString &trame, const QString &millesime, const QDate &le)
{
    Projet projet;
    projet.identite.nom = nom;
    projet.identite.trame = trame;
    projet.identite.millesime = millesime;
    projet.identite.creeLe = le;
    return projet;
}

std::vector<std::pair<Id, const Commune *>> communesParNom(const Projet &projet)
{
    std::vector<std::pair<Id, const Commune *>> list;
    list.reserve(projet.communes.size());
    for (const auto &[id, commune] : projet.communes)
        list.emplace_back(id, &commune);
    std::stable_sort(list.begin(), list.end(), [](const auto &a, const auto &b) {
        if (a.second->nom == b.second->nom)
            return a.second->code < b.second->code;
        // Marseille 2e before Marseille 10e: municipal arrondissements follow their codes.
        const bool sameCity = a.second->nom.section(u' ', 0, 0) == b.second->nom.section(u' ', 0, 0) &&
                              a.second->nom.contains(u"Arrondissement") && b.second->nom.contains(u"Arrondissement");
        return sameCity ? a.second->code < b.second->code : base::frenchLess(a.second->nom, b.second->nom);
    });
    return list;
}

// A file may hold any number: nothing counted here has more people than the country, and no sum may overflow.
static constexpr qint64 mostPeople = 100'000'000;

qint64 populationDesCommunes(const Projet &projet)
{
    qint64 sum = 0;
    for (const auto &[id, commune] : projet.communes)
        sum += std::clamp<qint64>(commune.population.value_or(0), 0, mostPeople);
    return sum;
}

Number populationRetenue(const Projet &projet)
{
    if (projet.population.valeur)
        return projet.population.valeur;
    return projet.communes.empty() ? Number() : Number(populationDesCommunes(projet));
}

Number habitants(const TrancheAge &tranche)
{
    const auto people = [](const Number &count) { return std::clamp<qint64>(count.value_or(0), 0, mostPeople); };
    if (tranche.ensemble)
        return people(tranche.ensemble);
    return tranche.femmes || tranche.hommes ? Number(people(tranche.femmes) + people(tranche.hommes)) : Number();
}

Number habitantsParAge(const Projet &projet)
{
    Number sum;
    for (const auto &[id, tranche] : projet.tranches)
        if (const Number counted = habitants(tranche))
            sum = sum.value_or(0) + *counted;
    return sum;
}

QString texteRubrique(const Projet &projet, const QString &code)
{
    const Rubrique *rubrique = findKey(projet.rubriques, QStringLiteral("rubrique"), code);
    return rubrique ? rubrique->texte : QString();
}

const Personne *porteur(const Projet &projet)
{
    return projet.personnes.find(projet.identite.porteur);
}

} // namespace domain
