#include "report/user_text.h"

#include "base/typography.h"

#include <algorithm>

namespace report
{

namespace
{

// Embeddings, overrides and isolates: they can show another text than the one written.
bool turnsDirection(char32_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool carried(char32_t c)
{
    if (c == U'\n')
        return true;
    const auto category = QChar::category(c);
    return category != QChar::Other_Control && category != QChar::Other_Surrogate && !turnsDirection(c) &&
           c != 0xFEFF && !QChar::isNonCharacter(c);
}

// Nearly every character that people type: the costly questions are for the others.
bool keptAsItIs(QChar character)
{
    const char16_t c = character.unicode();
    return c == u'\n' || (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0x2028) || (c > 0x202E && c < 0x2066) ||
           (c > 0x2069 && c < 0xD800);
}

} // namespace

QString cleanText(const QString &typed)
{
    if (std::all_of(typed.begin(), typed.end(), keptAsItIs))
        return typed;
    QString unified = typed;
    unified.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    for (const char16_t breaking : {u'\r', u'\v', u'\f', u'\x85', u'\u2028', u'\u2029'})
        unified.replace(QChar(breaking), u'\n');
    unified.replace(u'\t', u' ');
    QString clean;
    clean.reserve(unified.size());
    for (qsizetype i = 0; i < unified.size(); ++i) {
        char32_t c = unified.at(i).unicode();
        if (QChar::isHighSurrogate(c) && i + 1 < unified.size() && unified.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(unified.at(i), unified.at(i + 1));
            ++i;
        }
        if (carried(c))
            clean += QChar::fromUcs4(c);
    }
    return clean;
}

QString printedText(const QString &typed)
{
    return base::frenchTypography(cleanText(typed).replace(u'\n', u' ').trimmed());
}

} // namespace report
