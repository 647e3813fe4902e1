// What pasted HTML has and a long text can't hold: links, marks of notes, struck words, pictures. For this room only.
#pragma once

#include "imports/html_tokens.h"

#include <QStringList>

namespace imports
{

// An <a> that is open: what its words become when it closes.
struct HtmlLink {
    QString address;   // to be written after them; empty: none
    bool lost = false; // it leads to a place that can't be written
    // Its words are « [1] »: the call of a note, the way back from a note, which begins there, or a comment.
    enum class Mark { None, Call, Back, Comment } mark = Mark::None;
};

[[nodiscard]] HtmlLink linkOf(const HtmlToken &token);
// « [1] », « * », « ↑ »: words that are nothing but the mark of a note.
[[nodiscard]] bool isNoteMark(const QString &words);
// « cpts.fr » says where https://www.cpts.fr/ leads.
[[nodiscard]] bool saysAddress(const QString &words, const QString &address);
// Seen, not one of those that count the readers of a mail.
[[nodiscard]] bool isPicture(const HtmlToken &token);

// What was left aside or changed, counted while the text is read.
struct HtmlAside {
    bool struck = false;
    bool comments = false;
    int pictures = 0;
    int links = 0; // without their address
    int calls = 0; // of notes
    int notes = 0;
    bool repeated = false; // words of merged cells
    bool emptied = false;  // columns beside words of merged cells

    // A sentence each.
    [[nodiscard]] QStringList sentences() const;
};

} // namespace imports
