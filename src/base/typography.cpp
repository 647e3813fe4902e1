#include "base/typography.h"

#include <algorithm>
#include <QRegularExpression>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr QChar noBreak(0x00A0);
constexpr QChar narrow(0x202F);
constexpr int telephoneDigits = 10;

bool isSpace(QChar c)
{
    return c == u' ' || c == noBreak || c == narrow;
}

// URLs and e-mail addresses: their punctuation is not prose.
const QRegularExpression &untouchable()
{
    static const QRegularExpression expression(
        uR"((?:https?://|www\.)[^\s<>«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b\d{1,2}:\d{2}\b)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

const QRegularExpression &boundPairs()
{
    static const QRegularExpression expression(
        uR"((?<=\d)[ \x{00A0}\x{202F}](?=(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|habitants?|km|ans|%|€)(?!\w))|(?<=\bM\.|\bn°|\bart\.|\bp\.|\bDr|\bMme)[ ](?=[\w\d])|(?<=\b[Aa]nnexe|\b[Aa]nnexes|\bpage|\bpages)[ ](?=\d)|(?<=\d)[ \x{00A0}](?=\d{3}(?!\d)))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

// A French telephone number as people write it: its pairs of digits stay on one line.
const QRegularExpression &telephone()
{
    static const QRegularExpression expression(
        uR"((?<![\d.,])(?:\+33[ \x{00A0}]?[1-9]|0[1-9])(?:[ \x{00A0}]\d{2}){4}(?!\d))"_s);
    return expression;
}

// "-20 %" after a space or a parenthesis: a hyphen typed for a minus sign.
const QRegularExpression &typedMinus()
{
    static const QRegularExpression expression(
        uR"((?<![^\s(])-(?=\d+(?:[.,]\d+)?[ \x{00A0}\x{202F}]?(?:%|€|points?\b)))"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    return expression;
}

void bindTelephones(QString &text)
{
    auto matches = telephone().globalMatch(text); // of a copy: lengths don't change
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i)
            if (text.at(i) == u' ')
                text[i] = noBreak;
    }
}

// Puts `space` before a mark, replacing any space already there; nothing at the start of a line. A text that begins
// with a space goes on from another one (a run after a bold run): there the space stays.
void spaceBefore(QString &out, QChar space)
{
    const bool spaced = !out.isEmpty() && isSpace(out.back());
    while (!out.isEmpty() && isSpace(out.back()))
        out.chop(1);
    if (!out.isEmpty() && out.back() == u'«')
        out += noBreak; // « ? »: the space of the quotation mark, on both sides
    else if (out.isEmpty() ? spaced : out.back() != u'\n' && out.back() != u'(')
        out += space;
}

bool isMark(QChar c)
{
    return c == u';' || c == u'!' || c == u'?';
}

// What prose is changed at or around; all that stands between is taken whole.
bool isTouched(QChar c)
{
    return isMark(c) || c == u':' || c == u'«' || c == u'»' || c == u'\'';
}

void addProse(QString &out, QStringView prose)
{
    for (qsizetype i = 0; i < prose.size(); ++i) {
        const auto next = std::find_if(prose.begin() + i, prose.end(), isTouched) - prose.begin();
        out += prose.sliced(i, next - i);
        i = next;
        if (i == prose.size())
            return;
        const QChar c = prose.at(i);
        const bool afterMark = !out.isEmpty() && isMark(out.back());
        if (isMark(c) && !afterMark) {
            spaceBefore(out, narrow);
            out += c;
        } else if (c == u':' && !out.isEmpty() && !out.back().isDigit()) {
            spaceBefore(out, noBreak);
            out += c;
        } else if (c == u'»') {
            spaceBefore(out, noBreak);
            out += c;
        } else if (c == u'«') {
            out += c;
            const qsizetype mark = i;
            while (i + 1 < prose.size() && isSpace(prose.at(i + 1)))
                ++i;
            const bool ends = i + 1 == prose.size();
            if (ends ? i > mark : prose.at(i + 1) != u'\n')
                out += noBreak;
        } else if (c == u'\'') {
            out += u'’';
        } else { // a mark after another, a colon after a figure
            out += c;
        }
    }
}

// What the costly rules look for. Most labels have none of it.
struct Signs {
    bool touched = false; // a mark that wants a space, an apostrophe
    bool address = false; // of the web, of mail, or an hour
    bool hyphen = false;
    bool pair = false; // a number or an abbreviation that a word follows
    int digits = 0;

    explicit Signs(const QString &text)
    {
        for (qsizetype at = 0; at < text.size(); ++at) {
            const QChar c = text.at(at);
            touched = touched || isTouched(c);
            digits += c.isDigit();
            hyphen = hyphen || c == u'-';
            address = address || c == u'@' || (c == u':' && beginsAddress(text, at)) ||
                      (c == u'.' && QStringView(text).first(at).endsWith("www"_L1));
            pair = pair || c == u'°' || (c == u'.' && endsAbbreviation(text, at));
        }
        pair = pair || digits > 0 || text.contains("Dr "_L1) || text.contains("Mme "_L1);
    }

private:
    // "https://", "8:30"
    static bool beginsAddress(const QString &text, qsizetype colon)
    {
        return colon + 1 < text.size() && (text.at(colon + 1) == u'/' || text.at(colon + 1).isDigit());
    }
    // "M. ", "art. ", "p. "
    static bool endsAbbreviation(const QString &text, qsizetype stop)
    {
        const QStringView before = QStringView(text).first(stop);
        return stop + 1 < text.size() && text.at(stop + 1) == u' ' &&
               (before.endsWith(u'M') || before.endsWith("art"_L1) || before.endsWith(u'p'));
    }
};

} // namespace

QString frenchTypography(const QString &text)
{
    const Signs signs(text);
    if (!signs.touched && !signs.pair)
        return text;
    QString out;
    out.reserve(text.size() + 8);
    qsizetype done = 0;
    auto matches = signs.address ? untouchable().globalMatch(text) : QRegularExpressionMatchIterator();
    while (matches.hasNext()) {
        const auto match = matches.next();
        addProse(out, QStringView(text).mid(done, match.capturedStart() - done));
        out += match.captured();
        done = match.capturedEnd();
    }
    addProse(out, QStringView(text).mid(done));
    if (signs.digits >= telephoneDigits)
        bindTelephones(out);
    if (signs.digits > 0 && signs.hyphen)
        out.replace(typedMinus(), u"−"_s);
    return signs.pair ? out.replace(boundPairs(), QString(noBreak)) : out;
}

} // namespace base
