#include "gui/shell/rescue.h"

#include "base/paths.h"
#include "base/text.h"
#include "gui/dialogs/backups_dialog.h"
#include "gui/dialogs/new_project_dialog.h"
#include "gui/shell/start_window.h"

#include <QDir>
#include <QFileInfo>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using dossier::Dossier;
using dossier::Orphan;
using Tone = InfoBar::Tone;

namespace
{

// The same work, set aside, is offered again when something was added to it since.
QString keyOf(const Orphan &orphan)
{
    return orphan.folder + u'|' + orphan.lastEdit.toString(Qt::ISODateWithMs);
}

QString whatIsLeft(const std::vector<store::Backup> &versions, const QDate &today)
{
    if (versions.empty())
        return u"Aucune version plus ancienne n’est gardée sur cet ordinateur. Récupérez ce qui peut l’être dans un "
               "autre fichier, ou demandez un autre exemplaire à une personne qui l’a reçu."_s;
    const QString last = momentInWords(versions.front().at, today);
    if (versions.size() == 1)
        return u"Une version enregistrée plus tôt (%1) est gardée sur cet ordinateur : ouvrez-la d’abord. Récupérez "
               "ensuite ce qui peut l’être, si elle est trop ancienne."_s.arg(last);
    return u"%1 versions enregistrées plus tôt sont gardées sur cet ordinateur, la dernière : %2. Ouvrez-en une "
           "d’abord. Récupérez ensuite ce qui peut l’être, si elles sont trop anciennes."_s.arg(versions.size())
               .arg(last);
}

} // namespace

Rescue::Rescue(StartWindow &start, Settings &settings, const base::Clock &clock, FileQuestions files,
               dossier::Options options, Waits &waits, Outcome outcome)
    : m_start(start), m_settings(settings), m_clock(clock), m_files(std::move(files)), m_options(std::move(options)),
      m_waits(waits), m_outcome(std::move(outcome)),
      m_disk(m_options.files ? m_options.files : std::make_shared<store::FileOperations>()),
      m_versions((m_options.dataFolder.isEmpty() ? base::localDataFolder() : m_options.dataFolder) + u"/sauvegardes"_s),
      m_backups(m_versions, *m_disk)
{
    connect(&m_start, &StartWindow::recoverRequested, this, &Rescue::recover);
    connect(&m_start, &StartWindow::setAsideRequested, this, &Rescue::setAside);
    connect(&m_start, &StartWindow::foundAgainRequested, this, [this] {
        m_settings.setSetAside({});
        showFound();
    });
}

// A version that does not open is no help.
std::vector<store::Backup> Rescue::versionsOf(const QString &path)
{
    std::vector<store::Backup> versions = m_backups.listFor(path);
    std::erase_if(versions, [this](const store::Backup &each) { return !m_backups.verify(each); });
    return versions;
}

QString Rescue::newFile(const QString &title, const QString &beside, const QString &name) const
{
    // Beside the file, unless its place is gone or does not answer: the system's box would not come back from there.
    base::Errand<bool> there(
        [files = m_disk, place = QFileInfo(beside).absolutePath()] { return files->exists(place); });
    const bool usable = there.wait(m_options.prompt) && there.take();
    const QString folder = usable ? QFileInfo(beside).absolutePath() : documentsFolder();
    const QString path = m_files.save(&m_start, title, folder + u'/' + name, projectFilter());
    return path.isEmpty() || path.endsWith(u".cpts"_s, Qt::CaseInsensitive) ? path : path + u".cpts"_s;
}

void Rescue::explainDamage(const QString &path)
{
    const std::vector<store::Backup> versions = versionsOf(path);
    tellDamage(u"« %1 » est abîmé ou incomplet et ne peut pas être ouvert. Ce fichier n’a pas été modifié, et ne le "
               "sera pas. %2"_s.arg(QFileInfo(path).fileName(), whatIsLeft(versions, m_clock.today())),
               path, !versions.empty());
}

