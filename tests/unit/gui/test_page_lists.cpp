#include "gui/dialogs/tick_dialog.h"
#include "gui/findings.h"
#include "gui/pages/page_calendrier.h"
#include "gui/pages/page_equipe.h"
#include "gui/pages/page_mobilisation.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/widgets/answer_choice.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/text_line.h"
#include "models/operations.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

QPushButton *button(QWidget *in, const QString &text)
{
    for (QPushButton *each : in->findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    return nullptr;
}

} // namespace

TEST_CASE("A person is added, typed, moved and removed, the keyboard follows")
{
    Shown<gui::PageEquipe> shown;
    gui::RepeatEditor *team = shown.page->team();
    CHECK_FALSE(team->table()->isVisible());
    QTest::mouseClick(button(team, u"Ajouter une personne"_s), Qt::LeftButton);
    auto *prenom = shown.find<gui::TextLine>("prenom");
    CHECK(focused(shown) == prenom);
    type(prenom, u"Aïcha"_s);
    type(shown.find<gui::TextLine>("nom"), u"Noël"_s);
    QTest::mouseClick(button(team, u"Ajouter une personne"_s), Qt::LeftButton);
    CHECK(prenom->text().isEmpty());
    type(prenom, u"Béa"_s);
    shown.page->flush();
    REQUIRE(shown.projet().personnes.size() == 2);
    const base::Id second = team->chosen();
    CHECK(shown.projet().personnes.find(second)->prenom == u"Béa"_s);
    CHECK(shown.projet().personnes.find(second)->equipeProjet);
    CHECK(team->model()->index(0, 0).data().toString() == u"Aïcha Noël"_s);
    QTest::mouseClick(button(team, u"Monter"_s), Qt::LeftButton);
    CHECK(team->model()->rowOf(second) == 0);
    CHECK_FALSE(button(team, u"Monter"_s)->isEnabled());
    CHECK(focused(shown) == team->table()); // not « Descendre », which the same key would press
    QTest::mouseClick(button(team, u"Descendre"_s), Qt::LeftButton);
    CHECK(team->model()->rowOf(second) == 1);
    QTest::mouseClick(button(team, u"Retirer"_s), Qt::LeftButton);
    CHECK(shown.projet().personnes.size() == 1);
    CHECK(focused(shown) == team->table());
    CHECK(prenom->text() == u"Aïcha"_s);
    shown.undo();
    CHECK(shown.projet().personnes.find(second)->prenom == u"Béa"_s);
}

TEST_CASE("The porteur is in the team, marked, and can't be removed from it")
{
    domain::Projet projet = emptyProject();
    const base::Id id = base::Id::create();
    projet.personnes.insert(id).nom = u"Martin"_s;
    projet.identite.porteur = id;
    Shown<gui::PageEquipe> shown(projet);
    gui::RepeatEditor *team = shown.page->team();
    CHECK(team->model()->index(0, 0).data().toString() == u"Martin · porteur"_s);
    CHECK(team->chosen() == id);
    CHECK_FALSE(button(team, u"Retirer"_s)->isEnabled());
    team->remove();
    CHECK(shown.projet().personnes.size() == 1);
    REQUIRE(shown.page->goToField({u"personne"_s, id, u"structure"_s}));
    QTest::qWait(20);
    CHECK(focused(shown) == shown.find<gui::TextLine>("structure"));
}

