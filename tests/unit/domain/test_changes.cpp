#include "domain/changes.h"
#include "support/catch.h"
#include "support/random_edits.h"

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

Projet start()
{
    return nouveauProjet(u"CPTS d’essai"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23));
}

} // namespace

TEST_CASE("diff then apply turns one project into the other, and back")
{
    support::RandomEdits edits(1);
    for (int round = 0; round < 40; ++round) {
        const Projet from = edits.edited(start(), 30);
        const Projet to = edits.edited(from, 30);
        const ChangeList changes = diff(from, to);
        Projet walked = from;
        REQUIRE(applyChanges(walked, changes).ok());
        REQUIRE(diff(walked, to).empty());
        REQUIRE(applyChanges(walked, invert(changes)).ok());
        REQUIRE(diff(walked, from).empty());
        REQUIRE(invert(invert(changes)) == changes);
    }
}

TEST_CASE("ten thousand edits: undo all is the start, redo all is the end")
{
    support::RandomEdits edits(2);
    Projet projet = start();
    std::vector<ChangeList> history;
    for (int edit = 0; edit < 10'000; ++edit) {
        history.push_back(edits.next(projet));
        REQUIRE(applyChanges(projet, history.back()).ok());
    }
    const Projet end = projet;
    for (auto each = history.rbegin(); each != history.rend(); ++each)
        REQUIRE(applyChanges(projet, invert(*each)).ok());
    CHECK(diff(projet, start()).empty());
    for (const ChangeList &each : history)
        REQUIRE(applyChanges(projet, each).ok());
    CHECK(diff(projet, end).empty());
}

TEST_CASE("a list that does not fit changes nothing at all")
{
    Projet projet = start();
    const Projet before = projet;
    const FieldAddress name{u"structure"_s, Id(), u"nom"_s};
    const Change good{Change::Type::Set, name, QString(), u"Association"_s};
    const auto refuses = [&](const Change &bad) {
        const auto applied = applyChanges(projet, {good, bad});
        CHECK_FALSE(applied.ok());
        CHECK(diff(projet, before).empty());
    };
    refuses({Change::Type::Set, {u"inconnu"_s, Id(), u"nom"_s}, QString(), u"x"_s});
    refuses({Change::Type::Set, {u"structure"_s, Id(), u"inconnu"_s}, QString(), u"x"_s});
    refuses({Change::Type::Set, {u"identite"_s, Id(), u"nom"_s}, u"autre avant"_s, u"x"_s});
    refuses({Change::Type::Set, {u"population"_s, Id(), u"valeur"_s}, Value(), u"texte"_s});
    refuses({Change::Type::Set, {u"structure"_s, Id(), u"etatStatuts"_s}, QString(), u"code inconnu"_s});
    refuses({Change::Type::Insert, {u"structure"_s, Id::create(), {}}, {}, {}});
    refuses({Change::Type::Remove, {u"commune"_s, Id::create(), {}}, {}, {}});
}

TEST_CASE("setting a keyed field creates its record with its key")
{
    Projet projet = start();
    const Id id = Id::fromKey(u"mission:prevention"_s);
    const FieldAddress at{u"mission"_s, id, u"description"_s};
    CHECK(valueAt(projet, at) == Value(QString()));
    REQUIRE(applyChanges(projet, setting(projet, at, u"Dépister"_s, u"prevention"_s)).ok());
    CHECK(projet.missions.find(id)->code == u"prevention"_s);
    CHECK(setting(projet, at, u"Dépister"_s, u"prevention"_s).empty());
    CHECK_FALSE(valueAt(projet, {u"mission"_s, id, u"rien"_s}).has_value());
}

TEST_CASE("removing a record clears what referred to it")
{
    Projet projet = start();
    const Id person = Id::create();
    const Id commune = Id::fromKey(u"commune:04039"_s);
    const Id quarter = Id::create();
    projet.personnes.insert(person).nom = u"Exemple"_s;
    projet.identite.porteur = person;
    projet.communes.insert(commune).code = u"04039"_s;
    projet.qpv.insert(quarter).communes = {commune};
    const Projet before = projet;
    const ChangeList forgetPerson = removing(projet, u"personne"_s, person);
    REQUIRE(applyChanges(projet, forgetPerson).ok());
    CHECK(projet.identite.porteur.isNull());
    CHECK(projet.personnes.empty());
    const ChangeList forgetCommune = removing(projet, u"commune"_s, commune);
    REQUIRE(applyChanges(projet, forgetCommune).ok());
    CHECK(projet.qpv.find(quarter)->communes.empty());
    REQUIRE(applyChanges(projet, invert(forgetCommune)).ok());
    REQUIRE(applyChanges(projet, invert(forgetPerson)).ok());
    CHECK(diff(projet, before).empty());
    CHECK(removing(projet, u"personne"_s, Id::create()).empty());
    CHECK(removing(projet, u"rien"_s, person).empty());
}

