// The share or the stick where the project lives stops answering: the windows live on, close within their time, and the
// next opening finds everything.
#include "domain/champ.h"
#include "gui/shell/file_desk.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page_host.h"
#include "gui/shell/session.h"
#include "gui/shell/start_window.h"
#include "gui/shell/top_bar.h"
#include "gui/widgets/text_line.h"
#include "support/catch.h"
#include "unit/store/hanging_files.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace gui;

namespace
{

const QDate today(2026, 11, 23);
constexpr qint64 bound = 10'000; // ms: well above the waits below, far below for ever

bool eventually(const std::function<bool()> &reached)
{
    return QTest::qWaitFor(reached, 30'000);
}

// A session on a place that can hang; its questions are answered here.
struct Bench {
    QTemporaryDir folder;
    std::shared_ptr<testing::HangingFiles> place =
        std::make_shared<testing::HangingFiles>(folder.filePath(u"Partage"_s));
    base::FixedClock clock{QDateTime(today, QTime(14, 32))};
    Settings settings{folder.filePath(u"reglages.ini"_s), [this](const QString &path) { return place->exists(path); }};
    QString answer;    // to the next question about a file
    QString suggested; // by the last one
    std::unique_ptr<Session> session;

    Bench()
    {
        REQUIRE(QDir().mkpath(folder.filePath(u"Partage"_s)));
        const auto reply = [this](QWidget *, const QString &, const QString &path, const QString &) {
            suggested = path;
            return answer;
        };
        dossier::Options options;
        options.dataFolder = folder.filePath(u"donnees"_s);
        options.files = place;
        options.prompt = 200ms;
        options.patience = 700ms;
        session = std::make_unique<Session>(settings, clock, nullptr, FileQuestions{reply, reply}, options);
    }
    ~Bench()
    {
        place->comeBack();
        session.reset();
        CHECK(place->comeBackAndSettle());
    }

    [[nodiscard]] QString path(const QString &name = u"vallees.cpts"_s) const
    {
        return folder.filePath(u"Partage/"_s + name);
    }
    // The window of the file, whether its place was prompt or not.
    MainWindow *opened(const QString &file)
    {
        session->openFile(file);
        MainWindow *found = nullptr;
        REQUIRE(eventually([&] {
            for (MainWindow *each : session->windows())
                if (each->isVisible() && each->dossier().path() == file)
                    found = each;
            return found != nullptr;
        }));
        return found;
    }
    MainWindow *created(const QString &name = u"vallees.cpts"_s)
    {
        session->createProject(path(name), domain::nouveauProjet(u"Vallées"_s, u"paca-2022"_s, u"2026"_s, today));
        return opened(path(name));
    }
    static QPushButton *button(const QWidget &in, const QString &text)
    {
        for (QPushButton *each : in.findChildren<QPushButton *>())
            if (each->text() == text && each->isVisibleTo(&in))
                return each;
        return nullptr;
    }
};

void name(MainWindow &window, const QString &text)
{
    dossier::Dossier &dossier = window.dossier();
    REQUIRE(dossier
                .edit(u"Nommer"_s, domain::settingChamp(dossier.projet(), *domain::parseChamp(u"structure.nom"_s),
                                                        domain::Value(text)))
                .ok());
}

InfoBar *bar(MainWindow &window, const QString &subject)
{
    return window.host().messages().bar(subject);
}

} // namespace

TEST_CASE("Closing while the place hangs: the window lives, then says so, then closes, everything is found again")
{
    Bench bench;
    QPointer<MainWindow> window = bench.created();
    name(*window, u"Tapé avant la coupure"_s);
    bench.place->hang();
    QElapsedTimer timer;
    timer.start();
    CHECK_FALSE(window->close());
    CHECK(timer.elapsed() < bound);
    REQUIRE(bar(*window, u"fermeture"_s));
    CHECK(bar(*window, u"fermeture"_s)->sentence().contains(u"Enregistrement en cours"_s));
    // The window answers meanwhile: a field takes what is typed.
    window->goTo(u"porteur"_s, {u"identite"_s, {}, u"nom"_s});
    REQUIRE(eventually([] { return qobject_cast<TextLine *>(QApplication::focusWidget()); }));
    QTest::keyClicks(QApplication::focusWidget(), u" encore"_s);
    REQUIRE(eventually([&] { return bar(*window, u"fermeture"_s)->sentence().contains(u"ne répond pas"_s); }));
    CHECK(
        bar(*window, u"fermeture"_s)->sentence() ==
        u"Le projet n’est pas encore fermé : le dossier « Partage » ne répond pas. Votre travail est en sécurité sur cet ordinateur ; il sera enregistré à la prochaine ouverture."_s);
    CHECK(window->isVisible());

    SECTION("by the button of the message")
    {
        QPushButton *close = Bench::button(*bar(*window, u"fermeture"_s), u"Fermer"_s);
        REQUIRE(close);
        close->click();
    }
    SECTION("by asking again")
    {
        CHECK(window->close());
    }
    REQUIRE(eventually([&] { return window.isNull(); }));
    CHECK(timer.elapsed() < 2 * bound);
    CHECK(bench.place->stuck() >= 1);

    REQUIRE(bench.place->comeBackAndSettle());
    MainWindow *again = bench.opened(bench.path());
    CHECK(again->dossier().projet().structure.nom == u"Tapé avant la coupure"_s);
    CHECK(again->dossier().projet().identite.nom.contains(u" encore"_s));
    CHECK(again->dossier().opening().recovered);
    REQUIRE(bar(*again, u"ouverture"_s));
    CHECK(bar(*again, u"ouverture"_s)->sentence().contains(u"rien n’est perdu"_s));
    CHECK(eventually([&] { return again->dossier().saveState().type == dossier::SaveState::Type::Saved; }));
}

TEST_CASE("Closing a slow place: the window closes by itself when the file is written")
{
    Bench bench;
    QPointer<MainWindow> window = bench.created();
    name(*window, u"Lent"_s);
    bool start = false;
    QObject::connect(window, &MainWindow::closedForStart, window, [&start] { start = true; });
    bench.place->hang(u"write"_s);
    window->actions()[Command::Close].trigger();
    CHECK(window->isVisible());
    CHECK_FALSE(start);
    bench.place->comeBack();
    REQUIRE(eventually([&] { return window.isNull(); }));
    CHECK(start);
    CHECK(bench.opened(bench.path())->dossier().projet().structure.nom == u"Lent"_s);
    CHECK_FALSE(bench.session->windows().front()->dossier().opening().recovered);
}

TEST_CASE("The user changes their mind while the place is slow: the window stays")
{
    Bench bench;
    MainWindow *window = bench.created();
    name(*window, u"Je reste"_s);
    bench.place->hang(u"write"_s);
    CHECK_FALSE(window->close());
    REQUIRE(bar(*window, u"fermeture"_s));
    QPushButton *stay = Bench::button(*bar(*window, u"fermeture"_s), u"Ne pas fermer"_s);
    REQUIRE(stay);
    stay->click();
    bench.place->comeBack();
    CHECK(eventually([&] { return window->dossier().saveState().type == dossier::SaveState::Type::Saved; }));
    QTest::qWait(50);
    CHECK(window->isVisible());
    CHECK_FALSE(bar(*window, u"fermeture"_s));
}

TEST_CASE("Quitting with one project at a place that hangs: the others close, and the user decides for that one")
{
    Bench bench;
    const QString local = bench.folder.filePath(u"ici.cpts"_s);
    QPointer<MainWindow> stuck = bench.created();
    bench.session->createProject(local, domain::nouveauProjet(u"Ici"_s, u"paca-2022"_s, u"2026"_s, today));
    QPointer<MainWindow> other = bench.opened(local);
    name(*stuck, u"Bloqué"_s);
    bench.place->hang();
    other->actions()[Command::Quit].trigger();
    SECTION("it does not answer: the message, then everything closes")
    {
        REQUIRE(eventually([&] {
            return stuck && bar(*stuck, u"fermeture"_s) &&
                   bar(*stuck, u"fermeture"_s)->sentence().contains(u"ne répond pas"_s);
        }));
        stuck->actions()[Command::Quit].trigger();
    }
    SECTION("it was only slow: everything closes by itself")
    {
        bench.place->comeBack();
    }
    CHECK(eventually([&] { return stuck.isNull() && other.isNull(); }));
    CHECK_FALSE(bench.session->start().isVisible());
}

TEST_CASE("Enregistrer ailleurs leaves a place that hangs, and does not lead the user back there")
{
    Bench bench;
    MainWindow *window = bench.created();
    name(*window, u"Sauvé"_s);
    bench.place->hang();
    CHECK_FALSE(window->close());
    REQUIRE(eventually([&] { return bar(*window, u"fermeture"_s)->sentence().contains(u"ne répond pas"_s); }));
    bench.answer = bench.folder.filePath(u"ici.cpts"_s);
    QPushButton *elsewhere = Bench::button(*bar(*window, u"fermeture"_s), u"Enregistrer ailleurs…"_s);
    REQUIRE(elsewhere);
    elsewhere->click();
    CHECK_FALSE(bench.suggested.startsWith(bench.folder.filePath(u"Partage"_s)));
    REQUIRE(eventually([&] { return window->dossier().path() == bench.answer; }));
    QTest::qWait(20);
    CHECK_FALSE(bar(*window, u"fermeture"_s));
    CHECK_FALSE(bar(*window, u"enregistrement"_s));
    QPointer<MainWindow> gone = window;
    CHECK((gone->close() || eventually([&] { return gone.isNull(); })));
}

TEST_CASE("Enregistrer ailleurs and a copy towards a place that hangs: told, and nothing changes")
{
    Bench bench;
    const QString local = bench.folder.filePath(u"ici.cpts"_s);
    bench.session->createProject(local, domain::nouveauProjet(u"Ici"_s, u"paca-2022"_s, u"2026"_s, today));
    MainWindow *window = bench.opened(local);
    bench.place->hang();
    bench.answer = bench.path(u"la-bas.cpts"_s);
    window->files().saveElsewhere();
    window->files().saveCopy();
    REQUIRE(bar(*window, u"copie"_s));
    CHECK(bar(*window, u"copie"_s)->sentence().startsWith(u"Enregistrement de la copie"_s));
    REQUIRE(eventually([&] {
        return bar(*window, u"enregistrement"_s) && bar(*window, u"copie"_s) &&
               bar(*window, u"enregistrement"_s)->sentence().contains(u"ne répond pas"_s) &&
               bar(*window, u"copie"_s)->sentence().contains(u"ne répond pas"_s);
    }));
    CHECK(window->dossier().path() == local);
    bench.place->comeBack();
    REQUIRE(eventually([&] { return base::errands::running() == 1; })); // the one of the open project
    CHECK(QDir(bench.folder.filePath(u"Partage"_s)).isEmpty());
}

TEST_CASE("Opening from a place that hangs: the start window lives, says so, and lets the user stop waiting")
{
    Bench bench;
    QPointer<MainWindow> first = bench.created();
    CHECK((first->close() || eventually([&] { return first.isNull(); })));
    REQUIRE(eventually([&] { return first.isNull(); }));
    bench.place->hang();
    QElapsedTimer timer;
    timer.start();
    bench.session->showStart(); // looks for the recent files and for unfinished work
    CHECK(bench.session->openFile(bench.path()) == nullptr);
    CHECK(bench.session->openFile(bench.path()) == nullptr); // impatience opens nothing twice
    CHECK(timer.elapsed() < bound);
    StartWindow &start = bench.session->start();
    REQUIRE(start.isVisible());
    InfoBar *told = start.messages().bar(u"attente:"_s + bench.path());
    REQUIRE(told);
    CHECK(told->sentence() == u"Ouverture de « vallees.cpts »…"_s);
    REQUIRE(eventually([&] {
        const InfoBar *now = start.messages().bar(u"attente:"_s + bench.path());
        return now && now->sentence().contains(u"« Partage » ne répond pas"_s);
    }));
    SECTION("it comes back: the project is there")
    {
        bench.place->comeBack();
        REQUIRE(eventually([&] { return !bench.session->windows().isEmpty(); }));
        CHECK(bench.session->windows().size() == 1);
        CHECK_FALSE(bench.session->windows().front()->dossier().isReadOnly());
        CHECK_FALSE(start.messages().bar(u"attente:"_s + bench.path()));
    }
    SECTION("the user stops waiting: nothing comes by surprise, and opening works again later")
    {
        QTest::qWait(1);
        QPushButton *stop = Bench::button(start, u"Ne plus attendre"_s);
        REQUIRE(stop);
        stop->click();
        CHECK_FALSE(start.messages().bar(u"attente:"_s + bench.path()));
        REQUIRE(bench.place->comeBackAndSettle());
        QTest::qWait(50);
        CHECK(bench.session->windows().isEmpty());
        CHECK(bench.opened(bench.path())->dossier().projet().identite.nom == u"Vallées"_s);
    }
}

TEST_CASE("A new project at a place that hangs: told, and it comes when the place is back")
{
    Bench bench;
    bench.place->hang();
    CHECK(bench.session->createProject(bench.path(),
                                       domain::nouveauProjet(u"Neuf"_s, u"paca-2022"_s, u"2026"_s, today)) == nullptr);
    InfoBar *told = bench.session->start().messages().bar(u"attente:"_s + bench.path());
    REQUIRE(told);
    CHECK(told->sentence() == u"Création de « vallees.cpts »…"_s);
    bench.place->comeBack();
    REQUIRE(eventually([&] { return !bench.session->windows().isEmpty(); }));
    CHECK(bench.session->windows().front()->host().currentCode() == u"porteur"_s);
}

TEST_CASE("Recent projects whose place does not answer stay in the list, and are not asked twice")
{
    QTemporaryDir folder;
    const auto place = std::make_shared<testing::HangingFiles>(folder.filePath(u"Partage"_s));
    std::atomic<int> asked = 0;
    {
        Settings settings(folder.filePath(u"reglages.ini"_s), [place, &asked](const QString &path) {
            ++asked;
            return place->exists(path);
        });
        settings.remember({folder.filePath(u"Partage/a.cpts"_s), u"Au loin"_s, {}, QDateTime(today, QTime(9, 0))});
        settings.remember({folder.filePath(u"b.cpts"_s), u"Disparu"_s, {}, QDateTime(today, QTime(10, 0))});
        place->hang();
        QElapsedTimer timer;
        timer.start();
        for (int count = 0; count < 5; ++count) {
            const auto recents = settings.recents();
            REQUIRE(recents.size() == 1);
            CHECK(recents.front().name == u"Au loin"_s);
        }
        CHECK(timer.elapsed() < bound);
        CHECK(asked == 6); // the vanished one each time, the silent one once
        REQUIRE(place->comeBackAndSettle());
        CHECK(settings.recents().empty()); // it answers now: not there either
    }
    REQUIRE(base::errands::waitForAll(30s));
}
