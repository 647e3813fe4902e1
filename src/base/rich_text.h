// The small markup of long texts (docs/format-json.md): paragraphs, bold, italic, lists, simple tables, pictures. Any
// text can be read; what is no mark is words, and a text without marks is itself.
#pragma once

#include "base/rich_line.h"

#include <variant>

namespace base
{

struct Span {
    QString text;
    bool bold = false;
    bool italic = false;
    friend bool operator==(const Span &, const Span &) = default;
};
using Spans = std::vector<Span>;

// A line: its words, never empty; an item of a list when it has a level.
struct RichParagraph {
    Spans spans;
    int level = 0;  // 1, 2: depth of the item
    int number = 0; // of a numbered item, as typed; 0: a bullet, or no item
    friend bool operator==(const RichParagraph &, const RichParagraph &) = default;
};

// Every row has as many cells as the widest; a cell may be empty.
struct RichTable {
    bool header = false; // the first row names the columns
    std::vector<std::vector<Spans>> rows;
    friend bool operator==(const RichTable &, const RichTable &) = default;
};

using RichBlock = std::variant<RichParagraph, RichTable, RichPicture>;
using RichText = std::vector<RichBlock>;

// Blocks of a text, empty lines left out. Never fails; linear.
[[nodiscard]] RichText parseRichText(const QString &text);
// A text that reads back as these blocks. What the markup can't say is left out, never a word (written()).
[[nodiscard]] QString writeRichText(const RichText &blocks);

// What a reader sees, line by line: items keep their dash or number, the cells of a row are joined by " · ", a picture
// is its description. A text without marks comes out as it is.
[[nodiscard]] QString plainText(const QString &text);
// The same on one line, for lists and sentences.
[[nodiscard]] QString plainLine(const QString &text);
[[nodiscard]] QString plainText(const Spans &spans);

} // namespace base
