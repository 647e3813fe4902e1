#include "gui/pages/send_pane.h"

#include "base/text.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/state_mark.h"

#include <algorithm>
#include <QEvent>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using controle::Severity;

int placeOf(const controle::Finding &point, const std::vector<controle::Finding> &points)
{
    const auto at = std::find_if(points.begin(), points.end(), [&point](const controle::Finding &each) {
        return each.criterion == point.criterion && each.field == point.field;
    });
    return at == points.end() ? -1 : int(at - points.begin());
}

SendPane::SendPane(QWidget *parent)
    : QWidget(parent), m_scroll(new QScrollArea(this)), m_findings(nullptr), m_buttons(new QWidget(this))
{
    setObjectName(u"volet-droit"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 24, 20, 20);
    column->setSpacing(10);
    column->addWidget(new SectionTitle(u"Avant l’envoi"_s, this));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *list = new QWidget;
    m_findings = new QVBoxLayout(list);
    m_findings->setContentsMargins(0, 0, 6, 0);
    m_findings->setSpacing(6);
    m_scroll->setWidget(list);
    column->addWidget(m_scroll, 100); // up to the height of its words, see fitList()

    auto *buttons = new QVBoxLayout(m_buttons);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(10);
    addDocumentButtons(buttons);
    addSendingButtons(buttons);
    buttons->addWidget(
        plainLabel(u"Cliquez sur une zone de la page pour la corriger dans son formulaire."_s, TextRole::Hint));
    column->addWidget(m_buttons);
    column->addStretch(1);
}

bool SendPane::isLow() const
{
    return m_buttons->isHidden();
}

// With large texts on a small screen five buttons would leave three lines to the points.
void SendPane::fitButtons()
{
    constexpr int linesOfList = 12;
    const int room = height() - m_buttons->sizeHint().height();
    const bool low = room < linesOfList * fontMetrics().lineSpacing();
    if (low == isLow())
        return;
    m_buttons->setVisible(!low);
    Q_EMIT lowChanged(low);
}

void SendPane::tellPdf(const QString &text)
{
    m_pdf->setText(QString(text).replace(u"PDF"_s, u"P&DF"_s)); // its key stays
}

QPushButton *SendPane::addButton(QBoxLayout *line, const QString &text)
{
    auto *button = new QPushButton(text, this);
    line->addWidget(button);
    return button;
}

// The document that is shown, as a file or on paper.
void SendPane::addDocumentButtons(QVBoxLayout *column)
{
    const auto exports = [this](QPushButton *button, Format format) {
        connect(button, &QPushButton::clicked, this, [this, format] { Q_EMIT exportAsked(format); });
    };
    QPushButton *word = addButton(column, u"&Word (.docx)"_s);
    word->setProperty("role", u"principal"_s);
    exports(word, Format::Docx);
    m_pdf = addButton(column, u"P&DF"_s); // « PDF (brouillon) » needs the whole line
    exports(m_pdf, Format::Pdf);
    auto *others = new QHBoxLayout;
    others->setSpacing(8);
    exports(addButton(others, u"&OpenDocument"_s), Format::Odt);
    connect(addButton(others, u"&Imprimer…"_s), &QPushButton::clicked, this, &SendPane::printAsked);
    column->addLayout(others);
}

// All of it at once.
void SendPane::addSendingButtons(QVBoxLayout *column)
{
    const auto sends = [this](QPushButton *button, FormPage::Sending what) {
        connect(button, &QPushButton::clicked, this, [this, what] { Q_EMIT sendingAsked(what); });
    };
    sends(addButton(column, u"Dossier &complet…"_s), FormPage::Sending::Dossier);
    QPushButton *plan = addButton(column, u"P&lan d’action (Excel)…"_s);
    plan->setAccessibleName(u"Plan d’action, classeur Excel"_s);
    sends(plan, FormPage::Sending::Plan);
}