// Whatever was tried and failed, the other way stays offered.
void Rescue::tellDamage(const QString &sentence, const QString &path, bool versions)
{
    std::vector<InfoBar::Action> actions;
    if (versions)
        actions.push_back({u"Voir les versions de secours…"_s, [this, path] { chooseVersion(path); }});
    actions.push_back({u"Récupérer ce qui peut l’être…"_s, [this, path, versions] { salvage(path, versions); }});
    m_start.tell(Tone::Problem, sentence, actions);
}

void Rescue::chooseVersion(const QString &path)
{
    auto *dialog = new BackupsDialog(versionsOf(path), m_clock.today(), &m_start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, path] { restore(dialog->chosen(), path); });
    dialog->open();
}

void Rescue::restore(const store::Backup &backup, const QString &path)
{
    const QString name =
        QFileInfo(path).completeBaseName() + u"-du-"_s + backup.at.toString(u"yyyy-MM-dd-HHmm"_s) + u".cpts"_s;
    const QString to = newFile(u"Ouvrir la version de secours sous"_s, path, name);
    if (to.isEmpty())
        return;
    const auto told = [this, path, to](const base::Result<void> &done) {
        m_waits.done(to);
        if (!done)
            tellDamage(done.error().message, path, true);
        else
            m_outcome.open(to);
    };
    base::Errand<base::Result<void>> errand([files = m_disk, folder = m_versions, backup, to] {
        return store::Backups(folder, *files).restore(backup, to);
    });
    m_waits.add(to, u"Enregistrement de"_s,
                base::whenDone<base::Result<void>>(std::move(errand), m_options.prompt, told));
}

void Rescue::salvage(const QString &path, bool versions)
{
    const QString name = QFileInfo(path).completeBaseName() + u"-recupere.cpts"_s;
    const QString to = newFile(u"Enregistrer ce qui est récupéré sous"_s, path, name);
    if (to.isEmpty())
        return;
    m_waits.add(to, u"Enregistrement de"_s,
                Dossier::salvage(path, to, m_clock, m_options, [this, path, to, versions](Dossier::Made saved) {
                    m_waits.done(to);
                    if (!saved)
                        tellDamage(saved.error().message, path, versions);
                    else
                        m_outcome.present(std::move(saved.value()));
                }));
}

void Rescue::showFound()
{
    m_search = Dossier::orphans(m_options, [this](std::vector<Orphan> found) { foundAre(std::move(found)); });
}

void Rescue::foundAre(std::vector<Orphan> found)
{
    const QStringList aside = m_settings.setAside();
    const size_t all = found.size();
    std::erase_if(found, [&aside](const Orphan &each) { return aside.contains(keyOf(each)); });
    const auto hidden = static_cast<int>(all - found.size());
    m_start.showFound(std::move(found), hidden, m_clock.today());
}

void Rescue::recover(const Orphan &orphan)
{
    const QString to = newFile(u"Enregistrer le travail retrouvé sous"_s, orphan.userFile, fileNameFor(orphan.name));
    if (to.isEmpty())
        return;
    m_waits.add(to, u"Enregistrement de"_s,
                Dossier::recoverOrphan(orphan, to, m_clock, m_options, [this, to](const base::Result<void> &done) {
                    m_waits.done(to);
                    if (!done) {
                        m_start.tell(Tone::Problem, done.error().message);
                        return;
                    }
                    showFound();
                    m_outcome.open(to);
                }));
}

// Nothing is deleted: the work stays where it is, and only its card goes.
void Rescue::setAside(const Orphan &orphan)
{
    m_settings.setSetAside(m_settings.setAside() + QStringList{keyOf(orphan)});
    showFound();
    const auto again = [this, key = keyOf(orphan)] {
        QStringList aside = m_settings.setAside();
        aside.removeAll(key);
        m_settings.setSetAside(aside);
        m_start.dismiss();
        showFound();
    };
    m_start.tell(Tone::Information,
                 u"Le travail sur « %1 » est mis de côté. Il reste gardé sur cet ordinateur."_s.arg(orphan.name),
                 {{u"Le proposer de nouveau"_s, again}});
}

} // namespace gui
