// PDFs as somebody else would make them: plain, stamped, booby-trapped, locked.
#pragma once

#include <functional>
#include <QByteArray>
#include <vector>

#define POINTERHOLDER_TRANSITION 4 // qpdf 11: its own smart pointer is not used
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace foreign
{

using Object = QPDFObjectHandle;
using Change = std::function<void(QPDF &)>;

inline QByteArray bytesOf(QPDFWriter &writer)
{
    writer.setStaticID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

// Pages that show "mot 1", "mot 2"…; their resources and size are inherited, as most programs write them.
inline QByteArray pdf(int pages, const Change &change = {}, const char *password = nullptr)
{
    QPDF made;
    made.emptyPDF();
    QPDFPageDocumentHelper helper(made);
    for (int i = 1; i <= pages; ++i) {
        Object page = made.makeIndirectObject(Object::parse("<< /Type /Page >>"));
        page.replaceKey("/Contents",
                        Object::newStream(&made, "BT /F 24 Tf 60 700 Td (mot " + std::to_string(i) + ") Tj ET\n"));
        helper.addPage(page, false);
    }
    Object tree = made.getRoot().getKey("/Pages");
    tree.replaceKey("/MediaBox", Object::parse("[ 0 0 400 600 ]"));
    // A font called "/F" and one called "/A": names are free, and no file nor action.
    tree.replaceKey("/Resources", Object::parse("<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> "
                                                "/A << /Type /Font /Subtype /Type1 /BaseFont /Courier >> >> >>"));
    if (change)
        change(made);
    QPDFWriter writer(made);
    writer.setOutputMemory();
    if (password)
        writer.setR6EncryptionParameters(password, "proprietaire", true, true, true, true, true, true, qpdf_r3p_full,
                                         true);
    return bytesOf(writer);
}

inline Object firstPage(QPDF &made)
{
    return QPDFPageDocumentHelper(made).getAllPages().at(0).getObjectHandle();
}

// Any PDF, read back.
struct Opened {
    explicit Opened(const QByteArray &given) : bytes(given)
    {
        pdf.processMemoryFile("lu", bytes.constData(), size_t(bytes.size()));
        for (const QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages())
            pages.push_back(page.getObjectHandle());
    }
    QByteArray bytes; // as long as what is read from them
    QPDF pdf;
    std::vector<Object> pages;
};

// Everything that a document can carry to act by itself or to hide a file.
inline void arm(QPDF &made)
{
    Object root = made.getRoot();
    root.replaceKey("/OpenAction", Object::parse("<< /Type /Action /S /JavaScript /JS (app.alert\\(1\\)) >>"));
    root.replaceKey("/AA", Object::parse("<< /WC << /S /Launch /F (calc.exe) >> >>"));
    Object file = made.makeIndirectObject(Object::newStream(&made, "contenu cache"));
    file.getDict().replaceKey("/Type", Object::newName("/EmbeddedFile"));
    Object spec = made.makeIndirectObject(Object::parse("<< /Type /Filespec /F (cache.exe) >>"));
    spec.replaceKey("/EF", Object::newDictionary());
    spec.getKey("/EF").replaceKey("/F", file);
    Object names = Object::parse("<< /EmbeddedFiles << /Names [ (a) null ] >> /JavaScript << /Names [ (b) "
                                 "<< /S /JavaScript /JS (x) >> ] >> >>");
    names.getKey("/EmbeddedFiles").getKey("/Names").setArrayItem(1, spec);
    root.replaceKey("/Names", names);
    Object page = firstPage(made);
    page.replaceKey("/AA", Object::parse("<< /O << /S /URI /URI (http://exemple.fr/o) >> >>"));
    page.replaceKey("/AF", spec);
    page.replaceKey("/Annots", Object::parse("[ << /Type /Annot /Subtype /Link /Rect [ 0 0 9 9 ] /A << /S /Launch /F "
                                             "(calc.exe) >> >> ]"));
    Object form = made.makeIndirectObject(Object::newStream(&made, "0 0 10 10 re f\n"));
    form.getDict().replaceKey("/Type", Object::newName("/XObject"));
    form.getDict().replaceKey("/Subtype", Object::newName("/Form"));
    form.getDict().replaceKey("/BBox", Object::parse("[ 0 0 10 10 ]"));
    form.getDict().replaceKey("/AF", spec);
    form.getDict().replaceKey("/Ref", Object::parse("<< /F (autre.pdf) /Page 0 >>"));
    Object resources = made.getRoot().getKey("/Pages").getKey("/Resources").shallowCopy();
    resources.replaceKey("/XObject", Object::newDictionary());
    resources.getKey("/XObject").replaceKey("/X", form);
    resources.replaceKey("/Properties", Object::newDictionary());
    resources.getKey("/Properties").replaceKey("/P", Object::parse("<< /A << /S /JavaScript /JS (y) >> >>"));
    page.replaceKey("/Resources", resources);
}

} // namespace foreign
