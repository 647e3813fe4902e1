#include "formats/export.h"

#include "base/paths.h"
#include "formats/docx.h"
#include "formats/odt.h"
#include "formats/pdf.h"
#include "formats/plan_action.h"
#include "report/user_text.h"

#include <algorithm>
#include <QGuiApplication>

namespace formats
{

using namespace Qt::Literals::StringLiterals;

const std::vector<FormatInfo> &documentFormats()
{
    static const std::vector<FormatInfo> all{{Format::Docx, u"docx"_s, u"Word (.docx)"_s, false},
                                             {Format::Pdf, u"pdf"_s, u"PDF"_s, true},
                                             {Format::Odt, u"odt"_s, u"OpenDocument (.odt)"_s, false}};
    return all;
}

const FormatInfo &infoOf(Format format)
{
    const auto &all = documentFormats();
    return *std::find_if(all.begin(), all.end(), [format](const FormatInfo &each) { return each.format == format; });
}

const FormatInfo *formatOfCode(const QString &code)
{
    for (const FormatInfo &each : documentFormats())
        if (each.code == code)
            return &each;
    return nullptr;
}

base::Result<QByteArray> exported(const ExportSource &source, const domain::Projet &projet,
                                  const ExportRequest &request, Format format)
{
    const auto built = report::build(source.trame, request.document, projet, source.reference,
                                     {.content = request.content,
                                      .today = source.today,
                                      .fiche = request.fiche,
                                      .contours = source.contours,
                                      .developSigles = request.developSigles,
                                      .draft = request.draft && format == Format::Pdf});
    if (!built)
        return built.error();
    return written(built.value(), format);
}

namespace
{

// Whether the table of contents says the pages before the reader's program has counted them: that takes their layout,
// and so the fonts. Over a hundred pages it would take longer than the file, and Word would be some pages away.
bool isNumbered(const report::Document &document)
{
    constexpr qsizetype longest = 120'000; // characters
    return document.tableOfContents && qobject_cast<QGuiApplication *>(QCoreApplication::instance()) &&
           report::plainText(document).size() <= longest;
}

} // namespace

base::Result<QByteArray> written(const report::Document &document, Format format)
{
    if (format == Format::Pdf)
        return writePdf(document, layout::paginate(document));
    const std::vector<int> pages =
        isNumbered(document) ? layout::headingPages(layout::paginate(document)) : std::vector<int>();
    const QString look = base::templatesFolder() + u'/' + document.trame + u"/reference."_s + infoOf(format).code;
    return format == Format::Docx ? writeDocx(document, look, pages) : writeOdt(document, look, pages);
}

QStringList planActionFormats()
{
    return {u"xlsx"_s, u"csv"_s};
}

base::Result<QByteArray> exportedPlanAction(const ExportSource &source, const domain::Projet &projet,
                                            const QString &format)
{
    if (format == u"csv")
        return writeCsv(planActionInOneSheet(projet, source.reference));
    const QString name = report::printedText(projet.identite.nom);
    return writeXlsx(planAction(projet, source.reference),
                     {name.isEmpty() ? u"Plan d’action"_s : u"Plan d’action - "_s + name, name, source.today});
}

QString safeFileName(QString name, const QString &suffix)
{
    constexpr qsizetype longestName = 100; // with its folders, still a path that Windows opens
    name = report::cleanText(name);
    for (QChar &c : name) {
        if (u"\\/:*?\"<>|"_s.contains(c) || c < u' ')
            c = u'-';
        if (c == u'\'') // the name of the CPTS as it was typed, beside our own words
            c = u'’';
    }
    name = name.trimmed();
    if (name.size() > longestName) { // between two words, where there is one in the last part
        const qsizetype space = name.lastIndexOf(u' ', longestName);
        name = name.left(space > longestName / 2 ? space : longestName);
        while (!name.isEmpty() && (name.back().isSpace() || u",-–("_s.contains(name.back())))
            name.chop(1);
    }
    return name + (suffix.isEmpty() ? QString() : u'.' + suffix);
}

QString suggestedName(const report::Trame &trame, const ExportRequest &request, const QString &projectName,
                      Format format)
{
    QString title = request.document;
    for (const report::DocumentInfo &each : trame.documents())
        if (each.code == request.document)
            title = each.title;
    QString rest = projectName.isEmpty() ? QString() : u" - "_s + projectName;
    if (request.content != report::Content::Filled)
        rest = request.content == report::Content::Blank ? u" - vierge"_s : u" - vierge avec consignes"_s;
    else if (request.draft && format == Format::Pdf)
        title += u" - brouillon"_s; // before the name of the CPTS, that may be cut
    return safeFileName(title + rest, infoOf(format).code);
}

} // namespace formats
