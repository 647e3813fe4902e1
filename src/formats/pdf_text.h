// Lines of text on a cairo page, glyph by glyph, each with the characters it shows.
#pragma once

#include "formats/pdf_fonts.h"
#include "layout/page.h"

namespace formats::pdf
{

class TextDrawer
{
public:
    TextDrawer(cairo_t *cairo, Fonts &fonts) : m_cairo(cairo), m_fonts(fonts) {}

    void show(const layout::TextOperation &text);
    // A family asked for whose file was not found; empty when all is well.
    [[nodiscard]] QString missingFamily() const { return m_missingFamily; }

private:
    // Glyphs of one font file, in points of the page.
    struct Stretch {
        Font *font = nullptr;
        double size = 0;
        std::vector<cairo_glyph_t> glyphs;
    };
    [[nodiscard]] std::vector<Stretch> stretches(const layout::TextOperation &text);
    void showStretches(const std::vector<Stretch> &stretches, const QList<uint> &characters);

    cairo_t *m_cairo;
    Fonts &m_fonts;
    QString m_missingFamily;
};

} // namespace formats::pdf
