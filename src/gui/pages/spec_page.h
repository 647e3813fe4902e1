// A form page made from data: tabs of cards, each a form, a list of records or a widget of its own.
#pragma once

#include "gui/forms/form_spec.h"
#include "gui/page.h"
#include "gui/pages/repeat_editor.h"

#include <limits>
#include <QTimer>
#include <variant>

namespace gui
{

class PageTabs;

// A titled group of named facts.
struct FormCard {
    QString title;
    QString help = {};
    std::vector<FieldSpec> fields;
    QString mission = {}; // its colour down the side of the card
};
// A list of records and the form of the chosen one.
struct ListCard {
    RepeatSpec list;
    std::vector<FieldSpec> detail;
};
// Anything else; owned by the page. The binder is the page's.
struct OwnCard {
    std::function<QWidget *(const AppContext &, Binder &)> make;
};
using CardSpec = std::variant<FormCard, ListCard, OwnCard>;

class SpecPage;

struct TabSpec {
    QString title; // one tab without a title: the page has no tabs
    std::vector<CardSpec> cards;
    std::function<void(SpecPage &)> made = {}; // once its cards stand: ties them together
    size_t first = everyCard;                  // cards that stand when it shows; one more in each turn after that

    static constexpr size_t everyCard = std::numeric_limits<size_t>::max();
};

class SpecPage : public FormPage
{
    Q_OBJECT
public:
    SpecPage(const AppContext &context, const QString &code, std::vector<TabSpec> tabs, QWidget *parent = nullptr);

    bool goToField(const domain::FieldAddress &at) override;
    [[nodiscard]] QString placeLeft() const override;
    void showPlace(const QString &place) override;
    void makeAllParts() override;
    // The list that edits a table, its tab made, or nullptr.
    [[nodiscard]] RepeatEditor *listOf(const QString &table);

protected:
    // Brings the part that holds a field to the front.
    bool showCell(const domain::FieldAddress &at);
    void showTabOf(const QWidget *field);

private:
    [[nodiscard]] QWidget *makeTab(const TabSpec &tab, QWidget *parent);
    void makeNextCard();
    void finishTabs();
    [[nodiscard]] QWidget *makeCard(const CardSpec &card, QWidget *parent);
    // Whether a card of the tab asks this fact, or lists the records of its table.
    [[nodiscard]] bool asks(const TabSpec &tab, const domain::FieldAddress &at) const;
    [[nodiscard]] QWidget *widgetOf(const domain::FieldAddress &at);
    std::vector<TabSpec> m_specs;
    PageTabs *m_tabs = nullptr;
    std::vector<std::pair<QString, RepeatEditor *>> m_lists;
    struct Unfinished {
        const TabSpec *tab;
        QWidget *content;
        size_t next; // of its cards
    };
    std::vector<Unfinished> m_unfinished;
    QTimer m_turn;
};

// A list with the usual words, made from the few that differ: « Ajouter un besoin », « Retirer un besoin »…
struct ListWords {
    QString title;     // « Les besoins de santé »
    QString help;      // one sentence under it
    QString emptyHint; // what to do while the list is empty
    QString one;       // « un besoin »
    QString chosen;    // « Le besoin choisi »
    bool feminine = false;
};
[[nodiscard]] RepeatSpec listSpec(const ListWords &words, models::TableSpec table, models::FieldValues initial = {});

} // namespace gui
