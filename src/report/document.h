// A document before any format: what the writers (layout, DOCX, ODT) all read. Text is final: French typography is
// already applied, so that every format carries the same characters.
#pragma once

#include "report/figure.h"

#include <QDate>

namespace report
{

// The field of the project a piece of the document came from ("commune/<uuid>/zonage", see domain::FieldAddress), or
// empty. Leads a click in the preview to its form, and names the content control in DOCX.
using FieldTag = QString;

// A stretch of text of one look, or one of the things that stand in a line of text.
struct Run {
    enum class Type {
        Text,
        CheckBox,  // text is empty; `checked` tells; drawn, never a font's glyph
        LineBreak, // inside a paragraph
        Blank,     // room to write on paper: an empty rule as wide as the line, or `text` as its label in forms
    };
    Type type = Type::Text;
    QString text = {};
    bool bold = false;
    bool italic = false;
    bool checked = false;
    FieldTag field = {};
    QString label = {}; // what the field is called, for a content control or a screen reader
    QString link = {};  // http(s) or mailto only
};

// One paragraph. Role decides the look in every format (a named style in DOCX and ODT).
struct Paragraph {
    enum class Role {
        Body,
        Guidance,  // the trame's own instructions, in italics
        TableHead, // in a header cell
        TableCell,
        Note, // small: source of a figure, "pour préparer"
    };
    enum class Alignment { Left, Center, Right };
    Role role = Role::Body;
    Alignment alignment = Alignment::Left;
    std::vector<Run> runs;
    int listLevel = 0;         // 0: not a list item; 1, 2: depth
    bool numbered = false;     // list items only
    int number = 0;            // numbered items: the number to show; 0: the one after the item before
    bool keepWithNext = false; // e.g. the sentence before its table
    bool missing = false;      // as of a cell: the fact of `field` is expected and not there
    FieldTag field = {};       // the whole width leads there
};

// Level 1 = a numbered part of the trame ("1) IDENTIFICATION…"); 2 = "a) …"; 3 = below. The document's own title is
// Document::title. `anchor` is unique in the document (bookmark, PDF destination, table of contents).
struct Heading {
    int level = 1;
    std::vector<Run> runs;
    QString anchor;
    bool banner = false; // a full-width band, such as "PARTIE RÉSERVÉE À L’ARS…"
};

struct Cell {
    std::vector<Paragraph> paragraphs;
    int span = 1;             // columns
    bool header = false;      // row or column header: TH in PDF, bold on a soft ground
    bool missing = false;     // an expected fact is not there: shown on screen, and on the pages of a draft
    double minimumHeight = 0; // mm, for blank forms to be filled by hand
    FieldTag field;           // the whole cell leads there
};

struct Row {
    enum class Role {
        Body,
        Header,  // repeated at each page top; TH scope column
        Section, // "MISSIONS SOCLES (OBLIGATOIRES)": one cell across, kept with the next row
    };
    Role role = Role::Body;
    std::vector<Cell> cells;
};

struct Table {
    std::vector<double> columns; // relative widths, sum is free
    std::vector<Row> rows;
    QString caption;         // shown above when not empty
    QString description;     // for screen readers, always set
    bool rowHeaders = false; // the first column names the rows (key–value tables)
};

// A chart, a calendar, a map: drawn as vectors in every format, never cut over two pages; or a picture of the project.
// Larger than the text's width or height, it is drawn smaller.
struct Figure {
    QSizeF size; // mm
    std::vector<Drawing> drawings;
    QString title;       // above, may be empty
    QString source;      // below: "Source : INSEE, 2021."; may be empty
    QString description; // for who does not see it: what is drawn and every value; always set
    Table values;        // what is drawn, as a table: below when `showValues`
    bool showValues = false;
    FieldTag field = {};     // a click leads there
    QByteArray picture = {}; // PNG or JPEG, see base::pictureInfo(): instead of drawings, over the whole figure
};

struct PageBreak {
};

using Block = std::variant<Heading, Paragraph, Table, Figure, PageBreak>;

// The paper of the pages; DOCX and ODT know A4 only.
enum class Sheet { A4, A3Landscape };

struct Document {
    QString title;                // "LETTRE D’INTENTION - Projet de CPTS 2022"
    QString subtitle;             // "Annexe 3" and the like, may be empty
    QString subject;              // metadata
    QString author;               // metadata: the name of the CPTS, never a person's unless asked
    QString header;               // running header: the name of the CPTS
    QString footer;               // running footer, before "Page n sur N"
    QString afterPages = {};      // after it, when others' pages follow ours in the PDF
    int runningLevel = 0;         // of the headings that the header of Word and OpenDocument recalls page after page
    QDate date;                   // of the content; drives metadata dates so that same input gives same bytes
    QString missingNote = {};     // of a draft: written on its pages where an expected fact is not there
    QString trame;                // "paca-2022": where the reference documents for the look are
    std::vector<Paragraph> cover; // under the title, on a page of their own, a third of it down; may be empty
    bool tableOfContents = false;
    Sheet sheet = Sheet::A4;
    std::vector<Block> blocks;
};

// Every visible character of the document in reading order, runs separated as they are shown: what the tests compare.
// The words drawn inside a figure come with its title: each format reads them in an order of its own.
[[nodiscard]] QString plainText(const Document &document);

} // namespace report
