#include "gui/shell/file_desk.h"

#include "base/paths.h"
#include "gui/contour_shelf.h"
#include "gui/dialogs/backups_dialog.h"
#include "gui/dialogs/contour_import_dialog.h"
#include "gui/dialogs/data_import_dialog.h"
#include "store/container.h"

#include <map>
#include <QDir>
#include <QFileInfo>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using dossier::SaveState;
using Tone = InfoBar::Tone;

namespace
{

QString withExtension(const QString &path, const QString &extension)
{
    return path.isEmpty() || path.endsWith(u'.' + extension, Qt::CaseInsensitive) ? path : path + u'.' + extension;
}

// « Voir les membres → »
QString seeWords(const QString &table)
{
    static const std::map<QString, QString> lists{{u"personne"_s, u"les membres"_s},
                                                  {u"partenaire"_s, u"les partenaires"_s},
                                                  {u"commune"_s, u"les communes"_s},
                                                  {u"indicateur"_s, u"les indicateurs"_s},
                                                  {u"tranche"_s, u"la population par âge"_s},
                                                  {u"effectif"_s, u"les professions"_s},
                                                  {u"acteur"_s, u"les acteurs"_s},
                                                  {u"fiche"_s, u"les fiches-actions"_s}};
    const auto found = lists.find(table);
    return u"Voir %1 →"_s.arg(found == lists.end() ? u"ce qui a changé"_s : found->second);
}

} // namespace

FileDesk::FileDesk(dossier::Dossier &dossier, const Environment &environment, InfoBarStack &messages,
                   std::function<void()> flush, QWidget *window)
    : QObject(window), m_dossier(dossier), m_environment(environment), m_messages(messages), m_flush(std::move(flush)),
      m_window(window), m_waits([&messages]() -> InfoBarStack & { return messages; }, dossier.options().patience)
{
    connect(&m_dossier, &dossier::Dossier::saveStateChanged, this, &FileDesk::followState);
    // What is said of bringing two versions together offers to undo it: true until something else is done.
    connect(&m_dossier, &dossier::Dossier::changed, this, [this] { m_messages.dismiss(u"reunion"_s); });
    connect(&m_dossier, &dossier::Dossier::steppedTo, this, [this] {
        if (m_dossier.redoLabel() == m_imported)
            m_messages.dismiss(u"import"_s);
    });
    connect(&m_dossier, &dossier::Dossier::fileChangedElsewhere, this, [this](const QString &sentence) {
        m_messages.tell(u"conflit"_s, Tone::Warning, sentence,
                        {{u"Réunir les deux versions"_s, [this] { mergeWithFile(); }},
                         {u"Enregistrer ailleurs…"_s, [this] { saveElsewhere(); }}});
    });
}

QString FileDesk::nextTo(const QString &suffix) const
{
    return folderBeside(m_dossier) + u'/' + QFileInfo(m_dossier.path()).completeBaseName() + suffix + u".cpts"_s;
}

void FileDesk::elsewhere(const QString &path, std::function<base::Result<void>()> work,
                         std::function<void(const base::Result<void> &)> then)
{
    m_waits.add(path, u"Enregistrement de"_s,
                base::whenDone<base::Result<void>>(
                    base::Errand<base::Result<void>>(std::move(work)), m_dossier.options().prompt,
                    [this, path, then = std::move(then)](const base::Result<void> &done) {
                        m_waits.done(path);
                        then(done);
                    }));
}

void FileDesk::tell(const QString &subject, const base::Error &error, const std::vector<InfoBar::Action> &actions)
{
    m_messages.tell(subject, Tone::Problem, error.message, actions);
}

void FileDesk::tellOpening()
{
    if (m_example) {
        m_messages
            .tell(u"ouverture"_s, Tone::Information,
                  u"Voici une CPTS fictive, en lecture seule. Parcourez ses pages, exportez sa lettre."_s,
                  {{u"Repartir de cet exemple…"_s, [this] { Q_EMIT startFromExample(); }}})
            ->setLasting();
        return;
    }
    const dossier::OpeningReport &report = m_dossier.opening();
    if (report.sentence.isEmpty())
        return;
    std::vector<InfoBar::Action> actions;
    if (report.readOnly)
        actions.push_back({u"Travailler sur une copie…"_s, [this] { workOnCopy(); }});
    if (!report.merge.conflicts.empty())
        actions.push_back({u"Voir les différences"_s, [this] { showMerge(m_dossier.opening().merge); }});
    const bool attention = report.readOnly || report.salvaged || !report.merge.conflicts.empty();
    m_messages.tell(u"ouverture"_s, attention ? Tone::Warning : Tone::Information, report.sentence, actions);
}

