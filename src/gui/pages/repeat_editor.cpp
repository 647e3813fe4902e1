#include "gui/pages/repeat_editor.h"

#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/pages/accompanied_row.h"
#include "gui/pages/adaptive_row.h"
#include "gui/pages/block_paste.h"
#include "gui/pages/record_table.h"
#include "gui/pages/sum_label.h"
#include "gui/pages/wrap_layout.h"
#include "gui/theme/icons.h"
#include "gui/widgets/card.h"
#include "gui/widgets/focus_return.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/page_tabs.h"
#include "gui/widgets/paste_note.h"
#include "gui/widgets/unfinished.h"

#include <algorithm>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QShortcut>
#include <QTabBar>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::Id;

namespace
{

QPushButton *iconButton(const QString &iconName, const QString &text)
{
    auto *button = new QPushButton(icon(iconName), text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

RepeatEditor::RepeatEditor(RepeatSpec spec, QWidget *detail, const AppContext &context, Binder &binder, QWidget *parent)
    : QWidget(parent), m_spec(std::move(spec)), m_dossier(context.dossier), m_binder(binder),
      m_model(new models::RecordTableModel(m_spec.table, context.dossier, this))
{
    if (m_spec.library)
        m_spec.fillings.push_back({m_spec.library->button, true, [this](const Id &) { openLibrary(); }});
    if (m_spec.taking)
        m_spec.fillings.push_back(
            {m_spec.taking->button, true, [this](const Id &) { openTaking(); },
             [this](const domain::Projet &projet) { return !m_spec.taking->offered(projet).empty(); }});
    build(detail);
    for (QWidget *field : detail->findChildren<QWidget *>())
        if (!field->property("ligne").toString().isEmpty())
            m_fields.push_back(field);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &RepeatEditor::followModel);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &RepeatEditor::followModel);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &RepeatEditor::updateButtons);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &RepeatEditor::updateButtons);
    connect(m_table, &RecordTable::choiceChanged, this, [this] { bindTo(m_table->currentId()); });
    connect(m_table, &RecordTable::removalAsked, this, &RepeatEditor::remove);
    connect(m_add, &QPushButton::clicked, this, &RepeatEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &RepeatEditor::remove);
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *another = new QShortcut(QKeySequence(Qt::ControlModifier | enter), this);
        another->setContext(Qt::WidgetWithChildrenShortcut); // from any field of the record as from the list
        connect(another, &QShortcut::activated, m_add, &QPushButton::click);
    }
    connect(m_paste, &QPushButton::clicked, this, [this] { paste(copiedBlock()); });
    connect(&m_dossier, &dossier::Dossier::steppedTo, this, &RepeatEditor::followNote);
    connect(m_dismiss, &QPushButton::clicked, this, &RepeatEditor::dismissNote);
    connect(m_whole, &QPushButton::clicked, this, &RepeatEditor::readWholeNote);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    if (!m_fillings.empty()) // what they offer may be of other records than those of the list
        connect(&m_dossier, &dossier::Dossier::changed, this, &RepeatEditor::updateButtons);
    followNote();
    followModel();
}

RepeatEditor::~RepeatEditor()
{
    // The table tells a last change of choice when its model goes.
    m_table->disconnect(this);
}

void RepeatEditor::build(QWidget *detail)
{
    Card *card = Card::withColumn(m_spec.title, this);
    if (!m_spec.help.isEmpty())
        card->column()->addWidget(plainLabel(m_spec.help, TextRole::Hint));
    const bool accompanied = bool(m_spec.beside);
    auto *list = new QWidget(card);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(makeTable(list));
    // Not in the form: its fields take what is pasted in them.
    onPaste(list, [this](const QString &text) { paste(text); });
    QWidget *buttons = makeButtons(list);
    m_detailArea = new QWidget(card);
    auto *detailColumn = new QVBoxLayout(m_detailArea);
    detailColumn->setContentsMargins(0, 0, 0, 0);
    detailColumn->setSpacing(10);
    detailColumn->addWidget(plainLabel(m_spec.detailTitle, TextRole::Strong));
    detailColumn->addWidget(detail);
    detailColumn->addStretch();
    if (accompanied) { // every pixel is for the words of the table
        card->column()->setContentsMargins(12, 16, 12, 16);
        card->column()->addWidget(accompany(list, buttons));
    } else {
        column->addWidget(buttons);
        column->addStretch();
        auto *row = new AdaptiveRow(card);
        row->setThreshold(860);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(18);
        line->addWidget(list, 3);
        line->addWidget(m_detailArea, 2);
        card->column()->addWidget(row);
    }
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(card);
}

