// The ways of who has no mouse, or sees badly: the keyboard goes back where it was, keys work wherever it is, windows
// keep within the screen.
#include "driving.h"
#include "gui/dialogs/new_project_dialog.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/page_reperes.h"
#include "gui/pages/repeat_editor.h"
#include "gui/pages/send_pane.h"
#include "gui/pages/thread_list.h"
#include "gui/shell/expectation_pane.h"
#include "gui/shell/guide_window.h"
#include "gui/shell/look.h"
#include "gui/shell/session.h"
#include "gui/shell/start_window.h"
#include "gui/theme/app_guard.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/date_field.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "models/operations.h"
#include "shell_desk.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

using namespace shell;

namespace
{

struct Guard {
    AppGuard guard;
    Guard() { qApp->installEventFilter(&guard); }
};

template <class Field>
Field *fieldOf(Desk &desk, const QString &page)
{
    desk.window->goTo(page);
    QTest::qWait(20);
    for (Field *each : desk.window->host().currentPage()->template findChildren<Field *>())
        if (each->isVisible() && each->isEnabled()) {
            each->setFocus();
            return each;
        }
    FAIL("no such field");
    return nullptr;
}

// A window with these fields, one under the other.
struct Fields {
    QWidget window;
    explicit Fields(std::initializer_list<QWidget *> fields)
    {
        auto *column = new QVBoxLayout(&window);
        for (QWidget *field : fields)
            column->addWidget(field);
    }
};

bool isSaid(const QWidget &in, const QString &text)
{
    for (const QLabel *label : in.findChildren<QLabel *>())
        if (driving::plain(label->text()) == text && label->isVisible())
            return true;
    return false;
}

} // namespace

TEST_CASE("Ctrl+E is the command of the window in a line and in a long text as elsewhere")
{
    const Guard guard;
    auto *line = new TextLine;
    auto *area = new TextArea;
    Fields shown{line, area};
    QWidget &window = shown.window;
    QAction command;
    command.setShortcut(QKeySequence(u"Ctrl+E"_s));
    window.addAction(&command);
    QSignalSpy asked(&command, &QAction::triggered);
    driving::bring(window);
    int times = 0;
    for (QWidget *field : std::initializer_list<QWidget *>{line, area}) {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_E, Qt::ControlModifier);
        CHECK(asked.count() == ++times);
    }
    QTest::keyClicks(line, u"e"_s);
    CHECK(line->text() == u"e"_s);
}

TEST_CASE("F1 then Escape, or F1 twice, brings the keyboard back to the field it left")
{
    Desk desk;
    desk.window->resize(1100, 700); // the right pane is folded
    auto *field = fieldOf<TextLine>(desk, u"porteur"_s);
    auto *side = desk.window->findChild<ExpectationPane *>();
    for (const Qt::Key leave : {Qt::Key_Escape, Qt::Key_F1}) {
        desk.press(Qt::Key_F1);
        REQUIRE(side->isVisible());
        CHECK(side->isAncestorOf(desk.window->focusWidget()));
        desk.press(leave);
        CHECK_FALSE(side->isVisible());
        CHECK(desk.window->focusWidget() == field);
    }
    desk.window->resize(1366, 768); // it stays open beside the page
    desk.window->actions()[Command::Expectation].setChecked(false);
    desk.press(Qt::Key_F1);
    if (!side->isVisible())
        desk.press(Qt::Key_F1);
    desk.press(Qt::Key_Escape);
    CHECK(desk.window->focusWidget() == field);
}

TEST_CASE("The calendar of a date closed without a choice leaves the date selected, to be typed over")
{
    auto *date = new DateField;
    Fields shown{date};
    driving::bring(shown.window);
    date->setValue(domain::Value(QDate(2027, 2, 12)));
    auto *line = qobject_cast<QLineEdit *>(date->focusTarget());
    line->setFocus();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Down, Qt::AltModifier);
    auto *menu = date->findChild<QMenu *>();
    REQUIRE((menu && menu->isVisible()));
    QTest::keyClick(menu, Qt::Key_Escape);
    QTest::qWait(20);
    CHECK(shown.window.focusWidget() == line);
    CHECK(line->selectedText() == u"12/02/2027"_s);
    QTest::keyClicks(line, u"12/03/2027"_s);
    CHECK(line->text() == u"12/03/2027"_s);
}

