#include "gui/shell/blank_print.h"

#include "base/file.h"
#include "gui/dialogs/document_menu.h"
#include "gui/dialogs/export_dialog.h"
#include "gui/dialogs/paper.h"

#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QTimer>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// What to tell, empty when the user changed their mind.
base::Result<QString> onPaper(const ExportSource &source, const ExportRequest &request, QWidget *parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(QFileInfo(suggestedName(source.trame, request, {}, Format::Pdf)).completeBaseName());
    QPrintDialog dialog(&printer, parent);
    QTimer::singleShot(0, &dialog, [&dialog, &printer] { proposeFile(dialog, printer.docName(), documentsFolder()); });
    if (dialog.exec() != QDialog::Accepted)
        return QString();
    const auto done = printed(source, domain::Projet(), request, printer);
    return done ? base::Result<QString>(printedSentence(printedFile(printer))) : done.error();
}

base::Result<QString> inFile(const ExportSource &source, const ExportRequest &request, Format format,
                             const FileQuestions &files, QWidget *parent)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString path = files.save(parent, u"Enregistrer la trame vierge"_s,
                              folder + u'/' + suggestedName(source.trame, request, {}, format), filterOf(format));
    if (path.isEmpty())
        return QString();
    if (!path.endsWith(u'.' + extensionOf(format), Qt::CaseInsensitive))
        path += u'.' + extensionOf(format);
    const auto bytes = exported(source, domain::Projet(), request, format);
    const auto done = bytes ? base::writeFile(path, bytes.value()) : base::Result<void>(bytes.error());
    if (!done)
        return done.error();
    return writtenSentence(path);
}

} // namespace

void printBlankTrames(const Environment &environment, QWidget *parent)
{
    ExportDialog dialog(environment.trame, true, parent);
    const ExportSource source{environment.trame, environment.reference, environment.clock};
    while (dialog.exec() == QDialog::Accepted) {
        const ExportRequest request = dialog.request();
        const auto told = dialog.outcome() == ExportDialog::Outcome::Paper
                              ? onPaper(source, request, parent)
                              : inFile(source, request, dialog.format(), environment.files, parent);
        if (!told)
            dialog.tell(told.error().message, true);
        else if (!told.value().isEmpty())
            dialog.tell(told.value());
    }
}

} // namespace gui
