// Writing the user's file: the old version or the new one, whole, whatever happens; never over somebody else's work.
#pragma once

#include "store/backups.h"

#include <functional>

namespace store
{

// What the user's file is expected to be when we come to replace it.
struct Expected {
    enum class Type {
        Absent,   // a new file
        Known,    // the bytes with this hash, or others that hold the same
        Whatever, // the user said "replace"
    };
    Type type = Type::Known;
    QByteArray bytesHash;   // hexadecimal SHA-256 of the file's bytes
    QByteArray logicalHash; // of what they hold
};

struct Publication {
    QString target;
    QByteArray bytes;       // of the new version, from toBytes()
    QByteArray logicalHash; // what reading them back must give
    Expected expected;
    bool backup = false; // keep the version being replaced
    QString reason = QStringLiteral("session");
    QDateTime now;
    // False from either: whoever asked has left; nothing is replaced any more (Cancelled).
    std::function<bool()> stillWanted;
    std::function<bool()> beforeReplacing; // everything is checked, the switch comes next
};

[[nodiscard]] QByteArray hashOf(const QByteArray &bytes);

// Temporary beside the target, read back and compared, flushed, then renamed. When the place refuses renaming: the old
// version goes to the backups first, then the file is overwritten, read again and compared.
// Errors: Conflict (changed since), NotFound (file or folder gone), Unwritable, DiskFull, Cancelled. The target is then
// untouched.
[[nodiscard]] base::Result<void> publish(const Publication &publication, FileOperations &files, Backups &backups);

} // namespace store
