// The drawings of one kind in a figure, in their order.
#pragma once

#include "report/document.h"

#include <variant>
#include <vector>

template <class Kind>
std::vector<Kind> kinds(const report::Figure &figure)
{
    std::vector<Kind> found;
    for (const report::Drawing &drawing : figure.drawings)
        if (const auto *each = std::get_if<Kind>(&drawing))
            found.push_back(*each);
    return found;
}
