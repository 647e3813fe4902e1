#include "gui/dialogs/data_import_dialog.h"

#include "dossier/dossier.h"
#include "gui/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// One column of these files is to be chosen: it becomes an indicator.
bool asksColumn(const imports::Profile &profile)
{
    return profile.code == u"cartosante";
}

} // namespace

DataImportDialog::DataImportDialog(dossier::Dossier &dossier, const Environment &environment, QWidget *parent)
    : QDialog(parent), m_dossier(dossier), m_environment(environment), m_profiles(new QComboBox(this)),
      m_description(plainLabel({}, TextRole::Body, this)), m_source(plainLabel({}, TextRole::Hint, this)),
      m_columns(new QComboBox(this)), m_report(new QPlainTextEdit(this))
{
    setWindowTitle(u"Importer des données"_s);
    resize(640, 560);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    makeChoices();
    makeButtons();
    showProfile();
}

void DataImportDialog::makeChoices()
{
    QLayout *column = layout();
    column->addWidget(new SectionTitle(u"Quelles données ?"_s, this));
    for (const imports::Profile &profile : imports::profiles())
        m_profiles->addItem(profile.nom, profile.code);
    m_profiles->setAccessibleName(u"Type de données à importer"_s);
    column->addWidget(m_profiles);
    column->addWidget(m_description);
    column->addWidget(m_source);
    auto *sources = new QWidget(this);
    auto *line = new QHBoxLayout(sources);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    auto *file = new QPushButton(u"Choisir un fichier…"_s, sources);
    auto *clipboard = new QPushButton(u"Coller un tableau"_s, sources);
    line->addWidget(file);
    line->addWidget(clipboard);
    line->addStretch();
    column->addWidget(sources);
    m_columns->setAccessibleName(u"Colonne qui devient un indicateur"_s);
    column->addWidget(m_columns);
    connect(file, &QPushButton::clicked, this, &DataImportDialog::chooseFile);
    connect(clipboard, &QPushButton::clicked, this, &DataImportDialog::paste);
    connect(m_profiles, &QComboBox::currentIndexChanged, this, &DataImportDialog::showProfile);
    connect(m_columns, &QComboBox::activated, this, &DataImportDialog::propose);
}

void DataImportDialog::makeButtons()
{
    QLayout *column = layout();
    column->addWidget(new SectionTitle(u"Ce qui serait ajouté"_s, this));
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->setAccessibleName(u"Ce qui serait ajouté"_s);
    column->addWidget(m_report);
    auto *buttons = new QDialogButtonBox(this);
    m_add = buttons->addButton(u"Ajouter au projet"_s, QDialogButtonBox::AcceptRole);
    setRole(m_add, u"principal"_s); // its width is that of bold words before it becomes the default button
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &DataImportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

const imports::Profile &DataImportDialog::chosen() const
{
    return *imports::profile(m_profiles->currentData().toString());
}

void DataImportDialog::showProfile()
{
    m_description->setText(chosen().description);
    m_source->setText(chosen().source);
    m_columns->setVisible(asksColumn(chosen()));
    m_columns->clear();
    if (m_given)
        take(m_input);
    else
        m_report->setPlainText(
            u"Choisissez un fichier, ou collez un tableau : rien n’est modifié avant votre accord."_s);
    m_add->setEnabled(m_given && !m_proposal.changes.empty());
}

void DataImportDialog::chooseFile()
{
    const QString path =
        m_environment.files.open(this, u"Importer : %1"_s.arg(chosen().nom), documentsFolder(),
                                 u"Tableaux (*.csv *.txt *.tsv *.xlsx *.zip);;Tous les fichiers (*)"_s);
    if (!path.isEmpty())
        take(imports::ImportInput::file(path));
}

void DataImportDialog::paste()
{
    take(imports::ImportInput::pasted(QApplication::clipboard()->text()));
}

void DataImportDialog::take(const imports::ImportInput &input)
{
    m_input = input;
    m_given = true;
    m_columns->clear();
    if (asksColumn(chosen()))
        if (const auto seen = imports::preview(chosen().code, input))
            for (const QString &title : seen.value().titles)
                m_columns->addItem(title);
    m_columns->setCurrentIndex(m_columns->count() - 1);
    propose();
}

void DataImportDialog::propose()
{
    imports::ImportOptions options;
    options.colonne = m_columns->currentText();
    QApplication::setOverrideCursor(Qt::WaitCursor);
    auto proposed = imports::propose(chosen().code, m_input, m_dossier.projet(), m_environment.reference, options);
    QApplication::restoreOverrideCursor();
    m_proposal = proposed ? std::move(proposed.value()) : imports::ImportProposal();
    m_report->setPlainText(proposed ? imports::importReport(m_proposal) : proposed.error().message);
    m_add->setEnabled(!m_proposal.changes.empty() && !m_dossier.isReadOnly());
}

void DataImportDialog::accept()
{
    const auto done = m_dossier.edit(u"Importer : %1"_s.arg(chosen().nom), m_proposal.changes);
    if (!done) {
        m_report->setPlainText(done.error().message);
        m_add->setEnabled(false);
        return;
    }
    QDialog::accept();
}

} // namespace gui