// The form is under the table, what accompanies it at the right of both while there is room.
QWidget *RepeatEditor::accompany(QWidget *list, QWidget *buttons)
{
    auto *under = new QWidget;
    auto *column = new QVBoxLayout(under);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    onPaste(buttons, [this](const QString &text) { paste(text); });
    column->addWidget(buttons);
    column->addWidget(m_detailArea);
    column->addStretch();
    return new AccompaniedRow(list, m_spec.beside(), under);
}

QWidget *RepeatEditor::makeTable(QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    m_empty = new EmptyState(m_spec.emptyTitle, m_spec.emptyHint, place);
    m_table = new RecordTable(place);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(m_spec.tableName);
    m_table->setMostRows(m_spec.beside ? 14 : 8); // its form is under it, the page scrolls to it anyway
    column->addWidget(m_empty);
    column->addWidget(m_table);
    if (m_spec.table.sum)
        column->addWidget(sumLabel(m_spec.table.sum, m_dossier, place));
    return place;
}

// What is done with the list: add, paste, range, remove; then what is particular to it, and what was said of it.
QWidget *RepeatEditor::makeButtons(QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(buttonLines(place));
    m_kept = plainLabel({}, TextRole::Hint, place);
    column->addWidget(m_kept);
    m_pasted = makePasteNote(place);
    column->addWidget(m_pasted);
    m_whole = new QPushButton(u"Lire toutes les remarques"_s, place);
    m_dismiss = new QPushButton(u"Masquer ce message"_s, place);
    for (QPushButton *button : {m_whole, m_dismiss}) {
        button->setProperty("role", u"lien"_s);
        button->setAutoDefault(false);
        button->hide();
        column->addWidget(button, 0, Qt::AlignLeft);
    }
    return place;
}

// One line while there is room, each button as wide as its words; else what acts on a record begins a line.
QWidget *RepeatEditor::buttonLines(QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *lines = new WrapLayout(place);
    m_add = iconButton(u"ajouter"_s, m_spec.addText);
    m_paste = new QPushButton(u"Coller"_s);
    m_paste->setAutoDefault(false);
    m_paste->setAccessibleName(u"Coller des lignes copiées dans un tableau"_s);
    m_paste->setToolTip(u"Ajoute les lignes copiées dans Excel (Ctrl+V)"_s);
    auto *forList = new QWidget(place);
    auto *adding = new WrapLayout(forList);
    adding->addWidget(m_add);
    adding->addWidget(m_paste);
    for (const RepeatAction &filling : m_spec.fillings)
        adding->addWidget(m_fillings.emplace_back(actionButton(filling)));
    if (!m_spec.importProfile.isEmpty()) {
        m_import = new QPushButton(u"Importer…"_s);
        m_import->setAutoDefault(false);
        m_import->setAccessibleName(m_spec.title + u" : "_s + m_import->text());
        connect(m_import, &QPushButton::clicked, this, [this] {
            m_binder.flush();
            Q_EMIT importAsked(m_spec.importProfile);
        });
        adding->addWidget(m_import);
    }
    lines->addWidget(forList);
    lines->addWidget(actionLine(place));
    return place;
}

QWidget *RepeatEditor::actionLine(QWidget *parent)
{
    auto *place = new QWidget(parent);
    auto *line = new WrapLayout(place);
    m_up = iconButton(u"monter"_s, u"Monter"_s);
    m_down = iconButton(u"descendre"_s, u"Descendre"_s);
    m_remove = iconButton(u"supprimer"_s, u"Retirer"_s);
    for (QPushButton *button : {m_up, m_down, m_remove})
        line->addWidget(button);
    for (const RepeatAction &action : m_spec.actions)
        line->addWidget(m_actions.emplace_back(actionButton(action)));
    return place;
}

QPushButton *RepeatEditor::actionButton(const RepeatAction &action)
{
    auto *button = new QPushButton(action.text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, run = action.run] {
        m_binder.flush();
        run(m_chosen);
    });
    return button;
}

