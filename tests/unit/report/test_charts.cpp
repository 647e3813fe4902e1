// Charts: lengths in proportion, everything inside the frame, no text over another, every value told.
#include "unit/report/chart_samples.h"
#include "unit/report/drawings_of.h"

#include "base/word_width.h"

#include <cmath>

using namespace charts;
using namespace report;

namespace
{

std::vector<Rectangle> bars(const Figure &figure)
{
    std::vector<Rectangle> found = kinds<Rectangle>(figure);
    std::erase_if(found, [](const Rectangle &each) { return !each.stroke; });
    return found;
}

bool holds(const Figure &figure, const QString &text)
{
    const auto labels = kinds<Label>(figure);
    return std::any_of(labels.begin(), labels.end(),
                       [&text](const Label &label) { return support::plain(label.text) == text; });
}

QString descriptionOf(const Figure &figure)
{
    return support::plain(figure.description);
}

// What holds for any figure.
void checkFigure(const Figure &figure, double widest = 170)
{
    constexpr double slack = 0.3;
    const QRectF frame = QRectF(QPointF(0, 0), figure.size).adjusted(-slack, -slack, slack, slack);
    CHECK(figure.size.width() <= widest);
    CHECK_FALSE(figure.description.isEmpty());
    CHECK_FALSE(figure.values.rows.empty());
    for (const Drawing &drawing : figure.drawings) {
        const QRectF area = areaOf(drawing);
        INFO(area.left() << " " << area.top() << " " << area.right() << " " << area.bottom());
        CHECK(frame.contains(area.adjusted(0, 0, 1e-6, 1e-6)));
    }
    const std::vector<Label> labels = kinds<Label>(figure);
    for (size_t i = 0; i < labels.size(); ++i) {
        CHECK_FALSE(labels[i].text.isEmpty());
        for (size_t k = i + 1; k < labels.size(); ++k) {
            INFO(labels[i].text.toStdString() << " / " << labels[k].text.toStdString());
            CHECK_FALSE(labels[i].area().intersects(labels[k].area().adjusted(0, 0.4, 0, -0.4)));
        }
        for (const Rectangle &bar : bars(figure)) {
            INFO(labels[i].text.toStdString());
            CHECK_FALSE(bar.rect.intersects(labels[i].area()));
        }
    }
}

} // namespace

TEST_CASE("A bar for each value that is known, in proportion, the objective dashed")
{
    const Figure figure = *barChart(indicateur());
    checkFigure(figure);
    for (const Figure &each : all())
        for (const Label &label : kinds<Label>(each))
            CHECK(label.points >= 9); // as all the text of our pages
    const std::vector<Rectangle> found = bars(figure);
    REQUIRE(found.size() == 5);
    const double unit = found[0].rect.width() / 14.9;
    CHECK(found[1].rect.width() == Approx(12.0 * unit));
    CHECK(found[3].rect.width() == Approx(11.4 * unit));
    CHECK(found[4].rect.width() == Approx(8 * unit));
    for (const Rectangle &bar : found)
        CHECK(bar.rect.left() == Approx(found[0].rect.left()));
    CHECK(found[4].stroke->dashed);
    CHECK_FALSE(found[4].fill);
    CHECK(found[0].fill);
    CHECK(holds(figure, u"14,9 %"_s));
    CHECK(holds(figure, u"Objectif"_s));
    CHECK(support::plain(figure.source) == u"Source : REZONE CPTS, 2024."_s);
    CHECK(descriptionOf(figure).contains(u"Territoire : 14,9 %"_s));
    CHECK(descriptionOf(figure).contains(u"Objectif : 8 %"_s));
    CHECK(figure.values.rows.size() == 6);
}

TEST_CASE("Values that are not known have no bar, without any there is no chart")
{
    domain::IndicateurDiagnostic sparse = indicateur();
    sparse.departement = {};
    sparse.region = {};
    sparse.objectif = std::nan("");
    CHECK(bars(*barChart(sparse)).size() == 2);
    CHECK_FALSE(barChart({}));
    domain::IndicateurDiagnostic unsourced = indicateur();
    unsourced.source.clear();
    unsourced.annee = {};
    CHECK(barChart(unsourced)->source.isEmpty());
}

TEST_CASE("A year that is half typed is not printed as the year of a source")
{
    domain::IndicateurDiagnostic sourced = indicateur();
    sourced.annee = 24;
    CHECK_FALSE(barChart(sourced)->source.contains(u"24"_s));
    CHECK(barChart(sourced)->source.contains(sourced.source));
}

