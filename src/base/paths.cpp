#include "base/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString firstExisting(const QStringList &candidates)
{
    for (const QString &candidate : candidates)
        if (!candidate.isEmpty() && QDir(candidate).exists())
            return QDir(candidate).canonicalPath();
    return {};
}

QString dataFolder(const QString &installedName, const QString &sourceName)
{
    const QString chosen = qEnvironmentVariable("ATELIER_DONNEES");
    const QString program = QCoreApplication::instance() ? QCoreApplication::applicationDirPath() : QString();
    return firstExisting({chosen.isEmpty() ? QString() : chosen + u'/' + installedName,
                          program.isEmpty() ? QString() : program + u"/../share/atelier-cpts/"_s + installedName,
                          QStringLiteral(ATELIER_DEV_DIR) + u'/' + sourceName});
}

} // namespace

QString templatesFolder()
{
    return dataFolder(u"templates"_s, u"templates"_s);
}

QString referenceFolder()
{
    return dataFolder(u"reference"_s, u"resources/reference"_s);
}

QStringList installedTrames()
{
    const QDir folder(templatesFolder());
    QStringList names;
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        if (folder.exists(name + u"/trame.json"_s))
            names.push_back(name);
    return names;
}

QString localDataFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    QDir().mkpath(folder);
    return folder;
}

} // namespace base
