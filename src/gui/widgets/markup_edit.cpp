#include "gui/widgets/markup_edit.h"

#include "gui/widgets/markup_edit_lines.h"

#include <algorithm>

namespace gui
{

using namespace Qt::Literals::StringLiterals;
using base::LineMark;
using base::StyledText;

namespace
{

bool isWordCharacter(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c == u'’' || c == u'\'';
}

// Some characters shown of one stretch of one line.
struct Part {
    QTextBlock block;
    size_t stretch = 0;
    int first = 0;
    int last = 0;

    [[nodiscard]] Stretch place() const { return stretchesOf(block.text()).at(stretch); }
    [[nodiscard]] StretchWords words() const { return {block.text(), place()}; }
};

std::vector<Part> partsOf(const QTextCursor &cursor)
{
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    std::vector<Part> parts;
    for (QTextBlock block = cursor.document()->findBlock(from); block.isValid() && block.position() < to;
         block = block.next()) {
        const std::vector<Stretch> stretches = stretchesOf(block.text());
        for (size_t i = 0; i < stretches.size(); ++i) {
            const int start = std::max(from - block.position(), stretches[i].start);
            const int end = std::min(to - block.position(), stretches[i].end());
            if (start >= end)
                continue;
            const StretchWords words(block.text(), stretches[i]);
            const Part part{block, i, words.shownBefore(start), words.shownBefore(end)};
            if (part.first < part.last)
                parts.push_back(part);
        }
    }
    return parts;
}

// The word around the cursor, none at its edges: there the look is that of what will be typed.
std::vector<Part> wordAt(const QTextCursor &cursor)
{
    const auto here = stretchAt(cursor);
    if (!here)
        return {};
    const StretchWords words(cursor.block().text(), stretchesOf(cursor.block().text()).at(*here));
    const QString &text = words.text().text;
    Part part{cursor.block(), *here, 0, 0};
    part.first = part.last = words.shownBefore(cursor.positionInBlock());
    if (part.first == 0 || part.last == text.size() || !isWordCharacter(text[part.first - 1]) ||
        !isWordCharacter(text[part.last]))
        return {};
    while (part.first > 0 && isWordCharacter(text[part.first - 1]))
        --part.first;
    while (part.last < text.size() && isWordCharacter(text[part.last]))
        ++part.last;
    return {part};
}

// The markup has no italic inside a word.
void takeWholeWords(Part &part)
{
    const StretchWords words = part.words();
    const QString &text = words.text().text;
    const auto inWord = [&text](int i) {
        return i > 0 && i < text.size() && isWordCharacter(text[i - 1]) && isWordCharacter(text[i]);
    };
    while (inWord(part.first))
        --part.first;
    while (inWord(part.last))
        ++part.last;
}

bool has(const Part &part, quint8 look)
{
    const StretchWords words = part.words();
    for (int i = part.first; i < part.last; ++i)
        if (!words.text().text[i].isSpace() && (words.text().looks[size_t(i)] & look) != look)
            return false;
    return true;
}

bool allHave(const std::vector<Part> &parts, quint8 look)
{
    return !parts.empty() &&
           std::all_of(parts.begin(), parts.end(), [look](const Part &part) { return has(part, look); });
}

void give(const Part &part, quint8 look, bool on)
{
    StyledText text = part.words().text();
    for (int i = part.first; i < part.last; ++i)
        text.looks[size_t(i)] = quint8(on ? text.looks[size_t(i)] | look : text.looks[size_t(i)] & ~look);
    replaceLine(part.block, withWords(part.block.text(), part.place(), text));
}

// Marks are typed as they are, on the side of those that stand there where the look is the one wanted.
bool typeMarks(QTextCursor &cursor, const QString &words, quint8 look)
{
    if (lookAt(cursor) == look)
        return false;
    const QTextBlock block = cursor.block();
    const StretchWords here(block.text(), stretchesOf(block.text()).at(*stretchAt(cursor)));
    const int shown = here.shownBefore(cursor.positionInBlock());
    for (const int place : {here.before(shown), here.after(shown)})
        if (here.lookAt(place) == look) {
            cursor.setPosition(block.position() + place);
            cursor.insertText(words);
            return true;
        }
    return false;
}

} // namespace

MarkupState stateAt(const QTextCursor &cursor)
{
    MarkupState state;
    const std::vector<Part> parts = partsOf(cursor);
    const quint8 look = lookAt(cursor);
    state.bold = cursor.hasSelection() ? allHave(parts, StyledText::Bold) : (look & StyledText::Bold) != 0;
    state.italic = cursor.hasSelection() ? allHave(parts, StyledText::Italic) : (look & StyledText::Italic) != 0;
    const LineMark mark = base::readMark(cursor.block().text());
    if (mark.isItem())
        state.list = mark.kind == LineMark::Kind::Numbered ? ListKind::Numbers : ListKind::Bullets;
    state.level = mark.level;
    state.table = mark.isTable();
    return state;
}

bool toggleLook(QTextCursor &cursor, quint8 look)
{
    const bool chosen = cursor.hasSelection();
    std::vector<Part> parts = chosen ? partsOf(cursor) : wordAt(cursor);
    if (parts.empty())
        return false;
    if (look & StyledText::Italic)
        std::for_each(parts.begin(), parts.end(), takeWholeWords);
    const int shown = chosen ? 0 : parts.front().words().shownBefore(cursor.positionInBlock());
    const bool on = !allHave(parts, look);
    cursor.beginEditBlock();
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) // those before stay where they are
        give(*part, look, on);
    cursor.endEditBlock();
    const Part &first = parts.front();
    const Part &last = parts.back();
    if (!chosen) {
        cursor.setPosition(first.block.position() + first.words().before(shown));
        return true;
    }
    cursor.setPosition(first.block.position() + first.words().before(first.first));
    cursor.setPosition(last.block.position() + last.words().after(last.last), QTextCursor::KeepAnchor);
    return true;
}

