// Each piece of the language of trames, alone, on a trame of another region: no label of PACA is in the program.
#include "unit/report/mini_trame.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using report::Content;

namespace
{

domain::Projet someProject()
{
    domain::Projet projet;
    projet.identite.nom = u"CPTS d'Ici"_s;
    projet.identite.creeLe = QDate(2030, 3, 1);
    projet.structure.nom = u"Association"_s;
    projet.structure.etatStatuts = domain::EtatStatuts::EnCours;
    projet.population = {123456, u"Insee"_s, 2027};
    projet.accompagnement = {false, u"mazars"_s};
    return projet;
}

base::Id setPorteur(domain::Projet &projet, const QString &profession)
{
    const base::Id id = base::Id::create();
    domain::Personne person;
    person.nom = u"Exemple"_s;
    person.profession = profession;
    projet.personnes.insert(id, person);
    projet.identite.porteur = id;
    return id;
}

} // namespace

TEST_CASE("A value reads as people write it")
{
    const domain::Projet projet = someProject();
    CHECK(lineOf(R"({"champ":"identite.nom"})", projet) == u"CPTS d’Ici");
    CHECK(lineOf(R"({"champ":"identite.creeLe"})", projet) == u"1er mars 2030");
    CHECK(lineOf(R"({"champ":"population.valeur"})", projet) == u"123 456");
    CHECK(lineOf(R"({"champ":"structure.etatStatuts"})", projet) == u"En cours");
    CHECK(lineOf(R"({"champ":"accompagnement.souhaite"})", projet) == u"Non");
    CHECK(lineOf(R"({"champ":"accompagnement.souhaite"})", {}).isEmpty());
    CHECK(lineOf(R"({"champ":"structure.etatStatuts"})", {}).isEmpty());
    CHECK(lineOf(R"({"champ":"population.valeur"})", {}).isEmpty());
}

