// Word's own rules (OOXML SDK) and LibreOffice, on every sample document.
#include "docx_samples.h"
#include "formats/docx.h"
#include "formats/odt.h"
#include "layout/page.h"
#include "outside.h"
#include "support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace
{

const QStringList officeVersions{u"Office2010"_s, u"Office2013"_s, u"Office2016"_s,
                                 u"Office2019"_s, u"Office2021"_s, u"Microsoft365"_s};

QString save(const QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return path;
}

QByteArray load(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray write(const report::Document &document, const QString &format, const QString &reference = {})
{
    const QString look = !reference.isEmpty() ? reference
                         : format == u"docx"  ? samples::docxReference()
                                              : samples::odtReference();
    const auto bytes = format == u"docx" ? formats::writeDocx(document, look) : formats::writeOdt(document, look);
    INFO((bytes ? std::string() : bytes.error().message.toStdString() + bytes.error().detail.toStdString()));
    REQUIRE(bytes);
    return bytes.value();
}

// The errors the validator reports for a file, as it writes them. The npm launcher wants the version as an option, the
// program it launches wants it by position.
QString validationErrors(const QString &validator, const QString &file, const QString &version)
{
    auto answer = outside::run(validator, {file, version});
    if (QJsonDocument::fromJson(answer.output).isNull())
        answer = outside::run(validator, {file, u"--officeVersion"_s, version});
    const QJsonObject result = QJsonDocument::fromJson(answer.output).object();
    if (result.isEmpty() || !result.value(u"errors"_s).isArray())
        return u"the validator did not answer: "_s + QString::fromUtf8(answer.output);
    const QJsonArray errors = result.value(u"errors"_s).toArray();
    return errors.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(errors).toJson());
}

void checkWords(const QString &soffice, const QString &pdftotext, const QString &path, const report::Document &document)
{
    const QStringList expected = samples::words(document, false);
    const QString txt = outside::convert(soffice, path, u"txt"_s);
    REQUIRE(!txt.isEmpty());
    CHECK(outside::firstLostWord(expected, QString::fromUtf8(load(txt))) == QString());
    const QString pdf = outside::convert(soffice, path, u"pdf"_s);
    REQUIRE(!pdf.isEmpty());
    const auto text = outside::run(pdftotext, {u"-raw"_s, pdf, u"-"_s});
    const QString shown = QString::fromUtf8(text.output);
    CHECK(outside::firstLostWord(expected, shown) == QString());
    for (const auto &word : samples::words(document)) // those of figures too, wherever they stand
        if (!shown.contains(word))
            CHECK(outside::firstLostWord({word}, shown) == QString());
}

} // namespace

TEST_CASE("every Word file is valid for every Office")
{
    const auto validator = outside::validator();
    if (!validator)
        return;
    const QTemporaryDir folder;
    for (const auto &[name, document] : samples::all()) {
        const QString path = save(folder, name + u".docx"_s, write(document, u"docx"_s));
        for (const auto &version : officeVersions) {
            INFO(name.toStdString() << " " << version.toStdString());
            CHECK(validationErrors(*validator, path, version) == QString());
        }
    }
}

TEST_CASE("the validator sees a fault")
{
    const auto validator = outside::validator();
    if (!validator)
        return;
    const QTemporaryDir folder;
    const QString path = save(folder, u"faux.docx"_s, write(samples::small(), u"docx"_s).left(2000));
    CHECK(validationErrors(*validator, path, u"Office2019"_s) != QString());
}

TEST_CASE("LibreOffice finds every word of the Word and OpenDocument files, in order")
{
    const auto soffice = outside::program(u"soffice"_s);
    const auto pdftotext = outside::program(u"pdftotext"_s);
    if (!soffice || !pdftotext)
        return;
    for (const QString &format : {u"docx"_s, u"odt"_s})
        for (const auto &[name, document] : samples::all()) {
            INFO(format.toStdString() << ' ' << name.toStdString());
            const QTemporaryDir folder;
            const QString path = save(folder, u"essai."_s + format, write(document, format));
            checkWords(*soffice, *pdftotext, path, document);
        }
}

TEST_CASE("references saved again by LibreOffice still work")
{
    const auto soffice = outside::program(u"soffice"_s);
    const auto pdftotext = outside::program(u"pdftotext"_s);
    const auto validator = outside::validator();
    if (!soffice || !pdftotext || !validator)
        return;
    const QTemporaryDir folder;
    const report::Document document = samples::small();
    for (const QString &format : {u"docx"_s, u"odt"_s}) {
        INFO(format.toStdString());
        const QString original = format == u"docx" ? samples::docxReference() : samples::odtReference();
        const QString copy = save(folder, u"reference."_s + format, load(original));
        const QString again = outside::convert(*soffice, copy, format);
        REQUIRE(!again.isEmpty());
        const QByteArray bytes = write(document, format, again);
        const QString path = save(folder, u"essai."_s + format, bytes);
        checkWords(*soffice, *pdftotext, path, document);
        // The header is still filled although LibreOffice drops the tag of its control.
        const QString pdf = outside::convert(*soffice, path, u"pdf"_s);
        const QString text = QString::fromUtf8(outside::run(*pdftotext, {pdf, u"-"_s}).output);
        CHECK(text.contains(document.header));
        CHECK(text.contains(document.footer));
        if (format == u"docx")
            CHECK(validationErrors(*validator, path, u"Office2019"_s) == QString());
    }
}
