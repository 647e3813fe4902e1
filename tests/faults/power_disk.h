// A disk whose power can go out: what was written and not flushed is then lost, in part, in any order, torn in the
// middle. It stands between SQLite, the program's file operations and the real files, which show what a running
// program sees; the disk itself remembers what the platter holds.
#pragma once

#include "store/file_operations.h"

#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <sqlite3.h>
#include <vector>

namespace testing
{

class PowerDisk
{
public:
    // A liar says that it has flushed what it will keep in its own memory for some time yet.
    enum class Honesty { Honest, Liar };

    // Everything below `root` is on the platter. One disk at a time: SQLite knows it by name.
    PowerDisk(QString root, unsigned seed, Honesty honesty = Honesty::Honest);
    ~PowerDisk();
    PowerDisk(const PowerDisk &) = delete;
    PowerDisk &operator=(const PowerDisk &) = delete;

    [[nodiscard]] static QByteArray vfs() { return "power"; }
    [[nodiscard]] std::shared_ptr<store::FileOperations> files();
    // The power goes out at the n-th write, flush, renaming… from now on; nothing works any more after it.
    void cutAfter(int steps);
    [[nodiscard]] bool isOff() const;
    // Once nothing uses the disk any more: below `root` is then what the platter held.
    void reboot();

    // What SQLite and the file operations do to it. False: no power, before or from this very step on.
    [[nodiscard]] std::unique_lock<std::recursive_mutex> hold() const { return std::unique_lock(m_mutex); }
    [[nodiscard]] bool holds(const QString &path) const { return m_now.contains(path); }
    int inodeOf(const QString &path);
    bool create(const QString &path, bool folder = false);
    bool write(int inode, qint64 at, const QByteArray &bytes);
    bool truncate(int inode, qint64 size);
    bool flush(int inode);
    bool rename(const QString &from, const QString &to);
    bool unlink(const QString &path);
    bool flushFolder(const QString &folder);
    void flushEntry(const QString &path);

private:
    struct Pending {
        qint64 at = 0;
        QByteArray bytes;
        bool truncates = false; // to `at`
        int step = 0;
    };
    struct Inode {
        bool folder = false;
        QByteArray platter;
        std::vector<Pending> pending;
    };
    // An entry of a folder made, moved or removed, and not flushed.
    struct Entry {
        enum class Type { Link, Rename, Unlink } type = Type::Link;
        QString path;
        QString from; // of a renaming
        int inode = -1;
        int step = 0;
    };
    using Entries = std::map<QString, int>;

    bool step();
    void goOff();
    static void apply(Entries &entries, const Entry &entry);
    [[nodiscard]] Entries survivingEntries();
    [[nodiscard]] QByteArray survivingContent(const Inode &inode);
    void applyTorn(QByteArray &content, const Pending &pending, double kept);
    [[nodiscard]] bool certain(int atStep) const { return m_honesty == Honesty::Liar && atStep + memory < m_steps; }
    bool chance(double probability) { return std::bernoulli_distribution(probability)(m_random); }

    static constexpr int memory = 60; // steps that a liar keeps to itself

    QString m_root;
    std::mt19937 m_random;
    Honesty m_honesty;
    mutable std::recursive_mutex m_mutex;
    std::vector<Inode> m_inodes;
    Entries m_now;
    Entries m_platter;
    std::vector<Entry> m_pending;
    int m_steps = 0;
    int m_cut = -1;
    bool m_off = false;
    std::unique_ptr<struct PowerVfs> m_vfs;
};

} // namespace testing
