// Paragraphs of plain text.
#pragma once

#include "gui/widgets/field_editor.h"

#include <QPlainTextEdit>

namespace gui
{

// As tall as what it holds, between two bounds; Tab leaves it; whatever is pasted arrives as plain text.
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
    [[nodiscard]] int words() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void wordsChanged(int words);

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    [[nodiscard]] int heightOf(int lines) const;
    void fitHeight();

    int m_minimumLines = 4;
    bool m_filling = false;
};

} // namespace gui
