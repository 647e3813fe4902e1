// What a page makes when it opens, counted: the part in front, the labels that have words, the columns that show.
#include "gui/pages/cell_delegate.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/projet_pages.h"
#include "gui/pages/record_table.h"
#include "gui/pages/repeat_editor.h"
#include "gui/pages/spec_page.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/page_column.h"
#include "gui/widgets/page_tabs.h"
#include "gui/widgets/record_picker.h"
#include "gui/widgets/striped_card.h"
#include "gui/widgets/tab_order.h"
#include "gui/widgets/text_line.h"
#include "test_page_support.h"

#include <QLabel>
#include <QStandardItemModel>
#include <QTabBar>
#include <QVBoxLayout>
#include <set>

using namespace pagetest;
using namespace Qt::Literals::StringLiterals;

namespace
{

// Tab goes as in the window of a project.
struct Window final : QWidget {
    bool focusNextPrevChild(bool next) override { return gui::tabAlong(this, next); }
};

// A page and, made after it, what stands at its right.
struct Beside {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    std::unique_ptr<dossier::Dossier> dossier;
    std::unique_ptr<gui::AppContext> context;
    Window window;
    gui::FormPage *page = nullptr;
    QLineEdit *pane = nullptr;

    explicit Beside(const gui::PageMaker &make)
    {
        auto created = dossier::Dossier::create(folder.filePath(u"essai.cpts"_s), emptyProject(), clock);
        REQUIRE(created.ok());
        dossier = std::move(created.value());
        context.reset(new gui::AppContext{*dossier, officialData(), paca(), clock});
        auto *line = new QHBoxLayout(&window);
        page = make(*context, &window);
        line->addWidget(page);
        pane = new QLineEdit(&window);
        line->addWidget(pane);
        window.resize(1000, 660);
        window.show();
        QApplication::setActiveWindow(&window);
        QTest::qWait(1);
    }
    ~Beside() { delete page; }
};

qsizetype lists(const QWidget *page)
{
    return page->findChildren<gui::RepeatEditor *>().size();
}

// Counts what it is asked to measure.
struct Measured final : gui::CellDelegate {
    mutable int cells = 0;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        ++cells;
        return CellDelegate::sizeHint(option, index);
    }
};

} // namespace

TEST_CASE("A page makes the part in front, and another when it is looked at, once")
{
    Beside shown(gui::makePageOrganisation);
    CHECK(lists(shown.page) == 0);
    auto *bar = shown.page->findChild<gui::PageTabs *>()->findChild<QTabBar *>();
    bar->setCurrentIndex(1);
    CHECK(lists(shown.page) == 1);
    bar->setCurrentIndex(0);
    bar->setCurrentIndex(1);
    CHECK(lists(shown.page) == 1);
    CHECK(shown.page->goToField({u"instance"_s, {}, u"nom"_s}));
    CHECK(bar->currentIndex() == 2);
    CHECK(lists(shown.page) == 2);
    const auto text = domain::resolve(shown.dossier->projet(), *domain::parseChamp(u"rubrique:inclusion.texte"_s));
    CHECK(shown.page->goToField(*text));
    CHECK(bar->currentIndex() == 5);
    CHECK(lists(shown.page) == 2);
    shown.page->makeAllParts();
    CHECK(lists(shown.page) == 6);
    CHECK(bar->currentIndex() == 5);
}

TEST_CASE("A part made late comes right after its title for Tab, before what stands beside the page")
{
    Beside shown(gui::makePageOrganisation);
    auto *bar = shown.page->findChild<gui::PageTabs *>()->findChild<QTabBar *>();
    bar->setFocus();
    press(bar, Qt::Key_Right);
    REQUIRE(bar->currentIndex() == 1);
    QStringList order;
    QWidget *at = bar;
    for (int turn = 0; turn < 40 && at != shown.pane; ++turn) {
        press(at, Qt::Key_Tab);
        at = shown.window.focusWidget();
        order += at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className()) : at->objectName();
    }
    INFO(order.join(u' ').toStdString());
    REQUIRE(at == shown.pane);
    CHECK(order.size() > 2);
    CHECK(order.front() == u"QPushButton"_s); // « Ajouter un membre »: the list is empty
    press(shown.pane, Qt::Key_Backtab);
    CHECK(shown.page->isAncestorOf(shown.window.focusWidget()));
}

