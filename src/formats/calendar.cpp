#include "formats/calendar.h"

#include "base/typography.h"
#include "domain/jours.h"
#include "suivi/echeancier.h"
#include "suivi/fiches.h"

#include <libical/ical.h>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int lastYear = 2999; // libical writes later ones as zeros

struct Event {
    QString uid;
    QDate from;
    QDate to; // included
    QString summary;
    QString place = {};
    QString details = {};
    QString category;
};

icaltimetype dayOf(const QDate &date)
{
    icaltimetype day = icaltime_null_date();
    day.year = date.year();
    day.month = date.month();
    day.day = date.day();
    return day;
}

class Calendar
{
public:
    Calendar(const domain::Projet &projet, const reference::Reference &reference, const QDate &today)
        : m_projet(projet), m_reference(reference), m_today(today),
          m_calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT))
    {
        icalcomponent_add_property(m_calendar, icalproperty_new_version("2.0"));
        icalcomponent_add_property(m_calendar, icalproperty_new_prodid("-//Atelier CPTS//FR"));
        icalcomponent_add_property(m_calendar, icalproperty_new_calscale("GREGORIAN"));
        if (const QByteArray text = utf8(projet.identite.nom); !text.isEmpty()) {
            icalproperty *name = icalproperty_new_x(text.constData());
            icalproperty_set_x_name(name, "X-WR-CALNAME");
            icalcomponent_add_property(m_calendar, name);
        }
    }
    Calendar(const Calendar &) = delete;
    Calendar &operator=(const Calendar &) = delete;
    ~Calendar() { icalcomponent_free(m_calendar); }

    QByteArray bytes()
    {
        addDates();
        addSteps();
        char *text = icalcomponent_as_ical_string_r(m_calendar);
        QByteArray result(text);
        icalmemory_free_buffer(text);
        // Where a text ends just where a line is full, libical breaks the end of line itself in two. The sequence comes
        // from nowhere else: texts have no carriage return left.
        return result.replace("\r\r\n \n", "\r\n");
    }

private:
    static QByteArray utf8(QString text)
    {
        text.removeIf([](QChar c) { return c < u' ' && c != u'\n'; });
        return text.toUtf8();
    }

    static QString uid(const QString &table, const domain::Id &id)
    {
        return table + u'-' + id.toString() + u"@atelier-cpts"_s;
    }

    static QString categoryOf(suivi::Date::Genre genre)
    {
        using Genre = suivi::Date::Genre;
        switch (genre) {
        case Genre::Echeance:
        case Genre::Terme:
            return u"Échéance"_s;
        case Genre::Mobilisation:
        case Genre::Reunion:
            return u"Réunion"_s;
        case Genre::Mission:
            break;
        }
        return u"Contrat"_s;
    }

    void add(const Event &event)
    {
        if (!event.from.isValid() || event.from.year() < 1 || event.from.year() > lastYear)
            return;
        icalcomponent *component = icalcomponent_new(ICAL_VEVENT_COMPONENT);
        const auto put = [component](icalproperty *property) { icalcomponent_add_property(component, property); };
        put(icalproperty_new_uid(utf8(event.uid).constData()));
        const QByteArray stamp = m_today.toString(u"yyyyMMdd'T000000Z'"_s).toLatin1();
        put(icalproperty_new_dtstamp(icaltime_from_string(stamp.constData())));
        put(icalproperty_new_dtstart(dayOf(event.from)));
        const QDate last = event.to.isValid() && event.to >= event.from ? event.to : event.from;
        put(icalproperty_new_dtend(dayOf(last.addDays(1)))); // excluded, says the standard
        put(icalproperty_new_summary(utf8(base::frenchTypography(event.summary.simplified())).constData()));
        if (!event.place.isEmpty())
            put(icalproperty_new_location(utf8(event.place).constData()));
        if (!event.details.isEmpty())
            put(icalproperty_new_description(utf8(base::frenchTypography(event.details)).constData()));
        put(icalproperty_new_categories(utf8(event.category).constData()));
        put(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)); // the day stays free
        icalcomponent_add_component(m_calendar, component);
    }

    // Everything dated but the steps of the actions: deadlines, meetings, delays of the procedure and of the contract.
    void addDates()
    {
        for (const suivi::Date &date : suivi::echeancier(m_projet, m_reference, m_today))
            add({.uid = date.cle + u"@atelier-cpts"_s,
                 .from = date.date,
                 .to = date.date,
                 .summary = date.titre,
                 .place = date.lieu,
                 .details = date.details,
                 .category = categoryOf(date.genre)});
    }

    void addSteps()
    {
        for (const auto &[ficheId, fiche] : suivi::fichesNumerotees(m_projet, m_reference.missions()))
            for (const auto &[id, step] : domain::inOrder(m_projet.etapesAction)) {
                if (step->fiche != ficheId || !domain::isAnnounced(m_projet, *step))
                    continue;
                const QString title = step->intitule.isEmpty() ? u"Étape"_s : step->intitule;
                const domain::Jours days = domain::joursDe(*step);
                add({.uid = uid(u"etape"_s, id),
                     .from = days.debut,
                     .to = days.fin,
                     .summary = fiche->intitule.isEmpty() ? title : u"%1 (%2)"_s.arg(title, fiche->intitule),
                     .details = step->faite ? u"Fait."_s : QString(),
                     .category = u"Plan d’action"_s});
            }
    }

    const domain::Projet &m_projet;
    const reference::Reference &m_reference;
    QDate m_today;
    icalcomponent *m_calendar;
};

} // namespace

QByteArray writeCalendar(const domain::Projet &projet, const reference::Reference &reference, const QDate &today)
{
    return Calendar(projet, reference, today).bytes();
}

} // namespace formats