void FileDesk::tellTwin(const QString &openFile, const std::function<void()> &merge)
{
    const QString open = QFileInfo(openFile).fileName();
    m_messages.tell(
        u"ouverture"_s, Tone::Warning,
        u"« %1 » est une copie de « %2 », déjà ouvert dans une autre fenêtre. Elle s’ouvre en lecture seule : "
        "réunissez les deux, ou travaillez sur une copie à part."_s.arg(QFileInfo(m_dossier.path()).fileName(), open),
        {{u"Réunir avec « %1 »…"_s.arg(open), merge}, {u"Travailler sur une copie…"_s, [this] { workOnCopy(); }}});
}

void FileDesk::followState()
{
    const SaveState state = m_dossier.saveState();
    if (state.type == SaveState::Type::Failed || state.type == SaveState::Type::WorkUnsafe) {
        // A conflict has its own message, with its own remedies.
        if (!m_messages.bar(u"conflit"_s))
            m_messages.tell(u"enregistrement"_s, Tone::Problem, state.sentence,
                            remedies({u"Réessayer"_s, [this] { saveNow(); }}));
    } else if (state.type == SaveState::Type::Saved) {
        m_messages.dismiss(u"enregistrement"_s);
        m_messages.dismiss(u"conflit"_s);
        if (m_closing != Closing::Waiting) {
            m_closing = Closing::No;
            m_messages.dismiss(u"fermeture"_s);
        }
    }
}

void FileDesk::saveNow()
{
    m_flush();
    m_dossier.publishSoon();
}

void FileDesk::saveCopy()
{
    m_flush();
    const QString path = withExtension(
        m_environment.files.save(m_window, u"Enregistrer une copie"_s, nextTo(u"-copie"_s), projectFilter()),
        u"cpts"_s);
    if (path.isEmpty())
        return;
    const auto tellKept = [this, path] {
        m_messages.tell(u"copie"_s, Tone::Information, u"Copie enregistrée : « %1 »."_s.arg(QFileInfo(path).fileName()),
                        {{u"Ouvrir la copie"_s, [this, path] { Q_EMIT openRequested(path); }}});
    };
    keepCopy(path, tellKept, [this] { saveCopy(); });
}

void FileDesk::keepCopy(const QString &path, const std::function<void()> &then, const std::function<void()> &again)
{
    const auto told = std::make_shared<bool>(false);
    // The system's dialog has already asked whether to replace an existing file.
    m_dossier.saveCopy(path, true, [this, told, then, again](const base::Result<void> &done) {
        *told = true;
        m_messages.dismiss(u"copie"_s);
        if (!done)
            tell(u"copie"_s, done.error(), {{u"Choisir un autre dossier…"_s, again}});
        else
            then();
    });
    if (!*told)
        m_messages.tell(u"copie"_s, Tone::Information,
                        u"Enregistrement de la copie « %1 »…"_s.arg(QFileInfo(path).fileName()));
}

void FileDesk::workOnCopy()
{
    const QString path = withExtension(
        m_environment.files.save(m_window, u"Travailler sur une copie"_s, nextTo(u"-copie"_s), projectFilter()),
        u"cpts"_s);
    if (!path.isEmpty())
        keepCopy(
            path, [this, path] { Q_EMIT copyRequested(path); }, [this] { workOnCopy(); });
}

void FileDesk::saveElsewhere()
{
    m_flush();
    const QString path = withExtension(
        m_environment.files.save(m_window, u"Enregistrer ailleurs"_s, nextTo({}), projectFilter()), u"cpts"_s);
    if (path.isEmpty())
        return;
    const auto told = std::make_shared<bool>(false);
    m_dossier.moveTo(path, true, [this, told](const base::Result<void> &done) {
        *told = true;
        m_messages.dismiss(u"enregistrement"_s);
        if (!done) {
            tell(u"enregistrement"_s, done.error(), {{u"Enregistrer ailleurs…"_s, [this] { saveElsewhere(); }}});
            return;
        }
        movedHere();
    });
    if (!*told)
        m_messages.tell(u"enregistrement"_s, Tone::Information,
                        u"Enregistrement de « %1 »…"_s.arg(QFileInfo(path).fileName()));
}

