// Beside the table of the indicators: the chart of the chosen one, what became of it over the years, and the needs that
// it backs.
#pragma once

#include "domain/changes.h"
#include "gui/context.h"

#include <QWidget>

class QVBoxLayout;

namespace gui
{

class FigureView;
class TextLabel;

class IndicatorPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit IndicatorPanel(const AppContext &context, QWidget *parent = nullptr);

    // Null: nothing is chosen, nothing is shown.
    void setChosen(const base::Id &indicateur);
    [[nodiscard]] FigureView *chart() const { return m_chart; }
    [[nodiscard]] FigureView *evolution() const { return m_evolution; }

Q_SIGNALS:
    // A need is to be shown where it is edited.
    void opened(const domain::FieldAddress &field);

private:
    void makeChart(QVBoxLayout *column);
    void refresh();
    void refreshNeeds();

    const AppContext &m_context;
    base::Id m_chosen;
    TextLabel *m_title = nullptr;
    FigureView *m_chart = nullptr;
    FigureView *m_evolution = nullptr;
    TextLabel *m_evolutionTitle = nullptr;
    TextLabel *m_year = nullptr;
    TextLabel *m_source = nullptr;
    QWidget *m_needs = nullptr; // made again with each change
    QVBoxLayout *m_needsColumn = nullptr;
};

} // namespace gui
