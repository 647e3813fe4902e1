// What people typed, made ready for any format.
#pragma once

#include "base/rich_text.h"
#include "report/document.h"

#include <functional>

namespace report
{

// Without what no document can carry (control characters, lone surrogates, direction overrides that would turn the
// text around them); line breaks of any origin become '\n', tabs become spaces.
[[nodiscard]] QString cleanText(const QString &typed);

// One line of a text without markup, cleaned, with French typography.
[[nodiscard]] QString printedText(const QString &typed);

// Where a text of the project comes from, for each of its runs.
struct TextSource {
    FieldTag field;
    QString label; // what the field is called
};

// A long text on one line: its runs keep bold and italic.
[[nodiscard]] std::vector<Run> runsOf(const QString &typed, const TextSource &source);

// A long text in a cell or in a line: a paragraph a line, empty lines left out, items of lists with their level. Tables
// and pictures become lines of words. Never empty: without text, one paragraph with one empty run that carries the
// field.
[[nodiscard]] std::vector<Paragraph> paragraphsOf(const QString &typed, Paragraph::Role role, const TextSource &source);

// How a picture of a long text is drawn; nothing while its bytes are not known.
using PictureLookup = std::function<std::optional<Figure>(const base::RichPicture &)>;

// A long text in the column of the page: paragraphs, tables with a description, pictures (their description, in italics
// between brackets, when the lookup has nothing). Never empty either.
[[nodiscard]] std::vector<Block> blocksOf(const QString &typed, const TextSource &source,
                                          const PictureLookup &pictures);

} // namespace report
