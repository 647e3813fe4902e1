#include "gui/dialogs/data_import_dialog.h"

#include "base/text.h"
#include "base/typography.h"
#include "dossier/dossier.h"
#include "gui/dialogs/import_columns.h"
#include "gui/dialogs/import_result.h"
#include "gui/dialogs/import_source.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/tab_order.h"
#include "imports/person_names.h"

#include <algorithm>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto prompt = 60ms; // what is read within it shows no progress
constexpr int thousand = 1'000;

// The columns that a profile needs and that nobody chose.
QStringList missingFields(const imports::Profile &profile, const imports::ColumnMapping &mapping)
{
    QStringList labels;
    for (const imports::ImportField &field : profile.fields)
        if (field.required && std::none_of(mapping.begin(), mapping.end(),
                                           [&field](const auto &each) { return each.second == field.code; }))
            labels.push_back(u"« %1 »"_s.arg(field.label));
    return labels;
}

QVBoxLayout *flatColumn(QWidget *widget)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    return column;
}

} // namespace

DataImportDialog::DataImportDialog(dossier::Dossier &dossier, const Environment &environment, QWidget *parent,
                                   const QString &memory)
    : QDialog(parent), m_dossier(dossier), m_environment(environment), m_memory(memory),
      m_title(new SectionTitle(this)), m_pages(new QStackedWidget(this)), m_source(new ImportSource(environment, this))
{
    setWindowTitle(u"Importer des données"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(m_title);
    m_leaving = plainLabel(u"Ce tableau n’est pas importé. Appuyez encore sur Échap pour l’abandonner."_s,
                           TextRole::Warning, this);
    m_leaving->hide();
    column->addWidget(m_leaving);
    makeSteps();
    makeRunning();
    makeButtons();
    m_poll.setInterval(100ms);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        const qint64 total = m_talk ? m_talk->total.load() : 0;
        m_progress->setRange(0, total > 0 ? thousand : 0);
        if (total > 0)
            m_progress->setValue(int(m_talk->done.load() * thousand / total));
    });
    connect(m_source, &ImportSource::given, this, &DataImportDialog::take);
    connect(m_source, &ImportSource::changed, this, [this] {
        if (m_given)
            look(false);
    });
    setRunning(false);
    goTo(Source);
    m_source->start()->setFocus(Qt::OtherFocusReason);
    connect(new QShortcut(QKeySequence::Paste, this), &QShortcut::activated, this, [this] {
        if (m_step == Source && !isRunning())
            m_source->paste();
    });
    const QSize room = screen() ? screen()->availableSize() : QSize(1366, 768);
    resize(std::min(zoomed(900), room.width() - 40), std::min(zoomed(620), room.height() - 80));
}

DataImportDialog::~DataImportDialog()
{
    if (m_talk)
        m_talk->cancelled = true;
}

void DataImportDialog::makeSteps()
{
    auto *scroll = new QScrollArea(m_pages);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_source);
    m_pages->addWidget(scroll);
    makeColumns();
    m_result = new ImportResult(m_pages);
    m_pages->addWidget(m_result);
    connect(m_result, &ImportResult::communeChosen, this, [this](const QString &text, const QString &code) {
        m_communes[text] = code;
        propose();
    });
    static_cast<QVBoxLayout *>(layout())->addWidget(m_pages, 1);
}

