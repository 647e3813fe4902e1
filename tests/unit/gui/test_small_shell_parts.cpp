// Small parts of the shell by themselves: the state of saving in the top bar, messages, waits, what is remembered, what
// each page prints.
#include "base/errand.h"
#include "driving.h"
#include "gui/dialogs/column_memory.h"
#include "gui/shell/actions.h"
#include "gui/shell/page_paper.h"
#include "gui/shell/settings.h"
#include "gui/shell/top_bar.h"
#include "gui/shell/waits.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/labels.h"
#include "support/example.h"
#include "test_page_support.h"

#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using State = dossier::SaveState;

namespace
{

// The bar in a window of its own.
struct Bar {
    QWidget window;
    Actions actions{&window};
    QMenu menu;
    TopBar bar{actions, &menu, &window};

    explicit Bar(int width = 1366)
    {
        bar.setProject(u"CPTS des Vallées"_s, u"vallees.cpts"_s);
        window.resize(width, 80);
        bar.resize(width, 60);
        driving::bring(window);
    }
    [[nodiscard]] QToolButton *named(const QString &begins) const
    {
        for (QToolButton *each : bar.findChildren<QToolButton *>())
            if (each->accessibleName().startsWith(begins))
                return each;
        return nullptr;
    }
};

State state(State::Type type, const QTime &at = QTime(9, 5))
{
    return {type, at.isValid() ? QDateTime(QDate(2026, 11, 23), at) : QDateTime(), u"Pourquoi."_s};
}

// Messages in a window, each shown as soon as it is told.
struct Messages {
    std::unique_ptr<QWidget> window = std::make_unique<QWidget>();
    InfoBarStack *stack = new InfoBarStack(window.get());

    Messages()
    {
        auto *column = new QVBoxLayout(window.get());
        column->addWidget(stack);
        window->resize(900, 200);
        driving::bring(*window);
    }
    void press(const QString &words) const
    {
        QTest::qWait(1);
        driving::click(*stack, words);
    }
};

QStringList buttonsOf(const InfoBar *bar)
{
    QStringList texts;
    for (const QPushButton *each : bar->findChildren<QPushButton *>())
        texts << each->text();
    return texts;
}

} // namespace

TEST_CASE("Each state of saving has its words, which a screen reader hears, and a click saves")
{
    Bar top;
    const std::vector<std::pair<State, QString>> words{
        {state(State::Type::Saved), u"Enregistré à 9 h 05"_s},
        {state(State::Type::Saved, QTime()), u"Enregistré"_s},
        {state(State::Type::Pending), u"Enregistrement…"_s},
        {state(State::Type::Failed), u"Fichier pas encore à jour"_s},
        {state(State::Type::ReadOnly), u"Lecture seule"_s},
        {state(State::Type::WorkUnsafe), u"Non enregistré"_s},
    };
    for (const auto &[each, text] : words) {
        top.bar.setState(each);
        CHECK(driving::plain(top.bar.stateText()) == text);
        REQUIRE(top.named(top.bar.stateText()));
        const QString role = top.named(top.bar.stateText())->property("role").toString();
        const bool bad = each.type == State::Type::Failed || each.type == State::Type::WorkUnsafe;
        CHECK((role == u"etat-bloquant"_s) == bad);
    }
    QSignalSpy saved(&top.actions[Command::Save], &QAction::triggered);
    QTest::mouseClick(top.named(u"Non enregistré"_s), Qt::LeftButton);
    CHECK(saved.count() == 1);
}

TEST_CASE("In a narrow window the name of the project gives way, its state and its buttons never")
{
    const driving::Look look;
    for (const auto &[width, zoom] :
         {std::pair{1366, 200}, std::pair{1100, 150}, std::pair{720, 100}, std::pair{720, 150}, std::pair{720, 200}}) {
        look.theme->setZoom(zoom);
        Bar top(width);
        const QString name = u"CPTS du Verdon, des Vallées, du Haut-Pays et de toutes les communes alentour"_s;
        top.bar.setProject(name, u"vallees.cpts"_s);
        top.bar.setState(state(State::Type::Failed));
        top.bar.setSteps(u"Modifier : Nom du projet"_s, {});
        QTest::qWait(20);
        INFO(width);
        const auto checkWhole = [&top] {
            for (QToolButton *each : top.bar.findChildren<QToolButton *>()) {
                if (each->isHidden())
                    continue;
                INFO(each->accessibleName().toStdString() << " " << each->x() << "+" << each->width());
                CHECK(each->width() >= each->sizeHint().width());
                CHECK(each->geometry().right() <= top.bar.width());
            }
        };
        checkWhole();
        top.bar.setState(state(State::Type::Saved));
        top.bar.tellForAMoment(u"Texte : 150\u00A0%"_s);
        QTest::qWait(20);
        checkWhole();
        QToolButton *saved = top.named(u"Enregistré à 9\u00A0h\u00A005"_s);
        REQUIRE(saved);
        CHECK(saved->text().startsWith(u"Enregistré"_s));
        CHECK(driving::plain(saved->toolTip()).startsWith(u"Enregistré à 9 h 05"_s));
        bool told = false;
        for (const QLabel *label : top.bar.findChildren<QLabel *>())
            told = told || label->toolTip() == name;
        CHECK(told); // whole, for who asks
    }
}

