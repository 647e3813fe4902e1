// The calendar of the actions: lines of the project, then their drawing page by page.
#include "report/charts.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/charts_pieces.h"

#include <algorithm>
#include <array>

namespace report
{

using namespace Qt::Literals::StringLiterals;
using namespace charts;

namespace
{

constexpr double ganttWidth = 170;
constexpr double plotLeft = 62;
constexpr double plotRight = ganttWidth - 2;
constexpr double headingHeight = 6.5;
constexpr double legendHeight = 6;
constexpr double tallest = 200; // rows and headings of one figure
constexpr double lineHeight = 4;
constexpr double barHeight = 3.4;
constexpr double diamondRadius = 1.7;
constexpr double textSize = 9;
constexpr double todo = 0.45; // of the colour, for what is not done yet

// One line of the calendar.
struct Line {
    enum class Type { Mission, Fiche, Step };
    Type type = Type::Step;
    QString text;
    QDate from = {}; // null: nothing is drawn on the line
    QDate to = {};
    Color color = secondary;
    bool done = false;
    std::vector<QDate> milestones = {}; // dates of the contract
    QStringList label = {};             // the text as it is drawn

    [[nodiscard]] double height() const
    {
        return std::max(double(label.size()) * lineHeight, barHeight) + (type == Type::Mission ? 3 : 2);
    }
};

struct Period {
    QDate from;
    QDate to; // excluded

    [[nodiscard]] double x(const QDate &date) const
    {
        return plotLeft + (plotRight - plotLeft) * double(from.daysTo(date)) / double(from.daysTo(to));
    }
};

// How time is parted above the lines.
struct Unit {
    int months = 3;
    Period period;
    [[nodiscard]] QString name(const QDate &start) const
    {
        const QString year = QString::number(start.year());
        if (months >= 12)
            return year;
        const QString part = months == 3 ? u"T%1"_s : u"S%1"_s;
        const bool first = start.month() == 1 || start == period.from;
        return part.arg((start.month() - 1) / months + 1) + (first ? u' ' + year : QString());
    }
};

class Calendar
{
public:
    Calendar(const domain::Projet &projet, const reference::Reference &reference)
        : m_projet(projet), m_reference(reference)
    {
    }

    std::vector<Line> ofFiche(const base::Id &id)
    {
        if (const domain::FicheAction *fiche = m_projet.fiches.find(id))
            addSteps(id, missionOf(*fiche));
        return std::move(m_lines);
    }

    std::vector<Line> ofProject(bool steps)
    {
        for (const reference::Mission &mission : m_reference.missions().toutes)
            addMission(&mission, steps);
        addMission(nullptr, steps);
        return std::move(m_lines);
    }

private:
    [[nodiscard]] const reference::Mission *missionOf(const domain::FicheAction &fiche) const
    {
        const domain::Mission *mission = m_projet.missions.find(fiche.mission);
        return mission ? m_reference.missions().find(mission->code) : nullptr;
    }

    [[nodiscard]] static Color colorOf(const reference::Mission *mission)
    {
        bool read = false;
        const Color color = mission ? mission->couleurClaire.mid(1).toUInt(&read, 16) : 0;
        return read ? color : secondary;
    }

    void addMission(const reference::Mission *mission, bool steps)
    {
        const size_t before = m_lines.size();
        Line line{.type = Line::Type::Mission,
                  .text = mission ? mission->libelleCourt : u"Sans mission"_s,
                  .color = colorOf(mission)};
        if (mission)
            line.milestones = datesOfContract(*mission);
        m_lines.push_back(line);
        for (const auto &[id, fiche] : domain::inOrder(m_projet.fiches))
            if (missionOf(*fiche) == mission)
                addFiche(id, *fiche, mission, steps);
        if (m_lines.size() == before + 1)
            m_lines.pop_back();
    }

