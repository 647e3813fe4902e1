// Making, copying, ranging and scheduling, on lists of any kind: ranks from elsewhere, records that are gone.
#include "models/calendar_operations.h"
#include "models/cell_value.h"
#include "models/fiche_operations.h"
#include "models/record_options.h"
#include "open_project.h"
#include "support/random_edits.h"
#include "support/thread.h"

#include <algorithm>

using namespace models;
using namespace Qt::Literals::StringLiterals;
using domain::Kind;
using domain::Value;

namespace
{

std::vector<Id> withRanks(Projet &projet, const QStringList &ranks)
{
    for (const QString &rank : ranks)
        projet.partenaires.insert(Id::create()).rang = rank;
    return ranged(projet, u"partenaire"_s);
}

domain::FieldDescription described(Kind kind)
{
    domain::FieldDescription field;
    field.name = u"champ"_s;
    field.label = u"Champ"_s;
    field.kind = kind;
    return field;
}

} // namespace

TEST_CASE("A record goes where it was put, whatever the ranks were written by")
{
    for (const QStringList &ranks :
         {QStringList{u"1"_s, u"10"_s, u"2"_s, u"20"_s, u"3"_s}, QStringList{u"a"_s, u"a0"_s, u"a00"_s, u"b"_s},
          QStringList{u"0"_s, u"00"_s, u"1"_s}, QStringList{u"é"_s, u"ê"_s, u"œ"_s},
          QStringList{u"-"_s, u" "_s, u"!"_s}, QStringList{QString(), QString(), u"V"_s},
          QStringList{u"01"_s, u"02"_s, u"03"_s, u"10"_s}}) {
        for (size_t from = 0; from < size_t(ranks.size()); ++from)
            for (size_t to = 0; to <= size_t(ranks.size()); ++to) {
                Projet projet;
                const std::vector<Id> former = withRanks(projet, ranks);
                const Id moved = former[from];
                const Id next = to < former.size() ? former[to] : Id();
                std::vector<Id> expected = former;
                if (moved != next) {
                    std::erase(expected, moved);
                    expected.insert(std::find(expected.begin(), expected.end(), next), moved);
                }
                INFO(ranks.join(u' ').toStdString() << ": " << from << " before " << to);
                REQUIRE(domain::applyChanges(projet, movingBefore(projet, u"partenaire"_s, moved, next)).ok());
                CHECK(ranged(projet, u"partenaire"_s) == expected);
            }
    }
}

TEST_CASE("What is added comes last after ranks that a hand wrote")
{
    for (const QStringList &ranks : {QStringList{u"1"_s, u"10"_s}, QStringList{u"é"_s}, QStringList{u"~"_s, u"z"_s},
                                     QStringList{QString()}, QStringList{u"zzzz"_s}}) {
        Projet projet;
        withRanks(projet, ranks);
        const Id added = Id::create();
        REQUIRE(domain::applyChanges(projet, appending(projet, u"partenaire"_s, added)).ok());
        INFO(ranks.join(u' ').toStdString());
        CHECK(ranged(projet, u"partenaire"_s).back() == added);
    }
}

TEST_CASE("What names a fiche that is gone changes nothing, and makes nothing")
{
    Projet projet;
    const Id gone = Id::create();
    const Id fiche = support::addFiche(projet, u"a"_s, u"Une fiche"_s);
    CHECK(moveFicheTo(projet, gone, u"prevention"_s).empty());
    CHECK(moveFicheTo(projet, gone, QString()).empty());
    CHECK(moveFiche(projet, gone, 1).empty());
    CHECK(copyFiche(projet, gone, Id::create()).empty());
    CHECK(schedulingStep(projet, gone, {QDate(2027, 1, 1), QDate(2027, 2, 1)}).empty());
    CHECK_FALSE(takenFromDiagnostic(projet, gone, u"besoins"_s).has_value());
    CHECK(movingBefore(projet, u"fiche"_s, gone, fiche).empty());
    CHECK(movingBefore(projet, u"inconnue"_s, fiche, {}).empty());
    CHECK(removingAll(projet, u"fiche"_s, {gone}).empty());
    CHECK(appending(projet, u"fiche"_s, fiche).empty());
    CHECK(fichesOf(projet, u"jamais-ouverte"_s).empty());
}