TEST_CASE("A fiche makes the tab in front, and the next fiche the one that was")
{
    domain::Projet projet = emptyProject();
    for (const QString &title : {u"Une"_s, u"Deux"_s})
        projet.fiches.insert(base::Id::create()).intitule = title;
    const Shown<gui::PageFiches> shown(projet);
    CHECK(lists(shown.page.get()) == 1);
    auto *bar = shown.page->findChild<gui::PageTabs *>()->findChild<QTabBar *>();
    bar->setCurrentIndex(4);
    CHECK(lists(shown.page.get()) == 2);
    CHECK(shown.page->findChild<gui::TextLine *>(u"intitule"_s));
    shown.page->showNextPart();
    QTest::qWait(1); // the form before goes
    CHECK(lists(shown.page.get()) == 1);
    CHECK(shown.page->findChildren<gui::RepeatEditor *>().front()->model()->spec().table == u"indicateurAction"_s);
    CHECK(shown.page->goToField({u"fiche"_s, shown.page->chosen(), u"moyens"_s}));
    CHECK(lists(shown.page.get()) == 1);
}

TEST_CASE("A table out of sight measures nothing, and is fitted when it shows")
{
    QStandardItemModel model(0, 3);
    gui::RecordTable table;
    Measured measured;
    table.setItemDelegate(&measured);
    table.setModel(&model);
    for (int row = 0; row < 60; ++row)
        model.appendRow({new QStandardItem(u"Une cellule de quelques mots"_s), new QStandardItem(u"oui"_s),
                         new QStandardItem(u"non"_s)});
    table.fitColumns();
    CHECK(measured.cells == 0);
    QEvent style(QEvent::StyleChange);
    QApplication::sendEvent(&table, &style);
    CHECK(measured.cells <= 60 * 3); // Qt's own, of the rows
    table.resize(500, 300);
    table.show();
    QTest::qWait(1);
    CHECK(measured.cells > 0);
    CHECK(table.columnWidth(0) > 2 * table.columnWidth(1));
    table.hide();
    const int before = measured.cells;
    model.item(0, 1)->setText(u"Une cellule qui est devenue longue"_s);
    table.fitColumns();
    CHECK(measured.cells == before);
    table.show();
    QTest::qWait(1);
    CHECK(table.columnWidth(0) < 2 * table.columnWidth(1));
}

TEST_CASE("A field has a label for its help and its message only once there are words for them")
{
    auto *field = new gui::TextLine;
    gui::FieldFrame frame(u"Nom"_s, field);
    frame.resize(300, 200);
    frame.show();
    CHECK(frame.findChildren<QLabel *>().size() == 1);
    frame.setMessage({});
    CHECK(frame.findChildren<QLabel *>().size() == 1);
    frame.setHelp(u"Celui des statuts."_s);
    frame.setMessage(u"Ce nom est long."_s);
    QTest::qWait(1);
    QStringList words;
    for (const QLabel *label : frame.findChildren<QLabel *>())
        words += label->text();
    words.sort();
    CHECK(words == QStringList{u"Ce nom est long."_s, u"Celui des statuts."_s, u"Nom"_s});
    CHECK(field->accessibleDescription() == u"Ce nom est long."_s);
    for (const QLabel *label : frame.findChildren<QLabel *>())
        CHECK((label->y() < field->y()) == (label->text() != u"Ce nom est long."_s));
    frame.setMessage({});
    CHECK(frame.message().isEmpty());
    CHECK(field->accessibleDescription() == u"Celui des statuts."_s);
}

TEST_CASE("A choice among records is listed when somebody comes to choose")
{
    domain::Projet projet = emptyProject();
    base::Id last;
    for (int at = 0; at < 120; ++at)
        projet.personnes.insert(last = base::Id::create()).nom = u"Personne %1"_s.arg(at);
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *elsewhere = new QLineEdit(&window);
    auto *picker = new gui::RecordPicker(&window);
    column->addWidget(elsewhere);
    column->addWidget(picker);
    int asked = 0;
    const auto people = models::personneOptions([](const QString &) { return QString(); });
    picker->setSource([&]() -> const domain::Projet & { return projet; },
                      [&](const domain::Projet &from) {
                          ++asked;
                          return people(from);
                      },
                      u"À désigner"_s);
    picker->setValue({});
    CHECK(asked == 0);
    CHECK(picker->currentText() == u"À désigner"_s);
    picker->setValue(last);
    CHECK(picker->count() == 2);
    CHECK(picker->value() == domain::Value(last));
    CHECK(picker->currentText() == u"Personne 119"_s);
    window.show();
    QApplication::setActiveWindow(&window);
    picker->setFocus(Qt::TabFocusReason);
    CHECK(picker->count() == 121);
    CHECK(picker->value() == domain::Value(last));
    press(picker, Qt::Key_Home);
    CHECK(picker->value() == domain::Value());
}

