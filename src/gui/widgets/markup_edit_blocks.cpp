// Enter, tables and what is pasted.
#include "gui/widgets/markup_edit.h"
#include "gui/widgets/markup_edit_lines.h"

#include <algorithm>
#include <QStringList>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::LineMark;
using base::StyledText;

namespace
{

bool hasMarks(const QTextCursor &cursor)
{
    const auto here = stretchAt(cursor);
    if (!here)
        return false;
    const QString line = cursor.block().text();
    const Stretch stretch = stretchesOf(line).at(*here);
    const auto pieces = base::readInline(QStringView(line).mid(stretch.start, stretch.length), stretch.place);
    return std::any_of(pieces.begin(), pieces.end(), [](const base::InlinePiece &piece) { return piece.mark; });
}

// After the dash or the number and one space.
qsizetype markEnd(const QString &line, const LineMark &mark)
{
    qsizetype end = mark.content;
    while (end > 1 && line[end - 1].isSpace() && line[end - 2].isSpace())
        --end;
    return end;
}

bool breakItem(QTextCursor &cursor, const LineMark &mark)
{
    const QTextBlock block = cursor.block();
    const QString line = block.text();
    if (cursor.positionInBlock() < markEnd(line, mark))
        return false;
    if (QStringView(line).mid(mark.content).trimmed().isEmpty()) { // an empty item ends the list, level by level
        replaceLine(block, mark.level > 1 ? itemStart(mark.level - 1, mark.number > 0 ? 1 : 0) : QString());
        if (mark.level > 1)
            renumber(block);
        cursor.setPosition(block.position() + block.length() - 1);
        return true;
    }
    cursor.setPosition(block.position() + std::max(cursor.positionInBlock(), int(mark.content)));
    // The same dash as the item before; the number after its own.
    const QString start = mark.number > 0 ? itemStart(mark.level, mark.number + 1) : line.left(markEnd(line, mark));
    splitLine(cursor, start);
    const int position = cursor.position();
    renumber(cursor.block());
    cursor.setPosition(position);
    return true;
}

bool breakRow(QTextCursor &cursor)
{
    const QTextBlock block = cursor.block();
    const auto cells = base::cellsOf(block.text());
    const bool first = !base::readMark(block.previous().text()).isTable();
    if (first && cursor.atBlockStart()) { // room above the table
        cursor.insertBlock();
        cursor.movePosition(QTextCursor::PreviousBlock);
        return true;
    }
    if (!first && std::all_of(cells.begin(), cells.end(), [](QStringView cell) { return cell.isEmpty(); })) {
        replaceLine(block, QString());
        cursor.setPosition(block.position());
        return true;
    }
    QTextBlock above = block;
    if (base::readMark(block.next().text()).kind == LineMark::Kind::Rule)
        above = block.next();
    cursor.setPosition(above.position() + above.length() - 1);
    cursor.insertBlock();
    const int position = cursor.position();
    cursor.insertText(u'|' + u"  |"_s.repeated(qsizetype(cells.size())));
    cursor.setPosition(position + 2);
    return true;
}

// Inside the marks that stand at the cursor, and escaped as the place asks.
void insertWords(QTextCursor &cursor, const StyledText &words)
{
    const auto here = stretchAt(cursor);
    const QString line = cursor.block().text();
    if (!here) {
        cursor.insertText(words.text);
        return;
    }
    const Stretch stretch = stretchesOf(line).at(*here);
    const StretchWords before(line, stretch);
    const int shown = before.shownBefore(cursor.positionInBlock());
    const quint8 look = before.lookAt(cursor.positionInBlock());
    StyledText text = before.text();
    text.text.insert(shown, words.text);
    text.looks.insert(text.looks.begin() + shown, words.looks.begin(), words.looks.end());
    for (qsizetype i = 0; i < words.text.size(); ++i)
        text.looks[size_t(shown + i)] |= look;
    const int block = cursor.block().position();
    replaceLine(cursor.block(), withWords(line, stretch, text));
    const QTextBlock edited = cursor.document()->findBlock(block);
    const StretchWords now(edited.text(), stretchesOf(edited.text()).at(*here));
    cursor.setPosition(block + now.after(shown + int(words.text.size())));
}

bool isMarked(const QString &line)
{
    const LineMark mark = base::readMark(line);
    return mark.kind != LineMark::Kind::Text;
}

bool isBlank(const QString &line)
{
    return withoutItem(line).trimmed().isEmpty();
}

// Lines between what is before the cursor and what is after it: a paragraph joins them, an item or a row does not.
void insertLines(QTextCursor &cursor, const QStringList &lines)
{
    if (hasMarks(cursor)) { // each side keeps its looks
        splitLine(cursor, {});
        cursor.movePosition(QTextCursor::PreviousBlock);
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    }
    const QString line = cursor.block().text();
    const QString left = line.left(cursor.positionInBlock());
    const QString right = line.mid(cursor.positionInBlock());
    QString text = lines.join(u'\n');
    if (isMarked(lines.front())) {
        if (isBlank(left)) { // instead of the empty item or the spaces there
            cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
            const bool tables = base::readMark(cursor.block().previous().text()).isTable();
            text = (tables && base::readMark(lines.front()).isTable() ? u"\n"_s : QString()) + text;
        } else {
            text.prepend(u'\n');
        }
    }
    if (isMarked(lines.back()) && !right.trimmed().isEmpty())
        text += u'\n';
    cursor.insertText(text);
}

} // namespace

