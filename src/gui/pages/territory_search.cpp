#include "gui/pages/territory_search.h"

#include "base/text.h"
#include "gui/pages/territory_facts.h"
#include "gui/theme/theme.h"
#include "gui/widgets/edit_menu.h"

#include <algorithm>
#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using reference::Hit;

namespace
{

constexpr int mostAnswers = 9;
enum Role { PrecisionRole = Qt::UserRole + 1, ObstacleRole, QueryRole };

// How many characters of the name the query stands for, folded: « st andre » covers « Saint-André » badly, and then
// nothing is made bold.
int boldLength(const QString &name, const QString &query)
{
    const QString wanted = base::fold(query);
    for (int length = 1; length <= name.size(); ++length)
        if (base::fold(name.left(length)) == wanted)
            return length;
    return 0;
}

// Inhabitants tell Castellane from Castellar.
QString precisionOf(const Hit &hit, const reference::Communes &communes)
{
    if (hit.kind == Hit::Kind::Epci)
        return hit.precision + u" · intercommunalité"_s;
    const auto commune = communes.find(hit.code);
    if (!commune || !commune->population)
        return hit.precision;
    return hit.precision + u" · "_s + base::frenchCount(*commune->population, u"habitant"_s, u"habitants"_s);
}

// The name, its beginning in bold, then where it is, smaller; below the name when both have no room on one line.
class AnswerDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *list = qobject_cast<const QListView *>(option.widget);
        const int room = list ? list->width() - 2 * list->frameWidth() - 2 * zoomed(12) : 0;
        const QFontMetrics small(smallFont(option.font));
        QFont bold = option.font;
        bold.setBold(true);
        const bool fits =
            QFontMetrics(bold).horizontalAdvance(index.data().toString()) + small.horizontalAdvance(rest(index)) <=
            room;
        return {zoomed(200), oneLine(option.font) + (fits ? 0 : small.height())};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &colours = currentPalette();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.accentSoft);
            painter->drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), zoomed(5), zoomed(5));
        }
        const bool twoLines = option.rect.height() > oneLine(option.font);
        const QRect whole = option.rect.adjusted(zoomed(12), 0, -zoomed(12), 0);
        QRect room = whole;
        if (twoLines)
            room.setHeight(QFontMetrics(option.font).height() + 2 * zoomed(8));
        const QString name = index.data().toString();
        const QString obstacle = index.data(ObstacleRole).toString();
        const int bold = boldLength(name, index.data(QueryRole).toString());
        QFont font = option.font;
        painter->setPen(obstacle.isEmpty() ? colours.ink : colours.inkSecondary);
        font.setBold(true);
        draw(*painter, room, font, name.left(bold));
        font.setBold(false);
        draw(*painter, room, font, name.mid(bold));
        font = smallFont(option.font);
        painter->setPen(colours.inkSecondary);
        painter->setFont(font);
        if (twoLines)
            room = whole.adjusted(0, QFontMetrics(option.font).height(), 0, 0);
        const QString more = twoLines ? rest(index).trimmed() : rest(index);
        painter->drawText(room, Qt::AlignVCenter, QFontMetrics(font).elidedText(more, Qt::ElideRight, room.width()));
        painter->restore();
    }

private:
    static QFont smallFont(QFont font)
    {
        font.setPixelSize(zoomed(12.5));
        return font;
    }
    static int oneLine(const QFont &font) { return QFontMetrics(font).height() + zoomed(16); }
    static QString rest(const QModelIndex &index)
    {
        const QString obstacle = index.data(ObstacleRole).toString();
        return u"  "_s + index.data(PrecisionRole).toString() + (obstacle.isEmpty() ? QString() : u" · "_s + obstacle);
    }
    static void draw(QPainter &painter, QRect &room, const QFont &font, const QString &text)
    {
        painter.setFont(font);
        painter.drawText(room, Qt::AlignVCenter, text);
        room.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(text));
    }
};

} // namespace

TerritorySearch::TerritorySearch(QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(u"Par exemple Castellane, 04120 ou Alpes Provence Verdon"_s);
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, &TerritorySearch::search);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            close();
    });
}

void TerritorySearch::setSource(const reference::Communes &communes, Obstacle obstacle, std::function<QString()> first)
{
    m_communes = &communes;
    m_obstacle = std::move(obstacle);
    m_first = std::move(first);
}

bool TerritorySearch::isOpen() const
{
    return m_list && m_list->isVisible();
}

void TerritorySearch::refresh()
{
    if (isOpen())
        search();
}