bool RepeatEditor::edit(const QString &label, const domain::ChangeList &changes)
{
    const auto done = m_dossier.edit(label, changes);
    if (!done)
        Q_EMIT failed(done.error().message);
    return done.ok();
}

void RepeatEditor::add()
{
    m_binder.flush();
    if (m_spec.adding) {
        m_spec.adding();
        return;
    }
    const Id id = Id::create();
    models::FieldValues fields = m_spec.initial;
    for (auto &each : m_spec.known ? m_spec.known(m_dossier.projet()) : models::FieldValues())
        fields.push_back(std::move(each));
    if (!edit(m_spec.addLabel, models::appending(m_dossier.projet(), m_spec.table.table, id, fields)))
        return;
    m_table->showId(id);
    bindTo(id);
    if (m_fields.empty())
        return;
    if (auto *first = dynamic_cast<FieldEditor *>(m_fields.front()))
        first->focusTarget()->setFocus(Qt::OtherFocusReason);
}

void RepeatEditor::openLibrary()
{
    auto *dialog = new TickDialog(m_spec.library->words, m_spec.library->lines(m_dossier.projet()), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { addFromLibrary(dialog->ticked()); });
    dialog->open();
}

// In the order of the library, as one undo step.
void RepeatEditor::addFromLibrary(const base::IdList &ticked)
{
    const RecordLibrary &library = *m_spec.library;
    std::vector<models::FieldValues> records;
    for (const TickLine &line : library.lines(m_dossier.projet())) {
        if (!line.taken.isEmpty() || !std::binary_search(ticked.begin(), ticked.end(), line.id))
            continue;
        models::FieldValues fields = m_spec.initial;
        for (auto &each : library.fields(line.id))
            fields.push_back(std::move(each));
        records.push_back(std::move(fields));
    }
    const models::Appended added = models::appendingAll(m_dossier.projet(), m_spec.table.table, records);
    const QString label = u"Ajouter "_s + base::frenchCount(qint64(added.ids.size()), library.one, library.several);
    if (added.ids.empty() || !edit(label, added.changes))
        return;
    choose(added.ids.front());
    m_table->setFocus(Qt::OtherFocusReason);
}

void RepeatEditor::openTaking()
{
    const RecordTaking &taking = *m_spec.taking;
    auto *dialog = new TickDialog(taking.question, taking.offered(m_dossier.projet()), {}, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { take(dialog->ticked()); });
    dialog->open();
}

void RepeatEditor::take(const base::IdList &ticked)
{
    domain::ChangeList changes;
    for (const Id &id : ticked) {
        const auto more = domain::setting(m_dossier.projet(), {m_spec.table.table, id, m_spec.taking->field}, true);
        changes.insert(changes.end(), more.begin(), more.end());
    }
    if (!changes.empty() && edit(m_spec.taking->label, changes))
        choose(ticked.front());
}

void RepeatEditor::paste(const QString &text)
{
    if (m_dossier.isReadOnly() || m_spec.adding)
        return;
    m_binder.flush();
    const auto *rules = findChild<PasteRules *>(QString(), Qt::FindDirectChildrenOnly);
    if (rules && rules->elsewhere && rules->elsewhere(text))
        return;
    askColumns(window(), imports::questionOf(text, blockList(), m_dossier.projet()), this,
               [this, text](const std::optional<imports::BlockTitles> &said) { pasteRows(text, said); });
}

imports::BlockList RepeatEditor::blockList() const
{
    imports::BlockList list{m_spec.table.table, blockFields(m_fields, m_spec.table, m_spec.addText.section(u' ', 2)),
                            m_spec.initial};
    const auto *rules = findChild<PasteRules *>(QString(), Qt::FindDirectChildrenOnly);
    if (rules && rules->reading)
        rules->reading(list);
    addKnownTitles(list);
    return list;
}

void RepeatEditor::pasteRows(const QString &text, const std::optional<imports::BlockTitles> &said)
{
    const auto proposal = imports::proposeRows(text, blockList(), m_dossier.projet(), said);
    if (!proposal) {
        tellPaste(proposal.error().message, nullptr);
        return;
    }
    if (!edit(u"Coller un tableau"_s, proposal.value().changes))
        return;
    keepRefused(proposal.value());
    choose(proposal.value().added.front());
    m_table->setFocus(Qt::OtherFocusReason);
    tellPaste(blockTold(proposal.value()), &proposal.value());
}

