// A document of the project as bytes: the one way from trame and project to a file, for the window and for cpts.
#pragma once

#include "base/result.h"
#include "report/builder.h"

#include <QByteArray>

namespace formats
{

enum class Format { Docx, Pdf, Odt };

struct FormatInfo {
    Format format;
    QString code;    // what cpts is asked for, and the suffix of the file: "docx"
    QString name;    // as the user reads it: "Word (.docx)"
    bool needsFonts; // and so a QGuiApplication
};

// The formats of a document, in the order they are offered. The JSON of a whole project is domain::projetToJson.
[[nodiscard]] const std::vector<FormatInfo> &documentFormats();
[[nodiscard]] const FormatInfo &infoOf(Format format);
// nullptr for an unknown code.
[[nodiscard]] const FormatInfo *formatOfCode(const QString &code);

// What goes into the document.
struct ExportRequest {
    QString document; // code of the trame's document, "annexe-3"
    report::Content content = report::Content::Filled;
    std::optional<base::Id> fiche = {}; // of a document that repeats for each fiche: only this one
    bool developSigles = true;          // see report::developSigles()
    bool draft = false;                 // see report::BuildOptions; of the PDF and of paper only
};

// What every document is made from.
struct ExportSource {
    const report::Trame &trame;
    const reference::Reference &reference;
    QDate today;                                   // dates the footer and the metadata
    const reference::Contours *contours = nullptr; // around the communes of the project; without them, no map
};

// The document as bytes. The table of contents of DOCX and ODT has page numbers when the program has a
// QGuiApplication. The look of DOCX and ODT is the reference file of the trame's folder. Errors: a document the
// trame does not have (NotFound), or what a writer says; sentences for the user.
[[nodiscard]] base::Result<QByteArray> exported(const ExportSource &source, const domain::Projet &projet,
                                                const ExportRequest &request, Format format);

// A document that is built already, in that format.
[[nodiscard]] base::Result<QByteArray> written(const report::Document &document, Format format);

// The plan d'action, whatever the trame. `format`: one of planActionFormats().
[[nodiscard]] base::Result<QByteArray> exportedPlanAction(const ExportSource &source, const domain::Projet &projet,
                                                          const QString &format);
[[nodiscard]] QStringList planActionFormats();

// A name for a file that any disk takes, at most 100 characters and the suffix, if any.
[[nodiscard]] QString safeFileName(QString name, const QString &suffix);
// "Lettre d’intention - CPTS des Vallées.docx", without characters a disk refuses; the PDF of a draft says that it is
// one.
[[nodiscard]] QString suggestedName(const report::Trame &trame, const ExportRequest &request,
                                    const QString &projectName, Format format);

} // namespace formats
