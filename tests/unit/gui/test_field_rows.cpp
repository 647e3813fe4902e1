// Fields side by side stand on one line; the cross of a search; a bar under a short table; the sums above a long one.
#include "gui/pages/adaptive_row.h"
#include "gui/pages/import_dialog.h"
#include "gui/pages/page_calendrier.h"
#include "gui/pages/page_equipe.h"
#include "gui/pages/page_mobilisation.h"
#include "gui/pages/page_territoire.h"
#include "gui/pages/record_table.h"
#include "gui/pages/territory_search.h"
#include "gui/theme/theme.h"
#include "gui/widgets/check_field.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/text_line.h"
#include "models/record_table_model.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

struct Row {
    gui::AdaptiveRow row;
    std::vector<gui::FieldFrame *> frames;
    std::vector<gui::TextLine *> lines;

    explicit Row(int width)
    {
        row.setThreshold(400);
        auto *line = new QHBoxLayout(&row);
        for (const QString &label : {u"Unité"_s, u"Thème"_s}) {
            lines.push_back(new gui::TextLine);
            frames.push_back(new gui::FieldFrame(label, lines.back()));
            line->addWidget(frames.back(), 1);
        }
        row.resize(width, 160);
        row.show();
        QTest::qWait(20);
    }
    [[nodiscard]] int top(size_t at) const { return lines[at]->mapTo(&row, QPoint()).y(); }
};

} // namespace

TEST_CASE("Boxes to tick stand under each other where their words would be cut")
{
    QWidget window; // which may be narrower than the row would be alone
    auto *row = new gui::AdaptiveRow(&window);
    row->setThreshold(200);
    auto *line = new QHBoxLayout(row);
    std::vector<gui::CheckField *> boxes;
    for (const QString &words : {u"Montré par les données"_s, u"Dit par les professionnels"_s}) {
        boxes.push_back(new gui::CheckField);
        boxes.back()->setText(words);
        line->addWidget(boxes.back(), 1);
    }
    const int needed = boxes[0]->sizeHint().width() + boxes[1]->sizeHint().width();
    for (const int width : {needed + 100, needed - 20}) {
        window.resize(width, 160);
        window.show();
        row->resize(width, 160);
        QTest::qWait(20);
        CHECK((boxes[0]->y() == boxes[1]->y()) == (width > needed));
        for (const gui::CheckField *box : boxes)
            CHECK(box->width() >= box->sizeHint().width());
    }
}

TEST_CASE("Two fields side by side stand on one line when one of them has a help, whatever its length")
{
    Row shown(620);
    CHECK(shown.top(0) == shown.top(1));
    const int bare = shown.top(0);
    shown.frames[0]->setHelp(u"Dans quoi le nombre est compté"_s);
    QTest::qWait(20);
    CHECK(shown.top(0) == shown.top(1));
    CHECK(shown.top(0) > bare);
    shown.frames[0]->setHelp(QString(60, u'm').replace(u"mmmm"_s, u"mmm "_s)); // on several lines
    QTest::qWait(20);
    CHECK(shown.top(0) == shown.top(1));
    shown.frames[1]->setMessage(u"Ce n’est pas un nombre."_s); // what is under a field moves none
    QTest::qWait(20);
    CHECK(shown.top(0) == shown.top(1));
    shown.frames[0]->setHelp({});
    QTest::qWait(20);
    CHECK(shown.top(0) == bare);
    CHECK(shown.top(1) == bare);
}

TEST_CASE("A field that is hidden gives no room to its neighbour, and takes its line when it comes back")
{
    Row shown(620);
    const int bare = shown.top(0);
    shown.frames[1]->hide();
    shown.frames[1]->setHelp(QString(120, u'm').replace(u"mmmm"_s, u"mmm "_s));
    QTest::qWait(20);
    CHECK(shown.top(0) == bare);
    shown.frames[1]->show();
    QTest::qWait(20);
    CHECK(shown.top(0) > bare);
    CHECK(shown.top(0) == shown.top(1));
}

TEST_CASE("One above the other, fields have no room of their neighbour")
{
    Row narrow(300);
    const int second = narrow.top(1) - narrow.frames[1]->y();
    narrow.frames[0]->setHelp(u"Dans quoi le nombre est compté"_s);
    QTest::qWait(20);
    CHECK(narrow.top(1) - narrow.frames[1]->y() == second);
}

