// Ctrl+V of cells copied from a spreadsheet, on a list or on a table of the program.
#pragma once

#include "gui/context.h"
#include "imports/block_question.h"
#include "models/record_table_model.h"

#include <map>
#include <QObject>

namespace gui
{

class Binder;
class RecordTable;
class TextLabel;

// Runs `paste` with copiedBlock() at Ctrl+V in `where` or in what it holds; a field of text keeps its own.
void onPaste(QWidget *where, const std::function<void(const QString &text)> &paste);

// The text of the clipboard; of a table some words of which are struck, without them.
[[nodiscard]] QString copiedBlock();

// What became of a block that was just pasted, its struck words and its merged cells included.
[[nodiscard]] QString blockTold(const imports::BlockProposal &proposal, bool whole = false);

// Pastes at once what says what its columns are, and what is refused; else asks over `window` first, and nothing is
// pasted when the answer is no.
void askColumns(QWidget *window, const base::Result<std::optional<imports::BlockQuestion>> &question, QObject *context,
                const std::function<void(const std::optional<imports::BlockTitles> &)> &paste);

// What was told of the last block pasted on each list of a page. Lists come and go with the record they belong to: what
// was written and is in no field is told again when its list comes back, until somebody has read it.
class PasteNotes final : public QObject
{
    Q_OBJECT
public:
    struct Note {
        QString text;
        bool lasting = false; // something was lost: it stays until it is dismissed
        QString whole = {};   // with the remarks that `text` only counts; empty: it has them all
        std::vector<base::Id> added;
    };

    using QObject::QObject;
    // Those of the page that a binder serves.
    [[nodiscard]] static PasteNotes &of(Binder &binder);
    // By the table of the list and the record that it belongs to.
    std::map<QString, Note> notes;
};

// What is particular to the blocks pasted on one list; a child of its RepeatEditor, which looks for it.
class PasteRules final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    // Those of a list, made when it has none.
    [[nodiscard]] static PasteRules &of(QObject *list);

    // Before a block is read: other titles, other words, who is there already.
    std::function<void(imports::BlockList &)> reading = {};
    // Takes a block that was copied for another table of the page; false: it is for this list.
    std::function<bool(const QString &text)> elsewhere = {};
};

// The titles that people write above their columns, beside those that the program shows.
void addKnownTitles(imports::BlockList &list);

// In a list of people: the titles of the import, its words for professions, nobody twice.
void pastePeopleIn(QObject *list, const reference::Reference &reference);
// In a list of partners: as they are imported.
void pastePartnersIn(QObject *list);

// What the columns of a block may fill: the fields of a form, with the words of their lists. `noun` may stand above
// the first.
[[nodiscard]] std::vector<imports::BlockField> blockFields(const std::vector<QWidget *> &fields,
                                                           const models::TableSpec &table, const QString &noun);

// Fills the cells of a table of fixed rows, in one undo step; `note` says what was taken, or why nothing was.
class CellPaste final : public QObject
{
    Q_OBJECT
public:
    // `table` shows `model`, and owns this.
    CellPaste(RecordTable *table, models::RecordTableModel *model, TextLabel *note, const AppContext &context);

    void paste(const QString &text);
    // Takes a block that names rows of the table, wherever the keyboard was, and brings it here; false for another.
    bool takeOwn(const QString &text);

    // A block pasted in a cell that is being typed is for the table: the cell would keep its first figure only.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const QString &text, const std::optional<imports::BlockTitles> &said);
    [[nodiscard]] imports::BlockGrid grid() const;
    [[nodiscard]] std::function<std::optional<size_t>(const QString &)> professionRows() const;

    RecordTable *m_table;
    models::RecordTableModel *m_model;
    TextLabel *m_note;
    const AppContext &m_context;
};

} // namespace gui
