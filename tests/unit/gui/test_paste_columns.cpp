// A block that does not say what its columns are: the question, answered by keyboard and mouse.
#include "columns_asked.h"
#include "driving.h"
#include "gui/dialogs/import_columns.h"
#include "gui/pages/fiche_form.h"
#include "gui/pages/page_equipe.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/page_mobilisation.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/widgets/choice_box.h"
#include "support/thread.h"
#include "test_page_support.h"

#include <QCheckBox>
#include <QClipboard>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

// The list of the expenses of a fiche, in its window.
struct Expenses {
    Shown<gui::PageFiches> shown{withFiche()};
    gui::RepeatEditor *list = nullptr;

    static domain::Projet withFiche()
    {
        domain::Projet projet = emptyProject();
        support::addFiche(projet, u"a"_s, u"Accès aux soins"_s);
        return projet;
    }
    Expenses()
    {
        shown.page->findChild<gui::FicheForm *>()->setCurrentTab(5);
        shown.page->makeAllParts();
        for (auto *each : shown.page->findChildren<gui::RepeatEditor *>())
            if (each->model()->spec().table == u"budget")
                list = each;
        REQUIRE(list);
    }
    void paste(const QString &block) const
    {
        QApplication::clipboard()->setText(block);
        driving::click(*list, u"Coller"_s);
    }
    [[nodiscard]] QStringList lines() const
    {
        QStringList all;
        for (const auto &[id, line] : domain::inOrder(shown.projet().budget))
            all << u"%1|%2|%3"_s.arg(line->intitule).arg(line->annee.value_or(0)).arg(line->prevu.value_or(0));
        return all;
    }
};

QAbstractButton *accepting(const gui::PasteColumnsDialog &dialog)
{
    return driving::button(const_cast<gui::PasteColumnsDialog &>(dialog), u"Coller"_s);
}

} // namespace

TEST_CASE("Figures without titles: nothing is written before it is said what they are, by keyboard")
{
    const Expenses page;
    page.paste(u"Secrétariat\t2027\t12000\nFormation\t2028\t800\n"_s);
    gui::PasteColumnsDialog *dialog = columnsAsked();
    REQUIRE(dialog);
    CHECK(page.lines().isEmpty());
    CHECK(driving::words(*dialog).contains(u"Ces colonnes n’ont pas de titre."_s));
    CHECK(dialog->columns()->rowCount() == 2);
    CHECK(dialog->columns()->choice(0)->currentText() == u"Dépense"_s);
    REQUIRE(qobject_cast<gui::ChoiceBox *>(dialog->focusWidget()));
    press(dialog->focusWidget(), Qt::Key_Escape);
    CHECK_FALSE(columnsAsked());
    CHECK(page.lines().isEmpty());

    page.paste(u"Secrétariat\t2027\t12000\nFormation\t2028\t800\n"_s);
    dialog = columnsAsked();
    REQUIRE(dialog);
    page.paste(u"Autre\t2029\t1\nEncore\t2029\t2\n"_s); // one question at a time
    const auto asked = page.shown.page->window()->findChildren<gui::PasteColumnsDialog *>();
    CHECK(std::count_if(asked.begin(), asked.end(), [](const QWidget *each) { return each->isVisible(); }) == 1);
    gui::ChoiceBox *third = dialog->columns()->choice(2);
    third->setFocus();
    for (int line = 0; line < third->count() && third->currentText() != u"Prévu"_s; ++line)
        press(third, Qt::Key_Down);
    REQUIRE(third->currentText() == u"Prévu"_s);
    acceptColumns();
    CHECK(page.lines() == QStringList{u"Secrétariat|2027|12000"_s, u"Formation|2028|800"_s});
    CHECK(page.shown.page->window()->focusWidget() == page.list->table());
    page.shown.undo();
    CHECK(page.lines().isEmpty());
}

TEST_CASE("A table of which nothing names the records waits for the column that does")
{
    const Expenses page;
    page.paste(u"Année\tFinanceur\tCouleur\tTaille\tPoids\n2027\tARS\tbleu\tgrande\tlourd\n"_s);
    gui::PasteColumnsDialog *dialog = columnsAsked();
    REQUIRE(dialog);
    CHECK(driving::words(*dialog).contains(u"Certains titres n’ont pas été reconnus."_s));
    CHECK(driving::words(*dialog).contains(u"Aucune colonne n’est « Dépense »"_s));
    CHECK_FALSE(accepting(*dialog)->isEnabled());
    CHECK(dialog->focusWidget() == dialog->columns()->choice(0));
    press(dialog->focusWidget(), Qt::Key_Tab);
    press(dialog->focusWidget(), Qt::Key_Tab);
    CHECK(dialog->focusWidget() == dialog->columns()->choice(2));
    for (int line = 0; line < 20 && dialog->columns()->choice(2)->currentText() != u"Dépense"_s; ++line)
        press(dialog->focusWidget(), Qt::Key_Down);
    CHECK_FALSE(driving::words(*dialog).contains(u"Aucune colonne"_s));
    REQUIRE(accepting(*dialog)->isEnabled());
    QTest::mouseClick(accepting(*dialog), Qt::LeftButton);
    CHECK(page.lines() == QStringList{u"bleu|2027|0"_s});
}

