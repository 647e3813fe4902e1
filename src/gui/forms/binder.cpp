#include "gui/forms/binder.h"

#include "dossier/dossier.h"
#include "gui/forms/validation.h"
#include "gui/picture_insertion.h"
#include "gui/widgets/field_frame.h"
#include "gui/widgets/page_scroll.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"
#include "gui/widgets/unfinished.h"

#include <algorithm>
#include <chrono>
#include <QApplication>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace
{

constexpr auto typingPause = 350ms; // with the journal's own work, stored within 400 ms of the last key
constexpr auto longestTyping = 1900ms;

const domain::FieldDescription *describe(const domain::FieldAddress &at)
{
    const domain::TableDescription *table = domain::table(at.table);
    return table ? table->field(at.field) : nullptr;
}

bool touches(const domain::Change &change, const domain::FieldAddress &at)
{
    if (change.at.table != at.table || change.at.id != at.id)
        return false;
    return change.type != domain::Change::Type::Set || change.at.field == at.field;
}

bool anyTouches(const domain::ChangeList &changes, const domain::FieldAddress &at)
{
    return std::any_of(changes.begin(), changes.end(),
                       [&at](const domain::Change &change) { return touches(change, at); });
}

TextLine *lineOf(QWidget *field)
{
    auto *line = qobject_cast<TextLine *>(field);
    return line || !field ? line : field->findChild<TextLine *>();
}

void bringMessage(QWidget *field)
{
    FieldFrame *frame = FieldFrame::around(field);
    if (frame && !frame->message().isEmpty())
        bringTold(frame);
}

} // namespace

// One field widget and the fact it edits: a named one, or a field of one record.
struct Binder::Binding {
    QPointer<QWidget> widget;
    FieldEditor *editor = nullptr;
    std::optional<domain::Champ> champ;
    domain::FieldAddress at; // when there is no champ
    const domain::FieldDescription *field = nullptr;
    bool pending = false; // something typed is not stored yet

    [[nodiscard]] QString key() const { return champ ? champ->toString() : at.toString(); }
};

Binder::Binder(dossier::Dossier &dossier, QObject *parent) : QObject(parent), m_dossier(dossier)
{
    m_editable = !dossier.isReadOnly();
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    m_longest.setSingleShot(true);
    m_longest.setInterval(longestTyping);
    for (QTimer *timer : {&m_pause, &m_longest})
        connect(timer, &QTimer::timeout, this, &Binder::pause);
    connect(&m_dossier, &dossier::Dossier::changed, this, &Binder::onChanged);
    // Not the events of one widget: the keyboard may be in any part of a field (Oui, Non, the calendar's button).
    connect(qApp, &QApplication::focusChanged, this, &Binder::focusMoved);
}

Binder::~Binder()
{
    flush();
}

QStringList Binder::bindForm(QWidget *root)
{
    QStringList problems;
    for (QWidget *child : root->findChildren<QWidget *>()) {
        const QString name = child->property("champ").toString();
        if (name.isEmpty())
            continue;
        const auto champ = domain::parseChamp(name);
        if (!champ)
            problems += u"unknown champ "_s + name;
        else if (!bind(child, *champ))
            problems += u"not a field widget for "_s + name;
    }
    return problems;
}

bool Binder::bind(QWidget *field, const domain::Champ &champ)
{
    auto binding = std::make_unique<Binding>();
    binding->champ = champ;
    binding->field = domain::describe(champ);
    return add(field, std::move(binding));
}

bool Binder::bind(QWidget *field, const domain::FieldAddress &at)
{
    auto binding = std::make_unique<Binding>();
    binding->at = at;
    binding->field = describe(at);
    return add(field, std::move(binding));
}

bool Binder::add(QWidget *field, std::unique_ptr<Binding> binding)
{
    auto *editor = dynamic_cast<FieldEditor *>(field);
    if (!editor || !binding->field)
        return false;
    unbind(field);
    binding->widget = field;
    binding->editor = editor;
    editor->describe(*binding->field);
    FieldFrame *frame = FieldFrame::around(field);
    if (frame) {
        frame->assemble();
        if (frame->label().isEmpty())
            frame->setLabel(binding->field->label);
    } else if (editor->focusTarget()->accessibleName().isEmpty()) {
        editor->setSpokenName(binding->field->label);
    }
    editor->setEditable(m_editable);
    Binding &kept = *m_bindings.emplace_back(std::move(binding));
    editor->onEdited([this, &kept](FieldEditor::Moment moment) { edited(kept, moment); });
    connect(field, &QObject::destroyed, this,
            [this, &kept] { std::erase_if(m_bindings, [&kept](const auto &each) { return each.get() == &kept; }); });
    auto *area = qobject_cast<TextArea *>(field);
    auto *pictures = parent() ? parent()->findChild<PictureInsertion *>({}, Qt::FindDirectChildrenOnly) : nullptr;
    if (area && pictures) // those of the page that this binder serves
        connect(area, &TextArea::pictureAsked, pictures, [pictures, area] { pictures->ask(area); });
    if (area)
        connect(area, &TextArea::stepEnds, this, [this, &kept] {
            store(kept);
            m_dossier.closeStep();
        });
    fill(kept);
    showUnfinished(kept);
    return true;
}

