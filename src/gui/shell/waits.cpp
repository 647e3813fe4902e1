#include "gui/shell/waits.h"

#include <QDir>
#include <QFileInfo>
#include <QTimer>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString subjectOf(const QString &path)
{
    return u"attente:"_s + path;
}

} // namespace

QString silentFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QString name = QDir(folder).dirName();
    return u"Le dossier « %1 » ne répond pas"_s.arg(name.isEmpty() ? folder : name);
}

void Waits::add(const QString &path, const QString &doing, base::Waiting waiting)
{
    if (!waiting)
        return;
    QTimer::singleShot(m_patience, waiting.get(), [this, path] {
        tell(path, InfoBar::Tone::Warning,
             silentFolder(path) + u". Vérifiez la connexion, la clé ou le disque ; rien n’a été modifié."_s);
    });
    m_waits[path] = {std::move(waiting), &m_where()};
    tell(path, InfoBar::Tone::Information, u"%1 « %2 »…"_s.arg(doing, QFileInfo(path).fileName()));
}

void Waits::tell(const QString &path, InfoBar::Tone tone, const QString &sentence)
{
    const auto found = m_waits.find(path);
    if (found == m_waits.end() || !found->second.messages)
        return;
    found->second.messages
        ->tell(subjectOf(path), tone, sentence, {{u"Ne plus attendre"_s, [this, path] { giveUp(path); }}})
        ->setLasting();
}

void Waits::giveUp(const QString &path)
{
    const auto found = m_waits.find(path);
    if (found == m_waits.end())
        return;
    if (found->second.messages)
        found->second.messages->dismiss(subjectOf(path));
    m_waits.erase(found);
    Q_EMIT givenUp(path);
}

void Waits::done(const QString &path)
{
    const auto found = m_waits.find(path);
    if (found == m_waits.end())
        return;
    Wait wait = std::move(found->second);
    m_waits.erase(found);
    wait.waiting.release()->deleteLater();
    if (wait.messages)
        wait.messages->dismiss(subjectOf(path));
}

} // namespace gui
