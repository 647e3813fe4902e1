// The fil rouge: what hangs in the air, then the thread to walk, one need or all; printed as a list or a poster.
#pragma once

#include "controle/fil_rouge.h"
#include "gui/page.h"
#include "report/fil_rouge.h"

#include <QTimer>

class QComboBox;

namespace gui
{

class DocumentMenu;
class EmptyState;
class InfoBarStack;
class ThreadList;

class PageFilRouge final : public FormPage
{
    Q_OBJECT
public:
    explicit PageFilRouge(const AppContext &context, QWidget *parent = nullptr);

    void shown() override;
    // The keyboard to the line where one was, in sight.
    void showLine();
    [[nodiscard]] DocumentMenu &documents() const { return *m_documents; }
    [[nodiscard]] base::Result<report::Document> document(report::FilRougeForm form) const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeSuspens();
    [[nodiscard]] QWidget *makeChoices();
    void refresh();
    void fillNeeds();
    void fillLines();
    [[nodiscard]] QWidget *suspensCard();
    [[nodiscard]] QWidget *suspensButton(const controle::SortesSuspens &sort);
    void leadTo(const domain::FieldAddress &field);

    std::vector<controle::FilBesoin> m_thread;
    bool m_stale = true;
    QTimer m_pause;
    InfoBarStack *m_messages;
    QWidget *m_suspens = nullptr; // over the list; under it in a low window
    QWidget *m_choices = nullptr;
    QComboBox *m_needs = nullptr;
    DocumentMenu *m_documents = nullptr;
    ThreadList *m_list;
    EmptyState *m_empty;
};

} // namespace gui