void DataImportDialog::makeColumns()
{
    auto *page = new QWidget(m_pages);
    QVBoxLayout *column = flatColumn(page);
    m_columnsHint = plainLabel({}, TextRole::Body, page);
    column->addWidget(m_columnsHint);
    m_memoryLine = new QWidget(page);
    auto *line = new QHBoxLayout(m_memoryLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(plainLabel(u"Ces colonnes sont celles de votre dernier import d’un tableau aux mêmes titres."_s,
                               TextRole::Hint, m_memoryLine),
                    1);
    auto *forget = new QPushButton(u"Oublier ce choix"_s, m_memoryLine);
    line->addWidget(forget);
    forget->setAutoDefault(false);
    connect(forget, &QPushButton::clicked, this, [this] {
        m_memory.forget(m_source->profile().code, m_preview->titles);
        showColumns();
    });
    column->addWidget(m_memoryLine);
    m_columns = new ImportColumns(page);
    column->addWidget(m_columns, 1);
    m_missing = plainLabel({}, TextRole::Warning, page);
    column->addWidget(m_missing);
    connect(m_columns, &ImportColumns::chosen, this, &DataImportDialog::tellColumns);
    m_pages->addWidget(page);
}

void DataImportDialog::makeRunning()
{
    m_running = new QWidget(this);
    QVBoxLayout *column = flatColumn(m_running);
    m_doing = plainLabel({}, TextRole::Body, m_running);
    column->addWidget(m_doing);
    m_progress = new QProgressBar(m_running);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(u"Avancement de la lecture"_s);
    column->addWidget(m_progress);
    auto *line = new QHBoxLayout;
    m_stop = new QPushButton(u"Arrêter l’import"_s, m_running);
    m_stop->setAutoDefault(false);
    line->addWidget(m_stop);
    line->addStretch();
    column->addLayout(line);
    connect(m_stop, &QPushButton::clicked, this, &DataImportDialog::stop);
    layout()->addWidget(m_running);
}

void DataImportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_back = buttons->addButton(u"Précédent"_s, QDialogButtonBox::ActionRole);
    m_next = buttons->addButton(u"Suivant"_s, QDialogButtonBox::ActionRole);
    setRole(m_next, u"principal"_s);
    m_next->setDefault(true);
    m_back->setAutoDefault(false);
    // Enter never cancels, wherever the keyboard was left by a reading.
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole)->setAutoDefault(false);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(m_step == Result ? Columns : Source); });
    connect(m_next, &QPushButton::clicked, this, &DataImportDialog::next);
    connect(buttons, &QDialogButtonBox::rejected, this, &DataImportDialog::reject);
    layout()->addWidget(buttons);
}

template <class T>
void DataImportDialog::run(const QString &doing, std::function<T(const imports::Watch &)> work,
                           std::function<void(T)> then)
{
    m_left = focusWidget();
    stop();
    m_talk = std::make_shared<Talk>();
    m_doing->setText(doing);
    base::Errand<T> errand([talk = m_talk, work = std::move(work)] {
        imports::Watch watch;
        watch.cancelled = [talk] { return talk->cancelled.load(); };
        watch.progress = [talk](qint64 done, qint64 total) {
            talk->done = done;
            talk->total = total;
        };
        return work(watch);
    });
    base::Waiting waiting = base::whenDone<T>(std::move(errand), prompt, [this, then](T result) {
        if (m_waiting) // called from the event loop, by what it keeps
            m_waiting.release()->deleteLater();
        setRunning(false);
        then(std::move(result));
    });
    if (!waiting)
        return;
    m_waiting = std::move(waiting);
    setRunning(true);
}

void DataImportDialog::stop()
{
    if (m_talk)
        m_talk->cancelled = true;
    if (!m_waiting)
        return;
    m_waiting.reset();
    setRunning(false);
    const QString sentence = u"La lecture est arrêtée. Rien n’a été modifié."_s;
    m_source->tellFault(sentence);
    goTo(Source);
}

void DataImportDialog::setRunning(bool running)
{
    m_running->setVisible(running);
    m_pages->setEnabled(!running);
    if (running) {
        m_progress->setRange(0, 0);
        m_poll.start();
        m_stop->setFocus(Qt::OtherFocusReason);
    } else {
        m_poll.stop();
    }
    follow();
}

void DataImportDialog::take(const imports::ImportInput &input)
{
    m_input = input;
    m_given = true;
    m_leaving->hide();
    m_communes.clear();
    m_source->forgetReading();
    look(!m_source->isProfileChosen());
}

