// Bold and italic inside a line.
#include "base/rich_line.h"

#include <algorithm>

namespace base
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype none = -1;

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark();
}

// What no opening star stands before: it ends what precedes.
bool closes(QChar c)
{
    const auto category = c.category();
    return category == QChar::Punctuation_Close || category == QChar::Punctuation_FinalQuote ||
           QStringView(u".,;:!?").contains(c);
}

// What no closing star stands after: it opens what follows.
bool opens(QChar c)
{
    const auto category = c.category();
    return category == QChar::Punctuation_Open || category == QChar::Punctuation_InitialQuote;
}

bool mayBegin(QChar inner)
{
    return !inner.isSpace() && !closes(inner);
}

bool mayEnd(QChar inner)
{
    return !inner.isSpace() && !opens(inner);
}

// One, two or three stars in a row.
struct Stars {
    size_t piece = 0;
    qsizetype length = 0;
    bool opens = false;
    bool closes = false;
};

// Cuts words into pieces, then finds the pairs among the stars. A pair of one look is independent of those of the
// other.
class InlineReader
{
public:
    InlineReader(QStringView words, Place place) : m_words(words), m_place(place) {}

    std::vector<InlinePiece> read()
    {
        cut();
        m_looks.assign(m_pieces.size() + 1, {});
        m_taken.assign(m_pieces.size(), 0);
        for (const Stars &stars : m_stars)
            pair(stars);
        return shown();
    }

private:
    struct Changes {
        int bold = 0;
        int italic = 0;
    };

    void cut()
    {
        qsizetype at = 0;
        while (at < m_words.size()) {
            if (m_words[at] == u'*')
                at = cutStars(at);
            else if (m_words[at] == u'\\')
                at = cutBackslashes(at);
            else
                put(at++, 1);
        }
    }

    // Words go on from the piece before when it is words too.
    void put(qsizetype start, qsizetype length, bool mark = false)
    {
        if (length == 0)
            return;
        if (!mark && !m_pieces.empty() && !m_pieces.back().mark && !m_lastIsStars)
            m_pieces.back().length += length;
        else
            m_pieces.push_back({start, length, mark});
        m_lastIsStars = false;
    }

    qsizetype cutStars(qsizetype at)
    {
        qsizetype end = at;
        while (end < m_words.size() && m_words[end] == u'*')
            ++end;
        Stars stars{m_pieces.size(), end - at};
        if (stars.length > 3) {
            put(at, end - at);
            return end;
        }
        const bool before = at > 0;
        const bool after = end < m_words.size();
        const bool inWord = stars.length != 2; // a single star inside a word is a star
        stars.opens = after && mayBegin(m_words[end]) && !(inWord && before && isWordCharacter(m_words[at - 1]));
        stars.closes = before && mayEnd(m_words[at - 1]) && !(inWord && after && isWordCharacter(m_words[end]));
        m_stars.push_back(stars);
        m_pieces.push_back({at, end - at});
        m_lastIsStars = true;
        return end;
    }

    // Before a star (or a bar in a cell) two backslashes say one, and one takes its meaning; elsewhere they are words.
    qsizetype cutBackslashes(qsizetype at)
    {
        qsizetype end = at;
        while (end < m_words.size() && m_words[end] == u'\\')
            ++end;
        const bool speaks =
            end < m_words.size() && (m_words[end] == u'*' || (m_place == Place::Cell && m_words[end] == u'|'));
        if (!speaks) {
            put(at, end - at);
            return end;
        }
        const qsizetype kept = (end - at) / 2;
        put(at, kept);
        put(at + kept, end - at - kept, true);
        if ((end - at) % 2 == 1)
            put(end++, 1);
        return end;
    }

    void pair(const Stars &stars)
    {
        const bool bold = stars.length >= 2;
        const bool italic = stars.length != 2;
        const bool closing = stars.closes && (!bold || m_bold != none) && (!italic || m_italic != none);
        if (closing) {
            if (bold)
                close(m_bold, stars, 2, &Changes::bold);
            if (italic)
                close(m_italic, stars, 1, &Changes::italic);
        } else if (stars.opens) {
            if (bold)
                m_bold = qsizetype(stars.piece);
            if (italic)
                m_italic = qsizetype(stars.piece);
        }
    }

    void close(qsizetype &opened, const Stars &stars, int length, int Changes::*look)
    {
        m_taken[size_t(opened)] += length;
        m_taken[stars.piece] += length;
        m_looks[size_t(opened) + 1].*look += 1;
        m_looks[stars.piece].*look -= 1;
        opened = none;
    }

    [[nodiscard]] std::vector<InlinePiece> shown() const
    {
        std::vector<InlinePiece> pieces;
        Changes now;
        for (size_t i = 0; i < m_pieces.size(); ++i) {
            now.bold += m_looks[i].bold;
            now.italic += m_looks[i].italic;
            InlinePiece piece = m_pieces[i];
            piece.bold = now.bold > 0;
            piece.italic = now.italic > 0;
            const int taken = m_taken[i];
            if (taken > 0 && taken < piece.length) { // of three stars, those without a pair
                InlinePiece words = piece;
                words.length -= taken;
                pieces.push_back(words);
                piece.start += words.length;
                piece.length = taken;
            }
            piece.mark = piece.mark || taken > 0;
            pieces.push_back(piece);
        }
        return pieces;
    }

