// From a point of « Relire et exporter » or a line of the fil rouge to its field, and back.
#include "gui/pages/page_preview.h"
#include "gui/pages/page_relire.h"
#include "gui/pages/record_table.h"
#include "gui/pages/send_pane.h"
#include "gui/pages/thread_list.h"
#include "models/record_table_model.h"
#include "shell_desk.h"

using namespace shell;

namespace
{

domain::Projet withGaps()
{
    domain::Projet projet = example();
    domain::Personne &porteur = *projet.personnes.find(projet.identite.porteur);
    porteur.email.clear();
    porteur.telephone.clear();
    projet.missions.find(base::Id::fromKey(u"mission:prevention"_s))->description = u"Trop court."_s;
    return projet;
}

// The review of the lettre, in a window wide enough for its list.
struct Review : Desk {
    PageRelire *page = nullptr;
    SendPane *pane = nullptr;

    Review() : Desk(withGaps())
    {
        window->goTo(u"relire"_s);
        page = qobject_cast<PageRelire *>(window->host().currentPage());
        REQUIRE(page);
        pane = qobject_cast<SendPane *>(page->sidePane());
        REQUIRE(pane->isVisible());
        REQUIRE(page->points().size() > 2);
    }
    void mend(const controle::Finding &point) const
    {
        for (QPushButton *each : pane->findChildren<QPushButton *>())
            if (each->accessibleName() == u"Corriger : "_s + point.sentence)
                return QTest::mouseClick(each, Qt::LeftButton);
        FAIL("no such point");
    }
    [[nodiscard]] bool isAt(const controle::Finding &point) const
    {
        const QWidget *focus = window->focusWidget();
        return window->host().currentCode() == u"relire" && focus &&
               focus->accessibleName() == u"Corriger : "_s + point.sentence;
    }
    [[nodiscard]] bool offers(Command command) const { return window->actions()[command].isEnabled(); }
};

} // namespace

TEST_CASE("From a point of the review to its field, on to the next one, and back to the list where it was")
{
    Review review;
    const std::vector<controle::Finding> points = review.page->points();
    CHECK_FALSE(review.offers(Command::BackToReview));
    review.mend(points[0]);
    QTest::qWait(20);
    CHECK(review.window->host().currentCode() == points[0].page);
    REQUIRE(review.bar(u"relecture"_s));
    CHECK(review.bar(u"relecture"_s)->sentence().startsWith(u"Point 1 sur %1"_s.arg(points.size())));
    CHECK(review.bar(u"relecture"_s)->sentence().size() < 100); // the page keeps its room
    review.press(Qt::Key_Right, Qt::AltModifier);
    QTest::qWait(20);
    CHECK(review.bar(u"relecture"_s)->sentence().contains(points[1].sentence.left(40)));
    CHECK(review.window->host().currentPage()->isAncestorOf(review.window->focusWidget()));
    review.press(Qt::Key_Left, Qt::AltModifier);
    QTest::qWait(20);
    CHECK(review.isAt(points[1]));
    CHECK_FALSE(review.bar(u"relecture"_s));
    CHECK_FALSE(review.offers(Command::BackToReview));

    // Once mended, its place is that of the next one.
    review.mend(points[1]);
    const domain::Projet &projet = review.dossier().projet();
    REQUIRE(review.dossier().edit(u"Essai"_s, domain::setting(projet, points[1].field, u"04 00 00 00 00"_s)).ok());
    review.press(u"relecture"_s, u"Point suivant"_s);
    QTest::qWait(20);
    CHECK(review.bar(u"relecture"_s)->sentence().contains(points[2].sentence.left(20)));
    review.press(u"relecture"_s, u"Revenir à la relecture"_s);
    QTest::qWait(20);
    CHECK(review.isAt(points[2]));
    // The point before, and before the first one back to the list; a point that is settled says so at once.
    review.mend(points[2]);
    review.press(Qt::Key_Up, Qt::AltModifier);
    QTest::qWait(20);
    CHECK(review.bar(u"relecture"_s)->sentence().startsWith(u"Point 1 sur "_s));
    review.press(Qt::Key_Up, Qt::AltModifier);
    QTest::qWait(20);
    CHECK(review.isAt(points[0]));
    review.mend(points[0]);
    const int left = int(review.page->points().size()) - 1;
    REQUIRE(review.dossier().edit(u"Essai"_s, domain::setting(projet, points[0].field, u"a@exemple.fr"_s)).ok());
    REQUIRE(QTest::qWaitFor(
        [&] { return review.bar(u"relecture"_s)->sentence() == u"Point réglé, il en reste %1."_s.arg(left); }));
    review.press(Qt::Key_Right, Qt::AltModifier);
    QTest::qWait(20);
    CHECK(review.bar(u"relecture"_s)->sentence().startsWith(u"Point 1 sur %1"_s.arg(left)));
    review.press(Qt::Key_Left, Qt::AltModifier);
    QTest::qWait(20);
    // After the last one there is only the way back.
    review.mend(points.back());
    for (const QPushButton *each : review.bar(u"relecture"_s)->findChildren<QPushButton *>())
        CHECK(each->text() != u"Point suivant");
}

