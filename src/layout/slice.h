// The unit of page flow: a horizontal strip that no page break cuts.
#pragma once

#include "layout/page.h"
#include "layout/style.h"

namespace layout
{

// Positions are millimetres from the strip's top left corner.
struct Slice {
    double gap = 0; // space above; dropped at the top of a page or cell
    double height = 0;
    bool glued = false; // no page break between this one and the next
    std::vector<Operation> operations;
    std::vector<FieldArea> fields;
};

// Numbers for structure elements, and what is the same for the whole document.
struct Composition {
    bool paper = false; // to be filled by hand: larger boxes
    look::Paper sheet = {};
    QString missingNote = {}; // of a draft, see report::Document
    int lastElement = 0;

    [[nodiscard]] int nextElement() { return ++lastElement; }
    [[nodiscard]] BeginTag begin(Tag tag) { return {.tag = tag, .element = nextElement()}; }
};

void shift(Operation &operation, double dx, double dy);
// Everything of `slice`, moved, at the end of `operations` and `fields`.
void append(const Slice &slice, double dx, double dy, std::vector<Operation> &operations,
            std::vector<FieldArea> &fields);

// Follows begins and ends: `open` holds what is begun and not ended, outermost first.
void track(const Operation &operation, std::vector<BeginTag> &open);
// What begins a continued element again on the next page: same element, no second anchor.
[[nodiscard]] BeginTag continued(const BeginTag &tag);

// Puts `tag` around all the slices.
void enclose(std::vector<Slice> &slices, const BeginTag &tag);

// Height of slices stacked, the first gap dropped.
[[nodiscard]] double stackedHeight(const std::vector<Slice> &slices);

} // namespace layout
