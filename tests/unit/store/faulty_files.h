// Files that fail when told: the n-th operation, once or from then on, leaving behind what a real fault leaves.
#pragma once

#include "store/file_operations.h"

#include <atomic>
#include <limits>
#include <QFile>

namespace testing
{

class FaultyFiles : public store::FileOperations
{
public:
    // What a failing write leaves: the beginning (a full disk), all of it (the flush failed), or an empty file.
    enum class Leaves { Half, Whole, Nothing };

    base::Result<void> write(const QString &path, const QByteArray &bytes) override
    {
        QFile file(path);
        const bool open = file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        if (!fails()) // no flush: it costs more than all the rest, and no power is cut here
            return open && file.write(bytes) == bytes.size() ? base::Result<void>()
                                                             : store::FileOperations::write(path, bytes);
        if (open)
            file.write(leaves == Leaves::Half ? bytes.left(bytes.size() / 2) : leaves == Leaves::Whole ? bytes : "");
        return fault();
    }
    base::Result<void> rename(const QString &from, const QString &to) override
    {
        if (renameRefused || fails())
            return fault();
        return store::FileOperations::rename(from, to);
    }
    base::Result<QByteArray> read(const QString &path) const override
    {
        const int number = reads++;
        if (number >= readFailFrom && number < readFailUntil)
            return base::Error{base::ErrorCode::Unreadable, QStringLiteral("La lecture s’est interrompue."),
                               QStringLiteral("fault")};
        auto bytes = store::FileOperations::read(path);
        if (bytes && garbles && path.contains(QStringLiteral(".tmp")))
            bytes.value()[bytes.value().size() / 2] ^= 1;
        return bytes;
    }
    void syncFolder(const QString &) override {}
    bool isWritable(const QString &path) const override { return writable && store::FileOperations::isWritable(path); }
    qint64 freeSpace(const QString &path) const override
    {
        return room >= 0 ? room : store::FileOperations::freeSpace(path);
    }

    int operations = 0; // writes and renames so far
    int failFrom = std::numeric_limits<int>::max();
    int failUntil = std::numeric_limits<int>::max(); // not included
    mutable std::atomic<int> reads = 0;              // with numbers of their own
    int readFailFrom = std::numeric_limits<int>::max();
    int readFailUntil = std::numeric_limits<int>::max();
    Leaves leaves = Leaves::Half;
    bool renameRefused = false;
    bool garbles = false;
    bool writable = true;
    qint64 room = -1;

private:
    bool fails()
    {
        const int number = operations++;
        return number >= failFrom && number < failUntil;
    }
    static base::Error fault()
    {
        return {base::ErrorCode::Unwritable, QStringLiteral("Le support ne répond plus."), QStringLiteral("fault")};
    }
};

} // namespace testing
