#include "imports/workbook.h"

#include "base/text.h"
#include "imports/xml_part.h"

#include <cmath>
#include <map>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr size_t mostSheets = 1000;

base::Error notWorkbook(const QString &what, const QString &why)
{
    return {base::ErrorCode::Foreign, u"%1 %2 Rien n’a été modifié."_s.arg(what, why), {}};
}

// Why an archive without workbook is none.
base::Error foreignArchive(const Archive &archive, const QString &what)
{
    if (archive.find(u"xl/workbook.bin"_s) || archive.find(u"content.xml"_s))
        return notWorkbook(what, u"n’est pas un classeur XLSX. Ouvrez-le dans votre tableur, puis choisissez "
                                 "« Enregistrer sous » au format XLSX ou CSV."_s);
    if (archive.find(u"word/document.xml"_s))
        return notWorkbook(what, u"est un document de traitement de texte. Copiez-collez le tableau qu’il contient."_s);
    return notWorkbook(what, u"n’est pas un classeur. Vérifiez que vous avez choisi le bon fichier."_s);
}

// "../x" and "/xl/x" as names of the archive; `folder` is that of the part that says it.
QString resolved(const QString &target, const QString &folder)
{
    if (target.startsWith(u'/'))
        return target.mid(1);
    QStringList parts = folder.split(u'/', Qt::SkipEmptyParts);
    for (const QString &part : target.split(u'/', Qt::SkipEmptyParts)) {
        if (part == u".." && !parts.isEmpty())
            parts.removeLast();
        else if (part != u"." && part != u"..")
            parts.push_back(part);
    }
    return parts.join(u'/');
}

QString folderOf(const QString &part)
{
    return part.section(u'/', 0, -2);
}

// Formats of dates and times of the standard that show a day, a month or a year.
bool isBuiltInDate(int format)
{
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31) || format == 36 ||
           (format >= 50 && format <= 58);
}

// "dd/mm/yyyy", but neither "0.0" nor "[h]:mm" nor the words a format may quote.
bool isDateFormat(QString code)
{
    static const QRegularExpression quoted(u"\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]"_s);
    code.remove(quoted);
    code = code.section(u';', 0, 0).toLower();
    return code.contains(u'y') || code.contains(u'd');
}

QDate dateOf(double serial, bool from1904)
{
    if (!(serial >= 1 && serial < 2'958'466)) // 31/12/9999
        return {};
    return (from1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30)).addDays(qint64(serial));
}

QString plainNumber(double value)
{
    if (std::abs(value) < 1e15 && value == std::floor(value))
        return QString::number(qint64(value));
    return QString::number(value, 'g', 15);
}

} // namespace

// Reading of everything but the sheets themselves.
struct Workbook::Loader {
    Workbook book;
    std::map<QString, QString> targets; // of relations of the workbook, by identity
    QString textsPart;
    QString stylesPart;

    base::Result<QString> workbookPart() const;
    base::Result<void> relations(const QString &workbook);
    base::Result<void> sheetList(const QString &workbook);
    base::Result<void> texts();
    base::Result<void> styles();
};

base::Result<QString> Workbook::Loader::workbookPart() const
{
    const QString usual = u"xl/workbook.xml"_s;
    if (book.m_archive->find(usual))
        return usual;
    return foreignArchive(*book.m_archive, book.m_what);
}

namespace
{

// Visits every element that starts in a part.
base::Result<void> eachElement(const std::shared_ptr<Archive> &archive, const QString &name, const QString &what,
                               int depth, const std::function<void(const XmlPart &)> &visit)
{
    const auto entry = archive->find(name);
    if (!entry)
        return base::Error{
            base::ErrorCode::Damaged,
            u"%1 est abîmé ou incomplet. Rien n’a été modifié. Demandez-en une nouvelle copie."_s.arg(what), name};
    auto device = Archive::openEntry(archive, *entry);
    if (!device)
        return device.error();
    XmlPart part(std::move(device).value(), what, depth);
    while (part.next())
        if (part.xml().isStartElement())
            visit(part);
    if (part.error())
        return *part.error();
    return {};
}

} // namespace

