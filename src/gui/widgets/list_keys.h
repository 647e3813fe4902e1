// Keys of the lists that drop under a field.
#pragma once

class QComboBox;

namespace gui
{

// Of a list where words may be typed: Enter takes the first of what is proposed when none was chosen with the arrows,
// unless what is typed is already one of the list.
void takeFirstByEnter(QComboBox &box);
// Of a list that is open: Tab takes what is chosen in it, closes it and goes on, as from the field. To be called each
// time it opens.
void leaveByTab(QComboBox &box);

} // namespace gui
