// What holds of the follow-up whatever the project: dates given and taken away, the calendar, the contract, the sums.
#include "fixtures.h"
#include "suivi/budget.h"
#include "suivi/couverture.h"
#include "suivi/echeancier.h"
#include "suivi/mots.h"
#include "support/random_edits.h"

#include <cmath>
#include <random>
#include <set>

using namespace suivitest;

namespace
{

const suivi::Etape &step(const std::vector<suivi::Etape> &all, const QString &code)
{
    for (const suivi::Etape &each : all)
        if (each.officielle->code == code)
            return each;
    FAIL(code.toStdString());
    return all.front();
}

domain::Projet randomProject(unsigned seed)
{
    support::RandomEdits edits(seed);
    return edits.edited(domain::Projet(), 400);
}

} // namespace

TEST_CASE("a date given to any step is read back, given again changes nothing, taken away leaves the project as it was")
{
    for (const reference::Etape &official : references().etapes().etapes)
        for (const bool done : {false, true}) {
            INFO(official.code.toStdString() << (done ? " done" : " planned"));
            domain::Projet projet;
            const QByteArray before = support::factsOf(projet);
            REQUIRE(domain::applyChanges(projet, suivi::dater(projet, references(), official.code, done, today)).ok());
            const auto all = steps(projet);
            const suivi::Etape &dated = step(all, official.code);
            CHECK((done ? dated.reelle : dated.prevue).date == today);
            CHECK_FALSE((done ? dated.prevue : dated.reelle).date.isValid());
            CHECK(suivi::dater(projet, references(), official.code, done, today).empty());
            const QDate later = today.addDays(40);
            REQUIRE(domain::applyChanges(projet, suivi::dater(projet, references(), official.code, done, later)).ok());
            CHECK(projet.echeances.size() <= 1);
            REQUIRE(domain::applyChanges(projet, suivi::dater(projet, references(), official.code, done, {})).ok());
            CHECK(support::factsOf(projet) == before);
            CHECK(suivi::dater(projet, references(), official.code, done, {}).empty());
        }
    CHECK(suivi::dater({}, references(), u"inconnue"_s, true, today).empty());
}

TEST_CASE("whatever the dates, one step at most is going on, those before are done and those after are not")
{
    std::mt19937 random(3);
    for (int turn = 0; turn < 300; ++turn) {
        domain::Projet projet;
        for (const reference::Etape &official : references().etapes().etapes)
            for (const bool done : {false, true})
                if (random() % 2 == 0) {
                    const QDate date = today.addDays(int(random() % 400) - 200);
                    REQUIRE(domain::applyChanges(projet, suivi::dater(projet, references(), official.code, done, date))
                                .ok());
                }
        const auto all = steps(projet);
        const int current = suivi::etapeEnCours(all);
        for (const suivi::Etape &each : all) {
            CHECK((each.etat == suivi::EtatEtape::Faite) == (each.officielle->numero < current));
            CHECK((each.etat == suivi::EtatEtape::EnCours) == (each.officielle->numero == current));
            for (const suivi::Terme &terme : each.termes) {
                CHECK(terme.date >= terme.depart);
                const QString words = suivi::termeEnMots(terme);
                CHECK(words.endsWith(u'.'));
                CHECK(words.size() > 20);
            }
        }
    }
}

TEST_CASE("the calendar of any project is in order, names each thing once, and leads to what it tells")
{
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const domain::Projet projet = randomProject(seed);
        const auto dates = suivi::echeancier(projet, references(), today);
        std::set<QString> keys;
        QDate last;
        for (const suivi::Date &each : dates) {
            INFO(seed << " " << each.cle.toStdString());
            CHECK(each.date.isValid());
            CHECK((!last.isValid() || last <= each.date));
            last = each.date;
            CHECK(keys.insert(each.cle).second);
            CHECK_FALSE(each.titre.trimmed().isEmpty());
            CHECK_FALSE(each.page.isEmpty());
            if (!each.champ.table.isEmpty())
                CHECK(domain::valueAt(projet, each.champ) == domain::Value(each.date));
        }
    }
}

