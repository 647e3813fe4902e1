#include "unit/controle/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

// A team of these professions, otherwise complete.
domain::Projet team(const QStringList &professions)
{
    domain::Projet projet;
    for (const QString &profession : professions) {
        domain::Personne person;
        person.nom = u"Exemple"_s;
        person.profession = profession;
        person.lieuExercice = u"Annot"_s;
        person.secteur = domain::Secteur::Sanitaire;
        person.equipeProjet = true;
        person.gouvernance = false;
        projet.personnes.insert(base::Id::create(), person);
    }
    return projet;
}

} // namespace

TEST_CASE("The team has several professions, however they are written")
{
    const QString criterion = u"lettre.equipe-pluriprofessionnelle"_s;
    CHECK(verdict(vallees(), criterion) == u"F");
    CHECK(verdict({}, criterion) == u"B");
    CHECK(verdict(team({u""_s}), criterion) == u"B");
    CHECK(verdict(team({u"infirmiers"_s, u"Infirmière"_s, u"INFIRMIER"_s}), criterion) == u"B");
    CHECK(verdict(team({u"medecins-generalistes"_s, u"medecins-specialistes"_s}), criterion) == u"B");
    CHECK(verdict(team({u"medecins-generalistes"_s, u"pharmacien"_s}), criterion) == u"F");
    CHECK(verdict(team({u"pharmaciens"_s, u"Sourcier"_s}), criterion) == u"F");
}

TEST_CASE("The porteur belongs to the team, other people do not")
{
    domain::Projet projet = team({u"pharmaciens"_s, u"infirmiers"_s});
    for (auto &[id, person] : projet.personnes)
        projet.personnes.find(id)->equipeProjet = false;
    const QString criterion = u"lettre.equipe-pluriprofessionnelle"_s;
    CHECK(sentence(projet, criterion) == u"L’équipe projet est vide");
    projet.identite.porteur = projet.personnes.begin()->first;
    CHECK(sentence(projet, criterion) == u"L’équipe projet ne compte qu’une seule profession");
}

TEST_CASE("Each member is presented, the first gap is where to go")
{
    const QString criterion = u"lettre.equipe-complete"_s;
    CHECK(verdict(vallees(), criterion) == u"F");
    CHECK(verdict({}, criterion).isEmpty());
    domain::Projet projet = team({u"pharmaciens"_s});
    domain::Personne &person = *projet.personnes.find(projet.personnes.begin()->first);
    const auto gap = [&] { return of(projet, criterion).front().field.field; };
    CHECK(verdict(projet, criterion) == u"F");
    person.gouvernance.reset();
    CHECK(gap() == u"gouvernance");
    person.secteur = domain::Secteur::NonRenseigne;
    CHECK(gap() == u"secteur");
    person.lieuExercice.clear();
    CHECK(gap() == u"lieuExercice");
    person.profession.clear();
    CHECK(gap() == u"profession");
    person.nom.clear();
    CHECK(gap() == u"nom");
    CHECK(verdict(projet, criterion) == u"I");
}

TEST_CASE("The association and its statutes")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.structure"_s) == u"F");
    CHECK(verdict({}, u"lettre.structure"_s) == u"I");
    CHECK(verdict(projet, u"lettre.statuts"_s) == u"F");
    CHECK(verdict({}, u"lettre.statuts"_s) == u"I");
    projet.structure.etatStatuts = domain::EtatStatuts::AVenir;
    CHECK(of(projet, u"lettre.statuts"_s).front().field.field == u"statutsPrevusLe");
    projet.structure.statutsPrevusLe = QDate(2027, 6, 1);
    CHECK(verdict(projet, u"lettre.statuts"_s) == u"F");
    CHECK(verdict(projet, u"lettre.statuts"_s, QDate(2027, 6, 1)) == u"F");
    CHECK(sentence(projet, u"lettre.statuts"_s, QDate(2027, 6, 2)) ==
          u"La date prévue des statuts (1er juin 2027) est passée");
    projet.structure.etatStatuts = domain::EtatStatuts::Elabores;
    CHECK(verdict(projet, u"lettre.statuts"_s) == u"F");
}

TEST_CASE("The governance is described")
{
    domain::Projet projet = vallees();
    CHECK(verdict(projet, u"lettre.gouvernance"_s) == u"F");
    rubrique(projet, u"gouvernance"_s).texte = u"Un bureau."_s;
    CHECK(sentence(projet, u"lettre.gouvernance"_s) == u"Description de la gouvernance : 2 mots, souvent jugé court");
    rubrique(projet, u"gouvernance"_s).texte = u"| **Un** bu*reau |"_s; // one cell is no table, one star no mark
    CHECK(sentence(projet, u"lettre.gouvernance"_s).contains(u"3 mots"));
    CHECK(verdict({}, u"lettre.gouvernance"_s) == u"I");
}

TEST_CASE("An empty team beside a list of members says that they are not in it by themselves")
{
    const QString criterion = u"lettre.equipe-pluriprofessionnelle"_s;
    domain::Projet projet;
    CHECK(sentence(projet, criterion) == u"L’équipe projet est vide");
    projet.personnes.insert(base::Id::create()).membre = true;
    CHECK(sentence(projet, criterion) == u"L’équipe projet est vide : prenez-la dans la liste de vos membres");
    projet.personnes.find(projet.personnes.begin()->first)->equipeProjet = true;
    CHECK_FALSE(sentence(projet, criterion).contains(u"vide"));
}
