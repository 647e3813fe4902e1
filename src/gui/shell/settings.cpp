#include "gui/shell/settings.h"

#include "base/paths.h"
#include "base/text.h"

#include <algorithm>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLocale>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr size_t mostRecents = 10;
constexpr int lookPatience = 300; // milliseconds, for all of them
} // namespace

Settings::Settings(const QString &file, Exists exists)
    : m_settings(file.isEmpty() ? base::localDataFolder() + u"/reglages.ini"_s : file, QSettings::IniFormat),
      m_exists(exists ? std::move(exists) : [](const QString &path) { return QFileInfo::exists(path); })
{
}

Theme::Mode Settings::theme() const
{
    const int stored = m_settings.value(u"apparence/theme"_s, 0).toInt();
    return stored >= 0 && stored <= static_cast<int>(Theme::Mode::System) ? static_cast<Theme::Mode>(stored)
                                                                          : Theme::Mode::Light;
}

void Settings::setTheme(Theme::Mode mode)
{
    m_settings.setValue(u"apparence/theme"_s, static_cast<int>(mode));
}

int Settings::zoom() const
{
    return std::clamp(m_settings.value(u"apparence/zoom"_s, 100).toInt(), Theme::leastZoom, Theme::mostZoom);
}

void Settings::setZoom(int percent)
{
    m_settings.setValue(u"apparence/zoom"_s, percent);
}

QByteArray Settings::geometry(const QString &window) const
{
    return m_settings.value(u"fenetres/"_s + window).toByteArray();
}

void Settings::setGeometry(const QString &window, const QByteArray &geometry)
{
    m_settings.setValue(u"fenetres/"_s + window, geometry);
}

QString Settings::folder() const
{
    return m_settings.value(u"fichiers/dossier"_s).toString();
}

void Settings::setFolder(const QString &folder)
{
    m_settings.setValue(u"fichiers/dossier"_s, folder);
}

std::vector<RecentProject> Settings::stored() const
{
    std::vector<RecentProject> projects;
    const int size = std::min(m_settings.beginReadArray(u"recents"_s), static_cast<int>(mostRecents));
    for (int i = 0; i < size; ++i) {
        m_settings.setArrayIndex(i);
        projects.push_back({m_settings.value(u"chemin"_s).toString(),
                            m_settings.value(u"nom"_s).toString(),
                            m_settings.value(u"phrase"_s).toString(),
                            m_settings.value(u"le"_s).toDateTime(),
                            {m_settings.value(u"page"_s).toString(), m_settings.value(u"place"_s).toString()},
                            m_settings.value(u"sceau"_s).toString(),
                            m_settings.value(u"non-referme"_s).toBool()});
    }
    m_settings.endArray();
    return projects;
}

void Settings::store(const std::vector<RecentProject> &projects)
{
    m_settings.remove(u"recents"_s);
    m_settings.beginWriteArray(u"recents"_s, static_cast<int>(projects.size()));
    for (size_t i = 0; i < projects.size(); ++i) {
        m_settings.setArrayIndex(static_cast<int>(i));
        m_settings.setValue(u"chemin"_s, projects[i].path);
        m_settings.setValue(u"nom"_s, projects[i].name);
        m_settings.setValue(u"phrase"_s, projects[i].sentence);
        m_settings.setValue(u"le"_s, projects[i].at);
        m_settings.setValue(u"page"_s, projects[i].left.page);
        m_settings.setValue(u"place"_s, projects[i].left.place);
        m_settings.setValue(u"sceau"_s, projects[i].seal);
        m_settings.setValue(u"non-referme"_s, projects[i].unclosed);
    }
    m_settings.endArray();
}

// A file may be where nothing answers any more: each is looked for aside, and only once at a time.
void Settings::look(const std::vector<RecentProject> &projects) const
{
    const QDeadlineTimer end(lookPatience);
    std::vector<QString> begun;
    for (const RecentProject &each : projects)
        if (!m_looks.contains(each.path)) {
            begun.push_back(each.path);
            m_looks.emplace(each.path, base::Errand<Seen>([exists = m_exists, path = each.path] {
                                return exists(path) ? Seen{true, sealOf(path)} : Seen{};
                            }));
        }
    for (const QString &path : begun)
        static_cast<void>(m_looks.at(path).wait(base::milliseconds(std::max<qint64>(0, end.remainingTime()))));
}

std::vector<RecentProject> Settings::recents() const
{
    std::vector<RecentProject> projects = stored();
    look(projects);
    std::erase_if(projects, [this](RecentProject &each) {
        const auto found = m_looks.find(each.path);
        if (found == m_looks.end() || !found->second.wait({}))
            return false;
        const Seen seen = found->second.take();
        m_looks.erase(found);
        each.changed = !each.seal.isEmpty() && !seen.seal.isEmpty() && seen.seal != each.seal;
        return !seen.there;
    });
    return projects;
}

void Settings::remember(RecentProject project)
{
    base::Errand<QString> seal([path = project.path] { return sealOf(path); });
    project.seal = seal.wait(base::milliseconds(lookPatience)) ? seal.take() : QString();
    std::vector<RecentProject> projects = stored();
    std::erase_if(projects, [&](const RecentProject &each) { return each.path == project.path; });
    projects.insert(projects.begin(), project);
    if (projects.size() > mostRecents)
        projects.resize(mostRecents);
    store(projects);
}

PageLeft Settings::pageLeft(const QString &path) const
{
    for (const RecentProject &each : stored())
        if (each.path == path)
            return each.left;
    return {};
}

void Settings::forget(const QString &path)
{
    std::vector<RecentProject> projects = stored();
    std::erase_if(projects, [&](const RecentProject &each) { return each.path == path; });
    store(projects);
}

QStringList Settings::setAside() const
{
    return m_settings.value(u"mis-de-cote"_s).toStringList();
}

void Settings::setSetAside(const QStringList &keys)
{
    m_settings.setValue(u"mis-de-cote"_s, keys);
}

QString sealOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? u"%1 %2"_s.arg(file.size()).arg(file.lastModified().toMSecsSinceEpoch()) : QString();
}

QString stateInWords(const RecentProject &project, const QDate &today)
{
    if (project.open)
        return u"Ouvert dans une autre fenêtre"_s;
    if (project.changed && project.unclosed)
        return u"Non refermé la dernière fois : votre travail est gardé"_s;
    if (project.changed)
        return u"Fichier modifié depuis votre dernière visite"_s;
    const QString day = dayInWords(project.at.date(), today);
    return project.sentence.isEmpty() || project.at.date() == today || day.isEmpty()
               ? project.sentence
               : u"%1 (%2)"_s.arg(project.sentence, day);
}

QString dayInWords(const QDate &day, const QDate &today)
{
    if (!day.isValid())
        return {};
    if (day == today)
        return u"aujourd’hui"_s;
    if (day.addDays(1) == today)
        return u"hier"_s;
    const QLocale french(QLocale::French, QLocale::France);
    const QString ordinal = day.day() == 1 ? u"1er"_s : QString::number(day.day());
    const QString shortDate = ordinal + QChar(QChar::Nbsp) + french.monthName(day.month(), QLocale::ShortFormat);
    return day.year() == today.year() ? shortDate : shortDate + u' ' + QString::number(day.year());
}

QString momentInWords(const QDateTime &at, const QDate &today)
{
    return at.isValid() ? dayInWords(at.date(), today) + u" à "_s + base::frenchTime(at.time()) : QString();
}

} // namespace gui
