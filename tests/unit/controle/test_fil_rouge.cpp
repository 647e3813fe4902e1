#include "controle/fil_rouge.h"
#include "fixtures.h"
#include "support/thread.h"

#include <set>

using namespace Qt::Literals::StringLiterals;
using base::Id;
using namespace support;

namespace
{

const Id besoin = Id::fromKey(u"besoin:a"_s);
const Id autreBesoin = Id::fromKey(u"besoin:b"_s);
const Id fiche = Id::fromKey(u"fiche:a"_s);
const Id objectif = Id::fromKey(u"objectif:a"_s);
const Id indicateur = Id::fromKey(u"indicateurAction:a"_s);
const Id depense = Id::fromKey(u"budget:a"_s);
const Id prevention = support::missionId(u"prevention"_s);

// One need, one fiche with one objective measured by one indicator, and one expense: nothing hangs.
domain::Projet whole()
{
    domain::Projet projet;
    domain::Mission &mission = projet.missions.insert(prevention);
    mission.code = u"prevention"_s;
    mission.retenue = true;
    addBesoin(projet, u"a"_s, u"Prévenir les chutes"_s, {prevention});
    addFiche(projet, u"a"_s, u"Ateliers"_s, {besoin}, prevention);
    addObjectif(projet, u"a"_s, fiche, u"Moins de chutes"_s);
    addIndicateur(projet, u"a"_s, fiche, u"Chutes"_s, objectif);
    domain::IndicateurAction &one = *projet.indicateursAction.find(indicateur);
    one.depart = 12;
    one.cible = 8;
    one.justificatif = u"Registre"_s;
    addDepense(projet, u"a"_s, fiche, u"Salle"_s, u"ARS"_s);
    return projet;
}

// What hangs: its words, each followed by the fields it leads to.
QStringList suspens(const domain::Projet &projet)
{
    QStringList words;
    for (const controle::SortesSuspens &sort : controle::enSuspens(projet, fixtures::references())) {
        QStringList fields;
        for (const controle::Suspens &each : sort.all)
            fields << each.field.table + u'.' + each.field.field;
        words << fixtures::plain(sort.words) + u" > "_s + fields.join(u", "_s);
    }
    return words;
}

std::vector<controle::FilBesoin> thread(const domain::Projet &projet)
{
    return controle::filRouge(projet, fixtures::references());
}

} // namespace

TEST_CASE("The thread goes from the need to the indicator")
{
    const auto needs = thread(whole());
    REQUIRE(needs.size() == 1);
    CHECK(needs[0].id == besoin);
    CHECK(needs[0].missions == QStringList{u"prevention"_s});
    REQUIRE(needs[0].fiches.size() == 1);
    const controle::FilFiche &one = needs[0].fiches[0];
    CHECK(one.mission == u"prevention"_s);
    CHECK(one.budget == std::vector<Id>{depense});
    REQUIRE(one.objectifs.size() == 1);
    CHECK(one.objectifs[0].id == objectif);
    CHECK(one.objectifs[0].indicateurs == std::vector<Id>{indicateur});
    CHECK(suspens(whole()).isEmpty());
}

TEST_CASE("A fiche of several needs is under each, one of none comes last")
{
    domain::Projet projet = whole();
    addBesoin(projet, u"b"_s, u"Accéder aux soins"_s);
    projet.besoins.find(autreBesoin)->rang = u"0"_s;
    projet.fiches.find(fiche)->besoins = {std::min(besoin, autreBesoin), std::max(besoin, autreBesoin)};
    addFiche(projet, u"b"_s, u"Seule"_s);
    const auto needs = thread(projet);
    REQUIRE(needs.size() == 3);
    CHECK(needs[0].id == autreBesoin); // the order of the user
    CHECK(needs[0].fiches.size() == 1);
    CHECK(needs[1].fiches.size() == 1);
    CHECK(needs[2].id.isNull());
    REQUIRE(needs[2].fiches.size() == 1);
    CHECK(needs[2].fiches[0].id == Id::fromKey(u"fiche:b"_s));
}

TEST_CASE("An indicator of no objective of the fiche is kept apart, never lost")
{
    domain::Projet projet = whole();
    projet.indicateursAction.find(indicateur)->objectif = Id::fromKey(u"objectif:ailleurs"_s);
    const auto needs = thread(projet);
    const auto &objectifs = needs.at(0).fiches.at(0).objectifs;
    REQUIRE(objectifs.size() == 2);
    CHECK(objectifs[0].indicateurs.empty());
    CHECK(objectifs[1].id.isNull());
    CHECK(objectifs[1].indicateurs == std::vector<Id>{indicateur});
}

