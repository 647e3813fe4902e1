// Large texts on a small screen: 1366 × 768 at 150 %. What stands around the page leaves it its height.
#include "driving.h"
#include "gui/pages/fiche_aside.h"
#include "gui/pages/fiche_list.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/page_relire.h"
#include "gui/pages/record_table.h"
#include "gui/pages/thread_list.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/low_window.h"
#include "gui/widgets/page_tabs.h"
#include "shell_desk.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QScrollArea>
#include <QTableView>

using namespace shell;

namespace
{

struct LowDesk {
    driving::Look look;
    std::unique_ptr<Desk> desk;

    LowDesk()
    {
        look.theme->setZoom(150);
        desk = std::make_unique<Desk>();
        QTest::qWait(20);
    }
    [[nodiscard]] FormPage *go(const QString &code) const
    {
        desk->window->goTo(code);
        QTest::qWait(250);
        return desk->window->host().currentPage();
    }
    void tellReadOnly() const
    {
        desk->window->host().messages().tell(u"lecture"_s, InfoBar::Tone::Warning,
                                             u"Ce projet se trouve à un emplacement protégé. Il s’ouvre en lecture "
                                             "seule ; enregistrez une copie ailleurs pour travailler dessus."_s,
                                             {{u"Travailler sur une copie…"_s, [] {}}});
    }
};

template <class Part>
Part *partOf(const QWidget &page)
{
    for (QWidget *each : page.findChildren<QWidget *>())
        if (auto *found = dynamic_cast<Part *>(each))
            return found;
    FAIL("no such part");
    return nullptr;
}

} // namespace

TEST_CASE("In a low window two messages and the bar of the page leave it half of the height, its fiches in a box")
{
    const LowDesk low;
    MainWindow &window = *low.desk->window;
    CHECK(inLowWindow(window));
    low.tellReadOnly();
    auto *review = qobject_cast<PageRelire *>(low.go(u"relire"_s));
    REQUIRE(review);
    window.host().messages().tell(u"relecture"_s, InfoBar::Tone::Way,
                                  u"Point 16 sur 19 : Fiche « Une demande unique… » : la fin est avant le début"_s,
                                  {{u"Revenir à la relecture"_s, [] {}}, {u"Point suivant"_s, [] {}}});
    auto *page = qobject_cast<PageFiches *>(low.go(u"fiches"_s));
    REQUIRE(page);
    window.actions()[Command::Expectation].trigger(); // the pane beside it
    QTest::qWait(50);
    const auto *scroll = page->findChild<QScrollArea *>(QString(), Qt::FindDirectChildrenOnly);
    REQUIRE(scroll);
    CHECK(scroll->height() > 300);
    for (const QString &subject : {u"lecture"_s, u"relecture"_s})
        if (const InfoBar *bar = low.desk->bar(subject))
            driving::checkWhole(*bar);

    // The box is the list: it opens another fiche, by the keyboard too.
    auto *aside = partOf<FicheAside>(*page);
    auto *box = aside->findChild<QComboBox *>();
    REQUIRE(box);
    CHECK(box->isVisible());
    CHECK(aside->height() < 90);
    CHECK(box->count() == int(aside->list()->entries().size()));
    CHECK(box->currentText() == aside->list()->entries().front().words);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    CHECK(page->chosen() == aside->list()->entries()[1].id);
    page->showNextPart();
    QTest::qWait(20);
    CHECK(box->currentText() == aside->list()->entries()[2].words);
    CHECK(window.focusWidget() == box);
    window.resize(1920, 1080);
    QTest::qWait(50);
    CHECK_FALSE(inLowWindow(window));
    CHECK_FALSE(box->isVisible());
    CHECK(window.focusWidget() == aside->list()->buttonOf(page->chosen()));
}

TEST_CASE("In a low window the thread is under the heading of its page, what is loose comes after it")
{
    const LowDesk low;
    low.tellReadOnly();
    const FormPage *page = low.go(u"fil-rouge"_s);
    const auto *list = page->findChild<ThreadList *>();
    REQUIRE(list);
    CHECK(list->visibleRegion().boundingRect().height() > 200);
    low.desk->window->resize(1366, 1100);
    QTest::qWait(50);
    CHECK(list->mapTo(page, QPoint()).y() > 300); // the loose ends are above again
}

TEST_CASE("No word is cut in the budget of the actions in large text, where the time of each gives way")
{
    const LowDesk low;
    const FormPage *page = low.go(u"financement"_s);
    auto *tabs = page->findChild<PageTabs *>();
    REQUIRE(tabs);
    tabs->openTitled(u"Budget des actions"_s);
    QTest::qWait(50);
    const RecordTable *table = nullptr;
    for (const RecordTable *each : page->findChildren<RecordTable *>())
        if (each->accessibleName() == u"Budget des fiches-actions"_s)
            table = each;
    REQUIRE((table && table->isVisible()));
    CHECK(table->isColumnHidden(3));
    for (int row = 0; row < table->model()->rowCount(); ++row)
        for (const int column : {0, 1, 6})
            for (const QString &word : table->model()->index(row, column).data().toString().split(u' ')) {
                INFO(word.toStdString());
                CHECK(table->fontMetrics().horizontalAdvance(word) + zoomed(20) <= table->columnWidth(column));
            }
}

TEST_CASE("The days of the week are whole in the calendar of a date, in large text")
{
    const LowDesk low;
    FormPage *page = low.go(u"etapes"_s);
    DateField *date = nullptr;
    for (DateField *each : page->findChildren<DateField *>())
        if (each->isVisible() && each->focusTarget()->isEnabled())
            date = each;
    REQUIRE(date);
    QTest::keyClick(date->focusTarget(), Qt::Key_Down, Qt::AltModifier);
    auto *calendar = date->findChild<QCalendarWidget *>();
    REQUIRE(calendar);
    QTest::qWait(20);
    const auto *days = calendar->findChild<QTableView *>();
    REQUIRE(days);
    for (int day = 0; day < 7; ++day) {
        const QModelIndex at = days->model()->index(0, day);
        const QString words = at.data().toString();
        INFO(words.toStdString());
        CHECK(words.size() >= 3);
        CHECK(days->columnWidth(day) >= days->sizeHintForIndex(at).width());
    }
}

TEST_CASE("Where a page to be read only has nothing to go to, the keyboard is seen on the way to the next one")
{
    domain::Projet projet = example();
    projet.pieces = {};
    Desk desk(projet);
    REQUIRE(desk.dossier().publishNow().ok());
    desk.window.reset();
    auto opened = dossier::Dossier::open(desk.path(), dossier::Dossier::Mode::ReadOnly, desk.clock, desk.options());
    REQUIRE(opened.ok());
    desk.show(std::move(opened.value()));
    desk.window->goTo(u"pieces"_s);
    desk.window->host().focusPage();
    REQUIRE(desk.window->focusWidget());
    CHECK(desk.window->focusWidget()->accessibleName() == u"Page suivante : Relire et exporter");
    CHECK(desk.window->focusWidget()->isVisible());
}
