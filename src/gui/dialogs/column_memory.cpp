#include "gui/dialogs/column_memory.h"

#include "base/paths.h"
#include "base/text.h"

#include <QCryptographicHash>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString keyOf(const QString &profile, const QStringList &titles)
{
    QStringList folded;
    for (const QString &title : titles)
        folded.push_back(base::fold(title));
    const QByteArray print = QCryptographicHash::hash(folded.join(u'|').toUtf8(), QCryptographicHash::Sha256);
    return u"%1/%2"_s.arg(profile, QString::fromLatin1(print.left(12).toHex()));
}

} // namespace

ColumnMemory::ColumnMemory(const QString &file)
    : m_settings(file.isEmpty() ? base::localDataFolder() + u"/colonnes-importees.ini"_s : file, QSettings::IniFormat)
{
}

imports::ColumnMapping ColumnMemory::columns(const QString &profile, const QStringList &titles) const
{
    imports::ColumnMapping columns;
    for (const QString &each : m_settings.value(keyOf(profile, titles)).toStringList()) {
        bool known = false;
        const int column = each.section(u'=', 0, 0).toInt(&known);
        if (known && column >= 0)
            columns.emplace(column, each.section(u'=', 1));
    }
    return columns;
}

void ColumnMemory::remember(const QString &profile, const QStringList &titles, const imports::ColumnMapping &columns)
{
    QStringList stored;
    for (const auto &[column, field] : columns)
        stored.push_back(u"%1=%2"_s.arg(column).arg(field));
    m_settings.setValue(keyOf(profile, titles), stored);
}

void ColumnMemory::forget(const QString &profile, const QStringList &titles)
{
    m_settings.remove(keyOf(profile, titles));
}

} // namespace gui
