// What a project brings to its map: values by commune, communes of other CPTS.
#include "report/map_project.h"
#include "support/catch.h"

using namespace Qt::Literals::StringLiterals;

TEST_CASE("Indicators with values of the territory are offered, the others are not")
{
    domain::Projet projet;
    projet.communes.insert(base::Id::fromKey(u"commune:04039"_s)).code = u"04039"_s;
    CHECK(report::mapValuesOf(projet).empty());
    auto &known = projet.indicateurs.insert(base::Id::fromKey(u"a"_s));
    known.rang = u"b"_s;
    known.intitule = u"Accessibilité"_s;
    known.unite = u"%"_s;
    known.source = u"DREES"_s;
    known.annee = 2023;
    known.parCommune = u"04039=2.5 06088=3"_s;
    auto &away = projet.indicateurs.insert(base::Id::fromKey(u"b"_s));
    away.rang = u"a"_s;
    away.intitule = u"Ailleurs"_s;
    away.parCommune = u"06088=3"_s;
    projet.indicateurs.insert(base::Id::fromKey(u"c"_s)).parCommune = u"04039=1"_s; // without a title
    const auto values = report::mapValuesOf(projet);
    REQUIRE(values.size() == 1);
    CHECK(values.front().title == u"Accessibilité");
    CHECK(values.front().unit == u"%");
    CHECK(values.front().source == u"DREES");
    CHECK(values.front().year == domain::Number(2023));
    CHECK(values.front().values == std::map<QString, double>{{u"04039"_s, 2.5}});
    CHECK(report::valuesHeading(values.front()) == u"Accessibilité (2023)");
    CHECK(report::valueInWords(values.front(), u"04039"_s) == u"2,5\u00A0%");
    CHECK(report::valueInWords(values.front(), u"06088"_s).isEmpty());
}

TEST_CASE("The communes of the neighbouring CPTS, the first that has one keeps it")
{
    domain::Projet projet;
    auto &b = projet.voisines.insert(base::Id::fromKey(u"b"_s));
    b.rang = u"b"_s;
    b.nom = u"B"_s;
    b.communes = u"04088 04070"_s;
    auto &a = projet.voisines.insert(base::Id::fromKey(u"a"_s));
    a.rang = u"a"_s;
    a.nom = u"A"_s;
    a.communes = u"04088"_s;
    CHECK(report::autresCptsDe(projet) == std::map<QString, QString>{{u"04070"_s, u"B"_s}, {u"04088"_s, u"A"_s}});
}
