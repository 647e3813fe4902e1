// The steps and their dates, the contract, the meetings, the people in charge: typed, computed, undone.
#include "gui/pages/notice_card.h"
#include "gui/pages/page_calendrier.h"
#include "gui/pages/page_etapes.h"
#include "gui/pages/record_table.h"
#include "gui/pages/steps_panel.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/page_tabs.h"
#include "gui/widgets/record_picker.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "test_page_support.h"

#include <QLabel>
#include <QPushButton>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

bool tells(const QWidget *page, const QString &text)
{
    for (const QLabel *label : page->findChildren<QLabel *>())
        if (!label->isHidden() &&
            QString(label->text()).replace(QChar(0x00A0), u' ').replace(QChar(0x202F), u' ').contains(text))
            return true;
    return false;
}

QPushButton *button(const QWidget *in, const QString &text)
{
    for (QPushButton *each : in->findChildren<QPushButton *>())
        if (each->text() == text && !each->isHidden())
            return each;
    return nullptr;
}

void typeDate(Shown<gui::PageEtapes> &shown, const QString &etape, bool real, const QString &date)
{
    gui::DateField *field = shown.page->steps()->dateOf(etape, real);
    REQUIRE(field);
    type(field->focusTarget(), date);
    shown.page->flush();
}

domain::Projet signedProject()
{
    domain::Projet projet = emptyProject();
    addCommune(projet, u"04006"_s);
    addCommune(projet, u"04039"_s);
    domain::Mission &mission = projet.missions.insert(Id::fromKey(u"mission:prevention"_s));
    mission.code = u"prevention"_s;
    mission.retenue = true;
    projet.identite.contratLe = QDate(2026, 6, 1);
    return projet;
}

} // namespace

TEST_CASE("A date of a step is typed, kept as a deadline of that step, and the delay is computed")
{
    Shown<gui::PageEtapes> shown;
    shown.page->makeAllParts();
    typeDate(shown, u"ccopd"_s, true, u"31/1/2027"_s);
    REQUIRE(shown.projet().echeances.size() == 1);
    const domain::Echeance &kept = shown.projet().echeances.begin()->second;
    CHECK(kept.etape == u"ccopd"_s);
    CHECK(kept.faite);
    CHECK(kept.date == QDate(2027, 1, 31));
    CHECK(tells(shown.page.get(), u"Réponse de l’ARS attendue : au plus tard le 28 février 2027"_s));
    CHECK(tells(shown.page.get(), u"Cahier des charges 2022, p. 18"_s));
    CHECK(tells(shown.page.get(), u"Aide au démarrage : 40 000 €"_s));
    auto *list = shown.page->listOf(u"echeance"_s);
    CHECK(list->model()->rowCount() == 1);
    shown.undo();
    CHECK(shown.projet().echeances.empty());
    CHECK(shown.page->steps()->dateOf(u"ccopd"_s, true)->value() == domain::Value());
}

TEST_CASE("Half a date is not stored, an emptied one is taken away, and the planned one stays")
{
    Shown<gui::PageEtapes> shown;
    shown.page->makeAllParts();
    typeDate(shown, u"validation"_s, false, u"1/12/2027"_s);
    typeDate(shown, u"validation"_s, true, u"12/"_s);
    CHECK(shown.projet().echeances.size() == 1);
    typeDate(shown, u"validation"_s, true, u"1/2028"_s);
    CHECK(shown.projet().echeances.size() == 2);
    gui::DateField *real = shown.page->steps()->dateOf(u"validation"_s, true);
    static_cast<QLineEdit *>(real->focusTarget())->selectAll();
    press(real->focusTarget(), Qt::Key_Delete);
    shown.page->flush();
    REQUIRE(shown.projet().echeances.size() == 1);
    CHECK(shown.projet().echeances.begin()->second.date == QDate(2027, 12, 1));
    typeDate(shown, u"contrat"_s, true, u"3/1/2028"_s);
    CHECK(shown.projet().identite.contratLe == QDate(2028, 1, 3));
    CHECK(tells(shown.page.get(), u"Fin du contrat : le 3 janvier 2033"_s));
}

