// A damaged file, and work whose file is gone: what the start window offers, and that nothing is ever written over.
#include "base/file.h"
#include "domain/champ.h"
#include "gui/dialogs/backups_dialog.h"
#include "gui/shell/main_window.h"
#include "gui/shell/session.h"
#include "gui/shell/start_window.h"
#include "gui/widgets/card.h"
#include "gui/widgets/text_line.h"
#include "store/backups.h"
#include "support/catch.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace gui;
using dossier::Dossier;

namespace
{

const QDate today(2026, 11, 23);

domain::ChangeList naming(const domain::Projet &projet, const QString &name)
{
    return domain::settingChamp(projet, *domain::parseChamp(u"structure.nom"_s), domain::Value(name));
}

// A session with its data in a folder of its own, and its questions answered here.
struct Bench {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(today, QTime(14, 32))};
    Settings settings{folder.filePath(u"reglages.ini"_s)};
    QString answer;    // to the next question about a file
    QString suggested; // by the last one
    std::unique_ptr<Session> session;

    Bench() { restart(); }
    void restart()
    {
        session.reset();
        const auto reply = [this](QWidget *, const QString &, const QString &path, const QString &) {
            suggested = path;
            return answer;
        };
        session = std::make_unique<Session>(settings, clock, nullptr, FileQuestions{reply, reply}, options());
    }
    [[nodiscard]] QString path(const QString &name = u"vallees.cpts"_s) const { return folder.filePath(name); }
    [[nodiscard]] dossier::Options options() const
    {
        dossier::Options chosen;
        chosen.dataFolder = folder.filePath(u"donnees"_s);
        chosen.prompt = base::milliseconds(30'000); // a loaded computer is not a place that hangs
        return chosen;
    }
    [[nodiscard]] std::unique_ptr<Dossier> project() const
    {
        auto made = Dossier::create(path(), domain::nouveauProjet(u"Vallées"_s, u"paca-2022"_s, u"2026"_s, today),
                                    clock, false, options());
        REQUIRE(made.ok());
        return std::move(made.value());
    }
    // Closed, then its end cut off as a full memory stick does.
    [[nodiscard]] QByteArray damagedProject() const
    {
        auto dossier = project();
        for (int i = 0; i < 200; ++i)
            REQUIRE(dossier->edit(u"Nommer"_s, naming(dossier->projet(), u"Structure porteuse %1"_s.arg(i))).ok());
        REQUIRE(dossier->publishNow().ok());
        dossier.reset();
        QByteArray bytes = base::readFile(path()).value();
        bytes.chop(bytes.size() / 10);
        REQUIRE(base::writeFile(path(), bytes).ok());
        return bytes;
    }
    // Edited, while its file was taken away.
    void leaveOrphan(int steps) const
    {
        auto dossier = project();
        REQUIRE(QFile::remove(path()));
        for (int i = 0; i < steps; ++i)
            REQUIRE(dossier->edit(u"Nommer"_s, naming(dossier->projet(), u"Structure %1"_s.arg(i))).ok());
    }
    void keepVersion(const QDateTime &at) const
    {
        store::FileOperations files;
        REQUIRE(store::Backups(folder.filePath(u"donnees/sauvegardes"_s), files)
                    .keep(base::readFile(path()).value(), path(), u"session"_s, at)
                    .ok());
    }

    [[nodiscard]] StartWindow &start() const { return session->start(); }
    [[nodiscard]] QString texts() const
    {
        QStringList texts;
        for (const QLabel *each : start().findChildren<QLabel *>())
            if (each->isVisibleTo(&start()))
                texts += each->text();
        return texts.join(u'\n').replace(QChar(0xA0), u' ');
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : start().findChildren<QPushButton *>())
            if (each->text() == text && each->isVisibleTo(&start()))
                return each;
        return nullptr;
    }
    void press(const QString &text) const
    {
        INFO(text.toStdString() << " in " << texts().toStdString());
        QPushButton *found = button(text);
        REQUIRE(found);
        QTest::mouseClick(found, Qt::LeftButton);
        QTest::qWait(1);
    }
    void settle() const { QTest::qWait(1); }
};

const QString seeVersions = u"Voir les versions de secours…"_s;
const QString getBack = u"Récupérer ce qui peut l’être…"_s;
const QString recoverWork = u"Récupérer ce travail…"_s;
const QString putAside = u"Mettre de côté"_s;

} // namespace

TEST_CASE("A damaged file: what happened, what is safe, what can be done, and its earlier versions")
{
    Bench bench;
    {
        auto dossier = bench.project();
        REQUIRE(dossier->edit(u"Nommer"_s, naming(dossier->projet(), u"Association des Vallées"_s)).ok());
    }
    bench.keepVersion(QDateTime(today, QTime(17, 42)));
    REQUIRE(base::writeFile(bench.path(), base::readFile(bench.path()).value().left(3000)).ok());
    const QByteArray before = base::readFile(bench.path()).value();
    CHECK(bench.session->openFile(bench.path()) == nullptr);
    bench.settle();
    const QString told = bench.texts();
    CHECK(told.contains(u"« vallees.cpts » est abîmé"_s));
    CHECK(told.contains(u"n’a pas été modifié"_s));
    CHECK(told.contains(u"aujourd’hui à 17"_s));

    bench.press(seeVersions);
    auto *dialog = bench.start().findChild<BackupsDialog *>();
    REQUIRE(dialog);
    CHECK(dialog->findChild<QListWidget *>()->count() >= 1);
    bench.answer = bench.path(); // the damaged file itself: refused, and everything stays offered
    dialog->accept();
    bench.settle();
    CHECK(base::readFile(bench.path()).value() == before);
    CHECK(bench.session->windows().isEmpty());
    REQUIRE(bench.button(getBack));

    bench.press(seeVersions);
    bench.answer = bench.path(u"vallees-retrouvee"_s);
    bench.start().findChild<BackupsDialog *>()->accept();
    bench.settle();
    REQUIRE(bench.session->windows().size() == 1);
    const Dossier &opened = bench.session->windows().front()->dossier();
    CHECK(opened.path() == bench.path(u"vallees-retrouvee.cpts"_s));
    CHECK(opened.projet().structure.nom == u"Association des Vallées"_s);
    CHECK(bench.suggested.contains(u"vallees-du-2026-11-"_s));
    CHECK(base::readFile(bench.path()).value() == before);
}

