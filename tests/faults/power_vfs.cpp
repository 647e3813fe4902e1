#include "faults/power_vfs.h"

#include <cstring>
#include <QFile>
#include <QFileInfo>

namespace testing
{

namespace
{

PowerVfs::File *own(sqlite3_file *file)
{
    return reinterpret_cast<PowerVfs::File *>(file);
}

sqlite3_file *real(sqlite3_file *file)
{
    return own(file)->real;
}

QString textOf(const char *path)
{
    return QString::fromUtf8(path);
}

int write(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    if (!own(file)->disk->write(own(file)->inode, at, QByteArray(static_cast<const char *>(from), size)))
        return SQLITE_IOERR_WRITE;
    return real(file)->pMethods->xWrite(real(file), from, size, at);
}

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (!own(file)->disk->truncate(own(file)->inode, size))
        return SQLITE_IOERR_TRUNCATE;
    return real(file)->pMethods->xTruncate(real(file), size);
}

int flush(sqlite3_file *file, int)
{
    if (!own(file)->disk->flush(own(file)->inode))
        return SQLITE_IOERR_FSYNC;
    if (std::exchange(own(file)->newJournal, false))
        own(file)->disk->flushEntry(textOf(own(file)->path));
    return SQLITE_OK; // the platter is ours: the real disk needs no flush
}

} // namespace

PowerVfs::PowerVfs(PowerDisk &theDisk) : disk(theDisk), system(sqlite3_vfs_find(nullptr)), vfs(*system)
{
    vfs.zName = "power";
    vfs.szOsFile = static_cast<int>(sizeof(File)) + system->szOsFile;
    vfs.pAppData = this;
    vfs.xOpen = open;
    vfs.xDelete = remove;
    sqlite3_vfs_register(&vfs, 0);
}

PowerVfs::~PowerVfs()
{
    sqlite3_vfs_unregister(&vfs);
}

int PowerVfs::open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    auto &self = *static_cast<PowerVfs *>(vfs->pAppData);
    auto *opened = own(file);
    opened->real = reinterpret_cast<sqlite3_file *>(opened + 1);
    opened->base.pMethods = nullptr;
    opened->disk = &self.disk;
    const QString path = textOf(name);
    const auto lock = self.disk.hold();
    const bool made = !QFileInfo::exists(path);
    if (made && !self.disk.create(path))
        return SQLITE_CANTOPEN;
    opened->inode = self.disk.inodeOf(path);
    opened->newJournal = made && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
    std::strncpy(opened->path, name, sizeof opened->path - 1);
    const int code = self.system->xOpen(self.system, name, opened->real, flags, outFlags);
    if (code == SQLITE_OK)
        opened->base.pMethods = methods();
    return code;
}

int PowerVfs::remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
{
    auto &self = *static_cast<PowerVfs *>(vfs->pAppData);
    const QString path = textOf(name);
    const auto lock = self.disk.hold();
    if (!QFileInfo::exists(path))
        return SQLITE_IOERR_DELETE_NOENT;
    if (!self.disk.unlink(path))
        return SQLITE_IOERR_DELETE;
    QFile::remove(path);
    if (syncFolder && !self.disk.flushFolder(QFileInfo(path).path()))
        return SQLITE_IOERR_DIR_FSYNC;
    return SQLITE_OK;
}

const sqlite3_io_methods *PowerVfs::methods()
{
    static const sqlite3_io_methods table = [] {
        sqlite3_io_methods m;
        std::memset(&m, 0, sizeof m);
        m.iVersion = 1; // no shared memory: the working copy is exclusive
        m.xClose = [](sqlite3_file *f) { return real(f)->pMethods->xClose(real(f)); };
        m.xRead = [](sqlite3_file *f, void *to, int size, sqlite3_int64 at) {
            return real(f)->pMethods->xRead(real(f), to, size, at);
        };
        m.xWrite = write;
        m.xTruncate = truncate;
        m.xSync = flush;
        m.xFileSize = [](sqlite3_file *f, sqlite3_int64 *size) { return real(f)->pMethods->xFileSize(real(f), size); };
        m.xLock = [](sqlite3_file *f, int level) { return real(f)->pMethods->xLock(real(f), level); };
        m.xUnlock = [](sqlite3_file *f, int level) { return real(f)->pMethods->xUnlock(real(f), level); };
        m.xCheckReservedLock = [](sqlite3_file *f, int *out) {
            return real(f)->pMethods->xCheckReservedLock(real(f), out);
        };
        m.xFileControl = [](sqlite3_file *f, int op, void *arg) {
            return real(f)->pMethods->xFileControl(real(f), op, arg);
        };
        m.xSectorSize = [](sqlite3_file *) { return 512; };
        m.xDeviceCharacteristics = [](sqlite3_file *) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; };
        return m;
    }();
    return &table;
}

} // namespace testing
