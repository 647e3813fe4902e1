// The delays of the procedure, against dates counted by hand.
#include "fixtures.h"
#include "suivi/echeancier.h"
#include "suivi/mots.h"

#include <random>

using namespace suivitest;

TEST_CASE("without any date nothing is due, and the phase alone tells the step")
{
    domain::Projet projet;
    const auto none = steps(projet);
    REQUIRE(none.size() == 5);
    for (const suivi::Etape &etape : none)
        CHECK(etape.termes.empty());
    CHECK(suivi::etapeEnCours(none) == 1);
    CHECK(none[0].etat == suivi::EtatEtape::EnCours);
    CHECK(none[1].etat == suivi::EtatEtape::AVenir);
    projet.identite.phase = domain::Phase::Elaboration;
    CHECK(suivi::etapeEnCours(steps(projet)) == 3);
    CHECK(steps(projet)[1].etat == suivi::EtatEtape::Faite);
    projet.identite.phase = domain::Phase::Valide;
    CHECK(suivi::etapeEnCours(steps(projet)) == 5);
}

TEST_CASE("the answer of the ARS is due a month after the commission, at the end of a shorter month")
{
    domain::Projet projet;
    dated(projet, u"ccopd"_s, QDate(2027, 1, 31), true);
    CHECK(due(projet, u"reponse-ccopd"_s) == QDate(2027, 2, 28));
    const auto real = steps(projet);
    CHECK_FALSE(suivi::terme(real, u"reponse-ccopd"_s)->estime);
    CHECK(suivi::etapeEnCours(real) == 2);
    // Until the answer comes, the year advised counts from the day it is due.
    CHECK(due(projet, u"elaboration-projet"_s) == QDate(2028, 2, 28));
    CHECK(suivi::terme(real, u"elaboration-projet"_s)->estime);
    dated(projet, u"elaboration"_s, QDate(2027, 2, 20), true);
    const auto answered = steps(projet);
    CHECK(suivi::terme(answered, u"reponse-ccopd"_s)->tenu);
    CHECK(due(projet, u"elaboration-projet"_s) == QDate(2028, 2, 20));
    CHECK_FALSE(suivi::terme(answered, u"elaboration-projet"_s)->estime);
    CHECK(suivi::etapeEnCours(answered) == 3);
}

TEST_CASE("a planned date gives an estimation, the real one takes its place and the plan stays")
{
    domain::Projet projet;
    const Id planned = dated(projet, u"validation"_s, QDate(2027, 12, 31), false);
    const auto before = steps(projet);
    CHECK(before[3].prevue.id == planned);
    CHECK(before[3].etat == suivi::EtatEtape::Prevue);
    CHECK(due(projet, u"validation-reputee"_s) == QDate(2028, 2, 29));
    CHECK(suivi::terme(before, u"validation-reputee"_s)->estime);
    dated(projet, u"validation"_s, QDate(2028, 1, 10), true);
    const auto after = steps(projet);
    CHECK(after[3].prevue.date == QDate(2027, 12, 31));
    CHECK(due(projet, u"validation-reputee"_s) == QDate(2028, 3, 10));
    CHECK_FALSE(suivi::terme(after, u"validation-reputee"_s)->estime);
    CHECK(suivi::terme(after, u"elaboration-projet"_s) == nullptr);
}

TEST_CASE("suspended days are added once each, and make an estimation")
{
    domain::Projet projet;
    dated(projet, u"validation"_s, QDate(2027, 1, 4), true);
    suspended(projet, QDate(2027, 1, 20), QDate(2027, 2, 1)); // 12 days
    CHECK(due(projet, u"validation-reputee"_s) == QDate(2027, 3, 16));
    suspended(projet, QDate(2027, 1, 25), QDate(2027, 2, 6)); // overlaps: 5 more
    CHECK(due(projet, u"validation-reputee"_s) == QDate(2027, 3, 21));
    suspended(projet, QDate(2027, 1, 22), QDate(2027, 1, 30)); // inside
    suspended(projet, QDate(2026, 12, 1), QDate(2027, 1, 1));  // before the project was sent
    suspended(projet, QDate(), QDate(2027, 2, 3));
    suspended(projet, QDate(2027, 2, 3), QDate(2027, 1, 3)); // the wrong way round
    const auto all = steps(projet);
    const suivi::Terme *terme = suivi::terme(all, u"validation-reputee"_s);
    CHECK(terme->date == QDate(2027, 3, 21));
    CHECK(terme->joursSuspendus == 17);
    CHECK(terme->estime);
    CHECK(plain(suivi::termeEnMots(*terme)).contains(u"délai suspendu 17 jours"_s));
}

