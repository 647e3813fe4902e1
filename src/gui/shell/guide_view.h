// One page of the user's guide as a text that follows the theme and its size, and that a screen reader reads.
#pragma once

#include "guide/guide.h"

#include <QTextBrowser>

class QTextCursor;

namespace gui
{

class GuideView final : public QTextBrowser
{
    Q_OBJECT
public:
    explicit GuideView(QWidget *parent = nullptr);

    // `page` is kept by reference. `words`: what was searched for, brought into sight.
    void display(const guide::Page &page, const QString &words);

    // Nothing outside of the page is ever loaded.
    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    // A link to another page of the guide was followed.
    void pageAsked(const QString &code);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    // Of the text, in pixels: that of the window, at most about eighty characters.
    [[nodiscard]] int columnWidth() const;
    void add(QTextCursor &cursor, const report::Heading &heading);
    void add(QTextCursor &cursor, const report::Paragraph &paragraph);
    void add(QTextCursor &cursor, const report::Table &table);
    void add(QTextCursor &cursor, const report::Figure &figure);
    void addRuns(QTextCursor &cursor, const std::vector<report::Run> &runs, const QTextCharFormat &base);
    [[nodiscard]] QTextCharFormat format(double size, bool bold) const;
    // Each place of each word has a ground of its own; the first is brought into sight and selected.
    void markWords();

    const guide::Page *m_page = nullptr;
    QString m_words;                   // searched for
    class QTextList *m_list = nullptr; // of the paragraphs just added
    int m_listLevel = 0;
    bool m_filling = false;
};

} // namespace gui
