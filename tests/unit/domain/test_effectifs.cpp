#include "domain/effectifs.h"
#include "support/catch.h"

using namespace domain;
using namespace Qt::Literals::StringLiterals;

namespace
{

Projet withCounters()
{
    Projet projet;
    Effectif &typed = projet.effectifs.insert(Id::fromKey(u"effectif:infirmiers"_s));
    typed.profession = u"infirmiers"_s;
    typed.identifies = 90;
    typed.sollicites = 60;
    typed.adherents = 12;
    typed.gouvernance = 3;
    return projet;
}

Personne &addMember(Projet &projet, const QString &name, const QString &profession)
{
    Personne &personne = projet.personnes.insert(Id::create());
    personne.nom = name;
    personne.profession = profession;
    personne.membre = true;
    personne.rang = name;
    return personne;
}

} // namespace

TEST_CASE("typed counters stay as typed, whatever the list of members says")
{
    Projet projet = withCounters();
    addMember(projet, u"Exemple"_s, u"infirmiers"_s);
    CHECK(effectifDe(projet, u"infirmiers"_s).adherents == Number(12));
    CHECK(effectifDe(projet, u"pharmaciens"_s).adherents == Number());
}

TEST_CASE("counters asked from the members are those of the members, identified and asked stay typed")
{
    Projet projet = withCounters();
    projet.organisation.comptage = Comptage::Membres;
    CHECK(effectifDe(projet, u"infirmiers"_s).adherents == Number(0));
    addMember(projet, u"Alpha"_s, u"infirmiers"_s).gouvernance = true;
    addMember(projet, u"Beta"_s, u"infirmiers"_s).elaboration = true;
    addMember(projet, u"Gamma"_s, u"pharmaciens"_s).gouvernance = false;
    addMember(projet, u"Delta"_s, u"pharmaciens"_s).membre = false;
    addMember(projet, u"Epsilon"_s, QString()); // counted nowhere: its profession is not known
    const Effectif infirmiers = effectifDe(projet, u"infirmiers"_s);
    CHECK(infirmiers.identifies == Number(90));
    CHECK(infirmiers.sollicites == Number(60));
    CHECK(infirmiers.adherents == Number(2));
    CHECK(infirmiers.gouvernance == Number(1));
    CHECK(infirmiers.elaboration == Number(1));
    const auto all = effectifs(projet);
    REQUIRE(all.size() == 2);
    CHECK(all.at(u"pharmaciens"_s).adherents == Number(1));
    CHECK(all.at(u"pharmaciens"_s).gouvernance == Number(0));
    CHECK(effectifDe(projet, u"biologistes"_s).adherents == Number(0));

    // A profession that has no line of its own counts where the reference says.
    addMember(projet, u"Zeta"_s, u"ergotherapeutes"_s);
    const LigneOf lines = [](const QString &code) { return code == u"ergotherapeutes" ? u"autres"_s : code; };
    CHECK(effectifDe(projet, u"autres"_s, lines).adherents == Number(1));
    CHECK(effectifDe(projet, u"autres"_s).adherents == Number(0));
}

TEST_CASE("members come in the user's order, structures under their own name")
{
    Projet projet;
    addMember(projet, u"Beta"_s, {});
    addMember(projet, u"Alpha"_s, {}).prenom = u"Camille"_s;
    Personne &house = addMember(projet, {}, {});
    house.structure = u"Maison de santé des Vallées"_s;
    house.rang = u"z"_s;
    const auto list = membres(projet);
    REQUIRE(list.size() == 3);
    CHECK(nomDe(*list[0].second) == u"Alpha Camille"_s);
    CHECK(nomDe(*list[1].second) == u"Beta"_s);
    CHECK(nomDe(*list[2].second) == u"Maison de santé des Vallées"_s);
}

TEST_CASE("the professions that a line counts are told once each, and only when the members are counted")
{
    Projet projet;
    addMember(projet, u"A"_s, u"psychologues"_s);
    addMember(projet, u"B"_s, u"ergotherapeutes"_s);
    addMember(projet, u"C"_s, u"psychologues"_s);
    addMember(projet, u"D"_s, u"infirmiers"_s);
    const LigneOf lines = [](const QString &code) { return code == u"infirmiers" ? code : u"autres"_s; };
    CHECK(professionsComptees(projet, u"autres"_s, lines).isEmpty());
    projet.organisation.comptage = Comptage::Membres;
    CHECK(professionsComptees(projet, u"autres"_s, lines) == QStringList{u"psychologues"_s, u"ergotherapeutes"_s});
    CHECK(professionsComptees(projet, u"infirmiers"_s, lines) == QStringList{u"infirmiers"_s});
}
