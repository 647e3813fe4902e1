// One paragraph's runs broken into lines, each a slice.
#pragma once

#include "layout/slice.h"
#include "layout/style.h"

namespace layout
{

struct LineRequest {
    const std::vector<report::Run> &runs;
    look::TextStyle style;
    report::Paragraph::Alignment alignment = report::Paragraph::Alignment::Left;
    double width = look::textWidth; // mm
    bool paper = false;
};

// At least one line, even without text. Words longer than the width are cut between characters, never lost.
[[nodiscard]] std::vector<Slice> breakIntoLines(const LineRequest &request);

// The text of a run as it can stand in a line: line ends become U+2028, tabs spaces; what has no place on paper
// (controls, direction overrides, soft hyphens, halves of pairs) goes.
[[nodiscard]] QString printable(const QString &text);

} // namespace layout
