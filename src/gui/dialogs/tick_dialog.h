// A list to tick, with a filter: professions of a fiche, needs it answers, people of an instance.
#pragma once

#include "models/record_options.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace gui
{

// One line to tick. Lines of a group stand together, under its name.
struct TickLine {
    base::Id id;
    QString label;
    QString details = {}; // under the label
    QString group = {};
    QString taken = {}; // why it can't be ticked: « déjà dans le projet »
};

// What the dialog says around its list.
struct TickWords {
    QString title;
    QString accept;
    QString note = {}; // under the list: where it comes from
};

// Space ticks, Enter accepts. What the filter hides stays ticked.
class TickDialog final : public QDialog
{
    Q_OBJECT
public:
    TickDialog(const QString &title, const std::vector<models::RecordOption> &options, const base::IdList &ticked,
               QWidget *parent = nullptr);
    // None is ticked; the button waits for one that is.
    TickDialog(const TickWords &words, const std::vector<TickLine> &lines, QWidget *parent = nullptr);

    // Sorted, each once.
    [[nodiscard]] base::IdList ticked() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const TickWords &words, bool empty);
    void addLine(const TickLine &line, bool ticked);
    void addGroup(const QString &name);
    void showGroups();
    void filter(const QString &typed);
    [[nodiscard]] bool anySeen() const;
    void seat();
    void tickByWords();

    QLineEdit *m_filter;
    QListWidget *m_list;
    QPushButton *m_accept = nullptr;
    QLabel *m_nothing = nullptr;                // no line is left by the filter
    QString m_group;                            // of the last line added
    const QListWidgetItem *m_changed = nullptr; // since the mouse went down
};

} // namespace gui
