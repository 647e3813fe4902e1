#include "gui/pages/page_missions.h"
#include "gui/widgets/answer_choice.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "test_page_support.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

gui::MissionCard *cardOf(const QWidget *page, const QString &code)
{
    for (gui::MissionCard *card : page->findChildren<gui::MissionCard *>())
        if (card->mission() == code)
            return card;
    return nullptr;
}

} // namespace

TEST_CASE("Eight missions, each with its name and kind, in the order of the trame")
{
    Shown<gui::PageMissions> shown;
    const auto cards = shown.page->findChildren<gui::MissionCard *>();
    REQUIRE(cards.size() == 8);
    int socles = 0;
    for (const reference::Mission &mission : officialData().missions().toutes) {
        gui::MissionCard *card = cardOf(shown.page.get(), mission.code);
        REQUIRE(card);
        CHECK(card->accessibleName() == mission.libelleCourt);
        const QString kind = card->findChild<QLabel *>(u"sorte"_s)->text();
        CHECK(kind == (mission.socle ? u"Mission socle"_s : u"Mission complémentaire"_s));
        socles += mission.socle;
    }
    CHECK(socles == 5);
}

TEST_CASE("A mission is retained and described, undo takes both back")
{
    Shown<gui::PageMissions> shown;
    gui::MissionCard *card = cardOf(shown.page.get(), u"prevention"_s);
    auto *answer = card->findChild<gui::AnswerChoice *>(u"retenue"_s);
    QTest::mouseClick(answer->findChildren<QRadioButton *>().front(), Qt::LeftButton);
    type(card->findChild<gui::TextArea *>(u"description"_s), u"Dépistages « hors les murs », œuvre de santé"_s);
    shown.page->flush();
    const auto *mission = domain::findKey(shown.projet().missions, u"mission"_s, u"prevention"_s);
    REQUIRE(mission);
    CHECK(mission->retenue == true);
    CHECK(mission->description == u"Dépistages « hors les murs », œuvre de santé"_s);
    shown.undo();
    shown.undo();
    CHECK(shown.projet().missions.empty());
    CHECK(card->findChild<gui::TextArea *>(u"description"_s)->toPlainText().isEmpty());
}

TEST_CASE("A refused mission folds its description, but never one that was written")
{
    domain::Projet projet = emptyProject();
    domain::Mission &written = projet.missions.insert(base::Id::fromKey(u"mission:qualite"_s));
    written.code = u"qualite"_s;
    written.retenue = false;
    written.description = u"Déjà écrit"_s;
    Shown<gui::PageMissions> shown(projet);
    const auto visible = [&](const QString &code) {
        return cardOf(shown.page.get(), code)
            ->findChild<gui::TextArea *>(u"description"_s)
            ->isVisibleTo(shown.page.get());
    };
    CHECK(visible(u"qualite"_s));
    CHECK(visible(u"autres"_s));
    auto *answer = cardOf(shown.page.get(), u"autres"_s)->findChild<gui::AnswerChoice *>(u"retenue"_s);
    QTest::mouseClick(answer->findChildren<QRadioButton *>().at(1), Qt::LeftButton);
    CHECK_FALSE(visible(u"autres"_s));
    REQUIRE(shown.page->goToField({u"mission"_s, base::Id::fromKey(u"mission:autres"_s), u"description"_s}));
    QTest::qWait(20);
    CHECK(visible(u"autres"_s));
}

TEST_CASE("Only the last mission asks which one it is")
{
    Shown<gui::PageMissions> shown;
    const auto asks = [&](const QString &code) {
        return cardOf(shown.page.get(), code)
            ->findChild<gui::TextLine *>(u"precision"_s)
            ->isVisibleTo(shown.page.get());
    };
    CHECK(asks(u"autres"_s));
    CHECK_FALSE(asks(u"crises"_s));
}

TEST_CASE("What the cahier des charges expects opens under its button")
{
    Shown<gui::PageMissions> shown;
    gui::MissionCard *card = cardOf(shown.page.get(), u"medecin-traitant"_s);
    auto *reperes = card->findChild<QLabel *>(u"reperes"_s);
    CHECK_FALSE(reperes->isVisibleTo(card));
    QTest::mouseClick(card->findChild<QPushButton *>(u"reperesBouton"_s), Qt::LeftButton);
    CHECK(reperes->isVisibleTo(card));
    CHECK(reperes->text().contains(officialData().missions().find(u"medecin-traitant"_s)->reperes.first()));
}
