// Attendance: the greater of the two counts, and who is not counted in the elaboration.
#include "fixtures.h"
#include "suivi/reunions.h"

using namespace suivitest;

TEST_CASE("as many participants as were typed, or as are named when they are more")
{
    domain::Reunion reunion;
    CHECK_FALSE(suivi::participants(reunion));
    reunion.presents = 12;
    CHECK(suivi::participants(reunion) == 12);
    reunion.personnes = {Id::create(), Id::create()};
    CHECK(suivi::participants(reunion) == 12);
    reunion.presents = 1;
    CHECK(suivi::participants(reunion) == 2);
    reunion.presents = {};
    CHECK(suivi::participants(reunion) == 2);
}

TEST_CASE("those who came and of whom nobody said anything are counted at once, an answer is never changed")
{
    domain::Projet projet;
    std::vector<Id> people;
    for (int i = 0; i < 5; ++i) {
        people.push_back(Id::create());
        projet.personnes.insert(people.back()).rang = QString(QChar(u'a' + i));
    }
    projet.personnes.find(people[1])->elaboration = false;
    projet.personnes.find(people[2])->elaboration = true;
    domain::Reunion &held = projet.reunions.insert(Id::create());
    held.personnes = {people[0], people[1], people[2]};
    held.date = QDate(2027, 2, 1);
    domain::Reunion &coming = projet.reunions.insert(Id::create());
    coming.personnes = {people[3]};
    coming.date = QDate(2027, 4, 1);
    domain::Reunion &dialogue = projet.reunions.insert(Id::create());
    dialogue.sorte = domain::SorteReunion::Dialogue;
    dialogue.personnes = {people[4]};
    CHECK(suivi::presentsNonComptes(projet, today) == std::vector<Id>{people[0]});
    CHECK(suivi::presentsNonComptes(projet, QDate(2027, 4, 1)) == std::vector<Id>{people[0], people[3]});
    REQUIRE(domain::applyChanges(projet, suivi::compterPresents(projet, today)).ok());
    CHECK(projet.personnes.find(people[0])->elaboration == true);
    CHECK(projet.personnes.find(people[1])->elaboration == false);
    CHECK(suivi::compterPresents(projet, today).empty());
}
