#include "gui/dialogs/backups_dialog.h"

#include "base/text.h"
#include "gui/dialogs/fitting.h"
#include "gui/shell/settings.h"
#include "gui/widgets/card.h"
#include "gui/widgets/labels.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// When, of which file, and what for: copies of one project share their backups.
QString inWords(const store::Backup &backup, const QDate &today)
{
    static const std::pair<QString, QString> reasons[] = {{u"session"_s, u"pendant le travail"_s},
                                                          {u"fermeture"_s, u"à la fermeture"_s},
                                                          {u"remplacement"_s, u"avant un remplacement"_s},
                                                          {u"fusion"_s, u"avant de réunir deux versions"_s},
                                                          {u"retrouve"_s, u"travail retrouvé"_s}};
    QStringList words{momentInWords(backup.at, today)};
    if (!backup.name.isEmpty())
        words << u"« %1 »"_s.arg(backup.name);
    for (const auto &[code, shown] : reasons)
        if (code == backup.reason)
            words << shown;
    return words.join(u" · "_s);
}

} // namespace

BackupsDialog::BackupsDialog(std::vector<store::Backup> backups, const QDate &today, QWidget *parent)
    : QDialog(parent), m_backups(std::move(backups)), m_list(new QListWidget(this))
{
    setWindowTitle(u"Versions de secours"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(plainLabel(
        u"Ces versions sont gardées sur cet ordinateur. Celle que vous choisissez s’ouvre comme un autre fichier : "
        "votre projet actuel ne change pas."_s,
        TextRole::Secondary, this));
    m_list->setAccessibleName(u"Versions de secours"_s);
    for (const store::Backup &each : m_backups)
        m_list->addItem(inWords(each, today));
    if (m_backups.empty()) {
        column->addWidget(new EmptyState(u"Aucune version de secours pour l’instant"_s,
                                         u"La première est gardée quand le fichier est remplacé par un plus récent."_s,
                                         this));
        m_list->hide();
    }
    column->addWidget(m_list, 1);
    auto *buttons = new QDialogButtonBox(this);
    auto *open = buttons->addButton(u"Ouvrir cette version…"_s, QDialogButtonBox::AcceptRole);
    buttons->addButton(u"Fermer"_s, QDialogButtonBox::RejectRole);
    open->setEnabled(!m_backups.empty());
    m_list->setCurrentRow(0);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::itemActivated, this, &QDialog::accept);
    column->addWidget(buttons);
    fitToWords(*this, 520, m_backups.empty() ? 0 : 440);
}

const store::Backup &BackupsDialog::chosen() const
{
    return m_backups.at(static_cast<size_t>(std::max(0, m_list->currentRow())));
}

} // namespace gui
