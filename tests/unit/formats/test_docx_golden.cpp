// Each part of each format, compared with the file in tests/golden/documents that somebody has read. To accept a
// change: ATELIER_ECRIRE_GOLDEN=1, then read the difference.
#include "docx_samples.h"
#include "formats/docx.h"
#include "formats/odt.h"
#include "formats/zip.h"
#include "support/catch.h"
#include "support/source.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace
{

// One tag a line: nothing is added inside a text.
QByteArray readable(QByteArray xml)
{
    return xml.replace("><", ">\n<").trimmed() + '\n';
}

void compare(const QByteArray &package, const QString &folder)
{
    const QDir golden(support::source(QStringLiteral("tests/golden/documents/")) + folder);
    const auto parts = formats::readZip(package);
    REQUIRE(parts);
    for (const auto &part : parts.value()) {
        // The look is the reference's own: styles, numbering and theme are compared there.
        if (part.path.endsWith(u"styles.xml") || part.path.endsWith(u"theme1.xml") ||
            part.path.endsWith(u"settings.xml"))
            continue;
        QFile file(golden.filePath(QString(part.path).replace(u'/', u'_').remove(u'[').remove(u']')));
        INFO(file.fileName().toStdString());
        if (qEnvironmentVariableIsSet("ATELIER_ECRIRE_GOLDEN")) {
            REQUIRE(QDir().mkpath(golden.path()));
            REQUIRE(file.open(QIODevice::WriteOnly));
            REQUIRE(file.write(readable(part.bytes)) > 0);
            continue;
        }
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(QString::fromUtf8(readable(part.bytes)) == QString::fromUtf8(file.readAll()));
    }
}

} // namespace

TEST_CASE("the parts of each document are those that were read and accepted")
{
    for (const auto &[name, document] :
         {samples::Named{u"vide"_s, samples::empty()}, samples::Named{u"petit"_s, samples::small()},
          samples::Named{u"vierge"_s, samples::blank()}}) {
        const auto docx = formats::writeDocx(document, samples::docxReference());
        const auto odt = formats::writeOdt(document, samples::odtReference());
        REQUIRE(docx);
        REQUIRE(odt);
        compare(docx.value(), u"docx-"_s + name);
        compare(odt.value(), u"odt-"_s + name);
    }
}
