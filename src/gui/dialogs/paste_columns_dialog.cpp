#include "gui/dialogs/paste_columns_dialog.h"

#include "gui/dialogs/import_columns.h"
#include "gui/theme/theme.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/labels.h"

#include <algorithm>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

PasteColumnsDialog::PasteColumnsDialog(const imports::BlockQuestion &question, QWidget *parent)
    : QDialog(parent), m_question(question), m_columns(new ImportColumns(this)),
      m_firstIsTitle(new QCheckBox(u"La première ligne donne les titres"_s, this)),
      m_missing(plainLabel({}, TextRole::Hint, this))
{
    setWindowTitle(u"Coller un tableau"_s);
    resize(QSize(zoomed(820), zoomed(440)).boundedTo(screen()->availableSize() - QSize(40, 80)));
    const QString hint =
        areWritten()
            ? u"Certains titres n’ont pas été reconnus. Dites ce qu’est chaque colonne, ou laissez « Ignorer »."_s
            : u"Ces colonnes n’ont pas de titre. Vérifiez ce qu’est chacune, ou laissez « Ignorer »."_s;
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(plainLabel(u"Que contient chaque colonne ?"_s, TextRole::Section, this));
    column->addWidget(plainLabel(hint, TextRole::Hint, this));
    column->addWidget(m_firstIsTitle);
    column->addWidget(m_columns, 1);
    column->addWidget(m_missing);
    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(u"Coller"_s, QDialogButtonBox::AcceptRole);
    setRole(m_accept, u"principal"_s);
    m_accept->setDefault(true);
    buttons->addButton(u"Annuler"_s, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_firstIsTitle->setChecked(areWritten());
    connect(m_firstIsTitle, &QCheckBox::toggled, this, &PasteColumnsDialog::turnFirstRow);
    connect(m_columns, &ImportColumns::chosen, this, [this] {
        m_touched = true;
        follow();
    });
    fill({m_question.likely.begin(), m_question.likely.end()});
    m_columns->choice(m_question.rowsAreNamed ? 1 : 0)->setFocus();
}

void PasteColumnsDialog::turnFirstRow()
{
    const bool asRead = m_firstIsTitle->isChecked() == areWritten();
    const QStringList &guess = asRead || m_question.otherwise.isEmpty() ? m_question.likely : m_question.otherwise;
    // Titles that nobody knows say less than the cells did.
    const std::vector<QString> now = chosen();
    const bool less = guess.count(QString()) > std::count(now.begin(), now.end(), QString());
    fill(m_touched || less ? now : std::vector<QString>(guess.begin(), guess.end()));
}

bool PasteColumnsDialog::areWritten() const
{
    return !m_question.titles.isEmpty();
}

// The row that is no title any more, or that has become it, goes above or below.
void PasteColumnsDialog::fill(const std::vector<QString> &chosen)
{
    imports::ImportPreview shown;
    shown.rows = m_question.rows;
    if (areWritten())
        shown.rows.insert(shown.rows.begin(), m_question.titles);
    if (m_firstIsTitle->isChecked()) {
        shown.titles = shown.rows.front();
        shown.rows.erase(shown.rows.begin());
    }
    shown.titles.resize(m_question.likely.size());
    imports::Profile known;
    for (const QString &title : m_question.choices)
        known.fields.push_back({title, title, {}});
    imports::ColumnMapping mapping;
    for (size_t column = 0; column < chosen.size(); ++column)
        if (!chosen[column].isEmpty())
            mapping.emplace(int(column), chosen[column]);
    m_columns->show(shown, known, mapping);
    m_columns->choice(0)->setEnabled(!m_question.rowsAreNamed);
    QWidget *before = m_firstIsTitle; // the choices are made after the buttons
    for (int column = 0; column < m_columns->columnCount(); ++column) {
        setTabOrder(before, m_columns->choice(column));
        before = m_columns->choice(column);
    }
    setTabOrder(before, m_accept);
    follow();
}

std::vector<QString> PasteColumnsDialog::chosen() const
{
    std::vector<QString> titles(size_t(m_question.likely.size()));
    for (const auto &[column, title] : m_columns->mapping())
        titles[size_t(column)] = title;
    return titles;
}

void PasteColumnsDialog::follow()
{
    const std::vector<QString> titles = chosen();
    const QStringList &names = m_question.names;
    const auto filled =
        std::count_if(titles.begin(), titles.end(), [](const QString &title) { return !title.isEmpty(); });
    const bool any = filled > (m_question.rowsAreNamed ? 1 : 0);
    const bool named = names.isEmpty() || std::any_of(titles.begin(), titles.end(),
                                                      [&names](const QString &title) { return names.contains(title); });
    m_missing->setText(
        named ? QString() : u"Aucune colonne n’est « %1 » : choisissez-la pour pouvoir coller."_s.arg(names.front()));
    m_missing->setVisible(!named);
    m_accept->setEnabled(named && any);
}

imports::BlockTitles PasteColumnsDialog::titles() const
{
    imports::BlockTitles said{{}, m_firstIsTitle->isChecked()};
    const std::vector<QString> titles = chosen();
    for (size_t column = 0; column < titles.size(); ++column) {
        // A title that was understood stays as it is written: « Prénom et nom » says the order of both.
        const bool asWritten =
            areWritten() && said.firstIsTitle && titles[column] == m_question.likely[qsizetype(column)];
        said.titles << (asWritten && !titles[column].isEmpty() ? m_question.titles[qsizetype(column)] : titles[column]);
    }
    return said;
}

} // namespace gui
