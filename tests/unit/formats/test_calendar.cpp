// The calendar, read back by the library's own parser, and byte by byte for what calendar programs insist on.
#include "formats/calendar.h"
#include "plan_samples.h"

#include <libical/ical.h>
#include <map>

using namespace plan;

namespace
{

struct Read {
    QDate from;
    QDate end; // excluded
    QString summary;
    QString place;
    bool whole = false; // a day, not a time
};

std::map<QString, Read> read(const QByteArray &bytes)
{
    icalcomponent *calendar = icalparser_parse_string(bytes.constData());
    REQUIRE(calendar);
    CHECK(icalcomponent_count_errors(calendar) == 0);
    std::map<QString, Read> found;
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        const icaltimetype from = icalcomponent_get_dtstart(event);
        const icaltimetype end = icalcomponent_get_dtend(event);
        const char *place = icalcomponent_get_location(event);
        const auto added = found.emplace(
            QString::fromUtf8(icalcomponent_get_uid(event)),
            Read{QDate(from.year, from.month, from.day), QDate(end.year, end.month, end.day),
                 QString::fromUtf8(icalcomponent_get_summary(event)), QString::fromUtf8(place), from.is_date == 1});
        CHECK(added.second);
    }
    icalcomponent_free(calendar);
    return found;
}

QByteArray written(const domain::Projet &projet, const QDate &today = QDate(2027, 3, 12))
{
    return formats::writeCalendar(projet, support::references(), today);
}

QString uid(const QString &table, const QString &name)
{
    return table + u'-' + id(name).toString() + u"@atelier-cpts"_s;
}

} // namespace

TEST_CASE("deadlines, meetings, steps and dates of the contract are events of whole days")
{
    const auto events = read(written(projet()));
    // The contract is signed: its end and the two years of the missions are dates too.
    REQUIRE(events.size() == 1 + 1 + 2 + 2 + 2);
    for (const auto &[identifier, event] : events)
        CHECK(event.whole);
    const Read &deadline = events.at(uid(u"echeance"_s, u"d"_s));
    CHECK(deadline.from == QDate(2027, 9, 15));
    CHECK(deadline.end == QDate(2027, 9, 16));
    CHECK(deadline.summary.startsWith(u"Dépôt du projet de santé, à l’agence"_s));
    CHECK(deadline.summary.endsWith(u"dépasse la ligne"_s));
    const Read &meeting = events.at(uid(u"reunion"_s, u"m"_s));
    CHECK(meeting.place == u"Salle des fêtes\nAllos"_s);
    const Read &step = events.at(uid(u"etape"_s, u"e1"_s));
    CHECK(step.from == QDate(2027, 4, 1));
    CHECK(step.end == QDate(2027, 7, 1));
    CHECK(step.summary.contains(u"repérer la fragilité"_s));
    const Read &start = events.at(uid(u"demarrage"_s, u"mission:prevention"_s));
    CHECK(start.from ==
          QDate(2027, 2, 1).addMonths(*support::references().missions().find(u"prevention"_s)->demarrageMois));
    CHECK(support::plain(start.summary) == u"Démarrage attendu : Prévention"_s);
}

TEST_CASE("an abandoned action has no event to come")
{
    domain::Projet given = projet();
    const size_t all = read(written(given)).size();
    domain::EtapeAction &step = *given.etapesAction.find(id(u"e1"_s));
    given.fiches.find(step.fiche)->avancement = domain::Avancement::Abandonnee;
    step.faite = true;
    CHECK(read(written(given)).contains(uid(u"etape"_s, u"e1"_s)));
    step.faite = false;
    const auto events = read(written(given));
    CHECK_FALSE(events.contains(uid(u"etape"_s, u"e1"_s)));
    CHECK(events.size() < all);
}

