#include "gui/widgets/answer_choice.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRadioButton>
#include <QToolButton>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

AnswerChoice::AnswerChoice(QWidget *parent)
    : QWidget(parent), m_yes(new QRadioButton(u"Oui"_s, this)), m_no(new QRadioButton(u"Non"_s, this)),
      m_clear(new QToolButton(this))
{
    // Exclusion is done here: Qt's own would forbid having neither.
    m_yes->setAutoExclusive(false);
    m_no->setAutoExclusive(false);
    m_clear->setText(u"Effacer"_s);
    m_clear->setToolTip(u"Revenir à «\u00A0pas de réponse\u00A0» (Suppr)"_s);
    m_clear->setProperty("role", u"lien"_s);
    m_clear->setFocusPolicy(Qt::NoFocus);
    for (QRadioButton *each : {m_yes, m_no}) {
        each->setToolTip(u"Flèches pour changer, Suppr pour effacer"_s);
        each->installEventFilter(this);
    }
    QSizePolicy kept = m_clear->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_clear->setSizePolicy(kept);

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(16);
    line->addWidget(m_yes);
    line->addWidget(m_no);
    line->addWidget(m_clear);
    line->addStretch(1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);

    connect(m_yes, &QRadioButton::clicked, this, [this] { answer(true); });
    connect(m_no, &QRadioButton::clicked, this, [this] { answer(false); });
    connect(m_clear, &QToolButton::clicked, this, [this] {
        m_yes->setFocus();
        answer(std::nullopt);
    });
    setSpokenName({});
    display(std::nullopt);
}

std::optional<domain::Value> AnswerChoice::value() const
{
    return m_answer ? domain::Value(*m_answer) : domain::Value();
}

void AnswerChoice::setValue(const domain::Value &value)
{
    const auto *content = std::get_if<bool>(&value);
    display(content ? domain::Answer(*content) : std::nullopt);
}

void AnswerChoice::setEditable(bool editable)
{
    setEnabled(editable);
    m_clear->setVisible(m_answer.has_value() && editable);
}

QWidget *AnswerChoice::focusTarget()
{
    return m_answer == false ? m_no : m_yes;
}

void AnswerChoice::setSpokenName(const QString &name)
{
    const QString prefix = name.isEmpty() ? QString() : name + u" : "_s;
    setAccessibleName(name);
    m_yes->setAccessibleName(prefix + u"oui"_s);
    m_no->setAccessibleName(prefix + u"non"_s);
    m_clear->setAccessibleName(prefix + u"effacer la réponse"_s);
}

void AnswerChoice::keyPressEvent(QKeyEvent *event)
{
    if (!treatKey(event->key()))
        QWidget::keyPressEvent(event);
}

bool AnswerChoice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    return !(key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) && treatKey(key->key());
}

bool AnswerChoice::treatKey(int key)
{
    const bool onYes = m_yes->hasFocus();
    switch (key) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        answer(std::nullopt);
        break;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        answer(!onYes);
        break;
    default:
        return false;
    }
    focusTarget()->setFocus();
    return true;
}

void AnswerChoice::display(const domain::Answer &answer)
{
    m_answer = answer;
    m_yes->setChecked(answer == true);
    m_no->setChecked(answer == false);
    m_clear->setVisible(answer.has_value() && isEnabled());
    m_yes->setFocusPolicy(answer == false ? Qt::ClickFocus : Qt::StrongFocus);
    m_no->setFocusPolicy(answer == false ? Qt::StrongFocus : Qt::ClickFocus);
    Q_EMIT answerChanged();
}

void AnswerChoice::answer(const domain::Answer &answer)
{
    if (!isEnabled())
        return;
    display(answer);
    tell(Moment::Done);
}

} // namespace gui
