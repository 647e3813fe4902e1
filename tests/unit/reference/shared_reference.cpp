#include "shared_reference.h"

#include "support/catch.h"
#include "support/source.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace test
{

QString referenceFolder()
{
    return support::source(u"resources/reference"_s);
}

QString communesFile()
{
    return referenceFolder() + u"/communes-2026.tsv"_s;
}

const reference::Reference &theReference()
{
    static const auto loaded = reference::Reference::load(referenceFolder());
    if (!loaded)
        FAIL(loaded.error().message.toStdString());
    return loaded.value();
}

const reference::Communes &theCommunes()
{
    return theReference().communes();
}

Copy::Copy()
{
    REQUIRE(m_folder.isValid());
    const QDir source(referenceFolder());
    for (const QString &name : source.entryList(QDir::Files))
        REQUIRE(QFile::copy(source.filePath(name), m_folder.filePath(name)));
}

bool Copy::change(const QString &file, const QString &before, const QString &after)
{
    QFile input(m_folder.filePath(file));
    REQUIRE(input.open(QIODevice::ReadOnly));
    QByteArray bytes = input.readAll();
    input.close();
    const qsizetype at = bytes.indexOf(before.toUtf8());
    if (at < 0)
        return false;
    write(file, bytes.replace(at, before.toUtf8().size(), after.toUtf8()));
    return true;
}

void Copy::write(const QString &file, const QByteArray &bytes)
{
    QFile output(m_folder.filePath(file));
    REQUIRE(output.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(output.write(bytes) == bytes.size());
}

void Copy::remove(const QString &file)
{
    REQUIRE(QFile::remove(m_folder.filePath(file)));
}

} // namespace test
