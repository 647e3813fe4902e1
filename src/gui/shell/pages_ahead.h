// While nobody does anything, the pages that were never looked at are made, so that the first look at one costs no more
// than the others.
#pragma once

#include <chrono>
#include <QTimer>

namespace gui
{

class PageHost;

// A child of the host. A key, the wheel or the mouse makes it wait again; it ends with the last page.
class PagesAhead final : public QObject
{
    Q_OBJECT
public:
    struct Pace {
        std::chrono::milliseconds quiet{2000}; // without a key or a click before it begins
        std::chrono::milliseconds between{50}; // two steps, for what comes meanwhile
    };
    explicit PagesAhead(PageHost &host);
    PagesAhead(PageHost &host, const Pace &pace);

    // Until the next step.
    [[nodiscard]] std::chrono::milliseconds wait() const { return m_timer.intervalAsDuration(); }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void step();

    PageHost &m_host;
    Pace m_pace;
    QTimer m_timer;
};

} // namespace gui
