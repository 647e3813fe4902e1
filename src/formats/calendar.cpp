#include "formats/calendar.h"

#include "base/typography.h"

#include <libical/ical.h>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

namespace
{

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
        addDeadlines();
        addContract();
        addMeetings();
        addSteps();
        char *text = icalcomponent_as_ical_string_r(m_calendar);
        QByteArray result(text);
        icalmemory_free_buffer(text);
        return result;
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

    void add(const Event &event)
    {
        if (!event.from.isValid() || event.from.year() < 1 || event.from.year() > 9998)
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

    void addDeadlines()
    {
        for (const auto &[id, deadline] : domain::inOrder(m_projet.echeances)) {
            const reference::Etape *step = m_reference.etapes().etape(deadline->etape);
            const QString title = !deadline->intitule.isEmpty() ? deadline->intitule
                                  : step                        ? step->titre
                                                                : u"Échéance"_s;
            add({.uid = uid(u"echeance"_s, id),
                 .from = deadline->date,
                 .to = deadline->date,
                 .summary = title,
                 .details = step ? step->resume : QString(),
                 .category = u"Échéance"_s});
        }
    }

    void addContract()
    {
        const QDate signature = m_projet.identite.contratLe;
        if (!signature.isValid())
            return;
        for (const auto &[id, mission] : m_projet.missions) {
            const reference::Mission *official = m_reference.missions().find(mission.code);
            if (!official || !mission.retenue.value_or(false))
                continue;
            const auto due = [&](const QString &what, const std::optional<int> &months, const QString &name) {
                if (!months)
                    return;
                const QDate day = signature.addMonths(*months);
                add({.uid = uid(what, id),
                     .from = day,
                     .to = day,
                     .summary = name.arg(official->libelleCourt),
                     .details = m_reference.missions().sourceDelais,
                     .category = u"Contrat"_s});
            };
            due(u"demarrage"_s, official->demarrageMois, u"Démarrage attendu : %1"_s);
            due(u"deploiement"_s, official->deploiementMois, u"Déploiement attendu : %1"_s);
        }
    }

    void addMeetings()
    {
        for (const auto &[id, meeting] : domain::inOrder(m_projet.reunions)) {
            QString title = meeting->intitule;
            for (const auto &[kind, choice] : domain::Choices<domain::SorteReunion>::all())
                if (title.isEmpty() && kind == meeting->sorte && !choice.code.isEmpty())
                    title = choice.label;
            add({.uid = uid(u"reunion"_s, id),
                 .from = meeting->date,
                 .to = meeting->date,
                 .summary = title.isEmpty() ? u"Réunion"_s : title,
                 .place = meeting->lieu,
                 .category = u"Réunion"_s});
        }
    }

    void addSteps()
    {
        for (const auto &[ficheId, fiche] : domain::inOrder(m_projet.fiches))
            for (const auto &[id, step] : domain::inOrder(m_projet.etapesAction)) {
                if (step->fiche != ficheId)
                    continue;
                const QString title = step->intitule.isEmpty() ? u"Étape"_s : step->intitule;
                const QDate from = step->debut.isValid() ? step->debut : step->fin;
                add({.uid = uid(u"etape"_s, id),
                     .from = step->fin.isValid() ? std::min(from, step->fin) : from,
                     .to = step->fin.isValid() ? std::max(from, step->fin) : from,
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
