#include "gui/pages/record_table.h"

#include "gui/pages/cell_delegate.h"
#include "gui/pages/table_copy.h"
#include "gui/theme/theme.h"
#include "models/record_table_model.h"

#include <algorithm>
#include <numeric>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimer>

namespace gui
{

using models::RecordTableModel;
using namespace Qt::Literals::StringLiterals;

namespace
{

base::Id idOf(const QModelIndex &index)
{
    return base::Id::parse(index.data(RecordTableModel::IdRole).toString()).value_or(base::Id());
}

// Widths whose sum fits in `room`, the widest brought down to one bound, but none under what its heading needs while
// the headings fit, nor under `least`, nor under what is `whole` whatever the room.
std::vector<int> shared(std::vector<int> widths, const std::vector<int> &headings, const std::vector<int> &whole,
                        int room, int least)
{
    const bool headingsFit = std::accumulate(headings.begin(), headings.end(), 0) <= room;
    const auto cut = [&](size_t column, int bound) {
        return std::max(whole[column],
                        std::min(widths[column], headingsFit ? std::max(bound, headings[column]) : bound));
    };
    const auto sum = [&](int bound) {
        int total = 0;
        for (size_t column = 0; column < widths.size(); ++column)
            total += cut(column, bound);
        return total;
    };
    int bound = *std::max_element(widths.begin(), widths.end());
    while (bound > least && sum(bound) > room)
        --bound;
    for (size_t column = 0; column < widths.size(); ++column)
        widths[column] = cut(column, bound);
    return widths;
}

constexpr double leastColumn = 84;
constexpr int mostRead = 60;     // rows whose words are measured
constexpr int mostWords = 4096;  // whose widths are kept
constexpr double cellSides = 22; // that the delegate leaves beside the words

} // namespace

RecordTable::RecordTable(QWidget *parent) : QTableView(parent)
{
    setItemDelegate(new CellDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter | Qt::Alignment(Qt::TextWordWrap));
    // The arrow of what is ranged takes room in its heading.
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &RecordTable::fitColumns);
    // The bar takes room of its own: it never covers the last row.
    // Later: told in the middle of a layout, it would be forgotten with what that layout asked before.
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &RecordTable::updateGeometry, Qt::QueuedConnection);
}

void RecordTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &RecordTable::rowsChanged);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RecordTable::rowsChanged);
    connect(model, &QAbstractItemModel::columnsInserted, this, &RecordTable::rowsChanged);
    connect(model, &QAbstractItemModel::columnsRemoved, this, &RecordTable::rowsChanged);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &RecordTable::rowsChanged);
    connect(model, &QAbstractItemModel::dataChanged, this, &RecordTable::cellsChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordTable::rowsChanged);
    rowsChanged();
}

void RecordTable::setMostRows(int rows)
{
    m_mostRows = rows;
    rowsChanged();
}

void RecordTable::setWideColumn(int column)
{
    m_wideColumn = column;
    fitColumns();
}

void RecordTable::setSpareColumn(int column)
{
    if (m_spareColumn >= 0 && m_spareColumn != column)
        setColumnHidden(m_spareColumn, false);
    m_spareColumn = column;
    fitColumns();
}

void RecordTable::setTyping(bool typing)
{
    m_typing = typing;
    setEditTriggers(typing ? QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                                 QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed
                           : QAbstractItemView::NoEditTriggers);
}

base::Id RecordTable::currentId() const
{
    return idOf(currentIndex());
}

std::vector<base::Id> RecordTable::selectedIds() const
{
    std::vector<base::Id> ids;
    if (!selectionModel())
        return ids;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        if (const base::Id id = idOf(index); !id.isNull())
            ids.push_back(id);
    return ids;
}

bool RecordTable::showId(const base::Id &id, int column)
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, column);
        if (idOf(index) != id)
            continue;
        setCurrentIndex(index);
        scrollTo(index);
        return true;
    }
    return false;
}