TEST_CASE("F1 shows where the keyboard is, with nothing to mend and before sending, and Escape goes back")
{
    const driving::Look look;
    Desk desk;
    desk.window->resize(1100, 700); // the right pane is folded
    desk.window->goTo(u"relire"_s);
    QTest::qWait(20);
    QWidget *document = nullptr;
    for (QPushButton *each : desk.window->host().currentPage()->findChildren<QPushButton *>())
        if (each->text().startsWith(u"Projet de santé"_s))
            document = each;
    REQUIRE(document);
    document->setFocus();
    desk.press(Qt::Key_F1);
    const auto *pane = desk.window->findChild<SendPane *>();
    REQUIRE((pane && pane->isVisible()));
    const QWidget *there = desk.window->focusWidget();
    CHECK((pane->isAncestorOf(there) && there->isVisible()));
    QTest::qWait(20);
    desk.press(Qt::Key_Escape);
    QTest::qWait(20);
    CHECK_FALSE(pane->isVisible());
    CHECK(desk.window->focusWidget() == document);

    // A page whose pane has only words: the pane shows that it has the keyboard.
    ExpectationPane words;
    words.resize(300, 300);
    driving::bring(words);
    if (QWidget *first = words.focusWidget())
        first->clearFocus();
    const QImage without = words.grab().toImage();
    words.focusFirst();
    QTest::qWait(1);
    const QImage with = words.grab().toImage();
    CHECK(with.pixel(2, 150) != without.pixel(2, 150));
}

TEST_CASE("F1 is named for what it shows: the points before sending, and the guide where no pane is beside the page")
{
    Desk desk;
    const QAction &help = desk.window->actions()[Command::Expectation];
    desk.window->goTo(u"porteur"_s);
    CHECK(help.text() == u"Ce que l’ARS attend");
    desk.window->goTo(u"relire"_s);
    CHECK(help.text() == u"Avant l’envoi");
    desk.window->goTo(u"tableau-de-bord"_s);
    CHECK(help.text() == u"Aide sur cette page");
    desk.press(Qt::Key_F1);
    const auto *guide = desk.window->findChild<GuideWindow *>();
    REQUIRE(guide);
    CHECK(guide->isVisible());
    CHECK_FALSE(help.isChecked());
}

TEST_CASE("Closing the guide by Escape brings the keyboard back to the field it left")
{
    Desk desk;
    auto *field = fieldOf<TextLine>(desk, u"porteur"_s);
    desk.press(Qt::Key_F1, Qt::ShiftModifier);
    auto *guide = desk.window->findChild<GuideWindow *>();
    REQUIRE(guide);
    QApplication::setActiveWindow(guide);
    REQUIRE(guide->focusWidget());
    guide->focusWidget()->setFocus();
    desk.window->topBar().findChild<QToolButton *>()->setFocus(); // as a desktop may when it turns to another window
    field->setFocus();
    QApplication::setActiveWindow(guide);
    QTest::keyClick(guide->focusWidget(), Qt::Key_Escape);
    CHECK_FALSE(guide->isVisible());
    CHECK(desk.window->focusWidget() == field);
}

TEST_CASE("Escape closes the message that has the keyboard, which goes back where it was")
{
    Desk desk;
    auto *field = fieldOf<TextLine>(desk, u"porteur"_s);
    InfoBar *bar = desk.window->host().messages().tell(u"essai"_s, InfoBar::Tone::Information, u"Document prêt."_s,
                                                       {{u"Ouvrir"_s, [] {}}});
    QTest::qWait(1);
    desk.press(Qt::Key_Escape);
    CHECK(bar->isVisible()); // the keyboard is not in it
    bar->findChild<QPushButton *>()->setFocus();
    desk.press(Qt::Key_Escape);
    CHECK_FALSE(desk.bar(u"essai"_s));
    CHECK(desk.window->focusWidget() == field);
}

