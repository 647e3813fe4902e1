#include "formats/pdf_pieces.h"

#include "base/pdf.h"
#include "formats/pdf_objects.h"

#include <array>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

namespace formats::pdf
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using Object = QPDFObjectHandle;

constexpr size_t mostPages = 1000;

// What a page needs to be drawn.
const std::set<std::string> pageKeys{"/Type",   "/MediaBox", "/CropBox",   "/BleedBox", "/TrimBox", "/ArtBox",
                                     "/Rotate", "/UserUnit", "/Resources", "/Contents", "/Group"};
// What a stream may say beside its data: other files, other documents, the place in a structure that is left behind.
const std::set<std::string> otherThanDrawing{
    "/F",        "/FFilter",      "/FDecodeParms",  "/AF",      "/Ref",   "/OPI", "/PieceInfo",
    "/Metadata", "/StructParent", "/StructParents", "/Measure", "/PtData"};

bool isNamed(Object &object, const char *key, std::initializer_list<const char *> names)
{
    if (!object.isDictionary() || !object.getKey(key).isName())
        return false;
    const std::string name = object.getKey(key).getName();
    return std::any_of(names.begin(), names.end(), [&name](const char *each) { return name == each; });
}

// An action, or a file: never part of a drawing.
bool isForbidden(Object object)
{
    Object facts = object.isStream() ? object.getDict() : object;
    return isNamed(facts, "/Type", {"/Action", "/Filespec", "/F", "/EmbeddedFile", "/Annot", "/Catalog", "/Sig"}) ||
           isNamed(facts, "/S",
                   {"/JavaScript", "/Launch", "/URI", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition",
                    "/Movie", "/Sound", "/GoTo3DView", "/RichMediaExecute"});
}

// Follows everything under a page's resources and takes out what is no drawing.
class Cleaning
{
public:
    void clean(Object start)
    {
        m_waiting.push_back(start);
        while (!m_waiting.empty()) {
            Object next = m_waiting.back();
            m_waiting.pop_back();
            if (next.isIndirect() && !m_seen.insert(next.getObjGen()).second)
                continue;
            if (next.isArray())
                cleanArray(next);
            else if (next.isStream())
                cleanStream(next);
            else if (next.isDictionary())
                cleanKeys(next);
        }
    }

private:
    void cleanArray(Object array)
    {
        for (int i = 0; i < array.getArrayNItems(); ++i) {
            if (isForbidden(array.getArrayItem(i)))
                array.setArrayItem(i, Object::newNull());
            else
                m_waiting.push_back(array.getArrayItem(i));
        }
    }

    void cleanStream(Object stream)
    {
        Object facts = stream.getDict();
        for (const std::string &key : otherThanDrawing)
            facts.removeKey(key);
        cleanKeys(facts);
    }

    void cleanKeys(Object dictionary)
    {
        for (const std::string &key : dictionary.getKeys()) {
            if (isForbidden(dictionary.getKey(key)))
                dictionary.removeKey(key);
            else if (key != "/Parent")
                m_waiting.push_back(dictionary.getKey(key));
        }
    }

    std::set<QPDFObjGen> m_seen;
    std::vector<Object> m_waiting;
};

// What would be lost or changed when its pages go elsewhere; empty when nothing.
QString wholeOnly(QPDF &pdf)
{
    Object root = pdf.getRoot();
    Object form = root.getKey("/AcroForm");
    if (form.isDictionary() && form.getKey("/SigFlags").isInteger() && (form.getKey("/SigFlags").getIntValue() & 1))
        return u"ce PDF porte une signature électronique, que l’ajout effacerait"_s;
    if (form.isDictionary() && form.hasKey("/XFA"))
        return u"ce PDF est un formulaire dynamique"_s;
    if (root.hasKey("/Collection"))
        return u"ce PDF est un porte-documents"_s;
    Object layers = root.getKey("/OCProperties");
    Object shown = layers.isDictionary() ? layers.getKey("/D") : Object::newNull();
    Object hidden = shown.isDictionary() ? shown.getKey("/OFF") : Object::newNull();
    if (hidden.isArray() && hidden.getArrayNItems() > 0)
        return u"ce PDF a des calques masqués"_s;
    return {};
}

// Forms, stamps and notes become part of the drawing; then each page is left with its drawing alone.
void prepare(QPDF &pdf)
{
    QPDFAcroFormDocumentHelper(pdf).generateAppearancesIfNeeded();
    QPDFPageDocumentHelper pages(pdf);
    pages.flattenAnnotations();
    pages.pushInheritedAttributesToPage();
    Cleaning cleaning;
    for (const QPDFPageObjectHelper &helper : pages.getAllPages()) {
        Object page = helper.getObjectHandle();
        for (const std::string &key : page.getKeys())
            if (!pageKeys.contains(key) && key != "/Parent")
                page.removeKey(key);
        if (!page.getKey("/MediaBox").isArray())
            page.replaceKey("/MediaBox", Object::parse("[ 0 0 595.28 841.89 ]"));
        for (const std::string &key : page.getKeys())
            if (key != "/Parent")
                cleaning.clean(page.getKey(key));
    }
}