// In the fields that can show half a date or words for a number, as if it had been typed there.
void RepeatEditor::keepRefused(const imports::BlockProposal &proposal)
{
    const auto shows = [this](const QString &name) {
        return std::any_of(m_fields.begin(), m_fields.end(), [&name](QWidget *field) {
            return field->property("ligne").toString() == name && dynamic_cast<Unfinished *>(field);
        });
    };
    for (const imports::RefusedCell &each : proposal.refused)
        if (shows(each.at.field))
            m_binder.keep(each.at, each.written, each.sentence + u'.');
}

QString RepeatEditor::noteKey() const
{
    QString key = m_spec.table.table;
    for (const auto &[name, value] : m_spec.initial)
        if (const auto *owner = std::get_if<Id>(&value))
            key += u'/' + owner->toString();
    return key;
}

void RepeatEditor::tellPaste(const QString &text, const imports::BlockProposal *proposal)
{
    const QString whole = proposal ? blockTold(*proposal, true) : QString();
    const bool counted = proposal && whole != text;
    const bool lasting = counted || (proposal && !proposal->lost.empty());
    PasteNotes::of(m_binder).notes[noteKey()] = {text, lasting, counted ? whole : QString(),
                                                 proposal ? proposal->added : std::vector<Id>()};
    m_dismiss->setVisible(lasting);
    m_whole->setVisible(counted);
    showPasteNote(m_pasted, text);
    updateButtons(); // what a field of a record shows and can't store is said once
}

// After an undo the records may be gone, and what was told of them; when they come back, what was lost is told again.
void RepeatEditor::followNote()
{
    auto &notes = PasteNotes::of(m_binder).notes;
    const auto found = notes.find(noteKey());
    const bool lasting = found != notes.end() && found->second.lasting;
    if (found != notes.end() && !lasting)
        notes.erase(found);
    const bool shown = lasting && std::all_of(found->second.added.begin(), found->second.added.end(),
                                              [this](const Id &each) { return m_model->rowOf(each) >= 0; });
    if (shown && m_pasted->isHidden()) {
        m_pasted->setText(found->second.text);
        m_pasted->setAccessibleName(found->second.text);
    }
    m_pasted->setVisible(shown);
    m_dismiss->setVisible(shown);
    m_whole->setVisible(shown && !found->second.whole.isEmpty());
    updateButtons();
}

void RepeatEditor::readWholeNote()
{
    PasteNotes::Note &note = PasteNotes::of(m_binder).notes[noteKey()];
    note.text = std::exchange(note.whole, {});
    showPasteNote(m_pasted, note.text);
    m_whole->hide();
    m_dismiss->setFocus(Qt::OtherFocusReason);
}

void RepeatEditor::dismissNote()
{
    PasteNotes::of(m_binder).notes.erase(noteKey());
    followNote();
    stop()->setFocus(Qt::OtherFocusReason);
}

QWidget *RepeatEditor::stop() const
{
    if (m_model->rowCount() > 0)
        return m_table;
    return m_dossier.isReadOnly() ? static_cast<QWidget *>(m_empty) : m_add;
}

