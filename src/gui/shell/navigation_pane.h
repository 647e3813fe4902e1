// The pages at the left, with their state.
#pragma once

#include "controle/finding.h"
#include "gui/widgets/state_mark.h"

#include <QAbstractButton>
#include <QFrame>

class QScrollArea;
class QVBoxLayout;

namespace gui
{

class TextLabel;

// One line of the pane. Its width is given: its height follows, so that large text wraps instead of being cut.
class NavigationItem final : public QAbstractButton
{
    Q_OBJECT
public:
    NavigationItem(const QString &page, const QString &label, QWidget *parent = nullptr);

    [[nodiscard]] QString page() const { return m_page; }
    void setState(Mark mark, const QString &detail);
    [[nodiscard]] Mark mark() const { return m_mark; }
    [[nodiscard]] QString detail() const { return m_detail; }
    // The same, or its number when a line of the pane has no room for the words; the half disc says them too.
    [[nodiscard]] QString shownDetail(int width) const;
    [[nodiscard]] bool hasRoom(int width) const; // for the words
    void setNumberOnly(bool numberOnly);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void resized();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] bool compact() const;
    [[nodiscard]] int padding() const;
    [[nodiscard]] QFont labelFont() const;
    [[nodiscard]] QFont widestFont() const;
    [[nodiscard]] QFont detailFont() const;
    [[nodiscard]] QRect textArea(int width) const;

    QString m_page;
    QString m_detail; // "2 à voir"
    bool m_numberOnly = false;
    Mark m_mark = Mark::None;
};

class NavigationPane final : public QFrame
{
    Q_OBJECT
public:
    explicit NavigationPane(QWidget *parent = nullptr);

    // In the order they are shown.
    void addSection(const QString &title, const QString &precision);
    void addPage(const QString &page, const QString &label);
    void finish(); // room below

    void setCurrent(const QString &page);
    void setStates(const std::map<QString, controle::PageState> &states,
                   const std::vector<controle::Finding> &findings);
    [[nodiscard]] const std::vector<NavigationItem *> &items() const { return m_items; }
    void focusCurrent();

Q_SIGNALS:
    void chosen(const QString &page);

protected:
    // Début, Fin and the first letter of a page move the keyboard, as in any list; Enter opens it.
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    // « 2 à voir » on all the lines, or « 2 » on all when one has no room for more.
    void matchDetails();
    // The current page in sight, once the lines have found their places.
    void showCurrent();

    QVBoxLayout *m_column;
    QScrollArea *m_scroll;
    std::vector<NavigationItem *> m_items;
    std::vector<TextLabel *> m_titles; // of the sections
};

} // namespace gui
