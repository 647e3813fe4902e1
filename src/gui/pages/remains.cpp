#include "gui/pages/remains.h"

#include "base/clock.h"
#include "base/text.h"
#include "dossier/dossier.h"
#include "gui/dialogs/export_choices.h"
#include "gui/findings.h"
#include "gui/pages/choices.h"
#include "report/fiche_document.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

QString remainsSentence(const controle::Readiness &readiness)
{
    const int all = readiness.blocking + readiness.improvements;
    if (readiness.blocking == 0)
        return {};
    if (readiness.improvements == 0)
        return u"Il reste %1."_s.arg(base::frenchCount(all, u"point bloquant"_s, u"points bloquants"_s));
    return u"Il reste %1, dont %2."_s.arg(base::frenchCount(all, u"point"_s, u"points"_s),
                                          base::frenchCount(readiness.blocking, u"bloquant"_s, u"bloquants"_s));
}

QString remainsOf(const AppContext &context, controle::Volet volet)
{
    const auto findings =
        controle::check(context.dossier.projet(), context.reference, context.clock.today(), volet, shapeOf(context));
    return remainsSentence(controle::readiness(findings, volet));
}

QString remainsOf(const AppContext &context, const ExportRequest &request)
{
    if (request.content != report::Content::Filled || request.fiche)
        return {};
    if (request.document != report::ficheDocument(context.trame))
        return remainsOf(context, voletOf(context.trame, request.document));
    auto own = Findings::of(context);
    std::erase_if(own, [](const controle::Finding &each) { return each.page != u"fiches"; });
    return remainsSentence(controle::readiness(own, controle::Volet::Projet));
}

ExportRequest onPages(const AppContext &context, ExportRequest request)
{
    request.draft = ExportChoices().marksGaps() && !remainsOf(context, request).isEmpty();
    return request;
}

} // namespace gui