TEST_CASE("The team is taken from the members, who are not in it by themselves")
{
    domain::Projet projet = emptyProject();
    const base::Id anne = base::Id::create();
    projet.personnes.insert(anne).nom = u"PSI"_s;
    projet.personnes.find(anne)->membre = true;
    const base::Id lea = base::Id::create();
    projet.personnes.insert(lea).nom = u"RHO"_s;
    projet.personnes.find(lea)->membre = true;
    Shown<gui::PageEquipe> shown(projet);
    QPushButton *take = button(shown.page->team(), u"Prendre dans les membres…"_s);
    REQUIRE(take);
    CHECK(take->isVisible());
    QTest::mouseClick(take, Qt::LeftButton);
    auto *dialog = shown.page->findChild<gui::TickDialog *>();
    REQUIRE(dialog);
    auto *list = dialog->findChild<QListWidget *>();
    REQUIRE(list->count() == 2);
    list->item(1)->setCheckState(Qt::Checked);
    dialog->accept();
    CHECK(shown.projet().personnes.find(lea)->equipeProjet);
    CHECK_FALSE(shown.projet().personnes.find(anne)->equipeProjet);
    CHECK(shown.page->team()->chosen() == lea);
    CHECK(take->isVisible());
    REQUIRE(
        shown.dossier->edit(u"Ailleurs"_s, domain::setting(shown.projet(), {u"personne"_s, anne, u"membre"_s}, false))
            .ok());
    CHECK_FALSE(take->isVisible()); // nobody is left to be taken
    shown.undo();
    shown.undo();
    CHECK_FALSE(shown.projet().personnes.find(lea)->equipeProjet);
}

TEST_CASE("The date of the statutes is asked only when they are to come")
{
    Shown<gui::PageEquipe> shown;
    auto *state = shown.find<gui::ChoiceBox>("etatStatuts");
    auto *date = shown.find<gui::DateField>("statutsPrevusLe");
    CHECK_FALSE(date->isVisibleTo(shown.page.get()));
    const int row = state->findData(u"a-venir"_s);
    state->setCurrentIndex(row);
    Q_EMIT state->activated(row);
    CHECK(shown.projet().structure.etatStatuts == domain::EtatStatuts::AVenir);
    CHECK(date->isVisibleTo(shown.page.get()));
}

TEST_CASE("Head counts are typed with the keyboard: Enter goes down, Tab right, totals follow")
{
    Shown<gui::PageMobilisation> shown;
    gui::RecordTable *table = shown.page->counts();
    REQUIRE(table->model()->rowCount() == 13);
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 1));
    const auto typeCell = [&](const char *digits, Qt::Key end) {
        press(table, Qt::Key_Return);
        auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        REQUIRE(editor);
        editor->selectAll();
        QTest::keyClicks(editor, QString::fromLatin1(digits));
        QTest::keyClick(editor, end);
        QTest::qWait(5);
    };
    typeCell("12", Qt::Key_Return);
    CHECK(table->currentIndex() == table->model()->index(1, 1));
    typeCell("8", Qt::Key_Tab);
    CHECK(table->currentIndex() == table->model()->index(1, 2));
    const auto *medecins = domain::findKey(shown.projet().effectifs, u"effectif"_s, u"medecins-generalistes"_s);
    REQUIRE(medecins);
    CHECK(medecins->identifies == 12);
    CHECK(table->model()->index(12, 1).data().toString() == u"20"_s);
}

TEST_CASE("A word in a head count is refused in words")
{
    Shown<gui::PageMobilisation> shown;
    QSignalSpy failed(shown.page.get(), &gui::FormPage::failed);
    auto *model = shown.page->counts()->model();
    CHECK_FALSE(model->setData(model->index(0, 1), u"beaucoup"_s));
    REQUIRE(failed.size() == 1);
    CHECK(failed.at(0).at(0).toString().contains(u"nombre entier"_s));
}

TEST_CASE("More members than people asked is told under the table")
{
    Shown<gui::PageMobilisation> shown;
    auto *coherence = shown.find<QLabel>("coherence");
    CHECK_FALSE(coherence->isVisibleTo(shown.page.get()));
    auto *model = shown.page->counts()->model();
    model->setData(model->index(0, 1), u"5"_s);
    model->setData(model->index(0, 2), u"5"_s);
    model->setData(model->index(0, 3), u"9"_s);
    CHECK(coherence->isVisibleTo(shown.page.get()));
    CHECK_FALSE(coherence->text().isEmpty());
    model->setData(model->index(0, 3), u"4"_s);
    CHECK_FALSE(coherence->text().contains(u'9'));
}

