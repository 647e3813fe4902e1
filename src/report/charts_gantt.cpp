// The calendar of the actions: lines of the project, then their drawing page by page.
#include "report/charts.h"

#include "base/text.h"
#include "base/typography.h"
#include "report/charts_pieces.h"
#include "report/time_scale.h"
#include "report/user_text.h"

#include <algorithm>

namespace report
{

using namespace Qt::Literals::StringLiterals;
using namespace charts;

namespace
{

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
    // On a poster most names hold on one line.
    [[nodiscard]] double plotLeft() const { return width > 300 ? 100 : 62; }
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
    return timeScale(first, last, area.plotLeft(), area.plotRight(), narrowest);
}

// "3e trimestre 2028" where there is room for it.
std::optional<QString> longName(const TimeScale &scale, const QDate &start)
{
    if (scale.months != 3 && scale.months != 6)
        return {};
    const int number = (start.month() - 1) / scale.months + 1;
    const QString name =
        u"%1%2 %3 %4"_s.arg(QString::number(number), number == 1 ? u"er"_s : u"e"_s,
                            scale.months == 3 ? u"trimestre"_s : u"semestre"_s, QString::number(start.year()));
    const double room = scale.dayWidth() * 180 * scale.months / 6; // of the shortest one
    return labelAt(0, 0, name, textSize).width() + 2 <= room ? std::optional(name) : std::nullopt;
}

void drawHeadings(const TimeScale &scale, double bottom, Figure &figure)
{
    const Stroke stroke{grid, 0.2};
    for (QDate start = scale.from; start < scale.to; start = start.addMonths(scale.months)) {
        const double x = scale.x(start);
        figure.drawings.push_back(line({x, 0}, {x, bottom}, stroke));
        Label label = labelAt(x + 1, headingHeight / 2, longName(scale, start).value_or(scale.name(start)), textSize);
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

struct LegendEntry {
    enum class Mark { None, Bar, Diamond };
    Mark mark = Mark::None;
    Color fill = {};
    Stroke outline = {};
    QString text = {};
    double left = 0; // where it goes, in mm
    int row = 0;
};

// What is drawn and how time is named, those that are there, in rows that hold on the page.
std::vector<LegendEntry> legendOf(const std::vector<Line> &lines, const TimeScale &scale, const Area &area)
{
    using Mark = LegendEntry::Mark;
    const auto any = [&lines](auto holds) { return std::any_of(lines.begin(), lines.end(), holds); };
    const auto dated = [](const Line &each) { return each.from.isValid(); };
    const Stroke soft{secondary, 0.2};
    std::vector<LegendEntry> entries;
    if (any([&](const Line &each) { return dated(each) && each.done; }))
        entries.push_back({Mark::Bar, secondary, soft, u"Fait (couleur pleine)"_s});
    if (any([&](const Line &each) { return dated(each) && !each.done; }))
        entries.push_back({Mark::Bar, tint(secondary, todo), soft, u"À faire (couleur claire)"_s});
    if (any([&](const Line &each) { return dated(each) && each.from == each.to; }))
        entries.push_back({Mark::Diamond, tint(secondary, todo), {secondary, 0.25}, u"Étape d’un jour"_s});
    if (any([](const Line &each) { return !each.milestones.empty(); }))
        entries.push_back(
            {Mark::Diamond, {}, {ink, 0.35}, u"Démarrage et déploiement attendus après la signature du contrat"_s});
    if (any([](const Line &each) { return each.type == Line::Type::Mission; }))
        entries.push_back({.text = u"Une couleur par mission"_s});
    if (!longName(scale, scale.from) && (scale.months == 3 || scale.months == 6))
        entries.push_back({.text = base::frenchTypography(scale.months == 3 ? u"T1 à T4 : trimestres de l’année"_s
                                                                            : u"S1 et S2 : semestres de l’année"_s)});
    double x = 1;
    int row = 0;
    for (LegendEntry &entry : entries) {
        const double width = (entry.mark == Mark::None ? 0 : 6) + labelAt(0, 0, entry.text, textSize).width();
        if (x > 1 && x + width > area.width) {
            x = 1;
            ++row;
        }
        entry.left = x;
        entry.row = row;
        x += width + 6;
    }
    return entries;
}

double heightOf(const std::vector<LegendEntry> &legend)
{
    return legend.empty() ? 0 : (legend.back().row + 1) * legendHeight;
}

void drawLegend(const std::vector<LegendEntry> &legend, double top, Figure &figure)
{
    using Mark = LegendEntry::Mark;
    for (const LegendEntry &entry : legend) {
        const double middle = top + (entry.row + 0.5) * legendHeight;
        if (entry.mark == Mark::Bar)
            figure.drawings.push_back(Rectangle{{entry.left, middle - 1.2, 4.5, 2.4}, entry.fill, entry.outline});
        else if (entry.mark == Mark::Diamond)
            figure.drawings.push_back(diamond({entry.left + 2.2, middle}, diamondRadius, entry.fill, entry.outline));
        figure.drawings.push_back(
            labelAt(entry.left + (entry.mark == Mark::None ? 0 : 6), middle, entry.text, textSize));
    }
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
    const std::vector<LegendEntry> legend = legendOf(lines, scale, area);
    figure.size = {area.width, bottom + heightOf(legend)};
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
    drawLegend(legend, bottom, figure);
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

double heightOf(const std::vector<Line> &lines)
{
    double height = headingHeight;
    for (const Line &entry : lines)
        height += entry.height();
    return height;
}

// As few pages, but as full as each other, and begun by a mission where that costs little: no sheet for one action.
std::vector<std::vector<Line>> evenPagesOf(const std::vector<Line> &lines, double tallest)
{
    constexpr double step = 4;
    constexpr double leastPart = 0.6; // of the fullest page
    std::vector<std::vector<Line>> best = pagesOf(lines, tallest);
    const size_t least = best.size();
    qsizetype most = -1;
    for (double height = tallest; least > 1 && height > headingHeight; height -= step) {
        std::vector<std::vector<Line>> pages = pagesOf(lines, height);
        if (pages.size() > least)
            break;
        double fullest = 0;
        double emptiest = tallest;
        qsizetype missions = 0;
        for (const std::vector<Line> &page : pages) {
            fullest = std::max(fullest, heightOf(page));
            emptiest = std::min(emptiest, heightOf(page));
            const bool whole = std::any_of(lines.begin(), lines.end(), [&page, &lines](const Line &each) {
                return each.type == Line::Type::Mission && each.text == page.front().text && &each != &lines.front();
            });
            missions += whole && page.size() > 1 && page[1].type == Line::Type::Fiche ? 1 : 0;
        }
        const qsizetype score = emptiest >= leastPart * fullest ? 1 + missions : 0;
        if (score >= most) {
            most = score;
            best = std::move(pages);
        }
    }
    return best;
}

} // namespace

std::vector<Figure> gantt(const domain::Projet &projet, const reference::Reference &reference, const GanttScope &scope)
{
    std::vector<CalendarLine> asked = calendarLines(projet, reference, {.fiche = scope.fiche, .steps = scope.steps});
    if (scope.from.isValid() && scope.to.isValid())
        asked = within(asked, scope.from, scope.to);
    if (asked.empty())
        return {};
    const Area area{scope.width, scope.tallest};
    std::vector<Line> lines;
    for (CalendarLine &each : asked) {
        Line entry{std::move(each)};
        entry.text = printedText(entry.text);
        const double indent = entry.type == Line::Type::Step ? 2 : 0;
        entry.label =
            fittedLines(entry.text, area.plotLeft() - indent - 3, textSize, entry.type != Line::Type::Step, 2);
        lines.push_back(std::move(entry));
    }
    const TimeScale scale = scaleOf(lines, area);
    const double secondRow = std::max(0.0, heightOf(legendOf(lines, scale, area)) - legendHeight);
    const std::vector<std::vector<Line>> pages = evenPagesOf(lines, area.tallest - secondRow);
    const QString title = scope.fiche ? u"Calendrier des étapes"_s : u"Calendrier du plan d’action"_s;
    std::vector<Figure> figures;
    for (size_t i = 0; i < pages.size(); ++i)
        figures.push_back(
            figureOf(pages[i], scale, area,
                     pages.size() == 1 ? title : u"%1 (%2 sur %3)"_s.arg(title).arg(i + 1).arg(pages.size())));
    return figures;
}

} // namespace report
