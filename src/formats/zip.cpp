#include "formats/zip.h"

#include <cstring>
#include <memory>
#include <QSet>
#include <zip.h>

namespace formats
{

using namespace Qt::Literals::StringLiterals;
using base::Error;
using base::ErrorCode;

namespace
{

constexpr zip_uint32_t compressionLevel =
    4; // XML packs nearly as well as at 9, which libzip takes, in a third of the time
constexpr zip_uint16_t firstDosDate = (1 << 5) | 1; // 1980-01-01

struct ArchiveCloser {
    void operator()(zip_t *archive) const { zip_discard(archive); }
};
struct FileCloser {
    void operator()(zip_file_t *file) const { zip_fclose(file); }
};
struct SourceCloser {
    void operator()(zip_source_t *source) const { zip_source_free(source); }
};
using Archive = std::unique_ptr<zip_t, ArchiveCloser>;
using File = std::unique_ptr<zip_file_t, FileCloser>;
using Source = std::unique_ptr<zip_source_t, SourceCloser>;

Error writeFailure(const QString &detail)
{
    return {
        ErrorCode::Internal,
        u"Le document n’a pas pu être assemblé. Votre projet n’est pas touché. Fermez d’autres logiciels puis réessayez."_s,
        detail};
}

Error damaged(const QString &detail)
{
    return {ErrorCode::Damaged,
            u"Le fichier est abîmé ou incomplet. Il n’a pas été modifié. Demandez-en une nouvelle copie."_s, detail};
}

Error hostile(const QString &detail)
{
    return {
        ErrorCode::Hostile,
        u"Le fichier a une structure anormale et a été refusé par prudence. Rien n’a été lu ni modifié. Vérifiez d’où il vient."_s,
        detail};
}

bool addPart(zip_t *archive, const ZipPart &part)
{
    // The bytes outlive the archive: no copy.
    zip_source_t *source = zip_source_buffer(archive, part.bytes.constData(), zip_uint64_t(part.bytes.size()), 0);
    if (!source)
        return false;
    const zip_int64_t index = zip_file_add(archive, part.path.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto entry = zip_uint64_t(index);
    return zip_set_file_compression(archive, entry, part.compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                    compressionLevel) == 0 &&
           zip_file_set_dostime(archive, entry, 0, firstDosDate, 0) == 0;
}

base::Result<QByteArray> contentOf(zip_source_t *source)
{
    zip_stat_t stat;
    if (zip_source_stat(source, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE) || zip_source_open(source) != 0)
        return writeFailure(u"stat"_s);
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip_source_read(source, bytes.data(), stat.size);
    zip_source_close(source);
    if (read != zip_int64_t(stat.size))
        return writeFailure(u"short read"_s);
    return bytes;
}

// Relative, no way out, nothing a file system could take for something else.
bool isSafePath(const QString &path)
{
    if (path.isEmpty() || path.size() > 512 || path.startsWith(u'/') || path.contains(u'\\') || path.contains(u':'))
        return false;
    const QString file = path.endsWith(u'/') ? path.chopped(1) : path;
    for (const QString &step : file.split(u'/'))
        if (step.isEmpty() || step == u"." || step == u"..")
            return false;
    for (QChar c : path)
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            return false;
    return true;
}

bool looksLikeArchive(const QByteArray &bytes)
{
    return bytes.startsWith("PK\x03\x04") || bytes.startsWith("\x1f\x8b") || bytes.startsWith("7z\xbc\xaf") ||
           bytes.startsWith("Rar!");
}

// Overlapping entries are how a small archive inflates without end; honest writers lay entries side by side, so packed
// sizes can't exceed the archive.
bool overlaps(zip_t *archive, zip_int64_t count, qint64 archiveSize)
{
    zip_uint64_t packed = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        if (zip_stat_index(archive, zip_uint64_t(i), 0, &stat) != 0 || stat.comp_size > zip_uint64_t(archiveSize))
            return true;
        packed += stat.comp_size;
    }
    return packed > zip_uint64_t(archiveSize);
}

base::Result<QByteArray> inflate(zip_t *archive, const zip_stat_t &stat, qint64 room, const ZipLimits &limits)
{
    const File file(zip_fopen_index(archive, stat.index, 0));
    if (!file)
        return damaged(QString::fromUtf8(zip_strerror(archive)));
    QByteArray bytes;
    char block[16384];
    for (;;) {
        const zip_int64_t read = zip_fread(file.get(), block, sizeof block);
        if (read < 0)
            return damaged(QString::fromUtf8(zip_file_strerror(file.get())));
        if (read == 0)
            break;
        bytes.append(block, qsizetype(read));
        if (bytes.size() > room)
            return hostile(u"total size"_s);
        if (bytes.size() > limits.ratioThreshold &&
            bytes.size() > limits.ratio * qint64(std::max<zip_uint64_t>(stat.comp_size, 1)))
            return hostile(u"ratio"_s);
    }
    return bytes;
}

base::Result<zip_stat_t> checkedEntry(zip_t *archive, zip_int64_t index, QSet<QString> &seen)
{
    zip_stat_t stat;
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;
    if (zip_stat_index(archive, zip_uint64_t(index), 0, &stat) != 0 || (stat.valid & needed) != needed)
        return damaged(u"entry %1"_s.arg(index));
    const QString path = QString::fromUtf8(stat.name);
    if (!isSafePath(path))
        return hostile(u"path "_s + path);
    const QString key = path.toCaseFolded();
    if (seen.contains(key))
        return hostile(u"duplicate "_s + path);
    seen.insert(key);
    if (stat.encryption_method != ZIP_EM_NONE)
        return hostile(u"encrypted "_s + path);
    return stat;
}

Archive openArchive(const QByteArray &bytes, zip_error_t &error)
{
    Source source(zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, &error));
    if (!source)
        return nullptr;
    Archive archive(zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error));
    if (archive)
        (void)source.release(); // the archive owns it from here
    return archive;
}

} // namespace

