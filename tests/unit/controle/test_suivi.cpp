// The criteria of the follow-up and of the money.
#include "fixtures.h"

#include "suivi/couverture.h"

using namespace fixtures;
using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

void dated(domain::Projet &projet, const QString &etape, const QDate &date)
{
    domain::Echeance &echeance = projet.echeances.insert(Id::create());
    echeance.etape = etape;
    echeance.date = date;
    echeance.faite = true;
}

domain::Projet blank()
{
    domain::Projet projet = vallees();
    projet.echeances = {};
    projet.reunions = {};
    projet.financements = {};
    projet.budget = {};
    projet.identite.contratLe = {};
    projet.identite.phase = domain::Phase::Lettre;
    return projet;
}

} // namespace

TEST_CASE("An étape en cours that stays behind the dates is told")
{
    domain::Projet projet;
    const QString code = u"projet.phase"_s;
    CHECK(verdict(projet, code).isEmpty());
    domain::Echeance &answer = projet.echeances.insert(base::Id::create());
    answer.etape = u"elaboration"_s;
    answer.date = today.addDays(-3);
    CHECK(verdict(projet, code).isEmpty()); // only planned
    answer.faite = true;
    CHECK(verdict(projet, code) == u"I"_s);
    CHECK(sentence(projet, code) ==
          u"« Élaboration du projet de santé » a une date, l’étape en cours est encore « Lettre d’intention » : "
          "changez-la"_s);
    projet.identite.phase = domain::Phase::Elaboration;
    CHECK(verdict(projet, code) == u"F"_s);
    projet.identite.contratLe = today;
    CHECK(verdict(projet, code) == u"I"_s);
    projet.identite.phase = domain::Phase::Valide;
    CHECK(verdict(projet, code) == u"F"_s);
    projet.identite.contratLe = today.addDays(1); // to come: nothing to change yet
    projet.identite.phase = domain::Phase::Elaboration;
    CHECK(verdict(projet, code) == u"F"_s);
}

TEST_CASE("an answer of the ARS that is late is told, until it came")
{
    domain::Projet projet = blank();
    CHECK(verdict(projet, u"projet.reponse-ccopd"_s).isEmpty());
    dated(projet, u"ccopd"_s, QDate(2026, 10, 31));
    CHECK(verdict(projet, u"projet.reponse-ccopd"_s, QDate(2026, 11, 30)) == u"F"_s);
    CHECK(verdict(projet, u"projet.reponse-ccopd"_s, QDate(2026, 12, 1)) == u"I"_s);
    CHECK(sentence(projet, u"projet.reponse-ccopd"_s, QDate(2026, 12, 1)).contains(u"30 novembre 2026"_s));
    dated(projet, u"elaboration"_s, QDate(2026, 12, 3));
    CHECK(verdict(projet, u"projet.reponse-ccopd"_s, QDate(2026, 12, 4)).isEmpty());
}

TEST_CASE("two months after it was sent the project is held to be validated, unless complements are awaited")
{
    domain::Projet projet = blank();
    dated(projet, u"validation"_s, QDate(2026, 9, 1));
    CHECK(verdict(projet, u"projet.delai-validation"_s, QDate(2026, 11, 1)) == u"F"_s);
    CHECK(verdict(projet, u"projet.delai-validation"_s, QDate(2026, 11, 2)) == u"I"_s);
    domain::Suspension &request = projet.suspensions.insert(Id::create());
    request.debut = QDate(2026, 10, 1);
    CHECK(verdict(projet, u"projet.delai-validation"_s, QDate(2026, 12, 2)).isEmpty());
    request.fin = QDate(2026, 10, 11);
    CHECK(verdict(projet, u"projet.delai-validation"_s, QDate(2026, 11, 11)) == u"F"_s);
    CHECK(verdict(projet, u"projet.delai-validation"_s, QDate(2026, 11, 12)) == u"I"_s);
    projet.identite.phase = domain::Phase::Valide;
    CHECK(verdict(projet, u"projet.delai-validation"_s, QDate(2026, 11, 12)).isEmpty());
}

