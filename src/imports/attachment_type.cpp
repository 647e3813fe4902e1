#include "imports/attachment_type.h"

#include "base/file_name.h"
#include "base/pdf.h"
#include "imports/archive.h"

#include <algorithm>
#include <array>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype headLength = 4096;

struct Known {
    const char16_t *media;
    QStringList extensions;
};

const std::vector<Known> &knownTypes()
{
    static const std::vector<Known> all{
        {u"application/pdf", {u"pdf"_s}},
        {u"image/png", {u"png"_s}},
        {u"image/jpeg", {u"jpg"_s, u"jpeg"_s}},
        {u"application/vnd.openxmlformats-officedocument.wordprocessingml.document", {u"docx"_s}},
        {u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {u"xlsx"_s}},
        {u"application/vnd.openxmlformats-officedocument.presentationml.presentation", {u"pptx"_s}},
        {u"application/vnd.oasis.opendocument.text", {u"odt"_s}},
        {u"application/vnd.oasis.opendocument.spreadsheet", {u"ods"_s}},
        {u"application/vnd.oasis.opendocument.presentation", {u"odp"_s}},
        {u"application/x-ole-storage", {u"doc"_s, u"xls"_s, u"ppt"_s}},
        {u"text/csv", {u"csv"_s}},
        {u"text/plain", {u"txt"_s}},
    };
    return all;
}

FileType known(const QString &media)
{
    for (const Known &each : knownTypes())
        if (media == each.media)
            return {media, each.extensions, true, {}};
    return {u"application/octet-stream"_s, {}, true, {}};
}

FileType refused(const QString &sentence)
{
    FileType type = known({});
    type.safeToSend = false;
    type.refusal = sentence;
    return type;
}

FileType program()
{
    return refused(u"« %1 » est un programme ou un raccourci, pas un document. Il n’a pas été ajouté ; votre projet "
                   "est intact. Choisissez le document lui-même."_s);
}

FileType webPage()
{
    return refused(u"« %1 » est une page web, qui peut en charger d’autres. Elle n’a pas été ajoutée ; votre projet "
                   "est intact. Enregistrez-la en PDF, puis ajoutez le PDF."_s);
}

FileType withMacros()
{
    return refused(u"« %1 » contient des macros, que les messageries refusent. Il n’a pas été ajouté ; votre projet "
                   "est intact. Enregistrez-le en PDF, puis ajoutez le PDF."_s);
}

FileType archiveOfFiles()
{
    return refused(u"« %1 » est une archive de plusieurs fichiers. Elle n’a pas été ajoutée ; votre projet est intact. "
                   "Ouvrez-la, puis ajoutez ses documents un par un."_s);
}

// What a double click would run, by the name.
bool runsByName(const QString &extension)
{
    static const QStringList all =
        u"exe com scr pif bat cmd ps1 psm1 psd1 vbs vbe js jse mjs wsf wsh wsc hta msi msp mst msix appx cpl dll sys "
        u"ocx "
        "jar class sh bash zsh csh fish py pyw pyc rb pl php lua tcl app command dmg pkg deb rpm run appimage elf so "
        "dylib lnk url desktop website webloc scf inf reg chm hlp gadget application settingcontent-ms library-ms "
        "search-ms iso img vhd vhdx one onepkg xll iqy slk"_s.split(u' ');
    return all.contains(extension);
}

bool isWebName(const QString &extension)
{
    static const QStringList all = u"html htm xhtml xht shtml mht mhtml svg svgz xml xsl xslt"_s.split(u' ');
    return all.contains(extension);
}

bool hasMacrosByName(const QString &extension)
{
    static const QStringList all = u"docm dotm xlsm xltm xlsb xlam pptm potm ppsm ppam sldm"_s.split(u' ');
    return all.contains(extension);
}

bool isArchiveName(const QString &extension)
{
    static const QStringList all = u"zip rar 7z gz tgz bz2 xz tar cab arj lzh z ace zst"_s.split(u' ');
    return all.contains(extension);
}

bool startsAsProgram(const QByteArray &bytes)
{
    static const std::array<QByteArray, 8> starts{"MZ"_ba,
                                                  "\x7F"
                                                  "ELF"_ba,
                                                  "#!"_ba,
                                                  QByteArray("L\0\0\0\x01\x14\x02\0", 8),
                                                  "\xCA\xFE\xBA\xBE"_ba,
                                                  "\xFE\xED\xFA\xCE"_ba,
                                                  "\xCF\xFA\xED\xFE"_ba,
                                                  "!<arch>\n"_ba};
    return std::any_of(starts.begin(), starts.end(), [&](const QByteArray &start) { return bytes.startsWith(start); });
}