TEST_CASE("Undo and redo say what they would do, and that there is nothing")
{
    Bar top;
    CHECK_FALSE(top.named(u"Annuler"_s)->isEnabled());
    CHECK(top.named(u"Annuler"_s)->toolTip() == u"Rien à annuler"_s);
    top.bar.setSteps(u"Retirer un besoin"_s, u"Modifier : Nom"_s);
    CHECK(top.named(u"Annuler : Retirer un besoin"_s)->isEnabled());
    CHECK(driving::plain(top.named(u"Annuler"_s)->toolTip()) == u"Annuler « Retirer un besoin » (Ctrl+Z)"_s);
    QSignalSpy redo(&top.actions[Command::Redo], &QAction::triggered);
    QTest::mouseClick(top.named(u"Rétablir : Modifier : Nom"_s), Qt::LeftButton);
    CHECK(redo.count() == 1);
    top.bar.setSteps({}, {});
    CHECK_FALSE(top.named(u"Rétablir"_s)->isEnabled());
}

TEST_CASE("A project without a name says so, and its name is shown as it is typed")
{
    Bar top;
    top.bar.setProject(u"  "_s, u"a.cpts"_s);
    CHECK(driving::words(top.bar).contains(u"Projet sans nom"_s));
    top.bar.setProject(u"<b>CPTS</b> & Cie"_s, u"a.cpts"_s);
    CHECK(driving::words(top.bar).contains(u"<b>CPTS</b> & Cie"_s));
}

TEST_CASE("The same words told again do what is asked now: the folder of the last file, not of the one before")
{
    const Messages shown;
    InfoBarStack &stack = *shown.stack;
    QStringList done;
    const auto action = [&done](const QString &what) {
        return InfoBar::Action{u"Ouvrir le dossier"_s, [&done, what] { done << what; }};
    };
    const QString words = u"« Budget.pdf » est enregistré dans « Documents »."_s;
    stack.tell(u"export"_s, InfoBar::Tone::Information, words, {action(u"premier"_s)});
    shown.press(u"Ouvrir le dossier"_s);
    stack.tell(u"export"_s, InfoBar::Tone::Information, words, {action(u"second"_s)});
    CHECK(stack.findChildren<InfoBar *>(u"export"_s).size() == 1);
    shown.press(u"Ouvrir le dossier"_s);
    CHECK(done == QStringList{u"premier"_s, u"second"_s});
}

TEST_CASE("Words told again while one of their buttons has the keyboard leave it there")
{
    const Messages shown;
    InfoBarStack &stack = *shown.stack;
    const InfoBar::Action again{u"Réessayer"_s, [] {}};
    stack.tell(u"enregistrement"_s, InfoBar::Tone::Problem, u"Le disque est plein."_s, {again});
    QTest::qWait(1);
    QAbstractButton *held = driving::button(stack, u"Réessayer"_s);
    REQUIRE(held);
    held->setFocus();
    stack.tell(u"enregistrement"_s, InfoBar::Tone::Problem, u"Le disque est plein."_s, {again});
    QTest::qWait(1);
    CHECK(shown.window->focusWidget() == held);
}

TEST_CASE("The same words in another tone are another message")
{
    const Messages shown;
    InfoBarStack &stack = *shown.stack;
    stack.tell(u"copie"_s, InfoBar::Tone::Information, u"La copie attend."_s);
    stack.tell(u"copie"_s, InfoBar::Tone::Problem, u"La copie attend."_s);
    CHECK(stack.bar(u"copie"_s)->tone() == InfoBar::Tone::Problem);
}

TEST_CASE("A message that an action of its own dismisses goes without harm, others stay")
{
    const Messages shown;
    InfoBarStack &stack = *shown.stack;
    stack.tell(u"autre"_s, InfoBar::Tone::Information, u"Reste."_s);
    stack.tell(u"copie"_s, InfoBar::Tone::Warning, u"Part."_s,
               {{u"Partir"_s, [&stack] { stack.dismiss(u"copie"_s); }}, {u"Rien"_s, [] {}}});
    CHECK(buttonsOf(stack.bar(u"copie"_s)) == QStringList{u"Partir"_s, u"Rien"_s});
    shown.press(u"Partir"_s);
    QTest::qWait(1);
    CHECK_FALSE(stack.bar(u"copie"_s));
    REQUIRE(stack.bar(u"autre"_s));
    QTest::mouseClick(stack.bar(u"autre"_s)->findChild<QToolButton *>(), Qt::LeftButton);
    QTest::qWait(1);
    CHECK_FALSE(stack.bar(u"autre"_s));
}

