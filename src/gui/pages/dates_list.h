// The deadlines of the project: one list, on the page of the calendar and on the page of the steps.
#pragma once

#include "gui/pages/spec_page.h"

namespace gui
{

[[nodiscard]] ListCard datesCard(const AppContext &context);

} // namespace gui
