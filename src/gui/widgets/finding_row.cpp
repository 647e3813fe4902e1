#include "gui/widgets/finding_row.h"

#include "gui/theme/theme.h"
#include "gui/widgets/column_label.h"
#include "gui/widgets/state_mark.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Mark markOf(controle::Severity severity)
{
    switch (severity) {
    case controle::Severity::Blocking:
        return Mark::Blocking;
    case controle::Severity::Improvement:
        return Mark::ToReview;
    case controle::Severity::Fulfilled:
        return Mark::Done;
    }
    return Mark::Empty;
}

} // namespace

FindingRow::FindingRow(const controle::Finding &finding, QWidget *parent) : QAbstractButton(parent), m_finding(finding)
{
    const bool open = finding.severity != controle::Severity::Fulfilled;
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(4, 4, 4, 4);
    line->setSpacing(8);
    auto *mark = new StateMark(markOf(finding.severity), this);
    line->addWidget(mark, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    TextLabel *sentence = columnLabel(finding.sentence, open ? TextRole::Strong : TextRole::Body, this);
    sentence->setProperty("role", open ? u"constat-ouvert"_s : u"constat"_s);
    texts->addWidget(sentence);
    if (open && !finding.reason.isEmpty())
        texts->addWidget(columnLabel(finding.reason, TextRole::Hint, this));
    line->addLayout(texts, 1);
    for (QWidget *child : findChildren<QWidget *>())
        child->setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(open ? Qt::StrongFocus : Qt::NoFocus);
    setEnabled(true);
    setAccessibleName(spoken(markOf(finding.severity)) + u" : "_s + finding.sentence);
    setAccessibleDescription(finding.reason);
    setToolTip(finding.source);
    if (open) {
        setCursor(Qt::PointingHandCursor);
        connect(this, &QAbstractButton::clicked, this, [this] { Q_EMIT goTo(m_finding.page, m_finding.field); });
    }
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize FindingRow::sizeHint() const
{
    return layout()->sizeHint();
}

int FindingRow::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

void FindingRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void FindingRow::paintEvent(QPaintEvent *)
{
    const Palette &colours = currentPalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    const bool open = focusPolicy() != Qt::NoFocus;
    if (open && underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.surfaceRaised);
        painter.drawRoundedRect(area, 5, 5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRoundedRect(area, 5, 5);
    }
}

} // namespace gui
