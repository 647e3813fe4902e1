// What a person copied in Word, in a spreadsheet or on a page of the web, as a long text with our own markup.
#pragma once

#include "base/result.h"

#include <QStringList>

namespace imports
{

// Longer HTML is refused.
constexpr qsizetype mostHtml = 4'000'000;

struct PastedText {
    QString markup;
    QStringList remarks; // sentences: what was left aside, or written another way
};

// Words, bold, italic, lists and tables of the HTML; the address of a link stands after its words. Nothing else is
// read of it: no file, no script, no hidden nor struck text, and no address is followed. An error only when it is too
// long.
[[nodiscard]] base::Result<PastedText> richTextFromHtml(const QString &html);

// A block of cells is read from its plain text. What the HTML that was copied with it says more.
struct CopiedCells {
    QString withoutStruck; // the block without the words that are struck; empty: none is, or there is more than a table
    QStringList remarks;   // sentences, as those of a text
};
[[nodiscard]] CopiedCells copiedCells(const QString &html);

// What is told of one picture that was copied.
[[nodiscard]] QString pictureLeft();
// What is told of struck words, and of a cell merged over columns.
[[nodiscard]] QString struckLeft();
[[nodiscard]] QString mergedAcross();

} // namespace imports
