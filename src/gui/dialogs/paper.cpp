#include "gui/dialogs/paper.h"

#include "base/typography.h"
#include "formats/export.h"
#include "gui/theme/theme.h"

#include <memory>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPrintDialog>
#include <QPrinter>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

void proposeFile(const QPrintDialog &dialog, const QString &name, const QString &folder)
{
    auto *field = dialog.findChild<QLineEdit *>(u"filename"_s);
    if (!field || folder.isEmpty())
        return;
    const QString path = QDir::toNativeSeparators(folder + u'/' + formats::safeFileName(name, u"pdf"_s));
    field->setText(path);
    field->setToolTip(path); // the field is short, and shows the end
}

QString printedFile(const QPrinter &printer)
{
    const QString file = printer.outputFileName();
    return file.isEmpty() ? file : QFileInfo(file).absoluteFilePath();
}

void askPaper(QWidget *parent, const Paper &paper, const PaperTold &told)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(paper.name);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!paper.title.isEmpty())
        dialog->setWindowTitle(base::frenchTypography(u"Imprimer : %1"_s.arg(paper.title)));
    QObject::connect(dialog, qOverload<>(&QDialog::accepted), parent, [printer, print = paper.print, told] {
        const auto done = print(*printer);
        told(done ? base::Result<QString>(printedFile(*printer)) : base::Result<QString>(done.error()));
    });
    dialog->open();
    proposeFile(*dialog, paper.name, paper.folder);
    dialog->resize(std::max(dialog->width(), zoomed(620)), dialog->height());
}

QString printedSentence(const QString &file)
{
    if (file.isEmpty())
        return u"Le document est envoyé à l’imprimante."_s;
    return u"Document enregistré : « %1 », dans %2."_s.arg(QFileInfo(file).fileName(),
                                                           QDir::toNativeSeparators(QFileInfo(file).absolutePath()));
}

} // namespace gui
