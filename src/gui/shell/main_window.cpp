#include "gui/shell/main_window.h"

#include "base/typography.h"
#include "gui/contour_shelf.h"
#include "gui/dialogs/message_dialog.h"
#include "gui/findings.h"
#include "gui/pages/choices.h"
#include "gui/pages/field_places.h"
#include "gui/pages/page_relire.h"
#include "gui/pages/steps_panel.h"
#include "gui/shell/drop.h"
#include "gui/shell/expectation_pane.h"
#include "gui/shell/field_name.h"
#include "gui/shell/file_desk.h"
#include "gui/shell/guide_window.h"
#include "gui/shell/look.h"
#include "gui/shell/navigation_pane.h"
#include "gui/shell/page_host.h"
#include "gui/shell/recent_row.h"
#include "gui/shell/review_walk.h"
#include "gui/shell/told.h"
#include "gui/shell/top_bar.h"
#include "gui/shell/unread_notice.h"
#include "gui/shell/window_list.h"
#include "gui/widgets/focus_return.h"
#include "gui/widgets/tab_order.h"

#include <algorithm>
#include <chrono>
#include <QCloseEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr int foldBelow = 1200; // px at 100 %: the right pane then opens by its button only

// The pages of the program itself; those of the lettre come from the trame.
const QString dashboardCode = u"tableau-de-bord"_s;
const QString reviewCode = u"relire"_s;
const QString marksCode = u"reperes"_s;
const QString stepsCode = u"etapes"_s;
const QString nothingToFind = u"Rien à chercher dans cette page"_s;

void focusIn(const QWidget &pane, ExpectationPane &expectation)
{
    const bool inside = pane.isAncestorOf(&expectation) && expectation.isVisible();
    inside ? expectation.focusFirst() : focusWithin(pane);
}

} // namespace

MainWindow::MainWindow(std::unique_ptr<dossier::Dossier> dossier, const Environment &environment, bool example)
    : m_dossier(std::move(dossier)),
      m_environment(environment), m_context{*m_dossier, environment.reference, environment.trame, environment.clock,
                                            environment.contours},
      m_actions(this), m_example(example)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    setMinimumSize(720, 480);
    resize(1366, 768);
    restoreGeometry(environment.settings.geometry(u"projet"_s));
    build();
    connectFiles();
    connectMoves();
    connectLook();
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(250ms);
    connect(&m_checkSoon, &QTimer::timeout, this, &MainWindow::check);
    connect(m_dossier.get(), &dossier::Dossier::changed, this, [this](const domain::ChangeList &changes) {
        m_lastChanges = changes;
        projectChanged();
    });
    connect(m_dossier.get(), &dossier::Dossier::steppedTo, this,
            [this](const domain::FieldAddress &field) { showStep(field); });
    connect(m_dossier.get(), &dossier::Dossier::saveStateChanged, this,
            [this] { m_topBar->setState(m_dossier->saveState()); });
    if (environment.contours)
        connect(environment.contours, &ContourShelf::changed, this, &MainWindow::check);
    check();
    updateSteps();
    updateTitle();
    m_topBar->setState(m_dossier->saveState());
    m_files->tellOpening();
    if (!m_host->entries().empty())
        m_host->open(m_host->entries().front().code);
    m_navigation->focusCurrent();
    remember();
}

MainWindow::~MainWindow()
{
    // What is typed is stored while the pages stand. Then nothing of the window listens any more: the dossier still
    // publishes, and tells, as it goes.
    m_host->flush();
    m_dossier->disconnect(this);
    delete std::exchange(m_files, nullptr);
    delete takeCentralWidget();
}

