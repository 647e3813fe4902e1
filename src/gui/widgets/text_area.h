// Paragraphs with a small markup: bold, italic, lists, tables.
#pragma once

#include "gui/widgets/field_editor.h"
#include "gui/widgets/format_commands.h"
#include "gui/widgets/markup_edit.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace gui
{

class MarkupHighlighter;

// As tall as what it holds, between two bounds; Tab leaves it. The text is the markup as it is stored, shown with its
// looks. What is pasted from Word, a spreadsheet or the web arrives as markup; nothing of it is loaded.
class TextArea : public QPlainTextEdit, public FieldEditor
{
    Q_OBJECT
    Q_PROPERTY(int lignes READ minimumLines WRITE setMinimumLines)
public:
    explicit TextArea(QWidget *parent = nullptr);

    [[nodiscard]] std::optional<domain::Value> value() const override { return domain::Value(toPlainText()); }
    void setValue(const domain::Value &value) override;
    void setEditable(bool editable) override;
    [[nodiscard]] QWidget *focusTarget() override { return this; }

    [[nodiscard]] int minimumLines() const { return m_minimumLines; }
    void setMinimumLines(int lines);
    // Without the marks.
    [[nodiscard]] int words() const;
    // Whether something of the text is not printed: stars, the bars of a table.
    [[nodiscard]] bool hasMarks() const { return m_hasMarks; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    void run(FormatCommand command);
    // The line of a picture, and the piece it names: both are stored by one edit.
    void insertPicture(const QString &markup, const domain::ChangeList &piece);
    [[nodiscard]] domain::ChangeList recordsToAdd() const override { return m_piece; }
    // To the next field or the one before, as Tab does.
    void leave(bool forward) { focusNextPrevChild(forward); }
    // How what is typed now would look.
    [[nodiscard]] MarkupState state() const;

Q_SIGNALS:
    void wordsChanged(int words);
    // The keyboard came, or went elsewhere in the window.
    void focused(bool here);
    void stateChanged();
    // The keyboard is asked to go to the buttons.
    void barAsked();
    // A picture is asked for: somebody who knows the project answers by insertPicture().
    void pictureAsked();
    // What was pasted was refused; the sentence is for the user.
    void refused(const QString &sentence);
    // What was pasted did not enter whole: sentences; empty: it is of another text now.
    void told(const QString &sentences);
    // Before and after what is pasted: it is undone by itself, not with the words typed around it.
    void stepEnds();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;

private:
    [[nodiscard]] int heightOf(int lines) const;
    void fitHeight();
    void toggle(quint8 look);
    void editTable();
    bool type(const QString &words);
    bool treatKey(QKeyEvent *event);
    void place(const QTextCursor &cursor);
    void countWords();
    void followCaret();
    void keepCaretSeen();

    MarkupHighlighter *m_highlighter;
    QTimer m_seen;       // once the words and the area have their places
    QTimer m_afterClick; // marks come once the mouse is done, or words would move under it
    int m_minimumLines = 4;
    int m_words = 0;
    bool m_hasMarks = false;
    bool m_filling = false;
    bool m_colouring = false; // looks change, no character does: Qt tells both alike
    bool m_pastingPlain = false;
    bool m_typing = false;
    domain::ChangeList m_piece;       // while insertPicture() stores it
    std::optional<quint8> m_nextLook; // of the next key, when it is not that of the place
};

} // namespace gui
