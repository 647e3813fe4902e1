// One page of the main window: what every form, the dashboard and the preview have in common.
#pragma once

#include "controle/finding.h"
#include "domain/changes.h"
#include "gui/context.h"
#include "gui/forms/binder.h"

#include <functional>
#include <map>

class QLineEdit;
class QVBoxLayout;

namespace report
{
struct PageUsages;
}

namespace gui
{

class PageScroll;
class TextLabel;
class UsagesLine;

// A title, a subtitle and a column that scrolls. A subclass puts its Designer form into body() and binds it:
//     ui.setupUi(body());
//     binder().bindForm(body());
class FormPage : public QWidget
{
    Q_OBJECT
public:
    // What is sent beside one document: the window makes it.
    enum class Sending { Dossier, Plan };
    // What stands at the right of the page.
    enum class Side {
        Expectation, // « Ce que l’ARS attend »
        None,        // the page takes all the width (dashboard)
        Own,         // sidePane() (preview: « Avant l’envoi »)
    };

    FormPage(const AppContext &context, const QString &code, QWidget *parent = nullptr);
    ~FormPage() override; // what is typed is stored while its widgets still stand

    // "territoire", "tableau-de-bord": the code findings and the left pane use.
    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] const AppContext &context() const { return m_context; }
    // The title and subtitle of the trame, set by the window.
    void setHeading(const QString &title, const QString &subtitle);
    // In which documents the page is printed, one line under the subtitle.
    void setUsages(const report::PageUsages &usages);
    [[nodiscard]] QString title() const;

    // Stores what is typed and not stored yet; called before undo, page change, export, close.
    virtual void flush();
    // Fields of the page that show what can't be stored: what is printed is another value.
    [[nodiscard]] virtual std::vector<domain::FieldAddress> unread() const { return m_binder->unread(); }
    // Called each time the page comes to the front.
    virtual void shown() {}
    // The page in front is chosen once more: what stands instead of its own content gives the place back.
    virtual void chosenAgain() {}
    // Shows a field: opens what hides it, scrolls, gives it the keyboard, flashes it. With an empty field, the top of
    // the page. A page with tables overrides it for their records, and falls back on this. False when not here.
    virtual bool goToField(const domain::FieldAddress &at);
    // After an undo or redo of the edit of that label: shows where it was typed, when that is not the field that its
    // changes name. False when it is.
    virtual bool goToStep(const QString &label, const domain::ChangeList &changes);
    // What of the page is in front (a tab, a record), to be found again another day; empty: there is but one thing.
    [[nodiscard]] virtual QString placeLeft() const { return {}; }
    // Brings it to the front; nothing when it is not there any more.
    virtual void showPlace(const QString &) {}
    // The keyboard to the first field, and the page to its top: a page is read from there.
    void focusFirst();
    // What Ctrl+F goes to, or nullptr.
    [[nodiscard]] virtual QLineEdit *searchField() { return nullptr; }
    // The page's own right pane; owned by the page, asked once.
    [[nodiscard]] virtual Side side() const { return Side::Expectation; }
    [[nodiscard]] virtual QWidget *sidePane() { return nullptr; }
    // What is checked of the part of the page that shows, told before the rest of « Ce que l’ARS attend ».
    struct OwnCheck {
        QString title; // "Contrôle de la fiche"
        std::vector<controle::Finding> findings;
    };
    [[nodiscard]] virtual OwnCheck ownCheck() const { return {}; }
    // The next part of the same page, which the bar below offers before the next page: its name, empty after the last.
    [[nodiscard]] virtual QString nextPart() const { return {}; }
    virtual void showNextPart() {}
    // Makes what the page would make when it is first looked at: for who has to see all of it.
    virtual void makeAllParts() {}

Q_SIGNALS:
    // A link of the page leads to another page, or to a field of it (table empty: the page).
    void goTo(const QString &page, const domain::FieldAddress &field);
    // Something the user has to know that is not about one field.
    void failed(const QString &sentence);
    // Something of the page was printed or written: the file, empty on paper.
    void written(const QString &file);
    void sendingAsked(gui::FormPage::Sending what);
    // A document that prints the page is to be read: « Relire et exporter ».
    void reviewAsked(const QString &document);
    // The pane beside the page, closed now, is to be opened.
    void sideAsked();
    // The page is about to make a document of the project itself; see askDocument().
    void documentAsked();
    // A file is to be read with this profile of imports.
    void importAsked(const QString &profile);
    // Another part of the page shows: its check and its next part are others.
    void partShown();

protected:
    [[nodiscard]] QWidget *body() const { return m_body; }
    [[nodiscard]] Binder &binder() { return *m_binder; }
    // What stays in sight while the page scrolls: at its left, or above it where the page is narrow.
    void setAside(QWidget *aside);
    void placeAside(bool above);
    // Scrolls to a widget, focuses it and flashes its border; outlines what can't have the keyboard.
    void reveal(QWidget *target);
    bool focusNextPrevChild(bool next) override;

private:
    const AppContext &m_context;
    QString m_code;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    UsagesLine *m_usages;
    PageScroll *m_scroll;
    QWidget *m_body;
    Binder *m_binder;
};

// Marks a widget for a moment (style: [eclat="true"]).
void flash(QWidget *widget);

// Before a page, or what stands on one, makes a document: what is typed is stored, what can't be read is told. Nothing
// where there is no page.
void askDocument(QWidget *from);

// How the window makes the pages it shows, by code; a page that is not here is not in the left pane.
using PageMaker = std::function<FormPage *(const AppContext &, QWidget *parent)>;
using PageMakers = std::map<QString, PageMaker>;

// Every page of the program; written in pages/registry.cpp.
[[nodiscard]] PageMakers allPages();

} // namespace gui
