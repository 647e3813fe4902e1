// One line of a text with markup: what its beginning makes it, which of its characters are marks. What the reader of
// whole texts, the editor and its colours share.
#pragma once

#include "base/id.h"

namespace base
{

// A table of more columns than this is read as lines of text.
constexpr int mostColumns = 12;
constexpr int deepestItem = 2;

// What a line is. Positions count from its first character.
struct LineMark {
    enum class Kind {
        Text,
        Bullet,   // "- ", "– ", "• "
        Numbered, // "1. "
        Row,      // "| a | b |"
        Rule,     // "|---|---|": under the row that names the columns
        Picture,
    };
    Kind kind = Kind::Text;
    int level = 0;         // items: 1, or 2 when indented
    int number = 0;        // numbered items: as typed, never 0
    qsizetype content = 0; // where the words begin
    bool escaped = false;  // the backslash before `content` says that what follows is no mark

    [[nodiscard]] bool isItem() const { return kind == Kind::Bullet || kind == Kind::Numbered; }
    [[nodiscard]] bool isTable() const { return kind == Kind::Row || kind == Kind::Rule; }
};
// An item may be empty ("- "): where somebody types it goes on; elsewhere it is text.
[[nodiscard]] LineMark readMark(QStringView line);

// A picture of the project, alone on its line: ![what it shows](piece:<uuid> "caption").
struct RichPicture {
    Id piece;
    QString alternative; // for who does not see it
    QString caption;     // may be empty
    friend bool operator==(const RichPicture &, const RichPicture &) = default;
};
[[nodiscard]] std::optional<RichPicture> readPicture(QStringView line);

// The cells of a line that is a row, each without the spaces around it.
[[nodiscard]] std::vector<QStringView> cellsOf(QStringView row);

// A stretch of words: of one look, or a mark that is not shown (stars, a backslash that takes the meaning of what
// follows).
struct InlinePiece {
    qsizetype start = 0;
    qsizetype length = 0;
    bool mark = false;
    bool bold = false;
    bool italic = false;
};
enum class Place { Line, Cell }; // in a cell, a backslash also takes the meaning of "|"
// The pieces of the words of a line or of a cell, end to end. Stars that have no pair are words.
[[nodiscard]] std::vector<InlinePiece> readInline(QStringView words, Place place = Place::Line);

// Words and their look, character by character.
struct StyledText {
    enum Look : quint8 { Bold = 1, Italic = 2 };
    QString text;
    std::vector<quint8> looks; // as long as the text

    void append(QStringView words, quint8 look);
    friend bool operator==(const StyledText &, const StyledText &) = default;
};
[[nodiscard]] StyledText styled(QStringView words, Place place = Place::Line);
// Words that read back as that text, with the looks that marks can say: none at an edge that is a space, no italic that
// begins or ends inside a word.
[[nodiscard]] QString written(const StyledText &text, Place place = Place::Line);
// The line, so that readMark() finds no mark at its start.
[[nodiscard]] QString asText(const QString &line);
// The words of a cell, so that dashes are not read as a rule.
[[nodiscard]] QString asCell(const QString &words);

} // namespace base