bool typeWithLook(QTextCursor &cursor, const QString &words, quint8 look)
{
    const auto here = stretchAt(cursor);
    if (!here || words.isEmpty() || cursor.hasSelection())
        return false;
    if (std::any_of(words.begin(), words.end(), [](QChar c) { return u"*\\|"_s.contains(c); }))
        return typeMarks(cursor, words, look);
    const QString line = cursor.block().text();
    const Stretch stretch = stretchesOf(line).at(*here);
    const StretchWords before(line, stretch);
    const int position = cursor.positionInBlock();
    if (before.lookAt(position) == look && !before.touchesMark(position))
        return false;
    StyledText text = before.text();
    const int shown = before.shownBefore(position);
    // Inside a word there is no edge of italic: its letters go on as they were.
    if (shown > 0 && isWordCharacter(words.front()) && isWordCharacter(text.text[shown - 1]))
        look |= text.looks[size_t(shown - 1)] & StyledText::Italic;
    text.text.insert(shown, words);
    text.looks.insert(text.looks.begin() + shown, size_t(words.size()), look);
    // Spaces typed before went out of the marks: they come back with the word that goes on.
    int from = shown;
    while (from > 0 && text.text[from - 1].isSpace())
        --from;
    for (int i = from; i < shown && from > 0; ++i)
        text.looks[size_t(i)] |= quint8(text.looks[size_t(from - 1)] & look);
    const int block = cursor.block().position();
    cursor.beginEditBlock();
    replaceLine(cursor.block(), withWords(line, stretch, text));
    cursor.endEditBlock();
    const QTextBlock edited = cursor.document()->findBlock(block);
    const StretchWords now(edited.text(), stretchesOf(edited.text()).at(*here));
    cursor.setPosition(block + now.after(shown + int(words.size())));
    return true;
}

bool eraseMark(QTextCursor &cursor, bool backwards)
{
    const auto here = stretchAt(cursor);
    if (!here || cursor.hasSelection())
        return false;
    const QTextBlock block = cursor.block();
    const StretchWords words(block.text(), stretchesOf(block.text()).at(*here));
    const int position = cursor.positionInBlock();
    const StretchWords::Marked marked = words.markAt(backwards ? position - 1 : position);
    if (marked.look == 0)
        return false;
    const Part part{block, *here, marked.first, marked.last};
    const int shown = words.shownBefore(position);
    cursor.beginEditBlock();
    give(part, marked.look, false);
    cursor.endEditBlock();
    cursor.setPosition(block.position() +
                       (shown > marked.first ? part.words().after(shown) : part.words().before(shown)));
    return true;
}

} // namespace gui