TEST_CASE("a request without an end stops the delay since its day, one made too late stops nothing")
{
    domain::Projet projet;
    dated(projet, u"validation"_s, QDate(2027, 2, 1), true);
    suspended(projet, QDate(2027, 3, 2), {});
    const auto open = steps(projet);
    const suivi::Terme *stopped = suivi::terme(open, u"validation-reputee"_s);
    CHECK(stopped->suspenduDepuis == QDate(2027, 3, 2));
    CHECK(stopped->date == QDate(2027, 4, 11)); // ten days so far
    CHECK(plain(suivi::termeEnMots(*stopped)).contains(u"suspendu depuis le 2 mars 2027"_s));
    CHECK(due(projet, u"validation-reputee"_s, QDate(2027, 3, 13)) == QDate(2027, 4, 12));

    domain::Projet late;
    dated(late, u"validation"_s, QDate(2027, 1, 4), true);
    suspended(late, QDate(2027, 3, 5), {});
    const auto over = steps(late);
    CHECK(due(late, u"validation-reputee"_s) == QDate(2027, 3, 4));
    CHECK(suivi::terme(over, u"validation-reputee"_s)->demandesTardives == 1);
    CHECK_FALSE(suivi::terme(over, u"validation-reputee"_s)->suspenduDepuis.isValid());
    late.identite.phase = domain::Phase::Valide;
    const auto validated = steps(late);
    CHECK(suivi::terme(validated, u"validation-reputee"_s)->tenu);
}

TEST_CASE("one more request never brings the end of the delay nearer, and a longer one neither")
{
    std::mt19937 random(20270312);
    const auto number = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    for (int turn = 0; turn < 300; ++turn) {
        domain::Projet projet;
        const QDate sent = QDate(2026, 11, 1).addDays(number(120));
        dated(projet, u"validation"_s, sent, true);
        QDate before = due(projet, u"validation-reputee"_s);
        REQUIRE(before == sent.addMonths(2));
        std::vector<Id> made;
        for (int each = 0; each < 4; ++each) {
            const QDate from = sent.addDays(number(100) - 20);
            made.push_back(suspended(projet, from, number(5) == 0 ? QDate() : from.addDays(number(60) - 5)));
            const QDate after = due(projet, u"validation-reputee"_s);
            INFO(turn << " " << after.toString(Qt::ISODate).toStdString());
            REQUIRE(after >= before);
            before = after;
        }
        domain::Suspension &longer = *projet.suspensions.find(made[size_t(number(3))]);
        if (longer.fin.isValid())
            longer.fin = longer.fin.addDays(number(30));
        REQUIRE(due(projet, u"validation-reputee"_s) >= before);
    }
}

TEST_CASE("the contract lasts five years from its signature, and each mission has its own delays")
{
    domain::Projet projet;
    CHECK(suivi::termesMissions(projet, references()).empty());
    mission(projet, u"prevention"_s);
    mission(projet, u"medecin-traitant"_s, false);
    mission(projet, u"qualite"_s); // whatever is optional and free has no date
    CHECK(suivi::termesMissions(projet, references()).empty());
    projet.identite.contratLe = QDate(2027, 8, 31);
    CHECK(due(projet, u"duree-contrat"_s) == QDate(2032, 8, 31));
    const auto missions = suivi::termesMissions(projet, references());
    REQUIRE(missions.size() == 1);
    CHECK(missions.front().officielle->code == u"prevention"_s);
    CHECK(missions.front().demarrage == QDate(2028, 8, 31));
    CHECK(missions.front().deploiement == QDate(2029, 8, 31));
    CHECK(suivi::sourceDesTermes(projet, references()).contains(u"Hauts-de-France"_s));
    // A region that has its own time is not told that of another; between two regions, none is imposed.
    const auto commune = [&projet](const QString &code) {
        projet.communes.insert(Id::fromKey(u"commune:"_s + code)).code = code;
    };
    commune(u"04019"_s);
    const auto paca = suivi::termesMissions(projet, references());
    REQUIRE(paca.size() == 2);
    for (const suivi::TermeMission &each : paca) {
        CHECK_FALSE(each.demarrage.isValid());
        CHECK(each.deploiement == QDate(2029, 8, 31));
    }
    CHECK(suivi::sourceDesTermes(projet, references()).contains(u"PACA"_s));
    commune(u"05061"_s);
    CHECK(suivi::regionDe(projet, references()) == u"93"_s);
    commune(u"26220"_s);
    CHECK(suivi::regionDe(projet, references()).isEmpty());
    CHECK(suivi::etapeEnCours(steps(projet)) == 6);
    CHECK(steps(projet)[4].etat == suivi::EtatEtape::Faite);
}

