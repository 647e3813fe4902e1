// Parts of a page under one row of tabs; the page is as tall as the part in front, not as the tallest.
#pragma once

#include <QWidget>
#include <vector>

class QTabBar;
class QVBoxLayout;

namespace gui
{

// Left and Right change part when the row of tabs has the keyboard; Ctrl+Tab is the window's.
class PageTabs final : public QWidget
{
    Q_OBJECT
public:
    // `spoken` names the row for a screen reader. `tight`: less room between the titles, for a narrow place.
    explicit PageTabs(const QString &spoken, bool tight = false, QWidget *parent = nullptr);

    // Takes `content`.
    void addTab(QWidget *content, const QString &title);
    [[nodiscard]] int count() const { return int(m_parts.size()); }
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);
    // Brings the part that holds a widget to the front; nothing when no part does.
    void open(const QWidget *widget);
    [[nodiscard]] QTabBar *bar() const { return m_bar; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    // The titles come closer when they would not all be seen.
    void fitTitles();
    void showCurrent();

    bool m_tight;
    QTabBar *m_bar;
    QVBoxLayout *m_column;
    std::vector<QWidget *> m_parts;
};

} // namespace gui