    [[nodiscard]] std::vector<QDate> datesOfContract(const reference::Mission &mission) const
    {
        std::vector<QDate> dates;
        if (m_projet.identite.contratLe.isValid())
            for (const std::optional<int> &months : {mission.demarrageMois, mission.deploiementMois})
                if (months)
                    dates.push_back(m_projet.identite.contratLe.addMonths(*months));
        return dates;
    }

    void addFiche(const base::Id &id, const domain::FicheAction &fiche, const reference::Mission *mission, bool steps)
    {
        const size_t at = m_lines.size();
        Line line{.type = Line::Type::Fiche,
                  .text = fiche.intitule.isEmpty() ? u"Fiche sans titre"_s : fiche.intitule,
                  .from = fiche.debut,
                  .to = fiche.debut,
                  .color = colorOf(mission),
                  .done = fiche.avancement == domain::Avancement::Realisee};
        m_lines.push_back(line);
        addSteps(id, mission);
        Line &own = m_lines[at];
        for (size_t i = at + 1; i < m_lines.size(); ++i) {
            own.from = own.from.isValid() ? std::min(own.from, m_lines[i].from) : m_lines[i].from;
            own.to = own.to.isValid() ? std::max(own.to, m_lines[i].to) : m_lines[i].to;
        }
        if (!own.from.isValid())
            m_lines.resize(at);
        else if (!steps)
            m_lines.resize(at + 1);
        else if (m_lines.size() > at + 1)
            own.from = own.to = QDate(); // its steps say it
    }

    void addSteps(const base::Id &fiche, const reference::Mission *mission)
    {
        for (const auto &[id, step] : domain::inOrder(m_projet.etapesAction)) {
            if (step->fiche != fiche || !(step->debut.isValid() || step->fin.isValid()))
                continue;
            const QDate from = step->debut.isValid() ? step->debut : step->fin;
            const QDate to = step->fin.isValid() ? step->fin : step->debut;
            m_lines.push_back({.text = step->intitule.isEmpty() ? u"Étape sans titre"_s : step->intitule,
                               .from = std::min(from, to),
                               .to = std::max(from, to),
                               .color = colorOf(mission),
                               .done = step->faite});
        }
    }

