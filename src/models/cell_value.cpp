#include "models/cell_value.h"

#include "base/amount.h"
#include "base/rich_text.h"
#include "base/text.h"
#include "base/written_date.h"
#include "domain/amounts.h"

#include <cmath>
#include <QLocale>

namespace models
{

using namespace Qt::Literals::StringLiterals;
using domain::FieldDescription;
using domain::Kind;
using domain::Value;

namespace
{

// Longer than any count of people; also keeps a pasted phone number out of a head count's arithmetic.
constexpr qsizetype maximumDigits = 12;

QString choiceLabel(const FieldDescription &field, const QString &code)
{
    for (const domain::Choice &choice : field.choices)
        if (choice.code == code)
            return choice.label;
    return code;
}

std::optional<Value> readInteger(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isSpace() || c == QChar(0x202F))
            continue;
        if (c < u'0' || c > u'9')
            return std::nullopt;
        digits += c;
    }
    if (digits.isEmpty() || digits.size() > maximumDigits)
        return std::nullopt;
    return Value(digits.toLongLong());
}

// "14,9", "14.9 %", "1 250,50 €": the figure, without its unit. "12 k€" is refused, and a share is no sum.
std::optional<Value> readDecimal(const FieldDescription &field, const QString &text)
{
    if (domain::isAmount(field) && text.endsWith(u'%'))
        return std::nullopt;
    QString digits;
    const QString figure = base::withoutGroups(text.endsWith(u'%') ? text.chopped(1) : base::withoutEuros(text));
    for (const QChar c : figure) {
        if (c.isSpace() || c == QChar(0x202F))
            continue;
        const QChar plain = c == u',' ? u'.' : c == QChar(0x2212) ? u'-' : c;
        const bool sign = digits.isEmpty() && (plain == u'-' || plain == u'+');
        if (!sign && plain != u'.' && (plain < u'0' || plain > u'9')) // "1e9" is no figure that people type
            return std::nullopt;
        digits += plain;
    }
    bool ok = false;
    double number = digits.size() <= maximumDigits + 4 ? QLocale::c().toDouble(digits, &ok) : 0;
    if (domain::isWorkTime(field) && text.endsWith(u'%'))
        number /= 100;
    return ok && std::isfinite(number) ? std::optional<Value>(number) : std::nullopt;
}

std::optional<Value> readAnswer(const QString &text)
{
    const QString folded = base::fold(text);
    if (folded == "oui"_L1 || folded == "o"_L1 || folded == "x"_L1)
        return Value(true);
    if (folded == "non"_L1 || folded == "n"_L1)
        return Value(false);
    return std::nullopt;
}

std::optional<Value> readDate(const QString &text)
{
    const auto date = base::writtenDate(text);
    return date ? std::optional<Value>(*date) : std::nullopt;
}

std::optional<Value> readChoice(const FieldDescription &field, const QString &text)
{
    for (const domain::Choice &choice : field.choices)
        if (choice.code == text || base::fold(choice.label) == base::fold(text))
            return Value(choice.code);
    return std::nullopt;
}

std::optional<Value> readText(const FieldDescription &field, const QString &text)
{
    switch (field.kind) {
    case Kind::Text:
        return Value(QString(text).replace(u'\n', u' '));
    case Kind::LongText:
        return Value(text);
    case Kind::Choice:
        return readChoice(field, text);
    default:
        break;
    }
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return domain::emptyValue(field.kind);
    switch (field.kind) {
    case Kind::Integer:
        return readInteger(trimmed);
    case Kind::Decimal:
        return readDecimal(field, trimmed);
    case Kind::Answer:
    case Kind::Flag:
        return readAnswer(trimmed);
    case Kind::Date:
        return readDate(trimmed);
    default:
        return std::nullopt;
    }
}

} // namespace

QString cellText(const FieldDescription &field, const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return field.kind == Kind::Choice     ? choiceLabel(field, *text)
               : field.kind == Kind::LongText ? base::plainText(*text)
                                              : *text;
    if (const auto *number = std::get_if<qint64>(&value))
        // A year is not a quantity: "2026", never "2 026".
        return field.name.contains("annee"_L1, Qt::CaseInsensitive) ? QString::number(*number)
                                                                    : base::frenchNumber(*number);
    if (const auto *decimal = std::get_if<double>(&value))
        return domain::isAmount(field) ? base::frenchAmount(*decimal) : base::frenchNumber(*decimal, 2);
    if (const auto *answer = std::get_if<bool>(&value))
        return *answer ? u"Oui"_s : u"Non"_s;
    if (const auto *date = std::get_if<QDate>(&value))
        return base::frenchShortDate(*date);
    return {};
}

QVariant cellEdit(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return *number;
    if (const auto *decimal = std::get_if<double>(&value))
        return *decimal;
    if (const auto *answer = std::get_if<bool>(&value))
        return *answer;
    if (const auto *date = std::get_if<QDate>(&value))
        return *date;
    return {};
}

std::optional<Value> cellValue(const FieldDescription &field, const QVariant &edited)
{
    if (!edited.isValid())
        return domain::emptyValue(field.kind);
    switch (edited.typeId()) {
    case QMetaType::Bool:
        if (field.kind == Kind::Answer || field.kind == Kind::Flag)
            return Value(edited.toBool());
        return std::nullopt;
    case QMetaType::Int:
    case QMetaType::LongLong:
        if (field.kind == Kind::Integer && edited.toLongLong() >= 0)
            return Value(edited.toLongLong());
        return std::nullopt;
    case QMetaType::Double:
        if (field.kind == Kind::Decimal && std::isfinite(edited.toDouble()))
            return Value(edited.toDouble());
        return std::nullopt;
    case QMetaType::QDate:
        if (field.kind == Kind::Date)
            return edited.toDate().isValid() ? Value(edited.toDate()) : Value();
        return std::nullopt;
    case QMetaType::QString:
        return readText(field, edited.toString());
    default:
        return std::nullopt;
    }
}

QString expectedInCell(const FieldDescription &field)
{
    switch (field.kind) {
    case Kind::Integer:
        return u"« %1 » attend un nombre entier, par exemple 12."_s.arg(field.label);
    case Kind::Decimal:
        return (domain::isAmount(field) ? u"« %1 » attend un montant en euros, par exemple 1 250,50."_s
                                        : u"« %1 » attend un nombre, par exemple 14,9."_s)
            .arg(field.label);
    case Kind::Date:
        return u"« %1 » attend une date, par exemple 12/03/2027."_s.arg(field.label);
    case Kind::Answer:
    case Kind::Flag:
        return u"« %1 » attend oui ou non."_s.arg(field.label);
    default:
        return u"« %1 » n’accepte pas cette réponse."_s.arg(field.label);
    }
}

} // namespace models
