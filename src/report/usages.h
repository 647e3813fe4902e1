// In which documents of the trame what a page asks is printed: read in the blocks of the documents.
#pragma once

#include "report/trame.h"

namespace report
{

// The records of one kind, and the documents that print some of what the page asks of them.
struct Usage {
    QString fact; // "Commune"
    std::vector<DocumentInfo> documents;
};

struct PageUsages {
    std::vector<DocumentInfo> documents; // in the order of the trame
    std::vector<Usage> facts;            // in the order in which they are first printed
};

[[nodiscard]] PageUsages usagesOf(const Trame &trame, const QString &page);

// « Repris dans 2 documents : lettre d’intention (annexe 3) et projet de santé (annexe 4). »; empty for fewer than two,
// where nothing is repeated.
[[nodiscard]] QString usagesEnMots(const PageUsages &usages);
// Its two halves: « Repris dans 2 documents », and the names of these.
[[nodiscard]] QString usagesEnNombre(const PageUsages &usages);
[[nodiscard]] QString nomsDesUsages(const PageUsages &usages);
// « lettre d’intention (annexe 3) ».
[[nodiscard]] QString nomEnMots(const DocumentInfo &document);
// A line for each fact: « Commune : lettre d’intention (annexe 3), projet de santé (annexe 4) ».
[[nodiscard]] QString detailDesUsages(const PageUsages &usages);

} // namespace report
