#include "gui/shell/window_list.h"

#include "gui/shell/main_window.h"

#include <algorithm>
#include <QApplication>
#include <QFileInfo>
#include <QMenu>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Two projects may have the same name, and a project none: the file tells them apart.
QString nameIn(MainWindow &window)
{
    const QString file = window.isExample() ? u"exemple"_s : QFileInfo(window.dossier().path()).fileName();
    const QString name = window.dossier().projet().identite.nom.trimmed();
    const QString shown = name.isEmpty() ? file : u"%1 (%2)"_s.arg(name, file);
    return QString(shown).replace(u'&', u"&&"_s);
}

void fill(QMenu *menu, const QWidget *owner)
{
    menu->clear();
    QList<MainWindow *> open;
    for (QWidget *each : QApplication::topLevelWidgets())
        if (auto *window = qobject_cast<MainWindow *>(each); window && window->isVisible())
            open << window;
    std::sort(open.begin(), open.end(), [](MainWindow *a, MainWindow *b) { return nameIn(*a) < nameIn(*b); });
    for (MainWindow *window : open) {
        QAction *entry = menu->addAction(nameIn(*window));
        entry->setCheckable(true);
        entry->setChecked(window == owner);
        QObject::connect(entry, &QAction::triggered, window, [window] {
            window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
            window->raise();
            window->activateWindow();
        });
    }
}

} // namespace

QMenu *makeWindowList(QWidget *owner)
{
    auto *menu = new QMenu(u"Fenêtres"_s, owner);
    QObject::connect(menu, &QMenu::aboutToShow, owner, [menu, owner] { fill(menu, owner); });
    return menu;
}

} // namespace gui
