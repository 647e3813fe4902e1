#include "fixtures.h"
#include "imports/describe.h"

using namespace Qt::Literals::StringLiterals;
using imports::describeChanges;

namespace
{

domain::Projet withCommunes(int count)
{
    domain::Projet projet;
    for (int i = 0; i < count; ++i)
        projet.communes.insert(fixtures::communeId(QString::number(i))).nom = u"Commune %1"_s.arg(i);
    return projet;
}

} // namespace

TEST_CASE("Records are counted once each, by what happens to them")
{
    const domain::Projet from = withCommunes(5);
    domain::Projet to = from;
    to.communes.remove(fixtures::communeId(u"0"_s));
    for (const QString &code : {u"1"_s, u"2"_s}) {
        to.communes.find(fixtures::communeId(code))->nom = u"x"_s;
        to.communes.find(fixtures::communeId(code))->population = 4;
    }
    to.communes.insert(fixtures::communeId(u"9"_s)).nom = u"Neuf"_s;
    CHECK(describeChanges(domain::diff(from, to)) == QStringList{u"1 commune ajoutée, 2 modifiées, 1 retirée"_s});
    CHECK(describeChanges(domain::diff({}, withCommunes(1200))) == QStringList{u"1\u202F200 communes ajoutées"_s});
    CHECK(describeChanges({}).isEmpty());
}

TEST_CASE("Facts that exist once are named by their fields")
{
    domain::Projet to;
    to.population.source = u"Insee"_s;
    to.population.valeur = 3;
    to.identite.nom = u"CPTS"_s;
    CHECK(describeChanges(domain::diff({}, to)) ==
          QStringList{u"Population retenue : Population retenue, Source de la population"_s,
                      u"Projet : Nom du projet"_s});
}

TEST_CASE("Every table has its French noun, with its gender")
{
    for (const domain::TableDescription &table : domain::tables()) {
        if (table.unique)
            continue;
        const domain::Id a = domain::Id::fromKey(u"a"_s);
        const domain::Id b = domain::Id::fromKey(u"b"_s);
        const auto one = describeChanges(domain::inserting({}, table.name, a, {}));
        auto both = domain::inserting({}, table.name, a, {});
        for (const auto &change : domain::inserting({}, table.name, b, {}))
            both.push_back(change);
        const auto two = describeChanges(both);
        INFO(table.name.toStdString());
        REQUIRE(one.size() == 1);
        CHECK((one[0].endsWith(u" ajouté"_s) || one[0].endsWith(u" ajoutée"_s)));
        REQUIRE(two.size() == 1);
        // Without its noun, a table would keep its singular: "2 quartier prioritaire".
        const QString singular = one[0].section(u' ', 1, 1);
        const QString plural = two[0].section(u' ', 1, 1);
        if (singular == u"CPTS")
            CHECK(two[0].section(u' ', 2, 2) == one[0].section(u' ', 2, 2) + u's');
        else
            CHECK((plural == singular + u's' || plural == QString(singular).replace(u'-', u"s-"_s) + u's'));
    }
}
