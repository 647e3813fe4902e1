#include "gui/shell/expectation_pane.h"

#include "gui/widgets/column_label.h"
#include "gui/widgets/finding_row.h"
#include "reference/sigles.h"
#include "report/trame.h"

#include <algorithm>
#include <QApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// Takes the width of the pane, whatever its words: what it would wish for is never asked of them.
class PaneColumn final : public QWidget
{
public:
    [[nodiscard]] QSize sizeHint() const override
    {
        const int line = fontMetrics().height();
        return {36 * line, 24 * line}; // no scroll area wishes for more
    }
};

void addText(QVBoxLayout *column, const QString &title, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!title.isEmpty()) {
        column->addSpacing(10);
        column->addWidget(new SectionTitle(title));
    }
    for (const QString &paragraph : text.split(u'\n', Qt::SkipEmptyParts)) {
        TextLabel *label = columnLabel(paragraph, TextRole::Secondary);
        label->setProperty("role", u"volet"_s);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
}

QString expanded(const QStringList &used, const reference::Sigles &sigles)
{
    QStringList lines;
    for (const QString &sigle : used) {
        const QStringList meanings = sigles.expansions(sigle);
        if (!meanings.isEmpty())
            lines += sigle + u" : "_s + meanings.join(u", ou "_s);
    }
    return lines.join(u'\n');
}

// What is to be seen on one page, the graver first. What both documents ask for is told once.
// Nor does the list repeat a gap that the page's own check tells.
std::vector<controle::Finding> findingsOf(const QString &page, const std::vector<controle::Finding> &findings,
                                          const std::vector<controle::Finding> &checked)
{
    std::vector<controle::Finding> own;
    for (const controle::Finding &each : findings) {
        const auto told = [&each](const controle::Finding &one) {
            return one.sentence == each.sentence && one.field == each.field && one.severity == each.severity;
        };
        const auto sameGap = [&each](const controle::Finding &one) {
            return one.criterion == each.criterion && one.field == each.field && one.severity == each.severity;
        };
        if (each.page == page && std::none_of(own.begin(), own.end(), told) &&
            std::none_of(checked.begin(), checked.end(), sameGap))
            own.push_back(each);
    }
    std::stable_sort(own.begin(), own.end(), [](const auto &a, const auto &b) { return a.severity < b.severity; });
    return own;
}

// One text for one list: another text, another list.
QString written(const std::vector<controle::Finding> &findings)
{
    QString text;
    for (const controle::Finding &each : findings)
        text += u'/' + each.criterion + each.field.id.toString() + each.field.field + each.sentence +
                QString::number(static_cast<int>(each.severity));
    return text;
}

} // namespace

ExpectationPane::ExpectationPane(QWidget *parent) : QFrame(parent), m_scroll(new QScrollArea(this))
{
    setAccessibleName(u"Ce que l’ARS attend"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus); // arrows read on when there is nothing to click
    m_scroll->setAccessibleName(u"Ce que l’ARS attend"_s);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(1, 0, 0, 0);
    whole->addWidget(m_scroll);
}

void ExpectationPane::display(const report::Page &page, const std::vector<controle::Finding> &findings,
                              const reference::Sigles &sigles, const FormPage::OwnCheck &check)
{
    const std::vector<controle::Finding> own = findingsOf(page.code, findings, check.findings);
    const QString shown = page.code + u'|' + written(check.findings) + u'|' + written(own);
    if (shown == m_shown)
        return;
    const bool samePage = m_shown.section(u'|', 0, 0) == page.code;
    const int position = samePage ? m_scroll->verticalScrollBar()->value() : 0;
    m_shown = shown;

    const std::optional<controle::Finding> held = focusedFinding();
    auto *content = new PaneColumn;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 20, 16, 20);
    column->setSpacing(6);
    if (!check.findings.empty()) {
        column->addWidget(new SectionTitle(check.title));
        addRows(column, check.findings);
        column->addSpacing(10);
    }
    column->addWidget(new SectionTitle(u"Ce que l’ARS attend"_s));
    addText(column, {}, page.expectation);
    column->addSpacing(4);
    addRows(column, own);
    addText(column, u"Conseil"_s, page.advice);
    addText(column, u"Exemple"_s, page.example);
    addText(column, u"Sigles"_s, expanded(page.sigles, sigles));
    auto *marks = new QPushButton(u"Tous les repères →"_s);
    marks->setProperty("role", u"lien"_s);
    connect(marks, &QPushButton::clicked, this, [this] { Q_EMIT goTo(u"reperes"_s, {}); });
    column->addWidget(marks, 0, Qt::AlignLeft);
    auto *guide = new QPushButton(u"En savoir plus dans le guide →"_s);
    guide->setProperty("role", u"lien"_s);
    connect(guide, &QPushButton::clicked, this, [this, code = page.code] { Q_EMIT guideAsked(code); });
    column->addWidget(guide, 0, Qt::AlignLeft);
    if (!page.source.isEmpty()) {
        column->addSpacing(10);
        column->addWidget(columnLabel(u"Source : "_s + page.source, TextRole::Hint));
    }
    column->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->verticalScrollBar()->setValue(position);
    if (held && samePage)
        focusAgain(*held);
}

// What has the keyboard in the list, before it is made again.
std::optional<controle::Finding> ExpectationPane::focusedFinding() const
{
    const auto *row = qobject_cast<const FindingRow *>(QApplication::focusWidget());
    return row && isAncestorOf(row) ? std::optional(row->finding()) : std::nullopt;
}

// The same finding, or else the first one: the keyboard never leaves the list by itself.
void ExpectationPane::focusAgain(const controle::Finding &finding)
{
    for (FindingRow *row : m_scroll->widget()->findChildren<FindingRow *>())
        if (row->focusPolicy() != Qt::NoFocus && row->finding().criterion == finding.criterion &&
            row->finding().field == finding.field) {
            row->setFocus(Qt::OtherFocusReason);
            return;
        }
    focusFirst();
}

void ExpectationPane::addRows(QVBoxLayout *column, const std::vector<controle::Finding> &findings)
{
    for (const controle::Finding &each : findings) {
        auto *row = new FindingRow(each);
        connect(row, &FindingRow::goTo, this, &ExpectationPane::goTo);
        column->addWidget(row);
    }
}

void ExpectationPane::focusFirst()
{
    for (FindingRow *row : findChildren<FindingRow *>())
        if (row->focusPolicy() != Qt::NoFocus) {
            row->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    m_scroll->setFocus(Qt::ShortcutFocusReason);
}

} // namespace gui
