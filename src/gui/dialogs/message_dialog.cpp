#include "gui/dialogs/message_dialog.h"

#include "gui/dialogs/fitting.h"
#include "gui/shell/actions.h"
#include "gui/widgets/format_commands.h"
#include "gui/widgets/labels.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct Line {
    QString keys;
    QString text;
};

std::vector<Line> shortcutLines()
{
    std::vector<Line> lines;
    for (const CommandInfo &info : commands()) {
        QStringList keys;
        for (const QKeySequence &each : info.keys)
            keys += each.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            lines.push_back({keys.join(u" ou "_s), QString(info.text).remove(u'…')});
    }
    for (const FormatCommandInfo &info : formatCommands())
        lines.push_back(
            {info.key.toString(QKeySequence::NativeText), u"Dans un texte long : "_s + info.help.toLower()});
    lines.push_back({u"Tab, Maj+Tab"_s, u"Champ suivant, précédent (aussi dans les textes longs)"_s});
    lines.push_back({u"F10"_s, u"Menu"_s});
    lines.push_back({u"O, N, Suppr"_s, u"Répondre oui, non, ou effacer la réponse"_s});
    lines.push_back({u"Ctrl+Entrée"_s, u"Ajouter une ligne à la liste où l’on est"_s});
    lines.push_back({u"Alt+Bas"_s, u"Ouvrir une liste ou un calendrier"_s});
    lines.push_back({u"Début, Fin, une lettre"_s, u"Dans la liste des pages : y aller"_s});
    lines.push_back({u"Échap"_s, u"Fermer une fenêtre, un message ou le volet de droite"_s});
    return lines;
}

void printLines(QWidget *parent)
{
    QPrinter printer(QPrinter::HighResolution);
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QPainter painter(&printer);
    QFont font(u"Liberation Sans"_s, 11);
    painter.setFont(font);
    const int step = painter.fontMetrics().lineSpacing() * 3 / 2;
    int y = step;
    painter.drawText(0, y, u"Atelier CPTS : raccourcis clavier"_s);
    for (const Line &line : shortcutLines()) {
        y += step;
        painter.drawText(0, y, line.keys);
        painter.drawText(painter.viewport().width() / 3, y, line.text);
    }
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(u"Raccourcis clavier"_s);
    resize(620, 560);
    const std::vector<Line> lines = shortcutLines();
    auto *table = new QTableWidget(static_cast<int>(lines.size()), 2, this);
    table->setAccessibleName(u"Raccourcis clavier"_s);
    table->setHorizontalHeaderLabels({u"Touches"_s, u"Effet"_s});
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    for (int row = 0; row < static_cast<int>(lines.size()); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(lines[static_cast<size_t>(row)].keys));
        table->setItem(row, 1, new QTableWidgetItem(lines[static_cast<size_t>(row)].text));
    }
    table->resizeColumnToContents(0);
    table->horizontalHeader()->setStretchLastSection(true);
    auto *buttons = new QDialogButtonBox(this);
    auto *print = buttons->addButton(u"Imprimer…"_s, QDialogButtonBox::ActionRole);
    buttons->addButton(u"Fermer"_s, QDialogButtonBox::RejectRole);
    connect(print, &QPushButton::clicked, this, [this] { printLines(this); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(table, 1);
    column->addWidget(buttons);
}

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(u"À propos d’Atelier CPTS"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(10);
    column->addWidget(plainLabel(u"Atelier CPTS"_s, TextRole::PageTitle));
    column->addWidget(plainLabel(u"Version "_s + QCoreApplication::applicationVersion(), TextRole::Secondary));
    column->addWidget(
        plainLabel(u"Écrire le projet de santé d’une CPTS : lettre d’intention, diagnostic, missions, fiches-actions ; "
                   "l’imprimer et l’envoyer."_s));
    column->addWidget(
        plainLabel(u"Rien ne quitte cet ordinateur. Ne saisissez aucune donnée de patient."_s, TextRole::Strong));
    column->addWidget(
        plainLabel(u"Communes et intercommunalités : Code officiel géographique 2026, Licence Ouverte. Trames : ARS "
                   "Provence-Alpes-Côte d’Azur, 2022. Ce programme n’est pas un service de l’État."_s,
                   TextRole::Hint));
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(u"Fermer"_s, QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    fitToWords(*this, 460);
}

} // namespace gui
