// The calendar of one fiche, or of every fiche under its mission: its scale, its bars, and what they ask done to the
// project.
#pragma once

#include "domain/changes.h"
#include "gui/context.h"
#include "gui/widgets/gantt_view.h"

class QComboBox;
class QPushButton;
class QVBoxLayout;

namespace gui
{

class Card;
class TextLabel;

class CalendarPanel final : public QWidget
{
    Q_OBJECT
public:
    // `fiche` null: the whole project.
    CalendarPanel(const AppContext &context, const base::Id &fiche, QWidget *parent = nullptr);

    [[nodiscard]] GanttView *view() const { return m_view; }
    // For what goes with the calendar of the project: printing, exporting.
    [[nodiscard]] QVBoxLayout *column() const;

Q_SIGNALS:
    void chosenChanged(const base::Id &step);
    // A step or a fiche of the calendar is to be shown where it is edited.
    void opened(const domain::FieldAddress &field);
    // The keyboard asks the list beside: a new step, or one less.
    void additionAsked();
    void removalAsked(const base::Id &step);
    void failed(const QString &sentence);

private:
    [[nodiscard]] QWidget *makeTools();
    void refresh();
    void follow();
    void tell();
    void draw(const models::Span &span);
    void move(const base::Id &step, const models::Span &span, bool byKey);
    bool edit(const QString &label, const domain::ChangeList &changes, const QString &mergeKey = {});

    const AppContext &m_context;
    base::Id m_fiche;
    Card *m_card;
    GanttView *m_view;
    QComboBox *m_zoom = nullptr;
    QPushButton *m_earlier = nullptr;
    QPushButton *m_later = nullptr;
    QWidget *m_empty = nullptr;
    TextLabel *m_chosen = nullptr;
    TextLabel *m_keys = nullptr;
};

} // namespace gui
