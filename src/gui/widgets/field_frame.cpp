#include "gui/widgets/field_frame.h"

#include "base/text.h"
#include "gui/theme/theme.h"
#include "gui/widgets/field_editor.h"
#include "gui/widgets/format_bar.h"
#include "gui/widgets/labels.h"
#include "gui/widgets/paste_note.h"
#include "gui/widgets/reading_width.h"
#include "gui/widgets/text_area.h"
#include "gui/widgets/text_line.h"

#include <algorithm>
#include <QEvent>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{
constexpr double barHeight = 33; // pixels, at 100 %
}

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
    column->insertWidget(0, m_labelText);
    if (auto *editor = dynamic_cast<FieldEditor *>(m_field))
        m_labelText->setBuddy(editor->focusTarget());
    auto *line = qobject_cast<TextLine *>(m_field);
    if (!line && m_field) // of a list where one may type
        line = m_field->findChild<TextLine *>();
    if (line)
        connect(line, &TextLine::told, this, &FieldFrame::showNote);
    assembleFoot();
    updateTexts();
}

// Under a long text: its buttons and its words. The room of the buttons is always there, or what is below would move
// under the pointer each time the keyboard comes and goes.
void FieldFrame::assembleFoot()
{
    auto *area = qobject_cast<TextArea *>(m_field);
    if (!area)
        return;
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    m_count = plainLabel({}, TextRole::Hint, this, false); // « 3 mots » is never broken
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_count->hide();
    m_barPlace = new QWidget(this);
    auto *place = new QHBoxLayout(m_barPlace);
    place->setContentsMargins(0, 0, 0, 0);
    m_barPlace->setMinimumHeight(zoomed(barHeight));
    m_marks = plainLabel(u"Les signes ** et | ne s’impriment pas."_s, TextRole::Hint, this, false);
    m_marks->setMinimumWidth(1); // it goes when there is no room, and asks for none
    m_marks->hide();
    foot->addWidget(m_barPlace);
    foot->addWidget(m_marks);
    foot->addWidget(m_count, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(foot);
    connect(area, &TextArea::wordsChanged, this, &FieldFrame::showWords);
    connect(area, &TextArea::focused, this, &FieldFrame::showBar);
    connect(area, &TextArea::refused, this, &FieldFrame::setMessage);
    connect(area, &TextArea::told, this, &FieldFrame::showNote);
    connect(area, &TextArea::barAsked, this, [this] {
        if (m_bar)
            m_bar->takeFocus();
    });
    showWords(area->words());
}

void FieldFrame::showBar(bool shown)
{
    auto *area = qobject_cast<TextArea *>(m_field);
    if (shown && !m_bar && !area->isReadOnly()) {
        m_bar = new FormatBar(*area, m_barPlace);
        m_barPlace->layout()->addWidget(m_bar);
        connect(m_bar, &FormatBar::left, this, [this] { showBar(false); });
        m_barPlace->setMinimumHeight(std::max(m_barPlace->minimumHeight(), m_bar->sizeHint().height()));
    }
    if (!m_bar)
        return;
    const QWidget *now = window()->focusWidget();
    m_bar->setVisible(!area->isReadOnly() && (shown || now == area || (now && m_bar->isAncestorOf(now))));
    explainMarks();
}

// Beside the buttons, where there is room for it: the sentence never moves what is below.
void FieldFrame::explainMarks()
{
    const auto *area = qobject_cast<TextArea *>(m_field);
    if (!area || !m_marks || !m_bar)
        return;
    const int needed = m_bar->sizeHint().width() + m_marks->sizeHint().width() + m_count->sizeHint().width() + 16;
    m_marks->setVisible(area->hasMarks() && m_bar->isVisibleTo(this) && needed <= width());
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
    showHelp();
    auto *editor = dynamic_cast<FieldEditor *>(m_field);
    if (!editor)
        return;
    if (!m_label.isEmpty())
        editor->setSpokenName(m_label);
    editor->focusTarget()->setAccessibleDescription(m_help);
}

// Most fields have no help, and hardly any has something to be looked at: no label before there are words for it.
void FieldFrame::showHelp()
{
    if (!m_helpText && m_help.isEmpty())
        return;
    if (!m_helpText) {
        m_helpText = plainLabel({}, TextRole::Hint, this);
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_helpText);
    }
    m_helpText->setText(m_help);
    m_helpText->setVisible(!m_help.isEmpty());
    setHeadRoom(0); // its row gives it again
}