TEST_CASE("A long unit goes to the title, once")
{
    domain::IndicateurDiagnostic doctors = indicateur();
    doctors.intitule = u"Généralistes"_s;
    doctors.unite = u"pour 10 000 habitants"_s;
    CHECK(support::plain(barChart(doctors)->title) == u"Généralistes (pour 10 000 habitants)"_s);
    CHECK(holds(*barChart(doctors), u"14,9"_s));
    doctors.intitule = u"Généralistes pour 10 000 habitants"_s;
    CHECK(support::plain(barChart(doctors)->title) == doctors.intitule);
}

TEST_CASE("Negative, null and enormous values stay inside the frame")
{
    domain::IndicateurDiagnostic growth = indicateur();
    growth.territoire = -1.5;
    growth.departement = 0.5;
    const Figure figure = *barChart(growth);
    checkFigure(figure);
    const std::vector<Rectangle> found = bars(figure);
    CHECK(found[0].rect.right() == Approx(found[1].rect.left()));
    for (const double value : {0.0, 1e308, -1e308, 1e-300, 123456789012.5}) {
        domain::IndicateurDiagnostic odd;
        odd.intitule = u"x"_s;
        odd.unite = u"%"_s;
        odd.territoire = value;
        odd.france = -value;
        INFO(value);
        checkFigure(*barChart(odd));
    }
}

TEST_CASE("The pyramid has men on one side, women on the other, the oldest above, in one scale")
{
    const auto ages = tranches();
    const Figure figure = *agePyramid(ages);
    checkFigure(figure);
    const std::vector<Rectangle> found = bars(figure);
    REQUIRE(found.size() == 2 * ages.size());
    const auto &youngest = ages.front();
    const Rectangle &men = found[found.size() - 2];
    const Rectangle &women = found[found.size() - 1];
    const double unit = men.rect.width() / double(*youngest.hommes);
    CHECK(women.rect.width() == Approx(double(*youngest.femmes) * unit));
    CHECK(found[0].rect.width() == Approx(double(*ages.back().hommes) * unit));
    CHECK(found[0].rect.top() < men.rect.top());
    CHECK(men.rect.right() < women.rect.left());
    CHECK(holds(figure, u"95 ans et plus"_s));
    CHECK(support::plain(figure.source) == u"Source : INSEE, recensement de la population, 2021."_s);
    CHECK(figure.values.rows.size() == ages.size() + 1);
    CHECK(descriptionOf(figure).contains(u"0-4 ans : 400 hommes, 400 femmes"_s));
}

TEST_CASE("Plain bars when men and women are not told apart, nothing without numbers, any ages in any order")
{
    auto ages = tranches(false);
    std::reverse(ages.begin(), ages.end());
    const Figure figure = *agePyramid(ages);
    checkFigure(figure);
    CHECK(bars(figure).size() == ages.size());
    CHECK(figure.title == u"Population par âge"_s);
    CHECK_FALSE(agePyramid({}));
    CHECK_FALSE(agePyramid({domain::TrancheAge{}}));

    std::vector<domain::TrancheAge> single;
    for (int age = 0; age < 100; ++age) {
        domain::TrancheAge band;
        band.code = QString::number(age);
        band.libelle = u"âge de %1 ans révolus au premier janvier de l’année"_s.arg(age);
        band.femmes = age == 50 ? 9'000'000'000'000'000'000LL : age;
        band.hommes = 100 - age;
        single.push_back(band);
    }
    checkFigure(*agePyramid(single));
}

TEST_CASE("What became of an indicator: one bar a year, in order, whatever the order they were typed in")
{
    domain::Projet projet;
    const auto add = [&projet](int year, double value, const QString &title) {
        domain::IndicateurDiagnostic each = indicateur();
        each.rang = u"%1"_s.arg(3000 - year);
        each.intitule = title;
        each.annee = year;
        each.territoire = value;
        projet.indicateurs.insert(domain::Id::fromKey(u"%1 %2"_s.arg(title).arg(year))) = each;
    };
    add(2024, 14.9, indicateur().intitule);
    CHECK_FALSE(evolutionChart(projet, indicateur()));
    add(2020, 12.1, indicateur().intitule.toUpper());
    add(2022, 13, indicateur().intitule);
    add(2021, 99, u"Autre chose"_s);
    const auto figure = evolutionChart(projet, indicateur());
    REQUIRE(figure);
    checkFigure(*figure);
    CHECK(support::plain(figure->title).startsWith(u"Évolution"));
    const QString told = descriptionOf(*figure);
    CHECK(told.indexOf(u"2020"_s) < told.indexOf(u"2022"_s));
    CHECK(told.indexOf(u"2022"_s) < told.indexOf(u"2024"_s));
    CHECK(told.contains(u"Objectif"_s));
    CHECK_FALSE(told.contains(u"99"_s));
    CHECK(figure->values.rows.size() == 5);
    CHECK(sameIndicator(indicateur(), indicateur()));
    domain::IndicateurDiagnostic other = indicateur();
    other.unite = u"habitants"_s;
    CHECK_FALSE(evolutionChart(projet, other));
}

