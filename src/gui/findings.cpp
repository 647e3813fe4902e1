#include "gui/findings.h"

#include "base/clock.h"
#include "controle/controle.h"
#include "dossier/dossier.h"
#include "gui/contour_shelf.h"
#include "gui/pages/choices.h"

namespace gui
{

namespace
{

// Asked, not followed: the window may hear of new contours before this does.
int generationOf(const AppContext &context)
{
    return context.contours ? context.contours->generation() : 0;
}

} // namespace

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
           m_contours == context.contours && m_generation == generationOf(context);
}

void Findings::judge(const AppContext &context)
{
    m_contours = context.contours;
    m_generation = generationOf(context);
    m_day = context.clock.today();
    m_reference = &context.reference;
    m_all = controle::checkAll(context.dossier.projet(), context.reference, m_day, shapeOf(context));
    m_stale = false;
    ++m_runs;
}

} // namespace gui
