// What has to stay in sight while a page scrolls asks here where the page begins to be seen.
#pragma once

#include <QObject>

class QScrollArea;
class QWidget;

namespace gui
{

// How much of a widget is scrolled out of sight, above the page that it stands on. A child of the widget.
class ScrolledPart final : public QObject
{
    Q_OBJECT
public:
    explicit ScrolledPart(QWidget *of);

    // Pixels; 0 without a page, or while its top is in sight.
    [[nodiscard]] int above() const;
    // The nearest one that scrolls, or nullptr.
    [[nodiscard]] QScrollArea *page() const;

Q_SIGNALS:
    // By a scroll, or because something above it takes more or less room.
    void moved();

protected:
    // Of the widget, and of all that stands between it and the page.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_of;
};

} // namespace gui
