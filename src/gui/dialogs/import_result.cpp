#include "gui/dialogs/import_result.h"

#include "base/text.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"

#include <QComboBox>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

ImportResult::ImportResult(QWidget *parent)
    : QWidget(parent), m_report(new QPlainTextEdit(this)), m_title(new SectionTitle(u"Lignes à vérifier"_s, this)),
      m_details(new QTableWidget(0, 3, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_report->setReadOnly(true);
    m_report->setTabChangesFocus(true);
    m_report->setAccessibleName(u"Ce qui changerait"_s);
    column->addWidget(m_report, 1);
    column->addWidget(m_title);
    m_details->setHorizontalHeaderLabels({u"Ligne"_s, u"Ce qui est à voir"_s, u"Votre choix"_s});
    m_details->setAccessibleName(u"Lignes à vérifier"_s);
    m_details->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_details->setTabKeyNavigation(false);
    m_details->verticalHeader()->hide();
    m_details->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_details->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_details->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    column->addWidget(m_details, 3);
}

void ImportResult::addLine(const QString &line, const QString &sentence)
{
    const int row = m_details->rowCount();
    m_details->insertRow(row);
    m_details->setItem(row, 0, new QTableWidgetItem(line));
    m_details->setItem(row, 1, new QTableWidgetItem(sentence));
    m_details->setItem(row, 2, new QTableWidgetItem);
}

void ImportResult::addCommune(const QString &text, const std::vector<imports::CommuneCandidate> &candidates)
{
    addLine({}, u"Quelle commune est « %1 » ?"_s.arg(text.left(60)));
    auto *choice = new QComboBox(m_details);
    choice->addItem(u"Aucune : laisser de côté"_s, QString());
    for (const imports::CommuneCandidate &candidate : candidates)
        choice->addItem(candidate.text, candidate.code);
    choice->setAccessibleName(u"Quelle commune est « %1 » ?"_s.arg(text));
    connect(choice, &QComboBox::activated, this, [this, choice, text] {
        const QString code = choice->currentData().toString();
        // The table is made again: not while its own widget is telling.
        QTimer::singleShot(0, this, [this, text, code] { Q_EMIT communeChosen(text, code); });
    });
    m_details->setCellWidget(m_details->rowCount() - 1, 2, choice);
}

void ImportResult::show(const base::Result<imports::ImportProposal> &proposal, const std::map<QString, QString> &chosen)
{
    m_details->setRowCount(0);
    bool choices = false;
    if (!proposal) {
        m_report->setPlainText(proposal.error().message);
    } else {
        QStringList lines = proposal.value().summary;
        for (const auto &[text, code] : chosen)
            lines.push_back(code.isEmpty() ? u"« %1 » est laissée de côté"_s.arg(text)
                                           : u"« %1 » est la commune %2, comme vous l’avez choisi"_s.arg(text, code));
        m_report->setPlainText(lines.join(u'\n'));
        for (const imports::UnknownCommune &commune : proposal.value().communes) {
            addCommune(commune.text, commune.candidates);
            choices = true;
        }
        for (const QString &line : proposal.value().unmatched)
            addLine({}, line);
        for (const imports::Remark &remark : proposal.value().remarks)
            addLine(remark.line > 0 ? QString::number(remark.line) : QString(), remark.sentence);
    }
    m_details->setColumnHidden(2, !choices);
    m_details->setColumnWidth(0, zoomed(80));
    m_details->setColumnWidth(2, zoomed(280));
    m_title->setVisible(m_details->rowCount() > 0);
    m_details->setVisible(m_details->rowCount() > 0);
}

} // namespace gui