TEST_CASE("A finding about a head count leads to its cell")
{
    Shown<gui::PageMobilisation> shown;
    const base::Id id = base::Id::fromKey(u"effectif:sages-femmes"_s);
    REQUIRE(shown.page->goToField({u"effectif"_s, id, u"sollicites"_s}));
    QTest::qWait(20);
    CHECK(focused(shown) == shown.page->counts());
    CHECK(shown.page->counts()->currentIndex().column() == 2);
    CHECK(shown.page->counts()->currentId() == id);
}

TEST_CASE("Actions and partners are two lists of one page")
{
    Shown<gui::PageMobilisation> shown;
    shown.page->actions()->add();
    type(shown.find<gui::TextLine>("lieu"), u"Salle des fêtes d’Annot"_s);
    shown.page->partners()->add();
    type(shown.find<gui::TextLine>("service"), u"EHPAD « Les Tilleuls »"_s);
    shown.page->flush();
    REQUIRE(shown.projet().mobilisations.size() == 1);
    CHECK(shown.projet().mobilisations.begin()->second.lieu == u"Salle des fêtes d’Annot"_s);
    REQUIRE(shown.projet().partenaires.size() == 1);
    CHECK(shown.projet().partenaires.begin()->second.service == u"EHPAD « Les Tilleuls »"_s);
}

TEST_CASE("A date of the calendar is typed as people write it")
{
    Shown<gui::PageCalendrier> shown;
    shown.page->dates()->add();
    type(shown.find<gui::TextLine>("intitule"), u"Dépôt de la lettre"_s);
    auto *date = shown.find<gui::DateField>("date");
    type(date->focusTarget(), u"12/3/2027"_s);
    shown.page->flush();
    REQUIRE(shown.projet().echeances.size() == 1);
    const domain::Echeance &kept = shown.projet().echeances.begin()->second;
    CHECK(kept.date == QDate(2027, 3, 12));
    CHECK(kept.intitule == u"Dépôt de la lettre"_s);
    CHECK(shown.page->dates()->model()->index(0, 0).data().toString() == u"12/03/2027"_s);
}

namespace
{

// The calendar with two lines, the second one chosen.
struct TwoDates : Shown<gui::PageCalendrier> {
    gui::RepeatEditor *dates = page->dates();
    base::Id first = added();
    base::Id second = added();
    gui::DateField *date = find<gui::DateField>("date");
    QLineEdit *line = qobject_cast<QLineEdit *>(date->focusTarget());

private:
    base::Id added()
    {
        dates->add();
        return dates->chosen();
    }
};

} // namespace

TEST_CASE("Half a date is kept when another line of the list is chosen, and told until it is mended")
{
    TwoDates shown;
    gui::RepeatEditor *dates = shown.dates;
    QLineEdit *line = shown.line;
    dates->choose(shown.first);
    type(line, u"12/03"_s);
    dates->choose(shown.second);
    CHECK(line->text().isEmpty());
    const auto told = [&] {
        for (const QLabel *label : dates->findChildren<QLabel *>())
            if (label->isVisible() && support::plain(label->text()).startsWith(u"Ligne 1 : « 12/03 » n’est pas"))
                return true;
        return false;
    };
    CHECK(told());
    type(line, u"01/02/2027"_s); // the other line is not disturbed
    dates->choose(shown.first);
    CHECK(line->text() == u"12/03"_s);
    CHECK_FALSE(told());
    CHECK(support::plain(gui::FieldFrame::around(shown.date)->message())
              .startsWith(u"« 12/03 » n’est pas une date complète"));
    CHECK(shown.projet().echeances.find(shown.second)->date == QDate(2027, 2, 1));
    type(line, u"/2027"_s);
    shown.page->flush();
    CHECK(shown.projet().echeances.find(shown.first)->date == QDate(2027, 3, 12));
    dates->choose(shown.second);
    dates->choose(shown.first);
    CHECK(line->text() == u"12/03/2027"_s);
}

