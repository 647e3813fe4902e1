// The look of an OpenDocument text, read from a reference file that may have been saved again with Writer.
#pragma once

#include "formats/looks.h"
#include "formats/xmltree.h"

#include <array>
#include <map>

namespace formats
{

struct OdtReference {
    XmlNode styles;                                   // styles.xml, header and footer filled
    std::map<QString, QByteArray> files;              // Pictures/… of the header and footer
    double textWidth = 170;                           // mm
    std::array<QString, size_t(Look::Count)> names;   // style:name of the looks
    std::array<QString, size_t(Look::Count)> grounds; // "#EEF3F3", or empty
    QString cellSize; // of the words of a cell, "10pt"; empty when its style says nothing
    QString bulletList;
    QString numberList;
    QString linkStyle;                                          // may be empty
    QString contentsLinkStyle;                                  // may be empty
    QString cellBorder = QStringLiteral("0.5pt solid #000000"); // as fo:border
    QString cellPadding;                                        // fo:padding… attributes, written out

    [[nodiscard]] const QString &name(Look look) const { return names[size_t(look)]; }
};

[[nodiscard]] base::Result<OdtReference> readOdtReference(const QString &path, const report::Document &document);

// The user-defined fields of the header and footer, and what they show.
[[nodiscard]] std::vector<std::pair<QString, QString>> odtHeaderFields(const report::Document &document);

} // namespace formats
