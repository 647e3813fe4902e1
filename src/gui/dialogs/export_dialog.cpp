#include "gui/dialogs/export_dialog.h"

#include "base/typography.h"
#include "gui/dialogs/export_choices.h"
#include "gui/dialogs/fitting.h"
#include "gui/widgets/labels.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using report::Content;

namespace
{
constexpr int wide = 440;
} // namespace

ExportDialog::ExportDialog(const report::Trame &trame, bool blankOnly, QWidget *parent)
    : QDialog(parent), m_documents(new QComboBox(this)), m_contents(new QButtonGroup(this)),
      m_formats(new QButtonGroup(this))
{
    setWindowTitle(blankOnly ? u"Imprimer une trame vierge"_s : u"Exporter ou imprimer"_s);
    QVBoxLayout *column = scrolledColumn(*this);
    column->setContentsMargins(24, 20, 24, 6);
    column->setSpacing(8);
    column->addWidget(new SectionTitle(u"Document"_s, this));
    for (const report::DocumentInfo &each : trame.documents())
        m_documents->addItem(each.precision.isEmpty() ? each.title : each.title + u" · "_s + each.precision, each.code);
    m_documents->setAccessibleName(u"Document"_s);
    column->addWidget(m_documents);
    column->addSpacing(8);
    column->addWidget(new SectionTitle(u"Contenu"_s, this));
    addContents(blankOnly, column->parentWidget());
    column->addSpacing(8);
    column->addWidget(new SectionTitle(u"Format du fichier"_s, this));
    addFormats(column->parentWidget());
    m_remains = plainLabel({}, TextRole::Warning, this);
    m_remains->hide();
    column->addWidget(m_remains);
    m_gaps = new QCheckBox(u"Marquer ce qui manque sur le papier et dans le PDF"_s, this);
    m_gaps->setToolTip(base::frenchTypography(
        u"Le papier et le PDF portent « à compléter » et « Brouillon ». Word et OpenDocument n’en portent pas la trace."_s));
    m_gaps->setChecked(ExportChoices().marksGaps());
    connect(m_gaps, &QCheckBox::toggled, this, [](bool wanted) { ExportChoices().setMarksGaps(wanted); });
    m_gaps->hide();
    column->addWidget(m_gaps);
    connect(m_documents, &QComboBox::currentIndexChanged, this, &ExportDialog::followDocument);
    connect(m_contents, &QButtonGroup::idToggled, this, &ExportDialog::tellRemains);
    m_told = plainLabel({}, TextRole::Secondary, this);
    m_told->setWordWrap(true);
    // Its room is kept: buttons never move under the pointer.
    m_told->setMinimumHeight(2 * m_told->fontMetrics().lineSpacing());
    column->addWidget(m_told);
    // What was told is of the document that was chosen then.
    connect(m_documents, &QComboBox::currentIndexChanged, m_told, &TextLabel::clear);
    connect(m_contents, &QButtonGroup::idToggled, m_told, &TextLabel::clear);
    connect(m_formats, &QButtonGroup::idToggled, m_told, &TextLabel::clear);
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(24, 0, 24, 16);
    auto *save = buttons->addButton(u"Enregistrer le fichier…"_s, QDialogButtonBox::ActionRole);
    auto *print = buttons->addButton(u"Imprimer…"_s, QDialogButtonBox::ActionRole);
    buttons->addButton(u"Fermer"_s, QDialogButtonBox::RejectRole);
    // Its width is that of bold words before it becomes the default button.
    setRole(blankOnly ? print : save, u"principal"_s);
    (blankOnly ? print : save)->setDefault(true);
    connect(save, &QPushButton::clicked, this, [this] { finish(Outcome::File); });
    connect(print, &QPushButton::clicked, this, [this] { finish(Outcome::Paper); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
    fitToWords(*this, wide);
}

void ExportDialog::addContents(bool blankOnly, QWidget *host)
{
    const std::pair<Content, QString> choices[] = {
        {Content::Filled, u"Rempli avec le projet"_s},
        {Content::Blank, u"Vierge, à remplir à la main"_s},
        {Content::BlankWithGuidance, u"Vierge, avec les consignes"_s},
    };
    for (const auto &[content, text] : choices) {
        if (blankOnly && content == Content::Filled)
            continue;
        auto *button = new QRadioButton(text, host);
        m_contents->addButton(button, static_cast<int>(content));
        host->layout()->addWidget(button);
    }
    m_contents->button(static_cast<int>(blankOnly ? Content::Blank : Content::Filled))->setChecked(true);
}

void ExportDialog::addFormats(QWidget *host)
{
    for (const Format format : {Format::Docx, Format::Pdf, Format::Odt}) {
        auto *button = new QRadioButton(formatName(format), host);
        m_formats->addButton(button, static_cast<int>(format));
        host->layout()->addWidget(button);
    }
    m_formats->button(static_cast<int>(Format::Docx))->setChecked(true);
}

void ExportDialog::propose(const QString &document)
{
    if (const int at = m_documents->findData(document); at >= 0)
        m_documents->setCurrentIndex(at);
}

void ExportDialog::proposeOwn(const QString &title)
{
    m_documents->insertItem(0, title, QString());
    m_documents->setCurrentIndex(0);
}

// A document that is no trame has no blank form.
void ExportDialog::followDocument()
{
    const bool own = m_documents->currentData().toString().isEmpty();
    for (QAbstractButton *each : m_contents->buttons())
        each->setEnabled(!own);
    if (own)
        m_contents->button(static_cast<int>(Content::Filled))->setChecked(true);
    tellRemains();
}

void ExportDialog::setRemains(std::function<QString(const ExportRequest &)> remains)
{
    m_remainsOf = std::move(remains);
    tellRemains();
}

void ExportDialog::tellRemains()
{
    const bool own = m_documents->currentData().toString().isEmpty();
    const QString sentence = m_remainsOf && !own ? m_remainsOf(request()) : QString();
    m_remains->setText(sentence);
    m_remains->setVisible(!sentence.isEmpty());
    m_gaps->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        fitToWords(*this, wide);
}

void ExportDialog::tell(const QString &sentence, bool problem)
{
    setRole(m_told, problem ? u"bloquant"_s : u"fait"_s);
    m_told->setText(sentence);
    fitToWords(*this, wide);
}

ExportRequest ExportDialog::request() const
{
    return {m_documents->currentData().toString(), static_cast<Content>(m_contents->checkedId())};
}

Format ExportDialog::format() const
{
    return static_cast<Format>(m_formats->checkedId());
}

void ExportDialog::finish(Outcome outcome)
{
    m_outcome = outcome;
    accept();
}

} // namespace gui
