// Fields that are all filled and don't agree: dates, doubles, figures that can't be.
#include "domain/canevas.h"
#include "unit/controle/fixtures.h"

using namespace Qt::Literals::StringLiterals;
using namespace fixtures;
using domain::Id;
using domain::Projet;

namespace
{

Id stepDated(Projet &projet, const QString &step, const QDate &date, bool done = false)
{
    const Id id = Id::create();
    projet.echeances.insert(id, {{}, step, {}, date, done});
    return id;
}

template <class T>
std::pair<Id, T *> firstOf(domain::Records<T> &records)
{
    const auto ordered = domain::inOrder(records);
    REQUIRE_FALSE(ordered.empty());
    return {ordered.front().first, records.find(ordered.front().first)};
}

template <class T>
Id again(domain::Records<T> &records, const T &record)
{
    const Id id = Id::create();
    T copy = record;
    copy.rang = u"zz"_s;
    records.insert(id, copy);
    return id;
}

} // namespace

TEST_CASE("The example agrees with itself")
{
    const Projet whole = complete();
    for (const QString &code :
         {u"lettre.demarche-ordre"_s, u"projet.demarche-ordre"_s, u"lettre.participants"_s,
          u"lettre.population-communes"_s, u"projet.indicateurs-possibles"_s, u"projet.membres-doubles"_s,
          u"projet.partenaires-doubles"_s, u"projet.fiches-titres"_s, u"projet.fiches-dates"_s, u"projet.montants"_s}) {
        INFO(code.toStdString());
        CHECK(verdict(whole, code) == u"F"_s);
    }
}

TEST_CASE("Nothing is said of what is not there")
{
    for (const QString &code :
         {u"lettre.demarche-ordre"_s, u"lettre.participants"_s, u"lettre.population-communes"_s,
          u"projet.indicateurs-possibles"_s, u"projet.ages-population"_s, u"projet.membres-doubles"_s,
          u"projet.temps-plein"_s, u"projet.partenaires-doubles"_s, u"projet.fiches-titres"_s, u"projet.fiches-dates"_s,
          u"projet.montants"_s, u"projet.releves-doubles"_s}) {
        INFO(code.toStdString());
        CHECK(verdict({}, code).isEmpty());
    }
}

TEST_CASE("Steps of the procedure that go backwards are told in both documents, with both dates")
{
    Projet projet;
    stepDated(projet, u"ccopd"_s, QDate(2027, 6, 1));
    const Id contract = stepDated(projet, u"contrat"_s, QDate(2028, 6, 1));
    CHECK(verdict(projet, u"lettre.demarche-ordre"_s) == u"F"_s);
    projet.echeances.find(contract)->date = QDate(2027, 1, 15);
    for (const QString &code : {u"lettre.demarche-ordre"_s, u"projet.demarche-ordre"_s}) {
        CHECK(verdict(projet, code) == u"I"_s);
        CHECK(sentence(projet, code) ==
              u"« Contrat tripartite » (15 janvier 2027) serait avant « Passage en CCOPD » (1er juin 2027)"_s);
        CHECK(of(projet, code).front().field == domain::FieldAddress{u"echeance"_s, contract, u"date"_s});
    }
    // Done at a date that nobody has lived yet.
    projet.echeances.find(contract)->date = QDate(2030, 6, 15);
    projet.echeances.find(contract)->faite = true;
    CHECK(sentence(projet, u"lettre.demarche-ordre"_s) ==
          u"« Contrat tripartite » (15 juin 2030) : noté comme fait, à une date à venir"_s);
    projet.echeances.find(contract)->faite = false;
    // On one day: the order can't be told, and is not.
    projet.echeances.find(contract)->date = QDate(2027, 6, 1);
    CHECK(verdict(projet, u"lettre.demarche-ordre"_s) == u"F"_s);
}

