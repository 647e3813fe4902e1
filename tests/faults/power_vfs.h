// What SQLite asks of a disk whose power can go out.
#pragma once

#include "faults/power_disk.h"

namespace testing
{

// Registered while it lives.
struct PowerVfs {
    explicit PowerVfs(PowerDisk &theDisk);
    ~PowerVfs();
    PowerVfs(const PowerVfs &) = delete;
    PowerVfs &operator=(const PowerVfs &) = delete;

    struct File {
        sqlite3_file base;
        PowerDisk *disk;
        int inode;
        bool newJournal; // its first flush is its folder's too
        char path[1024];
        sqlite3_file *real;
    };
    static int open(sqlite3_vfs *vfs, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags);
    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder);
    static const sqlite3_io_methods *methods();

    PowerDisk &disk;
    sqlite3_vfs *system;
    sqlite3_vfs vfs;
};

} // namespace testing