void RecordTable::choose(const std::vector<base::Id> &ids)
{
    QItemSelection rows;
    for (int row = 0; row < model()->rowCount(); ++row)
        if (const QModelIndex index = model()->index(row, 0); std::count(ids.begin(), ids.end(), idOf(index)) > 0)
            rows.select(index, index);
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

int RecordTable::heightOfRows(int rows) const
{
    int height =
        std::max(horizontalHeader()->sizeHint().height(), horizontalHeader()->minimumHeight()) + 2 * frameWidth() + 2;
    for (int row = 0; row < rows; ++row)
        height += rowHeight(row);
    return height;
}

QSize RecordTable::sizeHint() const
{
    const int rows = model() ? model()->rowCount() : 0;
    int height = heightOfRows(std::min(rows, m_mostRows));
    if (horizontalHeader()->length() > viewport()->width() || horizontalScrollBar()->maximum() > 0)
        height += horizontalScrollBar()->sizeHint().height();
    return {zoomed(240), height};
}

QSize RecordTable::minimumSizeHint() const
{
    return {zoomed(160), sizeHint().height()};
}

// What is typed moves no column, unless one would cut it.
void RecordTable::cellsChanged(const QModelIndex &first, const QModelIndex &last)
{
    updateGeometry();
    for (int column = first.column(); column <= last.column(); ++column)
        if (!isColumnHidden(column) && longestWord(column) + zoomed(cellSides) > columnWidth(column))
            return fitColumns();
}

void RecordTable::rowsChanged()
{
    // By the number of the rows, never by their height: a bar that comes narrows the columns, words wrap, rows grow,
    // and it would come and go for ever.
    const bool scrolls = model() && model()->rowCount() > m_mostRows;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    fitColumns();
    updateGeometry();
}

void RecordTable::fitColumns()
{
    m_unfitted = !isVisible();
    if (m_unfitted || m_fitting || !model() || model()->columnCount() == 0)
        return;
    const QScopedValueRollback fitting(m_fitting, true); // what it lays out resizes the table, which asks for it again
    // Every column as wide as it asks; the wide one takes the rest when there is some; when there is too little, the
    // widest give way first and their words wrap.
    QHeaderView *header = horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    const std::vector<int> columns = shownColumns();
    std::vector<int> asked, headings, words, wrapped, figures, uncut;
    for (const int column : columns) {
        headings.push_back(headingWidth(column, false));
        words.push_back(headingWidth(column, true));
        const int cells = sizeHintForColumn(column);
        asked.push_back(std::max(cells, headings.back()));
        wrapped.push_back(std::max(cells, words.back()));
        uncut.push_back(isOfFigures(column) ? cells : 0); // under that: a figure that is cut would be another one
        figures.push_back(std::max(words.back(), uncut.back()));
    }
    const int room = viewport()->width();
    if (std::accumulate(headings.begin(), headings.end(), 0) > room)
        headings = words; // then they take two lines
    // While there is room for it, no column cuts its longest word: the widest ones wrap, then the headings.
    int narrowest = zoomed(leastColumn);
    for (const std::vector<int> &least : {headings, words}) {
        std::vector<int> whole = least;
        for (size_t at = 0; at < columns.size(); ++at)
            whole[at] =
                std::max({whole[at], uncut[at], std::min(asked[at], longestWord(columns[at]) + zoomed(cellSides))});
        if (std::accumulate(whole.begin(), whole.end(), 0) > room)
            continue;
        headings = whole;
        narrowest = 0;
        break;
    }
    // Long names wrap less when short figures under a long heading leave them their room.
    const bool cut = narrowest > 0;
    const std::vector<int> given = shared(cut ? wrapped : asked, cut ? figures : headings, uncut, room, narrowest);
    const int taken = std::accumulate(given.begin(), given.end(), 0);
    for (size_t at = 0; at < columns.size(); ++at)
        header->resizeSection(columns[at], given[at] + (columns[at] == m_wideColumn ? std::max(0, room - taken) : 0));
    fitHeadings();
}

int RecordTable::wholeWords(int column, bool wrappedHeading) const
{
    return std::max(headingWidth(column, wrappedHeading),
                    std::min(sizeHintForColumn(column), longestWord(column) + zoomed(cellSides)));
}

std::vector<int> RecordTable::shownColumns()
{
    std::vector<int> columns;
    int needed = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        columns.push_back(column);
        needed += m_spareColumn < 0 ? 0 : wholeWords(column, true);
    }
    if (m_spareColumn < 0 || m_spareColumn >= int(columns.size()))
        return columns;
    const bool room = needed <= viewport()->width();
    if (isColumnHidden(m_spareColumn) == room)
        setColumnHidden(m_spareColumn, !room);
    if (!room)
        columns.erase(columns.begin() + m_spareColumn);
    return columns;
}

