// Fundings with their source, the amounts that are published, and the budget of the actions with its sums.
#include "gui/dialogs/document_menu.h"
#include "gui/pages/budget_panel.h"
#include "gui/pages/projet_pages.h"
#include "gui/pages/record_table.h"
#include "gui/pages/spec_page.h"
#include "gui/widgets/decimal_field.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/text_line.h"
#include "models/record_table_model.h"
#include "report/budget_document.h"
#include "test_page_support.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

// The page on a project of its own.
struct Money {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    std::unique_ptr<gui::SpecPage> page;

    explicit Money(const domain::Projet &projet = emptyProject())
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), projet, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock});
        page.reset(static_cast<gui::SpecPage *>(gui::makePageFinancement(*context, nullptr)));
        page->resize(790, 660);
        page->show();
        QApplication::setActiveWindow(page.get());
    }
    [[nodiscard]] const domain::Projet &projet() const { return dossier->projet(); }
    [[nodiscard]] bool tells(const QString &text) const
    {
        for (const QLabel *label : page->findChildren<QLabel *>())
            if (!label->isHidden() &&
                QString(label->text()).replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ').contains(text))
                return true;
        return false;
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : page->findChildren<QPushButton *>())
            if (each->text() == text && !each->isHidden())
                return each;
        return nullptr;
    }
};

QString textAt(const gui::RecordTable *table, int row, int column)
{
    return QString(table->model()->index(row, column).data().toString())
        .replace(QChar(0x00A0), u' ')
        .replace(QChar(0x202F), u' ');
}

} // namespace

TEST_CASE("The aids of the ARS are added once, with their amount, year and source, in one step")
{
    Money shown;
    QPushButton *add = shown.button(u"Ajouter les aides de l’ARS"_s);
    REQUIRE(add);
    add->click();
    REQUIRE(shown.projet().financements.size() == 2);
    double sum = 0;
    for (const auto &[id, each] : shown.projet().financements) {
        CHECK(each.annee == 2022);
        CHECK(each.source == u"Cahier des charges PACA 2022, p. 16"_s);
        CHECK_FALSE(each.financeur.isEmpty());
        CHECK_FALSE(each.verse);
        sum += *each.montant;
    }
    CHECK(sum == 65000);
    CHECK_FALSE(shown.button(u"Ajouter les aides de l’ARS"_s));
    REQUIRE(shown.dossier->undo().ok());
    CHECK(shown.projet().financements.empty());
    CHECK(shown.button(u"Ajouter les aides de l’ARS"_s));
}

TEST_CASE("Only published amounts of the ACI are shown, and a mission's is to be copied from the contract")
{
    domain::Projet projet = emptyProject();
    projet.population.valeur = 50000;
    Money shown(projet);
    CHECK(shown.tells(u"50 000 € à 90 000 € par an selon la taille, 60 000 € pour la taille 2 (ACI 2019)"_s));
    CHECK(shown.tells(u"non publié, à recopier de votre contrat"_s));
    CHECK(shown.tells(u"seul votre contrat fait foi"_s));
    for (const QString &proposed : {u"17 500"_s, u"105 000"_s, u"580 000"_s})
        CHECK_FALSE(shown.tells(proposed));
}

TEST_CASE("A funding is typed with its source and what was paid")
{
    Money shown;
    gui::RepeatEditor *list = shown.page->listOf(u"financement"_s);
    REQUIRE(list);
    list->add();
    const Id id = list->chosen();
    type(list->findChild<gui::TextLine *>(u"financeur"_s), u"Assurance Maladie, caisse d’été"_s);
    type(list->findChild<gui::DecimalField *>(u"montant"_s)->focusTarget(), u"60000"_s);
    type(list->findChild<gui::DecimalField *>(u"verse"_s)->focusTarget(), u"45000,50"_s);
    type(list->findChild<gui::TextLine *>(u"source"_s), u"Contrat signé, annexe 2"_s);
    shown.page->flush();
    const domain::Financement *kept = shown.projet().financements.find(id);
    REQUIRE(kept);
    CHECK(kept->montant == 60000.0);
    CHECK(kept->verse == 45000.5);
    CHECK(static_cast<gui::DecimalField *>(list->findChild<gui::DecimalField *>(u"verse"_s))->text() ==
          u"45\u202F000,50");
    CHECK(kept->source == u"Contrat signé, annexe 2"_s);
    CHECK(shown.page->goToField({u"financement"_s, id, u"source"_s}));
    CHECK(shown.page->goToField({u"financement"_s, {}, u"montant"_s}));
}