void DataImportDialog::suggest(const QString &profile)
{
    m_source->setProfile(profile);
}

imports::ImportOptions DataImportDialog::options() const
{
    imports::ImportOptions options;
    options.feuille = m_source->table();
    options.ligneTitres = m_source->titleLine();
    options.communes = m_communes;
    options.liberauxSeulement = m_source->liberauxSeulement();
    return options;
}

// Reads the head of the table; `detect`: and says what it is for.
void DataImportDialog::look(bool detect)
{
    imports::ImportInput input = m_input;
    input.form = m_source->form();
    run<Seen>(
        u"Lecture du tableau…"_s,
        [input, detect, options = options(), profile = m_source->profile().code](const imports::Watch &watch) -> Seen {
            imports::ImportOptions watched = options;
            watched.watch = watch;
            QString code = profile;
            if (detect)
                if (const auto found = imports::detectProfile(input, watch); found && !found.value().isEmpty())
                    code = found.value();
            return {code, imports::preview(code, input, watched)};
        },
        [this, detect](const Seen &result) { seen(result, detect); });
}

void DataImportDialog::seen(const Seen &seen, bool detected)
{
    m_source->setProfile(seen.profile);
    const imports::Profile &profile = m_source->profile();
    m_preview = seen.preview ? std::optional(seen.preview.value()) : std::nullopt;
    const bool sure = m_preview && missingFields(profile, m_preview->mapping).isEmpty();
    m_source->tellGiven(m_input.name.isEmpty() ? u"Tableau collé"_s : u"Fichier « %1 »"_s.arg(m_input.name),
                        !detected ? QString()
                        : sure    ? u"Reconnu d’après ses titres. Vous pouvez choisir une autre sorte."_s
                                  : u"Ses titres ne sont pas reconnus : choisissez la sorte de données."_s);
    m_source->tellFault(seen.preview ? QString() : seen.preview.error().message);
    if (m_preview) {
        m_source->showReading(*m_preview);
        showColumns();
    }
    follow();
    // A reading takes the keyboard away: it goes back to the choice that asked for it, else to what comes next.
    if (QWidget *back = qobject_cast<QComboBox *>(m_left); back && m_source->isAncestorOf(back))
        back->setFocus(Qt::OtherFocusReason);
    else if (m_next->isEnabled())
        m_next->setFocus(Qt::OtherFocusReason);
}

void DataImportDialog::showColumns()
{
    const imports::Profile &profile = m_source->profile();
    imports::ColumnMapping mapping = m_memory.columns(profile.code, m_preview->titles);
    std::erase_if(mapping, [&](const auto &each) {
        return !profile.field(each.second) || each.first >= m_preview->titles.size();
    });
    m_remembered = !mapping.empty();
    m_columns->show(*m_preview, profile, m_remembered ? mapping : m_preview->mapping);
    m_memoryLine->setVisible(m_remembered);
    m_columnsHint->setText(u"« %1 » : dites ce qu’est chaque colonne. Voici les premières lignes."_s.arg(profile.nom));
    tellColumns();
}

void DataImportDialog::tellColumns()
{
    const QStringList missing = missingFields(m_source->profile(), m_columns->mapping());
    m_missing->setText(missing.isEmpty() ? imports::columnsFault(m_source->profile(), m_columns->mapping())
                                         : u"Il manque la colonne %1."_s.arg(base::frenchList(missing)));
    m_missing->setAccessibleName(m_missing->text());
    m_missing->setVisible(!m_missing->text().isEmpty());
    follow();
}

