#include "gui/widgets/number_field.h"

#include "base/text.h"

#include <algorithm>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QTimer>
#include <QValidator>

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QRegularExpression &cellEnd()
{
    static const QRegularExpression end(u"[\\t\\r\\n]"_s);
    return end;
}

// Lets digits through and drops the rest, so that any paste of a figure works.
class DigitsValidator final : public QValidator
{
public:
    explicit DigitsValidator(NumberField *field) : QValidator(field), m_field(field) {}
    State validate(QString &input, int &position) const override
    {
        if (input.startsWith(u'-') || input.startsWith(QChar(0x2212))) {
            tell(u"Ce nombre ne peut pas être négatif : ce que vous avez tapé n’est pas enregistré."_s);
            return Invalid;
        }
        if (input.trimmed().contains(cellEnd()))
            tell(u"Plusieurs cellules collées ici : seul le premier nombre est gardé."_s);
        const auto digitsBefore =
            std::count_if(input.cbegin(), input.cbegin() + position, [](QChar c) { return c.isDigit(); });
        const QString digits = digitsOf(input);
        if (digits != input) {
            input = digits;
            position = static_cast<int>(std::min<qsizetype>(digitsBefore, digits.size()));
        }
        return Acceptable;
    }

private:
    // Once the field has its text.
    void tell(const QString &sentence) const
    {
        QTimer::singleShot(0, m_field, [field = m_field, sentence] { Q_EMIT field->told(sentence); });
    }

    NumberField *m_field;
};

} // namespace

QString digitsOf(const QString &text)
{
    constexpr int longest = 12;
    QString kept = text.trimmed().section(cellEnd(), 0, 0).section(u',', 0, 0);
    static const QRegularExpression thousands(u"\\.(?=\\d{3}(\\D|$))"_s);
    kept.remove(thousands);
    kept = kept.section(u'.', 0, 0);
    QString digits;
    for (const QChar c : kept)
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    return digits.left(longest);
}

NumberField::NumberField(QWidget *parent) : TextLine(parent)
{
    setValidator(new DigitsValidator(this));
    connect(this, &QLineEdit::textEdited, this, [this] { Q_EMIT told({}); });
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setInputMethodHints(Qt::ImhDigitsOnly);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NumberField::setGrouped(bool grouped)
{
    m_grouped = grouped;
    display(number());
}

domain::Number NumberField::number() const
{
    bool ok = false;
    const qint64 number = digitsOf(text()).toLongLong(&ok);
    return ok ? domain::Number(number) : std::nullopt;
}

std::optional<domain::Value> NumberField::value() const
{
    const domain::Number current = number();
    return current ? domain::Value(*current) : domain::Value();
}

void NumberField::setValue(const domain::Value &value)
{
    const auto *content = std::get_if<qint64>(&value);
    display(content ? domain::Number(*content) : std::nullopt);
}

void NumberField::display(const domain::Number &number)
{
    QString wanted;
    if (number)
        wanted = m_grouped && !hasFocus() ? base::frenchNumber(*number) : QString::number(*number);
    if (wanted == text())
        return;
    // The validator judges what a person types, not the spaces put here.
    const QValidator *typed = validator();
    setValidator(nullptr);
    setText(wanted);
    setValidator(typed);
}

QSize NumberField::sizeHint() const
{
    const QSize size = TextLine::sizeHint();
    return {fontMetrics().horizontalAdvance(u"0 000 000"_s) + fontMetrics().averageCharWidth() * 4, size.height()};
}

void NumberField::focusInEvent(QFocusEvent *event)
{
    TextLine::focusInEvent(event);
    display(number());
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        selectAll();
}

void NumberField::focusOutEvent(QFocusEvent *event)
{
    TextLine::focusOutEvent(event);
    display(number());
}

void NumberField::keyPressEvent(QKeyEvent *event)
{
    const bool up = event->key() == Qt::Key_Up;
    if ((!up && event->key() != Qt::Key_Down) || isReadOnly() || event->modifiers() != Qt::NoModifier) {
        TextLine::keyPressEvent(event);
        return;
    }
    const qint64 before = number().value_or(0);
    display(up ? before + 1 : std::max<qint64>(0, before - 1));
    tell(Moment::Typing);
}

} // namespace gui
