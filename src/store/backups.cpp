#include "store/backups.h"

#include <QDir>
#include <QFileInfo>
#include <set>

namespace store
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// 2026-11-23T14-32-05.123_session.cpts; the place of the user's file is beside, in one text per project.
const QString stampFormat = u"yyyy-MM-ddTHH-mm-ss.zzz"_s;
const QString placeFile = u"fichier.txt"_s;

QString periodOf(const QDateTime &moment, const QDateTime &now)
{
    const QDate day = moment.date();
    const qint64 age = day.daysTo(now.date());
    if (moment.secsTo(now) < 24 * 3600)
        return moment.toString(stampFormat);
    if (age <= 31)
        return day.toString(Qt::ISODate);
    int weekYear = 0;
    const int week = day.weekNumber(&weekYear);
    if (age <= 183)
        return u"%1 W%2"_s.arg(weekYear).arg(week);
    return day.toString(u"yyyy-MM"_s);
}

std::optional<Backup> parsed(const QFileInfo &file, const Id &project, const QString &of)
{
    const QString stamp = file.completeBaseName().section(u'_', 0, 0);
    const QDateTime at = QDateTime::fromString(stamp, stampFormat);
    if (!at.isValid())
        return std::nullopt;
    const QString rest = file.completeBaseName().section(u'_', 1);
    return Backup{file.filePath(), project, at, file.size(), of, rest.section(u'_', 0, 0), rest.section(u'_', 1)};
}

// As short as a name of a file may have to be, on a disk that counts bytes.
QString nameOf(const QString &userFile)
{
    constexpr qsizetype longest = 60;
    return QFileInfo(userFile).completeBaseName().left(longest).trimmed();
}

} // namespace

std::vector<QDateTime> keptMoments(std::vector<QDateTime> moments, const QDateTime &now)
{
    std::sort(moments.begin(), moments.end(), std::greater<>());
    std::vector<QDateTime> kept;
    std::set<QString> periods;
    for (const QDateTime &moment : moments)
        if (periods.insert(periodOf(moment, now)).second)
            kept.push_back(moment);
    return kept;
}

base::Result<Backup> Backups::keep(const QByteArray &bytes, const QString &of, const QString &reason,
                                   const QDateTime &now)
{
    const auto opened = fromBytes(bytes);
    if (!opened)
        return opened.error();
    const Id project = opened.value().contents.project;
    const QString folder = m_folder + u'/' + project.toString();
    if (auto made = m_files.makeFolder(folder); !made)
        return made.error();
    const QString path = folder + u'/' + now.toString(stampFormat) + u'_' + reason + u'_' + nameOf(of) + u".cpts"_s;
    if (auto written = replaceFile(m_files, path, bytes); !written)
        return written.error();
    const auto again = m_files.read(path);
    if (!again || again.value() != bytes) {
        m_files.remove(path);
        return base::Error{
            base::ErrorCode::Unwritable,
            u"La version de secours n’a pas pu être écrite correctement sur cet ordinateur. Votre fichier n’a pas été modifié ; vérifiez l’espace du disque."_s,
            path};
    }
    static_cast<void>(replaceFile(m_files, folder + u'/' + placeFile, QFileInfo(of).absoluteFilePath().toUtf8()));
    thin(project, now);
    return Backup{path, project, now, bytes.size(), of, reason, nameOf(of)};
}

std::vector<Backup> Backups::list(const Id &project) const
{
    const QDir folder(m_folder + u'/' + project.toString());
    const auto place = m_files.exists(folder.filePath(placeFile)) ? m_files.read(folder.filePath(placeFile))
                                                                  : base::Result<QByteArray>(QByteArray());
    const QString of = place ? QString::fromUtf8(place.value()) : QString();
    std::vector<Backup> backups;
    for (const QFileInfo &file : folder.entryInfoList({u"*.cpts"_s}, QDir::Files, QDir::Name | QDir::Reversed))
        if (const auto backup = parsed(file, project, of))
            backups.push_back(*backup);
    return backups;
}

std::vector<Backup> Backups::listFor(const QString &userFile) const
{
    const QString path = QFileInfo(userFile).absoluteFilePath();
    std::vector<Backup> backups;
    for (const QString &name : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto project = Id::parse(name);
        for (Backup &backup : project ? list(*project) : std::vector<Backup>())
            if (backup.of == path)
                backups.push_back(std::move(backup));
    }
    std::sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) { return a.at > b.at; });
    return backups;
}

bool Backups::verify(const Backup &backup) const
{
    const auto bytes = m_files.read(backup.path);
    return bytes && fromBytes(bytes.value()).ok();
}

base::Result<void> Backups::restore(const Backup &backup, const QString &newPath)
{
    const auto bytes = m_files.read(backup.path);
    if (!bytes)
        return bytes.error();
    if (const auto opened = fromBytes(bytes.value()); !opened)
        return opened.error();
    if (m_files.exists(newPath))
        return base::Error{base::ErrorCode::Conflict,
                           u"« %1 » existe déjà et n’a pas été remplacé. Choisissez un autre nom."_s.arg(
                               QFileInfo(newPath).fileName()),
                           newPath};
    return replaceFile(m_files, newPath, bytes.value());
}

void Backups::thin(const Id &project, const QDateTime &now)
{
    const std::vector<Backup> all = list(project);
    std::vector<QDateTime> moments;
    for (const Backup &backup : all)
        moments.push_back(backup.at);
    const std::vector<QDateTime> kept = keptMoments(moments, now);
    for (const Backup &backup : all)
        if (std::find(kept.begin(), kept.end(), backup.at) == kept.end())
            m_files.remove(backup.path);
}

} // namespace store
