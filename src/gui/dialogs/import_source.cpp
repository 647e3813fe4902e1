#include "gui/dialogs/import_source.h"

#include "gui/widgets/labels.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int mostTitleLine = 20;

void choose(QComboBox *box, const QVariant &data)
{
    const QSignalBlocker quiet(box);
    box->setCurrentIndex(box->findData(data));
}

} // namespace

ImportSource::ImportSource(const Environment &environment, QWidget *parent)
    : QWidget(parent), m_environment(environment), m_rows(new QFormLayout),
      m_given(plainLabel({}, TextRole::Strong, this)), m_recognised(plainLabel({}, TextRole::Hint, this)),
      m_description(plainLabel({}, TextRole::Body, this)), m_source(plainLabel({}, TextRole::Hint, this)),
      m_fault(plainLabel({}, TextRole::Warning, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    makeGiven();
    makeKind();
    makeReading();
    column->addStretch();
    showProfile();
    tellGiven({}, {});
    tellFault({});
}

void ImportSource::makeGiven()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    m_file = new QPushButton(u"Choisir un fichier…"_s, this);
    auto *clipboard = new QPushButton(u"Coller un tableau"_s, this);
    for (QPushButton *each : {m_file, clipboard})
        each->setAutoDefault(false); // Enter goes on
    line->addWidget(m_file);
    line->addWidget(clipboard);
    line->addStretch();
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    layout()->addWidget(m_given);
    layout()->addWidget(m_fault);
    connect(m_file, &QPushButton::clicked, this, &ImportSource::chooseFile);
    connect(clipboard, &QPushButton::clicked, this, &ImportSource::paste);
}

void ImportSource::makeKind()
{
    m_profiles = new QComboBox(this); // after the buttons above it, as the keyboard goes
    auto *label = plainLabel(u"&Sorte de données"_s, TextRole::FieldLabel, this);
    label->setBuddy(m_profiles);
    layout()->addWidget(label);
    for (const imports::Profile &profile : imports::profiles())
        m_profiles->addItem(profile.nom, profile.code);
    m_profiles->setAccessibleName(u"Sorte de données"_s);
    m_profiles->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (QWidget *each : {static_cast<QWidget *>(m_profiles), static_cast<QWidget *>(m_recognised),
                          static_cast<QWidget *>(m_description), static_cast<QWidget *>(m_source)})
        layout()->addWidget(each);
    m_liberaux = new QCheckBox(u"Compter les libéraux seulement"_s, this);
    layout()->addWidget(m_liberaux);
    connect(m_liberaux, &QCheckBox::toggled, this, &ImportSource::changed);
    connect(m_profiles, &QComboBox::currentIndexChanged, this, [this] {
        m_profileChosen = true;
        showProfile();
        Q_EMIT changed();
    });
}

QComboBox *ImportSource::row(const QString &label)
{
    auto *box = new QComboBox(this);
    box->setAccessibleName(label);
    auto *words = plainLabel(label, TextRole::FieldLabel, this, false);
    words->setBuddy(box);
    m_rows->addRow(words, box);
    return box;
}

