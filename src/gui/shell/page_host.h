// The pages one at a time, messages above, previous and next below.
#pragma once

#include "gui/page.h"
#include "gui/widgets/info_bar.h"

#include <vector>

class QPushButton;
class QStackedWidget;

namespace gui
{

class TextLabel;

// One page in the order of reading, as the window found it in the trame.
struct PageEntry {
    QString code;
    QString label;    // "Territoire"
    QString title;    // "Le territoire envisagé"
    QString subtitle; //
    QString section;  // title of its section, empty for pages outside ("Tableau de bord")
};

class PageHost final : public QWidget
{
    Q_OBJECT
public:
    // `makers` makes a page the first time it is shown.
    PageHost(const AppContext &context, std::vector<PageEntry> entries, PageMakers makers, QWidget *parent = nullptr);

    // Stores what is typed in the page being left, then shows the other. Nothing for an unknown code.
    void open(const QString &code);
    [[nodiscard]] QString currentCode() const { return m_current; }
    [[nodiscard]] FormPage *currentPage() const;
    // The page, made if it was never shown; nullptr for an unknown code.
    [[nodiscard]] FormPage *made(const QString &code);
    void flush();
    // What pages show and can't store, with the page.
    struct Unread {
        QString page;  // its code
        QString label; // "Organisation"
        domain::FieldAddress at;
    };
    [[nodiscard]] std::vector<Unread> unread() const;
    // In the order of the left pane, without end or detour: the keys reach every page.
    void openNext();
    void openPrevious();
    // One step towards the page nearest to the current one that was never shown: it is made, filled, then laid out as
    // it will show. Nobody sees anything of it. False when there is nothing left to do.
    bool makeAhead();
    [[nodiscard]] bool isMade(const QString &code) const { return m_pages.contains(code); }
    // The keyboard to the first field of the current page.
    void focusPage();
    [[nodiscard]] InfoBarStack &messages() { return *m_messages; }
    [[nodiscard]] const std::vector<PageEntry> &entries() const { return m_entries; }

Q_SIGNALS:
    void opened(const QString &code);
    void goTo(const QString &page, const domain::FieldAddress &field);
    // The current page shows another part of itself.
    void partShown();
    void sendingAsked(gui::FormPage::Sending what);
    void importAsked(const QString &profile);
    void documentAsked();
    // A document is to be read: « Relire et exporter ».
    void reviewAsked(const QString &document);
    void sideAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitBar();
    [[nodiscard]] FormPage *page(const PageEntry &entry);
    [[nodiscard]] int indexOf(const QString &code) const;
    void turnTo(const QString &code);
    // Of those that were not made; nullptr when all were.
    [[nodiscard]] const PageEntry *nearestToMake() const;
    void updateBar();
    // The page that the button at the right leads to: after the last of the lettre, the one where it is read again.
    // Empty at the end.
    [[nodiscard]] QString following() const;
    // What the button at the right leads to: the next part of the page, or the next page.
    void goOn();

    const AppContext &m_context;
    std::vector<PageEntry> m_entries;
    PageMakers m_makers;
    std::map<QString, FormPage *> m_pages;
    QString m_current;
    enum class Ahead { Made, Filled };
    std::map<FormPage *, Ahead> m_ahead; // pages that nobody looked at, on the way
    InfoBarStack *m_messages;
    QStackedWidget *m_stack;
    QFrame *m_bar;
    QPushButton *m_previous;
    TextLabel *m_position;
    QPushButton *m_next;
    QString m_previousText;
    QString m_nextText;
};

} // namespace gui
