// One document of a project in each format, from the trame to the bytes.
#include "docx_samples.h"
#include "formats/export.h"
#include "layout/page.h"
#include "report/builder.h"
#include "report/document_name.h"
#include "shipped_source.h"
#include "support/example.h"

using namespace Qt::Literals::StringLiterals;
using namespace formats;
using report::Content;
using shipped::source;
using support::trame;

namespace
{

QByteArray bytesOf(const domain::Projet &projet, Format format, Content content = Content::Filled)
{
    const auto bytes = exported(source(), projet, {u"annexe-3"_s, content}, format);
    INFO((bytes ? std::string() : bytes.error().message.toStdString()));
    REQUIRE(bytes);
    return bytes.value();
}

} // namespace

TEST_CASE("Each format has a code, a French name and is found by its code")
{
    REQUIRE(documentFormats().size() == 3);
    for (const FormatInfo &each : documentFormats()) {
        CHECK(formatOfCode(each.code) == &each);
        CHECK(&infoOf(each.format) == &each);
        CHECK_FALSE(each.name.isEmpty());
        CHECK(each.code == each.code.toLower());
    }
    CHECK(infoOf(Format::Pdf).needsFonts);
    CHECK_FALSE(infoOf(Format::Docx).needsFonts);
    for (const QString &unknown : {u""_s, u"DOCX"_s, u"json"_s, u"docx "_s})
        CHECK(formatOfCode(unknown) == nullptr);
}

TEST_CASE("Every document of the trame is written in every format, filled and blank")
{
    const domain::Projet projet = support::vallees();
    for (const report::DocumentInfo &document : trame().documents())
        for (const FormatInfo &format : documentFormats())
            for (const Content content : {Content::Filled, Content::Blank, Content::BlankWithGuidance}) {
                const auto bytes = exported(source(), projet, {document.code, content}, format.format);
                INFO(document.code.toStdString() << " " << format.code.toStdString());
                REQUIRE(bytes);
                CHECK(bytes.value().startsWith(format.format == Format::Pdf ? "%PDF-" : "PK"));
            }
}

TEST_CASE("The bytes are the document's: names of the project in each format, none in a blank one")
{
    domain::Projet projet = support::vallees();
    projet.structure.nom = u"Association Zéphyrine"_s;
    const QByteArray word = samples::part(bytesOf(projet, Format::Docx), u"word/document.xml"_s);
    CHECK(word.contains(u"Association Zéphyrine"_s.toUtf8()));
    CHECK(samples::part(bytesOf(projet, Format::Odt), u"content.xml"_s).contains(u"Association Zéphyrine"_s.toUtf8()));
    const QByteArray blank = samples::part(bytesOf(projet, Format::Docx, Content::Blank), u"word/document.xml"_s);
    CHECK_FALSE(blank.contains("Zéphyrine"));
    CHECK(bytesOf(projet, Format::Docx) == bytesOf(projet, Format::Docx));
    CHECK(bytesOf(projet, Format::Docx) != bytesOf(support::vallees(), Format::Docx));
}

TEST_CASE("An empty project is written, a document that the trame does not have is refused in French")
{
    CHECK(bytesOf({}, Format::Docx).startsWith("PK"));
    const auto refused = exported(source(), {}, {u"annexe-99"_s, Content::Filled}, Format::Pdf);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == base::ErrorCode::NotFound);
    CHECK(refused.error().message.endsWith(u'.'));
}