TEST_CASE("Copying any fiche of any project moves nothing of what was there, and undoing takes the copy away")
{
    support::RandomEdits edits(71);
    int copies = 0;
    for (int round = 0; round < 8; ++round) {
        const Projet projet = edits.edited(emptyProject(), 200);
        for (const auto &[original, fiche] : projet.fiches) {
            const Id copy = Id::create();
            const domain::ChangeList changes = copyFiche(projet, original, copy);
            Projet after = projet;
            REQUIRE(domain::applyChanges(after, changes).ok());
            for (const domain::Change &change : domain::diff(projet, after)) {
                INFO(change.at.toString().toStdString());
                // Ranks may be made anew when there was no room.
                const bool isNew = !domain::table(change.at.table)->find(projet, change.at.id);
                CHECK((isNew || (change.at.table == u"fiche" && change.at.field == u"rang")));
                CHECK(change.type != domain::Change::Type::Remove);
            }
            const auto order = ranged(after, u"fiche"_s);
            CHECK(std::find(order.begin(), order.end(), copy) == std::find(order.begin(), order.end(), original) + 1);
            for (const auto &[id, line] : after.budget)
                if (line.fiche == copy)
                    CHECK_FALSE(line.realise.has_value());
            for (const auto &[id, step] : after.etapesAction)
                if (step.fiche == copy)
                    CHECK_FALSE(step.faite);
            for (const auto &[id, measure] : after.indicateursAction)
                if (const auto *objectif = after.objectifs.find(measure.objectif);
                    measure.fiche == copy && objectif && objectif->fiche == original)
                    FAIL_CHECK("an indicator of the copy measures an objective of the original");
            REQUIRE(domain::applyChanges(after, domain::invert(changes)).ok());
            CHECK(domain::diff(after, projet).empty());
            ++copies;
        }
    }
    CHECK(copies > 10);
}

TEST_CASE("Up and down as often as one likes, a fiche stays in its mission and the others in their order")
{
    Projet projet;
    const Id mission = support::missionId(u"prevention"_s);
    projet.missions.insert(mission).code = u"prevention"_s;
    std::vector<Id> here;
    for (const QString &key : {u"B"_s, u"D"_s, u"F"_s}) {
        here.push_back(support::addFiche(projet, key, key, {}, mission));
        support::addFiche(projet, key + u"x"_s, u"Ailleurs"_s);
    }
    const std::vector<Id> elsewhere = fichesOf(projet, QString());
    const auto move = [&](const Id &id, int by) {
        const auto changes = moveFiche(projet, id, by);
        REQUIRE(domain::applyChanges(projet, changes).ok());
        return !changes.empty();
    };
    CHECK_FALSE(move(here[0], -1));
    CHECK_FALSE(move(here[2], 1));
    CHECK(move(here[0], 1));
    CHECK(fichesOf(projet, u"prevention"_s) == std::vector<Id>{here[1], here[0], here[2]});
    CHECK(move(here[0], 1));
    CHECK_FALSE(move(here[0], 1));
    CHECK(move(here[0], -1));
    CHECK(move(here[0], -1));
    CHECK(fichesOf(projet, u"prevention"_s) == here);
    CHECK(fichesOf(projet, QString()) == elsewhere);
}

TEST_CASE("Dates go there and back, over the ends of months, leap days and years")
{
    for (const QDate &day : {QDate(2024, 2, 29), QDate(2026, 12, 31), QDate(2027, 1, 1), QDate(2026, 11, 15)})
        for (int count = -30; count <= 30; ++count) {
            INFO(day.toString(Qt::ISODate).toStdString() << " by " << count);
            for (const CalendarUnit unit : {CalendarUnit::Day, CalendarUnit::Week}) {
                CHECK(shifted(shifted(day, unit, count), unit, -count) == day);
                CHECK(unitsBetween(day, shifted(day, unit, count), unit) == count);
            }
            const QDate month = shifted(day, CalendarUnit::Month, count);
            CHECK(unitsBetween(day, month, CalendarUnit::Month) == count);
            if (day.day() == day.daysInMonth())
                CHECK(month.day() == month.daysInMonth());
        }
}