base::Result<void> Workbook::Loader::relations(const QString &workbook)
{
    const QString folder = folderOf(workbook);
    const QString name = folder + u"/_rels/"_s + workbook.section(u'/', -1) + u".rels"_s;
    return eachElement(book.m_archive, name, book.m_what, book.m_limits.depth, [&](const XmlPart &part) {
        if (!part.starts("Relationship"_L1) || part.attribute("TargetMode"_L1) == u"External")
            return;
        const QString target = resolved(part.attribute("Target"_L1), folder);
        const QString type = part.attribute("Type"_L1);
        targets.emplace(part.attribute("Id"_L1), target);
        if (type.endsWith("/sharedStrings"_L1))
            textsPart = target;
        else if (type.endsWith("/styles"_L1))
            stylesPart = target;
    });
}

base::Result<void> Workbook::Loader::sheetList(const QString &workbook)
{
    const auto read = eachElement(book.m_archive, workbook, book.m_what, book.m_limits.depth, [&](const XmlPart &part) {
        if (part.starts("workbookPr"_L1)) {
            const QString from = part.attribute("date1904"_L1);
            book.m_from1904 = from == u"1" || from == u"true";
        }
        if (!part.starts("sheet"_L1) || book.m_names.size() >= qsizetype(mostSheets))
            return;
        for (const QXmlStreamAttribute &each : part.xml().attributes()) {
            const auto target = targets.find(each.value().toString());
            if (each.name() != "id"_L1 || target == targets.end() || !book.m_archive->find(target->second))
                continue;
            if (part.attribute("state"_L1).contains("hidden"_L1, Qt::CaseInsensitive))
                book.m_hidden.insert(int(book.m_names.size()));
            book.m_names.push_back(part.attribute("name"_L1));
            book.m_parts.push_back(target->second);
        }
    });
    if (read && book.m_names.isEmpty())
        return notWorkbook(book.m_what, u"ne contient aucune feuille."_s);
    return read;
}

// The table of texts: every <t> of an <si>, but those of phonetic marks.
base::Result<void> Workbook::Loader::texts()
{
    auto list = std::make_shared<std::vector<QByteArray>>();
    book.m_texts = list;
    const auto entry = book.m_archive->find(textsPart);
    if (!entry)
        return {};
    auto device = Archive::openEntry(book.m_archive, *entry);
    if (!device)
        return device.error();
    XmlPart part(std::move(device).value(), book.m_what, book.m_limits.depth);
    QString text;
    bool inText = false;
    bool phonetic = false;
    qint64 total = 0;
    while (part.next()) {
        if (part.starts("si"_L1))
            text.clear();
        else if (part.starts("rPh"_L1) || part.ends("rPh"_L1))
            phonetic = part.xml().isStartElement();
        else if (part.starts("t"_L1) || part.ends("t"_L1))
            inText = part.xml().isStartElement();
        else if (part.xml().isCharacters() && inText && !phonetic)
            text += part.xml().text();
        else if (part.ends("si"_L1)) {
            list->push_back(text.toUtf8());
            total += list->back().size() + qint64(sizeof(QByteArray));
        }
        if (total + text.size() > book.m_limits.sharedText)
            return base::Error{
                base::ErrorCode::Hostile,
                u"%1 contient beaucoup trop de texte. Rien n’a été modifié ; gardez les seules colonnes utiles."_s.arg(
                    book.m_what),
                {}};
    }
    return part.error() ? base::Result<void>(*part.error()) : base::Result<void>();
}

base::Result<void> Workbook::Loader::styles()
{
    auto dates = std::make_shared<std::vector<bool>>();
    book.m_dateStyles = dates;
    if (stylesPart.isEmpty() || !book.m_archive->find(stylesPart))
        return {};
    std::map<int, bool> formats;
    bool inCells = false;
    return eachElement(book.m_archive, stylesPart, book.m_what, book.m_limits.depth, [&](const XmlPart &part) {
        if (part.starts("numFmt"_L1))
            formats[part.attribute("numFmtId"_L1).toInt()] = isDateFormat(part.attribute("formatCode"_L1));
        else if (part.starts("cellXfs"_L1) || part.starts("cellStyleXfs"_L1) || part.starts("cellStyles"_L1))
            inCells = part.starts("cellXfs"_L1);
        else if (inCells && part.starts("xf"_L1)) {
            const int format = part.attribute("numFmtId"_L1).toInt();
            const auto own = formats.find(format);
            dates->push_back(own != formats.end() ? own->second : isBuiltInDate(format));
        }
    });
}

