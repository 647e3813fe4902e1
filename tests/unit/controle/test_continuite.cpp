// What outlines add to the criteria of the territory: parts and enclaves, told only when they are sure.
#include "fixtures.h"

#include "base/typography.h"

using namespace fixtures;
using namespace Qt::Literals::StringLiterals;
using controle::Severity;
using reference::TerritoryShape;

namespace
{

std::vector<controle::Finding> judged(const TerritoryShape *shape, const QString &criterion = u"lettre.continuite"_s)
{
    std::vector<controle::Finding> found;
    for (const auto volet : {controle::Volet::Lettre, controle::Volet::Projet})
        for (controle::Finding &each : controle::check(vallees(), references(), today, volet, shape))
            if (each.criterion == criterion)
                found.push_back(std::move(each));
    return found;
}

TerritoryShape whole()
{
    TerritoryShape shape;
    TerritoryShape::Partie part;
    for (const auto &[id, commune] : vallees().communes)
        part.codes << commune.code;
    shape.parties = {part};
    return shape;
}

} // namespace

TEST_CASE("Without outlines nothing is said of the shape of the territory")
{
    CHECK(judged(nullptr).empty());
    const TerritoryShape unknown;
    CHECK(judged(&unknown).empty());
    CHECK(controle::checkAll(vallees(), references(), today).size() ==
          controle::checkAll(vallees(), references(), today, &unknown).size());
}

TEST_CASE("A territory in one piece is said to be, in the lettre and in the projet")
{
    const TerritoryShape shape = whole();
    for (const QString &criterion : {u"lettre.continuite"_s, u"projet.continuite"_s}) {
        const auto found = judged(&shape, criterion);
        REQUIRE(found.size() == 1);
        CHECK(found.front().severity == Severity::Fulfilled);
        CHECK(found.front().page == u"territoire");
        CHECK(plain(found.front().sentence) == u"Le territoire est d’un seul tenant, sans enclave");
    }
}

TEST_CASE("A part that stands apart is to be looked at, by the name of its communes")
{
    TerritoryShape shape = whole();
    shape.parties.push_back({{u"04008"_s, u"04006"_s}});
    const auto found = judged(&shape);
    REQUIRE(found.size() == 1);
    CHECK(found.front().severity == Severity::Improvement);
    CHECK(plain(found.front().sentence) == u"Allos et Annot : à l’écart du reste du territoire");
    CHECK(found.front().field.table == u"commune");
    const domain::Projet projet = vallees();
    const domain::Commune *commune = projet.communes.find(found.front().field.id);
    REQUIRE(commune);
    CHECK(commune->code == u"04008");
    CHECK(plain(found.front().reason).contains(u"sans zone blanche ni chevauchement"));
    CHECK(found.front().source.contains(u"Cahier des charges PACA 2022"));
    // The sea makes parts of islands.
    shape.parties.back().ile = true;
    CHECK(judged(&shape).front().severity == Severity::Fulfilled);
}

TEST_CASE("An enclave is to be looked at, several have a finding each")
{
    TerritoryShape shape = whole();
    shape.enclaves = {{u"04218"_s}, {u"04007"_s, u"04008"_s}};
    const auto found = judged(&shape);
    REQUIRE(found.size() == 2);
    CHECK(plain(found[0].sentence) == u"Thorame-Basse : hors du territoire, mais entourée par lui");
    CHECK(plain(found[1].sentence) == u"Angles et Annot : hors du territoire, mais entourées par lui");
}

TEST_CASE("Many parts, many enclaves: one finding each, with a few names")
{
    TerritoryShape shape = whole();
    for (const QString &code : {u"04006"_s, u"04008"_s, u"04022"_s, u"04039"_s, u"04061"_s})
        shape.parties.push_back({{code}});
    for (const QString &code : {u"04005"_s, u"04007"_s, u"04030"_s, u"04032"_s})
        shape.enclaves.push_back({code});
    const auto found = judged(&shape);
    REQUIRE(found.size() == 2);
    CHECK(plain(found[0].sentence) == u"Allos, Annot, Barrême et 2 autres : à l’écart du reste du territoire");
    CHECK(plain(found[1].sentence) == u"Allons, Angles, Blieux et Braux : hors du territoire, mais entourées par lui");
}

TEST_CASE("While an outline is missing, nothing is blamed: it may be what joins the parts")
{
    TerritoryShape shape = whole();
    shape.parties.push_back({{u"04006"_s}});
    shape.absentes << u"04008"_s;
    CHECK(judged(&shape).empty());
}