TEST_CASE("A bar held anywhere and taken anywhere has its end on or after its start")
{
    const Span spans[]{{QDate(2027, 1, 31), QDate(2027, 1, 31)},
                       {QDate(2027, 1, 30), QDate(2027, 2, 28)},
                       {QDate(2026, 12, 31), QDate(2027, 3, 1)}};
    for (const Span &span : spans)
        for (const Grip grip : {Grip::Whole, Grip::Start, Grip::End})
            for (const CalendarUnit unit : {CalendarUnit::Day, CalendarUnit::Week, CalendarUnit::Month})
                for (int count = -15; count <= 15; ++count) {
                    const Span after = stretched(span, grip, unit, count);
                    CHECK(after.isValid());
                    CHECK(after.from <= after.to);
                    if (grip == Grip::Start)
                        CHECK(after.to == span.to);
                    if (grip == Grip::End)
                        CHECK(after.from == span.from);
                    if (count == 0)
                        CHECK(after == span);
                }
}

TEST_CASE("Whole units hold both days, in any order, and are their own whole units")
{
    for (int from = 0; from < 40; from += 3)
        for (int to = 0; to < 40; to += 7)
            for (const CalendarUnit unit : {CalendarUnit::Day, CalendarUnit::Week, CalendarUnit::Month}) {
                const QDate a = QDate(2026, 12, 20).addDays(from);
                const QDate b = QDate(2026, 12, 20).addDays(to);
                const Span span = wholeUnits(a, b, unit);
                CHECK(span == wholeUnits(b, a, unit));
                CHECK(span.from <= std::min(a, b));
                CHECK(span.to >= std::max(a, b));
                CHECK(wholeUnits(span.from, span.to, unit) == span);
                if (unit == CalendarUnit::Week)
                    CHECK((span.from.dayOfWeek() == Qt::Monday && span.to.dayOfWeek() == Qt::Sunday));
            }
}

