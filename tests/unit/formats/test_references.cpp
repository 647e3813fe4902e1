// Reference files that are missing, damaged, hostile, or changed by their users.
#include "base/file.h"
#include "docx_samples.h"
#include "formats/docx.h"
#include "formats/odt.h"
#include "formats/xmltree.h"
#include "formats/zip.h"
#include "support/catch.h"

#include <functional>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using formats::ZipPart;

namespace
{

using Parts = std::vector<ZipPart>;

Parts partsOf(const QString &reference)
{
    const auto bytes = base::readFile(reference);
    REQUIRE(bytes);
    auto parts = formats::readZip(bytes.value());
    REQUIRE(parts);
    return std::move(parts).value();
}

QByteArray &bytesOf(Parts &parts, const QString &path)
{
    for (auto &part : parts)
        if (part.path == path)
            return part.bytes;
    parts.push_back({path, {}});
    return parts.back().bytes;
}

// The shipped reference with some parts changed, saved in the folder.
QString changed(const QTemporaryDir &folder, const QString &original, const std::function<void(Parts &)> &change)
{
    Parts parts = partsOf(original);
    change(parts);
    const auto bytes = formats::writeZip(parts);
    REQUIRE(bytes);
    const QString path = folder.filePath(u"modele."_s + original.section(u'.', -1));
    REQUIRE(base::writeFile(path, bytes.value()));
    return path;
}

base::Result<QByteArray> docx(const QString &reference)
{
    return formats::writeDocx(samples::small(), reference);
}

void checkRefused(const base::Result<QByteArray> &result, const QString &what)
{
    REQUIRE_FALSE(result);
    INFO(result.error().message.toStdString());
    CHECK(result.error().message.contains(what));
    CHECK(result.error().message.contains(u"votre projet n’est pas touché"_s));
}

} // namespace

TEST_CASE("a reference that is missing or is something else is told by its name")
{
    const QTemporaryDir folder;
    checkRefused(docx(folder.filePath(u"absent.docx"_s)), u"« absent.docx » est introuvable"_s);
    checkRefused(formats::writeOdt(samples::small(), folder.filePath(u"absent.odt"_s)),
                 u"« absent.odt » est introuvable"_s);
    const QString text = folder.filePath(u"texte.docx"_s);
    REQUIRE(base::writeFile(text, "bonjour"));
    checkRefused(docx(text), u"est abîmé"_s);
    checkRefused(docx(samples::odtReference()), u"n’est pas un document Word"_s);
    checkRefused(formats::writeOdt(samples::small(), samples::docxReference()), u"n’est pas un texte OpenDocument"_s);
}

TEST_CASE("a reference cut anywhere is refused, never half read")
{
    const QTemporaryDir folder;
    const auto whole = base::readFile(samples::docxReference());
    REQUIRE(whole);
    const QString path = folder.filePath(u"coupe.docx"_s);
    for (qsizetype size = 0; size < whole.value().size(); size += 499) {
        REQUIRE(base::writeFile(path, whole.value().left(size)));
        CHECK_FALSE(docx(path));
    }
}

TEST_CASE("each part a Word reference needs is asked for")
{
    const QTemporaryDir folder;
    for (const QString &path :
         {u"word/styles.xml"_s, u"word/numbering.xml"_s, u"[Content_Types].xml"_s, u"word/document.xml"_s}) {
        INFO(path.toStdString());
        CHECK_FALSE(docx(changed(folder, samples::docxReference(), [&path](Parts &parts) {
            std::erase_if(parts, [&path](const ZipPart &part) { return part.path == path; });
        })));
        CHECK_FALSE(
            docx(changed(folder, samples::docxReference(), [&path](Parts &parts) { bytesOf(parts, path) = "<a"; })));
        CHECK_FALSE(docx(changed(folder, samples::docxReference(), [&path](Parts &parts) {
            bytesOf(parts, path).replace("standalone=\"yes\"?>", "standalone=\"yes\"?><!DOCTYPE x>");
        })));
    }
}

TEST_CASE("styles are found by name: French identifiers and capitals change nothing")
{
    const QTemporaryDir folder;
    const auto renamed = docx(changed(folder, samples::docxReference(), [](Parts &parts) {
        bytesOf(parts, u"word/styles.xml"_s)
            .replace("w:styleId=\"Heading1\"", "w:styleId=\"Titre1\"")
            .replace("w:basedOn w:val=\"Heading1\"", "w:basedOn w:val=\"Titre1\"")
            .replace("w:name w:val=\"heading 1\"", "w:name w:val=\"Heading 1\"")
            .replace("w:fill=\"EEF3F3\"", "w:fill=\"FFCC00\"");
    }));
    REQUIRE(renamed);
    const QByteArray body = samples::part(renamed.value(), u"word/document.xml"_s);
    CHECK(body.contains("<w:pStyle w:val=\"Titre1\"/>"));
    CHECK(body.contains("w:fill=\"FFCC00\""));
    CHECK_FALSE(body.contains("Heading1"));
}

