#include "gui/shell/drop.h"

#include <QMimeData>
#include <QUrl>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

QString droppedProject(const QMimeData *data)
{
    for (const QUrl &url : data->urls())
        if (url.isLocalFile() && url.toLocalFile().endsWith(".cpts"_L1, Qt::CaseInsensitive))
            return url.toLocalFile();
    return {};
}

} // namespace gui
