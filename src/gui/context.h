// What a page works with. Given by reference: nothing here is global, and it outlives the pages.
#pragma once

namespace base
{
class Clock;
}
namespace dossier
{
class Dossier;
}
namespace reference
{
class Reference;
}
namespace report
{
class Trame;
}

namespace gui
{

class ContourShelf;

struct AppContext {
    dossier::Dossier &dossier;
    const reference::Reference &reference;
    const report::Trame &trame;
    const base::Clock &clock;
    ContourShelf *contours = nullptr; // of this computer; none in a test of something else
};

} // namespace gui
