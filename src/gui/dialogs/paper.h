// The system's printing dialog, the same for every document.
#pragma once

#include "base/result.h"

#include <functional>
#include <QString>

class QPrintDialog;
class QPrinter;
class QWidget;

namespace gui
{

struct Paper {
    QString title;  // « Lettre d’intention (annexe 3) », in the title of the dialog; may be empty
    QString name;   // of the file, when the paper is a PDF: without suffix
    QString folder; // where that file is proposed
    std::function<base::Result<void>(QPrinter &)> print;
};

// Where the PDF went, empty on real paper, or why nothing was printed. Not called when the user changes their mind.
using PaperTold = std::function<void(const base::Result<QString> &)>;

void askPaper(QWidget *parent, const Paper &paper, const PaperTold &told);
// In the field of « Imprimer dans un fichier », where the dialog is Qt’s own. Not through the printer: the name of a
// file there would turn a real printer into a PDF.
void proposeFile(const QPrintDialog &dialog, const QString &name, const QString &folder);
// Where the printer wrote a PDF; empty on real paper.
[[nodiscard]] QString printedFile(const QPrinter &printer);
// « Document enregistré : « Lettre.pdf », dans /…/Documents. », or that the printer has it.
[[nodiscard]] QString printedSentence(const QString &file);

} // namespace gui
