// The look of a Word document, read from a reference file that an ARS may have changed and saved again with Word or
// LibreOffice.
#pragma once

#include "formats/looks.h"
#include "formats/xmltree.h"
#include "formats/zip.h"

#include <array>
#include <map>

namespace formats
{

struct Relationship {
    QString id;
    QString type;
    QString target;
    bool external = false;
};

// A part taken from the reference, with the relationships it may keep.
struct OpcPart {
    QByteArray bytes;
    QString contentType;
    std::vector<Relationship> relationships;
};

struct DocxReference {
    QString documentPath;                            // "word/document.xml"
    std::map<QString, OpcPart> parts;                // by path; never the document's own text
    std::vector<Relationship> relationships;         // of the document, to those parts
    XmlNode section;                                 // w:sectPr: page size, margins, header and footer
    double textWidth = 170;                          // mm
    std::array<QString, size_t(Look::Count)> styles; // identifiers of the looks
    std::map<QString, QString> grounds;              // style identifier -> fill, "EEF3F3"
    QString cellSize; // of the words of a cell, in half-points; empty when its style says nothing
    QString tableStyle;
    QString linkStyle;        // may be empty
    QString placeholderStyle; // may be empty
    QString numberingPath;
    QString numberedList; // w:abstractNumId of the numbered list style
    QString bulletList;   // w:numId of the bullets; empty when they have no third level

    [[nodiscard]] const QString &style(Look look) const { return styles[size_t(look)]; }
    [[nodiscard]] QString ground(Look look) const;
};

// Reads the reference and fills its header and footer for this document. The controls to fill are recognised by their
// tag or, since LibreOffice drops tags, by their title: see headerControls in the source.
[[nodiscard]] base::Result<DocxReference> readDocxReference(const QString &path, const report::Document &document);

} // namespace formats
