// The fiches-actions: by mission at the left, the chosen one at the right (annexe 5); or one calendar of them all.
#pragma once

#include "gui/page.h"

class QPushButton;
class QVBoxLayout;

namespace gui
{

class EmptyState;
class FicheAside;
class FicheForm;
class FicheList;
class FicheOutput;
class InfoBarStack;
class ProjectCalendar;
class TextLabel;

class PageFiches final : public FormPage
{
    Q_OBJECT
public:
    explicit PageFiches(const AppContext &context, QWidget *parent = nullptr);

    bool goToField(const domain::FieldAddress &at) override;
    // The fiche and its tab: « 6f… Calendrier ».
    [[nodiscard]] QString placeLeft() const override;
    void showPlace(const QString &place) override;
    void chosenAgain() override { showCalendar(false); }
    void makeAllParts() override;
    [[nodiscard]] OwnCheck ownCheck() const override;
    [[nodiscard]] QString nextPart() const override;
    void showNextPart() override;
    [[nodiscard]] base::Id chosen() const { return m_chosen; }
    // The fiches, or the calendar of all of them in their place.
    void showCalendar(bool shown);
    [[nodiscard]] FicheOutput *output() const { return m_output; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectAside();
    void arrange();
    [[nodiscard]] QWidget *makeRight();
    void makeCalendar();
    [[nodiscard]] bool showsCalendar() const;
    [[nodiscard]] QWidget *makeCommands();
    void choose(const base::Id &id);
    void dropForm();
    void create(const QString &mission, const base::Id &besoin = {});
    void openNewMenu();
    void openExportMenu();
    bool edit(const QString &label, const domain::ChangeList &changes);
    void duplicate();
    void remove();
    void tellRemoved(const domain::Projet &before, const base::Id &fiche, const domain::ChangeList &changes);
    void move(int by);
    void follow();
    void updateHeader();

    base::Id m_chosen;
    QString m_next;     // as nextPart() last was: the button that says it follows
    base::Id m_removed; // the last one that was taken away here, while it is told
    InfoBarStack *m_messages = nullptr;
    QWidget *m_fiches = nullptr;
    FicheOutput *m_output;
    ProjectCalendar *m_calendar = nullptr; // once it was asked for
    FicheAside *m_aside;
    FicheList *m_list;
    QPushButton *m_export = nullptr;
    QVBoxLayout *m_right = nullptr;
    QWidget *m_header = nullptr;
    TextLabel *m_kind = nullptr;
    TextLabel *m_name = nullptr;
    EmptyState *m_empty = nullptr;
    FicheForm *m_form = nullptr;
    std::vector<QPushButton *> m_commands; // on the chosen fiche
};

} // namespace gui