TEST_CASE("What takes long is told with a way out, which is told once, and what is over tells nothing more")
{
    const Messages shown;
    InfoBarStack &stack = *shown.stack;
    Waits waits([&stack]() -> InfoBarStack & { return stack; }, base::milliseconds(30));
    QSignalSpy left(&waits, &Waits::givenUp);
    const QString path = u"/mnt/Partage/vallees.cpts"_s;
    waits.add(path, u"Ouverture de"_s, nullptr); // over already
    CHECK_FALSE(waits.isWaiting(path));
    CHECK(stack.findChildren<InfoBar *>().isEmpty());
    waits.add(path, u"Ouverture de"_s, base::Waiting(new QObject));
    REQUIRE(waits.isWaiting(path));
    QTest::qWait(1);
    CHECK(driving::words(stack).contains(u"Ouverture de « vallees.cpts »…"_s));
    CHECK(QTest::qWaitFor([&stack] { return driving::words(stack).contains(u"« Partage » ne répond pas"_s); }, 2000));
    shown.press(u"Ne plus attendre"_s);
    CHECK(left.count() == 1);
    CHECK_FALSE(waits.isWaiting(path));
    waits.done(path); // too late: nothing
    QTest::qWait(1);
    CHECK(driving::words(stack).isEmpty());
    CHECK(left.count() == 1);
}

TEST_CASE("What columns are is remembered by their titles, without accents, apart for each kind, and forgotten")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"colonnes.ini"_s);
    const QStringList titles{u"Nom"_s, u"Prénom"_s, u"Téléphone | portable"_s};
    {
        ColumnMemory memory(file);
        CHECK(memory.columns(u"membres"_s, titles).empty());
        memory.remember(u"membres"_s, titles, {{0, u"nom"_s}, {2, u"telephone"_s}});
    }
    ColumnMemory again(file);
    const auto kept = again.columns(u"membres"_s, {u"NOM"_s, u"Prenom"_s, u"telephone portable"_s});
    CHECK(kept == imports::ColumnMapping{{0, u"nom"_s}, {2, u"telephone"_s}});
    CHECK(again.columns(u"partenaires"_s, titles).empty());
    CHECK(again.columns(u"membres"_s, {u"Prénom"_s, u"Nom"_s, u"Téléphone | portable"_s}).empty());
    again.forget(u"membres"_s, titles);
    CHECK(again.columns(u"membres"_s, titles).empty());
    QFile written(file);
    REQUIRE(written.open(QIODevice::ReadOnly));
    CHECK_FALSE(written.readAll().contains("rénom")); // no title is kept in clear
}

TEST_CASE("A memory of columns that somebody damaged is no memory")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"colonnes.ini"_s);
    const QStringList titles{u"Nom"_s};
    {
        ColumnMemory memory(file);
        memory.remember(u"membres"_s, titles, {{0, u"nom"_s}});
    }
    QFile ini(file);
    REQUIRE(ini.open(QIODevice::ReadWrite));
    QByteArray text = ini.readAll();
    text.replace("0=nom", "-3=nom");
    ini.resize(0);
    ini.seek(0);
    ini.write(text);
    ini.close();
    CHECK(ColumnMemory(file).columns(u"membres"_s, titles).empty());
}

TEST_CASE("Each page prints the document it is about, a page of none asks")
{
    const report::Trame &trame = pagetest::paca();
    for (const report::Page &page : trame.pages()) {
        const auto paper = paperOfPage(trame, page.code);
        INFO(page.code.toStdString());
        if (!paper)
            continue;
        CHECK_FALSE(paper->title.isEmpty());
        CHECK(paper->document.isEmpty() == bool(paper->make)); // one or the other
        if (paper->document.isEmpty())
            continue;
        bool known = false;
        for (const report::DocumentInfo &info : trame.documents())
            known = known || (info.code == paper->document && paper->title.startsWith(info.title));
        CHECK(known);
    }
    CHECK(paperOfPage(trame, u"territoire"_s)->document == trame.documents().front().code);
    CHECK_FALSE(paperOfPage(trame, u"tableau-de-bord"_s));
    CHECK_FALSE(paperOfPage(trame, u"reperes"_s));
    CHECK_FALSE(paperOfPage(trame, u"inconnue"_s));
}

TEST_CASE("The documents that pages make themselves are made of an empty project as of a full one")
{
    const base::FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(14, 32)));
    const ExportSource source{pagetest::paca(), pagetest::officialData(), clock};
    for (const QString &code : {u"financement"_s, u"fil-rouge"_s, u"ccopd"_s})
        for (const domain::Projet &projet : {pagetest::emptyProject(), support::vallees()}) {
            const auto paper = paperOfPage(pagetest::paca(), code);
            REQUIRE(paper);
            REQUIRE(paper->make);
            const auto made = paper->make(source, projet);
            INFO(code.toStdString());
            REQUIRE(made.ok());
            CHECK_FALSE(made.value().blocks.empty());
        }
}
