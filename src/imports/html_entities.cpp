#include "imports/html_entities.h"

#include <QHash>
#include <QStringList>

namespace imports
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype longestName = 10;

// U+00A0 to U+00FF, in order.
const QString latin1 =
    u"nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute "
    u"micro "
    "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil "
    "Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
    "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml "
    "igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute "
    "thorn yuml"_s;

const QHash<QString, QString> &names()
{
    static const QHash<QString, QString> all = [] {
        QHash<QString, QString> table{
            {u"amp"_s, u"&"_s},    {u"lt"_s, u"<"_s},     {u"gt"_s, u">"_s},          {u"quot"_s, u"\""_s},
            {u"apos"_s, u"'"_s},   {u"OElig"_s, u"Œ"_s},  {u"oelig"_s, u"œ"_s},       {u"Yuml"_s, u"Ÿ"_s},
            {u"ensp"_s, u" "_s},   {u"emsp"_s, u" "_s},   {u"thinsp"_s, u"\u202F"_s}, {u"zwnj"_s, u""_s},
            {u"zwj"_s, u""_s},     {u"ndash"_s, u"–"_s},  {u"mdash"_s, u"—"_s},       {u"lsquo"_s, u"‘"_s},
            {u"rsquo"_s, u"’"_s},  {u"sbquo"_s, u"‚"_s},  {u"ldquo"_s, u"“"_s},       {u"rdquo"_s, u"”"_s},
            {u"bdquo"_s, u"„"_s},  {u"bull"_s, u"•"_s},   {u"hellip"_s, u"…"_s},      {u"permil"_s, u"‰"_s},
            {u"lsaquo"_s, u"‹"_s}, {u"rsaquo"_s, u"›"_s}, {u"euro"_s, u"€"_s},        {u"trade"_s, u"™"_s},
            {u"larr"_s, u"←"_s},   {u"rarr"_s, u"→"_s},   {u"uarr"_s, u"↑"_s},        {u"darr"_s, u"↓"_s},
            {u"harr"_s, u"↔"_s},   {u"minus"_s, u"−"_s},  {u"le"_s, u"≤"_s},          {u"ge"_s, u"≥"_s},
            {u"ne"_s, u"≠"_s},     {u"asymp"_s, u"≈"_s}};
        char16_t code = 0xA0;
        for (const QString &name : latin1.split(u' '))
            table.insert(name, QChar(code++));
        return table;
    }();
    return all;
}

// What old pages mean by the numbers 128 to 159.
constexpr QStringView windows1252 = u"€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

QString character(QStringView digits)
{
    const bool hexadecimal = digits.startsWith(u'x') || digits.startsWith(u'X');
    bool ok = false;
    const uint code = hexadecimal ? digits.mid(1).toUInt(&ok, 16) : digits.toUInt(&ok, 10);
    if (!ok || code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return {};
    if (code >= 0x80 && code <= 0x9F)
        return windows1252[qsizetype(code - 0x80)];
    return QStringView(QChar::fromUcs4(code)).toString();
}

QString reference(QStringView name)
{
    return name.startsWith(u'#') ? character(name.mid(1)) : names().value(name.toString());
}

} // namespace

QString withoutEntities(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const qsizetype end = text[i] == u'&' ? text.mid(i, longestName + 2).indexOf(u';') : -1;
        const QStringView name = end > 1 ? text.mid(i + 1, end - 1) : QStringView();
        const QString found = name.isEmpty() ? QString() : reference(name);
        if (found.isNull()) {
            out += text[i];
            continue;
        }
        out += found;
        i += end;
    }
    return out;
}

} // namespace imports
