// A block copied from a spreadsheet and pasted in the pages: lists and tables of fixed rows.
#include "gui/pages/fiche_form.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/page_mobilisation.h"
#include "gui/pages/page_pieces.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/widgets/text_line.h"
#include "support/thread.h"
#include "test_page_support.h"

#include <QClipboard>
#include <QLabel>
#include <QPushButton>

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
    copy(u"Encore une"_s);
    press(steps->table(), Qt::Key_V, Qt::ControlModifier);
    CHECK(shown.projet().etapesAction.size() == 13);
    shown.undo();
    shown.undo();
    CHECK(shown.projet().etapesAction.empty());
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

TEST_CASE("A list that is filled another way has no button to paste")
{
    Shown<gui::PagePieces> shown;
    auto *list = shown.page->findChild<gui::RepeatEditor *>();
    REQUIRE(list);
    CHECK_FALSE(button(list, u"Coller"_s)->isVisibleTo(shown.page.get()));
    list->paste(u"Statuts.pdf"_s);
    CHECK(list->model()->rowCount() == 0);
}
