#include "driving.h"
#include "gui/dialogs/document_menu.h"
#include "gui/pages/page_fil_rouge.h"
#include "gui/pages/thread_list.h"
#include "gui/widgets/card.h"
#include "gui/widgets/info_bar.h"
#include "support/example.h"
#include "support/thread.h"
#include "test_page_support.h"

#include <ctime>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyledItemDelegate>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;
using base::Id;
using gui::PageFilRouge;
using gui::ThreadList;

namespace
{

const Id besoin = Id::fromKey(u"besoin:a"_s);
const Id fiche = Id::fromKey(u"fiche:a"_s);
const Id indicateur = Id::fromKey(u"indicateurAction:a"_s);

domain::Projet threaded()
{
    domain::Projet projet = emptyProject();
    projet.missions.insert(support::missionId(u"prevention"_s)).code = u"prevention"_s;
    support::addBesoin(projet, u"a"_s, u"Prévenir les **chutes**"_s);
    support::addBesoin(projet, u"b"_s, u"Soigner près de chez soi"_s);
    support::addFiche(projet, u"a"_s, u"Ateliers"_s, {besoin}, support::missionId(u"prevention"_s));
    support::addIndicateur(projet, u"a"_s, fiche, u"Chutes"_s);
    domain::IndicateurAction &one = *projet.indicateursAction.find(indicateur);
    one.unite = u"%"_s;
    one.cible = 8;
    one.justificatif = u"Carnet"_s;
    return projet;
}

ThreadList &listOf(const Shown<PageFilRouge> &shown)
{
    auto *list = shown.page->findChild<ThreadList *>();
    REQUIRE(list);
    return *list;
}

QStringList spoken(const Shown<PageFilRouge> &shown)
{
    QStringList all;
    const QAbstractItemModel *model = listOf(shown).model();
    for (int row = 0; row < model->rowCount(); ++row)
        all << support::plain(model->index(row, 0).data(Qt::AccessibleTextRole).toString());
    return all;
}

QPushButton *button(const Shown<PageFilRouge> &shown, const QString &words)
{
    for (QPushButton *each : shown.page->findChildren<QPushButton *>())
        if (support::plain(each->text()).contains(words))
            return each;
    return nullptr;
}

domain::FieldAddress lastField(const QSignalSpy &goTo)
{
    REQUIRE_FALSE(goTo.isEmpty());
    CHECK(goTo.last().at(0).toString().isEmpty()); // the window finds the page
    return goTo.last().at(1).value<domain::FieldAddress>();
}

} // namespace