    QStringView m_words;
    Place m_place;
    std::vector<InlinePiece> m_pieces;
    std::vector<Stars> m_stars;
    std::vector<Changes> m_looks; // where bold and italic begin and end, by piece
    std::vector<int> m_taken;     // of the stars of a piece: how many are marks
    bool m_lastIsStars = false;
    qsizetype m_bold = none; // pieces that wait for their pair
    qsizetype m_italic = none;
};

// Ranges of characters of one look, each handed over with its end.
template <class Treat>
void forEachRange(std::vector<quint8> &looks, quint8 look, const Treat &treat)
{
    for (size_t from = 0; from < looks.size(); ++from) {
        if (!(looks[from] & look))
            continue;
        size_t to = from;
        while (to < looks.size() && (looks[to] & look))
            ++to;
        treat(from, to);
        from = to;
    }
}

void clear(std::vector<quint8> &looks, size_t from, size_t to, quint8 look)
{
    for (size_t i = from; i < to; ++i)
        looks[i] &= quint8(~look);
}

// Takes off the looks that marks can't say.
void keepWritable(StyledText &text)
{
    const auto at = [&text](size_t i) { return text.text[qsizetype(i)]; };
    for (const quint8 look : {StyledText::Bold, StyledText::Italic})
        forEachRange(text.looks, look, [&](size_t from, size_t to) {
            size_t first = from;
            while (first < to && !mayBegin(at(first)))
                ++first;
            size_t last = to;
            while (last > first && !mayEnd(at(last - 1)))
                --last;
            clear(text.looks, from, first, look);
            clear(text.looks, last, to, look);
        });
    const std::vector<quint8> before = text.looks;
    const auto boldEdge = [&before](size_t i) { return (before[i - 1] ^ before[i]) & StyledText::Bold; };
    forEachRange(text.looks, StyledText::Italic, [&](size_t from, size_t to) {
        // At one edge, both looks may begin or end, but not one begin and the other end.
        const bool crossedStart = from > 0 && boldEdge(from) && !(before[from] & StyledText::Bold);
        const bool crossedEnd = to < before.size() && boldEdge(to) && (before[to] & StyledText::Bold);
        const bool inWord =
            (from > 0 && isWordCharacter(at(from - 1))) || (to < before.size() && isWordCharacter(at(to)));
        if (crossedStart || crossedEnd || inWord)
            clear(text.looks, from, to, StyledText::Italic);
    });
}

class InlineWriter
{
public:
    InlineWriter(const StyledText &text, Place place, bool escaping)
        : m_text(text), m_place(place), m_escaping(escaping)
    {
    }

    QString write()
    {
        quint8 look = 0;
        for (qsizetype i = 0; i < m_text.text.size(); ++i) {
            change(look, m_text.looks[size_t(i)]);
            const QChar c = m_text.text[i];
            if ((m_escaping && c == u'*') || (m_place == Place::Cell && c == u'|'))
                m_out += QString(doubledBackslashes() + 1, u'\\');
            m_out += c;
        }
        change(look, 0);
        return m_out;
    }

private:
    void change(quint8 &look, quint8 next)
    {
        const int changed = look ^ next;
        const int stars = (changed & StyledText::Bold ? 2 : 0) + (changed & StyledText::Italic ? 1 : 0);
        if (stars > 0)
            m_out += QString(doubledBackslashes(), u'\\') + QString(stars, u'*');
        look = next;
    }

    // As many as there are at the end: what follows would read them as its own.
    [[nodiscard]] qsizetype doubledBackslashes() const
    {
        qsizetype count = 0;
        while (count < m_out.size() && m_out[m_out.size() - count - 1] == u'\\')
            ++count;
        return count;
    }

    const StyledText &m_text;
    Place m_place;
    bool m_escaping;
    QString m_out;
};

} // namespace

std::vector<InlinePiece> readInline(QStringView words, Place place)
{
    return InlineReader(words, place).read();
}

void StyledText::append(QStringView words, quint8 look)
{
    text += words;
    looks.insert(looks.end(), size_t(words.size()), look);
}

StyledText styled(QStringView words, Place place)
{
    StyledText text;
    for (const InlinePiece &piece : readInline(words, place))
        if (!piece.mark)
            text.append(words.mid(piece.start, piece.length),
                        quint8((piece.bold ? StyledText::Bold : 0) | (piece.italic ? StyledText::Italic : 0)));
    return text;
}

QString written(const StyledText &text, Place place)
{
    StyledText kept = text;
    keepWritable(kept);
    // Most stars need no backslash: "2 * 3" stays as somebody would type it.
    const QString plain = InlineWriter(kept, place, false).write();
    return styled(plain, place) == kept ? plain : InlineWriter(kept, place, true).write();
}

} // namespace base
