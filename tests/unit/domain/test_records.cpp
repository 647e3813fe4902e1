#include "domain/projet.h"
#include "support/catch.h"

#include <QSet>

using namespace domain;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("every record is described once, with French labels and plain names")
{
    QSet<QString> names;
    for (const TableDescription &each : tables()) {
        CHECK_FALSE(names.contains(each.name));
        names.insert(each.name);
        CHECK_FALSE(each.label.isEmpty());
        CHECK((each.keyField.isEmpty() || each.field(each.keyField)));
        QSet<QString> fields;
        for (const FieldDescription &field : each.fields) {
            CHECK_FALSE(fields.contains(field.name));
            fields.insert(field.name);
            CHECK_FALSE(field.label.isEmpty());
            CHECK((field.kind != Kind::Choice || !field.choices.empty()));
            CHECK((field.target.isEmpty() || table(field.target)));
            for (const QChar c : field.name)
                CHECK((c.isLetterOrNumber() && c.unicode() < 128));
        }
    }
    CHECK(table(u"rien"_s) == nullptr);
}

TEST_CASE("phone numbers, mails and names are marked as personal")
{
    const TableDescription *personne = table(u"personne"_s);
    for (const QString &name : {u"nom"_s, u"prenom"_s, u"email"_s, u"telephone"_s})
        CHECK(personne->field(name)->sensitivity == Sensitivity::Personal);
    CHECK(personne->field(u"profession"_s)->sensitivity == Sensitivity::Ordinary);
}

TEST_CASE("the territory adds up, and a declared population prevails")
{
    Projet projet;
    CHECK_FALSE(populationRetenue(projet).has_value());
    const auto add = [&](const QString &code, const QString &name, Number population) {
        Commune &commune = projet.communes.insert(Id::fromKey(u"commune:"_s + code));
        commune.code = code;
        commune.nom = name;
        commune.population = population;
    };
    add(u"13210"_s, u"Marseille 10e Arrondissement"_s, 100);
    add(u"13202"_s, u"Marseille 2e Arrondissement"_s, 10);
    add(u"04001"_s, u"Éoures"_s, {});
    CHECK(populationDesCommunes(projet) == 110);
    CHECK(populationRetenue(projet) == Number(110));
    projet.population.valeur = 120;
    CHECK(populationRetenue(projet) == Number(120));
    const auto ordered = communesParNom(projet);
    REQUIRE(ordered.size() == 3);
    CHECK(ordered[0].second->nom == u"Éoures"_s);
    CHECK(ordered[1].second->code == u"13202"_s);
}

TEST_CASE("records come in the user's order")
{
    Projet projet;
    projet.partenaires.insert(Id::create()).rang = u"b"_s;
    projet.partenaires.insert(Id::create()).rang = u"a"_s;
    const auto list = inOrder(projet.partenaires);
    CHECK(list[0].second->rang == u"a"_s);
    CHECK(texteRubrique(projet, u"gouvernance"_s).isEmpty());
}