void RepeatEditor::remove()
{
    const Id id = m_chosen;
    if (id.isNull() || m_dossier.isReadOnly() || !m_remove->isEnabled())
        return;
    m_binder.flush();
    const int row = m_model->rowOf(id);
    const domain::Projet &projet = m_dossier.projet();
    const domain::ChangeList changes =
        m_spec.removing ? m_spec.removing(projet, id) : models::removingAll(projet, m_spec.table.table, {id});
    if (!edit(m_spec.removeLabel, changes))
        return;
    if (m_model->rowCount() == 0) {
        m_add->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_table->showId(m_model->idAt(std::max(0, row - 1)));
    m_table->setFocus(Qt::OtherFocusReason);
}

void RepeatEditor::move(int by)
{
    const int row = m_model->rowOf(m_chosen);
    if (row < 0)
        return;
    // Going down one place is to stand before the one after the next.
    const Id next = m_model->idAt(by < 0 ? row - 1 : row + 2);
    const Id moved = m_chosen;
    const QString label = by < 0 ? u"Monter d’une ligne"_s : u"Descendre d’une ligne"_s;
    if (edit(label, models::movingBefore(m_dossier.projet(), m_spec.table.table, moved, next)))
        m_table->showId(moved);
}

void RepeatEditor::bindTo(const Id &id)
{
    const bool there = !id.isNull() && m_model->rowOf(id) >= 0;
    if (there && id == m_chosen && m_bound) {
        updateButtons();
        return;
    }
    m_chosen = there ? id : Id();
    m_bound = there;
    for (QWidget *field : m_fields) {
        m_binder.unbind(field);
        if (there)
            m_binder.bind(field, domain::FieldAddress{m_spec.table.table, id, field->property("ligne").toString()});
    }
    m_detailArea->setVisible(there);
    updateButtons();
}

void RepeatEditor::choose(const Id &id)
{
    if (m_model->rowOf(id) < 0)
        return;
    m_table->showId(id);
    bindTo(id);
}

void RepeatEditor::followModel()
{
    const bool any = m_model->rowCount() > 0;
    const QWidget *focus = window()->focusWidget();
    const bool hadKeyboard = focus && isAncestorOf(focus);
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    for (QPushButton *button : {m_up, m_down}) // those without ranks stand in an order of their own
        button->setVisible(any && domain::table(m_spec.table.table)->ordered);
    m_remove->setVisible(any);
    for (QPushButton *button : m_actions)
        button->setVisible(any);
    if (m_model->rowOf(m_chosen) < 0)
        bindTo(m_model->rowOf(m_table->currentId()) >= 0 ? m_table->currentId() : m_model->idAt(0));
    updateButtons();
    if (hadKeyboard && !any) // Qt would give it to the next field of the page, out of sight
        m_add->setFocus(Qt::OtherFocusReason);
}

void RepeatEditor::updateButtons()
{
    const int row = m_model->rowOf(m_chosen);
    const bool editable = !m_dossier.isReadOnly();
    const QString kept = row >= 0 && m_spec.keeps ? m_spec.keeps(m_dossier.projet(), m_chosen) : QString();
    QStringList notes = m_dismiss->isHidden() ? unfinished() : QStringList();
    if (!kept.isEmpty())
        notes.prepend(kept);
    m_add->setEnabled(editable);
    m_paste->setEnabled(editable);
    m_paste->setVisible(!m_spec.adding);
    if (m_import)
        m_import->setEnabled(editable);
    enableOrLeave(m_up, editable && row > 0, m_table);
    enableOrLeave(m_down, editable && row >= 0 && row + 1 < m_model->rowCount(), m_table);
    m_remove->setEnabled(editable && row >= 0 && kept.isEmpty());
    for (size_t i = 0; i < m_actions.size(); ++i)
        m_actions[i]->setEnabled(row >= 0 && (editable || !m_spec.actions[i].edits));
    for (size_t i = 0; i < m_fillings.size(); ++i) {
        const RepeatAction &filling = m_spec.fillings[i];
        m_fillings[i]->setEnabled(editable || !filling.edits);
        m_fillings[i]->setVisible(!filling.offered || filling.offered(m_dossier.projet()));
    }
    m_kept->setText(notes.join(u'\n'));
    m_kept->setVisible(!notes.isEmpty());
}

// « Ligne 2 : « 12/03 » n’est pas une date complète. » of those whose form is not shown.
QStringList RepeatEditor::unfinished() const
{
    QStringList lines;
    for (int row = 0; row < m_model->rowCount(); ++row)
        for (const QString &each : m_binder.unfinished(m_spec.table.table, m_model->idAt(row)))
            lines << u"Ligne %1 : %2"_s.arg(row + 1).arg(each);
    return lines;
}

QWidget *RepeatEditor::show(const domain::FieldAddress &at)
{
    if (at.table != m_spec.table.table || m_model->rowOf(at.id) < 0)
        return nullptr;
    m_table->showId(at.id);
    bindTo(at.id);
    for (QWidget *field : m_fields)
        if (field->property("ligne").toString() == at.field)
            return field;
    return m_table;
}

void pasteFromTabs(PageTabs *tabs)
{
    onPaste(tabs->bar(), [tabs](const QString &text) {
        auto lists = tabs->part(tabs->currentIndex())->findChildren<RepeatEditor *>();
        lists.removeIf([](const RepeatEditor *each) { return each->property("secondaire").toBool(); });
        if (lists.size() == 1)
            lists.front()->paste(text);
    });
}

} // namespace gui
