// What the criteria say of an open project, asked once for each state of it: the window, the dashboard and the pages
// that tell the same findings share them.
#pragma once

#include "controle/finding.h"
#include "gui/context.h"

#include <QDate>
#include <QPointer>

namespace gui
{

// A child of the dossier. Right after an edit, only from what was connected to the dossier later than the first call.
class Findings final : public QObject
{
    Q_OBJECT
public:
    // Of both documents, as controle::checkAll() gives them; valid until the project changes.
    [[nodiscard]] static const std::vector<controle::Finding> &of(const AppContext &context);
    // How many times the criteria of this project were run.
    [[nodiscard]] static int runs(const dossier::Dossier &dossier);

private:
    explicit Findings(dossier::Dossier &dossier);
    [[nodiscard]] bool holdFor(const AppContext &context) const;
    void judge(const AppContext &context);

    std::vector<controle::Finding> m_all;
    int m_runs = 0;
    bool m_stale = true;
    QDate m_day;
    const reference::Reference *m_reference = nullptr;
    QPointer<ContourShelf> m_contours;
    int m_generation = 0; // of the contours
};

} // namespace gui
