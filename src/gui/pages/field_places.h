// Where a page shows what is said of no record in particular, or of one that it does not edit.
#pragma once

#include "domain/changes.h"

class QWidget;

namespace gui
{

// Of what `page` holds: the field that has no answer yet, else the first of its kind; the list of such records, or what
// adds to it; the table they are rows of; the field that names that record. nullptr when nothing on the page is about
// it. Parts that are not made yet are not looked into.
[[nodiscard]] QWidget *placeLike(const QWidget &page, const domain::Projet &projet, const domain::FieldAddress &at);

// Whether a list of `page` has that record; of no record in particular, whether it has a list of its kind.
[[nodiscard]] bool lists(const QWidget &page, const domain::FieldAddress &at);

} // namespace gui
