// Actions de mobilisation in what others wrote.
#pragma once

#include "imports/block.h"

namespace imports
{

// Makes a pasted list of `mobilisation` find the type of each action in words such as « Envoi d’un courriel à tous »,
// which stay in its description.
void readMobilisations(BlockList &list);

} // namespace imports
