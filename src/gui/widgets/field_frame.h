// A field with all its words: label above, help, then the field, and what is to be looked at below.
#pragma once

#include <QWidget>
#include <vector>

class QPushButton;

namespace gui
{

class FormatBar;
class TextLabel;

// In a Designer form: a promoted QWidget with a vertical layout that holds one field widget; `libelle`, `aide` and
// `obligatoire` are properties. The labels are put around the field by assemble(), which the binder calls.
// Without `libelle` the label is the one of the field's description.
class FieldFrame final : public QWidget
{
    Q_OBJECT
    Q_PROPERTY(QString libelle READ label WRITE setLabel)
    Q_PROPERTY(QString aide READ help WRITE setHelp)
    Q_PROPERTY(bool obligatoire READ required WRITE setRequired)
public:
    explicit FieldFrame(QWidget *parent = nullptr);
    // In code: frames `field`, which it then owns.
    FieldFrame(const QString &label, QWidget *field, QWidget *parent = nullptr);

    [[nodiscard]] QString label() const { return m_label; }
    void setLabel(const QString &label);
    [[nodiscard]] QString help() const { return m_help; }
    void setHelp(const QString &help);
    [[nodiscard]] bool required() const { return m_required; }
    void setRequired(bool required);

    // Builds the labels once; later calls do nothing.
    void assemble();
    // The sentence under the field; empty hides it. Also the field's accessible description.
    void setMessage(const QString &sentence);
    [[nodiscard]] QString message() const;
    // What was pasted in the field and did not enter as it was, under it; it stays until something else is told, or the
    // field shows another text.
    [[nodiscard]] QString pasteNote() const;

    // « repris du diagnostic » beside the label, a button that leads to where the words come from; empty hides it.
    void setOrigin(const QString &words);
    [[nodiscard]] QString origin() const;

    // Fields side by side stand on one line, whatever is written above them: the shorter heads get room. One frame, or
    // none beside it, gets none.
    static void alignHeads(const std::vector<FieldFrame *> &row);

    // The frame around a field widget, or nullptr.
    [[nodiscard]] static FieldFrame *around(QWidget *field);

Q_SIGNALS:
    // The place that the field was taken from is to be shown.
    void originAsked();

protected:
    bool event(QEvent *event) override;

private:
    void assembleFoot();
    void showNote(const QString &sentence);
    void showWords(int words);
    void showBar(bool shown);
    void explainMarks();
    void updateTexts();
    void showHelp();
    [[nodiscard]] TextLabel *headEnd() const;
    [[nodiscard]] int headHeight() const;
    void setHeadRoom(int room);

    QString m_label;
    QString m_help;
    bool m_required = false;
    TextLabel *m_labelText = nullptr;
    QPushButton *m_origin = nullptr; // made when the field first has one
    TextLabel *m_helpText = nullptr; // once there are words for it, as the message
    int m_headRoom = 0;              // under the label and the help
    TextLabel *m_count = nullptr;    // of a long text
    TextLabel *m_marks = nullptr;    // what the signs of a long text are, while it is written
    FormatBar *m_bar = nullptr;      // of a long text, made when it first gets the keyboard
    QWidget *m_barPlace = nullptr;
    TextLabel *m_message = nullptr;
    TextLabel *m_note = nullptr;
    QWidget *m_field = nullptr;
};

} // namespace gui
