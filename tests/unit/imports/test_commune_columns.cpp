#include "fixtures.h"
#include "imports/commune_columns.h"
#include "imports/commune_facts.h"

using namespace Qt::Literals::StringLiterals;
using namespace imports;
using Role = ColumnRole;

namespace
{

std::vector<CommuneEntry> entries(const QString &text)
{
    const auto table = readDelimited(text, u"La liste"_s,
                                     [](const QString &cell) { return roleOfTitle(cell) != ColumnRole::Ignored; });
    REQUIRE(table.ok());
    auto read = communeEntries(table.value(), fixtures::communes());
    REQUIRE(read.ok());
    return read.value();
}

std::vector<Role> roles(const QString &text)
{
    const auto table = readDelimited(text, u"La liste"_s,
                                     [](const QString &cell) { return roleOfTitle(cell) != ColumnRole::Ignored; });
    REQUIRE(table.ok());
    return columnRoles(table.value(), fixtures::communes()).value();
}

} // namespace

TEST_CASE("Titles are understood as the files of the administrations write them")
{
    CHECK(roleOfTitle(u"Code INSEE"_s) == Role::CodeInsee);
    CHECK(roleOfTitle(u"CODGEO"_s) == Role::CodeInsee);
    CHECK(roleOfTitle(u"code_postal"_s) == Role::CodePostal);
    CHECK(roleOfTitle(u"LIBGEO"_s) == Role::Nom);
    CHECK(roleOfTitle(u"Nom de la commune"_s) == Role::Nom);
    CHECK(roleOfTitle(u"Dép."_s) == Role::Departement);
    CHECK(roleOfTitle(u"SIREN EPCI"_s) == Role::Epci);
    CHECK(roleOfTitle(u"Zonage médecins (2022)"_s) == Role::Zonage);
    CHECK(roleOfTitle(u"Année du zonage"_s) == Role::ZonageAnnee);
    CHECK(roleOfTitle(u"Population municipale 2023"_s) == Role::Population);
    CHECK(roleOfTitle(u"QPV"_s) == Role::Qpv);
    CHECK(roleOfTitle(u"Castellane"_s) == Role::Ignored);
    CHECK(roleOfTitle(u""_s) == Role::Ignored);
}

TEST_CASE("Without titles, columns are known by what is written in them")
{
    CHECK(roles(u"04006;Allos;ZIP;812\n04204;Senez;ZAC;1 154\n"_s) ==
          std::vector{Role::CodeInsee, Role::Nom, Role::Zonage, Role::Population});
    CHECK(roles(u"Allos;04260\nSenez;04270\n"_s) == std::vector{Role::Nom, Role::CodePostal});
    CHECK(roles(u"04\tAllos\n04\tSenez\n"_s) == std::vector{Role::Departement, Role::Nom});
    CHECK(roles(u"4006\n4204\n"_s) == std::vector{Role::CodeInsee});
    CHECK(roles(u"200068625\n"_s) == std::vector{Role::Epci});
    CHECK(roles(u"Allos;2022;Mme\nSenez;2022;M.\n"_s) == std::vector{Role::Nom, Role::ZonageAnnee, Role::Ignored});
}

TEST_CASE("Of two columns of names, the one of communes counts")
{
    const auto read = entries(u"Nom;Commune\nDupont;Allos\n"_s);
    REQUIRE(read.size() == 1);
    CHECK(read[0].nom == u"Allos"_s);
    CHECK(entries(u"Commune;Nom\nAllos;Dupont\n"_s)[0].nom == u"Allos"_s);
}

TEST_CASE("A list that names no commune is refused")
{
    const auto table = readDelimited(u"Zonage;Population\nZIP;12\n"_s, u"La liste"_s,
                                     [](const QString &cell) { return roleOfTitle(cell) != ColumnRole::Ignored; });
    const auto read = communeEntries(table.value(), fixtures::communes());
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().message.contains(u"« Code Insee »"_s));
}

