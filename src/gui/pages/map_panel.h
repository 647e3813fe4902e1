// The map of the territory on a page: what it colours, what its shape says, and what to do while there are no outlines.
#pragma once

#include "formats/carte.h"
#include "gui/context.h"
#include "gui/shell/environment.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace models
{
class RecordTableModel;
} // namespace models

namespace gui
{

class Card;
class MapView;
class RecordTable;
class TextLabel;

// Indicators that have a value by commune, to be offered beside population, zoning and intercommunalités.
using ValuesSource = std::function<std::vector<report::MapValues>(const domain::Projet &)>;

class MapPanel final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind {
        Card, // beside the table of communes: small, always the population
        Page, // the tab of the diagnostic: choice, table, pictures
    };
    MapPanel(const AppContext &context, Kind kind, ValuesSource values = {}, QWidget *parent = nullptr);

    void setChosen(const QStringList &codes);
    [[nodiscard]] MapView *view() const { return m_view; }
    // For tests: what answers for the user.
    void setFiles(const FileQuestions &files) { m_files = files; }
    // The map as a picture, "svg" or "png"; asks where.
    void saveMap(const QString &format, formats::Paper paper);
    void importContours();

Q_SIGNALS:
    // A commune of the territory was pointed at; twice.
    void chosen(const QString &code);
    void opened(const QString &code);
    void failed(const QString &sentence);
    void written(const QString &file);

private:
    void buildCard();
    void buildPage();
    [[nodiscard]] QWidget *makeMissing();
    [[nodiscard]] QWidget *makeChoice();
    [[nodiscard]] QWidget *makeTable();
    [[nodiscard]] QWidget *makePictures();
    void fillChoices();
    void showValues();
    [[nodiscard]] const report::MapValues *coloured() const;
    void follow();
    void tell();
    [[nodiscard]] report::MapRequest request() const;
    [[nodiscard]] std::optional<report::TerritoryMap> make(const report::MapRequest &request) const;

    const AppContext &m_context;
    Kind m_kind;
    ValuesSource m_values;
    FileQuestions m_files = systemFileQuestions();
    std::vector<report::MapValues> m_offered;
    Card *m_card = nullptr;
    MapView *m_view = nullptr;
    QWidget *m_missing = nullptr;
    TextLabel *m_why = nullptr;
    TextLabel *m_shape = nullptr;
    TextLabel *m_source = nullptr;
    QComboBox *m_colour = nullptr;
    RecordTable *m_table = nullptr;
    models::RecordTableModel *m_communes = nullptr; // of the table
    QWidget *m_shown = nullptr;                     // what goes with a map, hidden without
    QWidget *m_pictures = nullptr;
};

} // namespace gui