TEST_CASE("The dates of a fiche: a step that ends before it begins, a start after all steps, an indicator before")
{
    Projet projet;
    const Id fiche = Id::create();
    projet.fiches.insert(fiche, {}).intitule = u"Relais"_s;
    projet.fiches.find(fiche)->debut = QDate(2029, 1, 1);
    const Id step = Id::create();
    domain::EtapeAction &etape = projet.etapesAction.insert(step);
    etape.fiche = fiche;
    etape.intitule = u"Recruter"_s;
    etape.debut = QDate(2029, 3, 1);
    etape.fin = QDate(2029, 2, 1);
    const QString code = u"projet.fiches-dates"_s;
    CHECK(sentence(projet, code) == u"Fiche « Relais » : l’étape « Recruter » finit avant de commencer"_s);
    CHECK(of(projet, code).front().field.id == step);
    etape.sorte = domain::SorteEtape::Jalon; // has one date, whatever is left of the other
    CHECK(verdict(projet, code) == u"F"_s);
    projet.fiches.find(fiche)->debut = QDate(2029, 3, 2);
    CHECK(sentence(projet, code) == u"Fiche « Relais » : la mise en place commence après la dernière étape"_s);
    CHECK(of(projet, code).front().field == domain::FieldAddress{u"fiche"_s, fiche, u"debut"_s});
    projet.fiches.find(fiche)->debut = QDate(2029, 3, 1);
    domain::IndicateurAction &indicator = projet.indicateursAction.insert(Id::create());
    indicator.fiche = fiche;
    indicator.intitule = u"Patients vus"_s;
    indicator.echeance = QDate(2028, 12, 31);
    CHECK(sentence(projet, code) ==
          u"Fiche « Relais » : l’indicateur « Patients vus » serait atteint avant le début"_s);
    indicator.echeance = QDate(2029, 12, 31);
    CHECK(verdict(projet, code) == u"F"_s);
}

TEST_CASE("The same fiche, member or partner twice is told once, of the second")
{
    Projet projet = complete();
    const auto [ficheId, fiche] = firstOf(projet.fiches);
    domain::FicheAction copy = *fiche;
    copy.intitule = copy.intitule.toUpper(); // as people retype it
    const Id second = again(projet.fiches, copy);
    const Id third = again(projet.fiches, copy);
    CHECK(verdict(projet, u"projet.fiches-titres"_s) == u"I"_s);
    const Id told = of(projet, u"projet.fiches-titres"_s).front().field.id;
    CHECK((told == second || told == third));

    for (const auto &[id, person] : domain::inOrder(projet.personnes))
        if (person->membre && !person->nom.isEmpty()) {
            const Id twin = again(projet.personnes, *person);
            CHECK(sentence(projet, u"projet.membres-doubles"_s).endsWith(u"est deux fois dans la liste des membres"_s));
            CHECK(of(projet, u"projet.membres-doubles"_s).front().field.id == twin);
            break;
        }

    const auto [partnerId, partner] = firstOf(projet.partenaires);
    const Id other = again(projet.partenaires, *partner);
    CHECK(of(projet, u"projet.partenaires-doubles"_s).front().field.id == other);
    projet.partenaires.find(other)->localisation += u" (annexe)"_s; // two places, two partners
    CHECK(verdict(projet, u"projet.partenaires-doubles"_s) == u"F"_s);
}

TEST_CASE("A year that stands twice among the values of an indicator is told once, of its second value")
{
    Projet projet;
    const Id fiche = Id::create();
    projet.fiches.insert(fiche, {}).intitule = u"Relais"_s;
    const Id indicator = Id::create();
    projet.indicateursAction.insert(indicator).fiche = fiche;
    projet.indicateursAction.find(indicator)->intitule = u"Patients vus"_s;
    const QString code = u"projet.releves-doubles"_s;
    std::vector<Id> values;
    const auto value = [&](domain::Number year) {
        values.push_back(Id::create());
        projet.releves.insert(values.back(), {indicator, year, 12.0, {}});
    };
    value(2028);
    CHECK(verdict(projet, code).isEmpty()); // nothing to compare it with
    value(2027);
    value({});
    value({});
    CHECK(verdict(projet, code) == u"F"_s); // no year is not twice the same
    value(2028);
    value(2028);
    CHECK(verdict(projet, code) == u"I"_s);
    CHECK(plain(sentence(projet, code)) ==
          u"Fiche « Relais » : l’indicateur « Patients vus » a deux valeurs pour 2028"_s);
    const domain::FieldAddress led = of(projet, code).front().field;
    CHECK(led.table == u"releve"_s);
    CHECK(projet.releves.find(led.id)->annee == 2028);
    projet.releves.find(values[4])->annee = 2029;
    projet.releves.find(values[5])->annee = 2030;
    CHECK(verdict(projet, code) == u"F"_s);
}