void MainWindow::build()
{
    auto *recents = new QMenu(u"Projets récents"_s, this);
    connect(recents, &QMenu::aboutToShow, this, [this, recents] { fillRecents(recents); });
    auto *centre = new QWidget;
    QMenu *menu = m_actions.makeMenu(this, recents);
    for (const QAction *part : menu->actions())
        if (part->menu() && part->menu()->actions().contains(&m_actions[Command::NextPage])) // « Aller »
            part->menu()->addMenu(makeWindowList(this));
    m_topBar = new TopBar(m_actions, menu, centre);
    m_navigation = new NavigationPane(centre);
    m_host = new PageHost(m_context, entries(), m_environment.pages, centre);
    m_side = new QStackedWidget(centre);
    m_side->setObjectName(u"volet-droit"_s);
    m_expectation = new ExpectationPane;
    m_side->addWidget(m_expectation);
    m_sideReturn = new FocusReturn(m_side);
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(m_navigation);
    line->addWidget(m_host, 1);
    line->addWidget(m_side);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addLayout(line, 1);
    setCentralWidget(centre);
    fillNavigation();
    m_files = new FileDesk(
        *m_dossier, m_environment, m_host->messages(), [this] { m_host->flush(); }, this);
    m_files->setExample(m_example);
    m_unread = new UnreadNotice(*m_host, *m_dossier, centre);
    connect(m_unread, &UnreadNotice::goTo, this, &MainWindow::goTo);
    m_files->setNaming([this](const domain::FieldAddress &at) {
        return nameOnScreen(m_context, at, [this](const QString &code) { return m_host->made(code); });
    });
}

std::vector<PageEntry> MainWindow::entries() const
{
    std::vector<PageEntry> found;
    const auto exists = [this](const QString &code) { return m_environment.pages.contains(code); };
    if (exists(dashboardCode))
        found.push_back({dashboardCode, u"Tableau de bord"_s, {}, {}, {}});
    for (const report::Section &section : m_environment.trame.sections())
        for (const report::Page &page : m_environment.trame.pages())
            if (page.section == section.code && exists(page.code))
                found.push_back({page.code, page.label, page.title, page.subtitle, section.title});
    if (exists(reviewCode))
        found.push_back({reviewCode, u"Relire et exporter"_s, {}, {}, {}});
    if (exists(marksCode))
        found.push_back({marksCode, u"Repères"_s, {}, {}, {}});
    return found;
}

void MainWindow::fillNavigation()
{
    QString section;
    for (const PageEntry &entry : m_host->entries()) {
        const bool last = entry.code == reviewCode;
        const QString title = last ? u"Préparer l’envoi"_s : entry.section;
        if (!title.isEmpty() && title != section) {
            QString precision;
            for (const report::Section &each : m_environment.trame.sections())
                if (each.title == title)
                    precision = each.precision;
            m_navigation->addSection(title, precision);
            section = title;
        }
        m_navigation->addPage(entry.code, entry.label);
    }
    m_navigation->finish();
}

void MainWindow::review(const QString &document)
{
    goTo(reviewCode);
    if (auto *page = qobject_cast<PageRelire *>(m_host->currentPage()))
        page->showDocument(document);
}

