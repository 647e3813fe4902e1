// The text of a PDF as poppler reads it, for the tests of several rooms.
#pragma once

#include "support/catch.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace support
{

// In the order it was drawn, a form feed after each page.
inline QString pdfText(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("essai.pdf")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    QProcess process;
    process.start(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), QStringLiteral("-enc"), QStringLiteral("UTF-8"),
                                                file.fileName(), QStringLiteral("-")});
    REQUIRE(process.waitForFinished());
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace support
