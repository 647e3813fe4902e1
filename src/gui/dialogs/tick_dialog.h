// A list to tick, with a filter: professions of a fiche, needs it answers, people of an instance.
#pragma once

#include "models/record_options.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace gui
{

// Space ticks, Enter accepts. What the filter hides stays ticked.
class TickDialog final : public QDialog
{
    Q_OBJECT
public:
    TickDialog(const QString &title, const std::vector<models::RecordOption> &options, const base::IdList &ticked,
               QWidget *parent = nullptr);

    // Sorted, each once.
    [[nodiscard]] base::IdList ticked() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed);
    void tickByWords();

    QLineEdit *m_filter;
    QListWidget *m_list;
    const QListWidgetItem *m_changed = nullptr; // since the mouse went down
};

} // namespace gui