void MainWindow::connectFiles()
{
    m_actions.on(Command::New, [this] { Q_EMIT newRequested(); });
    m_actions.on(Command::FromExample, [this] { Q_EMIT startFromExample(); });
    m_actions[Command::FromExample].setVisible(m_example);
    connect(m_files, &FileDesk::pageAsked, this, &MainWindow::goTo);
    connect(m_files, &FileDesk::reviewAsked, this, [this](const QString &document) {
        review(document);
        m_sideWanted = true; // there it is said what lacks
        updatePanes();
    });
    connect(m_host, &PageHost::reviewAsked, this, &MainWindow::review);
    connect(m_host, &PageHost::sideAsked, &m_actions[Command::Expectation], &QAction::trigger);
    connect(m_files, &FileDesk::startFromExample, this, &MainWindow::startFromExample);
    m_actions.on(Command::Open, [this] { Q_EMIT openRequested({}); });
    m_actions.on(Command::Save, [this] { m_files->saveNow(); });
    m_actions.on(Command::SaveCopy, [this] { m_files->saveCopy(); });
    m_actions.on(Command::SaveElsewhere, [this] { m_files->saveElsewhere(); });
    m_actions.on(Command::MergeCopy, [this] { m_files->mergeCopy(); });
    m_actions.on(Command::Backups, [this] { m_files->openBackup(); });
    m_actions.on(Command::Print, [this] {
        m_unread->tell();
        m_files->printPage(m_host->currentCode());
    });
    m_actions.on(Command::Export, [this] {
        m_unread->tell();
        const auto *review = qobject_cast<PageRelire *>(m_host->currentPage());
        m_files->exportDocument(m_host->currentCode(), review ? review->document() : QString());
    });
    m_actions.on(Command::ImportData, [this] { m_files->importData(); });
    m_actions.on(Command::ImportContours, [this] { m_files->importContours(); });
    const auto writes = [this](Command command, const std::function<void()> &write) {
        m_actions.on(command, [this, write] {
            m_unread->tell();
            write();
        });
    };
    writes(Command::SendDossier, [this] { m_files->exportDossier(); });
    writes(Command::ExportPlan, [this] { m_files->exportPlan(); });
    writes(Command::ExportCalendar, [this] { m_files->exportCalendar(); });
    connect(m_host, &PageHost::documentAsked, m_unread, &UnreadNotice::tell);
    m_actions.on(Command::Close, [this] {
        m_thenStart = true;
        close();
    });
    m_actions.on(Command::Quit, [this] { Q_EMIT quitRequested(); });
    connect(m_files, &FileDesk::openRequested, this, &MainWindow::openRequested);
    connect(m_files, &FileDesk::stayed, this, [this] {
        m_thenStart = false;
        Q_EMIT stayed();
    });
    connect(m_files, &FileDesk::leavesAnyway, this, &MainWindow::leavesAnyway);
    connect(m_files, &FileDesk::copyRequested, this,
            [this](const QString &path) { Q_EMIT copyRequested(path, m_host->currentCode()); });
    connect(m_files, &FileDesk::moved, this, [this] {
        updateTitle();
        remember();
    });
    for (const Command each : {Command::Save, Command::SaveElsewhere, Command::MergeCopy})
        m_actions[each].setEnabled(!m_dossier->isReadOnly());
}

void MainWindow::connectMoves()
{
    m_actions.on(Command::Undo, [this] { step(true); });
    m_actions.on(Command::Redo, [this] { step(false); });
    m_actions.on(Command::Find, [this] { find(); });
    m_actions.on(Command::PreviousPage, [this] { m_host->openPrevious(); });
    m_actions.on(Command::NextPage, [this] { m_host->openNext(); });
    m_actions.on(Command::NextPane, [this] { nextPane(1); });
    m_actions.on(Command::PreviousPane, [this] { nextPane(-1); });
    connect(m_navigation, &NavigationPane::chosen, m_host, &PageHost::open);
    connect(m_host, &PageHost::opened, this, &MainWindow::pageOpened);
    connect(m_host, &PageHost::partShown, this, &MainWindow::showSide);
    connect(m_host, &PageHost::sendingAsked, this, [this](FormPage::Sending what) {
        m_actions[what == FormPage::Sending::Plan ? Command::ExportPlan : Command::SendDossier].trigger();
    });
    connect(m_host, &PageHost::importAsked, m_files, &FileDesk::importWith);
    m_walk = new ReviewWalk(
        *m_host, m_actions, [this](const QString &page, const domain::FieldAddress &field) { goTo(page, field); },
        this);
    connect(m_host, &PageHost::goTo, m_walk, &ReviewWalk::follow);
    connect(m_expectation, &ExpectationPane::goTo, this, &MainWindow::goTo);
    connect(m_expectation, &ExpectationPane::guideAsked, this,
            [this](const QString &page) { GuideWindow::showOver(this, m_environment.clock.today(), page); });
    m_actions.on(Command::Expectation, [this] {
        if (const FormPage *page = m_host->currentPage(); !page || page->side() == FormPage::Side::None)
            return askGuide();
        m_sideWanted = m_actions[Command::Expectation].isChecked();
        if (!*m_sideWanted)
            m_sideReturn->giveBack();
        updatePanes();
        if (*m_sideWanted)
            focusIn(*m_side, *m_expectation);
    });
}

