#include "gui/pages/page_partenariats.h"
#include "gui/pages/page_porteur.h"
#include "gui/widgets/answer_choice.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "test_page_support.h"

#include <QRadioButton>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("What is typed on the porteur's page is in the project, and undo takes it back")
{
    Shown<gui::PagePorteur> shown;
    type(shown.find<gui::TextLine>("nomProjet"), u"CPTS des Vallées d’Été"_s);
    type(shown.find<gui::TextLine>("prenom"), u"Zoé"_s);
    type(shown.find<gui::TextLine>("nom"), u"Lefèvre-Çelik"_s);
    shown.page->flush();
    CHECK(shown.projet().identite.nom == u"CPTS des Vallées d’Été"_s);
    const domain::Personne *porteur = domain::porteur(shown.projet());
    REQUIRE(porteur);
    CHECK(porteur->prenom == u"Zoé"_s);
    CHECK(porteur->nom == u"Lefèvre-Çelik"_s);
    CHECK(shown.projet().personnes.size() == 1);
    shown.undo();
    CHECK(domain::porteur(shown.projet())->nom.isEmpty());
    CHECK(shown.find<gui::TextLine>("nom")->text().isEmpty());
    shown.undo();
    CHECK(domain::porteur(shown.projet()) == nullptr);
    shown.undo();
    CHECK(shown.projet().identite.nom.isEmpty());
    CHECK(shown.find<gui::TextLine>("nomProjet")->text().isEmpty());
}

TEST_CASE("The porteur's profession is chosen in the list or written")
{
    Shown<gui::PagePorteur> shown;
    auto *profession = shown.find<gui::ChoiceBox>("profession");
    const int row = profession->findText(u"Infirmier ou infirmière"_s);
    REQUIRE(row > 0);
    profession->setFocus();
    profession->setCurrentIndex(row);
    Q_EMIT profession->activated(row);
    shown.page->flush();
    REQUIRE(domain::porteur(shown.projet()));
    CHECK(domain::porteur(shown.projet())->profession == u"infirmiers"_s);
    CHECK(profession->findText(u"Autres"_s) == -1);
}

TEST_CASE("A finding about the porteur's e-mail leads to its field")
{
    domain::Projet projet = emptyProject();
    const base::Id id = base::Id::create();
    projet.personnes.insert(id).nom = u"Porteur"_s;
    projet.identite.porteur = id;
    Shown<gui::PagePorteur> shown(projet);
    REQUIRE(shown.page->goToField({u"personne"_s, id, u"email"_s}));
    QTest::qWait(20);
    CHECK(focused(shown) == shown.find<gui::TextLine>("email"));
    CHECK_FALSE(shown.page->goToField({u"commune"_s, base::Id::create(), u"zonage"_s}));
}

TEST_CASE("Each of the five contacts is answered and made precise")
{
    Shown<gui::PagePartenariats> shown;
    auto *answer = shown.find<gui::AnswerChoice>("hopitalPris");
    QTest::mouseClick(answer->findChildren<QRadioButton *>().front(), Qt::LeftButton);
    type(shown.find<gui::TextArea>("hopitalPrecision"), u"Centre hospitalier de Digne, pôle gériatrie"_s);
    shown.page->flush();
    const auto *contact = domain::findKey(shown.projet().contacts, u"contact"_s, u"centre-hospitalier"_s);
    REQUIRE(contact);
    CHECK(contact->pris == true);
    CHECK(contact->precision.endsWith(u"gériatrie"_s));
    CHECK(contact->code == u"centre-hospitalier"_s);
    for (const char *name : {"exercicePris", "appuiPris", "collectivitesPris", "autresPris"})
        CHECK(shown.find<gui::AnswerChoice>(name));
    shown.undo();
    shown.undo();
    CHECK(shown.projet().contacts.empty());
}
