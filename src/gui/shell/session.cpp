#include "gui/shell/session.h"

#include "base/file.h"
#include "base/paths.h"
#include "domain/canevas.h"
#include "domain/json.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/new_project_dialog.h"
#include "gui/shell/blank_print.h"
#include "gui/shell/file_desk.h"
#include "gui/shell/first_size.h"
#include "gui/shell/guide_window.h"
#include "gui/shell/look.h"
#include "gui/shell/main_window.h"
#include "gui/shell/page_host.h"
#include "gui/shell/pages_ahead.h"
#include "gui/shell/start_window.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using dossier::Dossier;
using Tone = InfoBar::Tone;

namespace
{

const QString defaultTrame = u"paca-2022"_s;

} // namespace

Session::Session(Settings &settings, const base::Clock &clock, Theme *theme, const FileQuestions &files,
                 const dossier::Options &options)
    : m_settings(settings), m_clock(clock), m_theme(theme), m_files(files), m_options(options),
      m_start(std::make_unique<StartWindow>(settings, theme)),
      m_waits([this]() -> InfoBarStack & { return messages(); }, options.patience),
      m_rescue(*m_start, settings, clock, files, options, m_waits,
               {[this](const QString &path) { openFile(path); },
                [this](std::unique_ptr<Dossier> saved) { present(std::move(saved), false); }})
{
    m_start->setOpenFiles([this] {
        QStringList paths;
        for (MainWindow *window : windows())
            if (!window->isLeft())
                paths << window->dossier().path();
        return paths;
    });
    connect(m_start.get(), &StartWindow::newRequested, this, &Session::askNew);
    connect(m_start.get(), &StartWindow::exampleRequested, this, &Session::openExample);
    connect(m_start.get(), &StartWindow::blankRequested, this, &Session::askBlank);
    connect(m_start.get(), &StartWindow::guideRequested, this,
            [this] { GuideWindow::showOver(m_start.get(), m_clock.today()); });
    connect(m_start.get(), &StartWindow::openRequested, this, [this](const QString &path) {
        if (path.isEmpty())
            return askOpen();
        const QString absolute = QFileInfo(path).absoluteFilePath();
        m_resumed[absolute] = m_settings.pageLeft(absolute); // before the window writes where it is
        openFile(path);
    });
    if (m_theme)
        new TextSize(*m_theme, m_settings, this);
}

Session::~Session()
{
    // Each window holds what the environment lends it.
    for (const auto &window : m_windows)
        delete window.data();
}

void Session::showStart()
{
    m_start->refresh(m_clock.today());
    showFitting(*m_start, m_settings.geometry(u"accueil"_s).isEmpty());
    m_start->raise();
    m_rescue.showFound();
}

QWidget *Session::front() const
{
    QWidget *active = QApplication::activeWindow();
    return active ? active : m_start.get();
}

// Of the window in front; the start window comes when there is none.
InfoBarStack &Session::messages()
{
    const QWidget *active = QApplication::activeWindow();
    for (MainWindow *window : windows())
        if (window->isVisible() && (window == active || !m_start->isVisible()))
            return window->host().messages();
    if (!m_start->isVisible())
        showStart();
    return m_start->messages();
}

void Session::tellIncomplete(const base::Error &error, const QString &asked)
{
    m_start->refresh(m_clock.today());
    m_start->show();
    const QString safe = asked.isEmpty()
                             ? u"Vos projets sont intacts."_s
                             : u"« %1 » n’a pas été ouvert, il est intact."_s.arg(QFileInfo(asked).fileName());
    const auto copy = [this, detail = error.message] {
        QApplication::clipboard()->setText(detail);
        m_start->messages().tell(u"detail"_s, Tone::Information,
                                 u"Le détail est copié. Collez-le dans un message à qui installe vos logiciels."_s);
    };
    m_start->tell(Tone::Problem, u"Le programme n’est pas installé entièrement : réinstallez-le. "_s + safe,
                  {{u"Copier le détail"_s, copy}});
}

const Environment *Session::environment(const QString &asked)
{
    if (m_environment)
        return &*m_environment;
    auto reference = reference::Reference::load();
    auto trame = report::Trame::load(base::templatesFolder() + u'/' + defaultTrame);
    if (!reference || !trame) {
        tellIncomplete(reference ? trame.error() : reference.error(), asked);
        return nullptr;
    }
    m_reference = std::move(reference.value());
    m_trame = std::move(trame.value());
    m_environment.emplace(
        Environment{*m_reference, *m_trame, m_clock, m_settings, m_theme, m_files, allPages(), &m_contours});
    return &*m_environment;
}

