#include "formats/pdf_finish.h"

#include "formats/pdf_objects.h"
#include "report/document_name.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

using namespace Qt::Literals::StringLiterals;

namespace formats::pdf
{

namespace
{

using Object = QPDFObjectHandle;

void addMetadata(QPDF &pdf, const report::Document &document)
{
    Object info = Object::newDictionary();
    const auto set = [&info](const char *key, const QString &value) {
        if (!value.isEmpty())
            info.replaceKey(key, unicode(value));
    };
    set("/Title", report::nameOf(document));
    set("/Author", document.author);
    set("/Subject", document.subject);
    set("/Creator", u"Atelier CPTS"_s);
    if (document.date.isValid()) { // the content's date, not the clock's: same document, same bytes
        const std::string date = document.date.toString(u"'D:'yyyyMMdd'000000Z'").toStdString();
        info.replaceKey("/CreationDate", Object::newString(date));
        info.replaceKey("/ModDate", Object::newString(date));
    }
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

void describe(QPDF &pdf)
{
    Object root = pdf.getRoot();
    root.replaceKey("/Lang", Object::newString("fr-FR"));
    root.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
}

} // namespace

QByteArray finish(const report::Document &document, const DrawnPages &drawn)
{
    QPDF pdf;
    pdf.processMemoryFile("pages", drawn.bytes.data(), drawn.bytes.size());
    Pages pages;
    for (const QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages())
        pages.push_back(page.getObjectHandle());
    for (size_t i = 0; i < pages.size(); ++i)
        markArtifacts(pages[i], drawn.structure.contentCount(int(i)));
    addStructure(pdf, pages, drawn.structure);
    addOutline(pdf, pages, drawn.structure);
    addMetadata(pdf, document);
    describe(pdf);

    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize()));
}

} // namespace formats::pdf
