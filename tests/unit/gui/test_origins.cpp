// What comes from elsewhere says so and leads there; a list is filled from a file or from the clipboard.
#include "gui/pages/page_fiches.h"
#include "gui/pages/record_table.h"
#include "gui/pages/spec_page.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/striped_card.h"
#include "gui/widgets/text_line.h"
#include "models/fiche_operations.h"
#include "reference/reference.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using gui::FieldFrame;

namespace
{

const base::Id need = base::Id::fromKey(u"besoin:0"_s);
const base::Id fiche = base::Id::fromKey(u"fiche:0"_s);

domain::Projet fromNeed()
{
    domain::Projet projet = emptyProject();
    domain::Besoin &besoin = projet.besoins.insert(need);
    besoin.enonce = u"Trouver un médecin traitant"_s;
    besoin.publicConcerne = u"Patients en ALD"_s;
    const auto changes = models::newFiche(projet, fiche, u"prevention"_s, need);
    REQUIRE(domain::applyChanges(projet, changes).ok());
    return projet;
}

FieldFrame *frameOf(const QWidget *page, const char *field)
{
    return FieldFrame::around(page->findChild<QWidget *>(QString::fromLatin1(field)));
}

// The button in the frame, when it shows.
QPushButton *chip(const FieldFrame *frame)
{
    for (QPushButton *each : frame->findChildren<QPushButton *>())
        if (each->property("role").toString() == u"origine"_s && !each->isHidden())
            return each;
    return nullptr;
}

// A page by its code, on a project of its own.
struct ByCode {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<gui::FormPage> page;

    explicit ByCode(const QString &code)
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), emptyProject(), clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock});
        page.reset(gui::allPages().at(code)(*context, nullptr));
        page->resize(790, 660);
        page->show();
    }
};

} // namespace

TEST_CASE("A fiche made from a need says which of its fields come from the diagnostic, and leads there")
{
    Shown<gui::PageFiches> shown(fromNeed());
    shown.page->makeAllParts();
    shown.page->goToField({u"fiche"_s, fiche, u"intitule"_s});
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    QPushButton *title = chip(frameOf(shown.page.get(), "intitule"));
    REQUIRE(title);
    CHECK(title->text() == u"repris du diagnostic"_s);
    CHECK(support::plain(title->accessibleName()).contains(u"repris du diagnostic, voir la source"_s));
    REQUIRE(chip(frameOf(shown.page.get(), "besoins")));
    REQUIRE(chip(frameOf(shown.page.get(), "publicBeneficiaire")));
    title->click();
    chip(frameOf(shown.page.get(), "publicBeneficiaire"))->click();
    REQUIRE(goTo.size() == 2);
    CHECK(goTo.at(0).at(0).toString() == u"diagnostic"_s);
    CHECK(goTo.at(0).at(1).value<domain::FieldAddress>() == domain::FieldAddress{u"besoin"_s, need, u"enonce"_s});
    CHECK(goTo.at(1).at(1).value<domain::FieldAddress>() == domain::FieldAddress{u"besoin"_s, need, u"public"_s});
}

TEST_CASE("What is written over no longer says that it comes from the diagnostic, undo brings it back")
{
    Shown<gui::PageFiches> shown(fromNeed());
    shown.page->goToField({u"fiche"_s, fiche, u"intitule"_s});
    type(shown.find<gui::TextLine>("intitule"), u" pour tous"_s);
    shown.page->flush();
    CHECK_FALSE(chip(frameOf(shown.page.get(), "intitule")));
    CHECK(chip(frameOf(shown.page.get(), "besoins")));
    shown.undo();
    CHECK(chip(frameOf(shown.page.get(), "intitule")));
    const domain::FieldAddress needs{u"fiche"_s, fiche, u"besoins"_s};
    REQUIRE(shown.dossier->edit(u"Essai"_s, domain::setting(shown.projet(), needs, domain::IdList())).ok());
    CHECK_FALSE(chip(frameOf(shown.page.get(), "besoins")));
    CHECK_FALSE(chip(frameOf(shown.page.get(), "intitule")));
}

TEST_CASE("A field without an origin keeps its words on their own line")
{
    FieldFrame frame(u"Titre"_s, new gui::TextLine);
    frame.setOrigin({});
    CHECK(frame.origin().isEmpty());
    CHECK_FALSE(chip(&frame));
    frame.setOrigin(u"repris du diagnostic"_s);
    CHECK(frame.origin() == u"repris du diagnostic"_s);
    REQUIRE(chip(&frame));
    frame.setOrigin({});
    CHECK_FALSE(chip(&frame));
}

TEST_CASE("Each mission of the projet has its own colour beside its name")
{
    const ByCode shown(u"projet-missions"_s);
    shown.page->makeAllParts();
    QStringList codes;
    for (const gui::StripedCard *card : shown.page->findChildren<gui::StripedCard *>())
        codes << card->mission();
    QStringList expected;
    for (const auto socle : {true, false})
        for (const reference::Mission &mission : officialData().missions().toutes)
            if (mission.socle == socle)
                expected << mission.code;
    CHECK(codes == expected);
}

TEST_CASE("A list that can be imported asks for it, empty or not, with the kind of data it takes")
{
    for (const auto &[code, table, profile] : {std::tuple(u"diagnostic"_s, u"indicateur"_s, u"indicateurs"_s),
                                               std::tuple(u"organisation"_s, u"personne"_s, u"personnes"_s)}) {
        CAPTURE(code.toStdString());
        const ByCode shown(code);
        gui::RepeatEditor *list = static_cast<gui::SpecPage *>(shown.page.get())->listOf(table);
        QSignalSpy asked(shown.page.get(), &gui::FormPage::importAsked);
        for (QPushButton *each : list->findChildren<QPushButton *>())
            if (each->text() == u"Importer…"_s) {
                CHECK(each->isVisibleTo(list));
                each->click();
            }
        REQUIRE(asked.size() == 1);
        CHECK(asked.at(0).at(0).toString() == profile);
    }
}