TEST_CASE("Words around a value come with it, and go with it")
{
    const domain::Projet projet = someProject();
    const QByteArray pieces = R"({"champ":"identite.nom"},)"
                              R"({"champ":"structure.nom","entre":" – ","avant":"[","apres":"]"})";
    CHECK(lineOf(pieces, projet) == u"CPTS d’Ici – [Association]");
    domain::Projet nameless = projet;
    nameless.identite.nom.clear();
    CHECK(lineOf(pieces, nameless) == u"[Association]");
    domain::Projet alone = projet;
    alone.structure.nom = u"  "_s;
    CHECK(lineOf(pieces, alone).startsWith(u"CPTS d’Ici"));
    CHECK(lineOf(R"({"texte":"L'essai : "},{"champ":"structure.nom"})", {}) == u"L’essai : ");
}

TEST_CASE("A profession is named from its code, or as it was typed")
{
    domain::Projet projet;
    const QByteArray piece = R"({"champ":"identite.porteur/profession","liste":"professions"})";
    CHECK(lineOf(piece, projet).isEmpty());
    setPorteur(projet, u"pharmaciens"_s);
    CHECK(lineOf(piece, projet) == u"Pharmacien(ne)");
    setPorteur(projet, u"Hypnotiseur"_s);
    CHECK(lineOf(piece, projet) == u"Hypnotiseur");
    CHECK(lineOf(R"({"champ":"identite.porteur/profession"})", projet) == u"Hypnotiseur");
}

TEST_CASE("A box is ticked by its value only")
{
    domain::Projet projet = someProject();
    const QByteArray yesNo = R"({"case":"Oui","champ":"accompagnement.souhaite","valeur":true},)"
                             R"({"case":"Non","champ":"accompagnement.souhaite","valeur":false})";
    CHECK(lineOf(yesNo, projet) == u"☐ Oui☒ Non");
    projet.accompagnement.souhaite = true;
    CHECK(lineOf(yesNo, projet) == u"☒ Oui☐ Non");
    CHECK(lineOf(yesNo, projet, Content::Blank) == u"☐ Oui☐ Non");
    projet.accompagnement.souhaite.reset();
    CHECK(lineOf(yesNo, projet) == u"☐ Oui☐ Non");
    CHECK(lineOf(R"({"case":"M","champ":"accompagnement.structureAppui","valeur":"mazars"})", projet) == u"☒ M");
    CHECK(lineOf(R"({"case":"E","champ":"structure.etatStatuts","valeur":"elabores"})", projet) == u"☐ E");
}

TEST_CASE("The size follows the population, declared or summed")
{
    const QByteArray boxes = R"({"case":"1","calcul":"taille","valeur":1},{"case":"2","calcul":"taille","valeur":2},)"
                             R"({"case":"3","calcul":"taille","valeur":3},{"case":"4","calcul":"taille","valeur":4})";
    domain::Projet projet;
    CHECK(lineOf(boxes, projet) == u"☐ 1☐ 2☐ 3☐ 4");
    const std::vector<std::pair<qint64, QString>> sizes{{1, u"☒ 1☐ 2☐ 3☐ 4"_s},      {39999, u"☒ 1☐ 2☐ 3☐ 4"_s},
                                                        {40000, u"☐ 1☒ 2☐ 3☐ 4"_s},  {79999, u"☐ 1☒ 2☐ 3☐ 4"_s},
                                                        {175000, u"☐ 1☐ 2☒ 3☐ 4"_s}, {175001, u"☐ 1☐ 2☐ 3☒ 4"_s}};
    for (const auto &[population, expected] : sizes) {
        projet.population.valeur = population;
        CHECK(lineOf(boxes, projet) == expected);
    }
    projet.population.valeur = 0;
    CHECK(lineOf(boxes, projet) == u"☐ 1☐ 2☐ 3☐ 4");
    projet.population.valeur.reset();
    domain::Commune commune;
    commune.population = 90000;
    projet.communes.insert(base::Id::create(), commune);
    CHECK(lineOf(boxes, projet) == u"☐ 1☐ 2☒ 3☐ 4");
}

TEST_CASE("The origin of the population: source, year, or the sum")
{
    const QByteArray origin = R"({"calcul":"population-origine","avant":"[","apres":"]","sinon":"somme"})";
    domain::Projet projet = someProject();
    CHECK(lineOf(origin, projet) == u"[Insee, 2027]");
    projet.population.source = u"Insee 2027"_s;
    CHECK(lineOf(origin, projet) == u"[Insee 2027]");
    projet.population.source.clear();
    CHECK(lineOf(origin, projet) == u"[2027]");
    projet.population.annee.reset();
    CHECK(lineOf(origin, projet).isEmpty());
    CHECK(lineOf(origin, {}).isEmpty());
    projet.population.valeur.reset();
    projet.communes.insert(base::Id::create(), {});
    CHECK(lineOf(origin, projet) == u"[somme]");
}

TEST_CASE("A structure d'appui is reached by mail when it has an address of its own")
{
    CHECK(lineOf(R"({"structure-appui":"mazars"})", {}) == u"sante@mazars.fr");
    CHECK(lineOf(R"({"structure-appui":"acsantis"})", {}) == u"15 rue du Caire, 75002 Paris, 01 42 33 04 83");
    CHECK(lineOf(R"({"structure-appui":"inconnue"})", {}).isEmpty());
    const report::Document built = MiniTrame(R"({"genre":"ligne","contenu":[{"structure-appui":"mazars"}]})").build({});
    CHECK(paragraphs(built).front().runs.front().link == u"mailto:sante@mazars.fr");
}

TEST_CASE("On paper a fact becomes a rule to write on, labelled")
{
    const report::Document built = MiniTrame(R"({"genre":"ligne","contenu":[{"texte":"Nom : "},{"champ":"identite.nom"},
        {"calcul":"population-origine"},{"blanc":true}]})")
                                       .build(someProject(), Content::Blank);
    const auto runs = paragraphs(built).front().runs;
    REQUIRE(runs.size() == 3);
    CHECK(runs.at(0).type == report::Run::Type::Text);
    CHECK(runs.at(1).type == report::Run::Type::Blank);
    CHECK(runs.at(1).label == u"Nom du projet");
    CHECK(runs.at(1).field.isEmpty());
    CHECK(runs.at(2).type == report::Run::Type::Blank);
}

TEST_CASE("Runs carry the address and the name of their field")
{
    domain::Projet projet;
    const base::Id id = setPorteur(projet, u"pharmaciens"_s);
    const MiniTrame trame(R"({"genre":"ligne","contenu":[{"champ":"identite.porteur/nom","gras":true},
        {"case":"P","champ":"mission:prevention.retenue","valeur":true}]})");
    const auto runs = paragraphs(trame.build(projet)).front().runs;
    CHECK(runs.at(0).field == domain::FieldAddress{u"personne"_s, id, u"nom"_s}.toString());
    CHECK(runs.at(0).label == u"Nom");
    CHECK(runs.at(0).bold);
    const domain::FieldAddress prevention{u"mission"_s, base::Id::fromKey(u"mission:prevention"_s), u"retenue"_s};
    CHECK(runs.at(1).field == prevention.toString()); // no such record yet
    CHECK(runs.at(1).type == report::Run::Type::CheckBox);
    CHECK(runs.at(2).text == u"\u00A0P"_s);
}
