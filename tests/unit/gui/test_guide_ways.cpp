// The ways that lead to the guide: the menu, keys, the start window, every page; and from it to paper.
#include "base/text.h"
#include "gui/dialogs/document_menu.h"
#include "gui/shell/expectation_pane.h"
#include "gui/shell/guide_window.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page_host.h"
#include "gui/shell/session.h"
#include "gui/shell/start_window.h"
#include "gui/theme/theme.h"
#include "support/catch.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;
using namespace gui;

namespace
{

// A run of the program with one new project open.
struct Run {
    QTemporaryDir folder;
    base::FixedClock clock{QDateTime(QDate(2026, 11, 27), QTime(9, 0))};
    Settings settings{folder.filePath(u"reglages.ini"_s)};
    gui::Session session{settings, clock, nullptr};
    MainWindow *window = nullptr;

    void open()
    {
        window = session.createProject(folder.filePath(u"neuf.cpts"_s),
                                       domain::nouveauProjet(u"Neuf"_s, u"paca-2022"_s, u"2026"_s, clock.today()));
        REQUIRE(window);
        window->showNormal(); // the screen of the tests is small: the window fills it
        window->resize(1366, 768);
        QApplication::setActiveWindow(window);
        REQUIRE(QTest::qWaitForWindowExposed(window));
    }
    [[nodiscard]] static GuideWindow *guideOf(const QWidget &window)
    {
        return window.findChild<GuideWindow *>(QString(), Qt::FindDirectChildrenOnly);
    }
    [[nodiscard]] QPushButton *more() const
    {
        for (QPushButton *each : window->findChild<ExpectationPane *>()->findChildren<QPushButton *>())
            if (each->isVisible() && each->text().startsWith(u"En savoir plus dans le guide"_s))
                return each;
        return nullptr;
    }
};

QAction *actionOf(const QWidget &window, const QString &text)
{
    for (QAction *each : window.findChildren<QAction *>())
        if (QString(each->text()).remove(u'&') == text)
            return each;
    return nullptr;
}

} // namespace

TEST_CASE("The menu of the project opens the guide, and so does Maj+F1 from any field")
{
    Run run;
    run.open();
    QAction *entry = actionOf(*run.window, u"Guide d’utilisation"_s);
    REQUIRE(entry);
    CHECK(entry->shortcut() == QKeySequence(u"Shift+F1"_s));
    entry->trigger();
    GuideWindow *guide = Run::guideOf(*run.window);
    REQUIRE(guide);
    CHECK(guide->isVisible());
    CHECK(guide->currentCode() == guide::Guide::load().pageFor(run.window->host().currentCode())->code);
    // While it is read, it stays where it is.
    guide->open(u"clavier"_s);
    entry->trigger();
    CHECK(guide->currentCode() == u"clavier"_s);
    guide->close();
    QApplication::setActiveWindow(run.window);
    auto *field = run.window->host().findChild<QLineEdit *>();
    REQUIRE(field);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_F1, Qt::ShiftModifier);
    CHECK(guide->isVisible());
}

TEST_CASE("F1 and the link of the start window open the guide, without a project")
{
    Run run;
    run.session.showStart();
    StartWindow &start = run.session.start();
    QTest::keyClick(&start, Qt::Key_F1);
    GuideWindow *guide = Run::guideOf(start);
    REQUIRE(guide);
    CHECK(guide->isVisible());
    guide->close();
    QPushButton *link = nullptr;
    for (QPushButton *each : start.findChildren<QPushButton *>())
        if (each->text().startsWith(u"Guide d’utilisation"_s))
            link = each;
    REQUIRE(link);
    QTest::mouseClick(link, Qt::LeftButton);
    CHECK(guide->isVisible());
}