// Strict: a file that has to be repaired first is shown by each reader in its own way.
std::unique_ptr<QPDF> opened(const QByteArray &bytes)
{
    auto pdf = std::make_unique<QPDF>();
    pdf->setSuppressWarnings(true);
    pdf->setAttemptRecovery(false);
    pdf->processMemoryFile("piece", bytes.constData(), size_t(bytes.size()));
    return pdf;
}

// Streams go as they are: nothing of somebody else's is decoded.
QByteArray saved(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDecodeLevel(qpdf_dl_none);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize()));
}

void addLabel(Object &numbers, int index, const QString &prefix, int first)
{
    Object label = Object::parse("<< /S /D >>");
    label.replaceKey("/St", Object::newInteger(first));
    if (!prefix.isEmpty())
        label.replaceKey("/P", unicode(prefix));
    numbers.appendItem(Object::newInteger(index));
    numbers.appendItem(label);
}

} // namespace

ForeignPages examine(const QByteArray &bytes)
{
    const ForeignPages damaged{0, u"ce PDF est abîmé"_s};
    try {
        const auto pdf = opened(bytes);
        if (pdf->isEncrypted())
            return {0, u"ce PDF est protégé par un mot de passe"_s};
        if (const QString fault = wholeOnly(*pdf); !fault.isEmpty())
            return {0, fault};
        const size_t count = QPDFPageDocumentHelper(*pdf).getAllPages().size();
        if (count == 0 || count > mostPages)
            return count == 0 ? damaged : ForeignPages{0, u"ce PDF a trop de pages"_s};
        prepare(*pdf);
        QPDF trial;
        trial.setSuppressWarnings(true);
        trial.emptyPDF();
        QPDFPageDocumentHelper target(trial);
        for (const QPDFPageObjectHelper &page : QPDFPageDocumentHelper(*pdf).getAllPages())
            target.addPage(page, false);
        if (saved(trial).isEmpty() || !pdf->getWarnings().empty())
            return damaged;
        return {int(count), {}};
    } catch (const std::exception &problem) { // qpdf speaks by exceptions
        const bool locked = std::string(problem.what()).find("password") != std::string::npos;
        return locked ? ForeignPages{0, u"ce PDF est protégé par un mot de passe"_s} : damaged;
    }
}

QString noticeOf(const QString &nom, const QByteArray &octets)
{
    if (!base::isPdf(octets))
        return {};
    const QString fault = examine(octets).fault;
    return fault.isEmpty()
               ? QString()
               : u"« %1 » est gardé, mais ne pourra pas s’ajouter au PDF du dossier : %2. Il y sera joint à part."_s
                     .arg(nom, fault);
}

base::Result<QByteArray> withPages(const QByteArray &ours, const std::vector<Insertion> &insertions)
{
    if (insertions.empty())
        return ours;
    try {
        QPDF pdf;
        pdf.processMemoryFile("dossier", ours.constData(), size_t(ours.size()));
        QPDFPageDocumentHelper target(pdf);
        const std::vector<QPDFPageObjectHelper> own = target.getAllPages();
        std::vector<std::unique_ptr<QPDF>> sources; // until the file is written: their streams are read then
        Object numbers = Object::newArray();
        addLabel(numbers, 0, {}, 1);
        int added = 0;
        for (const Insertion &insertion : insertions) {
            sources.push_back(opened(insertion.pdf));
            prepare(*sources.back());
            addLabel(numbers, insertion.after + 1 + added, insertion.label, 1);
            const size_t next = size_t(insertion.after) + 1;
            for (const QPDFPageObjectHelper &page : QPDFPageDocumentHelper(*sources.back()).getAllPages()) {
                if (next < own.size())
                    target.addPageAt(page, true, own[next]);
                else
                    target.addPage(page, false);
                ++added;
            }
            if (next < own.size())
                addLabel(numbers, int(next) + added, {}, int(next) + 1);
        }
        Object labels = Object::newDictionary();
        labels.replaceKey("/Nums", numbers);
        pdf.getRoot().replaceKey("/PageLabels", labels);
        return saved(pdf);
    } catch (const std::exception &problem) {
        return base::Error{base::ErrorCode::Internal,
                           u"Les pièces jointes n’ont pas pu être ajoutées au PDF. Rien n’a été écrit ; votre projet "
                           "est intact. Décochez « À joindre au dossier » pour les PDF, puis réessayez."_s,
                           QString::fromUtf8(problem.what())};
    }
}

} // namespace formats::pdf