TEST_CASE("The budget of the fiches is listed and summed, and a line leads to its fiche")
{
    domain::Projet projet = emptyProject();
    projet.missions.insert(Id::fromKey(u"mission:prevention"_s)).code = u"prevention"_s;
    const Id fiche = Id::create();
    projet.fiches.insert(fiche).intitule = u"Repérer la fragilité"_s;
    projet.fiches.find(fiche)->mission = Id::fromKey(u"mission:prevention"_s);
    const Id line = Id::create();
    domain::LigneBudget &cost = projet.budget.insert(line);
    cost.fiche = fiche;
    cost.intitule = u"Coordination"_s;
    cost.annee = 2027;
    cost.etp = 0.5;
    cost.prevu = 1200.5;
    domain::Financement &aid = projet.financements.insert(Id::create());
    aid.annee = 2027;
    aid.montant = 1000;
    Money shown(projet);
    shown.page->makeAllParts();
    auto *panel = shown.page->findChild<gui::BudgetPanel *>();
    REQUIRE(panel);
    REQUIRE(panel->lines()->model()->rowCount() == 2);
    CHECK(textAt(panel->lines(), 0, 0) == u"Repérer la fragilité"_s);
    CHECK(textAt(panel->lines(), 1, 4) == u"1 200,50"_s);
    CHECK(panel->lines()->model()->headerData(3, Qt::Horizontal).toString() == u"Équivalents temps plein"_s);
    REQUIRE(panel->sums().size() == 3);
    CHECK(textAt(panel->sums()[0], 0, 0) == u"2027"_s);
    CHECK(textAt(panel->sums()[0], 0, 5) == u"\u2212200,50"_s);
    CHECK(textAt(panel->sums()[2], 0, 0) == u"Prévention"_s);
    for (const gui::RecordTable *table : panel->sums())
        CHECK(textAt(table, table->model()->rowCount() - 1, 1) == u"1 200,50"_s);
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    panel->lines()->selectRow(0);
    shown.button(u"Ouvrir la fiche →"_s)->click();
    REQUIRE(goTo.size() == 1);
    CHECK(goTo.at(0).at(0).toString() == u"fiches"_s);
    CHECK(goTo.at(0).at(1).value<domain::FieldAddress>() == domain::FieldAddress{u"budget"_s, line, u"intitule"_s});
    REQUIRE(shown.dossier->edit(u"Dépense"_s, domain::setting(shown.projet(), {u"budget"_s, line, u"prevu"_s}, 900.0))
                .ok());
    CHECK(textAt(panel->sums()[0], 0, 5) == u"100"_s);
}

TEST_CASE("The sums are left alone by edits that do not touch them, and come at once when they grow")
{
    domain::Projet projet = pagetest::emptyProject();
    const Id fiche = Id::create();
    projet.fiches.insert(fiche).intitule = u"Repérer la fragilité"_s;
    Money shown(projet);
    shown.page->makeAllParts();
    auto *panel = shown.page->findChild<gui::BudgetPanel *>();
    REQUIRE(panel);
    auto *byFunder = panel->sums()[1]->model();
    QSignalSpy inserted(byFunder, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(byFunder, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(byFunder, &QAbstractItemModel::dataChanged);
    domain::Projet funded = shown.projet();
    for (int at = 0; at < 60; ++at) {
        domain::LigneBudget &cost = funded.budget.insert(Id::create());
        cost.fiche = fiche;
        cost.prevu = 100;
        cost.financeur = u"Financeur %1"_s.arg(at);
    }
    REQUIRE(shown.dossier->edit(u"Dépenses"_s, domain::diff(shown.projet(), funded)).ok());
    CHECK(byFunder->rowCount() == 61);
    CHECK(inserted.size() == 1);
    CHECK(textAt(panel->sums()[1], 60, 0) == u"Total"_s);
    CHECK(textAt(panel->sums()[1], 60, 1) == u"6 000"_s);
    changed.clear();
    REQUIRE(
        shown.dossier
            ->edit(u"Titre"_s, domain::setting(shown.projet(), {u"fiche"_s, fiche, u"intitule"_s}, u"Autre titre"_s))
            .ok());
    CHECK(inserted.size() == 1);
    CHECK(removed.empty());
    CHECK(changed.empty());
}

TEST_CASE("Without any expense the page says where to write one, and shows no sum")
{
    Money shown;
    shown.page->makeAllParts();
    auto *panel = shown.page->findChild<gui::BudgetPanel *>();
    CHECK(panel->lines()->isHidden());
    CHECK(shown.tells(u"Aucune dépense pour l’instant"_s));
    CHECK(panel->sums().front()->model()->rowCount() == 1); // the total alone
    CHECK_FALSE(panel->sums().front()->isVisibleTo(panel));
}

TEST_CASE("The budget is printed or saved from its page")
{
    domain::Projet projet = emptyProject();
    projet.budget.insert(Id::create()).prevu = 1200.0;
    const Money money(projet);
    money.page->makeAllParts();
    auto *panel = money.page->findChild<gui::BudgetPanel *>();
    gui::DocumentMenu *menu = panel->documents();
    REQUIRE(menu->menu());
    CHECK(menu->menu()->actions().size() == 4);
    CHECK(menu->menu()->actions().front()->text() == u"Imprimer…");
    CHECK(menu->accessibleName() == u"Imprimer ou enregistrer le budget");
    const QString path = money.folder.filePath(u"budget.pdf"_s);
    REQUIRE(menu->writeTo(path, gui::Format::Pdf, [&money] {
        return base::Result<report::Document>(
            report::budgetDocument(paca(), money.projet(), officialData(), money.clock.today()));
    }));
    CHECK(panel->messages()->bar(u"export"_s)->sentence().contains(u"budget.pdf"_s));
}
