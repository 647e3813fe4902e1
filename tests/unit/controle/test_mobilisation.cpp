#include "unit/controle/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;

namespace
{

domain::Projet withAction(const domain::ActionMobilisation &action)
{
    domain::Projet projet;
    projet.mobilisations.insert(base::Id::create(), action);
    return projet;
}

domain::ActionMobilisation meeting()
{
    domain::ActionMobilisation action;
    action.date = QDate(2026, 10, 8);
    action.lieu = u"Annot"_s;
    action.presents = 12;
    return action;
}

} // namespace

TEST_CASE("There are actions of mobilisation")
{
    CHECK(sentence(vallees(), u"lettre.actions"_s) == u"5 actions de mobilisation décrites");
    CHECK(verdict({}, u"lettre.actions"_s) == u"I");
}

TEST_CASE("A meeting has a date, a place and people, another action a description")
{
    const QString criterion = u"lettre.actions-precises"_s;
    CHECK(verdict(vallees(), criterion) == u"F");
    CHECK(verdict({}, criterion).isEmpty());
    CHECK(verdict(withAction(meeting()), criterion) == u"F");
    domain::ActionMobilisation action = meeting();
    action.presents.reset();
    CHECK(of(withAction(action), criterion).front().field.field == u"presents");
    action.lieu.clear();
    CHECK(of(withAction(action), criterion).front().field.field == u"lieu");
    action.date = {};
    CHECK(of(withAction(action), criterion).front().field.field == u"date");
    action.sorte = domain::SorteMobilisation::Mailing;
    CHECK(sentence(withAction(action), criterion) == u"Une action de mobilisation n’est pas décrite");
    action.description = u"Courriel"_s;
    CHECK(verdict(withAction(action), criterion) == u"F");
}

TEST_CASE("Adhérents, sollicités, identifiés: each at most the one before")
{
    const QString criterion = u"lettre.effectifs-coherents"_s;
    domain::Projet projet = vallees();
    CHECK(verdict(projet, criterion) == u"F");
    CHECK(verdict({}, criterion).isEmpty());
    auto &nurses = effectif(projet, u"infirmiers"_s);
    nurses.adherents = 32;
    nurses.sollicites = 30;
    CHECK(sentence(projet, criterion) == u"Infirmiers : plus d’adhérents (32) que de sollicités (30)");
    CHECK(of(projet, criterion).front().field == domain::FieldAddress{
                                                     u"effectif"_s,
                                                     base::Id::fromKey(u"effectif:infirmiers"_s),
                                                     u"adherents"_s,
                                                 });
    nurses.sollicites = 40;
    nurses.identifies = 31;
    CHECK(sentence(projet, criterion) == u"Infirmiers : plus de sollicités (40) que d’identifiés (31)");
    nurses.identifies = -3;
    CHECK(sentence(projet, criterion) == u"Infirmiers : un nombre négatif (\u22123)");
    nurses.identifies = 31;
    nurses.sollicites.reset();
    CHECK(sentence(projet, criterion) == u"Infirmiers : plus d’adhérents (32) que d’identifiés (31)");
    nurses.identifies.reset();
    CHECK(verdict(projet, criterion) == u"F");
    effectif(projet, u"pharmaciens"_s).adherents = 99;
    effectif(projet, u"dentistes"_s).sollicites = 99;
    CHECK(verdict(projet, criterion) == u"II");
}

TEST_CASE("Professions never asked are named, nobody there is no gap")
{
    const QString criterion = u"lettre.professions-sollicitees"_s;
    domain::Projet projet = vallees();
    CHECK(verdict(projet, criterion) == u"F");
    effectif(projet, u"sages-femmes"_s).sollicites = 0;
    effectif(projet, u"sages-femmes"_s).adherents.reset();
    CHECK(sentence(projet, criterion) == u"Profession jamais sollicitée : sages-femmes");
    projet.effectifs.remove(base::Id::fromKey(u"effectif:orthophonistes"_s));
    CHECK(sentence(projet, criterion) == u"Professions jamais sollicitées : sages-femmes et orthophonistes");
    CHECK(of(projet, criterion).front().field.id == base::Id::fromKey(u"effectif:sages-femmes"_s));
    effectif(projet, u"sages-femmes"_s).identifies = 0;
    CHECK(sentence(projet, criterion) == u"Profession jamais sollicitée : orthophonistes");
    CHECK(sentence({}, criterion) == u"Le tableau des professionnels sollicités n’est pas rempli");
}