bool breakLine(QTextCursor &cursor)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const LineMark mark = base::readMark(cursor.block().text());
    bool done = false;
    if (mark.isItem()) {
        done = breakItem(cursor, mark);
    } else if (mark.isTable()) {
        done = breakRow(cursor);
    } else if (hasMarks(cursor)) {
        splitLine(cursor, {});
        done = true;
    }
    cursor.endEditBlock();
    return done;
}

std::optional<TablePlace> tableAt(const QTextCursor &cursor)
{
    const auto inTable = [](const QTextBlock &block) {
        return block.isValid() && base::readMark(block.text()).isTable();
    };
    QTextBlock first = cursor.block();
    if (!inTable(first))
        return std::nullopt;
    QTextBlock last = first;
    while (inTable(first.previous()))
        first = first.previous();
    while (inTable(last.next()))
        last = last.next();
    QStringList lines;
    for (QTextBlock block = first; block.blockNumber() <= last.blockNumber() && block.isValid(); block = block.next())
        lines += block.text();
    const base::RichText read = base::parseRichText(lines.join(u'\n'));
    const auto *table = read.size() == 1 ? std::get_if<base::RichTable>(&read.front()) : nullptr;
    if (!table)
        return std::nullopt;
    return TablePlace{*table, first.blockNumber(), last.blockNumber()};
}

void putTable(QTextCursor &cursor, const base::RichTable &table)
{
    const QString text = base::writeRichText({table});
    if (text.isEmpty())
        return;
    const auto place = tableAt(cursor);
    if (!place)
        return insertMarkup(cursor, text);
    const QTextDocument *document = cursor.document();
    const QTextBlock last = document->findBlockByNumber(place->last);
    cursor.beginEditBlock();
    cursor.setPosition(document->findBlockByNumber(place->first).position());
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    cursor.insertText(text);
    cursor.endEditBlock();
}

void insertMarkup(QTextCursor &cursor, const QString &markup)
{
    const QStringList lines = markup.split(u'\n');
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    if (base::readMark(cursor.block().text()).isTable()) // no lines inside a cell
        insertWords(cursor, {base::plainLine(markup), std::vector<quint8>(size_t(base::plainLine(markup).size()), 0)});
    else if (lines.size() == 1 && !isMarked(markup))
        insertWords(cursor, base::styled(QStringView(markup).mid(base::readMark(markup).content)));
    else
        insertLines(cursor, lines);
    cursor.endEditBlock();
}

} // namespace gui
