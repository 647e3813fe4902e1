#include "dossier/writer.h"

namespace dossier
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr size_t largestBatch = 1000;
constexpr auto retryDelay = std::chrono::seconds(1);
} // namespace

Writer::Writer(std::unique_ptr<store::WorkingCopy> copy) : m_work(std::make_shared<Work>(std::move(copy)))
{
    base::errands::launch([work = m_work] { work->run(); });
}

Writer::~Writer()
{
    const std::lock_guard lock(m_work->mutex);
    m_work->told = nullptr;
    m_work->stop = true;
    m_work->wake.notify_one();
}

void Writer::listen(std::function<void(const base::Result<void> &)> told)
{
    const std::lock_guard lock(m_work->mutex);
    m_work->told = std::move(told);
    if (!m_work->last)
        m_work->told(m_work->last);
}

void Writer::add(store::Step step)
{
    const std::lock_guard lock(m_work->mutex);
    m_work->queue.push_back(std::move(step));
    m_work->wake.notify_one();
}

base::Result<void> Writer::flush(base::milliseconds atMost)
{
    Work &work = *m_work;
    std::unique_lock lock(work.mutex);
    const auto empty = [&work] { return work.queue.empty() && work.batch.empty(); };
    // A step may have been added during an attempt that fails: only an attempt that begins now counts.
    const quint64 fresh = work.attempts + (work.batch.empty() ? 1 : 2);
    work.wake.notify_one();
    const auto ended = [&] { return empty() || (!work.last && work.attempts >= fresh); };
    if (!work.done.wait_for(lock, atMost, ended))
        return base::Error{
            base::ErrorCode::Silent,
            u"Le disque de cet ordinateur ne répond pas. Ne fermez pas encore : attendez, ou enregistrez ailleurs."_s,
            work.copy->folder()};
    return empty() ? base::Result<void>() : work.last;
}

std::unique_ptr<store::WorkingCopy> Writer::stop(base::milliseconds atMost, std::shared_ptr<void> kept)
{
    Work &work = *m_work;
    std::unique_lock lock(work.mutex);
    work.stop = true;
    work.wake.notify_one();
    if (work.done.wait_for(lock, atMost, [&work] { return work.stopped; }))
        return std::move(work.copy);
    work.kept = std::move(kept);
    return nullptr;
}

void Writer::Work::run()
{
    std::unique_lock lock(mutex);
    while (!stop) {
        if (!batch.empty() && queue.empty())
            wake.wait_for(lock, retryDelay);
        else
            wake.wait(lock, [this] { return stop || !queue.empty() || !batch.empty(); });
        if (!queue.empty() || !batch.empty())
            attempt(lock);
    }
    while (!queue.empty() || !batch.empty()) {
        attempt(lock);
        if (!last)
            break;
    }
    stopped = true;
    done.notify_all();
}

void Writer::Work::attempt(std::unique_lock<std::mutex> &lock)
{
    while (!queue.empty() && batch.size() < largestBatch) {
        batch.push_back(std::move(queue.front()));
        queue.pop_front();
    }
    lock.unlock();
    const auto recorded = copy->record(batch);
    lock.lock();
    const bool turned = recorded.ok() != last.ok();
    last = recorded;
    ++attempts;
    if (recorded)
        batch.clear();
    done.notify_all();
    if (turned && told)
        told(recorded);
}

} // namespace dossier
