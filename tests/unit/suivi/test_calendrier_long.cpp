// The delays over whole years, counted a second time by other ways: day by day, month by month.
#include "base/text.h"
#include "fixtures.h"
#include "suivi/echeancier.h"
#include "suivi/mots.h"

#include <random>
#include <set>

using namespace suivitest;

namespace
{

// So many months later, the last day of a month that is too short.
QDate monthsLater(const QDate &date, int months)
{
    const int count = date.year() * 12 + date.month() - 1 + months;
    const int year = count / 12;
    const int month = count % 12 + 1;
    return {year, month, std::min(date.day(), QDate(year, month, 1).daysInMonth())};
}

struct Request {
    QDate from;
    QDate to; // null: still open
};

// The end of a delay of so many days, walked day by day: a day that a request holds does not count.
QDate walked(const QDate &start, const QDate &end, const std::vector<Request> &requests, const QDate &day)
{
    const auto held = [&](const QDate &each) {
        return std::any_of(requests.begin(), requests.end(), [&](const Request &request) {
            return each >= request.from && each < (request.to.isValid() ? request.to : day);
        });
    };
    qint64 left = start.daysTo(end);
    QDate at = start;
    for (; left > 0 || held(at); at = at.addDays(1))
        left -= held(at) ? 0 : 1;
    return at;
}

} // namespace

TEST_CASE("every delay of the reference falls on the day counted by months, over leap years and short months")
{
    for (QDate day(2027, 1, 28); day < QDate(2033, 3, 2); day = day.addDays(day.day() < 27 ? 9 : 1)) {
        for (const reference::Etape &official : references().etapes().etapes)
            for (const reference::Delai &delai : official.delais) {
                domain::Projet projet;
                if (official.code == u"contrat")
                    projet.identite.contratLe = day;
                else
                    dated(projet, official.code, day, true);
                INFO(delai.code.toStdString() << " " << day.toString(Qt::ISODate).toStdString());
                REQUIRE(due(projet, delai.code, day) == monthsLater(day, delai.mois));
            }
    }
}

TEST_CASE("a contract signed on the twenty-ninth of February ends on a day that there is")
{
    domain::Projet projet;
    projet.identite.contratLe = QDate(2028, 2, 29);
    CHECK(due(projet, u"duree-contrat"_s) == QDate(2033, 2, 28));
    projet.identite.contratLe = QDate(2027, 8, 31);
    mission(projet, u"prevention"_s);
    for (const suivi::TermeMission &terme : suivi::termesMissions(projet, references())) {
        CHECK(terme.demarrage == monthsLater(QDate(2027, 8, 31), *terme.officielle->demarrageMois));
        CHECK(terme.deploiement == monthsLater(QDate(2027, 8, 31), *terme.officielle->deploiementMois));
        CHECK(terme.demarrage <= terme.deploiement);
    }
}