TEST_CASE("Cells become facts: lost zeros, crosses, départements by name, guards of spreadsheets")
{
    const auto read = entries(u"Code INSEE;Commune;Département;ZIP;ZAC\n"
                              "4006;Allos;Alpes-de-Haute-Provence;x;\n"
                              "=\"04204\";'-Senez;4;;oui\n"
                              "2a004;Ajaccio;2a;;\n"_s);
    REQUIRE(read.size() == 3);
    CHECK(read[0].insee == u"04006"_s);
    CHECK(read[0].departement == u"04"_s);
    CHECK(read[0].zonage == u"ZIP"_s);
    CHECK(read[1].insee == u"04204"_s);
    CHECK(read[1].nom == u"-Senez"_s);
    CHECK(read[1].departement == u"04"_s);
    CHECK(read[1].zonage == u"ZAC"_s);
    CHECK(read[2].insee == u"2A004"_s);
    CHECK(read[2].departement == u"2A"_s);
    CHECK(read[2].asWritten() == u"2a004 Ajaccio"_s);
}

TEST_CASE("Names on one line, and codes where names are expected")
{
    const auto line = entries(u"Castellane, Allos , ,Senez"_s);
    REQUIRE(line.size() == 3);
    CHECK(line[1].nom == u"Allos"_s);
    const auto mixed = entries(u"Commune\n04006\n200 068 625\n04260\n"_s);
    REQUIRE(mixed.size() == 3);
    CHECK(mixed[0].insee == u"04006"_s);
    CHECK(mixed[1].epci == u"200068625"_s);
    CHECK(mixed[2].postal == u"04260"_s);
}

TEST_CASE("Zonings are read as people write them")
{
    using domain::Zonage;
    CHECK(readZonage(u" zip "_s) == Zonage::Zip);
    CHECK(readZonage(u"Zone d’action complémentaire"_s) == Zonage::Zac);
    CHECK(readZonage(u"Zone d'intervention prioritaire (ZIP)"_s) == Zonage::Zip);
    CHECK(readZonage(u"Hors zonage"_s) == Zonage::Aucun);
    CHECK(readZonage(u"aucun"_s) == Zonage::Aucun);
    CHECK_FALSE(readZonage(u""_s));
    CHECK_FALSE(readZonage(u"-"_s));
    CHECK_FALSE(readZonage(u"ZRR"_s));
}

TEST_CASE("Counts and years are read strictly")
{
    CHECK(readCount(u"11\u202F274"_s) == 11274);
    CHECK(readCount(u"0"_s) == 0);
    CHECK_FALSE(readCount(u"-3"_s));
    CHECK_FALSE(readCount(u"12,5"_s));
    CHECK_FALSE(readCount(u"9999999999999999999"_s));
    CHECK(readYear(u"Zonage 2022"_s) == 2022);
    CHECK(readYear(u"arrêté du 04/04/2022"_s) == 2022);
    CHECK_FALSE(readYear(u"120225"_s));
    CHECK_FALSE(readYear(u""_s));
}

TEST_CASE("QPV cells: none, some, or their names")
{
    CHECK(readQpv(u"Non"_s).none == true);
    CHECK(readQpv(u"0"_s).none == true);
    CHECK(readQpv(u"oui"_s).none == false);
    CHECK(readQpv(u"2"_s).none == false);
    CHECK_FALSE(readQpv(u""_s).none.has_value());
    const auto named = readQpv(u"QN00401M Barbejas; Pigeonnier"_s);
    CHECK(named.none == false);
    CHECK(named.names == QStringList{u"QN00401M Barbejas"_s, u"Pigeonnier"_s});
    CHECK(qpvCode(named.names[0]) == u"QN00401M"_s);
    CHECK(qpvName(named.names[0]) == u"Barbejas"_s);
    CHECK(qpvName(u"Barbejas (qn00401m)"_s) == u"Barbejas"_s);
    CHECK(qpvCode(u"Pigeonnier"_s).isEmpty());
}