TEST_CASE("The calendar of a fiche: bars in proportion of days, milestones, quarters")
{
    const domain::Projet projet = planned(2, 6);
    const auto figures = gantt(projet, support::references(), {.fiche = ficheId(0)});
    REQUIRE(figures.size() == 1);
    const Figure &figure = figures.front();
    checkFigure(figure);
    CHECK(holds(figure, u"1er trimestre 2027"_s));
    CHECK(holds(figure, u"2e trimestre 2027"_s));
    CHECK(holds(figure, u"Étape 2"_s));
    CHECK(holds(figure, u"Fait (couleur pleine)"_s));
    CHECK(holds(figure, u"À faire (couleur claire)"_s));
    CHECK_FALSE(holds(figure, u"T1 à T4 : trimestres de l’année"_s));
    CHECK_FALSE(holds(figure, u"Une couleur par mission"_s)); // one fiche has one
    CHECK(holds(figure, u"Étape d’un jour"_s));
    std::vector<Rectangle> found = bars(figure);
    std::erase_if(found, [](const Rectangle &bar) { return bar.rect.left() < 50; }); // legend
    REQUIRE(found.size() == 5);                                                      // and one of a day
    for (const Rectangle &bar : found)
        CHECK(bar.rect.width() == Approx(found[0].rect.width())); // 56 days each
    const double day = found[0].rect.width() / 56;
    CHECK(found[1].rect.left() - found[0].rect.left() == Approx(40 * day));
    CHECK(found[0].fill != found[1].fill); // done, to do
    CHECK(descriptionOf(figure).contains(u"Étape 2 : du 13 février 2027 au 9 avril 2027"_s));
    CHECK(descriptionOf(figure).contains(u"fait"_s));
    CHECK_FALSE(descriptionOf(figure).contains(u"Action numéro 2"_s));
}

TEST_CASE("The calendar of the project: missions with the dates of their contract, fiches, steps, page by page")
{
    const domain::Projet projet = planned(25, 6);
    const auto figures = gantt(projet, support::references());
    REQUIRE(figures.size() > 3);
    size_t rows = 0;
    QString told;
    for (const Figure &figure : figures) {
        checkFigure(figure);
        CHECK(figure.size.height() <= 225);
        rows += figure.values.rows.size() - 1;
        told += descriptionOf(figure);
    }
    for (int i = 1; i <= 25; ++i)
        CHECK(told.contains(u"Action numéro %1 :"_s.arg(i)));
    CHECK(rows >= 150 + 25 + 3);
    CHECK(support::plain(figures.front().title).startsWith(u"Calendrier du plan d’action (1 sur "_s));
    CHECK(told.contains(u"démarrage attendu le 1er août 2027"_s)); // six months after the signature
    CHECK(told.count(u"démarrage attendu"_s) == 3);

    const auto shorter = gantt(projet, support::references(), {.steps = false});
    CHECK(shorter.size() < figures.size());
    for (const Figure &figure : shorter)
        checkFigure(figure);
}

TEST_CASE("Time is parted so that its names fit, from a day to centuries")
{
    for (const int years : {0, 1, 3, 8, 40, 400, 7000}) {
        domain::Projet projet = planned(1, 1);
        auto &step = *projet.etapesAction.find(domain::Id::fromKey(u"etape:0-0"_s));
        step.fin = step.debut.addYears(years);
        INFO(years);
        const auto figures = gantt(projet, support::references(), {.fiche = ficheId(0)});
        REQUIRE(figures.size() == 1);
        checkFigure(figures.front());
    }
}

