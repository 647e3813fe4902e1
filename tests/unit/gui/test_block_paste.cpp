// A block copied from a spreadsheet and pasted in the pages: lists and tables of fixed rows.
#include "columns_asked.h"
#include "gui/pages/fiche_form.h"
#include "gui/pages/page_equipe.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/page_mobilisation.h"
#include "gui/pages/page_pieces.h"
#include "gui/pages/projet_pages.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/pages/spec_page.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/text_line.h"
#include "support/thread.h"
#include "test_page_support.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

void copy(const QString &text)
{
    QApplication::clipboard()->setText(text);
}

QPushButton *button(QWidget *in, const QString &text)
{
    for (QPushButton *each : in->findChildren<QPushButton *>())
        if (each->text() == text)
            return each;
    return nullptr;
}

// All that is shown as text, with plain spaces.
QString words(QWidget *in)
{
    QString all;
    for (const QLabel *label : in->findChildren<QLabel *>())
        if (label->isVisibleTo(in))
            all += label->text() + u'\n';
    return all.replace(QChar(0x202F), u' ').replace(QChar(QChar::Nbsp), u' ');
}

gui::RepeatEditor *stepsOf(gui::PageFiches &page)
{
    page.makeAllParts();
    for (auto *list : page.findChildren<gui::RepeatEditor *>())
        if (list->model()->spec().table == u"etapeAction")
            return list;
    return nullptr;
}

} // namespace

TEST_CASE("Steps copied from a spreadsheet are added by Ctrl+V in one undo step, and said")
{
    domain::Projet projet = emptyProject();
    const base::Id fiche = support::addFiche(projet, u"a"_s, u"Accès aux soins"_s);
    const base::Id person = base::Id::create();
    projet.personnes.insert(person).nom = u"PSI"_s;
    projet.personnes.find(person)->prenom = u"Anne"_s;
    Shown<gui::PageFiches> shown(projet);
    auto *form = shown.page->findChild<gui::FicheForm *>();
    REQUIRE(form);
    form->setCurrentTab(3);
    gui::RepeatEditor *steps = stepsOf(*shown.page);
    REQUIRE(steps);
    QString block = u"Étape\tDébut\tRéférent\n"_s;
    for (int i = 1; i <= 12; ++i)
        block += u"Réunion n° %1\t%1/03/2027\t%2\n"_s.arg(i).arg(i == 7 ? u"Inconnu"_s : u"Anne PSI"_s);
    copy(block);
    // The list is empty and its table hidden: the button that adds has the keyboard.
    QPushButton *add = button(steps, u"Ajouter une étape"_s);
    add->setFocus();
    press(add, Qt::Key_V, Qt::ControlModifier);
    REQUIRE(shown.projet().etapesAction.size() == 12);
    const auto found = domain::inOrder(shown.projet().etapesAction);
    CHECK(found[4].second->intitule == u"Réunion n° 5"_s);
    CHECK(found[4].second->debut == QDate(2027, 3, 5));
    CHECK(found[4].second->referent == person);
    CHECK(found[4].second->fiche == fiche);
    CHECK(found[6].second->referent.isNull());
    CHECK(focused(shown) == steps->table());
    CHECK(steps->chosen() == found.front().first);
    const QString said = words(steps);
    INFO(said.toStdString());
    CHECK(said.contains(u"12 étapes d’actions ajoutées."_s));
    CHECK(said.contains(u"« Inconnu »"_s));
    auto *struck = new QMimeData;
    struck->setText(u"Encore une ancienne\t01/04/2027"_s);
    struck->setHtml(u"<table><tr><td>Encore une <s>ancienne</s></td><td>01/04/2027</td></tr></table>"_s);
    QApplication::clipboard()->setMimeData(struck);
    press(steps->table(), Qt::Key_V, Qt::ControlModifier);
    acceptColumns();
    REQUIRE(shown.projet().etapesAction.size() == 13);
    CHECK(domain::inOrder(shown.projet().etapesAction).back().second->intitule == u"Encore une"_s);
    CHECK(words(steps).contains(u"Le texte barré n’a pas été collé."_s));
    shown.undo();
    shown.undo();
    CHECK(shown.projet().etapesAction.empty());
}

