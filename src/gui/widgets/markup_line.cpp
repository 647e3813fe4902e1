#include "gui/widgets/markup_line.h"

#include <algorithm>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::InlinePiece;
using base::LineMark;
using base::StyledText;

std::vector<Stretch> stretchesOf(const QString &line)
{
    const LineMark mark = base::readMark(line);
    std::vector<Stretch> stretches;
    if (mark.kind == LineMark::Kind::Row)
        for (const QStringView cell : base::cellsOf(line))
            stretches.push_back({int(cell.data() - QStringView(line).data()), int(cell.size()), base::Place::Cell});
    else if (mark.kind != LineMark::Kind::Rule && mark.kind != LineMark::Kind::Picture)
        stretches.push_back({int(mark.content), int(line.size() - mark.content), base::Place::Line});
    return stretches;
}

StretchWords::StretchWords(const QString &line, const Stretch &stretch) : m_stretch(stretch)
{
    const QStringView words = QStringView(line).mid(stretch.start, stretch.length);
    m_pieces = base::readInline(words, stretch.place);
    m_text = base::styled(words, stretch.place);
}

int StretchWords::shownBefore(int position) const
{
    const qsizetype at = position - m_stretch.start;
    qsizetype shown = 0;
    for (const InlinePiece &piece : m_pieces)
        if (!piece.mark)
            shown += std::clamp<qsizetype>(at - piece.start, 0, piece.length);
    return int(shown);
}

int StretchWords::before(int shown) const
{
    qsizetype left = shown;
    for (const InlinePiece &piece : m_pieces) {
        if (piece.mark)
            continue;
        if (left < piece.length)
            return m_stretch.start + int(piece.start + left);
        left -= piece.length;
    }
    return m_stretch.end();
}

int StretchWords::after(int shown) const
{
    qsizetype left = shown;
    for (const InlinePiece &piece : m_pieces) {
        if (piece.mark)
            continue;
        if (left > 0 && left <= piece.length)
            return m_stretch.start + int(piece.start + left);
        left -= piece.length;
    }
    return m_stretch.start;
}

quint8 StretchWords::lookAt(int position) const
{
    const qsizetype at = position - m_stretch.start;
    const auto lookOf = [](const InlinePiece &piece) {
        return quint8((piece.bold ? StyledText::Bold : 0) | (piece.italic ? StyledText::Italic : 0));
    };
    for (size_t i = 0; i < m_pieces.size(); ++i) {
        const InlinePiece &piece = m_pieces[i];
        if (at <= piece.start || at > piece.start + piece.length)
            continue;
        if (!piece.mark)
            return lookOf(piece);
        const bool passed = at == piece.start + piece.length;
        return passed && i + 1 < m_pieces.size() && !m_pieces[i + 1].mark ? lookOf(m_pieces[i + 1]) : quint8(0);
    }
    return !m_pieces.empty() && at == 0 && !m_pieces.front().mark ? lookOf(m_pieces.front()) : quint8(0);
}

StretchWords::Marked StretchWords::markAt(int position) const
{
    const qsizetype at = position - m_stretch.start;
    int shown = 0;
    for (const InlinePiece &piece : m_pieces) {
        const bool here = at >= piece.start && at < piece.start + piece.length;
        if (!here) {
            shown += piece.mark ? 0 : int(piece.length);
            continue;
        }
        if (!piece.mark)
            return {};
        // A mark begins or ends a look: the words on one of its sides have it, those on the other side have not.
        const quint8 left = shown > 0 ? m_text.looks[size_t(shown - 1)] : quint8(0);
        const quint8 right = shown < size() ? m_text.looks[size_t(shown)] : quint8(0);
        Marked marked{quint8(left ^ right), shown, shown};
        const auto has = [this, &marked](int i) { return (m_text.looks[size_t(i)] & marked.look) != 0; };
        while (marked.first > 0 && has(marked.first - 1))
            --marked.first;
        while (marked.last < size() && has(marked.last))
            ++marked.last;
        return marked;
    }
    return {};
}

bool StretchWords::touchesMark(int position) const
{
    const qsizetype at = position - m_stretch.start;
    return std::any_of(m_pieces.begin(), m_pieces.end(), [at](const InlinePiece &piece) {
        return piece.mark && (piece.start == at || piece.start + piece.length == at);
    });
}

QString withWords(const QString &line, const Stretch &stretch, const StyledText &words)
{
    const QString before = line.left(stretch.start);
    const QString written = base::written(words, stretch.place);
    if (stretch.place == base::Place::Cell)
        return before + base::asCell(written) + line.mid(stretch.end());
    return before.isEmpty() ? base::asText(written) : before + written;
}

QString itemStart(int level, int number)
{
    return QString(2 * (level - 1), u' ') + (number > 0 ? QString::number(number) + u". "_s : u"- "_s);
}

QString withoutItem(const QString &line)
{
    const LineMark mark = base::readMark(line);
    return mark.kind == LineMark::Kind::Text && !mark.escaped ? line.trimmed() : line.mid(mark.content);
}

} // namespace gui