TEST_CASE("Nothing without dates, ends before beginnings, empty titles and unknown missions are drawn")
{
    CHECK(gantt({}, support::references()).empty());
    domain::Projet projet = planned(1, 2);
    CHECK(gantt(projet, support::references(), {.fiche = ficheId(7)}).empty());
    auto &first = *projet.etapesAction.find(domain::Id::fromKey(u"etape:0-0"_s));
    first.intitule.clear();
    first.fin = first.debut.addDays(-10);
    projet.fiches.find(ficheId(0))->mission = {};
    const auto figures = gantt(projet, support::references());
    REQUIRE(figures.size() == 1);
    checkFigure(figures.front());
    CHECK(holds(figures.front(), u"Sans mission"_s));
    CHECK(holds(figures.front(), u"Étape sans titre"_s));
    for (auto &each : {u"etape:0-0"_s, u"etape:0-1"_s}) {
        auto &step = *projet.etapesAction.find(domain::Id::fromKey(each));
        step.debut = {};
        step.fin = {};
    }
    CHECK(gantt(projet, support::references()).empty());
}

TEST_CASE("Labels know the place they take, drawings keep their shape at any size")
{
    const Label centered{{50, 20}, u"Bonjour"_s, 10, false, Label::Anchor::Center};
    CHECK(centered.area().center().x() == Approx(50));
    CHECK(centered.area().width() == Approx(base::wordWidth(u"Bonjour", false) * 10 * 25.4 / 72));
    CHECK(centered.area().contains(QPointF(50, 19)));
    CHECK(Label{{50, 20}, u"Bonjour"_s, 10, false, Label::Anchor::Right}.area().right() == Approx(50));
    const auto half = scaled({centered, diamond({10, 10}, 4, 0), Rectangle{{2, 4, 6, 8}}}, 0.5);
    CHECK(areaOf(half[0]).width() == Approx(centered.area().width() / 2));
    CHECK(areaOf(half[1]) == QRectF(3, 3, 4, 4));
    CHECK(areaOf(half[2]) == QRectF(1, 2, 3, 4));
    CHECK(areaOf(Path{}) == QRectF());
}

TEST_CASE("The words of a figure are part of the document's")
{
    Document document;
    document.blocks = {drawings(), *barChart(indicateur())};
    const QString text = plainText(document);
    for (const QString &word : {u"Toutes les formes"_s, u"Alpha"_s, u"Source : essai."_s, u"Département"_s})
        CHECK(text.contains(word));
    CHECK_FALSE(text.contains(u"Valeur"_s)); // the table is not shown
    std::get<Figure>(document.blocks[1]).showValues = true;
    CHECK(plainText(document).contains(u"Valeur"_s));
}

TEST_CASE("A chart beside a table is narrow, with the same words and the same values")
{
    const Figure wide = *barChart(indicateur());
    const Figure narrow = *barChart(indicateur(), report::smallChart);
    checkFigure(narrow);
    CHECK(narrow.size.width() == Approx(report::smallChart));
    CHECK(narrow.description == wide.description);
    CHECK(kinds<Label>(narrow).front().points == kinds<Label>(wide).front().points);
    CHECK(bars(narrow).front().rect.width() < bars(wide).front().rect.width());
}

TEST_CASE("A poster of the example is one sheet, its quarters in full, and two sheets are about as full as each other")
{
    const domain::Projet projet = support::vallees();
    const auto poster = gantt(projet, support::references(), {.width = 392, .tallest = 247});
    REQUIRE(poster.size() == 1);
    checkFigure(poster.front(), 392);
    CHECK(holds(poster.front(), u"3e trimestre 2028"_s));
    CHECK(holds(poster.front(), u"1er trimestre 2029"_s));
    CHECK(holds(poster.front(), u"Une couleur par mission"_s));
    CHECK_FALSE(holds(poster.front(), u"T1 à T4 : trimestres de l’année"_s));
    const auto narrow = gantt(projet, support::references(), {.width = 160, .tallest = 1000});
    CHECK(holds(narrow.front(), u"T3 2028"_s));
    CHECK(holds(narrow.front(), u"T1 à T4 : trimestres de l’année"_s));
    // A little lower, the last action had a sheet of its own.
    for (const double tallest : {160.0, 170.0, 180.0, 200.0}) {
        const auto sheets = gantt(projet, support::references(), {.width = 249, .tallest = tallest});
        INFO(tallest);
        REQUIRE(sheets.size() >= 1);
        double fullest = 0;
        double emptiest = 1000;
        for (const Figure &sheet : sheets) {
            checkFigure(sheet, 249);
            fullest = std::max(fullest, sheet.size.height());
            emptiest = std::min(emptiest, sheet.size.height());
        }
        CHECK(emptiest >= 0.55 * fullest);
    }
}
