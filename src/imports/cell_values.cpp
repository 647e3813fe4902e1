#include "imports/cell_values.h"

#include "base/amount.h"
#include "base/text.h"
#include "base/written_date.h"

#include <algorithm>
#include <cmath>
#include <QRegularExpression>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

domain::Decimal readDecimal(const QString &text)
{
    QString plain = base::withoutGroups(text);
    plain.removeIf([](QChar c) { return c.isSpace(); });
    plain.replace(u'−', u'-');
    if (plain.endsWith(u'%'))
        plain.chop(1);
    static const QRegularExpression form(u"^-?[0-9]{1,15}([.,][0-9]{1,18})?(e[+-]?[0-9]{1,2})?$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (!form.match(plain).hasMatch())
        return std::nullopt;
    bool good = false;
    const double value = plain.replace(u',', u'.').toDouble(&good);
    return good && std::isfinite(value) ? domain::Decimal(value) : std::nullopt;
}

domain::Decimal readAmount(const QString &text)
{
    static const QRegularExpression thousandsPerhaps(u"^\\s*-?[1-9]\\d{0,2}(?:[.,]\\d{3})+\\s*$"_s);
    const QString figure = base::withoutEuros(text);
    return thousandsPerhaps.match(figure).hasMatch() ? domain::Decimal() : readDecimal(figure);
}

domain::Answer readAnswer(const QString &text)
{
    static const QStringList yes{u"oui"_s,  u"o"_s,   u"x"_s,      u"1"_s,   u"vrai"_s,
                                 u"true"_s, u"yes"_s, u"signee"_s, u"fait"_s};
    static const QStringList no{u"non"_s, u"n"_s, u"0"_s, u"faux"_s, u"false"_s, u"no"_s, u"aucune"_s, u"aucun"_s};
    if (isFormula(text)) // "=1" is no yes
        return std::nullopt;
    const QString folded = base::fold(text);
    if (yes.contains(folded) || text.trimmed() == u"✓" || text.trimmed() == u"☒")
        return true;
    return no.contains(folded) ? domain::Answer(false) : std::nullopt;
}

QDate readDate(const QString &text)
{
    static const QRegularExpression serial(u"^[2-6]\\d{4}$"_s); // 1954 to 2091
    static const QRegularExpression withHour(
        u"^(?:(\\d{4}-\\d{2}-\\d{2})[T ].*|(\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}) \\d{1,2}[:h]\\d{2}(?::\\d{2})?)$"_s);
    const QString plain = text.trimmed();
    if (serial.match(plain).hasMatch())
        return QDate(1899, 12, 30).addDays(plain.toInt());
    const auto dated = withHour.match(plain);
    return base::writtenDate(dated.hasMatch() ? dated.captured(1) + dated.captured(2) : plain).value_or(QDate());
}

QString readPhone(const QString &text)
{
    QString digits = text;
    digits.removeIf([](QChar c) { return c.isSpace() || c == u'.' || c == u'-' || c == u'/'; });
    static const QRegularExpression abroad(u"^(\\+33|0033)\\(?0?\\)?"_s);
    digits.replace(abroad, u"0"_s);
    static const QRegularExpression form(u"^0?[1-9]\\d{8}$"_s);
    if (!form.match(digits).hasMatch())
        return text.simplified();
    digits = digits.rightJustified(10, u'0');
    QStringList pairs;
    for (qsizetype i = 0; i < digits.size(); i += 2)
        pairs.push_back(digits.mid(i, 2));
    return pairs.join(u' ');
}

QString readInsee(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{4,5}|2[AB]\\d{3})$"_s);
    const QString code = text.trimmed().toUpper();
    return form.match(code).hasMatch() ? code.rightJustified(5, u'0') : QString();
}

bool isTotalWord(const QString &text)
{
    // Never any word behind: « Total Énergies » is a name.
    static const QString counted =
        u"(?:membres?|adherents?|professionnels?(?: de sante)?|partenaires?|communes?|structures?|personnes?|acteurs?|"
        "habitants?|population|territoire|cpts|depenses?|charges?|produits?|recettes?|ht|ttc|euros?|etp)"_s;
    static const QRegularExpression form(u"^(?:(?:sous|s|grand) ?)?tot(?:al|aux)(?: gener(?:al|ale|aux))?"
                                         "(?: (?:des? |du |par |en )?%1)?(?: \\d+)*(?: %1)?$"_s.arg(counted));
    static const QRegularExpression part(u"^sous ?tot(?:al|aux)(?: |$)"_s); // no name begins so
    const QString folded = base::fold(text);
    return form.match(folded).hasMatch() || part.match(folded).hasMatch();
}

QString summedUp(const QString &text)
{
    static const QRegularExpression sum(u"^(?:(?:sous|s) ?)?tot(?:al|aux) (?:des? |du |d )?(.+)$"_s);
    return sum.match(base::fold(text)).captured(1);
}

bool isFormula(const QString &text)
{
    // Of a name right before its parenthesis; « patient(s) » is a plural.
    static const QRegularExpression call(u"(?:^.|[-+*/^&<>=(;,])[\\p{L}][\\p{L}\\d_.]*"
                                         "\\((?!(?:s|x|e|es|ne|nes|le|les|rice|rices|trice|trices)\\))"_s);
    static const QRegularExpression elsewhere(u"\\w\\s*\\||!\\$?[A-Z]{1,3}\\$?\\d"_s); // another program, another sheet
    static const QRegularExpression cells(
        u"^.(?:\\$?[A-Z]{1,3}\\$?\\d{1,7}|\\d+(?:[.,]\\d+)?|\"[^\"]*\"|[-+*/^&<>=();:,%\\s])++$"_s);
    static const QString equals = u"=＝"_s, others = u"+@＋＠"_s;
    if (text.isEmpty())
        return false;
    const QChar first = text.front();
    if (first == u'-')
        return text.size() > 1 && (text[1].isLetter() || text[1] == u'(') && call.match(text).hasMatch();
    const bool holdsDigit = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (!equals.contains(first) && !others.contains(first))
        return false;
    return call.match(text).hasMatch() || elsewhere.match(text).hasMatch() ||
           (equals.contains(first) && holdsDigit && cells.match(text).hasMatch());
}

} // namespace imports