TEST_CASE("the state of a step is told in words")
{
    domain::Projet projet;
    dated(projet, u"lettre-intention"_s, QDate(2027, 1, 8), true);
    dated(projet, u"ccopd"_s, QDate(2027, 3, 1), false);
    const auto all = steps(projet);
    CHECK(plain(suivi::etatEnMots(all[0], today)) == u"faite le 8 janvier 2027"_s);
    CHECK(plain(suivi::etatEnMots(all[1], today)) == u"en cours · prévue le 1er mars 2027, date passée"_s);
    CHECK(plain(suivi::etatEnMots(all[1], QDate(2027, 2, 1))) == u"en cours · prévue le 1er mars 2027"_s);
    CHECK(suivi::etatEnMots(all[4], today).isEmpty());
    for (const suivi::Etape &etape : all) {
        CHECK(suivi::libelleDateReelle(etape.officielle->code) != suivi::libelleDateReelle(u"autre"_s));
        for (const reference::Delai &delai : etape.officielle->delais)
            CHECK_FALSE(suivi::nomDuTerme(delai.code).isEmpty());
    }
    CHECK(plain(suivi::moisEnMots(12)) == u"1 an"_s);
    CHECK(suivi::moisEnMots(18).contains(u"18"_s));
}

TEST_CASE("a step noted as done beside its planned date is one date in an agenda, and keeps both in the project")
{
    domain::Projet projet;
    const auto planned = base::Id::create();
    domain::Echeance &sending = projet.echeances.insert(planned);
    sending.etape = u"lettre-intention"_s;
    sending.intitule = u"Envoi de la lettre d’intention"_s;
    sending.date = QDate(2027, 2, 26);
    REQUIRE(domain::applyChanges(projet,
                                 suivi::dater(projet, references(), u"lettre-intention"_s, true, QDate(2027, 3, 12)))
                .ok());
    REQUIRE(projet.echeances.size() == 2);
    const base::Id note = steps(projet)[0].reelle.id;
    CHECK(suivi::noteeSeulement(projet, references(), note));
    CHECK_FALSE(suivi::noteeSeulement(projet, references(), planned));
    QStringList titles;
    for (const suivi::Date &each : suivi::echeancier(projet, references(), today))
        if (each.genre == suivi::Date::Genre::Echeance)
            titles << each.titre;
    CHECK(titles == QStringList{u"Envoi de la lettre d’intention"_s});
    SECTION("alone, it is the date of the step")
    {
        projet.echeances.remove(planned);
        CHECK_FALSE(suivi::noteeSeulement(projet, references(), note));
    }
    SECTION("so it is under a title of the user's own")
    {
        projet.echeances.find(note)->intitule = u"Envoyée par courriel"_s;
        CHECK_FALSE(suivi::noteeSeulement(projet, references(), note));
    }
}

TEST_CASE("dating a step writes its own record, changes it, takes it away, and leaves a title of the user's")
{
    domain::Projet projet;
    const auto apply = [&projet](const QString &etape, bool faite, const QDate &date) {
        const auto changes = suivi::dater(projet, references(), etape, faite, date);
        REQUIRE(domain::applyChanges(projet, changes).ok());
        return changes.size();
    };
    CHECK(apply(u"ccopd"_s, true, {}) == 0);
    CHECK(apply(u"autre"_s, true, today) == 0);
    apply(u"ccopd"_s, false, QDate(2027, 5, 4));
    apply(u"ccopd"_s, true, QDate(2027, 5, 6));
    REQUIRE(projet.echeances.size() == 2);
    CHECK(steps(projet)[1].prevue.date == QDate(2027, 5, 4));
    CHECK(steps(projet)[1].reelle.date == QDate(2027, 5, 6));
    apply(u"ccopd"_s, true, QDate(2027, 5, 7));
    CHECK(projet.echeances.size() == 2);
    CHECK(steps(projet)[1].reelle.date == QDate(2027, 5, 7));
    apply(u"ccopd"_s, true, {});
    CHECK(projet.echeances.size() == 1);
    projet.echeances.find(steps(projet)[1].prevue.id)->intitule = u"Commission de printemps"_s;
    apply(u"ccopd"_s, false, {});
    REQUIRE(projet.echeances.size() == 1);
    CHECK_FALSE(projet.echeances.begin()->second.date.isValid());
    apply(u"contrat"_s, true, QDate(2028, 1, 3));
    CHECK(projet.identite.contratLe == QDate(2028, 1, 3));
    apply(u"contrat"_s, true, {});
    CHECK_FALSE(projet.identite.contratLe.isValid());
}
