#include "base/telephone.h"

#include <algorithm>
#include <QStringList>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype digitsOfANumber = 10;

} // namespace

QString frenchTelephone(const QString &typed)
{
    const QString separators = u" .-/\u00A0\u202F"_s;
    QString digits;
    for (const QChar each : typed.trimmed()) {
        if (each >= u'0' && each <= u'9')
            digits += each;
        else if (!separators.contains(each))
            return typed;
    }
    if (digits.size() != digitsOfANumber || !digits.startsWith(u'0'))
        return typed;
    QStringList pairs;
    for (qsizetype at = 0; at < digits.size(); at += 2)
        pairs << digits.mid(at, 2);
    return pairs.join(QChar(0x00A0));
}

bool looksLikeTelephone(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar each) { return each.isDigit(); }) >= digitsOfANumber;
}

} // namespace base
