#include "gui/pages/block_paste.h"

#include "base/paths.h"
#include "dossier/dossier.h"
#include "gui/dialogs/paste_columns_dialog.h"
#include "gui/forms/binder.h"
#include "gui/pages/record_table.h"
#include "gui/widgets/choice_box.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/paste_note.h"
#include "gui/widgets/record_picker.h"
#include "imports/block_question.h"
#include "imports/column_titles.h"
#include "imports/html_text.h"
#include "imports/partners.h"
#include "imports/people.h"
#include "reference/reference.h"

#include <algorithm>
#include <QAbstractItemDelegate>
#include <QChildEvent>
#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QShortcut>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

void onPaste(QWidget *where, const std::function<void(const QString &text)> &paste)
{
    auto *shortcut =
        new QShortcut(QKeySequence(QKeySequence::Paste), where, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, where, [paste] { paste(copiedBlock()); });
}

namespace
{

imports::CopiedCells copiedAsHtml()
{
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    return copied && copied->hasHtml() ? imports::copiedCells(copied->html()) : imports::CopiedCells();
}

} // namespace

QString copiedBlock()
{
    const QString without = copiedAsHtml().withoutStruck;
    return without.isEmpty() ? QGuiApplication::clipboard()->text() : without;
}

QString blockTold(const imports::BlockProposal &proposal, bool whole)
{
    return (QStringList{imports::blockReport(proposal, whole)} + copiedAsHtml().remarks).join(u'\n');
}

