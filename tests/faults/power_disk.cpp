#include "faults/power_disk.h"

#include "faults/power_vfs.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace testing
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qint64 sector = 512;

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

base::Error noPower()
{
    return {base::ErrorCode::Unwritable, u"Le courant est coupé."_s, u"power"_s};
}

} // namespace

// The program's file operations on such a disk.
class PowerFiles final : public store::FileOperations
{
public:
    explicit PowerFiles(PowerDisk &disk) : m_disk(disk) {}

    base::Result<void> write(const QString &path, const QByteArray &bytes) override
    {
        const auto lock = m_disk.hold();
        if (!m_disk.create(path))
            return noPower();
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            return noPower();
        const int inode = m_disk.inodeOf(path);
        if (!m_disk.write(inode, 0, bytes) || !m_disk.flush(inode))
            return noPower();
        return {};
    }
    base::Result<void> rename(const QString &from, const QString &to) override
    {
        const auto lock = m_disk.hold();
        if (!m_disk.rename(from, to))
            return noPower();
        return store::FileOperations::rename(from, to);
    }
    void remove(const QString &path) override
    {
        const auto lock = m_disk.hold();
        if (m_disk.unlink(path))
            store::FileOperations::remove(path);
    }
    void syncFolder(const QString &folder) override
    {
        const auto lock = m_disk.hold();
        m_disk.flushFolder(folder);
    }
    base::Result<void> makeFolder(const QString &path) override
    {
        const auto lock = m_disk.hold();
        if (m_disk.holds(path))
            return {};
        if (auto made = makeFolder(folderOf(path)); !made)
            return made;
        QDir().mkdir(path);
        if (!m_disk.create(path, true) || !m_disk.flushFolder(folderOf(path)))
            return noPower();
        return {};
    }

private:
    PowerDisk &m_disk;
};

PowerDisk::PowerDisk(QString root, unsigned seed, Honesty honesty)
    : m_root(std::move(root)), m_random(seed), m_honesty(honesty), m_vfs(std::make_unique<PowerVfs>(*this))
{
    m_platter[m_root] = 0;
    m_inodes.push_back({true, {}, {}});
    QDirIterator each(m_root, QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next();
        Inode inode;
        inode.folder = each.fileInfo().isDir();
        if (!inode.folder)
            inode.platter = store::FileOperations().read(path).value();
        m_platter[path] = static_cast<int>(m_inodes.size());
        m_inodes.push_back(std::move(inode));
    }
    m_now = m_platter;
}

PowerDisk::~PowerDisk() = default;

std::shared_ptr<store::FileOperations> PowerDisk::files()
{
    return std::make_shared<PowerFiles>(*this);
}

void PowerDisk::cutAfter(int steps)
{
    const std::lock_guard lock(m_mutex);
    m_cut = m_steps + steps;
}

bool PowerDisk::isOff() const
{
    const std::lock_guard lock(m_mutex);
    return m_off;
}

bool PowerDisk::step()
{
    const std::lock_guard lock(m_mutex);
    if (m_off)
        return false;
    ++m_steps;
    if (m_steps == m_cut)
        goOff();
    return !m_off;
}

void PowerDisk::goOff()
{
    m_off = true;
    // What was removed without the file operations was not flushed either.
    for (const auto &[path, inode] : m_now)
        if (!QFileInfo::exists(path))
            m_pending.push_back({Entry::Type::Unlink, path, {}, inode, m_steps});
}

int PowerDisk::inodeOf(const QString &path)
{
    const auto found = m_now.find(path);
    return found == m_now.end() ? -1 : found->second;
}

// A new file, or an existing one that is emptied.
bool PowerDisk::create(const QString &path, bool folder)
{
    const std::lock_guard lock(m_mutex);
    if (m_off)
        return false;
    if (const int inode = inodeOf(path); inode >= 0)
        return folder || truncate(inode, 0);
    const int inode = static_cast<int>(m_inodes.size());
    m_inodes.push_back({folder, {}, {}});
    m_now[path] = inode;
    m_pending.push_back({Entry::Type::Link, path, {}, inode, m_steps});
    return step();
}

bool PowerDisk::write(int inode, qint64 at, const QByteArray &bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_off)
        return false;
    m_inodes[static_cast<size_t>(inode)].pending.push_back({at, bytes, false, m_steps});
    return step();
}

bool PowerDisk::truncate(int inode, qint64 size)
{
    const std::lock_guard lock(m_mutex);
    if (m_off)
        return false;
    m_inodes[static_cast<size_t>(inode)].pending.push_back({size, {}, true, m_steps});
    return step();
}

bool PowerDisk::flush(int number)
{
    const std::lock_guard lock(m_mutex);
    if (!step())
        return false;
    Inode &inode = m_inodes[static_cast<size_t>(number)];
    std::vector<Pending> kept;
    for (Pending &each : inode.pending) {
        if (m_honesty == Honesty::Liar && !certain(each.step))
            kept.push_back(std::move(each));
        else
            applyTorn(inode.platter, each, 1.0);
    }
    inode.pending = std::move(kept);
    return true;
}