TEST_CASE("A cell typed by hand: what is understood, and what is refused")
{
    const struct {
        Kind kind;
        QString typed;
        std::optional<Value> read;
    } cases[] = {
        {Kind::Integer, u"12"_s, Value(qint64(12))},
        {Kind::Integer, u"1\u202F234\u00A0567"_s, Value(qint64(1'234'567))},
        {Kind::Integer, u"0012"_s, Value(qint64(12))},
        {Kind::Integer, u" "_s, Value()},
        {Kind::Integer, u"12,0"_s, std::nullopt},
        {Kind::Integer, u"-1"_s, std::nullopt},
        {Kind::Integer, u"+1"_s, std::nullopt},
        {Kind::Integer, u"1234567890123"_s, std::nullopt},
        {Kind::Integer, u"douze"_s, std::nullopt},
        {Kind::Integer, u"١٢"_s, std::nullopt},
        {Kind::Decimal, u"14,9"_s, Value(14.9)},
        {Kind::Decimal, u"14.9 %"_s, Value(14.9)},
        {Kind::Decimal, u"1 250,50 €"_s, Value(1250.5)},
        {Kind::Decimal, u"\u22123,5"_s, Value(-3.5)},
        {Kind::Decimal, u",5"_s, Value(0.5)},
        {Kind::Decimal, QString(), Value()},
        {Kind::Decimal, u"1,2,3"_s, std::nullopt},
        {Kind::Decimal, u"1e9"_s, std::nullopt},
        {Kind::Decimal, u"%"_s, std::nullopt},
        {Kind::Decimal, u"-"_s, std::nullopt},
        {Kind::Decimal, u"5-3"_s, std::nullopt},
        {Kind::Decimal, u"nan"_s, std::nullopt},
        {Kind::Date, u"29/2/2024"_s, Value(QDate(2024, 2, 29))},
        {Kind::Date, u"2024-02-29"_s, Value(QDate(2024, 2, 29))},
        {Kind::Date, u"1.12.2026"_s, Value(QDate(2026, 12, 1))},
        {Kind::Date, u"29/2/2023"_s, std::nullopt},
        {Kind::Date, u"12/03/27"_s, Value(QDate(2027, 3, 12))}, // as in a field of a form
        {Kind::Date, u"1er juin 2027"_s, Value(QDate(2027, 6, 1))},
        {Kind::Date, u"mars 2027"_s, std::nullopt},
        {Kind::Answer, u"OUI"_s, Value(true)},
        {Kind::Answer, u"x"_s, Value(true)},
        {Kind::Answer, u"Non"_s, Value(false)},
        {Kind::Answer, u" "_s, Value()},
        {Kind::Answer, u"peut-être"_s, std::nullopt},
        {Kind::Flag, u""_s, Value(false)},
        {Kind::Text, u"deux\nlignes"_s, Value(u"deux lignes"_s)},
        {Kind::LongText, u"deux\nlignes"_s, Value(u"deux\nlignes"_s)},
        {Kind::Reference, u"quelqu’un"_s, std::nullopt},
        {Kind::References, u"quelqu’un"_s, std::nullopt},
    };
    for (const auto &each : cases) {
        INFO(int(each.kind) << ' ' << each.typed.toStdString());
        CHECK(cellValue(described(each.kind), each.typed) == each.read);
    }
}

TEST_CASE("What an editor gives is of its kind, or refused")
{
    CHECK(cellValue(described(Kind::Integer), QVariant(12)) == Value(qint64(12)));
    CHECK_FALSE(cellValue(described(Kind::Integer), QVariant(-1)).has_value());
    CHECK_FALSE(cellValue(described(Kind::Integer), QVariant(1.5)).has_value());
    CHECK_FALSE(cellValue(described(Kind::Decimal), QVariant(qQNaN())).has_value());
    CHECK_FALSE(cellValue(described(Kind::Decimal), QVariant(qInf())).has_value());
    CHECK_FALSE(cellValue(described(Kind::Text), QVariant(true)).has_value());
    CHECK_FALSE(cellValue(described(Kind::Integer), QVariant(QDate(2027, 1, 1))).has_value());
    CHECK(cellValue(described(Kind::Date), QVariant(QDate())) == Value());
    CHECK_FALSE(cellValue(described(Kind::Text), QVariant(QStringList{u"a"_s})).has_value());
    for (const Kind kind : {Kind::Integer, Kind::Decimal, Kind::Date, Kind::Answer, Kind::Reference})
        CHECK(cellValue(described(kind), QVariant()) == Value());
}

TEST_CASE("A list of choices follows the project, and a nameless record can be told from the others")
{
    Projet projet;
    support::addFiche(projet, u"b"_s, u"  "_s);
    support::addFiche(projet, u"a"_s, u"Titre "_s);
    const auto fiches = ficheOptions()(projet);
    REQUIRE(fiches.size() == 2);
    CHECK(fiches[0].label == u"Titre"_s);
    CHECK(fiches[1].label == u"(fiche sans titre)"_s);
    const Id fiche = fiches[0].id;
    support::addObjectif(projet, u"b"_s, fiche, u"Second"_s);
    support::addObjectif(projet, u"a"_s, fiche, QString());
    support::addObjectif(projet, u"c"_s, fiches[1].id, u"D’une autre"_s);
    const auto objectifs = objectifOptions(fiche)(projet);
    REQUIRE(objectifs.size() == 2);
    CHECK(objectifs[0].label == u"1. (sans énoncé)"_s);
    CHECK(objectifs[1].label == u"2. Second"_s);
    CHECK(objectifOptions(Id())(projet).empty());
}