void MainWindow::connectLook()
{
    Theme *theme = m_environment.theme;
    connectThemes(m_actions, theme, m_environment.settings, this);
    m_actions.on(Command::ZoomIn, [this] { setZoom(m_environment.settings.zoom() + 10); });
    m_actions.on(Command::ZoomOut, [this] { setZoom(m_environment.settings.zoom() - 10); });
    m_actions.on(Command::ZoomReset, [this] { setZoom(100); });
    if (theme)
        connect(theme, &Theme::changed, this, [this] { updatePanes(); });
    m_actions.on(Command::Marks, [this] { goTo(marksCode); });
    m_actions[Command::Marks].setEnabled(m_environment.pages.contains(marksCode));
    m_actions.on(Command::Guide, [this] { askGuide(); });
    m_actions.on(Command::Shortcuts, [this] { ShortcutsDialog(this).exec(); });
    m_actions.on(Command::About, [this] { AboutDialog(this).exec(); });
}

// Where one is reading; else what explains the page that is open.
void MainWindow::askGuide()
{
    const auto *guide = findChild<GuideWindow *>(QString(), Qt::FindDirectChildrenOnly);
    GuideWindow::showOver(this, m_environment.clock.today(),
                          guide && guide->isVisible() ? QString() : m_host->currentCode());
    updatePanes(); // a key that showed no pane checks nothing
}

void MainWindow::setZoom(int percent)
{
    if (!m_environment.theme)
        return;
    zoomTo(*m_environment.theme, m_environment.settings, percent);
    m_topBar->tellForAMoment(u"Texte : %1\u00A0%"_s.arg(m_environment.theme->zoom()));
}

void MainWindow::goTo(const QString &page, const domain::FieldAddress &field)
{
    QString code = page;
    if (code.isEmpty())
        code = m_environment.trame.pageOf(field, m_dossier->projet());
    if (code.isEmpty())
        return;
    if (code != m_host->currentCode())
        m_host->open(code);
    if (FormPage *shown = m_host->currentPage(); shown && shown->code() == code)
        shown->goToField(field);
}

void MainWindow::pageOpened(const QString &code)
{
    m_navigation->setCurrent(code);
    if (code == reviewCode)
        m_unread->tell();
    const bool searched = m_host->currentPage() && m_host->currentPage()->searchField();
    m_actions[Command::Find].setEnabled(searched);
    m_actions[Command::Find].setText(searched ? u"Chercher dans la page"_s : nothingToFind);
    showSide();
    updatePanes();
}

void MainWindow::showSide()
{
    FormPage *page = m_host->currentPage();
    if (!page)
        return;
    if (page->side() == FormPage::Side::Own && page->sidePane()) {
        if (m_side->indexOf(page->sidePane()) < 0)
            m_side->addWidget(page->sidePane());
        m_side->setCurrentWidget(page->sidePane());
        return;
    }
    m_side->setCurrentWidget(m_expectation);
    if (const report::Page *described = m_environment.trame.page(page->code()))
        m_expectation->display(*described, m_findings, m_environment.reference.sigles(), page->ownCheck());
}

void MainWindow::updatePanes()
{
    const FormPage *page = m_host->currentPage();
    const bool wide = width() >= zoomed(foldBelow);
    const bool shown = page && page->side() != FormPage::Side::None && m_sideWanted.value_or(wide);
    m_navigation->setFixedWidth(std::min(zoomed(264), width() * 34 / 100));
    m_side->setFixedWidth(std::min(zoomed(312), width() * 40 / 100));
    m_side->setVisible(shown);
    // On a small screen or with large text, the page keeps its room and the list of pages gives way.
    const int left = width() - (shown ? m_side->width() : 0) - m_navigation->width();
    m_navigation->setVisible(!shown || left >= zoomed(400));
    m_topBar->nameHelp(page ? page->side() : FormPage::Side::None);
    m_actions[Command::Expectation].setChecked(shown);
}

