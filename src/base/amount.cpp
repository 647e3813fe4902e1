#include "base/amount.h"

#include "base/text.h"

#include <QRegularExpression>

namespace base
{

using namespace Qt::Literals::StringLiterals;

QString frenchAmount(double euros)
{
    QString text = frenchNumber(euros, 2);
    const qsizetype comma = text.indexOf(u',');
    if (comma >= 0 && text.size() - comma == 2)
        text += u'0';
    return text;
}

QString withoutEuros(const QString &text)
{
    static const QRegularExpression unit(
        uR"(^(.*\d)[\s\x{A0}\x{202F}]*(?:€|eur|euros?)\s*(?:ttc)?\s*(?:(?:/|par)\s*an)?\s*$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = unit.match(text);
    return match.hasMatch() ? match.captured(1) : text;
}

QString withoutGroups(const QString &text)
{
    static const QRegularExpression points(uR"(^\s*-?\d{1,3}(?:\.\d{3})+,\d{1,2}\s*%?$)"_s);
    static const QRegularExpression commas(uR"(^\s*-?\d{1,3}(?:,\d{3})+\.\d{1,2}\s*%?$)"_s);
    QString plain = text;
    if (points.match(text).hasMatch())
        plain.remove(u'.');
    else if (commas.match(text).hasMatch())
        plain.remove(u',');
    return plain;
}

} // namespace base
