#include "reference/sigle_text.h"

#include "base/text.h"

#include <algorithm>

namespace reference
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr QChar unbreakableHyphen(0x2011);

bool isHyphen(QChar c)
{
    return c == u'-' || c == unbreakableHyphen;
}

bool inWord(QChar c)
{
    return c.isLetterOrNumber() || isHyphen(c);
}

// Whether what touches the word makes it a part of something longer.
bool glued(const QString &text, qsizetype from, qsizetype to)
{
    static const QString joints = u"/@_&#"_s;
    const QChar before = from > 0 ? text[from - 1] : QChar(u' ');
    const QChar after = to < text.size() ? text[to] : QChar(u' ');
    const bool domain = after == u'.' && to + 1 < text.size() && text[to + 1].isLetterOrNumber();
    return joints.contains(before) || before == u'.' || joints.contains(after) || domain;
}

QStringView stem(QStringView word)
{
    if (word.size() > 2 && (word.endsWith(u's') || word.endsWith(u'x')))
        word.chop(1);
    while (word.size() > 1 && word.endsWith(u'e'))
        word.chop(1);
    return word;
}

} // namespace

std::vector<SigleWord> sigleWords(const QString &text)
{
    std::vector<SigleWord> words;
    for (qsizetype from = 0; from < text.size();) {
        if (!text[from].isLetterOrNumber()) {
            ++from;
            continue;
        }
        qsizetype to = from;
        while (to < text.size() && inWord(text[to]))
            ++to;
        const qsizetype next = to;
        while (isHyphen(text[to - 1]))
            --to;
        const QString word = text.mid(from, to - from);
        const bool capital = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isUpper(); });
        if (capital && word.size() > 1 && !glued(text, from, to))
            words.push_back({from, word});
        from = next;
    }
    return words;
}

QString stems(const QString &text)
{
    const QString folded = base::fold(text);
    QString found;
    found.reserve(folded.size() + 2);
    found += u' ';
    for (const QStringView word : QStringView(folded).tokenize(u' ', Qt::SkipEmptyParts)) {
        found += stem(word);
        found += u' ';
    }
    return found;
}

} // namespace reference