void MainWindow::projectChanged()
{
    updateSteps();
    updateTitle();
    m_checkSoon.start();
}

void MainWindow::check()
{
    m_findings = Findings::of(m_context);
    m_navigation->setStates(controle::pageStates(m_findings, m_dossier->projet()), m_findings);
    m_dossier->setCompleteness(controle::readiness(m_findings, voletEnCours(m_dossier->projet())).percent);
    showSide();
    m_walk->checked();
}

void MainWindow::updateSteps()
{
    const QString undo = base::frenchTypography(m_dossier->undoLabel());
    const QString redo = base::frenchTypography(m_dossier->redoLabel());
    m_topBar->setSteps(undo, redo);
    m_actions[Command::Undo].setEnabled(!m_dossier->isReadOnly());
    m_actions[Command::Redo].setEnabled(!m_dossier->isReadOnly());
    const auto named = [](const QString &verb, const QString &label) {
        return label.isEmpty() ? verb : u"%1 «\u00A0%2\u00A0»"_s.arg(verb, label);
    };
    m_actions[Command::Undo].setText(named(u"Annuler"_s, undo));
    m_actions[Command::Redo].setText(named(u"Rétablir"_s, redo));
}

void MainWindow::updateTitle()
{
    const QString name = m_dossier->projet().identite.nom;
    const QString file = m_example ? u"exemple"_s : QFileInfo(m_dossier->path()).fileName();
    m_topBar->setProject(name, file);
    setWindowTitle(name.isEmpty() ? file : name); // Qt adds the name of the program, as to every window
}

void MainWindow::step(bool back)
{
    m_host->flush(); // what is being typed is the last edit
    if (back ? !m_dossier->canUndo() : !m_dossier->canRedo())
        return;
    m_stepped = back ? m_dossier->undoLabel() : m_dossier->redoLabel();
    const auto done = back ? m_dossier->undo() : m_dossier->redo();
    m_stepped.clear();
    if (!done)
        m_host->messages().tell(u"modification"_s, InfoBar::Tone::Problem, done.error().message);
}

void MainWindow::showStep(const domain::FieldAddress &field)
{
    if (m_stepped.isEmpty()) // back to one's own version: nobody asked to see what the other one had brought
        return;
    if (!StepsPanel::dated(m_stepped, m_environment.reference).isEmpty())
        m_host->open(stepsCode);
    FormPage *page = m_host->currentPage();
    if (page && page->goToStep(m_stepped, m_lastChanges))
        return m_topBar->tellForAMoment({});
    const bool here = page && (lists(*page, field) || page->goToField(field)); // several pages may show it
    goTo(here ? page->code() : QString(), field);
    m_topBar->tellForAMoment(base::frenchTypography(stepTold(m_stepped, m_lastChanges, *m_dossier)));
}

bool MainWindow::staysForUnread()
{
    const auto anyway = [this, thenStart = m_thenStart] {
        m_thenStart = thenStart;
        m_leavesUnread = true;
        Q_EMIT leavesAnyway();
        close();
        m_leavesUnread = false;
    };
    if (m_leavesUnread || !m_unread->holdsClosing(anyway))
        return false;
    m_thenStart = false;
    raise(); // every window may be asked to close
    activateWindow();
    Q_EMIT stayed();
    return true;
}

void MainWindow::startCopy(const QString &page)
{
    goTo(page);
    m_host->messages().tell(u"copie"_s, InfoBar::Tone::Information,
                            u"Vous travaillez sur la copie « %1 » ; l’original n’est pas touché."_s.arg(
                                QFileInfo(m_dossier->path()).fileName()));
}

