#include "report/calendar_lines.h"

#include "domain/jours.h"
#include "report/charts_pieces.h"
#include "suivi/demarche.h"
#include "suivi/fiches.h"

#include <algorithm>

namespace report
{

using namespace Qt::Literals::StringLiterals;

namespace
{

class Lines
{
public:
    Lines(const domain::Projet &projet, const reference::Reference &reference, const CalendarScope &scope)
        : m_projet(projet), m_reference(reference), m_scope(scope),
          m_fiches(suivi::fichesNumerotees(projet, reference.missions()))
    {
    }

    std::vector<CalendarLine> all()
    {
        if (m_scope.fiche) {
            if (const domain::FicheAction *fiche = m_projet.fiches.find(*m_scope.fiche))
                addAlone(*m_scope.fiche, *fiche);
        } else {
            for (const reference::Mission &mission : m_reference.missions().toutes)
                addMission(&mission);
            addMission(nullptr);
        }
        return std::move(m_lines);
    }

private:
    [[nodiscard]] const reference::Mission *missionOf(const domain::FicheAction &fiche) const
    {
        const domain::Mission *mission = m_projet.missions.find(fiche.mission);
        return mission ? m_reference.missions().find(mission->code) : nullptr;
    }

    [[nodiscard]] CalendarLine lineOf(CalendarLine::Type type, const reference::Mission *mission) const
    {
        bool read = false;
        const Color color = mission ? mission->couleurClaire.mid(1).toUInt(&read, 16) : 0;
        CalendarLine line{.type = type, .color = read ? color : charts::secondary};
        if (mission)
            line.mission = mission->code;
        if (type == CalendarLine::Type::Mission) {
            line.text = mission ? mission->libelleCourt : u"Sans mission"_s;
            if (mission)
                line.milestones = datesOfContract(*mission);
        }
        return line;
    }

    [[nodiscard]] std::vector<QDate> datesOfContract(const reference::Mission &mission) const
    {
        const suivi::TermeMission terme = suivi::termeMission(m_projet, m_reference, mission);
        std::vector<QDate> dates{terme.demarrage, terme.deploiement};
        std::erase_if(dates, [](const QDate &date) { return !date.isValid(); });
        return dates;
    }

    void addAlone(const base::Id &id, const domain::FicheAction &fiche)
    {
        const reference::Mission *mission = missionOf(fiche);
        if (m_scope.undated)
            if (CalendarLine line = lineOf(CalendarLine::Type::Mission, mission); !line.milestones.empty())
                m_lines.push_back(std::move(line));
        addSteps(id, mission);
    }

    void addMission(const reference::Mission *mission)
    {
        const size_t before = m_lines.size();
        m_lines.push_back(lineOf(CalendarLine::Type::Mission, mission));
        for (const auto &[id, fiche] : m_fiches)
            if (missionOf(*fiche) == mission)
                addFiche(id, *fiche, mission);
        if (m_lines.size() == before + 1)
            m_lines.pop_back();
    }

    void addFiche(const base::Id &id, const domain::FicheAction &fiche, const reference::Mission *mission)
    {
        const size_t at = m_lines.size();
        CalendarLine line = lineOf(CalendarLine::Type::Fiche, mission);
        line.id = line.fiche = id;
        line.text = fiche.intitule.isEmpty() ? u"Fiche sans titre"_s : fiche.intitule;
        const bool abandoned = domain::isAbandoned(fiche);
        if (abandoned)
            line.text += u" (action abandonnée)"_s;
        else
            line.from = line.to = fiche.debut;
        m_lines.push_back(line);
        addSteps(id, mission);
        CalendarLine &own = m_lines[at];
        for (size_t i = at + 1; i < m_lines.size(); ++i) {
            if (!m_lines[i].from.isValid())
                continue;
            own.from = own.from.isValid() ? std::min(own.from, m_lines[i].from) : m_lines[i].from;
            own.to = own.to.isValid() ? std::max(own.to, m_lines[i].to) : m_lines[i].to;
        }
        own.done = fiche.avancement == domain::Avancement::Realisee || (abandoned && own.from.isValid());
        if (!own.from.isValid() && !m_scope.undated)
            m_lines.resize(at);
        else if (!m_scope.steps)
            m_lines.resize(at + 1);
    }

    void addSteps(const base::Id &fiche, const reference::Mission *mission)
    {
        for (const auto &[id, step] : domain::inOrder(m_projet.etapesAction)) {
            if (step->fiche != fiche || !(m_scope.undated || step->debut.isValid() || step->fin.isValid()))
                continue;
            const bool edited = m_scope.fiche && m_scope.undated; // beside its form, where every step is
            if (!edited && !domain::isAnnounced(m_projet, *step))
                continue;
            const domain::Jours days = domain::joursDe(*step);
            CalendarLine line = lineOf(CalendarLine::Type::Step, mission);
            line.id = id;
            line.fiche = fiche;
            line.text = step->intitule.isEmpty() ? u"Étape sans titre"_s : step->intitule;
            line.from = days.debut;
            line.to = days.fin;
            line.done = step->faite;
            line.keyDate = step->sorte == domain::SorteEtape::Jalon;
            m_lines.push_back(std::move(line));
        }
    }

    const domain::Projet &m_projet;
    const reference::Reference &m_reference;
    const CalendarScope &m_scope;
    suivi::Fiches m_fiches;
    std::vector<CalendarLine> m_lines;
};

} // namespace

std::vector<CalendarLine> calendarLines(const domain::Projet &projet, const reference::Reference &reference,
                                        const CalendarScope &scope)
{
    return Lines(projet, reference, scope).all();
}

const QStringList &milestoneNames()
{
    static const QStringList names{u"démarrage attendu"_s, u"déploiement attendu"_s};
    return names;
}

std::vector<CalendarLine> within(const std::vector<CalendarLine> &lines, const QDate &from, const QDate &to)
{
    std::vector<CalendarLine> kept;
    for (CalendarLine line : lines) {
        if (line.from.isValid() && (line.to < from || line.from > to))
            line.from = line.to = QDate();
        if (line.from.isValid()) {
            line.from = std::max(line.from, from);
            line.to = std::min(line.to, to);
        }
        // Cut as a whole: a name goes with its place in the list.
        if (std::any_of(line.milestones.begin(), line.milestones.end(),
                        [&](const QDate &date) { return date < from || date > to; }))
            line.milestones.clear();
        // A heading is dropped by the next one of its rank when nothing came under it.
        while (!kept.empty() && kept.back().type != CalendarLine::Type::Step && kept.back().type >= line.type &&
               !kept.back().from.isValid())
            kept.pop_back();
        if (line.type != CalendarLine::Type::Step || line.from.isValid())
            kept.push_back(std::move(line));
    }
    while (!kept.empty() && kept.back().type != CalendarLine::Type::Step && !kept.back().from.isValid())
        kept.pop_back();
    return kept;
}

} // namespace report
