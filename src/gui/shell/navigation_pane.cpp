#include "gui/shell/navigation_pane.h"

#include "base/text.h"
#include "base/typography.h"
#include "gui/theme/theme.h"
#include "gui/widgets/labels.h"

#include <algorithm>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>
#include <utility>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int lowWindow = 820; // px at 100 %: the lines come closer so that all the pages stay in sight

} // namespace

NavigationItem::NavigationItem(const QString &page, const QString &label, QWidget *parent)
    : QAbstractButton(parent), m_page(page)
{
    setText(label);
    setAccessibleName(label);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void NavigationItem::setState(Mark mark, const QString &detail)
{
    m_mark = mark;
    m_detail = detail;
    const QString state = detail.isEmpty() ? spoken(mark) : detail;
    setAccessibleName(state.isEmpty() ? text() : text() + u", "_s + state);
    setToolTip(detail.isEmpty() ? QString() : base::frenchTypography(u"%1 : %2"_s.arg(text(), detail)));
    updateGeometry();
    update();
}

bool NavigationItem::compact() const
{
    return window()->height() < zoomed(lowWindow);
}

int NavigationItem::padding() const
{
    return compact() ? 3 : 7;
}

QFont NavigationItem::labelFont() const
{
    QFont font = this->font();
    font.setPixelSize(zoomed(14));
    font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont NavigationItem::detailFont() const
{
    QFont font = this->font();
    font.setPixelSize(zoomed(12.5));
    return font;
}

QFont NavigationItem::widestFont() const
{
    QFont widest = labelFont();
    widest.setWeight(QFont::DemiBold); // choosing a page must not move the others
    return widest;
}

// Without it, « à voir » would push the label to a second line, and all the pages below with it.
bool NavigationItem::hasRoom(int width) const
{
    if (m_detail.isEmpty())
        return true;
    const int room = width - zoomed(36) - zoomed(8) - zoomed(10) - QFontMetrics(widestFont()).horizontalAdvance(text());
    return QFontMetrics(detailFont()).horizontalAdvance(m_detail) < room;
}

QString NavigationItem::shownDetail(int width) const
{
    return m_numberOnly || !hasRoom(width) ? m_detail.section(u' ', 0, 0) : m_detail;
}

void NavigationItem::setNumberOnly(bool numberOnly)
{
    if (std::exchange(m_numberOnly, numberOnly) == numberOnly)
        return;
    updateGeometry();
    update();
}

QRect NavigationItem::textArea(int width) const
{
    const int left = zoomed(36);
    const QString words = shownDetail(width);
    const int detail = words.isEmpty() ? 0 : QFontMetrics(detailFont()).horizontalAdvance(words) + zoomed(8);
    return {left, zoomed(padding()), std::max(zoomed(60), width - left - detail - zoomed(10)), 0};
}

QSize NavigationItem::sizeHint() const
{
    return {zoomed(240), heightForWidth(std::max(width(), zoomed(200)))};
}

int NavigationItem::heightForWidth(int width) const
{
    const QRect text = textArea(width);
    const QRect needed =
        QFontMetrics(widestFont()).boundingRect(QRect(0, 0, text.width(), 10'000), Qt::TextWordWrap, this->text());
    return std::max(zoomed(compact() ? 27 : 34), needed.height() + 2 * zoomed(padding()));
}

void NavigationItem::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        Q_EMIT resized();
}

void NavigationItem::focusInEvent(QFocusEvent *event)
{
    QAbstractButton::focusInEvent(event);
    update();
}

void NavigationItem::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void NavigationItem::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

void NavigationItem::paintEvent(QPaintEvent *)
{
    const Palette &colours = currentPalette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
    const double radius = zoomed(5);
    painter.setPen(Qt::NoPen);
    if (isChecked() || underMouse()) {
        painter.setBrush(isChecked() ? colours.accentSoft : colours.surfaceRaised);
        painter.drawRoundedRect(area, radius, radius);
    }
    if (isChecked()) {
        painter.setBrush(colours.accent);
        painter.drawRoundedRect(QRectF(area.left(), area.top(), zoomed(3), area.height()), 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, 2));
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    const double side = zoomed(16);
    paintMark(painter, QRectF(zoomed(10), (height() - side) / 2, side, side), m_mark);
    QRect text = textArea(width());
    text.setTop(0);
    text.setHeight(height());
    painter.setFont(labelFont());
    painter.setPen(isChecked() ? colours.onAccentSoft : colours.ink);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextWordWrap, this->text());
    painter.setFont(detailFont());
    painter.setPen(colours.inkSecondary);
    painter.drawText(rect().adjusted(0, 0, -zoomed(10), 0), Qt::AlignVCenter | Qt::AlignRight, shownDetail(width()));
}

NavigationPane::NavigationPane(QWidget *parent) : QFrame(parent)
{
    setAccessibleName(u"Pages du projet"_s);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(10, 14, 10, 14);
    m_column->setSpacing(0);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 1, 0);
    whole->addWidget(m_scroll);
}

void NavigationPane::addSection(const QString &title, const QString &precision)
{
    QString text = title.toUpper();
    if (!precision.isEmpty())
        text += u" · "_s + precision;
    TextLabel *label = plainLabel(text, TextRole::Overline);
    label->setAccessibleName(title);
    label->setContentsMargins(10, 14, 10, 6);
    m_titles.push_back(label);
    m_column->addWidget(label);
}

void NavigationPane::addPage(const QString &page, const QString &label)
{
    auto *item = new NavigationItem(page, label);
    connect(item, &QAbstractButton::clicked, this, [this, page] { Q_EMIT chosen(page); });
    if (m_items.empty()) // all have the same width
        connect(item, &NavigationItem::resized, this, &NavigationPane::matchDetails);
    m_items.push_back(item);
    m_column->addWidget(item);
}

void NavigationPane::finish()
{
    m_column->addStretch(1);
}

void NavigationPane::setCurrent(const QString &page)
{
    for (NavigationItem *item : m_items)
        if (item->page() == page)
            item->setChecked(true);
    showCurrent();
}

void NavigationPane::showCurrent()
{
    QTimer::singleShot(0, this, [this] {
        for (NavigationItem *item : m_items)
            if (item->isChecked())
                m_scroll->ensureWidgetVisible(item, 0, item->height());
    });
}

void NavigationPane::setStates(const std::map<QString, controle::PageState> &states,
                               const std::vector<controle::Finding> &findings)
{
    for (NavigationItem *item : m_items) {
        const auto state = states.find(item->page());
        if (state == states.end()) { // what it had to see may be gone
            item->setState(Mark::None, {});
            continue;
        }
        const bool blocking = std::any_of(findings.begin(), findings.end(), [item](const controle::Finding &each) {
            return each.page == item->page() && each.severity == controle::Severity::Blocking;
        });
        const int toReview = state->second.toReview;
        const QString detail = toReview > 0 ? u"%1 à voir"_s.arg(toReview) : QString();
        switch (state->second.type) {
        case controle::PageState::Type::Empty:
            item->setState(Mark::Empty, {});
            break;
        case controle::PageState::Type::Complete:
            item->setState(Mark::Done, {});
            break;
        case controle::PageState::Type::ToReview:
            item->setState(blocking ? Mark::Blocking : Mark::ToReview, detail);
            break;
        }
    }
    matchDetails();
}

void NavigationPane::matchDetails()
{
    if (m_items.empty())
        return;
    const int width = m_items.front()->width();
    const bool roomy = std::all_of(m_items.begin(), m_items.end(),
                                   [width](const NavigationItem *each) { return each->hasRoom(width); });
    for (NavigationItem *item : m_items)
        item->setNumberOnly(!roomy);
}

void NavigationPane::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        matchDetails();
}