void FileDesk::openBackup()
{
    const dossier::Options &options = m_dossier.options();
    const auto files = options.files ? options.files : std::make_shared<store::FileOperations>();
    const QString versions = options.dataFolder + u"/sauvegardes"_s;
    BackupsDialog dialog(store::Backups(versions, *files).list(m_dossier.id()), m_environment.clock.today(), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const store::Backup chosen = dialog.chosen();
    const QString suffix = u"-du-"_s + chosen.at.toString(u"yyyy-MM-dd-HHmm"_s);
    const QString path = withExtension(
        m_environment.files.save(m_window, u"Ouvrir la version de secours sous"_s, nextTo(suffix), projectFilter()),
        u"cpts"_s);
    if (path.isEmpty())
        return;
    elsewhere(
        path, [files, versions, chosen, path] { return store::Backups(versions, *files).restore(chosen, path); },
        [this, path](const base::Result<void> &done) {
            if (!done)
                tell(u"secours"_s, done.error());
            else
                Q_EMIT openRequested(path);
        });
}

DataImportDialog *FileDesk::openImport()
{
    m_flush();
    auto *dialog = new DataImportDialog(m_dossier, m_environment, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DataImportDialog::accepted, this, [this, dialog] { tellImported(*dialog); });
    dialog->open();
    return dialog;
}

void FileDesk::tellImported(const DataImportDialog &dialog)
{
    std::vector<InfoBar::Action> actions;
    const domain::FieldAddress at = dialog.imported();
    if (const QString page = m_environment.trame.pageOf(at, m_dossier.projet()); !page.isEmpty())
        actions.push_back({seeWords(at.table), [this, page, at] { Q_EMIT pageAsked(page, at); }});
    m_imported = m_dossier.undoLabel();
    m_messages.tell(u"import"_s, Tone::Information, dialog.outcome(), actions);
}

void FileDesk::importData(const QString &path)
{
    DataImportDialog *dialog = openImport();
    if (!path.isEmpty())
        dialog->take(imports::ImportInput::file(path));
}

void FileDesk::importWith(const QString &profile)
{
    openImport()->suggest(profile);
}

void FileDesk::importContours()
{
    if (!m_environment.contours)
        return;
    auto *dialog = new ContourImportDialog(*m_environment.contours, m_environment.reference.communes(),
                                           m_environment.clock.today(), m_environment.files, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool FileDesk::readyToClose(const std::function<void()> &close)
{
    m_flush();
    // Told that the place does not answer and that the work is safe, the user asks again.
    if (m_dossier.isReadOnly() || m_closing == Closing::Silent)
        return true;
    if (m_closing == Closing::Waiting)
        return false;
    m_closing = Closing::Waiting;
    const auto answer = std::make_shared<std::optional<base::Result<void>>>();
    const auto later = std::make_shared<bool>(false);
    m_dossier.publish([this, answer, later, close](const base::Result<void> &done) {
        *answer = done;
        if (!*later || m_closing != Closing::Waiting)
            return;
        m_closing = Closing::No;
        m_messages.dismiss(u"fermeture"_s);
        if (done)
            close();
        else
            refuseClosing(done.error(), close);
    });
    *later = true;
    if (!*answer) {
        const InfoBar::Action stay{u"Ne pas fermer"_s, [this] {
                                       m_closing = Closing::No;
                                       m_messages.dismiss(u"fermeture"_s);
                                       Q_EMIT stayed();
                                   }};
        m_messages
            .tell(u"fermeture"_s, Tone::Information, u"Enregistrement en cours : la fenêtre se fermera ensuite."_s,
                  {stay})
            ->setLasting();
        return false;
    }
    m_closing = Closing::No;
    if (**answer)
        return true;
    refuseClosing((*answer)->error(), close);
    return false;
}

// What the user may do about a file that could not be written. A file that is not where it was may have been moved.
std::vector<InfoBar::Action> FileDesk::remedies(const InfoBar::Action &again)
{
    std::vector<InfoBar::Action> actions{again};
    if (m_dossier.placeAnswers() && !QFileInfo::exists(m_dossier.path()))
        actions.push_back({u"Le retrouver…"_s, [this] { findAgain(); }});
    actions.push_back({u"Enregistrer ailleurs…"_s, [this] { saveElsewhere(); }});
    return actions;
}

void FileDesk::refuseClosing(const base::Error &error, const std::function<void()> &close)
{
    const bool silent = error.code == base::ErrorCode::Silent;
    const bool safe = m_dossier.saveState().type != SaveState::Type::WorkUnsafe;
    if (silent)
        m_closing = Closing::Silent;
    m_messages.dismiss(u"enregistrement"_s);
    const QString anyway = silent ? u"Fermer"_s : u"Fermer quand même"_s;
    QString what = u"Le projet n’est pas encore fermé : "_s + error.message.left(1).toLower() + error.message.mid(1);
    if (!silent) // else the message says it
        what += u" « %1 » : %2"_s.arg(
            anyway, safe ? u"votre travail reste sur cet ordinateur, et revient à la prochaine ouverture."_s
                         : u"vos dernières modifications seraient perdues."_s);
    auto actions = remedies({u"Réessayer et fermer"_s, [this, close] {
                                 m_closing = Closing::No;
                                 if (readyToClose(close))
                                     close();
                             }});
    actions.push_back({anyway, [this, close] {
                           Q_EMIT leavesAnyway();
                           close();
                       }});
    m_messages.tell(u"fermeture"_s, Tone::Problem, what, actions);
    Q_EMIT stayed();
}

void FileDesk::findAgain()
{
    m_flush();
    const QString path =
        m_environment.files.open(m_window, u"Où est le projet maintenant ?"_s, documentsFolder(), projectFilter());
    if (path.isEmpty())
        return;
    const auto files =
        m_dossier.options().files ? m_dossier.options().files : std::make_shared<store::FileOperations>();
    const auto found = std::make_shared<base::Id>();
    elsewhere(
        path,
        [files, path, found]() -> base::Result<void> {
            const auto bytes = files->read(path);
            const auto opened = bytes ? store::fromBytes(bytes.value()) : base::Result<store::Opened>(bytes.error());
            if (!opened)
                return opened.error();
            if (opened.value().newer) // never to be written over
                return base::Error{
                    base::ErrorCode::Newer,
                    u"« %1 » vient d’une version plus récente d’Atelier CPTS. Rien n’a été modifié : mettez le "
                    "programme à jour, ou enregistrez ailleurs."_s.arg(QFileInfo(path).fileName()),
                    path};
            *found = opened.value().contents.project;
            return {};
        },
        [this, path, found](const base::Result<void> &read) {
            if (!read)
                tell(u"retrouver"_s, read.error(), {{u"Choisir un autre fichier…"_s, [this] { findAgain(); }}});
            else if (*found != m_dossier.id())
                tell(u"retrouver"_s,
                     {base::ErrorCode::Invalid,
                      u"« %1 » est un autre projet. Rien n’a été modifié ; choisissez le fichier de ce projet."_s.arg(
                          QFileInfo(path).fileName()),
                      path},
                     {{u"Choisir un autre fichier…"_s, [this] { findAgain(); }}});
            else
                settleAt(path);
        });
}

// What was written in the file meanwhile comes first, so that going on there loses nothing.
void FileDesk::settleAt(const QString &path)
{
    m_messages.dismiss(u"retrouver"_s);
    m_dossier.mergeWith(path, [this, path](const base::Result<domain::MergeResult> &merged) {
        if (!merged)
            return tell(u"retrouver"_s, merged.error(), {{u"Enregistrer ailleurs…"_s, [this] { saveElsewhere(); }}});
        m_dossier.moveTo(path, true, [this, path, merged](const base::Result<void> &done) {
            if (!done)
                return tell(u"retrouver"_s, done.error(), {{u"Réessayer"_s, [this, path] { settleAt(path); }}});
            movedHere();
            m_messages.tell(u"retrouver"_s, Tone::Information,
                            u"Le projet continue dans « %1 », dans %2."_s.arg(
                                QFileInfo(path).fileName(), QDir::toNativeSeparators(QFileInfo(path).absolutePath())));
            if (!merged.value().conflicts.empty())
                showMerge(merged);
        });
    });
}

void FileDesk::movedHere()
{
    for (const QString &subject : {u"enregistrement"_s, u"conflit"_s, u"fermeture"_s})
        m_messages.dismiss(subject);
    m_closing = Closing::No;
    Q_EMIT moved();
}

} // namespace gui
