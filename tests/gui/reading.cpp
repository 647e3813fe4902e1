#include "reading.h"

#include "imports/input.h"

#include <QRegularExpression>
#include <QXmlStreamReader>
#include <zip.h>

namespace guitest
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The characters of an XML part, paragraphs and cells apart.
QString xmlText(const QByteArray &xml, const QStringList &breaking)
{
    QXmlStreamReader reader(xml);
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isCharacters())
            text += reader.text();
        else if (reader.isStartElement() && breaking.contains(reader.qualifiedName().toString()))
            text += u' ';
    }
    return reader.hasError() ? QString() : text;
}

QStringList words(const QString &text)
{
    static const QRegularExpression gaps(u"[\\s\\p{Z}]+"_s);
    return text.split(gaps, Qt::SkipEmptyParts);
}

} // namespace

QByteArray docxPart(const QByteArray &bytes, const char *name)
{
    zip_source_t *source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, nullptr);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
    if (!archive) {
        zip_source_free(source);
        return {};
    }
    QByteArray content;
    zip_stat_t stat;
    if (zip_stat(archive, name, 0, &stat) == 0) {
        content.resize(static_cast<qsizetype>(stat.size));
        zip_file_t *file = zip_fopen(archive, name, 0);
        content.resize(zip_fread(file, content.data(), stat.size));
        zip_fclose(file);
    }
    zip_discard(archive);
    return content;
}

QString docxText(const QByteArray &bytes)
{
    return xmlText(docxPart(bytes, "word/document.xml"), {u"w:p"_s, u"w:tc"_s, u"w:br"_s, u"w:tab"_s});
}

std::vector<QStringList> docxRows(const QByteArray &bytes)
{
    QXmlStreamReader reader(docxPart(bytes, "word/document.xml"));
    std::vector<QStringList> rows;
    QString cell;
    while (!reader.atEnd()) {
        reader.readNext();
        const QString name = reader.qualifiedName().toString();
        if (reader.isCharacters())
            cell += reader.text();
        else if (reader.isStartElement() && name == "w:tr"_L1)
            rows.emplace_back();
        else if (reader.isStartElement() && name == "w:tc"_L1)
            cell.clear();
        else if (reader.isStartElement() && (name == "w:p"_L1 || name == "w:br"_L1))
            cell += u' ';
        else if (reader.isEndElement() && name == "w:tc"_L1)
            rows.back() << cell.simplified();
    }
    return rows;
}

std::vector<QStringList> sheetRows(const QByteArray &bytes, const QString &file, const QString &sheet)
{
    std::vector<QStringList> rows;
    const auto tables = imports::Tables::open(imports::ImportInput::memory(bytes, file));
    if (!tables)
        return rows;
    const qsizetype at = sheet.isEmpty() ? 0 : tables.value().names().indexOf(sheet);
    auto source = at < 0 ? base::Error{} : tables.value().rows(at);
    while (source.ok() && source.value()->next()) {
        rows.emplace_back();
        for (size_t column = 0; column < source.value()->cells().size(); ++column)
            rows.back() << source.value()->text(column);
    }
    return rows;
}

int pdfPages(const QString &pdfText)
{
    return int(pdfText.count(u'\f'));
}

QString odtText(const QByteArray &bytes)
{
    return xmlText(docxPart(bytes, "content.xml"),
                   {u"text:p"_s, u"text:h"_s, u"text:line-break"_s, u"text:s"_s, u"text:tab"_s});
}

QString firstMissingWord(const QString &expected, const QString &text)
{
    const QString flat = words(text).join(QString()); // a line may break inside « médico-social »
    qsizetype start = 0;
    for (const QString &line : expected.split(u'\n', Qt::SkipEmptyParts)) {
        qsizetype at = start;
        bool first = true;
        for (const QString &word : words(line)) {
            const qsizetype found = flat.indexOf(word, at);
            if (found < 0)
                return word;
            if (first)
                start = found;
            first = false;
            at = found + word.size();
        }
    }
    return {};
}

} // namespace guitest
