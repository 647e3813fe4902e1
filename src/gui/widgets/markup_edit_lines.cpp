#include "gui/widgets/markup_edit_lines.h"

#include "gui/widgets/markup_edit.h"

#include <algorithm>
#include <array>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::LineMark;
using base::StyledText;

namespace
{

std::vector<QTextBlock> linesOf(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    const QTextBlock last = document->findBlock(cursor.selectionEnd());
    std::vector<QTextBlock> lines;
    for (QTextBlock block = document->findBlock(cursor.selectionStart()); block.isValid(); block = block.next()) {
        // A choice that ends at the start of a line does not hold that line.
        if (!lines.empty() && block == last && block.position() == cursor.selectionEnd())
            break;
        lines.push_back(block);
        if (block == last)
            break;
    }
    return lines;
}

bool isItem(const QTextBlock &block)
{
    return block.isValid() && base::readMark(block.text()).isItem();
}

ListKind kindOf(const LineMark &mark)
{
    return mark.kind == LineMark::Kind::Numbered ? ListKind::Numbers : ListKind::Bullets;
}

// A choice holds the whole of the lines that were changed, marks included.
void takeLineStart(QTextCursor &cursor, const QTextBlock &first)
{
    if (!cursor.hasSelection())
        return;
    const int end = cursor.selectionEnd();
    cursor.setPosition(first.position());
    cursor.setPosition(end, QTextCursor::KeepAnchor);
}

bool mayBeItem(const QTextBlock &block)
{
    const LineMark mark = base::readMark(block.text());
    return !mark.isTable() && mark.kind != LineMark::Kind::Picture;
}

} // namespace

void replaceLine(const QTextBlock &block, const QString &line)
{
    const QString old = block.text();
    const qsizetype shortest = std::min(old.size(), line.size());
    qsizetype same = 0;
    while (same < shortest && old[same] == line[same])
        ++same;
    if (same > 0 && old[same - 1].isHighSurrogate())
        --same;
    qsizetype end = 0;
    while (end < shortest - same && old[old.size() - 1 - end] == line[line.size() - 1 - end])
        ++end;
    if (end > 0 && old[old.size() - end].isLowSurrogate())
        --end;
    QTextCursor edit(block);
    edit.setPosition(block.position() + int(same));
    edit.setPosition(block.position() + int(old.size() - end), QTextCursor::KeepAnchor);
    if (edit.hasSelection() || line.size() > same + end)
        edit.insertText(line.mid(same, line.size() - same - end));
}

std::optional<size_t> stretchAt(const QTextCursor &cursor)
{
    const std::vector<Stretch> stretches = stretchesOf(cursor.block().text());
    const int position = cursor.positionInBlock();
    for (size_t i = 0; i < stretches.size(); ++i)
        if (position >= stretches[i].start && position <= stretches[i].end())
            return i;
    return std::nullopt;
}

quint8 lookAt(const QTextCursor &cursor)
{
    const auto here = stretchAt(cursor);
    const QString line = cursor.block().text();
    return here ? StretchWords(line, stretchesOf(line).at(*here)).lookAt(cursor.positionInBlock()) : quint8(0);
}

void renumber(const QTextBlock &block)
{
    QTextBlock first = block;
    while (isItem(first.previous()))
        first = first.previous();
    std::array<int, base::deepestItem + 1> last{}; // number of the last item, by level; 0: none
    for (QTextBlock line = first; isItem(line); line = line.next()) {
        const LineMark mark = base::readMark(line.text());
        int &here = last[size_t(mark.level)];
        const int begun = mark.level == 1 ? mark.number : 1;
        const int number = mark.number == 0 ? 0 : here > 0 ? here + 1 : begun;
        here = number;
        if (mark.level == 1)
            last[2] = 0;
        if (number != mark.number)
            replaceLine(line, itemStart(mark.level, number) + line.text().mid(mark.content));
    }
}

void splitLine(QTextCursor &cursor, const QString &start)
{
    const QTextBlock block = cursor.block();
    const QString line = block.text();
    const auto here = stretchAt(cursor);
    const Stretch stretch = here ? stretchesOf(line).at(*here) : Stretch{0, int(line.size()), {}};
    const StretchWords words(line, stretch);
    const auto cut = words.shownBefore(cursor.positionInBlock());
    const StyledText &all = words.text();
    const StyledText left{all.text.left(cut), {all.looks.begin(), all.looks.begin() + cut}};
    StyledText right{all.text.mid(cut), {all.looks.begin() + cut, all.looks.end()}};
    while (!right.text.isEmpty() && right.text.front() == u' ') {
        right.text.remove(0, 1);
        right.looks.erase(right.looks.begin());
    }
    const QString rest = base::written(right);
    replaceLine(block, withWords(line, stretch, left));
    cursor.setPosition(block.position() + block.length() - 1);
    cursor.insertBlock();
    const int position = cursor.position();
    cursor.insertText(start.isEmpty() ? base::asText(rest) : start + rest);
    cursor.setPosition(position + int(start.size()));
}

void toggleList(QTextCursor &cursor, ListKind kind)
{
    std::vector<QTextBlock> lines = linesOf(cursor);
    std::erase_if(lines, [&](const QTextBlock &block) {
        return !mayBeItem(block) || (lines.size() > 1 && block.text().trimmed().isEmpty());
    });
    if (lines.empty())
        return;
    const bool undo = std::all_of(lines.begin(), lines.end(), [kind](const QTextBlock &block) {
        const LineMark mark = base::readMark(block.text());
        return mark.isItem() && kindOf(mark) == kind;
    });
    cursor.beginEditBlock();
    for (const QTextBlock &block : lines) {
        const LineMark mark = base::readMark(block.text());
        const LineMark above = base::readMark(block.previous().text());
        const QString words = withoutItem(block.text());
        const int level = std::max(1, mark.level);
        const bool follows = above.kind == LineMark::Kind::Numbered && above.level == level;
        const int number = kind == ListKind::Bullets ? 0 : follows ? above.number + 1 : 1;
        replaceLine(block, undo ? base::asText(words) : itemStart(level, number) + words);
    }
    for (const QTextBlock &block : {lines.front(), lines.back().next()})
        if (isItem(block))
            renumber(block);
    cursor.endEditBlock();
    takeLineStart(cursor, lines.front());
}

bool shiftItems(QTextCursor &cursor, int by)
{
    std::vector<QTextBlock> lines = linesOf(cursor);
    std::erase_if(lines, [by](const QTextBlock &block) {
        const LineMark mark = base::readMark(block.text());
        const int level = mark.level + by;
        return !mark.isItem() || level < 1 || level > base::deepestItem;
    });
    if (lines.empty())
        return false;
    cursor.beginEditBlock();
    for (const QTextBlock &block : lines) {
        const LineMark mark = base::readMark(block.text());
        replaceLine(block, itemStart(mark.level + by, mark.number > 0 ? 1 : 0) + block.text().mid(mark.content));
    }
    renumber(lines.front());
    cursor.endEditBlock();
    takeLineStart(cursor, lines.front());
    return true;
}

} // namespace gui
