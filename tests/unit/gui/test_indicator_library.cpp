// Indicators chosen in the library: ticked in a window, filled but for their figures, one undo step.
#include "any_page.h"
#include "driving.h"
#include "gui/dialogs/tick_dialog.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/pages/spec_page.h"
#include "test_page_support.h"

#include <QLineEdit>
#include <QListWidget>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

const QString button = u"Choisir dans la bibliothèque…"_s;

gui::TickDialog *opened(const QWidget &page)
{
    driving::click(page, button);
    auto *dialog = page.findChild<gui::TickDialog *>();
    REQUIRE(dialog);
    QTest::qWait(1);
    return dialog;
}

// Filters, then ticks the first line that is left.
void tick(gui::TickDialog &dialog, const QString &words)
{
    dialog.findChild<QLineEdit *>()->setText(words);
    auto *list = dialog.findChild<QListWidget *>();
    REQUIRE(list->currentItem());
    QTest::keyClick(list, Qt::Key_Space);
}

void end(gui::TickDialog &dialog, Qt::Key key)
{
    QTest::keyClick(&dialog, key);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

} // namespace

TEST_CASE("The indicators of the diagnostic come from the library, and the same is not taken twice")
{
    AnyPage shown(emptyProject());
    shown.show(u"diagnostic"_s);
    auto *list = static_cast<gui::SpecPage *>(shown.page.get())->listOf(u"indicateur"_s);
    REQUIRE(shown.page->goToField({u"indicateur"_s, {}, u"intitule"_s}));
    CHECK(driving::words(*list).contains(u"Choisissez-les dans la bibliothèque"_s));
    gui::TickDialog *dialog = opened(*shown.page);
    CHECK(driving::words(*dialog).contains(u"pas la liste officielle"_s));
    tick(*dialog, u"grippe"_s);
    // Here, and on no document.
    CHECK(dialog->findChild<QListWidget *>()->currentItem()->text().contains(u"Écrivez qui la source compte."_s));
    tick(*dialog, u"70 ans et plus sans médecin traitant"_s);
    end(*dialog, Qt::Key_Return);

    const auto records = domain::inOrder(shown.dossier->projet().indicateurs);
    REQUIRE(records.size() == 2); // in the order of the library, not of the ticks
    const domain::IndicateurDiagnostic &first = *records.front().second;
    CHECK(first.intitule == u"70 ans et plus sans médecin traitant");
    CHECK(first.theme == u"Accès au médecin");
    CHECK(first.unite == u"personnes");
    CHECK(first.source == u"REZONE CPTS");
    CHECK_FALSE(first.definition.isEmpty());
    CHECK_FALSE(records.back().second->definition.contains(u"Écrivez"_s));
    CHECK_FALSE(first.territoire.has_value());
    CHECK_FALSE(first.annee.has_value());
    CHECK(list->chosen() == records.front().first);
    CHECK(shown.page->window()->focusWidget() == list->table());
    CHECK(shown.dossier->undoLabel() == u"Ajouter 2 indicateurs");

    dialog = opened(*shown.page);
    dialog->findChild<QLineEdit *>()->setText(u"grippe"_s);
    auto *lines = dialog->findChild<QListWidget *>();
    CHECK(lines->currentItem() == nullptr); // it is there: nothing to tick
    QTest::keyClick(lines, Qt::Key_Space);
    CHECK(dialog->ticked().empty());
    CHECK_FALSE(driving::button(*dialog, u"Ajouter les indicateurs cochés"_s)->isEnabled());
    end(*dialog, Qt::Key_Escape);
    CHECK(shown.dossier->projet().indicateurs.size() == 2);
    REQUIRE(shown.dossier->undo().ok());
    CHECK(shown.dossier->projet().indicateurs.empty());
}

TEST_CASE("The population comes with its figure, its year and its source while the communes are those of the reference")
{
    domain::Projet projet = emptyProject();
    const auto official = officialData().communes().find(u"04039"_s);
    auto &commune = projet.communes.insert(base::Id::fromKey(u"commune:04039"_s));
    commune.code = official->code;
    commune.population = official->population;
    const auto added = [](const domain::Projet &on) {
        AnyPage shown(on);
        shown.show(u"diagnostic"_s);
        REQUIRE(shown.page->goToField({u"indicateur"_s, {}, u"intitule"_s}));
        gui::TickDialog *dialog = opened(*shown.page);
        tick(*dialog, u"population municipale"_s);
        end(*dialog, Qt::Key_Return);
        REQUIRE(shown.dossier->projet().indicateurs.size() == 1);
        return shown.dossier->projet().indicateurs.begin()->second;
    };
    const domain::IndicateurDiagnostic filled = added(projet);
    CHECK(filled.territoire == double(*official->population));
    CHECK(filled.annee == officialData().communes().populationAnnee());
    CHECK(filled.source == officialData().communes().populationSource());
    ++*commune.population; // typed by somebody: of no known year
    CHECK_FALSE(added(projet).territoire.has_value());
    CHECK_FALSE(added(emptyProject()).annee.has_value());
}

TEST_CASE("A fiche-action is offered the indicators of its mission first")
{
    domain::Projet projet = emptyProject();
    const base::Id mission = base::Id::fromKey(u"mission:prevention"_s);
    projet.missions.insert(mission).code = u"prevention"_s;
    const base::Id fiche = base::Id::create();
    projet.fiches.insert(fiche).mission = mission;
    AnyPage shown(projet);
    shown.show(u"fiches"_s);
    REQUIRE(shown.page->goToField({u"indicateurAction"_s, fiche, {}}));
    gui::TickDialog *dialog = opened(*shown.page);
    auto *list = dialog->findChild<QListWidget *>();
    CHECK(list->item(0)->text() == officialData().missions().find(u"prevention"_s)->libelleCourt);
    QTest::keyClick(list, Qt::Key_Space);
    end(*dialog, Qt::Key_Return);
    REQUIRE(shown.dossier->projet().indicateursAction.size() == 1);
    const domain::IndicateurAction &added = shown.dossier->projet().indicateursAction.begin()->second;
    CHECK(added.fiche == fiche);
    CHECK(added.intitule == u"Participation au dépistage du cancer du sein");
    CHECK_FALSE(added.cible.has_value());
    CHECK(shown.dossier->undoLabel() == u"Ajouter 1 indicateur");
}