void askColumns(QWidget *window, const base::Result<std::optional<imports::BlockQuestion>> &question, QObject *context,
                const std::function<void(const std::optional<imports::BlockTitles> &)> &paste)
{
    if (!question || !question.value())
        return paste({});
    const auto asked = window->findChildren<PasteColumnsDialog *>();
    if (std::any_of(asked.begin(), asked.end(), [](const QWidget *each) { return each->isVisible(); }))
        return; // a paste still waits for its answer
    auto *dialog = new PasteColumnsDialog(*question.value(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, context, [dialog, paste] { paste(dialog->titles()); });
    dialog->open();
}

PasteNotes &PasteNotes::of(Binder &binder)
{
    auto *notes = binder.findChild<PasteNotes *>(QString(), Qt::FindDirectChildrenOnly);
    return notes ? *notes : *new PasteNotes(&binder);
}

void addKnownTitles(imports::BlockList &list)
{
    // A file that is damaged leaves the titles that the program shows.
    if (const auto titles = imports::ColumnTitles::load(base::referenceFolder()); titles)
        titles.value().addTo(list);
}

void pastePeopleIn(QObject *list, const reference::Reference &reference)
{
    auto words = imports::ProfessionWords::load(base::referenceFolder(), reference.professions());
    if (!words)
        return;
    PasteRules::of(list).reading = [known = std::move(words.value())](imports::BlockList &block) {
        imports::readPeople(block, known);
    };
}

void pastePartnersIn(QObject *list)
{
    PasteRules::of(list).reading = imports::readPartners;
}

PasteRules &PasteRules::of(QObject *list)
{
    auto *rules = list->findChild<PasteRules *>(QString(), Qt::FindDirectChildrenOnly);
    return rules ? *rules : *new PasteRules(list);
}

std::vector<imports::BlockField> blockFields(const std::vector<QWidget *> &fields, const models::TableSpec &table,
                                             const QString &noun)
{
    std::vector<imports::BlockField> found;
    for (QWidget *widget : fields) {
        imports::BlockField field{widget->property("ligne").toString()};
        for (const models::Column &column : table.columns)
            if (column.field == field.name && !column.header.isEmpty())
                field.titles << column.header;
        if (found.empty())
            field.titles << noun;
        const domain::FieldDescription *described = domain::table(table.table)->field(field.name);
        if (auto *editor = dynamic_cast<FieldEditor *>(widget); editor && described)
            editor->describe(*described); // the form of an empty list is bound to no record yet
        if (const auto *choice = qobject_cast<ChoiceBox *>(widget)) {
            field.freeText = choice->isEditable();
            for (int i = 0; i < choice->count(); ++i)
                if (const QString code = choice->itemData(i).toString(); !code.isEmpty())
                    field.words.emplace_back(choice->itemText(i), code);
        } else if (const auto *picker = qobject_cast<RecordPicker *>(widget)) {
            for (const models::RecordOption &option : picker->options())
                field.words.emplace_back(option.label, option.id.toString());
        } else if (auto *several = qobject_cast<RecordsPicker *>(widget)) {
            for (const models::RecordOption &option : several->options())
                field.words.emplace_back(option.label, option.id.toString());
            field.missing = [several](const domain::Projet &projet, const base::IdList &chosen) {
                return several->missing(projet, chosen);
            };
        }
        found.push_back(field);
    }
    return found;
}

CellPaste::CellPaste(RecordTable *table, models::RecordTableModel *model, TextLabel *note, const AppContext &context)
    : QObject(table), m_table(table), m_model(model), m_note(note), m_context(context)
{
    onPaste(table, [this](const QString &text) { paste(text); });
    table->viewport()->installEventFilter(this);
    connect(&context.dossier, &dossier::Dossier::steppedTo, note, [note] { showPasteNote(note, {}); });
}

void CellPaste::paste(const QString &text)
{
    if (m_context.dossier.isReadOnly())
        return;
    askColumns(m_table->window(), imports::questionOf(text, grid()), this,
               [this, text](const std::optional<imports::BlockTitles> &said) { fill(text, said); });
}

void CellPaste::fill(const QString &text, const std::optional<imports::BlockTitles> &said)
{
    dossier::Dossier &dossier = m_context.dossier;
    const auto proposal = imports::proposeCells(text, grid(), dossier.projet(), said);
    if (!proposal) {
        showPasteNote(m_note, proposal.error().message);
        return;
    }
    if (!proposal.value().changes.empty())
        if (const auto done = dossier.edit(u"Coller un tableau"_s, proposal.value().changes); !done) {
            showPasteNote(m_note, done.error().message);
            return;
        }
    showPasteNote(m_note, blockTold(proposal.value(), true));
}

bool CellPaste::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ChildAdded && watched == m_table->viewport()) {
        static_cast<QChildEvent *>(event)->child()->installEventFilter(this);
    } else if (auto *cell = qobject_cast<QLineEdit *>(watched);
               cell && event->type() == QEvent::KeyPress &&
               static_cast<QKeyEvent *>(event)->matches(QKeySequence::Paste)) {
        // Asked at that key alone: the clipboard is another program's.
        const QString text = copiedBlock();
        if (text.contains(u'\t') || text.trimmed().contains(u'\n')) {
            Q_EMIT m_table->itemDelegate()->closeEditor(cell, QAbstractItemDelegate::RevertModelCache);
            paste(text);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

bool CellPaste::takeOwn(const QString &text)
{
    if (!imports::isMeantFor(text, grid()))
        return false;
    m_table->setFocus(Qt::OtherFocusReason);
    paste(text);
    return true;
}

imports::BlockGrid CellPaste::grid() const
{
    const models::TableSpec &spec = m_model->spec();
    imports::BlockGrid grid;
    grid.table = spec.table;
    std::vector<int> columns; // of the table
    for (int column = 1; column < m_model->columnCount(); ++column)
        if (!spec.columns[size_t(column)].field.isEmpty()) {
            grid.columns.push_back({spec.columns[size_t(column)].field,
                                    {m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString()}});
            columns.push_back(column);
        }
    grid.labelTitle = m_model->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString();
    for (size_t row = 0; row < m_model->recordCount(); ++row) {
        const base::Id id = m_model->idAt(int(row));
        grid.rows.push_back({id, m_model->index(int(row), 0).data().toString(), spec.key ? spec.key(id) : QString()});
    }
    grid.editable = [this, columns](size_t row, size_t column) {
        return bool(m_model->flags(m_model->index(int(row), columns[column])) & Qt::ItemIsEditable);
    };
    if (spec.table == "effectif"_L1) {
        grid.rowOf = professionRows();
        if (const int others = m_model->rowOf(base::Id::fromKey(u"effectif:autres"_s)); others >= 0)
            grid.others = size_t(others);
        grid.othersField = u"precision"_s;
    }
    const QModelIndex current = m_table->currentIndex();
    grid.row = size_t(std::max(0, current.row()));
    const auto at = std::find(columns.begin(), columns.end(), current.column());
    grid.column = at == columns.end() ? 0 : size_t(at - columns.begin());
    return grid;
}

// As people write professions: "Généralistes", "IDEL".
std::function<std::optional<size_t>(const QString &)> CellPaste::professionRows() const
{
    const reference::Professions &professions = m_context.reference.professions();
    auto words = imports::ProfessionWords::load(base::referenceFolder(), professions);
    if (!words)
        return {};
    return [this, &professions, known = std::move(words.value())](const QString &text) -> std::optional<size_t> {
        const QString code = known.recognise(text);
        const int row =
            code.isEmpty() ? -1 : m_model->rowOf(base::Id::fromKey(u"effectif:"_s + professions.ligneDe(code)));
        return row < 0 ? std::nullopt : std::optional<size_t>(size_t(row));
    };
}

} // namespace gui
