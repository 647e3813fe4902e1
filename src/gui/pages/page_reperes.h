// « Repères »: contacts, supports, steps, acronyms, and where the project answers each point it has to define; one
// search over all of it.
#pragma once

#include "gui/page.h"
#include "report/reperes.h"

namespace gui
{

class ThreadList;
struct ThreadLine;

class PageReperes final : public FormPage
{
    Q_OBJECT
public:
    explicit PageReperes(const AppContext &context, QWidget *parent = nullptr);

    void shown() override;
    [[nodiscard]] Side side() const override { return Side::None; }
    [[nodiscard]] QLineEdit *searchField() override { return m_search; }

protected:
    // Down and Enter go from the search to what it found.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void fill();
    [[nodiscard]] std::vector<ThreadLine> pointLines() const;

    report::Reperes m_reperes;
    QLineEdit *m_search;
    ThreadList *m_list;
    TextLabel *m_nothing;
};

} // namespace gui
