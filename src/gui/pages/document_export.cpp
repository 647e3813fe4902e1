#include "gui/pages/document_export.h"

#include "base/clock.h"
#include "base/paths.h"
#include "dossier/dossier.h"
#include "formats/docx.h"
#include "formats/odt.h"
#include "formats/pdf.h"
#include "layout/painter.h"

#include <QPagedPaintDevice>
#include <QPageLayout>
#include <QPainter>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QString withoutForbidden(QString name)
{
    for (QChar &c : name)
        if (u"\\/:*?\"<>|"_s.contains(c) || c.category() == QChar::Other_Control)
            c = u' ';
    return name.simplified();
}

QString documentTitle(const AppContext &context, const QString &code)
{
    for (const report::DocumentInfo &document : context.trame.documents())
        if (document.code == code)
            return document.title;
    return code;
}

} // namespace

QString suffixOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Docx:
        return u"docx"_s;
    case ExportFormat::Pdf:
        return u"pdf"_s;
    case ExportFormat::Odt:
        return u"odt"_s;
    }
    return {};
}

QString exportFileName(const AppContext &context, const QString &document, report::Content content, ExportFormat format)
{
    QStringList parts{documentTitle(context, document)};
    if (content != report::Content::Filled)
        parts += content == report::Content::Blank ? u"vierge"_s : u"vierge avec consignes"_s;
    if (const QString &name = context.dossier.projet().identite.nom; !name.isEmpty())
        parts += name.left(80);
    parts += context.clock.today().toString(Qt::ISODate);
    return withoutForbidden(parts.join(u" - "_s)) + u'.' + suffixOf(format);
}

base::Result<QByteArray> exportDocument(const AppContext &context, const QString &document, report::Content content,
                                        ExportFormat format)
{
    const auto built = report::build(context.trame, document, context.dossier.projet(), context.reference, content,
                                     context.clock.today());
    if (!built)
        return built.error();
    const QString look = base::templatesFolder() + u'/' + context.trame.id() + u"/reference."_s + suffixOf(format);
    switch (format) {
    case ExportFormat::Docx:
        return formats::writeDocx(built.value(), look);
    case ExportFormat::Odt:
        return formats::writeOdt(built.value(), look);
    case ExportFormat::Pdf:
        break;
    }
    return formats::writePdf(built.value(), layout::paginate(built.value()));
}

base::Result<void> printPages(const layout::PagedDocument &pages, QPagedPaintDevice &printer)
{
    printer.setPageSize(QPageSize(QPageSize::A4));
    printer.setPageOrientation(QPageLayout::Portrait);
    printer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&printer))
        return base::Error{base::ErrorCode::Unwritable,
                           u"L’impression n’a pas pu commencer. Rien n’est perdu ; vérifiez l’imprimante, ou exportez "
                           "en PDF."_s,
                           {}};
    layout::PaintOptions options;
    options.pixelsPerMillimetre = printer.logicalDpiX() / 25.4;
    // A printer that keeps a border draws from inside it: the sheet's corner is outside.
    const QPointF corner = -printer.pageLayout().paintRectPixels(printer.logicalDpiX()).topLeft();
    for (size_t page = 0; page < pages.pages.size(); ++page) {
        if (page > 0 && !printer.newPage())
            return base::Error{base::ErrorCode::Unwritable,
                               u"L’impression s’est arrêtée à la page %1. Rien n’est perdu ; relancez-la."_s.arg(page),
                               {}};
        painter.save();
        painter.translate(corner);
        layout::paint(painter, pages.pages[page], options);
        painter.restore();
    }
    return {};
}

} // namespace gui
