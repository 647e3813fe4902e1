// The eight missions, as cards.
#pragma once

#include "gui/page.h"
#include "gui/widgets/striped_card.h"

#include <memory>

namespace reference
{
struct Mission;
}
namespace Ui
{
class MissionCard;
class PageMissions;
} // namespace Ui

namespace gui
{

// One mission: its colour and name, whether it is aimed at, its description. What is not retained folds away, never
// what was written.
class MissionCard final : public StripedCard
{
    Q_OBJECT
public:
    MissionCard(const reference::Mission &mission, const AppContext &context, Binder &binder, QWidget *parent);
    ~MissionCard() override;

private:
    void showWhatCounts();

    const AppContext &m_context;
    std::unique_ptr<Ui::MissionCard> m_ui;
};

class PageMissions final : public FormPage
{
    Q_OBJECT
public:
    explicit PageMissions(const AppContext &context, QWidget *parent = nullptr);
    ~PageMissions() override;

    bool goToField(const domain::FieldAddress &at) override;

private:
    std::unique_ptr<Ui::PageMissions> m_ui;
};

} // namespace gui
