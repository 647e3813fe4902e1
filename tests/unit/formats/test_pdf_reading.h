// Reads a PDF back with qpdf: its structure tree, and what its pages draw under which mark.
#pragma once

#include "formats/pdf.h"
#include "support/catch.h"
#include "unit/layout/page_reading.h"
#include "unit/layout/sample_documents.h"

#include <functional>
#include <set>

#define POINTERHOLDER_TRANSITION 4 // qpdf 11: its own smart pointer is not used
#include <qpdf/Buffer.hh>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFTokenizer.hh>

namespace pdfreading
{

using Object = QPDFObjectHandle;

inline QByteArray written(const report::Document &document)
{
    const base::Result<QByteArray> result = formats::writePdf(document, layout::paginate(document));
    REQUIRE(result.ok());
    return result.value();
}

// An open PDF; the bytes live as long as it does.
class Pdf
{
public:
    explicit Pdf(const report::Document &document) : Pdf(written(document)) {}
    explicit Pdf(const QByteArray &bytes) : m_bytes(bytes)
    {
        m_pdf.processMemoryFile("test", m_bytes.constData(), size_t(m_bytes.size()));
        for (const QPDFPageObjectHelper &page : QPDFPageDocumentHelper(m_pdf).getAllPages())
            pages.push_back(page.getObjectHandle());
    }

    [[nodiscard]] Object root() { return m_pdf.getRoot(); }
    [[nodiscard]] Object info() { return m_pdf.getTrailer().getKey("/Info"); }
    [[nodiscard]] Object structure() { return root().getKey("/StructTreeRoot"); }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }
    [[nodiscard]] std::vector<Object> objects() { return m_pdf.getAllObjects(); }

    // Every structure element, parents first, in reading order.
    [[nodiscard]] std::vector<Object> elements()
    {
        std::vector<Object> found;
        collect(structure(), found);
        return found;
    }
    [[nodiscard]] std::vector<Object> elements(const std::string &type)
    {
        std::vector<Object> found = elements();
        std::erase_if(found, [&type](Object element) { return element.getKey("/S").getName() != type; });
        return found;
    }

    std::vector<Object> pages;

private:
    static void collect(Object node, std::vector<Object> &found)
    {
        Object kids = node.getKey("/K");
        if (!kids.isArray())
            return;
        for (int i = 0; i < kids.getArrayNItems(); ++i) {
            Object kid = kids.getArrayItem(i);
            if (kid.isDictionary() && kid.getKey("/S").isName()) {
                found.push_back(kid);
                collect(kid, found);
            }
        }
    }

    QByteArray m_bytes;
    QPDF m_pdf;
};

// What a page's content does, operator by operator, with the mark it stands under: -1 none, -2 artifact.
struct Drawing {
    std::string operation;
    int mark = -1;
};
inline std::vector<Drawing> drawings(Object page)
{
    const auto buffer = page.getKey("/Contents").getStreamData();
    const std::string content(reinterpret_cast<const char *>(buffer->getBuffer()), buffer->getSize());
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    tokenizer.includeIgnorable();
    std::vector<Drawing> found;
    std::vector<int> marks;
    std::string lastName;
    int lastInteger = -1;
    const auto input = std::make_shared<BufferInputSource>("content", content);
    for (;;) {
        const QPDFTokenizer::Token token = tokenizer.readToken(input, "content", true);
        if (token.getType() == QPDFTokenizer::tt_eof)
            break;
        if (token.getType() == QPDFTokenizer::tt_name)
            lastName = token.getValue();
        else if (token.getType() == QPDFTokenizer::tt_integer)
            lastInteger = std::stoi(token.getValue());
        if (token.getType() != QPDFTokenizer::tt_word)
            continue;
        const std::string &word = token.getValue();
        if (word == "BMC")
            marks.push_back(lastName == "/Artifact" ? -2 : -1);
        else if (word == "BDC") // an ActualText span inside a mark changes nothing
            marks.push_back(lastName == "/MCID" ? lastInteger : marks.empty() ? -1 : marks.back());
        else if (word == "EMC")
            marks.pop_back();
        found.push_back({word, marks.empty() ? -1 : marks.back()});
    }
    REQUIRE(marks.empty());
    return found;
}

inline bool paints(const std::string &operation)
{
    static const std::set<std::string> painting{"S",  "s",  "f",  "F", "f*", "B",  "B*", "b",
                                                "b*", "Tj", "TJ", "'", "\"", "Do", "sh", "BI"};
    return painting.contains(operation);
}

} // namespace pdfreading
