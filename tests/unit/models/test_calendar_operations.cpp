#include "models/calendar_operations.h"
#include "open_project.h"

using namespace models;
using namespace Qt::Literals::StringLiterals;

namespace
{

const Id fiche = Id::fromKey(u"fiche:0"_s);
const Id step = Id::fromKey(u"etape:0"_s);

domain::Projet withStep(const QDate &from, const QDate &to, domain::SorteEtape sorte = domain::SorteEtape::Etape)
{
    domain::Projet projet;
    projet.fiches.insert(fiche).intitule = u"Repérage"_s;
    domain::EtapeAction &record = projet.etapesAction.insert(step);
    record.fiche = fiche;
    record.debut = from;
    record.fin = to;
    record.sorte = sorte;
    return projet;
}

domain::EtapeAction after(domain::Projet projet, const domain::ChangeList &changes, const Id &id = step)
{
    REQUIRE(domain::applyChanges(projet, changes).ok());
    REQUIRE(projet.etapesAction.find(id));
    return *projet.etapesAction.find(id);
}

} // namespace

TEST_CASE("A date goes by days, weeks or months, and the end of a month stays one")
{
    CHECK(shifted(QDate(2027, 1, 4), CalendarUnit::Day, 3) == QDate(2027, 1, 7));
    CHECK(shifted(QDate(2027, 1, 4), CalendarUnit::Week, -2) == QDate(2026, 12, 21));
    CHECK(shifted(QDate(2027, 1, 15), CalendarUnit::Month, 1) == QDate(2027, 2, 15));
    CHECK(shifted(QDate(2027, 3, 31), CalendarUnit::Month, 1) == QDate(2027, 4, 30));
    CHECK(shifted(QDate(2027, 4, 30), CalendarUnit::Month, 1) == QDate(2027, 5, 31));
    CHECK(shifted(QDate(2028, 1, 30), CalendarUnit::Month, 1) == QDate(2028, 2, 29));
}

TEST_CASE("A bar is moved whole or by one end, and never turns over")
{
    const Span span{QDate(2027, 1, 4), QDate(2027, 3, 31)};
    CHECK(stretched(span, Grip::Whole, CalendarUnit::Day, 5) == Span{QDate(2027, 1, 9), QDate(2027, 4, 5)});
    CHECK(stretched(span, Grip::Start, CalendarUnit::Week, 1) == Span{QDate(2027, 1, 11), QDate(2027, 3, 31)});
    CHECK(stretched(span, Grip::End, CalendarUnit::Month, -1) == Span{QDate(2027, 1, 4), QDate(2027, 2, 28)});
    CHECK(stretched(span, Grip::Start, CalendarUnit::Month, 30) == Span{span.to, span.to});
    CHECK(stretched(span, Grip::End, CalendarUnit::Month, -30) == Span{span.from, span.from});
    for (int by = -400; by <= 400; by += 7)
        for (const Grip grip : {Grip::Whole, Grip::Start, Grip::End})
            for (const CalendarUnit unit : {CalendarUnit::Day, CalendarUnit::Week, CalendarUnit::Month}) {
                const Span now = stretched(span, grip, unit, by);
                INFO(by);
                CHECK(now.from <= now.to);
                CHECK((grip == Grip::Whole || now.from == span.from || now.to == span.to));
            }
}

TEST_CASE("A hand takes whole units, and a stroke draws them")
{
    CHECK(unitsBetween(QDate(2027, 1, 4), QDate(2027, 1, 9), CalendarUnit::Day) == 5);
    CHECK(unitsBetween(QDate(2027, 1, 4), QDate(2027, 1, 9), CalendarUnit::Week) == 1);
    CHECK(unitsBetween(QDate(2027, 1, 4), QDate(2026, 12, 30), CalendarUnit::Week) == -1);
    CHECK(unitsBetween(QDate(2027, 1, 31), QDate(2027, 3, 1), CalendarUnit::Month) == 2);
    const QDate thursday(2027, 1, 14);
    CHECK(wholeUnits(thursday, thursday, CalendarUnit::Day) == Span{thursday, thursday});
    CHECK(wholeUnits(thursday, QDate(2027, 1, 5), CalendarUnit::Week) == Span{QDate(2027, 1, 4), QDate(2027, 1, 17)});
    CHECK(wholeUnits(QDate(2027, 2, 9), thursday, CalendarUnit::Month) == Span{QDate(2027, 1, 1), QDate(2027, 2, 28)});
}

TEST_CASE("A step takes its dates, one of a day, and a key date, have no end")
{
    const Span span{QDate(2027, 2, 1), QDate(2027, 2, 26)};
    const domain::Projet projet = withStep(QDate(2027, 1, 4), QDate(2027, 1, 29));
    CHECK(after(projet, schedulingStep(projet, step, span)).debut == span.from);
    CHECK(after(projet, schedulingStep(projet, step, span)).fin == span.to);
    CHECK(schedulingStep(projet, step, {QDate(2027, 1, 4), QDate(2027, 1, 29)}).empty());
    CHECK(schedulingStep(projet, step, {}).empty());
    CHECK(schedulingStep(projet, fiche, span).empty());

    const domain::Projet oneDay = withStep(QDate(2027, 1, 4), QDate());
    CHECK(after(oneDay, schedulingStep(oneDay, step, {span.from, span.from})).fin == QDate());
    CHECK(after(oneDay, schedulingStep(oneDay, step, span)).fin == span.to);
    const domain::Projet keyDate = withStep(QDate(2027, 1, 4), QDate(), domain::SorteEtape::Jalon);
    CHECK(after(keyDate, schedulingStep(keyDate, step, span)).debut == span.from);
    CHECK(after(keyDate, schedulingStep(keyDate, step, span)).fin == QDate());
}

TEST_CASE("A step that is drawn is the last of its fiche")
{
    const domain::Projet projet = withStep(QDate(2027, 1, 4), QDate(2027, 1, 29));
    const Id added = Id::fromKey(u"etape:1"_s);
    const domain::ChangeList changes = addingStep(projet, fiche, added, {QDate(2027, 3, 1), QDate(2027, 3, 31)});
    const domain::EtapeAction made = after(projet, changes, added);
    CHECK(made.fiche == fiche);
    CHECK(made.debut == QDate(2027, 3, 1));
    CHECK(made.fin == QDate(2027, 3, 31));
    CHECK(made.rang > projet.etapesAction.find(step)->rang);
    const domain::ChangeList day = addingStep(projet, fiche, added, {QDate(2027, 3, 1), QDate(2027, 3, 1)});
    CHECK(after(projet, day, added).fin == QDate());
}
