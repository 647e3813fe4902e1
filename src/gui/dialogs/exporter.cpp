#include "gui/dialogs/exporter.h"

#include "gui/contour_shelf.h"
#include "layout/painter.h"
#include "report/document_name.h"
#include "report/map.h"

#include <algorithm>
#include <QPainter>
#include <QPrinter>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

QString extensionOf(Format format)
{
    return formats::infoOf(format).code;
}

QString formatName(Format format)
{
    return formats::infoOf(format).name;
}

QString filterOf(Format format)
{
    return formatName(format).section(u" ("_s, 0, 0) + u" (*."_s + extensionOf(format) + u')';
}

std::shared_ptr<const reference::Contours> contoursOf(const ExportSource &source, const domain::Projet &projet)
{
    return source.contours ? source.contours->around(report::territoryCodes(projet)) : nullptr;
}

base::Result<QByteArray> exported(const ExportSource &source, const domain::Projet &projet,
                                  const ExportRequest &request, Format format)
{
    const auto contours = contoursOf(source, projet);
    return formats::exported({source.trame, source.reference, source.clock.today(), contours.get()}, projet, request,
                             format);
}

base::Result<void> printed(const ExportSource &source, const domain::Projet &projet, const ExportRequest &request,
                           QPrinter &printer)
{
    const auto contours = contoursOf(source, projet);
    report::BuildOptions build;
    build.content = request.content;
    build.today = source.clock.today();
    build.fiche = request.fiche;
    build.contours = contours.get();
    build.developSigles = request.developSigles;
    build.draft = request.draft;
    const auto document = report::build(source.trame, request.document, projet, source.reference, build);
    return document ? printed(document.value(), printer) : document.error();
}

base::Result<void> printed(const report::Document &document, QPrinter &printer)
{
    return printed(layout::paginate(document), report::nameOf(document), printer);
}

base::Result<void> printed(const layout::PagedDocument &paged, const QString &title, QPrinter &printer)
{
    constexpr double longestOfA4 = 298;
    const bool large = std::max(paged.size.width(), paged.size.height()) > longestOfA4;
    printer.setFullPage(true); // the margins are in the pages
    printer.setPageSize(QPageSize(large ? QPageSize::A3 : QPageSize::A4));
    printer.setPageOrientation(paged.size.width() > paged.size.height() ? QPageLayout::Landscape
                                                                        : QPageLayout::Portrait);
    printer.setDocName(title);
    QPainter painter;
    if (!painter.begin(&printer))
        return base::Error{base::ErrorCode::Unwritable,
                           u"L’imprimante ne répond pas. Votre projet est intact : vérifiez l’imprimante, ou "
                           "exportez en PDF."_s,
                           printer.printerName()};
    layout::PaintOptions options;
    options.pixelsPerMillimetre = printer.resolution() / 25.4;
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
