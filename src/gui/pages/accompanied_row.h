// A table with something beside it, and under it the form of the chosen line.
#pragma once

#include <QWidget>

class QGridLayout;

namespace gui
{

class ScrolledPart;

// With room: the companion at the right of both, in sight while the page scrolls along the form. Without: between them.
class AccompaniedRow final : public QWidget
{
    Q_OBJECT
public:
    // Takes the three.
    AccompaniedRow(QWidget *table, QWidget *companion, QWidget *form, QWidget *parent = nullptr);

    [[nodiscard]] bool isWide() const { return m_wide; }
    // The width of the widest part: what the column needs, and the row may be brought down to.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    // Of the companion, which no layout places, and of its room.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange(bool wide);
    void fitRoom();
    void placeCompanion();

    QWidget *m_table;
    QWidget *m_companion;
    QWidget *m_form;
    QWidget *m_room; // of the companion
    ScrolledPart *m_scrolled;
    QGridLayout *m_grid;
    bool m_wide = true;
};

} // namespace gui