void TerritorySearch::search()
{
    m_hits.clear();
    m_answers.clear();
    if (const QString list = text(); list.trimmed().contains(u'\n')) {
        setText({});
        Q_EMIT listPasted(list);
        return;
    }
    if (m_communes && text().trimmed().size() >= 2)
        m_hits = m_communes->search(text(), mostAnswers, m_first());
    if (m_hits.empty()) {
        close();
        const bool asked = text().trimmed().size() >= 2;
        Q_EMIT announced(asked ? u"Aucune commune ni intercommunalité ne répond à « %1 »."_s.arg(text().trimmed())
                               : QString());
        return;
    }
    for (const Hit &hit : m_hits) {
        auto *item = new QStandardItem(shownName(hit.nom));
        const QString obstacle = m_obstacle(hit);
        const QString precision = precisionOf(hit, *m_communes);
        item->setData(precision, PrecisionRole);
        item->setData(obstacle, ObstacleRole);
        item->setData(text(), QueryRole);
        item->setData(u"%1, %2 %3"_s.arg(shownName(hit.nom), precision, obstacle).trimmed(), Qt::AccessibleTextRole);
        item->setEditable(false);
        m_answers.appendRow(item);
    }
    place();
    m_list->setCurrentIndex(m_answers.index(0, 0));
    Q_EMIT announced(base::frenchCount(qint64(m_hits.size()), u"réponse"_s, u"réponses"_s) +
                     u" : flèches pour choisir, Entrée pour ajouter."_s);
}

// The list lies over the page, in its window: nothing moves when it opens, and no other window takes the keyboard.
void TerritorySearch::place()
{
    if (!m_list) {
        m_list = new QListView(window());
        m_list->setObjectName(u"reponses-recherche"_s);
        m_list->setAccessibleName(u"Réponses de la recherche"_s);
        m_list->setFocusPolicy(Qt::NoFocus);
        m_list->setResizeMode(QListView::Adjust); // two lines or one: by its width
        m_list->setModel(&m_answers);
        m_list->setItemDelegate(new AnswerDelegate(m_list));
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
    }
    if (m_list->parentWidget() != window())
        m_list->setParent(window());
    m_list->resize(width(), m_list->height());
    int height = 2 * m_list->frameWidth() + 4;
    for (int row = 0; row < m_answers.rowCount(); ++row)
        height += m_list->sizeHintForRow(row);
    const QPoint below = mapTo(window(), QPoint(0, this->height() + zoomed(4)));
    const int room = window()->height() - below.y() - zoomed(8);
    m_list->setGeometry(below.x(), below.y(), width(), std::min(height, std::max(room, zoomed(120))));
    m_list->raise();
    m_list->show();
}

void TerritorySearch::close()
{
    if (m_list)
        m_list->hide();
}

void TerritorySearch::take(int row)
{
    if (row < 0 || row >= int(m_hits.size()))
        return;
    const Hit hit = m_hits[size_t(row)];
    const QString obstacle = m_obstacle(hit);
    if (!obstacle.isEmpty()) {
        Q_EMIT announced(u"%1 : %2."_s.arg(shownName(hit.nom), obstacle));
        return;
    }
    setText({}); // ready for the next one; unlike clear(), nothing is left that Ctrl+Z would bring back
    setFocus();
    Q_EMIT chosen(hit);
}

void TerritorySearch::move(int by)
{
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, m_answers.rowCount() - 1);
    m_list->setCurrentIndex(m_answers.index(row, 0));
    setAccessibleDescription(m_answers.index(row, 0).data(Qt::AccessibleTextRole).toString());
}

// With nothing of its own to undo, the keys are the project's.
bool TerritorySearch::event(QEvent *event)
{
    const bool idle = !isUndoAvailable() && !isRedoAvailable();
    return idle && isUndoRequest(event) ? false : QLineEdit::event(event);
}

void TerritorySearch::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        if (isOpen())
            move(1);
        else
            search();
        return;
    case Qt::Key_Up:
        if (isOpen())
            move(-1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isOpen())
            take(m_list->currentIndex().row());
        else
            search();
        return;
    case Qt::Key_Escape:
        if (isOpen()) {
            close();
            return;
        }
        break;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

// A click elsewhere closes the answers: a click here is how the mouse asks for them again.
void TerritorySearch::mousePressEvent(QMouseEvent *event)
{
    QLineEdit::mousePressEvent(event);
    if (!isOpen() && !text().trimmed().isEmpty())
        search();
}

void TerritorySearch::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // Its answers are no longer there to choose from; another window in front, or the end of this one, says nothing.
    if (isOpen() && event->reason() != Qt::ActiveWindowFocusReason)
        Q_EMIT announced({});
    close();
}

void TerritorySearch::hideEvent(QHideEvent *event)
{
    QLineEdit::hideEvent(event);
    close();
}

void TerritorySearch::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    if (isOpen())
        place();
}

void TerritorySearch::moveEvent(QMoveEvent *event)
{
    QLineEdit::moveEvent(event);
    if (isOpen())
        place();
}

} // namespace gui
