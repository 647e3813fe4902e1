#include "base/word_width.h"

#include <algorithm>
#include <array>
#include <QString>

namespace base
{

namespace
{

// Advances in thousandths of an em, from the hmtx tables of Liberation Sans 2.1.5.
using Advances = std::array<short, 95>; // U+0020 to U+007E
constexpr Advances regularAscii{278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
                                556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
                                1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
                                667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
                                333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
                                556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr Advances boldAscii{278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
                             556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
                             975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
                             667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
                             333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
                             611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};

struct Advance {
    char16_t character;
    short regular;
    short bold;
};
constexpr Advance others[] = {
    {u'\u00A0', 278, 278}, {u'\u202F', 278, 278}, {u'’', 222, 278}, {u'‘', 222, 278}, {u'“', 333, 500},
    {u'”', 333, 500},      {u'«', 556, 556},      {u'»', 556, 556}, {u'–', 556, 556}, {u'\u2011', 333, 333},
    {u'œ', 944, 944},      {u'æ', 889, 889},      {u'ø', 611, 611}, {u'ß', 611, 611}, {u'€', 556, 556},
    {u'°', 400, 400},      {u'·', 278, 278},      {u'•', 350, 350}, {u'²', 333, 333}, {u'³', 333, 333},
    {u'×', 584, 584},      {u'µ', 576, 576},      {u'§', 556, 556}, {u'ª', 370, 370}, {u'º', 365, 365},
};
constexpr short wholeEm = 1000;
constexpr short narrowestAccent = 278; // an accent is wider than the i that bears it

short advance(QChar c, bool bold)
{
    if (c >= u' ' && c <= u'~')
        return (bold ? boldAscii : regularAscii)[size_t(c.unicode() - u' ')];
    if (c.isLowSurrogate() || c.isMark() || c.category() == QChar::Other_Format)
        return 0;
    for (const Advance &other : others)
        if (other.character == c)
            return bold ? other.bold : other.regular;
    if (c.decompositionTag() == QChar::Canonical)
        return std::max(advance(c.decomposition().front(), bold), narrowestAccent);
    return wholeEm;
}

} // namespace

double wordWidth(QStringView word, bool bold)
{
    int thousandths = 0;
    for (const QChar c : word)
        thousandths += advance(c, bold);
    return thousandths / 1000.0;
}

} // namespace base
