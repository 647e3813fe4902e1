// Tables whose rows wrap come to rest at any width: their bar, which takes room from the words, must not come and go.
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
