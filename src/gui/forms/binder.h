// Connects the fields of a form to the project, both ways; no page writes a line per field.
#pragma once

#include "domain/champ.h"
#include "gui/widgets/field_editor.h"

#include <memory>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace dossier
{
class Dossier;
}

namespace gui
{

// Typing is stored within 400 ms of the last key, every two seconds while keys follow each other, and when the field is
// left; a choice at once. A field is filled again when the dossier tells that its fact changed, unless keys typed in it
// are still to be stored.
class Binder final : public QObject
{
    Q_OBJECT
public:
    explicit Binder(dossier::Dossier &dossier, QObject *parent = nullptr);
    ~Binder() override; // what is still to be stored is stored

    // Binds every descendant of `root` that has a `champ` property. Returns what could not be bound, for the
    // developer: empty in a sound form.
    QStringList bindForm(QWidget *root);
    // Binds one field widget to a named fact, or to a field of one record. False when the widget is not a field
    // widget or the fact does not exist. Binding again replaces; destroying the widget unbinds.
    bool bind(QWidget *field, const domain::Champ &champ);
    bool bind(QWidget *field, const domain::FieldAddress &at);
    void unbind(QWidget *field);

    // Stores what is typed and not stored yet; what can't be stored is told under its field.
    void flush();
    // Fills every field again.
    void refresh();
    void setEditable(bool editable);

    // What was typed in fields of this record and can't be stored, when they came to edit another: a sentence each.
    // It is shown again when the record is, and forgotten when the field gets a value.
    [[nodiscard]] QStringList unfinished(const QString &table, const domain::Id &record) const;

    // What was written elsewhere for a field and can't be its value is shown there, as if it had been typed: at once,
    // or when the record comes to be edited.
    void keep(const domain::FieldAddress &at, const QString &typed, const QString &complaint);

    // Fields that show what can't be stored, or would if their record was shown: the project has another value.
    [[nodiscard]] std::vector<domain::FieldAddress> unread() const;

    // The widget that edits a fact now, or nullptr.
    [[nodiscard]] QWidget *widgetFor(const domain::FieldAddress &at) const;

Q_SIGNALS:
    // An edit was refused by the dossier; the sentence is for the user.
    void failed(const QString &sentence);

private:
    struct Binding;
    struct Unstored {
        domain::FieldAddress at;
        QString typed;
        QString complaint;
    };

    void each(const std::function<void(Binding &)> &treat);
    [[nodiscard]] Binding *find(const QWidget *widget) const;
    bool add(QWidget *field, std::unique_ptr<Binding> binding);
    void fill(Binding &binding);
    void keepUnfinished(const Binding &binding);
    void showUnfinished(Binding &binding);
    void store(Binding &binding);
    void pause();
    void edited(Binding &binding, FieldEditor::Moment moment);
    void focusMoved(const QWidget *from, const QWidget *to);
    void left(Binding &binding);
    void showMessage(const Binding &binding) const;
    void onChanged(const domain::ChangeList &changes);
    // Its own value was changed, not only what it shows besides.
    [[nodiscard]] bool isChanged(const Binding &binding, const domain::ChangeList &changes) const;
    [[nodiscard]] bool concerned(const Binding &binding, const domain::ChangeList &changes) const;
    [[nodiscard]] domain::Value current(const Binding &binding) const;
    [[nodiscard]] domain::ChangeList changesFor(const Binding &binding, const domain::Value &value) const;

    dossier::Dossier &m_dossier;
    std::vector<std::unique_ptr<Binding>> m_bindings;
    std::vector<Unstored> m_unstored;
    QTimer m_pause;
    QTimer m_longest; // since the first key that is not stored: who types without a pause must not lose a page
    bool m_editable = true;
};

} // namespace gui