void FieldFrame::setMessage(const QString &sentence)
{
    assemble();
    if (!m_labelText || message() == sentence)
        return;
    if (!m_message) {
        m_message = plainLabel({}, TextRole::Warning, this);
        auto *column = static_cast<QVBoxLayout *>(layout());
        column->insertWidget(m_field ? column->indexOf(m_field) + 1 : -1, m_message);
    }
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
    auto *editor = dynamic_cast<FieldEditor *>(m_field);
    if (!editor)
        return;
    QWidget *target = editor->focusTarget();
    target->setAccessibleDescription(sentence.isEmpty() ? m_help : sentence);
    // The border says where to look when the sentence is under the edge of the window.
    target->setProperty("aVoir", !sentence.isEmpty());
    target->style()->unpolish(target);
    target->style()->polish(target);
}

void FieldFrame::setOrigin(const QString &words)
{
    assemble();
    if (words == origin() || !m_labelText)
        return;
    if (!m_origin) {
        auto *column = static_cast<QVBoxLayout *>(layout());
        auto *line = new QHBoxLayout;
        line->setSpacing(10);
        column->removeWidget(m_labelText);
        m_labelText->setWordWrap(false); // or it would ask for little and be given half of the line
        m_origin = new QPushButton(this);
        m_origin->setProperty("role", u"origine"_s);
        m_origin->setAutoDefault(false);
        line->addWidget(m_labelText);
        line->addWidget(m_origin);
        line->addStretch(1);
        column->insertLayout(0, line);
        connect(m_origin, &QPushButton::clicked, this, &FieldFrame::originAsked);
    }
    m_origin->setText(words);
    m_origin->setAccessibleName(words.isEmpty() ? QString() : u"%1 : %2, voir la source"_s.arg(m_label, words));
    m_origin->setVisible(!words.isEmpty());
}

QString FieldFrame::origin() const
{
    return m_origin ? m_origin->text() : QString();
}

void FieldFrame::showNote(const QString &sentence)
{
    if (sentence.isEmpty() && pasteNote().isEmpty())
        return;
    if (!m_note) {
        m_note = makePasteNote(this);
        auto *column = static_cast<QVBoxLayout *>(layout());
        column->insertWidget(column->indexOf(m_field) + 1, m_note);
    }
    showPasteNote(m_note, sentence);
}

QString FieldFrame::pasteNote() const
{
    return m_note ? m_note->text() : QString();
}

QString FieldFrame::message() const
{
    return m_message ? m_message->text() : QString();
}

// The last words above the field.
TextLabel *FieldFrame::headEnd() const
{
    return m_helpText && !m_helpText->isHidden() ? m_helpText : m_labelText;
}

// What the words above the field need in the width of the frame, without the room that was added.
int FieldFrame::headHeight() const
{
    const auto height = [this](const QLabel *words) {
        if (!words || words->isHidden())
            return 0;
        const int wrapped = words->wordWrap() ? words->heightForWidth(width()) : -1;
        return wrapped >= 0 ? wrapped : words->sizeHint().height();
    };
    int head = height(m_labelText);
    if (m_origin && !m_origin->isHidden())
        head = std::max(head, m_origin->sizeHint().height());
    if (m_helpText && !m_helpText->isHidden())
        head += layout()->spacing() + height(m_helpText);
    return head - m_headRoom;
}

void FieldFrame::setHeadRoom(int room)
{
    if (room == m_headRoom)
        return;
    m_headRoom = room;
    for (TextLabel *words : {m_labelText, m_helpText})
        if (words)
            words->setContentsMargins(0, 0, 0, words == headEnd() ? room : 0);
}

void FieldFrame::alignHeads(const std::vector<FieldFrame *> &row)
{
    int tallest = 0;
    for (const FieldFrame *each : row)
        if (each->m_labelText)
            tallest = std::max(tallest, each->headHeight());
    for (FieldFrame *each : row)
        if (each->m_labelText)
            each->setHeadRoom(row.size() > 1 ? tallest - each->headHeight() : 0);
}

FieldFrame *FieldFrame::around(QWidget *field)
{
    return field ? qobject_cast<FieldFrame *>(field->parentWidget()) : nullptr;
}

void FieldFrame::showWords(int words)
{
    m_count->setText(base::frenchCount(words, u"mot"_s, u"mots"_s));
    m_count->setVisible(words > 0);
    explainMarks();
}

bool FieldFrame::event(QEvent *event)
{
    if (event->type() == QEvent::Polish)
        assemble();
    if (event->type() == QEvent::StyleChange && m_barPlace)
        m_barPlace->setMinimumHeight(zoomed(barHeight));
    if (event->type() == QEvent::Resize)
        keepReadable(*this);
    if (event->type() == QEvent::Resize && m_marks) // not from inside a layout, which it would begin again
        QMetaObject::invokeMethod(this, &FieldFrame::explainMarks, Qt::QueuedConnection);
    return QWidget::event(event);
}

} // namespace gui
