// The chosen indicator of the diagnostic beside its chart, its past and the needs it backs.
#include "gui/pages/accompanied_row.h"
#include "gui/pages/indicator_panel.h"
#include "gui/pages/record_table.h"
#include "gui/pages/spec_page.h"
#include "gui/theme/theme.h"
#include "gui/widgets/figure_view.h"
#include "gui/widgets/labels.h"
#include "test_page_support.h"
#include "unit/report/chart_samples.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::IndicatorPanel;

namespace
{

base::Id indicateurId(int year)
{
    return base::Id::fromKey(u"indicateur:%1"_s.arg(year));
}

const base::Id need = base::Id::fromKey(u"besoin:0"_s);

domain::Projet measured(const std::vector<int> &years)
{
    domain::Projet projet = emptyProject();
    domain::Besoin &besoin = projet.besoins.insert(need);
    besoin.enonce = u"Trouver un médecin traitant"_s;
    const base::Id mission = base::Id::fromKey(u"mission:medecin-traitant"_s);
    projet.missions.insert(mission).code = u"medecin-traitant"_s;
    besoin.missions = {mission};
    projet.fiches.insert(base::Id::fromKey(u"fiche:0"_s)).besoins = {need};
    for (const int year : years) {
        domain::IndicateurDiagnostic each = charts::indicateur();
        each.rang = QString::number(year);
        each.annee = year;
        each.besoins = {need};
        projet.indicateurs.insert(indicateurId(year)) = each;
    }
    return projet;
}

QString words(const QWidget *in)
{
    QStringList all;
    for (const gui::TextLabel *each : in->findChildren<gui::TextLabel *>())
        if (each->isVisibleTo(in))
            all << each->text();
    return support::plain(all.join(u'|'));
}

struct Diagnostic {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<gui::FormPage> page;
    IndicatorPanel *panel = nullptr;
    gui::RecordTable *table = nullptr;

    explicit Diagnostic(const domain::Projet &projet)
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock});
        page.reset(gui::allPages().at(u"diagnostic"_s)(*context, nullptr));
        page->resize(1100, 900);
        page->show();
        page->makeAllParts();
        panel = page->findChild<IndicatorPanel *>();
        REQUIRE(panel);
        table = static_cast<gui::SpecPage *>(page.get())->listOf(u"indicateur"_s)->table();
        page->goToField({u"indicateur"_s, projet.indicateurs.begin()->first, u"intitule"_s});
        QTest::qWait(1);
    }
    bool set(const base::Id &id, const QString &field, const domain::Value &value) const
    {
        return dossier->edit(u"Essai"_s, domain::setting(dossier->projet(), {u"indicateur"_s, id, field}, value)).ok();
    }
};

} // namespace

TEST_CASE("The chart is of the chosen indicator, and follows what is typed")
{
    const Diagnostic shown(measured({2024}));
    REQUIRE(shown.panel->isVisible());
    REQUIRE(shown.panel->chart()->figure());
    CHECK(words(shown.panel).contains(u"17 ans et plus sans médecin traitant"_s));
    CHECK(words(shown.panel).contains(u"REZONE CPTS"_s));
    CHECK(words(shown.panel).contains(u"ne paraîtra pas"_s));
    CHECK_FALSE(words(shown.panel).contains(u"année ?"_s));
    CHECK(shown.panel->chart()->accessibleDescription().contains(u"Territoire"_s));
    CHECK_FALSE(shown.panel->evolution()->isVisible());
    REQUIRE(shown.set(indicateurId(2024), u"graphique"_s, true));
    REQUIRE(shown.set(indicateurId(2024), u"annee"_s, domain::Value()));
    CHECK(words(shown.panel).contains(u"paraîtra dans l’annexe 4"_s));
    CHECK(words(shown.panel).contains(u"année ?"_s));
    const QString before = shown.panel->chart()->figure()->description;
    REQUIRE(shown.set(indicateurId(2024), u"territoire"_s, 20.5));
    CHECK(shown.panel->chart()->figure()->description != before);
}

TEST_CASE("Without any value there is no chart, with two years there are two")
{
    domain::Projet projet = measured({2020, 2024});
    const Diagnostic shown(projet);
    CHECK(shown.panel->evolution()->isVisible());
    shown.table->showId(indicateurId(2024));
    for (const QString &field : {u"territoire"_s, u"departement"_s, u"region"_s, u"france"_s, u"objectif"_s})
        REQUIRE(shown.set(indicateurId(2024), field, domain::Value()));
    CHECK_FALSE(shown.panel->isVisible());
    shown.table->showId(indicateurId(2020));
    CHECK(shown.panel->isVisible());
    CHECK_FALSE(shown.panel->evolution()->isVisible());
}

