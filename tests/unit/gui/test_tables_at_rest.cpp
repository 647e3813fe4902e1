// Tables whose rows wrap come to rest at any width: their bar, which takes room from the words, must not come and go.
#include "driving.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/record_table.h"
#include "gui/widgets/page_tabs.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::PageFiches;

namespace
{

struct Open : QTableView {
    using QTableView::sizeHintForColumn;
};

constexpr int calendarTab = 3;
constexpr int budgetTab = 5;

// The example, with an amount in cents beside the longest type of an expense.
domain::Projet withCents()
{
    domain::Projet projet = support::vallees();
    for (const auto &[id, line] : support::vallees().budget)
        if (line.sorte == domain::SorteDepense::Indemnites)
            projet.budget.find(id)->prevu = 12000.5;
    return projet;
}

void showTab(PageFiches &page, int tab)
{
    for (gui::PageTabs *tabs : page.findChildren<gui::PageTabs *>())
        tabs->setCurrentIndex(tab);
    QTest::qWait(1);
}

} // namespace

TEST_CASE("The budget of a fiche is shown again and again, at any width")
{
    const driving::Look look;
    Shown<PageFiches> shown(withCents());
    int shownBudgets = 0;
    for (const auto &[id, line] : withCents().budget) {
        if (line.sorte != domain::SorteDepense::Indemnites)
            continue;
        REQUIRE(shown.page->goToField({u"fiche"_s, line.fiche, {}}));
        for (int width = 560; width < 1000; width += 3) {
            shown.page->resize(width, 590);
            showTab(*shown.page, calendarTab);
            showTab(*shown.page, budgetTab);
        }
        for (gui::RecordTable *table : shown.page->findChildren<gui::RecordTable *>())
            if (table->isVisible() && table->model()->rowCount() > 0)
                CHECK(table->verticalScrollBar()->maximum() == 0);
        ++shownBudgets;
    }
    CHECK(shownBudgets > 0);
}

TEST_CASE("A figure and a date are never cut, they would be others")
{
    domain::Projet projet = support::vallees();
    const base::Id fiche = projet.indicateursAction.begin()->second.fiche;
    const QStringList titles{u"Hospitalisations évitables des personnes âgées"_s,
                             u"Interprofessionnellement parlant"_s};
    for (const QString &title : titles) {
        domain::IndicateurAction &added = projet.indicateursAction.insert(base::Id::create());
        added.rang = u"z"_s + title;
        added.fiche = fiche;
        added.intitule = title;
        added.depart = 12345678.5;
        added.cible = 150000.5;
        added.echeance = QDate(2029, 12, 31);
    }
    const driving::Look look;
    Shown<PageFiches> shown(projet);
    REQUIRE(shown.page->goToField({u"fiche"_s, fiche, {}}));
    int figures = 0;
    for (int width = 560; width < 1100; width += 7) {
        shown.page->resize(width, 590);
        showTab(*shown.page, calendarTab);
        showTab(*shown.page, calendarTab + 1);
        for (gui::RecordTable *table : shown.page->findChildren<gui::RecordTable *>())
            for (int column = 0; table->isVisible() && column < table->model()->columnCount(); ++column)
                for (int row = 0; row < table->model()->rowCount(); ++row) {
                    const QString cell = table->model()->index(row, column).data().toString();
                    if (table->isColumnHidden(column) || cell.isEmpty() || !cell.back().isDigit())
                        continue;
                    INFO(width << " " << cell.toStdString());
                    INFO(width << " " << cell.toStdString());
                    CHECK((table->*(&Open::sizeHintForColumn))(column) <= table->columnWidth(column));
                    ++figures;
                }
    }
    CHECK(figures > 100);
}
