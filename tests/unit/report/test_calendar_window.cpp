// A calendar between two days, against the same cut line by line.
#include "chart_samples.h"
#include "report/calendar_lines.h"

#include <random>

using namespace report;
using namespace ::charts;
using Type = CalendarLine::Type;

TEST_CASE("Between two days each step is what of it happens then, and no heading stands without anything under it")
{
    std::mt19937 random(83);
    for (int turn = 0; turn < 150; ++turn) {
        const domain::Projet projet = planned(1 + int(random() % 5), int(random() % 5));
        const auto all = calendarLines(projet, support::references(), {.steps = turn % 3 != 0});
        const QDate from = QDate(2026, 10, 1).addDays(int(random() % 500));
        const QDate to = from.addDays(int(random() % 120));
        const auto some = within(all, from, to);
        INFO(from.toString(Qt::ISODate).toStdString() << " " << to.toString(Qt::ISODate).toStdString());
        std::vector<CalendarLine> expected;
        for (const CalendarLine &line : all)
            if (line.type == Type::Step && line.from.isValid() && line.from <= to && line.to >= from)
                expected.push_back(line);
        size_t steps = 0;
        for (size_t i = 0; i < some.size(); ++i) {
            const CalendarLine &line = some[i];
            if (line.from.isValid()) {
                CHECK(line.from >= from);
                CHECK(line.to <= to);
                CHECK(line.from <= line.to);
            }
            for (const QDate &date : line.milestones)
                CHECK((date >= from && date <= to));
            if (line.type == Type::Step) {
                REQUIRE(steps < expected.size());
                CHECK(line.id == expected[steps].id);
                CHECK(line.from == std::max(from, expected[steps].from));
                CHECK(line.to == std::min(to, expected[steps].to));
                ++steps;
            } else if (!line.from.isValid()) {
                REQUIRE(i + 1 < some.size());
                CHECK(some[i + 1].type > line.type);
            }
        }
        CHECK(steps == expected.size());
        // What is cut once is not cut more by the same days, and a wider window keeps all of it.
        CHECK(within(some, from, to).size() == some.size());
        CHECK(within(all, from.addDays(-30), to.addDays(30)).size() >= some.size());
    }
}

TEST_CASE("A step that only touches the window on its first or last day is in it")
{
    domain::Projet projet = planned(1, 1);
    domain::EtapeAction &step = *projet.etapesAction.find(domain::Id::fromKey(u"etape:0-0"_s));
    step.debut = QDate(2027, 3, 10);
    step.fin = QDate(2027, 3, 20);
    const auto all = calendarLines(projet, support::references(), {.fiche = ficheId(0)});
    const auto has = [&all](const QDate &from, const QDate &to) { return !within(all, from, to).empty(); };
    CHECK(has(QDate(2027, 3, 20), QDate(2027, 4, 1)));
    CHECK(has(QDate(2027, 3, 1), QDate(2027, 3, 10)));
    CHECK(has(QDate(2027, 3, 15), QDate(2027, 3, 15)));
    CHECK_FALSE(has(QDate(2027, 3, 21), QDate(2027, 4, 1)));
    CHECK_FALSE(has(QDate(2027, 3, 1), QDate(2027, 3, 9)));
    CHECK_FALSE(has(QDate(2027, 4, 1), QDate(2027, 3, 1))); // no day is after one and before the other
}
