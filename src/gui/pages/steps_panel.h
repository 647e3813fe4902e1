// The five steps of the procedure one under the other: state, planned and real dates, what is due and when.
#pragma once

#include "gui/context.h"
#include "gui/forms/binder.h"

#include <QTimer>

class QVBoxLayout;

namespace reference
{
class Reference;
struct Etape;
} // namespace reference

namespace gui
{

class DateField;
class FieldFrame;
class StepBadge;
class TextLabel;

// A date that is typed makes the record that holds it, and takes it away when it is emptied.
class StepsPanel final : public QWidget
{
    Q_OBJECT
public:
    StepsPanel(const AppContext &context, Binder &binder);
    ~StepsPanel() override; // what is still to be stored is stored

    // Stores what is typed and not stored yet.
    void flush();
    // Dates on the screen that can't be read: the addresses of what they would change, or a place of their own.
    [[nodiscard]] std::vector<domain::FieldAddress> unread() const;
    // The field of such an address; nullptr for any other.
    [[nodiscard]] DateField *unreadAt(const domain::FieldAddress &at) const;
    // The field of the planned or of the real date of a step; nullptr for an unknown step.
    [[nodiscard]] DateField *dateOf(const QString &etape, bool real) const;
    // The code of the step that an edit of this label dated here; empty for any other edit.
    [[nodiscard]] static QString dated(const QString &label, const reference::Reference &reference);
    // The field where those changes, of that label, were typed; nullptr when it was elsewhere.
    [[nodiscard]] DateField *typedIn(const QString &label, const domain::ChangeList &changes) const;

private:
    struct StepDate {
        QString etape;
        bool real = false;
        DateField *field = nullptr;
        FieldFrame *frame = nullptr;
        bool pending = false;
        QDate known; // in the project
    };
    struct Row {
        StepBadge *badge = nullptr;
        TextLabel *state = nullptr;
        TextLabel *delays = nullptr;
    };

    [[nodiscard]] QWidget *makeRow(const reference::Etape &etape);
    [[nodiscard]] QWidget *makeDate(const QString &etape, bool real, const QString &label);
    void store(StepDate &date);
    void storeAll();
    [[nodiscard]] domain::FieldAddress addressOf(const StepDate &date) const;
    void refresh();
    static void fill(StepDate &date, const QDate &known);
    bool eventFilter(QObject *watched, QEvent *event) override;

    const AppContext &m_context;
    Binder &m_binder;
    std::vector<Row> m_rows;
    std::vector<StepDate> m_dates;
    QTimer m_pause;
};

} // namespace gui
