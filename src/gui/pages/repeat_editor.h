// A list of records and the form of the one that is chosen: people, partners, actions, dates.
#pragma once

#include "gui/context.h"
#include "gui/dialogs/tick_dialog.h"
#include "gui/forms/binder.h"
#include "models/record_options.h"
#include "models/record_table_model.h"

class QPushButton;

namespace imports
{
struct BlockList;
struct BlockProposal;
struct BlockTitles;
} // namespace imports

namespace gui
{

class PageTabs;
class TextLabel;

class AdaptiveRow;
class Card;
class EmptyState;
class RecordTable;

// Something more to do with the chosen record: « Enregistrer une copie… ».
struct RepeatAction {
    QString text;
    bool edits = true; // false: allowed in a project that can only be read
    std::function<void(const base::Id &)> run;
    std::function<bool(const domain::Projet &)> offered = {}; // unset: always
};

// Records that the reference proposes, to be ticked in a dialog: what is known of them is filled, the rest is empty.
struct RecordLibrary {
    QString button; // « Choisir dans la bibliothèque… »
    TickWords words;
    QString one;     // « indicateur », for the name of the undo step
    QString several; // « indicateurs »
    std::function<std::vector<TickLine>(const domain::Projet &)> lines;
    std::function<models::FieldValues(const base::Id &line)> fields;
};

// Records of the project that may join the list, to be ticked: nobody is typed twice.
struct RecordTaking {
    QString button;                // « Prendre dans les membres… »
    QString question;              // « Qui, parmi les membres, écrit le projet ? »
    QString label;                 // of the undo step
    QString field;                 // true when a record is of the list
    models::RecordOptions offered; // those that are not; none: no such button
};

// What is particular to one list.
struct RepeatSpec {
    QString title;       // « L’équipe projet »
    QString help;        // one sentence under it
    QString emptyTitle;  // « Personne pour l’instant »
    QString emptyHint;   // what to do
    QString addText;     // « Ajouter une personne »
    QString addLabel;    // of the undo step: « Ajouter une personne à l’équipe »
    QString removeLabel; // « Retirer une personne de l’équipe »
    QString detailTitle; // « La personne choisie »
    QString tableName;   // for a screen reader: « Équipe projet »
    models::TableSpec table;
    models::FieldValues initial;                                           // of a new record
    std::function<models::FieldValues(const domain::Projet &)> known = {}; // more of one that is added alone
    std::function<domain::ChangeList(const domain::Projet &, const base::Id &)> removing; // unset: the record goes
    std::function<QString(const domain::Projet &, const base::Id &)> keeps; // why it can't be removed, or empty
    std::function<void()> adding;                                           // unset: an empty record is added
    std::vector<RepeatAction> actions = {};                                 // on a line of their own
    std::vector<RepeatAction> fillings = {}; // more ways to fill the list, beside « Coller »
    std::optional<RecordLibrary> library = {};
    std::optional<RecordTaking> taking = {};
    QString importProfile = {};             // what « Importer… » reads; empty: no such button
    std::function<QWidget *()> beside = {}; // stands beside the table, see AccompaniedRow
};

// Adding goes to the first field of the new record; removing comes back to the one before. The detail form's fields
// carry the property `ligne`, the name of the record's field.
class RepeatEditor final : public QWidget
{
    Q_OBJECT
public:
    RepeatEditor(RepeatSpec spec, QWidget *detail, const AppContext &context, Binder &binder, QWidget *parent);
    ~RepeatEditor() override;

    void add();
    void remove();
    // Adds a record for each row of a block copied from a spreadsheet, in one undo step, and says what was taken; when
    // the block does not say what its columns are, asks first.
    void paste(const QString &text);
    // Makes a record of the list the chosen one, in the table too; the keyboard stays where it is.
    void choose(const base::Id &id);
    // The widget that edits a field of a record of this list, shown; nullptr when it is not of this list.
    [[nodiscard]] QWidget *show(const domain::FieldAddress &at);
    [[nodiscard]] RecordTable *table() const { return m_table; }
    // Where the keyboard goes for the list as a whole: the table, or what adds to it while it is empty.
    [[nodiscard]] QWidget *stop() const;
    [[nodiscard]] models::RecordTableModel *model() const { return m_model; }
    [[nodiscard]] base::Id chosen() const { return m_chosen; }

Q_SIGNALS:
    void failed(const QString &sentence);
    // A file is to be read into this list; see DataImportDialog.
    void importAsked(const QString &profile);

private:
    void build(QWidget *detail);
    [[nodiscard]] QWidget *accompany(QWidget *list, QWidget *buttons);
    [[nodiscard]] QWidget *makeTable(QWidget *parent);
    [[nodiscard]] QWidget *makeButtons(QWidget *parent);
    [[nodiscard]] QWidget *buttonLines(QWidget *parent);
    [[nodiscard]] QWidget *actionLine(QWidget *parent);
    [[nodiscard]] QPushButton *actionButton(const RepeatAction &action);
    [[nodiscard]] QStringList unfinished() const;
    [[nodiscard]] imports::BlockList blockList() const;
    void pasteRows(const QString &text, const std::optional<imports::BlockTitles> &said);
    void keepRefused(const imports::BlockProposal &proposal);
    void tellPaste(const QString &text, const imports::BlockProposal *proposal);
    void followNote();
    void dismissNote();
    void readWholeNote();
    [[nodiscard]] QString noteKey() const;
    void bindTo(const base::Id &id);
    void followModel();
    void openLibrary();
    void addFromLibrary(const base::IdList &ticked);
    void openTaking();
    void take(const base::IdList &ticked);
    void move(int by);
    void updateButtons();
    bool edit(const QString &label, const domain::ChangeList &changes);

    RepeatSpec m_spec;
    dossier::Dossier &m_dossier;
    Binder &m_binder;
    models::RecordTableModel *m_model;
    RecordTable *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_detailArea = nullptr;
    TextLabel *m_kept = nullptr;
    TextLabel *m_pasted = nullptr; // what was taken of the last block
    QPushButton *m_dismiss = nullptr;
    QPushButton *m_whole = nullptr; // the remarks that the note only counts
    QPushButton *m_add = nullptr;
    QPushButton *m_paste = nullptr;
    QPushButton *m_import = nullptr; // no profile: none
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
    QPushButton *m_remove = nullptr;
    std::vector<QPushButton *> m_fillings;
    std::vector<QPushButton *> m_actions; // as those of the spec
    std::vector<QWidget *> m_fields;
    base::Id m_chosen;
    bool m_bound = false;
};

// Ctrl+V on a row of tabs, which has the keyboard when a part was just chosen, is for the list of the part in front.
void pasteFromTabs(PageTabs *tabs);

} // namespace gui
