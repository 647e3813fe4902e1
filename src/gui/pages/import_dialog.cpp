#include "gui/pages/import_dialog.h"

#include "base/file.h"
#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/pages/cell_delegate.h"
#include "gui/theme/theme.h"
#include "reference/reference.h"

#include "ui_import_dialog.h"
#include <chrono>
#include <numeric>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Outcome = imports::CommuneLine::Outcome;

namespace
{

QString found(const imports::CommuneLine &line, const reference::Communes &communes)
{
    if (line.outcome == Outcome::ToChoose)
        return u"À choisir"_s;
    if (line.outcome == Outcome::Unmatched)
        return u"Non reconnue"_s;
    if (line.codes.size() > 1)
        return base::frenchCount(line.codes.size(), u"commune"_s, u"communes"_s);
    const auto commune = line.codes.isEmpty() ? std::nullopt : communes.find(line.codes.first());
    return commune ? u"%1 (%2)"_s.arg(commune->nom, commune->codesPostaux.value(0)) : QString();
}

} // namespace

// Words that are wrapped in the width of their column: a remark is read whole.
class WrappedCells final : public CellDelegate
{
public:
    explicit WrappedCells(QTreeView *view) : CellDelegate(view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem cell = option;
        cell.rect.setWidth(m_measured ? m_view->columnWidth(index.column()) : 0);
        return CellDelegate::sizeHint(cell, index);
    }
    // While the columns themselves are measured, by the words on one line.
    void setMeasured(bool measured) { m_measured = measured; }

private:
    QTreeView *m_view;
    bool m_measured = true;
};

ImportDialog::ImportDialog(const AppContext &context, QWidget *parent)
    : QDialog(parent), m_context(context), m_ui(std::make_unique<Ui::ImportDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(u"Ajouter une liste de communes"_s);
    resize(820, 600);
    m_ui->texte->setAccessibleName(u"Liste à coller"_s);
    m_ui->texte->setTabChangesFocus(true);
    m_ui->texte->setMaximumHeight(m_ui->texte->fontMetrics().lineSpacing() * 7);
    m_lines.setHorizontalHeaderLabels({u"Ligne"_s, u"Écrit"_s, u"Reconnu"_s, u"Remarque"_s});
    m_ui->apercu->setModel(&m_lines);
    m_ui->apercu->setAccessibleName(u"Ce qui est reconnu"_s);
    m_ui->apercu->setRootIsDecorated(false);
    m_ui->apercu->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_cells = new WrappedCells(m_ui->apercu);
    m_ui->apercu->setItemDelegate(m_cells);
    // Not while it resizes: once it is settled.
    connect(m_ui->apercu->header(), &QHeaderView::sectionResized, &m_settle, qOverload<>(&QTimer::start));
    m_settle.setSingleShot(true);
    m_settle.setInterval(0ms);
    connect(&m_settle, &QTimer::timeout, m_ui->apercu, &QTreeView::doItemsLayout);
    m_ui->accepter->setDefault(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    connect(&m_pause, &QTimer::timeout, this, [this] { readText(m_ui->texte->toPlainText()); });
    connect(m_ui->texte, &QPlainTextEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_ui->fichier, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_ui->annuler, &QPushButton::clicked, this, &ImportDialog::reject);
    connect(m_ui->accepter, &QPushButton::clicked, this, &ImportDialog::accept);
    showProposal();
}

ImportDialog::~ImportDialog() = default;

void ImportDialog::chooseFile()
{
    auto *chooser = new QFileDialog(this, u"Choisir une liste de communes"_s, QString(),
                                    u"Listes (*.csv *.xlsx *.txt *.tsv);;Tous les fichiers (*)"_s);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &ImportDialog::readFile);
    chooser->open();
}

void ImportDialog::readFile(const QString &path)
{
    const auto bytes = base::readFile(path);
    if (!bytes) {
        take(bytes.error());
        return;
    }
    take(imports::proposeCommunes(imports::ImportInput::memory(bytes.value(), QFileInfo(path).fileName()),
                                  m_context.reference.communes(), m_context.dossier.projet()));
}

void ImportDialog::readText(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_proposal = {};
        showProposal();
        return;
    }
    take(imports::proposeCommunes(text, m_context.reference.communes(), m_context.dossier.projet()));
}

void ImportDialog::setList(const QString &text)
{
    m_ui->texte->setPlainText(text);
    m_pause.stop();
    readText(text);
    // The list is there: Enter adds it, and no empty line to it.
    if (m_ui->accepter->isEnabled())
        m_ui->accepter->setFocus(Qt::OtherFocusReason);
}

void ImportDialog::take(const base::Result<imports::CommuneProposal> &read)
{
    m_proposal = read ? read.value() : imports::CommuneProposal();
    showProposal();
    if (!read)
        m_ui->resume->setText(read.error().message);
}

