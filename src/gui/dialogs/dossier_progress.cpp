#include "gui/dialogs/dossier_progress.h"

#include "base/typography.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"

#include <chrono>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QProgressBar>
#include <QTimer>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr int noticed = 500;   // milliseconds: what takes less shows nothing
constexpr auto prompt = 120ms; // for which the window waits at once for the disk
} // namespace

DossierProgress::DossierProgress(std::unique_ptr<formats::DossierMaking> making, const QString &folder, Told told,
                                 QWidget *parent)
    : QDialog(parent), m_making(std::move(making)), m_folder(folder), m_told(std::move(told)), m_patience(noticed),
      m_doing(plainLabel({}, TextRole::Body, this)), m_bar(new QProgressBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(u"Dossier complet"_s);
    setMinimumWidth(zoomed(420));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_doing);
    m_bar->setRange(0, m_making->steps() + 1); // writing is the last
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(u"Avancement du dossier"_s);
    column->addWidget(m_bar);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &DossierProgress::reject);
}

DossierProgress::~DossierProgress()
{
    *m_cancelled = true;
}

void DossierProgress::start()
{
    m_since.start();
    showWhenLong();
    QTimer::singleShot(0, this, &DossierProgress::step);
}

void DossierProgress::showWhenLong()
{
    m_doing->setText(base::frenchTypography(m_making->doing().isEmpty()
                                                ? u"Enregistrement dans « %1 »…"_s.arg(QFileInfo(m_folder).fileName())
                                                : u"Préparation : %1…"_s.arg(m_making->doing())));
    m_bar->setValue(m_making->done());
    if (!isVisible() && m_since.elapsed() >= m_patience)
        open();
}

void DossierProgress::step()
{
    const bool more = m_making->next();
    showWhenLong();
    if (more)
        QTimer::singleShot(0, this, &DossierProgress::step);
    else
        QTimer::singleShot(0, this, &DossierProgress::write);
}

void DossierProgress::write()
{
    auto files = m_making->take();
    if (!files)
        return finish(files.error());
    const int count = int(files.value().size());
    QTimer::singleShot(std::max(0, m_patience - int(m_since.elapsed())), this, &DossierProgress::showWhenLong);
    const auto work = [content = std::move(files.value()), folder = m_folder, stop = m_cancelled] {
        return formats::writeDossier(content, folder, [stop] { return stop->load(); });
    };
    m_writing = base::whenDone<base::Result<void>>(base::Errand<base::Result<void>>(work), prompt,
                                                   [this, count](const base::Result<void> &written) {
                                                       finish(written ? base::Result<int>(count) : written.error());
                                                   });
}

void DossierProgress::finish(const base::Result<int> &result)
{
    if (m_writing)
        m_writing.release()->deleteLater(); // this may be called from it
    const Told told = std::exchange(m_told, nullptr);
    hide();
    deleteLater();
    if (told)
        told(result);
}

void DossierProgress::reject()
{
    *m_cancelled = true;
    finish(base::Error{base::ErrorCode::Cancelled, u"Dossier annulé : rien n’a été écrit. Votre projet est intact."_s,
                       m_folder});
}

} // namespace gui
