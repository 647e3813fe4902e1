// Wherever a project stands, what is said to lack leads to a place that takes the keyboard.
#include "controle/controle.h"
#include "domain/canevas.h"
#include "gui/pages/steps_panel.h"
#include "shell_desk.h"
#include "support/example.h"

#include <set>

using namespace shell;

namespace
{

// The findings that lead nowhere: of each, what it is about and where the keyboard is instead.
QStringList withoutPlace(const domain::Projet &projet)
{
    Desk desk(projet);
    QStringList lost;
    std::set<QString> seen;
    for (const controle::Finding &each : controle::checkAll(projet, officialData(), desk.clock.today())) {
        if (!seen.insert(each.page + each.field.toString()).second)
            continue;
        desk.window->navigation().focusCurrent();
        desk.window->goTo(each.page, each.field);
        QTest::qWait(5);
        const FormPage *page = desk.window->host().currentPage();
        const QWidget *focus = desk.window->focusWidget();
        const QString what = each.criterion + u" on "_s + each.page + u' ' + each.field.toString();
        if (!page || page->code() != each.page)
            lost << what + u": no page"_s;
        else if (!focus || !page->isAncestorOf(focus))
            lost << what + u": outside of the page"_s;
        else if (!focus->isVisible() || !focus->isEnabled())
            lost << what + u": "_s + QString::fromLatin1(focus->metaObject()->className());
    }
    return lost;
}

void checkPlaces(const domain::Projet &projet)
{
    const QStringList lost = withoutPlace(projet);
    INFO(lost.join(u'\n').toStdString());
    CHECK(lost.isEmpty());
}

} // namespace

TEST_CASE("Every finding of an empty project leads to a place that takes the keyboard")
{
    checkPlaces(domain::nouveauProjet({}, u"paca-2022"_s, u"2026"_s, QDate(2026, 11, 23)));
}

TEST_CASE("Every finding of a project half filled leads to a place that takes the keyboard")
{
    domain::Projet half = domain::sansPersonnesNiChiffres(support::vallees());
    half.fiches.insert(base::Id::create());
    half.besoins.insert(base::Id::create());
    half.partenaires.insert(base::Id::create());
    half.personnes.insert(base::Id::create()).equipeProjet = true;
    half.indicateursAction.insert(base::Id::create()).fiche = half.fiches.begin()->first;
    checkPlaces(half);
}

TEST_CASE("Every finding of the example leads to a place that takes the keyboard")
{
    checkPlaces(support::vallees());
}
