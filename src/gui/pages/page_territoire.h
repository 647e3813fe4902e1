// The territory: its communes and what is particular to them, its population, the first elements of diagnosis.
#pragma once

#include "gui/page.h"

#include <memory>

namespace models
{
class RecordTableModel;
class SortedProxy;
} // namespace models
namespace reference
{
struct Hit;
}
namespace Ui
{
class PageTerritoire;
}

namespace gui
{

class CommuneSheet;
class ImportDialog;
class EmptyState;
class MapPanel;
class RecordTable;
class RepeatEditor;
class TerritorySearch;

class PageTerritoire final : public FormPage
{
    Q_OBJECT
public:
    explicit PageTerritoire(const AppContext &context, QWidget *parent = nullptr);
    ~PageTerritoire() override;

    bool goToField(const domain::FieldAddress &at) override;
    bool goToStep(const QString &label, const domain::ChangeList &changes) override;
    [[nodiscard]] QLineEdit *searchField() override;
    [[nodiscard]] RecordTable *table() const;
    [[nodiscard]] TerritorySearch *search() const;
    [[nodiscard]] CommuneSheet *sheet() const { return m_sheet; }
    [[nodiscard]] MapPanel *map() const { return m_map; }
    [[nodiscard]] RepeatEditor *voisines() const { return m_voisines; }

    // What the search answered becomes part of the territory, in one step.
    void addHit(const reference::Hit &hit);
    void removeSelected();
    // The list of somebody else: `fromFile` opens the file chooser at once.
    ImportDialog *importList(bool fromFile);
    void pasteList();

private:
    void setUpTable();
    void setUpMap();
    void showOnMap(const QString &code);
    void announce(const QString &sentence);
    void follow();
    void showFacts();
    void showPopulation();

    std::unique_ptr<Ui::PageTerritoire> m_ui;
    models::RecordTableModel *m_model;
    models::SortedProxy *m_proxy;
    EmptyState *m_empty;
    CommuneSheet *m_sheet;
    MapPanel *m_map;
    RepeatEditor *m_voisines = nullptr;
    QStringList m_facts;
};

} // namespace gui