QList<MainWindow *> Session::windows() const
{
    QList<MainWindow *> open;
    for (const auto &window : m_windows)
        if (window)
            open += window.data();
    return open;
}

MainWindow *Session::openFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    for (MainWindow *window : windows())
        if (window->dossier().path() == absolute) {
            window->raise();
            window->activateWindow();
            return window;
        }
    if (!environment(absolute))
        return nullptr;
    if (m_waits.isWaiting(absolute))
        return nullptr;
    const auto shown = std::make_shared<MainWindow *>(nullptr);
    const auto told = [this, absolute, shown](Dossier::Made opened) {
        m_waits.done(absolute);
        const auto copy = m_copies.extract(absolute);
        const auto resumed = m_resumed.extract(absolute);
        if (!opened)
            return explain(absolute, opened.error());
        *shown = present(std::move(opened.value()), false);
        if (copy)
            (*shown)->startCopy(copy.mapped());
        else if (resumed && !resumed.mapped().page.isEmpty())
            resume(**shown, resumed.mapped());
    };
    m_waits.add(absolute, u"Ouverture de"_s, Dossier::open(absolute, Dossier::Mode::Edit, m_clock, m_options, told));
    return *shown;
}

MainWindow *Session::createProject(const QString &path, const domain::Projet &projet)
{
    if (!environment())
        return nullptr;
    const auto shown = std::make_shared<MainWindow *>(nullptr);
    const auto told = [this, path, shown](Dossier::Made created) {
        m_waits.done(path);
        if (created) {
            *shown = presentNew(std::move(created.value()));
        } else {
            m_start->show();
            m_start->tell(Tone::Problem, created.error().message);
        }
    };
    m_waits.add(path, u"Création de"_s, Dossier::create(path, projet, m_clock, false, m_options, told));
    return *shown;
}

// The next day, where one left it.
void Session::resume(MainWindow &window, const PageLeft &left)
{
    window.goTo(left.page);
    if (FormPage *page = window.host().currentPage(); page && page->code() == left.page)
        page->showPlace(left.place);
    window.host().focusPage();
}

// Five questions, then the first page: its first field has the keyboard.
MainWindow *Session::presentNew(std::unique_ptr<Dossier> dossier)
{
    MainWindow *window = present(std::move(dossier), false);
    if (!m_trame->pages().empty()) {
        window->goTo(m_trame->pages().front().code);
        window->host().focusPage();
    }
    return window;
}

base::Result<domain::Projet> Session::example() const
{
    const auto bytes = base::readFile(base::referenceFolder() + u"/../exemples/vallees.json"_s);
    if (!bytes)
        return bytes.error();
    const auto read = domain::projetFromJson(bytes.value());
    return read ? base::Result<domain::Projet>(read.value().projet) : read.error();
}

MainWindow *Session::openExample()
{
    if (!environment())
        return nullptr;
    const auto read = example();
    const QString path = m_examples.filePath(u"vallees.cpts"_s);
    const auto open = [&]() -> base::Result<std::unique_ptr<Dossier>> {
        if (!read)
            return read.error();
        if (!QFileInfo::exists(path))
            if (auto made = Dossier::create(path, read.value(), m_clock, false, m_options); !made)
                return made;
        return Dossier::open(path, Dossier::Mode::ReadOnly, m_clock, m_options);
    };
    auto opened = open();
    if (!opened) {
        m_start->show();
        m_start->tell(Tone::Problem, opened.error().message);
        return nullptr;
    }
    return present(std::move(opened.value()), true);
}

