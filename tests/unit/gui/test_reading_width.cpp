// A large screen: fields as wide as a line that one reads, a column more in a table that has the room.
#include "driving.h"
#include "gui/pages/adaptive_row.h"
#include "gui/pages/record_table.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/reading_width.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "shell_desk.h"

#include <QMenu>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace shell;

TEST_CASE("A field, a long text and a row of fields stop at the width of a line that one reads, at the left")
{
    for (const int zoom : {100, 150}) {
        const driving::Look look;
        look.theme->setZoom(zoom);
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *line = new TextLine;
        auto *area = new TextArea;
        column->addWidget(new FieldFrame(u"Nom"_s, line));
        column->addWidget(new FieldFrame(u"Texte"_s, area));
        auto *row = new AdaptiveRow;
        auto *beside = new QHBoxLayout(row);
        beside->setContentsMargins(0, 0, 0, 0);
        auto *first = new TextLine;
        auto *second = new TextLine;
        beside->addWidget(new FieldFrame(u"Un"_s, first), 1);
        beside->addWidget(new FieldFrame(u"Deux"_s, second), 1);
        column->addWidget(row);
        page.resize(readingWidth() + 500, 400);
        driving::bring(page);
        QTest::qWait(20);
        for (const QWidget *each : std::initializer_list<const QWidget *>{line, area}) {
            CHECK(each->width() == readingWidth());
            CHECK(each->mapTo(&page, QPoint()).x() == column->contentsMargins().left());
        }
        const int end = second->mapTo(&page, QPoint(second->width(), 0)).x();
        CHECK(end == column->contentsMargins().left() + readingWidth());
        page.resize(readingWidth() - 100, 400); // a small window: all of it
        QTest::qWait(20);
        CHECK(line->width() == page.width() - 2 * column->contentsMargins().left());
    }
}

TEST_CASE("A row of a list and its form keeps the whole width")
{
    AdaptiveRow row;
    auto *line = new QHBoxLayout(&row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *list = new QWidget;
    auto *form = new FieldFrame(u"Nom"_s, new TextLine);
    line->addWidget(list, 1);
    line->addWidget(form, 1);
    row.resize(readingWidth() + 600, 200);
    driving::bring(row);
    CHECK(form->geometry().right() + 1 == row.width());
}

TEST_CASE("A spare column shows while no word of the others is cut for it, and goes with the room")
{
    QStandardItemModel model(2, 4);
    model.setHorizontalHeaderLabels({u"Indicateur"_s, u"Territoire"_s, u"Région"_s, u"Source"_s});
    for (int at = 0; at < 2; ++at) {
        model.setItem(at, 0, new QStandardItem(u"Sorties d’hospitalisation du vendredi"_s));
        model.setItem(at, 1, new QStandardItem(u"27 %"_s));
        model.setItem(at, 2, new QStandardItem(u"11,2 %"_s));
        model.setItem(at, 3, new QStandardItem(u"Relevé des infirmiers"_s));
    }
    RecordTable table;
    table.setModel(&model);
    table.setSpareColumn(2);
    table.resize(900, 200);
    driving::bring(table);
    CHECK_FALSE(table.isColumnHidden(2));
    table.resize(260, 200);
    QTest::qWait(20);
    CHECK(table.isColumnHidden(2));
    CHECK(table.columnWidth(0) > 0);
    table.resize(900, 200);
    QTest::qWait(20);
    CHECK_FALSE(table.isColumnHidden(2));
    CHECK(table.columnWidth(2) > 0);
}

TEST_CASE("The menu lists the projects that are open, told apart by their files, and brings one to the front")
{
    Desk one, two;
    QMenu *list = nullptr;
    for (QMenu *each : one.window->findChildren<QMenu *>())
        if (each->title().remove(u'&') == u"Fenêtres"_s)
            list = each;
    REQUIRE(list);
    Q_EMIT list->aboutToShow();
    REQUIRE(list->actions().size() == 2);
    int ticked = 0;
    for (const QAction *each : list->actions()) {
        CHECK(each->text().endsWith(u"(vallees.cpts)"_s));
        ticked += each->isChecked();
    }
    CHECK(ticked == 1);
    two.window->showMinimized();
    for (QAction *each : list->actions())
        if (!each->isChecked())
            each->trigger();
    CHECK_FALSE(two.window->isMinimized());
}
