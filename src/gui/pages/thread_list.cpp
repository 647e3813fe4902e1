#include "gui/pages/thread_list.h"

#include "base/typography.h"
#include "gui/theme/theme.h"

#include <algorithm>
#include <cstdlib>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <utility>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int indent = 26;
constexpr int padding = 6;
constexpr int stripe = 4;     // of the mission's colour
constexpr int arrowRoom = 26; // at the right
constexpr int atOnce = 60;    // lines that are measured before the list shows: more than a screen holds

// The three texts of a line, broken at the width there is.
struct Measured {
    std::unique_ptr<QTextLayout> title;
    QRect detail;
    QRect gap;
    int titleHeight = 0;
    int height = 0;
    QRect area; // of the texts
};

class ThreadDelegate final : public QStyledItemDelegate
{
public:
    explicit ThreadDelegate(ThreadList *view) : QStyledItemDelegate(view), m_view(view) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const int width = std::max(zoomed(200), m_view->viewport()->width());
        return {zoomed(200), measured(line(index), QRect(0, 0, width, 0)).height};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &colours = currentPalette();
        const ThreadLine &shown = line(index);
        const Measured place = measured(shown, option.rect);
        painter->save();
        const QRect card = cardOf(shown, option.rect);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        painter->setPen(Qt::NoPen);
        if (current || option.state.testFlag(QStyle::State_MouseOver) || shown.depth == 0) {
            painter->setBrush(current ? colours.accentSoft : colours.surfaceRaised);
            painter->drawRect(card);
        }
        if (!shown.mission.isEmpty())
            painter->fillRect(QRect(card.left(), card.top(), zoomed(stripe), card.height()),
                              missionColour(colours, shown.mission));
        if (option.state.testFlag(QStyle::State_HasFocus) && m_view->hasFocus()) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(colours.accent, 2));
            painter->drawRect(card.adjusted(1, 1, -1, -1));
        }
        painter->setPen(colours.ink);
        place.title->draw(painter, place.area.topLeft());
        painter->setFont(smallFont());
        painter->setPen(colours.inkSecondary);
        painter->drawText(place.detail, Qt::TextWordWrap, base::frenchTypography(shown.detail));
        painter->setPen(colours.review);
        painter->drawText(place.gap, Qt::TextWordWrap, gapOf(shown));
        painter->setFont(textFont(shown));
        painter->setPen(colours.accent);
        if (!shown.field.table.isEmpty())
            painter->drawText(card.adjusted(0, 0, -zoomed(8), 0), Qt::AlignRight | Qt::AlignVCenter, u"→"_s);
        painter->restore();
    }

private:
    [[nodiscard]] const ThreadLine &line(const QModelIndex &index) const
    {
        return m_view->lines().at(size_t(index.row()));
    }
    [[nodiscard]] QFont textFont(const ThreadLine &shown) const
    {
        QFont font = m_view->font();
        font.setPixelSize(zoomed(shown.depth == 0 ? 15 : 14));
        return font;
    }
    [[nodiscard]] QFont smallFont() const
    {
        QFont font = m_view->font();
        font.setPixelSize(zoomed(12.5));
        return font;
    }
    static QString gapOf(const ThreadLine &shown) { return shown.gap.isEmpty() ? QString() : u"◐ "_s + shown.gap; }
    // Under the need, each step of the thread is a card further right.
    static QRect cardOf(const ThreadLine &shown, const QRect &whole)
    {
        const int above = shown.depth == 0 ? zoomed(8) : shown.depth == 1 ? zoomed(4) : 0;
        return whole.adjusted(zoomed(indent) * shown.depth + zoomed(4), above, -zoomed(4), 0);
    }

    [[nodiscard]] Measured measured(const ThreadLine &shown, const QRect &whole) const
    {
        Measured place;
        const QRect card = cardOf(shown, whole);
        const int width = std::max(zoomed(80), card.width() - zoomed(2 * padding + stripe) - zoomed(arrowRoom));
        place.area = QRect(card.left() + zoomed(padding + stripe), card.top() + zoomed(padding), width, 0);
        const QString label = base::frenchTypography(shown.text.isEmpty() ? shown.label : shown.label + u" : "_s);
        QString text = label + base::frenchTypography(shown.text);
        text.replace(u'\n', QChar::LineSeparator);
        place.title = std::make_unique<QTextLayout>(text, textFont(shown));
        QTextLayout::FormatRange bold{0, int(shown.strong ? text.size() : label.size()), {}};
        bold.format.setFontWeight(QFont::DemiBold);
        place.title->setFormats({bold});
        place.title->beginLayout();
        double height = 0;
        for (QTextLine each = place.title->createLine(); each.isValid(); each = place.title->createLine()) {
            each.setLineWidth(width);
            each.setPosition({0, height});
            height += each.height();
        }
        place.title->endLayout();
        place.titleHeight = int(height) + 1;
        int top = place.area.top() + place.titleHeight;
        const QFontMetrics small(smallFont());
        const auto below = [&](const QString &words) {
            if (words.isEmpty())
                return QRect();
            const QRect needed = small.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, words);
            const QRect at(place.area.left(), top, width, needed.height());
            top += needed.height();
            return at;
        };
        place.detail = below(base::frenchTypography(shown.detail));
        place.gap = below(gapOf(shown));
        place.height = top + zoomed(padding) - whole.top();
        return place;
    }

    ThreadList *m_view;
};

} // namespace

