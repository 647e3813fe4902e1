// « cpts exporter --gantt »: the calendar in bars.
#pragma once

#include "cli/common.h"

namespace cli
{

// What is wrong with the options of the chart, or with their company; empty when all is well. Also asked for other
// exports: the options are of the chart only.
[[nodiscard]] QString ganttFault(const Arguments &arguments);
// The chart in the format that the call asks, PDF without --format.
[[nodiscard]] base::Result<QByteArray> ganttBytes(const Arguments &arguments, const domain::Projet &projet,
                                                  Console &console);

} // namespace cli