base::Result<Workbook> Workbook::open(const std::shared_ptr<Archive> &archive, const QString &what,
                                      const SheetLimits &limits)
{
    Loader loader;
    loader.book.m_archive = archive;
    loader.book.m_what = what;
    loader.book.m_limits = limits;
    const auto workbook = loader.workbookPart();
    if (!workbook)
        return workbook.error();
    if (const auto read = loader.relations(workbook.value()); !read)
        return read.error();
    if (const auto read = loader.sheetList(workbook.value()); !read)
        return read.error();
    if (const auto read = loader.texts(); !read)
        return read.error();
    if (const auto read = loader.styles(); !read)
        return read.error();
    return std::move(loader.book);
}

SheetCell Workbook::value(QStringView type, qsizetype style, const QString &stored) const
{
    using Kind = SheetCell::Kind;
    if (type == u"s") {
        bool whole = false;
        const qulonglong index = stored.toULongLong(&whole);
        const QByteArray text = whole && index < m_texts->size() ? (*m_texts)[index] : QByteArray();
        return {text.isEmpty() ? Kind::Empty : Kind::Text, QString::fromUtf8(text), 0, {}};
    }
    if (stored.isEmpty())
        return {};
    if (type == u"b") {
        const bool yes = stored.trimmed() == u"1";
        return {Kind::Boolean, yes ? u"oui"_s : u"non"_s, yes ? 1.0 : 0.0, {}};
    }
    if (type == u"e")
        return {Kind::Error, stored, 0, {}};
    if (type == u"d") {
        const QDate date = QDate::fromString(stored.left(10), Qt::ISODate);
        return date.isValid() ? SheetCell{Kind::Date, base::frenchShortDate(date), 0, date}
                              : SheetCell{Kind::Text, stored, 0, {}};
    }
    if (type == u"str" || type == u"inlineStr")
        return {Kind::Text, stored, 0, {}};
    bool numeric = false;
    const double number = stored.trimmed().toDouble(&numeric);
    if (!numeric || !std::isfinite(number))
        return {Kind::Text, stored, 0, {}};
    const bool asDate = style >= 0 && size_t(style) < m_dateStyles->size() && (*m_dateStyles)[size_t(style)];
    if (const QDate date = asDate ? dateOf(number, m_from1904) : QDate(); date.isValid())
        return {Kind::Date, base::frenchShortDate(date), number, date};
    return {Kind::Number, plainNumber(number), number, {}};
}

base::Result<std::unique_ptr<SheetReader>> Workbook::read(qsizetype sheet) const
{
    const auto entry = m_archive->find(m_parts.value(sheet));
    if (!entry)
        return base::Error{base::ErrorCode::NotFound,
                           u"%1 n’a pas cette feuille. Rien n’a été modifié ; choisissez-en une autre."_s.arg(m_what),
                           {}};
    auto device = Archive::openEntry(m_archive, *entry);
    if (!device)
        return device.error();
    return std::make_unique<SheetReader>(*this, std::move(device).value(), m_limits);
}

std::vector<MergedCells> Workbook::merged(qsizetype sheet) const
{
    static const QRegularExpression form(u"^([A-Z]{1,3})(\\d{1,7}):[A-Z]{1,3}(\\d{1,7})$"_s);
    constexpr size_t most = 20'000;
    std::vector<MergedCells> all;
    const auto read = eachElement(m_archive, m_parts.value(sheet), m_what, m_limits.depth, [&](const XmlPart &part) {
        if (!part.starts("mergeCell"_L1) || all.size() >= most)
            return;
        const auto range = form.match(part.attribute("ref"_L1));
        int column = 0;
        for (const QChar letter : range.captured(1))
            column = column * 26 + (letter.unicode() - u'A' + 1);
        const int top = range.captured(2).toInt();
        const int bottom = range.captured(3).toInt();
        if (range.hasMatch() && bottom > top && column <= m_limits.columns)
            all.push_back({top, bottom, column - 1});
    });
    return read ? all : std::vector<MergedCells>();
}

} // namespace imports