void Binder::unbind(QWidget *field)
{
    const auto found =
        std::find_if(m_bindings.begin(), m_bindings.end(), [field](const auto &each) { return each->widget == field; });
    if (found == m_bindings.end())
        return;
    store(**found);
    keepUnfinished(**found);
    (*found)->editor->onEdited({});
    disconnect(field, &QObject::destroyed, this, nullptr);
    if (auto *area = qobject_cast<TextArea *>(field)) {
        disconnect(area, &TextArea::pictureAsked, nullptr, nullptr);
        disconnect(area, &TextArea::stepEnds, this, nullptr);
    }
    m_bindings.erase(found);
}

void Binder::keepUnfinished(const Binding &binding)
{
    const auto *field = dynamic_cast<Unfinished *>(binding.widget.data());
    if (!binding.pending || binding.champ || !field || field->unfinished().isEmpty())
        return;
    m_unstored.push_back({binding.at, field->unfinished(), binding.editor->complaint()});
}

void Binder::showUnfinished(Binding &binding)
{
    auto *field = dynamic_cast<Unfinished *>(binding.widget.data());
    const auto kept = std::find_if(m_unstored.begin(), m_unstored.end(),
                                   [&binding](const Unstored &each) { return each.at == binding.at; });
    if (binding.champ || !field || kept == m_unstored.end())
        return;
    field->showUnfinished(kept->typed);
    m_unstored.erase(kept);
    binding.pending = true;
    showMessage(binding);
}

QStringList Binder::unfinished(const QString &table, const domain::Id &record) const
{
    QStringList sentences;
    for (const Unstored &each : m_unstored)
        if (each.at.table == table && each.at.id == record)
            sentences << each.complaint;
    return sentences;
}

void Binder::keep(const domain::FieldAddress &at, const QString &typed, const QString &complaint)
{
    m_unstored.push_back({at, typed, complaint});
    for (const auto &binding : m_bindings)
        if (!binding->champ && binding->at == at)
            return showUnfinished(*binding);
}

std::vector<domain::FieldAddress> Binder::unread() const
{
    std::vector<domain::FieldAddress> found;
    for (const auto &binding : m_bindings) {
        if (!binding->pending || !binding->widget || binding->editor->value())
            continue;
        const auto at = binding->champ ? domain::resolve(m_dossier.projet(), *binding->champ) : binding->at;
        found.push_back(at.value_or(domain::FieldAddress()));
    }
    for (const Unstored &each : m_unstored)
        if (domain::table(each.at.table)->find(m_dossier.projet(), each.at.id)) // an undo may have taken its record
            found.push_back(each.at);
    return found;
}

void Binder::flush()
{
    m_pause.stop();
    m_longest.stop();
    each([this](Binding &binding) {
        const QPointer<QWidget> widget = binding.widget;
        store(binding);
        if (const Binding *still = find(widget); still && still->pending)
            showMessage(*still);
    });
}

// Somebody who types is not told what is wrong before the end, but a sentence that is there goes once it is mended.
void Binder::pause()
{
    m_longest.stop();
    each([this](Binding &binding) {
        const QPointer<QWidget> widget = binding.widget;
        store(binding);
        const FieldFrame *frame = FieldFrame::around(widget);
        if (const Binding *still = find(widget); still && frame && !frame->message().isEmpty())
            showMessage(*still);
    });
}

void Binder::refresh()
{
    each([this](Binding &binding) {
        if (!binding.pending)
            fill(binding);
    });
}

// Filling or storing a field may make its page bind and unbind others meanwhile.
void Binder::each(const std::function<void(Binding &)> &treat)
{
    std::vector<QPointer<QWidget>> widgets;
    widgets.reserve(m_bindings.size());
    for (const auto &binding : m_bindings)
        widgets.push_back(binding->widget);
    for (const auto &widget : widgets)
        if (Binding *binding = find(widget))
            treat(*binding);
}

Binder::Binding *Binder::find(const QWidget *widget) const
{
    if (!widget)
        return nullptr;
    const auto found = std::find_if(m_bindings.begin(), m_bindings.end(),
                                    [widget](const auto &binding) { return binding->widget == widget; });
    return found == m_bindings.end() ? nullptr : found->get();
}

void Binder::setEditable(bool editable)
{
    m_editable = editable;
    for (const auto &binding : m_bindings)
        binding->editor->setEditable(editable);
}

