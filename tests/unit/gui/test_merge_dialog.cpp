// Two versions brought together, and their disagreements settled by a person: with the mouse, with the keys, late.
#include "domain/merge.h"
#include "driving.h"
#include "gui/dialogs/merge_dialog.h"
#include "models/operations.h"
#include "support/example.h"
#include "support/thread.h"
#include "test_page_support.h"

#include <QListWidget>
#include <QScrollArea>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using Choice = MergeDialog::Choice;

namespace
{

// The merge of two versions, in a project that has taken it.
struct Meeting {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<MergeDialog> dialog;

    Meeting(const domain::Projet &base, const domain::Projet &mine, const domain::Projet &theirs)
    {
        domain::MergeResult merge = domain::merge(base, mine, theirs);
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), merge.merged, clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        dialog = std::make_unique<MergeDialog>(*dossier, std::move(merge));
        driving::bring(*dialog);
    }
    [[nodiscard]] const domain::Projet &projet() const { return dossier->projet(); }
    [[nodiscard]] QList<QRadioButton *> choices() const { return dialog->findChildren<QRadioButton *>(); }
    [[nodiscard]] QRadioButton *choice(const QString &words) const
    {
        for (QRadioButton *each : choices())
            if (driving::plain(each->accessibleName()) == words)
                return each;
        INFO(words.toStdString());
        REQUIRE(false);
        return nullptr;
    }
    // The words of a choice, which stand beside its button.
    [[nodiscard]] QLabel *wordsOf(const QRadioButton *choice) const
    {
        for (QLabel *label : dialog->findChildren<QLabel *>())
            if (label->buddy() == choice)
                return label;
        return nullptr;
    }
};

struct Versions {
    domain::Projet base = support::vallees();
    domain::Projet mine = base;
    domain::Projet theirs = base;
};

// Two people corrected the same name and the same number.
Versions nameAndNumber()
{
    Versions all;
    all.mine.structure.nom = u"Mon association"_s;
    all.theirs.structure.nom = u"Leur association"_s;
    all.mine.population.valeur = 12'000;
    all.theirs.population.valeur = 12'500;
    return all;
}

const QString leur = u"Prendre l’autre : Leur association"_s;

} // namespace