TEST_CASE("A request for complements suspends the delay in words, until the project is received")
{
    Shown<gui::PageEtapes> shown;
    shown.page->makeAllParts();
    typeDate(shown, u"validation"_s, true, u"1/11/2026"_s);
    auto *list = shown.page->listOf(u"suspension"_s);
    list->add();
    type(list->findChild<gui::DateField *>(u"debut"_s)->focusTarget(), u"13/11/2026"_s);
    shown.page->flush();
    CHECK(tells(shown.page.get(), u"délai suspendu depuis le 13 novembre 2026"_s));
    type(list->findChild<gui::DateField *>(u"fin"_s)->focusTarget(), u"20/11/2026"_s);
    shown.page->flush();
    CHECK(tells(shown.page.get(), u"8 janvier 2027 (estimation : délai suspendu 7 jours)"_s));
}

TEST_CASE("The contract is kept by one button, a change asks for an amendment, and its update makes the finding go")
{
    Shown<gui::PageEtapes> shown(signedProject());
    shown.page->makeAllParts();
    QPushButton *keep = button(shown.page.get(), u"Retenir le territoire et les missions du contrat"_s);
    REQUIRE(keep);
    keep->click();
    CHECK(shown.projet().contrat.communes == u"04006 04039"_s);
    CHECK(shown.projet().contrat.missions == u"prevention"_s);
    CHECK(tells(shown.page.get(), u"Le contrat couvre 2 communes et 1 mission"_s));
    CHECK(tells(shown.page.get(), u"Le projet est celui du contrat."_s));
    CHECK(tells(shown.page.get(), u"Prévention : déploiement avant le 1er juin 2028"_s));
    CHECK(tells(shown.page.get(), u"Cahier des charges PACA 2022"_s)); // its own time, not that of another region
    domain::Projet more = shown.projet();
    addCommune(more, u"04008"_s);
    REQUIRE(shown.dossier->edit(u"Ajouter Annot"_s, domain::diff(shown.projet(), more)).ok());
    CHECK(tells(shown.page.get(), u"+ Annot"_s));
    CHECK(tells(shown.page.get(), u"avenant (cahier des charges, p. 19)"_s));
    shown.page->listOf(u"avenant"_s)->add(); // what changed is in it already
    REQUIRE(shown.projet().avenants.size() == 1);
    CHECK(shown.projet().avenants.begin()->second.objet == u"Commune ajoutée : Annot."_s);
    CHECK(shown.projet().avenants.begin()->second.motif == domain::MotifAvenant::Territoire);
    button(shown.page.get(), u"Mettre à jour ce que couvre le contrat"_s)->click();
    CHECK(tells(shown.page.get(), u"Le projet est celui du contrat."_s));
    CHECK_FALSE(button(shown.page.get(), u"Mettre à jour ce que couvre le contrat"_s));
    shown.undo();
    CHECK(tells(shown.page.get(), u"+ Annot"_s));
}

TEST_CASE("The last year of a contract says to prepare what follows, and its end that it ended")
{
    domain::Projet projet = signedProject();
    projet.identite.contratLe = QDate(2022, 2, 1); // ends on 1 February 2027, today is 23 November 2026
    {
        Shown<gui::PageEtapes> shown(projet);
        shown.page->makeAllParts();
        CHECK(tells(shown.page.get(), u"Dernière année du contrat"_s));
    }
    projet.identite.contratLe = QDate(2021, 2, 1);
    Shown<gui::PageEtapes> shown(projet);
    shown.page->makeAllParts();
    CHECK(tells(shown.page.get(), u"Le contrat est arrivé à son terme."_s));
}

TEST_CASE("A meeting with its participants is written, and those present are counted in one step that is undone")
{
    domain::Projet projet = emptyProject();
    std::vector<Id> people;
    for (const QString &name : {u"Alpha"_s, u"Bêta"_s}) {
        people.push_back(Id::create());
        projet.personnes.insert(people.back()).nom = name;
    }
    Shown<gui::PageEtapes> shown(projet);
    shown.page->makeAllParts();
    auto *list = shown.page->listOf(u"reunion"_s);
    CHECK_FALSE(button(shown.page.get(), u"Les compter dans l’élaboration"_s));
    list->add();
    type(list->findChild<gui::TextLine *>(u"intitule"_s), u"Atelier « soins non programmés »"_s);
    type(list->findChild<gui::DateField *>(u"date"_s)->focusTarget(), u"12/11/2026"_s);
    type(list->findChild<gui::TextArea *>(u"decisions"_s), u"On s’y met à l’été."_s);
    shown.page->flush();
    const Id meeting = list->chosen();
    REQUIRE(shown.dossier
                ->edit(u"Présents"_s, domain::setting(shown.projet(), {u"reunion"_s, meeting, u"personnes"_s},
                                                      base::IdList{people[0], people[1]}))
                .ok());
    CHECK(shown.projet().reunions.find(meeting)->decisions == u"On s’y met à l’été."_s);
    CHECK(list->model()->index(0, 3).data().toString() == u"2"_s); // named, and nobody typed a number
    CHECK(tells(shown.page.get(), u"2 personnes présentes aux réunions ne sont pas comptées"_s));
    button(shown.page.get(), u"Les compter dans l’élaboration"_s)->click();
    CHECK(shown.projet().personnes.find(people[0])->elaboration == true);
    CHECK(shown.projet().personnes.find(people[1])->elaboration == true);
    CHECK_FALSE(button(shown.page.get(), u"Les compter dans l’élaboration"_s));
    shown.undo();
    CHECK_FALSE(shown.projet().personnes.find(people[0])->elaboration);
    CHECK_FALSE(shown.projet().personnes.find(people[1])->elaboration);
}

