#include "gui/pages/page_pieces.h"

#include "base/clock.h"
#include "base/file.h"
#include "base/file_name.h"
#include "base/text.h"
#include "dossier/dossier.h"
#include "formats/pdf_pieces.h"
#include "gui/pages/record_table.h"
#include "gui/pages/spec_page.h"
#include "gui/widgets/info_bar.h"
#include "gui/widgets/labels.h"
#include "models/tables_projet.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::Id;
using Tone = InfoBar::Tone;

namespace
{

const QString subject = u"pieces"_s;

// The files of a drop that are no project: those open in a window of their own.
QStringList droppedFiles(const QMimeData *data)
{
    QStringList paths;
    for (const QUrl &url : data->urls())
        if (url.isLocalFile() && !url.toLocalFile().endsWith(".cpts"_L1, Qt::CaseInsensitive))
            paths << url.toLocalFile();
    return paths;
}

// With what keeps a PDF out of the one that is sent, told while it can still be replaced.
base::Result<imports::Attachment> readPiece(const QString &path)
{
    auto piece = imports::readAttachment(path);
    if (piece)
        if (const QString told = formats::pdf::noticeOf(piece.value().nom, piece.value().octets); !told.isEmpty())
            piece.value().avis = QString(piece.value().avis + u' ' + told).trimmed();
    return piece;
}

RepeatSpec specOf(const ListWords &words)
{
    RepeatSpec spec = listSpec(words, models::piecesTable());
    spec.addText = u"Ajouter des fichiers…"_s;
    spec.emptyTitle = u"Aucune pièce jointe pour l’instant"_s;
    return spec;
}

QFileDialog *chooser(QWidget *parent, const QString &title)
{
    auto *dialog = new QFileDialog(parent, title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    return dialog;
}

} // namespace

QString usedInTexts(const domain::Projet &projet, const Id &piece)
{
    const QString mark = u"(piece:"_s + piece.toString();
    for (const domain::TableDescription &table : domain::tables())
        for (const domain::FieldDescription &field : table.fields)
            for (const Id &id : field.kind == domain::Kind::LongText ? table.ids(projet) : std::vector<Id>())
                if (const domain::Value value = field.get(table.find(projet, id));
                    std::holds_alternative<QString>(value) && std::get<QString>(value).contains(mark))
                    return u"Cette image est montrée dans un texte. Pour la retirer, effacez-la d’abord de ce texte."_s;
    return {};
}

PagePieces::PagePieces(const AppContext &context, QWidget *parent)
    : FormPage(context, u"pieces"_s, parent), m_messages(new InfoBarStack), m_total(plainLabel({}, TextRole::Secondary))
{
    setAcceptDrops(true);
    RepeatSpec spec =
        specOf({u"Les pièces jointes"_s,
                u"Ajoutez des fichiers, ou déposez-les sur cette page. Leur ordre sera celui du dossier."_s,
                u"Ajoutez d’abord les statuts signés, de préférence en PDF."_s, u"une pièce jointe"_s,
                u"La pièce choisie"_s, true});
    spec.adding = [this] { askFiles(); };
    spec.keeps = usedInTexts;
    spec.actions = {{u"Remplacer…"_s, true, [this](const Id &id) { askReplacement(id); }},
                    {u"Enregistrer une copie…"_s, false, [this](const Id &id) { askCopy(id); }}};
    QWidget *detail = makeRecordForm(
        u"piece"_s,
        {{u"sorte"_s, u"Les statuts sont attendus par l’ARS."_s},
         {.name = u"jointe"_s, .help = u"Décochez pour garder la pièce sans l’envoyer."_s},
         {.name = u"legende"_s, .help = u"Écrit dans le dossier, à la place du nom du fichier."_s, .lines = 2}},
        context);
    m_list = new RepeatEditor(std::move(spec), detail, context, binder(), nullptr);
    connect(m_list, &RepeatEditor::failed, this, &FormPage::failed);
    auto *column = new QVBoxLayout(body());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    column->addWidget(m_messages);
    column->addWidget(m_list);
    column->addWidget(m_total);
    column->addStretch();
    connect(&context.dossier, &dossier::Dossier::changed, this, &PagePieces::showTotal);
    showTotal();
}

void PagePieces::showTotal()
{
    const domain::Projet &projet = context().dossier.projet();
    qint64 bytes = 0;
    std::set<QString> counted;
    for (const auto &[id, piece] : projet.pieces)
        if (const QByteArray *content = projet.contenus.find(piece.empreinte);
            content && counted.insert(piece.empreinte).second)
            bytes += content->size();
    m_total->setText(
        u"%1, %2 sur %3 au plus."_s.arg(base::frenchCount(qint64(projet.pieces.size()), u"pièce"_s, u"pièces"_s),
                                        models::tailleEnClair(bytes), models::tailleEnClair(domain::maximumPieces)));
    m_total->setVisible(!projet.pieces.empty());
}

void PagePieces::askFiles()
{
    QFileDialog *dialog = chooser(this, u"Choisir les fichiers à joindre"_s);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &PagePieces::addFiles);
    dialog->open();
}