TEST_CASE("Windows keep within the screen at twice the size of text: the guide, and any dialog over a window")
{
    const driving::Look look;
    const Guard guard;
    look.theme->setZoom(200);
    QWidget owner;
    owner.resize(300, 200);
    driving::bring(owner);
    GuideWindow guide(QDate(2026, 11, 23), &owner);
    driving::bring(guide);
    const QSize screen = guide.screen()->availableSize();
    CHECK(guide.width() <= screen.width());
    CHECK(guide.height() <= screen.height());
    for (const QPushButton *button : guide.findChildren<QPushButton *>())
        if (button->isVisible()) {
            INFO(button->text().toStdString());
            CHECK(guide.rect().contains(QRect(button->mapTo(&guide, QPoint()), button->size())));
        }
    QDialog dialog(&owner);
    dialog.resize(5000, 4000);
    driving::bring(dialog);
    CHECK(dialog.width() <= screen.width());
    CHECK(dialog.height() <= screen.height());
}

TEST_CASE("The menu at twice the size of text is one column that scrolls")
{
    const driving::Look look;
    look.theme->setZoom(200);
    QWidget window;
    const Actions actions(&window);
    QMenu *menu = actions.makeMenu(&window, nullptr);
    menu->popup({0, 0});
    QTest::qWait(20);
    int widest = 0;
    for (const QAction *each : menu->actions()) {
        CHECK(menu->actionGeometry(const_cast<QAction *>(each)).left() < 40);
        widest = std::max(widest, menu->actionGeometry(const_cast<QAction *>(each)).width());
    }
    CHECK(menu->width() <= widest + 60);
    menu->close();
}

TEST_CASE("Before any project, the text grows by its keys and the menu has the look and the guide")
{
    const driving::Look look;
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"reglages.ini"_s));
    StartWindow start(settings, look.theme.get());
    start.refresh(QDate(2026, 11, 23));
    driving::bring(start);
    driving::button(start, u"Commencer"_s)->setFocus();
    driving::key(start, Qt::Key_Plus, Qt::ControlModifier);
    CHECK(look.theme->zoom() == 110);
    CHECK(settings.zoom() == 110);
    QTest::qWait(1);
    REQUIRE(start.focusWidget());
    CHECK(start.focusWidget()->accessibleName() == u"Nouveau projet : Commencer"_s); // the keyboard stays
    driving::key(start, Qt::Key_Minus, Qt::ControlModifier);
    driving::key(start, Qt::Key_Minus, Qt::ControlModifier);
    CHECK(look.theme->zoom() == 90);
    driving::key(start, Qt::Key_0, Qt::ControlModifier);
    CHECK(look.theme->zoom() == 100);

    const QToolButton *button = nullptr;
    for (const QToolButton *each : start.findChildren<QToolButton *>())
        if (each->shortcut() == QKeySequence(Qt::Key_F10))
            button = each;
    REQUIRE(button);
    REQUIRE(button->menu());
    QStringList entries;
    for (const QAction *each : button->menu()->actions()) {
        entries << each->text();
        if (each->menu())
            for (const QAction *inside : each->menu()->actions())
                entries << inside->text();
    }
    for (const QString &text : {u"Apparence"_s, u"Texte plus grand"_s, u"Thème sombre"_s, u"Guide d’utilisation"_s})
        CHECK(entries.contains(text));
    CHECK_FALSE(entries.contains(u"Enregistrer maintenant"_s));
    for (QAction *each : start.actions())
        if (each->text() == u"Thème sombre"_s)
            each->trigger();
    CHECK(look.theme->mode() == Theme::Mode::Dark);
    CHECK(settings.theme() == Theme::Mode::Dark);
}

