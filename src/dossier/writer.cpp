#include "dossier/writer.h"

namespace dossier
{

namespace
{
constexpr size_t largestBatch = 1000;
constexpr auto retryDelay = std::chrono::seconds(1);
} // namespace

Writer::Writer(std::unique_ptr<store::WorkingCopy> copy) : m_copy(std::move(copy)), m_thread([this] { run(); }) {}

Writer::~Writer()
{
    static_cast<void>(stop());
}

void Writer::listen(std::function<void(const base::Result<void> &)> told)
{
    const std::lock_guard lock(m_mutex);
    m_told = std::move(told);
    if (!m_last)
        m_told(m_last);
}

void Writer::add(store::Step step)
{
    const std::lock_guard lock(m_mutex);
    m_queue.push_back(std::move(step));
    m_work.notify_one();
}

base::Result<void> Writer::flush()
{
    std::unique_lock lock(m_mutex);
    // A step may have been added during an attempt that fails: only an attempt that begins now counts.
    const quint64 fresh = m_attempts + (m_batch.empty() ? 1 : 2);
    m_work.notify_one();
    m_done.wait(lock, [&] { return (m_queue.empty() && m_batch.empty()) || (!m_last && m_attempts >= fresh); });
    return m_queue.empty() && m_batch.empty() ? base::Result<void>() : m_last;
}

std::unique_ptr<store::WorkingCopy> Writer::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
        m_work.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
    return std::move(m_copy);
}

void Writer::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        if (!m_batch.empty() && m_queue.empty())
            m_work.wait_for(lock, retryDelay);
        else
            m_work.wait(lock, [this] { return m_stop || !m_queue.empty() || !m_batch.empty(); });
        if (!m_queue.empty() || !m_batch.empty())
            attempt(lock);
    }
    while (!m_queue.empty() || !m_batch.empty()) {
        attempt(lock);
        if (!m_last)
            return;
    }
}

void Writer::attempt(std::unique_lock<std::mutex> &lock)
{
    while (!m_queue.empty() && m_batch.size() < largestBatch) {
        m_batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    lock.unlock();
    const auto recorded = m_copy->record(m_batch);
    lock.lock();
    const bool turned = recorded.ok() != m_last.ok();
    m_last = recorded;
    ++m_attempts;
    if (recorded)
        m_batch.clear();
    m_done.notify_all();
    if (turned && m_told)
        m_told(recorded);
}

} // namespace dossier