TEST_CASE("A click on the words of a choice takes it, as a click on its button does")
{
    const Versions all = nameAndNumber();
    const Meeting meeting(all.base, all.mine, all.theirs);
    QRadioButton *theirs = meeting.choice(leur);
    CHECK_FALSE(theirs->isChecked());
    QLabel *words = meeting.wordsOf(theirs);
    REQUIRE(words);
    QTest::mouseClick(words, Qt::LeftButton);
    CHECK(theirs->isChecked());
    CHECK_FALSE(meeting.choice(u"Garder la mienne : Mon association"_s)->isChecked());
    meeting.dialog->accept();
    CHECK(meeting.projet().structure.nom == u"Leur association"_s);
    CHECK(meeting.projet().population.valeur == 12'000);
}

TEST_CASE("Arrows go from one choice to the other, and each disagreement is settled by itself")
{
    const Versions all = nameAndNumber();
    const Meeting meeting(all.base, all.mine, all.theirs);
    REQUIRE(meeting.dialog->merge().conflicts.size() == 2);
    const auto checked = [&meeting] {
        int count = 0;
        for (const QRadioButton *each : meeting.choices())
            count += each->isChecked() ? 1 : 0;
        return count;
    };
    CHECK(checked() == 2);
    QRadioButton *mine = meeting.choice(u"Garder la mienne : Mon association"_s);
    mine->setFocus();
    QTest::keyClick(mine, Qt::Key_Down);
    CHECK_FALSE(mine->isChecked());
    CHECK(checked() == 2);
    CHECK(meeting.choice(u"Garder la mienne : 12 000"_s)->isChecked());
}

TEST_CASE("What is kept as it is writes nothing, Escape neither")
{
    const Versions all = nameAndNumber();
    for (const bool escape : {false, true}) {
        const Meeting meeting(all.base, all.mine, all.theirs);
        if (escape) {
            meeting.choice(leur)->click();
            driving::key(*meeting.dialog, Qt::Key_Escape);
        } else {
            driving::click(*meeting.dialog, u"Valider"_s);
        }
        CHECK_FALSE(meeting.dialog->isVisible());
        CHECK(meeting.projet().structure.nom == u"Mon association"_s);
        CHECK_FALSE(meeting.dossier->canUndo());
    }
}

TEST_CASE("Everything taken from the other is one step, and one undo brings mine back")
{
    const Versions all = nameAndNumber();
    const Meeting meeting(all.base, all.mine, all.theirs);
    for (size_t at = 0; at < 2; ++at)
        meeting.dialog->choose(at, Choice::Theirs);
    driving::key(*meeting.dialog, Qt::Key_Return); // « Valider » is the default
    CHECK(meeting.projet().structure.nom == u"Leur association"_s);
    CHECK(meeting.projet().population.valeur == 12'500);
    REQUIRE(meeting.dossier->undo().ok());
    CHECK(meeting.projet().structure.nom == u"Mon association"_s);
    CHECK(meeting.projet().population.valeur == 12'000);
    CHECK_FALSE(meeting.dossier->canUndo());
}

TEST_CASE("Both versions of a long text stand one under the other, those of a name on one line")
{
    Versions all = nameAndNumber();
    const domain::Id mission = support::missionId(u"prevention"_s);
    for (domain::Projet *each : {&all.base, &all.mine, &all.theirs}) {
        each->missions.remove(mission);
        each->missions.insert(mission).code = u"prevention"_s;
    }
    all.mine.missions.find(mission)->description = u"Dépister tôt."_s;
    all.theirs.missions.find(mission)->description = u"Vacciner."_s;
    const Meeting meeting(all.base, all.mine, all.theirs);
    const auto &conflicts = meeting.dialog->merge().conflicts;
    REQUIRE(conflicts.size() == 3);
    for (size_t at = 0; at < conflicts.size(); ++at)
        meeting.dialog->choose(at, Choice::Both);
    CHECK(driving::words(*meeting.dialog).contains(u"Garder les deux : ce qui est commun n’est écrit qu’une fois"_s));
    meeting.dialog->accept();
    CHECK(meeting.projet().missions.find(mission)->description == u"Dépister tôt.\nVacciner."_s);
    // A line break in a name would go through to every list and to the names of files.
    CHECK(meeting.projet().structure.nom == u"Mon association / Leur association"_s);
    CHECK(meeting.projet().population.valeur == 12'000); // two numbers are no number
}

TEST_CASE("Numbers, dates, choices and emptied texts offer mine or theirs, never both")
{
    Versions all;
    all.mine.structure.etatStatuts = domain::EtatStatuts::AVenir;
    all.base.structure.etatStatuts = domain::EtatStatuts::NonRenseigne;
    all.theirs.structure.etatStatuts = domain::EtatStatuts::EnCours;
    all.mine.identite.etabliLe = QDate(2027, 1, 4);
    all.theirs.identite.etabliLe = QDate(2027, 2, 4);
    all.base.structure.nom = u"Association"_s;
    all.mine.structure.nom.clear();
    all.theirs.structure.nom = u"Leur association"_s;
    const Meeting meeting(all.base, all.mine, all.theirs);
    REQUIRE(meeting.dialog->merge().conflicts.size() == 3);
    CHECK(meeting.choices().size() == 6);
    CHECK_FALSE(driving::words(*meeting.dialog).contains(u"Garder les deux"_s));
    CHECK(meeting.choice(u"Garder la mienne : (vide)"_s)->isChecked());
    CHECK(driving::words(*meeting.dialog).contains(u"04/01/2027"_s));
    meeting.dialog->choose(0, Choice::Both); // not offered: nothing moves
    meeting.dialog->accept();
    CHECK(meeting.projet().structure.nom.isEmpty());
    CHECK_FALSE(meeting.dossier->canUndo());
}

TEST_CASE("Somebody they took away and I corrected is kept, or goes with all that names them")
{
    Versions all;
    const domain::Id id = domain::Id::create();
    for (domain::Projet *each : {&all.base, &all.mine, &all.theirs}) {
        each->personnes.insert(id).nom = u"Exemple"_s;
        each->identite.coordonnateur = id;
    }
    all.mine.personnes.find(id)->email = u"camille@exemple.fr"_s;
    all.theirs.identite.coordonnateur = {};
    all.theirs.personnes.remove(id);
    for (const bool kept : {true, false}) {
        const Meeting meeting(all.base, all.mine, all.theirs);
        const auto &conflicts = meeting.dialog->merge().conflicts;
        REQUIRE(conflicts.size() == 1);
        CHECK(conflicts.front().type == domain::MergeConflict::Type::RemovedByTheirs);
        QRadioButton *leaves = meeting.choice(u"Retirer"_s);
        if (!kept)
            QTest::mouseClick(meeting.wordsOf(leaves), Qt::LeftButton);
        meeting.dialog->accept();
        CHECK((meeting.projet().personnes.find(id) != nullptr) == kept);
    }
}

TEST_CASE("A choice that no longer fits leaves the others standing, and nothing is told to have failed")
{
    Versions all = nameAndNumber();
    const domain::Id id = domain::Id::create();
    for (domain::Projet *each : {&all.base, &all.mine, &all.theirs})
        each->personnes.insert(id).nom = u"Exemple"_s;
    all.mine.personnes.find(id)->prenom = u"Camille"_s;
    all.theirs.personnes.find(id)->prenom = u"Dominique"_s;
    const Meeting meeting(all.base, all.mine, all.theirs);
    QSignalSpy failed(meeting.dialog.get(), &MergeDialog::failed);
    for (size_t at = 0; at < meeting.dialog->merge().conflicts.size(); ++at)
        meeting.dialog->choose(at, Choice::Theirs);
    // Meanwhile, in the window behind.
    REQUIRE(meeting.dossier->edit(u"Retirer"_s, domain::removing(meeting.projet(), u"personne"_s, id)).ok());
    meeting.dialog->accept();
    CHECK(failed.isEmpty());
    CHECK(meeting.projet().structure.nom == u"Leur association"_s);
    const auto *back = meeting.projet().personnes.find(id);
    CHECK((!back || back->nom.isEmpty())); // never half of somebody under another name
}

TEST_CASE("Texts of the other version are shown as they are written, never as HTML")
{
    Versions all;
    all.mine.structure.nom = u"Mon association"_s;
    all.theirs.structure.nom = u"<b>Leur</b> <img src=\"file:///etc/passwd\">"_s;
    all.theirs.structure.adresse = u"<h1>1 rue</h1>"_s;
    const Meeting meeting(all.base, all.mine, all.theirs);
    CHECK(driving::words(*meeting.dialog).contains(u"<b>Leur</b> <img src="_s));
    for (const QLabel *label : meeting.dialog->findChildren<QLabel *>())
        CHECK(label->textFormat() == Qt::PlainText);
    const auto *brought = meeting.dialog->findChild<QListWidget *>();
    REQUIRE(brought);
    CHECK(brought->item(0)->text().contains(u"<h1>1 rue</h1>"_s));
}

TEST_CASE("Of a hundred disagreements the button stays in sight, and the one that has the keyboard comes into it")
{
    Versions all;
    for (int i = 0; i < 100; ++i) {
        const domain::Id id = domain::Id::fromKey(u"besoin:%1"_s.arg(i, 3, 10, QLatin1Char('0')));
        for (domain::Projet *each : {&all.base, &all.mine, &all.theirs}) {
            each->besoins.insert(id).rang = u"r%1"_s.arg(i, 3, 10, QLatin1Char('0'));
            each->besoins.find(id)->enonce = u"Besoin %1"_s.arg(i);
        }
        all.mine.besoins.find(id)->enonce += u" (le mien)"_s;
        all.theirs.besoins.find(id)->enonce += u" (le leur)"_s;
    }
    const Meeting meeting(all.base, all.mine, all.theirs);
    REQUIRE(meeting.dialog->merge().conflicts.size() == 100);
    CHECK(driving::words(*meeting.dialog).contains(u"100 désaccords à trancher"_s));
    CHECK(meeting.dialog->height() <= 768);
    const QAbstractButton *done = driving::button(*meeting.dialog, u"Valider"_s);
    REQUIRE(done);
    CHECK(meeting.dialog->rect().contains(done->mapTo(meeting.dialog.get(), done->rect().center())));
    QRadioButton *last = nullptr;
    for (QRadioButton *each : meeting.choices())
        if (each->isChecked())
            last = each;
    REQUIRE(last);
    QWidget *before = last;
    QTest::qWait(20);
    meeting.dialog->activateWindow();
    QTest::keyClick(meeting.dialog->focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    before = meeting.dialog->focusWidget();
    const auto *scroll = meeting.dialog->findChild<QScrollArea *>();
    REQUIRE(scroll);
    if (scroll->isAncestorOf(before))
        CHECK(scroll->viewport()->rect().contains(before->mapTo(scroll->viewport(), before->rect().center())));
}

TEST_CASE("What the other version brings is read whole, and the current line comes into sight")
{
    const driving::Look look;
    look.theme->setZoom(150);
    Versions all;
    all.mine.structure.nom = u"Mon association"_s;
    all.theirs.structure.nom = u"Leur association"_s;
    for (int i = 0; i < 12; ++i) {
        const domain::Id id = domain::Id::fromKey(u"besoin:%1"_s.arg(i));
        for (domain::Projet *each : {&all.base, &all.mine, &all.theirs}) {
            each->besoins.insert(id).rang = u"r%1"_s.arg(i, 3, 10, QLatin1Char('0'));
            each->besoins.find(id)->enonce = u"Être reçu le jour même, même le samedi, n° %1"_s.arg(i);
            each->besoins.find(id)->elements = u"Les habitants"_s;
        }
        all.theirs.besoins.find(id)->elements = u"Les habitants des communes éloignées du pôle de santé"_s;
    }
    const Meeting meeting(all.base, all.mine, all.theirs);
    meeting.dialog->resize(700, 480);
    auto *list = meeting.dialog->findChild<QListWidget *>();
    auto *scroll = meeting.dialog->findChild<QScrollArea *>();
    REQUIRE((list && scroll));
    const auto whole = [list] {
        const QRect last = list->visualItemRect(list->item(list->count() - 1));
        return list->height() >= last.bottom() && last.right() <= list->viewport()->width();
    };
    QTRY_VERIFY(whole());
    CHECK(list->item(3)->text().contains(u" → Les habitants des communes"_s));
    CHECK(list->visualItemRect(list->item(3)).height() >= 2 * list->fontMetrics().height()); // in several lines
    CHECK(scroll->widget()->width() <= scroll->viewport()->width());
    for (int row = 0; row < list->count(); ++row) { // no line is cut
        const QRect given = list->visualItemRect(list->item(row));
        const QRect words = list->fontMetrics().boundingRect(QRect(0, 0, given.width() - 16, 0), Qt::TextWordWrap,
                                                             list->item(row)->text());
        CHECK(given.height() >= words.height());
    }
    const auto inSight = [&] {
        const QRect line = list->visualItemRect(list->currentItem());
        const QPoint at = list->viewport()->mapTo(scroll->viewport(), line.topLeft());
        return scroll->viewport()->rect().contains(QRect(at, line.size()).adjusted(0, 1, -1, -1));
    };
    while (meeting.dialog->focusWidget() != list)
        driving::key(*meeting.dialog, Qt::Key_Tab);
    CHECK(list->currentRow() == 0);
    CHECK(inSight());
    for (int row = 1; row < list->count(); ++row) {
        driving::key(*meeting.dialog, Qt::Key_Down);
        CHECK(list->currentRow() == row);
        CHECK(inSight());
    }
}

TEST_CASE("A record taken away on one side is named, not only the list it was in")
{
    domain::Projet projet;
    const domain::Id need = domain::Id::create();
    projet.besoins.insert(need).enonce = u"Être reçu le jour même"_s;
    const FieldNaming page = [](const domain::FieldAddress &) { return u"Diagnostic : Besoin"_s; };
    CHECK(driving::plain(questionWords(projet, {u"besoin"_s, need, {}}, page)) ==
          u"Besoin « Être reçu le jour même »"_s);
    CHECK(questionWords(projet, {u"besoin"_s, need, u"public"_s}, page) == u"Diagnostic : Besoin"_s);
}
