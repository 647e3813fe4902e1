// A list to tick: with the keys alone, filtered, long, empty.
#include "driving.h"
#include "gui/dialogs/tick_dialog.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace gui;

namespace
{

base::Id idOf(const QString &label)
{
    return base::Id::fromKey(u"choix:"_s + label);
}

std::vector<models::RecordOption> optionsOf(const QStringList &labels)
{
    std::vector<models::RecordOption> options;
    for (const QString &label : labels)
        options.push_back({idOf(label), label, {}});
    return options;
}

const QStringList twelve{u"Aide-soignant"_s, u"Chirurgien-dentiste"_s, u"Diététicien"_s, u"Ergothérapeute"_s,
                         u"Infirmier"_s,     u"Kinésithérapeute"_s,    u"Médecin"_s,     u"Orthophoniste"_s,
                         u"Orthoptiste"_s,   u"Pédicure-podologue"_s,  u"Pharmacien"_s,  u"Sage-femme"_s};

struct Open {
    TickDialog dialog;
    QListWidget *list = dialog.findChild<QListWidget *>();
    QLineEdit *filter = dialog.findChild<QLineEdit *>();

    explicit Open(const QStringList &labels = twelve, const QStringList &ticked = {})
        : dialog(u"Les professions"_s, optionsOf(labels), idsOf(ticked))
    {
        driving::bring(dialog);
    }
    static base::IdList idsOf(const QStringList &labels)
    {
        base::IdList ids;
        for (const QString &label : labels)
            ids.push_back(idOf(label));
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    [[nodiscard]] QStringList shown() const
    {
        QStringList labels;
        for (int row = 0; row < list->count(); ++row)
            if (!list->item(row)->isHidden())
                labels << list->item(row)->text();
        return labels;
    }
};

} // namespace

TEST_CASE("Space ticks and takes the tick off, Enter ends, from the first line")
{
    Open open;
    QSignalSpy accepted(&open.dialog, &QDialog::accepted);
    CHECK(open.dialog.focusWidget() == open.list);
    driving::key(open.dialog, Qt::Key_Space);
    driving::key(open.dialog, Qt::Key_Down);
    driving::key(open.dialog, Qt::Key_Space);
    driving::key(open.dialog, Qt::Key_Up);
    driving::key(open.dialog, Qt::Key_Space); // changed their mind
    driving::key(open.dialog, Qt::Key_Return);
    CHECK(accepted.count() == 1);
    CHECK(open.dialog.ticked() == Open::idsOf({u"Chirurgien-dentiste"_s}));
}

TEST_CASE("After a filter, Space ticks a line that is seen, never one that the filter hides")
{
    Open open;
    open.filter->setFocus();
    QTest::keyClicks(open.filter, u"ortho"_s);
    CHECK(open.shown() == QStringList{u"Orthophoniste"_s, u"Orthoptiste"_s});
    driving::key(open.dialog, Qt::Key_Tab);
    REQUIRE(open.dialog.focusWidget() == open.list);
    driving::key(open.dialog, Qt::Key_Space);
    CHECK(open.dialog.ticked() == Open::idsOf({u"Orthophoniste"_s}));
    driving::key(open.dialog, Qt::Key_Down);
    driving::key(open.dialog, Qt::Key_Space);
    CHECK(open.dialog.ticked() == Open::idsOf({u"Orthophoniste"_s, u"Orthoptiste"_s}));
}

TEST_CASE("The filter does without accents nor capitals, and an emptied one shows everything again")
{
    Open open(twelve, {u"Infirmier"_s});
    QTest::keyClicks(open.filter, u"MEDECIN"_s);
    CHECK(open.shown() == QStringList{u"Médecin"_s});
    CHECK(open.dialog.ticked() == Open::idsOf({u"Infirmier"_s})); // hidden, and ticked still
    open.filter->setText(u"zzz"_s);
    CHECK(open.shown().isEmpty());
    open.list->setFocus();
    driving::key(open.dialog, Qt::Key_Space); // nothing to tick
    CHECK(open.dialog.ticked() == Open::idsOf({u"Infirmier"_s}));
    open.filter->clear();
    CHECK(open.shown() == twelve);
}

TEST_CASE("A short list has no filter, a list without a line says what to do")
{
    const Open few(twelve.mid(0, 8));
    CHECK_FALSE(few.filter->isVisible());
    const Open nine(twelve.mid(0, 9));
    CHECK(nine.filter->isVisible());
    Open none{QStringList()};
    CHECK(driving::words(none.dialog).contains(u"La liste est vide"_s));
    driving::key(none.dialog, Qt::Key_Return);
    CHECK(none.dialog.ticked().empty());
}

TEST_CASE("Two hundred long lines: each wraps in the width, none scrolls sideways, the ticked are sorted and whole")
{
    QStringList labels;
    for (int i = 0; i < 200; ++i)
        labels
            << u"Besoin %1 : améliorer l’accès aux soins des personnes âgées qui vivent seules dans les villages les "
               "plus éloignés du territoire"_s.arg(i);
    Open open(labels, labels);
    CHECK(open.list->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff);
    QTest::qWait(1);
    CHECK(open.list->visualItemRect(open.list->item(0)).height() > open.list->fontMetrics().height() * 3 / 2);
    CHECK(open.dialog.ticked() == Open::idsOf(labels));
    CHECK(open.list->item(0)->toolTip() == labels.front());
}

TEST_CASE("What a filter leaves is read from its first line, and a filter that leaves nothing says so")
{
    std::vector<TickLine> lines;
    for (int i = 0; i < 60; ++i)
        lines.push_back({idOf(QString::number(i)),
                         u"Indicateur %1"_s.arg(i),
                         i % 20 == 19 ? u"dépistage"_s : u"x"_s,
                         u"Groupe %1"_s.arg(i / 20),
                         {}});
    TickDialog dialog({u"La bibliothèque"_s, u"Ajouter"_s}, lines);
    driving::bring(dialog);
    auto *list = dialog.findChild<QListWidget *>();
    auto *filter = dialog.findChild<QLineEdit *>();
    list->setCurrentRow(list->count() - 1); // read to the end
    list->scrollToBottom();
    filter->setText(u"depistage"_s);
    QTest::qWait(1);
    int seen = 0;
    for (int row = 0; row < list->count(); ++row)
        if (!list->item(row)->isHidden() && list->viewport()->rect().contains(list->visualItemRect(list->item(row))))
            ++seen;
    CHECK(seen == 6); // three, and the names of their groups
    CHECK_FALSE(driving::words(dialog).contains(u"Rien ne contient ces mots"_s));
    filter->setText(u"zzz"_s);
    CHECK(driving::words(dialog).contains(u"Rien ne contient ces mots"_s));
}

TEST_CASE("Groups are named, what is taken can't be ticked, and the filter keeps the name of what it shows")
{
    const std::vector<TickLine> lines{{idOf(u"a"_s), u"Densité"_s, u"Par médecin"_s, u"Offre"_s, {}},
                                      {idOf(u"b"_s), u"Âge"_s, {}, u"Offre"_s, u"déjà dans le projet"_s},
                                      {idOf(u"c"_s), u"Grippe"_s, {}, u"Prévention"_s, {}},
                                      {idOf(u"d"_s), u"Sein"_s, {}, u"Prévention"_s, {}}};
    TickDialog dialog({u"La bibliothèque"_s, u"Ajouter"_s, u"Relevée le 22 novembre 2026."_s}, lines);
    driving::bring(dialog);
    auto *list = dialog.findChild<QListWidget *>();
    QAbstractButton *accept = driving::button(dialog, u"Ajouter"_s);
    REQUIRE(accept);
    REQUIRE(list->count() == 6);
    CHECK(driving::words(dialog).contains(u"Relevée le"_s));
    CHECK(list->item(0)->text() == u"Offre");
    CHECK(list->item(1)->text() == u"Densité\nPar médecin");
    CHECK(list->item(2)->text() == u"Âge (déjà dans le projet)");
    CHECK_FALSE(accept->isEnabled());

    driving::key(dialog, Qt::Key_Down); // over what is taken and over the name of the next group
    CHECK(list->currentItem()->text() == u"Grippe");
    driving::key(dialog, Qt::Key_Space);
    CHECK(accept->isEnabled());
    for (const int row : {0, 2})
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center());
    CHECK(dialog.ticked() == base::IdList{idOf(u"c"_s)});

