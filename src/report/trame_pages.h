// Reading of pages.json: the left pane, the words of each form page, and which page edits which field.
#pragma once

#include "report/trame_data.h"
#include "report/trame_reader.h"

namespace report
{

void readPages(const Node &node, Trame::Data &data);

} // namespace report
