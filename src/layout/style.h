// The look of the pages: sheet, colours, sizes, fonts. One place, so that screen, paper and PDF can't differ.
#pragma once

#include "report/document.h"

#include <QColor>
#include <QFont>

namespace layout::look
{

// Text is laid out in twentieths of a point: every half-point size is a whole number of pixels, as QFont asks.
constexpr double unitsPerPoint = 20;
constexpr double pointsPerMillimetre = 72 / 25.4;
constexpr double unitsPerMillimetre = unitsPerPoint * pointsPerMillimetre;

// A4 portrait, millimetres.
constexpr double sheetWidth = 210;
constexpr double sheetHeight = 297;
constexpr double margin = 20;
constexpr double textWidth = sheetWidth - 2 * margin;
constexpr double textHeight = sheetHeight - 2 * margin;

// The paper of one document, millimetres.
struct Paper {
    double width = sheetWidth;
    double height = sheetHeight;
    [[nodiscard]] double textWidth() const { return width - 2 * margin; }
    [[nodiscard]] double textHeight() const { return height - 2 * margin; }
};
[[nodiscard]] Paper paperOf(report::Sheet sheet);

// Forms filled by hand: interface.md C11.
constexpr double writingLine = 8;
constexpr double paperBox = 4.2;
constexpr double screenBox = 3.2;

constexpr double coverTop = 70; // above the title of a cover

constexpr double cellPaddingX = 2;
constexpr double cellPaddingY = 1.4;
constexpr double listIndent = 6;
constexpr double hairline = 0.2;

inline const QColor ink(0x1B, 0x2A, 0x33);
inline const QColor secondary(0x55, 0x65, 0x6E);
inline const QColor accent(0x0B, 0x6E, 0x6E);
inline const QColor band(0xE3, 0xF1, 0xF0);
inline const QColor banner(0xD5, 0xDE, 0xE1);
inline const QColor tableHead(0xEE, 0xF3, 0xF3);
inline const QColor keyColumn(0xF4, 0xF7, 0xF7);
inline const QColor gap(0xFB, 0xE4, 0xC6);    // of a draft, where something lacks: still seen in grey
inline const QColor border(0x9A, 0xA9, 0xAE); // darker than on screen: a hairline must survive a copier

// How a paragraph looks; lengths in millimetres. A line is `pitch` high unless something taller stands in it.
struct TextStyle {
    double points = 11;
    bool bold = false;
    bool italic = false;
    QColor color = ink;
    double before = 0;
    double after = 0;
    [[nodiscard]] double pitch() const { return points * 1.3 / pointsPerMillimetre; }
};

[[nodiscard]] TextStyle paragraphStyle(report::Paragraph::Role role);
// Levels outside 1 to 3 take the nearest.
[[nodiscard]] TextStyle headingStyle(int level);
[[nodiscard]] TextStyle titleStyle();
[[nodiscard]] TextStyle subtitleStyle();
[[nodiscard]] TextStyle captionStyle();
[[nodiscard]] TextStyle runningStyle(); // running header and footer

// The font of a style in layout units, unhinted.
[[nodiscard]] QFont font(const TextStyle &style, bool bold, bool italic);
// What is to be typed in a terminal (of the label « code »): its face, and whether a run or a whole paragraph is that.
[[nodiscard]] QFont codeFont(const TextStyle &style);
[[nodiscard]] bool isCode(const report::Run &run);
[[nodiscard]] bool isCode(const report::Paragraph &paragraph);
// The families text is drawn with, in order of preference.
[[nodiscard]] QStringList families();

} // namespace layout::look
