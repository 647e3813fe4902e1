// Under a table: what its rows make together.
#pragma once

#include "domain/projet.h"
#include "gui/widgets/labels.h"

#include <functional>

namespace dossier
{
class Dossier;
}

namespace gui
{

// Told again after each edit; hidden while there is nothing to tell.
[[nodiscard]] TextLabel *sumLabel(const std::function<QString(const domain::Projet &)> &told, dossier::Dossier &dossier,
                                  QWidget *parent);

} // namespace gui