TEST_CASE("Right after a tab was chosen, Ctrl+V is for the list of the tab")
{
    domain::Projet projet = emptyProject();
    support::addFiche(projet, u"a"_s, u"Accès aux soins"_s);
    Shown<gui::PageFiches> shown(projet);
    auto *form = shown.page->findChild<gui::FicheForm *>();
    REQUIRE(form);
    auto *bar = form->findChild<QTabBar *>();
    REQUIRE(bar);
    form->setCurrentTab(3);
    bar->setFocus();
    copy(u"Étape\tDébut\nÉcrire le protocole\t1er juin 2027\n"_s);
    press(bar, Qt::Key_V, Qt::ControlModifier);
    REQUIRE(shown.projet().etapesAction.size() == 1);
    CHECK(shown.projet().etapesAction.begin()->second.debut == QDate(2027, 6, 1));
    CHECK(focused(shown) == stepsOf(*shown.page)->table());
    form->setCurrentTab(4);
    bar->setFocus();
    copy(u"Indicateur\tCible\nPatients vus\t1 200\n"_s);
    press(bar, Qt::Key_V, Qt::ControlModifier);
    CHECK(shown.projet().indicateursAction.size() == 1);
    form->setCurrentTab(1); // no list there
    bar->setFocus();
    press(bar, Qt::Key_V, Qt::ControlModifier);
    CHECK(shown.projet().indicateursAction.size() == 1);
}

TEST_CASE(
    "What was pasted and is no date is shown in its field as if it had been typed, and told until it is dismissed")
{
    domain::Projet projet = emptyProject();
    support::addFiche(projet, u"a"_s, u"Accès aux soins"_s);
    const base::Id other = support::addFiche(projet, u"b"_s, u"Parcours"_s);
    Shown<gui::PageFiches> shown(projet);
    const base::Id fiche = shown.page->chosen();
    shown.page->findChild<gui::FicheForm *>()->setCurrentTab(3);
    gui::RepeatEditor *steps = stepsOf(*shown.page);
    REQUIRE(steps);
    steps->paste(u"Étape\tDébut\tQui\nÉcrire\tmi-avril\tM. Lefèvre\nFormer\tT4 2027\t\nOuvrir\t1er juin 2027\t\n"_s);
    REQUIRE(shown.projet().etapesAction.size() == 3);
    const auto all = domain::inOrder(shown.projet().etapesAction);
    const QString said = words(steps);
    INFO(said.toStdString());
    CHECK(said.contains(u"« mi-avril » n’a pas été compris pour « Début »"_s));
    CHECK(said.contains(u"« M. Lefèvre » n’est pas parmi les membres ni dans l’équipe"_s));
    CHECK(said.contains(u"« T4 2027 »"_s));

    const auto shownDate = [&](const base::Id &step) {
        auto *field = dynamic_cast<gui::DateField *>(stepsOf(*shown.page)->show({u"etapeAction"_s, step, u"debut"_s}));
        REQUIRE(field);
        return qobject_cast<QLineEdit *>(field->focusTarget())->text();
    };
    CHECK(shownDate(all[0].first) == u"mi-avril"_s);
    CHECK(words(steps).contains(u"« mi-avril » n’est pas une date"_s));
    CHECK(shownDate(all[1].first) == u"T4 2027"_s);
    CHECK(shownDate(all[2].first) == u"01/06/2027"_s);

    // Another fiche, another list: what was told comes back with the first one.
    CHECK(shown.page->goToField({u"fiche"_s, other, u"intitule"_s}));
    QTest::qWait(5); // the form that was left goes
    CHECK_FALSE(words(stepsOf(*shown.page)).contains(u"Lefèvre"_s));
    CHECK(shown.page->goToField({u"fiche"_s, fiche, u"debut"_s}));
    QTest::qWait(5);
    steps = stepsOf(*shown.page);
    CHECK(words(steps).contains(u"« M. Lefèvre »"_s));
    CHECK(shownDate(all[0].first) == u"mi-avril"_s);

    // An edit elsewhere, undone, leaves it; undoing the paste takes it away, doing it again brings it back.
    REQUIRE(
        shown.dossier->edit(u"x"_s, domain::setting(shown.projet(), {u"fiche"_s, fiche, u"intitule"_s}, u"Y"_s)).ok());
    shown.undo();
    CHECK(words(steps).contains(u"« M. Lefèvre »"_s));
    shown.undo();
    CHECK(shown.projet().etapesAction.empty());
    CHECK_FALSE(words(steps).contains(u"Lefèvre"_s));
    REQUIRE(shown.dossier->redo().ok());
    CHECK(words(steps).contains(u"« M. Lefèvre »"_s));
    QPushButton *dismiss = button(steps, u"Masquer ce message"_s);
    REQUIRE(dismiss);
    CHECK(dismiss->isVisibleTo(steps));
    QTest::mouseClick(dismiss, Qt::LeftButton);
    CHECK_FALSE(words(steps).contains(u"Lefèvre"_s));
    CHECK_FALSE(dismiss->isVisibleTo(steps));
    CHECK(focused(shown) == steps->table());
}

