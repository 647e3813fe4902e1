// The dashboard: where the project stands, what to do now, what comes next.
#pragma once

#include "gui/page.h"

#include "controle/finding.h"

#include <QTimer>

namespace gui
{

class PageTableau final : public FormPage
{
    Q_OBJECT
public:
    explicit PageTableau(const AppContext &context, QWidget *parent = nullptr);

    void shown() override;
    [[nodiscard]] Side side() const override { return Side::None; }

private:
    // Makes the whole page again from the project; a few milliseconds, only while it is looked at.
    void refresh();
    [[nodiscard]] QWidget *steps(int percent) const;
    // `elsewhere`: what blocks the other document.
    [[nodiscard]] QWidget *toDo(const std::vector<controle::Finding> &findings,
                                const std::vector<controle::Finding> &elsewhere);
    [[nodiscard]] QWidget *findingRow(const controle::Finding &finding);
    [[nodiscard]] QWidget *readinessCard(const std::vector<controle::Finding> &findings) const;
    [[nodiscard]] QWidget *territoryCard();
    [[nodiscard]] QWidget *datesCard();

    QTimer m_pause;
    QWidget *m_content = nullptr;
    bool m_made = false; // as the project is, and not shown yet
};

} // namespace gui