bool startsAsArchive(const QByteArray &bytes)
{
    static const std::array<QByteArray, 5> starts{"Rar!\x1A\x07"_ba, "7z\xBC\xAF\x27\x1C"_ba, "\x1F\x8B\x08"_ba,
                                                  "BZh"_ba,
                                                  "\xFD"
                                                  "7zXZ"_ba};
    return std::any_of(starts.begin(), starts.end(), [&](const QByteArray &start) { return bytes.startsWith(start); });
}

bool isWebContent(const QByteArray &bytes)
{
    const QByteArray head = bytes.left(headLength).toLower();
    for (const char *mark :
         {"<!doctype html", "<html", "<script", "<svg", "<?xml", "<!doctype svg", "<body", "<iframe"})
        if (const qsizetype at = head.indexOf(mark); at >= 0 && head.left(at).trimmed().size() <= 3) // 3: a byte order
            return true;
    return false;
}

// Bytes that read as text: no control character but the usual ones.
bool isText(const QByteArray &bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = uchar(c);
        return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f';
    });
}

QByteArray utf16(const char16_t *text)
{
    const QString string = QString::fromUtf16(text);
    return {reinterpret_cast<const char *>(string.utf16()), string.size() * 2};
}

bool isOle(const QByteArray &bytes)
{
    return bytes.startsWith("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

// The names of an old Office document's parts are in it as they are.
bool hasOldMacros(const QByteArray &bytes)
{
    return bytes.contains(utf16(u"_VBA_PROJECT")) || bytes.contains(utf16(u"Macros"));
}

bool isMacroPart(const QString &name)
{
    const QString lower = name.toLower();
    return lower.endsWith("vbaproject.bin"_L1) || lower.startsWith("basic/"_L1) || lower.startsWith("scripts/"_L1) ||
           lower.contains("/activex/"_L1) || lower.contains("macrosheets/"_L1);
}

QString openDocumentType(const std::shared_ptr<Archive> &archive)
{
    const auto entry = archive->find(u"mimetype"_s);
    if (!entry)
        return {};
    const auto device = Archive::openEntry(archive, *entry);
    return device ? QString::fromLatin1(device.value()->read(100)).trimmed() : QString();
}

FileType typeOfZip(const QByteArray &bytes)
{
    const auto archive = Archive::open(bytes, u"Le fichier"_s);
    if (!archive)
        return known({});
    for (const ArchiveEntry &entry : archive.value()->entries())
        if (isMacroPart(entry.name))
            return withMacros();
    const auto has = [&](const QString &name) { return archive.value()->find(name).has_value(); };
    const QString office = u"application/vnd.openxmlformats-officedocument."_s;
    if (has(u"[Content_Types].xml"_s)) {
        if (has(u"word/document.xml"_s))
            return known(office + u"wordprocessingml.document"_s);
        if (has(u"xl/workbook.xml"_s))
            return known(office + u"spreadsheetml.sheet"_s);
        if (has(u"ppt/presentation.xml"_s))
            return known(office + u"presentationml.presentation"_s);
    }
    const FileType type = known(openDocumentType(archive.value()));
    return type.extensions.isEmpty() ? archiveOfFiles() : type;
}

} // namespace

bool isKnownExtension(const QString &extension)
{
    return std::any_of(knownTypes().begin(), knownTypes().end(),
                       [&](const Known &each) { return each.extensions.contains(extension); });
}

FileType fileTypeOf(const QString &name, const QByteArray &bytes)
{
    const QString extension = base::extensionOfName(name);
    if (runsByName(extension) || startsAsProgram(bytes))
        return program();
    if (hasMacrosByName(extension))
        return withMacros();
    if (isWebName(extension) || isWebContent(bytes))
        return webPage();
    if (isArchiveName(extension) || startsAsArchive(bytes))
        return archiveOfFiles();
    if (base::isPdf(bytes))
        return known(u"application/pdf"_s);
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return known(u"image/png"_s);
    if (bytes.startsWith("\xFF\xD8\xFF"))
        return known(u"image/jpeg"_s);
    if (bytes.startsWith("PK\x03\x04"))
        return typeOfZip(bytes);
    if (isOle(bytes))
        return hasOldMacros(bytes) ? withMacros() : known(u"application/x-ole-storage"_s);
    if (isText(bytes) && (extension == u"csv" || extension == u"txt" || extension.isEmpty()))
        return known(extension == u"csv" ? u"text/csv"_s : u"text/plain"_s);
    return known({});
}

} // namespace imports