void DataImportDialog::propose()
{
    imports::ImportInput input = m_input;
    input.form = m_source->form();
    imports::ImportOptions wanted = options();
    wanted.colonnes = m_columns->mapping();
    if (m_preview)
        wanted.feuille = m_preview->table;
    run<base::Result<imports::ImportProposal>>(
        u"Lecture de toutes les lignes…"_s,
        [input, wanted, code = m_source->profile().code, projet = m_dossier.projet(),
         &reference = m_environment.reference](const imports::Watch &watch) {
            imports::ImportOptions watched = wanted;
            watched.watch = watch;
            return imports::propose(code, input, projet, reference, watched);
        },
        [this](base::Result<imports::ImportProposal> done) { proposed(std::move(done)); });
}

void DataImportDialog::proposed(base::Result<imports::ImportProposal> proposal)
{
    m_proposal = proposal ? proposal.value() : imports::ImportProposal();
    m_result->show(proposal, m_communes);
    goTo(Result);
}

void DataImportDialog::goTo(Step step)
{
    static const QStringList titles{u"Étape 1 sur 3 : le tableau"_s, u"Étape 2 sur 3 : les colonnes"_s,
                                    u"Étape 3 sur 3 : ce qui changerait"_s};
    m_step = step;
    m_leaving->hide();
    m_title->setText(titles.at(step));
    m_title->setAccessibleName(titles.at(step));
    m_pages->setCurrentIndex(step);
    follow();
    if (m_next->isEnabled() && isVisible())
        m_next->setFocus(Qt::OtherFocusReason);
}

// Qt's own chain ends at « Coller un tableau », and Tab with it. The choices over columns are for Qt: they are in a
// table.
bool DataImportDialog::focusNextPrevChild(bool next)
{
    return (m_step == Source && tabAlong(this, next)) || QDialog::focusNextPrevChild(next);
}

void DataImportDialog::next()
{
    if (m_step == Source)
        goTo(Columns);
    else if (m_step == Columns)
        propose();
    else
        accept();
}

// What can be done now.
void DataImportDialog::follow()
{
    if (!m_next)
        return;
    m_next->setText(m_step == Result ? u"Importer"_s : u"Suivant"_s);
    m_back->setVisible(m_step != Source);
    m_back->setEnabled(!isRunning());
    const bool ready = m_step == Source    ? m_preview.has_value()
                       : m_step == Columns ? !m_columns->mapping().empty() && m_missing->text().isEmpty()
                                           : !m_proposal.changes.empty() && !m_dossier.isReadOnly();
    m_next->setEnabled(ready && !isRunning());
}

QString DataImportDialog::outcome() const
{
    const QString first = m_proposal.summary.value(0).trimmed();
    QString words = u"Import terminé"_s + (first.isEmpty() ? QString() : u" : "_s + first);
    if (!words.endsWith(u'.'))
        words += u'.';
    return base::frenchTypography(words + u" « Annuler » le défait en une fois."_s);
}

domain::FieldAddress DataImportDialog::imported() const
{
    const domain::ChangeList &changes = m_proposal.changes;
    const auto added = std::find_if(changes.begin(), changes.end(), [](const domain::Change &each) {
        return each.type == domain::Change::Type::Insert;
    });
    return added != changes.end() ? added->at : changes.empty() ? domain::FieldAddress() : changes.front().at;
}

void DataImportDialog::accept()
{
    if (m_step != Result || !m_next->isEnabled())
        return;
    const auto done = m_dossier.edit(u"Importer : %1"_s.arg(m_source->profile().nom), m_proposal.changes);
    if (!done) {
        m_proposal = {};
        m_result->show(done.error(), {});
        follow();
        return;
    }
    const imports::ColumnMapping mapping = m_columns->mapping();
    if (m_preview && mapping != m_preview->mapping)
        m_memory.remember(m_source->profile().code, m_preview->titles, mapping);
    QDialog::accept();
}

// A table, the meaning of its columns: no key throws them away at once.
void DataImportDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel) && m_given && m_leaving->isHidden())
        m_leaving->show();
    else
        QDialog::keyPressEvent(event);
}

void DataImportDialog::reject()
{
    if (m_talk)
        m_talk->cancelled = true;
    QDialog::reject();
}

} // namespace gui