TEST_CASE("The functional addresses of the department are added once, without any name")
{
    domain::Projet projet = emptyProject();
    addCommune(projet, u"04006"_s);
    Shown<gui::PageEtapes> shown(projet);
    shown.page->makeAllParts();
    QPushButton *add = button(shown.page.get(), u"Ajouter ces adresses à la liste"_s);
    REQUIRE(add);
    add->click();
    REQUIRE_FALSE(shown.projet().interlocuteurs.empty());
    for (const auto &[id, each] : shown.projet().interlocuteurs) {
        CHECK(each.email.contains(u'@'));
        CHECK_FALSE(each.organisme.isEmpty());
        CHECK(each.nom.isEmpty());
    }
    CHECK_FALSE(button(shown.page.get(), u"Ajouter ces adresses à la liste"_s));
    shown.undo();
    CHECK(shown.projet().interlocuteurs.empty());
    Shown<gui::PageEtapes> nowhere;
    nowhere.page->makeAllParts();
    CHECK_FALSE(button(nowhere.page.get(), u"Ajouter ces adresses à la liste"_s));
}

TEST_CASE("Every field of the follow-up that a finding names is found, in its own part of the page")
{
    domain::Projet projet = emptyProject();
    const Id id = Id::create();
    projet.echeances.insert(id).intitule = u"Dépôt"_s;
    projet.avenants.insert(id).objet = u"Annot"_s;
    projet.reunions.insert(id).lieu = u"Allos"_s;
    projet.interlocuteurs.insert(id).organisme = u"ARS"_s;
    projet.suspensions.insert(id).motif = u"Statuts"_s;
    Shown<gui::PageEtapes> shown(projet);
    auto *tabs = shown.page->findChild<gui::PageTabs *>();
    const std::pair<domain::FieldAddress, int> places[] = {
        {{u"identite"_s, {}, u"phase"_s}, 0},    {{u"suspension"_s, id, u"motif"_s}, 0},
        {{u"avenant"_s, {}, u"objet"_s}, 1},     {{u"reunion"_s, id, u"lieu"_s}, 2},
        {{u"reunion"_s, {}, u"personnes"_s}, 2}, {{u"echeance"_s, id, u"date"_s}, 3},
        {{u"interlocuteur"_s, id, u"nom"_s}, 4}};
    for (const auto &[at, part] : places) {
        CAPTURE(at.toString().toStdString());
        CHECK(shown.page->goToField(at));
        CHECK(tabs->currentIndex() == part);
    }
}

TEST_CASE("A deadline marked as done on the page of the calendar is the real date of its step")
{
    domain::Projet projet = emptyProject();
    domain::Echeance &echeance = projet.echeances.insert(Id::create());
    echeance.etape = u"ccopd"_s;
    echeance.date = QDate(2026, 11, 3);
    Shown<gui::PageCalendrier> calendar(projet);
    calendar.page->dates()->table()->selectRow(0);
    auto *done = calendar.page->findChild<QAbstractButton *>(u"faite"_s);
    REQUIRE(done);
    done->click();
    CHECK(calendar.projet().echeances.begin()->second.faite);
    CHECK(calendar.page->dates()->model()->index(0, 3).data().toString() == u"oui"_s);
    Shown<gui::PageEtapes> steps(calendar.projet());
    steps.page->makeAllParts();
    CHECK(steps.page->steps()->dateOf(u"ccopd"_s, true)->value() == domain::Value(QDate(2026, 11, 3)));
    CHECK(steps.page->steps()->dateOf(u"ccopd"_s, false)->value() == domain::Value());
}