base::Result<QByteArray> writeZip(const std::vector<ZipPart> &parts)
{
    zip_error_t error;
    zip_error_init(&error);
    const Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
    Archive archive(source ? zip_open_from_source(source.get(), ZIP_CREATE | ZIP_TRUNCATE, &error) : nullptr);
    zip_error_fini(&error);
    if (!archive)
        return writeFailure(u"open"_s);
    zip_source_keep(source.get()); // one reference for the archive, one for reading the result
    for (const ZipPart &part : parts)
        if (!isSafePath(part.path) || !addPart(archive.get(), part))
            return writeFailure(part.path + u" "_s + QString::fromUtf8(zip_strerror(archive.get())));
    if (zip_close(archive.get()) != 0)
        return writeFailure(QString::fromUtf8(zip_strerror(archive.get())));
    (void)archive.release(); // closed
    return contentOf(source.get());
}

base::Result<std::vector<ZipPart>> readZip(const QByteArray &bytes, const ZipLimits &limits)
{
    if (bytes.isEmpty()) // libzip takes it for an empty archive
        return damaged(u"empty"_s);
    zip_error_t error;
    zip_error_init(&error);
    const Archive archive = openArchive(bytes, error);
    const QString detail = QString::fromUtf8(zip_error_strerror(&error));
    zip_error_fini(&error);
    if (!archive)
        return damaged(detail);
    const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
    if (count > limits.entries)
        return hostile(u"%1 entries"_s.arg(count));
    if (overlaps(archive.get(), count, bytes.size()))
        return hostile(u"overlapping entries"_s);

    std::vector<ZipPart> parts;
    QSet<QString> seen;
    qint64 room = limits.total;
    for (zip_int64_t i = 0; i < count; ++i) {
        const auto stat = checkedEntry(archive.get(), i, seen);
        if (!stat)
            return stat.error();
        const QString path = QString::fromUtf8(stat.value().name);
        if (path.endsWith(u'/'))
            continue;
        auto content = inflate(archive.get(), stat.value(), room, limits);
        if (!content)
            return content.error();
        if (looksLikeArchive(content.value()))
            return hostile(u"nested archive "_s + path);
        room -= content.value().size();
        parts.push_back({path, std::move(content).value(), stat.value().comp_method != ZIP_CM_STORE});
    }
    return parts;
}

} // namespace formats