TEST_CASE("a suspended delay ends on the day found by walking through it")
{
    std::mt19937 random(29);
    const auto number = [&random](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    int extended = 0;
    for (int turn = 0; turn < 400; ++turn) {
        domain::Projet projet;
        const QDate sent = QDate(2027, 12, 1).addDays(number(90));
        const QDate day = sent.addDays(number(150));
        dated(projet, u"validation"_s, sent, true);
        std::vector<Request> requests;
        for (int each = number(4); each > 0; --each) {
            const QDate from = sent.addDays(number(110) - 20);
            requests.push_back({from, number(4) == 0 ? QDate() : from.addDays(number(40))});
            suspended(projet, requests.back().from, requests.back().to);
        }
        const auto all = steps(projet, day);
        const suivi::Terme *terme = suivi::terme(all, u"validation-reputee"_s);
        REQUIRE(terme);
        INFO(turn << " sent " << sent.toString(Qt::ISODate).toStdString());
        REQUIRE(terme->date == walked(sent, sent.addMonths(2), requests, day));
        CHECK(terme->joursSuspendus == sent.addMonths(2).daysTo(terme->date));
        CHECK(terme->estime == (terme->joursSuspendus > 0 || terme->suspenduDepuis.isValid()));
        extended += terme->joursSuspendus > 0 ? 1 : 0;
    }
    CHECK(extended > 100);
}

TEST_CASE("a request made on the very last day stops the delay, one made the day after does not")
{
    domain::Projet last;
    dated(last, u"validation"_s, QDate(2027, 12, 31), true); // until 29 February 2028
    suspended(last, QDate(2028, 2, 29), QDate(2028, 3, 10));
    CHECK(due(last, u"validation-reputee"_s, QDate(2028, 4, 1)) == QDate(2028, 3, 10));
    domain::Projet late;
    dated(late, u"validation"_s, QDate(2027, 12, 31), true);
    suspended(late, QDate(2028, 3, 1), QDate(2028, 3, 10));
    CHECK(due(late, u"validation-reputee"_s, QDate(2028, 4, 1)) == QDate(2028, 2, 29));
    // The first request makes room for the second.
    suspended(late, QDate(2028, 1, 10), QDate(2028, 1, 12));
    CHECK(due(late, u"validation-reputee"_s, QDate(2028, 4, 1)) == QDate(2028, 3, 11));
}

TEST_CASE("the words of a delay say its date, and only one reason for it not to be sure")
{
    std::mt19937 random(31);
    for (int turn = 0; turn < 200; ++turn) {
        domain::Projet projet;
        for (const reference::Etape &official : references().etapes().etapes)
            if (random() % 2 == 0 && official.code != u"contrat")
                dated(projet, official.code, today.addDays(int(random() % 300) - 150), random() % 2 == 0);
        if (random() % 2 == 0)
            suspended(projet, today.addDays(-int(random() % 60)), random() % 2 == 0 ? today : QDate());
        for (const suivi::Etape &etape : steps(projet))
            for (const suivi::Terme &terme : etape.termes) {
                const QString said = plain(suivi::termeEnMots(terme));
                INFO(said.toStdString());
                CHECK(said.contains(plain(base::frenchLongDate(terme.date))));
                CHECK(said.count(u"estimation"_s) == (terme.estime && !terme.tenu && !terme.suspenduDepuis.isValid()));
                CHECK_FALSE(said.contains(u"  "_s));
                CHECK_FALSE(said.contains(u"%"_s));
                CHECK(said.endsWith(u'.'));
            }
    }
}

TEST_CASE("the state of a step names the day that is known of it, whatever is typed")
{
    for (const bool real : {false, true})
        for (const bool planned : {false, true})
            for (const int off : {-40, 0, 40})
                for (const reference::Etape &official : references().etapes().etapes) {
                    domain::Projet projet;
                    const QDate day = today.addDays(off);
                    if (real && official.code == u"contrat")
                        projet.identite.contratLe = day;
                    else if (real)
                        dated(projet, official.code, day, true);
                    if (planned)
                        dated(projet, official.code, day.addDays(3), false);
                    const suivi::Etape found = steps(projet).at(size_t(official.numero - 1));
                    const QString said = plain(suivi::etatEnMots(found, today));
                    INFO(official.code.toStdString() << " " << off << " " << said.toStdString());
                    if (real)
                        CHECK(said.contains(plain(base::frenchLongDate(day))));
                    else if (planned)
                        CHECK(said.contains(plain(base::frenchLongDate(day.addDays(3)))));
                    CHECK(said.contains(u"date passée"_s) == (!real && planned && day.addDays(3) < today));
                    CHECK_FALSE(said.contains(u"  "_s));
                    CHECK_FALSE(said.endsWith(u'.'));
                }
}

TEST_CASE("the same thing keeps its key from one day to the next, and its day when nothing was suspended")
{
    domain::Projet projet;
    dated(projet, u"validation"_s, QDate(2027, 3, 1), true);
    projet.identite.contratLe = QDate(2027, 5, 31);
    mission(projet, u"prevention"_s);
    mission(projet, u"medecin-traitant"_s);
    domain::Reunion &meeting = projet.reunions.insert(Id::fromKey(u"reunion:a"_s));
    meeting.date = QDate(2027, 3, 1);
    meeting.intitule = u"   "_s;
    const auto first = suivi::echeancier(projet, references(), today);
    const auto later = suivi::echeancier(projet, references(), today.addYears(3));
    REQUIRE(first.size() == later.size());
    for (size_t i = 0; i < first.size(); ++i) {
        CHECK(first[i].cle == later[i].cle);
        CHECK(first[i].date == later[i].date);
        CHECK(first[i].titre == later[i].titre);
    }
    // A title of spaces is no title.
    CHECK(std::any_of(first.begin(), first.end(), [](const suivi::Date &each) { return each.titre == u"Réunion"; }));
}

TEST_CASE("of several dates of one step the earliest counts, done or planned")
{
    domain::Projet projet;
    dated(projet, u"ccopd"_s, QDate(2027, 6, 1), true);
    const Id early = dated(projet, u"ccopd"_s, QDate(2027, 4, 1), true);
    dated(projet, u"ccopd"_s, QDate(2027, 5, 1), true);
    dated(projet, u"ccopd"_s, QDate(), true);
    CHECK(steps(projet)[1].reelle.id == early);
    CHECK(due(projet, u"reponse-ccopd"_s) == QDate(2027, 5, 1));
    dated(projet, u"inconnue"_s, QDate(2020, 1, 1), true);
    CHECK(steps(projet).size() == 5);
    CHECK(due(projet, u"reponse-ccopd"_s) == QDate(2027, 5, 1));
    CHECK_FALSE(due(projet, u"inconnu"_s).isValid());
}

TEST_CASE("a request announced for later stops nothing before its day")
{
    domain::Projet projet;
    dated(projet, u"validation"_s, QDate(2027, 3, 1), true);
    suspended(projet, QDate(2027, 4, 20), {});
    const auto before = steps(projet, QDate(2027, 4, 19));
    const suivi::Terme *terme = suivi::terme(before, u"validation-reputee"_s);
    CHECK(terme->date == QDate(2027, 5, 1));
    CHECK_FALSE(terme->suspenduDepuis.isValid());
    CHECK_FALSE(terme->estime);
    CHECK_FALSE(plain(suivi::termeEnMots(*terme)).contains(u"suspendu"_s));
    const auto dates = suivi::echeancier(projet, references(), QDate(2027, 4, 19));
    CHECK(std::any_of(dates.begin(), dates.end(), [](const suivi::Date &each) {
        return each.titre.startsWith(u"Projet de santé réputé validé"_s);
    }));
    const auto on = steps(projet, QDate(2027, 4, 20));
    CHECK(suivi::terme(on, u"validation-reputee"_s)->suspenduDepuis == QDate(2027, 4, 20));
    CHECK(suivi::terme(on, u"validation-reputee"_s)->date == QDate(2027, 5, 1));
}
