// The criteria are run once for each state of the project, whoever asks.
#include "controle/controle.h"
#include "gui/findings.h"
#include "shell_desk.h"

using namespace shell;

namespace
{

// What is told of a finding, to compare two lists.
QStringList told(const std::vector<controle::Finding> &findings)
{
    QStringList all;
    for (const controle::Finding &each : findings)
        all << each.criterion + u'/' + each.page + u'/' + each.field.toString() + u'/' + each.sentence;
    return all;
}

} // namespace

TEST_CASE("The window, its dashboard, the rehearsal and the page where one reads again judge a project once")
{
    Desk desk;
    CHECK(Findings::runs(desk.dossier()) == 1);
    for (const QString &page : {u"ccopd"_s, u"relire"_s, u"tableau-de-bord"_s, u"porteur"_s, u"ccopd"_s})
        desk.window->goTo(page);
    CHECK(Findings::runs(desk.dossier()) == 1);
    REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), u"CPTS du Verdon"_s)).ok());
    QTest::qWait(400); // the window judges again by itself
    CHECK(Findings::runs(desk.dossier()) == 2);
    desk.window->goTo(u"relire"_s);
    desk.window->goTo(u"tableau-de-bord"_s);
    CHECK(Findings::runs(desk.dossier()) == 2);
}

TEST_CASE("Shared findings are those of the criteria, after an edit, an undo and the next day")
{
    Desk desk;
    const AppContext context{desk.dossier(), officialData(), paca(), desk.clock};
    const auto same = [&] {
        return told(Findings::of(context)) ==
               told(controle::checkAll(desk.dossier().projet(), officialData(), desk.clock.today()));
    };
    CHECK(same());
    const QStringList before = told(Findings::of(context));
    REQUIRE(desk.dossier().edit(u"Nommer"_s, naming(desk.dossier().projet(), {})).ok());
    CHECK(same());
    CHECK(told(Findings::of(context)) != before);
    REQUIRE(desk.dossier().undo().ok());
    CHECK(told(Findings::of(context)) == before);
    const int runs = Findings::runs(desk.dossier());
    CHECK(same());
    CHECK(Findings::runs(desk.dossier()) == runs);
    desk.clock.set(desk.clock.now().addYears(3));
    CHECK(same());
    CHECK(Findings::runs(desk.dossier()) == runs + 1);
}
