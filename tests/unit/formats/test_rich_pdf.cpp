// Lists and tables that somebody typed in a long text, in the structure of a PDF.
#include "report/user_text.h"
#include "test_pdf_reading.h"

using namespace Qt::Literals::StringLiterals;
using namespace pdfreading;

TEST_CASE("lists and tables that somebody typed are tagged in the PDF")
{
    report::Document document;
    document.title = u"Essai"_s;
    document.blocks = report::blocksOf(
        u"Un **mot**\n- un\n  - deux\n3. trois\n\nPuis :\n| Nom | Rôle |\n|---|---|\n| a | b |\n| c | |"_s,
        {u"rubrique/-/texte"_s, u"Texte"_s}, {});
    Pdf pdf(document);
    CHECK(pdf.elements("/LI").size() == 3);
    CHECK(pdf.elements("/L").size() == 2);
    CHECK(pdf.elements("/Lbl").size() == 3);
    const auto tables = pdf.elements("/Table");
    REQUIRE(tables.size() == 1);
    Object table = tables.front();
    const QString summary = QString::fromStdString(table.getKey("/A").getKey("/Summary").getUTF8Value());
    CHECK(summary.startsWith(u"Tableau de 2"_s));
    CHECK(summary.endsWith(u"Nom et Rôle."_s));
    const auto headers = pdf.elements("/TH");
    REQUIRE(headers.size() == 2);
    for (Object header : headers)
        CHECK(header.getKey("/A").getKey("/Scope").getName() == "/Column");
    CHECK(pdf.elements("/TD").size() == 4);
}
