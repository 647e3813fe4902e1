// The named colours of the program, and the contrast they must keep.
#pragma once

#include <QColor>
#include <QHash>
#include <QString>
#include <vector>

namespace gui
{

// Roles, not places: a widget asks for `review`, never for an orange.
struct Palette {
    bool dark = false;
    QColor ink;           // text
    QColor inkSecondary;  // hints, subtitles
    QColor page;          // ground of the window
    QColor surface;       // cards, panes, fields
    QColor surfaceRaised; // heads of tables, hover
    QColor accent;        // buttons, current page, links, focus
    QColor onAccent;
    QColor accentSoft;
    QColor onAccentSoft;
    QColor review; // to look at
    QColor reviewSoft;
    QColor onReviewSoft;
    QColor blocking;
    QColor blockingSoft;
    QColor done;
    QColor control;  // borders of fields and buttons, empty marks
    QColor hairline; // between areas: decorative

    // Name used in the style sheet -> colour, for every colour above.
    [[nodiscard]] QHash<QString, QColor> named() const;
};

[[nodiscard]] Palette lightPalette();
[[nodiscard]] Palette darkPalette();
// Black on white with strong borders, for those who need it.
[[nodiscard]] Palette contrastPalette();

// The colour of a mission, by its code in the reference; the colour of "autres" for any other.
[[nodiscard]] QColor missionColour(const Palette &palette, const QString &mission);

// Two colours that meet on the screen, and the least ratio they must have (4.5 text, 3 marks and borders).
struct ContrastPair {
    QString what;
    QColor front;
    QColor back;
    double least = 4.5;
};
[[nodiscard]] std::vector<ContrastPair> contrastPairs(const Palette &palette);
// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace gui