namespace
{

bool isTitle(const ThreadLine &line)
{
    return line.depth == 0 && line.field.table.isEmpty();
}

} // namespace

ThreadList::ThreadList(QWidget *parent) : QListView(parent), m_model(new QStandardItemModel(this))
{
    setModel(m_model);
    setItemDelegate(new ThreadDelegate(this));
    setResizeMode(QListView::Adjust);
    setBatchSize(atOnce);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // so that the width does not depend on the height
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    viewport()->setCursor(Qt::PointingHandCursor);
    setAccessibleName(u"Fil rouge, du besoin à la preuve"_s);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
}

void ThreadList::setLines(std::vector<ThreadLine> lines)
{
    const int before = currentIndex().row();
    const domain::FieldAddress field = before >= 0 ? m_lines[size_t(before)].field : domain::FieldAddress();
    m_model->clear();
    m_lines = std::move(lines);
    for (const ThreadLine &line : m_lines) {
        auto *item = new QStandardItem(line.label);
        item->setData(line.spoken(), Qt::AccessibleTextRole);
        item->setEditable(false);
        if (isTitle(line))
            item->setFlags(Qt::NoItemFlags);
        m_model->appendRow(item);
    }
    if (!m_lines.empty())
        setCurrentIndex(m_model->index(stopFrom(rowOf(field, before)), 0));
}

int ThreadList::rowOf(const domain::FieldAddress &field, int near) const
{
    int found = -1;
    for (int at = 0; !field.table.isEmpty() && at < int(m_lines.size()); ++at)
        if (m_lines[size_t(at)].field == field && (found < 0 || std::abs(at - near) < std::abs(found - near)))
            found = at;
    return found >= 0 ? found : std::clamp(near, 0, int(m_lines.size()) - 1);
}

int ThreadList::stopFrom(int row) const
{
    for (int at = row; at < int(m_lines.size()); ++at)
        if (!isTitle(m_lines[size_t(at)]))
            return at;
    for (int at = row; at-- > 0;)
        if (!isTitle(m_lines[size_t(at)]))
            return at;
    return row;
}

void ThreadList::chooseFirst()
{
    if (m_lines.empty())
        return;
    setCurrentIndex(m_model->index(stopFrom(0), 0));
    scrollToTop();
}

void ThreadList::doItemsLayout()
{
    const bool atTop = verticalScrollBar()->value() == 0 && currentIndex().row() < atOnce;
    setLayoutMode(atTop ? QListView::Batched : QListView::SinglePass);
    QListView::doItemsLayout();
    if (std::exchange(m_followsCurrent, false))
        scrollTo(currentIndex());
}

void ThreadList::choose(int row)
{
    if (row >= 0 && size_t(row) < m_lines.size() && !m_lines[size_t(row)].field.table.isEmpty())
        Q_EMIT chosen(m_lines[size_t(row)].field);
}

void ThreadList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        choose(currentIndex().row());
    else
        QListView::keyPressEvent(event);
}

void ThreadList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

void ThreadList::resizeEvent(QResizeEvent *event)
{
    const bool other = event->size().width() != event->oldSize().width();
    if (other && !m_followsCurrent)
        m_followsCurrent = viewport()->rect().intersects(visualRect(currentIndex()));
    QListView::resizeEvent(event);
    if (other)
        scheduleDelayedItemsLayout();
}

} // namespace gui
