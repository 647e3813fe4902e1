#include "support/source.h"

namespace support
{

QString source(const QString &path)
{
    return QStringLiteral(ATELIER_SOURCE_DIR) + u'/' + path;
}

} // namespace support
