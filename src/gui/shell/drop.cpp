#include "gui/shell/drop.h"

#include <QMimeData>
#include <QUrl>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString first(const QMimeData *data, const QStringList &endings)
{
    for (const QUrl &url : data->urls())
        for (const QString &ending : endings)
            if (url.isLocalFile() && url.toLocalFile().endsWith(ending, Qt::CaseInsensitive))
                return url.toLocalFile();
    return {};
}

} // namespace

QString droppedProject(const QMimeData *data)
{
    return first(data, {u".cpts"_s});
}

QString droppedTable(const QMimeData *data)
{
    return first(data, {u".csv"_s, u".tsv"_s, u".txt"_s, u".xlsx"_s, u".zip"_s});
}

} // namespace gui
