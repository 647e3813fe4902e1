// The pages of annexe 4 and of the follow-up that are made from data. Each function gives a new page, owned by the
// caller.
#pragma once

#include "gui/page.h"

namespace gui
{

[[nodiscard]] FormPage *makePageDiagnostic(const AppContext &context, QWidget *parent);
[[nodiscard]] FormPage *makePageOffre(const AppContext &context, QWidget *parent);
[[nodiscard]] FormPage *makePageOrganisation(const AppContext &context, QWidget *parent);
[[nodiscard]] FormPage *makePageSystemeInformation(const AppContext &context, QWidget *parent);
[[nodiscard]] FormPage *makePageProjetMissions(const AppContext &context, QWidget *parent);
[[nodiscard]] FormPage *makePageFinancement(const AppContext &context, QWidget *parent);

} // namespace gui