// Numbers, by their side or by themselves, and dates.
bool RecordTable::isOfFigures(int column) const
{
    static const QRegularExpression figure(u"^[-−+]?\\d[\\d\\s.,/]*[%€]?$"_s,
                                           QRegularExpression::UseUnicodePropertiesOption);
    for (int row = 0; row < std::min(model()->rowCount(), mostRead); ++row)
        if (const QString cell = model()->index(row, column).data().toString(); !cell.isEmpty()) {
            if (figure.match(cell).hasMatch())
                return true;
            break;
        }
    const QVariant side = model()->index(0, column).data(Qt::TextAlignmentRole);
    const bool typed = side.metaType() == QMetaType::fromType<Qt::Alignment>();
    return (typed ? side.value<Qt::Alignment>() : Qt::Alignment(side.toInt())).testFlag(Qt::AlignRight);
}

QFontMetrics RecordTable::headingMetrics() const
{
    QFont font = horizontalHeader()->font();
    font.setPixelSize(zoomed(12.5));
    font.setBold(true);
    return QFontMetrics(font);
}

QString RecordTable::heading(int column) const
{
    return model()->headerData(column, Qt::Horizontal).toString();
}

int RecordTable::headingWidth(int column, bool wrapped) const
{
    const QFontMetrics metrics = headingMetrics();
    int words = 0;
    for (const QString &part : wrapped ? heading(column).split(u' ') : QStringList{heading(column)})
        words = std::max(words, metrics.horizontalAdvance(part));
    const bool sorted = isSortingEnabled() && horizontalHeader()->sortIndicatorSection() == column;
    return words + zoomed(sorted ? 42 : 24);
}

int RecordTable::longestWord(int column) const
{
    if (m_wordWidths.size() > mostWords)
        m_wordWidths.clear();
    const QFontMetrics metrics = fontMetrics();
    int longest = 0;
    for (int row = 0; row < std::min(model()->rowCount(), mostRead); ++row)
        for (const QString &word : model()->index(row, column).data().toString().split(u' ')) {
            auto known = m_wordWidths.find(word);
            if (known == m_wordWidths.end())
                known = m_wordWidths.insert(word, metrics.horizontalAdvance(word));
            longest = std::max(longest, *known);
        }
    return longest;
}

// As high as the heading with the most lines needs; the style sheet leaves 8 px above and under.
void RecordTable::fitHeadings()
{
    const QFontMetrics metrics = headingMetrics();
    int height = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int width = horizontalHeader()->sectionSize(column) - zoomed(20);
        height =
            std::max(height, metrics.boundingRect(QRect(0, 0, width, 0), Qt::TextWordWrap, heading(column)).height());
    }
    height += zoomed(16) + 1;
    if (height == horizontalHeader()->minimumHeight())
        return;
    horizontalHeader()->setMinimumHeight(height);
    // Not from inside a resize: the scroll bars may come and go with the height, and the columns with them.
    QTimer::singleShot(0, this, [this] {
        updateGeometries();
        rowsChanged();
    });
}

void RecordTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        fitColumns();
        updateGeometry();
    }
}

void RecordTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    if (m_unfitted)
        rowsChanged();
}

void RecordTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        m_wordWidths.clear();
        rowsChanged();
    }
}

// The page scrolls unless the table has rows that are out of sight.
void RecordTable::wheelEvent(QWheelEvent *event)
{
    if (verticalScrollBar()->maximum() > 0)
        QTableView::wheelEvent(event);
    else
        event->ignore();
}

void RecordTable::focusInEvent(QFocusEvent *event)
{
    // Before Qt makes the first cell current, which may be one that can't be typed in.
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0) {
        const QModelIndex typed = m_typing ? nextTyped({}, false) : QModelIndex();
        setCurrentIndex(typed.isValid() ? typed : model()->index(0, 0));
    }
    QTableView::focusInEvent(event);
}

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_typing && state() != EditingState && currentIndex().isValid()) {
        edit(currentIndex());
        return;
    }
    if (event->key() == Qt::Key_Delete && state() != EditingState) {
        if (m_typing && (currentIndex().flags() & Qt::ItemIsEditable) && selectionBehavior() == SelectItems)
            model()->setData(currentIndex(), QString());
        else
            Q_EMIT removalAsked();
        return;
    }
    if (event->matches(QKeySequence::Copy) && state() != EditingState) {
        copyChosen();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RecordTable::copyChosen() const
{
    const bool several = selectionModel() && selectionModel()->selectedRows().size() > 1;
    const QModelIndexList selected = selectionModel() ? selectionModel()->selectedIndexes() : QModelIndexList();
    const bool block = selectionBehavior() == SelectItems && selected.size() > 1;
    if (several || block)
        QGuiApplication::clipboard()->setText(copiedCells(*this, selected));
    else if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(copiedCells(*this, {currentIndex()}));
}

void RecordTable::copyAll() const
{
    QGuiApplication::clipboard()->setText(copiedCells(*this, shownCells(*this)));
}

// A list of which one row is chosen at a time can be taken to a spreadsheet as a whole.
void RecordTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!model() || model()->rowCount() == 0)
        return;
    QMenu menu(this);
    menu.addAction(u"Copier"_s, this, [this] { copyChosen(); })->setEnabled(currentIndex().isValid());
    menu.addAction(u"Copier tout le tableau"_s, this, [this] { copyAll(); });
    menu.exec(event->globalPos());
}

QModelIndex RecordTable::nextTyped(const QModelIndex &from, bool backward) const
{
    const int columns = model()->columnCount();
    const int cells = model()->rowCount() * columns;
    const int step = backward ? -1 : 1;
    for (int cell = from.isValid() ? from.row() * columns + from.column() + step : 0; cell >= 0 && cell < cells;
         cell += step) {
        const QModelIndex index = model()->index(cell / columns, cell % columns);
        if (index.flags() & Qt::ItemIsEditable)
            return index;
    }
    return {};
}

void RecordTable::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    const QModelIndex from = currentIndex();
    // Qt gives the hint of Enter too when the current cell is already another, of another row: one is led there.
    const bool left = editor && indexAt(editor->geometry().center()) != from;
    QTableView::closeEditor(editor, QAbstractItemDelegate::NoHint);
    if (left)
        return;
    if (hint == QAbstractItemDelegate::SubmitModelCache) { // Enter
        const QModelIndex below = from.siblingAtRow(from.row() + 1);
        if (below.isValid() && (below.flags() & Qt::ItemIsEditable))
            setCurrentIndex(below);
        return;
    }
    if (hint != QAbstractItemDelegate::EditNextItem && hint != QAbstractItemDelegate::EditPreviousItem)
        return;
    const bool backward = hint == QAbstractItemDelegate::EditPreviousItem;
    const QModelIndex next = nextTyped(from, backward);
    if (next.isValid()) {
        setCurrentIndex(next);
        edit(next);
    } else {
        focusNextPrevChild(!backward);
    }
}

void RecordTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT choiceChanged();
}

void RecordTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT choiceChanged();
}

} // namespace gui