void ImportSource::makeReading()
{
    m_rows->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_tables = row(u"Feuille à lire"_s);
    m_titles = row(u"Ligne des titres"_s);
    m_titles->addItem(u"Sans titres"_s, 0);
    for (int line = 1; line <= mostTitleLine; ++line)
        m_titles->addItem(u"Ligne %1"_s.arg(line), line);
    m_separator = row(u"Entre les colonnes"_s);
    for (const auto &[text, mark] :
         {std::pair(u"Point-virgule"_s, u';'), std::pair(u"Virgule"_s, u','), std::pair(u"Tabulation"_s, u'\t'),
          std::pair(u"Barre verticale"_s, u'|'), std::pair(u"Rien : une seule colonne"_s, u'\0')})
        m_separator->addItem(text, QChar(mark));
    m_encoding = row(u"Lettres accentuées"_s);
    m_encoding->addItem(u"Actuelles (UTF-8)"_s, int(imports::Encoding::Utf8));
    m_encoding->addItem(u"Anciennes de Windows"_s, int(imports::Encoding::Windows1252));
    m_encoding->addItem(u"Unicode (UTF-16)"_s, int(imports::Encoding::Utf16LittleEndian));
    m_encoding->addItem(u"Unicode inversé (UTF-16)"_s, int(imports::Encoding::Utf16BigEndian));
    static_cast<QVBoxLayout *>(layout())->addLayout(m_rows);
    for (const auto &[box, flag] :
         {std::pair(m_tables, &m_tableChosen), std::pair(m_titles, &m_titlesChosen),
          std::pair(m_separator, &m_separatorChosen), std::pair(m_encoding, &m_encodingChosen)}) {
        m_rows->setRowVisible(box, false);
        connect(box, &QComboBox::currentIndexChanged, this, [this, chosen = flag] {
            *chosen = true;
            Q_EMIT changed();
        });
    }
}

QWidget *ImportSource::start() const
{
    return m_file;
}

const imports::Profile &ImportSource::profile() const
{
    return *imports::profile(m_profiles->currentData().toString());
}

void ImportSource::setProfile(const QString &code)
{
    choose(m_profiles, code);
    showProfile();
}

void ImportSource::showProfile()
{
    m_description->setText(profile().description);
    m_source->setText(profile().source);
    m_liberaux->setVisible(profile().code == "rpps"_L1);
}

bool ImportSource::liberauxSeulement() const
{
    return !m_liberaux->isHidden() && m_liberaux->isChecked();
}

void ImportSource::tellGiven(const QString &what, const QString &recognised)
{
    m_given->setText(what);
    m_given->setVisible(!what.isEmpty());
    m_recognised->setText(recognised);
    m_recognised->setVisible(!recognised.isEmpty());
}

void ImportSource::tellFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setAccessibleName(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void ImportSource::showReading(const imports::ImportPreview &preview)
{
    const bool text = preview.form.encoding.has_value();
    {
        const QSignalBlocker quiet(m_tables);
        m_tables->clear();
        for (const QString &name : preview.tables)
            m_tables->addItem(name, name);
    }
    choose(m_tables, preview.table);
    choose(m_titles, std::min(preview.titleLine, mostTitleLine));
    if (text) {
        choose(m_separator, preview.form.separator.value_or(QChar()));
        choose(m_encoding, int(*preview.form.encoding));
    }
    m_rows->setRowVisible(m_tables, preview.tables.size() > 1);
    m_rows->setRowVisible(m_titles, true);
    m_rows->setRowVisible(m_separator, text);
    m_rows->setRowVisible(m_encoding, text);
}

void ImportSource::forgetReading()
{
    m_separatorChosen = m_encodingChosen = m_titlesChosen = m_tableChosen = false;
    for (QComboBox *box : {m_tables, m_titles, m_separator, m_encoding})
        m_rows->setRowVisible(box, false);
}

imports::TextForm ImportSource::form() const
{
    imports::TextForm form;
    if (m_separatorChosen)
        form.separator = m_separator->currentData().toChar();
    if (m_encodingChosen)
        form.encoding = imports::Encoding(m_encoding->currentData().toInt());
    return form;
}

QString ImportSource::table() const
{
    return m_tableChosen ? m_tables->currentData().toString() : QString();
}

std::optional<int> ImportSource::titleLine() const
{
    return m_titlesChosen ? std::optional(m_titles->currentData().toInt()) : std::nullopt;
}

void ImportSource::chooseFile()
{
    const QString path =
        m_environment.files.open(this, u"Importer des données"_s, documentsFolder(),
                                 u"Tableaux (*.csv *.txt *.tsv *.xlsx *.zip);;Tous les fichiers (*)"_s);
    if (!path.isEmpty())
        Q_EMIT given(imports::ImportInput::file(path));
}

void ImportSource::paste()
{
    Q_EMIT given(imports::ImportInput::pasted(QApplication::clipboard()->text()));
}

} // namespace gui