TEST_CASE("A first row that is no record becomes the titles, and comes back")
{
    const Expenses page;
    page.paste(u"Secrétariat\tARS\nFormation\tCPTS\n"_s);
    gui::PasteColumnsDialog *dialog = columnsAsked();
    REQUIRE(dialog);
    auto *first = dialog->findChild<QCheckBox *>();
    REQUIRE(first);
    CHECK_FALSE(first->isChecked());
    press(first, Qt::Key_Space);
    CHECK(dialog->columns()->rowCount() == 1);
    CHECK(dialog->columns()->horizontalHeaderItem(0)->text() == u"Secrétariat"_s);
    CHECK(dialog->columns()->choice(0)->currentText() == u"Dépense"_s); // as it was
    press(first, Qt::Key_Space);
    CHECK(dialog->columns()->rowCount() == 2);
    press(first, Qt::Key_Space);
    acceptColumns();
    CHECK(page.lines() == QStringList{u"Formation|0|0"_s});
}

TEST_CASE("People without titles: whole names are proposed as such")
{
    Shown<gui::PageEquipe> shown;
    auto *team = shown.page->findChild<gui::RepeatEditor *>();
    REQUIRE(team);
    QApplication::clipboard()->setText(
        u"Odile Ferrandin\tinfirmière\todile@exemple.fr\nPaul Brémond\tmédecin généraliste\tpaul@exemple.fr\n"_s);
    driving::click(*team, u"Coller"_s);
    REQUIRE(columnsAsked());
    CHECK(columnsAsked()->columns()->choice(0)->currentText() == u"Nom complet"_s);
    acceptColumns();
    REQUIRE(shown.projet().personnes.size() == 2);
    for (const auto &[id, person] : shown.projet().personnes)
        CHECK((person.nom == u"Ferrandin"_s || person.nom == u"Brémond"_s));
}

TEST_CASE("A column that takes what another was gives it what it was, in the question of people")
{
    Shown<gui::PageEquipe> shown;
    auto *team = shown.page->findChild<gui::RepeatEditor *>();
    REQUIRE(team);
    QApplication::clipboard()->setText(u"VASSEUR\tJeanne\nPETIT\tLéo\n"_s);
    driving::click(*team, u"Coller"_s);
    REQUIRE(columnsAsked());
    gui::ImportColumns *columns = columnsAsked()->columns();
    CHECK(columns->choice(0)->currentText() == u"Nom"_s);
    CHECK(columns->choice(1)->currentText() == u"Prénom"_s);
    const int first = columns->choice(0)->findText(u"Prénom"_s);
    columns->choice(0)->setCurrentIndex(first);
    Q_EMIT columns->choice(0)->activated(first);
    CHECK(columns->choice(1)->currentText() == u"Nom"_s);
    columnsAsked()->reject();
}

TEST_CASE("The counters ask what columns with unknown titles are, and the rows keep their names")
{
    Shown<gui::PageMobilisation> shown;
    gui::RecordTable *table = shown.page->counts();
    table->setFocus();
    QApplication::clipboard()->setText(u"Métier\tÂge moyen\tRecensés\nIDE\t44\t31\nPharmaciens\t48\t9\n"_s);
    press(table, Qt::Key_V, Qt::ControlModifier);
    gui::PasteColumnsDialog *dialog = columnsAsked();
    REQUIRE(dialog);
    CHECK(shown.projet().effectifs.empty());
    CHECK_FALSE(dialog->columns()->choice(0)->isEnabled());
    CHECK_FALSE(accepting(*dialog)->isEnabled());
    gui::ChoiceBox *third = dialog->columns()->choice(2);
    third->setFocus();
    for (int line = 0; line < third->count() && !third->currentText().startsWith(u"Identifiés"_s); ++line)
        press(third, Qt::Key_Down);
    acceptColumns();
    const auto *nurses = domain::findKey(shown.projet().effectifs, u"effectif"_s, u"infirmiers"_s);
    REQUIRE(nurses);
    CHECK(nurses->identifies == 31);
    CHECK_FALSE(nurses->sollicites);
    CHECK(driving::words(*shown.page).contains(u"« Âge moyen »"_s));
}
