// What the exports of these tests are made from: the trame and the reference of the tree, on one day.
#pragma once

#include "formats/export.h"
#include "support/example.h"
#include "support/trame.h"

namespace shipped
{

inline formats::ExportSource source()
{
    return {support::trame(), support::references(), QDate(2027, 3, 12)};
}

} // namespace shipped