void NavigationPane::keyPressEvent(QKeyEvent *event)
{
    const auto at = std::find_if(m_items.begin(), m_items.end(), [](const auto *each) { return each->hasFocus(); });
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && at != m_items.end())
        return (*at)->click();
    const QString typed = base::fold(event->text());
    NavigationItem *wanted = nullptr;
    if (event->key() == Qt::Key_Home && !m_items.empty())
        wanted = m_items.front();
    else if (event->key() == Qt::Key_End && !m_items.empty())
        wanted = m_items.back();
    else if (!typed.isEmpty() && at != m_items.end()) {
        std::vector<NavigationItem *> ahead(at + 1, m_items.end()); // then from the top again
        ahead.insert(ahead.end(), m_items.begin(), at);
        const auto next = std::find_if(ahead.begin(), ahead.end(),
                                       [&typed](auto *each) { return base::fold(each->text()).startsWith(typed); });
        wanted = next != ahead.end() ? *next : nullptr;
    }
    if (!wanted)
        return QFrame::keyPressEvent(event);
    wanted->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(wanted, 0, wanted->height());
}

void NavigationPane::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool low = window()->height() < zoomed(lowWindow);
    for (TextLabel *title : m_titles)
        title->setContentsMargins(10, low ? 6 : 14, 10, low ? 2 : 6);
    for (NavigationItem *item : m_items)
        item->updateGeometry();
    showCurrent();
}

void NavigationPane::focusCurrent()
{
    for (NavigationItem *item : m_items)
        if (item->isChecked())
            item->setFocus(Qt::ShortcutFocusReason);
}

} // namespace gui