TEST_CASE("A long thread shows before all its lines are measured, and what is being read does not move")
{
    // Counts the lines that are measured.
    struct Measured final : QStyledItemDelegate {
        mutable int times = 0;
        [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
        {
            ++times;
            return {200, 30};
        }
    };
    std::vector<gui::ThreadLine> lines(900);
    for (size_t at = 0; at < lines.size(); ++at) {
        lines[at].depth = 1; // no title: the keyboard stops there
        lines[at].label = u"Ligne %1"_s.arg(at);
    }
    Measured measured;
    ThreadList list;
    list.setItemDelegate(&measured);
    list.resize(400, 500);
    list.show();
    list.setLines(lines);
    CHECK(measured.times > 10);
    CHECK(measured.times < 200);
    const QModelIndex last = list.model()->index(899, 0);
    QTRY_VERIFY(list.visualRect(last).isValid());
    CHECK(list.verticalScrollBar()->maximum() == 900 * 30 - list.viewport()->height());
    QTest::keyClick(&list, Qt::Key_End);
    CHECK(list.currentIndex() == last);
    CHECK(list.viewport()->rect().contains(list.visualRect(last)));

    list.setCurrentIndex(list.model()->index(500, 0));
    const int place = list.verticalScrollBar()->value();
    REQUIRE(place > 0);
    lines.pop_back();
    list.setLines(lines);
    CHECK(list.currentIndex().row() == 500);
    CHECK(list.viewport()->rect().contains(list.visualRect(list.currentIndex())));
    list.setItemDelegate(nullptr);
}

TEST_CASE("The lines of the thread are measured again when the pane beside them opens or closes")
{
    std::vector<gui::ThreadLine> lines(24);
    for (int at = 0; at < int(lines.size()); ++at) {
        gui::ThreadLine &line = lines[size_t(at)];
        line.depth = 1 + at % 3;
        line.label = u"Objectif"_s;
        line.text = u"Que chaque habitant ait un médecin près de chez lui. "_s.repeated(1 + at % 5);
        line.gap = u"départ à préciser, cible à préciser, justificatif à préciser "_s.repeated(at % 3);
    }
    const driving::Look look;
    for (const int zoom : {100, 150}) {
        look.theme->setZoom(zoom);
        const auto placesAt = [&](const std::vector<int> &widths) {
            ThreadList list;
            list.setLines(lines);
            list.show();
            for (const int width : widths) {
                list.resize(width, 900);
                QTest::qWait(1);
                list.setCurrentIndex(list.model()->index(21, 0));
            }
            CHECK(list.viewport()->rect().contains(list.visualRect(list.currentIndex()))); // still where one reads
            list.scrollToTop();
            std::vector<QRect> places;
            for (int row = 0; row < int(lines.size()); ++row)
                places.push_back(list.visualRect(list.model()->index(row, 0)));
            return places;
        };
        const std::vector<QRect> wide = placesAt({1'000});
        const std::vector<QRect> narrow = placesAt({640});
        CHECK(narrow.back().top() > wide.back().top());
        CHECK(placesAt({1'000, 640}) == narrow);
        CHECK(placesAt({640, 1'000}) == wide);
    }
}

TEST_CASE("The thread is read line by line, each line whole")
{
    const Shown<PageFilRouge> shown(threaded());
    const QStringList lines = spoken(shown);
    REQUIRE(lines.size() == 6);
    CHECK(lines[0] == u"Besoin 1 : Prévenir les chutes. aucune mission"_s);
    CHECK(lines[1].startsWith(u"Action : Ateliers. Mission : "_s));
    CHECK(lines[2] == u"Objectif général : à préciser"_s);
    CHECK(lines[3] == u"Indicateur : Chutes. cible 8 % – justificatif : Carnet. départ à préciser"_s);
    CHECK(lines[4] == u"Moyens : à préciser"_s);
    CHECK(lines[5].startsWith(u"Besoin 2 : Soigner près de chez soi. aucune mission · aucune fiche-action"_s));
}

TEST_CASE("An abandoned action says so in the thread, answers no need and lacks nothing")
{
    domain::Projet projet = threaded();
    projet.fiches.find(fiche)->avancement = domain::Avancement::Abandonnee;
    const QStringList lines = spoken(Shown<PageFilRouge>(projet));
    REQUIRE(lines.size() == 6);
    CHECK(lines[0].endsWith(u"aucune fiche-action n’y répond"));
    CHECK(lines[1].startsWith(u"Action : Ateliers (action abandonnée). "_s));
    CHECK(lines[3] == u"Indicateur : Chutes. cible 8 % – justificatif : Carnet"_s);
}

TEST_CASE("The thread says what an indicator reached last")
{
    domain::Projet projet = threaded();
    domain::Releve &reached = projet.releves.insert(Id::create());
    reached.indicateur = indicateur;
    reached.annee = 2029;
    reached.valeur = 11;
    const Shown<PageFilRouge> shown(projet);
    CHECK(spoken(shown).at(3) ==
          u"Indicateur : Chutes. valeur relevée 11 % en 2029 – cible 8 % – justificatif : Carnet. "
          u"départ à préciser"_s);
}

TEST_CASE("Arrows walk the thread, Enter, Space and a click lead to the field")
{
    const Shown<PageFilRouge> shown(threaded());
    ThreadList &list = listOf(shown);
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    list.setFocus();
    press(&list, Qt::Key_Return);
    CHECK(lastField(goTo) == domain::FieldAddress{u"besoin"_s, besoin, u"enonce"_s});
    press(&list, Qt::Key_Down);
    press(&list, Qt::Key_Space);
    CHECK(lastField(goTo) == domain::FieldAddress{u"fiche"_s, fiche, u"intitule"_s});
    const QModelIndex row = list.model()->index(3, 0);
    list.scrollTo(row);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(row).center());
    CHECK(lastField(goTo) == domain::FieldAddress{u"indicateurAction"_s, indicateur, u"depart"_s}); // what it lacks
}

TEST_CASE("One need at a time, or all")
{
    const Shown<PageFilRouge> shown(threaded());
    auto *needs = shown.page->findChild<QComboBox *>();
    REQUIRE(needs);
    REQUIRE(needs->count() == 3);
    CHECK(support::plain(needs->itemText(1)) == u"Besoin 1 : Prévenir les chutes"_s);
    needs->setCurrentIndex(2);
    Q_EMIT needs->activated(2);
    CHECK(spoken(shown).size() == 1);
    CHECK(spoken(shown)[0].startsWith(u"Besoin 2"_s));
}

TEST_CASE("Loose ends stand above: one leads to its field, several show their names")
{
    domain::Projet projet = threaded();
    for (const auto &[id, fiche] : threaded().fiches) // the mission of a fiche is that of its needs
        projet.fiches.find(id)->mission = {};
    const Shown<PageFilRouge> shown(projet);
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    QPushButton *start = button(shown, u"1 indicateur sans valeur de départ"_s);
    REQUIRE(start);
    press(start, Qt::Key_Space);
    CHECK(lastField(goTo) == domain::FieldAddress{u"indicateurAction"_s, indicateur, u"depart"_s});
    QPushButton *needs = button(shown, u"2 besoins sans mission"_s);
    REQUIRE(needs);
    REQUIRE(needs->menu());
    REQUIRE(needs->menu()->actions().size() == 2);
    needs->menu()->actions().front()->trigger();
    CHECK(lastField(goTo) == domain::FieldAddress{u"besoin"_s, besoin, u"missions"_s});
}

TEST_CASE("The thread follows the project")
{
    const Shown<PageFilRouge> shown(threaded());
    const auto change = domain::setting(shown.projet(), {u"indicateurAction"_s, indicateur, u"depart"_s}, 12.5);
    REQUIRE(shown.dossier->edit(u"Essai"_s, change).ok());
    CHECK(QTest::qWaitFor([&] { return spoken(shown).at(3).contains(u"départ 12,5 %"_s); }));
    CHECK_FALSE(button(shown, u"valeur de départ"_s));
    CHECK(listOf(shown).model()->rowCount() == 6);
}

TEST_CASE("The line where one was is found again below the lines that came above it")
{
    const Shown<PageFilRouge> shown(threaded());
    ThreadList &list = listOf(shown);
    list.setCurrentIndex(list.model()->index(3, 0));
    const auto field = list.lines().at(3).field;
    REQUIRE(field.table == u"indicateurAction");
    const auto change = domain::setting(shown.projet(), {u"objectif"_s, Id::create(), u"fiche"_s}, fiche);
    REQUIRE(shown.dossier->edit(u"Essai"_s, change).ok());
    CHECK(QTest::qWaitFor([&] { return list.model()->rowCount() == 7; }));
    CHECK(list.lines().at(size_t(list.currentIndex().row())).field == field);
}

TEST_CASE("An empty project says where to begin, and shows nothing else")
{
    const Shown<PageFilRouge> shown;
    auto *empty = shown.page->findChild<gui::EmptyState *>();
    REQUIRE(empty->isVisible());
    CHECK_FALSE(listOf(shown).isVisible());
    CHECK_FALSE(shown.page->documents().isVisible());
    CHECK(empty->height() <= empty->sizeHint().height()); // words together at the top, not spread over the page
    QSignalSpy goTo(shown.page.get(), &gui::FormPage::goTo);
    auto *begin = empty->findChild<QPushButton *>();
    REQUIRE(begin);
    QTest::mouseClick(begin, Qt::LeftButton);
    REQUIRE(goTo.size() == 1);
    CHECK(goTo.last().at(0).toString() == u"diagnostic"_s);
}

TEST_CASE("The page writes its list and its poster, and says where")
{
    const Shown<PageFilRouge> shown(threaded());
    const QString path = shown.folder.filePath(u"fil.pdf"_s);
    const auto poster = [&] { return shown.page->document(report::FilRougeForm::Affiche); };
    REQUIRE(shown.page->documents().writeTo(path, gui::Format::Pdf, poster));
    CHECK(base::readFile(path).value().startsWith("%PDF"));
    auto *messages = shown.page->findChild<gui::InfoBarStack *>();
    REQUIRE(messages->bar(u"export"_s));
    CHECK(messages->bar(u"export"_s)->sentence().contains(u"fil.pdf"_s));
    CHECK_FALSE(shown.page->documents().writeTo(shown.folder.filePath(u"non/fil.pdf"_s), gui::Format::Pdf, poster));
    CHECK(messages->bar(u"export"_s)->tone() == gui::InfoBar::Tone::Problem);
    CHECK(shown.page->documents().menu()->actions().size() == 6);
}

TEST_CASE("Twenty-five fiches and sixty indicators are shown at once")
{
    domain::Projet projet = emptyProject();
    std::vector<Id> needs;
    for (int i = 0; i < 8; ++i)
        needs.push_back(support::addBesoin(projet, QString::number(i), u"Un besoin du territoire"_s));
    for (int i = 0; i < 25; ++i) {
        const QString key = QString::number(i);
        const Id one = support::addFiche(projet, key, u"Action"_s, {needs[size_t(i) % 8]});
        for (const QString &each : {u"a"_s, u"b"_s, u"c"_s})
            support::addIndicateur(projet, key + each, one, u"Nombre de patients"_s,
                                   support::addObjectif(projet, key + each, one, u"Un objectif mesurable"_s));
    }
    const Shown<PageFilRouge> shown(projet);
    CHECK(listOf(shown).model()->rowCount() == 8 + 25 * 9);
    const std::clock_t before = std::clock();
    shown.page->hide();
    const auto change = domain::setting(shown.projet(), {u"besoin"_s, needs[0], u"enonce"_s}, u"Autre"_s);
    REQUIRE(shown.dossier->edit(u"Essai"_s, change).ok());
    shown.page->show();
    shown.page->shown();
    shown.page->grab();
    const double milliseconds = 1000.0 * double(std::clock() - before) / CLOCKS_PER_SEC;
    INFO(milliseconds);
    CHECK(milliseconds < 1500); // thirty times slower here than in a release build
}
