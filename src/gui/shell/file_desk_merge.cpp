// Another version of the project is brought in.
#include "base/text.h"
#include "dossier/merging.h"
#include "gui/dialogs/merge_dialog.h"
#include "gui/shell/file_desk.h"

#include <QFileInfo>
#include <utility>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using Tone = InfoBar::Tone;

namespace
{

const QString mergeSubject = u"reunion"_s;

} // namespace

void FileDesk::mergeCopy()
{
    m_flush();
    const QString path = m_environment.files.open(m_window, u"Réunir avec une copie"_s,
                                                  QFileInfo(m_dossier.path()).absolutePath(), projectFilter());
    if (!path.isEmpty())
        mergeWith(path);
}

void FileDesk::mergeWith(const QString &path)
{
    m_flush();
    dossier::proposeMerge(m_dossier, path, [this, path](const base::Result<domain::MergeResult> &merged) {
        const QFileInfo file(path);
        showMerge(merged, {.mine = u"« %1 », ouvert ici"_s.arg(QFileInfo(m_dossier.path()).fileName()),
                           .theirs = u"« %1 », enregistré %2"_s.arg(
                               file.fileName(), momentInWords(file.lastModified(), m_environment.clock.today())),
                           .naming = m_naming,
                           .label = dossier::mergeLabel(path)});
    });
}

void FileDesk::mergeWithFile()
{
    m_flush();
    m_dossier.mergeWithFile([this](const base::Result<domain::MergeResult> &merged) { showMerge(merged); });
}

void FileDesk::showMerge(const base::Result<domain::MergeResult> &result)
{
    showMerge(result, {.mine = {}, .theirs = {}, .naming = m_naming, .label = {}});
}

void FileDesk::showMerge(const base::Result<domain::MergeResult> &result, const MergeSides &sides)
{
    if (!result) {
        tell(u"conflit"_s, result.error(), {{u"Enregistrer ailleurs…"_s, [this] { saveElsewhere(); }}});
        return;
    }
    m_messages.dismiss(u"conflit"_s);
    if (sides.proposed() && result.value().fromTheirs.empty() && result.value().conflicts.empty()) {
        m_dossier.holdAll(result.value().merged.contenus); // the bytes that an attachment here may lack
        m_messages.tell(mergeSubject, Tone::Information,
                        u"L’autre version n’apporte rien de plus : votre projet est inchangé."_s);
        return;
    }
    auto *dialog = new MergeDialog(m_dossier, result.value(), sides, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &MergeDialog::failed, this,
            [this](const QString &sentence) { m_messages.tell(u"modification"_s, Tone::Problem, sentence); });
    connect(dialog, &QDialog::accepted, this, [this, dialog] { tellMerged(*dialog); });
    if (sides.proposed())
        connect(dialog, &QDialog::rejected, this, [this] {
            m_messages.tell(mergeSubject, Tone::Information, u"Rien n’a été réuni : votre projet est comme avant."_s);
        });
    dialog->open();
}

void FileDesk::tellMerged(const MergeDialog &dialog)
{
    const auto answers = static_cast<qint64>(dialog.merge().conflicts.size());
    QString what = u"Versions réunies : "_s + mergedWords(dialog.merge());
    if (answers > 0)
        what += u", "_s + base::frenchCount(answers, u"réponse donnée"_s, u"réponses données"_s);
    std::vector<InfoBar::Action> ways;
    if (dossier::lastIsMerge(m_dossier))
        ways.push_back({u"Revenir à ma version"_s, [this] { undoMerge(); }});
    m_messages.tell(mergeSubject, Tone::Information, what + u'.', ways);
}

// Nothing else was done since, or the message would be gone.
void FileDesk::undoMerge()
{
    m_messages.dismiss(mergeSubject);
    if (const auto done = m_dossier.undo(); !done)
        return tell(u"modification"_s, done.error());
    m_messages.tell(mergeSubject, Tone::Information,
                    u"Vous êtes revenu à votre version. « Rétablir » ramène ce qui était réuni."_s);
}

} // namespace gui