TEST_CASE("a style that was removed is named")
{
    const QTemporaryDir folder;
    checkRefused(docx(changed(folder, samples::docxReference(),
                              [](Parts &parts) {
                                  bytesOf(parts, u"word/styles.xml"_s).replace("w:val=\"Consigne\"", "w:val=\"Autre\"");
                              })),
                 u"n’a plus le style « Consigne »"_s);
    checkRefused(formats::writeOdt(samples::small(), changed(folder, samples::odtReference(),
                                                             [](Parts &parts) {
                                                                 bytesOf(parts, u"styles.xml"_s)
                                                                     .replace("style:display-name=\"Consigne\"",
                                                                              "style:display-name=\"Autre\"");
                                                             })),
                 u"n’a plus le style « Consigne »"_s);
}

TEST_CASE("page margins of the reference give the width of the tables")
{
    const QTemporaryDir folder;
    const auto wide = docx(changed(folder, samples::docxReference(), [](Parts &parts) {
        bytesOf(parts, u"word/document.xml"_s).replace("w:left=\"1134\"", "w:left=\"2134\"");
    }));
    REQUIRE(wide);
    CHECK(samples::part(wide.value(), u"word/document.xml"_s).contains("<w:tblW w:w=\"8638\""));
    checkRefused(docx(changed(folder, samples::docxReference(),
                              [](Parts &parts) {
                                  bytesOf(parts, u"word/document.xml"_s).replace("w:left=\"1134\"", "w:left=\"11000\"");
                              })),
                 u"marges"_s);
}

TEST_CASE("nothing of the reference reaches outside: template, links, mailing")
{
    const QTemporaryDir folder;
    const auto cleaned = docx(changed(folder, samples::docxReference(), [](Parts &parts) {
        bytesOf(parts, u"word/settings.xml"_s)
            .replace(
                "<w:zoom",
                "<w:attachedTemplate xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                "r:id=\"rId1\"/><w:updateFields w:val=\"true\"/><w:zoom");
        bytesOf(parts, u"word/_rels/settings.xml.rels"_s) =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
            "Id=\"rId1\" "
            "Type=\"http://x/attachedTemplate\" Target=\"file:///modele.dotm\" "
            "TargetMode=\"External\"/></Relationships>";
        bytesOf(parts, u"customXml/item1.xml"_s) = "<secret/>";
    }));
    REQUIRE(cleaned);
    const auto parts = formats::readZip(cleaned.value());
    for (const auto &part : parts.value()) {
        INFO(part.path.toStdString());
        CHECK_FALSE(part.bytes.contains("attachedTemplate"));
        CHECK_FALSE(part.bytes.contains("updateFields"));
        CHECK_FALSE(part.bytes.contains("secret"));
    }
}

TEST_CASE("a logo in the header comes along, one that is linked is refused")
{
    const QTemporaryDir folder;
    const auto withPicture = [&folder](const QByteArray &relationship) {
        return docx(changed(folder, samples::docxReference(), [&relationship](Parts &parts) {
            bytesOf(parts, u"word/header1.xml"_s)
                .replace(
                    "</w:hdr>",
                    "<w:p "
                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:r><w:drawing "
                    "r:embed=\"rId9\"/></w:r></w:p></w:hdr>");
            bytesOf(parts, u"word/_rels/header1.xml.rels"_s) =
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
                relationship + "</Relationships>";
            bytesOf(parts, u"[Content_Types].xml"_s)
                .replace("<Default ", "<Default Extension=\"png\" ContentType=\"image/png\"/><Default ");
            bytesOf(parts, u"word/media/logo.png"_s) = "\x89PNG";
        }));
    };
    const auto good = withPicture("<Relationship Id=\"rId9\" Type=\"http://x/image\" Target=\"media/logo.png\"/>");
    REQUIRE(good);
    CHECK(samples::part(good.value(), u"word/media/logo.png"_s) == "\x89PNG");
    CHECK(samples::part(good.value(), u"word/_rels/header1.xml.rels"_s).contains("media/logo.png"));
    CHECK(samples::part(good.value(), u"[Content_Types].xml"_s).contains("image/png"));
    checkRefused(withPicture("<Relationship Id=\"rId9\" Type=\"http://x/image\" Target=\"http://ailleurs.fr/l.png\" "
                             "TargetMode=\"External\"/>"),
                 u"lié à un autre fichier"_s);
    checkRefused(withPicture("<Relationship Id=\"rId9\" Type=\"http://x/image\" Target=\"../../../etc/passwd\"/>"),
                 u"lié à un autre fichier"_s);
}