TEST_CASE("A share beyond the whole, a year to come: to verify, unless the title says why")
{
    Projet projet;
    const Id id = Id::create();
    domain::IndicateurDiagnostic &indicateur = projet.indicateurs.insert(id);
    indicateur.intitule = u"Patients sans médecin traitant"_s;
    indicateur.unite = u"%"_s;
    indicateur.territoire = 240;
    indicateur.annee = 2025;
    const QString code = u"projet.indicateurs-possibles"_s;
    CHECK(sentence(projet, code) == u"Indicateur « Patients sans médecin traitant » : 240 %, à vérifier"_s);
    CHECK(of(projet, code).front().field == domain::FieldAddress{u"indicateur"_s, id, u"territoire"_s});
    indicateur.intitule = u"Évolution des recours aux urgences"_s;
    CHECK(verdict(projet, code) == u"F"_s);
    indicateur.intitule = u"Habitants de plus de 75 ans"_s;
    indicateur.territoire = 14;
    CHECK(verdict(projet, code) == u"F"_s);
    indicateur.annee = today.year() + 9;
    CHECK(sentence(projet, code).endsWith(u"l’année 2035 est à venir"_s));
    indicateur.source = u"Insee, projections de population"_s;
    CHECK(verdict(projet, code) == u"F"_s);
}

TEST_CASE("Negative money, more time than people have, more participants than guests")
{
    Projet projet;
    const Id fiche = Id::create();
    projet.fiches.insert(fiche, {}).intitule = u"Relais"_s;
    const Id line = Id::create();
    domain::LigneBudget &budget = projet.budget.insert(line);
    budget.fiche = fiche;
    budget.intitule = u"Formation"_s;
    budget.prevu = 900;
    CHECK(verdict(projet, u"projet.montants"_s) == u"F"_s);
    budget.realise = -900;
    CHECK(sentence(projet, u"projet.montants"_s) == u"Fiche « Relais » : « Formation » a un montant négatif"_s);
    CHECK(of(projet, u"projet.montants"_s).front().field == domain::FieldAddress{u"budget"_s, line, u"realise"_s});

    domain::Poste &poste = projet.postes.insert(Id::create());
    poste.fonction = u"Coordonnatrice"_s;
    poste.nombre = 2;
    poste.etp = 1.5;
    CHECK(verdict(projet, u"projet.temps-plein"_s) == u"F"_s);
    poste.nombre = 1;
    CHECK(sentence(projet, u"projet.temps-plein"_s) ==
          u"Coordonnatrice : 1,5 équivalent temps plein pour 1 personne"_s);

    domain::ActionMobilisation &meeting = projet.mobilisations.insert(Id::create());
    meeting.date = QDate(2026, 10, 8);
    meeting.invites = 94;
    meeting.presents = 94;
    CHECK(verdict(projet, u"lettre.participants"_s) == u"F"_s);
    meeting.presents = 200;
    CHECK(sentence(projet, u"lettre.participants"_s) ==
          u"Plus de participants (200) que d’invités (94), le 8 octobre 2026"_s);
}

TEST_CASE("Ages that don't make the population, a commune with the population of a city")
{
    Projet projet = complete();
    projet.population.valeur = 1000;
    projet.tranches = {};
    domain::TrancheAge &young = projet.tranches.insert(Id::fromKey(u"tranche:jeunes"_s));
    young.femmes = 300;
    young.hommes = 250;
    domain::TrancheAge &old = projet.tranches.insert(Id::fromKey(u"tranche:autres"_s));
    old.ensemble = 500;
    CHECK(verdict(projet, u"projet.ages-population"_s) == u"F"_s);
    old.ensemble = 5000;
    CHECK(sentence(projet, u"projet.ages-population"_s) ==
          u"Âges : 5 550 habitants en tout, pour une population retenue de 1 000"_s);
    const auto leadsTo = [&projet] { return of(projet, u"projet.ages-population"_s).front().field; };
    CHECK(leadsTo() == domain::FieldAddress{u"tranche"_s, Id::fromKey(u"tranche:autres"_s), u"ensemble"_s});
    young.femmes = 12'000;
    CHECK(leadsTo() == domain::FieldAddress{u"tranche"_s, Id::fromKey(u"tranche:jeunes"_s), u"femmes"_s});
    young.femmes = 300;

    young.code = u"0"_s;
    old.code = u"15"_s;
    CHECK(sentence(projet, u"projet.ages-sources"_s) ==
          u"2 tranches d’âge sans source ou sans année : dès 0 an et dès 15 ans"_s);
    for (domain::TrancheAge *band : {&young, &old}) {
        band->source = u"Insee"_s;
        band->annee = 23;
    }
    CHECK(of(projet, u"projet.ages-sources"_s).front().field.field == u"annee"_s);
    young.annee = old.annee = 2023;
    CHECK(verdict(projet, u"projet.ages-sources"_s) == u"F"_s);

    CHECK(verdict(projet, u"lettre.population-communes"_s) == u"F"_s);
    commune(projet, u"04039"_s).population = 99'999;
    const auto told = of(projet, u"lettre.population-communes"_s);
    REQUIRE(told.size() == 1);
    CHECK(plain(told.front().sentence).startsWith(u"Castellane : 99 999 habitants, la liste de 2026 en donne"_s));
    CHECK(told.front().field == domain::FieldAddress{u"commune"_s, Id::fromKey(u"commune:04039"_s), u"population"_s});
}

