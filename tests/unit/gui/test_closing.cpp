// Closing when the file can't be written, finding a file that was moved, and working on a copy.
#include "gui/shell/session.h"
#include "shell_desk.h"
#include "support/example.h"

#include <algorithm>
#include <QFileInfo>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using namespace shell;

namespace
{

bool eventually(const std::function<bool()> &holds)
{
    return QTest::qWaitFor(holds, 20000);
}

QStringList buttonsOf(const InfoBar *bar)
{
    QStringList texts;
    for (const QPushButton *each : bar->findChildren<QPushButton *>())
        texts << each->text();
    return texts;
}

// A desk whose file went elsewhere while something was typed.
struct Moved : Desk {
    QString elsewhere = folder.filePath(u"rangé ailleurs.cpts"_s);

    Moved()
    {
        REQUIRE(dossier().edit(u"Nommer"_s, naming(dossier().projet(), u"Tapé depuis"_s)));
        REQUIRE(QFile::rename(path(), elsewhere));
        CHECK_FALSE(window->close());
        REQUIRE(eventually([this] { return bar(u"fermeture"_s); }));
    }
};

} // namespace

TEST_CASE("A closing that is refused says that the project is still open, and what closing anyway means")
{
    Moved desk;
    const InfoBar *bar = desk.bar(u"fermeture"_s);
    const QString said = support::plain(bar->sentence());
    CHECK(said.startsWith(u"Le projet n’est pas encore fermé : « vallees.cpts » a été déplacé"_s));
    CHECK(said.contains(u"« Fermer quand même » : votre travail reste sur cet ordinateur"_s));
    CHECK(buttonsOf(bar) == QStringList{u"Réessayer et fermer"_s, u"Le retrouver…"_s, u"Enregistrer ailleurs…"_s,
                                        u"Fermer quand même"_s});
    // The words have the width of the bar: the actions are under them.
    const auto *first = bar->findChild<QPushButton *>();
    REQUIRE(first);
    const auto under = [bar, first] {
        const auto labels = bar->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [first](const QLabel *label) {
            return !label->text().isEmpty() && label->geometry().bottom() < first->geometry().top();
        });
    };
    INFO(bar->width() << ' ' << bar->isVisible() << ' ' << first->y());
    CHECK(eventually(under));
}

TEST_CASE("« Réessayer et fermer » closes once the file is back")
{
    Moved desk;
    SECTION("still gone: the window stays, and says so again")
    {
        desk.press(u"fermeture"_s, u"Réessayer et fermer"_s);
        CHECK(eventually([&] { return desk.bar(u"fermeture"_s); }));
        CHECK(desk.window->isVisible());
    }
    SECTION("put back")
    {
        REQUIRE(QFile::rename(desk.elsewhere, desk.path()));
        desk.press(u"fermeture"_s, u"Réessayer et fermer"_s);
        CHECK(eventually([&] { return !desk.window->isVisible(); }));
    }
}

TEST_CASE("Saved again by itself, the project stays open: the closing is forgotten")
{
    Moved desk;
    REQUIRE(QFile::rename(desk.elsewhere, desk.path()));
    desk.window->files().saveNow();
    REQUIRE(eventually([&] { return desk.dossier().saveState().type == dossier::SaveState::Type::Saved; }));
    QTest::qWait(100);
    CHECK(desk.window->isVisible());
    CHECK_FALSE(desk.bar(u"fermeture"_s));
}

TEST_CASE("A file that was moved is found again, with what is typed, and only the same project will do")
{
    Moved desk;
    SECTION("another project")
    {
        desk.answer = desk.folder.filePath(u"autre.cpts"_s);
        REQUIRE(dossier::Dossier::create(desk.answer, example(), desk.clock, false, desk.options()).ok());
        desk.press(u"fermeture"_s, u"Le retrouver…"_s);
        REQUIRE(eventually([&] { return desk.bar(u"retrouver"_s); }));
        CHECK(desk.bar(u"retrouver"_s)->sentence().contains(u"est un autre projet"_s));
        CHECK(desk.dossier().path() == desk.path());
    }
    SECTION("it")
    {
        desk.answer = desk.elsewhere;
        desk.press(u"fermeture"_s, u"Le retrouver…"_s);
        REQUIRE(eventually([&] { return desk.dossier().path() == desk.elsewhere; }));
        CHECK(eventually([&] { return desk.bar(u"retrouver"_s); }));
        CHECK_FALSE(desk.bar(u"fermeture"_s));
        CHECK(desk.dossier().projet().identite.nom == u"Tapé depuis"_s);
        CHECK(desk.dossier().projet().communes.size() == example().communes.size());
        CHECK_FALSE(QFileInfo::exists(desk.path()));
        CHECK(eventually([&] { return desk.dossier().saveState().type == dossier::SaveState::Type::Saved; }));
        CHECK(desk.window->close());
    }
    SECTION("nobody chose")
    {
        desk.answer.clear();
        desk.press(u"fermeture"_s, u"Le retrouver…"_s);
        CHECK(desk.bar(u"fermeture"_s));
        CHECK(desk.dossier().path() == desk.path());
    }
}

TEST_CASE("The copy to work on opens on the same page, and says that the original is safe")
{
    QTemporaryDir folder;
    const base::FixedClock clock{QDateTime(QDate(2026, 11, 23), QTime(14, 32))};
    Settings settings(folder.filePath(u"reglages.ini"_s));
    const QString copy = folder.filePath(u"ma copie.cpts"_s);
    const auto reply = [&copy](QWidget *, const QString &, const QString &, const QString &) { return copy; };
    dossier::Options options;
    options.dataFolder = folder.filePath(u"donnees"_s);
    options.prompt = base::milliseconds(30'000);
    Session session(settings, clock, nullptr, {reply, reply}, options);
    const QString path = folder.filePath(u"original.cpts"_s);
    auto held = dossier::Dossier::create(path, example(), clock, false, options);
    REQUIRE(held.ok());
    MainWindow *reading = session.openFile(path); // held already: read only
    REQUIRE(reading);
    REQUIRE(reading->dossier().isReadOnly());
    reading->goTo(u"territoire"_s);
    InfoBar *bar = reading->host().messages().bar(u"ouverture"_s);
    REQUIRE(bar);
    for (QPushButton *each : bar->findChildren<QPushButton *>())
        if (each->text() == u"Travailler sur une copie…")
            each->click();
    REQUIRE(eventually([&] { return session.windows().size() == 2; }));
    MainWindow *working = session.windows().back();
    CHECK(working->dossier().path() == copy);
    CHECK(working->host().currentCode() == u"territoire");
    InfoBar *told = working->host().messages().bar(u"copie"_s);
    REQUIRE(told);
    CHECK(support::plain(told->sentence()) ==
          u"Vous travaillez sur la copie « ma copie.cpts » ; l’original n’est pas touché.");
}