TEST_CASE("The text grows by its keys in a dialog, typed or on a French keyboard, and the dialog with it")
{
    const driving::Look look;
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"reglages.ini"_s));
    QObject owner;
    new TextSize(*look.theme, settings, &owner);
    NewProjectDialog dialog(officialData().professions(), folder.path());
    driving::bring(dialog);
    auto *name = qobject_cast<QLineEdit *>(dialog.focusWidget());
    REQUIRE(name);
    const int before = dialog.height();
    for (int times = 0; times < 4; ++times)
        QTest::keyClick(name, Qt::Key_Plus, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::qWait(30);
    CHECK(look.theme->zoom() == 140);
    CHECK(name->text().isEmpty());
    CHECK(dialog.height() > before);
    QTest::keyClick(name, Qt::Key_Equal, Qt::ControlModifier);
    CHECK(settings.zoom() == 150);
    QTest::keyClick(name, Qt::Key_0, Qt::ControlModifier);
    CHECK(look.theme->zoom() == 100);
    QTest::keyClicks(name, u"+-0="_s); // without Ctrl they are written
    CHECK(name->text() == u"+-0="_s);
    CHECK(look.theme->zoom() == 100);
}

TEST_CASE("Ctrl+F goes to the search of a page, and says where there is none")
{
    Desk desk;
    desk.window->goTo(u"reperes"_s);
    QTest::qWait(20);
    CHECK(desk.window->actions()[Command::Find].isEnabled());
    desk.press(Qt::Key_F, Qt::ControlModifier);
    CHECK(desk.window->focusWidget() == desk.window->host().currentPage()->searchField());
    auto *field = fieldOf<TextLine>(desk, u"porteur"_s);
    CHECK_FALSE(desk.window->actions()[Command::Find].isEnabled());
    CHECK(desk.window->actions()[Command::Find].text() == u"Rien à chercher dans cette page"_s);
    desk.press(Qt::Key_F, Qt::ControlModifier);
    CHECK(desk.window->focusWidget() == field);
    CHECK(isSaid(desk.window->topBar(), u"Rien à chercher dans cette page"_s));
}

TEST_CASE(
    "Enter takes the first profession that is proposed, what is a choice already or no choice at all stays as typed")
{
    auto *box = new ChoiceBox;
    auto *next = new QLineEdit;
    Fields shown{box, next};
    QWidget &window = shown.window;
    box->setChoices({{u"infirmier"_s, u"Infirmier ou infirmière"_s},
                     {u"pharmacien"_s, u"Pharmacien ou pharmacienne"_s},
                     {u"preparateur"_s, u"Préparateur en pharmacie"_s},
                     {u"pharma"_s, u"Pharma"_s}});
    box->setFreeText(true);
    driving::bring(window);
    const auto type = [box](const QString &text) {
        box->setEditText(QString());
        box->setFocus();
        QTest::keyClicks(box->lineEdit(), text);
        QTest::qWait(20);
    };
    const auto enter = [box] {
        QWidget *popup = box->completer()->popup();
        QTest::keyClick(popup->isVisible() ? popup : static_cast<QWidget *>(box), Qt::Key_Return);
    };
    type(u"pharmac"_s);
    REQUIRE(box->completer()->popup()->isVisible());
    enter();
    CHECK(box->value() == domain::Value(u"pharmacien"_s));
    CHECK(box->currentText() == u"Pharmacien ou pharmacienne"_s);
    type(u"pharma"_s);
    enter();
    CHECK(box->value() == domain::Value(u"pharma"_s));
    type(u"sorcier"_s);
    enter();
    CHECK(box->value() == domain::Value(u"sorcier"_s));
}

TEST_CASE("Tab leaves an open list, takes what is chosen in it and goes on to the next field")
{
    auto *box = new ChoiceBox;
    auto *next = new QLineEdit;
    Fields shown{box, next};
    QWidget &window = shown.window;
    box->setChoices({{u"a"_s, u"Étape"_s}, {u"b"_s, u"Tâche"_s}, {u"c"_s, u"Date clé"_s}});
    driving::bring(window);
    int told = 0;
    box->onEdited([&told](FieldEditor::Moment) { ++told; });
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    QTest::qWait(20);
    REQUIRE(box->view()->isVisible());
    QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Tab);
    CHECK_FALSE(box->view()->isVisible());
    CHECK(box->value() == domain::Value(u"b"_s));
    CHECK(told == 1);
    CHECK(window.focusWidget() == next);
}