TEST_CASE("a contract just kept differs in nothing, and each commune that comes or goes is told once")
{
    std::mt19937 random(9);
    const std::vector<std::pair<QString, QString>> known{{u"04006"_s, u"Allos"_s},
                                                         {u"04008"_s, u"Annot"_s},
                                                         {u"04039"_s, u"Castellane"_s},
                                                         {u"04070"_s, u"Digne"_s},
                                                         {u"04113"_s, u"Manosque"_s}};
    for (int turn = 0; turn < 60; ++turn) {
        domain::Projet projet;
        std::set<QString> before;
        std::set<QString> after;
        for (const auto &[code, name] : known)
            if (random() % 2 == 0) {
                commune(projet, code, name, 1000);
                before.insert(code);
            }
        REQUIRE(domain::applyChanges(projet, suivi::retenirContrat(projet)).ok());
        CHECK(suivi::ecartAuContrat(projet, references()).vide());
        for (const auto &[code, name] : known) {
            projet.communes.remove(Id::fromKey(u"commune:"_s + code));
            if (random() % 2 == 0) {
                commune(projet, code, name, 1000);
                after.insert(code);
            }
        }
        if (before.empty())
            continue;
        qsizetype came = 0;
        qsizetype went = 0;
        for (const auto &[code, name] : known) {
            came += after.contains(code) && !before.contains(code);
            went += before.contains(code) && !after.contains(code);
        }
        const suivi::EcartContrat ecart = suivi::ecartAuContrat(projet, references());
        CHECK(ecart.communesAjoutees.size() == came);
        CHECK(ecart.communesRetirees.size() == went);
        CHECK(ecart.vide() == (came == 0 && went == 0));
        CHECK(suivi::ecartEnMots(ecart).isEmpty() == ecart.vide());
    }
}

TEST_CASE("the sums of any project are the same by year, by funder and by mission, missions of another trame too")
{
    domain::Projet foreign;
    domain::Financement &aid = foreign.financements.insert(Id::create());
    aid.mission = Id::fromKey(u"mission:d-une-autre-trame"_s);
    aid.montant = 1500.0;
    const suivi::Bilan one = suivi::bilan(foreign, references());
    REQUIRE(one.missions.size() == 1);
    CHECK(one.missions.front().nom == u"Autres missions"_s);
    CHECK(one.missions.front().montants.attendu == 1500.0);

    const auto cents = [](const domain::Decimal &amount) { return std::round(amount.value_or(0) * 100); };
    for (unsigned seed = 1; seed <= 20; ++seed) {
        domain::Projet projet = randomProject(seed);
        for (const auto &[id, fiche] : projet.fiches) {
            domain::LigneBudget &line = projet.budget.insert(Id::create());
            line.fiche = id;
            line.prevu = 10.01 * seed;
        }
        const suivi::Bilan all = suivi::bilan(projet, references());
        for (const auto *posts : {&all.annees, &all.financeurs, &all.missions}) {
            double planned = 0;
            double expected = 0;
            for (const suivi::Poste &post : *posts) {
                planned += cents(post.montants.prevu);
                expected += cents(post.montants.attendu);
            }
            INFO(seed);
            CHECK(planned == cents(all.total.prevu));
            CHECK(expected == cents(all.total.attendu));
        }
    }
}

TEST_CASE("every delay and step of the reference has a name for its page and its calendar")
{
    std::set<QString> labels;
    for (const reference::Etape &official : references().etapes().etapes) {
        CHECK(suivi::libelleDateReelle(official.code).endsWith(u" le"_s));
        labels.insert(suivi::libelleDateReelle(official.code));
        for (const reference::Delai &delai : official.delais) {
            INFO(delai.code.toStdString());
            CHECK_FALSE(suivi::nomDuTerme(delai.code).isEmpty());
        }
    }
    CHECK(labels.size() == references().etapes().etapes.size());
    CHECK(suivi::libelleDateReelle(u"inconnue"_s) == u"Date réelle"_s);
    CHECK(suivi::nomDuTerme(u"inconnu"_s).isEmpty());
    CHECK(suivi::moisEnMots(1) == u"1 mois"_s);
    CHECK(plain(suivi::moisEnMots(12)) == u"1 an"_s);
    CHECK(suivi::moisEnMots(18) == u"18 mois"_s);
    CHECK(plain(suivi::moisEnMots(60)) == u"5 ans"_s);
}
