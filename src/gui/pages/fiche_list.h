// The fiches-actions by mission, at the left of their page: one button each, and a place to fill for a mission that has
// none.
#pragma once

#include "gui/context.h"

#include "base/id.h"

#include <QWidget>

class QVBoxLayout;

namespace gui
{

class FicheList final : public QWidget
{
    Q_OBJECT
public:
    FicheList(const AppContext &context, QWidget *parent);

    void setChosen(const base::Id &id);
    // The buttons again, from the project.
    void refresh();
    [[nodiscard]] QWidget *buttonOf(const base::Id &id) const;
    // The fiche under that one in the list; null after the last.
    [[nodiscard]] base::Id after(const base::Id &id) const;

    // The fiches as they are told in it, mission after mission.
    struct Entry {
        base::Id id;
        QString words; // « 3. Accueillir les demandes »
    };
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_order; }
    [[nodiscard]] base::Id shown() const { return m_chosen; }

Q_SIGNALS:
    // Its fiches, or the chosen one, are other ones.
    void refreshed();
    void chosen(const base::Id &id);
    // A new fiche of a mission (code) is asked for.
    void newAsked(const QString &mission);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addMission(const QString &code, const QString &label, bool socle);

    const AppContext &m_context;
    base::Id m_chosen;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    std::vector<Entry> m_order;
    QString m_shown; // what the buttons were made from
};

} // namespace gui