TEST_CASE("inserting gives the fields it is told, and refuses a record already there")
{
    Projet projet = start();
    const Id id = Id::create();
    const auto changes = inserting(projet, u"partenaire"_s, id, {{u"service"_s, u"EHPAD"_s}, {u"gouvernance"_s, true}});
    REQUIRE(applyChanges(projet, changes).ok());
    CHECK(projet.partenaires.find(id)->service == u"EHPAD"_s);
    CHECK(projet.partenaires.find(id)->gouvernance == Answer(true));
    CHECK(inserting(projet, u"partenaire"_s, id, {}).empty());
    CHECK(inserting(projet, u"rien"_s, id, {}).empty());
}

TEST_CASE("an address is written and read back")
{
    const FieldAddress unique{u"structure"_s, Id(), u"nom"_s};
    const FieldAddress record{u"commune"_s, Id::create(), u"zonage"_s};
    CHECK(FieldAddress::parse(unique.toString()) == unique);
    CHECK(FieldAddress::parse(record.toString()) == record);
    CHECK_FALSE(FieldAddress::parse(u"commune/pas-un-identifiant/zonage"_s).has_value());
    CHECK_FALSE(FieldAddress::parse(u"commune"_s).has_value());
}

TEST_CASE("removing a fiche removes what belongs to it, clears what names it, and undo brings all back")
{
    Projet projet;
    const Id fiche = Id::create();
    const Id other = Id::create();
    const Id objectif = Id::create();
    const Id indicateur = Id::create();
    const Id releve = Id::create();
    const Id kept = Id::create();
    projet.fiches.insert(fiche).intitule = u"Cellule « sans médecin traitant »"_s;
    projet.fiches.insert(other);
    projet.objectifs.insert(objectif).fiche = fiche;
    IndicateurAction &measure = projet.indicateursAction.insert(indicateur);
    measure.fiche = fiche;
    measure.objectif = objectif;
    projet.releves.insert(releve).indicateur = indicateur;
    // An indicator of another fiche that names, wrongly or not, the objective that goes.
    IndicateurAction &stays = projet.indicateursAction.insert(kept);
    stays.fiche = other;
    stays.objectif = objectif;

    const Projet before = projet;
    const ChangeList changes = removing(projet, u"fiche"_s, fiche);
    REQUIRE(applyChanges(projet, changes).ok());
    CHECK(projet.fiches.size() == 1);
    CHECK(projet.objectifs.empty());
    CHECK(projet.releves.empty());
    REQUIRE(projet.indicateursAction.size() == 1);
    CHECK(projet.indicateursAction.find(kept)->objectif.isNull());
    REQUIRE(applyChanges(projet, invert(changes)).ok());
    CHECK(diff(projet, before).empty());
}

TEST_CASE("removing a person only clears the places that name them")
{
    Projet projet;
    const Id person = Id::create();
    projet.personnes.insert(person).nom = u"Exemple"_s;
    projet.identite.coordonnateur = person;
    const Id instance = Id::create();
    projet.instances.insert(instance).membres = {person};
    REQUIRE(applyChanges(projet, removing(projet, u"personne"_s, person)).ok());
    CHECK(projet.personnes.empty());
    CHECK(projet.identite.coordonnateur.isNull());
    CHECK(projet.instances.find(instance)->membres.empty());
    CHECK(removing(projet, u"identite"_s, Id()).empty());
}

TEST_CASE("a list of references given in any order is one value: it applies, and is taken back")
{
    Projet projet;
    const Id quarter = Id::create();
    projet.qpv.insert(quarter);
    base::IdList two{Id::create(), Id::create()};
    std::sort(two.begin(), two.end());
    const base::IdList backwards{two[1], two[0], two[1]};
    const FieldAddress at{u"qpv"_s, quarter, u"communes"_s};
    const ChangeList changes{{Change::Type::Set, at, base::IdList{}, backwards}};
    REQUIRE(applyChanges(projet, changes).ok());
    CHECK(projet.qpv.find(quarter)->communes == two);
    CHECK(setting(projet, at, backwards).empty());
    REQUIRE(applyChanges(projet, invert(changes)).ok());
    CHECK(projet.qpv.find(quarter)->communes.empty());
    CHECK(setting(projet, {u"identite"_s, {}, u"creeLe"_s}, QDate()).empty());
    CHECK(setting(projet, {u"identite"_s, {}, u"porteur"_s}, Id()).empty());
}