TEST_CASE("A budget is pasted under the titles that people write")
{
    domain::Projet projet = emptyProject();
    support::addFiche(projet, u"a"_s, u"Accès aux soins"_s);
    Shown<gui::PageFiches> shown(projet);
    shown.page->findChild<gui::FicheForm *>()->setCurrentTab(5);
    shown.page->makeAllParts();
    gui::RepeatEditor *expenses = nullptr;
    for (auto *list : shown.page->findChildren<gui::RepeatEditor *>())
        if (list->model()->spec().table == u"budget")
            expenses = list;
    REQUIRE(expenses);
    expenses->paste(u"Poste\tAnnée\tMontant\tFinanceur\tETP\nSecrétariat\t27\t12 000\tARS\t0,3\n"_s);
    REQUIRE(shown.projet().budget.size() == 1);
    const domain::LigneBudget line = shown.projet().budget.begin()->second;
    CHECK(line.intitule == u"Secrétariat"_s);
    CHECK(line.annee == 2027);
    CHECK(line.prevu == 12000);
    CHECK(line.etp == 0.3);
    CHECK(words(expenses).contains(u"1 ligne de budget ajoutée."_s));
    CHECK_FALSE(button(expenses, u"Masquer ce message"_s)->isVisibleTo(expenses));
}

TEST_CASE("In a field of the form, Ctrl+V pastes words in the field")
{
    Shown<gui::PageMobilisation> shown;
    gui::RepeatEditor *partners = shown.page->partners();
    partners->add();
    auto *service = shown.find<gui::TextLine>("service");
    service->setFocus();
    copy(u"EHPAD"_s);
    press(service, Qt::Key_V, Qt::ControlModifier);
    shown.page->flush();
    REQUIRE(shown.projet().partenaires.size() == 1);
    CHECK(shown.projet().partenaires.begin()->second.service == u"EHPAD"_s);
}

TEST_CASE("Partners are pasted with the button, and a block that says nothing is told")
{
    Shown<gui::PageMobilisation> shown;
    gui::RepeatEditor *partners = shown.page->partners();
    copy(u"Service\tGouvernance\nCentre hospitalier\toui\nDAC\tnon\n"_s);
    QTest::mouseClick(button(partners, u"Coller"_s), Qt::LeftButton);
    REQUIRE(shown.projet().partenaires.size() == 2);
    CHECK(domain::inOrder(shown.projet().partenaires).front().second->gouvernance == true);
    CHECK(words(partners).contains(u"2 partenaires ajoutés."_s));
    copy(u" "_s);
    QTest::mouseClick(button(partners, u"Coller"_s), Qt::LeftButton);
    CHECK(shown.projet().partenaires.size() == 2);
    CHECK(words(partners).contains(u"Il n’y a rien à coller."_s));
}