TEST_CASE("What hangs in the air is told in words, and leads to its field")
{
    domain::Projet projet = whole();
    SECTION("a need without a mission nor an action")
    {
        addBesoin(projet, u"b"_s, u"Accéder aux soins"_s);
        CHECK(suspens(projet) ==
              QStringList{u"1 besoin sans mission > besoin.missions"_s, u"1 besoin sans action > besoin.enonce"_s});
        SECTION("which a settled need may be")
        {
            projet.besoins.find(autreBesoin)->etat = domain::EtatBesoin::Regle;
            CHECK(suspens(projet).isEmpty());
        }
    }
    SECTION("a mission retained for no need")
    {
        projet.besoins.find(besoin)->missions = {Id::fromKey(u"mission:crises"_s)};
        CHECK(suspens(projet).isEmpty()); // its fiche names the need
        projet.fiches.find(fiche)->mission = {};
        CHECK(suspens(projet) == QStringList{u"1 mission sans besoin > besoin.missions"_s});
        projet.missions.find(prevention)->retenue = false;
        CHECK(suspens(projet).isEmpty());
    }
    SECTION("a fiche without a need")
    {
        addFiche(projet, u"b"_s, {});
        addFiche(projet, u"c"_s, {});
        CHECK(suspens(projet) == QStringList{u"2 fiches-actions sans besoin > fiche.besoins, fiche.besoins"_s});
    }
    SECTION("an objective without an indicator")
    {
        addObjectif(projet, u"b"_s, fiche, u"Autre"_s);
        CHECK(suspens(projet) == QStringList{u"1 objectif sans indicateur > objectif.enonce"_s});
    }
    SECTION("an indicator without its start value, its target, its evidence")
    {
        domain::IndicateurAction &one = *projet.indicateursAction.find(indicateur);
        one.depart = {};
        one.cible = {};
        one.justificatif = u"  "_s;
        CHECK(suspens(projet) == QStringList{u"1 indicateur sans valeur de départ > indicateurAction.depart"_s,
                                             u"1 indicateur sans cible > indicateurAction.cible"_s,
                                             u"1 indicateur sans justificatif > indicateurAction.justificatif"_s});
    }
    SECTION("zero is a value")
    {
        projet.indicateursAction.find(indicateur)->depart = 0;
        CHECK(suspens(projet).isEmpty());
    }
    SECTION("an expense without a funder")
    {
        projet.budget.find(depense)->financeur.clear();
        CHECK(suspens(projet) == QStringList{u"1 dépense sans financeur > budget.financeur"_s});
    }
}

TEST_CASE("An abandoned action answers no need, asks for nothing, and keeps of its steps what was done")
{
    domain::Projet projet = whole();
    for (const bool done : {true, false}) {
        domain::EtapeAction &step = projet.etapesAction.insert(Id::fromKey(done ? u"etape:a"_s : u"etape:b"_s));
        step.fiche = fiche;
        step.faite = done;
    }
    projet.fiches.find(fiche)->avancement = domain::Avancement::Abandonnee;
    domain::IndicateurAction &one = *projet.indicateursAction.find(indicateur);
    one.depart = one.cible = {};
    one.justificatif.clear();
    one.objectif = {};
    projet.budget.find(depense)->financeur.clear();
    CHECK(suspens(projet) == QStringList{u"1 besoin sans action > besoin.enonce"_s});
    REQUIRE(thread(projet).front().fiches.size() == 1);
    CHECK(thread(projet).front().fiches.front().etapes == std::vector<Id>{Id::fromKey(u"etape:a"_s)});
    projet.fiches.find(fiche)->besoins.clear();
    CHECK_FALSE(suspens(projet).join(u'|').contains(u"sans besoin"));
}

TEST_CASE("What the fil rouge and the criteria say of a need is the same")
{
    domain::Projet projet = whole();
    addBesoin(projet, u"b"_s, u"Accéder aux soins"_s, {prevention});
    const auto findings = fixtures::of(projet, u"projet.besoins-relies"_s);
    const auto hanging = controle::enSuspens(projet, fixtures::references());
    REQUIRE(findings.size() == 1);
    REQUIRE(hanging.size() == 1);
    CHECK(findings[0].sentence.startsWith(hanging[0].all.at(0).name));
    CHECK(findings[0].field == hanging[0].all.at(0).field);
    CHECK_FALSE(controle::hasAction(projet, autreBesoin));
    CHECK(controle::hasAction(projet, besoin));
}

TEST_CASE("The example is threaded whole: every fiche, objective and indicator has its place")
{
    const domain::Projet projet = fixtures::vallees();
    std::set<Id> fiches;
    std::set<Id> objectifs;
    std::set<Id> indicateurs;
    for (const controle::FilBesoin &need : thread(projet))
        for (const controle::FilFiche &one : need.fiches) {
            fiches.insert(one.id);
            for (const controle::FilObjectif &each : one.objectifs) {
                if (!each.id.isNull())
                    objectifs.insert(each.id);
                indicateurs.insert(each.indicateurs.begin(), each.indicateurs.end());
            }
        }
    CHECK(fiches.size() == projet.fiches.size());
    CHECK(objectifs.size() == projet.objectifs.size());
    CHECK(indicateurs.size() == projet.indicateursAction.size());
}

TEST_CASE("An empty project has neither thread nor loose ends")
{
    CHECK(thread({}).empty());
    CHECK(suspens({}).isEmpty());
}