TEST_CASE("A mail address of the structure that is not whole is told, with the field where it is")
{
    Projet projet = complete();
    projet.structure.emailPublic = u"contact@cpts"_s;
    CHECK(verdict(projet, u"projet.coordonnees"_s) == u"I"_s);
    CHECK(sentence(projet, u"projet.coordonnees"_s) ==
          u"Structure porteuse : l’adresse mail « contact@cpts » n’est pas complète"_s);
    CHECK(of(projet, u"projet.coordonnees"_s).front().field ==
          domain::FieldAddress{u"structure"_s, {}, u"emailPublic"_s});
}

TEST_CASE("A telephone number that is not whole is told, whoever it is for")
{
    Projet projet = complete();
    projet.structure.telephone = u"04 00 00 00"_s;
    CHECK(sentence(projet, u"projet.coordonnees"_s) ==
          u"Structure porteuse : le numéro de téléphone « 04 00 00 00 » n’est pas complet"_s);
    const Id coordonnateur = projet.identite.coordonnateur;
    projet.personnes.find(coordonnateur)->telephone = u"06 00 00"_s;
    CHECK(sentence(projet, u"projet.coordonnateur"_s) ==
          u"Le coordonnateur de la CPTS : le numéro de téléphone « 06 00 00 » n’est pas complet"_s);
    CHECK(of(projet, u"projet.coordonnateur"_s).front().field ==
          domain::FieldAddress{u"personne"_s, coordonnateur, u"telephone"_s});
}

TEST_CASE("A convention that is signed has its day, an instance its role")
{
    Projet projet = complete();
    const Id service = Id::create();
    domain::Partenaire &partner = projet.partenaires.insert(service);
    partner.service = u"EHPAD"_s;
    partner.convention = true;
    CHECK(sentence(projet, u"projet.conventions-dates"_s) == u"Convention signée sans date : « EHPAD »"_s);
    CHECK(of(projet, u"projet.conventions-dates"_s).front().field ==
          domain::FieldAddress{u"partenaire"_s, service, u"conventionLe"_s});
    const Id bureau = Id::create();
    projet.instances.insert(bureau).nom = u"Bureau"_s;
    CHECK(sentence(projet, u"projet.gouvernance"_s) == u"Instance « Bureau » : son rôle n’est pas décrit"_s);
    CHECK(of(projet, u"projet.gouvernance"_s).front().field == domain::FieldAddress{u"instance"_s, bureau, u"role"_s});
}

TEST_CASE("A need without words is no need said")
{
    Projet projet;
    domain::Besoin &besoin = projet.besoins.insert(Id::create());
    CHECK(sentence(projet, u"projet.besoins"_s) == u"Aucun besoin n’est énoncé"_s);
    besoin.enonce = u"Trouver un médecin traitant"_s;
    CHECK(sentence(projet, u"projet.besoins"_s) == u"1 besoin énoncé"_s);
    const Id silent = Id::create();
    projet.besoins.insert(silent).enonce = u" "_s;
    CHECK(sentence(projet, u"projet.besoins"_s) == u"Un besoin de la liste n’est pas énoncé"_s);
    CHECK(of(projet, u"projet.besoins"_s).front().field == domain::FieldAddress{u"besoin"_s, silent, u"enonce"_s});
}