void SendPane::setFindings(const std::vector<controle::Finding> &findings, const QString &ofWhat)
{
    while (QLayoutItem *item = m_findings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_ways.clear();
    m_points = pointsOf(findings);
    const auto firstImprovement = std::find_if(m_points.begin(), m_points.end(), [](const controle::Finding &each) {
        return each.severity != Severity::Blocking;
    });
    const std::vector<controle::Finding> blocking(m_points.begin(), firstImprovement);
    const std::vector<controle::Finding> improvements(firstImprovement, m_points.end());
    const auto fulfilled = qint64(findings.size() - m_points.size());
    // Few words: with large texts the points themselves need the room.
    const QString none = ofWhat.isEmpty() ? u"Aucun point bloquant"_s : u"aucun point bloquant"_s;
    addGroup((ofWhat.isEmpty() ? QString() : ofWhat + u" : "_s) +
                 (blocking.empty()
                      ? none
                      : base::frenchCount(qint64(blocking.size()), u"point bloquant"_s, u"points bloquants"_s)),
             int(blocking.empty() ? Mark::Done : Mark::Blocking), blocking);
    if (!improvements.empty())
        addGroup(base::frenchCount(qint64(improvements.size()), u"point à améliorer"_s, u"points à améliorer"_s),
                 int(Mark::ToReview), improvements);
    addGroup(base::frenchCount(fulfilled, u"critère rempli"_s, u"critères remplis"_s), int(Mark::Done), {});
    fitList();
}

std::vector<controle::Finding> SendPane::pointsOf(const std::vector<controle::Finding> &findings)
{
    std::vector<controle::Finding> points;
    for (const Severity each : {Severity::Blocking, Severity::Improvement})
        std::copy_if(findings.begin(), findings.end(), std::back_inserter(points),
                     [each](const controle::Finding &finding) { return finding.severity == each; });
    return points;
}

bool SendPane::showPoint(const controle::Finding &point, int place)
{
    if (!isVisible() || m_ways.empty())
        return false;
    const int at = placeOf(point, m_points);
    QPushButton *way = m_ways[std::min(size_t(at >= 0 ? at : std::max(0, place)), m_ways.size() - 1)];
    way->setFocus(Qt::OtherFocusReason);
    QTimer::singleShot(0, way, [this, way] { m_scroll->ensureWidgetVisible(way, 0, way->height() * 3); });
    return true;
}

void SendPane::setDossier(int blocking)
{
    delete m_dossier;
    if (blocking == 0)
        return;
    m_dossier =
        addGroup(u"Dossier complet : "_s + base::frenchCount(blocking, u"point bloquant"_s, u"points bloquants"_s),
                 int(Mark::ToReview), {});
    auto *see = new QPushButton(u"Voir le projet de santé →"_s, m_dossier);
    see->setProperty("role", u"lien"_s);
    connect(see, &QPushButton::clicked, this, &SendPane::dossierAsked, Qt::QueuedConnection); // it goes away
    m_dossier->findChild<QVBoxLayout *>()->addWidget(see, 0, Qt::AlignLeft);
    see->show();
    fitList();
}

// The buttons follow the list, and stay in sight when the list is long.
void SendPane::fitList()
{
    const QMargins margins = layout()->contentsMargins();
    // As wide as it is beside a scroll bar: else the bar comes, the lines break once more, and the bar stays.
    const int bar = m_scroll->verticalScrollBar()->sizeHint().width();
    const int height = m_findings->totalHeightForWidth(width() - margins.left() - margins.right() - bar);
    if (height >= 0) // before the pane has a place, nothing of the list is seen
        m_scroll->setMaximumHeight(height);
}

bool SendPane::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        fitList();
    if (event->type() == QEvent::Resize)
        fitButtons();
    return QWidget::event(event);
}

QWidget *SendPane::addGroup(const QString &title, int mark, const std::vector<controle::Finding> &findings)
{
    auto *group = new QWidget;
    auto *line = new QHBoxLayout(group);
    line->setContentsMargins(0, 0, 0, 4);
    line->setSpacing(10);
    line->addWidget(new StateMark(Mark(mark), group), 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(plainLabel(title, TextRole::Strong, group));
    for (const controle::Finding &finding : findings) {
        texts->addWidget(plainLabel(finding.sentence, TextRole::Body, group));
        auto *jump = new QPushButton(u"Corriger →"_s, group);
        jump->setProperty("role", u"lien"_s);
        jump->setAccessibleName(u"Corriger : "_s + finding.sentence);
        jump->setToolTip(finding.reason);
        connect(jump, &QPushButton::clicked, this,
                [this, page = finding.page, field = finding.field] { Q_EMIT goTo(page, field); });
        texts->addWidget(jump, 0, Qt::AlignLeft);
        m_ways.push_back(jump);
    }
    line->addLayout(texts, 1);
    m_findings->addWidget(group);
    group->show(); // now, for the height of the list to count it
    return group;
}

} // namespace gui
