#include "packages.h"

#include <algorithm>
#include <QRegularExpression>
#include <zip.h>

namespace packages
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QByteArray declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const QByteArray mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const QByteArray relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

QString columnName(qsizetype column)
{
    QString name;
    for (qsizetype rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.prepend(QChar(char16_t(u'A' + (rest - 1) % 26)));
    return name;
}

QByteArray cellXml(const QString &cell, const QString &address, QStringList &texts)
{
    static const QRegularExpression number(u"^-?\\d+(\\.\\d+)?$"_s);
    const auto element = [&](const QString &attributes, const QString &content) {
        return u"<c r=\"%1\"%2>%3</c>"_s.arg(address, attributes, content).toUtf8();
    };
    const QString rest = cell.mid(2).toHtmlEscaped();
    if (cell.isEmpty())
        return {};
    if (cell.startsWith(u'=') && cell.contains(u'|'))
        return element({}, u"<f>%1</f><v>%2</v>"_s.arg(cell.section(u'|', 0, 0).mid(1).toHtmlEscaped(),
                                                       cell.section(u'|', 1).toHtmlEscaped()));
    if (cell.startsWith(u'@'))
        return element(u" s=\"1\""_s, u"<v>%1</v>"_s.arg(cell.mid(1)));
    if (cell.startsWith("t:"_L1))
        return element(u" t=\"inlineStr\""_s, u"<is><t xml:space=\"preserve\">%1</t></is>"_s.arg(rest));
    if (cell.startsWith("b:"_L1))
        return element(u" t=\"b\""_s, u"<v>%1</v>"_s.arg(rest));
    if (cell.startsWith("e:"_L1))
        return element(u" t=\"e\""_s, u"<v>%1</v>"_s.arg(rest));
    if (number.match(cell).hasMatch())
        return element({}, u"<v>%1</v>"_s.arg(cell));
    texts.push_back(cell);
    return element(u" t=\"s\""_s, u"<v>%1</v>"_s.arg(texts.size() - 1));
}

QByteArray sheetXml(const Sheet &sheet, QStringList &texts)
{
    QByteArray xml = declaration + "<worksheet xmlns=\"" + mainSpace + "\">";
    if (!sheet.hiddenColumns.empty())
        xml += "<cols>";
    for (const int column : sheet.hiddenColumns)
        xml += u"<col min=\"%1\" max=\"%1\" width=\"0\" hidden=\"1\"/>"_s.arg(column).toUtf8();
    if (!sheet.hiddenColumns.empty())
        xml += "</cols>";
    xml += "<sheetData>";
    for (size_t row = 0; row < sheet.rows.size(); ++row) {
        const QByteArray number = QByteArray::number(qulonglong(row + 1));
        const auto &hidden = sheet.hiddenRows;
        const bool isHidden = std::find(hidden.begin(), hidden.end(), int(row + 1)) != hidden.end();
        xml += "<row r=\"" + number + (isHidden ? "\" hidden=\"1\">" : "\">");
        for (qsizetype column = 0; column < sheet.rows[row].size(); ++column)
            xml += cellXml(sheet.rows[row][column], columnName(column) + QString::fromLatin1(number), texts);
        xml += "</row>";
    }
    xml += "</sheetData>";
    if (!sheet.merged.isEmpty())
        xml += "<mergeCells>";
    for (const QString &range : sheet.merged)
        xml += "<mergeCell ref=\"" + range.toUtf8() + "\"/>";
    if (!sheet.merged.isEmpty())
        xml += "</mergeCells>";
    return xml + "</worksheet>";
}

QByteArray textsXml(const QStringList &texts)
{
    QByteArray xml = declaration + "<sst xmlns=\"" + mainSpace + "\">";
    for (const QString &text : texts)
        xml += "<si><t xml:space=\"preserve\">" + text.toHtmlEscaped().toUtf8() + "</t></si>";
    return xml + "</sst>";
}

QByteArray relation(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + relationSpace + "/" + type + "\" Target=\"" + target + "\"/>";
}

} // namespace

QByteArray zip(const std::vector<Part> &parts)
{
    zip_source_t *buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(buffer);
    zip_t *archive = zip_open_from_source(buffer, ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const Part &part : parts)
        zip_file_add(archive, part.name.toUtf8().constData(),
                     zip_source_buffer(archive, part.bytes.constData(), zip_uint64_t(part.bytes.size()), 0),
                     ZIP_FL_ENC_UTF_8);
    zip_close(archive);
    zip_stat_t stat;
    zip_source_stat(buffer, &stat);
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    zip_source_open(buffer);
    zip_source_read(buffer, bytes.data(), stat.size);
    zip_source_close(buffer);
    zip_source_free(buffer);
    return bytes;
}

std::vector<Part> workbookParts(const std::vector<Sheet> &sheets)
{
    QStringList texts;
    QByteArray list;
    QByteArray relations;
    std::vector<Part> sheetParts;
    for (size_t i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(qulonglong(i + 1));
        list += "<sheet name=\"" + sheets[i].name.toHtmlEscaped().toUtf8() + "\" sheetId=\"" + number +
                (sheets[i].hidden ? "\" state=\"hidden" : "") + "\" r:id=\"rId" + number + "\"/>";
        relations += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        sheetParts.push_back({u"xl/worksheets/sheet%1.xml"_s.arg(i + 1), sheetXml(sheets[i], texts)});
    }
    relations += relation("rT", "sharedStrings", "sharedStrings.xml") + relation("rS", "styles", "/xl/styles.xml");
    std::vector<Part> parts{
        {u"[Content_Types].xml"_s, declaration + "<Types/>"},
        {u"xl/workbook.xml"_s, declaration + "<workbook xmlns=\"" + mainSpace + "\" xmlns:r=\"" + relationSpace +
                                   "\"><sheets>" + list + "</sheets></workbook>"},
        {u"xl/_rels/workbook.xml.rels"_s, declaration + "<Relationships>" + relations + "</Relationships>"},
        {u"xl/sharedStrings.xml"_s, textsXml(texts)},
        {u"xl/styles.xml"_s, declaration + "<styleSheet xmlns=\"" + mainSpace +
                                 "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy;@\"/></numFmts>"
                                 "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"}};
    parts.insert(parts.end(), sheetParts.begin(), sheetParts.end());
    return parts;
}

QByteArray workbook(const std::vector<Sheet> &sheets)
{
    return zip(workbookParts(sheets));
}

QByteArray workbookWith(const std::vector<Sheet> &sheets, const QString &name, const QByteArray &bytes)
{
    auto parts = workbookParts(sheets);
    for (Part &part : parts)
        if (part.name == name)
            part.bytes = bytes;
    return zip(parts);
}

QByteArray bomb(const QString &name, qsizetype size)
{
    return zip({{name, QByteArray(size, '0')}});
}

} // namespace packages