TEST_CASE("The needs that an indicator backs lead to them, with their missions and fiches")
{
    const Diagnostic shown(measured({2024}));
    CHECK(words(shown.panel).contains(u"Trouver un médecin traitant"_s));
    CHECK(words(shown.panel).contains(u"→ 1 fiche-action"_s));
    QPushButton *link = nullptr;
    for (QPushButton *each : shown.panel->findChildren<QPushButton *>())
        if (each->isVisible())
            link = each;
    REQUIRE(link);
    link->click();
    CHECK_FALSE(shown.panel->isVisible()); // another part of the page is in front
    REQUIRE(shown.set(indicateurId(2024), u"besoins"_s, domain::IdList()));
    CHECK(words(shown.panel).contains(u"Aucun pour l’instant"_s));
}

TEST_CASE("A figure on the screen keeps its shape at any width, and stays on white")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *view = new gui::FigureView(&window);
    column->addWidget(view);
    column->addStretch();
    view->setFigure(report::barChart(charts::indicateur()));
    for (const int width : {300, 500, 900}) {
        window.resize(width, 700);
        window.show();
        QTest::qWait(1);
        INFO(width);
        CHECK(view->height() >= view->heightForWidth(view->width()) - 1);
        const QImage picture = view->grab().toImage();
        CHECK(picture.pixelColor(picture.width() / 2, 2) == QColor(Qt::white));
    }
    CHECK(view->heightForWidth(300) < view->heightForWidth(600));
    view->setFigure({});
    CHECK(view->heightForWidth(300) == 0);
    CHECK(view->accessibleDescription().isEmpty());
}

TEST_CASE("The chart stands beside its table, the form under both, on a small screen")
{
    const Diagnostic shown(measured({2024}));
    shown.page->resize(790, 660); // what a window of 1366 pixels leaves between its panes
    QTest::qWait(20);
    const auto left = [&](const QWidget *widget) { return widget->mapTo(shown.page.get(), QPoint()).x(); };
    const auto top = [&](const QWidget *widget) { return widget->mapTo(shown.page.get(), QPoint()).y(); };
    CHECK(left(shown.panel) >= left(shown.table) + shown.table->width());
    CHECK(top(shown.panel) < top(shown.table) + shown.table->height());
    const QWidget *field = nullptr;
    for (const QWidget *each : shown.page->findChildren<QWidget *>())
        if (each->property("ligne").toString() == u"unite"_s)
            field = each;
    REQUIRE(field);
    CHECK(top(field) > top(shown.panel));
    CHECK(left(field) < left(shown.panel));
    // Its words are as large as those around it: 9 points at this many pixels a millimetre.
    const double scale = shown.panel->chart()->width() / shown.panel->chart()->figure()->size.width();
    CHECK(scale * 9 * 25.4 / 72 > 10);
}

TEST_CASE("Beside its chart the table of a small screen cuts no word")
{
    domain::Projet projet = measured({2024});
    domain::IndicateurDiagnostic &each = *projet.indicateurs.find(indicateurId(2024));
    each.intitule = u"Passages aux urgences non suivis d’hospitalisation"_s;
    each.source = u"REZONE CPTS (chiffre d’exemple)"_s;
    const Diagnostic shown(projet);
    shown.page->resize(790, 660);
    QTest::qWait(20);
    const QFontMetrics metrics = shown.table->fontMetrics();
    int hidden = 0; // the region gives way where it would cut the others
    for (int column = 0; column < shown.table->model()->columnCount(); ++column) {
        hidden += shown.table->isColumnHidden(column) ? 1 : 0;
        if (shown.table->isColumnHidden(column))
            continue;
        for (const QString &word : shown.table->model()->index(0, column).data().toString().split(u' ')) {
            CAPTURE(column, word.toStdString());
            CHECK(metrics.horizontalAdvance(word) + 20 <= shown.table->columnWidth(column));
        }
    }
    CHECK(hidden <= 1);
    CHECK(shown.panel->mapTo(shown.page.get(), QPoint()).x() > shown.table->mapTo(shown.page.get(), QPoint()).x());
}

TEST_CASE("The chart stays in sight beside the values that are typed, without room it is between table and form")
{
    const domain::Projet projet = measured({2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022});
    const Diagnostic shown(projet);
    const auto *row = shown.page->findChild<gui::AccompaniedRow *>();
    REQUIRE(row);
    shown.page->resize(800, 600);
    QTest::qWait(50);
    CHECK(row->isWide());
    const QWidget *chart = shown.panel->chart();
    for (const QString &field : {u"territoire"_s, u"objectif"_s, u"source"_s}) {
        INFO(field.toStdString());
        REQUIRE(shown.page->goToField({u"indicateur"_s, indicateurId(2022), field}));
        QTest::qWait(300);
        CHECK(chart->visibleRegion().boundingRect().height() == chart->height());
        CHECK_FALSE(shown.page->window()->focusWidget()->visibleRegion().isEmpty());
    }
    shown.page->resize(560, 900);
    QTest::qWait(50);
    CHECK_FALSE(row->isWide());
    const auto top = [&](const QWidget *each) { return each->mapTo(row, QPoint()).y(); };
    CHECK(top(chart) >= top(shown.table) + shown.table->height());
    CHECK(top(shown.page->window()->focusWidget()) >= top(shown.panel) + shown.panel->height());
    CHECK(shown.table->width() > row->width() - 10);
}
