#include "gui/pages/cell_delegate.h"

#include "domain/changes.h"
#include "gui/theme/theme.h"
#include "models/record_table_model.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using models::RecordTableModel;

namespace
{

constexpr double rowPadding = 14;
constexpr double cellPadding = 10;
constexpr double chipPadding = 8;

const domain::FieldDescription *fieldOf(const QModelIndex &index)
{
    const auto at = domain::FieldAddress::parse(index.data(RecordTableModel::FieldRole).toString());
    const domain::TableDescription *table = at ? domain::table(at->table) : nullptr;
    return table ? table->field(at->field) : nullptr;
}

bool hasList(const domain::FieldDescription &field)
{
    return field.kind == domain::Kind::Choice || field.kind == domain::Kind::Answer;
}

QComboBox *listFor(const domain::FieldDescription &field, QWidget *parent)
{
    auto *list = new QComboBox(parent);
    if (field.kind == domain::Kind::Answer) {
        list->addItem(u"Pas de réponse"_s, QVariant());
        list->addItem(u"Oui"_s, true);
        list->addItem(u"Non"_s, false);
    }
    for (const domain::Choice &choice : field.choices)
        list->addItem(choice.label, choice.code);
    return list;
}

QFont chipFont(const QFont &base)
{
    QFont font = base;
    font.setPixelSize(zoomed(12));
    return font;
}

} // namespace

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const domain::FieldDescription *field = fieldOf(index);
    if (!field)
        return nullptr;
    const QString name = index.model()->headerData(index.column(), Qt::Horizontal).toString();
    if (hasList(*field)) {
        QComboBox *list = listFor(*field, parent);
        list->setAccessibleName(name);
        connect(list, &QComboBox::activated, this, [this, list] {
            Q_EMIT const_cast<CellDelegate *>(this)->commitData(list);
            Q_EMIT const_cast<CellDelegate *>(this)->closeEditor(list);
        });
        QTimer::singleShot(0, list, &QComboBox::showPopup);
        return list;
    }
    auto *line = new QLineEdit(parent);
    line->setAccessibleName(name);
    line->setAlignment(index.data(Qt::TextAlignmentRole).value<Qt::Alignment>());
    if (field->kind == domain::Kind::Date)
        line->setPlaceholderText(u"jj/mm/aaaa"_s);
    return line;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const QVariant value = index.data(Qt::EditRole);
    if (auto *list = qobject_cast<QComboBox *>(editor)) {
        for (int row = 0; row < list->count(); ++row)
            if (list->itemData(row) == value)
                list->setCurrentIndex(row);
    } else if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(value.typeId() == QMetaType::QDate ? index.data().toString() : value.toString());
    }
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (auto *list = qobject_cast<QComboBox *>(editor))
        model->setData(index, list->currentData());
    else if (auto *line = qobject_cast<QLineEdit *>(editor))
        model->setData(index, line->text());
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect place = option.rect;
    if (qobject_cast<QComboBox *>(editor)) {
        place.setWidth(std::max(place.width(), editor->sizeHint().width()));
        place.moveRight(std::min(place.right(), editor->parentWidget()->width()));
    }
    editor->setGeometry(place);
}

void CellDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option)
{
    const Palette &colours = currentPalette();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.accentSoft);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(colours.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
}

// Drawn here rather than by the style, which forgets the padding of cells that are not current.
void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    painter->save();
    paintGround(painter, cell);
    painter->setFont(cell.font);
    painter->setPen(currentPalette().ink);
    const QRect room = cell.rect.adjusted(zoomed(cellPadding), 0, -zoomed(cellPadding), 0);
    painter->drawText(room, int(cell.displayAlignment) | Qt::TextWordWrap, cell.text);
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int padding = 2 * zoomed(cellPadding);
    // The view asks twice: how wide (no width yet), then how high in that width.
    const int width = option.rect.width() > 0 ? option.rect.width() - padding : QWIDGETSIZE_MAX;
    QSize text = sizeIn(QWIDGETSIZE_MAX, cell.font, cell.text);
    if (text.width() > width)
        text = sizeIn(width, cell.font, cell.text);
    return {text.width() + padding + 2, std::max(text.height(), QFontMetrics(cell.font).height()) + zoomed(rowPadding)};
}

// A table measures each cell many times, in the same widths; most hold a few words, and many the same.
QSize CellDelegate::sizeIn(int width, const QFont &font, const QString &text) const
{
    constexpr qsizetype mostKept = 4096;
    const QString key =
        text + QChar(font.bold() ? u'1' : u'0') + QString::number(font.pixelSize()) + u'/' + QString::number(width);
    if (const auto known = m_sizes.constFind(key); known != m_sizes.constEnd())
        return *known;
    if (m_sizes.size() >= mostKept)
        m_sizes.clear();
    const QRect room(0, 0, width, QWIDGETSIZE_MAX);
    return *m_sizes.insert(key, QFontMetrics(font).boundingRect(room, Qt::TextWordWrap, text).size());
}

// A closed list only takes keys while its cell is edited; the wheel scrolls the page.
bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && qobject_cast<QComboBox *>(watched)) {
        event->ignore();
        return true;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(RecordTableModel::FooterRole).toBool())
        option->font.setBold(true);
}

void ChipDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &colours = currentPalette();
    painter->save();
    paintGround(painter, option);
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(chipFont(option.font));
    const QFontMetrics metrics(painter->font());
    int x = option.rect.left() + zoomed(chipPadding);
    const QStringList words = m_words(index.data(RecordTableModel::IdRole).toString());
    for (const QString &word : words) {
        const bool toReview = word == u"à préciser"_s;
        const int width = metrics.horizontalAdvance(word) + 2 * zoomed(chipPadding);
        const int height = metrics.height() + zoomed(4);
        const QRect chip(x, option.rect.center().y() - height / 2, width, height);
        painter->setPen(Qt::NoPen);
        painter->setBrush(toReview ? colours.reviewSoft : colours.accentSoft);
        painter->drawRoundedRect(chip, height / 2.0, height / 2.0);
        painter->setPen(toReview ? colours.onReviewSoft : colours.onAccentSoft);
        painter->drawText(chip, Qt::AlignCenter, word);
        x += width + zoomed(5);
    }
    painter->restore();
}

QSize ChipDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(chipFont(option.font));
    int width = zoomed(chipPadding);
    for (const QString &word : m_words(index.data(RecordTableModel::IdRole).toString()))
        width += metrics.horizontalAdvance(word) + 2 * zoomed(chipPadding) + zoomed(5);
    return {width + zoomed(chipPadding), CellDelegate::sizeHint(option, index).height()};
}

} // namespace gui