TEST_CASE("The bar of a point tells the fault itself, after names that give way")
{
    domain::Projet projet = withGaps();
    const auto &[fiche, action] = *projet.fiches.begin();
    const domain::Id line = domain::Id::create();
    domain::LigneBudget &expense = projet.budget.insert(line);
    expense.fiche = fiche;
    expense.intitule = u"Matériel d’équilibre et de repérage des fragilités au domicile"_s;
    expense.prevu = -1500;
    Desk desk(projet);
    desk.window->goTo(u"relire"_s);
    auto *page = qobject_cast<PageRelire *>(desk.window->host().currentPage());
    REQUIRE(page);
    page->showDocument(u"annexe-5"_s);
    const auto points = page->points();
    const auto wrong = std::find_if(points.begin(), points.end(),
                                    [](const auto &each) { return each.sentence.endsWith(u"un montant négatif"_s); });
    REQUIRE(wrong != points.end());
    Q_EMIT page->goTo(wrong->page, wrong->field);
    REQUIRE(desk.bar(u"relecture"_s));
    const QString told = desk.bar(u"relecture"_s)->sentence();
    INFO(told.toStdString());
    CHECK(told.startsWith(u"Point "_s));
    CHECK(told.endsWith(u"a un montant négatif"_s));
    CHECK(told.size() < 160);
}

TEST_CASE("The way back to the review leaves with who goes elsewhere, and is told after a click on a page too")
{
    Review review;
    review.mend(review.page->points()[0]);
    REQUIRE(review.bar(u"relecture"_s));
    review.window->goTo(u"reperes"_s);
    CHECK_FALSE(review.bar(u"relecture"_s));
    CHECK_FALSE(review.offers(Command::BackToReview));
    review.window->goTo(u"relire"_s);
    Q_EMIT review.page->preview()->fieldClicked(domain::FieldAddress{u"structure"_s, {}, u"nom"_s}.toString());
    REQUIRE(review.bar(u"relecture"_s));
    CHECK_FALSE(review.offers(Command::NextPoint));
    review.press(u"relecture"_s, u"Revenir à la relecture"_s);
    CHECK(review.window->host().currentPage() == review.page);
    CHECK(review.page->preview()->hasFocus());
}

TEST_CASE("From a line of the fil rouge to its field and back by the keyboard, at the same line")
{
    Desk desk;
    PageHost &host = desk.window->host();
    desk.window->goTo(u"fil-rouge"_s);
    QTest::qWait(20);
    auto *list = host.currentPage()->findChild<ThreadList *>();
    REQUIRE(list);
    const auto back = [&] { return desk.window->actions()[Command::BackToReview].isEnabled(); };
    const auto &lines = list->lines();
    const auto found = std::find_if(lines.rbegin(), lines.rend(), [](const ThreadLine &each) {
        return each.field.table == u"fiche" || each.field.table == u"indicateurAction";
    });
    REQUIRE(found != lines.rend());
    const int row = int(lines.rend() - found) - 1;
    for (const bool byKey : {true, false}) {
        list->setFocus();
        list->setCurrentIndex(list->model()->index(row, 0));
        CHECK_FALSE(back());
        desk.press(Qt::Key_Return);
        QTest::qWait(20);
        CHECK(host.currentCode() == u"fiches");
        REQUIRE(desk.bar(u"relecture"_s));
        CHECK(desk.bar(u"relecture"_s)->sentence() == u"Vous venez du fil rouge.");
        CHECK_FALSE(desk.window->actions()[Command::NextPoint].isEnabled()); // no point to go on to
        // What is written meanwhile changes the thread.
        REQUIRE(desk.dossier().edit(u"Essai"_s, naming(desk.dossier().projet(), byKey ? u"A"_s : u"B"_s)));
        QTest::qWait(300);
        if (byKey)
            desk.press(Qt::Key_Left, Qt::AltModifier);
        else
            desk.press(u"relecture"_s, u"Revenir au fil rouge"_s);
        QTest::qWait(20);
        CHECK(host.currentCode() == u"fil-rouge");
        CHECK(desk.window->focusWidget() == list);
        CHECK(list->currentIndex().row() == row);
        CHECK(list->viewport()->rect().intersects(list->visualRect(list->currentIndex())));
        CHECK_FALSE(desk.bar(u"relecture"_s));
    }
}

TEST_CASE("From a cell that is being typed, the next point of the same table is at its own line")
{
    domain::Projet projet = example();
    for (const QString &line : {u"dentistes"_s, u"orthophonistes"_s, u"biologistes"_s}) {
        const base::Id id = base::Id::fromKey(u"effectif:"_s + line);
        if (!projet.effectifs.find(id))
            projet.effectifs.insert(id).profession = line;
        domain::Effectif &effectif = *projet.effectifs.find(id);
        effectif.identifies = effectif.sollicites = 3;
        effectif.adherents = 9;
    }
    Desk desk(projet);
    desk.window->goTo(u"relire"_s);
    auto *review = qobject_cast<PageRelire *>(desk.window->host().currentPage());
    REQUIRE(review);
    std::vector<controle::Finding> points = review->points();
    std::erase_if(points, [](const controle::Finding &each) {
        return each.field.table != u"effectif" || each.field.field != u"adherents";
    });
    REQUIRE(points.size() == 3);
    Q_EMIT review->goTo(points[0].page, points[0].field);
    QTest::qWait(20);
    for (size_t at = 0; at < points.size(); ++at) {
        auto *table = qobject_cast<RecordTable *>(QApplication::focusWidget());
        REQUIRE(table);
        const QModelIndex current = table->currentIndex();
        INFO(at << " of " << points[at].sentence.toStdString());
        CHECK(domain::FieldAddress::parse(current.data(models::RecordTableModel::FieldRole).toString()) ==
              points[at].field);
        desk.press(Qt::Key_2); // in the cell
        if (at % 2 == 1)
            desk.press(Qt::Key_Tab);
        desk.press(Qt::Key_Right, Qt::AltModifier);
        QTest::qWait(20);
    }
    for (const QString &line : {u"dentistes"_s, u"orthophonistes"_s, u"biologistes"_s})
        CHECK(desk.dossier().projet().effectifs.find(base::Id::fromKey(u"effectif:"_s + line))->adherents == 2);
}
