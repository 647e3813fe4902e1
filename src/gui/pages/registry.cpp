#include "gui/page.h"

#include "gui/pages/page_calendrier.h"
#include "gui/pages/page_ccopd.h"
#include "gui/pages/page_equipe.h"
#include "gui/pages/page_etapes.h"
#include "gui/pages/page_fiches.h"
#include "gui/pages/page_fil_rouge.h"
#include "gui/pages/page_missions.h"
#include "gui/pages/page_mobilisation.h"
#include "gui/pages/page_partenariats.h"
#include "gui/pages/page_pieces.h"
#include "gui/pages/page_porteur.h"
#include "gui/pages/page_relire.h"
#include "gui/pages/page_reperes.h"
#include "gui/pages/page_tableau.h"
#include "gui/pages/page_territoire.h"
#include "gui/pages/projet_pages.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

template <class Page>
PageMaker maker()
{
    return [](const AppContext &context, QWidget *parent) -> FormPage * { return new Page(context, parent); };
}

} // namespace

PageMakers allPages()
{
    return {
        {u"tableau-de-bord"_s, maker<PageTableau>()},
        {u"relire"_s, maker<PageRelire>()},
        {u"reperes"_s, maker<PageReperes>()},
        {u"porteur"_s, maker<PagePorteur>()},
        {u"territoire"_s, maker<PageTerritoire>()},
        {u"partenariats"_s, maker<PagePartenariats>()},
        {u"equipe"_s, maker<PageEquipe>()},
        {u"mobilisation"_s, maker<PageMobilisation>()},
        {u"missions"_s, maker<PageMissions>()},
        {u"calendrier"_s, maker<PageCalendrier>()},
        {u"diagnostic"_s, makePageDiagnostic},
        {u"offre"_s, makePageOffre},
        {u"organisation"_s, makePageOrganisation},
        {u"systeme-information"_s, makePageSystemeInformation},
        {u"projet-missions"_s, makePageProjetMissions},
        {u"fiches"_s, maker<PageFiches>()},
        {u"etapes"_s, maker<PageEtapes>()},
        {u"financement"_s, makePageFinancement},
        {u"fil-rouge"_s, maker<PageFilRouge>()},
        {u"ccopd"_s, maker<PageCcopd>()},
        {u"pieces"_s, maker<PagePieces>()},
    };
}

} // namespace gui
