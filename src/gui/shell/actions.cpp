#include "gui/shell/actions.h"

#include <algorithm>
#include <QActionGroup>
#include <QMenu>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

const std::vector<CommandInfo> &commands()
{
    using K = QKeySequence;
    static const QString file = u"Projet"_s;
    static const QString edit = u"Modifier"_s;
    static const QString go = u"Aller"_s;
    static const QString look = u"Apparence"_s;
    static const QString help = u"Aide"_s;
    static const std::vector<CommandInfo> table{
        {Command::New, file, u"Nouveau projet…"_s, {K(u"Ctrl+N"_s)}},
        {Command::FromExample, file, u"Repartir de cet exemple…"_s, {}},
        {Command::Open, file, u"Ouvrir…"_s, {K(u"Ctrl+O"_s)}},
        {Command::Save, file, u"Enregistrer maintenant"_s, {K(u"Ctrl+S"_s)}},
        {Command::SaveCopy, file, u"Enregistrer une copie…"_s, {}},
        {Command::SaveElsewhere, file, u"Enregistrer ailleurs…"_s, {K(u"Ctrl+Shift+S"_s)}},
        {Command::MergeCopy, file, u"Réunir avec une copie…"_s, {}},
        {Command::Backups, file, u"Versions de secours…"_s, {}},
        {Command::Print, file, u"Imprimer…"_s, {K(u"Ctrl+P"_s)}},
        {Command::Export, file, u"Exporter…"_s, {K(u"Ctrl+E"_s)}},
        {Command::ImportData, file, u"Importer des données…"_s, {K(u"Ctrl+Shift+I"_s)}},
        {Command::ImportContours, file, u"Importer des contours de communes…"_s, {}},
        {Command::SendDossier, file, u"Dossier complet à envoyer…"_s, {}},
        {Command::ExportPlan, file, u"Plan d’action (Excel)…"_s, {}},
        {Command::ExportCalendar, file, u"Dates pour l’agenda…"_s, {}},
        {Command::Close, file, u"Fermer le projet"_s, {K(u"Ctrl+W"_s)}},
        {Command::Quit, file, u"Quitter"_s, {K(u"Ctrl+Q"_s)}},
        {Command::Undo, edit, u"Annuler"_s, {K(u"Ctrl+Z"_s)}},
        {Command::Redo, edit, u"Rétablir"_s, {K(u"Ctrl+Y"_s), K(u"Ctrl+Shift+Z"_s)}},
        {Command::Find, edit, u"Chercher dans la page"_s, {K(u"Ctrl+F"_s)}},
        {Command::PreviousPage, go, u"Page précédente"_s, {K(u"Ctrl+PgUp"_s)}},
        {Command::NextPage, go, u"Page suivante"_s, {K(u"Ctrl+PgDown"_s)}},
        {Command::BackToReview, go, u"Revenir à la relecture ou au fil rouge"_s, {K(u"Alt+Left"_s)}},
        {Command::PreviousPoint, go, u"Point précédent de la relecture"_s, {K(u"Alt+Up"_s)}},
        {Command::NextPoint, go, u"Point suivant de la relecture"_s, {K(u"Alt+Right"_s)}},
        {Command::NextPane, go, u"Volet suivant"_s, {K(u"F6"_s)}},
        {Command::PreviousPane, go, u"Volet précédent"_s, {K(u"Shift+F6"_s)}},
        {Command::Expectation, go, u"Ce que l’ARS attend"_s, {K(u"F1"_s)}, true},
        {Command::ZoomIn, look, u"Texte plus grand"_s, {K(u"Ctrl++"_s), K(u"Ctrl+="_s)}},
        {Command::ZoomOut, look, u"Texte plus petit"_s, {K(u"Ctrl+-"_s)}},
        {Command::ZoomReset, look, u"Taille normale du texte"_s, {K(u"Ctrl+0"_s)}},
        {Command::ThemeLight, look, u"Thème clair"_s, {}, true},
        {Command::ThemeDark, look, u"Thème sombre"_s, {}, true},
        {Command::ThemeContrast, look, u"Contraste élevé"_s, {}, true},
        {Command::ThemeSystem, look, u"Comme l’ordinateur"_s, {}, true},
        {Command::Marks, help, u"Repères (annexes, étapes, sigles)"_s, {}},
        {Command::Guide, help, u"Guide d’utilisation"_s, {K(u"Shift+F1"_s)}},
        {Command::Shortcuts, help, u"Raccourcis clavier…"_s, {}},
        {Command::About, help, u"À propos d’Atelier CPTS…"_s, {}},
    };
    return table;
}

Actions::Actions(QWidget *window, const std::vector<Command> &only) : m_window(window)
{
    for (const CommandInfo &info : commands()) {
        if (!only.empty() && std::find(only.begin(), only.end(), info.command) == only.end())
            continue;
        auto *action = new QAction(info.text, window);
        action->setShortcuts(info.keys);
        action->setCheckable(info.checkable);
        action->setMenuRole(QAction::NoRole);
        window->addAction(action); // its shortcut works with the menu closed
        m_actions.emplace(info.command, action);
    }
    auto *themes = new QActionGroup(window);
    for (const Command each : {Command::ThemeLight, Command::ThemeDark, Command::ThemeContrast, Command::ThemeSystem})
        themes->addAction(m_actions.at(each));
}

void Actions::on(Command command, std::function<void()> run) const
{
    QObject::connect(m_actions.at(command), &QAction::triggered, m_window, [run = std::move(run)] { run(); });
}

QMenu *Actions::makeMenu(QWidget *parent, QMenu *recents) const
{
    auto *menu = new QMenu(parent);
    QMenu *part = nullptr;
    for (const CommandInfo &info : commands()) {
        if (!m_actions.contains(info.command))
            continue;
        const bool first = info.group == commands().front().group;
        if (first) {
            part = menu;
        } else if (!part || part->title() != info.group) {
            if (part == menu)
                menu->addSeparator();
            part = menu->addMenu(info.group);
        }
        if (info.command == Command::Save || info.command == Command::Print || info.command == Command::Close)
            part->addSeparator();
        part->addAction(m_actions.at(info.command));
        if (info.command == Command::Open && recents)
            part->addMenu(recents);
    }
    return menu;
}

} // namespace gui
