#include "gui/dialogs/contour_import_dialog.h"

#include "base/text.h"
#include "base/typography.h"
#include "gui/contour_shelf.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"

#include <chrono>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

ContourImportDialog::ContourImportDialog(ContourShelf &shelf, const reference::Communes &communes, const QDate &today,
                                         const FileQuestions &files, QWidget *parent)
    : QDialog(parent), m_shelf(shelf), m_communes(communes), m_today(today), m_files(files),
      m_source(new QLineEdit(this)), m_progress(new QProgressBar(this)), m_report(plainLabel({}, TextRole::Body, this))
{
    setWindowTitle(u"Importer des contours de communes"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(new SectionTitle(u"Les contours dessinent les cartes"_s, this));
    column->addWidget(plainLabel(u"Importez-les une fois : ils servent à tous vos projets, sur cet ordinateur."_s,
                                 TextRole::Body, this));
    column->addWidget(plainLabel(imports::contourGuide(), TextRole::Body, this));
    column->addWidget(
        plainLabel(u"Tout fichier GeoJSON de communes convient, s’il donne leur code Insee."_s, TextRole::Hint, this));
    auto *label = plainLabel(u"&Source à citer sous les cartes"_s, TextRole::FieldLabel, this);
    label->setBuddy(m_source);
    column->addWidget(label);
    m_source->setMaxLength(200);
    m_source->setAccessibleName(u"Source à citer sous les cartes"_s);
    column->addWidget(m_source);
    column->addWidget(
        plainLabel(u"Producteur et année. Vide : seule la date de l’import sera citée."_s, TextRole::Hint, this));
    m_progress->setRange(0, 1'000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(u"Avancement de l’import"_s);
    column->addWidget(m_progress);
    column->addWidget(m_report);
    makeButtons();
    m_poll.setInterval(100ms);
    connect(&m_poll, &QTimer::timeout, this, [this] { m_progress->setValue(m_done); });
    setRunning(false);
    showKnown();
    fit();
}

// Wrapped words decide of the height: as high as they need at that width.
void ContourImportDialog::fit()
{
    const int wide = isVisible() ? width() : zoomed(540);
    resize(wide, layout()->totalHeightForWidth(wide));
}

ContourImportDialog::~ContourImportDialog()
{
    m_cancelled = true;
    if (m_worker.joinable())
        m_worker.join();
}

void ContourImportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_choose = buttons->addButton(u"Choisir le fichier…"_s, QDialogButtonBox::ActionRole);
    setRole(m_choose, u"principal"_s);
    m_choose->setDefault(true);
    m_close = buttons->addButton(u"Fermer"_s, QDialogButtonBox::RejectRole);
    connect(m_choose, &QPushButton::clicked, this, &ContourImportDialog::chooseFile);
    connect(m_close, &QPushButton::clicked, this, [this] {
        if (m_running)
            m_cancelled = true;
        else
            reject();
    });
    layout()->addWidget(buttons);
}

void ContourImportDialog::showKnown()
{
    m_shelf.look(); // what another program imported meanwhile is on the page as well
    const auto known = m_shelf.store().origin();
    if (known) {
        m_known = known.value();
        m_source->setText(m_known.source);
        m_report->setText(u"Déjà là : %1 (%2), importés le %3. Un nouvel import les remplace."_s.arg(
            base::frenchCount(m_known.communes, u"contour"_s, u"contours"_s),
            m_known.source.isEmpty() ? m_known.fichier : m_known.source, base::frenchLongDate(m_known.importeLe)));
    } else if (known.error().code != base::ErrorCode::NotFound)
        m_report->setText(known.error().message);
    m_report->setVisible(!m_report->text().isEmpty());
}

void ContourImportDialog::chooseFile()
{
    const QString path = m_files.open(this, u"Choisir un fichier de contours"_s, documentsFolder(),
                                      u"Contours (*.geojson *.json);;Tous les fichiers (*)"_s);
    if (!path.isEmpty())
        import(path);
}

// The source of other outlines, which nobody changed, is not that of this file.
void ContourImportDialog::proposeSource(const QString &fileName)
{
    const QString source = m_source->text().trimmed();
    if (source.isEmpty() || (source == m_known.source && fileName != m_known.fichier))
        m_source->setText(imports::guessedContourSource(fileName));
}

bool ContourImportDialog::keepSource()
{
    const QString source = m_source->text().simplified();
    if (m_running || !m_known.importeLe.isValid() || source == m_known.source)
        return true;
    if (const auto kept = m_shelf.store().cite(source); !kept) {
        m_report->setText(kept.error().message);
        m_report->show();
        m_source->setText(m_known.source); // closing again leaves it so
        fit();
        return false;
    }
    m_shelf.replaced();
    return true;
}

void ContourImportDialog::done(int result)
{
    if (keepSource())
        QDialog::done(result);
}

void ContourImportDialog::import(const QString &path)
{
    if (m_running)
        return;
    if (m_worker.joinable())
        m_worker.join();
    proposeSource(QFileInfo(path).fileName());
    setRunning(true);
    m_cancelled = false;
    m_done = 0;
    imports::ContourOptions options{m_today, m_source->text(), {}, {}};
    options.watch.cancelled = [this] { return m_cancelled.load(); };
    options.watch.progress = [this](qint64 done, qint64 total) { m_done = total > 0 ? int(done * 1'000 / total) : 0; };
    m_worker = std::jthread([this, path, options, store = m_shelf.store()] {
        auto done =
            std::make_shared<base::Result<QStringList>>(imports::importContours(path, store, m_communes, options));
        // Runs in the window's thread, and not at all when the dialog is gone.
        QMetaObject::invokeMethod(
            this, [this, done] { finish(*done); }, Qt::QueuedConnection);
    });
}

void ContourImportDialog::finish(const base::Result<QStringList> &done)
{
    if (m_worker.joinable())
        m_worker.join();
    setRunning(false);
    m_report->setText(done ? done.value().join(u" · "_s) + u". Les cartes sont prêtes."_s : done.error().message);
    m_report->setAccessibleName(m_report->text());
    m_report->show();
    fit();
    if (!done)
        return;
    // What is left to do is to close: one main button at a time.
    setRole(m_choose, {});
    setRole(m_close, u"principal"_s);
    m_close->setDefault(true);
    if (const auto known = m_shelf.store().origin())
        m_known = known.value();
    m_shelf.replaced();
}

void ContourImportDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_choose->setEnabled(!running);
    m_source->setEnabled(!running);
    m_close->setText(running ? u"Arrêter"_s : u"Fermer"_s);
    if (running) {
        m_report->hide();
        m_poll.start();
    } else {
        m_poll.stop();
    }
}

} // namespace gui