TEST_CASE("the header control is found by its title when its tag is gone")
{
    const QTemporaryDir folder;
    const auto result = docx(changed(folder, samples::docxReference(), [](Parts &parts) {
        bytesOf(parts, u"word/header1.xml"_s)
            .replace("<w:tag w:val=\"atelier-entete\"/>", "")
            .replace("<w:r><w:t>Nom de la CPTS</w:t></w:r>",
                     "<w:r><w:rPr><w:b/></w:rPr><w:t>Nom de</w:t></w:r><w:r><w:t> la CPTS</w:t></w:r>");
    }));
    REQUIRE(result);
    const QString header = QString::fromUtf8(samples::part(result.value(), u"word/header1.xml"_s));
    CHECK(header.contains(u"<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">CPTS des Vallées (exemple)</w:t>"_s));
    CHECK_FALSE(header.contains(u"Nom de<"_s));
    CHECK_FALSE(header.contains(u"> la CPTS<"_s));
}

TEST_CASE("an OpenDocument reference gives its borders, and may not link pictures")
{
    const QTemporaryDir folder;
    const auto result =
        formats::writeOdt(samples::small(), changed(folder, samples::odtReference(), [](Parts &parts) {
                              bytesOf(parts, u"content.xml"_s)
                                  .replace("fo:border=\"0.5pt solid #7F9298\"",
                                           "fo:border-right=\"none\" fo:border-left=\"2pt solid #123456\"");
                          }));
    REQUIRE(result);
    CHECK(samples::part(result.value(), u"content.xml"_s).contains("fo:border=\"2pt solid #123456\""));
    checkRefused(formats::writeOdt(samples::small(),
                                   changed(folder, samples::odtReference(),
                                           [](Parts &parts) {
                                               bytesOf(parts, u"styles.xml"_s)
                                                   .replace("<style:header>",
                                                            "<style:header><text:p><draw:image xmlns:draw=\"urn:d\" "
                                                            "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                                                            "xlink:href=\"file:///etc/logo.png\"/></text:p>");
                                           })),
                 u"lié à un autre fichier"_s);
}

TEST_CASE("tables follow the margins that were set in the reference, with the same words whole")
{
    report::Table table;
    table.columns = {1, 8};
    table.rows = {samples::row({u"Masseurs-kinésithérapeutes"_s, u"b"_s})};
    report::Document document;
    document.blocks.push_back(table);
    const QTemporaryDir folder;
    const auto wide = formats::writeDocx(document, changed(folder, samples::docxReference(), [](Parts &parts) {
                                             bytesOf(parts, u"word/document.xml"_s)
                                                 .replace("w:w=\"11906\" w:h=\"16838\"", "w:w=\"16838\" w:h=\"11906\"");
                                         }));
    REQUIRE(wide);
    const auto columnsOf = [](const QByteArray &file) {
        QList<int> widths;
        const auto root = formats::parseXml(samples::part(file, u"word/document.xml"_s));
        REQUIRE(root);
        formats::forEachElement(root.value(), [&widths](const formats::XmlNode &node) {
            if (node.localName == u"gridCol")
                widths << node.attribute(u"w").toInt();
        });
        return widths;
    };
    const QList<int> landscape = columnsOf(wide.value());
    const QList<int> portrait = columnsOf(formats::writeDocx(document, samples::docxReference()).value());
    REQUIRE(landscape.size() == 2);
    CHECK(std::abs(landscape[0] + landscape[1] - (16838 - 2 * 1134)) <= 2);
    CHECK(std::abs(portrait[0] + portrait[1] - (11906 - 2 * 1134)) <= 2);
    CHECK(portrait[0] > (portrait[0] + portrait[1]) / 9); // widened for its word
    CHECK(landscape[0] >= portrait[0]);

    const auto narrow = formats::writeOdt(
        document, changed(folder, samples::odtReference(), [](Parts &parts) {
            bytesOf(parts, u"styles.xml"_s).replace("fo:margin-left=\"2cm\"", "fo:margin-left=\"2in\"");
        }));
    REQUIRE(narrow);
    CHECK(samples::part(narrow.value(), u"content.xml"_s).contains("style:width=\"13.920cm\"")); // 21 - 5.08 - 2
}

TEST_CASE("margins wider than the page are refused in both formats")
{
    const QTemporaryDir folder;
    checkRefused(docx(changed(folder, samples::docxReference(),
                              [](Parts &parts) {
                                  bytesOf(parts, u"word/document.xml"_s).replace("w:left=\"1134\"", "w:left=\"9999\"");
                              })),
                 u"marges plus larges"_s);
    checkRefused(formats::writeOdt(samples::small(), changed(folder, samples::odtReference(),
                                                             [](Parts &parts) {
                                                                 bytesOf(parts, u"styles.xml"_s)
                                                                     .replace("fo:margin-left=\"2cm\"",
                                                                              "fo:margin-left=\"18cm\"");
                                                             })),
                 u"marges plus larges"_s);
}
