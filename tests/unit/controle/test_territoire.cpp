#include "unit/controle/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

void add(domain::Projet &projet, const QString &code, const QString &nom, qint64 population)
{
    domain::Commune commune;
    commune.code = code;
    commune.nom = nom;
    commune.population = population;
    commune.zonage = domain::Zonage::Zip;
    projet.communes.insert(base::Id::fromKey(u"commune:"_s + code), commune);
}

// One commune of that population, and that population declared.
domain::Projet ofPopulation(qint64 declared, qint64 sum, const QString &from = u"Insee"_s)
{
    domain::Projet projet;
    projet.identite.millesime = u"2026"_s;
    add(projet, u"04039"_s, u"Castellane"_s, sum);
    projet.population = {declared, from, 2023};
    return projet;
}

} // namespace

TEST_CASE("At least one commune")
{
    CHECK(sentence(vallees(), u"lettre.communes"_s) == u"18 communes choisies");
    CHECK(verdict({}, u"lettre.communes"_s) == u"B");
}

TEST_CASE("Zoning of each commune, the missing ones named")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.zonage"_s) == u"F");
    CHECK(verdict({}, u"lettre.zonage"_s).isEmpty());
    commune(projet, u"04006"_s).zonage = domain::Zonage::NonRenseigne;
    CHECK(sentence(projet, u"lettre.zonage"_s) == u"1 commune sans zonage renseigné : Allos");
    CHECK(of(projet, u"lettre.zonage"_s).front().field ==
          domain::FieldAddress{u"commune"_s, base::Id::fromKey(u"commune:04006"_s), u"zonage"_s});
    for (const QString &code : {u"04025"_s, u"04061"_s, u"04039"_s, u"04008"_s})
        commune(projet, code).zonage = domain::Zonage::NonRenseigne;
    CHECK(sentence(projet, u"lettre.zonage"_s) ==
          u"5 communes sans zonage renseigné : Allos, Annot, Beauvezer et 2 autres");
}

TEST_CASE("A commune that a neighbouring CPTS has already blocks, and is where one goes")
{
    domain::Projet projet = vallees();
    projet.voisines = {};
    CHECK(verdict(projet, u"lettre.autres-cpts"_s).isEmpty()); // nothing is known
    auto &first = projet.voisines.insert(base::Id::fromKey(u"voisine:a"_s));
    first.nom = u"CPTS d’à côté"_s;
    first.communes = u"04088 13203"_s;
    CHECK(verdict(projet, u"lettre.autres-cpts"_s) == u"F");
    first.communes = u"04061 04006 04088"_s;
    CHECK(verdict(projet, u"lettre.autres-cpts"_s) == u"B");
    CHECK(sentence(projet, u"lettre.autres-cpts"_s).startsWith(u"Allos"_s));
    CHECK(sentence(projet, u"lettre.autres-cpts"_s).endsWith(u"déjà dans la CPTS « CPTS d’à côté »"_s));
    CHECK(of(projet, u"lettre.autres-cpts"_s).front().field ==
          domain::FieldAddress{u"commune"_s, base::Id::fromKey(u"commune:04006"_s), u"code"_s});
    CHECK(of(projet, u"lettre.autres-cpts"_s).front().page == u"territoire");
}

TEST_CASE("A commune that is no more is told with its successor")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.communes-actuelles"_s) == u"F");
    CHECK(verdict({}, u"lettre.communes-actuelles"_s).isEmpty());
    add(projet, u"05043"_s, u"Les Costes"_s, 200); // part of Aubessagne since 2018
    add(projet, u"99999"_s, u"Nulle-Part"_s, 1);
    CHECK(verdict(projet, u"lettre.communes-actuelles"_s) == u"II");
    CHECK(sentence(projet, u"lettre.communes-actuelles"_s).contains(u"Aubessagne"));
    const auto findings = of(projet, u"lettre.communes-actuelles"_s);
    CHECK(plain(findings.back().sentence) ==
          u"Nulle-Part (code « 99999 ») n’est pas dans la liste des communes de 2026");
    CHECK(findings.back().field.id == base::Id::fromKey(u"commune:99999"_s));
}

