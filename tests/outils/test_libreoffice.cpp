// LibreOffice, on every sample document and on a document of the program.
#include "documents.h"
#include "outside.h"
#include "support/example.h"
#include "support/pdf_text.h"
#include "support/tools.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

QByteArray load(const QString &path)
{
    const auto bytes = base::readFile(path);
    REQUIRE(bytes);
    return bytes.value();
}

// LibreOffice, when all that reads with it is there too.
std::optional<QString> libreOffice()
{
    const auto soffice = support::program(u"soffice"_s);
    return support::program(u"pdftotext"_s) ? soffice : std::nullopt;
}

// The text that the page shows.
QString checkWords(const QString &soffice, const QString &path, const report::Document &document)
{
    const QStringList expected = samples::words(document, false);
    const QString txt = outside::convert(soffice, path, u"txt"_s);
    REQUIRE(!txt.isEmpty());
    CHECK(outside::firstLostWord(expected, QString::fromUtf8(load(txt))) == QString());
    const QString pdf = outside::convert(soffice, path, u"pdf"_s);
    REQUIRE(!pdf.isEmpty());
    const QString shown = support::pdfText(load(pdf));
    CHECK(outside::firstLostWord(expected, shown) == QString());
    for (const auto &word : samples::words(document)) // those of figures too, wherever they stand
        if (!shown.contains(word))
            CHECK(outside::firstLostWord({word}, shown) == QString());
    return shown;
}

} // namespace

TEST_CASE("LibreOffice finds every word of the Word and OpenDocument files, in order")
{
    const auto soffice = libreOffice();
    if (!soffice)
        return;
    const auto check = [&soffice](const samples::Named &named, const QString &format) {
        INFO(format.toStdString() << ' ' << named.name.toStdString());
        const QTemporaryDir folder;
        (void)checkWords(*soffice, documents::save(folder.path(), named.document, format), named.document);
    };
    for (const QString &format : {u"docx"_s, u"odt"_s})
        for (const auto &named : samples::all())
            check(named, format);
    check({u"annexe 3"_s, documents::annexe3()}, u"docx"_s);
}

TEST_CASE("references saved again by LibreOffice still work")
{
    const auto soffice = libreOffice();
    if (!soffice)
        return;
    const report::Document document = samples::small();
    for (const QString &format : {u"docx"_s, u"odt"_s}) {
        INFO(format.toStdString());
        const QTemporaryDir folder;
        const QString original = format == u"docx" ? samples::docxReference() : samples::odtReference();
        const QString again = outside::savedAgain(*soffice, original, folder.path());
        REQUIRE(!again.isEmpty());
        const QString path = documents::save(folder.path(), document, format, again);
        const QString shown = checkWords(*soffice, path, document);
        // The header is still filled although LibreOffice drops the tag of its control.
        CHECK(shown.contains(document.header));
        CHECK(shown.contains(document.footer));
    }
}
