// How Writer is to lay out our texts: settings.xml.
#pragma once

#include <QByteArray>

namespace formats
{

// That a row stays with the next one when its paragraphs do, which Writer does not do unless it is asked to. A file
// that has settings must have all those that shape the text: what it leaves out is taken as it was in OpenOffice 1.
[[nodiscard]] QByteArray odtSettings();

} // namespace formats
