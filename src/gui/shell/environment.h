// What the windows share during one run of the program. Given by reference, made once by the session.
#pragma once

#include "base/clock.h"
#include "gui/page.h"
#include "gui/shell/settings.h"
#include "reference/reference.h"
#include "report/trame.h"

#include <functional>

namespace dossier
{
class Dossier;
}

namespace gui
{

// The two questions asked in boxes of the system; a test answers them itself.
struct FileQuestions {
    // Title, suggested path, filter -> path, or empty.
    std::function<QString(QWidget *, const QString &, const QString &, const QString &)> save;
    std::function<QString(QWidget *, const QString &, const QString &, const QString &)> open;
};
[[nodiscard]] FileQuestions systemFileQuestions();
// « Projets CPTS (*.cpts) », as both questions take it.
[[nodiscard]] QString projectFilter();
// Where a new file is proposed: the user's documents, else the home folder.
[[nodiscard]] QString documentsFolder();
// Where a file made of a project is proposed: beside it; among the documents when it can only be read (the example), or
// when its place can't be written or does not answer.
[[nodiscard]] QString folderBeside(const dossier::Dossier &dossier);

struct Environment {
    const reference::Reference &reference;
    const report::Trame &trame;
    const base::Clock &clock;
    Settings &settings;
    Theme *theme; // may be null: a window without a theme of its own
    FileQuestions files = systemFileQuestions();
    PageMakers pages = allPages();
    ContourShelf *contours = nullptr; // of this computer, shared by the windows
};

} // namespace gui