MainWindow *Session::present(std::unique_ptr<Dossier> dossier, bool example)
{
    auto *window = new MainWindow(std::move(dossier), *environment(), example);
    m_windows.emplace_back(window);
    if (!example)
        m_settings.setFolder(QFileInfo(window->dossier().path()).absolutePath());
    connect(window, &MainWindow::newRequested, this, &Session::askNew);
    connect(window, &MainWindow::startFromExample, this, &Session::askFromExample);
    connect(window, &MainWindow::openRequested, this, [this](const QString &path) {
        if (path.isEmpty())
            askOpen();
        else
            openFile(path);
    });
    connect(window, &MainWindow::copyRequested, this, [this](const QString &path, const QString &page) {
        m_copies[QFileInfo(path).absoluteFilePath()] = page;
        openFile(path);
    });
    connect(window, &MainWindow::closedForStart, this, &Session::showStart);
    connect(window, &MainWindow::quitRequested, this, &Session::quit);
    connect(window, &MainWindow::stayed, this, [this, window] {
        if (m_quitting)
            m_stoppedBy = window;
        m_quitting = false;
    });
    connect(window, &MainWindow::leavesAnyway, this, [this, window] {
        m_quitting = m_quitting || m_stoppedBy == window;
        m_stoppedBy.clear();
    });
    connect(
        window, &MainWindow::left, this,
        [this] {
            if (m_quitting)
                quit();
        },
        Qt::QueuedConnection);
    showFitting(*window, m_settings.geometry(u"projet"_s).isEmpty(), m_start->isVisible() ? m_start.get() : front());
    if (m_pagesAhead)
        new PagesAhead(window->host());
    m_start->hide();
    m_start->dismiss(); // what was told before is over: it is not news when the window comes back
    if (!example)
        tellTwin(window);
    return window;
}

void Session::tellTwin(MainWindow *window)
{
    const Dossier &copy = window->dossier();
    for (MainWindow *each : windows()) {
        const Dossier &open = each->dossier();
        if (each == window || open.id() != copy.id() || open.path() == copy.path() || open.isReadOnly())
            continue;
        const auto merge = [twin = QPointer(each), copied = QPointer(window)] {
            if (!twin || !copied)
                return;
            const QString path = copied->dossier().path();
            copied->close();
            twin->raise();
            twin->activateWindow();
            twin->files().mergeWith(path);
        };
        window->files().tellTwin(open.path(), merge);
        return;
    }
}

void Session::askNew()
{
    const Environment *shared = environment();
    if (!shared)
        return;
    NewProjectDialog dialog(shared->reference.professions(), documentsFolder(), front());
    if (dialog.exec() != QDialog::Accepted)
        return;
    domain::Projet projet = domain::nouveauProjet(dialog.projectName(), shared->trame.id(),
                                                  shared->reference.communes().vintage(), m_clock.today());
    dialog.writeInto(projet);
    createProject(dialog.path(), projet);
}

void Session::askFromExample()
{
    const Environment *shared = environment();
    const auto model = example();
    if (!shared || !model)
        return;
    NewProjectDialog dialog(shared->reference.professions(), documentsFolder(), front());
    dialog.startFrom(model.value().identite.nom);
    if (dialog.exec() != QDialog::Accepted)
        return;
    domain::Projet projet =
        dialog.keepsPeopleAndFigures() ? model.value() : domain::sansPersonnesNiChiffres(model.value());
    projet.identite.creeLe = m_clock.today();
    dialog.writeInto(projet);
    createProject(dialog.path(), projet);
}

void Session::askOpen()
{
    const QString path = m_files.open(front(), u"Ouvrir un projet"_s, folderToOpen(), projectFilter());
    if (!path.isEmpty())
        openFile(path);
}

QString Session::folderToOpen() const
{
    QString folder = m_settings.folder();
    if (auto *window = qobject_cast<MainWindow *>(front()); window && !window->isExample())
        folder = QFileInfo(window->dossier().path()).absolutePath();
    if (folder.isEmpty())
        return documentsFolder();
    base::Errand<bool> there([folder] { return QFileInfo(folder).isDir(); });
    return there.wait(m_options.prompt) && there.take() ? folder : documentsFolder();
}

void Session::askBlank()
{
    if (const Environment *shared = environment())
        printBlankTrames(*shared, front());
}

void Session::explain(const QString &path, const base::Error &error)
{
    if (error.code == base::ErrorCode::NotFound)
        m_settings.forget(path);
    m_start->refresh(m_clock.today());
    m_start->show();
    m_start->raise();
    if (error.code == base::ErrorCode::Damaged)
        m_rescue.explainDamage(path);
    else
        m_start->tell(Tone::Problem, error.message);
    m_rescue.showFound();
}

void Session::quit()
{
    m_stoppedBy.clear();
    m_quitting = true;
    for (MainWindow *window : windows())
        if (window->isVisible() && !window->close())
            return; // it goes on when that window has closed, unless it stays
    m_quitting = false;
    m_start->close();
}

} // namespace gui
