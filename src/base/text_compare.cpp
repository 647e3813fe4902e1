#include "base/text_compare.h"

#include <algorithm>
#include <QStringList>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostCells = 4'000'000; // of the table of lengths: beyond, the middle of the texts is all different
constexpr qsizetype wordsShown = 8;        // beside a difference
constexpr qsizetype shortest = 4;          // letters: « 1. » and « M. » end no sentence

// For each item of `a`, the item of `b` that it is common with, or -1; in the same order in both.
std::vector<qsizetype> matches(const QStringList &a, const QStringList &b)
{
    std::vector<qsizetype> found(size_t(a.size()), -1);
    qsizetype start = 0;
    while (start < a.size() && start < b.size() && a[start] == b[start]) {
        found[size_t(start)] = start;
        ++start;
    }
    qsizetype endA = a.size(), endB = b.size();
    while (endA > start && endB > start && a[endA - 1] == b[endB - 1])
        found[size_t(--endA)] = --endB;
    const qsizetype rows = endA - start, columns = endB - start;
    if (rows == 0 || columns == 0 || rows * columns > mostCells)
        return found;
    // The longest common sequence from each pair of places on.
    std::vector<quint16> lengths(size_t((rows + 1) * (columns + 1)), 0);
    const auto at = [&](qsizetype row, qsizetype column) -> quint16 & {
        return lengths[size_t(row * (columns + 1) + column)];
    };
    for (qsizetype row = rows - 1; row >= 0; --row)
        for (qsizetype column = columns - 1; column >= 0; --column)
            at(row, column) = a[start + row] == b[start + column] ? quint16(at(row + 1, column + 1) + 1)
                                                                  : std::max(at(row + 1, column), at(row, column + 1));
    for (qsizetype row = 0, column = 0; row < rows && column < columns;) {
        if (a[start + row] == b[start + column])
            found[size_t(start + row++)] = start + column++;
        else if (at(row + 1, column) >= at(row, column + 1))
            ++row;
        else
            ++column;
    }
    return found;
}

// Each with the spaces and breaks that follow it.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    qsizetype from = 0;
    for (qsizetype at = 1; at <= text.size(); ++at) {
        const bool begins = at < text.size() && text[at - 1].isSpace() && !text[at].isSpace();
        if (begins || at == text.size()) {
            words << text.mid(from, at - from);
            from = at;
        }
    }
    return words;
}

// A line, or a sentence of one.
struct Piece {
    QString text;
    bool endsLine = false;
};

bool isListItem(const QString &line)
{
    const QString begin = line.trimmed();
    return begin.startsWith("- "_L1) || begin.startsWith("* "_L1) || (!begin.isEmpty() && begin.front().isDigit());
}

std::vector<Piece> piecesOf(const QString &text)
{
    std::vector<Piece> pieces;
    for (const QString &line : text.split(u'\n')) {
        qsizetype from = 0;
        for (qsizetype at = 1; at + 1 < line.size() && !isListItem(line); ++at)
            if (line[at] == u' ' && u".!?"_s.contains(line[at - 1]) && at - from >= shortest &&
                line[at + 1].isUpper()) {
                pieces.push_back({line.mid(from, at - from)});
                from = at + 1;
            }
        pieces.push_back({line.mid(from), true});
    }
    return pieces;
}

QStringList textsOf(const std::vector<Piece> &pieces)
{
    QStringList texts;
    for (const Piece &piece : pieces)
        texts << piece.text;
    return texts;
}

} // namespace

std::vector<Passage> comparedWith(const QString &text, const QString &other)
{
    const QStringList words = wordsOf(text);
    QStringList bare, others;
    for (const QString &word : words)
        bare << word.trimmed();
    for (const QString &word : wordsOf(other))
        others << word.trimmed();
    const std::vector<qsizetype> found = matches(bare, others);
    std::vector<Passage> passages;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const bool common = found[size_t(at)] >= 0;
        if (passages.empty() || passages.back().common != common)
            passages.push_back({{}, common});
        passages.back().text += words[at];
    }
    return passages;
}

std::vector<Passage> differences(const QString &text, const QString &other)
{
    std::vector<Passage> passages = comparedWith(text, other);
    for (size_t at = 0; at < passages.size(); ++at) {
        const QStringList words = wordsOf(passages[at].text);
        if (!passages[at].common || words.size() <= 3 * wordsShown || passages.size() == 1)
            continue;
        const bool first = at == 0, last = at + 1 == passages.size();
        passages[at].text = (first ? QString() : words.first(wordsShown).join(QString())) + u"… "_s +
                            (last ? QString() : words.last(wordsShown).join(QString()));
    }
    return passages;
}

QString bothTexts(const QString &mine, const QString &theirs)
{
    const std::vector<Piece> a = piecesOf(mine), b = piecesOf(theirs);
    const std::vector<qsizetype> found = matches(textsOf(a), textsOf(b));
    std::vector<Piece> both;
    size_t taken = 0; // of theirs
    const auto takeTheirs = [&](size_t upTo) {
        while (taken < upTo)
            both.push_back(b[taken++]);
    };
    for (size_t at = 0; at < a.size(); ++at) {
        const bool common = found[at] >= 0;
        if (common)
            takeTheirs(size_t(found[at]));
        both.push_back(a[at]);
        if (common) {
            both.back().endsLine |= b[size_t(found[at])].endsLine;
            ++taken;
        }
    }
    takeTheirs(b.size());
    QString text;
    for (size_t at = 0; at < both.size(); ++at)
        text += both[at].text + (at + 1 == both.size() ? QString() : both[at].endsLine ? u"\n"_s : u" "_s);
    return text;
}

} // namespace base