TEST_CASE(
    "All the remarks of a pasted block can be read, and the titles of the import are known on both lists of partners")
{
    Shown<gui::PageMobilisation> shown;
    gui::RepeatEditor *partners = shown.page->partners();
    QString block = u"Structure\tContact\tConvention ?\n"_s;
    for (int i = 1; i <= 9; ++i)
        block += u"Service %1\tMme Psi\ten cours\n"_s.arg(i);
    partners->paste(block);
    REQUIRE(shown.projet().partenaires.size() == 9);
    CHECK(domain::inOrder(shown.projet().partenaires).front().second->avancement == u"Convention : en cours"_s);
    CHECK(words(partners).contains(u"Et 3 autres remarques."_s));
    QPushButton *all = button(partners, u"Lire toutes les remarques"_s);
    REQUIRE(all);
    REQUIRE(all->isVisibleTo(partners));
    QTest::mouseClick(all, Qt::LeftButton);
    const QString said = words(partners);
    INFO(said.toStdString());
    CHECK(said.contains(u"Ligne 10 : convention « en cours »"_s));
    CHECK_FALSE(said.contains(u"autres remarques"_s));
    CHECK_FALSE(all->isVisibleTo(partners));
    CHECK(focused(shown) == button(partners, u"Masquer ce message"_s));
    partners->paste(block);
    CHECK(shown.projet().partenaires.size() == 9);
    CHECK(words(partners).contains(u"déjà dans la liste"_s));
    const auto organisation = std::unique_ptr<gui::FormPage>(gui::makePageOrganisation(*shown.context, nullptr));
    auto *page = dynamic_cast<gui::SpecPage *>(organisation.get());
    REQUIRE(page);
    page->listOf(u"partenaire"_s)->paste(u"Structure\tContact\nService 10\tM. Rho\n"_s);
    CHECK(shown.projet().partenaires.size() == 10);
}

TEST_CASE("The professions take a block of numbers where the keyboard is, or rows by their names")
{
    Shown<gui::PageMobilisation> shown;
    gui::RecordTable *table = shown.page->counts();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 1));
    QString block;
    for (int row = 1; row <= 12; ++row)
        block += u"%1\t%2\t%3\n"_s.arg(row * 10).arg(row * 5).arg(row);
    copy(block);
    press(table, Qt::Key_V, Qt::ControlModifier);
    CHECK(shown.projet().effectifs.size() == 12);
    CHECK(table->model()->index(12, 1).data().toString() == u"780"_s);
    CHECK(table->model()->index(12, 3).data().toString() == u"78"_s);
    CHECK(words(shown.page.get()).contains(u"36 cases remplies."_s));
    shown.undo();
    CHECK(shown.projet().effectifs.empty());

    copy(u"Profession\tAdhérents\nIDE\t31\nMédecin généraliste\t12\nMagnétiseurs\t1\nTotal\t44\n"_s);
    press(table, Qt::Key_V, Qt::ControlModifier);
    const auto counted = [&](const QString &code) {
        const auto *found = domain::findKey(shown.projet().effectifs, u"effectif"_s, code);
        return found ? found->adherents : domain::Number();
    };
    CHECK(counted(u"infirmiers"_s) == 31);
    CHECK(counted(u"medecins-generalistes"_s) == 12);
    CHECK(words(shown.page.get()).contains(u"« Magnétiseurs » n’est pas une ligne du tableau"_s));
}

TEST_CASE("A block pasted in a cell that is being typed fills the table, a single figure fills the cell")
{
    Shown<gui::PageMobilisation> shown;
    gui::RecordTable *table = shown.page->counts();
    const auto openCell = [table] {
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 1));
        press(table, Qt::Key_F2);
        QLineEdit *cell = table->viewport()->findChild<QLineEdit *>();
        REQUIRE(cell);
        return cell;
    };
    copy(u"1\t2\t3\n4\t5\t6\n"_s);
    press(openCell(), Qt::Key_V, Qt::ControlModifier);
    QTest::qWait(1);
    CHECK(shown.projet().effectifs.size() == 2);
    CHECK(table->model()->index(1, 3).data().toString() == u"6"_s);
    CHECK(table->model()->index(0, 1).data().toString() == u"1"_s);
    copy(u"12\n"_s); // one cell, as a spreadsheet copies it
    QLineEdit *cell = openCell();
    press(cell, Qt::Key_V, Qt::ControlModifier);
    CHECK(cell->text().trimmed() == u"12"_s);
    press(cell, Qt::Key_Return);
    QTest::qWait(1); // a commit on Enter is made once the key is over
    CHECK(table->model()->index(0, 1).data().toString() == u"12"_s);
}

