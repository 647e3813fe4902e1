// Buttons side by side; those that have no room go into a menu.
#pragma once

#include <QWidget>
#include <vector>

class QMenu;
class QPushButton;

namespace gui
{

// The first buttons stay in sight, the last ones are the first to go under « Plus »: never two lines of them.
class CommandRow final : public QWidget
{
    Q_OBJECT
public:
    explicit CommandRow(QWidget *parent = nullptr);

    void add(QPushButton *button);
    // Shows or takes away a button that was added; use this rather than setVisible(), which the room decides.
    void setOffered(QPushButton *button, bool offered);
    [[nodiscard]] QPushButton *more() const { return m_more; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry {
        QPushButton *button = nullptr;
        bool offered = true;
        bool inMenu = false;
    };
    void arrangeSoon();
    void arrange();
    void fillMenu();

    std::vector<Entry> m_entries;
    bool m_soon = false;
    QPushButton *m_more;
    QMenu *m_menu;
};

} // namespace gui