bool PowerDisk::rename(const QString &from, const QString &to)
{
    const std::lock_guard lock(m_mutex);
    if (m_off || inodeOf(from) < 0)
        return false;
    const Entry entry{Entry::Type::Rename, to, from, inodeOf(from), m_steps};
    m_pending.push_back(entry);
    if (!step())
        return false;
    apply(m_now, entry);
    return true;
}

bool PowerDisk::unlink(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    const int inode = inodeOf(path);
    if (m_off || inode < 0)
        return false;
    m_pending.push_back({Entry::Type::Unlink, path, {}, inode, m_steps});
    if (!step())
        return false;
    m_now.erase(path);
    return true;
}

bool PowerDisk::flushFolder(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    if (!step())
        return false;
    std::vector<Entry> kept;
    for (const Entry &each : m_pending) {
        if (folderOf(each.path) != folder || (m_honesty == Honesty::Liar && !certain(each.step)))
            kept.push_back(each);
        else
            apply(m_platter, each);
    }
    m_pending = std::move(kept);
    return true;
}

// SQLite flushes the folder of a journal that it made.
void PowerDisk::flushEntry(const QString &path)
{
    const std::lock_guard lock(m_mutex);
    if (m_honesty == Honesty::Liar || m_off)
        return;
    for (auto each = m_pending.begin(); each != m_pending.end(); ++each)
        if (each->path == path && each->type == Entry::Type::Link) {
            apply(m_platter, *each);
            m_pending.erase(each);
            return;
        }
}

void PowerDisk::apply(Entries &entries, const Entry &entry)
{
    if (entry.type == Entry::Type::Link) {
        entries[entry.path] = entry.inode;
        return;
    }
    if (entry.type == Entry::Type::Unlink) {
        entries.erase(entry.path);
        return;
    }
    // A folder goes with all that is in it.
    Entries moved;
    for (auto each = entries.begin(); each != entries.end();) {
        if (each->first.startsWith(entry.from + u'/')) {
            moved[entry.path + each->first.mid(entry.from.size())] = each->second;
            each = entries.erase(each);
        } else {
            ++each;
        }
    }
    entries.erase(entry.from);
    entries[entry.path] = entry.inode;
    entries.merge(moved);
}

// Of what was not flushed: the first part (a disk with a journal), or anything (one without).
PowerDisk::Entries PowerDisk::survivingEntries()
{
    Entries entries = m_platter;
    const bool inOrder = chance(0.5);
    const size_t first = m_random() % (m_pending.size() + 1);
    for (size_t at = 0; at < m_pending.size(); ++at)
        if (certain(m_pending[at].step) || (inOrder ? at < first : chance(0.5)))
            apply(entries, m_pending[at]);
    return entries;
}

// Sector by sector, those that come are kept with this probability; some are kept as rubbish.
void PowerDisk::applyTorn(QByteArray &content, const Pending &pending, double kept)
{
    if (pending.truncates) {
        if (chance(kept))
            content.resize(pending.at);
        return;
    }
    for (qint64 done = 0; done < pending.bytes.size();) {
        const qint64 at = pending.at + done;
        const qint64 size = std::min<qint64>(sector - at % sector, pending.bytes.size() - done);
        if (chance(kept)) {
            if (content.size() < at + size)
                content.append(QByteArray(at + size - content.size(), '\0'));
            content.replace(at, size, pending.bytes.mid(done, size));
            if (kept < 1 && chance(0.03))
                for (qint64 byte = at; byte < at + size; ++byte)
                    content[byte] = static_cast<char>(m_random());
        }
        done += size;
    }
}

QByteArray PowerDisk::survivingContent(const Inode &inode)
{
    static constexpr double kept[] = {0.0, 0.1, 0.5, 0.9, 1.0};
    QByteArray content = inode.platter;
    const double probability = kept[m_random() % std::size(kept)];
    for (const Pending &each : inode.pending)
        applyTorn(content, each, certain(each.step) ? 1.0 : probability);
    return content;
}

void PowerDisk::reboot()
{
    const std::lock_guard lock(m_mutex);
    if (!m_off)
        goOff();
    QDir(m_root).removeRecursively();
    QDir().mkpath(m_root);
    const Entries entries = survivingEntries(); // sorted: a folder comes before what is in it
    for (const auto &[path, number] : entries) {
        const Inode &inode = m_inodes[static_cast<size_t>(number)];
        if (path == m_root || !QFileInfo(folderOf(path)).isDir())
            continue;
        if (inode.folder) {
            QDir().mkdir(path);
        } else {
            QFile file(path);
            if (file.open(QIODevice::WriteOnly))
                file.write(survivingContent(inode));
        }
    }
}

} // namespace testing