    const domain::Projet &m_projet;
    const reference::Reference &m_reference;
    std::vector<Line> m_lines;
};

QDate startOfUnit(const QDate &date, int months)
{
    const int month = (date.year() * 12 + date.month() - 1) / months * months;
    return {std::max(1, month / 12), month % 12 + 1, 1};
}

// Quarters while their names fit, then half-years, then years, then several years.
Unit unitOf(const std::vector<Line> &lines)
{
    QDate first;
    QDate last;
    for (const Line &line : lines) {
        std::vector<QDate> dates = line.milestones;
        if (line.from.isValid())
            dates.insert(dates.end(), {line.from, line.to});
        for (const QDate &date : dates) {
            first = first.isValid() ? std::min(first, date) : date;
            last = last.isValid() ? std::max(last, date) : date;
        }
    }
    constexpr double narrowest = 15;
    Unit unit;
    for (int months : {3, 6, 12, 24, 60, 120, 600, 1200, 12000}) {
        unit.months = months;
        unit.period.from = startOfUnit(first, months);
        unit.period.to = startOfUnit(last, months).addMonths(months);
        const double units = double(unit.period.from.daysTo(unit.period.to)) / (months * 30.44);
        if (unit.period.to.isValid() && (plotRight - plotLeft) / units >= narrowest)
            break;
    }
    return unit;
}

void drawHeadings(const Unit &unit, double bottom, Figure &figure)
{
    const Stroke stroke{grid, 0.2};
    for (QDate start = unit.period.from; start < unit.period.to; start = start.addMonths(unit.months)) {
        const double x = unit.period.x(start);
        figure.drawings.push_back(line({x, 0}, {x, bottom}, stroke));
        Label label = labelAt(x + 1, headingHeight / 2, unit.name(start), textSize);
        label.color = secondary;
        figure.drawings.push_back(label);
    }
    figure.drawings.push_back(line({plotRight, 0}, {plotRight, bottom}, stroke));
    figure.drawings.push_back(line({0, headingHeight}, {plotRight, headingHeight}, stroke));
}

void drawLine(const Line &entry, const Period &period, double top, Figure &figure)
{
    const double middle = top + entry.height() / 2;
    const double indent = entry.type == Line::Type::Step ? 2 : 0;
    const double first = middle - double(entry.label.size() - 1) * lineHeight / 2;
    if (entry.type == Line::Type::Mission)
        figure.drawings.push_back(Rectangle{{0, top, plotRight, entry.height()}, tint(entry.color, 0.12)});
    for (qsizetype i = 0; i < entry.label.size(); ++i)
        figure.drawings.push_back(labelAt(indent + 1, first + double(i) * lineHeight, entry.label[i], textSize,
                                          Label::Anchor::Left, entry.type != Line::Type::Step));
    const Color fill = entry.done ? entry.color : tint(entry.color, todo);
    const Stroke outline{entry.color, 0.25};
    if (entry.from.isValid() && entry.from == entry.to)
        figure.drawings.push_back(diamond({period.x(entry.from), middle}, diamondRadius, fill, outline));
    else if (entry.from.isValid())
        figure.drawings.push_back(Rectangle{{QPointF(period.x(entry.from), middle - barHeight / 2),
                                             QPointF(period.x(entry.to.addDays(1)), middle + barHeight / 2)},
                                            fill,
                                            outline});
    for (const QDate &date : entry.milestones)
        figure.drawings.push_back(diamond({period.x(date), middle}, diamondRadius, {}, Stroke{ink, 0.35}));
}

// What the marks mean, those that are there.
void drawLegend(const std::vector<Line> &lines, double top, Figure &figure)
{
    const auto any = [&lines](auto holds) { return std::any_of(lines.begin(), lines.end(), holds); };
    const double middle = top + legendHeight / 2;
    double x = 1;
    const auto put = [&](Drawing mark, const QString &text) {
        figure.drawings.push_back(std::move(mark));
        const Label label = labelAt(x + 6, middle, text, textSize);
        x += 6 + label.width() + 6;
        figure.drawings.push_back(label);
    };
    const auto bar = [&](Color color) { return Rectangle{{x, middle - 1.2, 4.5, 2.4}, color, Stroke{secondary, 0.2}}; };
    const auto dated = [](const Line &each) { return each.from.isValid(); };
    if (any([&](const Line &each) { return dated(each) && each.done; }))
        put(bar(secondary), u"fait"_s);
    if (any([&](const Line &each) { return dated(each) && !each.done; }))
        put(bar(tint(secondary, todo)), u"à faire"_s);
    if (any([&](const Line &each) { return dated(each) && each.from == each.to; }))
        put(diamond({x + 2.2, middle}, diamondRadius, tint(secondary, todo), Stroke{secondary, 0.25}),
            u"étape d’un jour"_s);
    if (any([](const Line &each) { return !each.milestones.empty(); }))
        put(diamond({x + 2.2, middle}, diamondRadius, {}, Stroke{ink, 0.35}),
            u"démarrage et déploiement attendus après la signature du contrat"_s);
}

QString datesOf(const Line &entry)
{
    QStringList dates;
    if (entry.from.isValid())
        dates << (entry.from == entry.to
                      ? u"le %1"_s.arg(base::frenchLongDate(entry.from))
                      : u"du %1 au %2"_s.arg(base::frenchLongDate(entry.from), base::frenchLongDate(entry.to)));
    static const std::array names{u"démarrage attendu le %1"_s, u"déploiement attendu le %1"_s};
    for (size_t i = 0; i < std::min(entry.milestones.size(), names.size()); ++i)
        dates << names[i].arg(base::frenchLongDate(entry.milestones[i]));
    if (entry.done)
        dates << u"fait"_s;
    return dates.join(u", "_s);
}

void tell(const std::vector<Line> &lines, Figure &figure)
{
    QStringList facts;
    std::vector<QStringList> rows;
    for (const Line &entry : lines) {
        const QString dates = datesOf(entry);
        facts << (dates.isEmpty() ? entry.text : u"%1 : %2"_s.arg(entry.text, dates));
        rows.push_back({entry.text, base::frenchShortDate(entry.from), base::frenchShortDate(entry.to)});
    }
    figure.description = base::frenchTypography(u"%1. %2."_s.arg(figure.title, facts.join(u" ; "_s)));
    figure.values = tableOf({u"Action ou étape"_s, u"Début"_s, u"Fin"_s}, rows, figure.title);
}

Figure figureOf(const std::vector<Line> &lines, const Unit &unit, const QString &title)
{
    Figure figure;
    figure.title = title;
    double bottom = headingHeight;
    for (const Line &entry : lines)
        bottom += entry.height();
    figure.size = {ganttWidth, bottom + legendHeight};
    drawHeadings(unit, bottom, figure);
    double top = headingHeight;
    for (const Line &entry : lines) {
        drawLine(entry, unit.period, top, figure);
        top += entry.height();
    }
    // The grounds of the missions go under the lines of the time.
    std::stable_partition(figure.drawings.begin(), figure.drawings.end(), [](const Drawing &drawing) {
        const auto *rectangle = std::get_if<Rectangle>(&drawing);
        return rectangle && !rectangle->stroke;
    });
    drawLegend(lines, bottom, figure);
    tell(lines, figure);
    return figure;
}

// Each page begins with the mission and the fiche that go on.
std::vector<std::vector<Line>> pagesOf(const std::vector<Line> &lines)
{
    std::vector<std::vector<Line>> pages(1);
    std::optional<Line> mission;
    std::optional<Line> fiche;
    double height = headingHeight;
    for (size_t i = 0; i < lines.size(); ++i) {
        // Headings stay with what they head.
        double needed = lines[i].height();
        for (size_t next = i; next < i + 2 && next + 1 < lines.size() && lines[next].type != Line::Type::Step; ++next)
            needed += lines[next + 1].height();
        if (height + needed > tallest && !pages.back().empty()) {
            pages.emplace_back();
            height = headingHeight;
            for (const std::optional<Line> *above : {&mission, &fiche})
                if (*above && lines[i].type > (*above)->type) {
                    pages.back().push_back(**above);
                    pages.back().back().milestones.clear();
                    height += (*above)->height();
                }
        }
        if (lines[i].type == Line::Type::Mission) {
            mission = lines[i];
            fiche.reset();
        } else if (lines[i].type == Line::Type::Fiche) {
            fiche = lines[i];
        }
        pages.back().push_back(lines[i]);
        height += lines[i].height();
    }
    return pages;
}

} // namespace

std::vector<Figure> gantt(const domain::Projet &projet, const reference::Reference &reference, const GanttScope &scope)
{
    Calendar calendar(projet, reference);
    std::vector<Line> lines = scope.fiche ? calendar.ofFiche(*scope.fiche) : calendar.ofProject(scope.steps);
    if (lines.empty())
        return {};
    for (Line &entry : lines) {
        entry.text = base::frenchTypography(entry.text);
        const double indent = entry.type == Line::Type::Step ? 2 : 0;
        entry.label = fittedLines(entry.text, plotLeft - indent - 3, textSize, entry.type != Line::Type::Step, 2);
    }
    const Unit unit = unitOf(lines);
    const std::vector<std::vector<Line>> pages = pagesOf(lines);
    const QString title = scope.fiche ? u"Calendrier des étapes"_s : u"Calendrier du plan d’action"_s;
    std::vector<Figure> figures;
    for (size_t i = 0; i < pages.size(); ++i)
        figures.push_back(figureOf(
            pages[i], unit, pages.size() == 1 ? title : u"%1 (%2 sur %3)"_s.arg(title).arg(i + 1).arg(pages.size())));
    return figures;
}

} // namespace report