TEST_CASE("On each page, the guide opens where that page is explained")
{
    Run run;
    run.open();
    const auto guide = guide::Guide::load();
    QAction *entryOfMenu = actionOf(*run.window, u"Guide d’utilisation"_s);
    int panes = 0;
    int pages = 0;
    for (const PageEntry &entry : run.window->host().entries()) {
        INFO(entry.code.toStdString());
        run.window->goTo(entry.code);
        QTest::qWait(20);
        const guide::Page *wanted = guide.pageFor(entry.code);
        REQUIRE(wanted);
        // The pages without a pane at their right have the menu and its key.
        if (QPushButton *more = run.more()) {
            more->click();
            ++panes;
        } else {
            entryOfMenu->trigger();
        }
        REQUIRE(Run::guideOf(*run.window));
        CHECK(Run::guideOf(*run.window)->currentCode() == wanted->code);
        Run::guideOf(*run.window)->close();
        ++pages;
    }
    CHECK(pages > 15);
    CHECK(panes >= pages - 3);
}

TEST_CASE("A search in the guide is left when a page of the program asks for its own")
{
    Run run;
    run.open();
    GuideWindow *guide = GuideWindow::showOver(run.window, run.clock.today(), u"porteur"_s);
    auto *search = guide->findChild<QLineEdit *>();
    search->setText(u"agenda"_s);
    REQUIRE(guide->findChild<QListWidget *>()->count() > 0);
    const QString found = guide->currentCode();
    GuideWindow::showOver(run.window, run.clock.today(), u"territoire"_s);
    CHECK(search->text().isEmpty());
    CHECK(guide->currentCode() == u"territoire"_s);
    CHECK(guide->currentCode() != found);
}

TEST_CASE("Each word of a search of several is in the pages listed, whatever its accents")
{
    GuideWindow window(QDate(2026, 11, 27));
    window.show();
    const auto guide = guide::Guide::load();
    auto *search = window.findChild<QLineEdit *>();
    auto *contents = window.findChild<QListWidget *>();
    auto *text = window.findChild<QTextBrowser *>();
    for (const QString &words :
         {u"pdf"_s, u"CLE usb"_s, u"étapes réunion"_s, u"annexe word"_s, u"membres"_s, u"Ctrl+Z"_s}) {
        INFO(words.toStdString());
        search->setText(words);
        CHECK(contents->count() == int(guide.search(words).size()));
        REQUIRE(contents->count() > 0);
        for (int row = 0; row < contents->count(); ++row) {
            contents->setCurrentRow(row);
            for (const QString &word : base::fold(words).split(u' '))
                CHECK(base::fold(text->toPlainText()).contains(word));
        }
    }
}

TEST_CASE("The page of the guide is printed where the system is told to")
{
    GuideWindow window(QDate(2026, 11, 27));
    window.show();
    window.open(u"carte"_s);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"papier.pdf"_s);
    QAction *paper = actionOf(window.documents(), u"Cette page\u00A0: imprimer…"_s);
    REQUIRE(paper);
    paper->trigger();
    auto *dialog = window.findChild<QPrintDialog *>();
    REQUIRE(dialog);
    dialog->printer()->setOutputFormat(QPrinter::PdfFormat);
    dialog->printer()->setOutputFileName(path);
    dialog->done(QDialog::Accepted);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
    CHECK(file.size() > 2'000);
}

// Not a test: pictures to be looked at, ATELIER_CAPTURES=folder test_gui "[.captures-guide]".
TEST_CASE("Pictures of the guide", "[.captures-guide]")
{
    const QString folder = qEnvironmentVariable("ATELIER_CAPTURES");
    REQUIRE_FALSE(folder.isEmpty());
    Theme theme(*qApp);
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark})
        for (const int zoom : {100, 150, 200})
            for (const QSize size : {QSize(1366, 768), QSize(1920, 1080)})
                for (const QString &code : {u"prendre-en-main"_s, u"clavier"_s, u"importer"_s}) {
                    theme.setMode(mode);
                    theme.setZoom(zoom);
                    GuideWindow window(QDate(2026, 11, 27));
                    window.resize(size);
                    window.open(code);
                    window.show();
                    QTest::qWait(30);
                    window.grab().save(u"%1/%2-%3-%4-%5.png"_s.arg(folder, code)
                                           .arg(size.width())
                                           .arg(zoom)
                                           .arg(mode == Theme::Mode::Light ? u"clair"_s : u"sombre"_s));
                }
    qApp->setStyleSheet(QString());
}