TEST_CASE("what differs from the contract asks for an amendment, which its update makes go")
{
    domain::Projet projet = blank();
    projet.identite.contratLe = QDate(2026, 6, 1);
    CHECK(verdict(projet, u"projet.avenant"_s).isEmpty());
    REQUIRE(domain::applyChanges(projet, suivi::retenirContrat(projet)).ok());
    CHECK(verdict(projet, u"projet.avenant"_s) == u"F"_s);
    const Id gone = projet.communes.begin()->first;
    const QString name = projet.communes.begin()->second.nom;
    projet.communes.remove(gone);
    CHECK(verdict(projet, u"projet.avenant"_s) == u"I"_s);
    CHECK(sentence(projet, u"projet.avenant"_s).contains(u"− "_s + plain(name)));
    REQUIRE(domain::applyChanges(projet, suivi::retenirContrat(projet)).ok());
    CHECK(verdict(projet, u"projet.avenant"_s) == u"F"_s);
}

TEST_CASE("people who came to the meetings and are not counted are told by their number")
{
    domain::Projet projet = blank();
    for (const auto &[id, personne] : projet.personnes)
        projet.personnes.find(id)->elaboration = {};
    domain::Reunion &meeting = projet.reunions.insert(Id::create());
    CHECK(verdict(projet, u"projet.presents"_s).isEmpty());
    meeting.personnes = {projet.identite.porteur};
    CHECK(sentence(projet, u"projet.presents"_s).startsWith(u"1 personne présente"_s));
    porteur(projet).elaboration = false;
    CHECK(verdict(projet, u"projet.presents"_s) == u"F"_s);
}

TEST_CASE("a funding needs a source, and a year's plan the fundings that cover it")
{
    domain::Projet projet = blank();
    CHECK(verdict(projet, u"projet.financement-source"_s).isEmpty());
    CHECK(verdict(projet, u"projet.budget-equilibre"_s).isEmpty());
    const Id fiche = Id::create();
    projet.fiches.insert(fiche).intitule = u"Action"_s;
    domain::LigneBudget &line = projet.budget.insert(Id::create());
    line.fiche = fiche;
    line.annee = 2027;
    line.prevu = 1200.0;
    CHECK(verdict(projet, u"projet.budget-equilibre"_s).isEmpty()); // nobody said what is expected
    const Id aidId = Id::create();
    domain::Financement &aid = projet.financements.insert(aidId);
    aid.financeur = u"ARS"_s;
    aid.annee = 2027;
    aid.montant = 1000.0;
    CHECK(verdict(projet, u"projet.budget-equilibre"_s) == u"I"_s);
    CHECK(sentence(projet, u"projet.budget-equilibre"_s).startsWith(u"2027 : 200 €"_s));
    aid.montant = 1200.0;
    CHECK(verdict(projet, u"projet.budget-equilibre"_s) == u"F"_s);
    CHECK(verdict(projet, u"projet.financement-source"_s) == u"I"_s);
    CHECK(of(projet, u"projet.financement-source"_s).front().field ==
          domain::FieldAddress{u"financement"_s, aidId, u"source"_s});
    aid.source = u"Convention"_s;
    CHECK(verdict(projet, u"projet.financement-source"_s) == u"F"_s);
}

TEST_CASE("the pages of the follow-up have a state of their own, and stay out of the lettre")
{
    domain::Projet projet = blank();
    dated(projet, u"ccopd"_s, QDate(2026, 10, 1));
    const auto findings = controle::checkAll(projet, references(), today);
    const auto states = controle::pageStates(findings, projet);
    REQUIRE(states.count(u"etapes"_s) == 1);
    CHECK(states.at(u"etapes"_s).type == controle::PageState::Type::ToReview);
    for (const controle::Finding &finding : findings)
        if (finding.page == u"etapes"_s || finding.page == u"financement"_s)
            CHECK(finding.volet == controle::Volet::Projet);
}

TEST_CASE("a step marked as done is no late date of the calendar, and its real date counts before the planned one")
{
    domain::Projet projet = blank();
    dated(projet, u"ccopd"_s, QDate(2026, 10, 1));
    CHECK(verdict(projet, u"lettre.echeances-passees"_s).isEmpty());
    domain::Echeance &planned = projet.echeances.insert(Id::create());
    planned.etape = u"elaboration"_s;
    planned.date = QDate(2026, 12, 1);
    dated(projet, u"validation"_s, QDate(2028, 1, 15));
    CHECK(verdict(projet, u"lettre.duree-elaboration"_s) == u"I"_s);
    dated(projet, u"elaboration"_s, QDate(2027, 2, 1));
    CHECK(verdict(projet, u"lettre.duree-elaboration"_s) == u"F"_s);
}