void MainWindow::find()
{
    FormPage *page = m_host->currentPage();
    if (QLineEdit *field = page ? page->searchField() : nullptr) {
        field->setFocus(Qt::ShortcutFocusReason);
        field->selectAll();
    }
}

void MainWindow::nextPane(int direction)
{
    std::vector<QWidget *> panes{m_navigation, m_host, m_side, m_topBar};
    std::erase_if(panes, [](const QWidget *each) { return !each->isVisible(); });
    const QWidget *focus = focusWidget();
    const auto at = std::find_if(panes.begin(), panes.end(),
                                 [focus](const QWidget *each) { return focus && each->isAncestorOf(focus); });
    const auto count = static_cast<int>(panes.size());
    const int from = at == panes.end() ? 0 : static_cast<int>(at - panes.begin());
    QWidget *next = panes[static_cast<size_t>((from + direction + count) % count)];
    next == m_navigation ? m_navigation->focusCurrent() : focusIn(*next, *m_expectation);
}

void MainWindow::fillRecents(QMenu *menu)
{
    menu->clear();
    const auto recents = m_environment.settings.recents();
    for (const RecentProject &each : recents) {
        if (each.path == m_dossier->path())
            continue;
        const QString file = fileTold(recents, each);
        const QString name = nameTold(each);
        const QString words = file.isEmpty() ? name : u"%1 (%2)"_s.arg(name, file);
        QAction *entry = menu->addAction(QString(words).replace(u'&', u"&&"_s));
        entry->setToolTip(each.path);
        connect(entry, &QAction::triggered, this, [this, path = each.path] { Q_EMIT openRequested(path); });
    }
    if (menu->isEmpty())
        menu->addAction(u"Aucun autre projet"_s)->setEnabled(false);
}

void MainWindow::remember()
{
    if (m_example)
        return;
    const FormPage *page = m_host->currentPage();
    m_environment.settings.remember({m_dossier->path(),
                                     m_dossier->projet().identite.nom,
                                     controle::readiness(m_findings, voletEnCours(m_dossier->projet())).sentence,
                                     m_environment.clock.now(),
                                     {m_host->currentCode(), page ? page->placeLeft() : QString()},
                                     {},
                                     !m_isLeft});
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return tabAlong(centralWidget(), next) || QMainWindow::focusNextPrevChild(next);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const auto anyway = [this] {
        m_closing = true;
        close();
    };
    if (!m_closing && (staysForUnread() || !m_files->readyToClose(anyway))) {
        event->ignore();
        return;
    }
    check();
    m_isLeft = true;
    remember();
    m_environment.settings.setGeometry(u"projet"_s, saveGeometry());
    event->accept();
    if (std::exchange(m_thenStart, false))
        Q_EMIT closedForStart();
    Q_EMIT left();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && !isActiveWindow() && m_files && !m_dossier->isReadOnly())
        m_files->saveNow(); // gone to another program: the file is made whole now
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_environment.contours)
        m_environment.contours->look(); // come back from one that may have imported some
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_side)
        updatePanes();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    const bool folded = width() < zoomed(foldBelow);
    if (event->key() == Qt::Key_Escape && m_side->isVisible()) {
        const bool back = m_sideReturn->giveBack();
        if (folded) {
            m_sideWanted = false;
            updatePanes();
        }
        if (folded || back)
            return;
    }
    if (event->matches(QKeySequence::Find)) // its command is greyed where nothing is searched
        m_topBar->tellForAMoment(nothingToFind);
    QMainWindow::keyPressEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedProject(event->mimeData()).isEmpty() ||
        (!m_dossier->isReadOnly() && !droppedTable(event->mimeData()).isEmpty()))
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString project = droppedProject(event->mimeData());
    if (!project.isEmpty())
        Q_EMIT openRequested(project);
    else if (const QString table = droppedTable(event->mimeData()); !table.isEmpty())
        m_files->importData(table);
}

} // namespace gui
