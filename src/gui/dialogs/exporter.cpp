#include "gui/dialogs/exporter.h"

#include "base/paths.h"
#include "formats/docx.h"
#include "formats/odt.h"
#include "formats/pdf.h"
#include "layout/painter.h"

#include <algorithm>
#include <QPainter>
#include <QPrinter>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

QString extensionOf(Format format)
{
    switch (format) {
    case Format::Docx:
        return u"docx"_s;
    case Format::Pdf:
        return u"pdf"_s;
    case Format::Odt:
        return u"odt"_s;
    }
    return {};
}

QString formatName(Format format)
{
    switch (format) {
    case Format::Docx:
        return u"Word (.docx)"_s;
    case Format::Pdf:
        return u"PDF"_s;
    case Format::Odt:
        return u"OpenDocument (.odt)"_s;
    }
    return {};
}

QString filterOf(Format format)
{
    return formatName(format).section(u" ("_s, 0, 0) + u" (*."_s + extensionOf(format) + u')';
}

QString suggestedName(const report::Trame &trame, const ExportRequest &request, const QString &projectName,
                      Format format)
{
    QString title = request.document;
    for (const report::DocumentInfo &each : trame.documents())
        if (each.code == request.document)
            title = each.title;
    const bool filled = request.content == report::Content::Filled;
    QString name = title + (filled ? (projectName.isEmpty() ? QString() : u" - "_s + projectName) : u" - vierge"_s);
    for (QChar &c : name)
        if (u"\\/:*?\"<>|"_s.contains(c) || c < u' ')
            c = u'-';
    return name.left(100).trimmed() + u'.' + extensionOf(format);
}

base::Result<QByteArray> exported(const ExportSource &source, const domain::Projet &projet,
                                  const ExportRequest &request, Format format)
{
    const auto document =
        report::build(source.trame, request.document, projet, source.reference, request.content, source.clock.today());
    if (!document)
        return document.error();
    const QString look = base::templatesFolder() + u'/' + source.trame.id() + u"/reference."_s;
    switch (format) {
    case Format::Docx:
        return formats::writeDocx(document.value(), look + u"docx"_s);
    case Format::Odt:
        return formats::writeOdt(document.value(), look + u"odt"_s);
    case Format::Pdf:
        break;
    }
    return formats::writePdf(document.value(), layout::paginate(document.value()));
}

base::Result<void> printed(const ExportSource &source, const domain::Projet &projet, const ExportRequest &request,
                           QPrinter &printer)
{
    const auto document =
        report::build(source.trame, request.document, projet, source.reference, request.content, source.clock.today());
    if (!document)
        return document.error();
    const layout::PagedDocument paged = layout::paginate(document.value());
    printer.setFullPage(true); // the margins are in the pages
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setDocName(document.value().title);
    QPainter painter;
    if (!painter.begin(&printer))
        return base::Error{base::ErrorCode::Unwritable,
                           u"L’imprimante ne répond pas. Votre projet est intact : vérifiez l’imprimante, ou "
                           "exportez en PDF."_s,
                           printer.printerName()};
    const layout::PaintOptions options{printer.resolution() / 25.4, false, {}};
    const int last = static_cast<int>(paged.pages.size());
    const int from = std::clamp(printer.fromPage() > 0 ? printer.fromPage() : 1, 1, std::max(1, last));
    const int to = printer.toPage() > 0 ? std::min(printer.toPage(), last) : last;
    for (int number = from; number <= to; ++number) {
        if (number > from && !printer.newPage())
            break;
        layout::paint(painter, paged.pages[static_cast<size_t>(number) - 1], options);
    }
    return {};
}

} // namespace gui