TEST_CASE("Suggested names say what the file is, without what a disk refuses")
{
    const auto name = [](const QString &project, Content content = Content::Filled) {
        return suggestedName(trame(), {u"annexe-3"_s, content}, project, Format::Odt);
    };
    CHECK(name(u"CPTS des Vallées"_s) == u"Lettre d’intention - CPTS des Vallées.odt"_s);
    CHECK(name(u"CPTS Vallées d'Azur"_s) == u"Lettre d’intention - CPTS Vallées d’Azur.odt"_s); // one apostrophe
    CHECK(name({}) == u"Lettre d’intention.odt"_s);
    CHECK(name(u"CPTS"_s, Content::Blank) == u"Lettre d’intention - vierge.odt"_s);
    CHECK(name(u"CPTS"_s, Content::BlankWithGuidance) == u"Lettre d’intention - vierge avec consignes.odt"_s);
    CHECK(name(u"a/b\\c:d*e?f\"g<h>i|j\nk"_s) == u"Lettre d’intention - a-b-c-d-e-f-g-h-i-j-k.odt"_s);
    CHECK(name(u"long "_s.repeated(100)).size() <= 104);
    const ExportRequest draft{.document = u"annexe-3"_s, .draft = true};
    CHECK(suggestedName(trame(), draft, u"CPTS"_s, Format::Pdf) == u"Lettre d’intention - brouillon - CPTS.pdf"_s);
    CHECK(suggestedName(trame(), draft, u"CPTS"_s, Format::Docx) == u"Lettre d’intention - CPTS.docx"_s);
    CHECK(suggestedName(trame(), {u"dossier"_s, Content::Filled}, u"X"_s, Format::Pdf) == u"dossier - X.pdf"_s);
}

// With the instructions beside the room to write, both its faces.
TEST_CASE("A fiche to be filled by hand is one sheet, with the instructions or without")
{
    for (const auto &[content, faces] :
         {std::pair(Content::Blank, size_t(1)), std::pair(Content::BlankWithGuidance, size_t(2))}) {
        const auto built =
            report::build(trame(), u"annexe-5"_s, {}, support::references(), content, QDate(2027, 3, 12));
        REQUIRE(built);
        CHECK(layout::paginate(built.value()).pages.size() == faces);
    }
}

TEST_CASE("A file is called by its document and its CPTS, in each format, whatever the capitals of the form")
{
    const domain::Projet projet = support::vallees();
    const std::pair<QString, QString> expected[] = {
        {u"annexe-3"_s, u"Lettre d’intention – CPTS des Vallées (exemple)"_s},
        {u"annexe-4"_s, u"Projet de santé – CPTS des Vallées (exemple)"_s}};
    for (const auto &[code, name] : expected) {
        const auto document =
            report::build(trame(), code, projet, support::references(), Content::Filled, QDate(2027, 3, 12));
        REQUIRE(document);
        CHECK(report::nameOf(document.value()) == name);
        const auto docx = exported(source(), projet, {code, Content::Filled}, Format::Docx);
        REQUIRE(docx);
        CHECK(samples::part(docx.value(), u"docProps/core.xml"_s).contains(name.toUtf8()));
    }
    const auto blank =
        report::build(trame(), u"annexe-4"_s, {}, support::references(), Content::Blank, QDate(2027, 3, 12));
    REQUIRE(blank);
    CHECK(report::nameOf(blank.value()) == u"Projet de santé – trame vierge");
    report::Document own;
    own.title = u"Calendrier"_s;
    CHECK(report::nameOf(own) == u"Calendrier");
}

TEST_CASE("A fiche of the example holds on its sheet, and the part of the ARS on one of the lettre")
{
    const domain::Projet projet = support::vallees();
    const auto fiches =
        report::build(trame(), u"annexe-5"_s, projet, support::references(), Content::Filled, QDate(2027, 3, 12));
    REQUIRE(fiches);
    CHECK(layout::paginate(fiches.value()).pages.size() == projet.fiches.size());
    const auto lettre =
        report::build(trame(), u"annexe-3"_s, {}, support::references(), Content::Blank, QDate(2027, 3, 12));
    REQUIRE(lettre);
    const layout::PagedDocument paged = layout::paginate(lettre.value());
    const std::vector<int> pages = layout::headingPages(paged);
    size_t heading = 0;
    for (const report::Block &block : lettre.value().blocks)
        if (const auto *each = std::get_if<report::Heading>(&block)) {
            if (each->anchor.startsWith(u"partie-ars") || each->anchor.startsWith(u"ars-"))
                CHECK(pages.at(heading) == int(paged.pages.size()));
            ++heading;
        }
}
