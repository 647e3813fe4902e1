// The particularities of the chosen commune: its zoning, and its quartiers prioritaires with theirs. Of several
// communes: one zoning for all.
#pragma once

#include "gui/context.h"
#include "gui/forms/binder.h"

#include <memory>
#include <QFrame>

namespace Ui
{
class CommuneSheet;
}

namespace gui
{

class CommuneSheet final : public QFrame
{
    Q_OBJECT
public:
    CommuneSheet(const AppContext &context, Binder &binder, QWidget *parent);
    ~CommuneSheet() override;

    void show(const std::vector<base::Id> &communes);
    // The widget that edits a field of the chosen commune or of one of its quartiers; nullptr when it is elsewhere.
    [[nodiscard]] QWidget *widgetFor(const domain::FieldAddress &at) const;
    void addQuartier();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void follow(const domain::ChangeList &changes);
    // Gives the zoning and the year of the form to every chosen commune, in one step.
    void applyToAll();
    void followCommon();
    void followQuartiers();
    QWidget *quartierForm(const base::Id &quartier);
    void removeQuartier(const base::Id &quartier);
    void updateNone();
    void edit(const QString &label, const domain::ChangeList &changes, const QString &mergeKey = {});

    const AppContext &m_context;
    Binder &m_binder;
    std::unique_ptr<Ui::CommuneSheet> m_ui;
    std::vector<base::Id> m_communes;
    std::vector<base::Id> m_quartiers;
};

} // namespace gui