void ImportDialog::showProposal()
{
    m_lines.removeRows(0, m_lines.rowCount());
    for (const size_t at : byUrgency()) {
        const imports::CommuneLine &line = m_proposal.lines[at];
        QList<QStandardItem *> row;
        for (const QString &text :
             {QString::number(line.line), line.text, found(line, m_context.reference.communes()), line.reason}) {
            row += new QStandardItem(text);
            row.last()->setToolTip(text);
        }
        m_lines.appendRow(row);
        if (!line.candidates.empty())
            addChoice(at, m_lines.rowCount() - 1);
    }
    for (const auto &remark : m_proposal.remarks)
        m_lines.appendRow({new QStandardItem(remark.line > 0 ? QString::number(remark.line) : QString()),
                           new QStandardItem, new QStandardItem, new QStandardItem(remark.sentence)});
    fitColumns();
    showCounts();
}

void ImportDialog::showCounts()
{
    const int matched = m_proposal.count(Outcome::Matched);
    const int open = m_proposal.count(Outcome::ToChoose);
    const int unknown = m_proposal.count(Outcome::Unmatched);
    QStringList parts{base::frenchCount(matched, u"ligne reconnue"_s, u"lignes reconnues"_s)};
    if (open > 0)
        parts += u"%1 à choisir"_s.arg(open);
    if (unknown > 0)
        parts += base::frenchCount(unknown, u"non reconnue"_s, u"non reconnues"_s);
    m_ui->resume->setText(m_proposal.lines.empty() ? u"Rien à ajouter pour l’instant."_s : parts.join(u", "_s));
    m_ui->accepter->setEnabled(
        !imports::communeChanges(m_proposal, m_context.reference.communes(), m_context.dossier.projet()).empty());
}

void ImportDialog::fitColumns()
{
    m_cells->setMeasured(false);
    for (int column = 0; column < 3; ++column) {
        m_ui->apercu->resizeColumnToContents(column);
        m_ui->apercu->setColumnWidth(column, std::min(m_ui->apercu->columnWidth(column), zoomed(190)));
    }
    m_cells->setMeasured(true);
    m_settle.start();
}

// What nobody recognised first, then what is to choose, then what the territory chose: thirty good lines would hide
// them.
std::vector<size_t> ImportDialog::byUrgency() const
{
    const auto rank = [this](size_t at) {
        const imports::CommuneLine &line = m_proposal.lines[at];
        return line.outcome == Outcome::Unmatched  ? 0
               : line.outcome == Outcome::ToChoose ? 1
               : line.candidates.empty()           ? 3
                                                   : 2;
    };
    std::vector<size_t> order(m_proposal.lines.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&rank](size_t a, size_t b) { return rank(a) < rank(b); });
    return order;
}

// What was written and is not added, to be told once the dialog is gone.
QString ImportDialog::leftOut() const
{
    constexpr qsizetype most = 5;
    QStringList names;
    for (const imports::CommuneLine &line : m_proposal.lines)
        if (line.outcome != Outcome::Matched)
            names << u"« %1 »"_s.arg(line.text);
    if (names.isEmpty())
        return {};
    const qsizetype count = names.size();
    QString list = names.mid(0, most).join(u", "_s);
    if (count > most)
        list += u" et %1"_s.arg(base::frenchCount(count - most, u"autre"_s, u"autres"_s));
    return u"Pas ajouté : %1. Cherchez par le nom, ci-dessus."_s.arg(list);
}

// What is not certain is asked in its own line.
void ImportDialog::addChoice(size_t line, int row)
{
    auto *choice = new QComboBox;
    choice->addItem(u"Ne pas ajouter"_s, QString());
    for (const imports::CommuneCandidate &candidate : m_proposal.lines[line].candidates)
        choice->addItem(candidate.text, candidate.code);
    // In its column, or it would hide the remark; its list is as wide as its words.
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(10);
    choice->view()->setMinimumWidth(choice->view()->sizeHintForColumn(0) + zoomed(40));
    choice->setAccessibleName(u"Que veut dire « %1 » ?"_s.arg(m_proposal.lines[line].text));
    choice->setCurrentIndex(std::max(0, choice->findData(m_proposal.lines[line].codes.value(0))));
    connect(choice, &QComboBox::activated, this,
            [this, choice, line] { settle(line, choice->currentData().toString()); });
    m_ui->apercu->setIndexWidget(m_lines.index(row, 2), choice);
}

// The rows stay in their order, and the focus in its row.
void ImportDialog::settle(size_t line, const QString &code)
{
    if (imports::choose(m_proposal, line, code, m_context.reference.communes()))
        showCounts();
}

void ImportDialog::accept()
{
    if (m_pause.isActive()) {
        m_pause.stop();
        readText(m_ui->texte->toPlainText());
    }
    const auto changes =
        imports::communeChanges(m_proposal, m_context.reference.communes(), m_context.dossier.projet());
    if (changes.empty())
        return;
    const size_t before = m_context.dossier.projet().communes.size();
    const auto done = m_context.dossier.edit(u"Ajouter une liste de communes"_s, changes);
    const qint64 more = qint64(m_context.dossier.projet().communes.size()) - qint64(before);
    if (!done) {
        Q_EMIT failed(done.error().message);
    } else {
        QStringList sentences{more > 0 ? base::frenchCount(more, u"commune ajoutée"_s, u"communes ajoutées"_s) + u'.'
                                       : u"Toutes ces communes y étaient : la liste les complète."_s,
                              leftOut()};
        sentences.removeAll(QString());
        Q_EMIT added(sentences.join(u'\n'));
    }
    QDialog::accept();
}

} // namespace gui