TEST_CASE("lines are at most 75 bytes and end as the standard says, no character is cut")
{
    const QByteArray bytes = written(projet());
    CHECK(bytes.startsWith("BEGIN:VCALENDAR\r\n"));
    CHECK(bytes.endsWith("END:VCALENDAR\r\n"));
    CHECK(bytes.count('\n') == bytes.count("\r\n"));
    for (const QByteArray &line : bytes.split('\n')) {
        INFO(line.toStdString());
        CHECK(line.size() <= 76); // with its carriage return
        CHECK(QString::fromUtf8(line).toUtf8() == line);
    }
    CHECK(bytes.contains("VERSION:2.0\r\n"));
    CHECK(bytes.contains("DTSTAMP:20270312T000000Z\r\n"));
    CHECK(bytes.contains("DTSTART;VALUE=DATE:20270915\r\n"));
    CHECK_FALSE(bytes.contains("Zéphyrin"));
}

TEST_CASE("identifiers stay when dates and titles change, the same project gives the same bytes")
{
    domain::Projet later = projet();
    later.echeances.find(id(u"d"_s))->date = QDate(2028, 1, 1);
    const auto before = read(written(projet()));
    const auto after = read(written(later, QDate(2027, 6, 1)));
    REQUIRE(before.size() == after.size());
    for (const auto &[identifier, event] : before)
        CHECK(after.count(identifier) == 1);
    CHECK(after.at(uid(u"echeance"_s, u"d"_s)).from == QDate(2028, 1, 1));
    CHECK(written(projet()) == written(projet()));
}

TEST_CASE("a project without dates is an empty calendar, ends before beginnings and odd characters are taken")
{
    CHECK(read(written({})).empty());
    domain::Projet odd = projet();
    domain::EtapeAction &step = *odd.etapesAction.find(id(u"e1"_s));
    step.fin = step.debut.addDays(-3);
    step.intitule = u"a\u0001b\nc, d; e\\f"_s;
    odd.missions.find(id(u"mission:prevention"_s))->retenue = false;
    const auto events = read(written(odd));
    CHECK(events.size() == 6);
    const Read &read = events.at(uid(u"etape"_s, u"e1"_s));
    CHECK(read.from.daysTo(read.end) == 4);
    CHECK(read.summary.startsWith(u"ab c, d"_s));
}

TEST_CASE("the delays of the procedure are events that keep their identifier, and say when they are estimations")
{
    const auto terme = [](const QString &delai) { return uid(u"terme"_s, u"terme:"_s + delai); };
    domain::Projet later = projet();
    CHECK(read(written(later)).at(terme(u"duree-contrat"_s)).from == QDate(2032, 2, 1));
    later.identite.contratLe = {};
    domain::Echeance &sent = later.echeances.insert(id(u"depot"_s));
    sent.etape = u"validation"_s;
    sent.date = QDate(2027, 3, 1);
    sent.faite = true;
    auto events = read(written(later));
    CHECK(events.count(terme(u"duree-contrat"_s)) == 0);
    CHECK(events.at(terme(u"validation-reputee"_s)).from == QDate(2027, 5, 1));
    CHECK(events.at(terme(u"validation-reputee"_s)).whole);
    domain::Suspension &request = later.suspensions.insert(id(u"s"_s));
    request.debut = QDate(2027, 3, 5);
    CHECK(read(written(later)).count(terme(u"validation-reputee"_s)) == 0); // stopped: nobody knows
    request.fin = QDate(2027, 3, 8);
    events = read(written(later));
    CHECK(events.at(terme(u"validation-reputee"_s)).from == QDate(2027, 5, 4));
    CHECK(events.at(terme(u"validation-reputee"_s)).summary.contains(u"estimation"_s));
}

TEST_CASE("a dialogue de gestion is a meeting of its own name, and nobody present is named")
{
    domain::Projet later = projet();
    domain::Reunion &dialogue = later.reunions.insert(id(u"dialogue"_s));
    dialogue.sorte = domain::SorteReunion::Dialogue;
    dialogue.date = QDate(2027, 11, 4);
    dialogue.personnes = {id(u"p"_s)};
    dialogue.decisions = u"Zéphyrin suivra l’indicateur"_s;
    const QByteArray bytes = written(later);
    CHECK(read(bytes).at(uid(u"reunion"_s, u"dialogue"_s)).summary == u"Dialogue de gestion"_s);
    CHECK_FALSE(bytes.contains("Zéphyrin"));
}
