// « Avant l’envoi »: what the criteria say of the whole document, and what can be done with it.
#pragma once

#include "controle/finding.h"
#include "gui/dialogs/exporter.h"
#include "gui/page.h"

#include <QWidget>

class QPushButton;
class QBoxLayout;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace gui
{

class SendPane final : public QWidget
{
    Q_OBJECT
public:
    explicit SendPane(QWidget *parent = nullptr);

    void setFindings(const std::vector<controle::Finding> &findings);

Q_SIGNALS:
    void goTo(const QString &page, const domain::FieldAddress &field);
    void exportAsked(Format format);
    void printAsked();
    void sendingAsked(gui::FormPage::Sending what);

protected:
    bool event(QEvent *event) override;

private:
    void addDocumentButtons(QVBoxLayout *column);
    void addSendingButtons(QVBoxLayout *column);
    QPushButton *addButton(QBoxLayout *line, const QString &text);
    void fitList();
    void addGroup(const QString &title, int mark, const std::vector<controle::Finding> &findings);

    QScrollArea *m_scroll;
    QVBoxLayout *m_findings;
};

} // namespace gui
