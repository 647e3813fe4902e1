#include "gui/shell/start_window.h"

#include "base/text.h"
#include "gui/dialogs/message_dialog.h"
#include "gui/shell/drop.h"
#include "gui/shell/look.h"
#include "gui/shell/menu_keys.h"
#include "gui/shell/recent_row.h"
#include "gui/theme/icons.h"
#include "gui/widgets/card.h"
#include "gui/widgets/labels.h"

#include <algorithm>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QScrollArea *makeColumn(const QString &name, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setObjectName(name);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

// A button of the former content may be the one that asked for this.
void replaceContent(QScrollArea *column, QWidget *content)
{
    if (QWidget *former = column->takeWidget())
        former->deleteLater();
    column->setWidget(content);
}

} // namespace

StartWindow::StartWindow(Settings &settings, Theme *theme)
    : m_settings(settings),
      m_actions(this, {Command::New, Command::Open, Command::Quit, Command::ZoomIn, Command::ZoomOut,
                       Command::ZoomReset, Command::ThemeLight, Command::ThemeDark, Command::ThemeContrast,
                       Command::ThemeSystem, Command::Guide, Command::Shortcuts, Command::About}),
      m_menu(m_actions.makeMenu(this, nullptr)), m_messages(new InfoBarStack(this)),
      m_left(makeColumn(u"accueil"_s, this)), m_right(makeColumn(u"accueil-recents"_s, this))
{
    setWindowTitle(u"Atelier CPTS"_s);
    setAcceptDrops(true);
    setMinimumSize(720, 480);
    resize(1366, 768);
    restoreGeometry(settings.geometry(u"accueil"_s));
    auto *line = new QHBoxLayout;
    line->setSpacing(0);
    line->addWidget(m_left, 1);
    line->addWidget(m_right);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_messages);
    whole->addLayout(line, 1);
    guideByKeys(m_menu);
    connectActions(theme);
}

void StartWindow::connectActions(Theme *theme)
{
    m_actions.on(Command::New, [this] { Q_EMIT newRequested(); });
    m_actions.on(Command::Open, [this] { askOpen(); });
    m_actions.on(Command::Quit, [this] { close(); });
    m_actions.on(Command::Guide, [this] { Q_EMIT guideRequested(); });
    m_actions.on(Command::Shortcuts, [this] { ShortcutsDialog(this).exec(); });
    m_actions.on(Command::About, [this] { AboutDialog(this).exec(); });
    connectThemes(m_actions, theme, m_settings, this);
    for (const Command each : {Command::ZoomIn, Command::ZoomOut, Command::ZoomReset})
        m_actions[each].setEnabled(theme != nullptr);
    if (!theme)
        return;
    m_actions.on(Command::ZoomIn, [this, theme] { zoomTo(*theme, m_settings, theme->zoom() + zoomStep); });
    m_actions.on(Command::ZoomOut, [this, theme] { zoomTo(*theme, m_settings, theme->zoom() - zoomStep); });
    m_actions.on(Command::ZoomReset, [this, theme] { zoomTo(*theme, m_settings, 100); });
    connect(theme, &Theme::changed, this, &StartWindow::refreshInPlace);
}

void StartWindow::refreshInPlace()
{
    if (!isVisible() || !m_today.isValid())
        return;
    const QWidget *held = focusWidget();
    const QString name = held ? held->accessibleName() : QString();
    refresh(m_today);
    for (QAbstractButton *each : findChildren<QAbstractButton *>())
        if (!name.isEmpty() && each->accessibleName() == name && each->isVisibleTo(this) && each != held)
            return each->setFocus(Qt::OtherFocusReason);
}

void StartWindow::refresh(const QDate &today)
{
    std::vector<RecentProject> recents = m_settings.recents();
    const QStringList open = m_openFiles();
    for (RecentProject &each : recents)
        each.open = open.contains(each.path);
    m_today = today;
    m_recents = recents.size();
    replaceContent(m_left, makeWelcome(recents, today));
    replaceContent(m_right, makeRecents(recents, today));
    // Enter does what comes first: the menu stands above it.
    if (const auto gestures = m_left->findChildren<QPushButton *>(); !gestures.empty())
        gestures.front()->setFocus(Qt::OtherFocusReason);
    fit();
}

void StartWindow::showFound(std::vector<dossier::Orphan> found, int hidden, const QDate &today)
{
    if (found.empty() && m_found.empty() && hidden == m_hidden)
        return;
    m_found = std::move(found);
    m_hidden = hidden;
    refresh(today);
}

void StartWindow::tell(InfoBar::Tone tone, const QString &sentence, const std::vector<InfoBar::Action> &actions)
{
    m_messages->tell(u"accueil"_s, tone, sentence, actions);
}

void StartWindow::dismiss()
{
    m_messages->dismiss(u"accueil"_s);
}

