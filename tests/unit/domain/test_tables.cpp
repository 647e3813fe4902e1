// What every table promises, whatever it holds: records are found where they were put, once, and nothing else moves.
#include "domain/changes.h"
#include "domain/effectifs.h"
#include "domain/json.h"
#include "support/catch.h"
#include "support/random_edits.h"

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

Projet randomProject(unsigned seed)
{
    support::RandomEdits edits(seed);
    return edits.edited({}, 300);
}

} // namespace

TEST_CASE("a record is put in a table once, found there, and taken away once")
{
    for (const TableDescription &each : tables()) {
        INFO(each.name.toStdString());
        Projet projet;
        const Id id = each.keyField.isEmpty() ? Id::create() : Id::fromKey(each.name + u":un"_s);
        if (each.unique) {
            CHECK(each.ids(projet) == std::vector<Id>{Id()});
            CHECK(each.find(projet, Id()));
            CHECK_FALSE(each.find(projet, id));
            CHECK_FALSE(each.insert(projet, Id()));
            CHECK_FALSE(each.insert(projet, id));
            CHECK_FALSE(each.remove(projet, Id()));
            continue;
        }
        CHECK(each.ids(projet).empty());
        CHECK_FALSE(each.find(projet, id));
        CHECK_FALSE(each.findForEdit(projet, id));
        CHECK_FALSE(each.remove(projet, id));
        REQUIRE(each.insert(projet, id));
        CHECK_FALSE(each.insert(projet, id));
        CHECK(each.ids(projet) == std::vector<Id>{id});
        CHECK(each.find(projet, id) == each.findForEdit(projet, id));
        for (const FieldDescription &field : each.fields)
            CHECK(field.get(each.find(projet, id)) == field.initial);
        // No other table has it.
        for (const TableDescription &other : tables())
            if (other.name != each.name && !other.unique)
                CHECK(other.ids(projet).empty());
        CHECK(each.remove(projet, id));
        CHECK_FALSE(each.remove(projet, id));
        CHECK(diff({}, projet).empty());
    }
}

TEST_CASE("the records of a table are told in the order of their identities, each once")
{
    for (unsigned seed = 1; seed <= 6; ++seed) {
        const Projet projet = randomProject(seed);
        for (const TableDescription &each : tables()) {
            const std::vector<Id> ids = each.ids(projet);
            for (size_t i = 1; i < ids.size(); ++i)
                CHECK(ids[i - 1] < ids[i]);
            for (const Id &id : ids)
                CHECK(each.find(projet, id));
        }
    }
}

TEST_CASE("a field is called by one name, and a name that is none is no field")
{
    for (const TableDescription &each : tables()) {
        for (const FieldDescription &field : each.fields)
            CHECK(each.field(field.name) == &field);
        for (const QString &none : {QString(), u"inconnu"_s, each.name + u".nom"_s, u"Nom"_s, u" nom"_s})
            CHECK_FALSE(each.field(none));
        CHECK(each.ordered == (each.field(u"rang"_s) != nullptr));
        CHECK(each.since >= 1);
        CHECK(table(each.name) == &each);
        CHECK_FALSE(table(each.name.toUpper()));
    }
}

TEST_CASE("a copy of a project is another project: what changes in one stays as it was in the other")
{
    Projet first = randomProject(11);
    const QByteArray before = support::factsOf(first);
    Projet second = first;
    support::RandomEdits edits(12);
    for (int turn = 0; turn < 50; ++turn)
        REQUIRE(applyChanges(second, edits.next(second)).ok());
    CHECK(support::factsOf(first) == before);
    CHECK_FALSE(diff(first, second).empty());
    REQUIRE(applyChanges(first, diff(first, second)).ok());
    CHECK(support::factsOf(first) == support::factsOf(second));
}

TEST_CASE("a new project has its name, its trame, its vintage, its day, and nothing else")
{
    const Projet projet = nouveauProjet(u"CPTS « d’essai »"_s, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 27));
    QStringList fields;
    for (const Change &change : diff({}, projet)) {
        CHECK(change.at.table == u"identite");
        fields << change.at.field;
    }
    fields.sort();
    CHECK(fields == QStringList{u"creeLe"_s, u"millesime"_s, u"nom"_s, u"trame"_s});
    CHECK_FALSE(porteur(projet));
    CHECK(texteRubrique(projet, u"gouvernance"_s).isEmpty());
    CHECK(communesParNom(projet).empty());
    CHECK(membres(projet).empty());
    CHECK(effectifs(projet).empty());
}

TEST_CASE("communes are ranged as a dictionary has them, arrondissements by number, twins by code")
{
    Projet projet;
    const auto add = [&projet](const QString &code, const QString &nom) {
        Commune &commune = projet.communes.insert(Id::fromKey(u"commune:"_s + code));
        commune.code = code;
        commune.nom = nom;
    };
    for (int number = 16; number > 0; --number)
        add(QString::number(13200 + number),
            u"Marseille %1 Arrondissement"_s.arg(number == 1 ? u"1er"_s : u"%1e"_s.arg(number)));
    add(u"04173"_s, u"Saint-André-les-Alpes"_s);
    add(u"83062"_s, u"La Garde"_s);
    add(u"04092"_s, u"La Garde"_s);
    add(u"04061"_s, u"Éoures"_s);
    add(u"04070"_s, u"Digne-les-Bains"_s);
    QStringList codes;
    for (const auto &[id, commune] : communesParNom(projet))
        codes << commune->code;
    QStringList expected{u"04070"_s, u"04061"_s, u"04092"_s, u"83062"_s};
    for (int number = 1; number <= 16; ++number)
        expected << QString::number(13200 + number);
    expected << u"04173"_s;
    CHECK(codes == expected);
}

TEST_CASE("a person is called by both names, by the one that is known, or by the structure")
{
    Personne personne;
    CHECK(nomDe(personne).isEmpty());
    personne.structure = u" Maison de santé "_s;
    CHECK(nomDe(personne) == u"Maison de santé");
    personne.prenom = u"Camille"_s;
    CHECK(nomDe(personne) == u"Camille");
    personne.nom = u"%2 Exemple"_s; // what looks like a place to be filled is a name
    CHECK(nomDe(personne) == u"%2 Exemple Camille");
    personne.prenom.clear();
    CHECK(nomDe(personne) == u"%2 Exemple");
}

TEST_CASE("a project of every table goes through JSON whole, under its own identity, byte for byte")
{
    for (unsigned seed = 21; seed <= 24; ++seed) {
        const Projet projet = randomProject(seed);
        const Id id = Id::create();
        const QByteArray json = projetToJson(projet, id);
        const auto read = projetFromJson(json);
        REQUIRE(read.ok());
        CHECK(diff(projet, read.value().projet).empty());
        CHECK(read.value().projectId == id);
        CHECK(projetToJson(read.value().projet, id) == json);
    }
}