TEST_CASE("A page that goes while one of its cells is being typed goes quietly")
{
    Shown<gui::PageMobilisation> shown;
    gui::RecordTable *table = shown.page->counts();
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, 1));
    press(table, Qt::Key_F2);
    QLineEdit *cell = table->viewport()->findChild<QLineEdit *>();
    REQUIRE(cell);
    QTest::keyClicks(cell, u"12"_s);
    // The end of the page closes the cell, which is then stored: nothing of the page may listen any more.
}

TEST_CASE("A list that is filled another way has no button to paste")
{
    Shown<gui::PagePieces> shown;
    auto *list = shown.page->findChild<gui::RepeatEditor *>();
    REQUIRE(list);
    CHECK_FALSE(button(list, u"Coller"_s)->isVisibleTo(shown.page.get()));
    list->paste(u"Statuts.pdf"_s);
    CHECK(list->model()->rowCount() == 0);
}

TEST_CASE("Numbers by profession pasted on the meetings go to the table of professions, and undo leaves the page there")
{
    Shown<gui::PageMobilisation> shown;
    QPushButton *add = button(shown.page->actions(), u"Ajouter une action"_s);
    add->setFocus();
    copy(u"Profession\tIdentifiés\tSollicités\nMédecins généralistes\t5\t4\nIDE\t12\tdouze\n"_s);
    press(add, Qt::Key_V, Qt::ControlModifier);
    CHECK(shown.projet().mobilisations.empty());
    CHECK(shown.projet().effectifs.size() == 2);
    CHECK(focused(shown) == shown.page->counts());
    auto *note = shown.find<QLabel>("colle");
    CHECK(note->text().contains(u"douze"_s));
    CHECK(QTest::qWaitFor([note] { return note->visibleRegion().boundingRect().height() == note->height(); }));
    // A number that is refused: the old one stays, and it is said.
    copy(u"Profession\tIdentifiés\nIDE\t-4\n"_s);
    press(shown.page->counts(), Qt::Key_V, Qt::ControlModifier);
    INFO(note->text().toStdString());
    CHECK(words(shown.page.get()).contains(u"« 12 » y reste"_s));
    shown.undo();
    CHECK(shown.projet().effectifs.empty());
    CHECK_FALSE(note->isVisible());
}

TEST_CASE("A profession without a row of its own is counted with the others and named under « précisez », in one step")
{
    Shown<gui::PageMobilisation> shown;
    copy(u"Profession\tIdentifiés\nDiététiciens\t2\nErgothérapeutes\t3\nIDE\t12\n"_s);
    shown.page->counts()->setFocus();
    press(shown.page->counts(), Qt::Key_V, Qt::ControlModifier);
    const domain::Effectif *others = shown.projet().effectifs.find(base::Id::fromKey(u"effectif:autres"_s));
    REQUIRE(others);
    CHECK(others->identifies == 5);
    auto *named = shown.find<QLineEdit>("autresPrecision");
    CHECK(named->text() == u"diététiciens, ergothérapeutes"_s);
    CHECK(words(shown.page.get()).contains(u"comptés dans « Autres » : diététiciens et ergothérapeutes."_s));
    shown.undo();
    CHECK(shown.projet().effectifs.empty());
    CHECK(named->text().isEmpty());
}

