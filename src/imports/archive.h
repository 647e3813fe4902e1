// A ZIP archive that anybody may have made, one entry at a time and never whole in memory: a workbook, or the zipped
// list of an official site. Names are only compared, never used as paths.
#pragma once

#include "base/result.h"

#include <memory>
#include <optional>
#include <QIODevice>
#include <vector>

namespace imports
{

// What an archive may not pass. Sizes are counted while inflating, for the whole archive: its directory may lie.
struct ArchiveLimits {
    qint64 entries = 4096;
    qint64 total = 100 * 1024 * 1024;
    qint64 ratio = 100; // inflated / packed, looked at above `ratioThreshold`
    qint64 ratioThreshold = 100 * 1024;
};

struct ArchiveEntry {
    QString name; // with "/", relative
    quint64 index = 0;
    qint64 packed = 0;
    qint64 declared = 0; // inflated size as the directory says: for progress only
};

class ArchiveDevice;

// Open for reading; entries opened from it keep it alive.
class Archive
{
public:
    // `what` begins error sentences. ErrorCode::Hostile for too many entries, an absolute or climbing name, a name met
    // twice or an encrypted entry; Damaged when it is not a whole archive.
    static base::Result<std::shared_ptr<Archive>> open(const QString &path, const QString &what,
                                                       const ArchiveLimits &limits = {});
    static base::Result<std::shared_ptr<Archive>> open(const QByteArray &bytes, const QString &what,
                                                       const ArchiveLimits &limits = {});
    ~Archive();
    Archive(const Archive &) = delete;
    Archive &operator=(const Archive &) = delete;

    [[nodiscard]] const std::vector<ArchiveEntry> &entries() const { return m_entries; }
    [[nodiscard]] std::optional<ArchiveEntry> find(const QString &name) const;
    // A sequential device; see ArchiveDevice::fault() once it stops.
    [[nodiscard]] static base::Result<std::unique_ptr<ArchiveDevice>> openEntry(const std::shared_ptr<Archive> &archive,
                                                                                const ArchiveEntry &entry);

private:
    friend class ArchiveDevice;
    struct Handle;
    Archive(std::unique_ptr<Handle> handle, const QString &what, const ArchiveLimits &limits);
    static base::Result<std::shared_ptr<Archive>> checked(std::unique_ptr<Handle> handle, const QString &what,
                                                          const ArchiveLimits &limits);
    base::Result<void> readDirectory();

    std::unique_ptr<Handle> m_handle;
    QString m_what;
    ArchiveLimits m_limits;
    std::vector<ArchiveEntry> m_entries;
    qint64 m_inflated = 0; // by all entries together
};

// The bytes of one entry.
class ArchiveDevice final : public QIODevice
{
public:
    ~ArchiveDevice() override;
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_ended; }
    // Why reading stopped before the end: a limit, or damaged bytes.
    [[nodiscard]] const std::optional<base::Error> &fault() const { return m_fault; }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    friend class Archive;
    struct Handle;
    ArchiveDevice(std::shared_ptr<Archive> archive, std::unique_ptr<Handle> handle, const ArchiveEntry &entry);

    std::shared_ptr<Archive> m_archive;
    std::unique_ptr<Handle> m_handle;
    qint64 m_packed = 0;
    qint64 m_read = 0;
    bool m_ended = false;
    std::optional<base::Error> m_fault;
};

} // namespace imports
