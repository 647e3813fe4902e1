// A place that stops answering: what is done there blocks, as a system call on a dead share does, until it comes back.
#pragma once

#include "base/errand.h"
#include "store/file_operations.h"

#include <condition_variable>
#include <mutex>

namespace testing
{

class HangingFiles : public store::FileOperations
{
public:
    // Everything below this folder.
    explicit HangingFiles(QString folder) : m_folder(std::move(folder)) {}

    // From now on: this operation ("write", "rename"…), or all of them. `part`: only paths that contain it.
    void hang(const QString &operation = {}, const QString &part = {})
    {
        const std::lock_guard lock(m_mutex);
        m_hangs = true;
        m_operation = operation;
        m_part = part;
    }
    void comeBack()
    {
        const std::lock_guard lock(m_mutex);
        m_hangs = false;
        m_changed.notify_all();
    }
    // Comes back, and waits for the threads that were left behind.
    bool comeBackAndSettle()
    {
        comeBack();
        return base::errands::waitForAll(std::chrono::seconds(60));
    }
    [[nodiscard]] int stuck() const
    {
        const std::lock_guard lock(m_mutex);
        return m_stuck;
    }

    bool exists(const QString &path) const override
    {
        pass(QStringLiteral("exists"), path);
        return store::FileOperations::exists(path);
    }
    base::Result<QByteArray> read(const QString &path) const override
    {
        pass(QStringLiteral("read"), path);
        return store::FileOperations::read(path);
    }
    base::Result<void> write(const QString &path, const QByteArray &bytes) override
    {
        pass(QStringLiteral("write"), path);
        return store::FileOperations::write(path, bytes);
    }
    base::Result<void> rename(const QString &from, const QString &to) override
    {
        pass(QStringLiteral("rename"), to);
        return store::FileOperations::rename(from, to);
    }
    void remove(const QString &path) override
    {
        pass(QStringLiteral("remove"), path);
        store::FileOperations::remove(path);
    }
    void syncFolder(const QString &folder) override
    {
        pass(QStringLiteral("syncFolder"), folder);
        store::FileOperations::syncFolder(folder);
    }
    bool isWritable(const QString &path) const override
    {
        pass(QStringLiteral("isWritable"), path);
        return store::FileOperations::isWritable(path);
    }
    qint64 freeSpace(const QString &path) const override
    {
        pass(QStringLiteral("freeSpace"), path);
        return store::FileOperations::freeSpace(path);
    }

private:
    void pass(const QString &operation, const QString &path) const
    {
        std::unique_lock lock(m_mutex);
        if (!path.startsWith(m_folder) || (!m_operation.isEmpty() && m_operation != operation) ||
            !path.contains(m_part))
            return;
        ++m_stuck;
        m_changed.wait(lock, [this] { return !m_hangs; });
        --m_stuck;
    }

    QString m_folder;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    mutable int m_stuck = 0;
    bool m_hangs = false;
    QString m_operation;
    QString m_part;
};

} // namespace testing
