#include "domain/rank.h"

namespace domain
{

namespace
{

// Digits in character order; the first is never the last character of a rank, so there is always room below.
constexpr QStringView digits = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

qsizetype digitAt(const QString &rank, qsizetype at, qsizetype beyond)
{
    if (at >= rank.size())
        return beyond;
    const qsizetype digit = digits.indexOf(rank.at(at));
    return digit < 0 ? beyond : digit;
}

QString between(const QString &before, const QString &after)
{
    QString rank;
    // `below`: once the new rank has become smaller than `after`, only `before` bounds it.
    bool below = after.isEmpty() || after <= before;
    for (qsizetype at = 0;; ++at) {
        const qsizetype low = digitAt(before, at, 0);
        const qsizetype high = below ? digits.size() : digitAt(after, at, digits.size());
        const qsizetype step = at == 0 && below && before.isEmpty() ? digits.size() / 2 : (high - low) / 2;
        if (high - low > 1) {
            // Appending is the common case: stay close to `before` so that ranks stay short.
            const bool appending = below && !before.isEmpty() && at < before.size();
            return rank + digits.at(low + (appending ? 1 : step));
        }
        rank += digits.at(low);
        if (high > low)
            below = true;
    }
}

} // namespace

QString rankBetween(const QString &before, const QString &after)
{
    const QString rank = between(before, after);
    // Another program may have written a rank with other characters: longer than it is after it, whatever they are.
    return rank > before ? rank : before + digits.at(digits.size() / 2);
}

} // namespace domain
