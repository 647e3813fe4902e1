// Paragraphs, lists and headings as slices with their structure tags and the rules that keep lines together.
#pragma once

#include "layout/slice.h"
#include "layout/style.h"

#include <optional>

namespace layout
{

// Consecutive paragraphs in a column `width` mm wide; list items among them get their marks and nested list tags.
[[nodiscard]] std::vector<Slice> layParagraphs(const std::vector<report::Paragraph> &paragraphs, double width,
                                               Composition &composition,
                                               const std::optional<look::TextStyle> &style = {});
// Lines of one style inside one element: titles, captions. As wide as the page unless told.
[[nodiscard]] std::vector<Slice> layText(const std::vector<report::Run> &runs, const look::TextStyle &style,
                                         report::Paragraph::Alignment alignment, const BeginTag &tag,
                                         Composition &composition, std::optional<double> width = {});
// A heading with its band; glued to what follows. `anchor` names it in the document. `raised`: it looks one level
// higher than it is, the first one as a banner.
[[nodiscard]] std::vector<Slice> layHeading(const report::Heading &heading, const QString &anchor,
                                            Composition &composition, bool raised = false);

// The words of a draft at the end of what lacks `field`, where they hold on one line of `width`; alone, they are small.
void addMissingNote(std::vector<report::Paragraph> &paragraphs, const report::FieldTag &field, double width,
                    const Composition &composition);

// Never one line alone at a page's top or bottom.
void keepLinesTogether(std::vector<Slice> &lines, bool keepWithNext);

// The text of runs on one line, for an outline entry.
[[nodiscard]] QString oneLine(const std::vector<report::Run> &runs);

} // namespace layout
