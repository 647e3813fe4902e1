// The Markdown of the guide, read by md4c, as blocks of a report.
#pragma once

#include "report/document.h"

#include <functional>

namespace guide
{

// The bytes of a picture, from its address in the text; empty when there is none.
using PictureSource = std::function<QByteArray(const QString &address)>;

struct Markdown {
    QString title;                     // of the first heading of level 1, which is not among the blocks
    QStringList comments;              // the inside of "<!-- … -->"
    std::vector<report::Block> blocks; // headings of level 2 and 3, paragraphs, lists, tables, pictures
};

// French typography is applied, except to code, whose runs bear the label « code ». A link to "page.md" becomes
// "#page"; other links lose their address.
[[nodiscard]] Markdown readMarkdown(const QByteArray &text, const PictureSource &pictures);

} // namespace guide