TEST_CASE("Undoing what was pasted in an empty list leaves the keyboard on its button, and what was told goes")
{
    Shown<gui::PageMobilisation> shown;
    gui::RepeatEditor *actions = shown.page->actions();
    QPushButton *add = button(actions, u"Ajouter une action"_s);
    add->setFocus();
    copy(u"Lieu\nAllos\nAnnot\n"_s);
    press(add, Qt::Key_V, Qt::ControlModifier);
    REQUIRE(shown.projet().mobilisations.size() == 2);
    CHECK(words(actions).contains(u"ajoutées"_s));
    CHECK(focused(shown) == actions->table());
    shown.undo();
    CHECK(focused(shown) == add);
    CHECK_FALSE(words(actions).contains(u"ajoutées"_s));
    // What was done says its type.
    actions->paste(u"Date\tAction\tParticipants\n05/11/2026\tEnvoi d’un courriel aux libéraux\t120\n"_s);
    REQUIRE(shown.projet().mobilisations.size() == 1);
    CHECK(shown.projet().mobilisations.begin()->second.sorte == domain::SorteMobilisation::Mailing);
    CHECK(words(actions).contains(u"« Envoi d’un courriel aux libéraux » est noté « Mailing »"_s));
}

TEST_CASE("People are pasted with the titles and the words of the import, and nobody twice")
{
    Shown<gui::PageEquipe> shown;
    auto *team = shown.page->findChild<gui::RepeatEditor *>();
    REQUIRE(team);
    const QString block = u"Nom\tPrénom\tMétier\tCommune\tTéléphone\tMail\n"
                          "MARTIN\tÉlodie\tKiné\tAllos\t04 92 00 00 01\telodie@exemple.fr\n"
                          "DURAND\tPaul\tIDEL\tAnnot\t\t\n"_s;
    team->paste(block);
    REQUIRE(shown.projet().personnes.size() == 2);
    const domain::Personne &first = *domain::inOrder(shown.projet().personnes).front().second;
    CHECK(first.nom == u"MARTIN"_s);
    CHECK(first.profession == u"masseurs-kinesitherapeutes"_s);
    CHECK(first.lieuExercice == u"Allos"_s);
    CHECK(first.telephone == u"04 92 00 00 01"_s);
    CHECK(first.email == u"elodie@exemple.fr"_s);
    CHECK(first.equipeProjet);
    CHECK_FALSE(words(team).contains(u"n’a pas été reprise"_s));
    team->paste(block);
    CHECK(shown.projet().personnes.size() == 2);
    CHECK(words(team).contains(u"déjà dans la liste"_s));
    team->paste(u"Nom\tPrénom\nDURAND\tPaul\nPETIT\tJeanne\n"_s);
    CHECK(shown.projet().personnes.size() == 3);
    CHECK(words(team).contains(u"« DURAND Paul » est déjà dans la liste"_s));
}

TEST_CASE("Somebody who is there and is pasted again gets what is empty, keeps the rest, and is told")
{
    Shown<gui::PageEquipe> shown;
    auto *team = shown.page->findChild<gui::RepeatEditor *>();
    REQUIRE(team);
    team->paste(u"Nom\tPrénom\tMétier\tCommune\nMARTIN\tÉlodie\tKiné\tAllos\n"_s);
    REQUIRE(shown.projet().personnes.size() == 1);
    team->paste(u"Nom\tPrénom\tCommune\tTéléphone\nMartin\tElodie\tAnnot\t04 92 00 00 01\n"_s);
    REQUIRE(shown.projet().personnes.size() == 1);
    const domain::Personne &person = shown.projet().personnes.begin()->second;
    CHECK(person.telephone == u"04 92 00 00 01"_s);
    CHECK(person.lieuExercice == u"Allos"_s);
    CHECK(person.nom == u"MARTIN"_s);
    const QString said = words(team);
    INFO(said.toStdString());
    CHECK(said.contains(u"1 personne modifiée."_s));
    CHECK(said.contains(u"« Martin Elodie » est déjà là : ligne complétée (numéro de téléphone)"_s));
    CHECK(said.contains(u"qui dit autre chose : lieu d’exercice"_s));
    shown.undo();
    CHECK(shown.projet().personnes.begin()->second.telephone.isEmpty());
}