TEST_CASE("The same place is not counted twice")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.communes-doublons"_s) == u"F");
    domain::Commune again = commune(projet, u"04006"_s);
    projet.communes.insert(base::Id::create(), again);
    CHECK(verdict(projet, u"lettre.communes-doublons"_s) == u"I");
    CHECK(sentence(projet, u"lettre.communes-doublons"_s) == u"Allos est deux fois dans le territoire");
    add(projet, u"13203"_s, u"Marseille 3e Arrondissement"_s, 50000);
    CHECK(verdict(projet, u"lettre.communes-doublons"_s) == u"I");
    add(projet, u"13055"_s, u"Marseille"_s, 870000);
    CHECK(verdict(projet, u"lettre.communes-doublons"_s) == u"II");
}

TEST_CASE("First elements of diagnosis: blocking when empty, told when short")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.problematiques"_s) == u"F");
    QStringList words;
    for (int i = 0; i < 48; ++i)
        words << u"mot"_s;
    rubrique(projet, u"problematiques"_s).texte = words.join(u' ');
    CHECK(verdict(projet, u"lettre.problematiques"_s) == u"I");
    CHECK(sentence(projet, u"lettre.problematiques"_s) ==
          u"Premiers éléments de diagnostic : 48 mots, souvent jugé court");
    rubrique(projet, u"problematiques"_s).texte = u"\n "_s;
    CHECK(verdict(projet, u"lettre.problematiques"_s) == u"B");
    CHECK(of({}, u"lettre.problematiques"_s).front().field.id == base::Id::fromKey(u"rubrique:problematiques"_s));
}

TEST_CASE("Population: declared, or the sum")
{
    domain::Projet projet = vallees();
    CHECK(sentence(projet, u"lettre.population"_s) == u"Population : 8 495 habitants");
    projet.population = {};
    CHECK(verdict(projet, u"lettre.population"_s) == u"F");
    CHECK(verdict(projet, u"lettre.population-source"_s).isEmpty());
    CHECK(verdict({}, u"lettre.population"_s) == u"B");
    CHECK(verdict(ofPopulation(0, 0), u"lettre.population"_s) == u"B");
}

TEST_CASE("A declared population has a source and a year")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.population-source"_s) == u"F");
    projet.population.annee.reset();
    CHECK(of(projet, u"lettre.population-source"_s).front().field.field == u"annee");
    projet.population.source.clear();
    CHECK(verdict(projet, u"lettre.population-source"_s) == u"I");
    CHECK(of(projet, u"lettre.population-source"_s).front().field.field == u"source");
}

TEST_CASE("A population far from the sum of the communes is told, with the vintage")
{
    CHECK(verdict(ofPopulation(10500, 10000), u"lettre.population-somme"_s) == u"F");
    CHECK(sentence(ofPopulation(10500, 10000), u"lettre.population-somme"_s)
              .startsWith(u"Population proche de celle des communes : 10 500 habitants retenus, 10 000"_s));
    CHECK(verdict(ofPopulation(10501, 10000), u"lettre.population-somme"_s) == u"I");
    CHECK(verdict(ofPopulation(9400, 10000), u"lettre.population-somme"_s) == u"I");
    CHECK(sentence(ofPopulation(12000, 10000), u"lettre.population-somme"_s) ==
          u"Écart de 20 % : 12 000 habitants retenus, 10 000 pour la somme des communes de 2026");
    CHECK(verdict(ofPopulation(12000, 0), u"lettre.population-somme"_s).isEmpty());
}

TEST_CASE("Near a threshold, or across it, the size must be beyond doubt")
{
    CHECK(sentence(ofPopulation(20000, 20000), u"lettre.taille"_s) == u"Taille 1, loin d’un seuil");
    CHECK(verdict(ofPopulation(39000, 39000), u"lettre.taille"_s) == u"F");
    CHECK(sentence(ofPopulation(39000, 39000, {}), u"lettre.taille"_s) ==
          u"Taille 1, à 1 000 habitants du seuil de 40 000 : précisez la source et l’année de la population");
    CHECK(verdict(ofPopulation(39000, 39000, {}), u"lettre.taille"_s) == u"I");
    CHECK(sentence(ofPopulation(175828, 174346), u"lettre.taille"_s) ==
          u"La population retenue donne la taille 4, la somme des communes donne la taille 3");
    CHECK(verdict({}, u"lettre.taille"_s).isEmpty());
}