TEST_CASE("A project that began from the example is told the names and sources it keeps of it")
{
    domain::Projet projet = domain::sansPersonnesNiChiffres(vallees());
    const QStringList codes{u"lettre.exemple-contacts"_s,    u"lettre.exemple-equipe"_s,
                            u"lettre.exemple-partenaires"_s, u"projet.exemple-diagnostic"_s,
                            u"projet.exemple-offre"_s,       u"projet.exemple-organisation"_s,
                            u"projet.exemple-fiches"_s};
    for (const QString &code : codes)
        CHECK(verdict(projet, code).isEmpty()); // the example itself
    projet.identite.nom = u"CPTS du Val"_s;
    for (const QString &code : codes) {
        INFO(code.toStdString());
        CHECK(verdict(projet, code).startsWith(u'I'));
        CHECK(sentence(projet, code).startsWith(u"Repris de l’exemple, à remplacer : « "_s));
    }
    projet.partenaires = {};
    CHECK(verdict(projet, u"lettre.exemple-partenaires"_s).isEmpty());
}

TEST_CASE("Who answers for a project that began from the example is told field by field until each is replaced")
{
    const QString lettre = u"lettre.exemple-porteur"_s;
    const QString organisation = u"projet.exemple-organisation"_s;
    Projet projet = vallees();
    CHECK(verdict(projet, lettre).isEmpty()); // the example itself
    projet.identite.nom = u"CPTS du Val"_s;
    const Id id = projet.identite.porteur;
    QStringList fields;
    for (const controle::Finding &finding : of(projet, lettre)) {
        CHECK(finding.page == u"porteur"_s);
        CHECK(finding.field.id == id);
        fields << finding.field.field;
    }
    CHECK(fields == QStringList{u"nom"_s, u"telephone"_s, u"email"_s});
    CHECK(sentence(projet, lettre) == u"Repris de l’exemple, à remplacer : nom du porteur, « Exemple »"_s);
    CHECK(sentence(projet, u"lettre.exemple-equipe"_s).contains(u" Exemple »"_s));
    // Without its people, the structure remains.
    fields.clear();
    for (const controle::Finding &finding : of(domain::sansPersonnesNiChiffres(projet), organisation))
        if (finding.field.table == u"structure"_s && finding.field.field != u"nom"_s)
            fields << finding.field.field;
    CHECK(fields == QStringList{u"siret"_s, u"adresse"_s, u"telephone"_s, u"email"_s, u"emailPublic"_s});
    const auto told = of(projet, organisation);
    CHECK(std::any_of(told.begin(), told.end(), [&projet](const controle::Finding &finding) {
        return finding.field == domain::FieldAddress{u"personne"_s, projet.identite.coordonnateur, u"email"_s};
    }));
    domain::Personne &camille = porteur(projet);
    camille.nom = u"Martin"_s;
    camille.email = u"camille@cpts-du-val.fr"_s;
    camille.telephone = u"04 92 00 00 01"_s;
    CHECK(verdict(projet, lettre).isEmpty());
}

TEST_CASE("A share that cannot be is told in the fiches as in the diagnostic")
{
    Projet projet = complete();
    const Id id = domain::inOrder(projet.indicateursAction).front().first;
    domain::IndicateurAction &indicator = *projet.indicateursAction.find(id);
    indicator.intitule = u"Patients suivis"_s;
    indicator.unite = u"%"_s;
    indicator.cible = 136;
    CHECK(sentence(projet, u"projet.indicateurs-cibles"_s) == u"Indicateur « Patients suivis » : 136 %, à vérifier"_s);
    CHECK(of(projet, u"projet.indicateurs-cibles"_s).front().field ==
          domain::FieldAddress{u"indicateurAction"_s, id, u"cible"_s});
    indicator.intitule = u"Évolution des patients suivis"_s;
    indicator.depart = -20;
    CHECK(verdict(projet, u"projet.indicateurs-cibles"_s) == u"F"_s);
}

TEST_CASE("A member without profession is named")
{
    Projet projet = complete();
    const Id id = Id::create();
    domain::Personne &person = projet.personnes.insert(id);
    person.nom = u"Alix"_s;
    person.membre = true;
    person.statut = domain::StatutMembre::Liberal;
    CHECK(sentence(projet, u"projet.liste-membres"_s) == u"1 membre sans profession : Alix"_s);
    CHECK(of(projet, u"projet.liste-membres"_s).front().field ==
          domain::FieldAddress{u"personne"_s, id, u"profession"_s});
}
