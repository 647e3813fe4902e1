#include "gui/pages/page_reperes.h"
#include "gui/pages/thread_list.h"
#include "support/example.h"
#include "test_page_support.h"

#include <algorithm>
#include <QLineEdit>
#include <QSignalSpy>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::PageReperes;
using gui::ThreadLine;

namespace
{

const std::vector<ThreadLine> &linesOf(const Shown<PageReperes> &shown)
{
    return shown.page->findChild<gui::ThreadList *>()->lines();
}

bool shows(const Shown<PageReperes> &shown, const QString &label)
{
    const auto &lines = linesOf(shown);
    return std::any_of(lines.begin(), lines.end(), [&label](const ThreadLine &line) { return line.label == label; });
}

} // namespace

TEST_CASE("An acronym is found by itself or by its words, without accents")
{
    const Shown<PageReperes> shown;
    REQUIRE(shown.page->searchField());
    const size_t all = linesOf(shown).size();
    shown.page->searchField()->setText(u"ccopd"_s);
    CHECK(shows(shown, u"CCOPD"_s));
    CHECK_FALSE(shows(shown, u"ACI"_s));
    shown.page->searchField()->setText(u"proximite departementale"_s);
    CHECK(shows(shown, u"CCOPD"_s));
    CHECK(linesOf(shown).size() < all);
    shown.page->searchField()->setText(u"zzzz"_s);
    CHECK(linesOf(shown).empty());
    CHECK_FALSE(shown.page->findChild<gui::ThreadList *>()->isVisible());
    shown.page->searchField()->clear();
    CHECK(linesOf(shown).size() == all);
}

TEST_CASE("A point of the project leads to where it is answered, one that is not leads to where it would be")
{
    const Shown<PageReperes> empty;
    const ThreadLine &first = linesOf(empty).at(1);
    CHECK(first.gap == u"pas encore"_s);
    auto *list = empty.page->findChild<gui::ThreadList *>();
    QSignalSpy toWrite(empty.page.get(), &gui::FormPage::goTo);
    list->setCurrentIndex(list->model()->index(1, 0));
    press(list, Qt::Key_Return);
    REQUIRE(toWrite.size() == 1);
    CHECK(toWrite.at(0).at(1).value<domain::FieldAddress>().table == u"besoin"_s);
    for (size_t point = 1; point <= 10; ++point)
        CHECK_FALSE(linesOf(empty).at(point).field.table.isEmpty());

    const Shown<PageReperes> shown(support::vallees());
    auto *walk = shown.page->findChild<gui::ThreadList *>();
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    walk->setCurrentIndex(walk->model()->index(1, 0));
    press(walk, Qt::Key_Return);
    REQUIRE(goTo.size() == 1);
    CHECK(goTo.at(0).at(1).value<domain::FieldAddress>().table == u"besoin"_s);
    CHECK(linesOf(shown).at(1).detail.contains(u"Diagnostic"_s));
    for (size_t point = 1; point <= 10; ++point)
        CHECK_FALSE(linesOf(shown).at(point).field.table.isEmpty());
}

TEST_CASE("The members lead to the list of members, even when the first of them is the porteur")
{
    const Shown<PageReperes> shown(support::vallees());
    const auto &lines = linesOf(shown);
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [](const ThreadLine &line) { return line.detail.startsWith(u"Les membres"_s); });
    REQUIRE(found != lines.end());
    CHECK(found->detail.startsWith(u"Les membres (Organisation)"_s));
    CHECK(found->field.table == u"personne");
    CHECK(found->field.field == u"membre");
}