void PagePieces::askReplacement(const Id &piece)
{
    QFileDialog *dialog = chooser(this, u"Choisir le fichier qui remplace celui-ci"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, piece](const QString &path) { replaceWith(piece, path); });
    dialog->open();
}

void PagePieces::askCopy(const Id &piece)
{
    const domain::PieceJointe *record = context().dossier.projet().pieces.find(piece);
    if (!record)
        return;
    const QString name = base::safeName(record->nom);
    QFileDialog *dialog = chooser(this, u"Enregistrer une copie de la pièce"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(base::extensionOfName(name));
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, piece](const QString &path) { saveCopy(piece, path); });
    dialog->open();
}

void PagePieces::read(const QStringList &paths, std::function<void(const Read &)> then)
{
    flush();
    m_messages->dismiss(subject);
    m_reading = base::whenDone<Read>(base::Errand<Read>([paths] {
                                         Read all;
                                         for (const QString &path : paths)
                                             all.push_back(readPiece(path));
                                         return all;
                                     }),
                                     context().dossier.options().prompt, [this, then](const Read &files) {
                                         m_messages->dismiss(subject);
                                         then(files);
                                     });
    if (m_reading)
        m_messages->tell(subject, Tone::Information, u"Lecture des fichiers en cours…"_s,
                         {{u"Ne plus attendre"_s, [this] {
                               m_reading.reset();
                               m_messages->dismiss(subject);
                           }}});
}

void PagePieces::addFiles(const QStringList &paths)
{
    if (!paths.isEmpty())
        read(paths, [this](const Read &files) { take(files); });
}

void PagePieces::take(const Read &files)
{
    dossier::Dossier &dossier = context().dossier;
    const auto hold = [&dossier](const QByteArray &octets) { return dossier.hold(octets); };
    domain::Projet ahead = dossier.projet();
    domain::ChangeList changes;
    QStringList problems;
    QStringList notices;
    for (const auto &file : files) {
        const auto added = file ? imports::attachingAlso(ahead, changes, file.value(), dossier.projet().contenus, hold,
                                                         context().clock.today())
                                : base::Result<void>(file.error());
        if (!added)
            problems << added.error().message;
        else if (!file.value().avis.isEmpty())
            notices << file.value().avis;
    }
    const QString label = files.size() > 1 ? u"Ajouter des pièces jointes"_s : u"Ajouter une pièce jointe"_s;
    if (auto done = dossier.edit(label, changes); !done)
        problems << done.error().message;
    else if (!changes.empty()) {
        m_list->table()->showId(changes.back().at.id);
        m_list->table()->setFocus(Qt::OtherFocusReason);
    }
    if (!problems.isEmpty() || !notices.isEmpty())
        m_messages->tell(subject, problems.isEmpty() ? Tone::Warning : Tone::Problem, (problems + notices).join(u'\n'));
}

void PagePieces::replaceWith(const Id &piece, const QString &path)
{
    read({path}, [this, piece](const Read &files) {
        dossier::Dossier &dossier = context().dossier;
        const auto &file = files.front();
        const auto held = file ? dossier.hold(file.value().octets) : base::Result<QString>(file.error());
        const auto done = held ? dossier.edit(u"Remplacer une pièce jointe"_s,
                                              imports::replacing(dossier.projet(), piece, file.value(), held.value(),
                                                                 context().clock.today()))
                               : base::Result<void>(held.error());
        if (!done)
            m_messages->tell(subject, Tone::Problem, done.error().message);
        else if (!file.value().avis.isEmpty())
            m_messages->tell(subject, Tone::Warning, file.value().avis);
    });
}

bool PagePieces::saveCopy(const Id &piece, const QString &path)
{
    const domain::Projet &projet = context().dossier.projet();
    const domain::PieceJointe *record = projet.pieces.find(piece);
    const QByteArray *content = record ? projet.contenus.find(record->empreinte) : nullptr;
    if (!content) {
        m_messages->tell(subject, Tone::Problem,
                         u"Le contenu de cette pièce n’est pas dans le projet reçu. Demandez-la à qui vous l’a envoyé, "
                         "puis choisissez « Remplacer… »."_s);
        return false;
    }
    if (const auto done = base::writeFile(path, *content); !done) {
        m_messages->tell(subject, Tone::Problem, done.error().message);
        return false;
    }
    const QFileInfo file(path);
    m_messages->tell(subject, Tone::Information,
                     u"La copie « %1 » est dans « %2 »."_s.arg(file.fileName(), file.dir().dirName()));
    return true;
}

bool PagePieces::goToField(const domain::FieldAddress &at)
{
    if (at.table != u"piece")
        return FormPage::goToField(at);
    QWidget *field = m_list->show(at);
    reveal(field ? field : m_list->table()->isHidden() ? static_cast<QWidget *>(m_list) : m_list->table());
    return true;
}

void PagePieces::dragEnterEvent(QDragEnterEvent *event)
{
    if (!context().dossier.isReadOnly() && !droppedFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PagePieces::dropEvent(QDropEvent *event)
{
    if (context().dossier.isReadOnly() || droppedFiles(event->mimeData()).isEmpty())
        return;
    event->setDropAction(Qt::CopyAction); // never a move: the file stays where it is
    event->accept();
    addFiles(droppedFiles(event->mimeData()));
}

} // namespace gui
