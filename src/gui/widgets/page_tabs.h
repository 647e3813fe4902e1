// Parts of a page under one row of tabs; the page is as tall as the part in front, not as the tallest.
#pragma once

#include "gui/widgets/page_column.h"

#include <functional>
#include <vector>

class QTabBar;
class QVBoxLayout;

namespace gui
{

// Left and Right change part when the row of tabs has the keyboard; Ctrl+Tab is the window's. A part is made when it
// first comes to the front: a page that opens pays for what it shows.
class PageTabs final : public PageColumn
{
    Q_OBJECT
public:
    // `spoken` names the row for a screen reader. `tight`: less room between the titles, for a narrow place.
    explicit PageTabs(const QString &spoken, bool tight = false, QWidget *parent = nullptr);

    // Gives what one title shows, as a child of `parent`.
    using Maker = std::function<QWidget *(QWidget *parent)>;

    // Nothing shows before the first setCurrentIndex().
    void addTab(const QString &title, Maker make);
    [[nodiscard]] int count() const { return int(m_parts.size()); }
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);
    // What a title shows, made now if it was not yet.
    QWidget *part(int index);
    // Brings the part that holds a widget to the front; nothing when no part does.
    void open(const QWidget *widget);
    [[nodiscard]] QTabBar *bar() const { return m_bar; }
    // By its title, the name of a part that stays from one version of the program to the next.
    [[nodiscard]] QString currentTitle() const;
    void openTitled(const QString &title);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Part {
        Maker make;
        QWidget *content = nullptr;
    };

    // The titles come closer when they would not all be seen.
    void fitTitles();
    void showCurrent();

    bool m_tight;
    QTabBar *m_bar;
    QVBoxLayout *m_column;
    std::vector<Part> m_parts;
};

} // namespace gui
