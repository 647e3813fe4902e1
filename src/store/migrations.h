// Bringing an older file's rows to today's tables, in memory: the user's file is not touched.
#pragma once

#include "store/schema.h"

namespace store
{

// A new connection that holds what `source` holds (already checked to have exactly the tables of `formats[from]`),
// brought step by step to the last format. Each step is one transaction.
[[nodiscard]] base::Result<Connection> migrated(Connection &source, const Formats &formats, size_t from);

} // namespace store