TEST_CASE("A day that no calendar has is told as such")
{
    DateField field;
    const auto told = [&field](const QString &text) {
        field.showUnfinished(text);
        return driving::plain(field.complaint());
    };
    CHECK(told(u"31/02/2027"_s) == u"Le 31 février 2027 n’existe pas. Écrivez par exemple 12/03/2027."_s);
    CHECK(told(u"29 février 2027"_s).startsWith(u"Le 29 février 2027 n’existe pas"_s));
    CHECK(told(u"29/02/2028"_s).isEmpty());
    CHECK(told(u"31/02"_s).contains(u"n’est pas une date complète"_s));
}

TEST_CASE("What is said of a date that was just left is in sight whole, at the bottom of a page in large text")
{
    const driving::Look look;
    look.theme->setZoom(150);
    Desk desk;
    desk.window->goTo(u"etapes"_s);
    QTest::qWait(50);
    FormPage *page = desk.window->host().currentPage();
    auto *scroll = page->findChild<QScrollArea *>();
    DateField *last = nullptr;
    for (DateField *each : page->findChildren<DateField *>())
        if (each->isVisible() && FieldFrame::around(each) && each->focusTarget()->isEnabled())
            last = each;
    REQUIRE(last);
    last->focusTarget()->setFocus(Qt::TabFocusReason);
    QTest::qWait(250);
    auto *line = qobject_cast<QLineEdit *>(last->focusTarget());
    line->clear();
    QTest::keyClicks(line, u"31/02/2027"_s);
    desk.press(Qt::Key_Tab);
    QTest::qWait(300);
    FieldFrame *frame = FieldFrame::around(last);
    REQUIRE_FALSE(frame->message().isEmpty());
    const QWidget *view = scroll->viewport();
    CHECK(view->rect().contains(QRect(frame->mapTo(view, QPoint()), frame->size())));
}

TEST_CASE("What was said of an undo goes with the next one")
{
    auto projet = example();
    Desk desk(projet);
    desk.window->goTo(u"porteur"_s);
    REQUIRE(desk.dossier().edit(u"Modifier : nom"_s, naming(desk.dossier().projet(), u"Un autre nom"_s)).ok());
    const auto [id, besoin] = domain::inOrder(desk.dossier().projet().besoins).front();
    REQUIRE(desk.dossier()
                .edit(u"Retirer un besoin"_s, models::removingAll(desk.dossier().projet(), u"besoin"_s, {id}))
                .ok());
    const auto said = [&desk] {
        for (const QLabel *label : desk.window->topBar().findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(u"revenu"_s))
                return true;
        return false;
    };
    desk.window->actions()[Command::Undo].trigger();
    CHECK(said());
    desk.window->actions()[Command::Undo].trigger();
    CHECK_FALSE(said());
}

TEST_CASE("Ctrl+Enter adds a line to the list one is in, from any of its fields")
{
    Desk desk;
    desk.window->goTo(u"diagnostic"_s);
    QTest::qWait(20);
    FormPage *page = desk.window->host().currentPage();
    RepeatEditor *list = nullptr;
    for (RepeatEditor *each : page->findChildren<RepeatEditor *>())
        if (each->isVisible() && !list)
            list = each;
    REQUIRE(list);
    auto *field = list->findChild<QLineEdit *>();
    QWidget *inside =
        field && field->isVisible() ? static_cast<QWidget *>(field) : list->findChild<QAbstractItemView *>();
    REQUIRE(inside);
    inside->setFocus();
    const QString undo = desk.dossier().undoLabel();
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.dossier().undoLabel() != undo);
    CHECK(desk.dossier().undoLabel().startsWith(u"Ajouter"_s));
    REQUIRE(desk.window->focusWidget());
    CHECK(list->isAncestorOf(desk.window->focusWidget()));
}

