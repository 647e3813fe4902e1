#include "imports/archive.h"

#include <QSet>
#include <zip.h>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

struct Archive::Handle {
    explicit Handle(zip_t *opened, QByteArray kept = {}) : bytes(std::move(kept)), zip(opened) {}
    ~Handle() { zip_discard(zip); }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    QByteArray bytes; // what the archive reads, when it is in memory
    zip_t *zip;
};

struct ArchiveDevice::Handle {
    explicit Handle(zip_file_t *opened) : file(opened) {}
    ~Handle() { zip_fclose(file); }
    Handle(const Handle &) = delete;
    Handle &operator=(const Handle &) = delete;
    zip_file_t *file;
};

namespace
{

base::Error damaged(const QString &what, const QString &detail)
{
    return {base::ErrorCode::Damaged,
            u"%1 est abîmé ou incomplet. Rien n’a été modifié. Téléchargez-le de nouveau."_s.arg(what), detail};
}

base::Error hostile(const QString &what, const QString &detail)
{
    return {base::ErrorCode::Hostile,
            u"%1 a une structure anormale et a été refusé par prudence. Rien n’a été modifié. Vérifiez d’où il vient."_s
                .arg(what),
            detail};
}

// Relative, going down only.
bool isPlainName(const QString &name)
{
    if (name.isEmpty() || name.startsWith(u'/') || name.contains(u'\\') || name.contains(u':') ||
        name.contains(QChar()))
        return false;
    return !name.split(u'/').contains(u".."_s);
}

} // namespace

Archive::Archive(std::unique_ptr<Handle> handle, const QString &what, const ArchiveLimits &limits)
    : m_handle(std::move(handle)), m_what(what), m_limits(limits)
{
}

Archive::~Archive() = default;

base::Result<std::shared_ptr<Archive>> Archive::open(const QString &path, const QString &what,
                                                     const ArchiveLimits &limits)
{
    int code = 0;
    zip_t *zip = zip_open(path.toUtf8().constData(), ZIP_RDONLY, &code);
    if (!zip)
        return damaged(what, u"zip_open %1"_s.arg(code));
    return checked(std::make_unique<Handle>(zip), what, limits);
}

base::Result<std::shared_ptr<Archive>> Archive::open(const QByteArray &bytes, const QString &what,
                                                     const ArchiveLimits &limits)
{
    zip_source_t *source = zip_source_buffer_create(bytes.constData(), zip_uint64_t(bytes.size()), 0, nullptr);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, nullptr) : nullptr;
    if (!zip) {
        zip_source_free(source);
        return damaged(what, u"zip_open_from_source"_s);
    }
    return checked(std::make_unique<Handle>(zip, bytes), what, limits);
}

base::Result<std::shared_ptr<Archive>> Archive::checked(std::unique_ptr<Handle> handle, const QString &what,
                                                        const ArchiveLimits &limits)
{
    std::shared_ptr<Archive> archive(new Archive(std::move(handle), what, limits));
    if (auto read = archive->readDirectory(); !read)
        return read.error();
    return archive;
}

base::Result<void> Archive::readDirectory()
{
    const zip_int64_t count = zip_get_num_entries(m_handle->zip, 0);
    if (count <= 0)
        return damaged(m_what, u"no entry"_s);
    if (count > m_limits.entries)
        return hostile(m_what, u"%1 entries"_s.arg(count));
    QSet<QString> names;
    for (zip_uint64_t i = 0; i < zip_uint64_t(count); ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        constexpr zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
        if (zip_stat_index(m_handle->zip, i, 0, &stat) != 0 || (stat.valid & wanted) != wanted)
            return damaged(m_what, u"zip_stat_index %1"_s.arg(i));
        const QString name = QString::fromUtf8(stat.name);
        if (!isPlainName(name))
            return hostile(m_what, u"name %1"_s.arg(name));
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            return hostile(m_what, u"encrypted"_s);
        if (names.contains(name.toCaseFolded()))
            return hostile(m_what, u"twice %1"_s.arg(name));
        names.insert(name.toCaseFolded());
        if (!name.endsWith(u'/'))
            m_entries.push_back({name, i, qint64(stat.comp_size), qint64(stat.size)});
    }
    return {};
}

std::optional<ArchiveEntry> Archive::find(const QString &name) const
{
    for (const ArchiveEntry &entry : m_entries)
        if (entry.name.compare(name, Qt::CaseInsensitive) == 0)
            return entry;
    return std::nullopt;
}

base::Result<std::unique_ptr<ArchiveDevice>> Archive::openEntry(const std::shared_ptr<Archive> &archive,
                                                                const ArchiveEntry &entry)
{
    zip_file_t *file = zip_fopen_index(archive->m_handle->zip, entry.index, 0);
    if (!file)
        return damaged(archive->m_what, u"zip_fopen_index %1"_s.arg(entry.name));
    std::unique_ptr<ArchiveDevice> device(
        new ArchiveDevice(archive, std::make_unique<ArchiveDevice::Handle>(file), entry));
    device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return device;
}

ArchiveDevice::ArchiveDevice(std::shared_ptr<Archive> archive, std::unique_ptr<Handle> handle,
                             const ArchiveEntry &entry)
    : m_archive(std::move(archive)), m_handle(std::move(handle)), m_packed(entry.packed)
{
}

ArchiveDevice::~ArchiveDevice() = default;

qint64 ArchiveDevice::readData(char *data, qint64 maximum)
{
    if (m_ended || m_fault)
        return m_fault ? -1 : 0;
    const zip_int64_t got = zip_fread(m_handle->file, data, zip_uint64_t(maximum));
    if (got < 0) {
        m_fault = damaged(m_archive->m_what, u"zip_fread"_s);
        return -1;
    }
    m_ended = got == 0;
    m_read += got;
    m_archive->m_inflated += got;
    const ArchiveLimits &limits = m_archive->m_limits;
    const bool tooDense = m_read > limits.ratioThreshold && m_read / limits.ratio > m_packed;
    if (tooDense || m_archive->m_inflated > limits.total) {
        m_fault = hostile(m_archive->m_what, tooDense ? u"ratio"_s : u"total"_s);
        return -1;
    }
    return got;
}

} // namespace imports