TEST_CASE("A damaged file without earlier versions: what can be read goes to a new file")
{
    Bench bench;
    const QByteArray before = bench.damagedProject();
    QDir(bench.path(u"donnees/sauvegardes"_s)).removeRecursively();
    CHECK(bench.session->openFile(bench.path()) == nullptr);
    bench.settle();
    CHECK(bench.texts().contains(u"Aucune version plus ancienne"_s));
    CHECK_FALSE(bench.button(seeVersions));

    bench.answer.clear(); // the question is cancelled: nothing happens, everything stays offered
    bench.press(getBack);
    REQUIRE(bench.button(getBack));
    bench.answer = bench.path(); // over the damaged file: refused
    bench.press(getBack);
    CHECK(bench.session->windows().isEmpty());
    CHECK(base::readFile(bench.path()).value() == before);

    bench.answer = bench.path(u"recupere.cpts"_s);
    bench.press(getBack);
    REQUIRE(bench.session->windows().size() == 1);
    const Dossier &saved = bench.session->windows().front()->dossier();
    CHECK(saved.opening().salvaged);
    CHECK(saved.projet().identite.nom == u"Vallées"_s);
    CHECK(base::readFile(bench.path()).value() == before);
    CHECK(bench.session->windows().front()->close());
    bench.session->showStart(); // what was mended is no news any more
    bench.settle();
    CHECK_FALSE(bench.texts().contains(u"abîmé"_s));
}

TEST_CASE("Work whose file is gone is shown as a card, and recovered into a new file")
{
    Bench bench;
    bench.leaveOrphan(3);
    bench.session->showStart();
    bench.settle();
    const QString told = bench.texts();
    CHECK(told.contains(u"Travail retrouvé"_s));
    CHECK(told.contains(u"Vallées"_s));
    CHECK(told.contains(u"aujourd’hui à 14"_s));
    CHECK(told.contains(u"3 modifications absentes du fichier"_s));

    bench.answer.clear();
    bench.press(recoverWork);
    REQUIRE(bench.button(recoverWork));
    bench.answer = bench.path(u"retrouve.cpts"_s);
    bench.press(recoverWork);
    REQUIRE(bench.session->windows().size() == 1);
    CHECK(bench.session->windows().front()->dossier().projet().structure.nom == u"Structure 2"_s);
    CHECK_FALSE(bench.button(recoverWork));
    CHECK(Dossier::orphans(bench.options()).empty());
}

TEST_CASE("Found work never replaces another file")
{
    Bench bench;
    bench.leaveOrphan(1);
    REQUIRE(base::writeFile(bench.path(u"autre.cpts"_s), "à garder").ok());
    bench.session->showStart();
    bench.settle();
    bench.answer = bench.path(u"autre.cpts"_s);
    bench.press(recoverWork);
    CHECK(base::readFile(bench.path(u"autre.cpts"_s)).value() == "à garder");
    CHECK(bench.session->windows().isEmpty());
    CHECK(bench.button(recoverWork));
}

TEST_CASE("Found work set aside is kept, and can be seen again")
{
    Bench bench;
    bench.leaveOrphan(1);
    bench.session->showStart();
    bench.settle();
    bench.press(putAside);
    CHECK_FALSE(bench.button(recoverWork));
    CHECK(bench.texts().contains(u"mis de côté"_s));
    CHECK(Dossier::orphans(bench.options()).size() == 1);
    bench.press(u"Le proposer de nouveau"_s);
    CHECK(bench.button(recoverWork));

    bench.press(putAside);
    bench.restart(); // another day
    bench.session->showStart();
    bench.settle();
    CHECK_FALSE(bench.button(recoverWork));
    bench.press(u"Revoir le travail mis de côté (1)"_s);
    CHECK(bench.button(recoverWork));
    CHECK_FALSE(bench.button(u"Revoir le travail mis de côté (1)"_s));
}

TEST_CASE("A message replaced by its own action does not take the action away while it runs")
{
    InfoBarStack stack;
    QString after;
    const QString kept = u"une phrase assez longue pour ne pas tenir dans la poignée"_s;
    stack.tell(u"sujet"_s, InfoBar::Tone::Problem, u"Premier"_s, {{u"Agir"_s, [&stack, &after, kept] {
                                                                       stack.tell(u"sujet"_s, InfoBar::Tone::Problem,
                                                                                  u"Second"_s);
                                                                       after = kept;
                                                                   }}});
    stack.show();
    QTest::mouseClick(stack.bar(u"sujet"_s)->findChild<QPushButton *>(), Qt::LeftButton);
    CHECK(after == kept);
    REQUIRE(stack.bar(u"sujet"_s));
    CHECK(stack.bar(u"sujet"_s)->sentence() == u"Second"_s);
    stack.dismiss(u"sujet"_s);
    CHECK_FALSE(stack.bar(u"sujet"_s));
    REQUIRE(stack.tell(u"sujet"_s, InfoBar::Tone::Problem, u"Second"_s)); // told again, and not lost with the first
    QTest::qWait(1);
    CHECK(stack.bar(u"sujet"_s));
}