TEST_CASE("The next day, the project goes on at the page where it was left")
{
    const QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    Settings settings(folder.filePath(u"reglages.ini"_s));
    dossier::Options options;
    options.dataFolder = folder.filePath(u"donnees"_s);
    options.prompt = base::milliseconds(30'000);
    const QString path = folder.filePath(u"vallees.cpts"_s);
    {
        Session session(settings, clock, nullptr, systemFileQuestions(), options);
        MainWindow *window = session.createProject(path, example());
        REQUIRE(window);
        window->goTo(u"fiches"_s, {u"fiche"_s, domain::inOrder(example().fiches)[1].first, u"moyens"_s});
        window->close();
    }
    CHECK(settings.pageLeft(path).page == u"fiches"_s);
    Session session(settings, clock, nullptr, systemFileQuestions(), options);
    session.start().refresh(QDate(2026, 11, 24));
    driving::bring(session.start());
    driving::click(session.start(), u"Continuer →"_s);
    QTest::qWait(20);
    REQUIRE(session.windows().size() == 1);
    MainWindow *window = session.windows().front();
    CHECK(window->host().currentCode() == u"fiches"_s);
    CHECK(window->host().currentPage()->isAncestorOf(window->focusWidget()));
    const auto *fiches = qobject_cast<PageFiches *>(window->host().currentPage());
    REQUIRE(fiches);
    CHECK(fiches->chosen() == domain::inOrder(example().fiches)[1].first);
    CHECK(fiches->placeLeft().endsWith(u"Actions"_s));
}

TEST_CASE("What was in front of the page is there again: the fiche and its tab, the tab of a page")
{
    Desk desk;
    const auto fiches = domain::inOrder(desk.dossier().projet().fiches);
    REQUIRE(fiches.size() > 2);
    const base::Id left = fiches[2].first;
    const std::pair<domain::FieldAddress, QString> places[] = {
        {{u"fiche"_s, left, u"moyens"_s}, u"Actions"_s}, {{u"interlocuteur"_s, {}, u"nom"_s}, u"Interlocuteurs"_s}};
    for (const auto &[field, tab] : places) {
        INFO(tab.toStdString());
        desk.window->goTo({}, field);
        FormPage *page = desk.window->host().currentPage();
        const QString place = page->placeLeft();
        CHECK(place.endsWith(tab));
        const std::unique_ptr<FormPage> next(allPages().at(page->code())(page->context(), nullptr));
        CHECK_FALSE(next->placeLeft() == place);
        next->showPlace(place);
        CHECK(next->placeLeft() == place);
        next->showPlace(u"rien"_s); // of a project that was changed elsewhere meanwhile
        next->showPlace({});
        CHECK(next->placeLeft() == place);
    }
}

TEST_CASE("In the repères an acronym comes first, Down goes into what was found and no title is a stop")
{
    Desk desk;
    desk.window->goTo(u"reperes"_s);
    QTest::qWait(20);
    FormPage *page = desk.window->host().currentPage();
    auto *list = page->findChild<ThreadList *>();
    QLineEdit *search = page->searchField();
    search->setFocus();
    QTest::keyClicks(search, u"msp"_s);
    REQUIRE(list->lines().size() > 2);
    CHECK(list->lines().at(0).label == u"Sigles"_s);
    CHECK(list->lines().at(1).label == u"MSP"_s);
    CHECK(list->currentIndex().row() == 1);
    QTest::keyClick(search, Qt::Key_Down);
    CHECK(desk.window->focusWidget() == list);
    QTest::keyClick(list, Qt::Key_Up);
    CHECK(list->currentIndex().row() == 1); // above is the title
    for (size_t step = 0; step < list->lines().size(); ++step) {
        const ThreadLine &line = list->lines().at(size_t(list->currentIndex().row()));
        CHECK((line.depth > 0 || !line.field.table.isEmpty()));
        QTest::keyClick(list, Qt::Key_Down);
    }
    search->clear();
    CHECK(list->currentIndex().row() == 1);
}