TEST_CASE("A field of a form is made where it stays, and styled once")
{
    // Counts the fields that are carried to another place.
    struct Carried final : QObject {
        int times = 0;
        bool eventFilter(QObject *watched, QEvent *event) override
        {
            times += event->type() == QEvent::ParentChange && watched->property("champ").isValid();
            return QObject::eventFilter(watched, event);
        }
    } carried;
    const Shown<gui::PageFiches> beside;
    qApp->installEventFilter(&carried);
    const std::unique_ptr<gui::FormPage> page(gui::makePageProjetMissions(*beside.context, nullptr));
    qApp->removeEventFilter(&carried);
    CHECK(carried.times == 0);
    int fields = 0;
    for (QWidget *each : page->findChildren<QWidget *>())
        if (each->property("champ").isValid()) {
            const gui::FieldFrame *frame = gui::FieldFrame::around(each);
            REQUIRE(frame);
            CHECK_FALSE(frame->label().isEmpty());
            ++fields;
        }
    CHECK(fields > 10);
}

TEST_CASE("Of many long cards those in sight are made first, the others in the turns after or when one leads there")
{
    Shown<gui::PageFiches> beside;
    const std::unique_ptr<gui::FormPage> page(gui::makePageProjetMissions(*beside.context, nullptr));
    const auto cards = [&page] { return page->findChildren<gui::StripedCard *>(); };
    const auto socles = std::count_if(officialData().missions().toutes.begin(), officialData().missions().toutes.end(),
                                      [](const reference::Mission &mission) { return mission.socle; });
    REQUIRE(socles > 2);
    CHECK(cards().size() == 2);
    page->resize(790, 660);
    page->show();
    REQUIRE(QTest::qWaitFor([&] { return cards().size() == socles; }, 30000));
    QTest::qWait(20);
    for (int at = 1; at < socles; ++at) // in their order, one under the other
        CHECK(cards()[at]->y() > cards()[at - 1]->geometry().bottom());
    CHECK(cards().back()->isVisible());
    // A field that is not made yet, on the tab behind.
    const auto last = domain::resolve(beside.projet(), *domain::parseChamp(u"mission:autres.patients"_s));
    REQUIRE(last);
    CHECK(page->goToField(*last));
    auto *field = page->findChild<QWidget *>(u"mission:autres.patients"_s);
    REQUIRE(field);
    CHECK(field->isVisible());
    type(field, u"Moins d’attente"_s);
    page->flush();
    CHECK(domain::valueAt(beside.projet(), *last) == domain::Value(u"Moins d’attente"_s));
}

namespace
{

// As words that go to the line: notes the widths that it is measured in.
struct Wrapped final : QWidget {
    using QWidget::QWidget;
    mutable std::set<int> widths;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        widths.insert(width);
        return 20 + 90'000 / std::max(1, width);
    }
    QSize sizeHint() const override { return {50, 20}; }
    QSize minimumSizeHint() const override { return {10, 20}; }
};

struct WrappedPage final : gui::FormPage {
    explicit WrappedPage(const gui::AppContext &context) : FormPage(context, u"essai"_s)
    {
        setHeading(u"Essai"_s, u"Une phrase."_s);
        auto *column = new QVBoxLayout(body());
        column->addWidget(direct = new Wrapped);
        auto *part = new gui::PageColumn;
        auto *inside = new QVBoxLayout(part);
        inside->addWidget(deep = new Wrapped);
        column->addWidget(part);
        auto *tabs = new gui::PageTabs(u"Parties"_s, false, body());
        for (Wrapped **each : {&first, &second})
            tabs->addTab(u"Partie"_s, [each](QWidget *holder) {
                auto *content = new gui::PageColumn(holder);
                (new QVBoxLayout(content))->addWidget(*each = new Wrapped);
                return content;
            });
        column->addWidget(tabs);
        tabs->setCurrentIndex(0);
    }
    Wrapped *direct = nullptr;
    Wrapped *deep = nullptr;
    Wrapped *first = nullptr; // of two tabs
    Wrapped *second = nullptr;
};

} // namespace

TEST_CASE("What a page holds is measured in the width of the page alone, with or without its bar")
{
    const Shown<WrappedPage> shown;
    CHECK(shown.page->first->isVisible());
    CHECK_FALSE(shown.page->second);
    shown.page->findChild<gui::PageTabs *>()->setCurrentIndex(1);
    CHECK_FALSE(shown.page->first->isVisible());
    REQUIRE(shown.page->second);
    CHECK(shown.page->second->isVisible());
    QTest::qWait(20);
    for (const Wrapped *each : {shown.page->direct, shown.page->deep, shown.page->first, shown.page->second}) {
        REQUIRE_FALSE(each->widths.empty());
        CHECK(*each->widths.begin() > 600); // never as narrow as it would wish
        CHECK(each->widths.size() <= 2);
        CHECK(each->height() >= each->heightForWidth(each->width()));
    }
}
