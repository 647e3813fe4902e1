// The calendar of the actions: lines of the project, then their drawing page by page.
#include "report/charts.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/charts_pieces.h"
#include "report/time_scale.h"

#include <algorithm>

namespace report
{

using namespace Qt::Literals::StringLiterals;
using namespace charts;

namespace
{

constexpr double plotLeft = 62;
constexpr double headingHeight = 6.5;
constexpr double legendHeight = 6;
constexpr double lineHeight = 4;
constexpr double barHeight = 3.4;
constexpr double diamondRadius = 1.7;
constexpr double textSize = 9;
constexpr double todo = 0.45; // of the colour, for what is not done yet

// One line of the calendar, its text as it is drawn.
struct Line : CalendarLine {
    QStringList label = {};

    [[nodiscard]] double height() const
    {
        return std::max(double(label.size()) * lineHeight, barHeight) + (type == Type::Mission ? 3 : 2);
    }
};

// Where lines are drawn, in millimetres.
struct Area {
    double width = 170;
    double tallest = 200; // rows and headings of one figure

    [[nodiscard]] double plotRight() const { return width - 2; }
};

// Quarters while their names fit, then half-years, then years, then several years.
TimeScale scaleOf(const std::vector<Line> &lines, const Area &area)
{
    constexpr double narrowest = 15;
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
    return timeScale(first, last, plotLeft, area.plotRight(), narrowest);
}

void drawHeadings(const TimeScale &scale, double bottom, Figure &figure)
{
    const Stroke stroke{grid, 0.2};
    for (QDate start = scale.from; start < scale.to; start = start.addMonths(scale.months)) {
        const double x = scale.x(start);
        figure.drawings.push_back(line({x, 0}, {x, bottom}, stroke));
        Label label = labelAt(x + 1, headingHeight / 2, scale.name(start), textSize);
        label.color = secondary;
        figure.drawings.push_back(label);
    }
    figure.drawings.push_back(line({scale.right, 0}, {scale.right, bottom}, stroke));
    figure.drawings.push_back(line({0, headingHeight}, {scale.right, headingHeight}, stroke));
}

void drawLine(const Line &entry, const TimeScale &scale, double top, Figure &figure)
{
    const double middle = top + entry.height() / 2;
    const double indent = entry.type == Line::Type::Step ? 2 : 0;
    const double first = middle - double(entry.label.size() - 1) * lineHeight / 2;
    if (entry.type == Line::Type::Mission)
        figure.drawings.push_back(Rectangle{{0, top, scale.right, entry.height()}, tint(entry.color, 0.12)});
    for (qsizetype i = 0; i < entry.label.size(); ++i)
        figure.drawings.push_back(labelAt(indent + 1, first + double(i) * lineHeight, entry.label[i], textSize,
                                          Label::Anchor::Left, entry.type != Line::Type::Step));
    const Color fill = entry.done ? entry.color : tint(entry.color, todo);
    const Stroke outline{entry.color, 0.25};
    if (entry.from.isValid() && entry.from == entry.to)
        figure.drawings.push_back(diamond({scale.x(entry.from), middle}, diamondRadius, fill, outline));
    else if (entry.from.isValid())
        figure.drawings.push_back(Rectangle{{QPointF(scale.x(entry.from), middle - barHeight / 2),
                                             QPointF(scale.x(entry.to.addDays(1)), middle + barHeight / 2)},
                                            fill,
                                            outline});
    for (const QDate &date : entry.milestones)
        figure.drawings.push_back(diamond({scale.x(date), middle}, diamondRadius, {}, Stroke{ink, 0.35}));
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
    for (size_t i = 0; i < std::min(entry.milestones.size(), size_t(milestoneNames().size())); ++i)
        dates << u"%1 le %2"_s.arg(milestoneNames()[qsizetype(i)], base::frenchLongDate(entry.milestones[i]));
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

Figure figureOf(const std::vector<Line> &lines, const TimeScale &scale, const Area &area, const QString &title)
{
    Figure figure;
    figure.title = title;
    double bottom = headingHeight;
    for (const Line &entry : lines)
        bottom += entry.height();
    figure.size = {area.width, bottom + legendHeight};
    drawHeadings(scale, bottom, figure);
    double top = headingHeight;
    for (const Line &entry : lines) {
        drawLine(entry, scale, top, figure);
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
std::vector<std::vector<Line>> pagesOf(const std::vector<Line> &lines, double tallest)
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
    std::vector<CalendarLine> asked = calendarLines(projet, reference, {.fiche = scope.fiche, .steps = scope.steps});
    if (scope.from.isValid() && scope.to.isValid())
        asked = within(asked, scope.from, scope.to);
    if (asked.empty())
        return {};
    std::vector<Line> lines;
    for (CalendarLine &each : asked) {
        Line entry{std::move(each)};
        entry.text = base::frenchTypography(entry.text);
        const double indent = entry.type == Line::Type::Step ? 2 : 0;
        entry.label = fittedLines(entry.text, plotLeft - indent - 3, textSize, entry.type != Line::Type::Step, 2);
        lines.push_back(std::move(entry));
    }
    const Area area{scope.width, scope.tallest};
    const TimeScale scale = scaleOf(lines, area);
    const std::vector<std::vector<Line>> pages = pagesOf(lines, area.tallest);
    const QString title = scope.fiche ? u"Calendrier des étapes"_s : u"Calendrier du plan d’action"_s;
    std::vector<Figure> figures;
    for (size_t i = 0; i < pages.size(); ++i)
        figures.push_back(
            figureOf(pages[i], scale, area,
                     pages.size() == 1 ? title : u"%1 (%2 sur %3)"_s.arg(title).arg(i + 1).arg(pages.size())));
    return figures;
}

} // namespace report