TEST_CASE("Members of one profession only are no CPTS")
{
    const QString criterion = u"lettre.adherents-pluriprofessionnels"_s;
    CHECK(verdict(vallees(), criterion) == u"F");
    CHECK(verdict({}, criterion) == u"I");
    domain::Projet projet;
    for (const QString &code : {u"medecins-generalistes"_s, u"medecins-specialistes"_s})
        projet.effectifs.insert(base::Id::fromKey(u"effectif:"_s + code), {code, {}, 3, 3, 3, {}, {}});
    CHECK(verdict(projet, criterion) == u"B");
    projet.effectifs.insert(base::Id::fromKey(u"effectif:infirmiers"_s), {u"infirmiers"_s, {}, 3, 3, 0, {}, {}});
    CHECK(verdict(projet, criterion) == u"B");
    effectif(projet, u"infirmiers"_s).adherents = 1;
    CHECK(sentence(projet, criterion) ==
          u"7 adhérents de 2 professions ; médecins généralistes et médecins spécialistes comptent pour une");
    effectif(projet, u"medecins-specialistes"_s).adherents = 0;
    CHECK(sentence(projet, criterion) == u"4 adhérents de 2 professions");
}

TEST_CASE("Partners are presented")
{
    const QString criterion = u"lettre.partenaires"_s;
    CHECK(sentence(vallees(), criterion) == u"6 partenariats présentés");
    CHECK(verdict({}, criterion) == u"I");
    domain::Projet projet;
    const base::Id id = base::Id::create();
    domain::Partenaire &partner = projet.partenaires.insert(id, {});
    partner.service = u"Hôpital"_s;
    partner.localisation = u"Digne"_s;
    partner.avancement = u"Accord"_s;
    partner.gouvernance = true;
    CHECK(verdict(projet, criterion) == u"F");
    partner.gouvernance.reset();
    CHECK(of(projet, criterion).front().field == domain::FieldAddress{u"partenaire"_s, id, u"gouvernance"_s});
    partner.avancement.clear();
    CHECK(of(projet, criterion).front().field.field == u"avancement");
    partner.localisation.clear();
    CHECK(of(projet, criterion).front().field.field == u"localisation");
    partner.service.clear();
    CHECK(sentence(projet, criterion) == u"Un partenaire : partenariat présenté en partie");
}

TEST_CASE("What is counted in the list of members is judged as it prints, whatever was typed before")
{
    domain::Projet projet;
    projet.organisation.comptage = domain::Comptage::Membres;
    for (const QString &profession : {u"pharmaciens"_s, u"infirmiers"_s, u"psychologues"_s}) {
        domain::Personne &person = projet.personnes.insert(base::Id::create());
        person.profession = profession;
        person.membre = true;
    }
    domain::Effectif &typed = projet.effectifs.insert(base::Id::fromKey(u"effectif:pharmaciens"_s));
    typed.profession = u"pharmaciens"_s;
    typed.adherents = 9;
    CHECK(sentence(projet, u"lettre.adherents-pluriprofessionnels"_s) == u"3 adhérents de 3 professions");
    CHECK(verdict(projet, u"lettre.effectifs-coherents"_s) == u"F"); // « Autres » prints the psychologists
    CHECK(sentence(projet, u"projet.effectifs"_s) ==
          u"Aucun membre ne dit s’il participe à la gouvernance ou à l’élaboration");
    projet.organisation.comptage = domain::Comptage::Saisi;
    CHECK(verdict(projet, u"lettre.adherents-pluriprofessionnels"_s) == u"B");
}

TEST_CASE("Other professions that are counted are named")
{
    domain::Projet projet;
    domain::Effectif &others = projet.effectifs.insert(base::Id::fromKey(u"effectif:autres"_s));
    others.profession = u"autres"_s;
    others.adherents = 2;
    CHECK(sentence(projet, u"lettre.effectifs-coherents"_s) == u"« Autres » professions : précisez lesquelles");
    CHECK(of(projet, u"lettre.effectifs-coherents"_s).front().field.field == u"precision");
    others.precision = u"psychologues"_s;
    CHECK(verdict(projet, u"lettre.effectifs-coherents"_s) == u"F");
}