TEST_CASE("Half a date is forgotten when its line gets a date from elsewhere, or goes")
{
    TwoDates shown;
    gui::RepeatEditor *dates = shown.dates;
    QLineEdit *line = shown.line;
    type(line, u"12/03"_s);
    dates->choose(shown.first);
    REQUIRE(shown.dossier
                ->edit(u"Ailleurs"_s,
                       domain::setting(shown.projet(), {u"echeance"_s, shown.second, u"date"_s}, QDate(2027, 5, 4)))
                .ok());
    dates->choose(shown.second);
    CHECK(line->text() == u"04/05/2027"_s);
}

TEST_CASE("A record whose adding is undone leaves its form, and typing does not bring it back")
{
    Shown<gui::PageCalendrier> shown;
    shown.page->dates()->add();
    type(shown.find<gui::TextLine>("intitule"), u"x"_s);
    shown.undo();
    shown.undo();
    CHECK(shown.projet().echeances.empty());
    CHECK_FALSE(shown.find<gui::TextLine>("intitule")->isVisibleTo(shown.page.get()));
    shown.page->flush();
    CHECK(shown.projet().echeances.empty());
}

TEST_CASE("The support structure is asked when support is wanted, with its address")
{
    Shown<gui::PageCalendrier> shown;
    auto *structure = shown.find<gui::ChoiceBox>("structureAppui");
    CHECK_FALSE(structure->isVisibleTo(shown.page.get()));
    QTest::mouseClick(shown.find<gui::AnswerChoice>("souhaite")->findChildren<QRadioButton *>().front(),
                      Qt::LeftButton);
    CHECK(structure->isVisibleTo(shown.page.get()));
    const int row = structure->findData(u"mazars"_s);
    REQUIRE(row > 0);
    structure->setCurrentIndex(row);
    Q_EMIT structure->activated(row);
    CHECK(shown.projet().accompagnement.structureAppui == u"mazars"_s);
    CHECK(shown.find<QLabel>("adresse")->text().contains(u"92400 Courbevoie"_s));
    CHECK(shown.find<QLabel>("label")->isVisibleTo(shown.page.get()));
}

TEST_CASE("What the criteria said of the head counts is told when the page opens, without judging again")
{
    domain::Projet projet = emptyProject();
    const base::Id id = base::Id::fromKey(u"effectif:medecins-generalistes"_s);
    domain::Effectif &count = projet.effectifs.insert(id);
    count.profession = u"medecins-generalistes"_s;
    count.identifies = 5;
    count.sollicites = 5;
    count.adherents = 9;
    Shown<gui::PageMobilisation> shown(projet);
    CHECK(gui::Findings::runs(*shown.dossier) == 1); // those that every page shares
    const auto *coherence = shown.find<QLabel>("coherence");
    CHECK(coherence->isVisibleTo(shown.page.get()));
    QStringList told;
    for (const controle::Finding &each : gui::Findings::of(*shown.context))
        if (each.volet == controle::Volet::Lettre && each.severity != controle::Severity::Fulfilled &&
            each.field.id == id)
            told << each.sentence + u'.';
    CHECK(coherence->text() == told.join(u'\n'));
    const gui::PageMobilisation again(*shown.context);
    CHECK(gui::Findings::runs(*shown.dossier) == 1);
}

TEST_CASE("Members that are counted in their list are not typed again, and the page says where they are")
{
    domain::Projet projet = emptyProject();
    projet.organisation.comptage = domain::Comptage::Membres;
    domain::Personne &person = projet.personnes.insert(base::Id::create());
    person.profession = u"pharmaciens"_s;
    person.membre = true;
    const Shown<gui::PageMobilisation> shown(projet);
    const auto *told = shown.find<QLabel>("total");
    CHECK(support::plain(told->text()) == u"Total : adhérents 1. Les adhérents sont comptés dans la liste des membres, "
                                          "page « Organisation »."_s);
    const QModelIndex cell = shown.page->counts()->model()->index(0, 3);
    CHECK_FALSE(cell.flags().testFlag(Qt::ItemIsEditable));
}
