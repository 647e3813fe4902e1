#include "gui/shell/blank_print.h"

#include "base/file.h"
#include "gui/dialogs/export_dialog.h"

#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

base::Result<void> printBlankTrame(const Environment &environment, QWidget *parent)
{
    ExportDialog dialog(environment.trame, true, parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    const ExportSource source{environment.trame, environment.reference, environment.clock};
    const ExportRequest request = dialog.request();
    const domain::Projet nothing;
    if (dialog.outcome() == ExportDialog::Outcome::Paper) {
        QPrinter printer(QPrinter::HighResolution);
        QPrintDialog printDialog(&printer, parent);
        return printDialog.exec() == QDialog::Accepted ? printed(source, nothing, request, printer)
                                                       : base::Result<void>();
    }
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString path = environment.files.save(
        parent, u"Enregistrer la trame vierge"_s,
        folder + u'/' + suggestedName(environment.trame, request, {}, dialog.format()), filterOf(dialog.format()));
    if (path.isEmpty())
        return {};
    if (!path.endsWith(u'.' + extensionOf(dialog.format()), Qt::CaseInsensitive))
        path += u'.' + extensionOf(dialog.format());
    const auto bytes = exported(source, nothing, request, dialog.format());
    return bytes ? base::writeFile(path, bytes.value()) : base::Result<void>(bytes.error());
}

} // namespace gui
