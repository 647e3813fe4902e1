#include "gui/widgets/decimal_field.h"

#include "domain/amounts.h"
#include "models/cell_value.h"

namespace gui
{

using namespace Qt::Literals::StringLiterals;

namespace
{

// The description that tells how a decimal is read and written, the same as in the cells of tables.
const domain::FieldDescription &decimal()
{
    static const domain::FieldDescription field = [] {
        domain::FieldDescription each;
        each.kind = domain::Kind::Decimal;
        return each;
    }();
    return field;
}

} // namespace

DecimalField::DecimalField(QWidget *parent) : DecimalField(decimal(), parent) {}

DecimalField::DecimalField(const domain::FieldDescription &field, QWidget *parent) : TextLine(parent), m_field(field)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

std::optional<domain::Value> DecimalField::value() const
{
    return models::cellValue(m_field, text());
}

void DecimalField::setValue(const domain::Value &value)
{
    const auto shown = this->value();
    if (shown && *shown == value && hasFocus())
        return; // "14," is on its way to "14,9"
    const QString wanted = models::cellText(m_field, value);
    if (wanted != text())
        setText(wanted);
}

QString DecimalField::complaint() const
{
    if (value())
        return {};
    return (domain::isAmount(m_field) ? u"Un montant en euros est attendu, par exemple 1 250,50."_s
                                      : u"Un nombre est attendu, par exemple 14,9."_s) +
           u" Ce que vous avez tapé n’est pas enregistré."_s;
}

QSize DecimalField::sizeHint() const
{
    const QSize size = TextLine::sizeHint();
    return {fontMetrics().horizontalAdvance(u"0 000 000,00"_s) + fontMetrics().averageCharWidth() * 4, size.height()};
}

void DecimalField::focusOutEvent(QFocusEvent *event)
{
    TextLine::focusOutEvent(event);
    if (const auto current = value())
        setValue(*current);
}

} // namespace gui
