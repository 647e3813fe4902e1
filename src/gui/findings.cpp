#include "gui/findings.h"

#include "base/clock.h"
#include "controle/controle.h"
#include "dossier/dossier.h"
#include "gui/contour_shelf.h"
#include "gui/pages/choices.h"

namespace gui
{

Findings::Findings(dossier::Dossier &dossier) : QObject(&dossier)
{
    connect(&dossier, &dossier::Dossier::changed, this, [this] { m_stale = true; });
}

const std::vector<controle::Finding> &Findings::of(const AppContext &context)
{
    auto *findings = context.dossier.findChild<Findings *>(QString(), Qt::FindDirectChildrenOnly);
    if (!findings)
        findings = new Findings(context.dossier);
    if (!findings->holdFor(context))
        findings->judge(context);
    return findings->m_all;
}

int Findings::runs(const dossier::Dossier &dossier)
{
    const auto *findings = dossier.findChild<Findings *>(QString(), Qt::FindDirectChildrenOnly);
    return findings ? findings->m_runs : 0;
}

bool Findings::holdFor(const AppContext &context) const
{
    return !m_stale && m_day == context.clock.today() && m_reference == &context.reference &&
           m_contours == context.contours;
}

void Findings::judge(const AppContext &context)
{
    if (m_contours != context.contours) {
        if (m_contours)
            disconnect(m_contours, nullptr, this, nullptr);
        m_contours = context.contours;
        if (m_contours) // others were imported
            connect(m_contours, &ContourShelf::changed, this, [this] { m_stale = true; });
    }
    m_day = context.clock.today();
    m_reference = &context.reference;
    m_all = controle::checkAll(context.dossier.projet(), context.reference, m_day, shapeOf(context));
    m_stale = false;
    ++m_runs;
}

} // namespace gui
