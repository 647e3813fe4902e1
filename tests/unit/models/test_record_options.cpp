// What a field may refer to, in words; and the order that the user gives, whatever was done before.
#include "base/text.h"
#include "models/cell_value.h"
#include "models/record_options.h"
#include "open_project.h"

#include <algorithm>
#include <random>

using namespace models;
using namespace Qt::Literals::StringLiterals;
using domain::Value;

namespace
{

QStringList labels(const RecordOptions &options, const Projet &projet)
{
    QStringList found;
    for (const RecordOption &each : options(projet))
        found << each.label;
    return found;
}

QString trade(const QString &code)
{
    return code == u"ide"_s ? u"infirmier"_s : QString();
}

} // namespace

TEST_CASE("People to choose stand by name, with their profession, and one without a name says so")
{
    Projet projet = emptyProject();
    const auto add = [&projet](const QString &nom, const QString &prenom, const QString &profession,
                               const QString &structure = {}) {
        domain::Personne &one = projet.personnes.insert(Id::create());
        one.nom = nom;
        one.prenom = prenom;
        one.profession = profession;
        one.structure = structure;
    };
    add(u"Zola"_s, {}, u"ide"_s);
    add({}, u"Élise"_s, {});
    add({}, {}, u"ide"_s);
    add({}, {}, {}, u"Maison de santé"_s);
    CHECK(labels(personneOptions(trade), projet) ==
          QStringList{u"Élise"_s, u"Maison de santé"_s, u"(sans nom), infirmier"_s, u"Zola, infirmier"_s});
    CHECK(personneOptions(trade)(emptyProject()).empty());
}

TEST_CASE("Any people to choose stand in the French order of their labels")
{
    std::mt19937 random(7);
    const QStringList names{u"Éric"_s, u"ERIC"_s, u"Eric"_s, u"d’Éon"_s, u"Deon"_s, u"Œuvrard"_s, u"Oe"_s, u"é"_s};
    Projet projet = emptyProject();
    for (int left = 60; left > 0; --left) {
        domain::Personne &one = projet.personnes.insert(Id::create());
        one.nom = names[qsizetype(random() % 8)];
        one.prenom = names[qsizetype(random() % 8)];
    }
    const QStringList found = labels(personneOptions(trade), projet);
    QStringList wanted = found;
    std::shuffle(wanted.begin(), wanted.end(), random);
    std::sort(wanted.begin(), wanted.end(), base::frenchLess);
    CHECK(found.size() == 60);
    CHECK(found == wanted);
}

TEST_CASE("Needs and partners to choose stand as the user ranged them, objectives are numbered in their fiche")
{
    Projet projet = emptyProject();
    const Id fiche = Id::create();
    const Id other = Id::create();
    const auto append = [&projet](const QString &table, const FieldValues &fields) {
        REQUIRE(domain::applyChanges(projet, appending(projet, table, Id::create(), fields)));
    };
    append(u"besoin"_s, {{u"enonce"_s, u"  Zone blanche "_s}});
    append(u"besoin"_s, {});
    append(u"besoin"_s, {{u"enonce"_s, u"Accès aux soins"_s}});
    CHECK(labels(besoinOptions(), projet) ==
          QStringList{u"Zone blanche"_s, u"(besoin sans énoncé)"_s, u"Accès aux soins"_s});
    append(u"partenaire"_s, {{u"service"_s, u"Centre hospitalier"_s}});
    append(u"partenaire"_s, {{u"service"_s, u" "_s}});
    CHECK(labels(partenaireOptions(), projet) == QStringList{u"Centre hospitalier"_s, u"(partenaire sans nom)"_s});
    for (const Id &id : {fiche, other})
        projet.fiches.insert(id);
    append(u"objectif"_s, {{u"fiche"_s, other}, {u"enonce"_s, u"Ailleurs"_s}});
    append(u"objectif"_s, {{u"fiche"_s, fiche}, {u"enonce"_s, u"Premier"_s}});
    append(u"objectif"_s, {{u"fiche"_s, fiche}});
    CHECK(labels(objectifOptions(fiche), projet) == QStringList{u"1. Premier"_s, u"2. (sans énoncé)"_s});
}

TEST_CASE("A code of the reference that is chosen is added once, one that is there is left alone")
{
    Projet projet = emptyProject();
    const auto options =
        keyedOptions(u"mission"_s, {{u"soins"_s, u"Accès aux soins"_s}, {u"parcours"_s, u"Parcours"_s}})(projet);
    REQUIRE(options.size() == 2);
    CHECK(options[1].label == u"Parcours"_s);
    const auto changes = missingRecords(projet, u"mission"_s, options);
    REQUIRE(domain::applyChanges(projet, changes));
    CHECK(projet.missions.size() == 2);
    CHECK(projet.missions.find(options[0].id)->code == u"soins"_s);
    CHECK(missingRecords(projet, u"mission"_s, options).empty());
    CHECK(missingRecords(projet, u"personne"_s, {{Id::create(), u"Une personne"_s, {}}}).empty());
    REQUIRE(domain::applyChanges(projet, domain::invert(changes)));
    CHECK(projet.missions.empty());
}

TEST_CASE("Whatever was moved before, a move puts a record where it was asked and leaves the others in their order")
{
    std::mt19937 random(8);
    for (int turn = 0; turn < 40; ++turn) {
        Projet projet = emptyProject();
        // Some come with the same rank, as after a merge.
        for (int each = 0; each < 8; ++each)
            projet.partenaires.insert(Id::create()).rang = random() % 3 == 0 ? u"V"_s : QString(QChar(u'a' + each));
        for (int move = 0; move < 30; ++move) {
            std::vector<Id> order = ranged(projet, u"partenaire"_s);
            const Id id = order[random() % order.size()];
            const size_t at = random() % (order.size() + 1);
            const Id next = at < order.size() ? order[at] : Id();
            const Projet before = projet;
            const auto changes = movingBefore(projet, u"partenaire"_s, id, next);
            REQUIRE(domain::applyChanges(projet, changes));
            if (id != next) {
                std::erase(order, id);
                order.insert(std::find(order.begin(), order.end(), next), id);
            }
            REQUIRE(ranged(projet, u"partenaire"_s) == order);
            Projet back = projet;
            REQUIRE(domain::applyChanges(back, domain::invert(changes)));
            REQUIRE(domain::diff(back, before).empty());
        }
    }
}

TEST_CASE("A figure typed as a machine writes it is refused, one typed by a person is read")
{
    const domain::FieldDescription &field = *domain::table(u"indicateur"_s)->field(u"territoire"_s);
    for (const QString &text : {u"1e9"_s, u"0x10"_s, u"inf"_s, u"nan"_s, u"12,5,1"_s, u"5-3"_s, u"--5"_s, u"douze"_s,
                                u"%"_s, u"-"_s, u"12 personnes"_s}) {
        INFO(text.toStdString());
        CHECK_FALSE(cellValue(field, text));
    }
    for (const auto &[text, value] : std::initializer_list<std::pair<QString, double>>{{u"14,9"_s, 14.9},
                                                                                       {u"14.9 %"_s, 14.9},
                                                                                       {u"−3"_s, -3.0},
                                                                                       {u"+2"_s, 2.0},
                                                                                       {u"1 250,50 €"_s, 1250.5},
                                                                                       {u"1\u202F250"_s, 1250.0}}) {
        INFO(text.toStdString());
        CHECK(cellValue(field, text) == Value(value));
        CHECK(cellValue(field, cellText(field, Value(value))) == Value(value));
    }
}