TEST_CASE("The cross of the search goes with its words, and is no taller than the field")
{
    gui::Theme theme(*qApp);
    Shown<gui::PageTerritoire> shown;
    auto *search = shown.page->findChild<gui::TerritorySearch *>();
    REQUIRE(search);
    const auto cross = [&]() -> QToolButton * {
        for (auto *each : search->findChildren<QToolButton *>())
            if (each->isVisible())
                return each;
        return nullptr;
    };
    CHECK_FALSE(cross());
    QTest::keyClicks(search, u"castellane"_s);
    QTest::qWait(300);
    REQUIRE(cross());
    CHECK(search->rect().contains(cross()->geometry()));
    press(search, Qt::Key_Return);
    QTest::qWait(400);
    CHECK(search->text().isEmpty());
    CHECK_FALSE(cross());
    CHECK(shown.projet().communes.size() == 1);
}

TEST_CASE("Enter adds a pasted list of communes, and writes no empty line in it")
{
    Shown<gui::PageTerritoire> shown;
    gui::ImportDialog dialog(*shown.context);
    dialog.setList(u"Castellane\nAllos"_s);
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    QTest::qWait(1);
    REQUIRE(dialog.focusWidget());
    CHECK(dialog.focusWidget()->objectName() == u"accepter"_s);
    press(dialog.focusWidget(), Qt::Key_Return);
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(shown.projet().communes.size() == 2);
    gui::ImportDialog unknown(*shown.context);
    unknown.setList(u"Zzyzx-sur-Rien"_s);
    unknown.show();
    QTest::qWait(1);
    CHECK(unknown.focusWidget() != unknown.findChild<QPushButton *>(u"accepter"_s)); // nothing to add: the text is next
}

TEST_CASE("A table that is wider than its place keeps its last row above the bar")
{
    domain::Projet projet = emptyProject();
    domain::Personne &person = projet.personnes.insert(base::Id::create());
    person.nom = QString(30, u'm');
    person.prenom = QString(30, u'm');
    person.lieuExercice = QString(40, u'm');
    person.equipeProjet = true;
    const Shown<gui::PageEquipe> shown(projet, {420, 700});
    QTest::qWait(50);
    auto *table = shown.page->findChild<gui::RecordTable *>();
    REQUIRE(table);
    REQUIRE(table->model()->rowCount() == 1);
    table->horizontalHeader()->resizeSection(0, 900); // by hand
    QTest::qWait(50);
    REQUIRE(table->horizontalScrollBar()->maximum() > 0);
    CHECK(table->viewport()->height() >= table->rowHeight(0));
    CHECK(table->verticalScrollBar()->maximum() == 0);
}

TEST_CASE("The sums of the professions are told above their table, and follow what is typed")
{
    Shown<gui::PageMobilisation> empty;
    CHECK_FALSE(empty.find<QLabel>("total")->isVisibleTo(empty.page.get()));
    const QModelIndex cell = empty.page->counts()->model()->index(0, 3);
    REQUIRE(empty.page->counts()->model()->setData(cell, 7));
    CHECK(empty.find<QLabel>("total")->text() == u"Total\u00A0: adhérents 7."_s);
    const Shown<gui::PageMobilisation> shown(support::vallees());
    const QAbstractItemModel *table = shown.page->counts()->model();
    const QString sum = table->index(table->rowCount() - 1, 3).data().toString();
    REQUIRE_FALSE(sum.isEmpty());
    CHECK(shown.find<QLabel>("total")->isVisibleTo(shown.page.get()));
    CHECK(shown.find<QLabel>("total")->text().contains(u"adhérents "_s + sum));
}

TEST_CASE("Once the answer of the ARS on the label is written, nothing asks for it any more")
{
    domain::Projet projet = emptyProject();
    projet.accompagnement.souhaite = true;
    projet.accompagnement.structureAppui = u"mazars"_s;
    Shown<gui::PageCalendrier> shown(projet);
    auto *label = shown.find<QLabel>("label");
    CHECK(label->text().contains(u"vérifiez auprès de l’ARS"_s));
    CHECK(label->property("role").toString() == u"alerte"_s);
    const domain::ChangeList answered =
        domain::settingChamp(shown.projet(), *domain::parseChamp(u"rubrique:label-appui.texte"_s),
                             domain::Value(u"Courriel du 3 février"_s));
    REQUIRE(shown.dossier->edit(u"Noter"_s, answered).ok());
    CHECK(label->isVisibleTo(shown.page.get())); // the field under it does not jump
    CHECK(label->text().contains(u"vous avez noté la réponse de l’ARS"_s));
    CHECK(label->property("role").toString() == u"aide"_s);
    shown.undo();
    CHECK(label->property("role").toString() == u"alerte"_s);
}