// The doors in the middle of a wide screen, at full width of a narrow one.
QWidget *StartWindow::makeWelcome(const std::vector<RecentProject> &recents, const QDate &today)
{
    auto *ground = new QWidget;
    auto *content = new QWidget(ground);
    content->setMaximumWidth(zoomed(860));
    auto *middle = new QHBoxLayout(ground);
    middle->setContentsMargins(zoomed(40), zoomed(48), zoomed(40), zoomed(24));
    middle->addWidget(content);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    TextLabel *name = plainLabel(u"Atelier CPTS"_s, TextRole::PageTitle, content);
    name->setProperty("role", u"titre-accueil"_s);
    auto *menu = new QToolButton(content);
    menu->setIcon(icon(u"menu"_s));
    menu->setToolTip(u"Menu (F10)"_s);
    menu->setAccessibleName(u"Menu"_s);
    menu->setShortcut(QKeySequence(Qt::Key_F10));
    menu->setPopupMode(QToolButton::InstantPopup);
    menu->setFocusPolicy(Qt::StrongFocus);
    menu->setMenu(m_menu);
    auto *top = new QHBoxLayout;
    top->addWidget(name, 1);
    top->addWidget(menu, 0, Qt::AlignTop);
    column->addLayout(top);
    TextLabel *purpose = plainLabel(u"Écrire le projet de santé de sa CPTS : lettre d’intention, diagnostic, missions, "
                                    "fiches-actions ; voir ce que l’ARS attend, imprimer, envoyer."_s,
                                    TextRole::Secondary, content);
    purpose->setProperty("role", u"chapeau"_s);
    column->addWidget(purpose);
    column->addSpacing(12);
    for (const dossier::Orphan &each : m_found)
        column->addWidget(makeFound(each, today));
    if (!recents.empty())
        column->addWidget(makeContinue(recents.front(), fileTold(recents, recents.front()), today));
    auto *doors = new QGridLayout;
    doors->setSpacing(16);
    doors->addWidget(makeDoor(u"Nouveau projet"_s, u"Cinq questions, puis la première page."_s, u"Commencer"_s,
                              &StartWindow::newRequested),
                     0, 0);
    doors->addWidget(makeDoor(u"Voir un exemple complet"_s, u"Une CPTS fictive, en lecture seule, d’où repartir."_s,
                              u"Ouvrir l’exemple"_s, &StartWindow::exampleRequested),
                     0, 1);
    doors->addWidget(makeDoor(u"Imprimer une trame vierge"_s, u"Annexes 3, 4 et 5, avec ou sans consignes."_s,
                              u"Choisir"_s, &StartWindow::blankRequested),
                     1, 0);
    doors->addWidget(makeDoor(u"Ouvrir un fichier…"_s, u"Projet .cpts, ou glissez-le dans cette fenêtre."_s,
                              u"Parcourir"_s, &StartWindow::askOpen),
                     1, 1);
    column->addLayout(doors);
    column->addSpacing(8);
    column->addWidget(plainLabel(u"Rien ne quitte cet ordinateur. Ne saisissez aucune donnée de patient."_s,
                                 TextRole::Hint, content));
    auto *guide = new QPushButton(u"Guide d’utilisation (F1) →"_s, content);
    guide->setProperty("role", u"lien"_s);
    connect(guide, &QPushButton::clicked, this, &StartWindow::guideRequested);
    column->addWidget(guide, 0, Qt::AlignLeft);
    column->addStretch(1);
    return ground;
}

QWidget *StartWindow::makeContinue(const RecentProject &project, const QString &file, const QDate &today)
{
    auto *card = new Card;
    card->setProperty("role", u"reprendre"_s);
    auto *line = new QHBoxLayout(card);
    line->setContentsMargins(26, 22, 26, 22);
    line->setSpacing(16);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(plainLabel(u"Reprendre"_s, TextRole::Hint, card));
    TextLabel *name = plainLabel(nameTold(project), TextRole::PageTitle, card);
    texts->addWidget(name);
    QStringList facts;
    const QString moment = momentInWords(project.at, today);
    if (project.open)
        facts += stateInWords(project, today);
    else if (project.changed)
        facts += u"%1, %2"_s.arg(stateInWords(project, today), moment);
    else if (!project.sentence.isEmpty())
        facts += u"%1 à votre dernière visite, %2"_s.arg(project.sentence, moment);
    else
        facts += u"ouvert "_s + moment;
    facts += file.isEmpty() ? QDir(QFileInfo(project.path).absolutePath()).dirName() : file;
    texts->addWidget(plainLabel(facts.join(u" · "_s), TextRole::Secondary, card));
    line->addLayout(texts, 1);
    auto *button = new QPushButton(u"Continuer →"_s, card);
    button->setProperty("role", u"principal"_s);
    button->setAccessibleName(u"Continuer : "_s + name->text());
    connect(button, &QPushButton::clicked, this, [this, path = project.path] { Q_EMIT openRequested(path); });
    line->addWidget(button, 0, Qt::AlignVCenter);
    return card;
}

