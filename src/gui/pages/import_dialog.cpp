#include "gui/pages/import_dialog.h"

#include "base/file.h"
#include "base/text.h"
#include "dossier/dossier.h"
#include "reference/reference.h"

#include "ui_import_dialog.h"
#include <chrono>
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

ImportDialog::ImportDialog(const AppContext &context, QWidget *parent)
    : QDialog(parent), m_context(context), m_ui(std::make_unique<Ui::ImportDialog>())
{
    m_ui->setupUi(this);
    setWindowTitle(u"Ajouter une liste de communes"_s);
    resize(720, 600);
    m_ui->texte->setAccessibleName(u"Liste à coller"_s);
    m_ui->texte->setTabChangesFocus(true);
    m_ui->texte->setMaximumHeight(m_ui->texte->fontMetrics().lineSpacing() * 7);
    m_lines.setHorizontalHeaderLabels({u"Ligne"_s, u"Écrit"_s, u"Reconnu"_s, u"Remarque"_s});
    m_ui->apercu->setModel(&m_lines);
    m_ui->apercu->setAccessibleName(u"Ce qui est reconnu"_s);
    m_ui->apercu->setRootIsDecorated(false);
    m_ui->apercu->setEditTriggers(QAbstractItemView::NoEditTriggers);
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
                                    u"Listes (*.csv *.txt *.tsv);;Tous les fichiers (*)"_s);
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
    const QString what = u"Le fichier « %1 »"_s.arg(QFileInfo(path).fileName());
    take(imports::proposeCommunes(bytes.value(), what, m_context.reference.communes(), m_context.dossier.projet()));
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

void ImportDialog::take(const base::Result<imports::CommuneProposal> &read)
{
    m_proposal = read ? read.value() : imports::CommuneProposal();
    showProposal();
    if (!read)
        m_ui->resume->setText(read.error().message);
}

void ImportDialog::showProposal()
{
    const reference::Communes &communes = m_context.reference.communes();
    m_lines.removeRows(0, m_lines.rowCount());
    for (size_t at = 0; at < m_proposal.lines.size(); ++at) {
        const imports::CommuneLine &line = m_proposal.lines[at];
        QList<QStandardItem *> row;
        for (const QString &text : {QString::number(line.line), line.text, found(line, communes), line.reason})
            row += new QStandardItem(text);
        m_lines.appendRow(row);
        if (!line.candidates.empty() && line.outcome != Outcome::Matched)
            addChoice(at);
    }
    for (const auto &remark : m_proposal.remarks)
        m_lines.appendRow({new QStandardItem(remark.line > 0 ? QString::number(remark.line) : QString()),
                           new QStandardItem, new QStandardItem, new QStandardItem(remark.sentence)});
    for (int column = 0; column < 3; ++column)
        m_ui->apercu->resizeColumnToContents(column);
    const int matched = m_proposal.count(Outcome::Matched);
    const int open = m_proposal.count(Outcome::ToChoose);
    const int unknown = m_proposal.count(Outcome::Unmatched);
    QStringList parts{base::frenchCount(matched, u"ligne reconnue"_s, u"lignes reconnues"_s)};
    if (open > 0)
        parts += u"%1 à choisir"_s.arg(open);
    if (unknown > 0)
        parts += base::frenchCount(unknown, u"non reconnue"_s, u"non reconnues"_s);
    m_ui->resume->setText(m_proposal.lines.empty() ? u"Rien à ajouter pour l’instant."_s : parts.join(u", "_s));
    m_ui->accepter->setEnabled(!imports::communeChanges(m_proposal, communes, m_context.dossier.projet()).empty());
}

// What is not certain is asked in its own line.
void ImportDialog::addChoice(size_t line)
{
    auto *choice = new QComboBox;
    choice->addItem(u"Ne pas ajouter"_s, QString());
    for (const imports::CommuneCandidate &candidate : m_proposal.lines[line].candidates)
        choice->addItem(candidate.text, candidate.code);
    choice->setAccessibleName(u"Que veut dire « %1 » ?"_s.arg(m_proposal.lines[line].text));
    connect(choice, &QComboBox::activated, this, [this, choice, line] {
        const QString code = choice->currentData().toString();
        // The list is made again: not while its own widget is telling.
        QTimer::singleShot(0, this, [this, line, code] { settle(line, code); });
    });
    m_ui->apercu->setIndexWidget(m_lines.index(int(line), 2), choice);
}

void ImportDialog::settle(size_t line, const QString &code)
{
    if (code.isEmpty() || !imports::choose(m_proposal, line, code, m_context.reference.communes()))
        return;
    showProposal();
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
    const auto done = m_context.dossier.edit(u"Ajouter une liste de communes"_s, changes);
    if (!done)
        Q_EMIT failed(done.error().message);
    QDialog::accept();
}

} // namespace gui
