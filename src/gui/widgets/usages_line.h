// Under the title of a page: in how many documents its answers are printed, and which; choosing one leads to it.
#pragma once

#include "report/usages.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace gui
{

class TextLabel;

class UsagesLine final : public QWidget
{
    Q_OBJECT
public:
    explicit UsagesLine(QWidget *parent = nullptr);

    // Hidden for fewer than two documents, where nothing is repeated.
    void tell(const report::PageUsages &usages);
    // « Repris dans 2 documents », which opens the menu of the documents.
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    // The code of a document that is to be read.
    void chosen(const QString &document);

private:
    QPushButton *m_button;
    QMenu *m_menu;
    TextLabel *m_names;
};

} // namespace gui
