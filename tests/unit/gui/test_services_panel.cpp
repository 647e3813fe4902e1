// The services of the national base on the page « Système d’information »: what is typed counts, one choice adds the
// rest.
#include "any_page.h"
#include "driving.h"
#include "gui/pages/services_panel.h"
#include "gui/widgets/choice_box.h"
#include "test_page_support.h"

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using domain::UsageOutil;

TEST_CASE("Each service says what the project has, and a choice adds it or changes it, one undo step each")
{
    domain::Projet projet = emptyProject();
    const base::Id mail = base::Id::create();
    projet.outils.insert(mail).service = u"Messagerie Médimail"_s;
    projet.outils.find(mail)->usage = UsageOutil::Utilise;
    AnyPage shown(projet);
    shown.show(u"systeme-information"_s);
    auto *panel = shown.page->findChild<gui::ServicesPanel *>();
    REQUIRE(panel);
    CHECK(panel->choice(u"mss"_s)->currentText() == u"Utilisé");
    CHECK(panel->choice(u"dmp"_s)->currentText() == u"Non renseigné");
    CHECK(panel->choice(u"mss"_s)->accessibleDescription().contains(u"Messagerie Médimail"_s));
    CHECK(driving::words(*panel).contains(u"1 service sur 4 dans la liste"_s));
    CHECK(driving::words(*panel).contains(u"p. 10"_s));

    QTest::keyClick(panel->choice(u"dmp"_s), Qt::Key_Down); // the first usage after « Non renseigné »
    REQUIRE(shown.dossier->projet().outils.size() == 2);
    const auto added = domain::inOrder(shown.dossier->projet().outils).back();
    CHECK(added.second->service == u"Dossier médical partagé (DMP)");
    CHECK(added.second->usage == UsageOutil::Utilise);
    CHECK(driving::words(*panel).contains(u"2 services sur 4"_s));

    QTest::keyClick(panel->choice(u"mss"_s), Qt::Key_Down);
    CHECK(shown.dossier->projet().outils.find(mail)->usage == UsageOutil::Prevu);
    REQUIRE(shown.dossier->undo().ok());
    CHECK(panel->choice(u"mss"_s)->currentText() == u"Utilisé");
    REQUIRE(shown.dossier->undo().ok());
    CHECK(shown.dossier->projet().outils.size() == 1);
    CHECK(panel->choice(u"dmp"_s)->currentText() == u"Non renseigné");
    CHECK(panel->choice(u"inconnu"_s) == nullptr);
}
