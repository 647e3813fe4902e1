// Lines to walk, further right as they go deeper; most lead to a field. The fil rouge and the repères are shown by it.
#pragma once

#include "controle/fil_rouge.h"
#include "gui/context.h"

#include <QListView>

class QStandardItemModel;

namespace gui
{

// One line, ready to be drawn.
struct ThreadLine {
    int depth = 0; // 0: a need, or the title of a part
    bool strong = false;
    QString label;              // "Besoin 1", "Action", "Indicateur"
    QString text;               // may be empty: then only the label is read
    QString detail;             // on a line of its own; what it lacks is in `gap`
    QString gap;                // « départ à préciser »
    domain::FieldAddress field; // table empty: the line leads nowhere
    QString mission;            // code: the colour of an action and of what is under it

    // What a screen reader says.
    [[nodiscard]] QString spoken() const;
};

// The lines of one need and of what answers it. `number`: from 1, 0 for the fiches without a need.
[[nodiscard]] std::vector<ThreadLine> threadLines(const AppContext &context, const controle::FilBesoin &need,
                                                  int number);

// Drawn line by line: only what is in sight costs. A click, Enter or Space goes to the field.
class ThreadList final : public QListView
{
    Q_OBJECT
public:
    explicit ThreadList(QWidget *parent = nullptr);

    // Keeps the current line, wherever it is now; else the one that took its place. The keyboard passes over titles: a
    // line of depth 0 that leads nowhere.
    void setLines(std::vector<ThreadLine> lines);
    // The first line that is no title, in sight with what is above it.
    void chooseFirst();
    [[nodiscard]] const std::vector<ThreadLine> &lines() const { return m_lines; }
    // The first lines at once, the rest in the turns that follow, unless that would move what is being read.
    void doItemsLayout() override;

Q_SIGNALS:
    void chosen(const domain::FieldAddress &field);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    // Another width breaks the texts elsewhere: all the lines are measured again, the current one stays in sight.
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(int row);
    // The line of the same field, the nearest to that row.
    [[nodiscard]] int rowOf(const domain::FieldAddress &field, int near) const;
    // The first line that is no title from that one on, else the last before it.
    [[nodiscard]] int stopFrom(int row) const;

    std::vector<ThreadLine> m_lines;
    bool m_followsCurrent = false; // it was in sight before the lines move
    QStandardItemModel *m_model;
};

} // namespace gui
