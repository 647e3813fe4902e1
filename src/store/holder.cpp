#include "store/holder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>

#ifndef Q_OS_WIN
#include <cerrno>
#include <csignal>
#endif

namespace store
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int signingPatience = 3;
constexpr int signingDelay = 50; // milliseconds

QString login()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? u"inconnu"_s : name;
}

QString named(const QString &who, const QString &computer)
{
    return u"%1 (%2)"_s.arg(who, computer);
}

// False when we know that the process is gone.
bool mayBeAlive(qint64 pid)
{
#ifdef Q_OS_WIN
    Q_UNUSED(pid)
    return true;
#else
    return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
#endif
}

QString notePath(const QString &userFile)
{
    const QFileInfo file(userFile);
    return file.absolutePath() + u"/.~"_s + file.fileName() + u".ouvert"_s;
}

} // namespace

QString ourselves()
{
    return named(login(), QSysInfo::machineHostName());
}

ProjectLock::ProjectLock(const QString &path) : m_file(path)
{
    m_file.setStaleLockTime(0); // stale when its process is dead, never because it is old
}

ProjectLock::Attempt ProjectLock::take(const QString &projectFolder)
{
    QDir().mkpath(projectFolder);
    const QString path = projectFolder + u"/verrou"_s;
    std::unique_ptr<ProjectLock> lock(new ProjectLock(path));
    if (lock->m_file.tryLock(0))
        return {std::move(lock), std::nullopt};
    qint64 pid = 0;
    QString computer;
    QString program;
    // A lock without a name: its maker is at work this very instant, or died before signing it.
    for (int patience = 0; !lock->m_file.getLockInfo(&pid, &computer, &program); ++patience) {
        if (patience == signingPatience)
            QFile::remove(path);
        if (lock->m_file.tryLock(signingDelay))
            return {std::move(lock), std::nullopt};
        if (patience > signingPatience)
            break;
    }
    const Holder holder{named(login(), computer), QFileInfo(path).lastModified(),
                        computer == QSysInfo::machineHostName()};
    return {nullptr, holder};
}

// Five lines: login, computer, process, since, last sign of life (ISO, UTC).
Presence::Presence(const QString &userFile, std::shared_ptr<FileOperations> files)
    : m_path(notePath(userFile)), m_files(std::move(files))
{
}

void Presence::leave()
{
    QByteArray note;
    {
        const std::lock_guard lock(m_mutex);
        m_left = true;
        note = std::exchange(m_written, {});
    }
    removeOurs(note);
}

void Presence::removeOurs(const QByteArray &note)
{
    if (note.isEmpty())
        return;
    const auto found = m_files->exists(m_path) ? m_files->read(m_path) : base::Result<QByteArray>(QByteArray());
    if (found && found.value() == note)
        m_files->remove(m_path);
}

void Presence::refresh(const QDateTime &now)
{
    QDateTime since = now;
    {
        const std::lock_guard lock(m_mutex);
        if (m_left)
            return;
        if (!m_since.isValid())
            m_since = now;
        since = m_since;
    }
    const QStringList lines{login(), QSysInfo::machineHostName(), QString::number(QCoreApplication::applicationPid()),
                            since.toUTC().toString(Qt::ISODate), now.toUTC().toString(Qt::ISODate)};
    const QByteArray note = lines.join(u'\n').toUtf8();
    if (!m_files->write(m_path, note))
        return;
    bool late = false;
    {
        const std::lock_guard lock(m_mutex);
        late = m_left;
        if (!late)
            m_written = note;
    }
    if (late)
        removeOurs(note);
}

std::optional<Holder> Presence::other(const QString &userFile, const QDateTime &now, FileOperations &files)
{
    const QString path = notePath(userFile);
    const auto bytes = files.exists(path) ? files.read(path) : base::Result<QByteArray>(QByteArray());
    const QStringList lines = bytes ? QString::fromUtf8(bytes.value().left(1000)).split(u'\n') : QStringList();
    if (lines.size() != 5)
        return std::nullopt;
    const bool here = lines.at(1) == QSysInfo::machineHostName();
    const qint64 pid = lines.at(2).toLongLong();
    // Our own login on this computer: the project lock already answered.
    if (here && (lines.at(0) == login() || !mayBeAlive(pid)))
        return std::nullopt;
    const QDateTime seen = QDateTime::fromString(lines.at(4), Qt::ISODate);
    if (!seen.isValid() || qAbs(seen.secsTo(now)) > presenceLifeSeconds)
        return std::nullopt;
    return Holder{named(lines.at(0), lines.at(1)), QDateTime::fromString(lines.at(3), Qt::ISODate).toLocalTime(), here};
}

} // namespace store