QWidget *Binder::widgetFor(const domain::FieldAddress &at) const
{
    for (const auto &binding : m_bindings) {
        const auto address = binding->champ ? domain::resolve(m_dossier.projet(), *binding->champ) : binding->at;
        if (address == at)
            return binding->widget;
    }
    return nullptr;
}

domain::Value Binder::current(const Binding &binding) const
{
    if (binding.champ)
        return domain::valueOf(m_dossier.projet(), *binding.champ);
    return domain::valueAt(m_dossier.projet(), binding.at).value_or(domain::Value());
}

domain::ChangeList Binder::changesFor(const Binding &binding, const domain::Value &value) const
{
    const domain::Projet &projet = m_dossier.projet();
    if (binding.champ)
        return domain::settingChamp(projet, *binding.champ, value);
    // A record that was removed meanwhile must not come back because its widget still stands.
    const domain::TableDescription *table = domain::table(binding.at.table);
    if (!table->find(projet, binding.at.id))
        return {};
    return domain::setting(projet, binding.at, value);
}

void Binder::fill(Binding &binding)
{
    binding.pending = false;
    binding.editor->setValue(current(binding));
    if (auto *line = lineOf(binding.widget)) // what was told of a paste was told of another text
        Q_EMIT line->told({});
    showMessage(binding);
}

void Binder::edited(Binding &binding, FieldEditor::Moment moment)
{
    if (!m_editable)
        return;
    binding.pending = true;
    if (moment == FieldEditor::Moment::Typing) {
        m_pause.start();
        if (!m_longest.isActive())
            m_longest.start();
        return;
    }
    const QPointer<QWidget> widget = binding.widget;
    store(binding);
    if (const Binding *still = find(widget)) {
        showMessage(*still);
        bringMessage(widget);
    }
}

void Binder::store(Binding &binding)
{
    if (!binding.pending || !binding.widget)
        return;
    const auto value = binding.editor->value();
    if (!value)
        return; // half a date: still pending, its complaint shows when the field is left
    const QPointer<QWidget> widget = binding.widget;
    domain::ChangeList changes = changesFor(binding, *value);
    if (!changes.empty()) {
        const domain::ChangeList first = binding.editor->recordsToAdd();
        changes.insert(changes.begin(), first.begin(), first.end());
        // Still pending while the dossier tells: the widget already shows this value.
        const auto done = m_dossier.edit(u"Modifier : "_s + binding.field->label, changes, binding.key());
        if (!done)
            Q_EMIT failed(done.error().message);
    }
    if (Binding *still = find(widget))
        still->pending = false;
}

void Binder::showMessage(const Binding &binding) const
{
    FieldFrame *frame = FieldFrame::around(binding.widget);
    if (!frame)
        return;
    QString sentence = binding.editor->complaint();
    if (const auto value = binding.editor->value(); sentence.isEmpty() && value)
        sentence = remarkOn(*binding.field, *value);
    frame->setMessage(sentence);
}

bool Binder::isChanged(const Binding &binding, const domain::ChangeList &changes) const
{
    const auto at = binding.champ ? domain::resolve(m_dossier.projet(), *binding.champ) : binding.at;
    return at && anyTouches(changes, *at);
}

bool Binder::concerned(const Binding &binding, const domain::ChangeList &changes) const
{
    // A field that names other records shows their words.
    const QString &named = binding.field->target;
    if (!named.isEmpty() && std::any_of(changes.begin(), changes.end(),
                                        [&named](const domain::Change &change) { return change.at.table == named; }))
        return true;
    if (isChanged(binding, changes))
        return true;
    if (!binding.champ)
        return false;
    // Through a reference, the fact changes with the record it leads to, too.
    domain::Champ holder = *binding.champ;
    holder.referred.clear();
    const auto held = domain::resolve(m_dossier.projet(), holder);
    return held && anyTouches(changes, *held);
}

void Binder::onChanged(const domain::ChangeList &changes)
{
    std::erase_if(m_unstored, [&changes](const Unstored &each) { return anyTouches(changes, each.at); });
    each([this, &changes](Binding &binding) {
        // What can't be read gives way to what the field was given elsewhere, or by an undo.
        const bool halfTyped = binding.pending && !binding.editor->value();
        if (halfTyped ? isChanged(binding, changes) : !binding.pending && concerned(binding, changes))
            fill(binding);
    });
}

void Binder::left(Binding &binding)
{
    const QPointer<QWidget> widget = binding.widget;
    store(binding);
    m_dossier.closeStep(); // coming back to the field later is another step
    if (const Binding *still = find(widget)) {
        showMessage(*still);
        bringMessage(widget);
    }
}

void Binder::focusMoved(const QWidget *from, const QWidget *to)
{
    const auto within = [](const QWidget *field, const QWidget *widget) {
        return widget && (field == widget || field->isAncestorOf(widget));
    };
    each([&](Binding &binding) {
        if (within(binding.widget, from) && !within(binding.widget, to))
            left(binding);
    });
}

} // namespace gui
