// Pages as drawing operations: one pagination for the screen, the printer and the PDF. Lengths are millimetres from the
// page's top left corner; text positions are baselines.
#pragma once

#include "report/document.h"

#include <array>
#include <QColor>
#include <QGlyphRun>
#include <QImage>
#include <QLineF>
#include <QPolygonF>
#include <QRectF>

namespace layout
{

// Where an operation stands in the document's structure, for a tagged PDF.
enum class Tag {
    Document,
    Title,
    H1,
    H2,
    H3,
    P,
    L,
    LI,
    Table,
    TR,
    TH,
    TD,
    Figure,
    Artifact,
    Lbl,   // the bullet or number of a list item
    LBody, // the rest of the item
    Caption,
    Toc, // table of contents, and one of its entries
    TocItem,
};
// What a header cell names.
enum class Scope { None, Column, Row };

// A piece of one line of text. `glyphs` are positioned from `origin` in design units of `scale` per millimetre.
struct TextOperation {
    QPointF origin;
    QString text; // the characters drawn, for the PDF's text and for tests
    std::vector<QGlyphRun> glyphs;
    double scale = 1;
    QColor color;
    QString link; // http(s), mailto, or "#anchor" of a heading
    QRectF area;  // the place it takes: advance by ascent and descent, without a space at the line's end
};
struct LineOperation {
    QLineF line;
    double width = 0.2;
    QColor color;
};
struct FillOperation {
    QRectF rect;
    QColor color;
};
// A line or an area of a figure. Unlike lines and fills, which are the decoration of texts, it is drawn in its turn.
struct PathOperation {
    QPolygonF points;
    bool closed = false;
    QColor fill = {};   // invalid: none
    QColor stroke = {}; // invalid: none
    double width = 0.2;
    bool dashed = false;
};
// The lengths of a dash and of the gap after it, in widths of the line.
inline constexpr double dash = 3;
inline constexpr double dashGap = 2;
// A picture, whole. `bytes` are those of the project, for a format that takes them as they are.
struct PictureOperation {
    QRectF rect;
    QImage image;
    QByteArray bytes;
};
// A drawn box, ticked or not.
struct CheckBoxOperation {
    QRectF rect;
    bool checked = false;
};
// Beginning and end of a structure element; elements nest, and go on across pages by `element` (same number).
struct BeginTag {
    Tag tag = Tag::P;
    int element = 0;
    QString anchor = {};       // headings: destination and outline entry
    QString title = {};        // headings: outline text
    QString alternative = {};  // tables and figures
    QRectF box = {};           // figures: the place they take
    int span = 1;              // cells
    Scope scope = Scope::None; // header cells
};
struct EndTag {
    Tag tag = Tag::P;
};
using Operation = std::variant<TextOperation, LineOperation, FillOperation, PathOperation, PictureOperation,
                               CheckBoxOperation, BeginTag, EndTag>;

// A place of the page that came from a field: a click there opens its form. Areas nest (a run in its cell): the last
// one of the page that holds the point is the most precise.
struct FieldArea {
    QRectF rect;
    report::FieldTag field;
    bool missing = false; // shaded on screen; of a draft, shaded already by a FillOperation
};

struct Page {
    std::vector<Operation> operations;
    std::vector<FieldArea> fields;
};

struct PagedDocument {
    QSizeF size; // mm
    std::vector<Page> pages;
};

// The strokes of the cross in a ticked box.
[[nodiscard]] std::array<QLineF, 2> checkMark(const QRectF &box);

// Lays the document out on its paper. Needs a QGuiApplication (offscreen will do).
[[nodiscard]] PagedDocument paginate(const report::Document &document);

// The page, from 1, where each heading of the document begins, in order: for the table of contents of other formats.
[[nodiscard]] std::vector<int> headingPages(const PagedDocument &paged);

// The font families the pages are drawn with that are not installed; empty when all is well.
[[nodiscard]] QStringList missingFonts();

} // namespace layout