    auto *filter = dialog.findChild<QLineEdit *>();
    const auto shown = [list] {
        QStringList labels;
        for (int row = 0; row < list->count(); ++row)
            if (!list->item(row)->isHidden())
                labels << list->item(row)->text();
        return labels;
    };
    filter->setText(u"sein"_s);
    CHECK(shown() == QStringList{u"Prévention"_s, u"Sein"_s});
    CHECK(list->currentItem()->text() == u"Sein");
    filter->setText(u"prevention"_s); // all of the group
    CHECK(shown() == QStringList{u"Prévention"_s, u"Grippe"_s, u"Sein"_s});
    filter->setText(u"medecin"_s);
    CHECK(shown() == QStringList{u"Offre"_s, u"Densité\nPar médecin"_s});
    CHECK(dialog.ticked() == base::IdList{idOf(u"c"_s)});
}

TEST_CASE("A click on the words ticks as one on the box, and unticks")
{
    Open open;
    const QRect line = open.list->visualItemRect(open.list->item(2));
    const auto click = [&open](const QPoint &at) {
        QTest::mouseClick(open.list->viewport(), Qt::LeftButton, {}, at);
        QTest::qWait(1);
    };
    click(QPoint(line.right() - 5, line.center().y()));
    CHECK(open.list->currentRow() == 2);
    CHECK(open.dialog.ticked() == Open::idsOf({twelve.at(2)}));
    click(line.center());
    CHECK(open.dialog.ticked().empty());
    // On the box itself it ticks once, not twice.
    click(QPoint(line.left() + 10, line.center().y()));
    CHECK(open.dialog.ticked() == Open::idsOf({twelve.at(2)}));
    // A press that ends on another line is no click on either.
    QTest::mousePress(open.list->viewport(), Qt::LeftButton, {}, line.center());
    QTest::mouseRelease(open.list->viewport(), Qt::LeftButton, {},
                        open.list->visualItemRect(open.list->item(5)).center());
    CHECK(open.dialog.ticked() == Open::idsOf({twelve.at(2)}));
}
