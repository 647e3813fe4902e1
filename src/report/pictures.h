// The pictures that long texts show, as figures.
#pragma once

#include "domain/projet.h"
#include "report/user_text.h"

namespace report
{

// PNG and JPEG among the pieces of the project, at their own size; nothing for a piece that is not there, has no bytes,
// is of another format or too large to be decoded. Keeps a reference to the project.
[[nodiscard]] PictureLookup picturesOf(const domain::Projet &projet);

} // namespace report
