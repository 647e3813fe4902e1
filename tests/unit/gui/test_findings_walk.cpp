// Every criterion of the example leads to the field it is about.
#include "any_page.h"
#include "controle/controle.h"
#include "driving.h"
#include "support/example.h"

#include <set>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QDate today(2026, 11, 23);

// Goes to every finding of a project; gives those that led nowhere.
QStringList lostFindings(const domain::Projet &projet)
{
    QStringList lost;
    std::map<QString, std::vector<controle::Finding>> byPage;
    std::set<QString> seen; // the same field of one page, once
    for (const controle::Finding &each : controle::checkAll(projet, officialData(), today))
        if (each.severity != controle::Severity::Fulfilled && seen.insert(each.page + each.field.toString()).second)
            byPage[each.page].push_back(each);
    AnyPage any(projet);
    for (const auto &[code, findings] : byPage) {
        if (!gui::allPages().contains(code)) {
            lost << u"no page: "_s + code;
            continue;
        }
        any.show(code);
        for (const controle::Finding &each : findings)
            if (!any.page->goToField(each.field))
                lost << code + u' ' + each.criterion + u' ' + each.field.toString();
        QTest::qWait(1);
        any.page.reset();
    }
    return lost;
}

} // namespace

TEST_CASE("Every finding of the example leads to a field of its page")
{
    const QString lost = lostFindings(support::vallees()).join(u'\n');
    INFO(lost.toStdString());
    CHECK(lost.isEmpty());
}

TEST_CASE("A finding gives the keyboard to what it is about, in sight, and not to what was open before")
{
    const domain::Projet projet = support::vallees();
    AnyPage any(projet);
    int reached = 0;
    for (const controle::Finding &each : controle::checkAll(projet, officialData(), today)) {
        if (each.severity == controle::Severity::Fulfilled || each.field.field.isEmpty() ||
            !gui::allPages().contains(each.page) || reached > 12)
            continue;
        any.show(each.page);
        REQUIRE(any.page->goToField(each.field));
        QTest::qWait(30);
        const QWidget *focus = any.page->window()->focusWidget();
        INFO(each.page.toStdString() << " " << each.field.toString().toStdString());
        REQUIRE(focus);
        CHECK(any.page->isAncestorOf(focus));
        CHECK(focus->isVisibleTo(any.page.get()));
        CHECK(focus->isEnabled());
        ++reached;
        any.page.reset();
    }
    CHECK(reached > 3);
}