TEST_CASE("A pasted need takes the missions that a cell names, all of them or none")
{
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    const auto made = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), emptyProject(), clock);
    REQUIRE(made.ok());
    const gui::AppContext context{*made.value(), officialData(), paca(), clock};
    std::unique_ptr<gui::FormPage> page(gui::makePageDiagnostic(context, nullptr));
    auto *needs = static_cast<gui::SpecPage *>(page.get())->listOf(u"besoin"_s);
    REQUIRE(needs);
    const auto &missions = officialData().missions().toutes;
    const QString first = missions[0].libelleCourt, second = missions[1].libelleCourt;
    needs->paste(u"Besoin\tMissions\nTrouver un médecin\t"_s + first + u" ; "_s + second.toUpper() +
                 u"\nÊtre suivi\tRéparer les routes\n"_s);
    const domain::Projet &projet = made.value()->projet();
    REQUIRE(projet.besoins.size() == 2);
    const auto found = domain::inOrder(projet.besoins);
    CHECK(found[0].second->missions.size() == 2);
    for (const base::Id &id : found[0].second->missions)
        CHECK(projet.missions.find(id));
    CHECK(found[1].second->missions.empty());
    const QString said = words(needs);
    INFO(said.toStdString());
    CHECK(said.contains(u"2 besoins ajoutés."_s));
    CHECK(said.contains(u"« Réparer les routes » n’a pas été compris pour « Missions qui y répondent »"_s));

    // Figures under the names of the département and of the region that the project is in.
    REQUIRE(made.value()->edit(
        u"Commune"_s, domain::setting(projet, {u"commune"_s, base::Id::fromKey(u"c"_s), u"code"_s}, u"83137"_s)));
    static_cast<gui::SpecPage *>(page.get())->makeAllParts();
    static_cast<gui::SpecPage *>(page.get())
        ->listOf(u"indicateur"_s)
        ->paste(u"Indicateur\tCPTS\tVar\tPACA\tFrance\nSans médecin\t14,1 %\t12,2 %\t11 %\t11,5 %\n"_s);
    REQUIRE(projet.indicateurs.size() == 1);
    const domain::IndicateurDiagnostic &figure = projet.indicateurs.begin()->second;
    CHECK(figure.territoire == 14.1);
    CHECK(figure.departement == 12.2);
    CHECK(figure.region == 11);
    CHECK(figure.unite == u"%");
}

TEST_CASE("Buttons of a list keep their widths and begin at the left, on one line or two")
{
    Shown<gui::PageMobilisation> shown(emptyProject(), {1100, 660});
    gui::RepeatEditor *partners = shown.page->partners();
    partners->add();
    QTest::qWait(20);
    const auto at = [&](const QString &text) {
        QPushButton *each = button(partners, text);
        return QRect(each->mapTo(partners, QPoint()), each->size());
    };
    CHECK(at(u"Coller"_s).width() < at(u"Ajouter un partenaire"_s).width());
    CHECK(at(u"Retirer"_s).top() == at(u"Ajouter un partenaire"_s).top());
    shown.page->resize(500, 660);
    QTest::qWait(20);
    CHECK(at(u"Coller"_s).top() == at(u"Ajouter un partenaire"_s).top());
    CHECK(at(u"Monter"_s).left() == at(u"Ajouter un partenaire"_s).left());
    CHECK(at(u"Monter"_s).top() > at(u"Coller"_s).bottom());
}

TEST_CASE("« Coller » answers on every list of every page of an empty project")
{
    Shown<gui::PagePieces> shown(emptyProject(), {1000, 700});
    int lists = 0;
    for (const auto &[code, make] : gui::allPages()) {
        const std::unique_ptr<gui::FormPage> page(make(*shown.context, nullptr));
        page->resize(1000, 700);
        page->show();
        for (auto *list : page->findChildren<gui::RepeatEditor *>()) {
            QPushButton *paste = button(list, u"Coller"_s);
            if (!paste || !paste->isEnabled() || paste->isHidden())
                continue;
            copy(u"Nom\tVille\r\nDurand\tBarrême\r\n"_s);
            INFO(code.toStdString() << ", " << list->model()->spec().table.toStdString());
            const int before = list->model()->rowCount();
            const QString said = words(list);
            paste->click();
            if (gui::PasteColumnsDialog *asked = columnsAsked()) {
                asked->reject();
                ++lists;
                continue;
            }
            CHECK((list->model()->rowCount() > before || words(list) != said));
            ++lists;
        }
    }
    CHECK(lists > 8);
}
