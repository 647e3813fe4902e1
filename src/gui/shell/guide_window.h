// « Guide d’utilisation »: contents and search at the left, the page at the right, paper and PDF.
#pragma once

#include "guide/guide.h"

#include <QDate>
#include <QWidget>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace gui
{

class DocumentMenu;
class FocusReturn;
class GuideView;
class InfoBarStack;

class GuideWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit GuideWindow(const QDate &today, QWidget *parent = nullptr);

    // The guide of `owner`, made when it has none, in front, at the page that explains a page of the program: the first
    // of the guide when there is none.
    static GuideWindow *showOver(QWidget *owner, const QDate &today, const QString &programPage = {});

    void open(const QString &code);
    [[nodiscard]] QString currentCode() const { return m_current; }
    [[nodiscard]] DocumentMenu &documents() { return *m_documents; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContents();
    [[nodiscard]] QWidget *makeFoot();
    void addShortcuts();
    void list();
    void fit();
    void step(int by);

    guide::Guide m_guide;
    QDate m_today;
    QString m_current;
    QLineEdit *m_search;
    QListWidget *m_contents;
    InfoBarStack *m_messages;
    GuideView *m_view;
    QPushButton *m_previous;
    QPushButton *m_next;
    DocumentMenu *m_documents;
    FocusReturn *m_return;
};

} // namespace gui
