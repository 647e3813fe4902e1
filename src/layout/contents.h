// The table of contents and the running header and footer: what needs to know the pages.
#pragma once

#include "layout/slice.h"

namespace layout
{

struct ContentsEntry {
    int level = 1;
    QString text;
    QString anchor;
    int page = 0; // 0: not known yet; takes the same room
};

// "Sommaire" and one entry per heading; those below level 3 look like level 3.
[[nodiscard]] std::vector<Slice> layContents(const std::vector<ContentsEntry> &entries, Composition &composition);

// The running header and "pied – Page n sur total", as artifacts in the margins. `total` 0: not known yet.
void addRunningTexts(std::vector<Page> &pages, const report::Document &document, size_t total,
                     const look::Paper &sheet);

} // namespace layout
