#include "gui/shell/page_paper.h"

#include "controle/controle.h"
#include "report/budget_document.h"
#include "report/ccopd.h"
#include "report/fiche_document.h"
#include "report/fil_rouge.h"

#include <map>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using report::Document;

namespace
{

base::Result<Document> budget(const ExportSource &source, const domain::Projet &projet)
{
    return report::budgetDocument(source.trame, projet, source.reference, source.clock.today());
}

base::Result<Document> thread(const ExportSource &source, const domain::Projet &projet)
{
    return report::filRouge(source.trame, projet, source.reference, report::FilRougeForm::Liste, source.clock.today());
}

base::Result<Document> rehearsal(const ExportSource &source, const domain::Projet &projet)
{
    const QDate today = source.clock.today();
    const auto findings = controle::checkAll(projet, source.reference, today);
    return report::ccopdDocument(source.trame, projet, source.reference, findings, today);
}

std::optional<PagePaper> ofTrame(const report::Trame &trame, const QString &code)
{
    for (const report::DocumentInfo &info : trame.documents())
        if (info.code == code)
            return PagePaper{
                info.precision.isEmpty() ? info.title : u"%1 (%2)"_s.arg(info.title, info.precision), code, {}};
    return {};
}

} // namespace

std::optional<PagePaper> paperOfPage(const report::Trame &trame, const QString &page)
{
    static const std::map<QString, PagePaper> own{{u"financement"_s, {u"Budget et financements"_s, {}, budget}},
                                                  {u"fil-rouge"_s, {u"Fil rouge"_s, {}, thread}},
                                                  {u"ccopd"_s, {u"CCOPD à blanc"_s, {}, rehearsal}}};
    if (const auto at = own.find(page); at != own.end())
        return at->second;
    const report::Page *described = trame.page(page);
    if (!described)
        return {};
    if (page == u"fiches")
        return ofTrame(trame, report::ficheDocument(trame));
    for (const report::Section &section : trame.sections())
        for (const report::DocumentInfo &info : trame.documents())
            if (section.code == described->section && !section.precision.isEmpty() &&
                section.precision == info.precision)
                return ofTrame(trame, info.code);
    return {};
}

} // namespace gui
