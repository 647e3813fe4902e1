// What a calendar is made of, before any drawing: its lines and its time.
#include "chart_samples.h"
#include "report/calendar_lines.h"
#include "report/time_scale.h"
#include "support/catch.h"

using namespace report;
using namespace charts;
using Type = CalendarLine::Type;

namespace
{

domain::EtapeAction &stepOf(domain::Projet &projet, const QString &key)
{
    auto *step = projet.etapesAction.find(domain::Id::fromKey(key));
    REQUIRE(step);
    return *step;
}

QStringList shapeOf(const std::vector<CalendarLine> &lines)
{
    QStringList shape;
    for (const CalendarLine &line : lines)
        shape << QStringList{u"mission"_s, u"fiche"_s, u"étape"_s}[int(line.type)] +
                     (line.from.isValid() ? u" "_s + line.from.toString(Qt::ISODate) : QString());
    return shape;
}

} // namespace

TEST_CASE("What is edited has its steps without a date, and the mission's dates")
{
    domain::Projet projet = planned(1, 2);
    stepOf(projet, u"etape:0-1"_s).debut = {};
    stepOf(projet, u"etape:0-1"_s).fin = {};
    const auto printed = calendarLines(projet, support::references(), {.fiche = ficheId(0)});
    CHECK(shapeOf(printed) == QStringList{u"étape 2027-01-04"_s});
    const auto edited = calendarLines(projet, support::references(), {.fiche = ficheId(0), .undated = true});
    CHECK(shapeOf(edited) == QStringList{u"mission"_s, u"étape 2027-01-04"_s, u"étape"_s});
    REQUIRE(edited.front().milestones.size() == 2);
    CHECK(edited.front().milestones.front() == QDate(2027, 8, 1));
    CHECK(edited.back().id == domain::Id::fromKey(u"etape:0-1"_s));
    CHECK(edited.back().fiche == ficheId(0));
    CHECK(edited.back().mission == u"medecin-traitant");

    projet.identite.contratLe = {};
    CHECK(shapeOf(calendarLines(projet, support::references(), {.fiche = ficheId(0), .undated = true})).front() ==
          u"étape 2027-01-04");
}

TEST_CASE("A fiche without any date is in the calendar that is edited, and not in the one that is printed")
{
    domain::Projet projet = planned(2, 1);
    stepOf(projet, u"etape:1-0"_s).debut = {};
    stepOf(projet, u"etape:1-0"_s).fin = {};
    const auto printed = calendarLines(projet, support::references(), {});
    CHECK(shapeOf(printed) == QStringList{u"mission"_s, u"fiche 2027-01-04"_s, u"étape 2027-01-04"_s});
    const auto edited = calendarLines(projet, support::references(), {.undated = true});
    CHECK(shapeOf(edited) == QStringList{u"mission"_s, u"fiche 2027-01-04"_s, u"étape 2027-01-04"_s, u"mission"_s,
                                         u"fiche"_s, u"étape"_s});
    projet.fiches.find(ficheId(1))->debut = QDate(2027, 6, 1);
    CHECK(shapeOf(calendarLines(projet, support::references(), {.undated = true}))[4] == u"fiche 2027-06-01");
}

TEST_CASE("With its steps or without them, a fiche begins where it says or with its first step")
{
    domain::Projet projet = planned(1, 3);
    for (const QDate &debut : {QDate(), QDate(2026, 3, 1), QDate(2027, 2, 1)}) {
        projet.fiches.find(ficheId(0))->debut = debut;
        const auto whole = calendarLines(projet, support::references(), {});
        const auto alone = calendarLines(projet, support::references(), {.steps = false});
        REQUIRE(whole.size() == 5);
        REQUIRE(alone.size() == 2);
        CHECK(whole[1].from == alone[1].from);
        CHECK(whole[1].to == alone[1].to);
        CHECK(whole[1].from == (debut == QDate(2026, 3, 1) ? debut : QDate(2027, 1, 4)));
        CHECK(whole[1].to == std::max(whole[3].to, whole[4].to));
    }
    projet.fiches.find(ficheId(0))->debut = QDate(2026, 3, 1);
    const auto figures = gantt(projet, support::references());
    REQUIRE(figures.size() == 1);
    CHECK(figures.front().values.rows.at(2).cells.at(1).paragraphs.front().runs.front().text.contains(u"2026"));
}