QWidget *StartWindow::makeFound(const dossier::Orphan &orphan, const QDate &today)
{
    Card *card = Card::withColumn({});
    card->setProperty("role", u"retrouve"_s);
    QVBoxLayout *column = card->column();
    column->setContentsMargins(26, 18, 26, 18);
    column->setSpacing(2);
    const QString file = QFileInfo(orphan.userFile).fileName();
    const QString name = orphan.name.isEmpty() ? file : orphan.name;
    column->addWidget(plainLabel(u"Travail retrouvé"_s, TextRole::Warning, card));
    column->addWidget(plainLabel(name, TextRole::PageTitle, card));
    QStringList facts{u"modifié "_s + momentInWords(orphan.lastEdit, today)};
    if (orphan.changes > 0)
        facts += base::frenchCount(orphan.changes, u"modification absente"_s, u"modifications absentes"_s) +
                 u" du fichier"_s;
    column->addWidget(plainLabel(facts.join(u" · "_s), TextRole::Secondary, card));
    column->addWidget(plainLabel(u"Son fichier, « %1 », n’est plus à sa place ou ne peut plus être lu. Ce travail est "
                                 "gardé sur cet ordinateur. Le fichier est sur une clé ? Rebranchez-la et rouvrez-le. "
                                 "Sinon, enregistrez ce travail dans un nouveau fichier."_s.arg(file),
                                 TextRole::Secondary, card));
    auto *recover = new QPushButton(u"Récupérer ce travail…"_s, card);
    recover->setProperty("role", u"principal"_s);
    recover->setAccessibleName(u"Récupérer ce travail : "_s + name);
    auto *aside = new QPushButton(u"Mettre de côté"_s, card);
    aside->setAccessibleName(u"Mettre de côté : "_s + name);
    connect(recover, &QPushButton::clicked, this, [this, orphan] { Q_EMIT recoverRequested(orphan); });
    connect(aside, &QPushButton::clicked, this, [this, orphan] { Q_EMIT setAsideRequested(orphan); });
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(recover);
    buttons->addWidget(aside);
    buttons->addStretch(1);
    column->addSpacing(10);
    column->addLayout(buttons);
    return card;
}

QWidget *StartWindow::makeDoor(const QString &title, const QString &sentence, const QString &button,
                               void (StartWindow::*asked)())
{
    Card *card = Card::withColumn(title);
    card->column()->setContentsMargins(24, 20, 24, 20);
    card->column()->addWidget(plainLabel(sentence, TextRole::Secondary, card));
    auto *push = new QPushButton(button, card);
    push->setAccessibleName(title + u" : "_s + button);
    connect(push, &QPushButton::clicked, this, asked);
    card->column()->addSpacing(4);
    card->column()->addWidget(push, 0, Qt::AlignLeft);
    card->column()->addStretch(1);
    return card;
}

QWidget *StartWindow::makeRecents(const std::vector<RecentProject> &recents, const QDate &today)
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(zoomed(32), zoomed(48), zoomed(24), zoomed(24));
    column->setSpacing(0);
    column->addWidget(new SectionTitle(u"Projets récents"_s, content));
    column->addSpacing(12);
    if (recents.empty())
        column->addWidget(plainLabel(u"Les projets que vous ouvrirez se retrouveront ici."_s, TextRole::Hint, content));
    for (const RecentProject &each : recents) {
        auto *row = new RecentRow(each, fileTold(recents, each), today, content);
        connect(row, &QAbstractButton::clicked, this, [this, path = each.path] { Q_EMIT openRequested(path); });
        column->addWidget(row);
    }
    if (m_hidden > 0) {
        auto *again = new QPushButton(u"Revoir le travail mis de côté (%1)"_s.arg(m_hidden), content);
        again->setProperty("role", u"lien"_s);
        connect(again, &QPushButton::clicked, this, &StartWindow::foundAgainRequested);
        column->addSpacing(16);
        column->addWidget(again, 0, Qt::AlignLeft);
    }
    column->addStretch(1);
    return content;
}

void StartWindow::fit()
{
    const bool room = width() >= zoomed(1000);
    m_right->setVisible(room || m_recents > 1 || m_hidden > 0);
    m_right->setFixedWidth(std::min(zoomed(480), width() * 36 / 100));
}

void StartWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StartWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::New))
        Q_EMIT newRequested();
    else if (event->matches(QKeySequence::Open))
        Q_EMIT openRequested({});
    else if (event->matches(QKeySequence::Print))
        Q_EMIT blankRequested();
    else if (event->key() == Qt::Key_F1)
        Q_EMIT guideRequested();
    else if (event->matches(QKeySequence::Close) || event->matches(QKeySequence::Quit))
        close();
    else
        QWidget::keyPressEvent(event);
}

void StartWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedProject(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void StartWindow::dropEvent(QDropEvent *event)
{
    Q_EMIT openRequested(droppedProject(event->mimeData()));
}

void StartWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setGeometry(u"accueil"_s, saveGeometry());
    QWidget::closeEvent(event);
}

} // namespace gui
