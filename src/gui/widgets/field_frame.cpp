#include "gui/widgets/field_frame.h"

#include "base/text.h"
#include "gui/widgets/field_editor.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/text_area.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

FieldFrame::FieldFrame(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

FieldFrame::FieldFrame(const QString &label, QWidget *field, QWidget *parent) : FieldFrame(parent)
{
    auto *column = new QVBoxLayout(this);
    column->addWidget(field);
    m_label = label;
    assemble();
}

void FieldFrame::setLabel(const QString &label)
{
    m_label = label;
    updateTexts();
}

void FieldFrame::setHelp(const QString &help)
{
    m_help = help;
    updateTexts();
}

void FieldFrame::setRequired(bool required)
{
    m_required = required;
    updateTexts();
}

void FieldFrame::assemble()
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    if (m_labelText || !column || column->isEmpty())
        return;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    for (int i = 0; i < column->count() && !m_field; ++i)
        if (auto *candidate = column->itemAt(i)->widget(); candidate && dynamic_cast<FieldEditor *>(candidate))
            m_field = candidate;
    m_labelText = plainLabel({}, TextRole::FieldLabel, this);
    m_helpText = plainLabel({}, TextRole::Hint, this);
    m_count = plainLabel({}, TextRole::Hint, this);
    m_message = plainLabel({}, TextRole::Warning, this);
    m_count->setAlignment(Qt::AlignRight);
    m_count->hide();
    m_message->hide();
    column->insertWidget(0, m_labelText);
    column->insertWidget(1, m_helpText);
    column->addWidget(m_message);
    column->addWidget(m_count);
    if (auto *editor = dynamic_cast<FieldEditor *>(m_field))
        m_labelText->setBuddy(editor->focusTarget());
    if (auto *area = qobject_cast<TextArea *>(m_field)) {
        connect(area, &TextArea::wordsChanged, this, &FieldFrame::showWords);
        showWords(area->words());
    }
    updateTexts();
}

void FieldFrame::updateTexts()
{
    if (!m_labelText)
        return;
    // A « & » of a label is a character, not a mnemonic.
    QString shown = m_label;
    shown.replace(u'&', u"&&"_s);
    m_labelText->setText(m_required ? shown + u" (obligatoire)"_s : shown);
    m_labelText->setVisible(!m_label.isEmpty());
    m_helpText->setText(m_help);
    m_helpText->setVisible(!m_help.isEmpty());
    auto *editor = dynamic_cast<FieldEditor *>(m_field);
    if (!editor)
        return;
    if (!m_label.isEmpty())
        editor->setSpokenName(m_label);
    editor->focusTarget()->setAccessibleDescription(m_help);
}

void FieldFrame::setMessage(const QString &sentence)
{
    assemble();
    if (!m_message || m_message->text() == sentence)
        return;
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
    if (auto *editor = dynamic_cast<FieldEditor *>(m_field))
        editor->focusTarget()->setAccessibleDescription(sentence.isEmpty() ? m_help : sentence);
}

QString FieldFrame::message() const
{
    return m_message ? m_message->text() : QString();
}

FieldFrame *FieldFrame::around(QWidget *field)
{
    return field ? qobject_cast<FieldFrame *>(field->parentWidget()) : nullptr;
}

void FieldFrame::showWords(int words)
{
    m_count->setText(base::frenchCount(words, u"mot"_s, u"mots"_s));
    m_count->setVisible(words > 0);
}

bool FieldFrame::event(QEvent *event)
{
    if (event->type() == QEvent::Polish)
        assemble();
    return QWidget::event(event);
}

} // namespace gui