TEST_CASE("An abandoned action keeps in the calendars what was done, and is not there without it")
{
    domain::Projet projet = planned(2, 3);
    domain::FicheAction &fiche = *projet.fiches.find(ficheId(0));
    fiche.avancement = domain::Avancement::Abandonnee;
    fiche.debut = QDate(2026, 3, 1);
    for (const bool steps : {true, false}) {
        const auto lines = calendarLines(projet, support::references(), {.steps = steps});
        REQUIRE(lines.size() == (steps ? 3 + 5 : 2 + 2));
        CHECK(lines[1].text == fiche.intitule + u" (action abandonnée)"_s);
        CHECK(lines[1].from == QDate(2027, 1, 4));
        CHECK(lines[1].to == lines[1].from.addDays(55)); // of the first step, the only one that was done
        CHECK(lines[1].done);
    }
    CHECK(calendarLines(projet, support::references(), {.fiche = ficheId(0)}).size() == 1);
    CHECK(calendarLines(projet, support::references(), {.fiche = ficheId(0), .undated = true}).size() == 1 + 3);

    stepOf(projet, u"etape:0-0"_s).faite = false;
    CHECK(calendarLines(projet, support::references(), {.steps = false}).size() == 2);
    const auto edited = calendarLines(projet, support::references(), {.undated = true});
    CHECK(shapeOf(edited).mid(0, 3) == QStringList{u"mission"_s, u"fiche"_s, u"mission"_s});
    CHECK_FALSE(edited[1].done);
}

TEST_CASE("A key date is one day, whatever end it was given before it became one")
{
    domain::Projet projet = planned(1, 1);
    stepOf(projet, u"etape:0-0"_s).sorte = domain::SorteEtape::Jalon;
    const auto lines = calendarLines(projet, support::references(), {.fiche = ficheId(0)});
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().keyDate);
    CHECK(lines.front().from == lines.front().to);
}

TEST_CASE("Between two days: cut there, without headings that have nothing left")
{
    const domain::Projet projet = planned(2, 4);
    const auto all = calendarLines(projet, support::references(), {});
    const auto some = within(all, QDate(2027, 1, 1), QDate(2027, 1, 9));
    CHECK(shapeOf(some) == QStringList{u"mission"_s, u"fiche 2027-01-04"_s, u"étape 2027-01-04"_s});
    CHECK(some.back().to == QDate(2027, 1, 9));
    CHECK(some.front().milestones.empty());
    CHECK(within(all, QDate(2000, 1, 1), QDate(2000, 12, 31)).empty());
    CHECK(shapeOf(within(all, QDate(1990, 1, 1), QDate(2090, 1, 1))) == shapeOf(all));
    const auto fiches = calendarLines(projet, support::references(), {.steps = false});
    CHECK(within(fiches, QDate(2027, 1, 1), QDate(2027, 1, 9)).size() == 2);

    const auto figures = gantt(projet, support::references(),
                               {.width = 277, .tallest = 150, .from = QDate(2027, 1, 1), .to = QDate(2027, 1, 9)});
    REQUIRE(figures.size() == 1);
    CHECK(figures.front().size.width() == 277);
    CHECK(figures.front().values.rows.size() == 4);
}

TEST_CASE("Time: a day is drawn where it is read again, units are whole and named in French")
{
    const TimeScale scale = timeScale(QDate(2027, 1, 20), QDate(2027, 11, 3), 100, 900, 40, 1);
    CHECK(scale.months == 1);
    CHECK(scale.from == QDate(2027, 1, 1));
    CHECK(scale.to == QDate(2027, 12, 1));
    CHECK(scale.x(scale.from) == 100);
    CHECK(scale.x(scale.to) == 900);
    for (QDate day = scale.from; day < scale.to; day = day.addDays(1))
        REQUIRE(scale.dateAt(scale.x(day) + scale.dayWidth() / 2) == day);
    CHECK(scale.dateAt(-5'000) == scale.from);
    CHECK(scale.dateAt(5'000) == scale.to.addDays(-1));
    CHECK(scale.name(QDate(2027, 1, 1)) == u"janv. 2027");
    CHECK(scale.name(QDate(2027, 2, 1)) == u"févr.");
    const TimeScale quarters = timeScale(QDate(2027, 2, 20), QDate(2029, 11, 3), 100, 900, 40, 1);
    CHECK(quarters.months == 3);
    CHECK(quarters.name(QDate(2027, 4, 1)) == u"T2");
    CHECK(timeScale(QDate(2027, 2, 20), QDate(2027, 3, 3), 0, 900, 40).months == 3);
    CHECK(startOfUnit(QDate(2027, 8, 31), 6) == QDate(2027, 7, 1));
}
