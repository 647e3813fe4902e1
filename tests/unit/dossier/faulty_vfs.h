// A SQLite file layer over the system's whose writes and flushes fail when told: the disk of the working copy.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstring>
#include <limits>
#include <mutex>
#include <QByteArray>
#include <sqlite3.h>

namespace testing
{

// Registered while it lives; one at a time.
class FaultyVfs
{
public:
    FaultyVfs()
    {
        current = this;
        m_system = sqlite3_vfs_find(nullptr);
        m_vfs = *m_system;
        m_vfs.zName = "faulty";
        m_vfs.szOsFile = static_cast<int>(sizeof(File)) + m_system->szOsFile;
        m_vfs.xOpen = open;
        sqlite3_vfs_register(&m_vfs, 0);
    }
    ~FaultyVfs()
    {
        sqlite3_vfs_unregister(&m_vfs);
        current = nullptr;
    }
    FaultyVfs(const FaultyVfs &) = delete;
    FaultyVfs &operator=(const FaultyVfs &) = delete;

    [[nodiscard]] static QByteArray name() { return "faulty"; }
    // Writes and flushes block until told otherwise.
    void hang(bool hangs)
    {
        const std::lock_guard lock(m_mutex);
        m_hangs = hangs;
        m_changed.notify_all();
    }

    std::atomic<int> operations = 0; // writes and flushes so far
    std::atomic<int> failFrom = std::numeric_limits<int>::max();
    std::atomic<int> failUntil = std::numeric_limits<int>::max(); // not included
    std::atomic<int> reads = 0;                                   // with numbers of their own
    std::atomic<int> readFailFrom = std::numeric_limits<int>::max();
    std::atomic<int> readFailUntil = std::numeric_limits<int>::max();

private:
    struct File {
        sqlite3_file base;
        sqlite3_file *real;
    };

    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<File *>(file)->real; }
    bool fails()
    {
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_hangs; });
        }
        const int number = operations++;
        return number >= failFrom && number < failUntil;
    }

    static int open(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
    {
        auto *self = reinterpret_cast<File *>(file);
        self->real = reinterpret_cast<sqlite3_file *>(self + 1);
        const int code = current->m_system->xOpen(current->m_system, name, self->real, flags, outFlags);
        self->base.pMethods = code == SQLITE_OK ? methods() : nullptr;
        return code;
    }

    static const sqlite3_io_methods *methods()
    {
        static const sqlite3_io_methods table = [] {
            sqlite3_io_methods m;
            std::memset(&m, 0, sizeof m);
            m.iVersion = 1; // no shared memory: the working copy is exclusive
            m.xClose = [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); };
            m.xRead = [](sqlite3_file *f, void *to, int size, sqlite3_int64 at) {
                const int number = current->reads++;
                if (number >= current->readFailFrom && number < current->readFailUntil)
                    return SQLITE_IOERR_READ;
                return real(f)->pMethods->xRead(real(f), to, size, at);
            };
            m.xWrite = [](sqlite3_file *f, const void *from, int size, sqlite3_int64 at) {
                if (!current->fails())
                    return real(f)->pMethods->xWrite(real(f), from, size, at);
                real(f)->pMethods->xWrite(real(f), from, size / 2, at); // a torn write
                return SQLITE_FULL;
            };
            m.xTruncate = [](sqlite3_file *f, sqlite3_int64 size) {
                return real(f)->pMethods->xTruncate(real(f), size);
            };
            m.xSync = [](sqlite3_file *, int) {
                // No power is cut here: the real flush would only cost time.
                return current->fails() ? SQLITE_IOERR_FSYNC : SQLITE_OK;
            };
            m.xFileSize = [](sqlite3_file *f, sqlite3_int64 *size) {
                return real(f)->pMethods->xFileSize(real(f), size);
            };
            m.xLock = [](sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); };
            m.xUnlock = [](sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); };
            m.xCheckReservedLock = [](sqlite3_file *f, int *out) {
                return real(f)->pMethods->xCheckReservedLock(real(f), out);
            };
            m.xFileControl = [](sqlite3_file *f, int op, void *arg) {
                return real(f)->pMethods->xFileControl(real(f), op, arg);
            };
            m.xSectorSize = [](sqlite3_file *f) { return real(f)->pMethods->xSectorSize(real(f)); };
            m.xDeviceCharacteristics = [](sqlite3_file *f) {
                return real(f)->pMethods->xDeviceCharacteristics(real(f));
            };
            return m;
        }();
        return &table;
    }

    inline static FaultyVfs *current = nullptr;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_hangs = false;
    sqlite3_vfs *m_system = nullptr;
    sqlite3_vfs m_vfs{};
};

} // namespace testing
