// What « Imprimer… » prints from each page: the document the page is about, never another one unsaid.
#pragma once

#include "gui/dialogs/exporter.h"

#include <functional>

namespace gui
{

struct PagePaper {
    QString title;    // « Budget et financements », as the dialog tells it
    QString document; // code of the trame; else `make`
    std::function<base::Result<report::Document>(const ExportSource &, const domain::Projet &)> make;
};

// Nothing for a page that is about no document: the user is asked which one.
[[nodiscard]] std::optional<PagePaper> paperOfPage(const report::Trame &trame, const QString &page);

} // namespace gui
