// What a page scrolls in: it follows the keyboard.
#pragma once

#include <QElapsedTimer>
#include <QPointer>
#include <QScrollArea>

namespace gui
{

// Wherever the keyboard goes in it is in sight, by Tab or because something was added or found. The mouse only goes to
// what is in sight already, and coming back from another window moves nothing.
class PageScroll final : public QScrollArea
{
    Q_OBJECT
public:
    explicit PageScroll(QWidget *parent = nullptr);
    ~PageScroll() override;

    // The one that holds a widget; nullptr outside any page.
    [[nodiscard]] static PageScroll *around(const QWidget *widget);

    void toTop();
    // The keyboard begins here: the page stays at its top while that shows it.
    void beginAt(QWidget *target);
    // Scrolls to what was just given the keyboard, again each time the page grows meanwhile: the layout of wrapped
    // words settles in several turns.
    void bring(QWidget *target);
    // What was just told of a field that the keyboard left: as much in sight as what has the keyboard lets it be.
    void bringAlso(QWidget *told);
    // Scrolls to what was just told, which never has the keyboard.
    void showTold(QWidget *told);
    // A page takes the room there is: its words are not measured in the width that it would wish for.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    // Of the widget that scrolls.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void focusMoved(const QWidget *from, QWidget *to);
    [[nodiscard]] bool showsPartOfTall(const QWidget &target) const;
    void showBrought();

    QPointer<QWidget> m_brought;
    QElapsedTimer m_since;
    bool m_fromTop = false;
    QPointer<QWidget> m_told;
    QElapsedTimer m_toldSince;
};

// On the page that holds it, what is said of a field that was just left is read whole, though the keyboard is further.
void bringTold(QWidget *told);

} // namespace gui
